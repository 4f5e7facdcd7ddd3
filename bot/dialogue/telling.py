"""What a person is told on a road: texts in words, things shown, conclusions; in the order of the road."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue import earlier, wording
from bot.dialogue.folding import place_of
from bot.dialogue.gates import gates_in_reach
from bot.dialogue.machine import Listener
from bot.dialogue.program import Conclude
from bot.dialogue.session import (
    Key,
    SayText,
    ShowThing,
    Signpost,
)
from bot.dialogue.weighing import MARKS, would_change

if TYPE_CHECKING:
    from bot.dialogue.machine import Run
    from bot.dialogue.program import Show, Text
    from bot.dialogue.session import Effect

WOULD_CHANGE = "what would change this"
"""Shown behind the reasons of a conclusion; the name is what a channel may put above it."""


class Speaker(Listener):
    """Hears a road and keeps what is said on it, with the ids of the texts."""

    __slots__ = ("conclusions", "said", "seed", "texts")

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.said: list[Effect] = []
        self.texts: list[str] = []
        self.conclusions: list[tuple[Key, str]] = []

    def say(self, run: Run, step: str, visit: int, text: Text) -> None:
        """Word a text and keep it."""
        place = ""
        if visit > 1 or run.path or run.rounds:
            item = "/".join([one.items[one.turn].id for one in run.rounds])
            place = place_of(Key(run.path, step, visit, item))
        variant = wording.variant_of(text, self.seed, place) if len(text.variants) > 1 else 0
        shown, said = wording.worded(text, variant, place, run.answers, run.plan.questions)
        if said:
            self.texts.append(shown)
            self.said.append(SayText(shown, said))

    def show(self, run: Run, step: Show) -> None:
        """Keep what is to be shown."""
        match step.what:
            case "lines":
                self.said.append(Signpost(step.of))
            case "reasons":
                self.said.append(ShowThing("reasons", run.reasons))
                if changing := _changing(run):
                    self.said.append(ShowThing(WOULD_CHANGE, changing))
            case "notes":
                rows = tuple((one.title, one.text) for one in run.notes)
                self.said.append(ShowThing("notes", rows))
            case "answers":
                self.said.append(ShowThing("answers", _answers(run)))
            case "since":
                if rows := _since(run):
                    self.said.append(ShowThing("since", rows))
            case _:
                self.said.append(ShowThing(step.what))

    def concluded(self, _run: Run, key: Key, outcome: str) -> None:
        """Keep a conclusion."""
        self.conclusions.append((key, outcome))


class Teller(Speaker):
    """A speaker that remembers where each thing was said, and at which horizon."""

    __slots__ = ("heard",)

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.heard: list[tuple[Place, int, Effect]] = []

    def say(self, run: Run, step: str, visit: int, text: Text) -> None:
        """Word a text and keep it with its place."""
        super().say(run, step, visit, text)
        self._place(run, step, visit)

    def show(self, run: Run, step: Show) -> None:
        """Keep what is to be shown with its place."""
        super().show(run, step)
        self._place(run, step.step, 0)

    def _place(self, run: Run, step: str, visit: int) -> None:
        # The answer before it makes a place the same on every road that passes there.
        last = run.road[-1].key if run.road else None
        for effect in self.said:
            self.heard.append((Place(run.path, step, visit, last), run.seq, effect))
        self.said.clear()

    def by_place(self) -> dict[Place, tuple[Effect, ...]]:
        """Return what was said by the place it was said at."""
        found: dict[Place, tuple[Effect, ...]] = {}
        for place, _, effect in self.heard:
            found[place] = (*found.get(place, ()), effect)
        return found


class Place(NamedTuple):
    """Where on a road something is said."""

    path: str
    step: str
    visit: int
    last: Key | None


def _changing(run: Run) -> tuple[tuple[str, str], ...]:
    """Return what would change the newest conclusion of this dialog, as (mark, what is asked)."""
    passed = [one for one in run.plan.code[: run.pc] if isinstance(one, Conclude)]
    if not passed:
        return ()
    found = would_change(passed[-1].rows, run, gates_in_reach(run))
    return tuple(dict.fromkeys((MARKS[None], asks) for asks, _ in found if asks))


def _since(run: Run) -> tuple[tuple[str, str], ...]:
    """Return the day of the earlier talk, then what is answered otherwise; () where there was none."""
    day = run.facts.get(f"{earlier.DAY}{run.plan.program.dialog}")
    if not isinstance(day, str):
        return ()
    say = run.library.phrases.get
    rows = [
        (wording.put_as(question), say("since.row", before=then.rstrip("."), now=now.rstrip(".")))
        for question, then, now in earlier.since(run.facts, run.road, run.path, run.at)
    ]
    return ((say("since.day"), day), *rows)


def _answers(run: Run) -> tuple[tuple[str, str], ...]:
    rows = []
    for name, question in run.plan.questions.items():
        words = wording.in_words(run.answers.get(name), question)
        if words and question.text.variants:
            rows.append((wording.put_as(question), words))
    return tuple(rows)
