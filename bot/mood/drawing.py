"""The picture of a mood as shapes: bars with their numbers, gaps, the days of the space plan.

What paints them (svg.py, png.py) knows nothing of moods. Nothing is told by colour alone: each bar
has its number, and the shaded days have an edge and a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.mood.course import (
    ENDS,
    HIGH,
    LOW,
    Mood,
    day_and_month,
    drawn_days,
    plan_spans,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

WIDTH, HEIGHT = 1000, 480
"""The size of the picture, in units; on a phone it is about a third of that wide."""

TITLE = "Mood over time"
"""Neutral, since it stands in lists of files."""

GAPS = "A day without a bar is a day on which nothing was noted."
SHADED = "The shaded days, between two lines, are your space plan: {days}."

SPANS_NAMED = 2
"""Stretches of a plan, the newest, that are named below the picture: what fits on one line."""

COLOURS: Mapping[str, str] = {
    "paper": "#fbfaf7",
    "ink": "#23211d",
    "soft": "#5d584f",
    "edge": "#cfc8ba",
    "shade": "#ece5d6",
    "bar": "#4d7a86",
}
"""Colours by role, dark enough on the paper for weak eyes (4.5 to 1 for all that is read)."""

_LEFT, _RIGHT, _TOP, _BOTTOM = 132, 972, 84, 360
_OVER = 26
"""How far the shade of a plan stands above the highest bar: its number has room there."""
_WIDEST_DAY = 46.0
_DATE_ROOM = 76.0


class Box(NamedTuple):
    """A filled rectangle; its upper corners are round with a radius, the lower ones stand on a line."""

    left: float
    top: float
    width: float
    height: float
    colour: str
    radius: float = 0


class Rule(NamedTuple):
    """A thin straight line."""

    left: float
    top: float
    right: float
    bottom: float
    colour: str


class Words(NamedTuple):
    """A line of text on its baseline; `anchor` is start, middle or end."""

    left: float
    base: float
    size: float
    text: str
    colour: str = "ink"
    anchor: str = "start"


Shape = Box | Rule | Words


def shapes(mood: Mood) -> tuple[Shape, ...]:
    """Return a picture, what lies lowest first."""
    days = drawn_days(mood)
    wide = min(_WIDEST_DAY, (_RIGHT - _LEFT) / max(1, len(days)))
    return (
        Box(0, 0, WIDTH, HEIGHT, "paper"),
        Words(28, 44, 26, TITLE),
        *_plan(mood, days, wide),
        *_scale(),
        *_bars(mood, days, wide),
        *_dates(days, wide),
        *_notes(mood),
    )


def _height(mood: float) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * (mood - LOW) / (HIGH - LOW)


def _scale() -> Iterator[Shape]:
    middle = (LOW + HIGH) // 2
    for number, word in ((HIGH, ENDS[1]), (middle, ""), (LOW, ENDS[0])):
        height = _height(number)
        yield Rule(_LEFT, height, _RIGHT, height, "edge" if number else "soft")
        yield Words(_LEFT - 12, height + 6, 17, f"{word} {number}".strip(), "soft", "end")


def _bars(mood: Mood, days: Sequence[date], wide: float) -> Iterator[Shape]:
    places = {day: place for place, day in enumerate(days)}
    thick = wide * 0.68
    size = max(11.0, min(18.0, wide * 0.8))
    for point in mood.points:
        if point.day not in places:
            continue
        left = _LEFT + places[point.day] * wide + (wide - thick) / 2
        # The lowest mood has a bar, too: no bar means that nothing was noted.
        top = min(_height(point.mood), _BOTTOM - 3)
        yield Box(left, top, thick, _BOTTOM - top, "bar", min(4.0, thick / 3, (_BOTTOM - top) / 2))
        yield Words(left + thick / 2, top - 6, size, str(point.mood), "ink", "middle")


def _dates(days: Sequence[date], wide: float) -> Iterator[Shape]:
    every = max(1, -(-int(_DATE_ROOM) // max(1, int(wide))))
    for place in range(0, len(days), every):
        middle = _LEFT + (place + 0.5) * wide
        yield Rule(middle, _BOTTOM, middle, _BOTTOM + 6, "soft")
        day, month = day_and_month(days[place]).split()
        yield Words(middle, _BOTTOM + 26, 16, f"{day} {month[:3]}", "soft", "middle")


def _plan(mood: Mood, days: Sequence[date], wide: float) -> Iterator[Shape]:
    for first, last in plan_spans(mood):
        inside = [place for place, day in enumerate(days) if first <= day <= last]
        if not inside:
            continue
        left, right = _LEFT + inside[0] * wide, _LEFT + (inside[-1] + 1) * wide
        yield Box(left, _TOP - _OVER, right - left, _BOTTOM - _TOP + _OVER, "shade")
        for edge, day in ((left, first), (right, last)):
            if day in days:
                yield Rule(edge, _TOP - _OVER, edge, _BOTTOM, "soft")


def _notes(mood: Mood) -> Iterator[Shape]:
    yield Words(28, 424, 16, GAPS, "soft")
    spans = plan_spans(mood)[-SPANS_NAMED:]
    if spans:
        days = " and ".join(f"{day_and_month(one)} to {day_and_month(last)}" for one, last in spans)
        yield Words(28, 452, 16, SHADED.format(days=days), "soft")
