"""When two states of a talk are one: when nothing ahead of them can tell them apart."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from bot.dialogue.expressions import Dated
from bot.dialogue.library import BEFORE_REMINDING, SAVING
from bot.dialogue.program import DAY_SECONDS, Call, Remind
from bot.dialogue.session import Interval
from bot.language.classes import Book, guards_of, kept_by
from bot.language.liveness import Ahead, Liveness
from bot.language.readers import INDICATOR
from bot.language.remainder import plain

if TYPE_CHECKING:
    from collections.abc import Hashable

    from bot.dialogue.expressions import Known
    from bot.dialogue.library import Library, Plan
    from bot.dialogue.program import Program
    from bot.dialogue.stand import Stand


_ASKED_ONCE = frozenset(BEFORE_REMINDING)


class States:
    """The states of one dialog's talks, with all that its calls and keeping can lead to."""

    def __init__(self, library: Library, plan: Plan) -> None:
        self.plan = plan
        self.programs = within(library, plan)
        self.book = Book(self.programs)
        self.recalls = tuple(dict.fromkeys(name for one in self.programs for name in one.recalls))
        self.changing = tuple(one for one in self.recalls if self._may_change(one))
        self._has_dates = self.book.has_dates
        self._live: dict[str, Liveness] = {}

    def liveness(self, plan: Plan) -> Liveness:
        """Return what is ahead in a program of these talks."""
        dialog = plan.program.dialog
        found = self._live.get(dialog)
        if found is None:
            fixed = frozenset(self.recalls) - frozenset(self.changing)
            found = self._live[dialog] = Liveness(plan, self._exports(plan.program), fixed)
        return found

    def _may_change(self, fact: str) -> bool:
        """Whether a person fact is read anew or kept on the way; any other is an answer like any."""
        return any(
            (one is not self.plan.program and fact in one.recalls)
            or any((kept := kept_by(step)) is not None and kept[1] == fact for step in one.code)
            for one in self.programs
        )

    def _exports(self, program: Program) -> tuple[str, ...]:
        """Answers that somebody above may read when this program has ended."""
        if program is self.plan.program:
            return ()
        wanted = {
            read[len(INDICATOR) :]
            for other in self.programs if other is not program
            for guard in guards_of(other)
            for read in guard.reads() if read.startswith(INDICATOR)
        }  # fmt: skip
        tables = [one.source for name, one in program.indicators.items() if name in wanted]
        return tuple(dict.fromkeys((*program.gives, *tables)))

    def key(self, stand: Stand) -> tuple[Hashable, Ahead]:
        """Return what is equal for equal futures, and what is ahead of the open question."""
        levels: frozenset[str] = frozenset()
        standing = frozenset(level for _, level in stand.signals)
        dialogs: frozenset[str] = frozenset()
        keeps = False
        parts: list[Hashable] = []
        top: Ahead | None = None
        above = [*(one.plan.program.dialog for one in stand.frames[1:]), ""]
        for frame, callee in zip(stand.frames, above, strict=True):
            live = self.liveness(frame.plan)
            step = frame.plan.code[frame.pc] if frame.pc < len(frame.plan.code) else None
            if isinstance(step, Call) and step.dialog == callee:
                ahead = live.returning(frame.pc)
            else:
                ahead = live.before(frame.pc)
            parts.append(frame.plan.program.dialog)
            parts.append(frame.pc)
            if frame.rounds:
                parts.append(
                    tuple([(one.address, len(one.items), one.turn) for one in frame.rounds])
                )
            signature, open_levels = live.signature(frame, ahead, standing)
            parts.append(signature)
            levels |= open_levels
            dialogs |= ahead.dialogs
            keeps = keeps or ahead.keeps
            top = ahead
        if dialogs:
            parts.append(stand.visited & dialogs)
        if keeps:
            parts.append((stand.saving, stand.visited & _ASKED_ONCE))
        if self.changing:
            parts.append(tuple([plain(stand.facts.get(name)) for name in self.changing]))
        readings = top.readings if top is not None else ()
        return tuple(parts), Ahead(readings, levels, dialogs, keeps)

    def as_today(self, stand: Stand) -> Stand:
        """Set now to zero, and make dates older instead; past the last constant all days are one."""
        if not self._has_dates:
            return stand
        frames = []
        for frame in stand.frames:
            dialog = frame.plan.program.dialog
            answers = {
                name: self._aged(value, stand.at, dialog, name)
                for name, value in frame.answers.items()
            }
            frames.append(frame._replace(answers=answers))
        facts = {name: self._aged(value, stand.at, "", name) for name, value in stand.facts.items()}
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

    def later(self, stand: Stand) -> tuple[int, ...]:
        """Return the days after which a guard on a date can come out otherwise than today."""
        if not self._has_dates:
            return ()
        found: set[int] = set()
        for frame in stand.frames:
            for name, value in frame.answers.items():
                if isinstance(value, Dated):
                    for mark in self.book.cuts(frame.plan.program.dialog, name).days:
                        for end in value.days[:2]:
                            found |= {int(mark) - end, int(mark) - end + 1}
        return tuple(sorted(one for one in found if one > 0))


def packed(stand: Stand, ahead: Ahead) -> Stand:
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


def within(library: Library, plan: Plan) -> tuple[Program, ...]:
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
        if any(isinstance(step, Remind) for step in one.code):
            ahead += BEFORE_REMINDING
    return tuple(found.values())
