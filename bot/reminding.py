"""When somebody may be reminded, and of what: what is due comes in one message, at most one a day.

Who sends it and in which words is the channel's. On the start page what is due stands all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.days import days_of
from bot.keeping import REMINDED, off_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.store.protocol import Reminder, Store


def together(due: Iterable[Reminder]) -> dict[str, tuple[Reminder, ...]]:
    """Put reminders together by person, for one message to each; of one dialog only the first."""
    found: dict[str, tuple[Reminder, ...]] = {}
    for one in due:
        mine = found.get(one.person, ())
        if one.dialog not in [other.dialog for other in mine]:
            found[one.person] = (*mine, one)
    return found


def wait_until(store: Store, person: str, now: float, is_calm: Callable[[str], bool]) -> float:
    """Return until when a person is left in peace; 0 when a message may come now.

    None comes in their quiet hours, none on a day that had one, none within a day of danger (which
    `is_calm` tells), and none to whoever asked that nothing more is kept. Raises `StoreError`.
    """
    days = days_of(store, person)
    told = told_at(store, person)
    if is_calm(person) or off_record(store, person):
        return days.next_day(now)
    if told and days.day(told) == days.day(now):
        return days.next_day(now)
    return days.after_quiet(now) if days.is_quiet(now) else 0.0


def told_at(store: Store, person: str) -> float:
    """Return when a person was reminded last, in seconds since the epoch, or 0."""
    from bot.store.payload import seconds  # noqa: PLC0415 - brings json; not for a first start

    return next((seconds(one.at) for one in store.facts(person) if one.name == REMINDED), 0.0)


def note_told(store: Store, person: str, now: float) -> None:
    """Keep that a person is reminded now; before it is sent, so that a fault sends nothing twice."""
    from bot.store.payload import iso  # noqa: PLC0415 - as above

    store.keep_fact(person, REMINDED, f'"{iso(now)}"', iso(now))


def due_now(
    store: Store, person: str, now: float, is_calm: Callable[[str], bool]
) -> tuple[Reminder, ...]:
    """Return what fell due since a person was reminded last, where a message may come now.

    Nothing is taken or put off: the start page offers it on. Raises `StoreError`.
    """
    from bot.store.payload import seconds  # noqa: PLC0415 - as above

    told = told_at(store, person)
    new = [one for one in store.reminders(person) if told < seconds(one.due) <= now]
    if not new or wait_until(store, person, now, is_calm):
        return ()
    return together(new)[person]
