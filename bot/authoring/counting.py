"""How many people came to which conclusion, and by which answers: counts and ids, and nobody's words."""

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
"""People of whom a count may tell; of fewer somebody could see one of them."""


class Row(NamedTuple):
    """A row of a conclusion: where it came to, its place, and for how many people each answer decided it."""

    dialog: str
    outcome: str
    where: str
    people: int
    answers: tuple[tuple[str, int], ...]


def counted(
    library: Library,
    talks: Iterable[tuple[str, Sequence[Entry]]],
    facts: Mapping[str, Mapping[str, Guard]],
) -> tuple[Row, ...]:
    """Count whose talks came to each conclusion last, the most frequent first.

    `talks` are logs, each behind whose it is: somebody who comes often counts once.
    """
    people: dict[tuple[str, str, str], set[str]] = {}
    answers: dict[tuple[str, str, str], set[tuple[str, str]]] = {}
    for person, log in talks:
        last = {one.dialog: one for one in decisions(library, log, facts) if one.kind == "conclude"}
        for one in last.values():
            key = (one.dialog, one.came_to, str(one.where or ""))
            people.setdefault(key, set()).add(person)
            answers.setdefault(key, set()).update((name, person) for name in _deciding(one))
    rows = [Row(*key, len(whose), _by_answer(answers[key])) for key, whose in people.items()]
    return tuple(sorted(rows, key=lambda row: -row.people))


def _by_answer(found: Iterable[tuple[str, str]]) -> tuple[tuple[str, int], ...]:
    counts = Counter(name for name, _ in found)
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


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
        if row.people < FEWEST:
            rare += row.people
            continue
        yield f"{row.dialog}: {row.outcome}, {row.people} people ({row.where})"
        told = [f"{name} {count}" for name, count in row.answers if count >= FEWEST]
        if told:
            yield f"  decided by {', '.join(told)}"
    if rare:
        yield f"Fewer than {FEWEST} people each: {rare} more in all."
