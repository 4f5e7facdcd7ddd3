"""A crowd on Discord while the bot is killed again and again: nothing lost, doubled or mixed up.

Usage: python tests/soak_discord.py [PEOPLE] [TURNS] [SEED]      usually 1000 30 1

Every person keeps their talk and answers one question after the other with words that name them and
the question. Every five seconds the bot is ended as by a power cut; one event in a hundred comes
twice, one in a hundred late. Some ask for help or tell of danger. At the end the store is read.
Exit code 0 when all promises held.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from time import monotonic

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.channels.discord.people import name_of
from bot.dialogue.session import Answered, Words
from bot.store.payload import entries_of
from bot.store.sqlite import SqliteStore
from tests.channels.discord.bot_process import BotProcess
from tests.channels.discord.crowd import Crowd, person
from tests.channels.discord.scenes import config_with

PEOPLE, TURNS, SEED = 1_000, 30, 1
AT_ONCE = 100
"""People who are in the middle of their talk at the same time."""
LIVES = 5.0
"""Seconds between two ends of the bot."""
TWICE = LATE = 0.01
ASKS_FOR_HELP = 0.02
TELLS_OF_DANGER = 0.03
HELD_BACK = 0.3
"""Seconds by which a late event comes after those of others."""
SILENCE = 20.0
"""Seconds without an answer after which a person writes again, as people do."""
GIVES_UP = 900.0
"""Seconds after which a person who got no answer counts as lost."""

QUESTION = re.compile(r"\*\*Word (\d+)\?\*\*")
LINES = "People you can reach"


def door(turns):
    steps = "".join(f"    - write: Word {one}?\n      as: word{one}\n" for one in range(1, turns))
    return (
        "dialog: home/door\ntitle: Many words\nnodes:\n  start:\n"
        f"    - write: Word 0?\n      as: word0\n      keep: First word\n{steps}    - end: done\n"
    )


def word(number, turn):
    return f"pebble {number} lantern {turn}"


class Troubled(Crowd):
    """A crowd whose events come twice or late, now and then."""

    def __init__(self, chance):
        super().__init__()
        self._chance = chance
        self._waiting = []
        self._tasks = set()
        self.twice = self.late = 0

    async def dispatch(self, event, data, shard=None):
        if event in ("READY", "RESUMED"):
            await super().dispatch(event, data, shard)
            return
        drawn = self._chance.random()
        if drawn < LATE:
            self.late += 1
            asyncio.get_running_loop().call_later(HELD_BACK, self._let_go, event, data)
        else:
            await super().dispatch(event, data, shard)
            if drawn < LATE + TWICE:
                self.twice += 1
                self._waiting.append((self._chance.choice((0, 5, 400)), event, data))
        held, self._waiting = self._waiting, []
        for left, *rest in held:
            if left <= 0:
                await super().dispatch(*rest)
            else:
                self._waiting.append((left - 1, *rest))

    def _let_go(self, event, data):
        task = asyncio.ensure_future(super().dispatch(event, data))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


class Soak:
    """A run, and what it found."""

    def __init__(self, people, turns, seed):
        self.people, self.turns = people, turns
        self.chance = random.Random(seed)
        self.discord = Troubled(random.Random(seed + 1))
        self.answered = defaultdict(set)
        self.counts = Counter()
        self.wrong = []

    async def talk(self, number):
        """One person's talk, to its end."""
        user, begun = person(number), monotonic()
        mail = self.discord.mail(user)
        tells = self.chance.random() < TELLS_OF_DANGER
        said = -1
        await self.discord.says(user, "/reflect")
        while monotonic() - begun < GIVES_UP:
            try:
                shown = await asyncio.wait_for(mail.get(), SILENCE)
            except TimeoutError:
                self.counts["written again"] += 1
                said = -1
                await self.discord.says(user, "/again")
                continue
            while not mail.empty():
                shown = mail.get_nowait()
            if "That was all of it" in shown.content or "This talk is over" in shown.content:
                self.answered[number].add(self.turns - 1)
                return
            found = QUESTION.search(shown.content)
            if found is None:
                label = next((one for one in shown.labels if one == "Yes"), "")
                if label:
                    await self.discord.press(user, shown, label)
                continue
            asked = int(found[1])
            if asked <= said:
                continue  # it is answered already, and nobody says the same twice
            if asked == 0:
                self.answered[number].clear()
            self.answered[number].update(range(asked))
            self.counts["turns"] += 1
            if asked > 2 and self.chance.random() < ASKS_FOR_HELP:
                await self.helped(user, mail)
            if tells and asked == self.turns - 2:
                await self.told(user, mail)
                return
            said = asked
            await self.discord.says(user, word(number, asked))
        self.wrong.append(f"person {number} got no answer any more")

    async def helped(self, user, mail):
        self.counts["asked for help"] += 1
        await self.waited(user, mail, "/help", (LINES,))

    async def told(self, user, mail):
        self.counts["told of danger"] += 1
        await self.waited(user, mail, "i want to kill myself tonight", (LINES, "dying", "die"))

    async def waited(self, user, mail, text, signs):
        """Write a line that must be answered, whatever happens; nobody writes it twice."""
        await self.discord.says(user, text)
        begun = monotonic()
        with contextlib.suppress(TimeoutError):
            while monotonic() - begun < 6 * SILENCE:
                shown = await asyncio.wait_for(mail.get(), 6 * SILENCE)
                if any(one in shown.content for one in signs) or QUESTION.search(shown.content):
                    return
        self.wrong.append(f"no answer to: {text}")

    async def run(self, folder):
        config = config_with(folder, "discord: {answers_a_minute: 1000000, health_port: 0}")
        async with self.discord:
            made = BotProcess(self.discord, folder, folder / "cache", door(self.turns), config)
            async with made as bot:
                room, left = asyncio.Semaphore(AT_ONCE), self.people

                async def come(number):
                    nonlocal left
                    async with room:
                        await self.talk(number)
                    left -= 1
                    if left % 100 == 0:
                        say(f"  {left} people left, {dict(self.counts)}")

                ending = asyncio.create_task(self.ended_again_and_again(bot))
                await asyncio.gather(*(come(number) for number in range(self.people)))
                ending.cancel()
                await asyncio.gather(ending, return_exceptions=True)
                await bot.kill()
                self.read(bot.db)

    async def ended_again_and_again(self, bot):
        while True:
            await asyncio.sleep(LIVES)
            await bot.kill()
            self.counts["kill -9"] += 1
            await bot.start()

    def read(self, db):
        """Compare what is kept with what was acknowledged."""
        store = SqliteStore(db)
        numbers = {name_of(person(one)): one for one in range(self.people)}
        for name, number in numbers.items():
            kept = Counter()
            for talk in store.conversations(name):
                for entry in entries_of(store.rows(talk.id)):
                    if isinstance(entry, Answered) and isinstance(entry.value, Words):
                        kept[talk.id, str(entry.value.text), entry.key.step] += 1
            for (_, text, step), count in kept.items():
                turn = step.removeprefix("word")
                if text != word(number, turn):
                    self.wrong.append(f"person {number} has {text!r} at {step}")
                if count > 1:
                    self.wrong.append(f"person {number} has {text!r} {count} times")
            for turn in self.answered[number]:
                if (word(number, turn), f"word{turn}") not in {one[1:] for one in kept}:
                    self.wrong.append(f"person {number} lost answer {turn}")
            self.counts["answers read back"] += sum(kept.values())
        store.close()


def say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main(arguments):
    given = [int(one) for one in arguments] + [PEOPLE, TURNS, SEED][len(arguments) :]
    people, turns, seed = given
    soak, begun = Soak(people, turns, seed), monotonic()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(soak.run(Path(folder)))
    spent = monotonic() - begun
    say(
        f"{people} people, {turns} turns each, seed {seed}: {spent:.0f} s, {dict(soak.counts)}, "
        f"{soak.discord.twice} events twice, {soak.discord.late} late"
    )
    for one in soak.wrong[:20]:
        say(f"wrong: {one}")
    for kind, count in Counter(re.sub(r"\d+", "N", one) for one in soak.wrong).items():
        say(f"{count} times: {kind}")
    say(f"{len(soak.wrong)} promises broken")
    return 1 if soak.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
