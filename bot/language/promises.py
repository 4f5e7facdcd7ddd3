"""Promises of the whole library: what no dialog may do, whoever writes it.

They stand in one file of the settings. What hangs on roads becomes a promise of each dialog that it
concerns, for the explorer to prove; what hangs on calls and paths alone is settled here.
"""

# ruff: noqa: RUF009 - `author` makes the field itself

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.dialogue import expressions as e
from bot.dialogue.program import Call, Promise
from bot.language.decode import Shape, Verbs, author
from bot.language.diagnostics import Diagnostic, Span, did_you_mean
from bot.language.kinds import LINE, NAME, NOWHERE, WORD, ListOf
from bot.language.rules import LEVELS, SIGNALS
from bot.language.yaml_nodes import compose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.dialogue.program import Program
    from bot.language.diagnostics import Report
    from bot.language.kinds import Word

CONTACT = "contact"
"""Stands for every dialog with `contact: yes`."""

_NAMES = ListOf(NAME, single=True)
_WORDS = ListOf(WORD, single=True)
_SAYS = "The promise in one sentence."


@dataclass(frozen=True, slots=True)
class NeverEntered:
    """These dialogs are not entered after an outcome, or while a signal stands."""

    dialogs: tuple[Word, ...] = author(_WORDS, "`contact`, or dialogs.", key="never entered", needed=True)  # fmt: skip
    says: Word = author(LINE, _SAYS, needed=True)
    after_outcome: tuple[Word, ...] = author(
        _NAMES, "Outcomes after which they are shut.", default=()
    )
    with_signal: tuple[Word, ...] = author(_WORDS, "Levels that shut them.", default=())
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class NeverReached:
    """No call, and no call of a call, leads from some dialogs to these."""

    dialogs: tuple[Word, ...] = author(_WORDS, "`contact`, or dialogs.", key="never reached", needed=True)  # fmt: skip
    says: Word = author(LINE, _SAYS, needed=True)
    from_: tuple[Word, ...] = author(_WORDS, "Where no way leads from.", needed=True)
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class AlwaysOpened:
    """Some signals open this dialog, wherever they are heard."""

    dialog: Word = author(WORD, "The dialog.", key="always opened", needed=True)
    says: Word = author(LINE, _SAYS, needed=True)
    by: tuple[Word, ...] = author(_WORDS, "Signals, as `R1 red-now`.", needed=True)
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class _File:
    promises: tuple[NeverEntered | NeverReached | AlwaysOpened, ...] = author(
        ListOf(Verbs("a promise", Shape(NeverEntered), Shape(NeverReached), Shape(AlwaysOpened))),
        "The promises.",
        needed=True,
    )
    reviewed_by: Word | None = author(LINE, "The human who read it.", key="reviewed_by")
    reviewed_on: Word | None = author(LINE, "When they did.", key="reviewed_on")
    span: Span = NOWHERE


_SHAPE = Shape(_File)


def with_promises(
    programs: Mapping[str, Program],
    paths: Mapping[str, str],
    report: Report,
    known: frozenset[str],
) -> tuple[dict[str, Program], list[Diagnostic]]:
    """Return the programs with the promises they owe, and what is broken already.

    `known` are the dialogs there are, those with mistakes too. What is wrong in the file itself goes
    to its report.
    """  # fmt: skip
    root = compose(report)
    if root is None:
        return dict(programs), []
    found: dict[str, Program] = dict(programs)
    broken: list[Diagnostic] = []
    for one in _SHAPE.read(root, report).promises:
        match one:
            case NeverEntered():
                for level in one.with_signal:
                    if level.text not in LEVELS:
                        report.add("D115", level.span, f"`{level.text}` is no level of a signal",
                                   did_you_mean(level.text, LEVELS))  # fmt: skip
                doors = _meant(one.dialogs, programs, report, known)
                for name, program in programs.items():
                    owed = tuple(_owed(one, program, doors, report))
                    found[name] = replace(found[name], promises=(*found[name].promises, *owed))
            case NeverReached():
                doors = _meant(one.dialogs, programs, report, known)
                for start in _meant(one.from_, programs, report, known):
                    broken += _leading(one, programs, start, doors, report)
            case AlwaysOpened():
                broken += _unopened(one, paths, report, known)
            case _:
                continue
    return found, broken


def _meant(
    words: tuple[Word, ...], programs: Mapping[str, Program], report: Report, known: frozenset[str]
) -> tuple[str, ...]:
    """Return the dialogs that are named, `contact` filled in; one that is not there is reported."""
    found: dict[str, None] = {}
    for word in words:
        if word.text == CONTACT:
            found |= dict.fromkeys(name for name, one in programs.items() if one.contact)
        elif word.text in programs:
            found[word.text] = None
        elif word and word.text not in known:
            report.add("D203", word.span, f"there is no dialog `{word.text}`",
                       did_you_mean(word.text, sorted(known)))  # fmt: skip
    return tuple(found)


def _calls(program: Program) -> Iterator[Call]:
    return (step for step in program.code if isinstance(step, Call))


def _place(says: Word, report: Report) -> str:
    return f"{says.text.rstrip('.')} ({report.source.file}, line {says.span.line})"


# --- roads ------------------------------------------------------------------------


def _owed(
    one: NeverEntered, program: Program, doors: tuple[str, ...], report: Report
) -> Iterator[Promise]:
    """Give what a dialog promises: none of the doors it calls is entered after one of these things."""
    calls = {call.dialog: call for call in reversed(tuple(_calls(program))) if call.dialog in doors}
    if not calls:
        return
    outcomes = tuple(word.text for word in one.after_outcome)
    bars: list[e.Guard] = [e.SignalAt(word.text) for word in one.with_signal]
    for name, kind in program.types.items():
        shape, _, members = kind.partition(":")
        held = tuple(member for member in outcomes if member in members.split(","))
        if shape == "one" and held:
            bars.append(e.IsIn(name, held))
    if bars:
        enters: list[e.Guard] = [e.Enters(name) for name in calls]
        guard = e.And((_any(enters), _any(bars)))
        where = next(iter(calls.values())).where
        yield Promise(_place(one.says, report), guard, never=True, where=where)


def _any(parts: list[e.Guard]) -> e.Guard:
    return parts[0] if len(parts) == 1 else e.Or(tuple(parts))


# --- calls ------------------------------------------------------------------------


def _leading(
    one: NeverReached, programs: Mapping[str, Program], start: str, doors: tuple[str, ...],
    report: Report,
) -> Iterator[Diagnostic]:  # fmt: skip
    """Tell of the shortest way by calls from a dialog to one of the doors, if there is one."""
    came: dict[str, tuple[str, Call]] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for call in _calls(programs[here]):
            if call.dialog in came or call.dialog not in programs:
                continue
            came[call.dialog] = here, call
            if call.dialog in doors:
                yield _way(one, came, start, call.dialog, report)
                return
            waiting.append(call.dialog)


def _way(
    one: NeverReached, came: Mapping[str, tuple[str, Call]], start: str, door: str, report: Report
) -> Diagnostic:
    way, place, first = [door], door, None
    while place != start:
        place, first = came[place]
        way.append(place)
    shown = " → ".join(f"`{name}`" for name in reversed(way))
    where = first.where if first is not None else None
    line, column = (where.line, where.column) if where is not None else (1, 1)
    file = where.file if where is not None else report.source.file
    return Diagnostic(
        "D613", f"a promise of the library is broken: {_place(one.says, report)}", file,
        Span(line, column, line, column + 1), f"this leads there: {shown}",
    )  # fmt: skip


def _unopened(
    one: AlwaysOpened, paths: Mapping[str, str], report: Report, known: frozenset[str]
) -> Iterator[Diagnostic]:
    if one.dialog and one.dialog.text not in known:
        report.add("D203", one.dialog.span, f"there is no dialog `{one.dialog.text}`",
                   did_you_mean(one.dialog.text, sorted(known)))  # fmt: skip
        return
    for word in one.by:
        code, _, level = word.text.partition(" ")
        if code not in SIGNALS or level not in LEVELS:
            report.add(
                "D115", word.span, f"`{word.text}` is no signal", "write it like `R1 red-now`"
            )
        elif (paths.get(word.text) or paths.get(code)) != one.dialog.text:
            yield Diagnostic(
                "D613", f"a promise of the library is broken: {_place(one.says, report)}",
                report.source.file, word.span,
                f"`{word.text}` opens `{paths.get(word.text) or paths.get(code) or 'nothing'}`; "
                "see safety-paths.yaml",
            )  # fmt: skip
