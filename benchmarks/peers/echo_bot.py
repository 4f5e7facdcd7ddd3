"""The least a bot can do: says back what is written to it. Pointed at a stand-in for Discord."""

from __future__ import annotations

import os

import discord
import yarl

discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
discord.http.Route.BASE = os.environ["DISCORD_API_BASE"]
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["DISCORD_GATEWAY_URL"])


class Echo(discord.Client):
    async def on_message(self, message: discord.Message) -> None:
        if not message.author.bot:
            await message.channel.send(message.content)


if __name__ == "__main__":
    intents = discord.Intents(guilds=True, dm_messages=True)
    Echo(intents=intents, max_messages=None).run("a.b.c", log_handler=None)
