"""The bot as a process, over the wire: gaps, repetitions, disorder, and what was never to be kept."""

from __future__ import annotations

import asyncio
import json

from tests.channels.discord.emulator import Emulator
from tests.channels.discord.scenes import ANNA, BEN, config_with, kept_talk, newest, on_discord


def times(discord, user, part):
    return sum(part in one.content for one in discord.seen(user))


def test_what_was_written_while_the_bot_was_away_is_heard(tmp_path, cache):
    """Whoever keeps a talk need not write anything twice."""

    async def scenario(discord, bot):
        await kept_talk(discord, ANNA)
        await bot.kill()
        await discord.says(ANNA, "eight", lost=True)
        await bot.start()

        await newest(discord, ANNA, "You chose: 8")
        assert 1 == times(discord, ANNA, "Shall we stop?")

    on_discord(scenario, tmp_path, cache)


def test_lines_of_a_gap_are_heard_in_order_and_before_new_ones(tmp_path, cache):
    """What comes in while the bot catches up waits for its turn."""

    async def scenario(discord, bot):
        await kept_talk(discord, ANNA)
        await bot.kill()
        await discord.says(ANNA, "eight", lost=True)
        await discord.says(ANNA, "stay a little", lost=True)
        discord.holds = lambda what: what.startswith("GET channels")
        await bot.start()
        await discord.until(lambda: discord.held)
        await discord.says(ANNA, "honey")
        assert 0 == times(discord, ANNA, "You chose: 8")

        discord.let_go()

        await newest(discord, ANNA, "That was all of it.")
        shown = [one.content for one in discord.seen(ANNA)]
        marks = ("You chose: 8", "You chose: Stay a little", "That was all of it.")
        places = [next(n for n, one in enumerate(shown) if mark in one) for mark in marks]
        assert sorted(places) == places

    on_discord(scenario, tmp_path, cache)


def test_an_answer_that_went_down_with_the_process_is_given_by_the_next(tmp_path, cache):
    """The line was kept, its answer was not sent: the open question comes again."""

    async def scenario(discord, bot):
        await kept_talk(discord, ANNA)
        discord.holds = lambda what: what.startswith("POST channels")
        await discord.says(ANNA, "eight")
        await discord.until(lambda: discord.held)
        await bot.kill()
        discord.holds = lambda what: False
        await bot.start()

        await newest(discord, ANNA, "Shall we stop?")
        assert 1 == times(discord, ANNA, "Shall we stop?")

    on_discord(scenario, tmp_path, cache)


def test_a_late_repetition_is_not_heard_by_the_next_process(tmp_path, cache):
    """A line that Discord delivers again after a restart stands in the log already."""

    async def scenario(discord, bot):
        await kept_talk(discord, ANNA)
        eight = await discord.says(ANNA, "eight")
        await newest(discord, ANNA, "You chose: 8")
        await bot.kill()
        await bot.start()

        await discord.again(eight)
        await discord.says(ANNA, "stay a little")

        await newest(discord, ANNA, "What else belongs here?")
        assert (1, 1) == (times(discord, ANNA, "Shall we stop?"), times(discord, ANNA, "What else"))

    on_discord(scenario, tmp_path, cache)


def test_nothing_that_was_erased_is_heard_again(tmp_path, cache):
    """Neither from the history of the chat, nor as a repetition: it is gone."""

    async def scenario(discord, bot):
        await kept_talk(discord, ANNA)
        eight = await discord.says(ANNA, "eight")
        await newest(discord, ANNA, "You chose: 8")
        await discord.says(ANNA, "/erase")
        asked = await newest(discord, ANNA, "Erase all that this bot keeps")
        await discord.press(ANNA, asked, next(one for one in asked.labels if "Yes" in one))
        await newest(discord, ANNA, "It is gone")
        await bot.kill()
        await bot.start()

        await discord.again(eight)
        await discord.says(BEN, "hello")

        await newest(discord, BEN, "How is tonight?")
        assert 1 == times(discord, ANNA, "How is tonight?")
        await bot.stop()
        for file in bot.db.parent.iterdir():
            assert b"marmalade" not in file.read_bytes()

    on_discord(scenario, tmp_path, cache)


def test_a_dead_connection_is_made_anew(tmp_path, cache):
    """It stays open and silent; what was sent meanwhile comes over the next one, once."""
    config = config_with(tmp_path, "discord: {silence: 0.5}")

    async def scenario(discord, bot):
        await discord.says(ANNA, "hello")
        asked = await newest(discord, ANNA, "How is tonight?")
        discord.dead = True
        await discord.press(ANNA, asked, "Very hard")

        await newest(discord, ANNA, "Which word fits")

        assert (1, 1) == (discord.resumed, len(discord.identified))
        assert 1 == times(discord, ANNA, "Which word fits")

    on_discord(scenario, tmp_path, cache, stand_in=Emulator(heartbeat=0.1), config=config)


def test_trouble_of_discords_own_delays_and_doubles_nothing(tmp_path, cache):
    """An answer that a server of Discord's lost is sent again, and shown once."""

    async def scenario(discord, bot):
        discord.refusals += [("POST channels", 500), ("POST channels", 502)]

        await discord.says(ANNA, "hello")

        await newest(discord, ANNA, "How is tonight?")
        assert 1 == times(discord, ANNA, "How is tonight?")

    on_discord(scenario, tmp_path, cache)


def test_people_are_answered_whatever_order_their_lines_come_in(tmp_path, cache):
    """Lines of many people, mixed and repeated: each is led through their own talk."""
    people = [ANNA + 10_000 * number for number in range(12)]

    async def scenario(discord, bot):
        first = [await discord.says(one, "hello") for one in reversed(people)]
        await asyncio.gather(*(discord.again(one) for one in first))
        for one in people:
            await newest(discord, one, "How is tonight?")
        lines = [discord.says(one, "very hard", twice=True) for one in people]
        await asyncio.gather(*lines)

        for one in people:
            await newest(discord, one, "Which word fits")
            assert 1 == times(discord, one, "Which word fits")

    on_discord(scenario, tmp_path, cache)


def test_what_is_not_kept_is_nowhere(tmp_path, cache):
    """No file of the bot and no line of its log holds a word of it, nor who wrote it."""
    typed = ("quincegarden", "my sister Wilhelmina said so", "rhubarbcrumble")

    async def scenario(discord, bot):
        await discord.says(ANNA, typed[0])
        await discord.says(ANNA, typed[1])
        await discord.press(ANNA, await newest(discord, ANNA, "How is tonight?"), "Very hard")
        await discord.says(ANNA, typed[2])
        await newest(discord, ANNA, "18 or older")
        assert [] == discord.seen(BEN)
        await bot.stop()

        for file in [one for one in tmp_path.rglob("*") if one.is_file()]:
            if file != bot.door:
                read = file.read_bytes()
                for private in (*typed, "Wilhelmina", str(ANNA)):
                    assert private.encode() not in read, file
        log = bot.log.read_text(encoding="utf-8")
        assert all(isinstance(json.loads(one), dict) for one in log.splitlines())

    on_discord(scenario, tmp_path, cache)


def test_the_word_that_starts_a_talk_can_be_typed(tmp_path, cache):
    """Whoever types it by hand, without Discord's help, is understood."""

    async def scenario(discord, bot):
        await discord.says(ANNA, "/reflect")

        await newest(discord, ANNA, "How is tonight?")
        assert "I don't know that word" not in discord.seen(ANNA)[0].content

    on_discord(scenario, tmp_path, cache)
