"""The start page: what is unfinished, the ways into a talk, and what is kept.

It ends at the offer; what is begun by a choice, or by words typed there, is the host's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import rooms
from bot.days import days_of
from bot.page.answer import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.page.visiting import Visit

ROOM = "home"
"""The command, and the step of its question."""

UNFINISHED = 2
"""Talks of other days that are offered to be carried on; more would push the ways in off the screen."""

_WAYS: Mapping[str, tuple[str, str]] = {
    "think": ("begin", "second-chance"),
    "tip": ("begin", "home/tips"),
    "about-to-text": ("begin", "tools/before-you-text"),
    "tools": ("room", "tools"),
    "check-in": ("room", "checkin"),
    "my-notes": ("room", "notes"),
    "help-now": ("begin", "home/help"),
}
"""What stands on the page, in order: a dialog that is begun, or the room behind a command."""

SENTENCES: Mapping[str, str] = {
    "asks": "This is the start page. Choose one, or just write what is going on.",
    "carry-on": "Carry on where I was",
    "think": "Think it through",
    "tip": "I read that I should …",
    "about-to-text": "I'm about to text them",
    "tools": "Tools",
    "check-in": "Check-in",
    "my-notes": "My notes",
    "help-now": "Help now",
}


def answer(visit: Visit) -> Answer:
    """Put the start page as a question; raises `StoreError`."""
    asked = rooms.ask(visit.library, ROOM, dict(_offers(visit)), _words(visit, "asks"))
    return Answer((asked,), asked)


def _offers(visit: Visit) -> Iterator[tuple[str, str]]:
    session = visit.live.session
    if session is not None and not session.view.ended:
        yield "stay", _words(visit, "carry-on")
    if visit.store is not None:
        kept = visit.store.conversations(visit.live.person)
        others = [one for one in kept if not one.ended and one.id != visit.live.id]
        days = days_of(visit.store, visit.live.person)
        yield from rooms.unfinished(visit.library, others[:UNFINISHED], visit.now, days).items()
    for name, (does, what) in _WAYS.items():
        if does == "room" or what in visit.library.programs:
            yield f"{does} {what}", _words(visit, name)


def _words(visit: Visit, name: str) -> str:
    return visit.library.phrases.get(f"host.{ROOM}.{name}") or SENTENCES[name]
