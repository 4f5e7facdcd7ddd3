"""The few signs outside of ASCII that are drawn, and what stands for them where they can't be."""

from __future__ import annotations

from typing import NamedTuple


class Signs(NamedTuple):
    """Each stands beside words that say the same."""

    between: str
    up_down: str
    left_right: str
    empty: str
    full: str
    bar: str
    rest: str


DRAWN = Signs(" · ", "↑ ↓", "← →", "○", "●", "█", "·")
TYPED = Signs(" | ", "up/down", "left/right", "-", "o", "#", ".")


def signs(encoding: str | None) -> Signs:
    """Return the signs that an output with this encoding can show."""
    try:
        "".join(DRAWN).encode(encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return TYPED
    return DRAWN
