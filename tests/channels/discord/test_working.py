"""The thread behind the loop: in order, all of it, errors where they belong."""

from __future__ import annotations

import asyncio
from threading import Event, current_thread

import pytest

from bot.channels.discord.working import Worker


def played(scenario):
    async def play():
        worker = Worker("under test")
        try:
            return await scenario(worker)
        finally:
            worker.close()

    return asyncio.run(play())


def test_things_are_done_in_order_in_one_thread():
    """Whatever comes while one is under way waits for it."""
    done = []

    async def scenario(worker):
        def one(number):
            done.append((number, current_thread().name))
            return number

        return await asyncio.gather(*(worker.do(lambda n=n: one(n)) for n in range(50)))

    assert list(range(50)) == played(scenario)
    assert [(n, "under test") for n in range(50)] == done


def test_an_error_belongs_to_whoever_waits():
    """And to nobody else: what comes after it is done."""

    async def scenario(worker):
        def broken():
            raise KeyError("x")

        with pytest.raises(KeyError):
            await worker.do(broken)
        return await worker.do(lambda: "fine")

    assert "fine" == played(scenario)


def test_whoever_stops_waiting_holds_nobody_up():
    """What was begun is done; its result goes nowhere."""
    begun, done = Event(), []

    async def scenario(worker):
        def slow():
            begun.wait(5)
            done.append("slow")

        waiting = asyncio.ensure_future(worker.do(slow))
        await asyncio.sleep(0)
        waiting.cancel()
        begun.set()
        return await worker.do(lambda: "next")

    assert "next" == played(scenario)
    assert ["slow"] == done


def test_the_end_comes_after_all_that_was_given():
    """A signal loses no turn."""
    done = []

    async def scenario(worker):
        waiting = [asyncio.ensure_future(worker.do(lambda n=n: done.append(n))) for n in range(20)]
        await asyncio.sleep(0)
        worker.close()
        await asyncio.gather(*waiting)

    played(scenario)
    assert list(range(20)) == done
