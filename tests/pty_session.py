"""A program on a real pseudo terminal, with an emulator that keeps what a person would see."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from pathlib import Path
from typing import Self

import pyte

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60
QUIET = 0.15
"""Seconds without output after which a screen is taken to be drawn."""


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return an environment whose talks, caches and home are in `home`."""
    return {
        "PATH": os.defpath,
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "TERM": "xterm-256color",
        "AFTERWORD_DB": str(home / "kept" / "talks.db"),
        "AFTERWORD_CACHE": str(home / "cache"),
        **more,
    }


def _own_terminal() -> None:
    """Make the terminal the program's own: its keyboard, and its signals."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class PtySession:
    """`python -m bot` with arguments, on a terminal of so many columns and rows."""

    def __init__(
        self, *arguments: str, env: dict[str, str], columns: int = 80, rows: int = 24
    ) -> None:
        self.screen = pyte.HistoryScreen(columns, rows, history=5_000)
        self.raw = b""
        self._stream = pyte.ByteStream(self.screen)
        self.terminal, inner = pty.openpty()
        self.resize(columns, rows)
        self.before = termios.tcgetattr(self.terminal)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", *arguments], stdin=inner, stdout=inner, stderr=inner,
            env=env, cwd=env["HOME"], start_new_session=True,
            preexec_fn=_own_terminal,  # noqa: PLW1509 - tests have one thread
        )  # fmt: skip
        os.close(inner)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        os.close(self.terminal)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; the emulator cuts what does not fit."""
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def press(self, keys: str) -> None:
        """Press keys."""
        os.write(self.terminal, keys.encode())

    def until(self, text: str) -> str:
        """Read until `text` is on the screen and the screen is at rest; return the screen."""
        while text not in self.shown():
            if not self.read(PATIENCE):
                raise AssertionError(f"{text!r} never came; the screen:\n{self.shown()}")
        self.settle()
        return self.shown()

    def settle(self) -> None:
        """Read until nothing more comes for a moment."""
        while self.read(QUIET):
            pass

    def ended(self) -> int:
        """Read to the end and return the exit code."""
        while self.read(PATIENCE):
            pass
        return self.process.wait(PATIENCE)

    def read(self, patience: float) -> bool:
        """Read what there is; False where nothing came in time or ever will."""
        if not select.select([self.terminal], [], [], patience)[0]:
            return False
        try:
            chunk = os.read(self.terminal, 1 << 16)
        except OSError:
            return False  # the other side is gone
        self.raw += chunk
        self._stream.feed(chunk)
        return bool(chunk)

    def lines(self) -> list[str]:
        """Return the rows of the screen."""
        return [row.rstrip() for row in self.screen.display]

    def shown(self) -> str:
        """Return the screen as one text, broken lines put together again."""
        return " ".join(" ".join(self.lines()).split())

    def as_before(self) -> bool:
        """Whether the terminal behaves as it did before the talk: it echoes, and waits for Enter."""
        return termios.tcgetattr(self.terminal)[:4] == self.before[:4]
