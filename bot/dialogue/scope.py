"""What a guard may read at one moment: answers, loops, indicators, signals, and what time it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.session import Interval, Value, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogue.program import Indicator

Truth = bool | None
"""True, false, or None for *unknown* (Kleene)."""


class Dated(NamedTuple):
    """An answer to `date` as the machine holds it: days before `at`, the time of the answer."""

    days: Interval
    at: float


Known = Value | Dated
"""What a name can stand for; None is *asked, and unknown*. A name that is absent was not asked."""


class Loop(NamedTuple):
    """The answers to one question of a `for each`: every item's id, and what was answered so far."""

    items: tuple[str, ...]
    values: Mapping[str, Known]


class Scope:
    """What a guard may read at one moment.

    `answers` holds the names asked so far in this dialog; `loops` those inside a `for each`;
    `indicators` this dialog's tables, `given` those that calls brought back, with the value each
    weighed; `levels` the signal levels that stand in the talk; `visited` the dialogs entered;
    `at` is now (seconds since the epoch); `ends` and `enters` are set only at the step that does it.
    """

    __slots__ = ("answers", "at", "ends", "enters", "given", "indicators", "levels", "loops",
                 "visited")  # fmt: skip

    def __init__(
        self,
        answers: Mapping[str, Known],
        *,
        at: float = 0.0,
        loops: Mapping[str, Loop] | None = None,
        indicators: Mapping[str, Indicator] | None = None,
        given: Mapping[str, tuple[Indicator, Known]] | None = None,
        levels: frozenset[str] = frozenset(),
        visited: frozenset[str] = frozenset(),
        ends: str = "",
        enters: str = "",
    ) -> None:
        self.answers = answers
        self.at = at
        self.loops = loops or {}
        self.indicators = indicators or {}
        self.given = given or {}
        self.levels = levels
        self.visited = visited
        self.ends = ends
        self.enters = enters

    def with_answers(self, answers: Mapping[str, Known]) -> Scope:
        """Return the same moment with other answers."""
        return Scope(
            answers, at=self.at, loops=self.loops, indicators=self.indicators, given=self.given,
            levels=self.levels, visited=self.visited, ends=self.ends, enters=self.enters,
        )  # fmt: skip

    def weighed(self, indicator: str) -> tuple[Indicator, Known] | None:
        """Return the indicator's table with the value it weighs; None where no such table is known."""
        table = self.indicators.get(indicator)
        if table is not None:
            return table, self.answers.get(table.source)
        return self.given.get(indicator)

    def side(self, indicator: str) -> str | None:
        """Return the side an indicator takes: for, against, mixed; None while it is unknown."""
        weighed = self.weighed(indicator)
        return None if weighed is None else side_of(*weighed)

    def is_settled(self, indicator: str) -> bool:
        """Whether the question behind the indicator was asked (even if it stayed unknown)."""
        table = self.indicators.get(indicator)
        return table.source in self.answers if table is not None else indicator in self.given


def members_of(value: Known) -> tuple[str, ...]:
    """Return the members an answer holds: the one chosen, those picked, or the classes heard in words."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Words):
        return value.classes
    if isinstance(value, tuple) and not isinstance(value, (Interval, Dated)):
        return tuple(one for one in value if isinstance(one, str))
    return ()


def side_of(table: Indicator, value: Known) -> str | None:
    """Weigh a value: for, against, mixed; None for unknown. Several members must agree."""
    if value is None:
        return None
    sides = {table.weights[one][0] for one in members_of(value) if one in table.weights}
    return sides.pop() if len(sides) == 1 else "mixed"
