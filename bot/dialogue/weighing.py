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


SHOWN = 5
"""Reasons that are shown in a talk; at one in the morning nobody reads more. The page has them all."""

_TELLING = 3  # of those, so many are kept for what decided
_ROOM = ("against", None, "for", "mixed")  # and the rest goes first to what is most easily missed


class Weighed(NamedTuple):
    """One indicator as it stands: its side (None is unknown), and the sentence for it."""

    id: str
    side: str | None
    sentence: str
    changeable: bool


def weigh(scope: Scope) -> tuple[Weighed, ...]:
    """Weigh all indicators in reach whose question was put, this dialog's first."""
    return tuple(_weighed(name, table, value) for name, table, value in _in_reach(scope))


def _in_reach(scope: Scope) -> Iterator[tuple[str, Indicator, Known]]:
    for name, table in scope.indicators.items():
        if table.source in scope.answers:
            yield name, table, scope.answers[table.source]
    for name, (table, value) in scope.given.items():
        if name not in scope.indicators:
            yield name, table, value


def _weighed(name: str, table: Indicator, value: Known) -> Weighed:
    side = side_of(table, value)
    if side is None:
        return Weighed(name, None, table.asks, table.changeable)
    said = [table.weights[one][1] for one in members_of(value) if one in table.weights]
    return Weighed(name, side, " ".join(one for one in said if one), table.changeable)


def reasons(scope: Scope, row: Row | None = None) -> tuple[tuple[str, str], ...]:
    """Return the reasons as (mark, sentence): for, against, mixed, then what is not known.

    With the row that won there are at most `SHOWN` of them: what decided the row goes first, then
    what speaks against, what is open, and what speaks for it.
    """
    weighed = [one for one in weigh(scope) if one.sentence]
    if row is not None:
        weighed = _most_telling(weighed, scope, row)
    return tuple(
        (MARKS[side], one.sentence)
        for side in ("for", "against", "mixed", None)
        for one in weighed
        if one.side == side
    )


def _most_telling(weighed: list[Weighed], scope: Scope, row: Row) -> list[Weighed]:
    decided = frozenset(() if row.guard is None else row.guard.deciding(scope))
    telling = [one for one in weighed if f"indicator:{one.id}" in decided][:_TELLING]
    rest = [one for side in _ROOM for one in weighed if one.side == side and one not in telling]
    shown = {one.id for one in (*telling, *rest[: SHOWN - len(telling)])}
    return [one for one in weighed if one.id in shown]


def would_change(
    rows: tuple[Row, ...], scope: Scope, gates: frozenset[str] = frozenset()
) -> tuple[tuple[str, str], ...]:
    """Return (what is asked, outcome) for each single indicator that could turn the outcome.

    Only what was asked and does not speak for it yet is varied, one at a time, where it is unknown
    or marked as changeable; never the answers named in `gates`: safety is nothing to be talked
    round.
    """
    now = conclude(rows, scope).outcome
    found = []
    for name, table in scope.indicators.items():
        source = table.source
        value = scope.answers.get(source)
        if source in gates or source not in scope.answers or side_of(table, value) == "for":
            continue
        if value is not None and not table.changeable:
            continue
        for other, (side, _) in table.weights.items():
            answers = {**scope.answers, source: other}
            outcome = conclude(rows, scope.with_answers(answers)).outcome if side == "for" else now
            if outcome not in (now, ""):
                found.append((scope.indicators[name].asks, outcome))
    return tuple(dict.fromkeys(found))
