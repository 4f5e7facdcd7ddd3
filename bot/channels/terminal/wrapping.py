"""Lines broken at words, measured in the columns that a terminal gives each sign."""

from __future__ import annotations

from prompt_toolkit.utils import get_cwidth

WIDEST = 80
"""Columns of a line at most, however wide the window is: longer ones are hard to read."""

NARROWEST = 10
"""Columns that a line always gets; a narrower window breaks it by itself."""


def fitting_width(columns: int) -> int:
    """Return how wide lines may be in a window. The last column stays free: some terminals wrap there."""
    return max(NARROWEST, min(columns - 1, WIDEST))


def wrapped(text: str, width: int, indent: str = "", *, cut: bool = False) -> list[str]:
    """Break a text into lines; all but the first begin with `indent`.

    A word wider than the line stands alone and is cut only with `cut`: an address has to be copied.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        own = paragraph[: len(paragraph) - len(paragraph.lstrip(" "))]
        line, filled = (indent if lines else "") + own, False
        for word in paragraph.split():
            room = max(2, width - get_cwidth(own + indent))
            for place, piece in enumerate(_pieces(word, room) if cut else (word,)):
                if filled and (place or get_cwidth(line) + 1 + get_cwidth(piece) > width):
                    lines.append(line)
                    line, filled = own + indent, False
                line = f"{line} {piece}" if filled else line + piece
                filled = True
        lines.append(line)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    """Cut a word that is wider than `width`."""
    if get_cwidth(word) <= width:
        return [word]
    pieces, piece = [], ""
    for sign in word:
        if piece and get_cwidth(piece + sign) > width:
            pieces.append(piece)
            piece = ""
        piece += sign
    return [*pieces, piece]
