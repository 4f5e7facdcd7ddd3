"""A road being walked: every instruction of the flat code, done on the innermost frame.

Standing answers are taken from a shelf instead of asked for, a `Listener` is told what is said on
the way, and a hook is called after every step. Where roads begin is machine.py's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.dialogue.expressions import Loop, members_of
from bot.dialogue.frames import Frames
from bot.dialogue.gates import is_barred
from bot.dialogue.library import BEFORE_REMINDING, SAVING
from bot.dialogue.program import (
    DAY_SECONDS,
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
    Show,
    Text,
)
from bot.dialogue.session import (
    Alarm,
    Backed,
    Key,
    Note,
    Words,
)
from bot.dialogue.stand import Asked, Frame, Heard, Round
from bot.dialogue.values import as_known, fits, items_of, option_of, standing_value
from bot.dialogue.weighing import conclude, reasons
from bot.dialogue.wording import filled, in_words

if TYPE_CHECKING:
    from bot.dialogue.expressions import Known
    from bot.dialogue.program import Instruction, Question, Row
    from bot.dialogue.session import Entry

STEPS_AT_A_STRETCH = 20_000
"""Steps between two questions. No checked dialog comes near; past it the talk ends."""
FRAMES_DEEP = 60
"""Calls within calls. A circle of calls is an error of the author; past it a call is left out."""
LOST = "lost"
"""The outcome where a limit was met or the code was run off."""

Hook = Callable[["Run", "Instruction"], None]
"""Called after every step with the run, which is the scope of its innermost frame; `ends` and
`enters` are set only for the step that does it. A call is heard in the caller, then in the callee;
an end in the dialog that ends, then in the caller."""


class Run(Frames):
    """A road being walked."""

    __slots__ = ()

    # --- the walk ---

    def go(self) -> None:  # noqa: C901 - the inner loop; dispatch by class keeps it fast
        """Walk until a question is open or the road is over."""
        if self.outcome:
            return
        hook = self.hook
        for _ in range(STEPS_AT_A_STRETCH):
            code = self.plan.code
            if self.pc >= len(code):
                if not self._end(LOST, stop=False):
                    return
                continue
            step = code[self.pc]
            kind = step.__class__
            if kind is Ask:
                going = self._ask(step)  # type: ignore[arg-type]  # the class was just looked at
            elif kind is Say:
                going = self._say(step)  # type: ignore[arg-type]  # as above
            elif kind is Branch:
                self.pc = self.pc + 1 if step.guard.value(self) else step.otherwise  # type: ignore[union-attr]  # as above
                going = True
            elif kind is Jump:
                self._jump(step.to)  # type: ignore[union-attr]  # as above
                continue
            else:
                going = self._rare(step)
            if hook is not None:
                hook(self, step)
                self.ends = self.enters = ""
            if not going:
                return
        self.outcome = LOST

    def _rare(self, step: Instruction) -> bool:
        match step:
            case ForEach():
                self._for_each(step)
            case Next():
                self._next(step)
            case Call():
                self._call(step)
            case Conclude():
                self._conclude(step)
            case Remember():
                self._remember(step)
            case Remind():
                self._remind(step)
            case Show():
                self.listener.show(self, step)
                self.pc += 1
            case End():
                return self._end(step.outcome, stop=step.stop)
            case Ask() | Say() | Branch() | Jump():
                return True
        return True

    # --- questions ---

    def _ask(self, step: Ask) -> bool:
        item = self._item() if self.rounds else ""
        visit = self.visits.get((step.step, item), 0) + 1
        key = Key(self.path, step.step, visit, item)
        entry = None
        if self.shelf:
            entry = self.shelf.get(key)
            if entry is None and step.question.formerly:
                key, entry = self._formerly(key, step.question)
            if entry is not None:
                heard = standing_value(step.question, entry)
                if heard is not None:
                    del self.shelf[key]
                    self.take(step, key, heard)
                    return True
                if entry.__class__ is Backed:
                    del self.shelf[key]
        if entry is None and visit == 1 and self.told and self._is_told(step, key):
            return True
        name = step.question.name
        if name in self.answers:
            del self.answers[name]
        self.open = key
        self.question = step.question
        return False

    def _is_told(self, step: Ask, key: Key) -> bool:
        """Take a person fact for the answer instead of asking, and say so; false where none fits."""
        question = step.question
        heard = self.told.get(question.remember)
        if heard is None or heard.value is None or not fits(question, heard.value):
            return False
        chosen = members_of(heard.value)
        guards = [one.guard for one in question.options if one.id in chosen and one.guard]
        known = as_known(heard.value, heard)
        words = in_words(known, question)
        if not words or not all(one.value(self) is True for one in guards):
            return False
        last = self.road[-1] if self.road else None
        goes_on = last is not None and last.seq in [one.seq for one in self.told.values()]
        asked = filled(question.text, 0, self.answers, self.plan.questions)
        said = self.library.phrases.text(
            "known-too" if goes_on else "known", f"{question.text.id}.known",
            question=asked, answer=words[:1].upper() + words[1:],
        )  # fmt: skip
        self.listener.say(self, f"{step.step}/known", key.visit, said)
        self.take(step, key, heard)
        return True

    def _formerly(self, key: Key, question: Question) -> tuple[Key, Entry | None]:
        for name in question.formerly:
            older = key._replace(step=name)
            if self.shelf and older in self.shelf:
                return older, self.shelf[older]
        return key, None

    def take(self, step: Ask, key: Key, heard: Heard) -> None:
        """Take an answer at the open `step` and go past it."""
        question = step.question
        value = heard.value
        if heard.seq > self.seq:
            self.reach(heard.seq, heard.at)
        known: Known = value
        if value.__class__ is not str and value is not None:
            known = as_known(value, heard)
        name = question.name
        self.answers[name] = known
        if name in self.loops:
            items, values = self.loops[name]
            self.loops = {
                **self.loops, name: Loop(items, {**values, key.item: known}),
            }  # fmt: skip
        self.visits[step.step, key.item] = key.visit
        self.road = (*self.road, Asked(key, question, heard.seq, known))
        self.open = self.question = None
        self.pc += 1
        told = self.told.get(question.remember) if question.remember else None
        is_new = told is None or told.seq != heard.seq
        if question.options:
            self._chosen(step, key, known, replies=is_new)
        own_words = heard.marked or isinstance(known, Words)
        if question.remember and known is not None and is_new and not own_words:
            self.kept = (*self.kept, (key, question.remember, known))
            self.know(question.remember, known)
        if question.keep and isinstance(known, Words) and known.text:
            self.notes = (*self.notes, Note(key, question.keep, known.text, question.greets))
            self._asks_saving()

    def _chosen(self, step: Ask, key: Key, known: Known, *, replies: bool) -> None:
        chosen = None
        if known.__class__ is str:
            for option in step.question.options:
                if option.id == known:
                    chosen = option
                    break
        else:
            chosen = option_of(step.question, known)
        if chosen is None:
            return
        if chosen.reply is not None and replies:
            self.listener.say(self, f"{step.step}/{chosen.id}", key.visit, chosen.reply)
        if chosen.then >= 0:
            self.pc = chosen.then

    # --- steps that pass ---

    def _say(self, step: Say) -> bool:
        if step.keep and self._asks_saving():
            return True
        visit = 1
        if step.keep or len(step.text.variants) > 1:
            key = self._passed(step.step)
            visit = key.visit
            if step.keep:
                self._keep(step, key)
        self.listener.say(self, step.step, visit, step.text)
        self.pc += 1
        return True

    def _keep(self, step: Say, key: Key) -> None:
        text = filled(step.text, 0, self.answers, self.plan.questions)
        self.notes = (*self.notes, Note(key, step.keep, text))

    def _jump(self, to: int) -> None:
        self.pc = to
        while self.rounds:
            address = self.rounds[-1].address
            loop = self.plan.code[address]
            if isinstance(loop, ForEach) and address <= to < loop.after:
                return
            self.rounds = self.rounds[:-1]

    def _item(self) -> str:
        return "/".join([one.items[one.turn].id for one in self.rounds])

    def _passed(self, step: str) -> Key:
        item = self._item() if self.rounds else ""
        visit = self.visits[step, item] = self.visits.get((step, item), 0) + 1
        return Key(self.path, step, visit, item)

    def _for_each(self, step: ForEach) -> None:
        value = self.answers.get(step.of)
        names = self.plan.inside.get(self.pc, ())
        items = items_of(value, self.plan.questions.get(step.of))
        loops = {name: loop for name, loop in self.loops.items() if name not in names}
        for name in names:
            self.answers.pop(name, None)
            if items is None:
                self.answers[name] = None
            else:
                loops[name] = Loop(tuple(one.id for one in items), {})
        self.loops = loops
        if not items:
            self.pc = step.after
            return
        self.rounds = (*self.rounds, Round(self.pc, items, 0))
        self.answers[step.name] = Words(items[0].text)
        self.pc += 1

    def _next(self, step: Next) -> None:
        loop = self.plan.code[step.loop]
        if not isinstance(loop, ForEach) or not self.rounds:
            self.pc += 1
            return
        on = self.rounds[-1]
        if on.turn + 1 >= len(on.items):
            self.rounds = self.rounds[:-1]
            self.pc = loop.after
            return
        self.rounds = (*self.rounds[:-1], on._replace(turn=on.turn + 1))
        self.answers[loop.name] = Words(on.items[on.turn + 1].text)
        for name in self.plan.inside.get(step.loop, ()):
            self.answers.pop(name, None)
        self.pc = step.loop + 1

    def _conclude(self, step: Conclude) -> None:
        if self.lock:
            self.unlock()
        key = self._passed(step.step)
        verdict = conclude(step.rows, self)
        outcome = verdict.outcome or LOST
        frozen = self.concluded.get(key) if self.concluded else None
        if frozen is not None and frozen.seq >= self.seq:
            outcome = frozen.outcome
        if step.name:
            self.answers[step.name] = outcome
        self.reasons = reasons(self, step.rows[verdict.row] if verdict.row >= 0 else None)
        self.listener.concluded(self, key, outcome)
        row = step.rows[verdict.row] if verdict.row >= 0 else None
        if verdict.capped:
            row = _text_of_cap(step.rows, outcome)
        if row is not None and row.text is not None:
            self.listener.say(self, step.step, key.visit, row.text)
        self.pc += 1

    def _remember(self, step: Remember) -> None:
        if self._asks_saving():
            return
        value = self.answers.get(step.source)
        if value is not None:
            at = self._passed(step.step)
            asked = [one.key for one in self.road if one.question.name == step.source]
            same = [one for one in asked if one.frame == self.path]
            self.kept = (*self.kept, (same[-1] if same else at, step.fact, value))
            self.know(step.fact, value)
        self.pc += 1

    def _remind(self, step: Remind) -> None:
        if self._asks_saving() or self._asks_for_the_hours():
            return
        days = self.answers.get(step.days) if isinstance(step.days, str) else step.days
        if isinstance(days, (int, float)):
            until = self.at + days * DAY_SECONDS if days else 0.0
            first = self.at + (step.first_seconds or step.every_seconds)
            self.due = (
                *self.due,
                Alarm(self._passed(step.step), "reminder", first, step.dialog,
                      step.every_seconds, until),
            )  # fmt: skip
        self.pc += 1

    # --- calls ---

    def _call(self, step: Call) -> None:
        key = self._passed(step.step)
        plan = self.library.plan(step.dialog)
        if plan is None or len(self.frames) >= FRAMES_DEEP:
            self._pass_by(step)
            return
        barred = plan.program.contact and is_barred(self)
        if not barred:
            self.visited = self.visited | {step.dialog}
        handed = {take: self.answers.get(source) for take, source in step.hands}
        if self.hook is not None:
            self.enters = step.dialog
            self.hook(self, step)
            self.enters = ""
        if barred:
            shut = Text("contact-shut", ((self.library.phrases.get("contact-shut"),),))
            self.listener.say(self, step.step, key.visit, shut)
            self._pass_by(step)
            return
        visit = f"#{key.visit}" if key.visit > 1 else ""
        item = f"@{key.item}" if key.item else ""
        self.enter(plan, f"{self.path}>{step.step}{visit}{item}", handed)

    def _pass_by(self, step: Call) -> None:
        """Go on as if the dialog had been left before its end."""
        if step.name:
            self.answers[step.name] = None
        self.pc += 1

    def _asks_saving(self) -> bool:
        """Open the saving dialog before the first thing to be kept; true when it was opened."""
        plan = self.library.plan(SAVING) if self.saving == "unasked" else None
        if plan is None or any(frame.plan is plan for frame in self.frames) or self.plan is plan:
            return False
        self.enter(plan, f"{self.path}>!saving", {})
        return True

    def _asks_for_the_hours(self) -> bool:
        """Open what is asked once before the first reminder that is kept; true when it was opened."""
        for dialog, fact in BEFORE_REMINDING.items() if self.saving == "yes" else ():
            told = self.told.get(fact)
            is_known = dialog in self.visited or (told is not None and told.value is not None)
            plan = None if is_known else self.library.plan(dialog)
            if plan is not None:
                self.enter(plan, f"{self.path}>!{fact}", {})
                return True
        return False

    def _end(self, outcome: str, *, stop: bool) -> bool:
        """Leave the innermost frame; false when that was the last."""
        if self.hook is not None:
            self.ends = outcome
        left = self._frame()
        program = left.plan.program
        if stop or not self.frames:
            self.outcome, self.stopped = outcome, stop
            return False
        if self.hook is not None and self.pc < len(program.code):
            self.hook(self, program.code[self.pc])
            self.ends = ""
        self._open_frame(self.frames.pop())
        call = self.plan.code[self.pc] if self.pc < len(self.plan.code) else None
        if program.dialog == SAVING:
            self.saving = outcome if outcome in ("yes", "minor") else "no"
            if self.saving == "minor":  # the young people's path was the last word
                self.outcome, self.stopped = outcome, True
                return False
        if isinstance(call, Call) and call.dialog == program.dialog:
            self._bring_back(call, left, outcome)
        for name in self.plan.program.recalls:
            if name in self.facts:
                self.answers[name] = self.facts[name]
        return True

    def _bring_back(self, call: Call, left: Frame, outcome: str) -> None:
        """Take over what a call gives: its outcome, the answers it lists, its indicators."""
        if call.name:
            self.answers[call.name] = outcome
            for name in left.plan.program.gives:
                self.answers[f"{call.name}.{name}"] = left.answers.get(name)
        tables = left.plan.program.indicators.items()
        weighed = {name: (table, left.answers.get(table.source)) for name, table in tables}
        if weighed or left.given:
            self.given = {**self.given, **left.given, **weighed}
        self.pc += 1


def _text_of_cap(rows: tuple[Row, ...], outcome: str) -> Row | None:
    """Return the row whose words fit an outcome that an open question of safety led to."""
    fitting = [one for one in rows if one.outcome == outcome]
    return next(
        (one for one in fitting if one.because == "safety-first"), next(iter(fitting), None)
    )
