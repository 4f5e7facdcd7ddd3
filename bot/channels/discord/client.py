"""The bot at Discord's gateway: what comes in is acknowledged at once, taken in order, and answered.

What is said and done is talking.py's; here is only when, where, and to whom alone.
"""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

import discord
from discord import app_commands

from bot.channels.discord import wording
from bot.channels.discord.addresses import Way, parse
from bot.channels.discord.commands import Slash, fingerprint, slashes
from bot.channels.discord.logs import DETAIL
from bot.channels.discord.pacing import Heard, Pace
from bot.channels.discord.people import name_of
from bot.channels.discord.rendering import Message, Turn
from bot.channels.discord.sending import Choose, Press, form, pieces, view_of, written

if TYPE_CHECKING:
    import logging
    from collections.abc import Awaitable, Callable, Sequence
    from pathlib import Path

    from bot.channels.discord.addresses import Address, Place
    from bot.channels.discord.talking import Talking
    from bot.host import Clock

    Met = discord.Interaction[Any]
    Send = Callable[[Message], Awaitable[Any]]

PATIENCE = 20.0
"""Seconds that running turns get to end after a signal; supervisors kill after 30 or 90."""

CHATS = 5_000
"""Private chats that are looked at again after a gap, the newest; each costs a request."""

CAUGHT_UP = 20
"""Lines of one chat that are heard after a gap; more than anybody writes to a bot that is silent."""

_WRITTEN_BY_HAND = (discord.MessageType.default, discord.MessageType.reply)


class Bot(discord.AutoShardedClient):
    """Hears people in private, one turn of each person at a time.

    `told` is the file that says which commands Discord knows; `pace` how much one person may send.
    """

    def __init__(
        self, talking: Talking, clock: Clock, pace: Pace, log: logging.Logger, told: Path
    ) -> None:
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            intents=discord.Intents(guilds=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self._talking = talking
        self._clock = clock
        self._pace = pace
        self._log = log
        self._told = told
        self._heard = Heard()
        self._orders: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._turns: set[asyncio.Task[Any]] = set()
        self._waits: dict[str, asyncio.Task[None]] = {}
        self._chats: OrderedDict[int, tuple[discord.abc.Messageable, int]] = OrderedDict()
        self._stopping = False
        # One thread: the host takes one step at a time, and the loop goes on beating meanwhile.
        self._worker = ThreadPoolExecutor(1, "talks")
        self.tree: app_commands.CommandTree[Bot] = app_commands.CommandTree(self)
        for slash in slashes():
            self.tree.add_command(_command(self, slash))

    # --- the start and the end ---

    async def setup_hook(self) -> None:
        """Take up the buttons of earlier processes; tell Discord the commands if they changed."""
        self.add_dynamic_items(Press, Choose)
        mark = fingerprint(self.application_id or 0)
        if await asyncio.to_thread(_read, self._told) != mark:
            try:
                await self.tree.sync()
            except discord.HTTPException as error:
                # Whoever writes is heard without them; the next start tries again.
                self._note("commands-not-told", status=error.status, code=error.code)
                return
            await asyncio.to_thread(_write, self._told, mark)

    async def on_ready(self) -> None:
        """Hear what was written while a connection was lost for good, each line once."""
        self._note("ready", shards=self.shard_count)
        for chat, last in list(self._chats.values()):
            after = discord.Object(last)
            try:
                async for message in chat.history(after=after, limit=CAUGHT_UP, oldest_first=True):
                    await self.on_message(message)
            except discord.HTTPException as error:
                self._note("not-caught-up", status=error.status, code=error.code)

    async def finish(self) -> None:
        """Hear nothing new, end the turns that run, and leave the gateway."""
        self._stopping = True
        for wait in set(self._waits.values()) - self._turns:
            wait.cancel()
        if self._turns:
            await asyncio.wait(self._turns, timeout=PATIENCE)
        await self.close()
        self._worker.shutdown(wait=True)
        self._note("stopped")

    # --- what comes in ---

    async def on_message(self, message: discord.Message) -> None:
        """Hear a line in a direct message."""
        if message.author.bot or message.guild is not None or self._stopping:
            return
        if not self._heard.is_new(message.id):
            return
        self._keep_chat(message.channel, message.id)
        person, send = name_of(message.author.id), _to(message.channel)
        if not message.content.strip():
            if message.type in _WRITTEN_BY_HAND:
                await send(Message(wording.NO_TEXT))
            return
        said = partial(self._talking.said, person, message.content, str(message.id), typed=True)
        await self._turn("line", person, said, send, alone=message.channel)

    async def pressed(self, interaction: Met, at: Address, values: Sequence[str]) -> None:
        """Hear a press. What is answered first stands in the id: a form, or that it was heard."""
        if self._stopping or not self._heard.is_new(interaction.id):
            return
        if at.way is Way.WRITE:
            await interaction.response.send_modal(form(at))
            return
        person = name_of(interaction.user.id)
        message, typed = str(interaction.id), _is_private(interaction)
        heard = partial(self._talking.pressed, person, at, tuple(values), message, typed=typed)
        acknowledged = asyncio.ensure_future(interaction.response.defer())
        send = _behind(interaction)
        if at.way is Way.PAGE:
            send = _in_place(interaction)
        alone = self._alone(interaction) if typed else None
        turn = await self._turn("press", person, heard, send, acknowledged, alone)
        if turn is not None and at.way is not Way.PAGE:
            # Only the newest question can be pressed; what is left from a crash has moved on.
            with suppress(discord.HTTPException):
                await interaction.edit_original_response(view=None)

    async def on_interaction(self, interaction: Met) -> None:
        """Hear a form that was sent, of this process or of one before it."""
        if interaction.type is not discord.InteractionType.modal_submit or self._stopping:
            return
        data: Any = interaction.data
        if parse(data.get("custom_id", "")) is None or not self._heard.is_new(interaction.id):
            return
        person, text = name_of(interaction.user.id), written(data)
        typed = _is_private(interaction)
        said = partial(self._talking.said, person, text, str(interaction.id), typed=typed)
        acknowledged = asyncio.ensure_future(interaction.response.defer())
        if await self._turn("form", person, said, _behind(interaction), acknowledged) is not None:
            with suppress(discord.HTTPException):
                await interaction.edit_original_response(view=None)

    async def commanded(self, interaction: Met, slash: Slash) -> None:
        """Hear a slash command; in a server only the person sees what comes of it."""
        if self._stopping or not self._heard.is_new(interaction.id):
            return
        person, typed = name_of(interaction.user.id), _is_private(interaction)
        acknowledged = asyncio.ensure_future(
            interaction.response.defer(ephemeral=not typed, thinking=True)
        )
        if not slash.word and not typed:
            await self._move_to_private(interaction, person, acknowledged)
            return
        done = partial(self._talking.start, person, typed=typed)
        if slash.word:
            message = str(interaction.id)
            done = partial(self._talking.command, person, slash.word, message, typed=typed)
        alone = self._alone(interaction) if typed else None
        turn = await self._turn("command", person, done, _behind(interaction), acknowledged, alone)
        if turn is not None and not turn.messages:
            # Nothing is left to say, so nothing may seem to be still on its way.
            with suppress(discord.HTTPException):
                await interaction.delete_original_response()

    async def _move_to_private(
        self, interaction: Met, person: str, acknowledged: asyncio.Future[Any]
    ) -> None:
        """Start in a direct message, or where that is closed, here, seen by the person alone."""
        here = _behind(interaction)
        try:
            await acknowledged
            channel = await interaction.user.create_dm()
            await channel.send(wording.HELLO)
        except discord.Forbidden:
            await here(Message(wording.HERE_INSTEAD))
            start = partial(self._talking.start, person, typed=False)
            await self._turn("start", person, start, here)
            return
        except discord.HTTPException:
            self._note("unanswered", kind="start")
            return
        start = partial(self._talking.start, person, typed=True)
        await self._turn("start", person, start, _to(channel), alone=channel)
        link = f"https://discord.com/channels/@me/{channel.id}"
        with suppress(discord.HTTPException):
            await here(Message(f"{wording.IN_PRIVATE}\n{link}"))

    async def on_error(self, event: str, /, *_args: Any, **_more: Any) -> None:
        """Note where an event failed, never what was in it."""
        self._log.exception("failed", extra={DETAIL: {"kind": event}})

    def _alone(self, interaction: Met) -> discord.abc.Messageable:
        """Return the private chat of an interaction, and keep it to be looked at after a gap."""
        chat = interaction.channel
        if not isinstance(chat, discord.DMChannel):
            return interaction.user
        self._keep_chat(chat, interaction.id)
        return chat

    def _keep_chat(self, chat: discord.abc.MessageableChannel, newest: int) -> None:
        """Note up to where a private chat was heard; ids rise with time."""
        before = self._chats.pop(chat.id, (chat, 0))[1]
        self._chats[chat.id] = (chat, max(before, newest))
        if len(self._chats) > CHATS:
            self._chats.popitem(last=False)

    # --- one turn ---

    async def _turn(
        self,
        kind: str,
        person: str,
        work: Callable[[], Turn],
        send: Send,
        acknowledged: asyncio.Future[Any] | None = None,
        alone: discord.abc.Messageable | None = None,
    ) -> Turn | None:
        """Take a turn when the person's earlier ones are done; None when it was not taken.

        What Discord did not take as acknowledged is not heard: its question stays open. `alone` is
        where the person can be written to without being asked, when the time of a wait is over.
        """
        task = asyncio.current_task()
        if task is not None:
            self._turns.add(task)
            task.add_done_callback(self._turns.discard)
        order = self._orders.setdefault(person, asyncio.Lock())
        async with order:
            begun = perf_counter()
            try:
                if acknowledged is not None:
                    await acknowledged
                turn = await self._work(self._paced(person, work))
                for message in turn.messages:
                    await send(message)
            except discord.HTTPException as error:
                self._note("unanswered", kind=kind, status=error.status, code=error.code)
                return None
            except Exception:  # noqa: BLE001 - nobody is left without a word, whatever failed
                self._log.exception("failed", extra={DETAIL: {"kind": kind}})
                with suppress(discord.HTTPException):
                    await send(Message(wording.TROUBLE))
                return None
            self._wait(person, turn, alone)
            self._note("turn", kind=kind, ms=round(1000 * (perf_counter() - begun)))
            return turn

    async def _work(self, work: Callable[[], Turn]) -> Turn:
        return await asyncio.get_running_loop().run_in_executor(self._worker, work)

    def _paced(self, person: str, work: Callable[[], Turn]) -> Callable[[], Turn]:
        """Return what is to be done: the work, or to slow the person down, said once a minute."""
        match self._pace.over(person, self._clock.now()):
            case 0:
                return work
            case 1:
                return partial(self._talking.hurried, person)
            case _:
                return Turn

    def _wait(self, person: str, turn: Turn, alone: discord.abc.Messageable | None) -> None:
        """Wake the talk when the time of its open question is over; a newer turn calls it off."""
        before = self._waits.pop(person, None)
        if before is not None and before is not asyncio.current_task():
            before.cancel()
        if alone is None or turn.place is None or turn.open is None or not turn.open.due:
            return
        left = max(0.0, turn.open.due - self._clock.now())
        self._waits[person] = asyncio.create_task(self._wake(left, person, turn.place, alone))

    async def _wake(
        self, seconds: float, person: str, place: Place, alone: discord.abc.Messageable
    ) -> None:
        await asyncio.sleep(seconds)
        woken = partial(self._talking.woke, person, place)
        await self._turn("wait", person, woken, _to(alone), alone=alone)

    def _note(self, event: str, **fields: Any) -> None:
        self._log.info(event, extra={DETAIL: {"id": os.urandom(4).hex(), **fields}})


def _command(bot: Bot, slash: Slash) -> app_commands.Command[Any, Any, None]:
    async def run(interaction: Met) -> None:
        await bot.commanded(interaction, slash)

    return app_commands.Command(
        name=slash.name,
        description=slash.description,
        callback=run,
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=True, private_channel=True
        ),
    )


def _is_private(interaction: Met) -> bool:
    """Whether only the person and the bot can see the place; anywhere else they alone must."""
    return interaction.guild_id is None and not interaction.context.private_channel


def _to(channel: discord.abc.Messageable) -> Send:
    async def send(message: Message) -> None:
        await channel.send(**pieces(message))

    return send


def _behind(interaction: Met) -> Send:
    """Return how to answer an acknowledged interaction: in private, as it was asked."""
    hidden = not _is_private(interaction)

    async def send(message: Message) -> None:
        await interaction.followup.send(**pieces(message), ephemeral=hidden)

    return send


def _in_place(interaction: Met) -> Send:
    """Return how to turn a page: the message that was pressed is written anew."""

    async def send(message: Message) -> None:
        await interaction.edit_original_response(content=message.text, view=view_of(message))

    return send


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def _write(path: Path, text: str) -> None:
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
