"""Numbers as people type them: digits, words, halves, "6ish", "solid seven", "7 out of 10".

It ends at the value. Lengths of time and dates are read in when.py, options in options.py.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bot.understanding.patterns import Reading, Reason
from bot.understanding.text import LIMIT, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
         "seventy": 70, "eighty": 80, "ninety": 90}  # fmt: skip
_OTHER_SPELLINGS = {
    "nought": 0, "naught": 0, "nil": 0, "zilch": 0, "zip": 0, "nada": 0, "zreo": 0, "zer": 0,
    "wun": 1, "tow": 2, "thre": 3, "tree": 3, "thee": 3, "threee": 3, "foru": 4, "fuor": 4,
    "fourr": 4, "fiv": 5, "fve": 5, "fife": 5, "siks": 6, "sixx": 6, "sevn": 7, "sevan": 7,
    "siven": 7, "seven": 7, "sevem": 7, "seve": 7, "eigth": 8, "eigt": 8, "eihgt": 8, "eght": 8,
    "nien": 9, "nin": 9, "nein": 9, "tenn": 10, "elven": 11, "twelv": 12, "fiveteen": 15,
}  # fmt: skip
SMALL = {word: value for value, word in enumerate(_ONES)} | _TENS | _OTHER_SPELLINGS
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_PARTS = {"half": 0.5, "harf": 0.5, "halve": 0.5, "quarter": 0.25, "third": 1 / 3,
          "quarters": 0.25, "thirds": 1 / 3}  # fmt: skip
_AND = frozenset({"and", "n", "nd", "an", "&", "+"})
_SIGNS = {"½": " 1/2 ", "¼": " 1/4 ", "¾": " 3/4 ", "⅓": " 1/3 ", "🔟": " 10 ", "–": "-", "—": "-",
          "−": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "⁄": "/", "÷": "/"}  # fmt: skip


def words_of(text: Text | str) -> tuple[str, list[re.Match[str]]]:
    """The text as typed in lower case, and its pieces: numbers, words and single marks.

    The normal form has lost the signs that numbers need ("-2", "#3", "'19"), so this reads `raw`.
    """
    raw = (text if isinstance(text, str) else text.raw)[:LIMIT]
    if not raw.isascii():
        raw = "".join(_SIGNS.get(sign, sign) for sign in raw)
        raw = "".join(
            sign
            for sign in unicodedata.normalize("NFKD", raw)
            if unicodedata.category(sign) not in {"Cf", "Mn", "Me", "Cs", "Co", "Cn"}
        )
    raw = raw.lower()
    return raw, list(_pieces().finditer(raw))


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(r"\d{1,12}(?:[.,]\d{1,6}(?!\d|[./-]\d))?|[a-z]+(?:'[a-z]+)*|[^\s\w]|\w")


def value_at(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """The number that begins at `at` and the place after it, or None. Never negative."""
    whole = _whole(words, at)
    if whole is None:
        return None
    value, after = whole
    part = _part(words, after)
    if part is None:
        return value, after
    return value + part[0], part[1]


def _whole(words: Sequence[str], at: int) -> tuple[float, int] | None:
    value = _digits(words[at])
    if value is not None:
        return _scaled(value, words, at + 1)
    if words[at] in _LARGE:
        return _scaled(1.0, words, at)
    first = SMALL.get(words[at])
    if first is None:
        first = SMALL.get(_drawn_out().sub(r"\1", words[at]))
    if first is None:
        return None
    total, at = float(first), at + 1
    if total >= 20:
        step = at + 1 if at + 1 < len(words) and words[at] == "-" else at
        ones = SMALL.get(words[step]) if step < len(words) else None
        if ones is not None and 1 <= ones <= 9:
            total, at = total + ones, step + 1
    elif at + 1 < len(words) and words[at] == "point" and SMALL.get(words[at + 1], 10) < 10:
        return total + SMALL[words[at + 1]] / 10, at + 2
    return _scaled(total, words, at)


def _scaled(value: float, words: Sequence[str], at: int) -> tuple[float, int]:
    """Hundreds and thousands: "two hundred and five"."""
    while at < len(words) and words[at] in _LARGE and value < 1e9:
        value *= _LARGE[words[at]]
        at += 1
        rest = at + 1 if at < len(words) and words[at] in _AND else at
        small = SMALL.get(words[rest]) if rest < len(words) else None
        if small is not None and words[rest + 1 : rest + 2] not in (["hundred"], ["thousand"]):
            value, at = value + small, rest + 1
    return value, at


def _digits(word: str) -> float | None:
    if not word[0].isdecimal():
        return None
    whole, comma, part = word.partition(",")
    plain = whole + part if comma and len(part) == 3 else word.replace(",", ".")
    try:
        return float(plain)
    except ValueError:  # a time, a date, a score: "18:05", "10/10"
        return None


@cache
def _drawn_out() -> re.Pattern[str]:
    return re.compile(r"([a-z])\1{2,}")


def _part(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """The half in "six and a half", "4 1/2", "17 n three quarters"."""
    size = len(words)
    if at + 2 < size and words[at + 1] == "/" and words[at : at + 3] in _SLASHED:
        return _SLASHED_VALUES[words[at] + words[at + 2]], at + 3
    step = at + 1 if at < size and words[at] in _AND else at
    if step == at and not (at < size and words[at] in {"half", "halve", "harf"}):
        return None
    if step + 2 < size and words[step : step + 3] in _SLASHED:
        return _SLASHED_VALUES[words[step] + words[step + 2]], step + 3
    times = 1.0
    if step < size and words[step] in {"a", "an", "one", "1"}:
        step += 1
    elif step < size and words[step] in {"three", "3"}:
        times, step = 3.0, step + 1
    if step < size and words[step] in _PARTS:
        return times * _PARTS[words[step]], step + 1
    return None


_SLASHED = (["1", "/", "2"], ["1", "/", "4"], ["3", "/", "4"], ["1", "/", "3"])
_SLASHED_VALUES = {"12": 0.5, "14": 0.25, "34": 0.75, "13": 1 / 3}


class _Figure(NamedTuple):
    """A number in its place among the words: `begin` to `end` are word indexes."""

    value: float
    begin: int
    end: int


# A number in front of one of these counts something and is not a mark on a scale.
_COUNTED = frozenset(
    "am pm oclock o'clock hours hour hrs hr h minutes minute mins min seconds secs days day nights"
    " night weeks week wks wk months month mths years year yrs yr yo kids kid children child dogs"
    " dog cats cat times time texts text calls call messages drinks drink beers beer wines glasses"
    " glass bottles pints people friends friend things thing ppl pounds quid dollars bucks euros k"
    " km miles kilos kg lbs pages x st nd rd th minutes' hours' years' energy sleep hope fucks"
    " interest appetite idea clue chance reasons words percent'".split()
)
_PRONOUN_ONE_BEFORE = frozenset(
    "no the this that any every some which each another only other last first".split()
)
_PRONOUN_ONE_AFTER = frozenset(
    "day of more another moment thing who word time else day's that is big".split()
)
_NOW = frozenset("now today tonight atm currently rn presently".split())
_THEN = frozenset(
    "yesterday was were before earlier used last usually normally ago yday previously then wish"
    " hoping hope tomorrow want goal aim next started start".split()
)
_CORRECTS = frozenset(
    "actually wait sorry rather scratch nah nope no oops correction mean make typo edit".split()
)
_NOT = frozenset("not isn't aint ain't isnt wasn't never nowhere nor wouldn't without".split())


def number(text: Text | str) -> Reading[float | None]:
    """The one number a text gives; None where there is none or two that disagree."""
    raw, pieces = words_of(text)
    words = [piece.group() for piece in pieces]
    figures = [found for found in _figures(raw, words, pieces) if _plain(found, words)]
    return _one(figures, words, pieces, ("number",))


def scale(text: Text | str, low: float, high: float) -> Reading[int | float | None]:
    """The mark a text gives between `low` and `high`; None where none or two, or outside.

    "7/10" and "7 out of 10" are read where the second number is `high`; 70 % is taken as a part
    of the way from `low` to `high`; a number that counts something ("9pm", "2 kids") is no mark.
    """
    raw, pieces = words_of(text)
    words = [piece.group() for piece in pieces]
    figures = _without_frame(_figures(raw, words, pieces), words, low, high)
    if figures is None:
        return Reading(None, ())
    marks = [found for found in figures if not _counts(found, words)]
    found = _one(marks, words, pieces, ("scale",))
    value = found.value
    if value is None or not low <= value <= high:
        return Reading(None, ())
    return Reading(int(value) if value == int(value) else value, found.why)


def _figures(raw: str, words: list[str], pieces: list[re.Match[str]]) -> list[_Figure]:
    found: list[_Figure] = []
    at = 0
    while at < len(words):
        hit = value_at(words, at) if words[at][0].isalnum() else None
        if hit is None:
            at += 1
            continue
        value, end = hit
        if _is_minus(raw, words, pieces, at):
            value = -value
        found.append(_Figure(value, at, end))
        at = end
    return found


def _is_minus(raw: str, words: list[str], pieces: list[re.Match[str]], at: int) -> bool:
    if not at:
        return False
    if words[at - 1] in {"minus", "negative"}:
        return True
    if words[at - 1] != "-" or pieces[at - 1].end() != pieces[at].start():
        return False
    before = pieces[at - 1].start()
    return at == 1 or raw[before - 1].isspace()


def _plain(figure: _Figure, words: list[str]) -> bool:
    """Whether a figure is a number at all: "no one" and "9 o'clock" are not."""
    before = words[figure.begin - 1] if figure.begin else ""
    after = words[figure.end] if figure.end < len(words) else ""
    word = words[figure.begin]
    if word in {"one", "nada", "zip", "tow", "tree", "thee", "seve", "nein"}:
        if before in _PRONOUN_ONE_BEFORE or after in _PRONOUN_ONE_AFTER or after[:2] == "'s":
            return False
        if word != "one":
            return len(words) <= 3
        return before not in _NOT and (
            not (after.isalpha() and before.isalpha())
            or before in {"a", "about", "like", "say", "maybe", "probably", "just", "is", "am"}
        )
    return after not in {"am", "pm", "oclock", "o'clock", "o"}


def _counts(figure: _Figure, words: list[str]) -> bool:
    """Whether the figure counts something else or tells a time, so that it is no mark."""
    if not _plain(figure, words):
        return True
    before = words[figure.begin - 1] if figure.begin else ""
    after = words[figure.end] if figure.end < len(words) else ""
    if after in _COUNTED or (after == ":" and figure.end + 1 < len(words)):
        return True
    if before in {"$", "£", "€", ":"}:
        return True
    earlier = words[figure.begin - 2] if figure.begin > 1 else ""
    if before in {"at", "until", "till", "since", "by"} and earlier in {
        "up", "woke", "awake", "home", "asleep", "slept", "bed", "left", "texted", "called",
    }:  # fmt: skip
        return True
    return before in {"page", "chapter", "room", "part", "day", "week", "age", "aged"} or (
        earlier in {"i'm", "im"} and after in {"yo", "years"}
    )


def _without_frame(
    figures: list[_Figure], words: list[str], low: float, high: float
) -> list[_Figure] | None:
    """The figures without those that only name the scale; None where another scale is meant."""
    kept: list[_Figure] = []
    skip = -1
    for i, figure in enumerate(figures):
        if i == skip:
            continue
        before = words[max(0, figure.begin - 3) : figure.begin]
        after = words[figure.end : figure.end + 2]
        follower = figures[i + 1] if i + 1 < len(figures) else None
        between = words[figure.end : follower.begin] if follower else []
        ends = follower is not None and _is_ends(figure, follower, between, low, high)
        if "scale" in before or (ends and (before[-1:] == ["from"] or i + 2 < len(figures))):
            skip = i + 1 if follower and between in (["to"], ["-"], ["till"], ["/"]) else skip
            continue
        if follower and _is_over(between):
            if follower.value == high:
                kept.append(figure)
            elif follower.value == 100 and high != 100:
                kept.append(
                    _Figure(low + (high - low) * figure.value / 100, figure.begin, follower.end)
                )
            else:
                return None
            skip = i + 1
            continue
        if before[-2:] in (["out", "of"], ["outa", "of"]) or before[-1:] == ["outta"]:
            continue
        if after[:1] in (["being"], ["="], ["means"], ["meaning"]) or (
            after[:1] == ["is"] and before[-1:] in (["if"], ["where"], ["when"], ["since"])
        ):
            continue
        if after[:1] in (["%"], ["percent"], ["pct"]) and high != 100:
            kept.append(
                _Figure(low + (high - low) * figure.value / 100, figure.begin, figure.end + 1)
            )
            continue
        kept.append(figure)
    return kept


def _is_ends(first: _Figure, second: _Figure, between: list[str], low: float, high: float) -> bool:
    return between in (["to"], ["-"]) and first.value in {low, low + 1} and second.value == high


def _is_over(between: list[str]) -> bool:
    return between in (["/"], ["/", "/"], ["out", "of"], ["outta"], ["outa"], ["outof"], ["of"], ["over"],
                       ["out", "of", "a"], ["out", "of", "a", "possible"])  # fmt: skip


def _one(
    figures: list[_Figure], words: list[str], pieces: list[re.Match[str]], name: tuple[str, ...]
) -> Reading[float | None]:
    meant = [figure for figure in figures if not _denied(figure, words)]
    if len({figure.value for figure in meant}) > 1:
        meant = _meant(meant, words)
    if len({figure.value for figure in meant}) != 1:
        return Reading(None, ())
    last = meant[-1]
    start, end = pieces[last.begin].start(), pieces[min(last.end, len(pieces)) - 1].end()
    return Reading(last.value, (Reason(name[0], "bot/understanding/numbers.py", start, end),))


def _denied(figure: _Figure, words: list[str]) -> bool:
    """Whether "not", "less than" or "more than" stands right before the figure."""
    before = words[max(0, figure.begin - 3) : figure.begin]
    while before and before[-1] in {"a", "even", "quite", "an", "like", "really"}:
        before = before[:-1]
    if not before:
        return False
    if before[-1] in {"below", "under", "above", "over", "sub"} and figure.begin < 4:
        return "just" not in before
    return before[-1] in _NOT or before[-2:] in (["less", "than"], ["more", "than"])


# "3, perhaps 4": a mark is given, and only then doubted.
_AFTERTHOUGHTS = (["perhaps"], ["maybe"], ["possibly"], ["or", "perhaps"], ["or", "maybe"])


def _meant(figures: list[_Figure], words: list[str]) -> list[_Figure]:
    """Which of several figures is meant: the one for now, the corrected one, or all of them."""
    last, previous = figures[-1], figures[-2]
    between = words[previous.end : last.begin]
    if between[:1] == [","] and between[1:] in _AFTERTHOUGHTS:
        return [previous]
    if any(word in _CORRECTS for word in between) or "more like" in " ".join(between):
        return [last]
    if "to" in between and len(between) <= 3 and _moved(words, previous):
        return [last]
    now = [figure for figure in figures if _clause_has(figure, words, _NOW)]
    if len({figure.value for figure in now}) == 1:
        return now
    rest = [figure for figure in figures if not _clause_has(figure, words, _THEN)]
    if len(rest) < len(figures) and len({figure.value for figure in rest}) == 1:
        return rest
    return figures


def _moved(words: list[str], first: _Figure) -> bool:
    before = words[max(0, first.begin - 4) : first.begin]
    return any(word in {"went", "gone", "up", "down", "moved", "dropped", "jumped", "climbed", "go"}
               for word in before)  # fmt: skip


def _clause_has(figure: _Figure, words: list[str], wanted: frozenset[str]) -> bool:
    """Whether one of the wanted words shares the figure's clause, another figure apart."""
    for step, at in ((-1, figure.begin - 1), (1, figure.end)):
        place, reach = at, 0
        while 0 <= place < len(words) and reach < 4:
            word = words[place]
            if (
                word in {",", ".", ";", "!", "?", "but", "and"}
                or word[0].isdigit()
                or word in SMALL
            ):
                break
            if word in wanted:
                return True
            place, reach = place + step, reach + 1
    return False
