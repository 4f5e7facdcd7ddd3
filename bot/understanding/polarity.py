"""Yes, no, unsure or no answer: which way the words of an answer lean, given the question.

It weighs votes and ends at the side taken. They are cast in leanings.py (words of yes and no and what
stands for them), echoes.py (the question given back) and turns.py (turns of phrase).
"""

from __future__ import annotations

import re

from bot.understanding.echoes import echoes
from bot.understanding.leanings import leanings, plain_words
from bot.understanding.patterns import Reading, Reason
from bot.understanding.questions import MARKS, SUBJECTS, Question, Side, Vote, question_of
from bot.understanding.text import Text, as_text
from bot.understanding.turns import circumstance, meant, parted, turns

_SOURCE = "bot/understanding/polarity.py"


def yes_no(text: Text | str, question: str = "") -> Reading[Side]:
    """Which side a text takes on a question: yes, no, unsure, or other where it takes none.

    A leaning takes its side, the last clear answer beats earlier ones, and an answer to another
    question, a question back and a refusal are `other`.
    """
    text = as_text(text)
    tokens = text.tokens
    words = [token.word for token in tokens]
    asked = question_of(question)
    if not words:
        return Reading("other", ())
    letter = _LETTERS.get(text.raw.strip(" .!").lower()) if len(words) == 1 else None
    if letter is not None:
        words = [letter]
    if words in _LEANINGS:
        words = ["yes"]
    if len(words) > 2 and words[:2] in (["yes", "no"], ["no", "yes"]) and words[2] not in _AGAIN:
        # "Yeah no" is a no that has listened; its first word only fills.
        words, tokens = words[1:], tokens[1:]
    if words in _ASSENTS:
        words = ["yes"] if asked.topic in {"consent", "save"} else ["ok"]
    vote = _decide(words, asked)
    if vote is None or vote.side == "other":
        return Reading("other", ())
    end = min(vote.end, len(words))
    why = Reason(
        f"{vote.side}:{asked.topic or 'plain'}", _SOURCE,
        tokens[vote.begin].start, tokens[end - 1].end,
    )  # fmt: skip
    return Reading(vote.side, (why,))


_AGAIN = frozenset("yes no maybe ,".split())
_LETTERS = {"y": "yes", "n": "no", "k": "ok", "ye": "yes", "ya": "yes"}
_LEANINGS = (["i", "suppose"], ["i", "guess"], ["i", "think"], ["i", "reckon"])
_ASSENTS = (["ok"], ["please"], ["fine"], ["alright"], ["ok", "fine"], ["ok", "then"], ["good"],
            ["ok", "sure"], ["if", "you", "like"], ["if", "you", "want"], ["if", "i", "must"])  # fmt: skip


def _decide(words: list[str], asked: Question) -> Vote | None:
    votes = [*leanings(words, asked), *echoes(words, asked), *turns(words, asked)]
    votes += plain_words(words, asked)
    votes = [kept for vote in _outermost(votes) if (kept := meant(words, vote)) is not None]
    unsure = [vote for vote in votes if vote.side == "unsure" and vote.weight >= 2][:_MANY]
    votes = [vote for vote in votes if not _wondered(words, vote, unsure)]
    stands = _resolve(words, votes, asked)
    if stands is None and not any(vote.weight >= 2 for vote in votes):
        return circumstance(words, asked)
    return stands


def _outermost(votes: list[Vote]) -> list[Vote]:
    """The votes in order, without those inside a longer phrase.

    Of two over the same words the first stands, which is the topic's, with the greater weight
    where they agree.
    """
    kept: list[Vote] = []
    widest: Vote | None = None
    for vote in sorted(votes, key=lambda each: (each.begin, -each.end)):
        if widest is not None and vote.end <= widest.end:
            same = (vote.begin, vote.end, vote.side) == (widest.begin, widest.end, widest.side)
            if same and vote.weight > widest.weight:
                widest = kept[-1] = vote
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
    if _asks(words) and all(vote.weight < 3 or vote.side == "unsure" for vote in sided):
        return None
    if best < 3 and (doubt := _wonders(words)) is not None:
        return doubt
    if _has_both(words) or parted(words) or (asked.topic == "slept-eaten" and _by_halves(sided)):
        return Vote("unsure", 3, sided[0].begin, sided[-1].end)
    if asked.topic in _ANY_OF and (one := _one_of(words, sided)) is not None:
        return one
    if best < 3:
        return _outweighing(words, sided)
    last = [vote for vote in sided if vote.weight == best][-1]
    if last.side == "yes" and words[last.end : last.end + 1] == ["?"] and last.end - last.begin > 1:
        return last._replace(side="unsure")  # "i think so??"
    return _swayed(words, sided, last)


def _one_of(words: list[str], sided: list[Vote]) -> Vote | None:
    """The last of several things that is told, unless the answer opens with a no to all of them."""
    told = [vote for vote in sided if vote.side == "yes" and vote.weight >= 2]
    if not told or any(vote.side == "unsure" for vote in sided):
        return None
    if any(vote.side == "no" and vote.weight == 3 and vote.begin > told[-1].end for vote in sided):
        return None
    first, last = sided[0], told[-1]
    opens = first.begin == 0 or (first.weight == 3 and words[first.begin - 1] in MARKS)
    denies = first.side == "no" and opens and "but" not in words[first.end : last.end]
    return None if denies else last


def _outweighing(words: list[str], sided: list[Vote]) -> Vote:
    """The last vote of the side with more words to it; a clash of equals is unsure."""
    sided = _after_but(words, sided)
    totals: dict[Side, float] = {}
    for vote in sided:
        worth = (1 + (vote.end - vote.begin - 1) / 2) if vote.weight == 2 else 0.5
        totals[vote.side] = totals.get(vote.side, 0.0) + min(worth, _MOST)
    totals[sided[-1].side] += _LAST
    most = max(totals.values())
    leading = [side for side, total in totals.items() if total > most - _CLEAR]
    last = [vote for vote in sided if vote.side in leading][-1]
    return last if len(leading) == 1 else last._replace(side="unsure")


def _after_but(words: list[str], sided: list[Vote]) -> list[Vote]:
    """The votes behind the last "but", which is what people mean; all where none is there."""
    if "but" not in words:
        return sided
    at = len(words) - 1 - words[::-1].index("but")
    return [vote for vote in sided if vote.end > at and vote.weight == _FAIR] or sided


_FAIR = 2
_MOST = 2.0  # one long phrase outweighs two words, not three
_LAST = 0.5  # people come to the point at the end
_CLEAR = 0.4


def _asks(words: list[str]) -> bool:
    """Whether an answer opens as a question of its own: "how many more", "is no contact good"."""
    if len(words) < _A_QUESTION:
        return False
    if words[0] in _ASKING:
        return words[1] in _ASKED
    return words[0] in _OPENING_VERBS and (words[1] in SUBJECTS or words[1] in _BEFORE_NOUNS)


def _wonders(words: list[str]) -> Vote | None:
    """A doubt about what counts, put as a question after the facts: "he shouted, is that a threat"."""
    at = max((at for at, word in enumerate(words[:-1]) if word in MARKS), default=0)
    last = words[at + 1 :]
    if not at or not 2 < len(last) <= _A_DOUBT or last[0] not in _DOUBTING or "i" in last:
        return None
    return Vote("unsure", 3, at + 1, len(words)) if last[1] not in _NO_SUBJECT else None


_A_QUESTION = 3  # words; shorter ones are idioms
_A_DOUBT = 7
_NO_SUBJECT = MARKS | frozenset("not against bad good too very so only just my like".split())
_DOUBTING = frozenset("is was does would do".split())
_OPENING_VERBS = frozenset(
    "is are was were can could will would should do does did has have".split()
)
_BEFORE_NOUNS = frozenset("the a an no my your his her their any people men women".split())
_ASKING = frozenset("what how where who which why".split())
_ASKED = frozenset(
    "is are was do does did would will can could should many much long often far else about kind"
    " counts means happens if".split()
)


def _refuses(words: list[str], votes: list[Vote], asked: Question) -> bool:
    """Whether a text begins with a refusal or a question back and gives no plain answer after."""
    first = votes[0]
    if first.side != "other" or first.weight < 3:
        return False
    sides = [vote for vote in votes if vote.side != "other"]
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
    return bool(
        re.search(
            r"\byes (?:and|but|,)+ ?(?:also )?no\b(?! i| he| she| they| problem| worries| doubt)",
            joined,
        )
    )


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
