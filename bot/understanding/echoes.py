"""The question given back in the answer: "he did", "she hasn't", "never hit", "still do".

It reads the question's auxiliary, subject and verbs, and finds them in the answer as votes; which
vote stands is decided in polarity.py.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from bot.understanding import topics
from bot.understanding.text import read

Side = Literal["yes", "no", "unsure", "other"]

MARKS = frozenset(".,?!")
NEGATORS = frozenset(
    "not no never none nothing neither nobody without nor hardly barely rarely cannot non zero"
    " nowhere least neva stopped".split()
)
SUBJECTS = {
    "i": "me", "we": "us", "he": "them", "she": "them", "they": "them", "it": "it", "that": "it",
    "there": "it", "things": "it", "nothing": "it", "everything": "it", "you": "you",
    "someone": "them", "nobody": "them", "everyone": "them", "both": "any", "either": "any",
    "neither": "any", "ex": "them", "this": "it", "anything": "it", "mine": "me", "one": "any",
    "all": "it", "who": "any", "wife": "them", "husband": "them",
}  # fmt: skip
_AUX = {
    "do": "do", "does": "do", "did": "do", "have": "have", "has": "have", "had": "have", "am": "be",
    "is": "be", "are": "be", "was": "be", "were": "be", "could": "can", "can": "can",
    "would": "would", "will": "would", "should": "should", "might": "might", "may": "might",
    "must": "must",
}  # fmt: skip
_ADVERBS = frozenset(
    "ever still really just already yet also both so very quite now right always sometimes often"
    " actually honestly definitely probably usually mostly certainly all once even only ever too"
    " most the a an any been being to be to have them me him her it you at on in of for".split()
)
AFTER_ELLIPSIS = frozenset(
    "yet again now actually really sometimes always twice once often before too though tho lol"
    " and but so because unfortunately sadly that it this i he she they we yes no honestly thanks"
    " anymore any all at every for indeed then either last today tonight both a right over when"
    " thank to from".split()
)
_REPORTED = frozenset(
    "says said say claims claimed swears swore promises promised thinks insists reckons told".split()
)
_IRREGULAR = {
    "slept": "sleep", "ate": "eat", "eaten": "eat", "drank": "drink", "drunk": "drink",
    "broke": "break", "broken": "break", "said": "say", "told": "tell", "felt": "feel",
    "kept": "keep", "meant": "mean", "knew": "know", "known": "know", "saw": "see", "seen": "see",
    "hurt": "hurt", "hit": "hit", "chose": "choose", "got": "get", "gotten": "get", "gave": "give",
    "went": "go", "gone": "go", "thought": "think", "stood": "stand", "wanted": "want",
    "tried": "try", "stopped": "stop", "stopping": "stop", "hitting": "hit", "ended": "end",
    "fitted": "fit", "fits": "fit", "safely": "safe", "scared": "afraid", "frightened": "afraid",
}  # fmt: skip


class Vote(NamedTuple):
    """A sign for one side, between two word indexes."""

    side: Side
    weight: int  # 1 a hint, 2 a fair sign, 3 plain words
    begin: int
    end: int


class Question(NamedTuple):
    """What matters of a question: its words, topic, subject, auxiliary, predicates and turn."""

    words: tuple[str, ...]
    topic: str | None
    subject: str
    aux: str
    verbs: frozenset[str]
    reversed: bool  # it asks after a "not": "do you think they don't …"
    counts_once: bool  # "ever" and perfect questions: sometimes is a yes


@lru_cache(maxsize=256)
def question_of(question: str) -> Question:
    """Read what a question asks of whom; remembered for the questions of a talk."""
    words = tuple(token.word for token in read(question).tokens)
    aux = subject = ""
    verbs: set[str] = set()
    at = -1
    for place in range(len(words) - 1):
        if words[place] in _AUX and (
            words[place + 1] in SUBJECTS or words[place + 1] in {"your", "either", "anything", "someone", "the"}
        ):  # fmt: skip
            at, aux = place, _AUX[words[place]]
            subject = SUBJECTS.get(words[place + 1], "it" if words[place + 1] == "your" else "any")
    if at >= 0:
        verbs = _predicates(words[at + 2 :])
    turned = any(
        words[place] == "not" and place > at + 1 and words[place - 1] in _AUX
        for place in range(1, len(words))
    )
    return Question(
        words, topics.topic(words), subject, aux, frozenset(verbs), turned,
        "ever" in words or aux == "have" or "did" in words or "thoughts" in words,
    )  # fmt: skip


def _predicates(words: tuple[str, ...]) -> set[str]:
    """The stems of the first verb of a clause and of those joined to it by a comma, or, and."""
    found: set[str] = set()
    open_place = True
    for word in words:
        if word in {"or", "and", ","}:
            open_place = True
        elif word in {".", "?"}:
            break
        elif open_place and word not in _ADVERBS and word not in SUBJECTS:
            found.add(_stem(word))
            open_place = False
    return found - {"contact", "police", "rule", "plain", "account", "device", "screen", "word"}


def _stem(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def negated(words: list[str], at: int) -> bool:
    """Whether a negator stands before the word in its own clause, no more than four words off."""
    for place in range(at - 1, max(-1, at - 5), -1):
        if words[place] in MARKS or words[place] in {"but", "and", "so", "because"}:
            return False
        if words[place] in NEGATORS and words[place : place + 2] != ["not", "only"]:
            return not (words[place] == "no" and place == 0 and at > 1 and words[1] in SUBJECTS)
    return False


def echoes(words: list[str], asked: Question) -> list[Vote]:
    """The question's own auxiliary or verb given back: "he did", "she hasn't", "never hit"."""
    if not asked.aux:
        return []
    votes: list[Vote] = []
    for at, word in enumerate(words):
        if word in _AUX and at + 1 <= len(words):
            vote = _aux_echo(words, at, asked)
            if vote is not None:
                votes.append(vote)
        elif asked.verbs and word not in SUBJECTS and _stem(word) in asked.verbs:
            if _clause_asks(words, at) or not _subject_fits(words, at, asked):
                continue
            side: Side = "no" if negated(words, at) else "yes"
            if asked.reversed:
                side = "no" if side == "yes" else "yes"
            one_of_many = side == "no" and len(asked.verbs) > 1 and words[at - 1] in NEGATORS
            hearsay = any(word in _REPORTED for word in words[max(0, at - 5) : at])
            votes.append(Vote(side, 1 if one_of_many or hearsay else 2, at, at + 1))
    return votes


def _aux_echo(words: list[str], at: int, asked: Question) -> Vote | None:
    before = words[at - 1] if at else ""
    place = at - 1
    while place >= 0 and words[place] in {
        "really",
        "never",
        "always",
        "just",
        "sure",
        "both",
        "also",
        "definitely",
        "actually",
        "still",
    }:
        place -= 1
    subject = SUBJECTS.get(words[place], "") if place >= 0 else ""
    family = _AUX[words[at]]
    if not subject or not _same_subject(subject, asked):
        return None
    if (
        family != asked.aux
        and not (family in {"do", "have"} and asked.aux in {"do", "have"})
        and not (asked.reversed and family in {"do", "would", "be"})
    ):
        return None
    end = at + 1
    negative = before == "never" or words[place] in {"nothing", "nobody", "neither"}
    if end < len(words) and words[end] == "not":
        negative, end = not negative, end + 1
    elif words[end : end + 1] == ["never"]:
        negative, end = True, end + 1
    after = words[end] if end < len(words) else ""
    if (
        after
        and after not in MARKS
        and after not in AFTER_ELLIPSIS
        and _stem(after) not in asked.verbs
    ):
        return None
    side: Side = "no" if negative else "yes"
    if asked.reversed:
        side = "no" if side == "yes" else "yes"
    hearsay = any(word in _REPORTED for word in words[max(0, place - 2) : place])
    weight = 1 if hearsay else 2 if _stem(after) in asked.verbs else 3
    return Vote(side, weight, place, end)


def _same_subject(subject: str, asked: Question) -> bool:
    if asked.reversed:
        return subject == "them"
    if "any" in {subject, asked.subject}:
        return True
    match asked.subject:
        case "you":
            return subject in {"me", "us"}
        case "it":
            return subject in {"it", "them", "us"}
        case _:
            return subject == asked.subject


def _subject_fits(words: list[str], at: int, asked: Question) -> bool:
    """Whether the nearest pronoun before a verb in its clause can be the question's subject."""
    for place in range(at - 1, max(-1, at - 6), -1):
        if words[place] in MARKS:
            break
        if words[place] == "who" and words[place - 1] in {"me", "i"}:
            return asked.subject == "you"
        subject = SUBJECTS.get(words[place])
        if subject in {"me", "us", "them", "you"}:
            return _same_subject(subject, asked)
        if words[place] in {"to", "the", "my", "a", "your"} and place == at - 1:
            return False
    return at < 3


def _clause_asks(words: list[str], at: int) -> bool:
    for word in words[at:]:
        if word == "?":
            return True
        if word in MARKS:
            return False
    return False
