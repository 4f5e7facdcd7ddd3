"""From indicators and rows to an outcome with its reasons, and to what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.expressions import members_of, side_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.dialogue.expressions import Known, Scope
    from bot.dialogue.program import Indicator, Row

MARKS = {"for": "✓", "against": "✗", "mixed": "~", None: "?"}
"""How a reason is marked; the sentence says the same in words."""

UNSURE = "not_enough_known"
# While one of these stands, nothing hopeful is concluded whatever the rows say.
CAPPING = frozenset({"red-now", "red", "own", "hard-stop", "red-ask", "amber"})


class Verdict(NamedTuple):
    """The row that won (-1: none), what it comes to, and whether an open row capped it."""

    row: int
    outcome: str
    capped: bool = False


def conclude(rows: tuple[Row, ...], scope: Scope) -> Verdict:
    """Find the first row that is true, under the caps of rows above it that are unknown.

    A capped row that needs to be sure becomes the cap's outcome, as it does while a signal of
    danger stands; the cap stands, too, where nothing else is true. The row of a cap is the one
    that set it.
    """
    cap = Verdict(-1, "")
    for place, row in enumerate(rows):
        value = True if row.guard is None else row.guard.value(scope)
        if value is None and row.if_unknown and cap.row < 0:
            cap = Verdict(place, row.if_unknown, capped=True)
        if value is not True:
            continue
        if row.guard is None and cap.row >= 0:
            return cap
        if row.only_when_sure and cap.row >= 0:
            return cap
        if row.only_when_sure and not CAPPING.isdisjoint(scope.levels):
            return Verdict(place, UNSURE, capped=True)
        return Verdict(place, row.outcome)
    return cap


class Weighed(NamedTuple):
    """One indicator as it stands: its side (None is unknown), and the sentence for it."""

    id: str
    side: str | None
    sentence: str
    changeable: bool


def weigh(scope: Scope) -> tuple[Weighed, ...]:
    """Weigh all indicators in reach, this dialog's first."""
    return tuple(_weighed(name, table, value) for name, table, value in _in_reach(scope))


def _in_reach(scope: Scope) -> Iterator[tuple[str, Indicator, Known]]:
    for name, table in scope.indicators.items():
        yield name, table, scope.answers.get(table.source)
    for name, (table, value) in scope.given.items():
        if name not in scope.indicators:
            yield name, table, value


def _weighed(name: str, table: Indicator, value: Known) -> Weighed:
    side = side_of(table, value)
    if side is None:
        return Weighed(name, None, table.asks, table.changeable)
    said = [table.weights[one][1] for one in members_of(value) if one in table.weights]
    return Weighed(name, side, " ".join(one for one in said if one), table.changeable)


def reasons(scope: Scope) -> tuple[tuple[str, str], ...]:
    """Return the reasons as (mark, sentence): for, against, mixed, then what is not known."""
    weighed = weigh(scope)
    return tuple(
        (MARKS[side], one.sentence)
        for side in ("for", "against", "mixed", None)
        for one in weighed
        if one.side == side and one.sentence
    )


def would_change(
    rows: tuple[Row, ...], scope: Scope, gates: frozenset[str] = frozenset()
) -> tuple[tuple[str, str], ...]:
    """Return (what is asked, outcome) for each single indicator that could turn the outcome.

    Only what is unknown or marked as changeable is varied, one at a time, and never the answers
    named in `gates`: safety is nothing to be talked round.
    """
    now = conclude(rows, scope).outcome
    found = []
    for name, table in scope.indicators.items():
        value = scope.answers.get(table.source)
        if table.source in gates or (value is not None and not table.changeable):
            continue
        for other in table.weights:
            answers = {**scope.answers, table.source: other}
            outcome = conclude(rows, scope.with_answers(answers)).outcome
            if outcome not in (now, ""):
                found.append((scope.indicators[name].asks, outcome))
    return tuple(dict.fromkeys(found))
