"""When a rest is offered: three quarters of an hour in one sitting, or the third talk of a day.

A rule on the times of entries. It ends at which sentence is due; nobody is ever stopped by it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from bot.dialogue.program import DAY_SECONDS
from bot.dialogue.session import Answered, Signalled
from bot.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.dialogue.session import Session
    from bot.keeping import Live
    from bot.store.protocol import Store

SITTING_SECONDS = 45 * 60
"""After so long most people only go round in circles."""
PAUSE_SECONDS = 15 * 60
"""So long without an answer ends a sitting; a timer of ten minutes is still a part of it."""
TALKS_A_DAY = 3

_UNTOUCHED = ("safety/", "tools/steady", "tools/grounding", "tools/just-sit-with-me")
"""Where somebody came to be steadied, nothing is said about how long."""


def due(
    before: Session | None, live: Live, talks: Mapping[str, Live], kept: Callable[[], Store | None]
) -> str:
    """Name the sentence about a rest that belongs to the newest turn of a talk, or "".

    `before` is the talk as it was before the turn, `talks` are those in memory, and `kept` gives the
    store with those that are kept. Each comes once: as a sitting gets long, at the third talk.
    """
    now = live.session
    if now is None or now.view.closed or len(now.view.stack) > 1:
        return ""
    if getattr(now.entries[0], "dialog", "").startswith(_UNTOUCHED):
        return ""
    if before is None:
        with suppress(StoreError):  # a talk begins all the same where nothing can be read
            others = _others(live, talks, kept(), now.entries[0].at - DAY_SECONDS)
            return "rest-day" if len(others) + 1 == TALKS_A_DAY else ""
        return ""
    if any(isinstance(one, Signalled) for one in now.entries[len(before.entries) :]):
        return ""
    return "rest" if has_grown_long([one.at for one in before.entries], now.entries[-1].at) else ""


def has_grown_long(times: Sequence[float], now: float) -> bool:
    """Whether a sitting, given by the times of its entries, goes past its length at `now`."""
    if not times or now - times[-1] > PAUSE_SECONDS:
        return False
    since = times[-1]
    for one in reversed(times):
        if since - one > PAUSE_SECONDS:
            break
        since = one
    return times[-1] - since < SITTING_SECONDS <= now - since


def _others(
    live: Live, talks: Mapping[str, Live], store: Store | None, since: float
) -> frozenset[str]:
    """Return the talks that the same person began after `since` and said something in."""
    from bot.store.payload import seconds  # noqa: PLC0415 - brings json; not for a first start

    found = [
        one.id for one in talks.values()
        if one.person == live.person and one.session is not None and _is_spoken(one.session, since)
    ]  # fmt: skip
    if store is not None:
        found += [
            one.id for one in store.conversations(live.person)
            if one.touched != one.started and seconds(one.started) > since
        ]  # fmt: skip
    return frozenset(found) - {live.id}


def _is_spoken(session: Session, since: float) -> bool:
    entries = session.entries
    return entries[0].at > since and any(isinstance(one, Answered) for one in entries)
