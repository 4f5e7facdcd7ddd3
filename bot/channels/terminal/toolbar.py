"""The line below the input: where the talk stands, what is kept, and the keys that work now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prompt_toolkit.utils import get_cwidth

from bot.channels.terminal.colours import HINT
from bot.channels.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from bot.channels.terminal.drawing import Row
    from bot.channels.terminal.signs import Signs

STANDING = {
    "private": "private: nothing is kept",
    "kept": "kept on this machine",
    "unsaved": "nothing is kept yet",
}

QUICK_EXIT = "Esc Esc Esc closes at once"

LOW = 16
"""Rows of a window up to which the toolbar says only what is needed at this moment."""


class Now(NamedTuple):
    """What the toolbar depends on. `kind` is that of the open question, "" for none.

    `low` says that the window has few rows.
    """

    kind: str
    place: str = ""
    standing: str = "unsaved"
    chosen: bool = False
    text: str = ""
    long: bool = False
    suggesting: bool = False
    scrolls: bool = False
    low: bool = False


def rows(now: Now, width: int, signs: Signs) -> list[Row]:
    """Return the toolbar as it is drawn, with an empty row above it where there is room."""
    if now.low:
        # The question needs the rows more.
        few = [STANDING[now.standing], *_first(now, signs), QUICK_EXIT]
        return _filled(few, width, signs)
    place = [one for one in (now.place, STANDING[now.standing]) if one]
    return [[], *_filled(place, width, signs), *_filled(keys(now, signs), width, signs)]


def keys(now: Now, signs: Signs) -> list[str]:
    """Return the keys that do something at this moment."""
    known = [*_first(now, signs)]
    if now.scrolls:
        known.append("PageUp reads back")
    if not now.text:
        known += ["/back", "/skip", "/why"] if now.kind else []
        known += ["help", QUICK_EXIT]
    return known


def _filled(items: list[str], width: int, signs: Signs) -> list[Row]:
    """Put items side by side and never break one that fits on a row."""
    lines: list[str] = []
    for item in items:
        longer = f"{lines[-1]}{signs.between}{item}" if lines else item
        if lines and get_cwidth(longer) <= width:
            lines[-1] = longer
        else:
            lines += wrapped(item, width, cut=True)
    return [[(HINT, line)] for line in lines]


def _first(now: Now, signs: Signs) -> list[str]:
    """Return the keys for the answer itself."""
    if now.suggesting:
        return [f"{signs.up_down} or Tab", "Enter sends"]
    if now.long:
        return ["Enter makes a new line", "Esc, then Enter sends"]
    if now.text:
        more = ["Alt+Enter new line"] if now.kind in ("write", "list", "") else []
        return ["Enter sends", *more, "Ctrl+C clears"]
    match now.kind:
        case "pick":
            enter = ["Enter takes the ticked ones"] if now.chosen else []
            return [f"{signs.up_down} and Space to tick, or numbers", *enter, "or your own words"]
        case "choose" | "confirm":
            enter = ["Enter takes it"] if now.chosen else []
            return [f"{signs.up_down} or a number", *enter, "or your own words"]
        case "rate":
            enter = ["Enter takes it"] if now.chosen else []
            return [f"{signs.left_right} or a number", *enter, "or your own words"]
        case "wait":
            return ["Enter or Space ends the wait", "typing works as always"]
        case "write" | "list":
            return ["Type, Enter sends", "/long for more room"]
        case "number" | "date":
            return ["Type, Enter sends"]
        case _:
            return ["/home begins a new talk", "Ctrl+D leaves"]
