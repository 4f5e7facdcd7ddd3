"""The bot as an operator starts it: a process of its own, with files of its own."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from signal import SIGTERM
from typing import TYPE_CHECKING, Any, Self

from tests.channels.discord.emulator import PATIENCE

if TYPE_CHECKING:
    from signal import Signals

    from tests.channels.discord.emulator import Emulator

ROOT = Path(__file__).resolve().parents[3]
TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAwMQ.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789ab"

DOOR = """\
dialog: home/door
title: A small talk
nodes:
  start:
    - say: Hello from a small door.
    - choose: How is tonight?
      as: tonight
      why: It says where to begin.
      options:
        good:
          label: Quite good
          reply: That is good to hear.
        hard: Very hard
    - write: Which word fits tonight?
      as: line
      keep: My word
    - rate: How strong is it?
      as: strong
    - choose: Shall we stop?
      as: stop
      options:
        stop: Yes, stop here
        more: Stay a little
    - write: What else belongs here?
      as: more
    - say: That was all of it.
    - end: done
"""


class BotProcess:
    """A bot that is connected to a stand-in; its log and its files stand in `folder`."""

    command: tuple[str, ...] = (sys.executable, "-m", "bot", "discord")

    def __init__(
        self,
        discord: Emulator,
        folder: Path,
        cache: Path,
        door: str = DOOR,
        config: Path | None = None,
        **environment: str,
    ) -> None:
        self._discord = discord
        dialogs = folder / "dialogs"
        self.door = dialogs / "home" / "door.yaml"
        self.door.parent.mkdir(parents=True, exist_ok=True)
        self.door.write_text(door, encoding="utf-8")
        private = folder / "kept"
        private.mkdir(mode=0o700, exist_ok=True)
        self.db = private / "talks.db"
        self.log = folder / "log.jsonl"
        self._environment = {
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            **discord.environment,
            "AFTERWORD_DISCORD_TOKEN": TOKEN,
            "AFTERWORD_DIALOGS": str(dialogs),
            "AFTERWORD_DB": str(self.db),
            "AFTERWORD_CACHE": str(cache),
            "AFTERWORD_HEALTH_PORT": "0",
            **({"AFTERWORD_CONFIG": str(config)} if config is not None else {}),
            **environment,
        }
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    @property
    def pid(self) -> int:
        return self._process.pid

    async def spawn(self) -> None:
        """Start the bot."""
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self.command, cwd=ROOT, env=self._environment, stdout=log, stderr=log,
            )  # fmt: skip

    async def start(self) -> None:
        """Start the bot and wait until it is connected."""
        await self.spawn()
        ended = asyncio.create_task(self._process.wait())
        there = asyncio.create_task(self._discord.until(lambda: self._discord.connected))
        await asyncio.wait({ended, there}, return_when=asyncio.FIRST_COMPLETED)
        assert there.done(), self.log.read_text(encoding="utf-8")
        ended.cancel()

    async def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
        await self._process.wait()
        await self._discord.until(lambda: not self._discord.connected)

    def tell(self, how: Signals) -> None:
        """Send it a signal."""
        self._process.send_signal(how)

    @property
    def events(self) -> list[dict[str, Any]]:
        """What it has written into its log."""
        return [json.loads(one) for one in self.log.read_text(encoding="utf-8").splitlines()]

    async def stop(self, how: Signals = SIGTERM) -> int:
        """Ask it to stop, and return its exit code."""
        self._process.send_signal(how)
        return await self._process.wait()

    async def ended(self) -> int:
        """Wait until it ends by itself, and return its exit code."""
        async with asyncio.timeout(PATIENCE):
            return await self._process.wait()
