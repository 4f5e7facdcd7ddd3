"""What a turn on Discord costs beside a bare discord.py bot that only says a line back.

Usage: python benchmarks/on_discord.py [rounds]        reply, throughput, acknowledgement, memory
       python benchmarks/on_discord.py reply|flight|presses|memory [rounds]

Both bots are processes of their own on stand-ins for Discord in this process, and take turns:
every figure is a ratio inside one round; printed is the median of the rounds.
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rows import Figure, aimed, note

from bot.settings import shipped_folder
from tests.channels.discord.bot_process import ROOT, BotProcess
from tests.channels.discord.crowd import Crowd, person

ROUNDS = 5
ONE_BY_ONE = 300  # lines of one person after the other in a round
LINES = 25  # lines of one person, after which the next one comes: about one sitting
FLIGHT = 100
PRESSES = 1_500
LIVE = 10_000
AHEAD = 64  # people who are being met at once while the 10,000 gather

SAID = (
    "he just went quiet after the holiday and i don't know why",
    "we fought about money, mostly about his brother's rent",
    "i keep looking at old photos at night",
    "she said she needs space and i said fine",
    "i miss the dog more than i thought i would",
    "work is okay, the evenings are long",
    "my sister says i should go out again",
)


def door(questions: int) -> str:
    steps = "".join(
        f"    - write: What comes to mind, {number}?\n      as: line{number}\n"
        for number in range(questions)
    )
    return f"dialog: home/door\ntitle: A long line of questions\nnodes:\n  start:\n{steps}    - end: done\n"


def pressing(questions: int) -> str:
    steps = "".join(
        f"    - choose: And now, {number}?\n      as: c{number}\n      options:\n"
        "        good: Quite good\n        hard: Very hard\n        mixed: A bit of both\n"
        for number in range(questions)
    )
    return f"dialog: home/door\ntitle: Questions with buttons\nnodes:\n  start:\n{steps}    - end: done\n"


class EchoProcess(BotProcess):
    """The bare bot, started in the same way."""

    command = (sys.executable, str(ROOT / "benchmarks" / "peers" / "echo_bot.py"))


class Side:
    """One bot with its own stand-in, and the people who talk to it."""

    def __init__(self, kind, folder, cache, dialog):
        self.discord = Crowd()
        self.people = 0
        self._made = lambda: kind(self.discord, folder, cache, dialog, config=config_in(folder))

    async def __aenter__(self):
        await self.discord.__aenter__()
        self.bot = self._made()
        await self.bot.start()
        return self

    async def __aexit__(self, *error):
        await self.bot.__aexit__(*error)
        await self.discord.__aexit__(*error)

    async def met(self):
        """Bring a new person to the first question."""
        user = person(self.people)
        self.people += 1
        await self.line(user, "hello")
        await asyncio.sleep(0)
        return user

    async def line(self, user, text):
        begun = perf_counter()
        await self.discord.says(user, text)
        await self.discord.mail(user).get()
        return perf_counter() - begun

    @property
    def memory(self):
        return psutil.Process(self.bot.pid).memory_info().rss / 2**20


def config_in(folder):
    """The shipped settings with a limit that a benchmark does not meet."""
    config = folder / "config"
    shutil.copytree(shipped_folder() / "config", config)
    (config / "settings.yaml").write_text(
        "discord: {answers_a_minute: 1000000, health_port: 0}\n", encoding="utf-8"
    )
    return config


async def one_by_one(side):
    times = []
    while len(times) < ONE_BY_ONE:
        user = await side.met()
        times += [await side.line(user, SAID[n % len(SAID)]) for n in range(LINES)]
    return statistics.median(times)


async def in_flight(side):
    users = [await side.met() for _ in range(FLIGHT)]

    async def talk(user):
        for number in range(LINES):
            await side.line(user, SAID[number % len(SAID)])

    begun = perf_counter()
    await asyncio.gather(*(talk(user) for user in users))
    return FLIGHT * LINES / (perf_counter() - begun)


async def presses(side):
    """Presses with 100 in flight: how long until each is acknowledged, in seconds, and how many a second."""
    users = [person(100_000 + number) for number in range(FLIGHT)]
    side.discord.acknowledged.clear()
    begun = perf_counter()

    async def talk(user):
        await side.discord.says(user, "hello")
        shown = await side.discord.mail(user).get()
        for _ in range(PRESSES // FLIGHT):
            await side.discord.press(user, shown, "Quite good")
            shown = await side.discord.mail(user).get()

    await asyncio.gather(*(talk(user) for user in users))
    spent = perf_counter() - begun
    return sorted(side.discord.acknowledged), PRESSES / spent


async def crowded(side):
    gate = asyncio.Semaphore(AHEAD)

    async def meet():
        async with gate:
            await side.met()

    await asyncio.gather(*(meet() for _ in range(LIVE)))
    return side.memory


async def main(what, rounds):
    print(f"{rounds} rounds, both bots in each", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if what in ("", "reply", "flight"):
            bare = Side(EchoProcess, folder / "echo", folder / "cache", door(40))
            ours = Side(BotProcess, folder / "ours", folder / "cache", door(40))
            async with bare, ours:
                if what != "flight":
                    await told("reply, one at a time (ms)", one_by_one, bare, ours, rounds, 1000)
                if what != "reply":
                    await told("lines a second, 100 in flight", in_flight, bare, ours, rounds, 1)
        if what in ("", "presses"):
            async with Side(BotProcess, folder / "press", folder / "cache", pressing(30)) as ours:
                found, rate = await presses(ours)
                late = 1000 * found[int(len(found) * 0.99)]
                note(Figure("Discord: acknowledged, p99", "afterword", late, "ms", None, late > 300,
                            aim="< 300 ms"))  # fmt: skip
                print(
                    f"acknowledged, 100 in flight: p50 {1000 * found[len(found) // 2]:.1f} ms, "
                    f"p99 {1000 * found[int(len(found) * 0.99)]:.1f} ms, worst "
                    f"{1000 * found[-1]:.1f} ms of {len(found)}; {rate:.0f} presses/s"
                )
        if what in ("", "memory"):
            async with Side(EchoProcess, folder / "echo2", folder / "cache", door(40)) as bare:
                empty = bare.memory
                bare_full = await crowded(bare)
            async with Side(BotProcess, folder / "ours2", folder / "cache", door(40)) as ours:
                ours_empty = ours.memory
                full = await crowded(ours)
            aimed(f"Discord: memory with {LIVE} people ÷ echo bot", full / bare_full, "≤ 1.3")
            print(
                f"memory with {LIVE} people (MiB): {full:.0f} beside {bare_full:.0f} = "
                f"{full / bare_full:.2f} (empty {ours_empty:.0f} beside {empty:.0f})"
            )


async def told(name, measure, bare, ours, rounds, scale):
    ratios, rows = [], []
    for _ in range(rounds):
        one, other = await measure(bare), await measure(ours)
        rows.append((one * scale, other * scale))
        ratios.append(other / one)
    bare_median, our_median = (statistics.median(row[n] for row in rows) for n in (0, 1))
    aim = "≤ 2.0" if name.startswith("reply") else "≥ 0.5"
    aimed(f"Discord: {name} ÷ echo bot", statistics.median(ratios), aim, low=min(ratios),
          high=max(ratios))  # fmt: skip
    print(
        f"{name}: {our_median:.2f} beside {bare_median:.2f} = {statistics.median(ratios):.2f} "
        f"({min(ratios):.2f} to {max(ratios):.2f})",
        flush=True,
    )


if __name__ == "__main__":
    words = [one for one in sys.argv[1:] if not one.isdecimal()]
    numbers = [int(one) for one in sys.argv[1:] if one.isdecimal()]
    asyncio.run(main(words[0] if words else "", numbers[0] if numbers else ROUNDS))
