"""How often talks come to which conclusion, and by which answers: counts and ids, and nobody's words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from bot.authoring.explaining import decisions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.authoring.explaining import Because, Decision
    from bot.dialogue.expressions import Guard
    from bot.dialogue.library import Library
    from bot.dialogue.session import Entry

FEWEST = 5
"""Talks of which a count may tell; of fewer somebody could see one person's."""


class Row(NamedTuple):
    """A row of a conclusion: where it came to, its place, and how many talks each answer decided it in."""

    dialog: str
    outcome: str
    where: str
    talks: int
    answers: tuple[tuple[str, int], ...]


def counted(
    library: Library,
    logs: Iterable[Sequence[Entry]],
    facts: Mapping[str, Mapping[str, Guard]],
) -> tuple[Row, ...]:
    """Count the last conclusion of each dialog in each talk, the most frequent first."""
    talks: Counter[tuple[str, str, str]] = Counter()
    answers: dict[tuple[str, str, str], Counter[str]] = {}
    for log in logs:
        last = {one.dialog: one for one in decisions(library, log, facts) if one.kind == "conclude"}
        for one in last.values():
            key = (one.dialog, one.came_to, str(one.where or ""))
            talks[key] += 1
            answers.setdefault(key, Counter()).update(_deciding(one))
    return tuple(
        Row(*key, count, tuple(sorted(answers[key].items(), key=lambda one: (-one[1], one[0]))))
        for key, count in talks.most_common()
    )


def _deciding(decision: Decision) -> set[str]:
    """Return the names of the answers and signals that decided, without what they were."""
    return {
        one.said.partition(" = ")[0].partition(" from ")[0]
        for one in _leaves(decision.because)
        if one.is_answer
    }


def _leaves(because: Iterable[Because]) -> Iterator[Because]:
    for one in because:
        if one.parts:
            yield from _leaves(one.parts)
        else:
            yield one


def in_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Give the counts as lines; what is rarer than `FEWEST` is not told apart."""
    rare = 0
    for row in rows:
        if row.talks < FEWEST:
            rare += row.talks
            continue
        yield f"{row.dialog}: {row.outcome}, {row.talks} talks ({row.where})"
        told = [f"{name} {count}" for name, count in row.answers if count >= FEWEST]
        if told:
            yield f"  decided by {', '.join(told)}"
    if rare:
        yield f"Fewer than {FEWEST} talks each: {rare} more in all."
