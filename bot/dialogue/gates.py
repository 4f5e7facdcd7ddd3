"""Gate questions, the ones about safety: under which names a dialog knows their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.program import Call
from bot.dialogue.weighing import CAPPING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.expressions import Known
    from bot.dialogue.library import Library, Plan
    from bot.dialogue.road import Run
    from bot.dialogue.stand import Asked

CALLS_DEEP = 8
"""Calls within calls that are followed for what they give back; dialogs are nested far less."""


def gates_of(library: Library, plan: Plan, deep: int = CALLS_DEEP) -> frozenset[str]:
    """Return the answers of a dialog that are about safety: its own gates, and those its calls give."""
    found = {name for name, one in plan.questions.items() if one.gate}
    for step in plan.code if deep else ():
        callee = library.plan(step.dialog) if isinstance(step, Call) and step.name else None
        if isinstance(step, Call) and callee is not None:
            given = gates_of(library, callee, deep - 1) & set(callee.program.gives)
            found |= {f"{step.name}.{name}" for name in given}
    return frozenset(found)


def gates_in_reach(run: Run) -> frozenset[str]:
    """Return the same for the innermost dialog of a road, with the gates that were handed to it."""
    found = gates_of(run.library, run.plan)
    if not run.frames:
        return found
    caller = run.frames[-1]
    step = caller.plan.code[caller.pc]
    if not isinstance(step, Call) or step.dialog != run.plan.program.dialog:
        return found
    handing = gates_of(run.library, caller.plan)
    return found | {take for take, source in step.hands if source in handing}


def gates_put(road: Sequence[Asked]) -> dict[tuple[str, str], Known]:
    """Return the questions about safety that were put on a road, each with its newest answer."""
    return {(one.question.text.id, one.key.item): one.known for one in road if one.question.gate}


def is_barred(run: Run) -> bool:
    """Whether no dialog with `contact: yes` may be entered from the innermost dialog of a road.

    It may where no signal of danger stands, no question about safety that was put anywhere in the
    talk was left open, and all that the dialog itself asks, at least one, have an answer. A dialog
    of that kind was let in itself, so what it asks does not count.
    """
    if not CAPPING.isdisjoint(run.levels) or None in gates_put(run.road).values():
        return True
    if run.plan.program.contact:
        return False
    gates = gates_of(run.library, run.plan)
    return not gates or any(run.answers.get(name) is None for name in gates)
