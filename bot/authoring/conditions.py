"""Conditions as their author would write them, with the names of facts where they stand for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.dialogue.expressions import (
    AllItems,
    And,
    Answered,
    AnyItem,
    AtLeast,
    Compare,
    Const,
    CountOf,
    DaysSince,
    Ends,
    Enters,
    Has,
    IndicatorUnknown,
    Is,
    IsIn,
    Not,
    Number,
    NumberOf,
    Or,
    Side,
    SignalAt,
    Sure,
    Unknown,
    Visited,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogue.expressions import Guard, Term, Truth

TRUTHS: Mapping[Truth, str] = {True: "true", False: "not true", None: "unknown"}
"""A value of a condition in words."""


def written(guard: Guard, facts: Mapping[str, Guard], *, opened: str = "") -> str:
    """Return a condition in the language of the dialogs.

    A part that is a fact is called by its name, but for the fact `opened`.
    """
    name = fact_of(guard, facts)
    if name and name != opened:
        return name
    match guard:
        case And(parts=parts):
            return " and ".join(_within(one, facts, And) for one in parts)
        case Or(parts=parts):
            return " or ".join(_within(one, facts, Or) for one in parts)
        case Not(of=Is(name=answer, member=member)):
            return f"{answer} != {member}"
        case Not(of=of):
            return f"not {_within(of, facts, Not)}"
        case Sure(of=of):
            return f"sure({written(of, facts)})"
        case AnyItem(name=answer, guard=inner):
            return f"any({answer}: {written(inner, facts)})"
        case AllItems(name=answer, guard=inner):
            return f"all({answer}: {written(inner, facts)})"
        case _:
            return _test(guard)


def fact_of(guard: Guard, facts: Mapping[str, Guard]) -> str:
    """Return the name of the fact that a condition is, or ""; a single test is called by itself."""
    if not isinstance(guard, (And, Or, Not, Sure)):
        return ""
    return next((name for name, one in facts.items() if one == guard), "")


def _within(guard: Guard, facts: Mapping[str, Guard], around: type) -> str:
    said = written(guard, facts)
    looser = isinstance(guard, Or) or (isinstance(guard, And) and around is Not)
    return f"({said})" if looser and around is not Or and not fact_of(guard, facts) else said


def _test(guard: Guard) -> str:  # noqa: PLR0912, C901 - one line a test
    match guard:
        case Const(truth=truth):
            return TRUTHS[truth]
        case Is(name=name, member=member):
            return f"{name} == {member}"
        case IsIn(name=name, members=members):
            return f"{name} in [{', '.join(members)}]"
        case Has(name=name, member=member):
            return f"{name} has {member}"
        case Answered(name=name):
            return f"answered({name})"
        case Unknown(name=name):
            return f"unknown({name})"
        case Compare(left=left, op=op, right=right):
            return f"{_term(left)} {op} {_term(right)}"
        case Side(indicator=indicator, side=side):
            return f"{side}({indicator})"
        case IndicatorUnknown(indicator=indicator):
            return f"unknown({indicator})"
        case AtLeast(n=n, indicators=indicators, side=side):
            return f"at least {n} of [{', '.join(indicators)}] {side}"
        case Visited(dialog=dialog):
            return f"visited({dialog})"
        case SignalAt(level=level):
            return f"signal({level})"
        case Ends(outcome=outcome):
            return f"ends {outcome}"
        case Enters(dialog=dialog):
            return f"enters {dialog}"
        case And() | Or() | Not() | Sure() | AnyItem() | AllItems():
            return written(guard, {})
        case _:
            assert_never(guard)


def _term(term: Term) -> str:
    match term:
        case Number(amount=amount):
            return f"{amount:g}"
        case NumberOf(name=name):
            return name
        case CountOf(name=name):
            return f"count({name})"
        case DaysSince(name=name):
            return f"days_since({name})"
        case _:
            assert_never(term)
