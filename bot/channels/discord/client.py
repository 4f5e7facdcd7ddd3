"""The bot at Discord's gateway: what comes in is acknowledged at once, taken in order, and answered.

What is said and done is talking.py's; here is only when, where, and to whom alone.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.channels.discord import wording
from bot.channels.discord.addresses import Way, parse
from bot.channels.discord.commands import Slash, fingerprint, slashes
from bot.channels.discord.configuring import SILENCE
from bot.channels.discord.gaps import Gaps
from bot.channels.discord.pacing import Heard
from bot.channels.discord.people import name_of
from bot.channels.discord.rendering import Message
from bot.channels.discord.sending import Choose, Press, form, pieces, view_of, written
from bot.channels.discord.sharding import ALL, Shards
from bot.channels.discord.turns import Turns
from bot.store.errors import StoreError

if TYPE_CHECKING:
    import logging
    from collections.abc import Coroutine, Sequence
    from pathlib import Path

    from bot.channels.discord.addresses import Address
    from bot.channels.discord.metrics import Meters
    from bot.channels.discord.pacing import Pace
    from bot.channels.discord.reminding import Letter
    from bot.channels.discord.talking import Talking
    from bot.channels.discord.turns import Send
    from bot.host import Clock

    Met = discord.Interaction[Any]

LOOKS_EVERY = 60.0
"""Seconds between two looks for reminders that are due."""

_WRITTEN_BY_HAND = (discord.MessageType.default, discord.MessageType.reply)


class Bot(discord.AutoShardedClient):
    """Hears people in private, one turn of each person at a time.

    `told` is the file that says which commands Discord knows; `pace` how much one person may send.
    `part` are the shards of this process; `silence` is in seconds.
    """

    def __init__(
        self,
        talking: Talking,
        clock: Clock,
        pace: Pace,
        log: logging.Logger,
        told: Path,
        *,
        meters: Meters | None = None,
        part: Shards = ALL,
        silence: float = SILENCE,
    ) -> None:
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        self._part = part
        super().__init__(
            intents=discord.Intents(guilds=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            heartbeat_timeout=silence,
        )
        if part.ids:
            # Without a part of its own, a process is told by Discord how many shards there are.
            self.shard_ids, self.shard_count = list(part.ids), part.total
        self._talking = talking
        self._meters = meters
        self._told = told
        self._heard = Heard()
        self._stopping = False
        self._reminding: asyncio.Task[None] | None = None
        self.turns = Turns(talking, clock, pace, log, meters, self.write)
        self._gaps = Gaps(self, self._line, self._ask_again, self.turns.note)
        self.tree: app_commands.CommandTree[Bot] = app_commands.CommandTree(self)
        for slash in slashes():
            self.tree.add_command(_command(self, slash))

    # --- the start and the end ---

    async def setup_hook(self) -> None:
        """Take up the buttons and chats of earlier processes; tell Discord commands that changed."""
        self.add_dynamic_items(Press, Choose)
        if self._part.hold_private_chats:
            try:
                self._gaps.take_up(await self.turns.do(self._talking.chats))
            except StoreError:
                self.turns.note("no-chats")  # a first turn says what is wrong with the store
            self._reminding = asyncio.create_task(self._remind())
        mark = fingerprint(self.application_id or 0)
        if await asyncio.to_thread(_read, self._told) != mark:
            try:
                await self.tree.sync()
            except discord.HTTPException as error:
                # Whoever writes is heard without them; the next start tries again.
                self.turns.note("commands-not-told", status=error.status, code=error.code)
                return
            await asyncio.to_thread(_write, self._told, mark)

    async def on_shard_connect(self, shard_id: int) -> None:
        """Hear what was written while there was no session, each line once."""
        self._count_session("begun")
        self.turns.note("connected", shard=shard_id)
        if shard_id == 0:
            await self._gaps.close()

    async def on_shard_resumed(self, _shard_id: int) -> None:
        """Count it; Discord itself sends what was missed."""
        self._count_session("resumed")

    async def _remind(self) -> None:
        """Write to those who asked to be reminded, each minute those who are due."""
        await self.wait_until_ready()
        while not self._stopping:
            try:
                for letter in await self.turns.do(self._talking.letters):
                    await self._send(letter)
            except StoreError:
                self.turns.note("no-reminders")  # the next look may find the store again
            except Exception:  # noqa: BLE001 - one that fails must not end the others
                self.turns.failed("reminder")
            await asyncio.sleep(LOOKS_EVERY)

    async def _send(self, letter: Letter) -> None:
        try:
            await self.write(letter.chat)(letter.message)
        except discord.Forbidden:
            await self.turns.do(partial(self._talking.closed, letter))
            self.turns.note("chat-closed", kind="reminder")
        except discord.HTTPException as error:
            self.turns.note("unanswered", kind="reminder", status=error.status, code=error.code)
        else:
            await self.turns.do(partial(self._talking.delivered, letter))
            self.turns.note("reminded")
            if self._meters is not None:
                self._meters.reminders.inc()

    async def on_ready(self) -> None:
        """Say so in the log."""
        self.turns.note("ready", shards=self.shard_count)

    def trouble(self) -> str:
        """Return in a word or two why people can't be heard now; "" when they can."""
        if self._stopping:
            return "stopping"
        lost = [one.id for one in self.shards.values() if one.is_closed()]
        if not self.is_ready():
            return "not connected"
        return f"shards lost: {len(lost)}" if lost else ""

    async def finish(self) -> None:
        """Hear nothing new, end the turns that run, and leave the gateway."""
        self._stopping = True
        if self._reminding is not None:
            self._reminding.cancel()
        await self.turns.finish()
        await self.close()
        self.turns.close()
        self.turns.note("stopped")

    # --- what comes in ---

    async def on_message(self, message: discord.Message) -> None:
        """Hear a line in a direct message, after what was written before it."""
        if message.author.bot or message.guild is not None or self._stopping:
            return
        await self._gaps.caught_up(message.channel.id)
        await self._line(message)

    async def _line(self, message: discord.Message) -> None:
        if not self._heard.is_new(message.id):
            return
        chat = message.channel.id
        self._gaps.heard(chat, message.id)
        person, send = name_of(message.author.id), self.write(chat)
        if not message.content.strip():
            if message.type in _WRITTEN_BY_HAND:
                await send(Message(wording.NO_TEXT))
            return
        said = partial(self._talking.said, person, message.content, str(message.id), typed=True)
        await self.turns.take("line", person, said, send, chat=chat)

    async def pressed(self, interaction: Met, at: Address, values: Sequence[str]) -> None:
        """Hear a press. What is answered first stands in the id: a form, or that it was heard."""
        if self._stopping or not self._heard.is_new(interaction.id):
            return
        if at.way is Way.WRITE:
            await self._acknowledge(interaction.response.send_modal(form(at)))
            return
        acknowledged = self._acknowledge(interaction.response.defer())
        person, chat = name_of(interaction.user.id), await self._chat(interaction)
        heard = partial(self._talking.pressed, person, at, tuple(values), str(interaction.id),
                        typed=bool(chat))  # fmt: skip
        send = _in_place(interaction) if at.way is Way.PAGE else _behind(interaction)
        turn = await self.turns.take("press", person, heard, send, acknowledged, chat)
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
        acknowledged = self._acknowledge(interaction.response.defer())
        person, text, chat = (
            name_of(interaction.user.id),
            written(data),
            await self._chat(interaction),
        )
        said = partial(self._talking.said, person, text, str(interaction.id), typed=bool(chat))
        send = _behind(interaction)
        if await self.turns.take("form", person, said, send, acknowledged, chat) is not None:
            with suppress(discord.HTTPException):
                await interaction.edit_original_response(view=None)

    async def commanded(self, interaction: Met, slash: Slash) -> None:
        """Hear a slash command; in a server only the person sees what comes of it."""
        if self._stopping or not self._heard.is_new(interaction.id):
            return
        hidden = not _is_private(interaction)
        acknowledged = self._acknowledge(
            interaction.response.defer(ephemeral=hidden, thinking=True)
        )
        person, chat = name_of(interaction.user.id), await self._chat(interaction)
        if not slash.word and not chat:
            await self._move_to_private(interaction, person, acknowledged)
            return
        done = partial(self._talking.start, person, typed=bool(chat))
        if slash.word:
            message = str(interaction.id)
            done = partial(self._talking.command, person, slash.word, message, typed=bool(chat))
        send = _behind(interaction)
        turn = await self.turns.take("command", person, done, send, acknowledged, chat)
        if turn is not None and not turn.messages:
            # Nothing is left to say, so nothing may seem to be still on its way.
            with suppress(discord.HTTPException):
                await interaction.delete_original_response()

    async def _move_to_private(
        self, interaction: Met, person: str, acknowledged: asyncio.Future[Any]
    ) -> None:
        """Start in a direct message, or where that is closed, here, seen by the person alone."""
        here = _behind(interaction)
        elsewhere = not self._part.hold_private_chats
        hello = self._talking.invitation() if elsewhere else Message(wording.HELLO)
        try:
            await acknowledged
            channel = await interaction.user.create_dm()
            await channel.send(**pieces(hello))
        except discord.Forbidden:
            await here(Message(wording.HERE_INSTEAD))
            start = partial(self._talking.start, person, typed=False)
            await self.turns.take("start", person, start, here)
            return
        except discord.HTTPException:
            self.turns.note("unanswered", kind="start")
            return
        if not elsewhere:
            start = partial(self._talking.start, person, typed=True)
            await self.turns.take("start", person, start, self.write(channel.id), chat=channel.id)
        link = f"https://discord.com/channels/@me/{channel.id}"
        with suppress(discord.HTTPException):
            await here(Message(f"{wording.IN_PRIVATE}\n{link}"))

    async def on_error(self, event: str, /, *_args: Any, **_more: Any) -> None:
        """Note where an event failed, never what was in it."""
        self.turns.failed(event)

    # --- how it is answered ---

    def write(self, chat: int) -> Send:
        """Return how to write into a private chat."""
        channel = self.get_partial_messageable(chat, type=discord.ChannelType.private)

        async def send(message: Message) -> None:
            await channel.send(**pieces(message))

        return send

    async def _ask_again(self, person: str, chat: int) -> None:
        again = partial(self._talking.again, person)
        await self.turns.take("again", person, again, self.write(chat), chat=chat)

    def _acknowledge(self, answer: Coroutine[Any, Any, Any]) -> asyncio.Future[Any]:
        """Send the first answer to an interaction at once, whatever else there is to do."""
        begun = perf_counter()
        sent = asyncio.ensure_future(answer)
        if self._meters is not None:
            observe = self._meters.acknowledged.observe
            sent.add_done_callback(lambda _: observe(perf_counter() - begun))
        return sent

    async def _chat(self, interaction: Met) -> int:
        """Return the private chat of an interaction once it is caught up; 0 where others may be."""
        chat = interaction.channel_id
        if chat is None or not _is_private(interaction):
            return 0
        await self._gaps.caught_up(chat)
        self._gaps.heard(chat, interaction.id)
        return chat

    def _count_session(self, how: str) -> None:
        if self._meters is not None:
            self._meters.sessions.labels(how).inc()


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
