"""How a talk is shown: whether the full terminal fits where it is held, and what was asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

WINPTY = (
    "This window can't show the full terminal, so here are plain lines. `winpty afterword` helps."
)
NO_SCREEN = "This terminal can't be drawn on, so here are plain lines. They can do all the same."

_LINES_ONLY = frozenset({"", "dumb", "unknown", "emacs"})


class Wishes(NamedTuple):
    """What a person asks of the full terminal.

    `theme` names colours, "" for the usual ones. A `private` talk is shown on the other screen.
    After `cover_minutes` without a key it is covered; 0 is never.
    """

    theme: str = ""
    private: bool = False
    cover_minutes: float = 0


class Fit(NamedTuple):
    """`full` asks for the full terminal; `sentence` says why it is not, where that is no plain wish."""

    full: bool
    sentence: str = ""


def fit(environ: Mapping[str, str], platform: str, *, plain: bool, typed: bool) -> Fit:
    """Choose the way of showing; `typed` says that input and output are both a terminal."""
    if plain:
        return Fit(full=False)
    windows = platform == "win32"
    if not typed:
        # Git Bash and Cygwin hand a pipe to a program of Windows: it looks like no terminal at all.
        mintty = windows and (environ.get("MSYSTEM") or environ.get("TERM_PROGRAM") == "mintty")
        return Fit(full=False, sentence=WINPTY if mintty else "")
    # Windows knows no TERM, and its console can be drawn on.
    return Fit(full=windows or environ.get("TERM", "").lower() not in _LINES_ONLY)
