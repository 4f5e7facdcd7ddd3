"""Who reads answers in a dialog: its guards, and the steps that take an answer as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.expressions import AllItems, And, AnyItem, Ends, Enters, Not, Or, Sure
from bot.dialogue.program import Ask, Branch, Call, Conclude, End, ForEach, Remember

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.dialogue.expressions import Guard
    from bot.dialogue.program import Instruction, Program, Promise

INDICATOR = "indicator:"
CAPS = "any that caps"
"""Among the levels that are read: whether any of those stands that keep a conclusion from hope."""

_NO_NAMES: frozenset[str] = frozenset()


class Reader(NamedTuple):
    """Something that reads answers: a guard, or with no guard a step that takes the plain value.

    `exact` tells unknown from false, which only a row with `if unknown:` does. `rows` is the address
    of the conclusion whose row it is: a row is read only while no row above it is true.
    """

    guard: Guard | None
    names: tuple[str, ...]
    exact: bool = True
    levels: frozenset[str] = _NO_NAMES
    dialogs: frozenset[str] = _NO_NAMES
    rows: int = -1


def leaves(guard: Guard) -> Iterator[Guard]:
    """Yield the single tests of a guard; a test over items comes with those inside it."""
    match guard:
        case Not() | Sure():
            yield from leaves(guard.of)
        case And() | Or():
            for part in guard.parts:
                yield from leaves(part)
        case AnyItem() | AllItems():
            yield guard
            yield from leaves(guard.guard)
        case _:
            yield guard


def names_of(guard: Guard, program: Program) -> tuple[str, ...]:
    """Return the answers a guard reads; an indicator of a callee keeps its `indicator:` name."""
    names = []
    for read in sorted(guard.reads()):
        kind, _, rest = read.partition(":")
        if not rest:
            if read not in ("now", "ends", "enters"):
                names.append(read)
        elif kind == "indicator":
            table = program.indicators.get(rest)
            names.append(read if table is None else table.source)
    return tuple(dict.fromkeys(names))


def reader_of(guard: Guard, program: Program, *, exact: bool = False) -> Reader:
    """Make a reader of a guard."""
    reads = guard.reads()
    return Reader(
        guard, names_of(guard, program), exact,
        frozenset(one[7:] for one in reads if one.startswith("signal:")),
        frozenset(one[8:] for one in reads if one.startswith("visited:")),
    )  # fmt: skip


def moment_of(promise: Promise) -> type[Ends | Enters] | None:
    """Return the only kind of step that can break a promise; None when any step can."""
    guard = promise.guard
    if promise.never:
        parts: tuple[Guard, ...] = guard.parts if isinstance(guard, And) else (guard,)
    else:
        found = guard.parts if isinstance(guard, Or) else (guard,)
        parts = tuple(part.of for part in found if isinstance(part, Not))
    for part in parts:
        inner = part.parts if isinstance(part, Or) else (part,)
        for kind in (Ends, Enters):
            if all(isinstance(one, kind) for one in inner):
                return kind
    return None


def readers_at(step: Instruction, program: Program, exports: tuple[str, ...]) -> Iterator[Reader]:
    """Yield who reads at a step; `exports` are the answers a caller takes over at an end."""
    match step:
        case Branch():
            yield reader_of(step.guard, program)
        case Ask():
            for option in step.question.options:
                if option.guard is not None:
                    yield reader_of(option.guard, program)
        case Conclude():
            yield from _readers_of_rows(step, program)
        case _:
            for name in _taken(step, exports):
                yield Reader(None, (name,))


def _readers_of_rows(step: Conclude, program: Program) -> Iterator[Reader]:
    first_sure = next((row for row in step.rows if row.only_when_sure), None)
    for row in step.rows:
        if row is first_sure:
            yield Reader(None, (), levels=frozenset((CAPS,)))
        if row.guard is not None:
            yield reader_of(row.guard, program, exact=bool(row.if_unknown))


def _taken(step: Instruction, exports: tuple[str, ...]) -> tuple[str, ...]:
    match step:
        case ForEach():
            return (step.of,)
        case Call():
            return tuple(source for _, source in step.hands)
        case Remember():
            return (step.source,)
        case End():
            return exports
        case _:
            return ()
