"""A thread that does one thing after the other for an event loop, and hands back several at once.

Waking the loop costs more than a small step of a talk; under load one waking brings many results.
"""

from __future__ import annotations

import asyncio
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Found = TypeVar("Found")

TOGETHER = 8
"""Things that are done before their results are handed back: some milliseconds of work."""


class _Task(NamedTuple):
    work: Callable[[], Any]
    future: asyncio.Future[Any]


class Worker:
    """Does what it is given in the order in which it is given; belongs to the running loop."""

    def __init__(self, name: str) -> None:
        self._loop = asyncio.get_running_loop()
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    async def do(self, work: Callable[[], Found]) -> Found:
        """Do something in the thread; raises what that raises. It is done even if nobody waits."""
        future: asyncio.Future[Found] = self._loop.create_future()
        self._tasks.put(_Task(work, future))
        return await future

    def close(self) -> None:
        """Do what was given, and end; a second call does nothing."""
        self._tasks.put(None)
        self._thread.join()

    def _run(self) -> None:
        done: list[tuple[asyncio.Future[Any], Any, BaseException | None]] = []
        while (task := self._tasks.get()) is not None:
            try:
                done.append((task.future, task.work(), None))
            except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits
                done.append((task.future, None, error))
            if len(done) >= TOGETHER or self._tasks.empty():
                self._loop.call_soon_threadsafe(_hand_back, done)
                done = []
        if done:
            self._loop.call_soon_threadsafe(_hand_back, done)


def _hand_back(done: list[tuple[asyncio.Future[Any], Any, BaseException | None]]) -> None:
    for future, found, error in done:
        if future.done():
            continue  # whoever waited was called off
        if error is None:
            future.set_result(found)
        else:
            future.set_exception(error)
