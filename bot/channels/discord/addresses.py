"""Custom ids: what a press says about itself, so that it is understood after a restart or a month.

An id comes back from outside and is never trusted: whose talk it is and what is open decide.
"""

from __future__ import annotations

import re
from enum import StrEnum
from hashlib import blake2s
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.dialogue.session import Key

DIGEST_BYTES = 6
"""Enough to tell apart what stands at one question; nothing rests on its being hard to guess."""

NO_TALK = "0"
"""Stands for a talk where there is none yet; real ones have sixteen signs."""


class Way(StrEnum):
    """What a press does. It stands in the id, so the first reply needs no look at a talk."""

    OPTION = "o"
    MENU = "s"
    WORD = "c"
    HELP = "h"
    PAGE = "t"
    WRITE = "w"
    BEGIN = "b"


def pattern(ways: Iterable[Way]) -> str:
    """Return what matches our custom ids of these ways; the longest has 58 of Discord's 100 signs."""
    letters = "".join(way.value for way in ways)
    return (
        rf"aw1:(?P<conversation>[0-9a-f]{{1,32}}):(?P<seq>[0-9]{{1,7}}):"
        rf"(?P<way>[{letters}])(?P<digest>[0-9a-f]{{12}})"
    )


_OURS = re.compile(pattern(Way))


class Address(NamedTuple):
    """A talk, the entry it stood at when the question was put, and what is pressed there."""

    conversation: str
    seq: int
    way: Way
    digest: str

    def __str__(self) -> str:
        return f"aw1:{self.conversation}:{self.seq}:{self.way.value}{self.digest}"


class Place(NamedTuple):
    """A question as it is put: in which talk, after which entry, by which key."""

    conversation: str
    seq: int
    key: Key

    def address(self, way: Way, choice: str = "") -> Address:
        """Return the id of what can be pressed at this question."""
        return Address(self.conversation, self.seq, way, digest(self.key, choice))


def digest(key: Key, choice: str) -> str:
    """Return what stands for a choice at a question: the same in every process, and no index."""
    whole = "\x1f".join((key.frame, key.step, str(key.visit), key.item, choice))
    return blake2s(whole.encode(), digest_size=DIGEST_BYTES).hexdigest()


def parse(custom_id: str) -> Address | None:
    """Read a custom id; None for one that is not ours."""
    found = _OURS.fullmatch(custom_id)
    if found is None:
        return None
    return Address(found["conversation"], int(found["seq"]), Way(found["way"]), found["digest"])
