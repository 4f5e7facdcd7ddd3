"""What of a talk is on the disk, and how it gets there; when a talk is kept at all, the person decides.

Beside the log stand notes, reminders and person facts: they follow the talk, never the other way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.dialogue.earlier import DANGER, is_locking, stands_in_danger
from bot.dialogue.engine import fold
from bot.dialogue.library import HOUR, SAVING
from bot.dialogue.program import DAY_SECONDS
from bot.dialogue.session import Recalled, Retracted, Signalled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.program import Program
    from bot.dialogue.session import Alarm, AskQuestion, Entry, Key, Note, Session, Value
    from bot.store.protocol import Beside, Conversation, Store


GREETING = "note that greets you"
"""The person fact that names a kept note by its key; no author can write such a name."""

STAND = "stand of "
"""With a talk behind it: the fact that says whether danger stands in that talk, which locks later ones.

Every kept talk has one, so that it is found without reading all of them, and so that its being
there says nothing of anybody.
"""
LOCKS, FREE = "locks", "free"

REMINDED = "when it was reminded last"
"""The person fact that holds the time of the last reminder that was sent."""

OFF_RECORD = "asked that nothing more is kept"
"""The person fact of whoever asked for that: talks from before its time are not written any more."""


def is_of_the_house(fact: str) -> bool:
    """Whether a person fact is the program's own: authors write names without a blank."""
    return " " in fact


def off_record(store: Store, person: str) -> str:
    """Return since when (ISO time) nothing of a person is kept, or ""; raises `StoreError`."""
    return next((one.at for one in store.facts(person) if one.name == OFF_RECORD), "")


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
    `by_hand` holds what the person made of a note, "" where it is gone, by the note's name and its text
    as the talk has it: once the talk says something else there, that counts.
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
    by_hand: dict[tuple[str, str], str] = field(default_factory=dict)


def keep(store: Store, live: Live, session: Session) -> None:
    """Put what is new in a talk on the disk; it is safe there when this returns.

    Raises `StoreError`; then nothing of it counts as kept, and the next call tries it again.
    """
    from bot.store.payload import iso, rows_of  # noqa: PLC0415 - brings json; most talks end unsaved
    from bot.store.protocol import Append, Ended, Opened  # noqa: PLC0415 - as above

    first, last = session.entries[0], session.entries[-1]
    new = rows_of(session.entries, live.kept)
    stands = _Stands.of(live, session)
    beside = stands.changes(store, live, iso(last.at))
    if new and session.view.ended:
        beside.append(Ended(iso(last.at)))
    if new or beside:
        dialog = getattr(first, "dialog", "")
        opened = None if live.kept else Opened(live.person, dialog, iso(first.at))
        # In one: whoever comes late with an older state changes nothing beside the log, neither.
        store.keep(Append(live.id, live.kept, new, beside, opened))
        live.kept = last.seq
    stands.settle(live)


def overwrite(store: Store | None, live: Live, entries: Sequence[Entry], *, gone: str = "") -> None:
    """Put entries in the place of those with their seq, on the disk first; nothing is appended.

    `gone` names a note that goes with them; whatever way the talk takes then, no new one comes for it.
    """
    from bot.store.payload import rows_of  # noqa: PLC0415 - as in keep

    session = live.session
    before = session.entries if session is not None else ()
    known = notes_of(live, session) if session is not None else {}
    for old, new, row in zip(before, entries, rows_of(entries), strict=True):
        if store is not None and old != new and new.seq <= live.kept:
            store.overwrite(live.id, row)
    live.session = fold(live.library, entries)
    for one in live.session.view.notes if gone else ():
        if (name := _name(live, one.key)) == gone or name not in known:
            live.by_hand[name, one.text] = ""
    mirror_kept(store, live)


def mirror_kept(store: Store | None, live: Live) -> None:
    """Make what stands beside a talk in the store what that part of it says that is on the disk."""
    if store is None or live.session is None or not live.kept:
        return
    from bot.store.payload import iso  # noqa: PLC0415 - as in keep
    from bot.store.protocol import Append  # noqa: PLC0415 - as in keep

    entries = live.session.entries
    kept = [one for one in entries if one.seq <= live.kept]
    # The end of a private talk is in memory alone, and its notes stay there as well.
    session = live.session if len(kept) == len(entries) else fold(live.library, kept)
    stands = _Stands.of(live, session)
    beside = stands.changes(store, live, iso(kept[-1].at))
    if beside:
        store.keep(Append(live.id, live.kept, (), beside))
    stands.settle(live)


def read(store: Store, live: Live) -> Session:
    """Fold a kept talk anew from the disk; raises `StoreError`."""
    from bot.store.payload import entries_of  # noqa: PLC0415 - as in keep

    session = fold(live.library, entries_of(store.rows(live.id)))
    live.kept = session.entries[-1].seq if session.entries else 0
    live.by_hand.clear()
    kept = {one.key: one.text for one in store.notes(live.person)}
    made = {name: note.text for name, note in notes_of(live, session).items()}
    live.by_hand |= {
        (name, text): kept.get(name, "") for name, text in made.items() if kept.get(name) != text
    }
    live.notes, live.alarms = notes_of(live, session), _alarms(live, session)
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


def expire(store: Store, now: float, keep_days: int) -> tuple[str, ...]:
    """Erase everyone of whom nothing was touched for `keep_days`, and return who that was.

    What counts is the newest of: an answer, a note, a fact, the last reminder's due time.
    """
    from bot.store.payload import iso  # noqa: PLC0415 - as in keep

    people = store.overdue(iso(now - keep_days * DAY_SECONDS))
    if people:
        store.erase(*people)
    return people


def logs_since(
    store: Store, talks: Iterable[Conversation], since: float
) -> list[tuple[Entry, ...]]:
    """Return the logs of those talks that were touched after `since`."""
    from bot.store.payload import entries_of, seconds  # noqa: PLC0415 - as in keep

    recent = [one for one in talks if seconds(one.touched) > since]
    return [entries_of(store.rows(one.id)) for one in recent]


def danger_in(
    lives: Iterable[Live], person: str, library: Library, dialog: str
) -> dict[str, Value]:
    """Return what a talk through `dialog` recalls of danger told in a person's other talks in memory.

    Whether they are kept does not matter here: who told it a minute ago has told it.
    """
    told = any(
        one.person == person and one.session and stands_in_danger(one.session.entries)
        for one in lives
    )
    return {DANGER: "yes"} if told and is_locking(library, dialog) else {}


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


def on_their_machine(library: Library) -> Library:
    """Return the library without the question what time it is: the clock here is the person's own."""
    return replace(library, programs=_Without(library.programs, HOUR), _plans={})


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


@dataclass(frozen=True, slots=True)
class _Stands:
    """Notes, reminders and person facts as a talk says they are.

    `told` says when a fact was told (ISO), `before` how it stood when the talk began.
    """

    notes: Mapping[str, Note]
    alarms: Mapping[str, Alarm]
    facts: Mapping[str, Value]
    told: Mapping[str, str]
    before: Mapping[str, Recalled]

    @classmethod
    def of(cls, live: Live, session: Session) -> _Stands:
        return cls(
            notes_of(live, session), _alarms(live, session), _facts(live, session),
            _times_told(session), _known_at_the_start(session),
        )  # fmt: skip

    def settle(self, live: Live) -> None:
        """Note that the store holds them so."""
        live.notes, live.alarms, live.facts = self.notes, self.alarms, self.facts

    def changes(self, store: Store, live: Live, at: str) -> list[Beside]:
        """Return what has to change in the store for them to stand there, too."""
        from bot.dialogue.codec import encode_value  # noqa: PLC0415 - as in keep
        from bot.store import protocol  # noqa: PLC0415 - as in keep
        from bot.store.payload import iso  # noqa: PLC0415 - as in keep

        found: list[Beside] = []
        for name, note in self.notes.items():
            if live.notes.get(name) != note:
                found.append(protocol.Note(name, note.title, note.text, at))
        found += [protocol.Dropped("note", one) for one in live.notes.keys() - self.notes.keys()]
        for name, alarm in self.alarms.items():
            if live.alarms.get(name) != alarm:
                found.append(protocol.Reminder(live.person, name, iso(alarm.at), alarm.dialog))
        gone = live.alarms.keys() - self.alarms.keys()
        found += [protocol.Dropped("reminder", one) for one in gone]
        for name, value in self.facts.items():
            if name not in live.facts or live.facts[name] != value:
                found.append(protocol.Fact(name, encode_value(value), self.told.get(name, at)))
        for name in live.facts.keys() - self.facts.keys():
            if name in self.before:
                value, told = self.before[name].value, iso(self.before[name].at)
                found.append(protocol.Fact(name, encode_value(value), told))
            # The line of a later talk greets on when an earlier one is forgotten.
            elif name != GREETING or _greeting_note(store, live.person) == live.facts[name]:
                found.append(protocol.Dropped("fact", name))
        return found


def notes_of(live: Live, session: Session) -> dict[str, Note]:
    """Return the notes of a talk by their names in the store, as the person has them now."""
    found: dict[str, Note] = {}
    for one in session.view.notes:
        name = _name(live, one.key)
        if text := live.by_hand.get((name, one.text), one.text):
            found[name] = one._replace(text=text)
    return found


def _facts(live: Live, session: Session) -> dict[str, Value]:
    """Return what is remembered of a talk, and which of its notes greets the person."""
    greeting = [name for name, note in notes_of(live, session).items() if note.greets]
    greets: dict[str, Value] = {GREETING: greeting[-1]} if greeting else {}
    stand = LOCKS if stands_in_danger(session.entries) else FREE
    return {**(session.view.facts or {}), **greets, STAND + live.id: stand}


def _times_told(session: Session) -> dict[str, str]:
    """Return when each person fact was told that a question of the talk is asked once for."""
    from bot.store.payload import iso  # noqa: PLC0415 - as in keep

    return {
        asked.question.remember: iso(session.entries[asked.seq - 1].at)
        for stand in session.view.stack
        for asked in stand.road
        if asked.question.remember
    }


def _known_at_the_start(session: Session) -> dict[str, Recalled]:
    """Return the person facts that were recalled when the talk began; an undone change leaves them so."""
    found: dict[str, Recalled] = {}
    for entry in session.entries[1:]:
        if not isinstance(entry, Recalled):
            break
        if entry.value is not None:
            found[entry.fact] = entry
    return found


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
