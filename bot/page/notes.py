"""Kept notes as the person finds them: whose dialog, which day; and how one is reworded or deleted.

A note that was written is an answer of its talk, and changes with it in place, in memory and on the
disk. One that the talk has put together stands for itself once it was touched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.log import forgotten, read_log
from bot.dialogue.paths import dialog_in
from bot.dialogue.program import Call, ForEach, Say, Slot
from bot.dialogue.session import Answered, Changed, Concluded, Drafted, Words
from bot.keeping import Live, mirror_kept, notes_of, overwrite, read
from bot.page.admitting import is_own
from bot.store.payload import seconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.dialogue.library import Library
    from bot.dialogue.session import Entry, Key, Note, Session
    from bot.store.protocol import Store

# How bot.keeping names what a step keeps: the talk, then frame/step#visit@item.
_NAME = re.compile(r"(?P<talk>\S+) (?P<frame>.*?)/(?P<step>[^/#@>]+)#\d+@")


class Kept(NamedTuple):
    """A note by its name in the store; `at` is in seconds since the epoch, `dialog` a title or "".

    `step` is the step that wrote it.
    """

    name: str
    title: str
    text: str
    at: float
    dialog: str
    step: str


class Shelf(NamedTuple):
    """Where a person's notes are: in the store, and in the talks in memory, `live` the one at hand."""

    library: Library
    store: Store | None
    live: Live
    lives: Mapping[str, Live]


def kept_notes(shelf: Shelf) -> tuple[Kept, ...]:
    """Return a person's notes, newest first; raises `StoreError`."""
    library, store, live, _ = shelf
    stored = () if store is None else store.notes(live.person)
    begun = (
        {} if store is None else {one.id: one.dialog for one in store.conversations(live.person)}
    )
    found = [
        _found(library, begun, one.key, one.title, one.text, seconds(one.at)) for one in stored
    ]
    names = {one.name for one in found}
    session = live.session
    if session is not None:
        started = read_log(session.entries).started
        begun[live.id] = started.dialog if started is not None else ""
        found += [
            _found(library, begun, name, note.title, note.text, _written(session, note))
            for name, note in notes_of(live, session).items()
            if name not in names and name not in live.notes
        ]
    return tuple(sorted(found, key=lambda one: (one.at, one.name), reverse=True))


def reword(shelf: Shelf, name: str, text: str) -> None:
    """Put other words in the place of a note's; of the old ones nothing is left. Raises `StoreError`.

    What was understood from the old words stays, so that the talk takes no other way for it.
    """
    live = _talk_of(shelf, name)
    note = _as_told(live, name)
    if note is None or live.session is None:
        if shelf.store is not None:
            _put(shelf.store, live.person, name, text)
        return
    if not _is_written(live.session, note.key):
        live.by_hand[name, note.text] = text
        mirror_kept(shelf.store, live)
        return
    entries = tuple(_reworded(one, note.key, text) for one in live.session.entries)
    overwrite(shelf.store, live, entries)


def delete(shelf: Shelf, name: str) -> None:
    """Delete a note, and forget the words it was made of where no other note holds them.

    Raises `StoreError`.
    """
    live = _talk_of(shelf, name)
    note = _as_told(live, name)
    if note is not None and live.session is not None:
        entries = live.session.entries
        for key in _made_of(shelf.library, live.session, note):
            entries = forgotten(entries, key)
        overwrite(shelf.store, live, entries, gone=name)
    if shelf.store is not None:
        shelf.store.drop_note(live.person, name)


def _found(
    library: Library, begun: Mapping[str, str], name: str, title: str, text: str, at: float
) -> Kept:
    match = _NAME.match(name)
    if match is None:
        return Kept(name, title, text, at, "", "")
    dialog = dialog_in(library, begun.get(match["talk"], ""), match["frame"])
    program = library.programs.get(dialog)
    return Kept(name, title, text, at, program.title if program is not None else "", match["step"])


def _written(session: Session, note: Note) -> float:
    """Return when a note came about in a talk."""
    entry = read_log(session.entries).standing.get(note.key)
    return entry.at if entry is not None else session.entries[-1].at


def _talk_of(shelf: Shelf, name: str) -> Live:
    """Return the talk that a note comes from: from memory, else from the disk."""
    talk = name.partition(" ")[0]
    person = shelf.live.person
    live = shelf.lives.get(talk)
    if live is not None and live.person == person:
        return live
    live = Live(talk, person, shelf.library)
    if shelf.store is not None:
        live.session = read(shelf.store, live)
    return live


def _as_told(live: Live, name: str) -> Note | None:
    """Return a note as its talk has it, whatever was made of it since."""
    if live.session is None:
        return None
    told = notes_of(Live(live.id, live.person, live.library), live.session)
    return told.get(name)


def _is_written(session: Session, key: Key) -> bool:
    entry = read_log(session.entries).standing.get(key)
    return isinstance(getattr(entry, "value", None), Words)


def _reworded(entry: Entry, key: Key, text: str) -> Entry:
    match entry:
        case Answered(value=Words(classes=classes)) | Changed(value=Words(classes=classes)) if (
            entry.key == key
        ):
            return entry._replace(value=Words(text, classes))
        case Drafted() if entry.key == key:
            return entry._replace(text="")
        case Concluded():
            return entry._replace(lines=())
        case _:
            return entry


def _made_of(library: Library, session: Session, note: Note) -> tuple[Key, ...]:
    """Return the answers in own words that only this note of the talk is made of."""
    mine = _sources(library, session, note)
    others = [one for one in session.view.notes if one.key != note.key]
    shared = {key for one in others for key in _sources(library, session, one)}
    return tuple(key for key in mine if key not in shared)


def _sources(library: Library, session: Session, note: Note) -> tuple[Key, ...]:
    """Return the answers in own words that a note is made of: itself, or what its text names."""
    log = read_log(session.entries)
    if note.key in log.standing:
        return (note.key,)
    started = log.started.dialog if log.started is not None else ""
    plan = library.plan(dialog_in(library, started, note.key.frame, session.entries))
    code = plan.code if plan is not None else ()
    said = (one for one in code if isinstance(one, Say) and one.step == note.key.step)
    named = {slot for one in said for slot in _slots((*one.text.variants, *one.text.twin))}
    named |= {one.of for one in code if isinstance(one, ForEach) and one.name in named}
    asked_at = {_asked_at(library, session, note.key.frame, one) for one in named}
    return tuple(
        asked.key
        for stand in session.view.stack
        for asked in stand.road
        if (asked.key.frame, asked.question.name) in asked_at and is_own(asked.known)
    )


def _asked_at(library: Library, session: Session, frame: str, name: str) -> tuple[str, str]:
    """Return the frame and the name of an answer where it was asked for, if it was handed in here."""
    started = read_log(session.entries).started
    begun = started.dialog if started is not None else ""
    here, above = (
        library.plan(dialog_in(library, begun, one, session.entries))
        for one in (frame, frame.rpartition(">")[0])
    )
    if not frame or here is None or above is None or name not in here.program.takes:
        return frame, name
    caller, _, call = frame.rpartition(">")
    step = call.partition("#")[0].partition("@")[0]
    calls = (one for one in above.code if isinstance(one, Call) and one.step == step)
    hands = dict(next((one.hands for one in calls), ()))
    return _asked_at(library, session, caller, hands[name]) if name in hands else (frame, name)


def _slots(variants: Iterable[tuple[str | Slot, ...]]) -> set[str]:
    return {one.name for variant in variants for one in variant if isinstance(one, Slot)}


def _put(store: Store, person: str, name: str, text: str) -> None:
    """Reword a note whose talk no longer tells of it."""
    kept = next((one for one in store.notes(person) if one.key == name), None)
    if kept is not None:
        store.put_note(person, name, kept.title, text, kept.at)
