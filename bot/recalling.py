"""What a new talk is handed of a person's earlier ones: closed answers to show, danger as a lock.

Which of it may cross is settled in bot.dialogue.earlier; here the kept talks are found and read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue import earlier
from bot.dialogue.engine import fold
from bot.dialogue.log import forgotten
from bot.dialogue.paths import dialog_in
from bot.dialogue.program import Ask, Remember
from bot.dialogue.session import Recalled
from bot.dialogue.wording import day_of
from bot.keeping import LOCKS, STAND, Live, overwrite, read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.program import Question
    from bot.dialogue.session import Entry, Key, Value
    from bot.store.protocol import Conversation, Store

LOOKED_BACK = 40
"""Kept talks whose answers are looked for at a start, the newest: reading one costs about a millisecond."""


def recalled(
    library: Library, store: Store, person: str, dialog: str, now: float
) -> dict[str, Value]:
    """Return what a talk that begins with `dialog` recalls, by name; raises `StoreError`."""
    talks = store.conversations(person)
    wanted = earlier.recalling(library, dialog) if talks else {}
    locking = bool(talks) and earlier.is_locking(library, dialog)
    if not wanted and not locking:
        return {}
    from bot.store.payload import entries_of, seconds  # noqa: PLC0415 - brings json; a first start needs none

    found: dict[str, Value] = {}
    if locking and _danger_stands(store, person, talks):
        found[earlier.DANGER] = "yes"
    for talk in talks[:LOOKED_BACK]:
        if talk.ended and wanted:
            log = entries_of(store.rows(talk.id))
            session = fold(library, log)
            gone_through = session.view.stack[0].visited if session.view.stack else frozenset()
            for name in [one for one in wanted if one in gone_through]:
                day = day_of(seconds(talk.touched))
                found[f"{earlier.DAY}{name}"] = day
                found |= earlier.answers_of(session, wanted.pop(name), now, day)
    return found


def _danger_stands(store: Store, person: str, talks: Sequence[Conversation]) -> bool:
    """Whether danger stands in any kept talk, however long ago it was."""
    from bot.store.payload import entries_of, value_of  # noqa: PLC0415 - as above

    stands = {
        one.name.removeprefix(STAND): value_of(one.value)
        for one in store.facts(person)
        if one.name.startswith(STAND)
    }
    if LOCKS in stands.values():
        return True
    # Talks that were kept before each of them said so by itself.
    older = (one.id for one in talks if one.id not in stands)
    return any(earlier.stands_in_danger(entries_of(store.rows(one))) for one in older)


def forget_fact(
    store: Store, library: Library, person: str, name: str, lives: Mapping[str, Live]
) -> None:
    """Forget a person fact wherever it stands: beside the talks, and in each that told or recalled it.

    `lives` are the talks in memory. Raises `StoreError`.
    """
    asked = tuple(_asked_for(library, name))
    spots = {(dialog, step) for dialog, one in asked for step in (one.name, *one.formerly)}
    copies = {name, *(copy for _, one in asked for copy in earlier.names_of(one))}
    for live in _talks_of(store, library, person, lives):
        if live.session is None:
            continue
        entries = tuple(_without(one, copies) for one in live.session.entries)
        for key in _answered_at(library, entries, spots):
            entries = forgotten(entries, key)
        if entries != live.session.entries:
            overwrite(store if live.kept else None, live, entries)
    store.drop_fact(person, name)


def _asked_for(library: Library, fact: str) -> Iterator[tuple[str, Question]]:
    """Give the questions that a person fact comes from, each with its dialog."""
    for name, program in library.programs.items():
        sources = {one.source for one in program.code if isinstance(one, Remember) and one.fact == fact}
        for one in program.code:
            if isinstance(one, Ask):
                question = one.question
                if question.remember == fact or question.name in sources:
                    yield name, question


def _answered_at(
    library: Library, entries: Sequence[Entry], spots: set[tuple[str, str]]
) -> set[Key]:
    """Return the keys of a log at which one of these questions stands, also those taken back."""
    started = getattr(entries[0], "dialog", "") if entries else ""
    steps = {step for _, step in spots}
    keys = {key for one in entries if (key := getattr(one, "key", None)) is not None}
    return {
        key
        for key in keys
        if key.step in steps and (dialog_in(library, started, key.frame, entries), key.step) in spots
    }


def _talks_of(
    store: Store, library: Library, person: str, lives: Mapping[str, Live]
) -> Iterator[Live]:
    """Give every talk of a person, those that are in memory from there."""
    mine = {name: live for name, live in lives.items() if live.person == person}
    yield from mine.values()
    for talk in store.conversations(person):
        if talk.id not in mine:
            live = Live(talk.id, person, library)
            live.session = read(store, live)
            yield live


def _without(entry: Entry, facts: Collection[str]) -> Entry:
    if isinstance(entry, Recalled) and entry.fact in facts:
        return entry._replace(value=None)
    return entry


def forget_copies(
    store: Store, library: Library, person: str, name: str, lives: Mapping[str, Live]
) -> None:
    """Overwrite what other talks of a person recall under a name; raises `StoreError`.

    `lives` are the talks in memory, which forget it as well.
    """
    from bot.store.payload import entries_of  # noqa: PLC0415 - as above

    for talk in store.conversations(person):
        log = entries_of(store.rows(talk.id))
        if not any(isinstance(one, Recalled) and one.fact == name for one in log):
            continue
        live = lives.get(talk.id)
        if live is None or live.session is None:
            live = Live(talk.id, person, library)
            live.session = read(store, live)
        assert live.session is not None  # noqa: S101 - it was read just now
        entries = tuple(_without(one, {name}) for one in live.session.entries)
        overwrite(store, live, entries)
