"""Words that say yes, no or not sure: plainly, or by what they stand for under a question's topic.

It casts votes; an echo of the question is read in echoes.py, and polarity.py decides.
"""

from __future__ import annotations

from functools import cache
from itertools import chain

from bot.understanding import plain, topics
from bot.understanding.echoes import AFTER_ELLIPSIS, NEGATORS, negated
from bot.understanding.numbers import value_at
from bot.understanding.phrases import Hit, Phrases, tables
from bot.understanding.questions import AUXILIARIES, MARKS, SUBJECTS, Question, Side, Vote
from bot.understanding.stems import stem


def leanings(words: list[str], asked: Question) -> list[Vote]:
    """The votes of ages, shares, persons and all that answers the question's topic."""
    votes = _age(words) if asked.topic == "age" else _share(words)
    return [*votes, *_who(words, asked), *_topic_votes(words, asked)]


@cache
def _plain() -> tuple[Phrases, Phrases]:
    """The phrases that say something anywhere, and those that do so only alone."""
    words = tables(plain.TABLE)
    order = ("neutral", "other", "unsure", "often", "yes", "no")
    anywhere = {
        f"{side} {how}": words[side][how]
        for side in order
        for how in ("softly", "plainly")
        if how in words[side]
    }
    alone = {f"{side} alone": words[side]["alone"] for side in order if "alone" in words[side]}
    return Phrases(anywhere), Phrases(alone)


def _age(words: list[str]) -> list[Vote]:
    """Eighteen or older, from an age in figures or words, or a year of birth."""
    for at, word in enumerate(words):
        hit = value_at(words, at) if word[0].isalnum() else None
        if hit is None or hit[1] > at + 1 + 4:
            continue
        value, end = hit
        before = words[at - 1] if at else ""
        if 1900 < value < 2100:
            return [Vote("yes" if value < 2006 else "unsure", 3, at, end)]
        if value == 18 and "will" in words[max(0, at - 2) : at]:
            return [Vote("no", 3, at, end)]
        if value == 18 and (before in _SHORT_OF or words[end : end + 1] in _TO_COME):
            return [Vote("no", 3, at, end)]
        if value < _SCHOOL and len(words) > 4:
            continue
        if 5 <= value <= 120 and words[end : end + 1] not in (["weeks"], ["months"], ["days"]):
            return [Vote("yes" if value >= 18 else "no", 3, at, end)]
    return []


_SHORT_OF = frozenset("almost nearly turn turning not until till under below".split())
_TO_COME = (["on"], ["in"], ["next"], ["soon"])
_SCHOOL = 10  # years; nobody younger types whole sentences here


def _who(words: list[str], asked: Question) -> list[Vote]:
    """A person named in answer: "me, in april", "her"."""
    if asked.topic not in {"no-contact", "they-ended"} or words[0] not in _PERSONS:
        return []
    if len(words) > 1 and words[1] not in MARKS:
        return []
    mine = words[0] in {"me", "myself"} and asked.topic == "they-ended"
    return [Vote("no" if mine else "yes", 3, 0, 1)]


_PERSONS = frozenset("me myself him her them us he she they".split())


def _share(words: list[str]) -> list[Vote]:
    """A part of the times: "one time out of five", "9 in 10"."""
    for at in range(1, len(words) - 1):
        if words[at] not in {"of", "in"}:
            continue
        start = at - 1
        while start and words[start] in {"out", "times", "time"}:
            start -= 1
        part, whole = value_at(words, start), value_at(words, at + 1)
        if (
            part is None
            or whole is None
            or not 0 < part[0] <= whole[0]
            or whole[0] < 3
            or whole[0] > 100
        ):
            continue
        share = part[0] / whole[0]
        side: Side = "yes" if share > 0.6 else "no" if share < 0.4 else "unsure"
        return [Vote(side, 3, start, whole[1])]
    return []


def plain_words(words: list[str], asked: Question) -> list[Vote]:
    """The votes of words that say yes, no, not sure or nothing to any question."""
    votes: list[Vote] = []
    for hit in chain.from_iterable(phrases.find(words) for phrases in _plain()):
        weighed = _weighed(words, hit, asked)
        if weighed is not None:
            votes.append(Vote(*weighed, hit.begin, hit.end))
    return votes


def _weighed(words: list[str], hit: Hit, asked: Question) -> tuple[Side, int] | None:
    """The side and weight of a plain phrase in its place; None where it says nothing."""
    said = " ".join(words[hit.begin : hit.end])
    kind, _, how = hit.name.partition(" ")
    side: Side
    denied = hit.begin > 0 and words[hit.begin - 1] in {"not", "never"}
    weight = 2 if how == "softly" else 3
    if how == "alone" and not _whole_clause(words, hit):
        return None
    match kind:
        case "yes":
            return "no" if denied else "yes", weight
        case "often" if asked.topic not in _NOT_COUNTED or len(words) < 4:
            if denied:
                return "no", 3
            return "yes", 2 if _opens_clause(words, hit) or asked.topic is None else 1
        case "no":
            verb = words[hit.begin] in AUXILIARIES or words[hit.begin] in SUBJECTS
            bare = said in _BARE_NO or (verb and words[hit.end - 1] == "not")
            return "no", _bare_no(words, hit.begin, hit.end) if bare else weight
        case "unsure" if said in _SOMETIMES:
            habit = asked.topic is None and asked.aux == "do" and asked.subject == "you"
            side = "yes" if asked.counts_once or habit else "unsure"
            return side, 3 if len(words) < 4 else 1
        case "unsure" if hit.begin and SUBJECTS.get(words[hit.begin - 1]) == "them":
            return None  # it is they who have no idea
        case "unsure":
            return "unsure", 2 if words[hit.begin] in _SOFT and hit.begin else 3
        case "other":
            return "other", 3 if hit.begin == 0 else 1
        case _:
            return None


def _whole_clause(words: list[str], hit: Hit) -> bool:
    """Whether a phrase is all that is said between two marks, but for words that only fill."""
    begin, end = hit.begin, hit.end
    while begin and words[begin - 1] in _FILL:
        begin -= 1
    while end < len(words) and words[end] in _FILL:
        end += 1
    return (begin == 0 or words[begin - 1] in MARKS) and (end == len(words) or words[end] in MARKS)


def _opens_clause(words: list[str], hit: Hit) -> bool:
    """Whether how often is what is said: "every night, when he drank" and not "we talk every night"."""
    begin = hit.begin
    while begin and words[begin - 1] in _FILL:
        begin -= 1
    return begin == 0 or words[begin - 1] in MARKS


def _clause(words: list[str], begin: int, end: int) -> tuple[int, int]:
    """The bounds of the clause around some words, as far as it matters."""
    first, last = max(0, begin - _REACH), min(len(words), end + _REACH)
    while begin > first and words[begin - 1] not in MARKS:
        begin -= 1
    while end < last and words[end] not in MARKS:
        end += 1
    return begin, end


_REACH = 20  # words; a clause that goes on longer has lost its thread


_FILL = frozenset("lol well oh just honestly really i guess think to be honest so and yes".split())


# Where how often says nothing: "once" in a sentence about something that is or is not.
_NOT_COUNTED = frozenset(
    {
        "age",
        "changed",
        "save",
        "consent",
        "safe-now",
        "plans-fit",
        "means-over",
        "say-no",
        "no-contact",
        "legal",
    }
)
_SOMETIMES = frozenset(
    "sometimes|at times|some days|some nights|now and then|now and again|on and off|comes and goes"
    "|it comes and goes|not often|not always|not every time|not all the time".split("|")
)
_BARE_NO = frozenset(
    {"no", "not", "never", "nothing", "used to", "not one", "none of", "was never", "were never"}
)
_SOFT = frozenset("sort kind a ish somewhat might almost nearly partly meh eh could may".split())


def _bare_no(words: list[str], begin: int, end: int) -> int:
    """How much a lone negator says: all by itself, little before some other matter."""
    after = words[end] if end < len(words) else ""
    ends = not after or after in MARKS or after in AFTER_ELLIPSIS
    starts = begin == 0 or words[begin - 1] in MARKS
    if words[begin:end] == ["no"] and begin and words[begin - 1] == "but":
        return 3
    if words[begin:end] == ["no"]:
        return 3 if ends or starts else 1
    if ends:
        return 3 if starts else 2
    if words[begin : begin + 2] == ["not", "one"]:
        return 2
    return 2 if starts and words[begin] in {"not", "never", "nothing", "none", "nobody"} else 1


def _topic_votes(words: list[str], asked: Question) -> list[Vote]:
    if asked.topic is None:
        return []
    votes: list[Vote] = []
    for hit in topics.answers(asked.topic).find(words):
        side: Side
        match hit.name:
            case "yes":
                denied = negated(words, hit.begin) and not _forbids(words, hit.begin, asked)
                side = "no" if denied else "yes"
            case "no":
                short = hit.end - hit.begin < 3 and words[hit.begin] not in NEGATORS
                side = "yes" if short and words[hit.begin - 1 : hit.begin] in _DENIES else "no"
            case _ if words[hit.begin] not in NEGATORS and negated(words, hit.begin):
                continue
            case _:
                side = "unsure"
        side, weight = _by_doer(words, hit, asked, side)
        if weight:
            votes.append(Vote(side, weight, hit.begin, hit.end))
    return votes


def _by_doer(words: list[str], hit: Hit, asked: Question, side: Side) -> tuple[Side, int]:
    """A side and its weight, given who does what the phrase tells; 0 where it is the wrong one."""
    doer = SUBJECTS.get(words[hit.begin - 1], "") if hit.begin else ""
    match asked.topic:
        case "they-ended" if side == "yes" and _is_mine(words, hit.begin):
            return "no", 2
        case "own-behaviour" if side == "yes" and doer == "them":
            return side, 0
        case topic if topic in _DONE_BY_THEM and side == "yes" and doer == "me":
            return side, 0
        case "safe-now" if side == "yes" and words[hit.begin] in _PLACED:
            return side, 0 if _is_theirs(words, hit.begin, hit.end) else 2
        case topic if topic in _ABOUT_ME and _is_theirs(words, hit.begin, hit.end):
            return side, 1
        case _:
            return side, 2


def _forbids(words: list[str], at: int, asked: Question) -> bool:
    """Whether the "not" before a place belongs to what is forbidden: "not allowed near her"."""
    if asked.topic not in {"legal", "no-contact", "asked-stop"}:
        return False
    for place in range(max(1, at - 4), at):
        if words[place] == "not":
            after = words[place + 1 : place + 2]
            return words[place - 1] in _MUST or bool(_FORBIDDEN & set(after))
    return False


_MUST = frozenset("can could must should may to will would".split())
_FORBIDDEN = frozenset("allowed supposed permitted to want".split())
_DENIES = (["not"], ["never"])


def _is_mine(words: list[str], at: int) -> bool:
    """Whether what begins at a place was done by the one who writes."""
    before = [word for word in words[max(0, at - 3) : at] if word not in _ALSO]
    mine = before[-1:] == ["i"] or before[-2:] == ["me", "who"]
    return mine and stem(words[at]) in _ENDING


_ENDING = frozenset(
    stem(word)
    for word in "leave left dump end break finish walk call pack move pull cut file throw kick go want"
    " decide chuck bin quit tell say change".split()
)


_DONE_BY_THEM = frozenset(
    {"said-try-again", "asked-stop", "keeps-word", "kept-contacting", "watch", "hurt"}
)
_PLACED = frozenset("at in on sat with by next".split())  # where *they* are is not where I am
_ABOUT_ME = frozenset({"slept-eaten", "drinking", "age"})


def _is_theirs(words: list[str], begin: int, end: int) -> bool:
    """Whether the clause around a hit speaks of someone else and not of the one who writes."""
    begin, end = _clause(words, begin, end)
    people = {SUBJECTS.get(word) for word in words[begin:end]}
    return "them" in people and not {"me", "us"} & people and "me" not in words[begin:end]


_ALSO = frozenset("just then have had actually finally really did".split())
