"""Shows what a sentence is understood as, and why.

For authors who wonder why an answer was heard as it was; a talk never comes through here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.understanding.recognise import CLASSES, recognise
from bot.understanding.signals import LOW_SIGN, screen
from bot.understanding.text import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.understanding.patterns import Rules

Row = dict[str, Any]

DANGER: Mapping[str, frozenset[str]] = {
    "crisis": frozenset({"R1", "R2", "R3"}),
    "abuse": frozenset({"R4", "R5", "R6"}),
    "harm": frozenset({"R7", "R8", "R9"}),
}
SERIOUS = frozenset({"red-now", "red", "own", "hard-stop", "red-ask", "amber"})
"""Levels that count as having heard a danger; the others only slow a talk down."""
AT_ONCE = frozenset({"red-now", "red", "own", "hard-stop"})
"""Levels that bring up help lines at once; the other serious ones ask first, or only mark."""

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


def read(rules: Rules, kind: str, row: Row) -> Row:
    """Return `value` and `why` (pattern and place) for one row. Raises KeyError for other kinds."""
    text = str(row.get("text", ""))
    recogniser = RECOGNISERS.get(kind, kind)
    if recogniser in CLASSES:
        return _reading(recognise(rules, recogniser, text))
    return _READERS[kind](rules, text, row)


def _why(one: Any) -> Row:
    return {"pattern": one.pattern, "where": one.where, "span": [one.start, one.end]}


def _reading(found: Any) -> Row:
    value = found.value
    return {
        "value": list(value) if isinstance(value, tuple) else value,
        "why": [_why(one) for one in found.why],
    }


def _signals(rules: Rules, text: str, row: Row) -> Row:
    """Signals of the danger list; `low` holds signs that say nothing alone and ask in twos."""
    heard = screen(rules, text, asked=str(row.get("question", "")))
    found = [one for one in heard if one.code != LOW_SIGN]
    low = [_why(one) for one in heard if one.code == LOW_SIGN]
    return {
        "value": [{"code": one.code, "level": one.level} for one in found],
        "why": [_why(one) for one in found],
        **({"low": low} if low else {}),
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
            "level": found[0].level if found else None,
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

    return _reading(scale(as_text(text), float(row.get("from", 0)), float(row.get("to", 10))))


def _number(_rules: Rules, text: str, _row: Row) -> Row:
    from bot.understanding.numbers import number  # noqa: PLC0415 - as above

    return _reading(number(as_text(text)))


def _when(_rules: Rules, text: str, row: Row) -> Row:
    from datetime import UTC, date, datetime  # noqa: PLC0415 - as above

    from bot.understanding.when import when  # noqa: PLC0415 - as above

    ref = row.get("ref")
    day = date.fromisoformat(ref) if ref else datetime.now(UTC).date()
    found = when(as_text(text), str(row.get("question", "")), day)
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


def in_words(found: Mapping[str, Any]) -> str:
    """Say what was read and because of which patterns, a line each; `found` is one reading as a row."""
    value = found["value"]
    parts = value if isinstance(value, list) else [value]
    said = ", ".join(
        " ".join(map(str, one.values())) if isinstance(one, dict) else str(one) for one in parts
    )
    lines = [said if said and value is not None else "nothing"]
    lines += [f"  because of {one['pattern']} ({one['where']})" for one in found["why"]]
    lines += [
        f"  low sign {one['pattern']} ({one['where']}): asks only together with another"
        for one in found.get("low", ())
    ]
    return "\n".join(lines)
