"""Turns of phrase whose side lies in how they are built, whatever the question is about.

Wishes, double denials, questions that answer themselves, comparisons, and bare circumstances
("every time he drank") become votes; which vote stands is decided in polarity.py.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.understanding.echoes import NEGATORS
from bot.understanding.questions import AUXILIARIES, MARKS, SUBJECTS, Question, Vote
from bot.understanding.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words; whoever never sets a mark is read in pieces of this, so that time stays linear.
_CLAUSE = 60


def turns(words: list[str], asked: Question) -> list[Vote]:
    """The votes of all turns of phrase in an answer."""
    votes: list[Vote] = []
    for at, word in enumerate(words):
        match word:
            case "lying":
                votes += _lying(words, at)
            case "wish" | "wished":
                votes += _wish(words, at, asked)
            case "who" | "why":
                votes += _self_answering(words, at, asked)
            case "never" | "not":
                votes += _denied_failing(words, at, asked)
            case "used" if words[at + 1 : at + 2] == ["to"]:
                votes += _used_to(at, asked)
            case "would" if asked.aux == "would" and words[at + 1 : at + 2] == ["have"]:
                votes.append(Vote("yes", 2, at, at + 2))
            case "about" if words[at + 1 : at + 2] == ["as"] and at < 2:
                votes.append(Vote("no", 3, at, at + 2))
            case "more" | "less" if at < 2 and words[at + 1 : at + 2] == ["than"]:
                votes.append(Vote("yes" if word == "more" else "no", 2, at, at + 2))
            case _ if word in AUXILIARIES:
                votes += _tag(words, at)
            case _:
                pass
    return votes


def _clause(words: list[str], at: int) -> list[str]:
    """The words from a place to the next mark, or as many as a clause has at most."""
    last = min(at + _CLAUSE, len(words))
    end = next((place for place in range(at, last) if words[place] in MARKS), last)
    return words[at:end]


def _lying(words: list[str], at: int) -> list[Vote]:
    """As in "i'd be lying if i said i didn't": the side of what would be the lie, turned."""
    rest = _clause(words, at + 1)
    said = next((place for place, word in enumerate(rest) if word in {"said", "say"}), None)
    if said is None or rest[:1] not in (["if"], ["to"]):
        return []
    untrue = bool(NEGATORS & set(rest[said + 1 :]))
    return [Vote("yes" if untrue else "no", 3, at, at + 1 + len(rest))]


def _wish(words: list[str], at: int, asked: Question) -> list[Vote]:
    """What is wished for is not so: "i wish he would", "i wish i didn't", "wish i could say no"."""
    rest = _clause(words, at + 1)
    if not rest or rest[0] not in SUBJECTS or len(rest) < 2:
        return []
    end = at + 1 + len(rest)
    if "say" in rest:
        other = bool({"no", "not", "otherwise", "never"} & set(rest))
        return [Vote("yes" if other else "no", 3, at, end)]
    if "know" in rest or "knew" in rest:
        return []
    denied = "not" in rest[2:4] or rest[1] == "never"
    bare = rest[1] in AUXILIARIES and len(rest) <= 3
    if not bare and not asked.verbs & {stem(word) for word in rest}:
        return []
    return [Vote("yes" if denied else "no", 3, at, end)]


_TAG = 4  # words that may follow a question back
_ALL = frozenset("you we everyone everybody anyone anybody".split())


def _self_answering(words: list[str], at: int, asked: Question) -> list[Vote]:
    """As in "who wouldn't", "why wouldn't i", "why would she"."""
    rest = words[at + 1 : at + 4]
    if not rest or rest[0] not in AUXILIARIES or (at and words[at - 1] not in _BEFORE_TURN):
        return []
    if rest[1:2] == ["not"]:
        return [Vote("yes", 3, at, at + 3)]
    about = SUBJECTS.get(rest[1], "") if len(rest) > 1 else ""
    fits = about == asked.subject or (about == "me" and asked.subject == "you")
    if words[at] == "why" and rest[0] in {"would", "should"} and fits:
        return [Vote("no", 2, at, at + 3)]
    if words[at] == "who" and rest[0] == "would" and len(rest) > 1:
        return [Vote("no", 2, at, at + 2)]
    return []


_BEFORE_TURN = MARKS | frozenset("so but and well i mean lol yes no oh".split())


def _tag(words: list[str], at: int) -> list[Vote]:
    """A denying question back at everybody: "wouldn't you", "doesn't everyone", "aren't we all"."""
    if at and words[at - 1] not in _BEFORE_TURN:
        return []
    if words[at + 1 : at + 2] != ["not"] or at + 2 >= len(words) or words[at + 2] not in _ALL:
        return []
    rest = _clause(words, at + 3)
    return [Vote("yes", 3, at, at + 3)] if len(rest) <= _TAG else []


def _used_to(at: int, asked: Question) -> list[Vote]:
    """What used to be is over, for a question about now; for one about ever it is no sign."""
    now = not asked.counts_once and set(asked.words) & _NOW
    return [Vote("no", 2, at, at + 2)] if now else []


_NOW = frozenset("do does are is still".split())
_FAILING = frozenset(stem(word) for word in "fail stop miss forget doubt cease quit".split())
_KNOWN = frozenset("known seen heard".split())


def _denied_failing(words: list[str], at: int, asked: Question) -> list[Vote]:
    """As in "never stopped", "never fails to", "never known him not to"."""
    rest = _clause(words, at + 1)
    if words[at] == "never" and rest[:1] and rest[0] in _KNOWN and len(rest) > 1:
        twice = {"not", "fail", "miss"} & set(rest[1:4])
        return [Vote("yes" if twice else "no", 3, at, at + 3)]
    skipped = [word for word in rest[:3] if word not in {"once", "ever", "really", "yet"}]
    if skipped[:1] == ["let"] and "down" in rest[:5]:
        return [Vote("yes", 3, at, at + 2 + rest.index("down"))]
    if not skipped or stem(skipped[0]) not in _FAILING or stem(skipped[0]) in asked.verbs:
        return []
    if asked.topic in {"asked-stop", "kept-contacting"} or skipped[1:2] == ["me"]:
        return []
    sure = words[at] == "never" or skipped[0] in {"stopped", "failed"}
    end = at + 2 + rest.index(skipped[0])
    return [Vote("yes", 3 if words[at] == "never" else 2, at, end)] if sure else []


def meant(words: list[str], vote: Vote) -> Vote | None:
    """A vote as its sentence turns it: None inside a condition, the other side behind "than"."""
    start = vote.begin
    while start > max(0, vote.begin - _REACH) and words[start - 1] not in MARKS:
        start -= 1
    before = words[start : vote.begin]
    if vote.weight < 3 and words[vote.end : vote.end + 2] == ["or", "not"]:
        return None  # "lonely or not"
    if vote.weight < 3 and _supposed(before):
        return None
    if vote.weight < 3 and vote.side == "yes" and {"sooner", "rather"} & set(before[-3:]):
        return vote._replace(side="no")  # "he'd sooner hit himself"
    if vote.weight < 3 and _wondered_at(words, vote):
        return vote._replace(side="no", weight=1) if vote.side == "yes" else None
    if "than" in before:
        place = len(before) - 1 - before[::-1].index("than")
        head = before[:place]
        if place < len(before) - 4 or not {"more", "less", "rather"} & set(head[-5:]):
            return vote
        if vote.side in {"yes", "no"} and head[-1:] != ["more"]:
            turned = vote.side == "no" if "less" not in head else vote.side == "yes"
            return vote._replace(side="yes" if turned else "no")
    return vote


def _wondered_at(words: list[str], vote: Vote) -> bool:
    """Whether it is only the question's word given back in wonder: "scared of him? he faints"."""
    mark = next((at for at in range(vote.end, _WONDER) if words[at : at + 1] in _ENDS), len(words))
    return mark < len(words) - 1 and words[mark] == "?"


_ENDS = ([","], ["."], ["?"], ["!"])
_WONDER = 5  # words of the question given back
_REACH = 20  # words of a clause before a vote that can turn it
_REAL = frozenset("honest anything pound penny dollar".split())


def _supposed(before: list[str]) -> bool:
    """Whether the words of a clause so far open a condition that has not come to its end."""
    if "if" not in before:
        return False
    at = len(before) - 1 - before[::-1].index("if")
    inside = before[at + 1 :]
    if before[max(0, at - 1) : at] in (["as"], ["even"], ["know"], ["sure"]) or _REAL & set(inside):
        return False
    return sum(word in _STARTS for word in inside) < 2 and len(inside) < _CONDITION


_STARTS = frozenset("i he she they we you it then".split())
_CONDITION = 7  # words an "if" may still rule


@cache
def _parted() -> re.Pattern[str]:
    """One part does and another does not, with nothing that sums them up."""
    return re.compile(
        r"\b(do|does|did|is|are|am|was|were|has|have|would|could|can)(?: [.,])?(?: and| but)?"
        r" (?!i |he |she |they |we )(?:\S+ ){1,3}\1 not\b"
        r"|^(?:the |my )?\w+ (?:yes|no) (?:[.,] )?(?:and |but )?(?:the |my )?\w+ (?:yes|no|not)\b"
        r"|\b(?:good|some|one) (?:day|days|minute|moment|half|ones?)\b.* (?:bad|next|other|some)\b"
        r"|\bsometimes\b.* sometimes\b"
        r"|\b(?:part|half|side|bit) of me\b.*\b(?:part|half|other|rest|bit)\b"
    )


def parted(words: list[str]) -> bool:
    """Whether an answer gives one part a yes and another a no: "my mum does, my dad doesn't"."""
    return len(words) < _ONE_BREATH and bool(_parted().search(" ".join(words)))


_ONE_BREATH = 25  # words; in a longer answer the parts are seldom about one thing


def circumstance(words: list[str], asked: Question) -> Vote | None:
    """A bare when, how often, how or why, which takes for granted that it happened.

    Only for questions whether something happens or happened, and only for an answer that is
    nothing else: "whenever she drank", "in writing", "twice a week".
    """
    happens = asked.aux in {"do", "have"} or asked.counts_once
    if asked.topic in _NOT_HAPPENING or not happens:
        return None
    words = words[next(_openers(words)) :]
    counted = bool(words) and (words[0].isdecimal() or "times" in words[1:2])
    if not words or not (counted or words[0] in _CIRCUMSTANCES) or NEGATORS & set(words):
        return None
    if words[-1] == "?" or {"but", "though", "if"} & set(words):
        return None
    return Vote("yes", 2, 0, 1)


def _openers(words: list[str]) -> Iterator[int]:
    for at, word in enumerate(words):
        if word not in {
            "mostly",
            "mainly",
            "usually",
            "well",
            ",",
            "oh",
            "just",
            "only",
            "really",
            "about",
            "least",
        }:
            yield at
    yield len(words)


_CIRCUMSTANCES = frozenset(
    "when whenever every each once twice by via through in at on over last during because after with"
    " three four five several many from to".split()
)
# Topics where a time or place alone may as well say the opposite.
_NOT_HAPPENING = frozenset(
    "age changed save consent safe-now plans-fit means-over slept-eaten drinking okay-alone".split()
)
