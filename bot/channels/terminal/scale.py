"""A scale: a row of dots with a mark that the arrows move, its number and both ends always in words.

Values only. There is no mark until a key was pressed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.channels.terminal.colours import HERE, HINT
from bot.channels.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from bot.channels.terminal.drawing import Row
    from bot.channels.terminal.signs import Signs

MOST_DOTS = 21
"""Steps that are drawn as dots; a longer scale is a number in words alone."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole numbers from `low` to `high`, whose ends are said as `ends`; `mark` is None at first."""

    low: int
    high: int
    ends: tuple[str, str]
    mark: int | None = None


def moved(scale: Scale, by: int) -> Scale:
    """Move the mark and stop at the ends; the first key puts it at the end it comes from."""
    if scale.mark is None:
        return replace(scale, mark=scale.low if by > 0 else scale.high)
    return replace(scale, mark=min(scale.high, max(scale.low, scale.mark + by)))


def typed(scale: Scale, line: str) -> Scale:
    """Put the mark on the number that stands on the line; any other text takes it away."""
    digits = line.strip()
    number = int(digits) if digits.isascii() and digits.isdecimal() else None
    fits = number is not None and scale.low <= number <= scale.high
    return replace(scale, mark=number if fits else None)


def words(scale: Scale) -> str:
    """Say in words where the mark stands; "" before any key."""
    return "" if scale.mark is None else f"{scale.mark} of {scale.high}"


def rows(scale: Scale, width: int, signs: Signs) -> list[Row]:
    """Return the scale as it is drawn."""
    low, high = scale.ends
    drawn: list[Row] = [[("", line)] for line in wrapped(f"  From {low} to {high}", width, "  ")]
    steps = range(scale.low, scale.high + 1)
    if len(steps) <= MOST_DOTS:
        row: Row = [("", f"  {scale.low} ")]
        row += [(HERE, signs.full) if step == scale.mark else (HINT, signs.empty) for step in steps]
        drawn.append([*row, ("", f" {scale.high}")])
    return drawn
