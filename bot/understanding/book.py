"""Finds the patterns that match a text; most are ruled out by the words they cannot do without.

It ends at matches, and knows nothing of what they mean.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from functools import reduce
from itertools import chain
from operator import and_
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from bot.understanding.grammar import (
    FILLER,
    FILLERS,
    NEEDS,
    NUMBER,
    SENTENCE,
    PlainPhrase,
    searchable,
)
from bot.understanding.patterns import AGAINST, SIGNALS, Match
from bot.understanding.scope import SENTENCE_ENDS, Around, Line
from bot.understanding.text import as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.understanding.patterns import Pattern
    from bot.understanding.text import Text

PlainIndex: TypeAlias = tuple[dict[str, bytes], tuple[str, ...], tuple[bytes, ...]]
"""For each word the phrases and places it is needed for; further words; phrases with few needs."""


class Look:
    """One text being looked at by one book: where the words that matter to it stand, what was found.

    It is made once for a text and kept with it, so that the signals and every recogniser share it.
    """

    __slots__ = ("_holds", "around", "line", "matches", "places", "possible", "words")

    def __init__(self, book: Book, text: Text) -> None:
        self.line = searchable([token.word for token in text.tokens])
        self.places = book.places(text)
        self.words = set(self.places)
        self.possible = book.possible(self.words)
        self.around = Line(text, self.places[SENTENCE])
        self.matches: dict[str, tuple[Match, ...]] = {}
        self._holds: dict[tuple[str, int], bool] = {}

    def starts(self, firsts: frozenset[str]) -> list[int]:
        """Return where in the line one of these words stands, in order."""
        words = self.words & firsts
        if len(words) == 1:
            return self.places[words.pop()]
        return sorted([at for word in words for at in self.places[word]]) if words else []

    def holds(self, phrase: Sought, left: int = 0, right: int | None = None) -> bool:
        """Whether the phrase is in the text, or in its sentence from `left` to `right`."""
        key = (phrase.source, -1 if right is None else left)
        known = self._holds.get(key)
        if known is None:
            known = phrase.may_be_in(self.words) and any(
                True for _ in phrase.hits(self, left, right)
            )
            self._holds[key] = known
        return known


class Sought:
    """A phrase ready to be looked for; its expression is compiled when it is first needed."""

    __slots__ = ("_expression", "_starts", "firsts", "needs", "source")

    def __init__(self, plain: PlainPhrase) -> None:
        self.source, self.needs, self.firsts = plain
        self._starts: frozenset[str] = frozenset()
        self._expression: re.Pattern[str] | None = None

    def may_be_in(self, words: set[str]) -> bool:
        """Whether the words of a text leave the phrase possible."""
        return not any(map(words.isdisjoint, self.needs))

    def hits(self, look: Look, left: int = 0, right: int | None = None) -> Iterator[re.Match[str]]:
        """Yield where the phrase is in the line from `left` to `right`, none inside another."""
        expression = self._expression
        if expression is None:
            expression = self._expression = re.compile(self.source)
            self._starts = frozenset(self.firsts)
        line = look.line
        end = len(line) if right is None else right
        if not self._starts:
            yield from expression.finditer(line, left, end)
            return
        for at in look.starts(self._starts):
            if left <= at < end and (hit := expression.match(line, at, end)):
                left = hit.end()
                yield hit


class Shelf(NamedTuple):
    """Patterns that are looked for together: a run of the phrases of a book, without its end."""

    first: int
    end: int


class Book:
    """All patterns by the words they cannot do without, so that most are never tried.

    All phrases stand in one row, and a whole number holds one bit for each. What a word is needed
    for is one such number for each place in `needs`; the phrases that are possible in a text are
    found by joining them, `or` over its words and `and` over the places. A word's numbers are made
    when it is first met, since most words of the rules never are.
    """

    __slots__ = (
        "_free", "_guards", "_index", "_met", "_names", "_rows", "_shelves", "_sought", "_stems", "_words",
    )  # fmt: skip

    def __init__(
        self, groups: Mapping[str, tuple[Pattern, ...]], index: PlainIndex | None = None
    ) -> None:
        self._shelves: dict[str, list[Shelf]] = {}
        self._rows: list[tuple[str, Pattern, PlainPhrase]] = []
        for name, members in _by_shelf(groups).items():
            first = len(self._rows)
            self._rows += [(group, one, phrase) for group, one in members for phrase in one.phrases]
            shelf = Shelf(first, len(self._rows))
            for group in {name, *(group for group, _ in members)}:
                self._shelves.setdefault(group, []).append(shelf)
        self._index = self._indexed(groups) if index is None else index
        needed, others, free = self._index
        self._free = [int.from_bytes(row, "little") for row in free]
        self._words = {*needed, *others, *FILLERS}
        self._names: dict[str, tuple[str, ...]] = {}
        self._stems: dict[str, list[tuple[str, str]]] = {}
        for word in self._words:
            if word.endswith("*"):
                self._stems.setdefault(word[:2], []).append((word[:-1], word))
        self._met: dict[str, tuple[tuple[int, int], ...]] = {}
        self._sought: dict[int, Sought] = {}
        self._guards: dict[Pattern, tuple[tuple[Sought, ...], ...]] = {}

    @property
    def index(self) -> PlainIndex:
        """What took long to work out, as plain data."""
        return self._index

    def _indexed(self, groups: Mapping[str, tuple[Pattern, ...]]) -> PlainIndex:
        codes: dict[str, list[int]] = defaultdict(list)
        for number, (_, _, (_, needs, _)) in enumerate(self._rows):
            for place, words in enumerate(needs):
                for word in words:
                    codes[word].append(number * NEEDS + place)
        named = {
            word
            for pattern in chain.from_iterable(groups.values())
            for some in pattern.words()
            for word in some
        }
        free = [
            _bits(number for number, row in enumerate(self._rows) if len(row[2][1]) <= place)
            for place in range(NEEDS)
        ]
        return (
            {word: array("I", found).tobytes() for word, found in codes.items()},
            tuple(sorted(named - codes.keys())),
            tuple(free),
        )

    def _needed_for(self, word: str) -> tuple[tuple[int, int], ...]:
        """Return the phrases that a word is needed for, by the place in their needs."""
        numbers: dict[int, list[int]] = defaultdict(list)
        for code in array("I", self._index[0].get(word, b"")):
            numbers[code % NEEDS].append(code // NEEDS)
        found = tuple(
            (place, int.from_bytes(_bits(some), "little")) for place, some in numbers.items()
        )
        self._met[word] = found
        return found

    def possible(self, words: Iterable[str]) -> str:
        """Return a "1" for each phrase that the words of a text leave possible, "0" for the others."""
        met = self._free.copy()
        known = self._met
        for word in words:
            needed = known.get(word)
            for place, bits in self._needed_for(word) if needed is None else needed:
                met[place] |= bits
        return f"{reduce(and_, met):b}"[::-1]

    def _phrase(self, number: int) -> Sought:
        found = self._sought.get(number)
        if found is None:
            found = self._sought[number] = Sought(self._rows[number][2])
        return found

    def places(self, text: Text) -> dict[str, list[int]]:
        """Return where the words, stems and signs that some phrase names stand in the line."""
        places: dict[str, list[int]] = {SENTENCE: [0]}
        names_of = self._names
        at = 0
        for word, _, _ in text.tokens:
            names = names_of.get(word)
            for name in self._named(word) if names is None else names:
                if name in places:
                    places[name].append(at)
                else:
                    places[name] = [at]
            at += 1 + len(word)
            if word in SENTENCE_ENDS:
                places[SENTENCE].append(at)
        return places

    def _named(self, word: str) -> tuple[str, ...]:
        """Return the names under which phrases may ask for a word.

        Kept for the words of the rules only: what else people type is nobody's to keep.
        """
        stems = self._stems.get(word[:2], ())
        names = [name for stem, name in stems if word.startswith(stem)]
        if word[0].isdecimal():
            names.append(NUMBER)
        if word not in self._words:
            return tuple(names)
        if word in FILLERS:
            names.append(FILLER)
        self._names[word] = (word, *names)
        return self._names[word]

    def _matches(
        self, group: str, pattern: Pattern, phrase: Sought, text: Text, look: Look
    ) -> Iterator[Match]:
        """Yield the places of a phrase where its pattern's scope and guards allow it."""
        guards = self._guards.get(pattern)
        if guards is None:
            guards = tuple(tuple(map(Sought, phrases)) for phrases in pattern.guards)
            self._guards[pattern] = guards
        unless, nowhere, also = guards
        line = look.around
        for hit in phrase.hits(look):
            if not all(map(look.holds, also)) or any(map(look.holds, nowhere)):
                return
            start, end = hit.span()
            around = Around(line, start, end)
            if not all(map(around.fits, pattern.scope)) or any(
                look.holds(guard, around.left, around.right) for guard in unless
            ):
                continue
            first = line.norm.count(" ", 0, start)
            last = first + line.norm.count(" ", start, end) - 1
            yield Match(
                pattern.name, group, pattern.value, pattern.level, pattern.weight, pattern.where,
                text.tokens[first].start, text.tokens[last].end,
            )  # fmt: skip

    def _look(self, text: Text) -> Look:
        look: Look | None = text.notes.get(self)
        if look is None:
            look = text.notes[self] = Look(self, text)
        return look

    def find(self, typed: Text | str, name: str) -> tuple[Match, ...]:
        """Return one match for each pattern: of its phrases, the first in its file that fits.

        `name` is a group, or stands for the signals of all groups, or for what speaks against them.
        """
        text = as_text(typed)
        look = self._look(text)
        if name in look.matches:
            return look.matches[name]
        found: dict[Pattern, Match] = {}
        every = name in (SIGNALS, AGAINST)
        for shelf in self._shelves.get(name, ()):
            number = look.possible.find("1", shelf.first, shelf.end)
            while number >= 0:
                group, pattern, _ = self._rows[number]
                if pattern not in found and (every or group == name):
                    for match in self._matches(group, pattern, self._phrase(number), text, look):
                        found[pattern] = match
                        break
                number = look.possible.find("1", number + 1, shelf.end)
        in_order = sorted(found.values(), key=lambda one: (one.start, one.where, one.pattern))
        look.matches[name] = tuple(in_order)
        return look.matches[name]

    def places_of(self, typed: Text | str, value: str) -> tuple[Match, ...]:
        """Return every place of the patterns with the signal `value`, in the order of the text."""
        text = as_text(typed)
        look = self._look(text)
        found = [
            match
            for shelf in (*self._shelves.get(SIGNALS, ()), *self._shelves.get(AGAINST, ()))
            for number in range(shelf.first, shelf.end)
            if look.possible[number : number + 1] == "1" and self._rows[number][1].value == value
            for match in self._matches(*self._rows[number][:2], self._phrase(number), text, look)
        ]
        return tuple(sorted(found, key=lambda one: (one.start, one.where, one.pattern)))


def _by_shelf(
    groups: Mapping[str, tuple[Pattern, ...]],
) -> dict[str, list[tuple[str, Pattern]]]:
    shelves: dict[str, list[tuple[str, Pattern]]] = {SIGNALS: []}
    for group, patterns in groups.items():
        for pattern in patterns:
            shelf = group if not pattern.level else AGAINST if pattern.weight < 0 else SIGNALS
            shelves.setdefault(shelf, []).append((group, pattern))
    return shelves


def _bits(numbers: Iterable[int]) -> bytes:
    """Return a whole number with these bits, its lowest byte first."""
    row = bytearray()
    for number in numbers:
        place = number >> 3
        if place >= len(row):
            row.extend(bytes(place + 1 - len(row)))
        row[place] |= 1 << (number & 7)
    return bytes(row)
