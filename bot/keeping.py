"""What of a talk is on the disk, and how it gets there; when a talk is kept at all, the person decides.

Beside the log stand notes, reminders and person facts: they follow the talk, never the other way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.dialogue.engine import fold
from bot.dialogue.library import SAVING
from bot.dialogue.session import Retracted, Signalled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.program import Program
    from bot.dialogue.session import Alarm, AskQuestion, Entry, Key, Note, Session, Value
    from bot.store.protocol import Conversation, Store


GREETING = "note that greets you"
"""The person fact that names a kept note by its key; no author can write such a name."""


def greeting(store: Store, person: str) -> str:
    """Return the words of the kept note that greets a person, or ""; raises `StoreError`."""
    named = _greeting_note(store, person)
    return next((one.text for one in store.notes(person) if one.key == named), "")


def _greeting_note(store: Store, person: str) -> Value:
    from bot.store.payload import value_of  # noqa: PLC0415 - as in keep

    return next((value_of(one.value) for one in store.facts(person) if one.name == GREETING), None)


@dataclass(slots=True)
class Live:
    """A talk in memory.

    `kept` is its newest entry on the disk, 0 for none; `notes`, `alarms` and `facts` are what stands beside it
    there. `asked` is a question of the host's own. A `private` talk is not written any more.
    """

    id: str
    person: str
    library: Library
    session: Session | None = None
    kept: int = 0
    private: bool = False
    asked: AskQuestion | None = None
    notes: Mapping[str, Note] = field(default_factory=dict)
    alarms: Mapping[str, Alarm] = field(default_factory=dict)
    facts: Mapping[str, Value] = field(default_factory=dict)


def keep(store: Store, live: Live, session: Session) -> None:
    """Put what is new in a talk on the disk; it is safe there when this returns.

    Raises `StoreError`; then nothing of it counts as kept, and the next call tries it again.
    """
    from bot.store.payload import iso, row_of  # noqa: PLC0415 - brings json; most talks end unsaved

    first, last = session.entries[0], session.entries[-1]
    new = [entry for entry in session.entries if entry.seq > live.kept]
    if not live.kept:
        store.open(live.id, live.person, getattr(first, "dialog", ""), iso(first.at))
    if new:
        store.append(live.id, live.kept, [row_of(entry) for entry in new])
        live.kept = last.seq
    _mirror(store, live, session)
    if session.view.ended:
        store.end(live.id, iso(last.at))


def overwrite(store: Store, live: Live, entries: Sequence[Entry]) -> None:
    """Put entries in the place of those with their seq, on the disk first; nothing is appended."""
    from bot.store.payload import row_of  # noqa: PLC0415 - as in keep

    before = live.session.entries if live.session is not None else ()
    for old, new in zip(before, entries, strict=True):
        if old != new and new.seq <= live.kept:
            store.overwrite(live.id, row_of(new))
    live.session = fold(live.library, entries)
    _mirror(store, live, live.session)


def read(store: Store, live: Live) -> Session:
    """Fold a kept talk anew from the disk; raises `StoreError`."""
    from bot.store.payload import entries_of  # noqa: PLC0415 - as in keep

    session = fold(live.library, entries_of(store.rows(live.id)))
    live.kept = session.entries[-1].seq if session.entries else 0
    live.notes, live.alarms = _notes(live, session), _alarms(live, session)
    live.facts = _facts(live, session)
    return session


def rung(store: Store, library: Library, person: str, key: str, now: float) -> None:
    """Set a reminder that was shown to its next time, or drop it when there is none."""
    from bot.store.payload import iso  # noqa: PLC0415 - as in keep

    live = Live(key.partition(" ")[0], person, library)
    read(store, live)
    alarm = live.alarms.get(key)
    following = _following(alarm, now) if alarm is not None else 0.0
    if alarm is not None and following:
        store.put_reminder(person, key, iso(following), alarm.dialog)
    else:
        store.drop_reminder(person, key)


def logs_since(
    store: Store, talks: Iterable[Conversation], since: float
) -> list[tuple[Entry, ...]]:
    """Return the logs of those talks that were touched after `since`."""
    from bot.store.payload import entries_of, seconds  # noqa: PLC0415 - as in keep

    recent = [one for one in talks if seconds(one.touched) > since]
    return [entries_of(store.rows(one.id)) for one in recent]


def heard_danger(logs: Iterable[Sequence[Entry]], since: float) -> bool:
    """Whether danger now was heard after `since` in any of the logs, and not taken back."""
    return any(
        isinstance(entry, Signalled)
        and entry.level == "red-now"
        and entry.at > since
        and entry.seq not in {one.target for one in log if isinstance(one, Retracted)}
        for log in logs
        for entry in log
    )


def never_saving(library: Library) -> Library:
    """Return the library without the question whether to save, for a talk that is not kept."""
    return replace(library, programs=_Without(library.programs, SAVING), _plans={})


class _Without(Mapping[str, "Program"]):
    """Programs but one; the others are still made only when they are asked for."""

    def __init__(self, programs: Mapping[str, Program], name: str) -> None:
        self._programs = programs
        self._name = name

    def __getitem__(self, name: str) -> Program:
        if name == self._name:
            raise KeyError(name)
        return self._programs[name]

    def __iter__(self) -> Iterator[str]:
        return (one for one in self._programs if one != self._name)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _mirror(store: Store, live: Live, session: Session) -> None:
    """Make notes, reminders and person facts in the store what the talk says they are."""
    from bot.store.payload import iso  # noqa: PLC0415 - as in keep

    at, person = iso(session.entries[-1].at), live.person
    notes = _notes(live, session)
    for name, note in notes.items():
        if live.notes.get(name) != note:
            store.put_note(person, name, note.title, note.text, at)
    for name in live.notes.keys() - notes.keys():
        store.drop_note(person, name)
    alarms = _alarms(live, session)
    for name, alarm in alarms.items():
        if live.alarms.get(name) != alarm:
            store.put_reminder(person, name, iso(alarm.at), alarm.dialog)
    for name in live.alarms.keys() - alarms.keys():
        store.drop_reminder(person, name)
    facts = _mirror_facts(store, live, session, at)
    live.notes, live.alarms, live.facts = notes, alarms, facts


def _mirror_facts(store: Store, live: Live, session: Session, at: str) -> dict[str, Value]:
    """Do the same for person facts; return them as they stand now."""
    from bot.dialogue.codec import encode_value  # noqa: PLC0415 - as in keep

    facts = _facts(live, session)
    for name, value in facts.items():
        if name not in live.facts or live.facts[name] != value:
            store.keep_fact(live.person, name, encode_value(value), at)
    for name in live.facts.keys() - facts.keys():
        # The line of a later talk greets on when an earlier one is forgotten.
        if name != GREETING or _greeting_note(store, live.person) == live.facts[name]:
            store.drop_fact(live.person, name)
    return facts


def _notes(live: Live, session: Session) -> dict[str, Note]:
    return {_name(live, one.key): one for one in session.view.notes}


def _facts(live: Live, session: Session) -> dict[str, Value]:
    """Return what is remembered of a talk, and which of its notes greets the person."""
    greeting = [_name(live, one.key) for one in session.view.notes if one.greets]
    greets: dict[str, Value] = {GREETING: greeting[-1]} if greeting else {}
    return {**(session.view.facts or {}), **greets}


def _alarms(live: Live, session: Session) -> dict[str, Alarm]:
    due = session.view.due
    return {_name(live, one.key): one for one in due if one.kind == "reminder"}


def _following(alarm: Alarm, now: float) -> float:
    """Return the next time after `now` that a reminder comes, or 0 when it is over."""
    if not alarm.every:
        return 0.0
    gone = max(0.0, now - alarm.at) // alarm.every
    following = alarm.at + (gone + 1) * alarm.every
    return following if not alarm.until or following <= alarm.until else 0.0


def _name(live: Live, key: Key) -> str:
    """Name what a step of a talk keeps beside it."""
    return f"{live.id} {key.frame}/{key.step}#{key.visit}@{key.item}"
