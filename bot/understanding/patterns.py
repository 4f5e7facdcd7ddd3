"""Rules as values: patterns by group, and the matches they find in a text.

Which patterns there are stands in config; what a match leads to is decided by those who ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bot.understanding.book import Book, PlainIndex
    from bot.understanding.grammar import PlainPhrase
    from bot.understanding.text import Text

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


PlainPattern: TypeAlias = (
    "tuple[str, str, str, str, int, tuple[str, ...], tuple[PlainPhrase, ...],"
    " tuple[PlainPhrase, ...], tuple[PlainPhrase, ...], tuple[PlainPhrase, ...]]"
)
PlainRules: TypeAlias = "tuple[tuple[tuple[str, tuple[PlainPattern, ...]], ...], PlainIndex]"
"""The patterns of each group, and the index of the book made of them."""

SIGNALS = ""
"""Stands for the group of all patterns with a signal, whatever their own group."""

AGAINST = "-"
"""Stands for the group of all that only speak against signals: few texts need them."""


class Pattern:
    """One rule; plain data with names.

    `scope` lists what must hold: "negated: no" is "-negated", "person: self" is "self".
    `unless` is looked for in the sentence of the match, `nowhere` and `with` in the whole text;
    each of `with` must be found.
    """

    __slots__ = ("level", "name", "plain", "scope", "value", "weight", "where")

    def __init__(self, plain: PlainPattern) -> None:
        self.plain = plain
        self.name, self.where, self.value, self.level, self.weight, self.scope = plain[:6]

    @property
    def phrases(self) -> tuple[PlainPhrase, ...]:
        """What it says, as plain data."""
        return self.plain[6]

    @property
    def guards(self) -> tuple[tuple[PlainPhrase, ...], ...]:
        """The phrases of `unless`, `nowhere` and `with`, in this order."""
        return self.plain[7:]

    def words(self) -> Iterator[Iterable[str]]:
        """Yield the words that decide whether and where its phrases are looked for."""
        for _, needs, firsts in chain(*self.plain[6:]):
            yield firsts
            yield from needs


class Rules:
    """All patterns, by group; immutable, and plain data again with `plain()`."""

    __slots__ = ("_book", "_index", "_kept", "_later")

    def __init__(self, groups: Mapping[str, Iterable[Pattern]]) -> None:
        self._kept = {name: tuple(patterns) for name, patterns in groups.items()}
        self._later: Callable[[], PlainRules] | None = None
        self._index: PlainIndex | None = None
        self._book: Book | None = None

    @classmethod
    def of(cls, plain: PlainRules) -> Rules:
        """Rules from what `plain()` gave."""
        return cls.later(lambda: plain)

    @classmethod
    def later(cls, load: Callable[[], PlainRules]) -> Rules:
        """Rules whose plain data is loaded when the first text is read: a greeting needs none."""
        rules = cls({})
        rules._later = load
        return rules

    def _load(self) -> None:
        if self._later is not None:
            load, self._later = self._later, None
            groups, self._index = load()
            self._kept = {name: tuple(map(Pattern, rows)) for name, rows in groups}

    @property
    def _patterns(self) -> dict[str, tuple[Pattern, ...]]:
        self._load()
        return self._kept

    @property
    def _opened(self) -> Book:
        self._load()
        if self._book is None:
            from bot.understanding.book import Book  # noqa: PLC0415 - a greeting reads no text

            self._book = Book(self._kept, self._index)
        return self._book

    def plain(self) -> PlainRules:
        """Only tuples, dictionaries, strings, bytes and whole numbers; fit for marshal."""
        groups = tuple(
            (name, tuple(pattern.plain for pattern in patterns))
            for name, patterns in self._patterns.items()
        )
        return groups, self._opened.index

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups, which are those of the files."""
        return tuple(self._patterns)

    def find(self, group: str, text: Text | str) -> tuple[Match, ...]:
        """Find the patterns of a group that match, one match each; () for a group there is not."""
        return self._opened.find(text, group)

    def signals(self, text: Text | str) -> tuple[Match, ...]:
        """Find the patterns with a signal that match, of all groups; not those of `against`."""
        return self._opened.find(text, SIGNALS)

    def against(self, text: Text | str) -> tuple[Match, ...]:
        """Find the patterns that match whose weight is taken off that of the signals."""
        return self._opened.find(text, AGAINST)

    def places_of(self, value: str, text: Text | str) -> tuple[Match, ...]:
        """Find every place of the patterns with the signal `value`, in the order of the text."""
        return self._opened.places_of(text, value)
