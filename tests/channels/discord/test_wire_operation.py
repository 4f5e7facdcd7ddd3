"""What whoever runs the bot relies on, over the wire: health, counts, shards, new contents, letters."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
from contextlib import closing
from datetime import UTC, datetime, timedelta

import aiohttp

from bot.channels.discord import wording
from bot.channels.discord.chats import CHAT
from bot.channels.discord.people import name_of
from bot.store.payload import iso
from bot.store.sqlite import SqliteStore
from tests.channels.discord.bot_process import DOOR, BotProcess
from tests.channels.discord.emulator import GUILD, PATIENCE, Emulator
from tests.channels.discord.scenes import ANNA, BEN, config_with, kept_talk, newest, on_discord

WORDS = ("marmalade", "Very hard", "tonight")


def free_port():
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


async def fetched(port, path):
    url = f"http://127.0.0.1:{port}{path}"
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status, await answer.text()


async def noted(bot, event):
    """Wait for an event in the log of the bot, and return all of its kind."""
    async with asyncio.timeout(PATIENCE):
        while not (found := [one for one in bot.events if one["event"] == event]):  # noqa: ASYNC110 - a file tells nobody that it grew
            await asyncio.sleep(0.02)
    return found


def test_health_and_counts_can_be_read_on_this_machine(tmp_path, cache):
    """It says that people are heard, and how often; never what, and never who."""
    port = free_port()

    async def scenario(discord, bot):
        await kept_talk(discord, ANNA)
        await noted(bot, "ready")

        assert (200, "ok\n") == await fetched(port, "/healthz")
        status, counted = await fetched(port, "/metrics")
        assert 200 == status
        assert 'afterword_turn_seconds_count{kind="press"} 3.0' in counted
        assert "afterword_acknowledged_seconds_count 3.0" in counted
        assert 'afterword_gateway_sessions_total{how="begun"} 1.0' in counted
        for private in (*WORDS, str(ANNA), name_of(ANNA)):
            assert private not in counted

    on_discord(scenario, tmp_path, cache, AFTERWORD_HEALTH_PORT=str(port))


def test_a_bot_without_discord_is_not_healthy(tmp_path, cache):
    """Whoever watches it can tell before people do."""
    port = free_port()

    async def play():
        async with Emulator() as discord:
            discord.holds = lambda what: what == "GET gateway/bot"
            async with BotProcess(discord, tmp_path, cache, AFTERWORD_HEALTH_PORT=str(port)) as bot:
                await bot.spawn()
                await discord.until(lambda: discord.held)

                assert (503, "not connected\n") == await fetched(port, "/healthz")

    asyncio.run(play())


def test_a_port_that_is_taken_stops_nobody(tmp_path, cache):
    """People matter more than their count."""
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        async def scenario(discord, bot):
            await discord.says(ANNA, "hello")
            await newest(discord, ANNA, "How is tonight?")
            assert await noted(bot, "port-taken")

        on_discord(scenario, tmp_path, cache, AFTERWORD_HEALTH_PORT=str(taken.getsockname()[1]))


def test_two_shards_in_one_process_are_one_bot(tmp_path, cache):
    """A command that comes over one shard goes on in the chat of the other."""

    async def scenario(discord, bot):
        await discord.until(lambda: discord.shards_connected == {0, 1})

        await discord.slash(ANNA, "reflect", guild=True)
        await discord.press(ANNA, await newest(discord, ANNA, "How is tonight?"), "Very hard")

        await newest(discord, ANNA, "Which word fits")
        assert (GUILD >> 22) % 2 == 1
        assert [[0, 2], [1, 2]] == sorted(one["shard"] for one in discord.identified)

    on_discord(scenario, tmp_path, cache, stand_in=Emulator(shards=2))


def test_two_processes_share_the_shards_and_the_talks(tmp_path, cache):
    """One hears the server and hands over; the other one hears all private chats."""

    async def play():
        async with Emulator(shards=2) as discord:
            first = BotProcess(discord, tmp_path, cache, AFTERWORD_SHARDS="0/2")
            second = BotProcess(discord, tmp_path, cache, AFTERWORD_SHARDS="1-1/2")
            async with first, second:
                await discord.until(lambda: discord.shards_connected == {0, 1})
                await discord.slash(ANNA, "reflect", guild=True)
                invited = await newest(discord, ANNA, wording.HELLO)

                await discord.press(ANNA, invited, wording.BEGIN_LABEL)

                await newest(discord, ANNA, "How is tonight?")
                asked = await kept_talk(discord, ANNA)
                await discord.slash(ANNA, "again", guild=True)
                again = await discord.until(
                    lambda: [one for one in discord.seen(ANNA) if one.channel != asked.channel][1:]
                )
                assert "How strong is it?" in again[-1].content
                await discord.choose(ANNA, again[-1], "7")
                assert "You chose: 7" in (await newest(discord, ANNA, "Shall we stop?")).content

    asyncio.run(play())


def test_private_in_one_process_holds_in_the_other(tmp_path, cache):
    """Nothing of what is typed after it is on the disk, whichever process hears it."""

    async def play():
        async with Emulator(shards=2) as discord:
            first = BotProcess(discord, tmp_path, cache, AFTERWORD_SHARDS="0/2")
            second = BotProcess(discord, tmp_path, cache, AFTERWORD_SHARDS="1/2")
            async with first, second:
                await discord.until(lambda: discord.shards_connected == {0, 1})
                await discord.choose(ANNA, await kept_talk(discord, ANNA), "7")
                await newest(discord, ANNA, "Shall we stop?")
                await discord.slash(ANNA, "private", guild=True)
                await newest(discord, ANNA, "the part that is kept so far")

                await discord.says(ANNA, "2")
                await newest(discord, ANNA, "What else belongs here?")
                await discord.says(ANNA, "rhubarb")

                await newest(discord, ANNA, "That was all of it.")
                assert all(b"rhubarb" not in one.read_bytes() for one in first.db.parent.iterdir())

    asyncio.run(play())


def test_private_holds_after_a_restart(tmp_path, cache):
    """The next process does not write on in a talk that was to be kept no longer."""

    async def scenario(discord, bot):
        await discord.choose(ANNA, await kept_talk(discord, ANNA), "7")
        asked = await newest(discord, ANNA, "Shall we stop?")
        await discord.says(ANNA, "/private")
        part = await newest(discord, ANNA, "the part that is kept so far")
        await discord.press(ANNA, part, "Leave it there")
        await newest(discord, ANNA, "It stays where it is")
        await bot.kill()
        await bot.start()

        await discord.press(ANNA, asked, "Stay a little")
        await newest(discord, ANNA, "What else belongs here?")
        await discord.says(ANNA, "rhubarb")

        await newest(discord, ANNA, "That was all of it.")
        await bot.stop()
        assert all(b"rhubarb" not in one.read_bytes() for one in bot.db.parent.iterdir())

    on_discord(scenario, tmp_path, cache)


def test_new_contents_are_taken_over_without_a_restart(tmp_path, cache):
    """A talk goes on where it stands, in the new words."""

    async def scenario(discord, bot):
        await discord.says(ANNA, "hello")
        asked = await newest(discord, ANNA, "How is tonight?")
        bot.door.write_text(DOOR.replace("Which word fits", "What word would fit"), "utf-8")

        bot.tell(signal.SIGHUP)
        await noted(bot, "reloaded")
        await discord.press(ANNA, asked, "Very hard")

        await newest(discord, ANNA, "What word would fit tonight?")
        assert 1 == len(discord.identified)

    config = config_with(tmp_path, "discord: {prove_reloads: false}")
    on_discord(scenario, tmp_path, cache, config=config)


def test_broken_contents_change_nothing(tmp_path, cache):
    """The old ones stay, the log names file and line, and the next try can mend it."""

    async def scenario(discord, bot):
        await discord.says(ANNA, "hello")
        asked = await newest(discord, ANNA, "How is tonight?")
        bot.door.write_text(DOOR.replace("- rate:", "- rat:"), "utf-8")

        bot.tell(signal.SIGHUP)
        (refused, *_) = await noted(bot, "not-reloaded")
        await discord.press(ANNA, asked, "Very hard")

        await newest(discord, ANNA, "Which word fits tonight?")
        line = DOOR.splitlines().index("    - rate: How strong is it?") + 1
        assert ("dialogs/home/door.yaml", line) == (refused["file"], refused["line"])

    on_discord(scenario, tmp_path, cache)


def test_help_lines_of_ones_own_stand_in_for_the_shipped_ones(tmp_path, cache):
    """Whoever runs the bot knows what can be reached where its people live."""
    config = config_with(tmp_path, "discord: {}")
    (config / "resources.local.yaml").write_text(
        "countries:\n  - iso: GB\n    name: United Kingdom\n    lines:\n"
        "      - {kind: emergency, text: '999 from any telephone', sure: A}\n",
        encoding="utf-8",
    )

    async def scenario(discord, bot):
        await discord.says(ANNA, "help")

        assert "999 from any telephone" in (await newest(discord, ANNA, "People you can")).content

    on_discord(scenario, tmp_path, cache, config=config, AFTERWORD_COUNTRY="GB")


def test_whoever_is_blocked_is_told_and_shown_help_lines(tmp_path, cache):
    """Nothing is heard of them, and they are not left with silence; others are heard."""
    config = config_with(tmp_path, f"discord: {{blocked: [{ANNA}]}}")

    async def scenario(discord, bot):
        await discord.says(ANNA, "hello")
        await discord.says(ANNA, "hello?")
        await discord.says(BEN, "hello")

        refused = await newest(discord, ANNA, wording.REFUSED)
        assert "findahelpline.com" in refused.content
        await newest(discord, BEN, "How is tonight?")
        assert 1 == len(discord.seen(ANNA))

    on_discord(scenario, tmp_path, cache, config=config)


def test_a_signal_under_load_answers_all_that_was_heard(tmp_path, cache):
    """Forty people write, the bot is told to stop: whose line was heard gets an answer."""
    people = [ANNA + 10_000 * number for number in range(40)]

    async def scenario(discord, bot):
        await asyncio.gather(*(discord.says(one, "hello") for one in people))
        await discord.until(lambda: len(discord.shown) > 4)

        assert 0 == await bot.stop()

        (stopped, *_) = await noted(bot, "stopped")
        turns = [one for one in bot.events if one["event"] == "turn"]
        answered = {one.channel for one in discord.shown}
        assert "unanswered" not in {one["event"] for one in bot.events}
        assert len(turns) == len(answered)
        assert stopped == bot.events[-1]

    on_discord(scenario, tmp_path, cache)


def due_letter(db):
    """Leave a reminder in the store that was due an hour ago, as a talk would have."""
    store = SqliteStore(db)
    (anna,) = store.known_by(CHAT)
    store.put_reminder(anna, "gone #1@", iso_before(hours=1), "home/door")
    store.keep_fact(anna, "quiet-hours", '"never"', iso_before(hours=2))
    store.close()


def iso_before(hours):
    return iso((datetime.now(UTC) - timedelta(hours=hours)).timestamp())


def test_a_reminder_comes_as_a_letter_and_once(tmp_path, cache):
    """Its text gives nothing away on a lock screen; its button begins what was asked for."""

    async def scenario(discord, bot):
        await kept_talk(discord, ANNA)
        await bot.kill()
        due_letter(bot.db)
        await bot.start()

        letter = await newest(discord, ANNA, wording.REMINDED)
        await noted(bot, "reminded")
        await bot.kill()
        await bot.start()
        await discord.press(ANNA, letter, "A small talk")

        await discord.until(
            lambda: 2 == sum("How is tonight?" in one.content for one in discord.seen(ANNA))
        )
        assert wording.REMINDED == letter.content
        assert 1 == sum(wording.REMINDED in one.content for one in discord.seen(ANNA))

    on_discord(scenario, tmp_path, cache)


def test_a_closed_chat_pauses_reminders(tmp_path, cache):
    """Nobody is written to again who can't be; their next word opens it."""

    async def scenario(discord, bot):
        await kept_talk(discord, ANNA)
        await bot.kill()
        due_letter(bot.db)
        discord.closed_to.add(ANNA)
        await bot.start()

        assert await noted(bot, "chat-closed")
        assert not [one for one in discord.seen(ANNA) if wording.REMINDED in one.content]
        await bot.stop()
        with closing(SqliteStore(bot.db)) as store:
            assert () == store.known_by(CHAT)

    on_discord(scenario, tmp_path, cache)


def test_a_log_line_is_json_whatever_happens(tmp_path, cache):
    """A reload, a restart, a stop: whoever reads the log with a program can go on."""

    async def scenario(discord, bot):
        await discord.says(ANNA, "marmalade")
        await newest(discord, ANNA, "How is tonight?")
        await bot.stop()

        assert all(isinstance(json.loads(one), dict) for one in bot.log.read_text().splitlines())

    on_discord(scenario, tmp_path, cache)
