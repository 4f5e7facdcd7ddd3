"""Lines in and out of a pipe or a terminal: bytes to safe text, with nothing that could move a cursor.

Whatever is typed, piped or quoted, no control character leaves through here.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 1 << 22
"""Bytes of one line that are taken in (4 MiB): more is no message, and memory is finite."""

CHUNK = 1 << 16

_KEPT = frozenset("\n\t")
# Controls of both sets, and what turns the direction of writing for the rest of a line.
_REMOVED: Mapping[int, None] = dict.fromkeys(
    code
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    if chr(code) not in _KEPT
)


class Line(NamedTuple):
    """What came in: its text, whether it was UTF-8, whether all of it was taken."""

    text: str
    readable: bool = True
    whole: bool = True


class Timeout(NamedTuple):
    """Nothing came in the time that was given."""


class Ended(NamedTuple):
    """Nothing more will come."""


class Input(Protocol):
    """Where lines come from."""

    def line(self, wait: float | None = None) -> Line | Timeout | Ended:
        """Return the next line, waiting at most `wait` seconds where that is given."""
        ...


class Descriptor:
    """Lines from a file descriptor, which must not be read by anything else."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._held = bytearray()
        self._ended = False

    def line(self, wait: float | None = None) -> Line | Timeout | Ended:
        """Return the next line; a last one without an end counts as a line."""
        whole = True
        searched = 0
        while True:
            end = self._held.find(b"\n", searched)
            if end >= 0:
                found = bytes(self._held[:end])
                del self._held[: end + 1]
                return _read(found, whole=whole)
            searched = len(self._held)
            if searched > LONGEST:
                whole = False
                del self._held[LONGEST:]
                searched = LONGEST
            if self._ended:
                found = bytes(self._held)
                self._held.clear()
                return _read(found, whole=whole) if found else Ended()
            if wait is not None and not self._ready(wait):
                return Timeout()
            chunk = os.read(self._number, CHUNK)
            if not chunk:
                self._ended = True
            self._held += chunk

    def _ready(self, wait: float) -> bool:
        if os.name != "posix":
            return (
                True  # elsewhere only sockets can be waited for; a timer comes with the next line
            )
        from select import select  # noqa: PLC0415 - only a wait needs it

        return bool(select([self._number], [], [], max(0.0, wait))[0])


def clean(text: str) -> str:
    """Return a text without anything that a terminal would obey."""
    if text.isascii() and text.isprintable():
        return text
    if "\x1b" in text:
        text = _without_sequences(text)
    text = text.translate(_REMOVED)
    # Half a character (a lone surrogate) can be neither written nor kept.
    return text.encode("utf-8", "replace").decode("utf-8")


NARROWEST = 20
"""Columns below which a screen is not worth breaking lines for."""


def broken(text: str, width: int) -> str:
    """Break lines longer than `width` at words; what follows stands under the line's own start."""
    if len(text) <= width:
        return text
    from textwrap import fill  # noqa: PLC0415 - short lines need none

    lines = []
    for line in text.split("\n"):
        indent = line[: len(line) - len(line.lstrip(" "))]
        # A number or an address is never cut: it has to be copied.
        lines.append(
            line if len(line) <= width else fill(
                line, max(width, NARROWEST), subsequent_indent=indent,
                break_long_words=False, break_on_hyphens=False,
            )
        )  # fmt: skip
    return "\n".join(lines)


def _without_sequences(text: str) -> str:
    import re  # noqa: PLC0415 - hardly any line holds an escape

    return re.sub(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])?", "", text)


def _read(found: bytes, *, whole: bool) -> Line:
    if not whole:
        # The cut may stand inside a character; that one goes too.
        while found and found[-1] & 0xC0 == 0x80:
            found = found[:-1]
        found = found[:-1]
    try:
        return Line(clean(found.decode("utf-8-sig")).strip(), whole=whole)
    except UnicodeDecodeError:
        # Read it anyhow: a cry for help in an old encoding is still to be heard.
        return Line(clean(found.decode("cp1252", "replace")).strip(), readable=False, whole=whole)
