"""Compiles what stands beside the nodes of a dialog: indicators and promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue import expressions as e
from bot.dialogue import program as p
from bot.dialogue.gates import CALLS_DEEP
from bot.dialogue.weighing import CAPPING
from bot.language import model as m
from bot.language.diagnostics import did_you_mean
from bot.language.names import steps_of
from bot.language.types import is_beyond_reach

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.language.diagnostics import Report
    from bot.language.guards import GuardReader
    from bot.language.names import Book
    from bot.language.texts import TextReader
    from bot.language.types import Answer


def indicators_of(
    dialog: m.Dialog, answers: Mapping[str, Answer], texts: TextReader, report: Report
) -> dict[str, p.Indicator]:
    """Compile the indicators; each weighs an answer that has options."""
    found = {}
    for name, one in dialog.indicators:
        answer = answers.get(one.weigh.text)
        if answer is None and one.weigh and not is_beyond_reach(one.weigh.text, answers):
            report.add("D201", one.weigh.span, f"there is no answer `{one.weigh.text}`",
                       did_you_mean(one.weigh.text, answers))  # fmt: skip
        members = answer.type.members if answer is not None else ()
        if answer is not None and not members:
            report.add("D302", one.weigh.span, f"`{answer.name}` is {answer.type.said}, and has no options to weigh")  # fmt: skip
        weights: dict[str, tuple[str, str]] = {}
        for side, rows in (("for", one.for_), ("mixed", one.mixed), ("against", one.against)):
            for option, sentence in rows:
                if members and option.text not in members:
                    report.add("D204", option.span, f"`{option.text}` is no option of `{one.weigh.text}`",
                               did_you_mean(option.text, members))  # fmt: skip
                elif option.text in weights:
                    report.add("D207", option.span, f"`{option.text}` is weighed already",
                               f"it stands under `{weights[option.text][0]}:`; keep one")  # fmt: skip
                else:
                    weights[option.text] = side, texts.plain(sentence)
        asks = " ".join(texts.plain(variant) for variant in one.asks.variants[:1])
        found[name.text] = p.Indicator(
            name.text, asks, one.weigh.text, weights, texts.plain(one.source), one.changeable
        )
    return found


def gates_of(dialog: m.Dialog, book: Book, deep: int = CALLS_DEEP) -> tuple[str, ...]:
    """Return the gate questions a dialog can name: its own, and those that its calls give."""
    found: dict[str, None] = {}
    for step, _ in steps_of(dialog):
        if isinstance(step, m.Call) and step.as_ is not None:
            callee = book.dialogs.get(step.dialog.text)
            given = {one.text for one in callee.gives} if callee is not None else set()
            inner = (
                gates_of(callee, book, deep - 1) if callee is not None and given and deep else ()
            )
            found |= {f"{step.as_.text}.{name}": None for name in inner if name in given}
        elif isinstance(step, m.QUESTIONS) and step.gate and step.as_ is not None:
            found[step.as_.text] = None
    return tuple(found)


def implied_promises(dialog: m.Dialog, book: Book, report: Report) -> tuple[p.Promise, ...]:
    """Return what a call to a dialog with `contact: yes` promises, one promise for each such dialog.

    It is entered only where no signal bars and every gate question has an answer. A dialog without
    one can't enter it at all; one that is of that kind itself was let in already.
    """
    found: dict[str, p.Promise] = {}
    open_gates = tuple(e.Unknown(name) for name in gates_of(dialog, book))
    bars: tuple[e.Guard, ...] = (*(e.SignalAt(one) for one in sorted(CAPPING)), *open_gates)
    for step, _ in steps_of(dialog):
        if not isinstance(step, m.Call):
            continue
        name, callee = step.dialog.text, book.dialogs.get(step.dialog.text)
        if callee is None or not callee.contact or name in found:
            continue
        enters: e.Guard = e.Enters(name)
        where = p.Where(report.source.file, step.dialog.span.line, step.dialog.span.column)
        guard = e.And((enters, e.Or(bars))) if open_gates or dialog.contact else enters
        found[name] = p.Promise(name, guard, never=True, where=where, implied=True)
    return tuple(found.values())


def promises_of(dialog: m.Dialog, guards: GuardReader, report: Report) -> tuple[p.Promise, ...]:
    """Compile the promises; whether they hold is for the explorer to prove."""
    return tuple(
        p.Promise(
            says.text, guards.read(guard, promise=True), never,
            p.Where(report.source.file, says.span.line, says.span.column),
        )
        for never, rows in ((True, dialog.never), (False, dialog.always))
        for says, guard in rows
    )  # fmt: skip
