"""A small second process that puts the terminal right when the talk is killed without a goodbye.

It holds nothing of the talk: it waits on a pipe, and is gone a moment after the talk is.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

if sys.platform != "win32":
    import signal
    import termios

    DONE = b"."
    HIDDEN = b"+"
    SHOWN = b"-"

    _CURSOR_AND_COLOUR = "\x1b[?25h\x1b[0m"
    _NO_PASTE_MARKS = "\x1b[?2004l"
    _WITHOUT_INPUT = "\x1b[J\r\n"
    """Nothing left of the input line, and a line of its own for whatever comes next."""
    _LEAVE_OTHER_SCREEN = "\x1b[?1049l"
    _IGNORED = (
        signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP,
        signal.SIGTTOU,
    )  # fmt: skip
    """Signals that reach the whole group; the watcher has to outlive the talk."""


class Watch:
    """The talk's end of the pipe."""

    def __init__(self, pipe: int, child: int) -> None:
        self._pipe = pipe
        self._child = child

    def other_screen(self, entered: bool) -> None:
        """Note whether the talk is on the alternate screen, which has to be left."""
        if self._pipe >= 0:
            self._tell(HIDDEN if entered else SHOWN)

    def done(self) -> None:
        """Say that the talk has put the terminal right by itself."""
        if self._pipe < 0:
            return
        self._tell(DONE)
        os.close(self._pipe)
        self._pipe = -1
        os.waitpid(self._child, 0)

    def _tell(self, what: bytes) -> None:
        try:
            os.write(self._pipe, what)
        except OSError:
            return  # someone has ended the watcher; the talk goes on without one


def watch(terminal: int, *, fork: Callable[[], int] | None = None) -> Watch:
    """Start watching over the terminal behind a descriptor; call it while there is one thread.

    Where nothing can be watched (Windows, no terminal, no process left) the watch does nothing.
    """
    if sys.platform == "win32":
        return Watch(-1, 0)
    try:
        before = termios.tcgetattr(terminal)
        reader, writer = os.pipe()
        child = (fork or os.fork)()
    except (termios.error, OSError):
        return Watch(-1, 0)
    if child:
        os.close(reader)
        return Watch(writer, child)
    try:
        os.close(writer)
        _wait(reader, terminal, before)
    finally:
        os._exit(0)


def _wait(pipe: int, terminal: int, before: list[int | list[bytes | int]]) -> None:
    for number in _IGNORED:
        signal.signal(number, signal.SIG_IGN)
    elsewhere = False
    while heard := os.read(pipe, 1):
        if heard == DONE:
            return
        elsewhere = heard == HIDDEN
    sequence = (_LEAVE_OTHER_SCREEN if elsewhere else "") + _CURSOR_AND_COLOUR
    # A shell with job control has taken its terminal back and set it as it likes: its settings, its
    # paste marks and its prompt are not touched.
    if _is_ours(terminal):
        termios.tcsetattr(terminal, termios.TCSANOW, before)
        sequence += _NO_PASTE_MARKS + _WITHOUT_INPUT
    os.write(terminal, sequence.encode())


def _is_ours(terminal: int) -> bool:
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:
        return True  # no shell watches over this one
