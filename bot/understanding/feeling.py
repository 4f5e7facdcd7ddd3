"""How a text feels: good, bad or neither, from our own word list and TextBlob as a second opinion.

It ends at one number and its side. Which feeling it is (sad, angry, numb …) is a recogniser's job.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Literal

from bot.understanding import moods
from bot.understanding.phrases import Phrases, tables
from bot.understanding.text import MARKS, Text, as_text

if TYPE_CHECKING:
    from collections.abc import Callable

Label = Literal["pos", "neg", "neutral"]

# TextBlob is weaker than this on single chat lines; anything nearer to zero is noise.
_NEUTRAL_BELOW = 0.1
# Our list is about this subject, TextBlob's about films and products: it counts once, ours twice.
_OWN_SHARE = 2 / 3
# How far a "not" reaches; further on it belongs to something else.
_NEGATION_REACH = 4
_NO_REACH = 2  # "no contact and proud"
_FLIPPED = -0.6  # "not happy" is sad, but less sad than "sad"
_GONE = -0.4  # "I used to sing", "I wish he'd call": what is not so is missed
_OURS = frozenset("i we".split())
_WISHED = -0.5  # "I want to be happy" says that one is not


@dataclass(frozen=True, slots=True)
class Feeling:
    """A side and the number behind it, from -1 (bad) to 1 (good)."""

    label: Label
    polarity: float


def feeling(text: Text | str) -> Feeling:
    """Weigh a text in any spelling. Never raises; empty text is neutral.

    TextBlob is imported at the first text that needs it.
    """
    words = _without_assent([token.word for token in as_text(text).tokens])
    own, weight, left = _own(words)
    if _scorned(words):
        return _labelled(-max(0.4, abs(own)))
    if weight and left:
        polarity = own * _OWN_SHARE + _second_opinion(left) * (1 - _OWN_SHARE)
        # The second opinion may soften what our words say, it may not turn it round.
        return _labelled(polarity if polarity * own > 0 else own * (1 - _OWN_SHARE))
    if weight:
        return _labelled(own)
    return _labelled(_second_opinion(left) if left else 0.0)


def _without_assent(words: list[str]) -> list[str]:
    """Return the words behind an "ok" that only takes a talk on: "ok go on", "fine, next"."""
    at = 0
    while words[at : at + 1] and (
        words[at] in _ASSENTS
        or (words[at] in {"fine", "good"} and (words[at + 1 : at + 2] or [""])[0] in _ON)
        or (at and words[at] == ",")
    ):
        at += 1
    return words[at:]


_ASSENTS = frozenset({"ok", "alright"})
_ON = MARKS | frozenset("go next ask then carry".split())


def _labelled(polarity: float) -> Feeling:
    bounded = round(max(-1.0, min(1.0, polarity)), 3)
    if bounded >= _NEUTRAL_BELOW:
        return Feeling("pos", bounded)
    if bounded <= -_NEUTRAL_BELOW:
        return Feeling("neg", bounded)
    return Feeling("neutral", bounded)


def _own(words: list[str]) -> tuple[float, int, list[str]]:
    """Return the mean of our words, their number, and the words left for the second opinion."""
    total, count, left = 0.0, 0, []
    negated_until, wished_until = -1, -1
    strength = 1.0
    at = 0
    turns = {
        hit.begin: (hit.end - hit.begin, _TURN[hit.name]) for hit in _turns_of_phrase().find(words)
    }
    while at < len(words):
        word = words[at]
        size, value = turns.get(at) or _value(words, at)
        if value is not None:
            total += _turned(value, at <= negated_until, at <= wished_until) * strength
            count += 1
            strength = 1.0
        elif word in MARKS or word in _TURNS:
            negated_until = wished_until = -1
            strength = 1.0
            left.append(word)
        elif word in _NEGATIONS and words[at + 1 : at + 2] != ["stop"]:
            negated_until = at + (_NO_REACH if word == "no" else _NEGATION_REACH)
            left.append(word)
        elif word in _WISHES or (word, words[at + 1 : at + 2]) == ("used", ["to"]):
            wished_until = at + _NEGATION_REACH
            if _misses(words, at):
                total, count = total + _GONE, count + 1
        elif word in _STRONGER:
            strength = _STRONGER[word]
        elif word not in _MISREAD:
            left.append(word)
        at += size
    if not any(word not in MARKS and word not in _NEGATIONS for word in left):
        left = []
    return (total / count if count else 0.0), count, left


def _misses(words: list[str], at: int) -> bool:
    """Whether a wish, or a "used to", names no feeling that speaks for itself."""
    following = words[at + 1 : at + 2 + _NEGATION_REACH]
    if words[at] == "used":
        own = at == 0 or words[at - 1] in _OURS
    else:
        own = words[at] == "wish" and following[:1] != ["to"]
    return own and not any(word in _WORDS for word in following)


def _turned(value: float, negated: bool, wished: bool) -> float:
    if negated:
        # Saying that a bad thing is absent is no joy: "not sad" is nearly nothing.
        return value * (_FLIPPED if value > 0 else _FLIPPED / 2)
    return value * _WISHED if wished and value > 0 else value


def _value(words: list[str], at: int) -> tuple[int, float | None]:
    """Return how many words from here make one entry of the list, and its value."""
    if words[at] in _OPENERS:
        for size in (3, 2):
            phrase = " ".join(words[at : at + size])
            if phrase in _PHRASES:
                return size, _PHRASES[phrase]
    return 1, _WORDS.get(words[at])


@cache
def _turns_of_phrase() -> Phrases:
    return Phrases(
        {side: chain(*sections.values()) for side, sections in tables(moods.TABLE).items()}
    )


_TURN = {"bad": -0.5, "good": 0.5}


def _scorned(words: list[str]) -> bool:
    """Tell praise that means its opposite: "oh great", "just perfect", "thanks for nothing"."""
    line = " " + " ".join(words) + " "
    return any(phrase in line for phrase in _SCORN)


def _second_opinion(words: list[str]) -> float:
    polarity, _subjectivity = _textblob()(words)
    return float(polarity)


@cache
def _textblob() -> Callable[[list[str]], tuple[float, float]]:
    """Return TextBlob's `.sentiment` for words that are parted already, which is most of its work."""
    from textblob.en import sentiment  # noqa: PLC0415  costs a third of a second; most turns never need it

    opinion: Callable[[list[str]], tuple[float, float]] = sentiment
    return opinion


def _words(row: str) -> frozenset[str]:
    return frozenset(row.split())


def _graded(table: str) -> dict[str, float]:
    """Read `value: word, two words` lines into a dictionary."""
    graded: dict[str, float] = {}
    for line in table.strip().splitlines():
        value, _, entries = line.partition(":")
        for entry in entries.split(","):
            graded[entry.strip()] = float(value)
    return graded


# Values are our own, from how the words are used about a breakup; TextBlob lacks most of them
# ("crying", "miss") or reads them as praise ("love", "pretty").
_LIST = _graded("""
-1: suicidal, hopeless, worthless, devastated, heartbroken, unbearable, agony, kill myself, want to die, dead inside
-0.8: miserable, crushed, gutted, destroyed, terrified, awful, terrible, horrible, despair, hate, hated, depressed, betrayed, humiliated, sobbing, broken, shattered, in pieces, falling apart, fell apart, traumatised, wrecked, abandoned, furious, livid, panic attack, panicking
-0.7: sad, cry, cried, crying, cries, tears, hurt, hurts, hurting, pain, painful, lonely, alone, scared, afraid, angry, rejected, dumped, ashamed, guilty, cheated, cheating, lied, ghosted, replaced, ugly, shit, shitty, crap, rubbish, sick, desperate, grief, heartache, nightmare, left me, blocked me, broke up, gave up, can not sleep, can not eat, can not breathe, can not cope, can not go on, sob, bawling, weeping, numb, empty, hollow, bitter, resentful, disgusted, anxious, overwhelmed, exhausted, drained, struggling, lost, failure, pathetic, stupid, idiot, useless, wasted, mess, a mess, fuming, pissed off, regret
-0.5: miss, missing, misses, down, low, tired, worried, worry, nervous, stressed, confused, upset, annoyed, frustrated, bad, worse, worst, wrong, hard, tough, rough, difficult, fear, dread, jealous, bored, unhappy, disappointed, let down, fed up, gone, over it all, alone again, scary, heavy, ache, aches, stings, sucks, cold, awkward, fight, fights, argument, ended it, walked out, moved out, still love, love him, love her, love them, loved him, loved her, want him back, want her back, not ok, meh
-0.5: :sad:, :cry:, :sob:, :broken:, :angry:, :weary:, :pleading:, :scared:, :scream:, :no:
0.2: not bad, ok, okay, coping, surviving, bearable, normal, manageable, getting there, so so
0.4: better, calm, calmer, hope, hopeful, relieved, relief, lighter, free, peaceful, peace, stronger, steady, safe, rested, slept well, fine, alright, smiled, smile, laughed, laughing, proud, thankful, grateful, nice, kind, helped, helpful, comfort, comforting, moving on, looking forward
0.7: happy, good, great, glad, lovely, fun, excited, joy, wonderful, amazing, brilliant, fantastic, loved, delighted, content, beautiful, best, so much better, on top of the world, :smile:, :joy:, :heart:, :yes:
""")
_WORDS = {entry: value for entry, value in _LIST.items() if " " not in entry}
_PHRASES = {entry: value for entry, value in _LIST.items() if " " in entry} | {
    "no good": -0.5, "not good": -0.6, "not great": -0.5, "not happy": -0.6, "not fine": -0.6,
    "no hope": -0.9, "no joy": -0.6, "not funny": -0.5, "no longer happy": -0.6, "not well": -0.5,
    "too good": -0.2, "good enough": -0.1, "no fun": -0.5, "for good": -0.3, "good night": 0.0,
    "good morning": 0.0, "had enough": -0.6, "at least": 0.0, "over him": 0.3,
    "over her": 0.3, "best friend": 0.0, "made me cry": -0.8, "made me smile": 0.6,
    "stopped crying": 0.3, "stop crying": -0.6, "no pain": 0.3, "hit me": -0.5, "be ok": 0.3,
    "what is the point": -0.9, "tears of joy": 0.7, "in a good place": 0.6, "thank you": 0.2,
    "my fault": -0.6, "not my fault": 0.1, "can not stop": -0.4, "feel nothing": -0.7,
    "felt nothing": -0.6, "never felt so": -0.3, "never felt this": -0.3, "should have": -0.6,
    "feel small": -0.6, "done with": -0.4, "so done": -0.5, "feel like": 0.0,
    "i am fine": 0.2, "says i am": 0.0, "not sure": -0.1, "no one": -0.3,
}  # fmt: skip

_OPENERS = frozenset(phrase.split()[0] for phrase in _PHRASES)
_NEGATIONS = _words("not never no without nothing nobody hardly barely neither")
_TURNS = _words("but because although though however except yet")
_WISHES = _words("wish want wanted hoping if pretend pretending act acting were")
_STRONGER = {
    "very": 1.4, "so": 1.3, "really": 1.3, "extremely": 1.5, "totally": 1.4, "absolutely": 1.5,
    "completely": 1.4, "fucking": 1.5, "incredibly": 1.5, "super": 1.3, "pretty": 1.1, "quite": 1.0,
    "rather": 1.0, "slightly": 0.6, "kinda": 0.7, "somewhat": 0.7, "bit": 0.7, "little": 0.7,
    "too": 1.1, "mostly": 0.9,
}  # fmt: skip

# Words with a value in TextBlob's lexicon that say nothing of a feeling in talk about an ex.
_MISREAD = _words(
    "first new old sure right kind kinds mean means full more most much many own real other same"
    " sexual long short big small high whole early late last next such ready able clear single"
    " black white red dead wild free live like just few half certain possible main true false only"
    " love special ex past present due subject young"
)
_SCORN = (
    " oh great ", " just great ", " just perfect ", " just brilliant ", " just fantastic ",
    " just lovely ", " just wonderful ", " just what i needed ", " thanks for nothing ",
    " oh joy ", " oh wonderful ", " oh perfect ", " oh brilliant ", " lucky me ", " good for him ",
    " good for her ", " how lovely for ", " great , now ", " great , just ", " brilliant , now ",
    " well that is great ", " living the dream ", " what a joy ", " happy birthday to me ",
    " happy valentine", " isn t that nice ", " is not that nice ", " so that is great ", " great job me ",
)  # fmt: skip
