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
"""A low sign (hopeless words, a past crisis): no signal alone, and two in one text ask."""


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
    Two different low signs become one R2 that asks.
    """
    heard = as_text(text)
    matches = rules.signals(heard)
    signals = [_signal(match) for match in matches]
    if asked:
        signals += _answered(rules, heard, asked, signals)
    low = [signal for signal in signals if signal.code == LOW_SIGN]
    if len({signal.pattern for signal in low}) > 1:
        first = low[0]
        signals.append(
            Signal("R2", "red-ask", first.start, first.end, "two-low-signs", first.where)
        )
    return tuple(sorted(signals, key=lambda one: (_RANK[one.level], one.code, one.start)))


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
