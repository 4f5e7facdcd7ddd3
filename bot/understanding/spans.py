"""Every date and length in a row of words, each as days before a given day.

Dates by name are read in calendar_names.py. Which of several is meant, and whether how long was
asked, is decided in when.py.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from bot.understanding import dates
from bot.understanding.calendar_names import Calendar, Span
from bot.understanding.lengths import COUNTS, UNITS, Length, length_at
from bot.understanding.numbers import SMALL, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def _starts() -> frozenset[str]:
    """Every word a date or length may begin with; all others are passed over at once."""
    first_words = (name.split()[0] for name in (*dates.NAMED_DAYS, *dates.names()))
    tables = (dates.PARTS, dates.BEFORE_NAMES, dates.UNITS, dates.WEEKDAYS, dates.MONTHS,
              dates.SEASONS, dates.ORDINALS, SMALL, UNITS, COUNTS)  # fmt: skip
    others = "a an half halve harf hundred thousand now earlier weekend wkend weekends wknd '"
    return frozenset(others.split()).union(first_words, *tables)


class Days:
    """The dates and lengths in one row of words, each with its place."""

    def __init__(
        self,
        words: list[str],
        starts: list[int],
        numeric: dict[int, tuple[int, date]],
        ref: date,
    ) -> None:
        self.words = words
        self.starts = starts
        self.numeric = numeric
        self.ref = ref
        self._calendar = Calendar(words, ref)
        self._word = self._calendar.word

    def spans(self) -> Iterator[Span]:
        """Yield each of them in order, none inside another."""
        at = 0
        while at < len(self.words):
            span = self._at(at)
            if span is None:
                at += 1
                continue
            yield span
            at = max(span.end, at + 1)

    def _at(self, at: int) -> Span | None:
        if self.starts[at] in self.numeric:
            stop, day = self.numeric[self.starts[at]]
            end = at
            while end < len(self.words) and self.starts[end] < stop:
                end += 1
            return self._calendar.dated((day, day), at, end)
        word = self._word(at)
        if not (word[0].isdecimal() or word in _starts() or dates.mended(word) != word):
            return None
        return (
            self._day_word(at)
            or self._part_of(at)
            or self._counted_back(at)
            or self._length(at)
            or self._calendar.at(at)
        )

    def _day_word(self, at: int) -> Span | None:
        """Words that name a day by themselves: "yesterday", "last night", "the other day"."""
        for size in range(dates.LONGEST_NAME, 0, -1):
            days = dates.NAMED_DAYS.get(" ".join(self.words[at : at + size]))
            if days is not None:
                return Span(*days, at, at + size, "date")
        begin = at + (self._word(at) == "the")
        word, after = self._word(begin), self._word(begin + 1)
        ends = self._word(begin + 2) in {"", ".", "that"}
        if after == "before" and ends and word in {"day", "night"}:
            return Span(2, 2, at, begin + 2, "date")
        if after == "before" and ends and word in {"week", "month"}:
            return self._calendar.dated(self._calendar.unit(word, 2), at, begin + 2)
        if word == "now" and (len(self.words) <= 3 or after == "."):
            return Span(0, 0, at, at + 1, "date")
        if word == "earlier" and after in {"", "on"}:
            return Span(0, 0, at, at + 1, "date")
        return None

    def _part_of(self, at: int) -> Span | None:
        """As in "end of october", "early last week", "mid 2024", "the first half of the year"."""
        which = dates.PARTS.get(self._word(at))
        end = self._after_part(at) if which else None
        if which is None or end is None:
            return None
        if self._word(end) in {"of", "in", "through", "on", "thru", "part"}:
            end += 1
        end += self._word(end) == "the"
        inner = self._calendar.at(end, bare=True) if end < len(self.words) else None
        if inner is None and self._word(end) in dates.UNITS:
            whole = self._calendar.unit(dates.UNITS[self._word(end)], 0)
            inner = self._calendar.dated(whole, end, end + 1)
        if inner is None or inner.high - inner.low < 4:
            return None
        first = self.ref - timedelta(days=inner.high)
        last = self._whole_end(first, self.ref - timedelta(days=inner.low))
        return self._calendar.dated(dates.part((first, last), which), at, inner.end)

    def _after_part(self, at: int) -> int | None:
        """The place after "end", "first half", "last few days"; None where no "of" follows."""
        end = at + 1 + (self._word(at + 1) == "-")
        if self._word(end) in {"week", "half", "part", "days", "bit", "few", "couple", "weekend"}:
            end += 2 if self._word(end) in {"few", "couple"} else 1
            return end if self._word(end) in {"of", "in"} else None
        if self._word(at) not in {"first", "last", "back", "latter", "tail"}:
            return end
        return end + 1 if self.words[end : end + 2] == ["end", "of"] else None

    def _whole_end(self, first: date, last: date) -> date:
        """The true end of a month or year that was cut at today."""
        if last != self.ref:
            return last
        if first.day == 1 and first.month == last.month:
            return dates.month(first.year, first.month)[1]
        return date(first.year, 12, 31) if first.month == first.day == 1 else last

    def _counted_back(self, at: int) -> Span | None:
        """As in "two fridays ago", "3 summers ago", "two christmases ago"."""
        hit = value_at(self.words, at)
        if hit is None and self.words[at : at + 2] in (["a", "couple"], ["couple", "of"]):
            hit = 2.0, at + 2 + (self._word(at + 2) == "of")
        if hit is None or not 1 <= hit[0] <= 40 or hit[1] >= len(self.words):
            return None
        back, end = int(hit[0]), hit[1]
        name = self._word(end)
        single = name[:-2] if name in {"christmases", "xmases"} else name.removesuffix("s")
        if self._word(end + 1) not in {"ago", "back"}:
            return None
        if single in dates.WEEKDAYS and name not in {"weds", "tues", "thurs"}:
            span = self._calendar.weekday(end, end + 1, single)
            return replace(
                span, low=span.low + 7 * (back - 1), high=span.high + 7 * (back - 1), begin=at,
                end=end + 2,
            )  # fmt: skip
        if single == "weekend":
            low, high = self._calendar.weekend(back)
            return Span(low, high, at, end + 2, "date")
        if single in dates.SEASONS or single in dates.MONTHS or single in {"christmas", "xmas"}:
            named = self._calendar.named(end, end + 1, single, None)
            if named is not None:
                more = round(365.25 * (back - 1))
                return replace(
                    named, low=named.low + more, high=named.high + more, begin=at, end=end + 2
                )
        return None

    def _length(self, at: int) -> Span | None:
        length = length_at(self.words, at)
        if length is None:
            return None
        return self._offset(length) or Span(
            length.low, length.high, at, length.end, "length", length.unit
        )

    def _offset(self, length: Length) -> Span | None:
        """As in "two days before christmas", "a week after halloween", "a week last tuesday"."""
        turn = self._word(length.end)
        end = length.end + (turn in {"ago", "back"})
        if self._word(end) in dates.EXACTLY and length.unit <= 31:
            middle = round((length.low + length.high) / 2) + dates.EXACTLY[self._word(end)]
            slack = int(length.unit > 14)
            return Span(middle - slack, middle + slack, length.begin, end + 1, "length")
        if turn in {"before", "after", "prior", "b4", "past"}:
            begin = length.end + 1 + (self._word(length.end + 1) in {"to", "the"})
            anchor = self._calendar.at(begin) if begin < len(self.words) else None
            if anchor is None:
                return None
            if turn in {"after", "past"}:
                low, high = anchor.low - length.high, anchor.high - length.low
            else:
                low, high = anchor.low + length.low, anchor.high + length.high
            return Span(low, high, length.begin, anchor.end, "date")
        if length.unit == 7 and turn in {"last", "on", "past"}:
            anchor = self._calendar.at(length.end)
            if anchor is not None and anchor.sort == "weekday":
                back = 7 * max(1, round(length.low / 7))
                return Span(anchor.low + back, anchor.high + back, length.begin, anchor.end, "date")
        return None
