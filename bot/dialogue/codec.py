"""Entries as JSON text and back: what a store keeps of a talk, one line an entry."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.dialogue.session import (
    Answered,
    Backed,
    Changed,
    Concluded,
    Detoured,
    Drafted,
    Interval,
    Item,
    Key,
    Recalled,
    Retracted,
    Signalled,
    Skipped,
    Started,
    Unclear,
    Undone,
    Woke,
    Words,
)

if TYPE_CHECKING:
    from bot.dialogue.session import Entry, Value

_KINDS: dict[str, type[Any]] = {
    kind.__name__.lower(): kind
    for kind in (
        Answered, Backed, Changed, Concluded, Detoured, Drafted, Recalled, Retracted, Signalled,
        Skipped, Started, Unclear, Undone, Woke,
    )
}  # fmt: skip
_NAMES = {kind: name for name, kind in _KINDS.items()}
_LISTS = frozenset({"texts", "lines"})


class BrokenEntryError(ValueError):
    """A text that no entry was written as; it names the entry's kind and no words of a person."""


def encode(entry: Entry) -> str:
    """Write an entry as one line of JSON. Fields that stand at their default are left out."""
    kind = type(entry)
    plain: dict[str, Any] = {"entry": _NAMES[kind]}
    defaults = kind._field_defaults
    for name, value in zip(kind._fields, entry, strict=True):
        if name in defaults and value == defaults[name]:
            continue
        plain[name] = _plain(name, value)
    return json.dumps(plain, separators=(",", ":"))


def decode(text: str) -> Entry:
    """Read what `encode` wrote. Raises BrokenEntryError for anything else."""
    try:
        plain = json.loads(text)
        kind = _KINDS[plain.pop("entry")]
        entry: Entry = kind(**{name: _lively(name, value) for name, value in plain.items()})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BrokenEntryError(f"not an entry ({type(error).__name__})") from None
    return entry


def encode_value(value: Value) -> str:
    """Write an answer or a person fact as JSON."""
    return json.dumps(_value(value), separators=(",", ":"))


def decode_value(text: str) -> Value:
    """Read what `encode_value` wrote. Raises BrokenEntryError for anything else."""
    try:
        return _of(json.loads(text))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BrokenEntryError(f"not a value ({type(error).__name__})") from None


def _plain(name: str, value: Any) -> Any:
    if name == "key":
        return [*value]
    if name == "value":
        return _value(value)
    return [*value] if name in _LISTS else value


def _lively(name: str, value: Any) -> Any:
    if name == "key":
        return Key(*value)
    if name == "value":
        return _of(value)
    return tuple(value) if name in _LISTS else value


def _value(value: Value) -> Any:
    match value:
        case Words():
            return {"words": value.text, "classes": [*value.classes]}
        case Interval():
            return {"days": [value.days_min, value.days_max], "said": value.said}
        case tuple() if value and isinstance(value[0], Item):
            return {"items": [[*one] for one in value]}
        case tuple():
            return {"members": [*value]}
        case _:
            return value


def _of(plain: Any) -> Value:
    if not isinstance(plain, dict):
        if plain is None or isinstance(plain, (str, int, float)):
            return plain
        raise TypeError(type(plain).__name__)
    if "words" in plain:
        return Words(plain["words"], tuple(plain["classes"]))
    if "days" in plain:
        low, high = plain["days"]
        return Interval(low, high, plain["said"])
    if "items" in plain:
        return tuple(Item(*one) for one in plain["items"])
    return tuple(plain["members"])
