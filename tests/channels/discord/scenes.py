"""Scenes for tests over the wire: two people, a bot that is connected, and a talk until it is kept."""

from __future__ import annotations

import asyncio
import shutil

from bot.settings import shipped_folder
from tests.channels.discord.bot_process import DOOR, BotProcess
from tests.channels.discord.emulator import Emulator

ANNA, BEN = 5_000_000_000_000_000_001, 5_000_000_000_000_009_001


def on_discord(scenario, folder, cache, door=DOOR, stand_in=None, config=None, **environment):
    """Play a scenario with a stand-in for Discord and a bot that is connected to it."""

    async def play():
        async with stand_in or Emulator() as discord:
            made = BotProcess(discord, folder, cache, door, config, **environment)
            async with made as bot:
                await scenario(discord, bot)

    asyncio.run(play())


def config_with(folder, settings):
    """Return a copy of the shipped rules and texts beside other settings."""
    config = folder / "config"
    shutil.copytree(shipped_folder() / "config", config)
    (config / "settings.yaml").write_text(settings, encoding="utf-8")
    return config


async def newest(discord, user, part):
    """Wait for a message to this person that holds a text, and return the newest of them."""
    found = await discord.until(lambda: [one for one in discord.seen(user) if part in one.content])
    return found[-1]


async def kept_talk(discord, user):
    """Talk until it is kept, and return the message with the question that is open then."""
    await discord.says(user, "/reflect")
    await discord.press(user, await newest(discord, user, "How is tonight?"), "Very hard")
    await newest(discord, user, "Which word fits")
    await discord.says(user, "marmalade")
    await discord.press(user, await newest(discord, user, "18 or older"), "Yes")
    await discord.press(user, await newest(discord, user, "Shall I keep"), "Yes")
    return await newest(discord, user, "How strong is it?")
