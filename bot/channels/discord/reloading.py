"""New dialogs, rules, help lines and settings without a restart: taken over whole, or not at all."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from bot.channels import opening
from bot.channels.discord.configuring import SettingsError, Wishes, wishes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.dialogue.library import Library
    from bot.settings import Settings

CHECK = (sys.executable, "-m", "bot", "check", "--format", "json")
"""Walks every road in a process of its own: it takes half a minute that nobody should wait for."""


class Reloader:
    """Looks anew at the files that `here` names, and hands what is in them to `take` if all is well.

    Until then, and otherwise, the talks go on as before. `note` writes into the log.
    """

    def __init__(
        self,
        here: Settings,
        take: Callable[[Library, Wishes], Awaitable[None]],
        note: Callable[..., None],
        count: Callable[[str], None],
    ) -> None:
        self._here = here
        self._take = take
        self._note = note
        self._count = count
        self._asked = asyncio.Event()

    def ask(self) -> None:
        """Ask for a look; one that is under way is followed by another."""
        self._asked.set()

    async def run(self) -> None:
        """Look whenever it is asked for, one look after the other."""
        while True:
            await self._asked.wait()
            self._asked.clear()
            self._count("taken" if await self._look() else "refused")

    async def _look(self) -> bool:
        try:
            wished = wishes(self._here.config)
            loaded = await asyncio.to_thread(opening.load, self._here)
        except SettingsError:
            return self._refuse(file="settings.yaml")
        except OSError:
            return self._refuse(reason="files can't be read")
        library = loaded.library
        if library is None:
            for one in loaded.diagnostics:
                if one.severity == "error":
                    self._refuse(file=one.file, line=one.span.line, code=one.code)
            return False
        if lacking := opening.lacking(library):
            return self._refuse(reason=f"no {lacking}")
        if wished.prove_reloads and not await _is_proved():
            return self._refuse(reason="afterword check")
        await self._take(library, wished)
        self._note("reloaded", dialogs=len(library.programs))
        return True

    def _refuse(self, **why: str | int) -> bool:
        self._note("not-reloaded", **why)
        return False


async def _is_proved() -> bool:
    """Whether `afterword check` finds no error, seen with the environment of this process."""
    quiet = asyncio.subprocess.DEVNULL
    walking = await asyncio.create_subprocess_exec(*CHECK, stdout=quiet, stderr=quiet)
    try:
        return await walking.wait() == 0
    except asyncio.CancelledError:
        walking.kill()
        raise
