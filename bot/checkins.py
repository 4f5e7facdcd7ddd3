"""What kept check-ins tell about how somebody was, day by day; nothing is counted or judged here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.days import Days, days_of
from bot.dialogue.log import read_log, told_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.session import Entry, Value
    from bot.store.protocol import Store

CHECK_IN = "tools/check-in"
"""The dialog that asks how somebody is."""
MOOD, URGE = "mood", "urge"
"""What its questions about mood and urge are called; both are answered from 0 to 10."""


class MoodPoint(NamedTuple):
    """How somebody was at one check-in: `at` in seconds since the epoch, `day` as 2026-05-03 for them.

    `mood` is 0 (very bad) to 10 (fine), `urge` 0 to 10, or None where it was left open.
    """

    at: float
    day: str
    mood: int
    urge: int | None = None


def mood_points(store: Store, person: str) -> tuple[MoodPoint, ...]:
    """Return the kept check-ins of a person, oldest first, one a day: the newest counts.

    The days are the person's own. A mood that was left open or forgotten is none. Raises `StoreError`.
    """
    talks = [one for one in store.conversations(person) if one.dialog == CHECK_IN]
    if not talks:
        return ()
    from bot.store.payload import entries_of  # noqa: PLC0415 - brings json; not for a first start

    days = days_of(store, person)
    points = [point_of(entries_of(store.rows(one.id)), days) for one in talks]
    found = [one for one in points if one is not None]
    found.sort(key=lambda one: one.at)
    return tuple({one.day: one for one in found}.values())


def point_of(log: Sequence[Entry], days: Days) -> MoodPoint | None:
    """Return how somebody was by the log of one check-in, or None where no mood stands in it."""
    standing = read_log(log).standing
    told: dict[str, tuple[float, Value]] = {}
    for key, entry in standing.items():
        if not key.frame and (value := getattr(entry, "value", None)) is not None:
            told[key.step] = (told_at(log, entry), value)
    at, mood = told.get(MOOD, (0.0, None))
    _, urge = told.get(URGE, (0.0, None))
    if not isinstance(mood, (int, float)):
        return None
    strength = int(urge) if isinstance(urge, (int, float)) else None
    return MoodPoint(at, days.day(at), int(mood), strength)
