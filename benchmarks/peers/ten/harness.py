"""What is asked of each peer, always in the same way; each stands in a process of its own.

A peer module has a class `Peer`:

    name, stores                "memory" and, where it can keep something, "disk"
    open(store, folder)         may be a coroutine, as may all of these
    turn(talk, line) -> str     one message of a talk and what comes back
    bytes_kept() -> int         of all talks on the disk, after a checkpoint
    load(steps, folder) -> ()   builds a chain of so many questions from its own source form
    close()

Usage: PYTHON peer.py check|turns|first|live|kept|load [--store memory|disk] [--seconds S] [--talks N]
[--steps N]. One JSON object comes out. Only the standard library is used here: nothing that a peer does
not bring itself may weigh on it.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from time import perf_counter, perf_counter_ns, process_time
from typing import Any

import workload

AT_LEAST = 3
"""Conversations before anything is counted."""


def main(peer_class: type[Any]) -> None:
    """Do what the command line asks for."""
    mode = sys.argv[1]
    options = dict(zip(sys.argv[2::2], sys.argv[3::2], strict=True))
    store = options.get("--store", "memory")
    with tempfile.TemporaryDirectory() as folder:
        peer = peer_class()
        work = _WORK[mode](peer, folder, store, options)
        found = _awaited(work) if getattr(peer, "waits", False) else _driven(work)
    if found is not None:
        print(json.dumps(found), flush=True)
    if getattr(peer, "lingers", False):
        os._exit(0)


def _awaited(work: Any) -> Any:
    import asyncio

    return asyncio.run(work)


def _driven(work: Any) -> Any:
    """Run a coroutine that never waits for anything, without an event loop."""
    try:
        work.send(None)
    except StopIteration as end:
        return end.value
    work.close()
    raise SystemExit("a peer that waits must say `waits = True`")


async def _of(value: Any) -> Any:
    return await value if hasattr(value, "__await__") else value


async def check(peer: Any, folder: str, store: str, options: dict[str, str]) -> dict[str, Any]:
    """Play conversations turn by turn side by side; every reply is compared."""
    talks = int(options.get("--talks", 60))
    await _of(peer.open(store, folder))
    wrong = []
    for place in range(workload.MESSAGES):
        for number in range(talks):
            line, wanted = workload.inputs(number)[place], workload.expected(number)[place]
            reply = await _of(peer.turn(f"talk-{number}", line))
            if not workload.same(reply, wanted):
                wrong.append({"line": line, "reply": reply, "wanted": wanted})
    await _of(peer.close())
    return {"wrong": len(wrong), "first": wrong[:3]}


async def turns(peer: Any, folder: str, store: str, options: dict[str, str]) -> dict[str, Any]:
    """Whole conversations for so many seconds; microseconds a turn, the last reply compared."""
    seconds = float(options.get("--seconds", 2))
    await _of(peer.open(store, folder))
    number, until = 0, perf_counter() + seconds / 5
    while number < AT_LEAST or perf_counter() < until:
        for line in workload.inputs(number):
            await _of(peer.turn(f"talk-{number}", line))
        number += 1
    times: list[int] = []
    wrong, first = 0, number
    begun, until = process_time(), perf_counter() + seconds
    while number < first + AT_LEAST or perf_counter() < until:
        talk, reply = f"talk-{number}", ""
        for line in workload.inputs(number):
            started = perf_counter_ns()
            reply = await _of(peer.turn(talk, line))
            times.append(perf_counter_ns() - started)
        wrong += not workload.same(reply, workload.expected(number)[-1])
        number += 1
    spent = process_time() - begun
    await _of(peer.close())
    times.sort()
    return {
        "turns": len(times),
        "wrong": wrong,
        "per_second": len(times) / (sum(times) / 1e9),
        "mean_us": sum(times) / len(times) / 1e3,
        "median_us": times[len(times) // 2] / 1e3,
        "p99_us": times[min(len(times) - 1, len(times) * 99 // 100)] / 1e3,
        "cpu_us": spent / len(times) * 1e6,
    }


async def first(peer: Any, folder: str, store: str, _options: dict[str, str]) -> None:
    """Start, put the first question, and say how much memory that took at most."""
    await _of(peer.open(store, folder))
    reply = await _of(peer.turn("talk-0", "hi"))
    print(reply, flush=True)
    print(json.dumps({"peak_kb": _memory("VmHWM")}), flush=True)
    await _of(peer.close())


async def live(peer: Any, folder: str, store: str, options: dict[str, str]) -> dict[str, Any]:
    """Hold conversations half-way, all at once; megabytes for ten thousand of them."""
    import gc

    talks = int(options.get("--talks", 2000))
    await _of(peer.open(store, folder))
    for line in workload.inputs(0)[:5]:
        await _of(peer.turn("warm", line))
    gc.collect()
    before = _memory("VmRSS")
    for number in range(talks):
        for line in workload.inputs(number)[:5]:
            await _of(peer.turn(f"talk-{number}", line))
    gc.collect()
    grown = _memory("VmRSS") - before
    await _of(peer.close())
    return {"talks": talks, "mb_per_10000": grown / 1024 * 10_000 / talks}


async def kept(peer: Any, folder: str, store: str, options: dict[str, str]) -> dict[str, Any]:
    """Keep conversations one message before their end; bytes each on the disk."""
    talks = int(options.get("--talks", 300))
    await _of(peer.open(store, folder))
    for number in range(talks):
        for line in workload.inputs(number)[:9]:
            await _of(peer.turn(f"talk-{number}", line))
    size = await _of(peer.bytes_kept())
    await _of(peer.close())
    return {"talks": talks, "bytes": size / talks}


async def load(peer: Any, folder: str, _store: str, options: dict[str, str]) -> dict[str, Any]:
    """Build a chain of so many questions; milliseconds."""
    steps = int(options.get("--steps", 10))
    found = await _of(peer.load(steps, folder))
    return {"steps": steps, **found, "peak_kb": _memory("VmHWM")}


def timed(work: Any) -> dict[str, float]:
    """Return how long a piece of loading takes, in milliseconds."""
    started = perf_counter()
    work()
    return {"ms": (perf_counter() - started) * 1e3}


def _memory(name: str) -> int:
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith(name))


_WORK = {
    "check": check, "turns": turns, "first": first, "live": live, "kept": kept, "load": load,
}  # fmt: skip
