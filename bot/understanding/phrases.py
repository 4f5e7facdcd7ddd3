"""Lists of phrases found in a row of words, the longest first, in one walk from left to right.

It knows words and nothing of what they mean; the lists stand with those who read them.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_GAP = 3  # words that "..." may stand for; more would join what different clauses say
_STOPS = frozenset(".,?!")
_Node = dict[str, Any]  # word → node; "" → class; "*" → nodes by beginnings of words
_CLASS, _STEMS, _ANY = "", "*", "..."


class Hit(NamedTuple):
    """A phrase of the class `name` at the word indexes `begin` to `end`."""

    name: str
    begin: int
    end: int


class Phrases:
    """Phrases by class: words in normal form, `a/b` either (but for figures), `[a]` may be missing, `stem*`, `...`.

    `...` stands for up to three words inside a clause. Of phrases that begin at one word the
    longest is found; where two classes hold the same phrase, the later one.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._root: _Node = {}
        for name, phrases in lists.items():
            for phrase in phrases:
                for words in _spelt_out(phrase):
                    self._add(words, name)

    def _add(self, words: tuple[str, ...], name: str) -> None:
        node = self._root
        for word in words:
            if word.endswith("*"):
                node = node.setdefault(_STEMS, {}).setdefault(word[:-1], {})
            else:
                node = node.setdefault(word, {})
        node[_CLASS] = name

    def find(self, words: Sequence[str]) -> Iterator[Hit]:
        """The phrases in the words, none inside another."""
        at = 0
        while at < len(words):
            found = self._longest(words, at, self._root)
            if found is None:
                at += 1
                continue
            end, name = found
            yield Hit(name, at, end)
            at = end

    def _longest(self, words: Sequence[str], at: int, node: _Node) -> tuple[int, str] | None:
        best: tuple[int, str] | None = None
        if _CLASS in node:
            best = at, node[_CLASS]
        if at >= len(words):
            return best
        word = words[at]
        after = node.get(word) if word != _CLASS else None
        if after is not None:
            best = _further(best, self._longest(words, at + 1, after))
        stems = node.get(_STEMS)
        if stems is not None:
            for size in range(3, len(word) + 1):
                after = stems.get(word[:size])
                if after is not None:
                    best = _further(best, self._longest(words, at + 1, after))
        gap = node.get(_ANY)
        if gap is not None:
            for skip in range(_GAP + 1):
                if skip and (at + skip > len(words) or words[at + skip - 1] in _STOPS):
                    break
                best = _further(best, self._longest(words, at + skip, gap))
        return best


def _further(best: tuple[int, str] | None, found: tuple[int, str] | None) -> tuple[int, str] | None:
    if found is None or (best is not None and best[0] >= found[0]):
        return best
    return found


def _spelt_out(phrase: str) -> Iterator[tuple[str, ...]]:
    """Every row of words that a phrase stands for."""
    places: list[tuple[str, ...]] = []
    for word in phrase.split():
        if word.startswith("["):
            places.append(("", *word[1:-1].split("/")))
        else:
            places.append((word,) if word[0].isdigit() else tuple(word.split("/")))
    for words in product(*places):
        yield tuple(word for word in words if word)


def listed(text: str) -> tuple[str, ...]:
    """The phrases of a text that parts them by bars and line ends."""
    return tuple(phrase.strip() for phrase in text.replace("\n", "|").split("|") if phrase.strip())
