"""Shows what a sentence is understood as, and counts how often labelled sentences are read right.

For authors who wonder why an answer was heard as it was; a talk never comes through here.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.understanding.recognise import CLASSES, recognise
from bot.understanding.signals import screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

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
    **dict.fromkeys(("feelings", "first-line", "contact-facts", "who-ended-it"), "text"),
    "feeling": "text",
    "reasons": "text",
    "tactic": "text",
    "yesno": "text, and question where you have it",
    "choice": "text, options (id: label), question",
    "scale": "text, from, to",
    "number": "text",
    "when": "text, question, ref (an ISO date)",
}
"""What can be heard, and the fields that each reads of a row."""

RECOGNISERS: Mapping[str, str] = {"reasons": "breakup-reasons", "tactic": "tactics"}
"""Kinds whose recogniser has a longer name in dialogs."""

FILES: Mapping[str, str] = {"reason": "reasons"}
"""File names of labelled sentences that are not the name of their kind."""

_SURE = 1.96
"""Standard deviations of a 95 % interval."""


class Score(NamedTuple):
    """How one file went: rows, rows read right, the 95 % interval of the rate, and its measures.

    `measures` are (name, value from 0 to 1) pairs; `worst` is the kind of row read worst.
    """

    name: str
    rows: int
    right: int
    low: float
    high: float
    measures: tuple[tuple[str, float], ...] = ()
    worst: str = ""
    micros: float = 0.0


def read(rules: Rules, kind: str, row: Row) -> Row:
    """Return `value` and `why` (pattern and place) for one row. Raises KeyError for other kinds."""
    text = str(row.get("text", ""))
    recogniser = RECOGNISERS.get(kind, kind)
    if recogniser in CLASSES:
        return _reading(recognise(rules, recogniser, text))
    return _READERS[kind](rules, text, row)


def evaluate(rules: Rules, name: str, rows: Iterable[Row], now: Callable[[], float]) -> Score:
    """Read labelled rows and score them; `name` says what they are about, `now` tells seconds."""
    kind = FILES.get(name, name)
    labelled = list(rows)
    start = now()
    values = [read(rules, kind, row)["value"] for row in labelled]
    micros = (now() - start) * 1e6 / max(len(labelled), 1)
    fits = [_fits(kind, value, row) for value, row in zip(values, labelled, strict=True)]
    low, high = _interval(sum(fits), len(fits))
    measures = tuple(_measures(kind, values, labelled))
    worst = _worst(labelled, fits)
    return Score(name, len(fits), sum(fits), low, high, measures, worst, micros)


def _measures(kind: str, values: list[Any], rows: list[Row]) -> Iterator[tuple[str, float]]:
    pairs = list(zip(values, rows, strict=True))
    if kind in DANGER:
        yield from _agreement(
            [({"x"} if v else set(), {"x"} if r["label"] else set()) for v, r in pairs]
        )
    elif kind == "reasons":
        yield from _agreement([(set(v), set(r["labels"]) - {"none"}) for v, r in pairs])
    elif kind == "tactic":
        none = [bool(value) for value, row in pairs if row["label"] == "none"]
        yield "false on none", sum(none) / max(len(none), 1)
    elif kind == "yesno":
        sides = sorted({row["label"] for row in rows})
        scores = [
            dict(_agreement([({v} & {s}, {r["label"]} & {s}) for v, r in pairs])) for s in sides
        ]
        yield "macro-F1", sum(score["F1"] for score in scores) / max(len(scores), 1)
        turned = [{value, row["label"]} == {"yes", "no"} for value, row in pairs]
        yield "wrong polarity", sum(turned) / max(len(turned), 1)


def _agreement(pairs: list[tuple[set[str], set[str]]]) -> Iterator[tuple[str, float]]:
    """Precision, recall and F1 over (found, wanted) pairs, every member counted once."""
    right = sum(len(found & wanted) for found, wanted in pairs)
    found_all = sum(len(found) for found, _ in pairs)
    wanted_all = sum(len(wanted) for _, wanted in pairs)
    yield "precision", right / max(found_all, 1)
    yield "recall", right / max(wanted_all, 1)
    yield "F1", 2 * right / max(found_all + wanted_all, 1)


def _worst(rows: list[Row], fits: list[bool]) -> str:
    """The `kind` of row, of those with at least five, that was read right least often."""
    kinds: dict[str, list[bool]] = {}
    for row, fit in zip(rows, fits, strict=True):
        kinds.setdefault(str(row.get("kind", "")), []).append(fit)
    rates = [(sum(one) / len(one), name) for name, one in kinds.items() if name and len(one) >= 5]
    return f"{min(rates)[1]} {min(rates)[0]:.0%}" if rates else ""


def knows(name: str) -> bool:
    """Whether rows of this name can be read."""
    return FILES.get(name, name) in NEEDS


def _fits(kind: str, value: Any, row: Row) -> bool:
    if kind in DANGER:
        return bool(value) == bool(row["label"])
    if kind == "when":
        low, high = row["days_min"], row["days_max"]
        if value is None or low is None:
            return value is None and low is None
        return bool(value["days_min"] <= high and low <= value["days_max"])
    if kind == "scale":
        return bool(value == row["value"])
    if kind == "tactic":
        label = row["label"]
        wanted = label if isinstance(label, list) else [label]
        return (value[0] if value else "none") in wanted
    if kind == "reasons":
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


def _why(one: Any) -> Row:
    return {"pattern": one.pattern, "where": one.where, "span": [one.start, one.end]}


def _reading(found: Any) -> Row:
    value = found.value
    return {
        "value": list(value) if isinstance(value, tuple) else value,
        "why": [_why(one) for one in found.why],
    }


def _signals(rules: Rules, text: str, row: Row) -> Row:
    found = screen(rules, text, asked=str(row.get("question", "")))
    return {
        "value": [{"code": one.code, "level": one.level} for one in found],
        "why": [_why(one) for one in found],
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
            "why": [_why(one) for one in found],
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
    days = found.value
    value = None if days is None else {"days_min": days.days_min, "days_max": days.days_max}
    return {**_reading(found), "value": value}


def _feeling(_rules: Rules, text: str, _row: Row) -> Row:
    from bot.understanding.feeling import feeling  # noqa: PLC0415 - as above

    found = feeling(text)
    return {"value": found.label, "polarity": found.polarity, "why": []}


_READERS: Mapping[str, Callable[[Rules, str, Row], Row]] = {
    "signals": _signals,
    **{kind: _danger(kind) for kind in DANGER},
    "feeling": _feeling,
    "yesno": _yes_no,
    "choice": _choice,
    "scale": _scale,
    "number": _number,
    "when": _when,
}
