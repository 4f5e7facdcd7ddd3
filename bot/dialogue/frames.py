"""What a road being walked holds: its frames, how far it has read the log, what stands in the talk.

What the instructions of the code do with it is road.py's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.earlier import DANGER, DANGER_BEFORE, LOCK
from bot.dialogue.expressions import Dated, Loop, Scope
from bot.dialogue.gates import gates_put
from bot.dialogue.session import (
    Alarm,
    Detoured,
    Interval,
    Key,
    Note,
    Recalled,
    Retracted,
    Signalled,
)
from bot.dialogue.stand import NO_FRAME, NO_PLAN, Asked, Frame, Heard, Round, Stand

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.dialogue.expressions import Known
    from bot.dialogue.library import Library, Plan
    from bot.dialogue.listener import Listener
    from bot.dialogue.program import Indicator, Question
    from bot.dialogue.road import Hook
    from bot.dialogue.session import Concluded, Entry

_NO_LEVELS: frozenset[str] = frozenset()


class Frames(Scope):
    """Made from a `Stand`, turned into one again by `stand()`.

    The innermost frame lies open in `plan path pc answers visits loops rounds given`, so that this
    is itself the scope in which guards are read.
    """

    __slots__ = ("concluded", "due", "facts", "frames", "hook", "kept", "library", "listener",
                 "lock", "notes", "open", "outcome", "path", "pc", "pending", "plan", "question", "reasons",
                 "road", "rounds", "saving", "seq", "shelf", "signals", "stopped", "told", "visits")  # fmt: skip

    answers: dict[str, Known]
    visits: dict[tuple[str, str], int]
    loops: Mapping[str, Loop]
    given: Mapping[str, tuple[Indicator, Known]]
    plan: Plan
    path: str
    pc: int
    rounds: tuple[Round, ...]
    open: Key | None
    question: Question | None
    seq: int
    signals: tuple[tuple[int, str], ...]
    facts: Mapping[str, Known]
    road: tuple[Asked, ...]
    kept: tuple[tuple[Key, str, Known], ...]
    notes: tuple[Note, ...]
    due: tuple[Alarm, ...]
    saving: str
    outcome: str
    stopped: bool
    reasons: tuple[tuple[str, str], ...]
    lock: int
    told: Mapping[str, Heard]

    def __init__(
        self,
        library: Library,
        stand: Stand,
        *,
        pending: Sequence[Entry],
        shelf: dict[Key, Entry] | None,
        concluded: Mapping[Key, Concluded] | None,
        listener: Listener,
        hook: Hook | None,
    ) -> None:
        self.library = library
        self.listener = listener
        self.hook = hook
        self.shelf = shelf
        self.concluded = concluded
        (frames, self.open, self.question, self.seq, self.at, self.signals, self.visited,
         self.facts, self.road, self.kept, self.notes, self.due, self.saving, self.outcome,
         self.stopped, self.reasons, self.lock, self.told) = stand  # fmt: skip
        self.pending = [*pending][::-1] if pending else []
        self.levels = (
            frozenset([level for _, level in self.signals]) if self.signals else _NO_LEVELS
        )
        self.ends = self.enters = ""
        self.frames = list(frames)
        self._open_frame(self.frames.pop() if frames else NO_FRAME)

    def reach(self, seq: int, at: float) -> None:
        """Move the horizon to the entry `seq`; what stands in the talk up to there counts now."""
        if seq <= self.seq:
            return
        self.seq = seq
        self.at = at
        pending = self.pending
        while pending and pending[-1].seq <= seq:
            self._learn(pending.pop())

    def _learn(self, entry: Entry) -> None:
        match entry:
            case Signalled():
                self.signals = (*self.signals, (entry.seq, entry.level))
            case Retracted():
                self.signals = tuple(
                    (seq, "amber" if seq == entry.target else level) for seq, level in self.signals
                )
            case Detoured():
                self.visited = self.visited | {entry.dialog}
                return
            case Recalled(fact=fact) if fact == DANGER:
                self.lock = entry.seq
                self.signals = (*self.signals, (entry.seq, LOCK))
                self.know(DANGER_BEFORE, "yes")
            case Recalled():
                value = entry.value
                known = Dated(value, entry.at) if isinstance(value, Interval) else value
                self.told = {**self.told, entry.fact: Heard(entry.seq, entry.at, value)}
                self.know(entry.fact, known)
                return
            case _:
                return
        self.levels = frozenset(level for _, level in self.signals)

    def know(self, fact: str, known: Known) -> None:
        """Take over a person fact; a dialog that recalls it reads it from here on."""
        self.facts = {**self.facts, fact: known}
        if fact in self.plan.program.recalls:
            self.answers[fact] = known

    def unlock(self) -> None:
        """Let danger of an earlier talk count no more, if each question about safety has an answer.

        That is each that was put, and each that the dialogs under way still have to ask. An answer
        from before the danger was heard of says nothing about it.
        """
        gates = gates_put(self.road)
        ahead = any(
            question.gate and answers.get(name) is None
            for plan, answers in (*((one.plan, one.answers) for one in self.frames),
                                  (self.plan, self.answers))
            for name, question in plan.questions.items()
        )  # fmt: skip
        older = any(one.question.gate and one.seq < self.lock for one in self.road)
        if gates and not ahead and not older and None not in gates.values():
            self.signals = tuple([one for one in self.signals if one[0] != self.lock])
            self.levels = frozenset([level for _, level in self.signals])
            self.lock = 0

    def enter(self, plan: Plan, path: str, handed: Mapping[str, Known]) -> None:
        """Put a new frame on top."""
        dialog = plan.program.dialog
        if self.plan is not NO_PLAN:
            self.frames.append(self._frame())
        answers = dict(handed)
        for name in plan.program.recalls:
            if name in self.facts:
                answers[name] = self.facts[name]
        self.visited = self.visited | {dialog}
        self._open_frame(Frame(plan, path, 0, answers, {}, {}, (), {}))

    def _open_frame(self, frame: Frame) -> None:
        (self.plan, self.path, self.pc, answers, visits, self.loops, self.rounds,
         self.given) = frame  # fmt: skip
        self.answers = dict(answers)
        self.visits = dict(visits)
        self.indicators = self.plan.program.indicators

    def _frame(self) -> Frame:
        return Frame(self.plan, self.path, self.pc, self.answers, self.visits, self.loops,
                     self.rounds, self.given)  # fmt: skip

    def stand(self) -> Stand:
        """Return where the road stands now; the run must not go on after that."""
        frames = (*self.frames, self._frame()) if self.plan is not NO_PLAN else ()
        return Stand(
            frames, self.open, self.question, self.seq, self.at, self.signals, self.visited,
            self.facts, self.road, self.kept, self.notes, self.due, self.saving, self.outcome,
            self.stopped, self.reasons, self.lock, self.told,
        )  # fmt: skip
