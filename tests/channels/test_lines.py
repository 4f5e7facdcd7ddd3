"""Lines as they come out on a screen."""

from __future__ import annotations

import pytest

from bot.channels.lines import broken


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Short.\n", 80, "Short.\n"),
        ("one two three four five six\n", 20, "one two three four\nfive six\n"),
        ("  1. a long option for you\n", 20, "  1. a long option\n  for you\n"),
        ("see https://an.address/that/is/long now\n", 20,
         "see\nhttps://an.address/that/is/long\nnow\n"),
    ],
)  # fmt: skip
def test_a_line_is_broken_at_words_only(text, width, lines):
    """Nobody at a terminal reads half a word or copies half an address."""
    assert lines == broken(text, width)
