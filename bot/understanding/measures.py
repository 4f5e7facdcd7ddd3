"""Options that stand for a time, for how many times or for a distance, found by what is measured.

It ends at the option; words are read in options.py.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bot.understanding.lengths import Length, length_at
from bot.understanding.numbers import value_at
from bot.understanding.when import Interval, when

if TYPE_CHECKING:
    from bot.understanding.menus import Menu
    from bot.understanding.text import Text

_LONG_AGO = 40_000  # days; longer than any love


def counted(words: list[str], menu: Menu) -> str | None:
    """The option of how many times, where labels count ("once", "three or more") and a number fits."""
    if sum(label[0] in _COUNTS for label in menu.labels if label) < _COUNTING:
        return None
    times = next(
        (times for at in range(min(len(words), _EARLY)) if (times := _times(words, at)) >= 0), -1
    )
    if times < 0 or {"not", "no"} & set(words[:_EARLY]):
        return None
    most = max(_COUNTS.get(word, 0) for label in menu.labels for word in label[:1])
    for name, label in zip(menu.ids, menu.labels, strict=True):
        low = _COUNTS.get(label[0], 0) if label else 0
        if label[:1] in (("more",), ("often",), ("many",)):
            low = most + 1
        elif label in _NEVER and times == 0:
            return name
        high = _ENDLESS if _OPEN & set(label) else _COUNTS.get(label[-1], low) if label else 0
        if low and low <= times <= high:
            return name
    return None


def _times(words: list[str], at: int) -> int:
    """How many times the words from a place on say; -1 where they say none."""
    if words[at] in _TIMES:
        return _TIMES[words[at]]
    hit = value_at(words, at)
    if hit is None or not (words[at][0].isdecimal() or words[hit[1] : hit[1] + 1] in _COUNTED):
        return -1
    return round(hit[0])


_EARLY = 3  # words before which a number answers how many times
_COUNTED = (["times"], ["time"])
_OPEN = frozenset("more often many".split())
_NEVER = (("never",), ("no",), ("none",))
_COUNTS = {"once": 1, "one": 1, "twice": 2, "two": 2, "three": 3, "3": 3, "2": 2, "1": 1}
_TIMES = {"once": 1, "twice": 2, "couple": 2, "few": 3, "several": 4, "many": 9}
_COUNTING = 2  # labels that count, before a menu counts
_ENDLESS = 99


def timed(text: Text, menu: Menu, ref: date | None, question: str) -> str | None:
    """The option whose stretch of time holds the middle of the time named.

    Without a day to look back from, a time counts where every day would find the same option.
    """
    stretches = _stretches(menu.labels)
    if len(stretches) < 2:
        return None
    asked = question or ("how long" if any("less" in label for label in menu.labels) else "")
    found = {
        _within(when(text, asked, day).value, text, stretches)
        for day in ((ref,) if ref is not None else _ANY_DAYS)
    }
    index = found.pop() if len(found) == 1 else None
    return None if index is None else menu.ids[index]


# One in each season, on four days of the week.
_ANY_DAYS = (date(2023, 6, 14), date(2025, 10, 26), date(2026, 2, 20), date(2024, 12, 30))


def _within(span: Interval | None, text: Text, stretches: dict[int, tuple[int, int]]) -> int | None:
    if span is None and any(word in _AGES for word in text.norm.split()):
        span = Interval(_LONG_AGO - 1, _LONG_AGO - 1)
    if span is None:
        return None
    middle = (span.days_min + span.days_max) / 2
    for index, (low, high) in sorted(stretches.items(), key=lambda each: each[1][1]):
        if low - 1 < middle <= high:
            return index
    return None


@lru_cache(maxsize=256)
def _stretches(labels: tuple[tuple[str, ...], ...]) -> dict[int, tuple[int, int]]:
    """The days that labels of time stand for, by their place among the options."""
    found: dict[int, tuple[int, int]] = {}
    for index, label in enumerate(labels):
        row = " ".join(label)
        if row in _NAMED_STRETCHES:
            found[index] = _NAMED_STRETCHES[row]
            continue
        words = [part for word in label for part in re.findall(r"[a-z]+|\d+|-", word)]
        lengths = _lengths(words)
        if not lengths:
            if row in {"longer ago", "longer", "more", "earlier", "long ago"}:
                found[index] = (max((high for _, high in found.values()), default=0), _LONG_AGO)
            continue
        low, high = lengths[0].low, lengths[-1].high
        first = value_at(words, 0)
        if len(lengths) == 1 and first and words[first[1] : first[1] + 1] == ["to"]:
            low = round(first[0] * lengths[0].unit)  # "two to ten years"
        if {"less", "under"} & set(label):
            low = 0
        elif {"more", "over", "longer"} & set(label):
            high = _LONG_AGO
        found[index] = (low, high)
    return found


def _lengths(words: list[str]) -> list[Length]:
    found: list[Length] = []
    at = 0
    while at < len(words):
        length = length_at(words, at)
        if length is not None:
            found.append(length)
        at = length.end if length is not None else at + 1
    return found


_AGES = frozenset("ages yonks forever years donkeys decades".split())
_NAMED_STRETCHES = {
    "today": (0, 0), "yesterday": (1, 1), "this week": (0, 6), "last week": (7, 13),
    "this month": (0, 30), "last month": (22, 61), "this year": (0, 365),
}  # fmt: skip


def apart(words: list[str], menu: Menu) -> str | None:
    """The option of a love over a distance, where two places are named: "he's in York, I'm in Rome"."""
    far = [
        name for name, label in zip(menu.ids, menu.labels, strict=True) if _FAR & set(label)
    ]  # fmt: skip
    if len(far) != 1:
        return None
    places = [(hit["who"] in _WRITER, hit["place"]) for hit in _living().finditer(" ".join(words))]
    mine = {place for own, place in places if own}
    theirs = {place for own, place in places if not own}
    return far[0] if mine and theirs and mine.isdisjoint(theirs) else None


_FAR = frozenset({"distance"})
_WRITER = frozenset({"i", "me"})


@cache
def _living() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<who>i|me|he|she|they|him|her|them)(?: (?:am|is|are|was|were|live|lives|lived|moved|still"
        r"|work|works|worked|stay|stays|stayed|based|over|up|down|back)){0,3} (?:in|to|near)"
        r" (?P<place>(?!(?:the|a|an|my|his|her|our|their|one|this|that|it|bed|love|work|town|touch)\b)[a-z]+)"
    )
