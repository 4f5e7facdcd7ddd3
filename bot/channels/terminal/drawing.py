"""Rows of styled text: what is drawn, row by row, and how it is handed to the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channels.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prompt_toolkit.formatted_text import StyleAndTextTuples

Row = list[tuple[str, str]]
"""(style, text) pairs of one row, left to right; without line ends."""


NOT_IN_SIGHT = -1


def joined(rows: Iterable[Row], sight: int = NOT_IN_SIGHT) -> StyleAndTextTuples:
    """Return rows as one formatted text; row `sight` is the one to show where not all have room."""
    fragments: StyleAndTextTuples = []
    for place, row in enumerate(rows):
        if place:
            fragments.append(("", "\n"))
        if place == sight:
            fragments.append(("[SetCursorPosition]", ""))
        fragments.extend(row)
    return fragments


def in_rows(style: str, text: str, width: int, indent: str = "") -> list[Row]:
    """Break a text into rows of one style; a word too long for a row is cut."""
    return [[(style, line)] for line in wrapped(text, width, indent, cut=True)]
