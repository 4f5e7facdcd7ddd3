"""Guards: three-valued conditions over what is known in a talk, as a small tree of frozen nodes.

A node tells its value, what it reads, what is left of it once the known is put in, and what
decided it. Parsing and typing are the compiler's; where the known comes from is the machine's.
"""

# ruff: noqa: D102 - what the methods of a node tell is said once, at `Node`

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.dialogue.logic import And, Not, Or, Sure, sure
from bot.dialogue.scope import Dated, Known, Loop, Scope, Truth, members_of, side_of
from bot.dialogue.session import Interval, Item, Words
from bot.dialogue.sides import FALSE, TRUE, UNKNOWN, AtLeast, Const, IndicatorUnknown, Side
from bot.dialogue.terms import CountOf, DaysSince, Number, NumberOf, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = [
    "FALSE",
    "TRUE",
    "UNKNOWN",
    "AllItems",
    "And",
    "Answered",
    "AnyItem",
    "AtLeast",
    "Compare",
    "Const",
    "CountOf",
    "Dated",
    "DaysSince",
    "Ends",
    "Enters",
    "Guard",
    "Has",
    "IndicatorUnknown",
    "Is",
    "IsIn",
    "Known",
    "Loop",
    "Node",
    "Not",
    "Number",
    "NumberOf",
    "Or",
    "Scope",
    "Side",
    "SignalAt",
    "Sure",
    "Term",
    "Truth",
    "Unknown",
    "Visited",
    "members_of",
    "reads_of",
    "side_of",
    "sure",
]  # fmt: skip

# --- guards -------------------------------------------------------------------


class Node(Protocol):
    """What every guard can do."""

    def value(self, scope: Scope) -> Truth:
        """Return true, false or None (unknown) in this scope."""
        ...

    def reads(self) -> frozenset[str]:
        """Return what it may look at: names, `signal:red`, `visited:d`, `indicator:H5`, `ends`."""
        ...

    def residual(self, scope: Scope) -> Guard:
        """Return the guard with all that can no longer change put in, simplified."""
        ...

    def deciding(self, scope: Scope) -> tuple[str, ...]:
        """Return the names that made it what it is in this scope, in the author's order."""
        ...


@dataclass(frozen=True, slots=True)
class _Named:
    """A test of one answer; it is settled once the question was asked."""

    name: str

    def value(self, scope: Scope) -> Truth:
        raise NotImplementedError

    def reads(self) -> frozenset[str]:
        return frozenset((self.name,))

    def residual(self, scope: Scope) -> Guard:
        return Const(self.value(scope)) if self.name in scope.answers else self  # type: ignore[return-value]  # only subclasses exist

    def deciding(self, _scope: Scope) -> tuple[str, ...]:
        return (self.name,)


@dataclass(frozen=True, slots=True)
class Answered(_Named):
    """Whether there is an answer; never unknown."""

    def value(self, scope: Scope) -> Truth:
        return scope.answers.get(self.name) is not None


@dataclass(frozen=True, slots=True)
class Unknown(_Named):
    """Whether there is no answer; never unknown itself."""

    def value(self, scope: Scope) -> Truth:
        return scope.answers.get(self.name) is None


@dataclass(frozen=True, slots=True)
class Is(_Named):
    """`x == member`."""

    member: str

    def value(self, scope: Scope) -> Truth:
        value = scope.answers.get(self.name)
        if value is None:
            return None
        return value == self.member or members_of(value) == (self.member,)


@dataclass(frozen=True, slots=True)
class IsIn(_Named):
    """`x in [members]`."""

    members: tuple[str, ...]

    def value(self, scope: Scope) -> Truth:
        value = scope.answers.get(self.name)
        if value is None:
            return None
        if isinstance(value, str):
            return value in self.members
        held = members_of(value)
        return len(held) == 1 and held[0] in self.members


@dataclass(frozen=True, slots=True)
class Has(_Named):
    """`x has member`: a picked member, or a class heard in words."""

    member: str

    def value(self, scope: Scope) -> Truth:
        value = scope.answers.get(self.name)
        return None if value is None else self.member in members_of(value)


@dataclass(frozen=True, slots=True)
class Compare:
    """`left op right` with op one of == < <= > >=; unknown while either could go both ways."""

    left: Term
    op: str
    right: Term

    def value(self, scope: Scope) -> Truth:
        left, right = self.left.span(scope), self.right.span(scope)
        if left is None or right is None:
            return None
        return _COMPARISONS[self.op](left, right)

    def reads(self) -> frozenset[str]:
        return self.left.reads() | self.right.reads()

    def residual(self, scope: Scope) -> Guard:
        unknown = _is_hopeless(self.left, scope) or _is_hopeless(self.right, scope)
        if unknown or (self.left.is_settled(scope) and self.right.is_settled(scope)):
            return Const(self.value(scope))
        return self

    def deciding(self, _scope: Scope) -> tuple[str, ...]:
        return tuple(term.name for term in (self.left, self.right) if not isinstance(term, Number))


def _is_hopeless(term: Term, scope: Scope) -> bool:
    return term.is_settled(scope) and term.span(scope) is None


Span = tuple[float, float]


def _is_less(left: Span, right: Span) -> Truth:
    if left[1] < right[0]:
        return True
    return False if left[0] >= right[1] else None


def _is_at_most(left: Span, right: Span) -> Truth:
    if left[1] <= right[0]:
        return True
    return False if left[0] > right[1] else None


def _is_equal(left: Span, right: Span) -> Truth:
    if left[1] < right[0] or right[1] < left[0]:
        return False
    return True if left[0] == left[1] == right[0] == right[1] else None


_COMPARISONS: dict[str, Callable[[Span, Span], Truth]] = {
    "==": _is_equal,
    "<": _is_less,
    "<=": _is_at_most,
    ">": lambda left, right: _is_less(right, left),
    ">=": lambda left, right: _is_at_most(right, left),
}


def _by_item(name: str, scope: Scope) -> tuple[list[Scope], bool] | None:
    """Return a scope for each answered item of `name`, and whether items are still to come."""
    loop = scope.loops.get(name)
    if loop is not None:
        scopes = [
            scope.with_answers({
                **scope.answers,
                **{other: one.values[item] for other, one in scope.loops.items()
                   if item in one.values},
            })
            for item in loop.items
            if item in loop.values
        ]  # fmt: skip
        return scopes, len(scopes) < len(loop.items)
    value = scope.answers.get(name)
    if value is None or isinstance(value, (Interval, Dated, Words)) or not isinstance(value, tuple):
        return None
    held = [one.text if isinstance(one, Item) else one for one in value]
    return [scope.with_answers({**scope.answers, name: one}) for one in held], False


@dataclass(frozen=True, slots=True)
class AnyItem:
    """Whether `guard` is true of one item of the `for each` that `name` is asked in."""

    name: str
    guard: Guard

    def value(self, scope: Scope) -> Truth:
        return _over_items(self.name, self.guard, scope, stop=True)

    def reads(self) -> frozenset[str]:
        return self.guard.reads() | {self.name}

    def residual(self, scope: Scope) -> Guard:
        return _items_left(self, scope, stop=True)

    def deciding(self, _scope: Scope) -> tuple[str, ...]:
        return (self.name,)


@dataclass(frozen=True, slots=True)
class AllItems:
    """Whether `guard` is true of every item of the `for each` that `name` is asked in."""

    name: str
    guard: Guard

    def value(self, scope: Scope) -> Truth:
        return _over_items(self.name, self.guard, scope, stop=False)

    def reads(self) -> frozenset[str]:
        return self.guard.reads() | {self.name}

    def residual(self, scope: Scope) -> Guard:
        return _items_left(self, scope, stop=False)

    def deciding(self, _scope: Scope) -> tuple[str, ...]:
        return (self.name,)


def _over_items(name: str, guard: Guard, scope: Scope, *, stop: bool) -> Truth:
    """Kleene `or` (stop at true) or `and` (stop at false) over the items; open ones are unknown."""
    found = _by_item(name, scope)
    if found is None:
        return None
    scopes, more = found
    values = [guard.value(one) for one in scopes]
    if stop in values:
        return stop
    return None if more or None in values else not stop


def _items_left(node: AnyItem | AllItems, scope: Scope, *, stop: bool) -> Guard:
    value = node.value(scope)
    found = _by_item(node.name, scope)
    if value is stop:
        return Const(value)
    if found is None:
        return UNKNOWN if node.name in scope.answers else node
    scopes, more = found
    if not more:
        return Const(value)
    if not any(node.guard.value(one) is None for one in scopes):
        return node
    return Or((UNKNOWN, node)) if stop else And((UNKNOWN, node))


@dataclass(frozen=True, slots=True)
class Visited:
    """Whether the dialog was entered in this talk."""

    dialog: str

    def value(self, scope: Scope) -> Truth:
        return self.dialog in scope.visited

    def reads(self) -> frozenset[str]:
        return frozenset((f"visited:{self.dialog}",))

    def residual(self, scope: Scope) -> Guard:
        return TRUE if self.dialog in scope.visited else self

    def deciding(self, _scope: Scope) -> tuple[str, ...]:
        return (f"visited:{self.dialog}",)


@dataclass(frozen=True, slots=True)
class SignalAt:
    """Whether a signal of that level stands in the talk."""

    level: str

    def value(self, scope: Scope) -> Truth:
        return self.level in scope.levels

    def reads(self) -> frozenset[str]:
        return frozenset((f"signal:{self.level}",))

    def residual(self, scope: Scope) -> Guard:
        return TRUE if self.level in scope.levels and self.level in STAYING else self

    def deciding(self, _scope: Scope) -> tuple[str, ...]:
        return (f"signal:{self.level}",)


STAYING = frozenset({"amber", "age", "pause", "tactic", "soft"})
"""Levels that nothing takes back within a talk; a stronger one may weaken to amber."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Whether this very step ends with `outcome`; stands in promises only."""

    outcome: str

    def value(self, scope: Scope) -> Truth:
        return scope.ends == self.outcome

    def reads(self) -> frozenset[str]:
        return frozenset(("ends",))

    def residual(self, _scope: Scope) -> Guard:
        return self

    def deciding(self, _scope: Scope) -> tuple[str, ...]:
        return ("ends",)


@dataclass(frozen=True, slots=True)
class Enters:
    """Whether this very step enters `dialog`; stands in promises only."""

    dialog: str

    def value(self, scope: Scope) -> Truth:
        return scope.enters == self.dialog

    def reads(self) -> frozenset[str]:
        return frozenset(("enters",))

    def residual(self, _scope: Scope) -> Guard:
        return self

    def deciding(self, _scope: Scope) -> tuple[str, ...]:
        return ("enters",)


Guard = (
    Const
    | Not
    | And
    | Or
    | Sure
    | Answered
    | Unknown
    | Is
    | IsIn
    | Has
    | Compare
    | AnyItem
    | AllItems
    | Visited
    | SignalAt
    | Side
    | IndicatorUnknown
    | AtLeast
    | Ends
    | Enters
)


def reads_of(guards: Iterable[Guard]) -> frozenset[str]:
    """Everything that any of the guards may look at."""
    return frozenset().union(*(guard.reads() for guard in guards))
