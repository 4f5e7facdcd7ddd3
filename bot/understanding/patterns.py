"""Rules as values: patterns by group, and the matches they find in a text.

Which patterns there are stands in config; what a match leads to is decided by those who ask.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from bot.understanding.scope import Scope, scope_of, sentence_of
from bot.understanding.text import Text, as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
    scope: Scope


Needs: TypeAlias = tuple[tuple[str, ...], ...]
PlainPhrase: TypeAlias = tuple[str, tuple[str, ...], Needs]
PlainPattern: TypeAlias = tuple[
    str, str, str, str, int, tuple[str, ...], tuple[PlainPhrase, ...],
    tuple[str, ...], tuple[str, ...], tuple[str, ...],
]  # fmt: skip
PlainRules: TypeAlias = tuple[tuple[str, tuple[PlainPattern, ...]], ...]


class Pattern:
    """One rule, its expressions compiled when first needed.

    `scope` lists what must hold: "negated: no" is "-negated", "person: self" is "self".
    `unless` is looked for in the sentence of the match, `nowhere` and `with` in the whole text;
    each of `with` must be found.
    """

    __slots__ = ("_also", "_compiled", "_nowhere", "_unless", "level", "name", "phrases", "plain",
                 "scope", "value", "weight", "where")  # fmt: skip

    def __init__(self, plain: PlainPattern) -> None:
        self.plain = plain
        (self.name, self.where, self.value, self.level, self.weight, self.scope,
         self.phrases, self._unless, self._nowhere, self._also) = plain  # fmt: skip
        self._compiled: dict[str, re.Pattern[str]] = {}

    def find(self, group: str, text: Text, norm: str, phrase: str) -> Match | None:
        """The first match of one of its phrases whose scope and surroundings allow it."""
        for hit in self._expression(phrase).finditer(norm):
            start, end = hit.span()
            if start == end:
                continue
            scope = scope_of(text, norm, start, end)
            if not self._allows(scope) or self._denied(norm, start, end):
                continue
            first = norm.count(" ", 0, start)
            last = first + norm.count(" ", start, end) - 1
            return Match(
                self.name, group, self.value, self.level, self.weight, self.where,
                text.tokens[first].start, text.tokens[last].end, scope,
            )  # fmt: skip
        return None

    def _expression(self, source: str) -> re.Pattern[str]:
        found = self._compiled.get(source)
        if found is None:
            found = self._compiled[source] = re.compile(source)
        return found

    def _allows(self, scope: Scope) -> bool:
        for wish in self.scope:
            match wish:
                case "-negated" if scope.negated:
                    return False
                case "-quoted" if scope.quoted:
                    return False
                case "-past" if scope.past:
                    return False
                case "-conditional" if scope.conditional:
                    return False
                case "+negated" if not scope.negated:
                    return False
                case "+past" if not scope.past:
                    return False
                case "+quoted" if not scope.quoted:
                    return False
                case "+conditional" if not scope.conditional:
                    return False
                case "self" if scope.person == "other":
                    return False
                case "other" if scope.person == "self":
                    return False
                case _:
                    pass
        return True

    def _denied(self, norm: str, start: int, end: int) -> bool:
        left, right = sentence_of(norm, start, end)
        if any(self._expression(guard).search(norm, left, right) for guard in self._unless):
            return True
        if any(self._expression(guard).search(norm) for guard in self._nowhere):
            return True
        return not all(self._expression(also).search(norm) for also in self._also)


class Rules:
    """All patterns, by group; immutable, and plain data again with `plain()`."""

    __slots__ = ("_books", "_patterns", "_signals")

    def __init__(self, groups: Mapping[str, Iterable[Pattern]]) -> None:
        self._patterns = {name: tuple(patterns) for name, patterns in groups.items()}
        self._books: dict[str, _Book] = {}
        self._signals: _Book | None = None

    @classmethod
    def of(cls, plain: PlainRules) -> Rules:
        """Rules from what `plain()` gave."""
        return cls({name: [Pattern(row) for row in rows] for name, rows in plain})

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
        """The patterns of a group that match, one match each; () for a group there is not."""
        if group not in self._patterns:
            return ()
        book = self._books.get(group)
        if book is None:
            book = self._books[group] = _Book({group: self._patterns[group]})
        return book.find(as_text(text))

    def signals(self, text: Text | str) -> tuple[Match, ...]:
        """The patterns with a signal that match, of all groups."""
        if self._signals is None:
            self._signals = _Book({
                name: tuple(pattern for pattern in patterns if pattern.level)
                for name, patterns in self._patterns.items()
            })
        return self._signals.find(as_text(text))


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

    def find(self, text: Text) -> tuple[Match, ...]:
        words = {token.word for token in text.tokens}
        words |= {word[:size] + "*" for word in words for size in (2, 3, 4) if len(word) >= size}
        norm = " " + text.norm
        found: dict[str, Match | None] = {}
        tried: set[int] = set()
        by_word = self._by_word
        for word in by_word.keys() & words:
            for number, group, pattern, phrase in by_word[word]:
                if number in tried or found.get(pattern.where) is not None:
                    continue
                tried.add(number)
                if any(words.isdisjoint(need) for need in phrase[2]):
                    continue
                match = pattern.find(group, text, norm, phrase[0])
                if match is not None:
                    found[pattern.where] = match
        matches = [match for match in found.values() if match is not None]
        return tuple(sorted(matches, key=lambda one: (one.start, one.where, one.pattern)))
