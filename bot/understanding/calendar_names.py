"""Days by their names in a row of words: weekdays, weekends, weeks, months, seasons, feasts, years.

It reads what begins at one place, as days before a given day; the walk along the words, and lengths
of time, are in spans.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.understanding import dates
from bot.understanding.numbers import value_at

YEAR_ZERO = 1930  # nobody dates a love further back


@dataclass(frozen=True, slots=True)
class Span:
    """Days ago (or long) from `low` to `high`, and the word indexes it was read from."""

    low: int
    high: int
    begin: int
    end: int
    sort: str  # "length", "weekday", "date"
    unit: int = 1


class Calendar:
    """The names of days in one row of words, seen from the day `ref`."""

    def __init__(self, words: list[str], ref: date) -> None:
        self.words = words
        self.ref = ref

    def word(self, at: int) -> str:
        """Return the word at a place, or "" beyond both ends."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def dated(self, days: dates.Days, begin: int, end: int, sort: str = "date") -> Span:
        """Return the span of two days of the calendar, never later than today."""
        first, last = days
        high = (self.ref - first).days
        return Span(min(high, max(0, (self.ref - last).days)), high, begin, end, sort)

    def at(self, at: int, *, bare: bool = False) -> Span | None:
        """A date by name: weekday, weekend, week, month, season, feast, year."""
        begin = at
        last = this = False
        while at < begin + 3 and self.word(at) in dates.BEFORE_NAMES:
            last = last or self.word(at) in dates.LAST
            this = this or self.word(at) in dates.THIS
            at += 1
        word = dates.mended(self.word(at))
        if not word:
            return None
        if word in dates.UNITS and (last or this):
            return self._unit_span(begin, at, back=int(last))
        if (
            word in {"week", "month", "year"}
            and self.word(at + 1) == "before"
            and self.word(at + 2) == "last"
        ):
            return self.dated(self.unit(word, 2), begin, at + 3)
        if word in {"weekend", "wkend", "weekends", "wknd"}:
            return self._weekend_span(begin, at, last=last)
        if word in dates.WEEKDAYS and self._is_weekday(word, at, sure=last or this or at > begin):
            return self._weekday_span(begin, at, word)
        if word == "day" and begin == at and self.word(at + 1)[:1].isdigit():
            count = int(float(self.word(at + 1).replace(",", ".")))
            return Span(count, count, at, at + 2, "date")
        sure = last or this or at > begin or bare
        return self._year(begin, at) or self._named_at(begin, at, word, last=last, sure=sure)

    def _unit_span(self, begin: int, at: int, back: int) -> Span:
        unit = dates.UNITS[self.word(at)]
        if back and self.words[at + 1 : at + 3] == ["before", "last"]:
            return self.dated(self.unit(unit, 2), begin, at + 3)
        if unit == "week" and self.word(begin - 1) not in {"of", "early", "late", "mid"}:
            low, high = (1, 13) if back else (0, 6)
            return Span(low, high, begin, at + 1, "date")
        return self.dated(self.unit(unit, back), begin, at + 1)

    def unit(self, unit: str, back: int) -> dates.Days:
        """The calendar week, month or year, `back` of them before the one we are in."""
        match unit:
            case "week":
                monday = self.ref - timedelta(days=self.ref.weekday() + 7 * back)
                return monday, monday + timedelta(days=6)
            case "month":
                months = self.ref.year * 12 + self.ref.month - 1 - back
                return dates.month(months // 12, months % 12 + 1)
            case _:
                return date(self.ref.year - back, 1, 1), date(self.ref.year - back, 12, 31)

    def weekend(self, back: int) -> tuple[int, int]:
        """Days back to the Sunday and Saturday of the weekend before, or of the one before that."""
        saturday = (self.ref.weekday() - 5) % 7
        if saturday < 2:
            saturday += 7 * back
        else:
            saturday += 7 * max(0, back - 1)
        return max(0, saturday - 1), saturday

    def _weekend_span(self, begin: int, at: int, *, last: bool) -> Span:
        end = at + 1
        back = int(last)
        if self.words[end : end + 2] == ["before", "last"] or self.words[end - 2 : end] == [
            "before",
            "last",
        ]:
            back, end = 2, end + 2
        elif self.words[end : end + 2] == ["just", "gone"]:
            end += 2
        low, high = self.weekend(back)
        return Span(low, high, begin, end, "date")

    def _is_weekday(self, word: str, at: int, *, sure: bool) -> bool:
        if word not in dates.DOUBTFUL_MONTHS:
            return True
        beside = self.word(at + 1)
        return (
            sure or len(self.words) <= 3 or beside in dates.DAYTIMES or beside in {"before", "just"}
        )

    def _weekday_span(self, begin: int, at: int, word: str) -> Span:
        span = self.weekday(begin, at + 1, word)
        after = self.words[at + 1 : at + 4]
        if after[:1] and after[0] in dates.DAYTIMES:
            span, after = replace(span, end=at + 2), self.words[at + 2 : at + 5]
        more = 0
        if after[:2] == ["before", "last"]:
            more = 2
        elif after[:3] == ["the", "week", "before"] or after[:3] == ["a", "week", "ago"]:
            more = 3
        elif after[:1] == ["week"] and after[1:2] not in (["was"], ["is"]):
            more = 1
        if more:
            return replace(span, low=span.low + 7, high=span.high + 7, end=span.end + more)
        if after[:2] == ["just", "gone"] or after[:1] == ["gone"]:
            return replace(span, end=span.end + (2 if after[0] == "just" else 1))
        return span

    def weekday(self, begin: int, end: int, word: str) -> Span:
        """Return the last such day of the week, today only where "this" stands before it."""
        back = (self.ref.weekday() - dates.WEEKDAYS[word]) % 7
        if back == 0:
            back = 0 if "this" in self.words[begin:end] else 7
        return Span(back, back, begin, end, "weekday")

    def _year(self, begin: int, at: int) -> Span | None:
        word = self.word(at)
        if word == "'" and len(self.word(at + 1)) == 2 and self.word(at + 1).isdecimal():
            year = 2000 + int(self.word(at + 1))
            if year > self.ref.year:
                return None
            return self.dated((date(year, 1, 1), date(year, 12, 31)), begin, at + 2)
        if len(word) == 4 and word.isdecimal() and YEAR_ZERO <= int(word) <= self.ref.year:
            return self.dated((date(int(word), 1, 1), date(int(word), 12, 31)), begin, at + 1)
        if (
            len(word) == 2
            and word.isdecimal()
            and self.word(at - 1) in {"since", "in", "from"}
            and 5 <= int(word) <= self.ref.year % 100
            and self.word(at + 1) in {"", ".", ",", "to", "until", "till"}
        ):
            year = 2000 + int(word)
            return self.dated((date(year, 1, 1), date(year, 12, 31)), begin, at + 1)
        return None

    def _named_at(self, begin: int, at: int, word: str, *, last: bool, sure: bool) -> Span | None:
        number = value_at(self.words, at) if word[0].isdecimal() or word in dates.ORDINALS else None
        if number is not None or word in dates.ORDINALS:
            return self._day_and_month(begin, at, number)
        if word in dates.MONTHS:
            return self._month_span(begin, at, word, last=last, sure=sure)
        if word in dates.SEASONS:
            if word == "fall" and not sure and not self._year_after(at + 1)[0]:
                return None
            return self._year_named(begin, at + 1, word, last=last)
        if word not in dates.names():
            return None
        for size in range(dates.LONGEST_NAME, 0, -1):
            name = " ".join((word, *self.words[at + 1 : at + size]))
            days = dates.spell(name)
            if days is not None:
                return self.dated(days, begin, at + size)
            if dates.feast(name, self.ref.year) or dates.feast(name, self.ref.year - 1):
                return self._year_named(begin, at + size, name, last=last)
        return None

    def _month_span(self, begin: int, at: int, word: str, *, last: bool, sure: bool) -> Span | None:
        after = self.word(at + 1)
        day = dates.day_number(self.words, at + 1)
        if word in dates.DOUBTFUL_MONTHS and not (
            sure or day or len(self.words) <= 3 or self._year_after(at + 1)[0]
            or self.word(at - 1) in dates.MONTH_BEFORE or after in {"last", "this", "time"}
        ):  # fmt: skip
            return None
        if day is not None:
            year, end = self._year_after(day[1])
            return self._one_day(begin, end, dates.MONTHS[word], day[0], year)
        return self._year_named(begin, at + 1, word, last=last)

    def _day_and_month(self, begin: int, at: int, number: tuple[float, int] | None) -> Span | None:
        """As in "13 nov", "the 3rd of october 2025", "on the 5th", "the 5th of last month"."""
        day = dates.ORDINALS.get(self.word(at)) or int(number[0] if number else 0)
        end = number[1] if number else at + 1
        ordinal = self.word(at) in dates.ORDINALS
        if self.word(end) in {"st", "nd", "rd", "th", "."}:
            ordinal = self.word(end) != "." or ordinal
            end += 1
        if not 1 <= day <= 31:
            return None
        of = end + (self.word(end) == "of")
        if self.word(of) in {"last", "this", "the"} and self.word(of + 1) == "month":
            first, _ = self.unit("month", int(self.word(of) == "last"))
            return self._one_day(begin, of + 2, first.month, day, first.year)
        month = dates.MONTHS.get(dates.mended(self.word(of)))
        if month is not None:
            year, end = self._year_after(of + 1)
            return self._one_day(begin, end, month, day, year)
        if (
            ordinal
            and self.word(at - 1) == "the"
            and self.word(end) in {"", ".", ",", "i", "!", "?"}
        ):
            first, _ = self.unit("month", int(day > self.ref.day))
            return self._one_day(begin, end, first.month, day, first.year)
        return None

    def _one_day(self, begin: int, end: int, month: int, day: int, year: int | None) -> Span | None:
        found = dates.day_of(year or self.ref.year, month, day)
        if year is None and found is not None and found > self.ref:
            found = dates.day_of(self.ref.year - 1, month, day)
        if found is None or found > self.ref:
            return None
        return self.dated((found, found), begin, end)

    def _year_after(self, at: int) -> tuple[int | None, int]:
        """The year that stands after a date, and the place after it."""
        start = at
        while self.word(at) in {"of", ",", "in", "'", "the", "back"}:
            at += 1
        word = self.word(at)
        if word.isdecimal():
            if len(word) == 4 and YEAR_ZERO <= int(word) <= self.ref.year:
                return int(word), at + 1
            if len(word) == 2 and 2000 + int(word) <= self.ref.year and int(word) > 4:
                return 2000 + int(word), at + 1
        if self.word(at) in {"last", "this"} and self.word(at + 1) in {"year", "yr"}:
            return self.ref.year - int(self.word(at) == "last"), at + 2
        if self.words[at : at + 2] in (["year", "before"], ["before", "last"]):
            return self.ref.year - 2, at + 2 + (self.words[at + 1 : at + 3] == ["before", "last"])
        hit = value_at(self.words, at) if word and word[0].isalnum() else None
        if hit and self.words[hit[1] : hit[1] + 2] in (["years", "ago"], ["yrs", "ago"]):
            return self.ref.year - int(hit[0]), hit[1] + 2
        return None, start

    def _year_named(self, begin: int, end: int, name: str, *, last: bool) -> Span | None:
        year, stop = self._year_after(end)
        before_last = self.words[end : end + 2] == ["before", "last"]
        if before_last:
            year, stop = None, end + 2
        span = self.named(begin, stop, name, year, ended=last)
        if span is not None and before_last:
            return replace(span, low=span.low + 365, high=span.high + 365)
        return span

    def named(
        self, begin: int, end: int, name: str, year: int | None, *, ended: bool = False
    ) -> Span | None:
        """A month, season or feast: of that year, or the last one begun (or ended)."""
        years = (year,) if year else (self.ref.year, self.ref.year - 1, self.ref.year - 2)
        for each in years:
            days = self._days_of(name, each, given=year is not None)
            if days is None:
                continue
            if year or (days[1] < self.ref if ended else days[0] <= self.ref):
                return None if days[0] > self.ref else self.dated(days, begin, end)
        return None

    def _days_of(self, name: str, year: int, *, given: bool) -> dates.Days | None:
        if name in dates.MONTHS:
            return dates.month(year, dates.MONTHS[name])
        if name in dates.SEASONS:
            return dates.season(name, year)
        days = dates.feast(name, year)
        return days if days or not given else None
