"""Finite classes that stand for all answers to a question: what no guard tells apart is one class.

A class is a value of the kind people give; unknown is always one of them, and the last.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from math import ceil, floor
from typing import TYPE_CHECKING

from bot.dialogue.expressions import (
    AllItems,
    AnyItem,
    AtLeast,
    Compare,
    CountOf,
    DaysSince,
    Has,
    IndicatorUnknown,
    Is,
    IsIn,
    Number,
    Scope,
    Side,
)
from bot.dialogue.program import Ask, Branch, Call, Conclude, Remember
from bot.dialogue.session import Interval, Item, Words
from bot.dialogue.values import OTHER
from bot.language.readers import leaves, names_of
from bot.language.remainder import plain

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from bot.dialogue.expressions import Guard, Known
    from bot.dialogue.program import Instruction, Program, Question
    from bot.dialogue.session import Value

ALL_SETS = 6
"""Members whose every set is tried; of more, single ones, pairs and all together."""
SOME_ITEMS = 2
"""Items of a list that are always tried: none, one, and two, which stands for several."""
LONG_AGO = 3650
"""Days before the answer that the vaguest date reaches back: "some years ago"."""
UNHEARD = "…"
"""The words of a person nobody has heard yet."""

Spot = tuple[str, str]
"""A dialog and a name in it."""


@dataclass(slots=True)
class Cuts:
    """What guards anywhere compare an answer with; `rivals` counts other answers it is held against."""

    numbers: set[float] = field(default_factory=set)
    counts: set[float] = field(default_factory=set)
    days: set[float] = field(default_factory=set)
    members: dict[str, None] = field(default_factory=dict)
    rivals: int = 0


class Book:
    """The cuts of every answer of some programs, shared where a value crosses from name to name."""

    def __init__(self, programs: Iterable[Program]) -> None:
        self._up: dict[Spot, Spot] = {}
        self._cuts: dict[Spot, Cuts] = {}
        programs = tuple(programs)
        by_dialog = {one.dialog: one for one in programs}
        for program in programs:
            self._link(program, by_dialog)
        for program in programs:
            for guard in guards_of(program):
                for leaf in leaves(guard):
                    self._read(program, leaf)

    def cuts(self, dialog: str, name: str) -> Cuts:
        """Return what the answer `name` of `dialog` is compared with."""
        top = self._top((dialog, name))
        found = self._cuts.get(top)
        if found is None:
            found = self._cuts[top] = Cuts()
        return found

    @property
    def has_dates(self) -> bool:
        """Whether any guard looks at the time."""
        return any(cuts.days for cuts in self._cuts.values())

    def _top(self, spot: Spot) -> Spot:
        while spot in self._up:
            spot = self._up[spot]
        return spot

    def _join(self, left: Spot, right: Spot) -> None:
        a, b = self._top(left), self._top(right)
        if a != b:
            self._up[a] = b

    def _link(self, program: Program, by_dialog: Mapping[str, Program]) -> None:
        for step in program.code:
            if isinstance(step, Call):
                for take, source in step.hands:
                    self._join((step.dialog, take), (program.dialog, source))
                callee = by_dialog.get(step.dialog)
                for name in callee.gives if callee is not None and step.name else ():
                    self._join((program.dialog, f"{step.name}.{name}"), (step.dialog, name))
            elif kept := kept_by(step):
                self._join((program.dialog, kept[0]), ("", kept[1]))
        for name in program.recalls:
            self._join((program.dialog, name), ("", name))
        for guard in guards_of(program):
            for leaf in leaves(guard):
                names = names_of(leaf, program) if isinstance(leaf, Compare) else ()
                for other in names[1:]:
                    self._join((program.dialog, names[0]), (program.dialog, other))

    def _read(self, program: Program, leaf: Guard) -> None:
        dialog = program.dialog
        match leaf:
            case Is() | Has():
                self.cuts(dialog, leaf.name).members[leaf.member] = None
            case IsIn():
                self.cuts(dialog, leaf.name).members.update(dict.fromkeys(leaf.members))
            case Side() | IndicatorUnknown():
                self._weighs(program, (leaf.indicator,))
            case AtLeast():
                self._weighs(program, leaf.indicators)
            case Compare():
                self._compares(dialog, leaf)
            case _:
                return

    def _compares(self, dialog: str, leaf: Compare) -> None:
        terms = (leaf.left, leaf.right)
        amounts = {term.amount for term in terms if isinstance(term, Number)}
        for term in terms:
            if isinstance(term, Number):
                continue
            cuts = self.cuts(dialog, term.name)
            if not amounts:
                cuts.rivals += 1
            match term:
                case CountOf():
                    cuts.counts |= amounts
                case DaysSince():
                    cuts.days |= amounts
                case _:
                    cuts.numbers |= amounts

    def _weighs(self, program: Program, indicators: tuple[str, ...]) -> None:
        for one in indicators:
            table = program.indicators.get(one)
            if table is not None:
                self.cuts(program.dialog, table.source).members.update(dict.fromkeys(table.weights))


def kept_by(step: Instruction) -> tuple[str, str] | None:
    """Return the answer that a step keeps and as which person fact, if it keeps one."""
    match step:
        case Remember():
            return step.source, step.fact
        case Ask(question=question) if question.remember:
            return question.name, question.remember
        case _:
            return None


def guards_of(program: Program) -> Iterator[Guard]:
    """Yield every guard of a program: of branches, options, rows and promises."""
    for step in program.code:
        match step:
            case Branch():
                yield step.guard
            case Ask():
                for option in step.question.options:
                    if option.guard is not None:
                        yield option.guard
            case Conclude():
                for row in step.rows:
                    if row.guard is not None:
                        yield row.guard
            case _:
                continue
    for promise in program.promises:
        yield promise.guard


# --- the classes --------------------------------------------------------------


def answers_to(question: Question, kind: str, cuts: Cuts) -> tuple[Value, ...]:
    """Return a value of every class that can be answered, unknown last. `kind` is the name's type."""
    found: list[Value]
    match question.kind:
        case "choose":
            found = [option.id for option in question.options if not option.opens]
            if question.other:
                found.append(Words(UNHEARD, (OTHER,)))
        case "confirm":
            found = ["yes", "no", "unsure"]
        case "wait":
            return ("woke", "left")
        case "rate" | "number":
            whole = question.kind == "rate"
            found = [*_numbers(question.low, question.high, cuts, whole=whole)]
        case "date":
            found = [*_dates(cuts)]
        case "write":
            found = [*_words(_members_in(kind))]
        case "list":
            found = [*_lists(question.most, cuts)]
        case "pick":
            found = [*_picks(question, cuts)]
        case _:
            found = []
    return (*found, None)


def values_of(kind: str, cuts: Cuts) -> tuple[Known, ...]:
    """Return a value of every class of a type that comes from elsewhere, unknown last."""
    head = kind.partition(":")[0]
    members = _members_in(kind)
    found: list[Known]
    match head:
        case "one":
            found = [*members]
        case "many":
            found = [*_sets(members)]
        case "number":
            ends = cuts.numbers or {0}
            found = [*_numbers(min(ends) - 1, max(ends) + 1, cuts, whole=False)]
        case "date":
            found = [*_dates(cuts)]
        case "text":
            found = [*_words(members)]
        case "list":
            found = [*_lists(SOME_ITEMS, cuts)]
        case _:
            found = []
    return (*found, None)


def _members_in(kind: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in kind.partition(":")[2].split(",") if one.strip())


def _numbers(low: float, high: float, cuts: Cuts, *, whole: bool) -> Iterator[float]:
    """Yield numbers on the constants and between them; several where answers meet answers."""
    marks = sorted(one for one in cuts.numbers if low <= one <= high)
    edge: float = ceil(low) - 1
    for mark in (*marks, floor(high) + 1):
        inside = range(max(floor(edge) + 1, ceil(low)), min(ceil(mark) - 1, floor(high)) + 1)
        if inside:
            wanted = min(len(inside), cuts.rivals + 2 if cuts.rivals else 1)
            last = len(inside) - 1
            places = [last * turn // max(1, wanted - 1) for turn in range(wanted)]
            yield from (inside[place] for place in dict.fromkeys(places))
        elif not whole and low <= edge < mark <= high:
            yield (edge + mark) / 2
        if mark <= high and (not whole or mark == int(mark)):
            yield mark
        edge = mark


def _dates(cuts: Cuts) -> Iterator[Interval]:
    """Yield days on the constants and between them, and for each a stretch that lies across it."""
    edge = -1
    for mark in sorted({max(0, floor(one)) for one in cuts.days}):
        if mark - edge > 1:
            yield _days(edge + 1, edge + 1)
        yield _days(mark, mark)
        edge = mark
    yield _days(edge + 1, edge + 1)
    if not cuts.days:
        return
    for mark in sorted({max(0, floor(one)) for one in cuts.days}):
        yield _days(max(0, mark - 1), mark + 1)
    yield _days(0, LONG_AGO)


def _days(first: int, last: int) -> Interval:
    if first == last:
        return Interval(first, last, "today" if first == 0 else f"{first} days ago")
    return Interval(first, last, f"between {first} and {last} days ago")


def _words(classes: tuple[str, ...]) -> Iterator[Words]:
    yield Words(UNHEARD)
    for one in classes:
        yield Words(UNHEARD, (one,))
    for pair in combinations(classes, 2):
        yield Words(UNHEARD, pair)


def _lists(most: int, cuts: Cuts) -> Iterator[tuple[Item, ...]]:
    sizes = set(range(SOME_ITEMS + 1))
    for count in cuts.counts:
        sizes |= {floor(count) - 1, floor(count), floor(count) + 1}
    for size in sorted(one for one in sizes if 0 <= one <= most):
        yield tuple(Item(f"i{place + 1}", f"{UNHEARD}{place + 1}") for place in range(size))


def _picks(question: Question, cuts: Cuts) -> Iterator[tuple[str, ...]]:
    ids = [option.id for option in question.options]
    own = {one.id for one in question.options if one.then >= 0 or one.signal or one.reply}
    named = ids
    if len(ids) > ALL_SETS:
        named = [one for one in ids if one in cuts.members or one in own]
    rest = [one for one in ids if one not in named]
    fills: list[list[str]] = [[], rest[:1]] if rest else [[]]
    if cuts.counts:
        fills = [rest[:size] for size in range(len(rest) + 1)]
    seen = set()
    for chosen in _sets(tuple(named)):
        for fill in fills:
            held = {*chosen, *fill}
            if held and not (question.alone in held and len(held) > 1):
                found = tuple(one for one in ids if one in held)
                if found not in seen:
                    seen.add(found)
                    yield found


def _sets(members: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    sizes: Iterable[int] = range(len(members) + 1)
    if len(members) > ALL_SETS:
        sizes = (0, 1, 2, len(members))
    for size in sizes:
        yield from combinations(members, size)


# --- which of them can be told apart ------------------------------------------


def told_apart(value: Known, name: str, leaf: Guard, program: Program) -> Hashable:
    """Return what one test can see of a value under `name`; equal for values it cannot tell apart."""
    scope = Scope({name: value}, indicators=program.indicators)
    match leaf:
        case AtLeast():
            return tuple([scope.side(one) for one in leaf.indicators])
        case Compare():
            names = names_of(leaf, program)
            if len(names) > 1 or "now" in leaf.reads():
                return plain(value)
            counted = isinstance(leaf.left, CountOf) or isinstance(leaf.right, CountOf)
            return (leaf.value(scope), value is None) if counted else leaf.value(scope)
        case AnyItem() | AllItems():
            return plain(value) if isinstance(value, tuple) else value is None
        case _:
            return leaf.value(scope)
