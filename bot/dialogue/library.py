"""What a talk runs on: the programs, the engine's own sentences, the rules for free text, the lines.

It is made once at the start, by the loader, and never changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.program import Ask, ForEach, Next, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogue.lines import HelpLines
    from bot.dialogue.program import Instruction, Program, Question
    from bot.understanding.patterns import Rules

SAVING = "home/saving"
"""The dialog that asks whether to keep the talk; it ends `yes`, `no` or `minor`."""
HOUR = "home/hour"
"""The dialog that asks what time it is for the person; nobody needs it on a machine of their own."""
BEFORE_REMINDING = {HOUR: "hour-now", "home/quiet": "quiet-hours"}
"""Dialogs entered once before the first reminder that is kept, each with the person fact it asks for."""
BY_ITSELF = {"!saving": SAVING, **{f"!{fact}": one for one, fact in BEFORE_REMINDING.items()}}
"""Dialogs that no step calls, by what stands for the call in the path of their frame."""
AGREED = "saving"
"""The person fact, `yes`, of someone who has agreed to saving before and is not asked again."""

EAST = "seconds-east"
"""The person fact that holds how many seconds ahead of UTC their clock is; the program sets it."""

KINDS = ("choose", "pick", "confirm", "rate", "number", "date", "write", "list", "wait")

PHRASE_IDS = (
    *(f"unclear.{kind}.{time}" for kind in KINDS for time in (1, 2)),
    *("skipped", "other-answer", "nothing-to-back", "nothing-to-undo", "nothing-misread"),
    *(
        "why-default",
        "no-such-word",
        "not-changed",
        "undone",
        "moved-on",
        "over",
        "closed",
    ),
    *(
        "changed",
        "changed.same",
        "changed.rest",
        "changed.asks",
        "changed.concluded",
        "changed.reopened",
    ),
    *("changed.behind", "changed.behind.1", "changed.aside", "changed.aside.1"),
    *("changed.again", "changed.again.1"),
    *("contact-shut",),
    *("since.day", "since.row"),
    *("known", "known-too"),
    *("change-none", "change-later", "draft-keep", "paused"),
    *("ask.crisis", "ask.abuse", "ask.harm", "ask.clear"),
)
"""Every sentence of the engine's own; the file of texts holds variants of each."""


class Phrases:
    """The engine's own sentences by id, each in one or more variants; `{name}` is filled in."""

    __slots__ = ("variants",)

    def __init__(self, variants: Mapping[str, tuple[str, ...]]) -> None:
        self.variants = variants

    def get(self, name: str, turn: int = 0, **fill: str) -> str:
        """Return variant `turn` (counted round) of a sentence; "" for one there is not."""
        variants = self.variants.get(name)
        if not variants:
            return ""
        text = variants[turn % len(variants)]
        for slot, words in fill.items():
            text = text.replace("{" + slot + "}", words)
        return text

    def text(self, name: str, text: str, **fill: str) -> Text:
        """Return a sentence in all its variants as the text with the id `text`; without a sentence, none."""
        count = len(self.variants.get(name, ()))
        return Text(text, tuple((self.get(name, turn, **fill),) for turn in range(count)))

    def missing(self) -> tuple[str, ...]:
        """Return the ids that have no sentence yet."""
        return tuple(name for name in PHRASE_IDS if not self.variants.get(name))


class Plan(NamedTuple):
    """A program with what the machine looks up in it.

    `questions` by answer name; `inside` gives the names asked in the `for each` at an address.
    """

    program: Program
    code: tuple[Instruction, ...]
    questions: Mapping[str, Question]
    inside: Mapping[int, tuple[str, ...]]


def plan_of(program: Program) -> Plan:
    """Prepare a program for the machine."""
    questions = {one.question.name: one.question for one in program.code if isinstance(one, Ask)}
    ends = {one.loop: place for place, one in enumerate(program.code) if isinstance(one, Next)}
    inside = {
        place: tuple(
            body.question.name
            for body in program.code[place : ends.get(place, one.after)]
            if isinstance(body, Ask)
        )
        for place, one in enumerate(program.code)
        if isinstance(one, ForEach)
    }
    return Plan(program, program.code, questions, inside)


@dataclass(frozen=True, slots=True)
class Library:
    """Everything a talk needs that is not the talk.

    `paths` leads from a signal to the dialog for it: by code and level ("R5 amber"), else by code.
    """

    programs: Mapping[str, Program]
    phrases: Phrases
    rules: Rules
    lines: HelpLines
    paths: Mapping[str, str]
    _plans: dict[str, Plan] = field(default_factory=dict, repr=False, compare=False)

    def plan(self, dialog: str) -> Plan | None:
        """Return a dialog ready to run, by its name or an older one; None where there is none."""
        plan = self._plans.get(dialog)
        if plan is None:
            program = self.programs.get(dialog) or self._formerly(dialog)
            if program is None:
                return None
            plan = self._plans[dialog] = plan_of(program)
        return plan

    def _formerly(self, dialog: str) -> Program | None:
        return next((one for one in self.programs.values() if dialog in one.formerly), None)

    def saying(self, sentences: Mapping[str, str]) -> Library:
        """Return the library with these sentences, by id, in place of its own."""
        own = {name: (said,) for name, said in sentences.items()}
        return replace(self, phrases=Phrases({**self.phrases.variants, **own}), _plans={})

    def path(self, code: str, level: str) -> str:
        """Return the dialog a signal opens, or ""."""
        return self.paths.get(f"{code} {level}") or self.paths.get(code, "")
