"""Texts made safe for Discord, and broken to fit its messages: between words, never inside one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MESSAGE = 2000
"""Characters of one message (Discord's limit)."""

PARAGRAPH = "\n\n"

# An address stays as it is, or it could not be opened; all else that Discord would read is shown.
_SIGNS = re.compile(r"(https?://[^\s<>()\[\]*`|~]+)|([\\*_~`|<>\[\]])")
_AT_START = re.compile(r"^(\s*)(#{1,3}(?= )|-#(?= )|[-+](?= )|\d+(?=\. ))", re.MULTILINE)
_ALL = re.compile(r"@(?=everyone|here)")
_JOINT = "\u2060"
"""Joins without being seen; it keeps `@everyone` from being read as one."""

_ENDS = ("\n\n", "\n", ". ", "! ", "? ", ", ", " ")


def plain(text: str) -> str:
    """Return a text so that Discord shows every sign of it and obeys none."""
    shown = _SIGNS.sub(lambda one: one[1] or f"\\{one[2]}", text)
    shown = _AT_START.sub(_escaped, shown)
    return _ALL.sub(f"@{_JOINT}", shown)


def _escaped(found: re.Match[str]) -> str:
    sign = found[2]
    return f"{found[1]}{sign}\\" if sign.isdecimal() else f"{found[1]}\\{sign}"


def packed(paragraphs: Iterable[str], room: int = MESSAGE) -> tuple[str, ...]:
    """Put paragraphs into as few messages as their length allows, in order."""
    messages: list[str] = []
    for part in (one for whole in paragraphs for one in broken(whole, room)):
        if messages and len(messages[-1]) + len(PARAGRAPH) + len(part) <= room:
            messages[-1] += PARAGRAPH + part
        else:
            messages.append(part)
    return tuple(messages)


def broken(text: str, room: int = MESSAGE) -> Iterator[str]:
    """Give a text in parts of at most `room` characters, broken at the best end there is.

    Only what has no blank in `room` characters is broken within: no word people write is that long.
    """
    rest = text.strip()
    while len(rest) > room:
        at = _end(rest, room)
        yield rest[:at].rstrip()
        rest = rest[at:].lstrip()
    if rest:
        yield rest


def _end(text: str, room: int) -> int:
    """Return where the part before a break ends: a paragraph, a line, a sentence, a word."""
    for end in _ENDS:
        # A break in the first half would leave a short message before a long one.
        at = text.rfind(end, room // 2 if end != " " else 0, room)
        if at > 0:
            return at + len(end.rstrip())
    backslashes = len(text[:room]) - len(text[:room].rstrip("\\"))
    return room - backslashes % 2
