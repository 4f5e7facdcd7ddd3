"""Where names stand in an author's files: each place with what kind of name it is, and whose.

What is done with the places is for others to say; nothing is changed here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.language import model as m
from bot.language.names import answers_of, steps_of
from bot.language.tokens import Token, tokens
from bot.language.tone import options_of, said_in
from bot.language.types import NUMBER

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence

    from bot.language.diagnostics import Source
    from bot.language.kinds import Word
    from bot.language.names import Book
    from bot.language.types import Answer

ANSWER, NODE, OUTCOME, FACT, INDICATOR, OPTION, DIALOG, TAKEN = (
    "answer", "node", "outcome", "fact", "indicator", "option", "dialog", "taken",
)  # fmt: skip


class Mention(NamedTuple):
    """A name at text[start:end] of a file.

    `of` is the answer whose option it is, or the dialog whose `takes:` it fills; `defines` where the
    name is given and not only used.
    """

    kind: str
    text: str
    start: int
    end: int
    of: str = ""
    defines: bool = False


def mentions(dialog: m.Dialog, book: Book, source: Source) -> tuple[Mention, ...]:
    """Return every mention in a dialog."""
    return tuple(_Finder(dialog, book, source).all())


class _Finder:
    def __init__(self, dialog: m.Dialog, book: Book, source: Source) -> None:
        self.dialog = dialog
        self.source = source
        self.answers: Mapping[str, Answer] = answers_of(dialog, book, None)
        self.facts = {key.text for key, _ in dialog.facts}
        self.indicators = {key.text for key, _ in dialog.indicators}

    def at(self, kind: str, word: Word | None, of: str = "", *, defines: bool = False) -> Iterator[Mention]:  # fmt: skip
        if word is not None and word:
            yield self.part(kind, word, 0, len(word.text), of, defines=defines)

    def part(
        self, kind: str, word: Word, start: int, end: int, of: str = "", *, defines: bool = False
    ) -> Mention:
        span = word.within(self.source, start, end)
        first = self.source.starts[span.line - 1] + span.column - 1
        return Mention(kind, word.text[start:end], first, first + end - start, of, defines)

    def all(self) -> Iterator[Mention]:  # noqa: C901 - one part of the file after the other
        dialog = self.dialog
        yield from self.at(DIALOG, dialog.dialog, defines=True)
        for key, types in dialog.takes:
            yield from self.at(ANSWER, key, defines=True)
            for word in types:
                yield from self.at(OPTION, word, key.text)
        for word in dialog.gives:
            yield from self.at(ANSWER, word)
        for key, guard in dialog.facts:
            yield from self.at(FACT, key, defines=True)
            yield from self.guard(guard)
        for key, indicator in dialog.indicators:
            yield from self.at(INDICATOR, key, defines=True)
            yield from self.at(ANSWER, indicator.weigh)
            for rows in (indicator.for_, indicator.mixed, indicator.against):
                for option, _ in rows:
                    yield from self.at(OPTION, option, indicator.weigh.text)
        for key, _ in dialog.nodes:
            yield from self.at(NODE, key, defines=True)
        for _, guard in (*dialog.never, *dialog.always):
            yield from self.guard(guard)
        for step, _ in steps_of(dialog):
            yield from self.step(step)
        for said in said_in(dialog):
            yield from self.slots(said.word)

    def step(self, step: m.Step) -> Iterator[Mention]:  # noqa: C901, PLR0912 - one case a verb
        match step:
            case m.If():
                yield from self.guard(step.guard)
            case m.Goto():
                yield from self.at(NODE, step.node)
            case m.End() | m.Stop():
                yield from self.at(OUTCOME, step.outcome, defines=True)
            case m.Remember():
                yield from self.at(ANSWER, step.from_)
            case m.Remind():
                yield from self.at(DIALOG, step.dialog)
                yield from self.at(ANSWER, step.for_.name if step.for_ is not None else None)
            case m.ForEach():
                yield from self.at(ANSWER, step.name, defines=True)
                yield from self.at(ANSWER, step.in_)
            case m.Call():
                yield from self.at(DIALOG, step.dialog)
                yield from self.at(ANSWER, step.as_, defines=True)
                for key, value in step.with_:
                    yield from self.at(TAKEN, key, step.dialog.text)
                    yield from self.at(ANSWER, value)
            case m.Conclude():
                yield from self.at(ANSWER, step.as_, defines=True)
                for row in step.rows:
                    yield from self.at(OUTCOME, row.outcome, defines=True)
                    if isinstance(row, m.Row):
                        yield from self.guard(row.guard)
                        yield from self.at(OUTCOME, row.if_unknown)
            case _ if isinstance(step, m.QUESTIONS) and step.as_ is not None:
                yield from self.at(ANSWER, step.as_, defines=True)
                for key, option in options_of(step):
                    yield from self.at(OPTION, key, step.as_.text, defines=True)
                    if option.if_ is not None:
                        yield from self.guard(option.if_)
                if isinstance(step, m.Pick):
                    yield from self.at(OPTION, step.alone, step.as_.text)
            case _:
                pass

    def slots(self, word: Word) -> Iterator[Mention]:
        for found in re.finditer(r"\{\s*(?:quote\()?([A-Za-z0-9_][\w.-]*)", word.text):
            yield self.part(ANSWER, word, found.start(1), found.end(1))

    # --- guards ---

    def guard(self, word: Word) -> Iterator[Mention]:  # noqa: C901 - one case a kind of test
        found = tokens(word.text)
        at = 0
        while at < len(found) and found[at].kind != "end":
            token, after = found[at], found[at + 1] if at + 1 < len(found) else found[at]
            at += 1
            if token.kind != "name":
                continue
            inner = _INSIDE.get(token.text)
            if inner is not None and after.text == "(":
                named = found[at + 1]
                kind = inner
                if token.text == "unknown" and named.text in self.indicators:
                    kind = INDICATOR
                if kind:
                    yield self.token(kind, word, named)
                at += 2
            elif token.text == "at" and after.text == "least":
                while found[at].text != "]" and found[at].kind != "end":
                    at += 1
                    if found[at].kind == "name" and found[at].text not in ("least", "of"):
                        yield self.token(INDICATOR, word, found[at])
                at += 2
            elif token.text in ("ends", "enters") and after.kind == "name":
                yield self.token(OUTCOME if token.text == "ends" else DIALOG, word, after)
                at += 1
            elif token.text not in _WORDS:
                kind = FACT if token.text in self.facts else ANSWER
                yield self.token(kind, word, token)
                at = yield from self.members(word, token, found, at)

    def members(
        self, word: Word, left: Token, found: Sequence[Token], at: int
    ) -> Generator[Mention, None, int]:
        """Give the options behind a comparison, and return where it ends."""
        operator = found[at]
        answer = self.answers.get(left.text)
        is_number = answer is not None and answer.type.kind == NUMBER
        if operator.text in ("==", "!=", "has") and not is_number:
            if found[at + 1].kind != "end":
                yield self.token(OPTION, word, found[at + 1], left.text)
            return at + 2
        if operator.text == "in":
            while found[at].text != "]" and found[at].kind != "end":
                at += 1
                if found[at].kind in ("name", "number"):
                    yield self.token(OPTION, word, found[at], left.text)
            return at + 1
        return at

    def token(self, kind: str, word: Word, token: Token, of: str = "") -> Mention:
        return self.part(kind, word, token.start, token.end, of)


_INSIDE = {
    "answered": ANSWER, "unknown": ANSWER, "count": ANSWER, "days_since": ANSWER, "any": ANSWER,
    "all": ANSWER, "visited": DIALOG, "signal": "", "for": INDICATOR, "against": INDICATOR,
    "mixed": INDICATOR,
}  # fmt: skip
"""What stands in the brackets behind a word of a guard."""
_WORDS = frozenset({"and", "or", "not", "sure", "in", "has"})
