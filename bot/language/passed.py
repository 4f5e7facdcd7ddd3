"""What was passed on the roads of one dialog, and what nobody passed at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.expressions import Ends
from bot.dialogue.program import Ask, Branch, Conclude, Jump, Next
from bot.dialogue.weighing import conclude
from bot.language.liveness import following
from bot.language.readers import moment_of
from bot.language.roads import Missed, Same, Shut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.dialogue.expressions import Scope
    from bot.dialogue.library import Plan
    from bot.dialogue.machine import Run
    from bot.dialogue.program import Instruction, Promise
    from bot.language.roads import Move, Start


class Passed:
    """Watches the outermost dialog of every road. `now` is the state and the move under way.

    `got` are the outcomes of its ends and conclusions; `broken` tells where a promise broke first.
    """

    def __init__(self, plan: Plan, offered: set[tuple[int, int, bool]]) -> None:
        self.plan = plan
        self.offered = offered
        self.now: tuple[int, Move | Start] | None = None
        self.got: set[str] = set()
        self.broken: dict[int, tuple[int, Move | Start]] = {}
        self._done: set[int] = set()
        self._sides: set[tuple[int, int]] = set()
        self._won: set[tuple[int, int]] = set()
        self._watched = [
            (place, one, moment_of(one)) for place, one in enumerate(plan.program.promises)
        ]

    def hook(self, run: Run, step: Instruction) -> None:
        """Take note of a step."""
        if run.plan is not self.plan:
            return
        self._done.add(id(step))
        kind = step.__class__
        if kind is Branch:
            self._sides.add((id(step), run.pc))
        elif kind is Conclude:
            self._concluded(run, step)  # type: ignore[arg-type]  # the class was just looked at
        if self._watched:
            self._watch(run)

    def _concluded(self, run: Run, step: Conclude) -> None:
        verdict = conclude(step.rows, run)
        self._won.add((id(step), verdict.row))
        self.got.add(verdict.outcome)

    def _watch(self, run: Run) -> None:
        for place, promise, moment in self._watched:
            if place in self.broken or self.now is None:
                continue
            is_time = moment is None or (run.ends if moment is Ends else run.enters)
            if is_time and is_broken(promise, run):
                self.broken[place] = self.now

    def shut(self) -> Iterator[Shut]:
        """Yield the first steps that nobody reaches."""
        code = self.plan.code
        found: dict[int, int] = {}
        for address, step in enumerate(code):
            if isinstance(step, (Jump, Next)) or id(step) not in self._done:
                continue
            for place in following(code, address):
                to = _past_jumps(code, place)
                if to < len(code) and id(code[to]) not in self._done:
                    found.setdefault(to, address)
        for to, gate in sorted(found.items()):
            yield Shut(code[to], code[gate])

    def always(self) -> Iterator[Same]:
        """Yield the guards that came out the same on all roads."""
        for address, step in enumerate(self.plan.code):
            if id(step) not in self._done:
                continue
            match step:
                case Branch():
                    yield from self._one_sided(address, step)
                case Ask():
                    yield from self._options(step)
                case Conclude():
                    yield from self._idle_rows(step)
                case _:
                    continue

    def unasked(self) -> tuple[str, ...]:
        """Return the questions that nobody is asked."""
        asks = [one for one in self.plan.code if isinstance(one, Ask)]
        asked = {one.question.name for one in asks if id(one) in self._done}
        names = dict.fromkeys(one.question.name for one in asks)
        return tuple(name for name in names if name not in asked)

    def _one_sided(self, address: int, step: Branch) -> Iterator[Same]:
        if step.otherwise == address + 1:
            return
        yes = (id(step), address + 1) in self._sides
        no = (id(step), step.otherwise) in self._sides
        if yes != no:
            yield Same(step.where, yes, self._shuts(address, step, taken=yes))

    def _options(self, step: Ask) -> Iterator[Same]:
        question = step.question
        for place, option in enumerate(question.options):
            if option.guard is None:
                continue
            spot = (id(question), place)
            truths = {one for one in (True, False) if (*spot, one) in self.offered}
            if len(truths) == 1:
                yield Same(question.where or step.where, truths.pop(), False,
                           f"guard of the option `{option.id}`")  # fmt: skip

    def _idle_rows(self, step: Conclude) -> Iterator[Same]:
        for row, one in enumerate(step.rows):
            if (
                one.guard is not None
                and (id(step), row) not in self._won
                and one.outcome in self.got
            ):
                yield Same(one.where or step.where, False, False, "row")

    def _shuts(self, address: int, step: Branch, *, taken: bool) -> bool:
        """Whether the side that is never taken holds a step that nothing else leads to."""
        code = self.plan.code
        to = _past_jumps(code, step.otherwise if taken else address + 1)
        return to < len(code) and id(code[to]) not in self._done

    def missed(self) -> Iterator[Missed]:
        """Yield the outcomes of rows that nobody gets."""
        seen: set[str] = set()
        for step in self.plan.code:
            if not isinstance(step, Conclude) or id(step) not in self._done:
                continue
            for row in step.rows:
                if row.outcome not in self.got and row.outcome not in seen:
                    seen.add(row.outcome)
                    yield Missed(row.outcome, row.where or step.where)


def is_broken(promise: Promise, scope: Scope) -> bool:
    """Whether a promise is broken at this moment."""
    value = promise.guard.value(scope)
    return value is True if promise.never else value is not True


def _past_jumps(code: tuple[Instruction, ...], place: int) -> int:
    for _ in code:
        step = code[place] if place < len(code) else None
        if not isinstance(step, Jump):
            return place
        place = step.to
    return place
