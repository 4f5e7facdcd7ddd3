"""A turn put on the disk while others may write in the same talk: tried again from their state, or given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.engine import step
from bot.dialogue.session import Signalled
from bot.keeping import keep, read
from bot.store.errors import Conflict, Repeated, SomebodyElses

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.dialogue.session import Event, Key, Session, Turn
    from bot.keeping import Live
    from bot.store.protocol import Store

RACES = 8
"""Lost races in one turn before it is given up: each takes milliseconds, and people type for seconds."""


def kept(
    store: Callable[[], Store],
    live: Live,
    event: Event,
    turn: Turn,
    is_off_record: Callable[[Live, Session], bool],
) -> Turn | None:
    """Keep a turn, if its talk is kept at all, and return it as it went in.

    Where another process came first, the talk is read anew into `live` and the event is heard from
    there, for as long as it still answers the same question or tells of danger. Returns None where
    it does not: then the question has moved on. Raises `StoreError`.
    """
    for _ in range(RACES):
        if turn.session.view.saving != "yes" or is_off_record(live, turn.session):
            return turn
        try:
            keep(store(), live, turn.session)
        except SomebodyElses:
            raise
        except Conflict as lost:
            asked = _asked(live.session)
            live.session = read(store(), live)
            is_known = isinstance(lost, Repeated) or stands(live.session, event)
            is_danger = any(isinstance(one, Signalled) for one in turn.entries)
            if is_known or not (is_danger or asked == _asked(live.session)):
                return None
            newest = live.session.entries[-1].at if live.session.entries else event.at
            turn = step(live.library, live.session, event._replace(at=max(event.at, newest)))
        else:
            return turn
    raise Conflict


def _asked(session: Session | None) -> Key | None:
    """Return which question is open."""
    asked = None if session is None else session.view.open
    return None if asked is None else asked.key


def stands(session: Session | None, event: Event) -> bool:
    """Whether the message of an event is in the log already."""
    if session is None or not event.message:
        return False
    return any(one.message == event.message for one in session.entries)
