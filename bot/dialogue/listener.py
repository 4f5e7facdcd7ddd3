"""Who hears a road being walked: what is said, shown and concluded on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.dialogue.program import Show, Text
    from bot.dialogue.road import Run
    from bot.dialogue.session import Key


class Listener:
    """Hears what happens on a road; this one forgets it, which is what a fold wants."""

    __slots__ = ()

    def say(self, run: Run, step: str, visit: int, text: Text) -> None:
        """Hear a text; with `visit`, how often this step was passed in this frame."""

    def show(self, run: Run, step: Show) -> None:
        """Hear of something to be shown."""

    def concluded(self, run: Run, key: Key, outcome: str) -> None:
        """Hear of a conclusion; its reasons are the run's."""


SILENT = Listener()
