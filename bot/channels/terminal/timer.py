"""A wait on the screen: a line to breathe with, and the time that is left in words.

Calm on purpose: no seconds that run, nothing that blinks.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from bot.channels.terminal.colours import HERE, HINT
from bot.channels.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from bot.channels.terminal.drawing import Row
    from bot.channels.terminal.signs import Signs

IN = 4
OUT = 6
"""Seconds of a breath in and out: a slow breath, with the longer half going out."""

MINUTE = 60


def left_in_words(seconds: float) -> str:
    """Say how much time is left, as exactly as it helps."""
    if seconds <= 0:
        return "The time is over"
    if seconds <= MINUTE:
        return "Less than a minute left"
    minutes = ceil(seconds / MINUTE)
    return f"About {minutes} minutes left"


def breath(seconds: float, signs: Signs) -> str:
    """Return the breathing line, `seconds` after it began."""
    moment = int(seconds) % (IN + OUT)
    if moment < IN:
        return f"Breathe in   {signs.full * (moment + 1)}"
    return f"Breathe out  {signs.full * (IN + OUT - moment)}"


def rows(passed: float, left: float, width: int, signs: Signs) -> list[Row]:
    """Return a wait as it is drawn; `passed` and `left` are seconds."""
    drawn: list[Row] = [[(HERE, f"  {breath(passed, signs)}")]]
    drawn += [[(HINT, line)] for line in wrapped(f"  {left_in_words(left)}", width, "  ")]
    return drawn
