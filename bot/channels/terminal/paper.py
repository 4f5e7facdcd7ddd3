"""What was said so far, as lines for a screen of any width; it lives in memory and ends with the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prompt_toolkit.utils import get_cwidth

from bot.channels.terminal.colours import YOU
from bot.channels.terminal.wrapping import fitting_width, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.channels.terminal.drawing import Row

MOST = 2_000
"""Pieces that are held for drawing again; older ones stand above, in the terminal's own memory."""


class Piece(NamedTuple):
    """One thing that was said. An empty text is an empty line; lines after the first are indented."""

    style: str
    text: str
    indent: str = ""


GAP = Piece("", "")
"""An empty line."""


class Paper:
    """The talk so far. `cut` breaks words that are too long for a line, where nothing else would."""

    def __init__(self, *, cut: bool) -> None:
        self._pieces: list[Piece] = []
        self._cut = cut
        self._drawn: tuple[int, list[Row]] = (0, [])

    def add(self, pieces: Iterable[Piece]) -> list[Piece]:
        """Put pieces at the end and return them; two empty lines never follow each other."""
        added: list[Piece] = []
        for piece in pieces:
            last = added[-1] if added else (self._pieces[-1] if self._pieces else None)
            if piece.text or (last is not None and last.text):
                added.append(piece)
        self._pieces = [*self._pieces, *added][-MOST:]
        self._drawn = (0, [])
        return added

    def rows(self, columns: int) -> list[Row]:
        """Return all of it as rows for a window of so many columns."""
        if self._drawn[0] != columns:
            self._drawn = (columns, self.rows_of(self._pieces, columns))
        return self._drawn[1]

    def rows_of(self, pieces: Iterable[Piece], columns: int) -> list[Row]:
        """Return pieces as rows for a window of so many columns."""
        width = fitting_width(columns)
        return [
            [(piece.style, line)]
            for piece in pieces
            for line in wrapped(piece.text, width, piece.indent, cut=self._cut)
        ]

    def tail(self, columns: int, room: int) -> tuple[list[Row], bool]:
        """Return the newest rows that fit in `room` lines of a window, and whether that is not all."""
        rows = self.rows(columns)
        kept: list[Row] = []
        for row in reversed(rows):
            room -= max(1, -(-sum(get_cwidth(text) for _, text in row) // columns))
            if room < 0:
                break
            kept.append(row)
        return kept[::-1], len(kept) < len(rows)


def yours(text: str) -> Piece:
    """Return what the person said or chose, told apart by its place and its label, not by colour."""
    return Piece(YOU, f"  {text}", "  ")
