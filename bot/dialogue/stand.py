"""Where a road stands: the frames of a talk under way, as values that are never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.library import plan_of
from bot.dialogue.program import Program

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.dialogue.expressions import Known, Loop
    from bot.dialogue.library import Plan
    from bot.dialogue.program import Indicator, Question
    from bot.dialogue.session import Alarm, Item, Key, Note, Value


class Round(NamedTuple):
    """A `for each` under way: where it stands in the code, its items, and which one is on."""

    address: int
    items: tuple[Item, ...]
    turn: int


class Frame(NamedTuple):
    """One dialog under way. Its mappings are never changed once it is part of a `Stand`."""

    plan: Plan
    path: str
    pc: int
    answers: Mapping[str, Known]
    visits: Mapping[tuple[str, str], int]
    loops: Mapping[str, Loop]
    rounds: tuple[Round, ...]
    given: Mapping[str, tuple[Indicator, Known]]


class Asked(NamedTuple):
    """A question that was answered on the road: its newest standing entry, and the answer in it."""

    key: Key
    question: Question
    seq: int
    known: Known = None


def answers_beside(road: Sequence[Asked], asked: Asked) -> dict[str, Known]:
    """Return the answers of a road that were given in the same dialog under way as one of them."""
    return {one.question.name: one.known for one in road if one.key.frame == asked.key.frame}


class Stand(NamedTuple):
    """Where a road stands: frames innermost last, and what was gathered on the way.

    `seq` and `at` are the horizon: the newest entry used so far, and its time. `signals` holds
    (seq, level) of those up to there; `kept` what was remembered, by the answer or the step it came
    from. `lock` is the entry by which danger of an earlier talk counts as a signal, 0 for none. `told`
    are the person facts that were recalled, each as the answer it stands for.
    """

    frames: tuple[Frame, ...]
    open: Key | None
    question: Question | None
    seq: int
    at: float
    signals: tuple[tuple[int, str], ...] = ()
    visited: frozenset[str] = frozenset()
    facts: Mapping[str, Known] = {}
    road: tuple[Asked, ...] = ()
    kept: tuple[tuple[Key, str, Known], ...] = ()
    notes: tuple[Note, ...] = ()
    due: tuple[Alarm, ...] = ()
    saving: str = "unasked"
    outcome: str = ""
    stopped: bool = False
    reasons: tuple[tuple[str, str], ...] = ()
    lock: int = 0
    told: Mapping[str, Heard] = {}


class Heard(NamedTuple):
    """An accepted answer as the machine takes it; `marked` words are never quoted."""

    seq: int
    at: float
    value: Value
    marked: bool = False


NO_PLAN = plan_of(Program("", "", "", (), {}, ()))
"""Stands where no dialog is under way."""
NO_FRAME = Frame(NO_PLAN, "", 0, {}, {}, {}, (), {})
