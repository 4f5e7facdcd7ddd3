"""What is left of a guard when all that can no longer change is put in, as a value to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.expressions import And, AtLeast, Const, Loop, Not, Or, Scope, SignalAt, Sure
from bot.dialogue.session import Item, Words
from bot.language.readers import INDICATOR, names_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from bot.dialogue.expressions import Guard, Known
    from bot.dialogue.program import Program
    from bot.dialogue.stand import Frame

NOT_ASKED: Hashable = frozenset({"not asked"})
"""Stands for an answer nobody was asked for; no answer is a frozenset."""


def remainder(  # noqa: C901 - one case a kind of guard
    guard: Guard, scope: Scope, known: Mapping[str, Hashable], program: Program
) -> Hashable:
    """Return what is left of a guard: a truth, or a value that is equal for equal futures.

    Signals that stand in the scope count as settled: no move of the search takes one back.
    """
    match guard:
        case SignalAt():
            return True if guard.level in scope.levels else guard
        case Not():
            inner = remainder(guard.of, scope, known, program)
            if inner is None or isinstance(inner, bool):
                return None if inner is None else not inner
            return ("not", inner)
        case Sure():
            inner = remainder(guard.of, scope, known, program)
            return inner is True if inner is None or isinstance(inner, bool) else ("sure", inner)
        case And() | Or():
            absorbing = isinstance(guard, Or)
            parts: dict[Hashable, None] = {}
            for part in guard.parts:
                rest = remainder(part, scope, known, program)
                if rest is absorbing:
                    return absorbing
                if rest is not (not absorbing):
                    parts[rest] = None
            if not parts:
                return not absorbing
            return next(iter(parts)) if len(parts) == 1 else (absorbing, tuple(parts))
        case AtLeast():
            return _counted(guard, scope)
        case _:
            rest_guard = guard.residual(scope)
            if isinstance(rest_guard, Const):
                return rest_guard.truth
            read = names_of(rest_guard, program)
            return (rest_guard, tuple([known.get(name, NOT_ASKED) for name in read]))


def levels_in(rest: Hashable) -> Iterator[str]:
    """Yield the levels of signals that a remainder still asks for."""
    if isinstance(rest, SignalAt):
        yield rest.level
    elif isinstance(rest, tuple):
        for part in rest:
            yield from levels_in(part)


def _counted(guard: AtLeast, scope: Scope) -> Hashable:
    """Count what is settled: how many more are needed, and how many stay unknown for good."""
    ahead = tuple(one for one in guard.indicators if not scope.is_settled(one))
    sides = [scope.side(one) for one in guard.indicators if scope.is_settled(one)]
    unknown = sides.count(None)
    if not ahead:
        return guard.value(scope)
    if guard.side == "known":
        need, spare = guard.n - (len(sides) - unknown), 0
    else:
        need, spare = guard.n - sides.count(guard.side), unknown
    if need <= 0:
        return True
    if need > len(ahead) + spare:
        return False
    return ("at least", need, min(spare, need), ahead)


def held(frame: Frame, name: str) -> Hashable:
    """Return what a frame holds under a name, without the words of the person."""
    if name.startswith(INDICATOR):
        given = frame.given.get(name[len(INDICATOR) :])
        return NOT_ASKED if given is None else plain(given[1])
    value = plain(frame.answers.get(name, NOT_ASKED))
    loop = frame.loops.get(name)
    if loop is None:
        return value
    return (value, len(loop.items), tuple([plain(one) for one in loop.values.values()]))


def plain(value: Known | Hashable) -> Hashable:
    """Return a value without the words in it."""
    if isinstance(value, Words):
        return ("words", value.classes)
    if value.__class__ is tuple and value and isinstance(value[0], Item):
        return ("items", len(value))
    return value


def scope_of(frame: Frame, names: tuple[str, ...], levels: frozenset[str]) -> Scope:
    """Return a scope in which only these names are known and these signals stand."""
    answers: dict[str, Known] = {
        name: frame.answers[name] for name in names if name in frame.answers
    }
    loops: dict[str, Loop] = {name: frame.loops[name] for name in names if name in frame.loops}
    given = {
        name: frame.given[name]
        for name in (one[len(INDICATOR) :] for one in names if one.startswith(INDICATOR))
        if name in frame.given
    }
    return Scope(
        answers, loops=loops, given=given, indicators=frame.plan.program.indicators, levels=levels
    )
