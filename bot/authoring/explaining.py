"""Why a talk went as it went: each decision on its road, with the answers that decided it.

It walks the log once more. How a tree of reasons is laid out on a screen is `lines`'.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bot.authoring.conditions import TRUTHS, fact_of, written
from bot.dialogue.expressions import And, AtLeast, Not, Or, Side, Sure
from bot.dialogue.folding import fold_heard
from bot.dialogue.machine import SILENT
from bot.dialogue.program import Branch, Conclude, End
from bot.dialogue.scope import Dated, members_of
from bot.dialogue.session import Interval, Item, Signalled, Words
from bot.dialogue.weighing import conclude

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.dialogue.expressions import Guard, Truth
    from bot.dialogue.library import Library
    from bot.dialogue.machine import Run
    from bot.dialogue.program import Instruction, Where
    from bot.dialogue.scope import Known
    from bot.dialogue.session import Entry

WORDS = "(their own words)"
"""Stands where an answer is a person's own text: what decides is what was heard in it."""


class Because(NamedTuple):
    """A condition with its value, and below it the parts that made it so; at last the answers."""

    said: str
    truth: Truth
    parts: tuple[Because, ...] = ()
    is_answer: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """One fork or end of a road: where, what it came to, why; `after` is the entry it followed.

    `kind` is `if`, `conclude` or `end`; `reads` are the answers looked at, as (name, value).
    """

    dialog: str
    kind: str
    came_to: str
    where: Where | None
    after: int
    because: tuple[Because, ...] = ()
    reads: tuple[tuple[str, str], ...] = ()


def decisions(
    library: Library,
    entries: Sequence[Entry],
    facts: Mapping[str, Mapping[str, Guard]] | None = None,
) -> tuple[Decision, ...]:
    """Return every decision on the roads of a log, in the order in which they were walked.

    `facts` names the conditions that dialogs have names for, by dialog.
    """
    found: list[Decision] = []
    explainer = _Explainer(entries, facts or {})

    def hook(run: Run, step: Instruction) -> None:
        found.extend(explainer.decided(run, step))

    fold_heard(library, entries, SILENT, hook)
    return tuple(found)


class _Explainer:
    def __init__(self, entries: Sequence[Entry], facts: Mapping[str, Mapping[str, Guard]]) -> None:
        self.signals = {one.seq: one for one in entries if isinstance(one, Signalled)}
        self.facts = facts

    def decided(self, run: Run, step: Instruction) -> Iterator[Decision]:
        """Give what was decided at a step that was just done, if anything was."""
        dialog = run.plan.program.dialog
        match step:
            case Branch():
                because = self.reason(step.guard, run)
                yield Decision(
                    dialog, "if", TRUTHS[because.truth], step.where, run.seq, (because,),
                    _reads(step.guard, run),
                )  # fmt: skip
            case Conclude():
                yield self.concluded(run, step)
            case End() if run.ends and run.plan.code[run.pc : run.pc + 1] == (step,):
                yield Decision(dialog, "end", step.outcome, step.where, run.seq)
            case _:
                return

    def concluded(self, run: Run, step: Conclude) -> Decision:
        verdict = conclude(step.rows, run)
        row = step.rows[verdict.row] if verdict.row >= 0 else None
        guard = row.guard if row is not None else None
        because = (self.reason(guard, run),) if guard is not None else ()
        outcome = run.answers.get(step.name) if step.name else verdict.outcome
        where = row.where if row is not None and row.where is not None else step.where
        return Decision(
            run.plan.program.dialog, "conclude", str(outcome or verdict.outcome), where, run.seq,
            because, _reads(guard, run) if guard is not None else (),
        )  # fmt: skip

    def reason(self, guard: Guard, run: Run, opened: str = "") -> Because:
        """Return a condition with what decided it: of parts that say the same, all that were needed."""
        facts = self.facts.get(run.plan.program.dialog, {})
        truth = guard.value(run)
        name = fact_of(guard, facts)
        if name and name != opened:
            inner = self.reason(guard, run, opened=name)
            return Because(name, truth, inner.parts or (inner,))
        said = written(guard, facts, opened=opened)
        match guard:
            case And(parts=parts) | Or(parts=parts):
                agreeing = [one for one in parts if one.value(run) is truth]
                if truth is isinstance(guard, Or):
                    agreeing = agreeing[:1]
                return Because(said, truth, tuple(self.reason(one, run) for one in agreeing))
            case Not(of=of) if isinstance(of, (And, Or, Sure)):
                return Because(said, truth, (self.reason(of, run),))
            case Sure(of=of) if isinstance(of, (And, Or, Not)):
                return Because(said, truth, (self.reason(of, run),))
            case _:
                return Because(said, truth, tuple(self.answers(guard, run)))

    def answers(self, guard: Guard, run: Run) -> Iterator[Because]:
        """Give the answers behind a single test: for a side what they weigh, for a signal its cause."""
        inner = guard
        while isinstance(inner, (Not, Sure)):
            inner = inner.of
        for name in guard.deciding(run):
            kind, _, rest = name.partition(":")
            weighed = run.weighed(rest) if kind == "indicator" else None
            if weighed is not None:
                table, value = weighed
                side = run.side(rest)
                weighs = f", which is {side}" if side and isinstance(inner, (Side, AtLeast)) else ""
                yield Because(f"{table.source} = {in_id(value)}{weighs}", None, is_answer=True)
            elif kind == "signal":
                yield from self.causes(run, rest)
            elif not rest and kind not in ("ends", "enters"):
                yield Because(f"{name} = {in_id(run.answers.get(name))}", None, is_answer=True)

    def causes(self, run: Run, level: str) -> Iterator[Because]:
        """Give what raised the signals of a level that stand."""
        for seq, stands in run.signals:
            one = self.signals.get(seq)
            if stands == level and one is not None:
                came = "an option" if one.source == "option" else "words"
                yield Because(f"{one.code or 'a signal'} from {came}", None, is_answer=True)


def _reads(guard: Guard, run: Run) -> tuple[tuple[str, str], ...]:
    names = [one for one in sorted(guard.reads()) if ":" not in one and one in run.answers]
    return tuple((one, in_id(run.answers.get(one))) for one in names)


def in_id(value: Known) -> str:
    """Write an answer by its ids, without a word of the person's."""
    match value:
        case None:
            return "unknown"
        case Dated():
            return in_id(value.days)
        case Interval(days_min=first, days_max=last):
            return f"{first} days ago" if first == last else f"{first} to {last} days ago"
        case Words():
            return f"{WORDS}, about {', '.join(value.classes)}" if value.classes else WORDS
        case tuple() if any(isinstance(one, Item) for one in value):
            return f"({len(value)} items)"
        case tuple():
            return ", ".join(members_of(value)) or "nothing"
        case float() | int():
            return f"{value:g}"
        case _:
            return value


def lines(because: Sequence[Because], indent: str = "") -> Iterator[str]:
    """Give a tree of reasons as lines, each with its value; an answer stands without one."""
    for place, one in enumerate(because):
        last = place == len(because) - 1
        value = "" if one.is_answer else f"  → {TRUTHS[one.truth]}"
        yield f"{indent}{'└ ' if last else '├ '}{one.said}{value}"
        yield from lines(one.parts, indent + ("  " if last else "│ "))
