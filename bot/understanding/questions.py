"""A yes-or-no question taken apart: its topic, whom it asks about, its auxiliary and its verbs.

It also holds the votes that readers of an answer cast on a question; it reads no answers.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from bot.understanding import topics
from bot.understanding.stems import stem
from bot.understanding.text import read

Side = Literal["yes", "no", "unsure", "other"]

MARKS = frozenset(".,?!")
SUBJECTS = {
    "i": "me", "we": "us", "he": "them", "she": "them", "they": "them", "it": "it", "that": "it",
    "there": "it", "things": "it", "nothing": "it", "everything": "it", "you": "you",
    "someone": "them", "nobody": "them", "everyone": "them", "both": "any", "either": "any",
    "neither": "any", "ex": "them", "this": "it", "anything": "it", "mine": "me", "one": "any",
    "all": "it", "who": "any", "wife": "them", "husband": "them",
}  # fmt: skip
AUXILIARIES = {
    "do": "do", "does": "do", "did": "do", "have": "have", "has": "have", "had": "have", "am": "be",
    "is": "be", "are": "be", "was": "be", "were": "be", "could": "can", "can": "can",
    "would": "would", "will": "would", "should": "should", "might": "might", "may": "might",
    "must": "must",
}  # fmt: skip
_OWNERS = frozenset("your my their his her the".split())
_ASKED_ABOUT = SUBJECTS.keys() | _OWNERS
_ADVERBS = frozenset(
    "ever still really just already yet also yet both so very quite now right always sometimes often"
    " actually honestly definitely probably usually mostly certainly all once even only ever too"
    " most the a an any been being to be to have having got get them me him her it you at on in of for"
    " not about else when".split()
)
_LIGHT = frozenset({"feel"})  # verbs that say little without the word after them
# Nouns that a question names beside what it asks; given back alone they answer nothing.
_BESIDE = frozenset("contact police rul plain account device screen word".split())


class Vote(NamedTuple):
    """A sign for one side, between two word indexes."""

    side: Side
    weight: int  # 1 a hint, 2 a fair sign, 3 plain words
    begin: int
    end: int


class Question(NamedTuple):
    """What matters of a question: its words, topic, subject, auxiliary, verbs and turn."""

    words: tuple[str, ...]
    topic: str | None
    subject: str  # "me", "us", "you", "them", "it" or "any"
    aux: str
    verbs: frozenset[str]  # by key, see stems.py
    reversed: bool  # it asks after a "not": "do you think they don't …"
    counts_once: bool  # "ever" and perfect questions: sometimes is a yes


@lru_cache(maxsize=256)
def question_of(question: str) -> Question:
    """Read what a question asks of whom; remembered for the questions of a talk."""
    words = tuple(token.word for token in read(question).tokens)
    at, subject_at = _asking(words)
    aux = subject = ""
    verbs: set[str] = set()
    if at >= 0:
        aux, head = AUXILIARIES[words[at]], words[subject_at]
        subject = SUBJECTS.get(head, "it" if head == "your" else "any")
        verbs = _verbs(words[subject_at + 1 :], noun_first=head in _OWNERS)
        verbs = verbs or _verbs(words[_last_subject(words, at) : at], noun_first=False)
    turned = any(
        words[place] == "not" and place > subject_at and words[place - 1] in AUXILIARIES
        for place in range(1, len(words))
    )
    return Question(
        words, topics.topic(words), subject, aux, frozenset(verbs), turned and at >= 0,
        "ever" in words or aux == "have" or "did" in words or "thoughts" in words,
    )  # fmt: skip


def _last_subject(words: tuple[str, ...], at: int) -> int:
    """The place after the last pronoun before another: "when they say they | will call, do they"."""
    return next((place + 1 for place in range(at - 1, -1, -1) if words[place] in SUBJECTS), 0)


def _asking(words: tuple[str, ...]) -> tuple[int, int]:
    """The places of the last auxiliary that asks and of its subject, a "not" between them or not."""
    for place in range(len(words) - 2, -1, -1):
        if words[place] in AUXILIARIES:
            subject = place + 1 + (words[place + 1] == "not")
            if subject < len(words) and words[subject] in _ASKED_ABOUT:
                return place, subject
    return -1, -1


def _verbs(words: tuple[str, ...], *, noun_first: bool) -> set[str]:
    """The keys of the first content word of a clause and of those joined by a comma, or, and."""
    found: set[str] = set()
    open_place, passed = True, not noun_first
    for word in words:
        if word in {"or", "and", ","}:
            open_place = True
        elif word in {".", "?"}:
            break
        elif open_place and word not in _ADVERBS and word not in SUBJECTS:
            if word in AUXILIARIES:
                continue
            if not passed:
                passed = True
                continue
            found.add(stem(word))
            open_place = word in _LIGHT
    return found - _BESIDE
