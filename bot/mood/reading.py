"""A person's mood over time, and the days of their space plan, out of the talks that are kept."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.checkins import CHECK_IN, mood_points, point_of
from bot.days import Days, days_of
from bot.dialogue.log import read_log, told_at
from bot.dialogue.paths import dialog_in
from bot.mood.course import mood_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.session import Entry, Session
    from bot.mood.course import Mood
    from bot.store.protocol import Store

SPACE_PLAN, DAYS = "tools/space-plan", "days"
"""The dialog that plans time without contact, and the name of its question for how many days."""


def mood_over_time(
    library: Library, store: Store | None, person: str, session: Session | None = None
) -> Mood:
    """Return a person's mood by the days of their own calendar; raises `StoreError`.

    `session` is the talk at hand, which may not be kept.
    """
    days = Days() if store is None else days_of(store, person)
    points = [] if store is None else list(mood_points(store, person))
    logs = [] if session is None else [session.entries]
    started = read_log(logs[0]).started if logs else None
    if started is not None and started.dialog == CHECK_IN:
        points += [one for log in logs if (one := point_of(log, days)) is not None]
    if store is not None:
        from bot.store.payload import entries_of  # noqa: PLC0415 - brings json; not for a first start

        logs += [entries_of(store.rows(one.id)) for one in store.conversations(person)]
    plans = sorted(
        (days.there(at).date(), many) for log in logs for at, many in _plans(library, log)
    )
    return mood_of(points, frozenset(_planned(plans)))


def _plans(library: Library, log: Sequence[Entry]) -> Iterator[tuple[float, int]]:
    """Give when a space plan was made in a talk, and for how many days, as it stands there today."""
    found = read_log(log)
    for key, entry in found.standing.items():
        many = getattr(entry, "value", None)
        if key.step != DAYS or not isinstance(many, (int, float)) or found.started is None:
            continue
        if dialog_in(library, found.started.dialog, key.frame, log) == SPACE_PLAN:
            yield told_at(log, entry), round(many)


def _planned(plans: Iterable[tuple[date, int]]) -> Iterator[date]:
    """Give the days of all plans; where a new one begins, the one before it is over."""
    days: list[date] = []
    for first, many in plans:
        days = [one for one in days if one < first]
        days += [first + timedelta(n) for n in range(many)]
    yield from days
