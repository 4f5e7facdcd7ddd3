"""A mood over time as rows with bars; each row says in words what its bar shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.mood import course

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.channels.terminal.signs import Signs
    from bot.mood.course import Mood, Row

PLAN = "plan"
"""Stands behind a day of the space plan, whose days are said in full below."""


def rows(mood: Mood, signs: Signs) -> Iterator[str]:
    """Give a mood as rows of at most 36 columns where the days of a gap lie in one month."""
    for row in course.rows(mood):
        yield _gap(row) if row.mood is None else _bar(row, row.mood, signs)
    yield from course.plan_lines(mood)


def _bar(row: Row, mood: int, signs: Signs) -> str:
    bar = signs.bar * mood + signs.rest * (course.HIGH - mood)
    plan = f", {PLAN}" if row.planned else ""
    return f"{course.short_day(row.first)} {bar} {course.number_in_words(mood)}{plan}"


def _gap(row: Row) -> str:
    last = course.short_day(row.last)
    if row.first == row.last:
        return f"{last}: {course.NOTHING}"
    first = course.short_day(row.first)
    if row.first.month == row.last.month:
        first = first.rpartition(" ")[0]
    return f"{first} to {last}: {course.NOTHING}"
