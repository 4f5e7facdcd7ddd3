"""The bot as a process, over the wire: talks in private, presses, forms, commands, and who sees what."""

from __future__ import annotations

import asyncio
import json

from bot.channels.discord import wording
from bot.channels.discord.commands import slashes
from bot.channels.discord.running import TOLD
from tests.channels.discord.bot_process import BotProcess
from tests.channels.discord.emulator import (
    DEFERRED_REPLY,
    DEFERRED_UPDATE,
    MODAL,
    TOWN_SQUARE,
    Emulator,
)
from tests.channels.discord.scenes import ANNA, BEN, kept_talk, newest, on_discord


def test_a_first_message_is_met_in_private(tmp_path, cache):
    """Whoever writes is told what stays private, and gets one question with its buttons."""

    async def scenario(discord, bot):
        await discord.says(ANNA, "hello")

        shown = await newest(discord, ANNA, "How is tonight?")

        assert wording.FIRST.split(";")[0] in discord.seen(ANNA)[0].content
        assert {"Quite good", "Very hard", "Help now", "Skip"} <= set(shown.labels)
        assert [] == discord.seen(BEN)

    on_discord(scenario, tmp_path, cache)


def test_a_talk_is_led_by_buttons_and_lines(tmp_path, cache):
    """Each answer leads to the next question, and takes the buttons off the one that was pressed."""

    async def scenario(discord, bot):
        asked = await kept_talk(discord, ANNA)

        pressed = await discord.choose(ANNA, asked, "7")

        after = await newest(discord, ANNA, "Shall we stop?")
        assert DEFERRED_UPDATE == pressed.first
        assert "You chose: 7" in after.content
        assert await discord.until(lambda: not asked.components)

    on_discord(scenario, tmp_path, cache)


def test_help_comes_from_the_oldest_button(tmp_path, cache):
    """Whatever was asked since, the red button brings help lines."""

    async def scenario(discord, bot):
        await discord.says(ANNA, "hello")
        old = await newest(discord, ANNA, "How is tonight?")
        kept = {**vars(old), "components": list(old.components)}
        await discord.press(ANNA, old, "Very hard")
        await newest(discord, ANNA, "Which word fits")
        old.components = kept["components"]

        await discord.press(ANNA, old, "Help now")

        assert "findahelpline.com" in (await newest(discord, ANNA, "People you can reach")).content

    on_discord(scenario, tmp_path, cache)


def test_a_second_delivery_changes_nothing(tmp_path, cache):
    """Discord may hand over a line and a press twice; each counts once."""

    async def scenario(discord, bot):
        await discord.says(ANNA, "hello", twice=True)
        asked = await newest(discord, ANNA, "How is tonight?")
        await discord.press(ANNA, asked, "Very hard", twice=True)
        await newest(discord, ANNA, "Which word fits")

        await discord.says(ANNA, "marmalade", twice=True)

        await newest(discord, ANNA, "18 or older")
        for part in ("How is tonight?", "Which word fits", "18 or older"):
            assert 1 == sum(part in one.content for one in discord.seen(ANNA))

    on_discord(scenario, tmp_path, cache)


def test_an_answered_question_has_moved_on(tmp_path, cache):
    """An old button says so, shows the newest question, and changes nothing."""

    async def scenario(discord, bot):
        await discord.says(ANNA, "hello")
        old = await newest(discord, ANNA, "How is tonight?")
        kept = list(old.components)
        await discord.press(ANNA, old, "Very hard")
        await discord.until(lambda: not old.components)
        old.components = kept

        await discord.press(ANNA, old, "Quite good")

        shown = await newest(discord, ANNA, wording.MOVED_ON)
        assert "Which word fits" in shown.content

    on_discord(scenario, tmp_path, cache)


def test_a_strangers_press_does_nothing_and_shows_nothing(tmp_path, cache):
    """Whoever sends the id of another's button gets no word of that talk."""

    async def scenario(discord, bot):
        await discord.says(ANNA, "hello")
        asked = await newest(discord, ANNA, "How is tonight?")

        await discord.press(BEN, asked, "Very hard")

        refused = await newest(discord, BEN, wording.MOVED_ON_ALONE)
        assert wording.MOVED_ON_ALONE == refused.content
        await discord.press(ANNA, asked, "Quite good")
        assert "You chose: Quite good" in (await newest(discord, ANNA, "Which word")).content

    on_discord(scenario, tmp_path, cache)


def test_in_a_server_reflect_moves_to_a_private_message(tmp_path, cache):
    """In the server stands one line that only the person sees; the talk is elsewhere."""

    async def scenario(discord, bot):
        asked = await discord.slash(ANNA, "reflect", guild=True)

        await newest(discord, ANNA, "How is tonight?")
        note = await newest(discord, ANNA, wording.IN_PRIVATE)
        assert (DEFERRED_REPLY, True) == (asked.first, asked.hidden)
        assert (TOWN_SQUARE, ANNA) == (note.channel, note.seen_by)
        assert [note] == [one for one in discord.shown if one.channel == TOWN_SQUARE]
        assert [] == discord.seen(BEN)

    on_discord(scenario, tmp_path, cache)


def test_where_private_messages_are_closed_the_talk_is_hidden_and_written_in_forms(tmp_path, cache):
    """Nobody else sees a word of it, and nothing has to be typed in the channel."""

    async def scenario(discord, bot):
        discord.closed_to.add(ANNA)
        await discord.slash(ANNA, "reflect", guild=True)
        await discord.press(ANNA, await newest(discord, ANNA, "How is tonight?"), "Very hard")
        written = await newest(discord, ANNA, "Which word fits")

        opened = await discord.press(ANNA, written, "Write your answer")
        await discord.until(lambda: opened.first)
        sent = await discord.fills(opened, "marmalade")

        await newest(discord, ANNA, "18 or older")
        assert MODAL == opened.first
        assert DEFERRED_UPDATE == sent.first
        assert {ANNA} == {one.seen_by for one in discord.shown}
        assert [] == discord.seen(BEN)

    on_discord(scenario, tmp_path, cache)


def test_a_form_outlives_the_process_that_opened_it(tmp_path, cache):
    """What was written into it is read by the next process."""

    async def scenario(discord, bot):
        await discord.choose(ANNA, await kept_talk(discord, ANNA), "7")
        await discord.press(ANNA, await newest(discord, ANNA, "Shall we stop?"), "Stay a little")
        await newest(discord, ANNA, "What else")
        await discord.slash(ANNA, "again", guild=True)
        in_server = await discord.until(
            lambda: [one for one in discord.seen(ANNA) if one.channel == TOWN_SQUARE]
        )
        (written,) = in_server
        opened = await discord.press(ANNA, written, "Write your answer")
        await discord.until(lambda: opened.first)
        await bot.kill()
        await bot.start()

        await discord.fills(opened, "honey")

        last = await newest(discord, ANNA, "That was all of it.")
        assert (TOWN_SQUARE, ANNA) == (last.channel, last.seen_by)

    on_discord(scenario, tmp_path, cache)


def test_every_word_is_a_slash_command(tmp_path, cache):
    """Discord is told all of them once, usable in servers, in private, and by an app of one's own."""

    async def scenario(discord, bot):
        await discord.until(lambda: discord.commands)
        assert {one.name for one in slashes()} == {one["name"] for one in discord.commands}
        for one in discord.commands:
            assert ([0, 1, 2], [0, 1]) == (
                sorted(one["contexts"]),
                sorted(one["integration_types"]),
            )

        asked = await discord.slash(ANNA, "help")

        await newest(discord, ANNA, "People you can reach")
        assert (DEFERRED_REPLY, False) == (asked.first, asked.hidden)
        told = [one for one in discord.requests if one.startswith("PUT")]
        await bot.kill()
        await bot.start()
        await discord.says(ANNA, "hello")
        await newest(discord, ANNA, "How is tonight?")
        assert told == [one for one in discord.requests if one.startswith("PUT")]

    (cache / TOLD).unlink(missing_ok=True)
    on_discord(scenario, tmp_path, cache)


def test_the_export_is_a_file_for_the_person(tmp_path, cache):
    """It comes in the private chat and holds what is kept."""

    async def scenario(discord, bot):
        await kept_talk(discord, ANNA)

        await discord.says(ANNA, "/export")

        handed = await discord.until(lambda: [one for one in discord.seen(ANNA) if one.files])
        assert "marmalade" in handed[-1].files[0]

    on_discord(scenario, tmp_path, cache)


WAIT = """\
dialog: home/door
title: A wait
nodes:
  start:
    - wait: 1 second
      text: Breathe out slowly.
      leave: Enough
    - say: The time is over.
    - end: done
"""


def test_a_wait_ends_by_itself(tmp_path, cache):
    """Nobody has to come back and press."""

    async def play():
        async with Emulator() as discord, BotProcess(discord, tmp_path, cache, WAIT):
            await discord.says(ANNA, "hello")
            await newest(discord, ANNA, "Breathe out")

            await newest(discord, ANNA, "The time is over.")

    asyncio.run(play())


def test_no_log_holds_a_word_or_a_name(tmp_path, cache):
    """Lines of the log are JSON; what people typed and who they are is in none of them."""

    async def scenario(discord, bot):
        await kept_talk(discord, ANNA)
        await bot.stop()

        log = bot.log.read_text(encoding="utf-8")
        events = [json.loads(line)["event"] for line in log.splitlines()]
        assert {"turn", "stopped"} <= set(events)
        for private in ("marmalade", str(ANNA), "user1", "tonight"):
            assert private not in log
        for file in bot.db.parent.iterdir():
            assert str(ANNA).encode() not in file.read_bytes()

    on_discord(scenario, tmp_path, cache)
