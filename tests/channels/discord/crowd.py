"""Many people at once on the stand-in: each waits for what is said to them alone, and is timed."""

from __future__ import annotations

import asyncio
from time import perf_counter
from typing import TYPE_CHECKING, Any

from tests.channels.discord.emulator import Asked, Emulator, Shown

if TYPE_CHECKING:
    from aiohttp import web

FIRST_PERSON = 6_000_000_000_000_000_000
"""People are numbered from here on, far enough apart that no chat of one is a person."""
APART = 10_000


def person(number: int) -> int:
    """Return the id of the person with this number, from 0."""
    return FIRST_PERSON + number * APART


class Crowd(Emulator):
    """Discord for one bot and a crowd; nobody looks at what others are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._mail: dict[int, asyncio.Queue[Shown]] = {}
        self._asked_at: dict[str, float] = {}
        self.acknowledged: list[float] = []

    def mail(self, user: int) -> asyncio.Queue[Shown]:
        """Return what this person was shown and has not taken yet."""
        return self._mail.setdefault(self.dm_of(user), asyncio.Queue())

    async def _note_answer(self) -> None:
        """Tell nobody: thousands wait here, each for their own mail."""

    def _show(self, channel: int, seen_by: int, body: dict[str, Any]) -> Shown:
        shown = super()._show(channel, seen_by, body)
        self._mail.setdefault(channel, asyncio.Queue()).put_nowait(shown)
        return shown

    async def _interact(self, *args: Any, **more: Any) -> Asked:
        begun = perf_counter()
        asked = await super()._interact(*args, **more)
        self._asked_at.setdefault(str(asked.payload["token"]), begun)
        return asked

    def _acknowledged(self, asked: Asked, body: dict[str, Any]) -> web.Response:
        begun = self._asked_at.get(str(asked.payload["token"]))
        if begun is not None and not asked.first:
            self.acknowledged.append(perf_counter() - begun)
        return super()._acknowledged(asked, body)
