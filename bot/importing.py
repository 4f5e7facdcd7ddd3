"""Brings what `/export` gave back in: read with care, since the file may be anybody's work.

What the form looks like says docs/export.md; where it is kept is the store's.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from hashlib import blake2s
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.dialogue.codec import BrokenEntryError, decode, decode_value, encode_value
from bot.dialogue.session import Interval, Item, Key, Started, Words
from bot.keeping import GREETING, STAND
from bot.store.errors import Conflict, SomebodyElses
from bot.store.export import EXPORT
from bot.store.payload import iso, rows_of, seconds
from bot.store.protocol import SEATS, Append, Ended, Fact, Note, Opened, Reminder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.dialogue.session import Entry, Value
    from bot.store.protocol import Row, Store

LARGEST = 32 << 20
"""Bytes of a file that are read: some thousand long talks."""
LONGEST = 100_000
"""Characters of one text; nobody types more at one question."""
MOST = 20_000
"""Talks, notes, facts or reminders of one person; far more than a life holds."""

_ID = re.compile(r"[0-9a-f]{16}", re.ASCII)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)


class NotAnExportError(ValueError):
    """The file is none of ours, or was changed; says where, and no word of it."""


class Talk(NamedTuple):
    """One talk of an export; `ended` is "" for one that is open."""

    id: str
    dialog: str
    started: str
    ended: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """All that a file holds of a person."""

    talks: tuple[Talk, ...]
    notes: tuple[Note, ...]
    facts: tuple[Fact, ...]
    reminders: tuple[Reminder, ...]


@dataclass(slots=True)
class Brought:
    """How much came in, and how many talks were there already."""

    talks: int = 0
    entries: int = 0
    notes: int = 0
    facts: int = 0
    reminders: int = 0
    known: int = 0


# --- reading ------------------------------------------------------------------


def read_export(content: bytes) -> Export:
    """Return what an export holds; raises `NotAnExportError`."""
    if len(content) > LARGEST:
        raise NotAnExportError(f"it is larger than {LARGEST >> 20} MB")
    try:
        plain = json.loads(content)
    except (ValueError, RecursionError):
        raise NotAnExportError("it is not JSON") from None
    if not isinstance(plain, dict) or plain.get("afterword") != EXPORT:
        raise NotAnExportError(f'it does not say "afterword": {EXPORT}')
    return Export(
        tuple(_each(plain, "conversations", _talk)),
        tuple(_each(plain, "notes", _note)),
        tuple(_each(plain, "facts", _fact)),
        tuple(_each(plain, "reminders", _reminder)),
    )


def _each(plain: Mapping[str, Any], name: str, read: Callable[[dict[str, Any]], Any]) -> list[Any]:
    rows = plain.get(name, [])
    if not isinstance(rows, list) or len(rows) > MOST:
        raise NotAnExportError(f"{name} is no list, or has more than {MOST:,} rows")
    found = []
    for number, row in enumerate(rows, 1):
        try:
            found.append(read(row))
        except NotAnExportError as error:
            raise NotAnExportError(f"{name} {number}: {error}") from None
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError):
            raise NotAnExportError(f"{name} {number} can't be read") from None
    return found


def _talk(row: dict[str, Any]) -> Talk:
    entries: list[Entry] = []
    for number, one in enumerate(row["entries"], 1):
        entry = _entry(one)
        after = entries[-1] if entries else None
        if after is not None and not (after.seq < entry.seq and after.at <= entry.at):
            raise NotAnExportError(f"entry {number} is out of order")
        entries.append(entry)
    first = entries[0] if entries else None
    if not isinstance(first, Started) or first.dialog != row["dialog"]:
        raise NotAnExportError("its first entry does not begin it")
    ended = "" if row["ended"] is None else _time(row["ended"])
    return Talk(_text(row["id"]), first.dialog, _time(row["started"]), ended, tuple(entries))


def _entry(row: dict[str, Any]) -> Entry:
    try:
        entry = decode(json.dumps(row["entry"]))
    except BrokenEntryError as error:
        raise NotAnExportError(str(error)) from None
    for name, value in zip(entry._fields, entry, strict=True):
        if not _FITS[name](value):
            raise NotAnExportError(f"{name} of an entry does not fit")
    return entry


def _note(row: dict[str, Any]) -> Note:
    return Note(_text(row["key"]), _text(row["title"]), _text(row["text"]), _time(row["at"]))


def _fact(row: dict[str, Any]) -> Fact:
    value = decode_value(json.dumps(row["value"]))
    if not _is_value(value):
        raise NotAnExportError("its value does not fit")
    return Fact(_text(row["name"]), encode_value(value), _time(row["at"]))


def _reminder(row: dict[str, Any]) -> Reminder:
    return Reminder("", _text(row["key"]), _time(row["due"]), _text(row["dialog"]))


def _text(value: object) -> str:
    if not _is_text(value):
        raise NotAnExportError("a text is missing, too long or broken")
    return str(value)


def _time(value: object) -> str:
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        raise NotAnExportError("a time is not like 2026-03-01T12:00:00.000Z")
    return iso(seconds(value))


def _is_text(value: object) -> bool:
    if not isinstance(value, str) or len(value) > LONGEST:
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 53


def _is_number(value: object) -> bool:
    return _is_whole(value) or (isinstance(value, float) and math.isfinite(value))


def _are_texts(value: object) -> bool:
    return isinstance(value, tuple) and len(value) <= MOST and all(map(_is_text, value))


def _is_key(value: object) -> bool:
    if not isinstance(value, Key):
        return False
    return (
        _are_texts((value.frame, value.step, value.item))
        and _is_whole(value.visit)
        and value.visit > 0
    )


def _is_value(value: Value | object) -> bool:
    match value:
        case None:
            return True
        case Words(text, classes):
            return _is_text(text) and _are_texts(classes)
        case Interval(low, high, said):
            return _is_whole(low) and _is_whole(high) and low <= high and _is_text(said)
        case tuple():
            flat = tuple(
                part for one in value for part in (one if isinstance(one, Item) else [one])
            )
            return len({type(one) for one in value}) < 2 and _are_texts(flat)
        case _:
            return _is_text(value) or _is_number(value) or isinstance(value, bool)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_time(value: object) -> bool:
    # Within the years that a calendar of four digits has.
    return _is_number(value) and 0 <= float(str(value)) < 253_402_300_799


_FITS: Mapping[str, Callable[[object], bool]] = {
    "seq": lambda value: _is_whole(value) and 0 < int(str(value)) < SEATS,
    "at": _is_time,
    "target": _is_whole,
    "seed": _is_whole,
    "key": _is_key,
    "value": _is_value,
    "marked": _is_flag,
    "forgotten": _is_flag,
    "texts": _are_texts,
    "lines": _are_texts,
    **dict.fromkeys(
        (
            "message", "dialog", "digest", "language", "code", "level", "source", "text", "fact",
            "outcome",
        ),
        _is_text,
    ),
}  # fmt: skip
"""What each field of an entry has to be; a field without a row here is refused."""


# --- keeping ------------------------------------------------------------------


@dataclass(slots=True)
class _Names:
    """Talks that could not keep their names, and what they are called now."""

    new: dict[str, str] = field(default_factory=dict)

    def of(self, text: str) -> str:
        """Return the name of something beside a talk, which begins with that of the talk."""
        talk, blank, rest = text.partition(" ")
        return f"{self.new.get(talk, talk)}{blank}{rest}"


def bring_in(store: Store, person: str, export: Export) -> Brought:
    """Keep what an export holds for a person, beside what is kept of them; raises `StoreError`.

    A talk that is there already is gone on with; one that went on differently here is kept beside
    it. Notes and facts replace older ones of their names. A second time changes nothing.
    """
    brought, names = Brought(), _Names()
    for talk in export.talks:
        added = _keep(store, person, talk, names)
        brought.talks += added > 0
        brought.known += added == 0
        brought.entries += added
    notes = {one.key: one.at for one in store.notes(person)}
    for note in export.notes:
        key = names.of(note.key)
        if notes.get(key, "") < note.at:
            store.put_note(person, key, note.title, note.text, note.at)
            brought.notes += 1
    facts = {one.name: one.at for one in store.facts(person)}
    for fact in export.facts:
        # Whether danger stands in a talk is read from the talk, not taken from a file.
        if not fact.name.startswith(STAND) and facts.get(fact.name, "") < fact.at:
            store.keep_fact(person, fact.name, _renamed(fact, names), fact.at)
            brought.facts += 1
    there = {one.key for one in store.reminders(person)}
    for one in export.reminders:
        key = names.of(one.key)
        if key not in there:
            store.put_reminder(person, key, one.due, one.dialog)
            brought.reminders += 1
    return brought


def _keep(store: Store, person: str, talk: Talk, names: _Names) -> int:
    """Keep a talk, and return how many of its entries are new here."""
    rows = rows_of(talk.entries)
    if _ID.fullmatch(talk.id):
        try:
            return _append(store, person, talk.id, talk, rows)
        except (SomebodyElses, Conflict):
            pass  # somebody else's, or gone on with differently here: both stay
    told = "\n".join((person, talk.id, *(row.payload for row in rows)))
    names.new[talk.id] = blake2s(told.encode(), digest_size=8).hexdigest()
    return _append(store, person, names.new[talk.id], talk, rows)


def _append(store: Store, person: str, name: str, talk: Talk, rows: Sequence[Row]) -> int:
    mine = {one.id for one in store.conversations(person)}
    there = store.rows(name) if name in mine else ()
    if list(there) == list(rows[: len(there)]):
        new = rows[len(there) :]
    elif list(there[: len(rows)]) == list(rows):
        return 0
    else:
        raise Conflict
    after = there[-1].seq if there else 0
    opened = Opened(person, talk.dialog, talk.started)
    beside = [Ended(talk.ended)] if talk.ended else []
    if new or beside:
        store.keep(Append(name, after, new, beside, opened))
    return len(new)


def _renamed(fact: Fact, names: _Names) -> str:
    value = decode_value(fact.value)
    if fact.name == GREETING and isinstance(value, str):
        return encode_value(names.of(value))
    return fact.value
