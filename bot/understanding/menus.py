"""The options of a closed question prepared for reading: words, phrases and meanings of each.

It ends before any answer; which option one names is read in options.py.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bot.understanding.concepts import Concept, concepts
from bot.understanding.phrases import Phrases
from bot.understanding.stems import stems
from bot.understanding.text import read

MARKS = frozenset(".,?!")
STOPS = frozenset(
    "a an the i me my to of or and it is am was were be in on for about only just them they you we"
    " us him her he she did do does not no yes one that this have has at with had can all some"
    " ago day days week weeks month months year years make who what how when who know see go up down"
    " so if there then would could get got will say said more than less quite".split()
)


class Menu(NamedTuple):
    """Options prepared for reading: their ids, words, phrases and the words only one of them has."""

    ids: tuple[str, ...]
    labels: tuple[tuple[str, ...], ...]
    phrases: Phrases  # those of two options are of the class "one\ntwo"
    alone: Phrases  # what counts only as a whole clause
    own_words: dict[str, str]
    concept_of: dict[str, str]


@lru_cache(maxsize=256)
def menu_of(options: tuple[tuple[str, str], ...], question: str) -> Menu:
    """Prepare the options of a question, as ids with labels; remembered for those of a talk."""
    ids = tuple(name for name, _ in options)
    labels = tuple(
        tuple(token.word for token in read(label).tokens if token.word not in MARKS)
        for _, label in options
    )
    asked = f" {' '.join(stems(token.word for token in read(question).tokens))} "
    stands_for = [_concepts_of(label, asked) for label in labels]
    present = {concept.name for group in stands_for for concept in group}
    lists: dict[str, set[str]] = {}
    concept_of: dict[str, str] = {}
    borrowed: list[tuple[str, str]] = []
    for name, label, group in zip(ids, labels, stands_for, strict=True):
        says = {" ".join(label)} if label else set()
        says |= _heads(dict(options)[name])
        for concept in group:
            concept_of.setdefault(name, concept.name)
            says.update(concept.says)
            for other in concept.borrows:
                if other not in present:
                    borrowed += [(phrase, name) for phrase in concepts()[other].says]
        for phrase in says:
            lists.setdefault(phrase, set()).add(name)
    for phrase, name in borrowed:
        lists.setdefault(phrase, {name})
    by_class: dict[str, list[str]] = {}
    for phrase, names in lists.items():
        by_class.setdefault("\n".join(name for name in ids if name in names), []).append(phrase)
    alone = {
        name: [phrase for concept in group for phrase in concept.alone]
        for name, group in zip(ids, stands_for, strict=True)
    }
    own_words = _own_words(ids, labels)
    return Menu(ids, labels, Phrases(by_class), Phrases(alone), own_words, concept_of)


def _heads(label: str) -> set[str]:
    """The words of a label before its first comma, where they are a few that may stand alone."""
    head, comma, _ = read(label).norm.partition(" ,")
    words = head.split()
    return {head} if comma and words[0] in _OPENING and len(words) > 1 else set()


_OPENING = frozenset({"not"})  # "not quite, but leave it" is answered with "not quite"


def _concepts_of(label: tuple[str, ...], asked: str) -> list[Concept]:
    """The concepts a label stands for: those whose phrase covers most of it and fit what is asked."""
    row = f" {' '.join(label)} "
    found: list[tuple[int, Concept]] = []
    for concept in concepts().values():
        sizes = [len(phrase) for phrase in concept.labels if f" {phrase} " in row]
        if sizes and _fits(concept, asked):
            found.append((max(sizes), concept))
    most = max((size for size, _ in found), default=0)
    return [concept for size, concept in found if size == most]


def _fits(concept: Concept, asked: str) -> bool:
    """Whether a concept has a place in a question; where none is given, every one has."""
    if not concept.asks or not asked.strip():
        return True
    return any(f" {' '.join(stems(cue.split()))} " in asked for cue in concept.asks)


def _own_words(ids: tuple[str, ...], labels: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    """Content words, by stem, that stand in one label only."""
    seen: dict[str, set[str]] = {}
    for name, label in zip(ids, labels, strict=True):
        for word in (*label, *read(name.replace("_", " ").replace("-", " ")).norm.split()):
            if word not in STOPS and len(word) > 2 and not word[0].isdigit():
                seen.setdefault(bare(word), set()).add(name)
    return {word: next(iter(names)) for word, names in seen.items() if len(names) == 1}


def bare(word: str) -> str:
    """Return a word without its ending, so that a label's words are found in other forms."""
    for ending in ("ness", "ing", "ally", "ily", "ed", "ly", "es", "ful", "s", "ren"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] in "ey" else word
