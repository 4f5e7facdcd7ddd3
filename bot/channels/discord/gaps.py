"""Gaps: what people wrote while nobody listened is found in their chats, and heard once and in order.

Such a gap is a session that Discord forgot, or a process that was not there.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from itertools import takewhile
from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from bot.channels.discord.chats import Chat

CHATS = 5_000
"""Private chats that are looked at again after a gap, the newest; each costs a request."""

CAUGHT_UP = 20
"""Lines of one chat that are heard after a gap; more than anybody writes to a bot that is silent."""

AT_ONCE = 8
"""Chats that are looked at side by side; Discord takes fifty requests a second."""


class Gaps:
    """Knows up to where each private chat was heard, and hears the rest after a gap."""

    def __init__(
        self,
        bot: discord.Client,
        hear: Callable[[discord.Message], Awaitable[object]],
        ask_again: Callable[[str, int], Awaitable[object]],
        note: Callable[..., None],
    ) -> None:
        self._bot = bot
        self._hear = hear
        self._ask_again = ask_again
        self._note = note
        self._heard: OrderedDict[int, int] = OrderedDict()
        self._of_before: dict[int, str] = {}
        self._behind: dict[int, asyncio.Event] = {}
        self._unseen: dict[int, None] = {}

    def heard(self, chat: int, event: int) -> None:
        """Note the newest event of a chat; ids rise with time."""
        self._heard[chat] = max(self._heard.pop(chat, 0), event)
        if len(self._heard) > CHATS:
            self._heard.popitem(last=False)

    def take_up(self, chats: Iterable[Chat]) -> None:
        """Take up what an earlier process kept of chats."""
        for chat in sorted(chats, key=lambda one: one.heard):
            self.heard(chat.channel, chat.heard)
            self._of_before[chat.channel] = chat.person

    async def caught_up(self, chat: int) -> None:
        """Wait until what was written before in this chat is heard; whoever waits comes first."""
        if chat in self._unseen:
            await self._look(chat)
        elif chat in self._behind:
            await self._behind[chat].wait()

    async def close(self) -> None:
        """Look into every chat for what was written since it was last heard, the newest first."""
        # All of them at once: what comes in from now on has to wait for what was missed.
        chats = [chat for chat in reversed(self._heard) if chat not in self._behind]
        self._behind.update((chat, asyncio.Event()) for chat in chats)
        self._unseen.update(dict.fromkeys(chats))
        await asyncio.gather(*(self._look_on() for _ in range(AT_ONCE)))

    async def _look_on(self) -> None:
        while self._unseen:
            await self._look(next(iter(self._unseen)))

    async def _look(self, chat: int) -> None:
        del self._unseen[chat]
        try:
            await self._catch_up(chat)
        except discord.HTTPException as error:
            self._note("not-caught-up", status=error.status, code=error.code)
        finally:
            self._behind.pop(chat).set()

    async def _catch_up(self, chat: int) -> None:
        person = self._of_before.get(chat, "")
        channel = self._bot.get_partial_messageable(chat, type=discord.ChannelType.private)
        after = discord.Object(self._heard[chat])
        newest_first = [
            one async for one in channel.history(after=after, limit=CAUGHT_UP, oldest_first=False)
        ]
        # Only now: where Discord could not be asked, the next gap asks again.
        self._of_before.pop(chat, None)
        missed = [one for one in newest_first if not one.author.bot]
        if person:
            # Not every word leaves something in a log: what stands before an answer was heard.
            unanswered = takewhile(lambda one: not one.author.bot, newest_first)
            missed = list(unanswered)
        for message in reversed(missed):
            await self._hear(message)
        if person and not newest_first:
            # Their last word was heard, and the answer to it went down with the process.
            await self._ask_again(person, chat)
