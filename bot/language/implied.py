"""What a guard tells about other things: which answers are known once it is true, or is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue import expressions as e

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.dialogue.expressions import Guard

Names = frozenset[str]
_NONE: Names = frozenset()


def is_two_valued(guard: Guard) -> bool:
    """Whether the guard is always true or false, never unknown."""
    match guard:
        case e.Not(of):
            return is_two_valued(of)
        case e.And(parts) | e.Or(parts):
            return all(is_two_valued(one) for one in parts)
        case e.Const(truth):
            return truth is not None
        case e.AtLeast():
            return guard.side == "known"
        case (e.Answered() | e.Unknown() | e.Visited() | e.SignalAt() | e.IndicatorUnknown()
              | e.Ends() | e.Enters() | e.Sure()):  # fmt: skip
            return True
        case _:
            return False


def known_if_true(guard: Guard | None) -> Names:
    """Return the answers that are known where the guard is true; None is `otherwise`."""
    return _NONE if guard is None else _known(guard, truth=True)


def known_unless_true(guard: Guard) -> Names:
    """Return the answers that are known where the guard is false or unknown."""
    match guard:
        case e.And(parts):
            return _in_all(known_unless_true(one) for one in parts)
        case e.Or(parts):
            return _in_any(known_unless_true(one) for one in parts)
        case _ if is_two_valued(guard):
            return _known(guard, truth=False)
        case _:
            return _NONE


def _known(guard: Guard, *, truth: bool) -> Names:
    """Return what is known where the guard is exactly true, or exactly false."""
    match guard:
        case e.Not(of):
            return _known(of, truth=not truth)
        case e.And(parts):
            found = (_known(one, truth=truth) for one in parts)
            return _in_any(found) if truth else _in_all(found)
        case e.Or(parts):
            found = (_known(one, truth=truth) for one in parts)
            return _in_all(found) if truth else _in_any(found)
        case e.Sure(of):
            return _known(of, truth=True) if truth else known_unless_true(of)
        case e.Answered(name):
            return frozenset((name,)) if truth else _NONE
        case e.Unknown(name):
            return _NONE if truth else frozenset((name,))
        case e.Is() | e.IsIn() | e.Has():
            return frozenset((guard.name,))
        case e.Compare(left, _, right):
            return frozenset(one.name for one in (left, right) if not isinstance(one, e.Number))
        case _:
            return _NONE


def _in_any(found: Iterable[Names]) -> Names:
    return frozenset().union(*found)


def _in_all(found: Iterable[Names]) -> Names:
    parts = list(found)
    return frozenset.intersection(*parts) if parts else _NONE
