"""Talks that are written down while they are held; where they are written is the caller's to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.authoring.transcripts import Talk, Transcript, recorded
from bot.dialogue.commands import is_exit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.session import Effect


def record(
    library: Library,
    dialog: str,
    lines: Iterable[str],
    show: Callable[[Sequence[Effect]], None],
) -> Transcript:
    """Hold a talk over `lines` until they end or the way out is taken, and return it.

    Raises ValueError for a dialog there is not.
    """
    talk = Talk(library, dialog)
    show(talk.turns[0].effects)
    for line in lines:
        if is_exit(line):
            break
        if line.strip():
            show(talk.say(line.strip()).effects)
    return recorded(dialog, talk.turns)
