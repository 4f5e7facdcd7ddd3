"""A store that forgets everything when the program ends: the contract's simplest reading, which tests compare the real one with."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from bot.store.errors import Conflict, Repeated, StoreError, UnknownConversation
from bot.store.export import everything_about
from bot.store.protocol import (
    NOTHING_YET,
    Append,
    Conversation,
    Fact,
    Note,
    Reminder,
    Row,
    refuse_disorder,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(slots=True)
class _Talk:
    about: Conversation
    rows: list[Row] = field(default_factory=list)

    def newest(self) -> int:
        return self.rows[-1].seq if self.rows else NOTHING_YET

    def listed(self) -> Conversation:
        return replace(self.about, touched=self.rows[-1].at) if self.rows else self.about


class MemoryStore:
    """Keeps everything in this process; the promises are those of `Store`."""

    def __init__(self) -> None:
        self._talks: dict[str, _Talk] = {}
        self._facts: dict[str, dict[str, Fact]] = {}
        self._notes: dict[str, dict[str, Note]] = {}
        self._reminders: dict[str, dict[str, Reminder]] = {}
        self._held: dict[tuple[str, str], str] = {}

    def conversations(self, person: str) -> tuple[Conversation, ...]:
        """Return the person's talks, the one touched last first."""
        mine = [talk.listed() for talk in self._talks.values() if talk.about.person == person]
        mine.reverse()  # among equals the one opened last stands first
        return tuple(sorted(mine, key=lambda talk: talk.touched, reverse=True))

    def open(self, conversation: str, person: str, dialog: str, at: str) -> None:
        """Make room for a talk; raises `Conflict` when the id is somebody else's."""
        about = Conversation(conversation, person, dialog, at, at, None)
        if self._talks.setdefault(conversation, _Talk(about)).about.person != person:
            raise Conflict

    def end(self, conversation: str, at: str) -> None:
        """Mark a talk as ended; the first time given stands."""
        talk = self._talk(conversation)
        talk.about = replace(talk.about, ended=talk.about.ended or at)

    def rows(self, conversation: str) -> tuple[Row, ...]:
        """Return the entries of a talk in order."""
        talk = self._talks.get(conversation)
        return tuple(talk.rows) if talk else ()

    def append(self, conversation: str, after: int, rows: Sequence[Row]) -> None:
        """Keep all rows or none, as `Store.append`."""
        refuse_disorder(after, rows)
        talk = self._talk(conversation)
        messages = [row.message for row in (*talk.rows, *rows) if row.message is not None]
        if len(messages) != len(set(messages)):
            raise Repeated
        if talk.newest() != after:
            raise Conflict
        talk.rows.extend(rows)

    def append_all(self, batch: Sequence[Append]) -> tuple[Exception | None, ...]:
        """Do many appends, each with its own outcome."""
        outcomes: list[Exception | None] = []
        for one in batch:
            try:
                self.append(one.conversation, one.after, one.rows)
                outcomes.append(None)
            except (StoreError, ValueError) as refusal:
                outcomes.append(refusal)
        return tuple(outcomes)

    def overwrite(self, conversation: str, row: Row) -> None:
        """Put `row` in the place of the entry with its `seq`."""
        rows = self._talk(conversation).rows
        at = next((i for i, kept in enumerate(rows) if kept.seq == row.seq), None)
        if at is None:
            raise UnknownConversation
        others = (kept.message for kept in rows if kept.seq != row.seq)
        if row.message is not None and row.message in others:
            raise Repeated
        rows[at] = row

    def facts(self, person: str) -> tuple[Fact, ...]:
        """Return what is remembered about a person, by name."""
        return tuple(sorted(self._facts.get(person, {}).values(), key=lambda fact: fact.name))

    def keep_fact(self, person: str, name: str, value_json: str, at: str) -> None:
        """Remember a fact in place of an older one of that name."""
        self._facts.setdefault(person, {})[name] = Fact(name, value_json, at)

    def drop_fact(self, person: str, name: str) -> None:
        """Forget a fact."""
        self._facts.get(person, {}).pop(name, None)

    def notes(self, person: str) -> tuple[Note, ...]:
        """Return a person's notes, oldest first."""
        mine = self._notes.get(person, {}).values()
        return tuple(sorted(mine, key=lambda note: (note.at, note.key)))

    def put_note(self, person: str, key: str, title: str, text: str, at: str) -> None:
        """Keep a note in place of an older one with that key."""
        self._notes.setdefault(person, {})[key] = Note(key, title, text, at)

    def drop_note(self, person: str, key: str) -> None:
        """Forget a note."""
        self._notes.get(person, {}).pop(key, None)

    def reminders(self, person: str) -> tuple[Reminder, ...]:
        """Return a person's reminders, the next one first."""
        return _by_time(self._reminders.get(person, {}).values())

    def claim(self, now: str, until: str) -> tuple[Reminder, ...]:
        """Take everyone's reminders that are due and not taken, as `Store.claim`."""
        everyone = (one for mine in self._reminders.values() for one in mine.values())
        free = [
            one
            for one in everyone
            if one.due <= now and self._held.get((one.person, one.key), "") <= now
        ]
        self._held.update(((one.person, one.key), until) for one in free)
        return _by_time(free)

    def put_reminder(self, person: str, key: str, due: str, dialog: str) -> None:
        """Keep a reminder in place of an older one with that key."""
        self._held.pop((person, key), None)
        self._reminders.setdefault(person, {})[key] = Reminder(person, key, due, dialog)

    def drop_reminder(self, person: str, key: str) -> None:
        """Forget a reminder."""
        self._held.pop((person, key), None)
        self._reminders.get(person, {}).pop(key, None)

    def erase(self, person: str) -> None:
        """Let go of everything about a person."""
        self._talks = {
            name: talk for name, talk in self._talks.items() if talk.about.person != person
        }
        for kept in (self._facts, self._notes, self._reminders):
            kept.pop(person, None)
        self._held = {key: until for key, until in self._held.items() if key[0] != person}

    def export(self, person: str) -> dict[str, Any]:
        """Return everything held about a person."""
        return everything_about(self, person)

    def close(self) -> None:
        """Forget everything."""
        for kept in (self._talks, self._facts, self._notes, self._reminders, self._held):
            kept.clear()

    def _talk(self, conversation: str) -> _Talk:
        talk = self._talks.get(conversation)
        if talk is None:
            raise UnknownConversation
        return talk


def _by_time(reminders: Iterable[Reminder]) -> tuple[Reminder, ...]:
    return tuple(sorted(reminders, key=lambda one: (one.due, one.person, one.key)))
