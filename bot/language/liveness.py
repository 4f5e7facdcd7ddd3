"""What the rest of a dialog can still read at each address, and what is left of a guard by then.

It looks at one program and its code alone; which states there are is the search's job.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.expressions import Ends
from bot.dialogue.program import (
    Ask,
    Branch,
    Call,
    Conclude,
    End,
    ForEach,
    Jump,
    Next,
    Remember,
    Remind,
    Say,
)
from bot.dialogue.weighing import CAPPING
from bot.language.readers import CAPS, INDICATOR, Reader, moment_of, reader_of, readers_at
from bot.language.remainder import NOT_ASKED, held, levels_in, plain, remainder, scope_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from bot.dialogue.library import Plan
    from bot.dialogue.program import Instruction
    from bot.dialogue.stand import Frame


class Reading(NamedTuple):
    """A reader as seen from an address: which of its names still count there.

    `again` are those that may be asked once more before they are read. `slot` numbers
    equal (reader, names) pairs; `is_single` tells that there is one name, of an answer.
    """

    slot: int
    reader: Reader
    names: tuple[str, ...]
    again: tuple[str, ...]
    is_single: bool


class Left(NamedTuple):
    """What is left of a reader: `rest` is equal for equal futures, `levels` can still change it."""

    rest: tuple[Hashable, ...]
    levels: frozenset[str]


class Ahead(NamedTuple):
    """What the rest of a dialog reads from an address on; `keeps` when something may be kept."""

    readings: tuple[Reading, ...]
    levels: frozenset[str]
    dialogs: frozenset[str]
    keeps: bool


class Liveness:
    """The readers of one program, and what is ahead at each of its addresses.

    `exports` are the answers a caller takes over at the end, `fixed` the person facts that nothing
    on the way can change.
    """

    def __init__(
        self, plan: Plan, exports: Iterable[str] = (), fixed: frozenset[str] = frozenset()
    ) -> None:
        self.plan = plan
        self._changing = tuple(one for one in plan.program.recalls if one not in fixed)
        self._exports = tuple(exports)
        self._readers: list[Reader] = []
        self._masks: list[int] = []
        self._bits: list[tuple[int, str]] = []
        self._by_name: dict[str, int] = {}
        self._slots: dict[tuple[int, tuple[str, ...], tuple[str, ...]], int] = {}
        self._left: dict[tuple[int, tuple[Hashable, ...], frozenset[str]], Left] = {}
        self._bit_of: dict[str, int] = {}
        self._before: dict[int, Ahead] = {}
        self._after: dict[int, Ahead] = {}
        self._in_loops = frozenset(name for names in plan.inside.values() for name in names)
        self._flow()

    # --- what is ahead ---

    def before(self, address: int) -> Ahead:
        """What is ahead when the step at `address` has not been done."""
        found = self._before.get(address)
        if found is None:
            found = self._before[address] = self._ahead(
                self._live[address], self._asks[address], self._keeps[address]
            )
        return found

    def after(self, address: int) -> Ahead:
        """What is ahead once the step at `address` has given what it gives."""
        found = self._after.get(address)
        if found is None:
            onward = following(self.plan.code, address)
            live = keeps = asks = 0
            for place in onward:
                if place < len(self._live):
                    live |= self._live[place]
                    asks |= self._asks[place]
                    keeps |= self._keeps[place]
            found = self._after[address] = self._ahead(live, asks, keeps)
        return found

    def returning(self, address: int) -> Ahead:
        """What is ahead for a caller that stands at the call at `address`."""
        place = ~address
        found = self._after.get(place)
        if found is None:
            live = self._live[address + 1] & ~self._kills[address]
            found = self._after[place] = self._ahead(
                live, self._asks[address], self._keeps[address + 1]
            )
        return found

    def _ahead(self, live: int, asks: int, keeps: int) -> Ahead:
        by_reader: dict[int, list[str]] = {}
        for place in _places(live):
            number, name = self._bits[place]
            held = by_reader.setdefault(number, [])
            if name:
                held.append(name)
        readings = []
        levels: frozenset[str] = frozenset()
        dialogs: frozenset[str] = frozenset()
        for number, names in by_reader.items():
            reader = self._readers[number]
            levels |= reader.levels
            dialogs |= reader.dialogs
            if names or reader.levels:
                again = tuple(name for name in names if asks & self._bit_of.get(name, 0))
                spot = (number, tuple(names), again)
                slot = self._slots.setdefault(spot, len(self._slots))
                single = len(names) == 1 and not names[0].startswith(INDICATOR)
                readings.append(Reading(slot, reader, spot[1], again, single))
        return Ahead(tuple(readings), levels, dialogs, bool(keeps))

    def _flow(self) -> None:
        code = self.plan.code
        size = len(code) + 1
        numbers: dict[Reader, int] = {}
        use = [0] * size
        promises = [
            (moment_of(one), reader_of(one.guard, self.plan.program))
            for one in self.plan.program.promises
        ]
        for address, step in enumerate(code):
            for reader in readers_at(step, self.plan.program, self._exports):
                one = reader._replace(rows=address) if isinstance(step, Conclude) else reader
                use[address] |= self._number(one, numbers)
            for moment, reader in promises:
                if moment is None or isinstance(step, End if moment is Ends else Call):
                    use[address] |= self._number(reader, numbers)
        gives = [self._defines(address, step) for address, step in enumerate(code)]
        brought = [name for name in self._by_name if name.startswith(INDICATOR)]
        self._bit_of = bit = {
            name: 1 << place
            for place, name in enumerate(
                dict.fromkeys(name for names in (*gives, brought) for name in names)
            )
        }
        kills = [
            0 if _keeps_older(step, self._in_loops) else
            sum(self._by_name.get(name, 0) for name in dict.fromkeys(names))
            for step, names in zip(code, gives, strict=True)
        ]  # fmt: skip
        self._kills = [*kills, 0]
        self._live, self._asks, self._keeps = list(use), [0] * size, [0] * size
        moving = True
        while moving:
            moving = False
            for address in range(len(code) - 1, -1, -1):
                live = asks = keeps = 0
                for place in following(code, address):
                    live |= self._live[place]
                    asks |= self._asks[place]
                    keeps |= self._keeps[place]
                live = use[address] | (live & ~kills[address])
                # A call may bring indicators anew, yet those it does not bring stay as they were.
                again = brought if isinstance(code[address], Call) else ()
                for name in (*gives[address], *again):
                    asks |= bit[name]
                keeps |= _may_keep(code[address])
                now = (self._live[address], self._asks[address], self._keeps[address])
                if (live, asks, keeps) != now:
                    self._live[address], self._asks[address] = live, asks
                    self._keeps[address] = keeps
                    moving = True

    def _number(self, reader: Reader, numbers: dict[Reader, int]) -> int:
        number = numbers.get(reader)
        if number is None:
            number = numbers[reader] = len(self._readers)
            self._readers.append(reader)
            mask = 0
            for name in ("", *reader.names):
                bit = 1 << len(self._bits)
                mask |= bit
                self._by_name[name] = self._by_name.get(name, 0) | bit
                self._bits.append((number, name))
            self._masks.append(mask)
        return self._masks[number]

    def _defines(self, address: int, step: Instruction) -> tuple[str, ...]:
        match step:
            case Ask():
                return (step.question.name, *self._recalled(step.question.remember))
            case Remember():
                return self._recalled(step.fact)
            case Conclude():
                return (step.name,) if step.name else ()
            case Call():
                if not step.name:
                    return self._changing
                starts = f"{step.name}."
                given = [name for name in self._by_name if name.startswith(starts)]
                return (step.name, *given, *self._changing)
            case ForEach():
                return self.plan.inside.get(address, ())
            case _:
                return ()

    def _recalled(self, fact: str) -> tuple[str, ...]:
        return (fact,) if fact and fact in self.plan.program.recalls else ()

    # --- what a frame comes to ---

    def signature(
        self, frame: Frame, ahead: Ahead, standing: frozenset[str]
    ) -> tuple[tuple[Hashable, ...], frozenset[str]]:
        """Return what two frames at this address must share to have the same future.

        With it come the levels of signals that could still change that future. Below a row that is
        sure to win, nothing of a conclusion is read any more.
        """
        parts: list[Hashable] = []
        levels: frozenset[str] = frozenset()
        left = self._left
        answers, loops = frame.answers, frame.loops
        won = -1
        for reading in ahead.readings:
            reader = reading.reader
            if won >= 0 and reader.rows == won:
                continue
            names = reading.names
            if reading.is_single and not loops:
                value = answers.get(names[0], NOT_ASKED)
                values: tuple[Hashable, ...] = (value if value.__class__ is str else plain(value),)
            else:
                values = tuple([held(frame, name) for name in names])
            raised = standing & CAPPING if CAPS in reader.levels else standing & reader.levels
            spot = (reading.slot, values, raised)
            found = left.get(spot)
            if found is None:
                found = left[spot] = self._settle(reading, values, frame, raised)
            parts.append(found.rest)
            levels |= found.levels
            if reader.rows >= 0 and len(found.rest) == 1 and found.rest[0] is True:
                won = reader.rows
        return tuple(parts), levels

    def _settle(
        self, reading: Reading, values: tuple[Hashable, ...], frame: Frame, raised: frozenset[str]
    ) -> Left:
        reader = reading.reader
        if CAPS in reader.levels:
            return Left((CAPS, bool(raised)), frozenset() if raised else reader.levels)
        guard = reader.guard
        known = dict(zip(reading.names, values, strict=True))
        if guard is None or any(known[name] != NOT_ASKED for name in reading.again):
            return Left((*values, raised), reader.levels - raised)
        scope = scope_of(frame, reading.names, raised)
        rest = remainder(guard, scope, known, self.plan.program)
        if rest is None and not reader.exact:
            return Left((False,), frozenset())
        return Left((rest,), frozenset(levels_in(rest)))


def _places(bits: int) -> Iterator[int]:
    """Yield the places of the bits that are set, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def following(code: tuple[Instruction, ...], address: int) -> tuple[int, ...]:
    """Return the addresses that can come next in the same dialog."""
    step = code[address]
    match step:
        case Jump():
            return (step.to,)
        case Branch():
            return (address + 1, step.otherwise)
        case Ask():
            return (address + 1, *(one.then for one in step.question.options if one.then >= 0))
        case ForEach():
            return (address + 1, step.after)
        case Next():
            loop = code[step.loop]
            return (step.loop + 1, loop.after) if isinstance(loop, ForEach) else (address + 1,)
        case End():
            return ()
        case _:
            return (address + 1,)


def _keeps_older(step: Instruction, in_loops: frozenset[str]) -> bool:
    """Whether older answers under the same name count on after the step."""
    return isinstance(step, Ask) and step.question.name in in_loops


def _may_keep(step: Instruction) -> bool:
    match step:
        case Say():
            return bool(step.keep)
        case Ask():
            return bool(step.question.keep)
        case Remember() | Remind():
            return True
        case _:
            return False
