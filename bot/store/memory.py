"""A store that forgets everything when the program ends: the contract's simplest reading, which tests compare the real one with."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, assert_never

from bot.store.errors import (
    Conflict,
    Repeated,
    SomebodyElses,
    StoreError,
    UnknownConversation,
)
from bot.store.export import everything_about
from bot.store.protocol import (
    NOTHING_YET,
    Append,
    Beside,
    Conversation,
    Dropped,
    Ended,
    Fact,
    Note,
    Reminder,
    Row,
    number_of,
    refuse_disorder,
    refuse_doubled,
    refuse_unwritable,
    watermark_of,
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
        self._heard: dict[str, int] = {}

    def conversations(self, person: str) -> tuple[Conversation, ...]:
        """Return the person's talks, the one touched last first."""
        mine = [talk.listed() for talk in self._talks.values() if talk.about.person == person]
        mine.reverse()  # among equals the one opened last stands first
        return tuple(sorted(mine, key=lambda talk: talk.touched, reverse=True))

    def open(self, conversation: str, person: str, dialog: str, at: str) -> None:
        """Make room for a talk; raises `SomebodyElses` when the id is somebody else's."""
        about = Conversation(conversation, person, dialog, at, at, None)
        if self._talks.setdefault(conversation, _Talk(about)).about.person != person:
            raise SomebodyElses

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
        self.keep(Append(conversation, after, rows))

    def keep(self, turn: Append) -> None:
        """Keep a turn whole, as `Store.keep`."""
        refuse_disorder(turn.after, turn.rows)
        refuse_unwritable(turn, "memory")
        refuse_doubled(turn.rows)
        opened = turn.opened
        there = self._talks.get(turn.conversation)
        if opened is not None and there is not None and there.about.person != opened.person:
            raise SomebodyElses
        if opened is not None and turn.after == NOTHING_YET:
            self.open(turn.conversation, opened.person, opened.dialog, opened.at)
        talk = self._talk(turn.conversation)
        refuse_doubled((*talk.rows, *turn.rows))
        if talk.newest() != turn.after:
            raise Conflict
        talk.rows.extend(turn.rows)
        for one in turn.beside:
            self._put(talk, one)

    def append_all(self, batch: Sequence[Append]) -> tuple[Exception | None, ...]:
        """Do many appends, each with its own outcome."""
        outcomes: list[Exception | None] = []
        for one in batch:
            try:
                self.keep(one)
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

    def known_by(self, name: str) -> tuple[str, ...]:
        """Return everyone with a fact of this name."""
        return tuple(person for person, facts in sorted(self._facts.items()) if name in facts)

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

    def erase(self, *people: str) -> None:
        """Let go of everything about some people but the number of their last message."""
        for person in people:
            mine = [talk for talk in self._talks.values() if talk.about.person == person]
            numbers = [number_of(row.message) for talk in mine for row in talk.rows]
            if newest := max((self.heard_until(person), *numbers)):
                self._heard[watermark_of(person)] = newest
            for talk in mine:
                del self._talks[talk.about.id]
            for kept in (self._facts, self._notes, self._reminders):
                kept.pop(person, None)
        self._held = {key: until for key, until in self._held.items() if key[0] not in people}

    def heard_until(self, person: str) -> int:
        """Return the number of the newest message that was erased with a person, 0 for none."""
        return self._heard.get(watermark_of(person), 0)

    def overdue(self, before: str) -> tuple[str, ...]:
        """Return the people of whom nothing was touched from `before` on."""
        touched: dict[str, str] = {}

        def at(person: str, *moments: str) -> None:
            touched[person] = max((touched.get(person, ""), *moments))

        for talk in self._talks.values():
            at(talk.about.person, talk.about.started, talk.listed().touched)
        for person, facts in self._facts.items():
            at(person, *(one.at for one in facts.values()))
        for person, notes in self._notes.items():
            at(person, *(one.at for one in notes.values()))
        for person, reminders in self._reminders.items():
            at(person, *(one.due for one in reminders.values()))
        return tuple(person for person, newest in touched.items() if newest < before)

    def export(self, person: str) -> dict[str, Any]:
        """Return everything held about a person."""
        return everything_about(self, person)

    def close(self) -> None:
        """Forget everything."""
        for kept in (
            self._talks, self._facts, self._notes, self._reminders, self._held, self._heard,
        ):  # fmt: skip
            kept.clear()

    def _put(self, talk: _Talk, one: Beside) -> None:
        person = talk.about.person
        match one:
            case Fact(name, value, at):
                self.keep_fact(person, name, value, at)
            case Note(key, title, text, at):
                self.put_note(person, key, title, text, at)
            case Reminder(_, key, due, dialog):
                self.put_reminder(person, key, due, dialog)
            case Dropped("fact", key):
                self.drop_fact(person, key)
            case Dropped("note", key):
                self.drop_note(person, key)
            case Dropped(_, key):
                self.drop_reminder(person, key)
            case Ended(at):
                self.end(talk.about.id, at)
            case _:
                assert_never(one)

    def _talk(self, conversation: str) -> _Talk:
        talk = self._talks.get(conversation)
        if talk is None:
            raise UnknownConversation
        return talk


def _by_time(reminders: Iterable[Reminder]) -> tuple[Reminder, ...]:
    return tuple(sorted(reminders, key=lambda one: (one.due, one.person, one.key)))
