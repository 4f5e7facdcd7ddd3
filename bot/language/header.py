"""Compiles what stands beside the nodes of a dialog: indicators and promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue import program as p
from bot.language.diagnostics import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.language import model as m
    from bot.language.diagnostics import Report
    from bot.language.guards import GuardReader
    from bot.language.texts import TextReader
    from bot.language.types import Answer


def indicators_of(
    dialog: m.Dialog, answers: Mapping[str, Answer], texts: TextReader, report: Report
) -> dict[str, p.Indicator]:
    """Compile the indicators; each weighs an answer that has options."""
    found = {}
    for name, one in dialog.indicators:
        answer = answers.get(one.weigh.text)
        if answer is None and one.weigh:
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
