"""What stands beside a talk on its page: the mood over time, the tools that were used, kept notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogue.engine import fold
from bot.dialogue.safety import LINES
from bot.dialogue.wording import day_of
from bot.mood.course import is_hard
from bot.mood.reading import mood_over_time
from bot.page import layout
from bot.page.admitting import may_be_printed
from bot.page.answers import UNSENT
from bot.page.notes import kept_notes
from bot.page.sheet import Noted, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.dialogue.session import Session
    from bot.page.notes import Shelf

TOOLS = "tools/"
"""What the names of all tools begin with."""

LOOKED_THROUGH = 20
"""Kept talks, newest first, that are looked through for tools."""

NOTES_OFFERED = 8
"""Notes, newest first, from which some can be chosen: what fits in one list."""


def with_beside(shelf: Shelf, page: Page | None, now: float) -> Page | None:
    """Return a page with what stands beside it; one of that alone where there is no other.

    A page that danger has shut gets none of it, and the mood is left out while it is very low. None
    where nothing is there. `now` is in seconds since the epoch. Raises `StoreError`.
    """
    if page is not None and page.shut:
        return page
    mood = mood_over_time(shelf.library, shelf.store, shelf.live.person, shelf.live.session)
    notes = tuple(_notes(shelf))
    beside = replace(
        page if page is not None else Page("", day_of(now), "en", "", "", LINES),
        mood=mood if mood.points and not is_hard(mood, now) else None,
        tools=tuple(dict.fromkeys(_tools(shelf))),
        notes=notes,
    )
    has_any = beside.mood is not None or beside.tools or notes
    return beside if page is not None or has_any else None


def _tools(shelf: Shelf) -> Iterator[str]:
    """Give the titles of the tools that were gone through, the newest talk first."""
    sessions = [] if shelf.live.session is None else [shelf.live.session]
    if shelf.store is not None:
        from bot.store.payload import entries_of  # noqa: PLC0415 - brings json; most talks end unsaved

        talks = shelf.store.conversations(shelf.live.person)[:LOOKED_THROUGH]
        logs = (entries_of(shelf.store.rows(one.id)) for one in talks if one.id != shelf.live.id)
        sessions += [fold(shelf.library, log) for log in logs]
    for session in sessions:
        for name in sorted(_visited(session)):
            program = shelf.library.programs.get(name)
            if program is not None and name.startswith(TOOLS):
                yield program.title


def _visited(session: Session) -> frozenset[str]:
    return frozenset().union(*(stand.visited for stand in session.view.stack))


def _notes(shelf: Shelf) -> Iterator[Noted]:
    """Give the notes that may be printed by the rules of today."""
    rules = shelf.library.rules
    fit = [
        one for one in kept_notes(shelf) if one.step != UNSENT and may_be_printed(rules, one.text)
    ]
    for one in fit[:NOTES_OFFERED]:
        about = ", ".join(
            part for part in (one.dialog, day_of(one.at)) if part and part != one.title
        )
        yield Noted(one.title, about, layout.signs_only(one.text).strip())
