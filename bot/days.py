"""A person's own day: which day and hour it is for them, and when they want to be left in peace.

What they told of it are person facts; without them it is the clock of this machine, and the night.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from bot.dialogue.session import Value
    from bot.store.protocol import Store

HOUR_NOW = "hour-now"
"""The person fact that holds which hour it was for them when they said it: h0 to h23."""
QUIET = "quiet-hours"
"""The person fact that holds when nothing is to come: one of `QUIET_HOURS`."""

QUIET_HOURS = {"night": (22, 8), "long-night": (20, 10), "workday": (22, 17), "never": (0, 0)}
"""What can be chosen: the hour from which on, and the hour up to which, nothing comes."""
AT_NIGHT = QUIET_HOURS["night"]
"""What holds for whoever was not asked; nobody should be woken."""

HOUR, DAY = 3_600, 86_400
FARTHEST_WEST = -11
"""Hours behind UTC that an hour of the day may mean; the islands beyond it count as far east."""


class Days(NamedTuple):
    """The clock of a person: `east` is seconds ahead of UTC, None for the zone of this machine."""

    east: int | None = None
    quiet: tuple[int, int] = AT_NIGHT

    def there(self, at: float) -> datetime:
        """Return the moment `at` (seconds since the epoch) as the person's calendar has it."""
        from datetime import UTC, datetime, timedelta, timezone  # noqa: PLC0415 - a first start needs none

        moment = datetime.fromtimestamp(at, UTC)
        if self.east is None:
            return moment.astimezone()
        return moment.astimezone(timezone(timedelta(seconds=self.east)))

    def day(self, at: float) -> str:
        """Return the day of a moment, as 2026-05-03."""
        return self.there(at).date().isoformat()

    def is_quiet(self, at: float) -> bool:
        """Whether a moment lies in the quiet hours."""
        first, last = self.quiet
        hour = self.there(at).hour
        return first <= hour < last if first <= last else hour >= first or hour < last

    def after_quiet(self, at: float) -> float:
        """Return the first moment from `at` on that is not quiet, on the hour if it is a later one."""
        for _ in range(DAY // HOUR):
            if not self.is_quiet(at):
                return at
            here = self.there(at)
            at += HOUR - here.minute * 60 - here.second - here.microsecond / 1e6
        return at

    def next_day(self, at: float) -> float:
        """Return the first moment after the day of `at` that is not quiet."""
        here = self.there(at)
        gone = here.hour * HOUR + here.minute * 60 + here.second + here.microsecond / 1e6
        later = at + DAY - gone
        if self.day(later) == self.day(at):
            later += HOUR  # the clocks were put back on that day
        return self.after_quiet(later)


MACHINE = Days()
"""The clock of this machine."""


def machine_east(at: float) -> int:
    """Return how many seconds ahead of UTC the clock of this machine is at a moment."""
    ahead = MACHINE.there(at).utcoffset()
    return 0 if ahead is None else int(ahead.total_seconds())


def east_of(hour: Value, at: float) -> int | None:
    """Return how many seconds ahead of UTC someone is who said at `at` that it was `hour`, as h21.

    Whole hours; None for what is no hour.
    """
    digits = hour.removeprefix("h") if isinstance(hour, str) else ""
    if not digits.isdecimal():
        return None
    ahead = int(digits) - int(at % DAY // HOUR)
    return ((ahead - FARTHEST_WEST) % 24 + FARTHEST_WEST) * HOUR


def days_from(facts: dict[str, tuple[Value, float]]) -> Days:
    """Return the clock that person facts tell of; each comes with the moment it was told at."""
    hour, at = facts.get(HOUR_NOW, (None, 0.0))
    chosen, _ = facts.get(QUIET, (None, 0.0))
    return Days(east_of(hour, at), QUIET_HOURS.get(str(chosen), AT_NIGHT))


def days_of(store: Store, person: str) -> Days:
    """Return the clock of a person; raises `StoreError`."""
    told = [one for one in store.facts(person) if one.name in (HOUR_NOW, QUIET)]
    if not told:
        return Days()
    from bot.store.payload import seconds, value_of  # noqa: PLC0415 - brings json; not for a first start

    return days_from({one.name: (value_of(one.value), seconds(one.at)) for one in told})
