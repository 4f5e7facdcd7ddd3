"""The question given back in the answer: "he did", "she hasn't", "never hit", "still do".

It finds the question's auxiliary and verbs in the answer as votes; which vote stands is decided in
polarity.py.
"""

from __future__ import annotations

from bot.understanding.questions import AUXILIARIES, MARKS, SUBJECTS, Question, Side, Vote
from bot.understanding.stems import stem

NEGATORS = frozenset(
    "not no never none nothing neither nobody without nor hardly barely rarely cannot zero"
    " nowhere least neva stopped".split()
)
AFTER_ELLIPSIS = frozenset(
    "yet again now actually really sometimes always twice once often before too though tho lol"
    " and but so because unfortunately sadly that it this i he she they we yes no honestly thanks"
    " anymore any all at every for indeed then either last today tonight both right over when"
    " thank".split()
)
_REPORTED = frozenset(
    "says said say claims claimed swears swore promises promised thinks insists reckons told".split()
)


_NEW_CLAUSE = frozenset("but and so because".split())


def negated(words: list[str], at: int) -> bool:
    """Whether a negator stands before the word in its own clause, no more than four words off."""
    if words[at] in _NEW_CLAUSE:
        return False
    for place in range(at - 1, max(-1, at - 5), -1):
        if words[place] in MARKS or words[place] in _NEW_CLAUSE:
            return False
        if words[place] in NEGATORS and words[place : place + 2] != ["not", "only"]:
            filler = words[place] == "no" and place == 0 and at > 1
            return not (filler and words[1] in SUBJECTS and words[1] != "one")
    return False


def echoes(words: list[str], asked: Question) -> list[Vote]:
    """The question's own auxiliary or verb given back: "he did", "she hasn't", "never hit"."""
    if not asked.aux:
        return []
    votes: list[Vote] = []
    for at, word in enumerate(words):
        if word in AUXILIARIES:
            vote = _aux_echo(words, at, asked)
            if vote is not None:
                votes.append(vote)
        elif asked.verbs and word not in SUBJECTS and stem(word) in asked.verbs:
            if stem(word) == "say" and words[at + 1 : at + 2] not in _SAYS:
                continue  # what was said decides, not that something was
            if _clause_asks(words, at) or not _subject_fits(words, at, asked):
                continue
            side: Side = "no" if negated(words, at) else "yes"
            if asked.reversed:
                side = "no" if side == "yes" else "yes"
            one_of_many = side == "no" and len(asked.verbs) > 1 and words[at - 1] in NEGATORS
            hearsay = any(word in _REPORTED for word in words[max(0, at - 5) : at])
            votes.append(Vote(side, 1 if one_of_many or hearsay else 2, at, at + 1))
    return votes


_BETWEEN = frozenset("really never always just sure both also definitely actually still".split())
_SAYS: tuple[list[str], ...] = (["so"], ["it"], ["that"], ["as"], ["yes"], [])


def _aux_echo(words: list[str], at: int, asked: Question) -> Vote | None:
    before = words[at - 1] if at else ""
    place = at - 1
    while place >= 0 and words[place] in _BETWEEN:
        place -= 1
    subject = SUBJECTS.get(words[place], "") if place >= 0 else ""
    if place > 0 and words[place - 1] == "time":  # "the last time i did"
        return None
    family = AUXILIARIES[words[at]]
    if not subject or not _same_subject(subject, asked):
        return None
    ends = at + 1 == len(words) or words[at + 1] in MARKS | {"not", "never"}
    if (
        family != asked.aux
        and not (ends and family in {"do", "have"} and asked.aux in {"do", "have"})
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
    if not _breaks_off(words, end, family) and stem(after) not in asked.verbs:
        return None
    side: Side = "no" if negative else "yes"
    if asked.reversed:
        side = "no" if side == "yes" else "yes"
    hearsay = any(word in _REPORTED for word in words[max(0, place - 2) : place])
    weight = 1 if hearsay else 2 if stem(after) in asked.verbs else 3
    return Vote(side, weight, place, end)


def _breaks_off(words: list[str], end: int, family: str) -> bool:
    """Whether nothing of its own follows an auxiliary: "she did, twice", not "i am too stubborn"."""
    if end >= len(words) or words[end] in MARKS:
        return True
    if family == "be" and words[end] in _BEFORE_ADJECTIVES:
        return end + 1 == len(words) or words[end + 1] in MARKS
    return words[end] in AFTER_ELLIPSIS


_BEFORE_ADJECTIVES = frozenset(
    "too so really just still always right now actually both this that".split()
)


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
