"""What a new talk is handed of a person's earlier ones: closed answers to show, danger as a lock.

Which of it may cross is settled in bot.dialogue.earlier; here the kept talks are found and read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue import earlier
from bot.dialogue.engine import fold
from bot.dialogue.session import Recalled
from bot.dialogue.wording import day_of
from bot.keeping import Live, overwrite, read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogue.library import Library
    from bot.dialogue.session import Value
    from bot.store.protocol import Store

LOOKED_BACK = 40
"""Kept talks that are looked through at a start, the newest: reading one costs about a millisecond."""


def recalled(
    library: Library, store: Store, person: str, dialog: str, now: float
) -> dict[str, Value]:
    """Return what a talk that begins with `dialog` recalls, by name; raises `StoreError`."""
    talks = store.conversations(person)[:LOOKED_BACK]
    wanted = earlier.recalling(library, dialog) if talks else {}
    locking = bool(talks) and earlier.is_locking(library, dialog)
    if not wanted and not locking:
        return {}
    from bot.store.payload import entries_of, seconds  # noqa: PLC0415 - brings json; a first start needs none

    found: dict[str, Value] = {}
    for talk in talks:
        log = entries_of(store.rows(talk.id))
        if locking and earlier.stands_in_danger(log):
            found[earlier.DANGER] = "yes"
        if talk.ended and wanted:
            session = fold(library, log)
            gone_through = session.view.stack[0].visited if session.view.stack else frozenset()
            for name in [one for one in wanted if one in gone_through]:
                day = day_of(seconds(talk.touched))
                found[f"{earlier.DAY}{name}"] = day
                found |= earlier.answers_of(session, wanted.pop(name), now, day)
    return found


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
        entries = tuple(
            one._replace(value=None) if isinstance(one, Recalled) and one.fact == name else one
            for one in live.session.entries
        )
        overwrite(store, live, entries)
