"""The start page: what is unfinished, the ways into a talk, and what is kept.

It ends at the offer; what is begun by a choice, or by words typed there, is the host's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import rooms
from bot.page.answer import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.page.visiting import Visit

ROOM = "home"
"""The command, and the step of its question."""

UNFINISHED = 2
"""Talks of other days that are offered to be carried on; more would push the ways in off the screen."""

_DIALOGS: Mapping[str, str] = {
    "think": "second-chance",
    "tip": "home/tips",
    "about-to-text": "tools/before-you-text",
}
_ROOMS: Mapping[str, str] = {
    "tools": "tools", "check-in": "checkin", "my-notes": "notes", "help-now": "help",
}  # fmt: skip

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
        yield from rooms.unfinished(visit.library, others[:UNFINISHED], visit.now).items()
    for name, dialog in _DIALOGS.items():
        if dialog in visit.library.programs:
            yield f"begin {dialog}", _words(visit, name)
    for name, word in _ROOMS.items():
        yield f"room {word}", _words(visit, name)


def _words(visit: Visit, name: str) -> str:
    return visit.library.phrases.get(f"host.{ROOM}.{name}") or SENTENCES[name]
