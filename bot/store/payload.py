"""Entries of a log as the JSON text that a store keeps, and back: names, so that people can read it.

Fields that hold their default are left out. A text from a newer release is refused whole.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.dialogue import session
from bot.dialogue.session import Interval, Item, Key, Words
from bot.store.errors import Corrupt
from bot.store.protocol import Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.dialogue.session import Entry, Value

ENTRIES: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        session.Started, session.Answered, session.Skipped, session.Backed, session.Changed,
        session.Undone, session.Signalled, session.Retracted, session.Detoured, session.Drafted,
        session.Woke, session.Recalled, session.Concluded, session.Unclear,
    )
}  # fmt: skip
_IN_ROW = frozenset({"seq", "at", "message"})
_MILLI = 1000
_FILE = "The file of saved talks"


def row_of(entry: Entry) -> Row:
    """Return the row that keeps an entry."""
    kind = type(entry).__name__
    defaults = ENTRIES[kind]._field_defaults
    fields = {}
    for name, value in zip(entry._fields, entry, strict=True):
        if name not in _IN_ROW and not (name in defaults and defaults[name] == value):
            fields[name] = _plain(value)
    text = json.dumps({kind: fields}, ensure_ascii=False, separators=(",", ":"))
    return Row(entry.seq, iso(entry.at), entry.message or None, text)


def entry_of(row: Row) -> Entry:
    """Return the entry that a row keeps; raises `Corrupt` where it keeps none."""
    try:
        ((kind, fields),) = json.loads(row.payload).items()
        made = ENTRIES[kind]
        values = {name: _value(name, plain) for name, plain in fields.items()}
        entry: Entry = made(row.seq, seconds(row.at), row.message or "", **values)
    except (ValueError, KeyError, TypeError, AttributeError):
        # The text is a person's, so it must not travel on in a chain of exceptions.
        raise Corrupt(_FILE) from None
    return entry


def entries_of(rows: Iterable[Row]) -> tuple[Entry, ...]:
    """Return the log that rows keep; raises `Corrupt`."""
    return tuple(entry_of(row) for row in rows)


def value_text(value: Value) -> str:
    """Return a value as JSON text."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def value_of(text: str) -> Value:
    """Return the value that a JSON text holds; raises `Corrupt` where it holds none."""
    try:
        value: Value = _value("value", json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Corrupt(_FILE) from None
    return value


def iso(at: float) -> str:
    """Write seconds since the epoch as UTC text to the millisecond."""
    from datetime import UTC, datetime, timedelta  # noqa: PLC0415 - nothing is written before saving is agreed

    moment = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=round(at * _MILLI))
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def seconds(text: str) -> float:
    """Read what `iso` wrote."""
    from datetime import UTC, datetime, timedelta  # noqa: PLC0415 - as in iso

    since = datetime.fromisoformat(text) - datetime.fromtimestamp(0, UTC)
    return (since // timedelta(milliseconds=1)) / _MILLI


def _plain(value: Any) -> Any:
    match value:
        case Key():
            return list(value)
        case Words():
            return {"words": value.text, "classes": list(value.classes)}
        case Interval():
            return {"days": [value.days_min, value.days_max], "said": value.said}
        case tuple() if value and all(isinstance(one, Item) for one in value):
            return {"items": [list(one) for one in value]}
        case tuple():
            return list(value)
        case _:
            return value


def _value(name: str, plain: Any) -> Any:
    if name == "key":
        frame, step, visit, item = plain
        return Key(frame, step, visit, item)
    match plain:
        case {"words": text, "classes": classes}:
            return Words(text, tuple(classes))
        case {"days": [low, high], "said": said}:
            return Interval(low, high, said)
        case {"items": items}:
            return tuple(Item(*one) for one in items)
        case list():
            return tuple(plain)
        case _:
            return plain
