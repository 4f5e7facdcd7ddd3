"""What is written to the screen on the way in and out: a neutral title, and an empty screen in haste."""

from __future__ import annotations

from pathlib import Path

from bot.channels.showing import CLEAR

NEUTRAL = "Terminal"
"""Title of the window during a talk: nobody needs to read over a shoulder what this is."""

WARNING = (
    "Esc three times closes this at once and clears the screen. It can't clear what tmux, "
    "a recording or a backup has kept. With a screen reader, start me with --plain."
)
"""Said before the first question, so that nobody trusts in more than there is, or reads more than words."""

UNTITLED = frozenset({"linux", "vt100", "vt102", "vt220", "eterm-color"})
"""Terminals without a title, which might print the sequence instead."""

_OWN_NAME = Path("/proc/self/comm")


def titled(term: str) -> str:
    """Return the sequence that remembers the title of the window and puts a neutral one there."""
    return "" if term in UNTITLED else f"\x1b[22;0t\x1b]2;{NEUTRAL}\x07"


def untitled(term: str) -> str:
    """Return the sequence that brings the earlier title back."""
    return "" if term in UNTITLED else "\x1b[23;0t"


def wiped(term: str) -> str:
    """Return the sequence for leaving in haste: all clear, and no title that tells.

    The earlier title may be the command's own name, as some shells set it; so it does not come back.
    """
    return CLEAR if term in UNTITLED else f"{CLEAR}\x1b]2;{NEUTRAL}\x07"


def take_neutral_name() -> None:
    """Let lists of processes call this one `python`, where the system allows it."""
    try:
        _OWN_NAME.write_text("python", encoding="ascii")
    except OSError:
        return  # a name for the list is a help, not a promise
