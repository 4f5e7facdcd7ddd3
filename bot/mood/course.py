"""A mood over time as a value, and how it is said: a line for each day, a gap where nothing was told.

Nothing is reckoned from it: no mean, no trend, no streak.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bot.checkins import MoodPoint

LOW, HIGH = 0, 10
"""Both ends of the scale; in words they are `ENDS`."""
ENDS = ("very bad", "fine")

DAYS_SHOWN = 60
"""Days that are shown at most, today the last: a bar of a longer time would be too thin to see."""

BAD, FALL = 2, 3
"""A mood this low, or lower than the one before by so much, is met with care and not with bars."""
FRESH_DAYS = 7
"""Days after which a low mood no longer speaks for now."""

LONGEST_ALT = 1_000
"""Characters of a text that stands for a picture; Discord takes 1,024."""

NOTHING = "nothing noted"
HEADING = f"Your mood over time ({LOW} is {ENDS[0]}, {HIGH} is {ENDS[1]}):"
"""The line above it."""

_ONE_DAY = timedelta(days=1)
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


class DayMood(NamedTuple):
    """What was told on a day of the person's own calendar: a whole number from `LOW` to `HIGH`."""

    day: date
    mood: int


class Mood(NamedTuple):
    """Moods in the order of their days, one a day, and the days of a space plan."""

    points: tuple[DayMood, ...] = ()
    plan_days: frozenset[date] = frozenset()


class Row(NamedTuple):
    """A line of a mood that is shown: one day with a mood, or days on which nothing was told.

    `mood` is None for the latter. `planned` says that the day lies in the space plan.
    """

    first: date
    last: date
    mood: int | None
    planned: bool = False


def mood_of(points: Iterable[MoodPoint], plan_days: Collection[date] = ()) -> Mood:
    """Put what check-ins told in order; of several on one day the last that is given counts."""
    told = {date.fromisoformat(one.day): one.mood for one in points if LOW <= one.mood <= HIGH}
    return Mood(tuple(DayMood(day, told[day]) for day in sorted(told)), frozenset(plan_days))


def told_days(mood: Mood) -> tuple[date, ...]:
    """Return the days that are told of, in order: from the first mood to the last, not too many."""
    if not mood.points:
        return ()
    last = mood.points[-1].day
    return _days(max(mood.points[0].day, last - (DAYS_SHOWN - 1) * _ONE_DAY), last)


def drawn_days(mood: Mood) -> tuple[date, ...]:
    """Return the days that a picture has room for: those, and around them the space plan's."""
    told = told_days(mood)
    if not told:
        return ()
    plan = sorted(mood.plan_days)
    first, last = min((told[0], *plan)), max((told[-1], *plan))
    first = max(first, told[-1] - (DAYS_SHOWN - 1) * _ONE_DAY)
    return _days(first, min(last, first + (DAYS_SHOWN - 1) * _ONE_DAY))


def _days(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + n * _ONE_DAY for n in range((last - first).days + 1))


def rows(mood: Mood) -> tuple[Row, ...]:
    """Return the lines of a mood, oldest first; days without one that follow each other are one."""
    told = {one.day: one.mood for one in mood.points}
    found: list[Row] = []
    for day in told_days(mood):
        planned = day in mood.plan_days
        if day in told:
            found.append(Row(day, day, told[day], planned))
        elif found and found[-1].mood is None:
            found[-1] = found[-1]._replace(last=day, planned=found[-1].planned and planned)
        else:
            found.append(Row(day, day, None, planned))
    return tuple(found)


def is_hard(mood: Mood, now: float) -> bool:
    """Whether the newest mood is very low, or has just fallen far, and is of these days.

    `now` is in seconds since the epoch.
    """
    today = datetime.fromtimestamp(now, UTC).date()
    if not mood.points or (today - mood.points[-1].day).days > FRESH_DAYS:
        return False
    newest = mood.points[-1].mood
    before = mood.points[-2].mood if len(mood.points) > 1 else newest
    return newest <= BAD or before - newest >= FALL


def plan_spans(mood: Mood) -> tuple[tuple[date, date], ...]:
    """Return the days of the space plan as stretches, first and last day included."""
    found: list[tuple[date, date]] = []
    for day in sorted(mood.plan_days):
        if found and day - found[-1][1] == _ONE_DAY:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return tuple(found)


# --- in words ---


def scale_in_words() -> str:
    """Say what the numbers mean."""
    return f"{LOW} is {ENDS[0]}, {HIGH} is {ENDS[1]}"


def number_in_words(mood: int) -> str:
    """Say a mood as a person would."""
    return f"{mood} of {HIGH}"


def day_in_full(day: date) -> str:
    """Say a day like `Monday 3 November`."""
    return f"{_WEEKDAYS[day.weekday()]} {day_and_month(day)}"


def day_and_month(day: date) -> str:
    """Say a day like `3 November`."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def short_day(day: date) -> str:
    """Say a day in ten signs, always as many, like `Mon 03 Nov`."""
    return f"{_WEEKDAYS[day.weekday()][:3]} {day.day:02d} {_MONTHS[day.month - 1][:3]}"


def days_in_full(first: date, last: date) -> str:
    """Say a stretch of days, or the one day it is."""
    return day_in_full(first) if first == last else f"{day_in_full(first)} to {day_in_full(last)}"


def lines(mood: Mood) -> tuple[str, ...]:
    """Return the whole of it in words, a sentence a line: for a screen reader, and for logs."""
    return (*map(_line, rows(mood)), *plan_lines(mood))


def plan_lines(mood: Mood) -> tuple[str, ...]:
    """Say which days the space plan has; nothing where there is none."""
    return (f"Your space plan: {plan_in_full(mood)}.",) if mood.plan_days else ()


def plan_in_full(mood: Mood) -> str:
    """Return the days of the space plan in words."""
    return " and ".join(days_in_full(*span) for span in plan_spans(mood))


def _line(row: Row) -> str:
    if row.mood is None:
        return f"{days_in_full(row.first, row.last)}: {NOTHING}."
    plan = ", space plan" if row.planned else ""
    return f"{day_in_full(row.first)}: {number_in_words(row.mood)}{plan}."


def alt_text(mood: Mood) -> str:
    """Say in words what a picture of it shows, in at most `LONGEST_ALT` characters."""
    days = told_days(mood)
    if not days:
        return "Mood over time. Nothing is noted yet."
    first, last = (f"{day_and_month(one)} {one.year}" for one in (days[0], days[-1]))
    when = f"from {first} to {last}" if first != last else f"on {first}"
    about = (
        f"Mood over time, a bar for each day on which something was noted, {when}. "
        f"{scale_in_words()}."
    )
    plan = " ".join(("", *plan_lines(mood)))
    told = [one for one in mood.points if one.day >= days[0]]
    room = LONGEST_ALT - len(about) - len(plan)
    return f"{about}{_told(told, room)}{plan}"[:LONGEST_ALT]


def _told(points: Sequence[DayMood], room: int) -> str:
    """Say the newest of the moods that there is room for."""
    said: list[str] = []
    for one in reversed(points):
        said.insert(0, f"{day_and_month(one.day)}: {one.mood}")
        if len(_joined(said, left_out=len(said) < len(points))) > room:
            said.pop(0)
            break
    return _joined(said, left_out=len(said) < len(points)) if said else ""


def _joined(said: Sequence[str], *, left_out: bool) -> str:
    start = " The newest of them: " if left_out else " "
    return f"{start}{', '.join(said)}."
