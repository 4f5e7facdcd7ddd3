"""The bot as a process, over the wire: kill -9, signals, lost connections, refusals."""

from __future__ import annotations

import asyncio
import signal

import pytest

from bot.channels.discord import wording
from bot.channels.discord.running import WRONG
from tests.channels.discord.bot_process import BotProcess
from tests.channels.discord.emulator import (
    DEFERRED_UPDATE,
    Emulator,
)
from tests.channels.discord.scenes import ANNA, kept_talk, newest, on_discord


def test_after_kill_9_old_buttons_go_on(tmp_path, cache):
    """A kept talk survives the process; its open question is answered by its old button."""

    async def scenario(discord, bot):
        asked = await kept_talk(discord, ANNA)
        await bot.kill()
        await bot.start()

        await discord.choose(ANNA, asked, "3")

        assert "You chose: 3" in (await newest(discord, ANNA, "Shall we stop?")).content

    on_discord(scenario, tmp_path, cache)


def test_after_kill_9_a_line_belongs_to_the_open_question(tmp_path, cache):
    """Whoever answers by hand need not know that the bot was away."""

    async def scenario(discord, bot):
        await kept_talk(discord, ANNA)
        await bot.kill()
        await bot.start()

        await discord.says(ANNA, "nine")

        assert "You chose: 9" in (await newest(discord, ANNA, "Shall we stop?")).content

    on_discord(scenario, tmp_path, cache)


def test_a_crash_before_the_answer_loses_no_kept_answer(tmp_path, cache):
    """The press was taken and kept; the same button then says that it has moved on."""

    async def scenario(discord, bot):
        asked = await kept_talk(discord, ANNA)
        discord.holds = lambda what: what.startswith("POST webhooks")
        pressed = await discord.choose(ANNA, asked, "4")
        await discord.until(lambda: discord.held)
        assert DEFERRED_UPDATE == pressed.first
        await bot.kill()
        discord.holds = lambda what: False
        await bot.start()

        await discord.choose(ANNA, asked, "8")

        shown = await newest(discord, ANNA, wording.MOVED_ON)
        assert "Shall we stop?" in shown.content

    on_discord(scenario, tmp_path, cache)


def test_a_press_that_was_not_acknowledged_leaves_its_question_open(tmp_path, cache):
    """The person saw it fail, so pressing again must work."""

    async def scenario(discord, bot):
        asked = await kept_talk(discord, ANNA)
        discord.holds = lambda what: what.endswith("/callback")
        await discord.choose(ANNA, asked, "4")
        await discord.until(lambda: discord.held)
        await bot.kill()
        discord.holds = lambda what: False
        await bot.start()

        await discord.choose(ANNA, asked, "8")

        assert "You chose: 8" in (await newest(discord, ANNA, "Shall we stop?")).content

    on_discord(scenario, tmp_path, cache)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_politely(tmp_path, cache, how):
    """What was heard is answered first; the exit code is 0."""

    async def scenario(discord, bot):
        await discord.says(ANNA, "hello")
        await newest(discord, ANNA, "How is tonight?")

        assert 0 == await bot.stop(how)

    on_discord(scenario, tmp_path, cache)


def test_a_signal_before_the_connection_ends_it_as_well(tmp_path, cache):
    """A bot that waits for Discord can be stopped; it is no failure."""

    async def play():
        async with Emulator() as discord:
            discord.holds = lambda what: what == "GET gateway/bot"
            bot = BotProcess(discord, tmp_path, cache)
            await bot.spawn()
            await discord.until(lambda: discord.held)

            assert 0 == await bot.stop()

    asyncio.run(play())


def test_a_token_that_discord_refuses_is_a_wrong_set_up(tmp_path, cache):
    """Starting again would change nothing, and the exit code says so."""

    async def play():
        async with Emulator() as discord:
            discord.refusals.append(("GET users/@me", 401))
            bot = BotProcess(discord, tmp_path, cache)
            await bot.spawn()

            assert WRONG == await bot.ended()
            assert "token" in bot.log.read_text(encoding="utf-8")

    asyncio.run(play())


def test_least_is_asked_of_discord(tmp_path, cache):
    """The bot hears direct messages and servers, and has no intent that Discord must grant."""

    async def scenario(discord, bot):
        (identified,) = discord.identified

        assert (1 << 0) | (1 << 12) == identified["intents"]
        assert 2 == len(identified["shard"])

    on_discord(scenario, tmp_path, cache)


@pytest.mark.parametrize("way", [Emulator.ask_to_reconnect, Emulator.drop])
def test_a_lost_connection_loses_no_answer(tmp_path, cache, way):
    """What was sent meanwhile is replayed, and heard once."""

    async def scenario(discord, bot):
        await discord.says(ANNA, "hello")
        asked = await newest(discord, ANNA, "How is tonight?")

        await way(discord)
        await discord.press(ANNA, asked, "Very hard")

        await newest(discord, ANNA, "Which word fits")
        assert (1, 1) == (discord.resumed, len(discord.identified))
        assert 1 == sum("Which word fits" in one.content for one in discord.seen(ANNA))

    on_discord(scenario, tmp_path, cache)


def test_a_slow_down_of_discords_delays_and_loses_nothing(tmp_path, cache):
    """A 429 is waited for, and the question comes once."""

    async def scenario(discord, bot):
        discord.refusals.append(("POST channels", 429))

        await discord.says(ANNA, "hello")

        await newest(discord, ANNA, "How is tonight?")
        assert 1 == sum("How is tonight?" in one.content for one in discord.seen(ANNA))
        assert 2 == sum(one.startswith("POST channels") for one in discord.requests)

    on_discord(scenario, tmp_path, cache)


def test_whoever_could_not_be_answered_can_go_on(tmp_path, cache):
    """A refused answer ends nothing: the next word is heard."""

    async def scenario(discord, bot):
        discord.closed_to.add(ANNA)
        await discord.says(ANNA, "hello")
        await discord.until(
            lambda: any(one.startswith("POST channels") for one in discord.requests)
        )
        discord.closed_to.clear()

        await discord.says(ANNA, "/again")

        assert "How is tonight?" in (await newest(discord, ANNA, "How is tonight?")).content

    on_discord(scenario, tmp_path, cache)


def looked_at(discord):
    """Count how often the history of a chat was asked for."""
    return sum(one.startswith("GET channels") for one in discord.requests)


def test_after_a_lost_session_what_was_written_meanwhile_is_heard(tmp_path, cache):
    """Discord forgets such lines; they are in the chat, and each is heard once."""

    async def scenario(discord, bot):
        await discord.says(ANNA, "hello")
        asked = await newest(discord, ANNA, "How is tonight?")
        await discord.press(ANNA, asked, "Very hard")
        await newest(discord, ANNA, "Which word fits")

        await discord.invalidate()
        await discord.says(ANNA, "marmalade", lost=True)

        await newest(discord, ANNA, "18 or older")
        assert (2, 1) == (len(discord.identified), looked_at(discord))
        assert 1 == sum("18 or older" in one.content for one in discord.seen(ANNA))

    on_discord(scenario, tmp_path, cache)
