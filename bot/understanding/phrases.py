"""Lists of phrases found in a row of words, the longest first, in one walk from left to right.

It knows words and nothing of what they mean; the lists stand with those who read them. Words are
compared by their keys (stems.py), so that one phrase stands for all persons, forms and tenses.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.understanding.stems import stem, stems

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
    """Phrases by class: words, `a/b` either (but for figures), `[a]` may be missing, `stem*`, `...`.

    `...` stands for up to three words inside a clause. Of phrases that begin at one word the
    longest is found; where two classes hold the same phrase, the later one.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._root: _Node = {}
        for name, phrases in lists.items():
            for phrase in phrases:
                for words in _spelt_out(phrase):
                    self._add(words, name)
        # Where no phrase begins, a word is passed over at once: that is nearly everywhere.
        self._beginnings = frozenset(ending[:3] for ending in self._root.get(_STEMS, ()))

    def _add(self, words: tuple[str, ...], name: str) -> None:
        node = self._root
        for word in words:
            if word.endswith("*"):
                node = node.setdefault(_STEMS, {}).setdefault(word[:-1], {})
            else:
                node = node.setdefault(word if word == _ANY else stem(word), {})
        node[_CLASS] = name

    def find(self, words: Sequence[str]) -> Iterator[Hit]:
        """The phrases in the words, none inside another."""
        words = stems(words)
        root, beginnings = self._root, self._beginnings
        at = 0
        while at < len(words):
            if words[at] not in root and words[at][:3] not in beginnings:
                at += 1
                continue
            found = self._longest(words, at, root)
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


def tables(text: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Read word tables: by "[name]" and then "section:" the phrases, parted by commas."""
    found: dict[str, dict[str, str]] = {}
    name = section = ""
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            found[name] = {}
        elif line.endswith(":"):
            section = line.removesuffix(":")
            found[name][section] = ""
        elif line:
            found[name][section] += line
    return {
        name: {section: _listed(rest) for section, rest in sections.items()}
        for name, sections in found.items()
    }


def _listed(rest: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in rest.split(",") if phrase.strip())
