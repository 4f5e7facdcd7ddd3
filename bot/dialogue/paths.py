"""Which dialog ran in a frame of a talk: the path of the frame holds the calls that led there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.library import BY_ITSELF
from bot.dialogue.program import Call
from bot.dialogue.session import Detoured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.session import Entry


def dialog_in(library: Library, started: str, frame: str, entries: Sequence[Entry] = ()) -> str:
    """Return the dialog of a frame of a talk that began with `started`; "" where it is not found.

    `entries` is the log of the talk, which names the dialogs of detours.
    """
    first, *calls = frame.split(">")
    dialog = started
    if first.startswith("!"):
        found = next((one for one in entries if f"!{one.seq}" == first), None)
        dialog = found.dialog if isinstance(found, Detoured) else ""
    for part in calls:
        step = part.partition("#")[0].partition("@")[0]
        if step in BY_ITSELF:
            return BY_ITSELF[step]
        plan = library.plan(dialog)
        code = plan.code if plan is not None else ()
        dialog = next(
            (one.dialog for one in code if isinstance(one, Call) and one.step == step), ""
        )
    return dialog
