"""How long ago, or how long: lengths and dates in an answer as a span of days seen from a day.

It ends at the span; the words of the calendar stand in dates.py, those of counting in numbers.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.understanding import dates
from bot.understanding.calendar_names import YEAR_ZERO, Span
from bot.understanding.numbers import words_of
from bot.understanding.patterns import Reading, Reason
from bot.understanding.spans import Days

if TYPE_CHECKING:
    from datetime import date

    from bot.understanding.text import Text

_SOURCE = "bot/understanding/when.py"
_BEFORE_FACTOR = 1.7  # "since before covid" reaches back about this much further than covid


@dataclass(frozen=True, slots=True)
class Interval:
    """From `days_min` to `days_max` days, both included: days before the answer, or a length."""

    days_min: int
    days_max: int


def when(text: Text | str, question: str, ref: date) -> Reading[Interval | None]:
    """The days an answer names, seen from `ref`; None where it names none.

    A question with "how long" that does not go on with "ago" or "since" asks for a length, any
    other asks how many days before `ref` something was. Doubt widens the span.
    """
    if not YEAR_ZERO < ref.year < 9000:
        return Reading(None, ())
    raw, pieces = words_of(text)
    words = [piece.group() for piece in pieces]
    days = Days(words, [piece.start() for piece in pieces], dates.numeric(raw, ref), ref)
    asked = question.lower()
    lasted = "how long" in asked and " ago" not in asked and "how long since" not in asked
    spans = _joined(list(days.spans()), words, ref)
    spans = [span for span in spans if not _unmeant(span, words, lasted=lasted)]
    found = _lasted(spans, words) if lasted else _ago(spans, words)
    if found is None:
        return Reading(None, ())
    start, end = pieces[found.begin].start(), pieces[min(found.end, len(pieces)) - 1].end()
    low, high = max(0, found.low), max(0, found.high)
    return Reading(
        Interval(min(low, high), max(low, high)),
        (Reason("length" if lasted else "ago", _SOURCE, start, end),),
    )


_FILLERS = frozenset("ago back on the of a , - so it was like i think that's is".split())
_OR = frozenset("or to - maybe and till until perhaps possibly / through thru between".split())


def _joined(spans: list[Span], words: list[str], ref: date) -> list[Span]:
    """Neighbours that speak of one day made one: "two weeks ago on friday"."""
    out: list[Span] = []
    for span in spans:
        near = out[-1] if out else None
        if near is not None and all(word in _FILLERS for word in words[near.end : span.begin]):
            pair = _weekday_within(near, span, ref)
            if pair is not None:
                out[-1] = pair
                continue
        out.append(span)
    return out


def _weekday_within(first: Span, second: Span, ref: date) -> Span | None:
    """The weekday of one inside the stretch of the other."""
    day, other = (first, second) if first.sort == "weekday" else (second, first)
    if day.sort != "weekday" or other.sort == "weekday" or other.high < 5 or other.high > 400:
        return None
    reach = 3 if other.sort == "length" else 0
    middle = (other.low + other.high) // 2
    if other.low == 1 and other.high == 13:
        monday = ref.weekday() + 7
        back = next(n for n in range(monday - 6, monday + 1) if n % 7 == day.low % 7)
        return replace(day, low=back, high=back, begin=first.begin, end=second.end)
    if other.high - other.low > 8 and other.sort != "length":
        return None
    for away in range(reach + 4):
        for back in (middle - away, middle + away):
            if back >= 0 and back % 7 == day.low % 7:
                return replace(
                    day, low=back, high=back, begin=first.begin, end=second.end, sort="date"
                )
    return None


_SEEMING = frozenset("feels felt feel seems seemed".split())
_NOT_DAYS = frozenset("not isn't wasn't isnt wasnt".split())
_AGES = frozenset("old yo aged".split())


def _unmeant(span: Span, words: list[str], *, lasted: bool) -> bool:
    """Whether a span is denied, only a feeling, an age, or still to come."""
    before = words[max(0, span.begin - 3) : span.begin]
    if any(word in _SEEMING for word in before):
        return True
    if before and before[-1] in _NOT_DAYS and span.sort != "length":
        return True
    if span.end < len(words) and words[span.end] in _AGES:
        return True
    if span.sort == "length" and not lasted:
        after = words[span.end : span.end + 1]
        if before[-1:] == ["in"] and after not in (["ago"], ["back"]):
            return True
        return after in (
            ["from"],
            ["until"],
            ["till"],
            ["later"],
            ["off"],
            ["together"],
            ["of"],
        ) and (span.high - span.low > 1 and after != ["of"])
    return False


_ENDED = frozenset(
    "end ended ending split splitted broke broken finished over dumped left done leaving called"
    " break ends officially finally".split()
)
_TOGETHER = frozenset("together overall altogether total all".split())
_MENDS = frozenset("no wait actually sorry rather scratch nah correction meant nope oops".split())


def _ago(spans: list[Span], words: list[str]) -> Span | None:
    if not spans:
        return None
    found = spans[0]
    for span in spans[1:]:
        between = words[found.end : span.begin]
        if any(word in _MENDS for word in between):
            found = span
        elif between and len(between) <= 3 and any(word in _OR for word in between):
            found = _hull(found, span)
        elif max(found.low, span.low) <= min(found.high, span.high):
            found = replace(found, low=max(found.low, span.low), high=min(found.high, span.high))
        elif any(word in _ENDED for word in between) and not any(
            word in _ENDED for word in words[: found.begin]
        ):
            found = span
    return _around(found, words)


def _hull(first: Span, second: Span) -> Span:
    return replace(
        first, low=min(first.low, second.low), high=max(first.high, second.high), end=second.end
    )


def _around(span: Span, words: list[str]) -> Span:
    """A date moved by the word before it: "just before christmas", "since before covid"."""
    if span.sort == "length":
        return span
    before = words[max(0, span.begin - 2) : span.begin]
    if not before:
        return span
    near = 10 if before[0] in {"just", "right", "shortly", "straight"} else 25
    match before[-1]:
        case "before" | "b4" | "pre":
            if span.high > 1000:
                return replace(span, low=span.high - 60, high=int(span.high * _BEFORE_FACTOR))
            return replace(span, low=span.high + 1, high=span.high + near)
        case "after" | "post":
            return replace(span, low=max(0, span.low - near), high=max(0, span.low - 1))
        case "around" | "round" | "about" | "near":
            return replace(span, low=max(0, span.low - 4), high=span.high + 4)
        case _:
            return span


def _lasted(spans: list[Span], words: list[str]) -> Span | None:
    lengths = [span for span in spans if span.sort == "length"]
    if lengths:
        return _longest(lengths, words)
    if not spans:
        return None
    first, last = spans[0], spans[-1]
    if len(spans) > 1 and any(word in _OR for word in words[first.end : last.begin]):
        return replace(first, low=first.low - last.high, high=first.high - last.low, end=last.end)
    before = words[max(0, first.begin - 5) : first.begin]
    if not ({"since", "from", "met", "started", "began", "after", "before"} & set(before)):
        return None
    return _around(first, words)


def _longest(lengths: list[Span], words: list[str]) -> Span:
    """The length that is meant of several: the corrected, the joined, the one "together"."""
    found = lengths[0]
    for span in lengths[1:]:
        between = words[found.end : span.begin]
        if any(word in _MENDS for word in between):
            found = span
        elif (
            between and len(between) <= 3 and any(word in {"plus", "+", "then"} for word in between)
        ):
            found = replace(
                found, low=found.low + span.low, high=found.high + span.high, end=span.end
            )
        elif between and len(between) <= 3 and any(word in _OR for word in between):
            found = _hull(found, span)
        elif any(
            word in _TOGETHER for word in (*between, *words[span.end : span.end + 2])
        ) and not any(word in _TOGETHER for word in words[max(0, found.begin - 2) : found.end + 2]):
            found = span
    return found
