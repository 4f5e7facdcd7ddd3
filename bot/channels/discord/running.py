"""Runs the bot in this process until it is told to stop; says in one sentence what is in the way."""

from __future__ import annotations

import gc
import signal
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from bot.channels import opening
from bot.channels.discord.configuring import SettingsError, Wishes, wishes
from bot.channels.discord.endpoints import NotLoopbackError, endpoints, point_at
from bot.channels.discord.people import name_of
from bot.channels.discord.secrets import token
from bot.channels.discord.sharding import VARIABLE as SHARDS
from bot.channels.discord.sharding import Shards, WrongShardsError, shards
from bot.channels.discord.wording import on_discord
from bot.channels.unlocking import opener
from bot.host import Host, SystemClock
from bot.store.places import untouched

if TYPE_CHECKING:
    import asyncio
    import logging
    from collections.abc import Callable, Mapping

    from bot.channels.discord.client import Bot
    from bot.channels.discord.metrics import Window
    from bot.channels.discord.reloading import Reloader
    from bot.dialogue.library import Library
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

HEALTH_PORT = "AFTERWORD_HEALTH_PORT"

SWITCH = 0.0005
"""Seconds after which one thread lets the other work: with the usual 5 ms an acknowledgement waits
behind a turn of somebody else's."""

YOUNG = 20_000
"""New values after which the youngest are looked through for garbage; a turn makes some hundreds."""


class Running(NamedTuple):
    """A bot, and what has to be told when it starts and ends."""

    bot: Bot
    window: Window | None
    port: int
    reloader: Reloader


def run(
    here: Settings, environ: Mapping[str, str], places: Callable[[BaseException], list[str]]
) -> int:
    """Run the bot and return its exit code; `places` names where in the code an error happened."""
    try:
        wished = wishes(here.config)
        addresses = endpoints(environ)
        part = shards(environ.get(SHARDS, "") or wished.shards)
        port = _port(environ, wished)
    except (SettingsError, NotLoopbackError, WrongShardsError) as error:
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

    host = Host(
        on_discord(library), opener(here), SystemClock(),
        country=here.country, untouched=untouched(here.db) and not part.ids, keep_days=here.keep_days,
    )  # fmt: skip
    sys.setswitchinterval(SWITCH)
    # What was loaded lives as long as the process: it need not be looked at again.
    gc.freeze()
    gc.set_threshold(YOUNG)
    try:
        made = lambda: _made(host, here, wished, part, port, log)  # noqa: E731 - needs a loop first
        return asyncio.run(_until_stopped(made, secret.value, log))
    finally:
        host.close()


def _made(
    host: Host, here: Settings, wished: Wishes, part: Shards, port: int, log: logging.Logger
) -> Running:
    """Put the bot together, in a running loop."""
    from bot.channels.discord.client import Bot  # noqa: PLC0415 - brings discord.py
    from bot.channels.discord.pacing import Pace  # noqa: PLC0415 - as above
    from bot.channels.discord.reloading import Reloader  # noqa: PLC0415 - as above
    from bot.channels.discord.talking import Talking  # noqa: PLC0415 - as above

    meters, window = None, None
    if port:
        from bot.channels.discord.metrics import Meters, Window  # noqa: PLC0415 - as above

        meters = Meters()
    talking, pace = Talking(host), Pace(wished.answers_a_minute, map(name_of, wished.blocked))
    bot = Bot(
        talking, host.clock, pace, log, here.cache / TOLD,
        meters=meters, part=part, silence=wished.silence,
    )  # fmt: skip
    if meters is not None:
        meters.measure("afterword_people", "People with a talk in memory.", talking.people)
        meters.measure("afterword_gateway_seconds", "Round trip to the gateway.",
                       lambda: bot.latency)  # fmt: skip
        window = Window(meters, bot.trouble)

    async def take(library: Library, wished: Wishes) -> None:
        bot.turns.pace = Pace(wished.answers_a_minute, map(name_of, wished.blocked))
        await bot.turns.do(partial(host.reload, on_discord(library)))

    def count(how: str) -> None:
        if meters is not None:
            meters.reloads.labels(how).inc()

    return Running(bot, window, port, Reloader(here, take, bot.turns.note, count))


def _port(environ: Mapping[str, str], wished: Wishes) -> int:
    written = environ.get(HEALTH_PORT, "").strip()
    if not written:
        return wished.health_port
    if written.isascii() and written.isdecimal() and int(written) < 1 << 16:
        return int(written)
    raise SettingsError(f"{HEALTH_PORT} must be the number of a port, or 0 for none.")


async def _until_stopped(made: Callable[[], Running], secret: str, log: logging.Logger) -> int:
    """Hear and answer until SIGTERM or SIGINT, and return the exit code."""
    import asyncio  # noqa: PLC0415 - as above

    told = asyncio.Event()
    running = made()
    bot, window = running.bot, running.window
    signals = [(signal.SIGTERM, told.set), (signal.SIGINT, told.set)]
    if hasattr(signal, "SIGHUP"):
        signals.append((signal.SIGHUP, running.reloader.ask))
    for one, heard in signals:
        # Windows knows no such handlers; there Ctrl-C ends the process as it ends any other.
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(one, heard)
    if window is not None and not await window.open(running.port):
        bot.turns.note("port-taken", port=running.port)
    connected = asyncio.create_task(bot.start(secret))
    stopping = asyncio.create_task(told.wait())
    reloading = asyncio.create_task(running.reloader.run())
    await asyncio.wait({connected, stopping}, return_when=asyncio.FIRST_COMPLETED)
    await bot.finish()
    if window is not None:
        await window.close()
    for task in (stopping, reloading):
        task.cancel()
    # A start that still waits for Discord is not told by closing.
    await asyncio.wait({connected}, timeout=CLOSING)
    connected.cancel()
    return await _code(connected, log, was_told=told.is_set())


async def _code(connected: asyncio.Task[None], log: logging.Logger, *, was_told: bool) -> int:
    """Return the exit code that the end of a connection comes to."""
    import asyncio  # noqa: PLC0415 - as above

    import discord  # noqa: PLC0415 - as above

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
        if was_told:
            return STOPPED
        log.exception("lost")
        return LOST
    return STOPPED if was_told else LOST
