"""Yes, no, unsure or no answer: which way the words of an answer lean, given the question.

It ends at the side taken. Plain words of yes and no stand here, what stands for them by topic in
topics.py; an echo of the question ("she hasn't", "he did") is read against the question's subject.
"""

from __future__ import annotations

import re
from functools import cache

from bot.understanding import plain, topics
from bot.understanding.echoes import (
    AFTER_ELLIPSIS,
    MARKS,
    NEGATORS,
    SUBJECTS,
    Question,
    Side,
    Vote,
    echoes,
    negated,
    question_of,
)
from bot.understanding.numbers import value_at
from bot.understanding.patterns import Reading, Reason
from bot.understanding.phrases import Hit, Phrases, listed
from bot.understanding.text import Text, as_text

_SOURCE = "bot/understanding/polarity.py"


def yes_no(text: Text | str, question: str = "") -> Reading[Side]:
    """Which side a text takes on a question: yes, no, unsure, or other where it takes none.

    A leaning takes its side, the last clear answer beats earlier ones, and an answer to another
    question, a question back and a refusal are `other`.
    """
    text = as_text(text)
    words = [token.word for token in text.tokens]
    asked = question_of(question)
    if not words:
        return Reading("other", ())
    letter = _LETTERS.get(text.raw.strip(" .!").lower()) if len(words) == 1 else None
    if letter is not None:
        words = [letter]
    if words in _LEANINGS:
        words = ["yes"]
    if words in _ASSENTS:
        words = ["yes"] if asked.topic in {"consent", "save"} else ["ok"]
    vote = _decide(words, asked)
    if vote is None or vote.side == "other":
        return Reading("other", ())
    end = min(vote.end, len(words))
    why = Reason(
        f"{vote.side}:{asked.topic or 'plain'}", _SOURCE,
        text.tokens[vote.begin].start, text.tokens[end - 1].end,
    )  # fmt: skip
    return Reading(vote.side, (why,))


_LETTERS = {"y": "yes", "n": "no", "k": "ok", "ye": "yes", "ya": "yes"}
_LEANINGS = (["i", "suppose"], ["i", "guess"], ["i", "think"], ["i", "reckon"])
_ASSENTS = (["ok"], ["please"], ["fine"], ["alright"], ["ok", "fine"], ["ok", "then"], ["good"],
            ["ok", "sure"], ["if", "you", "like"], ["if", "you", "want"], ["if", "i", "must"])  # fmt: skip


@cache
def _plain() -> Phrases:
    return Phrases(
        {
            "neutral": listed(plain.NEUTRAL),
            "other": listed(plain.DECLINE),
            "unsure": listed(plain.UNSURE),
            "often": listed(plain.OFTEN),
            "yes": listed(plain.YES),
            "no": listed(plain.NO),
        }
    )


def _decide(words: list[str], asked: Question) -> Vote | None:
    votes = _age(words) if asked.topic == "age" else _share(words)
    votes += _who(words, asked)
    votes += _topic_votes(words, asked)
    votes += echoes(words, asked)
    votes += _plain_votes(words, asked)
    votes = _outermost(votes)
    unsure = [vote for vote in votes if vote.side == "unsure" and vote.weight >= 2][:_MANY]
    votes = [vote for vote in votes if not _wondered(words, vote, unsure)]
    return _resolve(words, votes, asked)


def _outermost(votes: list[Vote]) -> list[Vote]:
    """The votes in order, without those inside a longer phrase; of two alike the first."""
    kept: list[Vote] = []
    widest: Vote | None = None
    for vote in sorted(votes, key=lambda each: (each.begin, -each.end)):
        if widest is not None and vote.end <= widest.end:
            continue
        kept.append(vote)
        widest = vote
    return kept


def _wondered(words: list[str], vote: Vote, unsure: list[Vote]) -> bool:
    """Whether a vote stands in what an "I'm not sure if …" leaves open."""
    for other in unsure:
        if other.end <= vote.begin <= other.end + _WHOLE_CLAUSE:
            between = words[other.end : vote.begin]
            if between[:1] and between[0] in _OPENERS and not MARKS & set(between):
                return True
    return False


_WHOLE_CLAUSE = 20  # words after "not sure if" that may still belong to it
_MANY = 50  # doubts worth looking at; a text with more of them is no answer anyhow
_OPENERS = frozenset("if whether what how that who where when".split())


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
        if value == 18 and before in {
            "almost",
            "nearly",
            "turn",
            "turning",
            "not",
            "until",
            "till",
            "under",
            "below",
        }:
            return [Vote("no", 3, at, end)]
        if 5 <= value <= 120 and words[end : end + 1] not in (["weeks"], ["months"], ["days"]):
            return [Vote("yes" if value >= 18 else "no", 3, at, end)]
    return []


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


def _plain_votes(words: list[str], asked: Question) -> list[Vote]:
    votes: list[Vote] = []
    for hit in _plain().find(words):
        weighed = _weighed(words, hit, asked)
        if weighed is not None:
            votes.append(Vote(*weighed, hit.begin, hit.end))
    return votes


def _weighed(words: list[str], hit: Hit, asked: Question) -> tuple[Side, int] | None:
    """The side and weight of a plain phrase in its place; None where it says nothing."""
    said = " ".join(words[hit.begin : hit.end])
    denied = hit.begin > 0 and words[hit.begin - 1] in {"not", "never"}
    match hit.name:
        case "yes":
            return "no" if denied else "yes", plain.YES_WEIGHT.get(said, 3)
        case "often" if asked.topic not in _NOT_COUNTED or len(words) < 4:
            return ("no", 3) if denied else ("yes", 2)
        case "no":
            bare = said in _BARE_NO or words[hit.end - 1] == "not"
            return "no", _bare_no(words, hit.begin, hit.end) if bare else 3
        case "unsure" if said in _SOMETIMES:
            return "yes" if asked.counts_once else "unsure", 3 if len(words) < 4 else 1
        case "unsure":
            return "unsure", 2 if words[hit.begin] in _SOFT else 3
        case "other":
            return "other", 3 if hit.begin == 0 else 1
        case _:
            return None


# Where how often says nothing: "once" in a sentence about something that is or is not.
_NOT_COUNTED = frozenset(
    {"age", "changed", "save", "consent", "safe-now", "plans-fit", "means-over"}
)
_SOMETIMES = frozenset(
    "sometimes|at times|some days|some nights|now and then|now and again|on and off|comes and goes"
    "|it comes and goes|not often|not always|not every time|not all the time".split("|")
)
_BARE_NO = frozenset({"no", "nothing", "used to", "not one", "none of", "was never", "were never"})
_SOFT = frozenset("sort kind a ish somewhat might almost nearly partly meh eh could may".split())


def _bare_no(words: list[str], begin: int, end: int) -> int:
    """How much a lone negator says: all by itself, little before some other matter."""
    after = words[end] if end < len(words) else ""
    ends = not after or after in MARKS or after in AFTER_ELLIPSIS
    starts = begin == 0 or words[begin - 1] in MARKS
    if words[begin:end] == ["no"]:
        return 3 if ends or starts else 1
    return 3 if starts and ends else 2 if ends or (starts and end < len(words)) else 1


def _topic_votes(words: list[str], asked: Question) -> list[Vote]:
    if asked.topic is None:
        return []
    votes: list[Vote] = []
    for hit in topics.answers(asked.topic).find(words):
        size = hit.end - hit.begin
        denied = negated(words, hit.begin)
        side: Side
        match hit.name:
            case "+":
                side = "no" if denied else "yes"
            case "-":
                side = "yes" if denied and size < 3 and words[hit.begin] not in NEGATORS else "no"
            case _:
                side = "unsure"
        votes.append(Vote(side, 2, hit.begin, hit.end))
    return votes


def _resolve(words: list[str], votes: list[Vote], asked: Question) -> Vote | None:
    """The vote that stands: refusals first, then the last of the strongest."""
    if not votes or _is_modal_question(words):
        return None
    if _refuses(words, votes, asked):
        return votes[0]
    sided = [vote for vote in votes if vote.side != "other"]
    best = max((vote.weight for vote in sided), default=0)
    if best == 0 or (best == 1 and len(words) > 4 and sided[-1].side != "unsure"):
        return None
    if best < 3 and _asks_back(words):
        return None
    if _has_both(words) or (asked.topic == "slept-eaten" and _by_halves(sided)):
        return Vote("unsure", 3, sided[0].begin, sided[-1].end)
    if asked.topic in _ANY_OF and not (sided[0].side == "no" and sided[0].begin == 0):
        told = [vote for vote in sided if vote.side == "yes" and vote.weight >= 2]
        if told and not any(vote.side == "unsure" for vote in sided):
            return told[-1]
    last = [vote for vote in sided if vote.weight == best][-1]
    return _swayed(words, sided, last)


def _refuses(words: list[str], votes: list[Vote], asked: Question) -> bool:
    """Whether a text begins with a refusal or a question back and gives no plain answer after."""
    first = votes[0]
    if first.side != "other" or first.weight < 3:
        return False
    sides = [vote for vote in votes if vote.side in {"yes", "no"}]
    if asked.topic in {"consent", "save"} and any(vote.weight >= 2 for vote in sides):
        return False
    return words[-1] == "?" or not any(
        vote.weight == 3 and MARKS & set(words[first.end : vote.begin]) for vote in sides
    )


def _by_halves(sided: list[Vote]) -> bool:
    """Whether one of two things was done and the other not, and no plain word sums it up."""
    sides = {vote.side for vote in sided if vote.weight >= 2}
    summed = sided[-1].weight == 3 and sided[-1].side != "unsure"
    return len(sides) > 1 and "no" in sides and not summed


# Questions that list several things: one of them is a yes, whatever is denied of the others.
_ANY_OF = frozenset(
    {"hurt", "watch", "own-behaviour", "drinking", "threaten", "kept-contacting", "suicide"}
)


def _asks_back(words: list[str]) -> bool:
    """Whether a text ends as a question: a mark, a tag ("isn't it") or a lone asking word."""
    if words[-1] == "exactly" and words[-2:-1] in (["what"], ["how"], ["who"]):
        return True
    return words[-1] in {"?", "what", "who", "why", "where", "how"} or (
        words[-3:] in (["is", "not", "it"], ["do", "not", "you"], ["right", "?"])
    )


def _is_modal_question(words: list[str]) -> bool:
    return len(words) > 3 and words[-1] == "?" and (
        words[0] in {"should", "shall", "could", "would", "can", "may", "is", "are", "do", "does", "did", "will"}
        and (words[1] in SUBJECTS or words[1] in {"the", "your", "my"})
    )  # fmt: skip


_BEFORE_SIDE = MARKS | frozenset(
    "so and well but oh god hell fuck lol then honestly or actually wait is a be that uh um".split()
)


def _has_both(words: list[str]) -> bool:
    if "yes" in words and "no" in words:
        yes, no = words.index("yes"), words.index("no")
        apart = abs(yes - no)
        first = min(yes, no)
        before = words[first - 1] if first else "."
        after = words[max(yes, no) - 1]
        if 2 <= apart <= 5 and before not in _BEFORE_SIDE and after not in _BEFORE_SIDE:
            return True
    joined = " ".join(words[:6])
    return bool(re.search(r"\byes (?:and|but|,)+ ?(?:also )?no\b(?! i| he| she| they)", joined))


def _swayed(words: list[str], sided: list[Vote], last: Vote) -> Vote:
    """The leading vote, or what a later or weaker one turns it into."""
    if last.side == "unsure":
        later = [vote for vote in sided if vote.begin >= last.end and vote.side in {"yes", "no"}]
        if later and later[-1].weight >= 3:
            return later[-1]
    after = [vote for vote in sided if vote.begin >= last.end and vote.weight >= 2]
    if last.side != "unsure" and after and after[-1].side == "unsure":
        plainly = last.weight == 3 and after[-1].weight < 3
        return last if plainly else after[-1]
    if (
        last.side != "unsure"
        and after
        and after[-1].side != last.side
        and "but" in words[last.end : after[-1].begin]
    ):
        return after[-1]
    return last
