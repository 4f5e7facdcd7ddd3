"""Rules as values: patterns by group, and the matches they find in a text.

Which patterns there are stands in config; what a match leads to is decided by those who ask.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from bot.understanding.grammar import BEGINNING, searchable
from bot.understanding.scope import Around
from bot.understanding.text import Text, as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was read so: the pattern, its place in the rules, and the raw span."""

    pattern: str
    where: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What a text was read as, and why."""

    value: T
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found at raw[start:end]; `value` is its class or signal code."""

    pattern: str
    group: str
    value: str
    level: str
    weight: int
    where: str
    start: int
    end: int


Needs: TypeAlias = tuple[tuple[str, ...], ...]
PlainPhrase: TypeAlias = tuple[str, tuple[str, ...], Needs]
PlainPattern: TypeAlias = tuple[
    str, str, str, str, int, tuple[str, ...], tuple[PlainPhrase, ...],
    tuple[PlainPhrase, ...], tuple[PlainPhrase, ...], tuple[PlainPhrase, ...],
]  # fmt: skip
PlainRules: TypeAlias = tuple[tuple[str, tuple[PlainPattern, ...]], ...]


class _Look:
    """One text being looked at: its words, and what has been searched in it already."""

    __slots__ = ("_expressions", "_found", "line", "norm", "text", "words")

    def __init__(self, text: Text, expressions: dict[str, re.Pattern[str]]) -> None:
        self.text = text
        self.norm = " " + text.norm
        self.line = searchable([token.word for token in text.tokens])
        words = {token.word for token in text.tokens}
        beginnings = {
            word[:size] + "*" for word in words for size in range(1, min(len(word), BEGINNING) + 1)
        }
        self.words = words | beginnings
        self._expressions = expressions
        self._found: dict[PlainPhrase, bool] = {}

    def expression(self, source: str) -> re.Pattern[str]:
        found = self._expressions.get(source)
        if found is None:
            found = self._expressions[source] = re.compile(source)
        return found

    def may_hold(self, phrase: PlainPhrase) -> bool:
        """Whether the words of the text leave the phrase possible."""
        words = self.words
        return not (words.isdisjoint(phrase[1]) or any(map(words.isdisjoint, phrase[2])))

    def holds(self, phrase: PlainPhrase) -> bool:
        """Whether the phrase is anywhere in the text."""
        known = self._found.get(phrase)
        if known is None:
            known = self.may_hold(phrase) and bool(self.expression(phrase[0]).search(self.line))
            self._found[phrase] = known
        return known


class Pattern:
    """One rule; plain data with names.

    `scope` lists what must hold: "negated: no" is "-negated", "person: self" is "self".
    `unless` is looked for in the sentence of the match, `nowhere` and `with` in the whole text;
    each of `with` must be found.
    """

    __slots__ = ("_also", "_nowhere", "_unless", "level", "name", "phrases", "plain",
                 "scope", "value", "weight", "where")  # fmt: skip

    def __init__(self, plain: PlainPattern) -> None:
        self.plain = plain
        (self.name, self.where, self.value, self.level, self.weight, self.scope,
         self.phrases, self._unless, self._nowhere, self._also) = plain  # fmt: skip

    def find(self, group: str, look: _Look, phrase: PlainPhrase) -> Match | None:
        """Return the first match of a phrase whose scope and surroundings allow it."""
        norm, text = look.norm, look.text
        for hit in look.expression(phrase[0]).finditer(look.line):
            start, end = hit.span()
            if start == end:
                continue
            if not all(map(look.holds, self._also)) or any(map(look.holds, self._nowhere)):
                return None
            around = Around(text, norm, start, end)
            if not all(map(around.fits, self.scope)) or self._denied(look, around):
                continue
            first = norm.count(" ", 0, start)
            last = first + norm.count(" ", start, end) - 1
            return Match(
                self.name, group, self.value, self.level, self.weight, self.where,
                text.tokens[first].start, text.tokens[last].end,
            )  # fmt: skip
        return None

    def _denied(self, look: _Look, around: Around) -> bool:
        return any(
            look.expression(guard[0]).search(look.line, around.left, around.right)
            for guard in self._unless
            if look.may_hold(guard)
        )


class Rules:
    """All patterns, by group; immutable, and plain data again with `plain()`."""

    __slots__ = ("_books", "_expressions", "_kept", "_later", "_signals")

    def __init__(self, groups: Mapping[str, Iterable[Pattern]]) -> None:
        self._kept = {name: tuple(patterns) for name, patterns in groups.items()}
        self._later: Callable[[], PlainRules] | None = None
        self._books: dict[str, _Book] = {}
        self._expressions: dict[str, re.Pattern[str]] = {}
        self._signals: _Book | None = None

    @classmethod
    def of(cls, plain: PlainRules) -> Rules:
        """Rules from what `plain()` gave."""
        return cls({name: [Pattern(row) for row in rows] for name, rows in plain})

    @classmethod
    def later(cls, load: Callable[[], PlainRules]) -> Rules:
        """Rules whose plain data is loaded when the first text is read: a greeting needs none."""
        rules = cls({})
        rules._later = load
        return rules

    @property
    def _patterns(self) -> dict[str, tuple[Pattern, ...]]:
        if self._later is not None:
            load, self._later = self._later, None
            self._kept = {name: tuple(map(Pattern, rows)) for name, rows in load()}
        return self._kept

    def plain(self) -> PlainRules:
        """Only tuples, strings and whole numbers; fit for marshal."""
        return tuple(
            (name, tuple(pattern.plain for pattern in patterns))
            for name, patterns in self._patterns.items()
        )

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups, which are those of the files."""
        return tuple(self._patterns)

    def find(self, group: str, text: Text | str) -> tuple[Match, ...]:
        """Find the patterns of a group that match, one match each; () for a group there is not."""
        if group not in self._patterns:
            return ()
        book = self._books.get(group)
        if book is None:
            book = self._books[group] = _Book({group: self._patterns[group]})
        return book.find(_Look(as_text(text), self._expressions))

    def signals(self, text: Text | str) -> tuple[Match, ...]:
        """Find the patterns with a signal that match, of all groups."""
        if self._signals is None:
            self._signals = _Book(
                {
                    name: tuple(pattern for pattern in patterns if pattern.level)
                    for name, patterns in self._patterns.items()
                }
            )
        return self._signals.find(_Look(as_text(text), self._expressions))


class _Book:
    """Patterns by the word that opens them, so that most are never tried."""

    __slots__ = ("_by_word",)

    def __init__(self, groups: Mapping[str, tuple[Pattern, ...]]) -> None:
        self._by_word: dict[str, list[tuple[int, str, Pattern, PlainPhrase]]] = {}
        number = 0
        for group, patterns in groups.items():
            for pattern in patterns:
                for phrase in pattern.phrases:
                    for key in phrase[1]:
                        self._by_word.setdefault(key, []).append((number, group, pattern, phrase))
                    number += 1

    def find(self, look: _Look) -> tuple[Match, ...]:
        words = look.words
        found: dict[str, Match] = {}
        tried: set[int] = set()
        by_word = self._by_word
        for word in by_word.keys() & words:
            for number, group, pattern, phrase in by_word[word]:
                if number in tried or pattern.where in found:
                    continue
                tried.add(number)
                if any(map(words.isdisjoint, phrase[2])):
                    continue
                match = pattern.find(group, look, phrase)
                if match is not None:
                    found[pattern.where] = match
        return tuple(sorted(found.values(), key=lambda one: (one.start, one.where, one.pattern)))
