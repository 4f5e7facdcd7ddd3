"""Guards that need no other guard to stand on: settled values, and the sides of indicators."""

# ruff: noqa: D102 - what the methods of a node tell is said once, at `expressions.Node`

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.dialogue.expressions import Guard
    from bot.dialogue.scope import Scope, Truth


@dataclass(frozen=True, slots=True)
class Const:
    """A settled value."""

    truth: Truth

    def value(self, _scope: Scope) -> Truth:
        return self.truth

    def reads(self) -> frozenset[str]:
        return frozenset()

    def residual(self, _scope: Scope) -> Guard:
        return self

    def deciding(self, _scope: Scope) -> tuple[str, ...]:
        return ()


TRUE, FALSE, UNKNOWN = Const(True), Const(False), Const(None)


@dataclass(frozen=True, slots=True)
class Side:
    """Whether an indicator takes `side`: for, against or mixed; unknown with its answer."""

    indicator: str
    side: str

    def value(self, scope: Scope) -> Truth:
        side = scope.side(self.indicator)
        return None if side is None else side == self.side

    def reads(self) -> frozenset[str]:
        return frozenset((f"indicator:{self.indicator}",))

    def residual(self, scope: Scope) -> Guard:
        return Const(self.value(scope)) if scope.is_settled(self.indicator) else self

    def deciding(self, _scope: Scope) -> tuple[str, ...]:
        return (f"indicator:{self.indicator}",)


@dataclass(frozen=True, slots=True)
class IndicatorUnknown:
    """Whether an indicator is unknown; never unknown itself."""

    indicator: str

    def value(self, scope: Scope) -> Truth:
        return scope.side(self.indicator) is None

    def reads(self) -> frozenset[str]:
        return frozenset((f"indicator:{self.indicator}",))

    def residual(self, scope: Scope) -> Guard:
        return Const(self.value(scope)) if scope.is_settled(self.indicator) else self

    def deciding(self, _scope: Scope) -> tuple[str, ...]:
        return (f"indicator:{self.indicator}",)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Whether `n` of the indicators are on the side `for`, or are `known`.

    How many are known is a plain number; how many are for is open while unknown ones could tip it.
    """

    n: int
    indicators: tuple[str, ...]
    side: str

    def value(self, scope: Scope) -> Truth:
        sides = [scope.side(one) for one in self.indicators]
        unknown = sides.count(None)
        if self.side == "known":
            return len(sides) - unknown >= self.n
        agreeing = sides.count(self.side)
        if agreeing >= self.n:
            return True
        return False if agreeing + unknown < self.n else None

    def reads(self) -> frozenset[str]:
        return frozenset(f"indicator:{one}" for one in self.indicators)

    def residual(self, scope: Scope) -> Guard:
        """Settled indicators are counted in; what is left names only open ones and how many more."""
        value = self.value(scope)
        left = tuple(one for one in self.indicators if not scope.is_settled(one))
        if not left:
            return Const(value)
        if value is True or (value is False and self.side != "known"):
            return Const(value)
        settled = [scope.side(one) for one in self.indicators if one not in left]
        if self.side == "known":
            need = self.n - (len(settled) - settled.count(None))
            return AtLeast(need, left, self.side) if need <= len(left) else FALSE
        if None in settled:
            # An unknown that stays unknown can keep it from ever being false; nothing is folded.
            return self
        return AtLeast(self.n - settled.count(self.side), left, self.side)

    def deciding(self, scope: Scope) -> tuple[str, ...]:
        value = self.value(scope)
        return tuple(
            f"indicator:{one}"
            for one in self.indicators
            if value is not True or scope.side(one) not in (None, "against")
        )
