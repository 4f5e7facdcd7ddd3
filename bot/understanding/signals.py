"""Signs of danger in free text: which, how strong, and where. What to do is the dialog's."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from bot.understanding.patterns import Match, Rules
    from bot.understanding.text import Text

Level = Literal[
    "red-now", "red", "own", "hard-stop", "red-ask", "amber", "age", "pause", "tactic", "soft"
]

ORDER: tuple[Level, ...] = (
    "red-now", "red", "own", "hard-stop", "red-ask", "amber", "age", "pause", "tactic", "soft",
)  # fmt: skip
"""Strongest first."""

_RANK: dict[str, int] = {level: rank for rank, level in enumerate(ORDER)}

LOW_SIGN = "R0"
"""A low sign: no signal by its code. Weights of different ones that stand close together add up."""

SENTENCES = 3
"""Sentences in a row whose low signs are heard together: a thought and what is said to it.

Over a page, ordinary grief comes to two low signs nearly always, so farther apart they add nothing.
"""

BREATH = 50
"""Words that are heard together whatever marks they have: many type none, some one after each word."""

LONG_BREATH = 100
"""Words that such sentences may have in all; where no mark ever comes, they end here."""

_ENDS = frozenset(".?!")

_Kind: TypeAlias = tuple[str, Level, str]
_HARM: _Kind = ("R8", "amber", "harm-signs-together")
_ABUSE: _Kind = ("R5", "amber", "abuse-signs-together")
_LIFE: _Kind = ("R2", "red-ask", "crisis-signs-together")
_TOGETHER: dict[str, _Kind] = {
    **dict.fromkeys(("harm-signs", "harm-telling", "harm-deeds"), _HARM),
    **dict.fromkeys(("abuse-signs", "abuse-telling", "abuse-scene"), _ABUSE),
    **dict.fromkeys(("crisis-wish", "crisis-ready", "crisis-hurting", "crisis-against"), _LIFE),
}
"""Groups whose low signs are never shown alone, and what they come to together."""
_ASK: _Kind = ("R2", "red-ask", "low-signs-together")
_NEEDED: dict[_Kind, int] = {_LIFE: 18, _ABUSE: 18, _HARM: 20, _ASK: 3}
"""The weight at which low signs speak together: for the group low-signs a plain one (2) and any other.

The rest are weighed finely. A person in danger who is not asked is worse off than one who is asked
once too often, so their own life and their safety need less than what they may do to another: there a
question asked for nothing reads as a charge.
"""
_ONCE = frozenset((_LIFE,))
"""Kinds whose signs overlap often: of those that share a word only the heaviest counts."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A sign found at raw[start:end]. `code` is R1 to R17, or R0 for a low sign."""

    code: str
    level: Level
    start: int
    end: int
    pattern: str
    where: str


def screen(rules: Rules, text: Text | str, *, asked: str = "") -> tuple[Signal, ...]:
    """Every signal in the text, strongest first, one for each pattern.

    `asked` is the question the text answers: words left out of an answer are read with it.
    Low signs of one kind that weigh enough close together become one signal. Most are heard only so;
    those of the group low-signs also alone, as soft ones.
    """
    from bot.understanding.text import as_text  # noqa: PLC0415 - a start needs the levels alone

    heard = as_text(text)
    matches = rules.signals(heard)
    signals = [_signal(match) for match in matches if match.group not in _TOGETHER]
    if asked:
        signals += _answered(rules, heard, asked, signals)
    signals += _together(rules, heard, matches)
    return tuple(sorted(signals, key=lambda one: (_RANK[one.level], one.code, one.start)))


def _together(rules: Rules, text: Text, matches: tuple[Match, ...]) -> list[Signal]:
    kinds: dict[_Kind, list[Match]] = {}
    for match in matches:
        if match.value == LOW_SIGN:
            kinds.setdefault(_TOGETHER.get(match.group, _ASK), []).append(match)
    # Most texts have too few signs wherever they stand; then nothing more is looked for.
    kinds = {
        kind: found
        for kind, found in kinds.items()
        if sum(match.weight for match in found) >= _NEEDED[kind]
    }
    if not kinds:
        return []
    for match in rules.against(text):
        kind = _TOGETHER.get(match.group, _ASK)
        if kind in kinds:
            kinds[kind].append(match)
    for found in kinds.values():
        found.sort(key=lambda one: (one.start, one.where, one.pattern))
    if len(text.tokens) > BREATH:  # one said again may stand beside another
        kinds = {kind: [] for kind in kinds}
        for match in rules.places_of(LOW_SIGN, text):
            kind = _TOGETHER.get(match.group, _ASK)
            if kind in kinds:
                kinds[kind].append(match)
    places = _Places(text)
    return [
        Signal(kind[0], kind[1], first.start, first.end, kind[2], first.where)
        for kind, found in kinds.items()
        if (first := _enough(found, places, _NEEDED[kind], once=kind in _ONCE))
    ]


def _enough(low: list[Match], places: _Places, enough: int, *, once: bool) -> Match | None:
    """The first of the low signs that stand close to each other and weigh enough, each once.

    What speaks against them counts as well where it stands before them. With `once` a word of the
    text speaks for one sign only.
    """
    at = [places.of(match) for match in low]
    back = end = 0
    for begin, first in enumerate(low):
        if first.weight <= 0:
            continue
        end = max(end, begin)
        while end < len(low) and at[begin].reaches(at[end]):
            end += 1
        while not at[back].reaches(at[begin]):
            back += 1
        weights = {match.pattern: match.weight for match in low[back:begin] if match.weight < 0}
        weights |= {match.pattern: match.weight for match in low[begin:end]}
        if sum(weights.values()) >= enough and (
            not once or _weight_once(low[begin:end], weights) >= enough
        ):
            return first
    return None


def _weight_once(near: list[Match], weights: dict[str, int]) -> int:
    """What signs weigh when those that share a word with a heavier one are left out."""
    total = sum(weight for weight in weights.values() if weight < 0)
    counted: list[Match] = []
    for match in sorted(near, key=lambda one: -one.weight):
        if match.weight > 0 and not any(
            match.pattern == one.pattern or (match.start < one.end and one.start < match.end)
            for one in counted
        ):
            counted.append(match)
            total += match.weight
    return total


class _Place(NamedTuple):
    word: int
    sentence: int

    def reaches(self, other: _Place) -> bool:
        words = other.word - self.word
        near = other.sentence - self.sentence < SENTENCES and words <= LONG_BREATH
        return near or words <= BREATH


class _Places:
    """Which word of a text, and of which sentence, stands where in what was typed."""

    def __init__(self, text: Text) -> None:
        self._starts = [token.start for token in text.tokens]
        self._ends = [token.end for token in text.tokens if token.word in _ENDS]

    def of(self, match: Match) -> _Place:
        word = bisect_right(self._starts, match.start)
        return _Place(word, bisect_right(self._ends, match.start))


def _signal(match: Match) -> Signal:
    level = next(level for level in ORDER if level == match.level)
    return Signal(match.value, level, match.start, match.end, match.pattern, match.where)


_ANSWERS = {"death": "R2", "hurt-self": "R3"}


def _answered(rules: Rules, text: Text, asked: str, known: list[Signal]) -> list[Signal]:
    """Signals an answer gives only together with its question ("sometimes", "most nights")."""
    topics = {match.value for match in rules.find("asked", asked)}
    if not topics or any(signal.code in _ANSWERS.values() for signal in known):
        return []
    answers = {match.value for match in rules.find("asked-answers", text)}
    if "yes" not in answers or "no" in answers:
        return []
    span = (text.tokens[0].start, text.tokens[-1].end) if text.tokens else (0, 0)
    return [
        Signal(_ANSWERS[topic], "red-ask", *span, f"answers-{topic}", "config/safety/asked.yaml:1")
        for topic in sorted(topics & _ANSWERS.keys())
    ]
