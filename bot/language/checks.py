"""Checks over the roads of a compiled dialog: what may be unknown, what circles, what is never reached.

They look at the shape of the code only. What hangs on the values of guards is the explorer's.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from bot.dialogue import program as p
from bot.language.implied import known_if_true, known_unless_true

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bot.language.compile import Compiled
    from bot.language.names import Book

Names = frozenset[str]
Edge = tuple[int, Names, Names]
"""Where the road goes on, what is known from there on, and what is not known any more."""

_NONE: Names = frozenset()


def check_roads(one: Compiled, book: Book) -> None:
    """Check a dialog whose shapes and names are in order; what is wrong goes to its report."""
    code = one.program.code
    reached = _reached(code)
    for name, (address, span) in one.nodes.items():
        if address not in reached and address < len(code):
            one.report.add("D403", span, f"nothing leads to the node `{name}`",
                           "let a `goto:` lead there, or take it out")  # fmt: skip
    _check_unknown(one, reached)
    _check_asked(one, reached)
    _check_circles(one, reached, book)


def check_calls(compiled: Mapping[str, Compiled]) -> None:
    """Find circles of calls; each is reported once, at a call that closes it."""
    calls = {name: one.calls for name, one in compiled.items()}
    state: dict[str, int] = {}

    def visit(name: str, way: tuple[str, ...]) -> None:
        state[name] = 1
        for callee, span in calls[name]:
            if state.get(callee) == 1:
                circle = (*way[way.index(callee) :], callee)
                shown = " → ".join(f"`{dialog}`" for dialog in circle)
                compiled[name].report.add(
                    "D404", span, f"these dialogs call each other in a circle: {shown}",
                    "end one of them, or go on with `goto:` inside one dialog",
                )  # fmt: skip
            elif callee in calls and callee not in state:
                visit(callee, (*way, callee))
        state[name] = 2

    for name in calls:
        if name not in state:
            visit(name, (name,))


# --- the roads ------------------------------------------------------------------


def _edges(code: tuple[p.Instruction, ...], at: int) -> Iterator[Edge]:  # noqa: C901 - one case an instruction
    step = code[at]
    match step:
        case p.Ask(_, question):
            name = frozenset((question.name,))
            yield at + 1, _NONE, name
            for option in question.options:
                if option.then >= 0:
                    yield option.then, name, _NONE
        case p.Branch():
            yield at + 1, known_if_true(step.guard), _NONE
            yield step.otherwise, known_unless_true(step.guard), _NONE
        case p.Jump(to):
            yield to, _NONE, _NONE
        case p.ForEach():
            body = frozenset(
                one.question.name for one in code[at : step.after] if isinstance(one, p.Ask)
            )
            yield at + 1, frozenset((step.name,)), body
            yield step.after, _NONE, _NONE
        case p.Next(loop):
            yield loop, _NONE, _NONE
        case p.Call():
            given = frozenset((step.name,)) if step.name else _NONE
            yield at + 1, _NONE, given
        case p.Conclude():
            yield at + 1, frozenset((step.name,)) if step.name else _NONE, _NONE
        case p.End():
            return
        case p.Say() | p.Remember() | p.Remind() | p.Show():
            yield at + 1, _NONE, _NONE


def _reached(code: tuple[p.Instruction, ...]) -> frozenset[int]:
    seen, waiting = set[int](), [0] if code else []
    while waiting:
        at = waiting.pop()
        if at in seen or at >= len(code):
            continue
        seen.add(at)
        waiting += [edge[0] for edge in _edges(code, at)]
    return frozenset(seen)


class _Flow:
    """Names carried along all roads until nothing changes, as the bits of whole numbers."""

    def __init__(self, code: tuple[p.Instruction, ...]) -> None:
        self.code = code
        self.bits: dict[str, int] = {}
        self.held: dict[int, int] = {}

    def mask(self, names: Iterable[str]) -> int:
        """Return the bits of some names."""
        found = 0
        for name in names:
            found |= self.bits.setdefault(name, 1 << len(self.bits))
        return found

    def has(self, address: int, name: str) -> bool:
        """Whether a name holds before a step that is reached."""
        return bool(self.held.get(address, 0) & self.bits.get(name, 0))

    def run(
        self,
        start: Names,
        gains: Callable[[int, Edge], Names],
        loses: Callable[[Edge], Names],
        *,
        everywhere: bool,
    ) -> None:
        """Carry names on; where roads meet, those that come along `everywhere`, or on any, go on."""
        held, waiting = self.held, deque([0])
        held[0] = self.mask(start)
        while waiting:
            at = waiting.popleft()
            for edge in _edges(self.code, at):
                to = edge[0]
                if to >= len(self.code):
                    continue
                new = held[at] & ~self.mask(loses(edge)) | self.mask(gains(at, edge))
                if to in held:
                    new = held[to] & new if everywhere else held[to] | new
                if held.get(to) != new:
                    held[to] = new
                    waiting.append(to)


def _check_unknown(one: Compiled, reached: frozenset[int]) -> None:
    """Report names in texts that may be unknown on some road there."""
    known = _Flow(one.program.code)
    known.run(_NONE, lambda _, edge: edge[1], lambda edge: edge[2], everywhere=True)
    for use in one.uses:
        is_known = use.name in use.given or known.has(use.address, use.name)
        if use.address in reached and not is_known:
            one.report.add("D304", use.span, f"`{use.name}` may be unknown here",
                           f"put it under `if: answered({use.name})`, or add `unknown:` with another text")  # fmt: skip


def _check_asked(one: Compiled, reached: frozenset[int]) -> None:
    """Report guards over an answer that no road before them asks."""
    code = one.program.code
    asked = _Flow(code)
    asked.run(
        frozenset((*one.program.takes, *one.program.recalls)),
        lambda at, _: _brought(one, code[at]), lambda _: _NONE, everywhere=False,
    )  # fmt: skip
    for address, guard, span in one.guards:
        if address not in reached:
            continue
        read = sorted(guard.reads() & one.answers.keys())
        early = [name for name in read if not asked.has(address, name)]
        if early:
            one.report.add("D406", span, f"`{early[0]}` is never asked before this",
                           "it is always unknown here; ask it on the way")  # fmt: skip


def _brought(one: Compiled, step: p.Instruction) -> Names:
    match step:
        case p.Ask(_, question):
            return frozenset((question.name,))
        case p.Call() if step.name:
            given = {name for name in one.answers if name.startswith(f"{step.name}.")}
            return frozenset((step.name, *given))
        case p.ForEach() | p.Conclude():
            return frozenset((step.name,))
        case _:
            return _NONE


def _check_circles(one: Compiled, reached: frozenset[int], book: Book) -> None:
    """Report a `goto` that can lead back to itself with no question on the way."""
    circling: set[int] = set()
    for address, span in sorted(one.gotos.items()):
        if address not in reached or address in circling:
            continue
        passed = _passed_without_a_question(one.program.code, address, book)
        if address in passed:
            circling |= passed
            one.report.add("D402", span, "this leads round in a circle without a question",
                           "ask something on the way, or go on somewhere else")  # fmt: skip


def _passed_without_a_question(code: tuple[p.Instruction, ...], start: int, book: Book) -> set[int]:
    passed, waiting = set[int](), [start]
    while waiting:
        for to in _leads(code, waiting.pop(), book):
            if to not in passed and to < len(code):
                passed.add(to)
                waiting.append(to)
    return passed


def _leads(code: tuple[p.Instruction, ...], at: int, book: Book) -> Iterator[int]:
    step = code[at]
    match step:
        case p.Ask():
            return
        case p.Call():
            callee = book.interface(step.dialog)
            if callee is None or not callee.asks:
                yield at + 1
        case p.Next(loop):
            # A list ends, so a `for each` is no circle.
            around = code[loop]
            if isinstance(around, p.ForEach):
                yield around.after
        case _:
            yield from (edge[0] for edge in _edges(code, at))
