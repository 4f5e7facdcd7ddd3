"""The terms of a comparison, each a span from the lowest to the highest it can be."""

# ruff: noqa: D102 - what the methods of a term tell is said once, at `Number`

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dialogue.program import DAY_SECONDS
from bot.dialogue.scope import Dated
from bot.dialogue.session import Interval, Words

if TYPE_CHECKING:
    from bot.dialogue.scope import Scope


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written.

    Every term has `span`, both ends included and None while it is unknown; `reads`, the names it
    looks at; `is_settled`, whether the rest of the talk can no longer move it.
    """

    amount: float

    def span(self, _scope: Scope) -> tuple[float, float] | None:
        return self.amount, self.amount

    def reads(self) -> frozenset[str]:
        return frozenset()

    def is_settled(self, _scope: Scope) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class NumberOf:
    """The answer to `rate` or `number`."""

    name: str

    def span(self, scope: Scope) -> tuple[float, float] | None:
        value = scope.answers.get(self.name)
        return (value, value) if isinstance(value, (int, float)) else None

    def reads(self) -> frozenset[str]:
        return frozenset((self.name,))

    def is_settled(self, scope: Scope) -> bool:
        return self.name in scope.answers


@dataclass(frozen=True, slots=True)
class CountOf:
    """How many members, list items, or answered items of a `for each`."""

    name: str

    def span(self, scope: Scope) -> tuple[float, float] | None:
        loop = scope.loops.get(self.name)
        if loop is not None:
            count = sum(value is not None for value in loop.values.values())
            return count, count + sum(item not in loop.values for item in loop.items)
        value = scope.answers.get(self.name)
        if isinstance(value, Words):
            return len(value.classes), len(value.classes)
        if isinstance(value, tuple) and not isinstance(value, (Interval, Dated)):
            return len(value), len(value)
        return None

    def reads(self) -> frozenset[str]:
        return frozenset((self.name,))

    def is_settled(self, scope: Scope) -> bool:
        loop = scope.loops.get(self.name)
        if loop is not None:
            return len(loop.values) == len(loop.items)
        return self.name in scope.answers


@dataclass(frozen=True, slots=True)
class DaysSince:
    """Whole days since the date answered, seen from now."""

    name: str

    def span(self, scope: Scope) -> tuple[float, float] | None:
        value = scope.answers.get(self.name)
        if not isinstance(value, Dated):
            return None
        since = max(0, int((scope.at - value.at) // DAY_SECONDS))
        return value.days.days_min + since, value.days.days_max + since

    def reads(self) -> frozenset[str]:
        return frozenset((self.name, "now"))

    def is_settled(self, scope: Scope) -> bool:
        # Known days still grow with the time, so only *unknown* is settled.
        return self.name in scope.answers and scope.answers[self.name] is None


Term = Number | NumberOf | CountOf | DaysSince
