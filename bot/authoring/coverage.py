"""What of some dialogs was walked in talks: their steps, options and outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.folding import fold_heard
from bot.dialogue.machine import SILENT
from bot.dialogue.program import Ask, Conclude, End, Jump, Next
from bot.dialogue.road import LOST
from bot.dialogue.scope import members_of
from bot.dialogue.session import Backed, Changed, Retracted, Undone
from bot.dialogue.weighing import conclude
from bot.dialogue.wording import CONFIRM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.dialogue.library import Library, Plan
    from bot.dialogue.machine import Hook, Run
    from bot.dialogue.program import Instruction, Program, Question
    from bot.dialogue.session import Entry

STEP, OPTION, OUTCOME = "step", "option", "outcome"
_PASSED = (Jump, Next)
"""What no author wrote: it only leads on."""
_TAKES_BACK = (Backed, Changed, Undone, Retracted)


class Item(NamedTuple):
    """One thing a talk can come by. `at` is its address in the code, -1 for an outcome."""

    kind: str
    dialog: str
    at: int
    name: str = ""


def items_of(program: Program) -> Iterator[Item]:
    """Give all that there is to come by in a dialog."""
    dialog = program.dialog
    outcomes: dict[str, None] = {}
    for at, step in enumerate(program.code):
        if isinstance(step, _PASSED):
            continue
        match step:
            case Ask():
                yield Item(STEP, dialog, at)
                yield from (Item(OPTION, dialog, at, one) for one in options_of(step.question))
            case Conclude():
                yield Item(STEP, dialog, at)
                outcomes.update(dict.fromkeys(row.outcome for row in step.rows))
            case End():
                yield Item(STEP, dialog, at)
                outcomes[step.outcome] = None
            case _:
                yield Item(STEP, dialog, at)
    yield from (Item(OUTCOME, dialog, -1, one) for one in outcomes if one != LOST)


def options_of(question: Question) -> tuple[str, ...]:
    """Return the ids of what can be answered by choosing; an option that opens a command is none."""
    if question.kind == "confirm":
        return tuple(CONFIRM)
    if question.kind == "wait":
        return ("woke", "left")
    return tuple(one.id for one in question.options if not one.opens)


class Coverage:
    """Gathers what is come by; `seen` holds it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.seen: set[Item] = set()
        self._addresses: dict[int, tuple[Plan, dict[int, int]]] = {}

    def hook(self, run: Run, step: Instruction) -> None:
        """Take note of a step."""
        self.seen.update(self.items_at(run, step))

    def items_at(self, run: Run, step: Instruction) -> Iterator[Item]:
        """Give what a step that was just done comes by."""
        place = None if isinstance(step, _PASSED) else self._place(run, step)
        if place is None:
            return
        dialog, at = place
        yield Item(STEP, dialog, at)
        match step:
            case Ask() if run.road and run.open is None:
                asked = run.road[-1]
                if asked.question is step.question:
                    there = options_of(step.question)
                    held = [one for one in members_of(asked.known) if one in there]
                    yield from (Item(OPTION, dialog, at, one) for one in held)
            case Conclude():
                yield Item(OUTCOME, dialog, -1, conclude(step.rows, run).outcome)
            case End():
                yield Item(OUTCOME, dialog, -1, step.outcome)
            case _:
                return

    def _place(self, run: Run, step: Instruction) -> tuple[str, int] | None:
        """Return where a step stands in a dialog as its author wrote it; None in the engine's own.

        An answer that is kept can open the question about saving over its own dialog.
        """
        plans = (run.plan, *(frame.plan for frame in reversed(run.frames)))
        for plan in plans:
            at = self._addresses_in(plan).get(id(step))
            if at is not None:
                return plan.program.dialog, at
        return None

    def _addresses_in(self, plan: Plan) -> dict[int, int]:
        known = self._addresses.get(id(plan))
        if known is None:
            program = self._library.programs.get(plan.program.dialog)
            code = program.code if program is not None else ()
            known = plan, {id(one): at for at, one in enumerate(code)}
            self._addresses[id(plan)] = known
        return known[1]


def walk(library: Library, entries: Sequence[Entry], hook: Hook) -> None:
    """Walk a log with a hook on every step; also what was taken back later, as it stood before."""
    for place, entry in enumerate(entries):
        if isinstance(entry, _TAKES_BACK):
            fold_heard(library, entries[:place], SILENT, hook)
    fold_heard(library, entries, SILENT, hook)


class Tally(NamedTuple):
    """How much of what there is was seen, of one kind."""

    seen: int
    whole: int

    def __str__(self) -> str:
        return f"{self.seen} of {self.whole}"


def tallies(programs: Iterable[Program], seen: set[Item]) -> dict[str, Tally]:
    """Count steps, options and outcomes of some dialogs."""
    whole = [one for program in programs for one in items_of(program)]
    found = {}
    for kind in (STEP, OPTION, OUTCOME):
        those = [one for one in whole if one.kind == kind]
        found[kind] = Tally(sum(one in seen for one in those), len(those))
    return found


def missing(program: Program, seen: set[Item]) -> Iterator[str]:
    """Say what of a dialog no talk came by, one line each with its place in the file.

    Of a step that was never come to, the options go without saying.
    """
    for one in items_of(program):
        if one in seen:
            continue
        if one.kind == OUTCOME:
            yield f"the outcome `{one.name}` of {program.dialog}"
            continue
        where = getattr(program.code[one.at], "where", None)
        step = program.code[one.at]
        if one.kind == STEP:
            yield f"{where}: this step"
        elif Item(STEP, one.dialog, one.at) in seen and isinstance(step, Ask):
            yield f"{where}: the option `{one.name}` of `{step.question.name}`"
