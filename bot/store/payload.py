"""Entries of a talk as the rows that a store keeps, and back; times as text that sorts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.dialogue.codec import BrokenEntryError, decode, decode_value, encode
from bot.store.errors import Corrupt
from bot.store.protocol import NOTHING_YET, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.dialogue.session import Entry, Value

_FILE = "The file of saved talks"
_EPOCH = datetime.fromtimestamp(0, UTC)


def row_of(entry: Entry) -> Row:
    """Return the row that keeps an entry."""
    return Row(entry.seq, iso(entry.at), entry.message or None, encode(entry))


def rows_of(entries: Iterable[Entry], after: int = NOTHING_YET) -> list[Row]:
    """Return the rows that keep those entries of a log that come after one.

    One message often makes several entries; it stands at the first of them, once in a talk.
    """
    seen: set[str] = set()
    rows = []
    for entry in entries:
        if entry.seq > after:
            row = row_of(entry)
            rows.append(replace(row, message=None) if entry.message in seen else row)
        seen.add(entry.message)
    return rows


def entries_of(rows: Iterable[Row]) -> tuple[Entry, ...]:
    """Return the log that rows keep; raises `Corrupt` where one of them is no entry."""
    try:
        return tuple(decode(row.payload) for row in rows)
    except BrokenEntryError:
        # The text is a person's, so it must not travel on in a chain of exceptions.
        raise Corrupt(_FILE) from None


def value_of(text: str) -> Value:
    """Return the value that a JSON text holds; raises `Corrupt` where it holds none."""
    try:
        return decode_value(text)
    except BrokenEntryError:
        raise Corrupt(_FILE) from None


def iso(at: float) -> str:
    """Write seconds since the epoch as UTC text to the millisecond, always of one length."""
    moment = _EPOCH + timedelta(milliseconds=round(at * 1000))
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def seconds(text: str) -> float:
    """Read what `iso` wrote."""
    return (datetime.fromisoformat(text) - _EPOCH) / timedelta(seconds=1)
