"""Runs the bot in this process until it is told to stop; says in one sentence what is in the way."""

from __future__ import annotations

import signal
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.channels import opening
from bot.channels.discord.configuring import SettingsError, wishes
from bot.channels.discord.endpoints import NotLoopbackError, endpoints, point_at
from bot.channels.discord.secrets import token
from bot.channels.discord.wording import on_discord
from bot.host import Host, SystemClock
from bot.store.places import open_store, untouched

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Mapping

    from bot.channels.discord.client import Bot
    from bot.settings import Settings

STOPPED = 0
LOST = 1
"""Exit code of a bot that lost Discord or failed; a supervisor starts it again."""
WRONG = 2
"""Exit code of a wrong set-up; starting it again changes nothing."""

CLOSING = 5.0
"""Seconds for the connection to end by itself; it takes one round trip."""

TOLD = "discord-commands"
"""The file in the cache that says which commands Discord was told."""


def run(
    here: Settings, environ: Mapping[str, str], places: Callable[[BaseException], list[str]]
) -> int:
    """Run the bot and return its exit code; `places` names where in the code an error happened."""
    try:
        wished = wishes(here.config)
        addresses = endpoints(environ)
    except (SettingsError, NotLoopbackError) as error:
        opening.complain(str(error))
        return WRONG
    secret = token(environ, wished.token_file)
    if not secret.value:
        opening.complain(secret.wrong)
        return WRONG
    library = opening.whole_library(here)
    if library is None:
        return WRONG
    from bot.channels.discord.logs import set_up  # noqa: PLC0415 - nothing is logged before

    log = set_up(places)
    point_at(addresses)
    import asyncio  # noqa: PLC0415 - slow, and nothing in the way of the start needs it

    clock = SystemClock()
    host = Host(
        on_discord(library), lambda: open_store(here.db), clock,
        country=here.country, untouched=untouched(here.db),
    )  # fmt: skip
    from bot.channels.discord.pacing import Pace  # noqa: PLC0415 - as above
    from bot.channels.discord.talking import Talking  # noqa: PLC0415 - as above

    def made() -> Bot:
        from bot.channels.discord.client import Bot  # noqa: PLC0415 - brings discord.py

        pace = Pace(wished.answers_a_minute)
        return Bot(Talking(host), clock, pace, log, here.cache / TOLD)

    try:
        return asyncio.run(_until_stopped(made, secret.value, log))
    finally:
        host.close()


async def _until_stopped(made: Callable[[], Bot], secret: str, log: logging.Logger) -> int:
    """Hear and answer until SIGTERM or SIGINT, and return the exit code."""
    import asyncio  # noqa: PLC0415 - as above

    import discord  # noqa: PLC0415 - as above

    told = asyncio.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        # Windows knows no such handlers; there Ctrl-C ends the process as it ends any other.
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(one, told.set)
    bot = made()
    connected = asyncio.create_task(bot.start(secret))
    stopping = asyncio.create_task(told.wait())
    await asyncio.wait({connected, stopping}, return_when=asyncio.FIRST_COMPLETED)
    await bot.finish()
    stopping.cancel()
    # A start that still waits for Discord is not told by closing.
    await asyncio.wait({connected}, timeout=CLOSING)
    connected.cancel()
    try:
        await connected
    except asyncio.CancelledError:
        return STOPPED
    except discord.LoginFailure:
        opening.complain("Discord does not know this token. Take a new one from the portal.")
        return WRONG
    except discord.PrivilegedIntentsRequired:
        opening.complain("Discord refuses what this bot asks to hear. It needs no special intents.")
        return WRONG
    except Exception:
        if told.is_set():
            return STOPPED
        log.exception("lost")
        return LOST
    return STOPPED if told.is_set() else LOST
