"""Reads one line ahead of time, on the side, so that the person's first one need not wait.

What a first line needs (rules made ready, word lists) takes longer than the line itself; here it is
done while the first question is being read.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from bot.dialogue.engine import step
from bot.dialogue.session import Begin, Said
from bot.rooms import door

if TYPE_CHECKING:
    from bot.dialogue.library import Library

LINE = "Some words for nobody."


def warm_up(library: Library) -> Thread:
    """Start reading a line in a talk that is nobody's and that goes nowhere; return the thread."""
    # A daemon, so that leaving at once never waits for it.
    thread = Thread(target=_read, args=(library,), daemon=True)
    thread.start()
    return thread


def _read(library: Library) -> None:
    # Whatever can go wrong here will go wrong again, and be told, when it matters.
    with suppress(Exception):
        opened = step(library, None, Begin(door(library), 0, 0.0))
        step(library, opened.session, Said(LINE, 1.0))
