"""What an exploration found, told to an author: conversations as lines, and diagnostics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.machine import Listener
from bot.dialogue.program import Ask, Branch, Jump, Next
from bot.dialogue.safety import MARKING
from bot.dialogue.session import Item, Words
from bot.dialogue.wording import filled, in_words
from bot.language.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bot.dialogue.expressions import Known, Scope
    from bot.dialogue.library import Plan
    from bot.dialogue.machine import Run
    from bot.dialogue.program import Instruction, Program, Promise, Question, Show, Text, Where
    from bot.dialogue.session import Value
    from bot.dialogue.stand import Stand

UNREACHABLE, SAME, MISSED, STUCK, UNFINISHED, BROKEN, UNSAFE = (
    "D411", "D412", "D413", "D414", "D415", "D611", "D612",
)  # fmt: skip
_UNPLACED = (Jump, Next)
LINES_TOLD = 40
"""Lines of a conversation in a diagnostic; of a longer one the first are left out."""


class Move(NamedTuple):
    """One thing a person may do at a question: an answer, days later, with signals it raises."""

    value: Value
    days: int = 0
    levels: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether the words are never quoted."""
        return not MARKING.isdisjoint(self.levels)


class Start(NamedTuple):
    """What stands before the first step: answers handed over or recalled, signals, dialogs."""

    handed: Mapping[str, Known]
    levels: tuple[str, ...] = ()
    visited: tuple[str, ...] = ()


class Shut(NamedTuple):
    """A step nobody reaches, and the last step before it that somebody does."""

    step: Instruction
    gate: Instruction


class Same(NamedTuple):
    """A guard that is always true, or never; `shuts` when a step stands unreachable behind it."""

    where: Where | None
    truth: bool
    shuts: bool
    what: str = "guard"


class Missed(NamedTuple):
    """An outcome nobody can get."""

    outcome: str
    where: Where | None


class Stuck(NamedTuple):
    """A conversation after which no end can be reached; `at` is the open question's dialog, address."""

    talk: tuple[str, ...]
    at: tuple[str, int] | None


class Broken(NamedTuple):
    """A promise that does not hold, with the shortest conversation that breaks it."""

    promise: Promise
    talk: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exploration:
    """What holds on all roads of a dialog; without `complete` only what was seen to happen is told.

    `shortest` and `longest` count questions from the start to an end; None where there is no
    end, or no longest because a talk can go round.
    """

    program: Program
    states: int
    complete: bool
    unreachable: tuple[Shut, ...] = ()
    always: tuple[Same, ...] = ()
    outcomes: frozenset[str] = frozenset()
    missed: tuple[Missed, ...] = ()
    unasked: tuple[str, ...] = ()
    stuck: tuple[Stuck, ...] = ()
    broken: tuple[Broken, ...] = ()
    shortest: int | None = None
    longest: int | None = None

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what an author should know, one diagnostic a mistake."""
        return tuple(self._found())

    def _found(self) -> Iterator[Diagnostic]:
        for shut in self.unreachable:
            yield self._at(
                UNREACHABLE, shut.step.where if not isinstance(shut.step, _UNPLACED) else None,
                "nobody ever gets to this step", _why_shut(shut, self.always),
            )  # fmt: skip
        for same in self.always:
            if not same.shuts:
                truth = "always true" if same.truth else "never true"
                yield self._at(
                    SAME, same.where, f"this {same.what} is {truth}",
                    "no talk can make it come out otherwise; take it away, or look for the mix-up",
                )  # fmt: skip
        for missed in self.missed:
            yield self._at(
                MISSED, missed.where, f"nobody can get the outcome `{missed.outcome}`",
                "an earlier row always wins, or the guard is never true",
            )  # fmt: skip
        for stuck in self.stuck:
            yield self._at(
                STUCK,
                self._asked_at(stuck),
                "from here no end can be reached",
                _as_help(stuck.talk),
            )
        told = {_line(one.promise) for one in self.broken if one.promise.implied}
        for broken in self.broken:
            promise = broken.promise
            if not promise.implied and _line(promise) in told:
                continue  # the same call, told once
            if promise.implied:
                yield self._at(
                    UNSAFE, promise.where, f"`{promise.says}` is entered before it is safe to",
                    "it has `contact: yes`: ask every gate question first, enter it only where each has "
                    "an answer and no signal bars\n      " + _as_help(broken.talk),
                )  # fmt: skip
                continue
            kind = "never" if promise.never else "always"
            yield self._at(
                BROKEN, promise.where, f"a promise is broken ({kind}): {promise.says}",
                _as_help(broken.talk),
            )  # fmt: skip
        if not self.complete:
            yield self._at(
                UNFINISHED, None, f"explored {self.states} states, not complete",
                "nothing is proved; fewer answers read far from where they are given, or calls, help",
            )  # fmt: skip

    def _asked_at(self, stuck: Stuck) -> Where | None:
        if stuck.at is None or stuck.at[0] != self.program.dialog:
            return None
        step = self.program.code[stuck.at[1]]
        return step.where if isinstance(step, Ask) else None

    def _at(self, code: str, where: Where | None, message: str, more: str) -> Diagnostic:
        if where is None:
            places = (getattr(step, "where", None) for step in self.program.code)
            first = next((one for one in places if one is not None), None)
            file = first.file if first is not None else f"{self.program.dialog}.yaml"
            return Diagnostic(code, message, file, Span(1, 1, 1, 2), more)
        span = Span(where.line, where.column, where.line, where.column + 1)
        return Diagnostic(code, message, where.file, span, more)


def _line(promise: Promise) -> tuple[str, int] | None:
    return (promise.where.file, promise.where.line) if promise.where is not None else None


def _why_shut(shut: Shut, always: Iterable[Same]) -> str:
    gate = shut.gate
    where = None if isinstance(gate, _UNPLACED) else gate.where
    line = f" in line {where.line}" if where is not None else ""
    if isinstance(gate, Branch):
        truth = any(one.truth for one in always if one.where == gate.where)
        return f"the guard{line} is {'always' if truth else 'never'} true"
    return f"nothing goes on after the step{line}"


def _as_help(talk: tuple[str, ...]) -> str:
    lines = talk
    if len(talk) > LINES_TOLD:
        lines = ("…", *talk[-LINES_TOLD:])
    return "\n      ".join(("the shortest conversation that gets there:", *lines))


# --- conversations ------------------------------------------------------------


class _Teller(Listener):
    """Writes down what is said, until it is told to stop."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.over = False

    def say(self, run: Run, step: str, visit: int, text: Text) -> None:  # noqa: ARG002 - what a listener hears
        """Write down a text with its first variant."""
        self.add(f"Bot: {filled(text, 0, run.answers, run.plan.questions)}")

    def show(self, run: Run, step: Show) -> None:  # noqa: ARG002 - as above
        """Write down that something is shown."""
        self.add(f"Bot: ({', '.join((step.what, *step.of))})")

    def add(self, line: str) -> None:
        """Write down a line."""
        if not self.over:
            self.lines.append(line)


def told(
    begin: Callable[..., Stand],
    go_on: Callable[..., Stand],
    plan: Plan,
    moves: Iterable[Move | Start],
    stops: Callable[[Scope], bool],
) -> tuple[str, ...]:
    """Walk a road once more and write it down, up to the moment in `plan` that `stops` is true of.

    `begin(start, listener=…, hook=…)` and `go_on(stand, move, listener=…, hook=…)` walk it.
    """
    teller = _Teller()

    def hook(run: Run, _step: Instruction) -> None:
        if run.plan is plan and not teller.over and stops(run):
            if run.ends:
                teller.add(f"(ends: {run.ends})")
            teller.over = True

    stand: Stand | None = None
    for move in moves:
        if isinstance(move, Start):
            for line in _before(move):
                teller.add(line)
            stand = begin(move, listener=teller, hook=hook)
        elif stand is not None and stand.question is not None:
            teller.add(_open_question(stand, stand.question))
            teller.add(_answered(move, stand.question))
            stand = go_on(stand, move, listener=teller, hook=hook)
    if stand is not None and stand.question is not None:
        teller.add(_open_question(stand, stand.question))
    elif stand is not None and stand.outcome:
        teller.add(f"(ends: {stand.outcome})")
    return tuple(teller.lines)


def _open_question(stand: Stand, question: Question) -> str:
    frame = stand.frames[-1]
    text = filled(question.text, 0, frame.answers, frame.plan.questions)
    labels = " / ".join(option.label for option in question.options)
    return f"Bot: {text} [{labels}]" if labels else f"Bot: {text}"


def _before(start: Start) -> Iterator[str]:
    for name, value in start.handed.items():
        if value is not None:
            yield f"(before: {name} is {in_words(value, None) or 'something'})"
    for level in start.levels:
        yield f"(before: a {level} signal)"
    for dialog in start.visited:
        yield f"(before: {dialog} was visited)"


def _answered(move: Move, question: Question) -> str:
    value = move.value
    said = in_words(value, question)
    if value is None:
        said = "(skips it)"
    elif isinstance(value, Words):
        said = f"… (about: {', '.join(value.classes)})" if value.classes else "…"
    elif isinstance(value, tuple) and not said:
        held = [one for one in value if isinstance(one, Item)]
        said = f"({len(held)} items)" if held else "(nothing)"
    later = f"({move.days} days later) " if move.days else ""
    raised = f" (a {', '.join(move.levels)} signal)" if move.levels else ""
    return f"You: {later}{said}{raised}"
