"""The slash commands: the words of the one table of commands, and one that starts a talk."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from bot.channels.discord.talking import START
from bot.dialogue.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Mapping

DESCRIPTION = 100
"""Characters of a description (Discord's limit)."""

_OTHERWISE: Mapping[str, str] = {"exit": "leave at once"}
"""What a word does here, where it is not the same as in a terminal."""

_ALSO = ("privacy",)
"""Second names that are commands of their own, since people look for them."""


class Slash(NamedTuple):
    """A slash command: its name, what is said of it, and the word of the table it stands for."""

    name: str
    description: str
    word: str


def slashes() -> tuple[Slash, ...]:
    """Return every slash command, the one that starts a talk first."""
    made = [Slash(START, "Start a talk in private, or go on with it", "")]
    for one in COMMANDS:
        said = _OTHERWISE.get(one.word, one.meaning)
        described = said[:1].upper() + said[1:]
        names = (one.word, *(name for name in one.also if name in _ALSO))
        made += [Slash(name, described, one.word) for name in names]
    return tuple(made)


def fingerprint(application: int) -> str:
    """Return what changes when the commands do, so that Discord is told only then."""
    told = repr((application, slashes()))
    return hashlib.sha256(told.encode()).hexdigest()
