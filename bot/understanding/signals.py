"""Signs of danger in free text: which, how strong, and where. What to do is the dialog's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.understanding.text import Text, as_text

if TYPE_CHECKING:
    from bot.understanding.patterns import Match, Rules

Level = Literal[
    "red-now", "red", "own", "hard-stop", "red-ask", "amber", "age", "pause", "tactic", "soft"
]

ORDER: tuple[Level, ...] = (
    "red-now", "red", "own", "hard-stop", "red-ask", "amber", "age", "pause", "tactic", "soft",
)  # fmt: skip
"""Strongest first."""

_RANK: dict[str, int] = {level: rank for rank, level in enumerate(ORDER)}

LOW_SIGN = "R0"
"""A low sign: no signal alone. The weights of different ones in one text add up."""

ENOUGH = 3
"""The weight at which low signs speak together: a plain one (2) and any other."""

_TOGETHER: dict[str, tuple[str, Level, str]] = {
    "harm-signs": ("R8", "amber", "harm-signs-together"),
    "abuse-signs": ("R5", "amber", "abuse-signs-together"),
}
"""Groups whose low signs are never shown alone, and what they come to together."""
_ASK: tuple[str, Level, str] = ("R2", "red-ask", "low-signs-together")


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
    Low signs of one kind that weigh enough together become one signal; those of pursuit and of
    abuse are heard only so, those of a life in doubt also alone, as soft ones.
    """
    heard = as_text(text)
    matches = rules.signals(heard)
    signals = [_signal(match) for match in matches if match.group not in _TOGETHER]
    if asked:
        signals += _answered(rules, heard, asked, signals)
    signals += _together(matches)
    return tuple(sorted(signals, key=lambda one: (_RANK[one.level], one.code, one.start)))


def _together(matches: tuple[Match, ...]) -> list[Signal]:
    kinds: dict[tuple[str, Level, str], list[Match]] = {}
    for match in matches:
        if match.value == LOW_SIGN:
            kinds.setdefault(_TOGETHER.get(match.group, _ASK), []).append(match)
    return [
        Signal(code, level, low[0].start, low[0].end, name, low[0].where)
        for (code, level, name), low in kinds.items()
        if sum(match.weight for match in low) >= ENOUGH
    ]


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
