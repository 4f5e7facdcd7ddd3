"""Runs a dialog from a stack of frames to the next open question, and knows nothing of turns.

The engine, the fold and the explorer all walk through here. What an event means is the engine's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.listener import SILENT, Listener
from bot.dialogue.program import Ask
from bot.dialogue.road import LOST, Hook, Run
from bot.dialogue.stand import Heard, Stand

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.dialogue.library import Library, Plan
    from bot.dialogue.session import Concluded, Entry, Key

__all__ = [
    "LOST",
    "SILENT",
    "Heard",
    "Hook",
    "Listener",
    "Run",
    "Stand",
    "advance",
    "begin",
    "walk",
]


def begin(
    library: Library,
    dialog: str,
    *,
    at: float,
    seq: int = 1,
    path: str = "",
    saving: str = "unasked",
    pending: Sequence[Entry] = (),
    shelf: dict[Key, Entry] | None = None,
    concluded: Mapping[Key, Concluded] | None = None,
    listener: Listener = SILENT,
    hook: Hook | None = None,
) -> Stand:
    """Walk a dialog from its first step to its first open question or its end.

    `pending` are entries about the talk (signals, recalled facts …), rising by seq; each counts
    from the moment the horizon reaches it. Entries used are taken off the `shelf`.
    """
    plan = library.plan(dialog)
    if plan is None:
        return Stand((), None, None, seq, at, outcome=LOST, saving=saving)
    return walk(
        library, plan, at=at, seq=seq, path=path, saving=saving, pending=pending, shelf=shelf,
        concluded=concluded, listener=listener, hook=hook,
    )  # fmt: skip


def walk(
    library: Library,
    plan: Plan,
    *,
    at: float,
    seq: int,
    path: str,
    saving: str,
    pending: Sequence[Entry] = (),
    shelf: dict[Key, Entry] | None = None,
    concluded: Mapping[Key, Concluded] | None = None,
    listener: Listener = SILENT,
    hook: Hook | None = None,
) -> Stand:
    """Do what `begin` does, for a plan at hand."""
    stand = Stand((), None, None, -1, at, visited=frozenset((plan.program.dialog,)), saving=saving)
    run = Run(library, stand, pending=pending, shelf=shelf, concluded=concluded,
              listener=listener, hook=hook)  # fmt: skip
    run.enter(plan, path, {})
    run.reach(seq, at)
    run.go()
    return run.stand()


def advance(
    library: Library,
    stand: Stand,
    heard: Heard,
    *,
    pending: Sequence[Entry] = (),
    shelf: dict[Key, Entry] | None = None,
    listener: Listener = SILENT,
    hook: Hook | None = None,
) -> Stand:
    """Answer the open question and walk to the next one, or to the end. `stand` stays as it is."""
    if stand.open is None or stand.question is None:
        return stand
    run = Run(library, stand, pending=pending, shelf=shelf, concluded=None, listener=listener,
              hook=hook)  # fmt: skip
    step = run.plan.code[run.pc]
    if isinstance(step, Ask):
        run.take(step, stand.open, heard)
        if hook is not None:
            hook(run, step)
    run.go()
    return run.stand()
