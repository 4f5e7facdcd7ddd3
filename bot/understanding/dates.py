"""Calendar words and the days they name, seen from a given day: "tues", "halloween", "last spring".

It knows the calendar (northern seasons, day before month) and ends there; how such words stand
together in an answer is read in when.py.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

Days = tuple[date, date]

WEEKDAYS = {
    "monday": 0, "mon": 0, "mondays": 0, "tuesday": 1, "tue": 1, "tues": 1, "tuseday": 1,
    "wednesday": 2, "wed": 2, "weds": 2, "wensday": 2, "wendsday": 2, "wednsday": 2, "wenesday": 2,
    "thursday": 3, "thu": 3, "thur": 3, "thurs": 3, "thrusday": 3, "friday": 4, "fri": 4,
    "saturday": 5, "sat": 5, "satday": 5, "saterday": 5, "sunday": 6, "sun": 6, "fridays": 4,
    "saturdays": 5, "sundays": 6, "tuesdays": 1, "wednesdays": 2, "thursdays": 3,
}  # fmt: skip
MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "febuary": 2, "march": 3, "mar": 3,
    "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8,
    "aug": 8, "september": 9, "sep": 9, "sept": 9, "october": 10, "oct": 10, "november": 11,
    "nov": 11, "december": 12, "dec": 12, "januari": 1, "februar": 2, "agust": 8, "decembre": 12,
}  # fmt: skip
# Months that are also everyday words or names need a word like "in" or "last" beside them.
DOUBTFUL_MONTHS = frozenset({"may", "march", "mar", "sun", "sat", "wed", "mon"})
SEASONS = {"spring": 3, "springtime": 3, "summer": 6, "summertime": 6, "autumn": 9, "fall": 9,
           "winter": 12, "wintertime": 12}  # fmt: skip

PARTS = {
    "early": "early", "start": "early", "beginning": "early", "begining": "early",
    "beginnings": "early", "first": "early", "mid": "mid", "middle": "mid", "midway": "mid",
    "half": "mid", "late": "late", "end": "late", "ending": "late", "tail": "late", "back": "late",
    "latter": "late", "last": "late",
}  # fmt: skip
LAST = frozenset("last previous past passed lst".split())
THIS = frozenset({"this"})
BEFORE_NAMES = LAST | THIS | {"the", "on", "in"}
UNITS = {"week": "week", "wk": "week", "month": "month", "mth": "month", "year": "year",
          "yr": "year"}  # fmt: skip
# Phrases that name days by themselves: the least and the most days before today.
NAMED_DAYS = {
    phrase.strip(): days
    for days, phrases in {
        (0, 0): "today|tonight|tonite|2day|2nite|2night|tday|just now|just happened|this morning"
        "|this afternoon|this evening|this arvo|this night|this noon|earlier today",
        (1, 1): "yesterday|yday|yest|ystrday|yesturday|yesteday|y'day|yestrday|last night|last nite"
        "|last evening|last nyt",
        (2, 2): "day before yesterday|the day before yesterday|day before yday|night before last"
        "|the night before last|day before last|evening before last",
        (2, 6): "other day|other night|other evening|other morning",
        (7, 20): "other week|other weekend",
    }.items()
    for phrase in phrases.split("|")
}
DAYTIMES = frozenset("morning afternoon evening arvo night lunchtime noon dinner am".split())


EXACTLY = {"today": 0, "tonight": 0, "exactly": 0, "yesterday": 1, "yday": 1, "tomorrow": -1,
            "tmrw": -1, "tmr": -1}  # fmt: skip
ORDINALS = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
             "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
             "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
             "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
             "twentieth": 20, "thirtieth": 30}  # fmt: skip
MONTH_BEFORE = frozenset("in since last early mid late of this around from until till by".split())

# Feasts that follow the moon, as kept in most countries; one day more or less is usual.
_MOON_FEASTS = {
    "eid": ("2020-05-24 2021-05-13 2022-05-02 2023-04-21 2024-04-10 2025-03-30 2026-03-20"
            " 2027-03-10 2028-02-27 2029-02-15 2030-02-05"),
    "diwali": ("2020-11-14 2021-11-04 2022-10-24 2023-11-12 2024-11-01 2025-10-20 2026-11-08"
               " 2027-10-29 2028-10-17 2029-11-05 2030-10-26"),
    "lunar new year": ("2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29"
                       " 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03"),
    "hanukkah": ("2020-12-10 2021-11-28 2022-12-18 2023-12-07 2024-12-25 2025-12-14 2026-12-04"
                 " 2027-12-24 2028-12-12 2029-12-01 2030-12-20"),
    "passover": ("2020-04-08 2021-03-27 2022-04-15 2023-04-05 2024-04-22 2025-04-12 2026-04-01"
                 " 2027-04-21 2028-04-10 2029-03-30 2030-04-17"),
}  # fmt: skip

# Feast → (month, day, length in days), or a rule's name. Keys are words joined by one space.
_FEASTS: dict[str, tuple[int, int, int] | str] = {
    "christmas": (12, 24, 3), "xmas": (12, 24, 3), "chrismas": (12, 24, 3), "crimbo": (12, 24, 3),
    "christmas day": (12, 25, 1), "xmas day": (12, 25, 1), "christmas eve": (12, 24, 1),
    "xmas eve": (12, 24, 1), "boxing day": (12, 26, 1), "new years": (12, 31, 2),
    "new year's": (12, 31, 2), "new year": (12, 31, 2), "new years eve": (12, 31, 1),
    "new year's eve": (12, 31, 1), "new year eve": (12, 31, 1), "nye": (12, 31, 1),
    "new years day": (1, 1, 1), "new year's day": (1, 1, 1), "new year day": (1, 1, 1),
    "nyd": (1, 1, 1), "hogmanay": (12, 31, 1), "silvester": (12, 31, 1),
    "valentines": (2, 14, 1), "valentine's": (2, 14, 1), "valentine": (2, 14, 1),
    "valentines day": (2, 14, 1), "valentine's day": (2, 14, 1), "valentine day": (2, 14, 1),
    "v day": (2, 14, 1), "halloween": (10, 31, 1), "haloween": (10, 31, 1),
    "hallowe'en": (10, 31, 1), "bonfire night": (11, 5, 1), "fireworks night": (11, 5, 1),
    "guy fawkes": (11, 5, 1), "guy fawkes night": (11, 5, 1), "st patricks": (3, 17, 1),
    "st patrick's": (3, 17, 1), "st patricks day": (3, 17, 1), "st patrick's day": (3, 17, 1),
    "paddys day": (3, 17, 1), "paddy's day": (3, 17, 1), "april fools": (4, 1, 1),
    "april fool's": (4, 1, 1), "april fools day": (4, 1, 1), "may day": (5, 1, 1),
    "independence day": (7, 4, 1), "fourth of july": (7, 4, 1), "bastille day": (7, 14, 1),
    "canada day": (7, 1, 1), "australia day": (1, 26, 1), "burns night": (1, 25, 1),
    "remembrance day": (11, 11, 1), "armistice day": (11, 11, 1), "veterans day": (11, 11, 1),
    "st george's day": (4, 23, 1), "leap day": (2, 29, 1), "juneteenth": (6, 19, 1),
    "cinco de mayo": (5, 5, 1), "day of the dead": (11, 1, 2), "twelfth night": (1, 5, 2),
    "singles day": (11, 11, 1), "singles' day": (11, 11, 1), "womens day": (3, 8, 1),
    "women's day": (3, 8, 1), "st nicholas": (12, 6, 1), "mayday": (5, 1, 1),
    "easter": "easter", "easter weekend": "easter", "easter sunday": "easter-day",
    "easter monday": "easter-monday", "good friday": "good-friday", "ash wednesday": "ash",
    "pancake day": "pancake", "shrove tuesday": "pancake", "mardi gras": "pancake",
    "mothers day": "mother", "mother's day": "mother", "fathers day": "father",
    "father's day": "father", "thanksgiving": "thanksgiving", "black friday": "black-friday",
    "cyber monday": "cyber-monday", "labor day": "labor", "labour day": "labor",
    "memorial day": "memorial", "mlk day": "mlk", "columbus day": "columbus",
    "ramadan": "ramadan", "eid": "eid", "diwali": "diwali", "divali": "diwali",
    "chinese new year": "lunar new year", "lunar new year": "lunar new year",
    "hanukkah": "hanukkah", "chanukah": "hanukkah", "passover": "passover", "pesach": "passover",
    "super bowl": "bowl", "superbowl": "bowl", "lent": "lent",
}  # fmt: skip

# Spells everyone dates by.
_SPELLS = {
    "covid": (date(2020, 3, 11), date(2022, 2, 28)), "corona": (date(2020, 3, 11), date(2022, 2, 28)),
    "pandemic": (date(2020, 3, 11), date(2022, 2, 28)),
    "lockdown": (date(2020, 3, 16), date(2021, 6, 30)),
    "first lockdown": (date(2020, 3, 16), date(2020, 6, 30)),
    "quarantine": (date(2020, 3, 16), date(2021, 6, 30)), "brexit": (date(2016, 6, 23), date(2020, 1, 31)),
}  # fmt: skip
LONGEST_NAME = 4

# First and last day counted from Easter Sunday.
_EASTER_DAYS = {"easter": (-2, 1), "easter-day": (0, 0), "easter-monday": (1, 1),
                "good-friday": (-2, -2), "ash": (-46, -46), "pancake": (-47, -47),
                "lent": (-46, -1)}  # fmt: skip
# Month, weekday, which of them, and days after it.
_WEEKDAY_RULES = {"father": (6, 6, 3, 0), "thanksgiving": (11, 3, 4, 0),
                  "black-friday": (11, 3, 4, 1), "cyber-monday": (11, 3, 4, 4),
                  "labor": (9, 0, 1, 0), "memorial": (6, 0, 1, -7), "mlk": (1, 0, 3, 0),
                  "columbus": (10, 0, 2, 0), "bowl": (2, 6, 2, 0)}  # fmt: skip


@cache
def names() -> frozenset[str]:
    """Every first word of a feast or spell, to look no further where none stands."""
    return frozenset(name.split()[0] for name in (*_FEASTS, *_SPELLS))


def spell(name: str) -> Days | None:
    """The days of a time everyone knows, such as the pandemic."""
    return _SPELLS.get(name)


def feast(name: str, year: int) -> Days | None:
    """The days of a feast in a year; None where the name or its year is not known."""
    rule = _FEASTS.get(name)
    if rule is None:
        return None
    if isinstance(rule, tuple):
        month, day, length = rule
        if (month, day) == (2, 29) and year % 4:
            return None
        first = date(year, month, day)
        return first, first + timedelta(days=length - 1)
    return _moved_feast(rule, year)


def _moved_feast(rule: str, year: int) -> Days | None:
    if rule in _MOON_FEASTS or rule == "ramadan":
        for text in _MOON_FEASTS["eid" if rule == "ramadan" else rule].split():
            if text.startswith(str(year)):
                day = date.fromisoformat(text)
                if rule == "ramadan":
                    return day - timedelta(days=30), day - timedelta(days=1)
                return day, day + timedelta(days=7 if rule in {"hanukkah", "passover"} else 1)
        return None
    easter = _easter(year)
    if rule in _EASTER_DAYS:
        first, last = _EASTER_DAYS[rule]
        return easter + timedelta(days=first), easter + timedelta(days=last)
    if rule == "mother":
        return easter - timedelta(days=21), nth(year, 5, 6, 2)
    month_number, weekday, n, later = _WEEKDAY_RULES[rule]
    return _from(nth(year, month_number, weekday, n), later)


def _from(day: date, days: int) -> Days:
    moved = day + timedelta(days=days)
    return moved, moved


def nth(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th Monday (0) … Sunday (6) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))


def _easter(year: int) -> date:
    """Western Easter by the anonymous Gregorian rule."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def month(year: int, number: int) -> Days:
    """First and last day of a month."""
    after = date(year + number // 12, number % 12 + 1, 1)
    return date(year, number, 1), after - timedelta(days=1)


def season(name: str, year: int) -> Days:
    """A northern season by its starting year: winter 2025 ends in February 2026."""
    start = SEASONS[name]
    end_year, end_month = (year + 1, 2) if start == 12 else (year, start + 2)
    return date(year, start, 1), month(end_year, end_month)[1]


def part(days: Days, which: str) -> Days:
    """The early, middle or late part of a span of days."""
    first, last = days
    size = (last - first).days + 1
    if 28 <= size <= 31:
        cuts = {"early": (0, 9), "mid": (10, 19), "late": (size - 12, size - 1)}
    else:
        third = size // 3
        cuts = {"early": (0, third), "mid": (third, size - 1 - third),
                "late": (size - 1 - third, size - 1)}  # fmt: skip
    begin, end = cuts[which]
    return first + timedelta(days=begin), first + timedelta(days=end)


@cache
def _long_names() -> dict[str, list[str]]:
    """The calendar words worth mending, by their first letter."""
    found: dict[str, list[str]] = {}
    for name in (*WEEKDAYS, *MONTHS, "yesterday", "halloween", "christmas", "valentines",
                 "weekend", "fortnight"):  # fmt: skip
        if len(name) >= 6 and not name.endswith("days"):
            found.setdefault(name[0], []).append(name)
    return found


def mended(word: str) -> str:
    """The calendar word that a longer word is one slip away from, or the word itself."""
    size = len(word)
    if size < 5 or word in WEEKDAYS or word in MONTHS:
        return word
    for name in _long_names().get(word[0], ()):
        if abs(len(name) - size) <= 1 and one_slip(word, name):
            return name
    return word


def one_slip(word: str, name: str) -> bool:
    """Whether one letter is wrong, lost, doubled, or two neighbours are swapped."""
    at = 0
    while at < len(word) and at < len(name) and word[at] == name[at]:
        at += 1
    a, b = word[at:], name[at:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (
        len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    )  # fmt: skip


@cache
def _date_forms() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d./])(?:(?P<iso>(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2})"
        r"|(?P<full>\d{1,2}[-/.]\d{1,2}[-/.](?:20)?\d\d)"
        r"|(?P<dots>\d{1,2}\.\d{1,2}\.)|(?P<short>\d{1,2}/\d{1,2}))(?![\d/])"
    )


def numeric(raw: str, ref: date) -> dict[int, tuple[int, date]]:
    """Where dates in figures begin in the raw text: the place they end and the day."""
    found: dict[int, tuple[int, date]] = {}
    for hit in _date_forms().finditer(raw):
        parts = [int(part) for part in re.split("[-/.]", hit.group()) if part]
        if hit.lastgroup == "iso":
            day = day_of(*parts)
        elif hit.lastgroup == "full":
            first, second, year = parts
            day = _either_way(first, second, year if year > 99 else 2000 + year)
        else:
            first, second = parts
            if (first, second) in {(24, 7), (50, 50)}:
                continue
            day = _either_way(first, second, ref.year)
            if day is not None and day > ref:
                day = _either_way(first, second, ref.year - 1)
        if day is not None and day <= ref:
            found[hit.start()] = (hit.end(), day)
    return found


def _either_way(first: int, second: int, year: int) -> date | None:
    return day_of(year, second, first) or day_of(year, first, second)


def day_of(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_number(words: list[str], at: int) -> tuple[int, int] | None:
    """The day after a month's name ("oct 3rd", "may the 4th") and the place after it."""
    if at < len(words) and words[at] == "the":
        at += 1
    if at >= len(words):
        return None
    if words[at] in ORDINALS:
        return ORDINALS[words[at]], at + 1
    if not (words[at].isdecimal() and len(words[at]) <= 2 and 1 <= int(words[at]) <= 31):
        return None
    if at + 1 < len(words) and words[at + 1] in {"st", "nd", "rd", "th"}:
        return int(words[at]), at + 2
    return int(words[at]), at + 1
