"""Where in a dialog a talk stands, in words: the part, and about how many minutes are left."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from bot.dialogue.program import Ask, Call

if TYPE_CHECKING:
    from bot.dialogue.program import Program
    from bot.dialogue.session import Session
    from bot.dialogue.stand import Frame, Stand

LONG_ENOUGH = 4
"""Minutes from which a dialog has parts worth counting; a shorter one is over before."""


def place_in_words(session: Session | None) -> str:
    """Return "part 2 of 6, about 8 minutes left", or what of it can be said; "" for nothing."""
    frame = _frame(session)
    if frame is None:
        return ""
    program = frame.plan.program
    parts, part = _parts(program, frame.pc)
    if len(parts) < 2:
        return f"about {program.minutes:g} minutes in all"
    where = f"part {part} of {len(parts)}"
    if session is not None and session.view.open is not None and session.view.open.due:
        return where  # the wait itself says how long it goes on
    left = ceil(program.minutes * (len(parts) - part + 1) / len(parts))
    minutes = "minute" if left == 1 else "minutes"
    return f"{where}, about {left} {minutes} left"


def _frame(session: Session | None) -> Frame | None:
    """Return the outermost dialog under way that is long enough, of the road that is walked now."""
    if session is None or session.view.open is None or session.view.closed:
        return None
    stands: tuple[Stand, ...] = session.view.stack
    # A detour has its own short road; while one is open its own length says nothing of the talk.
    if sum(not one.outcome for one in stands) != 1 or stands[0].outcome:
        return None
    return next((one for one in stands[0].frames if one.plan.program.minutes >= LONG_ENOUGH), None)


def _parts(program: Program, address: int) -> tuple[tuple[str, ...], int]:
    """Return the nodes that ask something, in order, and which one (from 1) an address is in."""
    asking = [
        node
        for node, step in zip(program.node_of, program.code, strict=False)
        if isinstance(step, (Ask, Call))
    ]
    parts = tuple(dict.fromkeys(asking))
    node = program.node_of[address] if address < len(program.node_of) else ""
    return parts, parts.index(node) + 1 if node in parts else len(parts)
