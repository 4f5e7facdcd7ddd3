"""Compiles questions: their options, bounds and texts, and which of their answers may be remembered."""

from __future__ import annotations

from dataclasses import replace
from math import isnan
from typing import TYPE_CHECKING

from bot.dialogue import program as p
from bot.language import model as m
from bot.language.diagnostics import did_you_mean
from bot.language.names import steps_of
from bot.language.rules import LEVELS, SIGNALS
from bot.understanding.grammar import PhraseError, compile_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.language.diagnostics import Report
    from bot.language.guards import GuardReader
    from bot.language.kinds import Prose, Word
    from bot.language.names import Book
    from bot.language.texts import TextReader
    from bot.understanding.grammar import PlainPhrase

_LASTING = (m.Choose, m.Pick, m.Confirm, m.Number, m.Date)
_OWN_WORDS = (m.Write, m.ListQuestion)

Blocks = list[tuple[str, tuple[m.Step, ...]]]


class QuestionReader:
    """Reads the questions of one dialog."""

    def __init__(self, texts: TextReader, guards: GuardReader, report: Report) -> None:
        self.texts = texts
        self.guards = guards
        self.report = report

    def read(
        self, step: m.QuestionStep, place: str, address: int, inside: frozenset[str]
    ) -> tuple[p.Question, Blocks]:
        """Return the question at `address`, and the steps of options that have their own."""
        name = step.as_.text if step.as_ else place
        kind = "list" if isinstance(step, m.ListQuestion) else type(step).__name__.lower()

        def text(prose: Prose, part: str) -> p.Text:
            return self.texts.read(prose, f"{name}/{part}", address, inside=inside)

        question = p.Question(
            name, kind, text(step.text, kind),
            why=text(step.why, "why") if step.why is not None else None,
            gate=step.gate,
            remember=self._fact(step, name, inside),
            unclear=tuple(
                text(one, f"unclear.{number}") for number, one in enumerate(step.unclear, 1)
            ),
            formerly=tuple(one.text for one in step.formerly),
            where=p.Where(self.report.source.file, step.span.line, step.span.column),
        )  # fmt: skip
        blocks: Blocks = []
        match step:
            case m.Choose() | m.Pick():
                blocks = [(key.text, option.then) for key, option in step.options if option.then]
                question = replace(
                    question, other=step.other is not None and bool(step.other),
                    options=tuple(
                        self._option(name, key, option, address, inside)
                        for key, option in step.options
                    ),
                )  # fmt: skip
                if isinstance(step, m.Pick) and step.alone is not None:
                    question = replace(question, alone=self._alone(step, step.alone))
            case m.Rate() | m.Number():
                question = self._bounded(question, step)
            case m.Write():
                if step.greets and step.keep is None:
                    self.report.add("D113", step.span, "`keep:` is missing here",
                                    "only a note that is kept can greet; give it a title")  # fmt: skip
                question = replace(
                    question, keep=self.texts.plain(step.keep), greets=step.greets,
                    recognise=step.recognise.text if step.recognise else "",
                )  # fmt: skip
            case m.ListQuestion():
                # Where it is no number, that was reported.
                most = 1 if isnan(step.up_to.value) else int(step.up_to.value)
                question = replace(question, most=most)
            case m.Wait():
                question = replace(
                    question, seconds=step.length.seconds,
                    leave=self.texts.plain(step.leave),
                )  # fmt: skip
            case m.Confirm() | m.Date():
                pass
        return question, blocks

    def _fact(self, step: m.QuestionStep, name: str, inside: frozenset[str]) -> str:
        """Return the person fact that a question is asked once for, or ""."""
        fact = step.remember if isinstance(step, _LASTING) else None
        if fact is None:
            return ""
        if _is_about_safety(step):
            self.report.add("D604", fact.span, f"what `{name}` is about is asked anew each time",
                            "an answer about safety is never remembered; take `remember:` out")  # fmt: skip
        elif inside:
            self.report.add("D604", fact.span, f"`{name}` has an answer for each item",
                            "a person fact has one; ask it outside of the `for each`")  # fmt: skip
        return fact.text

    def with_then(self, question: p.Question, then: Mapping[str, int]) -> p.Question:
        """Return the question with the addresses of its options' own steps."""
        options = tuple(replace(one, then=then.get(one.id, -1)) for one in question.options)
        return replace(question, options=options)

    def _option(
        self, name: str, key: Word, option: m.Option, address: int, inside: frozenset[str]
    ) -> p.Option:
        given = frozenset((name,))
        reply = None
        if option.reply is not None:
            reply = self.texts.read(
                option.reply, f"{name}/{key.text}.reply", address, given=given, inside=inside
            )
        return p.Option(
            key.text, self.texts.plain(option.label), reply,
            self._signal(option.signal),
            self.guards.read(option.if_, inside=inside) if option.if_ is not None else None,
            formerly=tuple(one.text for one in option.formerly),
            opens=option.opens.text if isinstance(option, m.Choice) and option.opens else "",
            also=tuple(self._also(option)),
        )  # fmt: skip

    def _also(self, option: m.Option) -> Iterator[PlainPhrase]:
        for word in option.also:
            if '"' in word.text:
                self.report.add("D119", word.span, f"a quotation mark stands inside `{word.text}`",
                                "put one before and one behind each phrase, or none")  # fmt: skip
                continue
            try:
                phrase = compile_phrase(word.text, {})
            except PhraseError as error:
                self.report.add("D119", word.span, f"in `{word.text}`: {error}")
            else:
                yield phrase.source, phrase.needs, phrase.firsts

    def _signal(self, word: Word | None) -> p.SignalMark | None:
        if word is None or not word:
            return None
        code, _, level = word.text.partition(" ")
        level = level.strip()
        for said, known, what in ((code, SIGNALS, "signal"), (level, LEVELS, "level of a signal")):
            if said not in known:
                self.report.add("D115", word.span, f"`{said}` is no {what}",
                                did_you_mean(said, known) if said else "write it like `R5 amber`")  # fmt: skip
                return None
        return p.SignalMark(code, level)

    def _alone(self, step: m.Pick, alone: Word) -> str:
        options = [key.text for key, _ in step.options]
        if alone and alone.text not in options:
            self.report.add("D204", alone.span, f"`{alone.text}` is no option of `{step.as_.text}`",
                            did_you_mean(alone.text, options))  # fmt: skip
        return alone.text

    def _bounded(self, question: p.Question, step: m.Rate | m.Number) -> p.Question:
        if step.from_.value >= step.to.value:
            self.report.add("D307", step.to.span, f"`to:` is not above `from:` ({step.from_.value:g})",
                            "no number would be taken")  # fmt: skip
        if isinstance(step, m.Rate):
            low, high = self.texts.plain(step.low), self.texts.plain(step.high)
            question = replace(question, low_label=low, high_label=high)
        else:
            question = replace(question, unit=self.texts.plain(step.unit))
        return replace(question, low=step.from_.value, high=step.to.value)


def check_remembered(dialog: m.Dialog, book: Book, report: Report) -> None:
    """Report steps that would keep an answer about safety, or one in own words, as a person fact."""
    for step, _ in steps_of(dialog):
        asked = _asked(dialog, book, step.from_.text) if isinstance(step, m.Remember) else None
        if asked is None or not isinstance(step, m.Remember):
            continue
        if _is_about_safety(asked):
            report.add("D604", step.fact.span,
                       f"what `{step.from_.text}` is about is asked anew each time",
                       "an answer about safety is never remembered; take this step out")  # fmt: skip
        elif isinstance(asked, _OWN_WORDS):
            report.add("D604", step.fact.span, f"`{step.from_.text}` is answered in own words",
                       "only what was chosen is remembered; own words are kept by `keep:`")  # fmt: skip


def _asked(dialog: m.Dialog, book: Book, name: str) -> m.QuestionStep | None:
    """Return the question with that name, of a dialog or of one that gives the answer back to it."""
    call, dot, given = name.rpartition(".")
    for step, _ in steps_of(dialog):
        if isinstance(step, m.QuestionStep) and step.as_ is not None and step.as_.text == name:
            return step
        if dot and isinstance(step, m.Call) and step.as_ is not None and step.as_.text == call:
            callee = book.dialogs.get(step.dialog.text)
            if callee is not None and callee is not dialog:
                return _asked(callee, book, given)
    return None


def _is_about_safety(step: m.QuestionStep) -> bool:
    options = step.options if isinstance(step, (m.Choose, m.Pick)) else ()
    return bool(step.gate) or any(one.signal is not None for _, one in options)
