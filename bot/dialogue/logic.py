"""Not, and, or, sure: guards made of other guards, with the third value of Kleene's logic."""

# ruff: noqa: D102 - what the methods of a node tell is said once, at `expressions.Node`

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dialogue.sides import FALSE, TRUE, Const

if TYPE_CHECKING:
    from bot.dialogue.expressions import Guard
    from bot.dialogue.scope import Scope, Truth


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite; unknown stays unknown."""

    of: Guard

    def value(self, scope: Scope) -> Truth:
        value = self.of.value(scope)
        return None if value is None else not value

    def reads(self) -> frozenset[str]:
        return self.of.reads()

    def residual(self, scope: Scope) -> Guard:
        left = self.of.residual(scope)
        if isinstance(left, Const):
            return Const(None if left.truth is None else not left.truth)
        return left.of if isinstance(left, Not) else Not(left)

    def deciding(self, scope: Scope) -> tuple[str, ...]:
        return self.of.deciding(scope)


@dataclass(frozen=True, slots=True)
class And:
    """All parts; false as soon as one is."""

    parts: tuple[Guard, ...]

    def value(self, scope: Scope) -> Truth:
        result: Truth = True
        for part in self.parts:
            value = part.value(scope)
            if value is False:
                return False
            if value is None:
                result = None
        return result

    def reads(self) -> frozenset[str]:
        return frozenset().union(*(part.reads() for part in self.parts))

    def residual(self, scope: Scope) -> Guard:
        return _joined(And, self.parts, scope, neutral=TRUE, absorbing=FALSE)

    def deciding(self, scope: Scope) -> tuple[str, ...]:
        return _deciding(self.parts, scope, self.value(scope), alone=False)


@dataclass(frozen=True, slots=True)
class Or:
    """Any part; true as soon as one is."""

    parts: tuple[Guard, ...]

    def value(self, scope: Scope) -> Truth:
        result: Truth = False
        for part in self.parts:
            value = part.value(scope)
            if value:
                return True
            if value is None:
                result = None
        return result

    def reads(self) -> frozenset[str]:
        return frozenset().union(*(part.reads() for part in self.parts))

    def residual(self, scope: Scope) -> Guard:
        return _joined(Or, self.parts, scope, neutral=FALSE, absorbing=TRUE)

    def deciding(self, scope: Scope) -> tuple[str, ...]:
        return _deciding(self.parts, scope, self.value(scope), alone=True)


@dataclass(frozen=True, slots=True)
class Sure:
    """Whether the guard is true; false where it is false or unknown, and never unknown itself.

    Made by `sure`, so that what stands inside is a single test or the opposite of one.
    """

    of: Guard

    def value(self, scope: Scope) -> Truth:
        return self.of.value(scope) is True

    def reads(self) -> frozenset[str]:
        return self.of.reads()

    def residual(self, scope: Scope) -> Guard:
        return sure(self.of.residual(scope))

    def deciding(self, scope: Scope) -> tuple[str, ...]:
        return self.of.deciding(scope)


def sure(guard: Guard) -> Guard:
    """Return the guard that is true where this one is, and else false."""
    match guard:
        case Const(truth):
            return Const(truth is True)
        case And(parts):
            return And(tuple([sure(one) for one in parts]))
        case Or(parts):
            return Or(tuple([sure(one) for one in parts]))
        case Not(And(parts)):
            return Or(tuple([sure(Not(one)) for one in parts]))
        case Not(Or(parts)):
            return And(tuple([sure(Not(one)) for one in parts]))
        case Not(Not(of)):
            return sure(of)
        case Sure() | Not(Sure()):
            return guard
        case _:
            return Sure(guard)


def _joined(
    kind: type[And | Or],
    parts: tuple[Guard, ...],
    scope: Scope,
    *,
    neutral: Const,
    absorbing: Const,
) -> Guard:
    left: dict[Guard, None] = {}
    for part in parts:
        rest = part.residual(scope)
        if rest == absorbing:
            return absorbing
        inner = rest.parts if isinstance(rest, kind) else (rest,)
        left.update(dict.fromkeys(one for one in inner if one != neutral))
    if not left:
        return neutral
    return next(iter(left)) if len(left) == 1 else kind(tuple(left))


def _deciding(
    parts: tuple[Guard, ...], scope: Scope, value: Truth, *, alone: bool
) -> tuple[str, ...]:
    agreeing = [part for part in parts if part.value(scope) is value]
    if value is alone:
        agreeing = agreeing[:1]
    return tuple(dict.fromkeys(name for part in agreeing for name in part.deciding(scope)))
