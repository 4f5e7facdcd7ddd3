"""What a store keeps and how it is asked; the entries are JSON text that no store reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING_YET = 0
"""The newest `seq` of a talk without entries, so the first entry is 1."""

SEATS = 1 << 20
"""Entries a talk has room for: far above any talk, and it leaves 2**43 talks in an integer."""


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
class Append:
    """Rows to put behind entry `after` of one talk."""

    conversation: str
    after: int
    rows: Sequence[Row]


def refuse_disorder(after: int, rows: Sequence[Row]) -> None:
    """Raise `ValueError` unless the rows rise from `after` and fit into a talk."""
    for row in rows:
        if not after < row.seq < SEATS:
            raise ValueError(f"entry {row.seq} cannot stand behind entry {after}")
        after = row.seq


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

        Raises `Conflict` when the id belongs to somebody else.
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

    def due(self, until: str) -> tuple[Reminder, ...]:
        """Return everyone's reminders due at `until` or before, the oldest first."""
        ...

    def put_reminder(self, person: str, key: str, due: str, dialog: str) -> None:
        """Keep a reminder in place of an older one with that key."""
        ...

    def drop_reminder(self, person: str, key: str) -> None:
        """Forget a reminder; an unknown key changes nothing."""
        ...

    def erase(self, person: str) -> None:
        """Remove everything about a person so that no byte of their words is left."""
        ...

    def export(self, person: str) -> dict[str, Any]:
        """Return everything held about a person, as plain values ready for JSON."""
        ...

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        ...
