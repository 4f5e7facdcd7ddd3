"""What a store keeps and how it is asked; the entries are JSON text that no store reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2s
from typing import TYPE_CHECKING, Any, Literal, Protocol

from bot.store.errors import Repeated, Unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NOTHING_YET = 0
"""The newest `seq` of a talk without entries, so the first entry is 1."""

SEATS = 1 << 20
"""Entries a talk has room for: far above any talk, and it leaves 2**43 talks in an integer."""


LARGEST_NUMBER = (1 << 63) - 1
"""A message's number at most: what fits into eight bytes, and so into any database."""

LONGEST_NUMBER = 19
"""Digits of that number; Discord's ids have as many."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a talk: its place, ISO time, platform message id and JSON text."""

    seq: int
    at: str
    message: str | None
    payload: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Conversation:
    """A talk as a list shows it; `touched` is the time of its newest entry."""

    id: str
    person: str
    dialog: str
    started: str
    touched: str
    ended: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a person asked to be remembered; `value` is JSON text."""

    name: str
    value: str = field(repr=False)
    at: str


@dataclass(frozen=True, slots=True)
class Note:
    """A text a person keeps; `key` says which step wrote it."""

    key: str
    title: str = field(repr=False)
    text: str = field(repr=False)
    at: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """A dialog a person wants to be called back to at `due`, an ISO time in UTC."""

    person: str
    key: str
    due: str
    dialog: str


@dataclass(frozen=True, slots=True)
class Opened:
    """That a talk is there, from its first turn on: whose it is, and with which dialog it began."""

    person: str
    dialog: str
    at: str


@dataclass(frozen=True, slots=True)
class Ended:
    """That a talk is over; the first time given stands."""

    at: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """That a note, fact or reminder of this key or name goes; one that is not there is no error."""

    table: Literal["fact", "note", "reminder"]
    key: str


Beside = Fact | Note | Reminder | Dropped | Ended
"""What a turn changes beside the log; it belongs to the person whose talk it is."""


@dataclass(frozen=True, slots=True)
class Append:
    """A turn: rows to put behind entry `after` of one talk, and what changes beside them."""

    conversation: str
    after: int
    rows: Sequence[Row]
    beside: Sequence[Beside] = ()
    opened: Opened | None = None


def refuse_disorder(after: int, rows: Sequence[Row]) -> None:
    """Raise `ValueError` unless the rows rise from `after` and fit into a talk."""
    for row in rows:
        if not after < row.seq < SEATS:
            raise ValueError(f"entry {row.seq} cannot stand behind entry {after}")
        after = row.seq


def refuse_doubled(rows: Sequence[Row]) -> list[str]:
    """Return the message ids of rows; raises `Repeated` where one stands there twice."""
    messages = [row.message for row in rows if row.message is not None]
    if len(messages) != len(set(messages)):
        raise Repeated
    return messages


def refuse_unwritable(turn: Append, place: object) -> None:
    """Raise `Unwritable` where a text holds half a character, before anything is written."""
    texts = [text for row in turn.rows for text in (row.payload, row.message or "")]
    for one in turn.beside:
        match one:
            case Fact(name, value):
                texts += [name, value]
            case Note(key, title, text):
                texts += [key, title, text]
    for text in texts:
        try:
            text.encode()
        except UnicodeEncodeError:
            # The error carries the text itself, so it goes no further.
            raise Unwritable(place) from None


def number_of(message: str | None) -> int:
    """Return the number that a platform's message id is, 0 where it is none."""
    digits = message or ""
    if len(digits) > LONGEST_NUMBER or not (digits.isascii() and digits.isdecimal()):
        return 0
    number = int(digits)
    return number if number <= LARGEST_NUMBER else 0


def watermark_of(person: str) -> str:
    """Return the name under which an erased person's last message is known: it says nothing of them."""
    return blake2s(person.encode(), digest_size=8, person=b"heard").hexdigest()


class Store(Protocol):
    """Keeps logs of talks and what a person asked to be kept beside them.

    Times are ISO texts in UTC, all of one form, so that they sort as texts.
    Every method may raise a `StoreError`, whose text is a sentence fit to be shown.
    """

    def conversations(self, person: str) -> tuple[Conversation, ...]:
        """Return the person's talks, the one touched last first."""
        ...

    def open(self, conversation: str, person: str, dialog: str, at: str) -> None:
        """Make room for a talk; a second call for the same person changes nothing.

        Raises `SomebodyElses` when the id belongs to somebody else.
        """
        ...

    def end(self, conversation: str, at: str) -> None:
        """Mark a talk as ended; the first time given stands."""
        ...

    def rows(self, conversation: str) -> tuple[Row, ...]:
        """Return the entries of a talk in order; none for a talk that is not kept."""
        ...

    def append(self, conversation: str, after: int, rows: Sequence[Row]) -> None:
        """Keep all rows or none, provided that the newest entry is still `after`.

        The rows rise in `seq` (`ValueError` otherwise). They are safe on the disk when
        the call returns. Raises `Repeated` when a message id is already in this talk,
        `Conflict` when the talk has moved on, `UnknownConversation` when it is gone.
        """
        ...

    def keep(self, turn: Append) -> None:
        """Keep a turn whole or not at all, as `append`: the talk itself, its rows, what is beside.

        Who comes late with a turn from an older state changes nothing, beside the log neither.
        An older wording that was replaced or dropped leaves no trace, as soon as nothing stands in
        the way of that. Raises as `append`, and
        `SomebodyElses` when the talk is not the person's who opens it.
        """
        ...

    def append_all(self, batch: Sequence[Append]) -> tuple[Exception | None, ...]:
        """Do many appends for the price of one, each with its own outcome, in order.

        A refused append stands in its place as the error `append` would have raised
        and spoils no other. A failing disk raises, and then none of them is kept.
        """
        ...

    def overwrite(self, conversation: str, row: Row) -> None:
        """Put `row` in the place of the entry with its `seq`, leaving no trace of the old one.

        Raises `UnknownConversation` when there is no such entry, `Repeated` when another
        entry has its message id.
        """
        ...

    def facts(self, person: str) -> tuple[Fact, ...]:
        """Return what is remembered about a person, by name."""
        ...

    def known_by(self, name: str) -> tuple[str, ...]:
        """Return everyone of whom a fact of this name is remembered."""
        ...

    def keep_fact(self, person: str, name: str, value_json: str, at: str) -> None:
        """Remember a fact in place of an older one of that name."""
        ...

    def drop_fact(self, person: str, name: str) -> None:
        """Forget a fact without a trace; an unknown name changes nothing."""
        ...

    def notes(self, person: str) -> tuple[Note, ...]:
        """Return a person's notes, oldest first."""
        ...

    def put_note(self, person: str, key: str, title: str, text: str, at: str) -> None:
        """Keep a note in place of an older one with that key."""
        ...

    def drop_note(self, person: str, key: str) -> None:
        """Forget a note without a trace; an unknown key changes nothing."""
        ...

    def reminders(self, person: str) -> tuple[Reminder, ...]:
        """Return a person's reminders, the next one first."""
        ...

    def claim(self, now: str, until: str) -> tuple[Reminder, ...]:
        """Take everyone's reminders that are due at `now`, the oldest first, for this caller alone.

        Nobody else is handed them before `until`; then, if their taker died, they are free
        again. Whoever has shown one puts it to its next time or drops it, which frees it, too.
        """
        ...

    def put_reminder(self, person: str, key: str, due: str, dialog: str) -> None:
        """Keep a reminder in place of an older one with that key."""
        ...

    def drop_reminder(self, person: str, key: str) -> None:
        """Forget a reminder; an unknown key changes nothing."""
        ...

    def erase(self, *people: str) -> None:
        """Remove everything about some people, for good: no copy brings them back.

        In a file no byte of their words is left; what a server keeps aside is its own matter.
        What stays is a number by which a message of theirs that comes again is told from a new one.
        """
        ...

    def heard_until(self, person: str) -> int:
        """Return the number of the newest message that was erased with a person, 0 for none.

        Only where a platform numbers its messages in the order of time.
        """
        ...

    def overdue(self, before: str) -> tuple[str, ...]:
        """Return the people of whom nothing was touched from `before` on, and no reminder is due."""
        ...

    def export(self, person: str) -> dict[str, Any]:
        """Return everything held about a person, as plain values ready for JSON."""
        ...

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        ...


Line = tuple[str, tuple[Any, ...]]
"""A table's name with the values of one row of it, in the order of `TABLES`."""

TABLES: dict[str, tuple[str, ...]] = {
    "person": ("id", "mark"),
    "conversation": ("id", "person", "dialog", "started", "ended"),
    "entry": ("conversation", "seq", "at", "message", "payload"),
    "fact": ("person", "name", "value", "at"),
    "note": ("person", "key", "title", "text", "at"),
    "reminder": ("person", "key", "due", "dialog"),
    "watermark": ("name", "message"),
}
"""All that a store holds, the same for every store: what a copy is made of.

A person's `mark` is made by chance when they are first kept, and again after an erase. It says
nothing about anybody, so the marks of those who were erased may stay and sort out old copies.
"""


class LastingStore(Store, Protocol):
    """A store that outlives the program, of which copies are made and brought back."""

    def everything(self) -> Iterator[Line]:
        """Give every row as of one moment, in the order of `TABLES`; others may go on writing."""
        ...

    def counts(self) -> dict[str, int]:
        """Return how many rows each table of `TABLES` has."""
        ...

    def replace_everything(self, lines: Iterable[Line]) -> None:
        """Put these rows, in the order of `TABLES`, in the place of all that is there, or none."""
        ...

    def erased(self) -> frozenset[str]:
        """Return the marks of all who were erased here."""
        ...

    def note_erased(self, marks: Iterable[str]) -> None:
        """Count these marks among the erased ones."""
        ...

    def damage(self) -> str:
        """Return what the database itself finds wrong in its files; "" for nothing."""
        ...
