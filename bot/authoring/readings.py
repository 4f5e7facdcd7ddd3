"""Shows what a sentence is understood as, and counts how often labelled sentences are read right.

For authors who wonder why an answer was heard as it was; a talk never comes through here.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.understanding.recognise import CLASSES, recognise
from bot.understanding.signals import screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bot.understanding.patterns import Rules

Row = dict[str, Any]

DANGER: Mapping[str, frozenset[str]] = {
    "crisis": frozenset({"R1", "R2", "R3"}),
    "abuse": frozenset({"R4", "R5", "R6"}),
    "harm": frozenset({"R7", "R8", "R9"}),
}
SERIOUS = frozenset({"red-now", "red", "own", "hard-stop", "red-ask", "amber"})
"""Levels that count as having heard a danger; the others only slow a talk down."""

NEEDS: Mapping[str, str] = {
    "signals": "text",
    **dict.fromkeys(DANGER, "text"),
    **dict.fromkeys(CLASSES, "text"),
    "feeling": "text",
    "yes-no": "text, and question where you have it",
    "choice": "text, options (id: label), question",
    "scale": "text, from, to",
    "number": "text",
    "when": "text, question, ref (an ISO date)",
}
"""What can be heard, and the fields that each reads of a row."""

OLDER_NAMES: Mapping[str, str] = {
    "yesno": "yes-no",
    "tactic": "tactics",
    "reason": "breakup-reasons",
}
"""Short file names under which labelled sentences are often kept."""

_SURE = 1.96
"""Standard deviations of a 95 % interval."""


class Score(NamedTuple):
    """How one file went: rows, rows read right, and the 95 % interval of the rate."""

    name: str
    rows: int
    right: int
    low: float
    high: float
    missed: int = 0
    false: int = 0


def read(rules: Rules, kind: str, row: Row) -> Row:
    """Return `value` and `why` (pattern and place) for one row. Raises KeyError for other kinds."""
    text = str(row.get("text", ""))
    if kind in CLASSES:
        return _reading(recognise(rules, kind, text))
    return _READERS[kind](rules, text, row)


def evaluate(rules: Rules, name: str, rows: Iterable[Row]) -> Score:
    """Count how many labelled rows are read right; `name` says what they are about."""
    kind = OLDER_NAMES.get(name, name)
    count = right = missed = false = 0
    for row in rows:
        value = read(rules, kind, row)["value"]
        count += 1
        right += _fits(kind, value, row)
        if kind in DANGER:
            missed += bool(row["label"]) and not value
            false += bool(value) and not row["label"]
    low, high = _interval(right, count)
    return Score(name, count, right, low, high, missed, false)


def knows(name: str) -> bool:
    """Whether rows of this name can be read."""
    return OLDER_NAMES.get(name, name) in NEEDS


def _fits(kind: str, value: Any, row: Row) -> bool:
    if kind in DANGER:
        return bool(value) == bool(row["label"])
    if kind == "when":
        low, high = row["days_min"], row["days_max"]
        if value is None or low is None:
            return value is None and low is None
        return bool(value[0] <= high and low <= value[1])
    if kind == "scale":
        return bool(value == row["value"])
    if kind == "tactics":
        label = row["label"]
        wanted = label if isinstance(label, list) else [label]
        return (value[0] if value else "none") in wanted
    if kind in CLASSES:
        return set(value or ["none"]) == set(row["labels"])
    return bool((value or "unclear") == row["label"])


def _interval(right: int, count: int) -> tuple[float, float]:
    """Return Wilson's interval of a rate, which stays honest for few rows and rates near 1."""
    if not count:
        return 0.0, 1.0
    rate, square = right / count, _SURE**2
    middle = rate + square / (2 * count)
    spread = _SURE * sqrt(rate * (1 - rate) / count + square / (4 * count**2))
    scale = 1 + square / count
    return (middle - spread) / scale, (middle + spread) / scale


def _reading(found: Any) -> Row:
    value = found.value
    return {
        "value": list(value) if isinstance(value, tuple) else value,
        "why": [{"pattern": one.pattern, "where": one.where} for one in found.why],
    }


def _signals(rules: Rules, text: str, row: Row) -> Row:
    found = screen(rules, text, asked=str(row.get("question", "")))
    return {
        "value": [f"{one.code} {one.level}" for one in found],
        "why": [{"pattern": one.pattern, "where": one.where} for one in found],
    }


def _danger(kind: str) -> Callable[[Rules, str, Row], Row]:
    def heard(rules: Rules, text: str, row: Row) -> Row:
        found = [
            one
            for one in screen(rules, text, asked=str(row.get("question", "")))
            if one.code in DANGER[kind] and one.level in SERIOUS
        ]
        return {
            "value": bool(found),
            "why": [{"pattern": one.pattern, "where": one.where} for one in found],
        }

    return heard


def _yes_no(_rules: Rules, text: str, row: Row) -> Row:
    from bot.understanding.answers import yes_no  # noqa: PLC0415 - each reader brings its own words

    return _reading(yes_no(text, str(row.get("question", ""))))


def _choice(_rules: Rules, text: str, row: Row) -> Row:
    from bot.understanding.answers import choice  # noqa: PLC0415 - as above

    return _reading(choice(text, row.get("options", {}), question=str(row.get("question", ""))))


def _scale(_rules: Rules, text: str, row: Row) -> Row:
    from bot.understanding.numbers import scale  # noqa: PLC0415 - as above

    return _reading(scale(text, float(row.get("from", 0)), float(row.get("to", 10))))


def _number(_rules: Rules, text: str, _row: Row) -> Row:
    from bot.understanding.numbers import number  # noqa: PLC0415 - as above

    return _reading(number(text))


def _when(_rules: Rules, text: str, row: Row) -> Row:
    from datetime import UTC, date, datetime  # noqa: PLC0415 - as above

    from bot.understanding.when import when  # noqa: PLC0415 - as above

    ref = row.get("ref")
    day = date.fromisoformat(ref) if ref else datetime.now(UTC).date()
    found = when(text, str(row.get("question", "")), day)
    value = None if found.value is None else [found.value.days_min, found.value.days_max]
    return {**_reading(found), "value": value}


def _feeling(_rules: Rules, text: str, _row: Row) -> Row:
    from bot.understanding.feeling import feeling  # noqa: PLC0415 - as above

    found = feeling(text)
    return {"value": found.label, "polarity": found.polarity, "why": []}


_READERS: Mapping[str, Callable[[Rules, str, Row], Row]] = {
    "signals": _signals,
    **{kind: _danger(kind) for kind in DANGER},
    "feeling": _feeling,
    "yes-no": _yes_no,
    "choice": _choice,
    "scale": _scale,
    "number": _number,
    "when": _when,
}
