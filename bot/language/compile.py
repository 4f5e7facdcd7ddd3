"""Compiles a dialog's shapes into a program: steps to flat code, names looked up, guards typed.

What the roads through the code have to keep is tested in checks, over what this gathers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.dialogue import program as p
from bot.language import model as m
from bot.language.diagnostics import did_you_mean
from bot.language.guards import GuardReader
from bot.language.header import gates_of, implied_promises, indicators_of, promises_of
from bot.language.implied import is_two_valued, known_if_true
from bot.language.kinds import Prose, Word
from bot.language.names import Book, Names, answers_of, steps_of
from bot.language.questions import QuestionReader, check_remembered
from bot.language.reviewing import check_entry
from bot.language.texts import TextReader, Use
from bot.language.types import LIST, MANY, NUMBER, is_beyond_reach

if TYPE_CHECKING:
    from bot.dialogue.expressions import Guard
    from bot.language.diagnostics import Report, Span
    from bot.language.types import Answer, Type


@dataclass(slots=True)
class Compiled:
    """A program, with what the checks need and a program does not keep."""

    program: p.Program
    report: Report
    answers: dict[str, Answer]
    uses: list[Use] = field(default_factory=list)
    gotos: dict[int, Span] = field(default_factory=dict)
    calls: list[tuple[str, Span]] = field(default_factory=list)
    nodes: dict[str, tuple[int, Span]] = field(default_factory=dict)
    guards: list[tuple[int, Guard, Span]] = field(default_factory=list)
    facts: dict[str, Guard] = field(default_factory=dict)


def compile_dialog(dialog: m.Dialog, book: Book, report: Report, digest: str) -> Compiled:
    """Compile one dialog of a book. The program runs only if the report holds no error."""
    answers = answers_of(dialog, book, report)
    interface = book.interface(dialog.dialog.text)
    names = Names(
        answers,
        {key.text: value for key, value in dialog.facts},
        _indicators_in_reach(dialog, book),
        book.names,
        interface.outcomes if interface is not None else (),
    )
    emitter = _Emitter(dialog, book, answers, GuardReader(names, report), report)
    emitter.whole()
    check_remembered(dialog, book, report)
    check_entry(dialog.reviewed_by, dialog.reviewed_on, report)
    program = p.Program(
        dialog.dialog.text, dialog.title.text, digest, tuple(emitter.code),
        {name: str(answer.type) for name, answer in answers.items()},
        tuple(emitter.node_of), dialog.minutes.value, tuple(key.text for key, _ in dialog.takes),
        tuple(one.text for one in dialog.gives),
        tuple(key.text for key, _ in dialog.recalls),
        names.outcomes,
        indicators_of(dialog, answers, emitter.texts, report),
        (*promises_of(dialog, emitter.guards, report), *implied_promises(dialog, book, report)),
        tuple(one.text for one in dialog.formerly), dialog.contact,
    )  # fmt: skip
    emitter.compiled.program = program
    emitter.compiled.uses = emitter.texts.uses
    return emitter.compiled


def _indicators_in_reach(dialog: m.Dialog, book: Book) -> tuple[str, ...]:
    """Return this dialog's indicators, and those its calls bring back."""
    found = [key.text for key, _ in dialog.indicators]
    seen, waiting = {dialog.dialog.text}, [dialog]
    while waiting:
        for name in _called_by(waiting.pop()):
            if name not in seen and name in book.dialogs:
                seen.add(name)
                waiting.append(book.dialogs[name])
                found += [key.text for key, _ in book.dialogs[name].indicators]
    return tuple(dict.fromkeys(found))


def _called_by(dialog: m.Dialog) -> list[str]:
    return [step.dialog.text for step, _ in steps_of(dialog) if isinstance(step, m.Call)]


class _Emitter:
    """Turns steps into code; gotos are filled in when every node has its address."""

    def __init__(
        self, dialog: m.Dialog, book: Book, answers: dict[str, Answer], guards: GuardReader,
        report: Report,
    ) -> None:  # fmt: skip
        self.dialog = dialog
        self.book = book
        self.answers = answers
        self.guards = guards
        self.report = report
        self.texts = TextReader(dialog.dialog.text, answers, report)
        self.questions = QuestionReader(self.texts, guards, report)
        self.code: list[p.Instruction] = []
        self.node_of: list[str] = []
        self.node = ""
        self.inside: frozenset[str] = frozenset()
        self.pending: list[tuple[int, Word]] = []
        self.called: dict[str, int] = {}
        empty = p.Program(dialog.dialog.text, "", "", (), {}, ())
        self.compiled = Compiled(empty, report, answers)

    # --- code ---

    @property
    def here(self) -> int:
        return len(self.code)

    def add(self, instruction: p.Instruction) -> int:
        self.code.append(instruction)
        self.node_of.append(self.node)
        return len(self.code) - 1

    def where(self, span: Span) -> p.Where:
        return p.Where(self.report.source.file, span.line, span.column)

    def guard(self, word: Word) -> Guard:
        found = self.guards.read(word, inside=self.inside)
        self.compiled.guards.append((self.here, found, word.span))
        return found

    def text(
        self, prose: Prose | None, name: str, *, twin: Prose | None = None,
        given: frozenset[str] = frozenset(),
    ) -> p.Text:  # fmt: skip
        return self.texts.read(
            prose if prose is not None else Prose(()), name, self.here,
            twin=twin, given=given, inside=self.inside,
        )  # fmt: skip

    def whole(self) -> None:
        for key, word in self.dialog.facts:
            loops = frozenset(one.loop for one in self.answers.values() if one.loop)
            fact = self.guards.fact(key.text, word.span, loops, promise=True)
            self.compiled.facts[key.text] = fact
        for one in self.dialog.gives:
            self.known(one)
        for name, steps in self.dialog.nodes:
            self.node = name.text
            self.compiled.nodes[self.node] = (self.here, name.span)
            if self.block(steps, self.node):
                last = steps[-1].span if steps else name.span
                self.report.add("D401", last, f"the node `{self.node}` has no end here",
                                "let its last step be `goto:`, `end:`, or an `if` with both sides that do")  # fmt: skip
                self.add(p.End(self.node, "lost"))
        for address, node in self.pending:
            found = self.compiled.nodes.get(node.text)
            if found is None:
                if node:
                    self.report.add("D202", node.span, f"there is no node `{node.text}`",
                                    did_you_mean(node.text, self.compiled.nodes))  # fmt: skip
                found = (address + 1, node.span)
            self.code[address] = p.Jump(found[0])

    def block(self, steps: tuple[m.Step, ...], place: str) -> bool:
        """Emit steps; return whether the road goes on after the last."""
        goes_on = True
        for number, step in enumerate(steps, 1):
            if not goes_on:
                self.report.add("D403", step.span, "nothing leads to this step",
                                "the step before it leaves; take this one out, or put it first")  # fmt: skip
                break
            goes_on = self.step(step, f"{place}.{number}")
        return goes_on

    # --- steps ---

    def step(self, step: m.Step, place: str) -> bool:  # noqa: C901 - one case a verb
        if isinstance(step, m.QUESTIONS):
            self.ask(step, place)
            return True
        match step:
            case m.If():
                return self.branch(step, place)
            case m.Goto():
                self.pending.append((self.here, step.node))
                self.compiled.gotos[self.here] = step.span
                self.add(p.Jump(0))
                return False
            case m.End() | m.Stop():
                self.end(step, place)
                return False
            case m.ForEach():
                self.for_each(step, place)
            case m.Call():
                self.call(step)
            case m.Conclude():
                self.conclude(step, place)
            case m.Say():
                name = _id(step, place)
                self.add(p.Say(
                    name, self.text(step.text, f"{name}/say", twin=step.unknown),
                    self.texts.plain(step.keep),
                    tuple(one.text for one in step.sources), self.where(step.span),
                ))  # fmt: skip
            case m.Remember():
                self.known(step.from_)
                self.add(p.Remember(
                    _id(step, place), step.fact.text, step.from_.text, self.where(step.span)
                ))  # fmt: skip
            case m.Remind():
                self.remind(step, place)
            case m.Show():
                of = tuple(one.text for one in step.of)
                self.add(p.Show(_id(step, place), step.what.text, of, self.where(step.span)))
        return True

    def ask(self, step: m.QuestionStep, place: str) -> None:
        address = self.here
        question, blocks = self.questions.read(step, place, address, self.inside)
        where = self.where(step.span)
        self.add(p.Ask(question.name, question, where))
        for option in question.options:
            if option.guard is not None:
                self.compiled.guards.append((address, option.guard, step.span))
        if not blocks:
            return
        leaving = [self.add(p.Jump(0))]
        then: dict[str, int] = {}
        for option_id, steps in blocks:
            then[option_id] = self.here
            if self.block(steps, f"{place}.{option_id}"):
                leaving.append(self.add(p.Jump(0)))
        for one in leaving:
            self.code[one] = p.Jump(self.here)
        question = self.questions.with_then(question, then)
        self.code[address] = p.Ask(question.name, question, where)

    def branch(self, step: m.If, place: str) -> bool:
        guard = self.guard(step.guard)
        address = self.add(p.Jump(0))
        goes_on = self.block(step.then, f"{place}.then")
        if not step.else_:
            self.code[address] = p.Branch(place, guard, self.here, self.where(step.span))
            return True
        leaving = self.add(p.Jump(0)) if goes_on else -1
        self.code[address] = p.Branch(place, guard, self.here, self.where(step.span))
        goes_on |= self.block(step.else_, f"{place}.else")
        if leaving >= 0:
            self.code[leaving] = p.Jump(self.here)
        return goes_on

    def for_each(self, step: m.ForEach, place: str) -> None:
        answer = self.known(step.in_)
        if answer is not None and answer.type.kind not in (LIST, MANY):
            self.report.add("D302", step.in_.span, f"`{answer.name}` is {answer.type.said}, and has no items",
                            "`for each` goes through a `list` or a `pick`")  # fmt: skip
        address = self.add(p.Jump(0))
        outer, self.inside = self.inside, self.inside | {step.name.text}
        self.block(step.do, f"{place}.do")
        self.inside = outer
        self.add(p.Next(address))
        self.code[address] = p.ForEach(
            _id(step, place), step.name.text, step.in_.text, self.here, self.where(step.span)
        )

    def call(self, step: m.Call) -> None:
        dialog = step.dialog.text
        self.compiled.calls.append((dialog, step.dialog.span))
        callee = self.book.interface(dialog)
        if dialog and dialog not in self.book.names:
            self.no_dialog(step.dialog)
        takes = dict(callee.takes) if callee is not None else {}
        for key, source in step.with_:
            answer = self.known(source)
            if callee is None or answer is None:
                continue
            if key.text not in takes:
                self.report.add("D211", key.span, f"`{dialog}` takes no `{key.text}`",
                                did_you_mean(key.text, takes) or "it says nothing under `takes:`")  # fmt: skip
            elif not _fits(answer, takes[key.text]):
                self.report.add("D211", source.span, f"`{source.text}` does not fit what `{dialog}` takes",
                                f"it takes {takes[key.text].said}" + _listed(takes[key.text].members))  # fmt: skip
        self.called[dialog] = count = self.called.get(dialog, 0) + 1
        name = step.as_ or step.id
        # Known by the first name the dialog ever had, so that a rename moves no answer inside it.
        called = self.book.dialogs.get(dialog)
        first = called.formerly[0].text if called is not None and called.formerly else dialog
        default = first if count == 1 else f"{first}.{count}"
        self.add(p.Call(
            name.text if name else default, dialog, step.as_.text if step.as_ else "",
            tuple((key.text, source.text) for key, source in step.with_), self.where(step.span),
        ))  # fmt: skip

    def remind(self, step: m.Remind, place: str) -> None:
        if step.dialog and step.dialog.text not in self.book.names:
            self.no_dialog(step.dialog)
        if (opened := self.book.dialogs.get(step.dialog.text)) is not None and opened.contact:
            self.report.add("D612", step.dialog.span, f"a reminder can't open `{step.dialog.text}`",
                            "it has `contact: yes`, and is entered only by a call behind the questions about safety")  # fmt: skip
        if step.in_ is None and step.every is None:
            self.report.add("D113", step.span, "`in:` or `every:` is missing here",
                            "`in: 2 days` reminds once, `every: 7 days` again and again")  # fmt: skip
        elif step.every is not None and step.for_ is None:
            self.report.add("D113", step.span, "`for:` is missing here",
                            "say how long it goes on, as `for: 30 days`")  # fmt: skip
        days: float | str = 0
        if step.for_ is not None and step.for_.name:
            days = step.for_.name.text
            answer = self.known(step.for_.name)
            if answer is not None and answer.type.kind != NUMBER:
                self.report.add("D302", step.for_.span, f"`{days}` is {answer.type.said}, and no number of days")  # fmt: skip
        elif step.for_ is not None:
            days = step.for_.seconds / p.DAY_SECONDS
        self.add(p.Remind(
            _id(step, place), step.dialog.text, step.in_.seconds if step.in_ else 0,
            step.every.seconds if step.every else 0, days, self.where(step.span),
        ))  # fmt: skip

    def conclude(self, step: m.Conclude, place: str) -> None:
        name = (step.as_ or step.id or Word(place)).text
        outcomes = {row.outcome.text for row in step.rows}
        rows = []
        for number, row in enumerate(step.rows, 1):
            guard = self.guard(row.guard) if isinstance(row, m.Row) else None
            text = self.text(row.say, f"{name}/say.{number}", given=known_if_true(guard))
            cap = row.if_unknown if isinstance(row, m.Row) else None
            if cap and cap.text not in outcomes:
                self.report.add("D208", cap.span, f"no row comes to `{cap.text}`", did_you_mean(cap.text, outcomes))  # fmt: skip
            if isinstance(row, m.Row):
                self.check_row(row, guard)
            rows.append(p.Row(
                row.outcome.text, guard, text if row.say is not None else None,
                cap.text if cap else "",
                isinstance(row, m.Row) and row.only_when_sure,
                row.because.text if row.because else "", self.where(row.span),
            ))  # fmt: skip
        self.add(p.Conclude(name, tuple(rows), step.as_.text if step.as_ else "", self.where(step.span)))  # fmt: skip

    def check_row(self, row: m.Row, guard: Guard | None) -> None:
        if row.outcome.text.startswith("mutual") and not row.only_when_sure:
            self.report.add("D601", row.outcome.span, f"`{row.outcome.text}` may be said only when sure",
                            "add `only when sure: yes` to this row")  # fmt: skip
        if (
            guard is None
            or row.only_when_sure
            or row.if_unknown is not None
            or is_two_valued(guard)
        ):
            return
        gates = self.gates_in(guard)
        if gates:
            self.report.add("D602", row.guard.span, f"nothing says what holds while `{gates[0]}` is unknown",
                            "it is a question about safety: add `if unknown:` with an outcome")  # fmt: skip

    def gates_in(self, guard: Guard) -> list[str]:
        weighed = {f"indicator:{key.text}": one.weigh.text for key, one in self.dialog.indicators}
        read = [weighed.get(name, name) for name in sorted(guard.reads())]
        gates = gates_of(self.dialog, self.book)
        return [name for name in read if name in gates]

    def end(self, step: m.End | m.Stop, place: str) -> None:
        stops = isinstance(step, m.Stop)
        if stops and not self.dialog.dialog.text.startswith("safety/"):
            self.report.add("D405", step.span, "only a dialog in `safety/` may stop the talk", "write `end:`")  # fmt: skip
        self.add(p.End(place, step.outcome.text, stops, self.where(step.span)))

    # --- names ---

    def known(self, word: Word) -> Answer | None:
        """Look up an answer that a step names."""
        if not word:
            return None
        answer = self.answers.get(word.text)
        if answer is None and not is_beyond_reach(word.text, self.answers):
            self.report.add("D201", word.span, f"there is no answer `{word.text}`",
                            did_you_mean(word.text, self.answers))  # fmt: skip
        return answer

    def no_dialog(self, word: Word) -> None:
        self.report.add("D203", word.span, f"there is no dialog `{word.text}`",
                        did_you_mean(word.text, sorted(self.book.names)))  # fmt: skip


def _id(step: m.Say | m.ForEach | m.Remember | m.Remind | m.Show, place: str) -> str:
    return step.id.text if step.id else place


def _fits(answer: Answer, wanted: Type) -> bool:
    members = set(answer.type.members)
    return answer.type.kind == wanted.kind and (
        not wanted.members or members <= set(wanted.members)
    )


def _listed(members: tuple[str, ...]) -> str:
    return ": " + ", ".join(f"`{one}`" for one in members) if members else ""
