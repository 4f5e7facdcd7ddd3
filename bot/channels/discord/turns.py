"""Turns: those of one person one after the other, in a thread of their own, timed, and ended politely.

What is heard comes from the client, what is said from talking.py; here is only in which order.
"""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakValueDictionary

import discord

from bot.channels.discord import wording
from bot.channels.discord.logs import DETAIL
from bot.channels.discord.rendering import Message, Turn
from bot.channels.discord.working import Worker

if TYPE_CHECKING:
    import logging
    from collections.abc import Awaitable, Callable

    from bot.channels.discord.addresses import Place
    from bot.channels.discord.metrics import Meters
    from bot.channels.discord.pacing import Pace
    from bot.channels.discord.talking import Talking
    from bot.host import Clock

    Send = Callable[[Message], Awaitable[Any]]

Found = TypeVar("Found")

PATIENCE = 20.0
"""Seconds that running turns get to end after a signal; supervisors kill after 30 or 90."""

AT_ONCE = 48
"""Turns that are under way at the same time, one of a person: with more, a press would have to wait
for its acknowledgement behind the answers to others. Discord takes fifty requests a second anyway."""


class Turns:
    """Takes turns. `meters` count them, `pace` says how much one person may send.

    `write` gives a way of writing into a private chat, by its number.
    """

    def __init__(
        self,
        talking: Talking,
        clock: Clock,
        pace: Pace,
        log: logging.Logger,
        meters: Meters | None,
        write: Callable[[int], Send],
    ) -> None:
        self.pace = pace
        self._talking = talking
        self._clock = clock
        self._log = log
        self._meters = meters
        self._write = write
        self._orders: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._running: set[asyncio.Task[Any]] = set()
        self._waits: dict[str, asyncio.Task[None]] = {}
        self._room = asyncio.Semaphore(AT_ONCE)
        # One thread: the host takes one step at a time, and the loop goes on beating meanwhile.
        self._worker = Worker("talks")

    async def take(
        self,
        kind: str,
        person: str,
        work: Callable[[], Turn],
        send: Send,
        acknowledged: asyncio.Future[Any] | None = None,
        chat: int = 0,
    ) -> Turn | None:
        """Take a turn when the person's earlier ones are done; None when it was not taken.

        What Discord did not take as acknowledged is not heard: its question stays open. `chat` is
        the private chat they are in, or 0: only there they can be written to when a wait is over.
        """
        task = asyncio.current_task()
        if task is not None:
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        order = self._orders.setdefault(person, asyncio.Lock())
        async with order:
            begun = perf_counter()
            try:
                if acknowledged is not None:
                    await acknowledged
                async with self._room:
                    turn = await self.do(partial(self._paced, person, work, chat))
                    for message in turn.messages:
                        await send(message)
            except discord.HTTPException as error:
                self.note("unanswered", kind=kind, status=error.status, code=error.code)
                if self._meters is not None:
                    self._meters.unanswered.inc()
                return None
            except Exception:  # noqa: BLE001 - nobody is left without a word, whatever failed
                self.failed(kind)
                with suppress(discord.HTTPException):
                    await send(Message(wording.TROUBLE))
                return None
            self._wait(person, turn, chat)
            spent = perf_counter() - begun
            if self._meters is not None:
                self._meters.turns.labels(kind).observe(spent)
            self.note("turn", kind=kind, ms=round(1000 * spent))
            return turn

    async def do(self, work: Callable[[], Found]) -> Found:
        """Do something with the talks, in their thread."""
        return await self._worker.do(work)

    async def finish(self) -> None:
        """Call off the waits, and let the turns that run come to their end."""
        for wait in set(self._waits.values()) - self._running:
            wait.cancel()
        if self._running:
            await asyncio.wait(self._running, timeout=PATIENCE)

    def close(self) -> None:
        """Let go of the thread."""
        self._worker.close()

    def note(self, event: str, **fields: Any) -> None:
        """Write an event into the log, under an id made by chance."""
        self._log.info(event, extra={DETAIL: {"id": os.urandom(4).hex(), **fields}})

    def failed(self, kind: str) -> None:
        """Note where in the code the error at hand happened, never what was in it."""
        self._log.exception("failed", extra={DETAIL: {"kind": kind}})
        if self._meters is not None:
            self._meters.failed.inc()

    def _paced(self, person: str, work: Callable[[], Turn], chat: int) -> Turn:
        """Do the work, or tell the person, once a minute, why it is not done."""
        match self.pace.over(person, self._clock.now()):
            case 0:
                if chat:
                    self._talking.writes_in(person, chat)
                return work()
            case 1 if self.pace.is_blocked(person):
                return self._talking.refused(person)
            case 1:
                return self._talking.hurried(person)
            case _:
                return Turn()

    def _wait(self, person: str, turn: Turn, chat: int) -> None:
        """Wake the talk when the time of its open question is over; a newer turn calls it off."""
        before = self._waits.pop(person, None)
        if before is not None and before is not asyncio.current_task():
            before.cancel()
        if not chat or turn.place is None or turn.open is None or not turn.open.due:
            return
        left = max(0.0, turn.open.due - self._clock.now())
        self._waits[person] = asyncio.create_task(self._wake(left, person, turn.place, chat))

    async def _wake(self, seconds: float, person: str, place: Place, chat: int) -> None:
        await asyncio.sleep(seconds)
        woken = partial(self._talking.woke, person, place)
        await self.take("wait", person, woken, self._write(chat), chat=chat)
