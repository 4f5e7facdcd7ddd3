"""Walks every road of a dialog with the machine of the talk, and tells what holds on all of them.

States with the same future are one, answers that nothing can tell apart are one. Back and change
are not walked; words typed at any question may raise any signal that is read later.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from bot.dialogue.expressions import Enters
from bot.dialogue.machine import LOST, SILENT, Run, advance
from bot.dialogue.program import DAY_SECONDS, Call, Jump
from bot.dialogue.session import Detoured, Signalled
from bot.dialogue.stand import Heard, Stand
from bot.language.offers import Offers
from bot.language.passed import Passed, is_broken
from bot.language.readers import leaves
from bot.language.roads import Broken, Exploration, Move, Start, Stuck, told
from bot.language.states import States, packed

if TYPE_CHECKING:
    from collections.abc import Hashable

    from bot.dialogue.library import Library, Plan
    from bot.dialogue.machine import Hook, Listener
    from bot.dialogue.scope import Scope
    from bot.dialogue.session import Entry
    from bot.language.liveness import Ahead, Liveness

STATES = 100_000
"""States that are walked before the search gives up: about ten seconds, some hundred megabytes."""

END, _LOST = -1, -2


def explore(library: Library, dialog: str, *, budget: int = STATES) -> Exploration:
    """Walk every road of a dialog. Raises KeyError for a dialog there is not.

    What is found holds for all talks when the result is `complete`; otherwise only what was seen
    to go wrong is told, and that it is not complete.
    """
    plan = library.plan(dialog)
    if plan is None:
        raise KeyError(dialog)
    return Search(library, plan, budget).run()


def _without_idle_calls(plan: Plan, live: Liveness) -> Plan:
    """Pass by the calls that nothing behind them can tell from having been skipped.

    What is in such a dialog is proved where it is explored itself, for whatever it may be handed.
    """
    entered = {
        leaf.dialog for one in plan.program.promises for leaf in leaves(one.guard)
        if isinstance(leaf, Enters)
    }  # fmt: skip
    code = tuple(
        Jump(address + 1)
        if isinstance(step, Call)
        and step.dialog not in entered
        and _is_idle(live.before(address + 1))
        else step
        for address, step in enumerate(plan.code)
    )
    return plan._replace(code=code)


def _is_idle(ahead: Ahead) -> bool:
    return not (ahead.readings or ahead.levels or ahead.dialogs or ahead.keeps)


class Search:
    """One exploration under way; whoever wants more than its result watches `hook` and `arrive`.

    `origin` tells for each state from which one it was first come to (-1: the start), and how;
    `onward` where one move leads from it.
    """

    def __init__(self, library: Library, plan: Plan, budget: int) -> None:
        self.library = library
        self.budget = budget
        self.states = States(library, plan)
        self.plan = plan = _without_idle_calls(plan, self.states.liveness(plan))
        self.offers = Offers(library, self.states)
        self.passed = Passed(plan, self.offers.offered)
        self.hook: Hook = self.passed.hook
        self.origin: list[tuple[int, Move | Start]] = []
        self.onward: list[tuple[int, ...]] = []
        self.known: dict[Hashable, int] = {}
        self.queue: deque[tuple[int, Stand]] = deque()
        self.lost: list[tuple[int, Move | Start]] = []
        self.ends_at_once = False

    def run(self) -> Exploration:
        """Walk breadth first until nothing new turns up or the budget is used."""
        passed, hook = self.passed, self.hook
        for start in self.offers.starts():
            passed.now = (-1, start)
            if self.arrive(self.begun(start, hook=hook), passed.now) == END:
                self.ends_at_once = True
        while self.queue and len(self.origin) <= self.budget:
            place, stand = self.queue.popleft()
            found: dict[int, None] = {}
            for move in self.offers.moves(stand):
                passed.now = (place, move)
                found[self.arrive(self.moved(stand, move, hook=hook), passed.now)] = None
            self.onward[place] = tuple(found)
        return self._result(complete=self.offers.all_starts and not self.queue)

    def arrive(self, stand: Stand, came: tuple[int, Move | Start]) -> int:
        """Take in where a move led: a state that is new or known, an end, or nowhere."""
        if stand.outcome or stand.open is None:
            if stand.outcome in ("", LOST):
                self.lost.append(came)
                return _LOST
            self.passed.got.add(stand.outcome)
            return END
        stand = self.states.as_today(stand)
        key, ahead = self.states.key(stand)
        place = self.known.get(key)
        if place is None:
            place = self.known[key] = len(self.origin)
            self.origin.append(came)
            self.onward.append(())
            self.queue.append((place, packed(stand, ahead)))
        return place

    def begun(self, start: Start, *, listener: Listener = SILENT, hook: Hook | None) -> Stand:
        """Return where a talk stands at its first question."""
        blank = Stand(
            (), None, None, 0, 0.0, signals=tuple([(0, level) for level in start.levels]),
            visited=frozenset((self.plan.program.dialog, *start.visited)),
            facts={name: start.handed.get(name) for name in self.states.recalls},
        )  # fmt: skip
        run = Run(
            self.library, blank, pending=(), shelf=None, concluded=None, listener=listener,
            hook=hook,
        )  # fmt: skip
        run.enter(self.plan, "", {name: start.handed.get(name) for name in self.plan.program.takes})
        run.facts = {name: run.facts[name] for name in self.states.changing}
        run.go()
        return run.stand()

    def moved(
        self, stand: Stand, move: Move, *, listener: Listener = SILENT, hook: Hook | None
    ) -> Stand:
        """Return where a move leads."""
        seq, at = stand.seq + 1, stand.at + move.days * DAY_SECONDS
        pending: list[Entry] = [Signalled(seq, at, "", "", level) for level in move.levels]
        pending += [Detoured(seq, at, "", one) for one in move.opens]
        heard = Heard(seq, at, move.value, move.marked)
        return advance(self.library, stand, heard, pending=pending, listener=listener, hook=hook)

    # --- what it comes to ---

    def _result(self, *, complete: bool) -> Exploration:
        program, passed = self.plan.program, self.passed
        broken = tuple(
            Broken(program.promises[place], self._talk(*passed.broken[place], promise=place))
            for place in sorted(passed.broken)
        )
        stuck = tuple(Stuck(self._talk(*one), None) for one in self.lost[:1])
        outcomes = frozenset(passed.got)
        if not complete:
            return Exploration(program, len(self.origin), complete=False, broken=broken,
                               stuck=stuck, outcomes=outcomes)  # fmt: skip
        if not stuck:
            stuck = tuple(
                Stuck(self._talk(*self.origin[place]), self._where(place))
                for place in self._hopeless()[:1]
            )
        shortest, longest = self._lengths()
        return Exploration(
            program, len(self.origin), complete=True, broken=broken, stuck=stuck,
            outcomes=outcomes, unreachable=tuple(passed.shut()), always=tuple(passed.always()),
            missed=tuple(passed.missed()), unasked=passed.unasked(),
            shortest=shortest, longest=longest,
        )  # fmt: skip

    def _where(self, place: int) -> tuple[str, int] | None:
        """Return dialog and address of the outermost frame of a state."""
        key = next(key for key, number in self.known.items() if number == place)
        return (key[0], key[1]) if isinstance(key, tuple) else None

    def _hopeless(self) -> list[int]:
        """States from which no end can be reached, in the order they were found."""
        back: list[list[int]] = [[] for _ in self.onward]
        good = [False] * len(self.onward)
        ready = []
        for place, onward in enumerate(self.onward):
            for to in onward:
                if to >= 0:
                    back[to].append(place)
                elif to == END and not good[place]:
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
        ends = [depth[place] for place, onward in enumerate(self.onward) if END in onward]
        if self.ends_at_once:
            ends.append(0)
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
        most = max(longest, default=0) if peeled == len(longest) else None
        return min(ends, default=None), most

    def road(self, parent: int, move: Move | Start) -> list[Move | Start]:
        """Return the shortest way to a state, and one more move."""
        moves = [move]
        while parent >= 0:
            parent, earlier = self.origin[parent]
            moves.append(earlier)
        moves.reverse()
        return moves

    def _talk(self, parent: int, move: Move | Start, promise: int | None = None) -> tuple[str, ...]:
        """Tell the conversation that leads to a state and through one more move."""
        moves = self.road(parent, move)
        promises = self.plan.program.promises

        def stops(scope: Scope) -> bool:
            return promise is not None and is_broken(promises[promise], scope)

        return told(self.begun, self.moved, self.plan, moves, stops)
