"""The rooms that are gone through in several questions: what each of them is handed, and its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot import rooms
from bot.page.answer import Answer
from bot.store.errors import StoreError
from bot.talks import ShowMood

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.session import AskQuestion, Event
    from bot.keeping import Live
    from bot.page.notes import Shelf
    from bot.store.protocol import Store

SHUT_AFTER_DANGER = frozenset({"mood", "summary"})
"""Rooms that weigh what was: not on a day on which danger was heard. Notes may hold on to somebody."""


class Visit(NamedTuple):
    """Who looks at what: the talk at hand among those in memory, the store, and the time.

    `lines` gives help lines of some kinds; `now` is in seconds since the epoch.
    """

    library: Library
    store: Store | None
    live: Live
    lives: Mapping[str, Live]
    lines: Callable[[Sequence[str]], Sequence[str]]
    now: float


def answer(visit: Visit, room: str, choice: str = "") -> Answer:
    """Answer what was chosen so far in the room of a word, "" to begin with; raises `StoreError`."""
    library, store, live = visit.library, visit.store, visit.live
    match room:
        case "home":
            from bot.page import home_room  # noqa: PLC0415 - one room at a time

            return home_room.answer(visit)
        case "mood":
            from bot.mood.reading import mood_over_time  # noqa: PLC0415 - one room at a time
            from bot.page import mood_room  # noqa: PLC0415 - as above

            mood = mood_over_time(library, store, live.person, live.session)
            return mood_room.answer(library, mood, visit.now, choice)
        case "my-data":
            from bot.page import data_room  # noqa: PLC0415 - as above

            return data_room.answer(visit, choice)
        case "notes":
            from bot.page import notes_room  # noqa: PLC0415 - as above

            return notes_room.answer(_shelf(visit), visit.now, choice)
        case _:
            from bot.page import room as page_room  # noqa: PLC0415 - as above

            page = page_room.page_for(_shelf(visit), visit.now)
            lines = visit.lines(page.kinds) if page is not None else ()
            return page_room.answer(library, page, lines, choice)


def written(visit: Visit, asked: AskQuestion, event: Event) -> Answer | None:
    """Take what was written at a question of a room; None where it is heard as anywhere else."""
    from bot.page import data_room, notes_room  # noqa: PLC0415 - as above

    words = notes_room.typed(visit.library, asked, event)
    if words is None and asked.key.step != data_room.FACT:
        return None
    try:
        if words is None:
            return data_room.written(visit, asked, event)
        return notes_room.rewritten(_shelf(visit), asked, words)
    except StoreError as error:
        return Answer(rooms.trouble(visit.library, error))


def _shelf(visit: Visit) -> Shelf:
    from bot.page.notes import Shelf  # noqa: PLC0415 - as above

    return Shelf(visit.library, visit.store, visit.live, visit.lives)


def mood_shown(visit: Visit) -> tuple[ShowMood, ...]:
    """Return a mood over time where a dialog shows it; nothing where there is none, or it is very low."""
    from bot.mood.course import is_hard  # noqa: PLC0415 - as above
    from bot.mood.reading import mood_over_time  # noqa: PLC0415 - as above

    try:
        mood = mood_over_time(visit.library, visit.store, visit.live.person, visit.live.session)
    except StoreError:
        return ()
    return () if not mood.points or is_hard(mood, visit.now) else (ShowMood(mood),)
