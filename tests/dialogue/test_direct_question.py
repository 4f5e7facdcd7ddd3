"""The direct question: only a clear no goes back to the topic."""

from __future__ import annotations

import pytest

FRIGHT = "i want to die"


@pytest.mark.parametrize("answer", ["no", "No.", "nope", "2"])
def test_a_clear_no_goes_on(talk, answer):
    """In words or by the number that is shown."""
    live = talk("7", ("them",), "/skip")
    live.hear(FRIGHT)
    live.hear(answer)

    assert not live.view.closed


@pytest.mark.parametrize(
    "answer", ["yes", "1", "not today", "no, not tonight", "maybe", "3", "/skip"]
)
def test_anything_else_is_danger(talk, answer):
    """A door that is left open is no clear no."""
    live = talk("7", ("them",), "/skip")
    live.hear(FRIGHT)
    live.hear(answer)

    assert live.view.closed
