"""What a room of several questions answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.dialogue.session import AskQuestion
    from bot.talks import HostEffect


class Answer(NamedTuple):
    """What a room says, asks and hands over, in order; `asked` is the question among it, if any."""

    effects: tuple[HostEffect, ...]
    asked: AskQuestion | None = None
