"""What a new talk is handed of a person's earlier ones: closed answers to show, danger as a lock.

Which of it may cross is settled in bot.dialogue.earlier; here the kept talks are found and read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue import earlier
from bot.dialogue.engine import fold
from bot.dialogue.wording import day_of
from bot.keeping import LOCKS, STAND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.session import Value
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
