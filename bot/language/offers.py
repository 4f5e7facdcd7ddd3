"""What may happen at a question, and before the first: one answer of each class that matters."""

from __future__ import annotations

from itertools import combinations, islice, product
from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.expressions import Scope, members_of
from bot.dialogue.program import Ask, Call
from bot.dialogue.safety import ASK, OPENING
from bot.dialogue.session import Words
from bot.dialogue.weighing import CAPPING
from bot.language.classes import answers_to, told_apart, values_of
from bot.language.readers import CAPS, leaves
from bot.language.remainder import plain
from bot.language.roads import Move, Start

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from bot.dialogue.expressions import Guard, Known
    from bot.dialogue.library import Library
    from bot.dialogue.program import Program, Question, SignalMark
    from bot.dialogue.session import Value
    from bot.dialogue.stand import Frame, Stand
    from bot.language.liveness import Ahead
    from bot.language.states import States

STARTS = 4_096
"""Ways to start that are tried: what is handed over, remembered, and was heard before."""


class _Choice(NamedTuple):
    """A class of answers as a place offers it, with the options that carry something of their own."""

    value: Value
    options: tuple[int, ...] = ()


class Offers:
    """What may happen in the talks of `states`.

    `offered` gathers (question, option, whether it was offered) for options with a guard;
    `all_starts` tells whether every way to start was tried. With `each`, every option is chosen
    once by itself, also where nothing tells it from another.
    """

    def __init__(self, library: Library, states: States) -> None:
        self.library = library
        self.states = states
        self.offered: set[tuple[int, int, bool]] = set()
        self.all_starts = True
        self.each = False
        self._opened = frozenset(library.paths.values())
        self._choices: dict[tuple[str, int], tuple[_Choice, ...]] = {}

    def starts(self) -> Iterator[Start]:
        """Yield what may stand before the first step; the plain start comes first."""
        program = self.states.plan.program
        names = tuple(dict.fromkeys((*program.takes, *self.states.recalls)))
        values = [self._handed(name) for name in names]
        ahead = self.states.liveness(self.states.plan).before(0)
        rising = self._rising(ahead.levels)
        if program.contact:
            # Nobody is let in where one of these stands.
            rising = [one for one in rising if one not in CAPPING]
        levels = [one for many in range(len(rising) + 1) for one in combinations(rising, many)]
        called = {one.dialog for one in program.code if isinstance(one, Call)}
        elsewhere = sorted(ahead.dialogs - called - {program.dialog})
        before: list[tuple[str, ...]] = [()]
        if elsewhere:
            before += [(one,) for one in elsewhere]
            before += [tuple(elsewhere)] if len(elsewhere) > 1 else []
        found = product(before, levels, *values)
        for visited, level, *handed in islice(found, STARTS):
            yield Start(dict(zip(names, handed, strict=True)), level, visited)  # type: ignore[arg-type]  # product mixes what it is given
        if next(found, None) is not None:
            self.all_starts = False

    def _handed(self, name: str) -> tuple[Known, ...]:
        program = self.states.plan.program
        kind = program.types.get(name, "")
        if not kind:
            kind = next((one.types[name] for one in self.states.programs if name in one.types), "")
        values = values_of(kind, self.states.book.cuts(program.dialog, name))
        # A fact that a call may keep anew is not read before it, and stays as it was where none is kept.
        is_read_here = name in program.takes or name in program.recalls
        if is_read_here and name not in self.states.changing:
            seen = self._seen_of(self.states.liveness(self.states.plan).before(0), name)
            return tuple(_told_apart(values, name, seen, program))
        return values

    def moves(self, stand: Stand) -> Iterator[Move]:
        """Yield what a person may do at the open question, one of a class."""
        frame = stand.frames[-1]
        question = stand.question
        program = frame.plan.program
        spot = (program.dialog, frame.pc)
        choices = self._choices.get(spot)
        if choices is None:
            choices = self._choices[spot] = tuple(self._offers(frame))
        if question is None:
            return
        barred = self._barred(stand, frame, question)
        heard = self._hearable(stand)
        for days in (0, *self.states.later(stand)):
            for choice in choices:
                if barred and not barred.isdisjoint(choice.options):
                    continue
                signals = [question.options[place].signal for place in choice.options]
                marks = [one for one in signals if one is not None]
                levels = tuple([one.level for one in marks])
                # Words can be typed at any question before it is answered, or left unanswered.
                for opens in self._ways(marks):
                    yield Move(choice.value, days, levels, opens)
                    for level, opened in heard:
                        also = (opened, *opens) if opened else opens
                        yield Move(choice.value, days, (level, *levels), also)

    def _ways(self, marks: list[SignalMark]) -> tuple[tuple[str, ...], ...]:
        """Return the dialogs that signals open; where one asks first, also what it does after a no."""
        paths = {one: self.library.path(one.code, one.level) for one in marks}
        certain = tuple([path for one, path in paths.items() if path and one.level in OPENING])
        asking = tuple([path for one, path in paths.items() if path and one.level == ASK])
        return (certain, certain + asking) if asking else (certain,)

    def _barred(self, stand: Stand, frame: Frame, question: Question) -> set[int]:
        barred: set[int] = set()
        scope: Scope | None = None
        for place, option in enumerate(question.options):
            if option.guard is None:
                continue
            if scope is None:
                scope = _scope_at(stand, frame)
            is_offered = option.guard.value(scope) is True
            self.offered.add((id(question), place, is_offered))
            if not is_offered:
                barred.add(place)
        return barred

    def _hearable(self, stand: Stand) -> tuple[tuple[str, str], ...]:
        """Return signals free text may raise here that something reads: level, and the dialog it opens."""
        _, ahead = self.states.key(stand)
        standing = {level for _, level in stand.signals}
        levels = [one for one in self._rising(ahead.levels) if one not in standing]
        if not ahead.levels - {CAPS} and not standing.isdisjoint(CAPPING):
            levels = []
        opened = sorted(self._opened & ahead.dialogs - stand.visited)
        return (*((level, "") for level in levels), *(("red", one) for one in opened))

    @staticmethod
    def _rising(levels: Iterable[str]) -> list[str]:
        named = sorted(set(levels) - {CAPS})
        if CAPS in levels and CAPPING.isdisjoint(named):
            named.append("amber")
        return named

    def _offers(self, frame: Frame) -> Iterator[_Choice]:
        """Yield the classes of answers that something ahead of this question can tell apart."""
        step = frame.plan.code[frame.pc]
        if not isinstance(step, Ask):
            return
        program, question = frame.plan.program, step.question
        name = question.name
        ahead = self.states.liveness(frame.plan).after(frame.pc)
        values = answers_to(
            question, program.types.get(name, ""), self.states.book.cuts(program.dialog, name)
        )
        number = {option.id: place for place, option in enumerate(question.options)}
        seen = self._seen_of(ahead, name)
        if question.remember in self.states.recalls:
            seen.append(None)
        found: dict[Hashable, _Choice] = {}
        for value in values:
            members = members_of(value)
            pressed = tuple(number[one] for one in members if one in number)
            options = [question.options[place] for place in pressed]
            own = tuple(
                place for place, one in zip(pressed, options, strict=True)
                if one.signal is not None or one.guard is not None
            )  # fmt: skip
            first = options[0].then if options else -1
            sign = (own, first, value is None and bool(options), isinstance(value, Words))
            said = tuple(_sight(one, value, name, program) for one in seen)
            itself = members if self.each and len(members) == 1 else ()
            found.setdefault((sign, said, itself), _Choice(value, own))
        yield from found.values()

    def _seen_of(self, ahead: Ahead, name: str) -> list[Guard | None]:
        """Return what ahead looks at `name`: single tests, and None for a step that takes it plainly."""
        seen: dict[Guard | None, None] = {}
        for reading in ahead.readings:
            if name in reading.names:
                guard = reading.reader.guard
                seen.update(dict.fromkeys((None,) if guard is None else leaves(guard)))
        return list(seen)


def _scope_at(stand: Stand, frame: Frame) -> Scope:
    return Scope(
        frame.answers, at=stand.at, loops=frame.loops, given=frame.given,
        indicators=frame.plan.program.indicators, visited=stand.visited,
        levels=frozenset(level for _, level in stand.signals),
    )  # fmt: skip


def _sight(one: Guard | None, value: Known, name: str, program: Program) -> Hashable:
    if one is None:
        return plain(value)
    return told_apart(value, name, one, program)


def _told_apart(
    values: Iterable[Known], name: str, seen: list[Guard | None], program: Program
) -> Iterator[Known]:
    found: dict[Hashable, Known] = {}
    for value in values:
        found.setdefault(tuple(_sight(one, value, name, program) for one in seen), value)
    yield from found.values()
