"""A timer lets go of a person in whatever short words they say that it was long enough."""

from __future__ import annotations

import pytest

from bot.dialogue.hearing import hear
from bot.dialogue.program import Question, Text
from bot.understanding.patterns import Rules
from bot.understanding.text import read

WAIT = Question("surf", "wait", Text("x/surf", (("Ten minutes.",),)), seconds=600, leave="I'm done waiting")  # fmt: skip


def heard(words):
    """Return what a line at the open timer is taken for."""
    return hear(Rules({}), WAIT, "Ten minutes.", read(words), at=0.0, seq=1, before=None)


@pytest.mark.parametrize(
    "words",
    [
        "enough",
        "thats enough",
        "Enough now.",
        "done",
        "im done waiting",
        "ok",
        "stop",
        "im ready",
        "better now",
    ],
)
def test_enough_is_enough(words):
    """Nobody has to find the words on the button."""
    assert "left" == heard(words)


@pytest.mark.parametrize("words", ["not enough", "i cant stop thinking of her", "five more", "hm"])
def test_other_words_leave_the_clock_running(words):
    """What is said while waiting is no wish to stop."""
    assert heard(words) is None
