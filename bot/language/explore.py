"""Walks every road of a dialog with the machine of the talk, and tells what holds on all of them.

States with the same future are one (`liveness`), answers nothing can tell apart are one
(`classes`). Back and change are not walked; free text may raise any signal that is read later.
"""

from __future__ import annotations

from collections import deque
from itertools import chain, islice, product
from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.expressions import Dated, Ends, Scope, members_of
from bot.dialogue.library import SAVING, Plan
from bot.dialogue.machine import LOST, Run, advance
from bot.dialogue.machine import SILENT as NOBODY
from bot.dialogue.program import DAY_SECONDS, Ask, Branch, Call, Conclude, Jump, Next
from bot.dialogue.session import Detoured, Interval, Signalled, Words
from bot.dialogue.stand import Heard, Stand
from bot.dialogue.weighing import CAPPING, conclude
from bot.language.classes import Book, answers_to, guards_of, told_apart, values_of
from bot.language.liveness import CAPS, Ahead, Liveness, following, leaves, moment_of, plain
from bot.language.roads import Broken, Exploration, Missed, Move, Same, Shut, Stuck, told

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from bot.dialogue.expressions import Known
    from bot.dialogue.library import Library
    from bot.dialogue.machine import Hook, Listener
    from bot.dialogue.program import Instruction, Program, Promise, Question
    from bot.dialogue.session import Entry, Value
    from bot.dialogue.stand import Frame

STATES = 200_000
"""States that are walked before the search gives up: some seconds, some hundred megabytes."""
STARTS = 4_096
"""Ways to start that are tried: what is handed over, remembered, and was heard before."""

FREE = ("write", "list")
_END, _LOST = -1, -2


def explore(library: Library, dialog: str, *, budget: int = STATES) -> Exploration:
    """Walk every road of a dialog. Raises KeyError for a dialog there is not.

    What is found holds for all talks when the result is `complete`; otherwise only promises that
    were seen to break are told, and that it is not complete.
    """
    plan = library.plan(dialog)
    if plan is None:
        raise KeyError(dialog)
    return _Search(library, plan, budget).run()


class _Start(NamedTuple):
    """What stands before the first step."""

    handed: Mapping[str, Known]
    levels: tuple[str, ...] = ()
    visited: tuple[str, ...] = ()


class _Choice(NamedTuple):
    """A class of answers as a place offers it, with the options it presses."""

    value: Value
    options: tuple[int, ...] = ()


class _Search:
    """One exploration under way."""

    def __init__(self, library: Library, plan: Plan, budget: int) -> None:
        self.library = library
        self.plan = plan
        self.budget = budget
        self.programs = _within(library, plan)
        self.book = Book(self.programs)
        self.has_dates = self.book.has_dates
        self.recalls = tuple(dict.fromkeys(name for one in self.programs for name in one.recalls))
        self.opened = frozenset(library.paths.values())
        self._live: dict[str, Liveness] = {}
        self._choices: dict[tuple[str, int], tuple[_Choice, ...]] = {}
        # Where each state was first come from, and what was done there.
        self.origin: list[tuple[int, Move | _Start]] = []
        self.onward: list[tuple[int, ...]] = []
        self.known: dict[Hashable, int] = {}
        self.queue: deque[tuple[int, Stand]] = deque()
        self.done: set[int] = set()
        self.sides: set[tuple[int, int]] = set()
        self.offered: set[tuple[int, int, bool]] = set()
        self.won: set[tuple[int, int]] = set()
        self.got: set[str] = set()
        self.watched = [
            (place, one, moment_of(one)) for place, one in enumerate(plan.program.promises)
        ]
        self.broken: dict[int, tuple[int, Move | _Start]] = {}
        self.lost: list[tuple[int, Move | _Start]] = []
        self.now: tuple[int, Move | _Start] = (-1, _Start({}))
        self.complete = True

    # --- the search ---

    def run(self) -> Exploration:
        """Walk breadth first until nothing new turns up or the budget is used."""
        for start in self._starts():
            self.now = (-1, start)
            self._arrive(self._begun(start))
        queue = self.queue
        while queue:
            if len(self.origin) > self.budget:
                self.complete = False
                break
            place, stand = queue.popleft()
            found: dict[int, None] = {}
            for move in self._moves(stand):
                self.now = (place, move)
                found[self._arrive(self._moved(stand, move, hook=self._hook))] = None
            self.onward[place] = tuple(found)
        return self._result()

    def _arrive(self, stand: Stand) -> int:
        if stand.outcome or stand.open is None:
            if stand.outcome in ("", LOST):
                self.lost.append(self.now)
                return _LOST
            self.got.add(stand.outcome)
            return _END
        if self.has_dates:
            stand = self._as_today(stand)
        key, ahead = self._key(stand)
        place = self.known.get(key)
        if place is None:
            place = self.known[key] = len(self.origin)
            self.origin.append(self.now)
            self.onward.append(())
            self.queue.append((place, _packed(stand, ahead)))
        return place

    def _begun(self, start: _Start, listener: Listener = NOBODY, hook: Hook | None = None) -> Stand:
        facts = {name: start.handed.get(name) for name in self.recalls}
        dialog = self.plan.program.dialog
        blank = Stand(
            (), None, None, 0, 0.0, signals=tuple([(0, level) for level in start.levels]),
            visited=frozenset((dialog, *start.visited)), facts=facts,
        )  # fmt: skip
        run = Run(
            self.library, blank, pending=(), shelf=None, concluded=None, listener=listener,
            hook=self._hook if hook is None else hook,
        )  # fmt: skip
        takes = {name: start.handed.get(name) for name in self.plan.program.takes}
        run.enter(self.plan, "", takes)
        run.go()
        return run.stand()

    def _moved(
        self, stand: Stand, move: Move, *, listener: Listener = NOBODY, hook: Hook | None = None
    ) -> Stand:
        at = stand.at + move.days * DAY_SECONDS
        pending: list[Entry] = [
            Signalled(stand.seq + 1, at, "", "", level) for level in move.levels
        ]
        pending += [Detoured(stand.seq + 1, at, "", one) for one in move.opens]
        heard = Heard(stand.seq + 1, at, move.value, move.marked)
        return advance(
            self.library, stand, heard, pending=pending, listener=listener,
            hook=hook,
        )  # fmt: skip

    # --- where a talk can start ---

    def _starts(self) -> Iterator[_Start]:
        program = self.plan.program
        names = tuple(dict.fromkeys((*program.takes, *self.recalls)))
        values = [self._handed(name) for name in names]
        ahead = self._liveness(self.plan).before(0)
        levels: list[tuple[str, ...]] = [(), *((one,) for one in self._rising(ahead.levels))]
        called = {one.dialog for one in program.code if isinstance(one, Call)}
        elsewhere = sorted(ahead.dialogs - called - {program.dialog})
        before: list[tuple[str, ...]] = [()]
        if elsewhere:
            before += [(one,) for one in elsewhere]
            before += [tuple(elsewhere)] if len(elsewhere) > 1 else []
        found = product(before, levels, *values)
        for visited, level, *handed in islice(found, STARTS):
            yield _Start(dict(zip(names, handed, strict=True)), level, visited)  # type: ignore[arg-type]  # product mixes what it is given
        if next(found, None) is not None:
            self.complete = False

    def _handed(self, name: str) -> tuple[Known, ...]:
        program = self.plan.program
        kind = program.types.get(name, "")
        if not kind:
            kind = next((one.types[name] for one in self.programs if name in one.types), "")
        values = values_of(kind, self.book.cuts(program.dialog, name))
        if name in program.recalls or name in program.takes:
            seen = self._seen_of(self._liveness(self.plan).before(0), name)
            return tuple(_told_apart(values, name, seen, program))
        return values

    # --- what can be done at a question ---

    def _moves(self, stand: Stand) -> Iterator[Move]:
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
        heard = self._hearable(stand) if question.kind in FREE or question.other else ()
        for days in (0, *self._later(stand)):
            for choice in choices:
                if barred and not barred.isdisjoint(choice.options):
                    continue
                signals = [question.options[place].signal for place in choice.options]
                marks = [one for one in signals if one is not None]
                opens = [self.library.path(one.code, one.level) for one in marks]
                yield Move(
                    choice.value, days, tuple([one.level for one in marks]),
                    tuple([one for one in opens if one]),
                )  # fmt: skip
                if choice.value is not None and not choice.options:
                    for level, opened in heard:
                        yield Move(choice.value, days, (level,), (opened,) if opened else ())

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
        """Signals free text may raise here that something reads: level, and the dialog it opens."""
        _, ahead = self._key(stand)
        standing = {level for _, level in stand.signals}
        levels = [one for one in self._rising(ahead.levels) if one not in standing]
        if not ahead.levels - {CAPS} and not standing.isdisjoint(CAPPING):
            levels = []
        opened = sorted(self.opened & ahead.dialogs - stand.visited)
        return (*((level, "") for level in levels), *(("red", one) for one in opened))

    @staticmethod
    def _rising(levels: Iterable[str]) -> list[str]:
        named = sorted(set(levels) - {CAPS})
        if CAPS in levels and CAPPING.isdisjoint(named):
            named.append("amber")
        return named

    def _later(self, stand: Stand) -> tuple[int, ...]:
        """Days after which a guard on a date can come out otherwise than today."""
        if not self.has_dates:
            return ()
        found: set[int] = set()
        for frame in stand.frames:
            for name, value in frame.answers.items():
                if isinstance(value, Dated):
                    for mark in self.book.cuts(frame.plan.program.dialog, name).days:
                        for end in value.days[:2]:
                            found |= {int(mark) - end, int(mark) - end + 1}
        return tuple(sorted(one for one in found if one > 0))

    def _offers(self, frame: Frame) -> Iterator[_Choice]:
        """The classes of answers that something ahead of this question can tell apart."""
        step = frame.plan.code[frame.pc]
        if not isinstance(step, Ask):
            return
        program, question = frame.plan.program, step.question
        name = question.name
        ahead = self._liveness(frame.plan).after(frame.pc)
        values = answers_to(
            question, program.types.get(name, ""), self.book.cuts(program.dialog, name)
        )
        number = {option.id: place for place, option in enumerate(question.options)}
        seen = self._seen_of(ahead, name)
        found: dict[Hashable, _Choice] = {}
        for value in values:
            pressed = tuple(number[one] for one in members_of(value) if one in number)
            options = [question.options[place] for place in pressed]
            own = tuple(
                place for place, one in zip(pressed, options, strict=True)
                if one.signal is not None or one.guard is not None
            )  # fmt: skip
            first = options[0].then if options else -1
            sign = (own, first, value is None and bool(options), isinstance(value, Words))
            said = tuple(_sight(one, value, name, program) for one in seen)
            found.setdefault((sign, said), _Choice(value, own))
        yield from found.values()

    def _seen_of(self, ahead: Ahead, name: str) -> list[object]:
        """What ahead looks at `name`: single tests, and None for a step that takes it plainly."""
        seen: dict[object, None] = {}
        for reading in ahead.readings:
            if name in reading.names:
                guard = reading.reader.guard
                seen.update(dict.fromkeys((None,) if guard is None else leaves(guard)))
        return list(seen)

    # --- when two states are one ---

    def _liveness(self, plan: Plan) -> Liveness:
        dialog = plan.program.dialog
        found = self._live.get(dialog)
        if found is None:
            found = self._live[dialog] = Liveness(plan, self._exports(plan.program))
        return found

    def _exports(self, program: Program) -> tuple[str, ...]:
        """Answers that somebody above may read when this program has ended."""
        if program is self.plan.program:
            return ()
        wanted = {
            read[len("indicator:") :]
            for other in self.programs if other is not program
            for guard in guards_of(other)
            for read in guard.reads() if read.startswith("indicator:")
        }  # fmt: skip
        tables = [one.source for name, one in program.indicators.items() if name in wanted]
        return tuple(dict.fromkeys((*program.gives, *tables)))

    def _key(self, stand: Stand) -> tuple[Hashable, Ahead]:
        levels: frozenset[str] = frozenset()
        dialogs: frozenset[str] = frozenset()
        keeps = False
        parts: list[Hashable] = []
        top: Ahead | None = None
        last = len(stand.frames) - 1
        for depth, frame in enumerate(stand.frames):
            live = self._liveness(frame.plan)
            if depth == last or not isinstance(frame.plan.code[frame.pc], Call):
                ahead = live.before(frame.pc)
            else:
                ahead = live.returning(frame.pc)
            parts.append(frame.plan.program.dialog)
            parts.append(frame.pc)
            if frame.rounds:
                parts.append(tuple([(one.address, len(one.items), one.turn) for one in frame.rounds]))
            parts.append(live.signature(frame, ahead))
            levels |= ahead.levels
            dialogs |= ahead.dialogs
            keeps = keeps or ahead.keeps
            top = ahead
        if levels and stand.signals:
            standing = {level for _, level in stand.signals}
            parts.append(frozenset(standing & levels))
            parts.append(CAPS in levels and not standing.isdisjoint(CAPPING))
        if dialogs:
            parts.append(stand.visited & dialogs)
        if keeps:
            parts.append(stand.saving == "unasked")
        if self.recalls:
            parts.append(tuple([plain(stand.facts.get(name)) for name in self.recalls]))
        readings = top.readings if top is not None else ()
        return tuple(parts), Ahead(readings, levels, dialogs, keeps)

    def _as_today(self, stand: Stand) -> Stand:
        """Set now to zero, and make dates older instead; past the last constant all days are one."""
        frames = []
        for frame in stand.frames:
            dialog = frame.plan.program.dialog
            answers = {
                name: self._aged(value, stand.at, dialog, name)
                for name, value in frame.answers.items()
            }
            frames.append(frame._replace(answers=answers))
        facts = {
            name: self._aged(value, stand.at, "", name) for name, value in stand.facts.items()
        }
        return stand._replace(frames=tuple(frames), facts=facts, at=0.0)

    def _aged(self, value: Known, at: float, dialog: str, name: str) -> Known:
        if isinstance(value, Interval):
            value = Dated(value, at)
        if not isinstance(value, Dated):
            return value
        older = max(0, int((at - value.at) // DAY_SECONDS))
        most = int(max(self.book.cuts(dialog, name).days, default=0)) + 1
        first, last = value.days[:2]
        return Dated(Interval(min(first + older, most), min(last + older, most)), 0.0)

    # --- what is seen on the way ---

    def _hook(self, run: Run, step: Instruction) -> None:
        if run.plan is not self.plan:
            return
        self.done.add(id(step))
        kind = step.__class__
        if kind is Branch:
            self.sides.add((id(step), run.pc))
        elif kind is Conclude:
            self._concluded(run, step)  # type: ignore[arg-type]  # the class was just looked at
        if self.watched:
            self._watch(run)

    def _concluded(self, run: Run, step: Conclude) -> None:
        verdict = conclude(step.rows, run)
        self.won.add((id(step), verdict.row))
        self.got.add(verdict.outcome)

    def _watch(self, run: Run) -> None:
        scope = run
        for place, promise, moment in self.watched:
            if place in self.broken:
                continue
            if moment is None or (scope.ends if moment is Ends else scope.enters):
                if is_broken(promise, scope):
                    self.broken[place] = self.now

    # --- what it comes to ---

    def _result(self) -> Exploration:
        program = self.plan.program
        code = program.code
        broken = tuple(
            Broken(program.promises[place], self._talk(*self.broken[place], promise=place))
            for place in sorted(self.broken)
        )
        stuck = [Stuck(self._talk(*one), None) for one in self.lost[:1]]
        if not self.complete:
            return Exploration(program, len(self.origin), complete=False, broken=broken,
                               stuck=tuple(stuck), outcomes=frozenset(self.got))  # fmt: skip
        if not stuck:
            stuck = [Stuck(self._talk(*self.origin[one]), self._where(one))
                     for one in self._hopeless()[:1]]  # fmt: skip
        shortest, longest = self._lengths()
        asked = {one.question.name for one in code if isinstance(one, Ask) and id(one) in self.done}
        return Exploration(
            program, len(self.origin), complete=True, broken=broken, stuck=tuple(stuck),
            outcomes=frozenset(self.got),
            unreachable=tuple(self._shut()),
            always=tuple(self._always()),
            missed=tuple(self._missed()),
            unasked=tuple(dict.fromkeys(
                one.question.name for one in code
                if isinstance(one, Ask) and one.question.name not in asked
            )),
            shortest=shortest, longest=longest,
        )  # fmt: skip

    def _shut(self) -> Iterator[Shut]:
        code = self.plan.code
        found: dict[int, int] = {}
        for address, step in enumerate(code):
            if isinstance(step, (Jump, Next)) or id(step) not in self.done:
                continue
            for place in following(code, address):
                to = _past_jumps(code, place)
                if to < len(code) and id(code[to]) not in self.done:
                    found.setdefault(to, address)
        for to, gate in sorted(found.items()):
            yield Shut(code[to], code[gate])

    def _always(self) -> Iterator[Same]:
        for address, step in enumerate(self.plan.code):
            if id(step) not in self.done:
                continue
            match step:
                case Branch() if step.otherwise != address + 1:
                    yes = (id(step), address + 1) in self.sides
                    no = (id(step), step.otherwise) in self.sides
                    if yes != no:
                        yield Same(step.where, yes, self._shuts(address, step, taken=yes))
                case Ask():
                    for place, option in enumerate(step.question.options):
                        spot = (id(step.question), place)
                        if option.guard is None:
                            continue
                        truths = {one for one in (True, False) if (*spot, one) in self.offered}
                        if len(truths) == 1:
                            where = step.question.where or step.where
                            yield Same(where, truths.pop(), False, f"option `{option.id}`")
                case Conclude():
                    rows = [row for row in range(len(step.rows)) if (id(step), row) in self.won]
                    for row, one in enumerate(step.rows):
                        if row not in rows and one.outcome in self.got and one.guard is not None:
                            yield Same(one.where or step.where, False, False, "row")
                case _:
                    continue

    def _shuts(self, address: int, step: Branch, *, taken: bool) -> bool:
        """Whether the side that is never taken holds a step that nothing else leads to."""
        code = self.plan.code
        to = _past_jumps(code, step.otherwise if taken else address + 1)
        return to < len(code) and id(code[to]) not in self.done

    def _missed(self) -> Iterator[Missed]:
        seen: set[str] = set()
        for step in self.plan.code:
            if not isinstance(step, Conclude) or id(step) not in self.done:
                continue
            for row in step.rows:
                if row.outcome not in self.got and row.outcome not in seen:
                    seen.add(row.outcome)
                    yield Missed(row.outcome, row.where or step.where)

    def _where(self, place: int) -> tuple[str, int] | None:
        for key, number in self.known.items():
            if number == place and isinstance(key, tuple):
                return key[0], key[1]
        return None

    def _hopeless(self) -> list[int]:
        """States from which no end can be reached, in the order they were found."""
        back: list[list[int]] = [[] for _ in self.onward]
        good = [False] * len(self.onward)
        ready = []
        for place, onward in enumerate(self.onward):
            for to in onward:
                if to >= 0:
                    back[to].append(place)
                elif to == _END and not good[place]:
                    good[place] = True
                    ready.append(place)
        while ready:
            for place in back[ready.pop()]:
                if not good[place]:
                    good[place] = True
                    ready.append(place)
        return [place for place, one in enumerate(good) if not one]

    def _lengths(self) -> tuple[int | None, int | None]:
        """Questions answered on the shortest road and on the longest; None where there is no most."""
        depth = [0] * len(self.origin)
        for place, (parent, _) in enumerate(self.origin):
            depth[place] = 1 if parent < 0 else depth[parent] + 1
        ends = [depth[place] for place, onward in enumerate(self.onward) if _END in onward]
        if not self.origin:
            return (0, 0) if self.got else (None, None)
        # Peel off states without a way on; what is left over goes round in a circle.
        back: list[list[int]] = [[] for _ in self.onward]
        left = [0] * len(self.onward)
        longest = [1] * len(self.onward)
        for place, onward in enumerate(self.onward):
            for to in onward:
                if to >= 0:
                    back[to].append(place)
                    left[place] += 1
        ready = [place for place, count in enumerate(left) if not count]
        peeled = 0
        while ready:
            place = ready.pop()
            peeled += 1
            for earlier in back[place]:
                longest[earlier] = max(longest[earlier], longest[place] + 1)
                left[earlier] -= 1
                if not left[earlier]:
                    ready.append(earlier)
        most = max(longest) if peeled == len(longest) else None
        return min(ends, default=None), most

    def _talk(
        self, parent: int, move: Move | _Start, promise: int | None = None
    ) -> tuple[str, ...]:
        """Tell the conversation that leads to a state and through one more move."""
        moves = [move]
        while parent >= 0:
            parent, earlier = self.origin[parent]
            moves.append(earlier)
        moves.reverse()
        start = moves[0]
        watched = None if promise is None else self.plan.program.promises[promise]
        stop = None if watched is None else lambda scope: is_broken(watched, scope)
        return told(
            self._begun, self._moved, start, [one for one in moves[1:] if isinstance(one, Move)],
            stop,
        )  # fmt: skip


def is_broken(promise: Promise, scope: Scope) -> bool:
    """Whether a promise is broken at this moment."""
    value = promise.guard.value(scope)
    return value is True if promise.never else value is not True


def _within(library: Library, plan: Plan) -> tuple[Program, ...]:
    """Return the program and all that its calls and keeping can lead to."""
    found: dict[str, Program] = {}
    ahead = [plan.program.dialog]
    while ahead:
        dialog = ahead.pop()
        one = library.plan(dialog)
        if one is None or dialog in found:
            continue
        found[dialog] = one.program
        ahead += [step.dialog for step in one.code if isinstance(step, Call)]
        if Liveness(one).before(0).keeps:
            ahead.append(SAVING)
    return tuple(found.values())


def _packed(stand: Stand, ahead: Ahead) -> Stand:
    """Drop what nothing ahead reads, so that every next step copies little."""
    top = stand.frames[-1]
    answers = {
        name: top.answers[name]
        for name in chain.from_iterable([reading.names for reading in ahead.readings])
        if name in top.answers
    }
    levels = {level: None for _, level in stand.signals}
    return stand._replace(
        frames=(*stand.frames[:-1], top._replace(answers=answers, visits={})),
        seq=0, road=(), kept=(), notes=(), due=(), reasons=(),
        signals=tuple([(0, level) for level in levels]),
    )  # fmt: skip


def _scope_at(stand: Stand, frame: Frame) -> Scope:
    return Scope(
        frame.answers, at=stand.at, loops=frame.loops, given=frame.given,
        indicators=frame.plan.program.indicators, visited=stand.visited,
        levels=frozenset(level for _, level in stand.signals),
    )  # fmt: skip


def _sight(one: object, value: Known, name: str, program: Program) -> Hashable:
    if one is None:
        return plain(value)
    return told_apart(value, name, one, program)  # type: ignore[arg-type]  # a guard, as `_seen_of` gives


def _told_apart(
    values: Iterable[Known], name: str, seen: list[object], program: Program
) -> Iterator[Known]:
    found: dict[Hashable, Known] = {}
    for value in values:
        found.setdefault(tuple(_sight(one, value, name, program) for one in seen), value)
    yield from found.values()


def _past_jumps(code: tuple[Instruction, ...], place: int) -> int:
    for _ in code:
        step = code[place] if place < len(code) else None
        if not isinstance(step, Jump):
            return place
        place = step.to
    return place
