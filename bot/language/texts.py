"""Reads what is said: names in braces become slots, and a text that cannot be shown is reported."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.program import Slot, Text
from bot.language.diagnostics import did_you_mean, nearest
from bot.language.types import LIST, TEXT, is_beyond_reach

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.language.diagnostics import Report, Span
    from bot.language.kinds import Prose, Word
    from bot.language.types import Answer

LONGEST_TEXT = 2000
"""Characters of one message on Discord."""


class Use(NamedTuple):
    """A text at `address` names an answer; `given` are names that are known there anyway."""

    address: int
    name: str
    span: Span
    given: frozenset[str]


@cache
def _braces() -> re.Pattern[str]:
    return re.compile(r"\{(?P<inner>[^{}]*)\}|[{}]")


@cache
def _slot() -> re.Pattern[str]:
    name = r"[A-Za-z0-9_][\w-]*(?:\.[A-Za-z0-9_][\w-]*)*"
    return re.compile(rf"quote\((?P<quoted>{name})\)|(?P<name>{name})")


class TextReader:
    """Reads the texts of one dialog; `uses` gathers the names that must be known."""

    def __init__(self, dialog: str, answers: Mapping[str, Answer], report: Report) -> None:
        self.dialog = dialog
        self.answers = answers
        self.report = report
        self.uses: list[Use] = []

    def read(
        self,
        prose: Prose,
        name: str,
        address: int,
        *,
        twin: Prose | None = None,
        given: frozenset[str] = frozenset(),
        inside: frozenset[str] = frozenset(),
    ) -> Text:
        """Return the text with the id `dialog/name`; `inside` names the `for each` around it."""
        variants = tuple(
            tuple(
                self._segments(one, address, given=given, inside=inside, has_twin=twin is not None)
            )
            for one in prose.variants
        )
        twins = tuple(
            tuple(self._segments(one, address, given=given, inside=inside, has_twin=False))
            for one in (twin.variants if twin is not None else ())
        )
        return Text(f"{self.dialog}/{name}", variants, twins)

    def plain(self, word: Word | None) -> str:
        """Return a text that has no slots: a label, a title."""
        if word is None or not word:
            return ""
        found = _braces().search(word.text)
        if found is not None:
            self._wrong("D501", word, found.start(), found.end(), "braces are not filled in here",
                        "names can stand in what is said or asked, not in labels and titles")  # fmt: skip
        self._check_length(word)
        return word.text

    def _segments(
        self, word: Word, address: int, *, given: frozenset[str], inside: frozenset[str],
        has_twin: bool,
    ) -> Iterator[str | Slot]:  # fmt: skip
        self._check_length(word)
        text, done = word.text, 0
        for found in _braces().finditer(text):
            inner = found["inner"]
            slot = _slot().fullmatch(inner.strip()) if inner is not None else None
            if slot is None:
                self._wrong("D501", word, found.start(), found.end(),
                            f"`{found[0]}` cannot be filled in",
                            "write `{name}` or `{quote(name)}`, and nothing else in braces")  # fmt: skip
                continue
            if found.start() > done:
                yield text[done : found.start()]
            done = found.end()
            name = slot["quoted"] or slot["name"]
            start = found.start("inner") + slot.start("quoted" if slot["quoted"] else "name")
            span = word.within(self.report.source, start, start + len(name))
            if self._is_known(name, span, inside):
                self._note(Use(address, name, span, given), has_twin=has_twin)
            yield Slot(name, bool(slot["quoted"]))
        if done < len(text):
            yield text[done:]

    def _note(self, use: Use, *, has_twin: bool) -> None:
        if has_twin:
            return
        self.uses.append(use)
        answer = self.answers[use.name]
        if answer.type.kind in (TEXT, LIST) and answer.verb != "for each":
            self.report.add(
                "D502", use.span, f"the words in `{use.name}` may not be said back",
                "add `unknown:` with a text that does without them",
            )  # fmt: skip

    def _is_known(self, name: str, span: Span, inside: frozenset[str]) -> bool:
        answer = self.answers.get(name)
        if answer is None and is_beyond_reach(name, self.answers):
            return False
        if answer is None:
            near = self.answers.get(nearest(name, self.answers))
            help_ = (
                f"did you mean `{near.name}` ({near.verb}, line {near.line})?"
                if near is not None
                else did_you_mean(name, self.answers)
            )
            self.report.add("D201", span, f"there is no answer `{name}`", help_)
            return False
        if answer.loop and answer.loop not in inside:
            self.report.add("D302", span, f"`{name}` has an answer for each item",
                            "it can be named only inside its `for each`")  # fmt: skip
            return False
        return True

    def _check_length(self, word: Word) -> None:
        if len(word.text) > LONGEST_TEXT:
            self._wrong("D503", word, LONGEST_TEXT, len(word.text),
                        f"this has {len(word.text)} characters, and {LONGEST_TEXT} can be shown",
                        "say it in two steps, or shorter")  # fmt: skip

    def _wrong(self, code: str, word: Word, start: int, end: int, *said: str) -> None:
        self.report.add(code, word.within(self.report.source, start, end), *said)
