"""Forgetting for good: an answer or a person fact, overwritten in each talk that told or recalled it.

How a log looks without an answer is bot.dialogue.log's; what goes in all at once is the store's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.earlier import names_of
from bot.dialogue.log import forgotten
from bot.dialogue.paths import dialog_in
from bot.dialogue.program import Ask, Remember
from bot.dialogue.session import Recalled
from bot.keeping import Live, overwrite, read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.program import Question
    from bot.dialogue.session import Entry, Key
    from bot.store.protocol import Store


def forget_answer(
    store: Store, library: Library, live: Live, seq: int, lives: Mapping[str, Live]
) -> None:
    """Overwrite the answer `seq` of a talk as if it had been skipped, and what others hold of it.

    `lives` are the talks in memory, which forget it as well. Raises `StoreError`.
    """
    if live.session is None:
        return
    stack, entries = live.session.view.stack, live.session.entries
    asked = [one for one in (stack[0].road if stack else ()) if one.seq == seq]
    key = getattr(entries[seq - 1], "key", None)
    if key is not None:
        overwrite(store, live, forgotten(entries, key))
    for question in [one.question for one in asked]:
        if question.remember:
            forget_fact(store, library, live.person, question.remember, lives)
        for name in names_of(question):
            _forget_copies(store, library, live.person, name, lives)


def forget_fact(
    store: Store, library: Library, person: str, name: str, lives: Mapping[str, Live]
) -> None:
    """Forget a person fact wherever it stands: beside the talks, and in each that told or recalled it.

    `lives` are the talks in memory. Raises `StoreError`.
    """
    asked = tuple(_asked_for(library, name))
    spots = {(dialog, step) for dialog, one in asked for step in (one.name, *one.formerly)}
    copies = {name, *(copy for _, one in asked for copy in names_of(one))}
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
        sources = {
            one.source for one in program.code if isinstance(one, Remember) and one.fact == fact
        }
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
        if key.step in steps
        and (dialog_in(library, started, key.frame, entries), key.step) in spots
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


def _forget_copies(
    store: Store, library: Library, person: str, name: str, lives: Mapping[str, Live]
) -> None:
    """Overwrite what other talks of a person recall under a name; raises `StoreError`.

    `lives` are the talks in memory, which forget it as well.
    """
    from bot.store.payload import entries_of  # noqa: PLC0415 - brings json; a start forgets nothing

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
