"""Lengths of time in an answer: "2 n half yrs", "a couple of weeks", "nearly five years".

It ends at the days; whether the length is how long or how long ago is decided in when.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.understanding.numbers import value_at

if TYPE_CHECKING:
    from collections.abc import Sequence

_DAY, _WEEK, _MONTH, _YEAR = 1.0, 7.0, 30.44, 365.25
_NAMES = {
    0.0: "second seconds sec secs minute minutes min mins hour hours hr hrs h moment moments",
    _DAY: "day days d dys night nights nite nites sleep sleeps days' evening evenings dayz",
    _WEEK: "week weeks w wk wks weeks' wekk wekks weaks weeek weeeks week's wek weks",
    2 * _WEEK: "fortnight fortnights fortnite fortnites",
    _MONTH: "month months mo mos mth mths mnth mnths munth munths moth moths m months' month's"
            " monts mounths mounth monht monhts",
    _YEAR: "year years y yr yrs yeras yers yeards years' year's yaers anos annum yearz",
    10 * _YEAR: "decade decades",
}  # fmt: skip
UNITS = {name: days for days, names in _NAMES.items() for name in names.split()}

# "A few" and their like, as the least and the most people mean.
COUNTS = {"couple": (1.8, 2.45), "cpl": (1.8, 2.45), "cuple": (1.8, 2.45), "few": (3.0, 5.0),
           "several": (4.0, 8.0), "some": (2.0, 5.0), "dozen": (12.0, 12.0),
           "handful": (3.0, 6.0)}  # fmt: skip
_BETWEEN = frozenset(
    "of a an whole full solid good long short lovely happy wonderful miserable bloody fucking wasted"
    " glorious entire little beautiful crazy straight calendar blissful great bad hard wonderfull"
    " amazing awful the more odd - ish".split()
)


# What may follow a unit: units more at the least and at the most, and whether it blurs the count.
_TAILS = {
    "and a half": (0.5, 0.5, False), "and a harf": (0.5, 0.5, False), "and half": (0.5, 0.5, False),
    "half": (0.5, 0.5, False), "and a bit": (0.02, 0.7, False), "and a little": (0.02, 0.7, False),
    "and a something": (0.02, 0.7, False), "and a quarter": (0.25, 0.25, False),
    "and change": (0.01, 0.97, False), "and some": (0.01, 0.97, False),
    "and something": (0.01, 0.97, False), "and counting": (0.0, 0.5, False),
    "and bit": (0.02, 0.7, False), "and more": (0.01, 0.97, False), "or more": (0.0, 0.9, False),
    "plus": (0.0, 0.9, False), "+": (0.0, 0.9, False), "or so": (0.0, 0.0, True),
    "- ish": (0.0, 0.0, True), "ish": (0.0, 0.0, True), "roughly": (0.0, 0.0, True),
    "approx": (0.0, 0.0, True), "approximately": (0.0, 0.0, True), "about": (0.0, 0.0, True),
    "give or take": (0.0, 0.0, True), "odd": (0.0, 0.0, True),
}  # fmt: skip


class Length(NamedTuple):
    """From `low` to `high` days, between the word indexes `begin` and `end`; `unit` in days."""

    low: int
    high: int
    begin: int
    end: int
    unit: int


class _Count(NamedTuple):
    low: float
    high: float
    end: int
    rough: bool = False


def length_at(words: Sequence[str], at: int) -> Length | None:
    """The length of time that begins at the word `at`, or None."""
    count = _count(words, at)
    if count is None:
        return None
    end = _unit_place(words, count.end)
    if end is None:
        return None
    unit = UNITS[words[end]]
    if len(words[end]) == 1 and not words[end - 1][0].isdecimal():
        return None
    end += 1
    low, high, rough = count.low, count.high, count.rough
    low, high, rough, end = _tail(words, end, low, high, rough=rough)
    more, end = _smaller(words, end, unit)
    days = low * unit + more, high * unit + more
    if unit == 0.0:
        first = int(count.low // 24) if words[end - 1][:1] == "h" and count.low >= 20 else 0
        return Length(first, first, at, end, 1)
    fuzz = 0.0 if high > low else _fuzz(low, unit)
    span = (days[0] - fuzz, days[1] + fuzz)
    if rough and unit > _DAY:
        span = (days[0] * 0.88, days[1] * 1.14)
    elif rough:
        span = (days[0] - 1, days[1] + 1)
    low_days, high_days = _qualified(words, at, end, days, span, unit=unit)
    return Length(max(0, round(low_days)), round(high_days), at, end, round(unit))


def _fuzz(count: float, unit: float) -> float:
    """How far from the exact count of days people mean it."""
    if unit <= _DAY:
        return 0.0
    if unit <= 2 * _WEEK:
        return 1.0 if count <= 4 else 2.0 if count <= 8 else 3.0
    if unit < _YEAR:
        return min(1.0 + 2 * count if count < 2 else 3.0 + 2 * count, 16.0)
    years = count * unit / _YEAR
    return max(18.0 if years < 0.9 else 30.0 if years < 1.9 else 50.0, years * 3.8)


def _count(words: Sequence[str], at: int) -> _Count | None:
    word = words[at]
    if word in {"half", "halve", "harf"} and at + 1 < len(words):
        step = at + 1 + (words[at + 1] in {"a", "of"}) + (words[at + 1 : at + 3] == ["of", "a"])
        return _Count(0.5, 0.5, step)
    if word in {"a", "an", "the", "1"} or word in COUNTS:
        named = _named_count(words, at)
        if named is not None:
            return named
    hit = value_at(words, at) if word[0].isalnum() else None
    if hit is None:
        return _bare_unit(words, at)
    return _blurred(words, *hit)


def _blurred(words: Sequence[str], low: float, end: int) -> _Count:
    """The count with what blurs it: "three and a bit", "two or three", "60-odd", "10+", "6ish"."""
    rest = ["and" if word == "n" else word for word in words[end : end + 3]]
    if rest in (["and", "a", "bit"], ["and", "a", "little"]):
        return _Count(low + 0.02, low + 0.7, end + 3)
    if rest[:1] == ["dozen"]:
        return _Count(low * 12, low * 12, end + 1)
    high, end = _range(words, low, end)
    if list(words[end : end + 1]) == ["-"] and words[end + 1 : end + 2]:
        end += words[end + 1] in {"odd", "ish", "plus"}
    match words[end] if end < len(words) else "":
        case "odd":
            return _Count(low, low + 9 if low >= 20 else low + 3, end + 1)
        case "+" | "plus":
            return _Count(low, low * 1.25, end + 1)
        case "ish":
            return _Count(low, high, end + 1, rough=True)
        case _:
            return _Count(low, high, end)


def _bare_unit(words: Sequence[str], at: int) -> _Count | None:
    """The "a" that was left out: "week ago", "year and a half"."""
    after = words[at + 1] if at + 1 < len(words) else ""
    if len(words[at]) < 3 or UNITS.get(words[at], 0) < _DAY or words[at].endswith("s"):
        return None
    if after in {"before", "after"} and at + 3 <= len(words):
        return _Count(1.0, 1.0, at)
    if after in {"ago", "back", "or", "now"} or (
        after in {"and", "n"} and words[min(at + 3, len(words) - 1)] == "half"
    ):
        return _Count(1.0, 1.0, at)
    return _Count(1.0, 1.0, at) if after == "exactly" else None


def _named_count(words: Sequence[str], at: int) -> _Count | None:
    start = at
    if words[at] in {"a", "an", "the", "1"}:
        at += 1
        if at < len(words) and words[at] in {"good", "last", "past", "mere", "whole", "cool"}:
            at += 1
    if at < len(words) and words[at] in COUNTS:
        low, high = COUNTS[words[at]]
        at += 1
        if at < len(words) and words[at] == "of":
            at += 1
        if (
            at + 1 < len(words)
            and words[at] in {"or", "-", "to"}
            and words[at + 1] in {"three", "3", "so"}
        ):
            high, at = 3.0, at + 2
        return _Count(low, high, at)
    if words[start] == "the":
        ahead = words[start + 1] if start + 1 < len(words) else ""
        after = words[start + 2] if start + 2 < len(words) else ""
        return (
            _Count(1.0, 1.0, start + 1)
            if UNITS.get(ahead, 0) and after in {"before", "after"}
            else None
        )
    if words[start] == "1":
        return None
    return _Count(1.0, 1.0, start + 1)


def _range(words: Sequence[str], low: float, at: int) -> tuple[float, int]:
    """The second number in "2-3", "two or three", "two three"."""
    step = at
    while (
        step < len(words) and step < at + 2 and words[step] in {"or", "to", "-", "maybe", "/", ","}
    ):
        step += 1
    if step >= len(words) or not words[step][0].isalnum():
        return low, at
    hit = value_at(words, step)
    if hit is None or not low < hit[0] <= low * 3 or (step == at and hit[0] > low + 2):
        return low, at
    return hit


def _unit_place(words: Sequence[str], at: int) -> int | None:
    for place in range(at, min(at + 3, len(words))):
        if words[place] in UNITS:
            return place
        if words[place] not in _BETWEEN:
            return None
    return None


def _tail(
    words: Sequence[str], at: int, low: float, high: float, *, rough: bool
) -> tuple[float, float, bool, int]:
    """What follows the unit: "and a half", "and a bit", "or two", "ish", "or so"."""
    rest = tuple("and" if word in {"n", "&", "nd"} else word for word in words[at : at + 3])
    for size in (3, 2, 1):
        found = _TAILS.get(" ".join(rest[:size])) if len(rest) >= size else None
        if found is not None:
            return low + found[0], high + found[1], rough or found[2], at + size
    more, after = _range(words, low, at)
    if after > at + 1 and (after >= len(words) or not _counts_on(words, after)):
        return low, more, rough, after
    return low, high, rough, at


def _counts_on(words: Sequence[str], at: int) -> bool:
    """Whether another unit follows, so that the number before it belongs there."""
    place = _unit_place(words, at)
    return place is not None or words[at] in {"-", "/", ":"}


def _smaller(words: Sequence[str], at: int, unit: float) -> tuple[float, int]:
    """The second part of "1 year 4 months", in days, and the place after it."""
    step = at
    while step < len(words) and step < at + 2 and words[step] in {"and", ",", "n", "&", "plus"}:
        step += 1
    sign = 1.0
    if step < len(words) and words[step] in {"minus", "less"}:
        sign, step = -1.0, step + 1
    if step >= len(words):
        return 0.0, at
    count = _count(words, step)
    place = _unit_place(words, count.end) if count else None
    if count is None or place is None or not 0 < UNITS[words[place]] < unit:
        return 0.0, at
    return sign * (count.low + count.high) / 2 * UNITS[words[place]], place + 1


def _qualified(
    words: Sequence[str],
    at: int,
    end: int,
    days: tuple[float, float],
    span: tuple[float, float],
    *,
    unit: float,
) -> tuple[float, float]:
    """Narrow or move the span by "nearly", "over", "less than", "the best part of"."""
    before = [word for word in words[max(0, at - 5) : at] if word != "the"]
    low, high = days
    slack = max(1.0, unit * 0.01)
    if words[end : end + 1] and (
        words[end] in _CEILINGS or list(words[end : end + 2]) == ["at", "most"]
    ):
        return low * 0.66, high + slack
    match _qualifier(before):
        case "nearly":
            return low * 0.92, high + slack
        case "towards":
            return low * 0.88, high + slack
        case "mostly":
            return low * 0.8, high + slack
        case "just-over":
            return low, high + unit * 0.3
        case "over":
            return low, high + max(unit * 0.95, high * 0.2)
        case "at-least":
            return low, high + max(unit, high * 0.3)
        case "under":
            return low * 0.4 if unit > _DAY else 0.0, high
        case "roughly" if unit > _DAY:
            return low * 0.88, high * 1.14
        case _:
            return span


def _qualifier(before: list[str]) -> str:
    """The sort of qualifier at the end of the words before a count, or ""."""
    for size in (2, 1):
        found = _QUALIFIERS.get(" ".join(before[-size:]))
        if found is not None:
            return found
    return ""


_CEILINGS = frozenset({"tops", "max", "maximum"})
_QUALIFIERS = {
    phrase.strip(): sort
    for sort, phrases in {
        "nearly": "nearly|almost|nearlly|allmost|approaching|nigh|shy|not quite|just under|close to"
        "|up to|bit under|shy of|short of|of nearly",
        "towards": "on for|going on|coming on|pushing on|pushing",
        "mostly": "part of|side of",
        "just-over": "just over|bit over|little over",
        "over": "over|above|plus|more than|longer than|upwards of",
        "at-least": "at least|minimum",
        "under": "under|below|within|barely|hardly|less than|not even|fewer than|at most|in last"
        "|in past|within last|within past",
        "roughly": "ish|roughly|approx|approximately|circa",
    }.items()
    for phrase in phrases.split("|")
}
