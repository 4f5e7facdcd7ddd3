"""Names that look as if they were changed from one version of a dialog to the next, and do not say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.program import Ask
from bot.language.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.dialogue.program import Program, Question, Where


class Rename(NamedTuple):
    """A name that was probably another one before; `what` is a dialog, an answer or an option."""

    what: str
    before: str
    after: str
    where: Where | None

    def diagnostic(self, file: str) -> Diagnostic:
        """Return what `check` says about it."""
        line, column = (self.where.line, self.where.column) if self.where is not None else (1, 1)
        return Diagnostic(
            "D212", f"the {self.what} `{self.after}` looks like the former `{self.before}`",
            file, Span(line, column, line, column + 1),
            f"if it is the same, add `formerly: {self.before}`, so that talks under way go on",
        )  # fmt: skip


def renames(before: Mapping[str, Program], after: Mapping[str, Program]) -> Iterator[Rename]:
    """Give what was probably renamed between two versions of a library."""
    known = {name for one in after.values() for name in (one.dialog, *one.formerly)}
    gone = {name: one for name, one in before.items() if name not in known}
    for name, program in after.items():
        older = before.get(name) or next(
            (before[one] for one in program.formerly if one in before), None
        )
        if older is None:
            older = _same_dialog(program, gone.values())
            if older is None:
                continue
            yield Rename("dialog", older.dialog, name, _first(program))
        yield from _in_dialog(older, program)


def _same_dialog(program: Program, gone: Iterable[Program]) -> Program | None:
    """Return the one of these whose questions are, for the most part, those of a program."""
    texts = {_said(one) for one in questions(program).values()}
    for one in gone:
        older = {_said(question) for question in questions(one).values()}
        if texts and 2 * len(texts & older) > max(len(texts), len(older)):
            return one
    return None


def _in_dialog(before: Program, after: Program) -> Iterator[Rename]:
    older, newer = questions(before), questions(after)
    said = {name for one in newer.values() for name in one.formerly}
    gone = {name: one for name, one in older.items() if name not in newer and name not in said}
    for name, question in newer.items():
        if name in older:
            yield from _options(older[name], question)
        elif not question.formerly:
            match = next((one for one in gone.values() if _is_same(one, question)), None)
            if match is not None:
                del gone[match.name]
                yield Rename("answer", match.name, name, question.where)


def _options(before: Question, after: Question) -> Iterator[Rename]:
    older = {one.id: one.label for one in before.options}
    newer = {one.id for one in after.options} | {
        name for one in after.options for name in one.formerly
    }
    for option in after.options:
        if option.id in older or option.formerly:
            continue
        match = next(
            (name for name, label in older.items() if name not in newer and label == option.label),
            "",
        )
        if match:
            yield Rename("option", match, option.id, after.where)


def _is_same(before: Question, after: Question) -> bool:
    if before.kind != after.kind:
        return False
    same_options = bool(before.options) and {one.id for one in before.options} == {
        one.id for one in after.options
    }
    return _said(before) == _said(after) or same_options


def _said(question: Question) -> object:
    return question.kind, question.text.variants


def questions(program: Program) -> dict[str, Question]:
    """Return the questions of a program by name."""
    return {one.question.name: one.question for one in program.code if isinstance(one, Ask)}


def _first(program: Program) -> Where | None:
    return next((one.question.where for one in program.code if isinstance(one, Ask)), None)
