"""What is named in a dialog, with its types, and what dialogs know of each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.dialogue.weighing import UNSURE
from bot.language import model as m
from bot.language.diagnostics import did_you_mean, nearest
from bot.language.tokens import WORDS
from bot.language.types import (
    DATE,
    LIST,
    MANY,
    NUMBER,
    ONE,
    TEXT,
    WAITED,
    YES_NO_UNSURE,
    Answer,
    Answers,
    Interface,
    Type,
)
from bot.understanding.recognise import CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from bot.language.diagnostics import Report
    from bot.language.kinds import Word


@dataclass(slots=True)
class Names:
    """What a guard may name; `circle` is where the reader stands in facts of facts."""

    answers: Mapping[str, Answer]
    facts: Mapping[str, Word]
    indicators: tuple[str, ...]
    dialogs: AbstractSet[str]
    outcomes: tuple[str, ...]
    circle: list[str] = field(default_factory=list)
    circular: set[str] = field(default_factory=set)


_PLAIN = {
    "number": Type(NUMBER),
    "date": Type(DATE),
    "text": Type(TEXT),
    "yes or no": YES_NO_UNSURE,
}


def steps_of(dialog: m.Dialog) -> Iterator[tuple[m.Step, str]]:
    """Return every step of a dialog, with the name of the `for each` around it or ""."""
    for _, steps in dialog.nodes:
        yield from _walk(steps, "")


def _walk(steps: tuple[m.Step, ...], loop: str) -> Iterator[tuple[m.Step, str]]:
    for step in steps:
        yield step, loop
        match step:
            case m.If():
                yield from _walk(step.then, loop)
                yield from _walk(step.else_, loop)
            case m.ForEach():
                yield from _walk(step.do, step.name.text)
            case m.Choose() | m.Pick():
                for _, option in step.options:
                    yield from _walk(option.then, loop)
            case _:
                pass


def declared(words: tuple[Word, ...]) -> Type:
    """Return the type written under `takes:` or `recalls:`."""
    if len(words) == 1 and words[0].text in _PLAIN:
        return _PLAIN[words[0].text]
    if len(words) == 1 and words[0].text in CLASSES:
        return Type(TEXT, CLASSES[words[0].text])
    return Type(ONE, tuple(one.text for one in words))


class Book:
    """All dialogs that could be read, and what each may know of the others.

    `names` holds those that could not be read, too: a call to one of them is no further mistake.
    """

    def __init__(self, dialogs: Mapping[str, m.Dialog], names: Iterable[str] = ()) -> None:
        self.dialogs = dialogs
        self.names = frozenset((*dialogs, *names))
        self._interfaces: dict[str, Interface] = {}
        self._under_way: set[str] = set()

    def interface(self, name: str) -> Interface | None:
        """Return what others may know of a dialog; None where there is none of that name."""
        dialog = self.dialogs.get(name)
        if dialog is None or name in self._under_way:
            return None
        if name not in self._interfaces:
            self._under_way.add(name)
            self._interfaces[name] = self._interface(name, dialog)
            self._under_way.discard(name)
        return self._interfaces[name]

    def _interface(self, name: str, dialog: m.Dialog) -> Interface:
        steps = [step for step, _ in steps_of(dialog)]
        ends = [one.outcome.text for one in steps if isinstance(one, (m.End, m.Stop))]
        answers = answers_of(dialog, self, None)
        return Interface(
            name,
            # Where one could not be read, nothing is known of how it ends.
            tuple(dict.fromkeys(ends)) if all(ends) else (),
            tuple((key.text, declared(words)) for key, words in dialog.takes),
            tuple(
                (one.text, answers[one.text].type) for one in dialog.gives if one.text in answers
            ),
            tuple(key.text for key, _ in dialog.indicators),
            any(isinstance(one, m.QUESTIONS) for one in steps),
        )


def answers_of(dialog: m.Dialog, book: Book, report: Report | None) -> Answers:
    """Return every name a guard of the dialog may read. A name taken twice goes to the report."""
    found = Answers()
    found.has_gaps = any(
        isinstance(step, m.QUESTIONS) and step.as_ is not None and not step.as_
        for step, _ in steps_of(dialog)
    )
    facts = {key.text: key for key, _ in dialog.facts}
    for word, answer in _declarations(dialog, book, report):
        if word and report is not None and answer.name == word.text:
            _check_name(word, found, facts, report)
        if answer.name and answer.name not in found:
            found[answer.name] = answer
    return found


def _declarations(
    dialog: m.Dialog, book: Book, report: Report | None
) -> Iterator[tuple[Word, Answer]]:
    for verb, declarations in (("takes", dialog.takes), ("recalls", dialog.recalls)):
        for key, words in declarations:
            yield key, Answer(key.text, declared(words), verb, key.span.line)
    for step, loop in steps_of(dialog):
        yield from _of_step(step, loop, book, report)


def _of_step(
    step: m.Step, loop: str, book: Book, report: Report | None
) -> Iterator[tuple[Word, Answer]]:
    match step:
        case m.ForEach():
            yield (
                step.name,
                Answer(
                    step.name.text,
                    Type(TEXT),
                    "for each",
                    step.name.span.line,
                    step.name.text,
                    sure=True,
                ),
            )
        case m.Call() if step.as_ is not None:
            word, line = step.as_, step.as_.span.line
            callee = book.interface(step.dialog.text)
            outcomes = Type(ONE, callee.outcomes if callee else ())
            yield word, Answer(word.text, outcomes, "call", line, loop)
            for name, type_ in callee.gives if callee else ():
                yield word, Answer(f"{word.text}.{name}", type_, "call", line, loop)
        case m.Conclude() if step.as_ is not None:
            concluded = Type(ONE, _concluded(step))
            yield (
                step.as_,
                Answer(step.as_.text, concluded, "conclude", step.as_.span.line, loop, sure=True),
            )
        case _ if isinstance(step, m.QUESTIONS) and step.as_ is not None:
            low, high = float("-inf"), float("inf")
            if isinstance(step, (m.Rate, m.Number)) and step.from_.value < step.to.value:
                low, high = step.from_.value, step.to.value
            yield step.as_, Answer(
                step.as_.text, _type(step, report), _verb(step), step.as_.span.line, loop,
                low=low, high=high,
            )  # fmt: skip
        case _:
            pass


def _check_name(
    word: Word, found: Mapping[str, Answer], facts: Mapping[str, Word], report: Report
) -> None:
    name = word.text
    if name in WORDS:
        report.add(
            "D207", word.span, f"`{name}` has a meaning in guards already", "take another name"
        )
    elif name in found:
        first = found[name]
        report.add("D207", word.span, f"`{name}` is taken",
                   f"line {first.line} has it ({first.verb}); take another name")  # fmt: skip
    elif name in facts:
        report.add("D207", word.span, f"`{name}` is taken",
                   f"line {facts[name].span.line} has it (fact); take another name")  # fmt: skip


def _verb(step: m.Step) -> str:
    return "list" if isinstance(step, m.ListQuestion) else type(step).__name__.lower()


def _concluded(step: m.Conclude) -> tuple[str, ...]:
    outcomes = [row.outcome.text for row in step.rows]
    rows = [row for row in step.rows if isinstance(row, m.Row)]
    outcomes += [
        row.if_unknown.text for row in rows
        if row.if_unknown is not None and row.if_unknown.text in outcomes
    ]  # fmt: skip
    if any(row.only_when_sure for row in rows):
        outcomes.append(UNSURE)
    return tuple(dict.fromkeys(outcomes))


def _type(step: m.Step, report: Report | None) -> Type:
    match step:
        case m.Choose() | m.Pick():
            members = tuple(
                key.text for key, one in step.options
                if not (isinstance(one, m.Choice) and one.opens)
            )  # fmt: skip
            other = ("other",) if step.other is not None and "other" not in members else ()
            return Type(ONE if isinstance(step, m.Choose) else MANY, members + other)
        case m.Rate() | m.Number():
            return Type(NUMBER)
        case m.Confirm():
            return YES_NO_UNSURE
        case m.Wait():
            return WAITED
        case m.Date():
            return Type(DATE)
        case m.ListQuestion():
            return Type(LIST)
        case m.Write() if step.recognise is not None and step.recognise:
            name = step.recognise.text
            if name not in CLASSES and report is not None:
                report.add("D209", step.recognise.span, f"there is no recogniser `{name}`",
                           did_you_mean(name, CLASSES))  # fmt: skip
            return Type(TEXT, CLASSES.get(name, CLASSES.get(nearest(name, CLASSES), ())))
        case _:
            return Type(TEXT)
