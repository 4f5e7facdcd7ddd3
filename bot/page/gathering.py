"""From a talk to its page: the road walked again, with what was answered, concluded and chosen on it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue import wording
from bot.dialogue.folding import fold_heard, place_of
from bot.dialogue.gates import gates_in_reach
from bot.dialogue.machine import Listener
from bot.dialogue.program import Conclude, Text
from bot.dialogue.safety import LINES, MARKING
from bot.dialogue.session import Key, Started
from bot.dialogue.weighing import CAPPING, MARKS, weigh, would_change
from bot.page.admitting import held_back, level_of, printable
from bot.page.answers import HOLD, PERSON, Answers, is_whole
from bot.page.sheet import Page, Part, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.dialogue.expressions import Known
    from bot.dialogue.library import Library
    from bot.dialogue.machine import Run
    from bot.dialogue.program import Question, Row, Show
    from bot.dialogue.session import Entry, Session
    from bot.dialogue.stand import Stand
    from bot.dialogue.weighing import Weighed

SAFETY_CAME_UP = (
    "After this, something about safety came up. It comes first, so the rest stays empty here."
)

SIDES = {"for": "for it", "against": "against it", "mixed": "both ways"}

_STANDS = "hard-stop"
BARRING = MARKING | {_STANDS}
"""Levels after which no reason to try again is told: danger, own acts, an order or a no."""
_ONE_SIDED = "one_sided"
_SHUT = ("not_safe", "crisis")
# Where the other one's peace or an order decides, what was really said is still theirs to show.
_STILL_THEIRS = frozenset({"not_safe_own", "not_safe_legal"})
_HOPEFUL = "mutual"

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_NO_TEXT = Text("", (("",),))


class Point(NamedTuple):
    """A conclusion on the road; `passed` questions were answered before it."""

    key: Key
    outcome: str
    at: float
    passed: int
    levels: frozenset[str]
    reasons: tuple[Reason, ...]
    unknown: tuple[str, ...]
    changes: tuple[str, ...]
    rows: tuple[Row, ...]
    text: str = ""
    plain: str = ""


def page_of(library: Library, session: Session, *, unfinished: bool = True) -> Page | None:
    """Return the page of a talk; None where there is nothing to show, or danger closed it.

    With `unfinished`, a talk on its way to a conclusion has a page, too: without a result.
    """
    view, entries = session.view, session.entries
    if not view.stack or view.closed or view.saving == "minor":
        return None
    started = next((one for one in entries if isinstance(one, Started)), None)
    if started is None:
        return None
    gatherer = _Gatherer(library, started.seed, entries)
    fold_heard(library, entries, gatherer)
    main: Stand = view.stack[0]
    point = gatherer.points[-1] if gatherer.points else None
    home = point.key.frame if point is not None else _concluding(main)
    if home is None:
        return None
    answers = Answers(library, started, entries, main.road, home)
    levels = frozenset(level for _, level in view.signals)
    if point is None:
        barred = not BARRING.isdisjoint(levels)
        parts = () if barred or not unfinished else answers.parts(len(main.road))
        if not parts:
            return None
        return Page(
            answers.title, wording.day_of(entries[-1].at), started.language, "", "", LINES, parts,
            person=answers.own_line(PERSON), hold=answers.own_line(HOLD),
        )  # fmt: skip
    late = _is_late(point, levels)
    page = Page(
        answers.title, wording.day_of(point.at), started.language,
        SAFETY_CAME_UP if late else point.text, SAFETY_CAME_UP if late else point.plain,
        gatherer.lines(first=late), steps=() if late else answers.steps(point.passed),
        person=answers.own_line(PERSON), hold=answers.own_line(HOLD),
    )  # fmt: skip
    levels |= point.levels
    if late:
        return replace(page, shut=True)
    if _is_shut(point, levels):
        theirs = point.outcome in _STILL_THEIRS
        parts = _own_words(answers.parts(point.passed)) if theirs else ()
        return replace(page, parts=parts, shut=True)
    return replace(
        page, parts=answers.parts(point.passed),
        safety=answers.safety and CAPPING.isdisjoint(levels),
        reasons=point.reasons, unknown=point.unknown, changes=point.changes,
    )  # fmt: skip


def _own_words(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Keep what was told in own words; what was picked speaks for a try or against it."""
    kept = [(one, tuple(said for said in one.answers if said.quoted)) for one in parts]
    return tuple(one._replace(answers=said) for one, said in kept if said)


def _is_shut(point: Point, levels: frozenset[str]) -> bool:
    """Whether danger, own acts or an order stand, so that no reason to try again is told."""
    if point.outcome.startswith(_SHUT) or not MARKING.isdisjoint(levels):
        return True
    return _STANDS in levels and point.outcome != _ONE_SIDED


def _is_late(point: Point, levels: frozenset[str]) -> bool:
    """Whether a sign came after the conclusion that would have led to another one."""
    new = levels - point.levels
    if not BARRING.isdisjoint(new):
        return True
    return point.outcome.startswith(_HOPEFUL) and not CAPPING.isdisjoint(new)


def _concluding(main: Stand) -> str | None:
    """Return the path of the innermost dialog under way that can conclude; None where none can."""
    for frame in reversed(main.frames):
        if any(isinstance(one, Conclude) for one in frame.plan.code):
            return frame.path
    return None


class _Gatherer(Listener):
    """Hears all roads and keeps the conclusions, and the kinds of help lines that were shown.

    `kinds` are those shown behind the newest conclusion, `urgent` those of the paths of safety.
    """

    __slots__ = ("_entries", "_held", "_rules", "_seed", "kinds", "points", "urgent")

    def __init__(self, library: Library, seed: int, entries: Sequence[Entry]) -> None:
        self._rules = library.rules
        self._seed = seed
        self._entries = entries
        self._held = held_back(entries)
        self.points: list[Point] = []
        self.kinds: tuple[str, ...] = ()
        self.urgent: tuple[str, ...] = ()

    def concluded(self, run: Run, key: Key, outcome: str) -> None:
        """Keep a conclusion with its reasons."""
        step = run.plan.code[run.pc]
        if key.frame.startswith("!") or not isinstance(step, Conclude):
            return
        self.kinds = ()
        gates = gates_in_reach(run)
        weighed = [one for one in weigh(run) if _may_be_told(run, one, gates)]
        reasons = (
            Reason(MARKS[side], words, one.sentence)
            for side, words in SIDES.items()
            for one in weighed
            if one.side == side and one.sentence
        )
        unknown = (one.sentence for one in weighed if one.side is None and run.is_settled(one.id))
        # The other one's no is not to be talked round.
        found = () if outcome == _ONE_SIDED else would_change(step.rows, run, gates)
        changes = tuple(dict.fromkeys(asks for asks, _ in found if asks))
        self.points.append(
            Point(key, outcome, run.at, len(run.road), run.levels, tuple(reasons),
                  tuple(unknown), changes, step.rows)
        )  # fmt: skip

    def say(self, run: Run, step: str, visit: int, text: Text) -> None:
        """Keep the sentence of a conclusion, as it was shown and without own words."""
        last = self.points[-1] if self.points else None
        if last is None or last.text or (run.path, step, visit) != last.key[:3]:
            return
        told = next((one for one in last.rows if one.text is text), None)
        if told is not None and told.outcome != last.outcome:
            # A talk that has ended keeps its outcome, whatever the dialog makes of it today.
            kept = (one.text for one in last.rows if one.outcome == last.outcome)
            text = next(kept, None) or _NO_TEXT
        variant = wording.variant_of(text, self._seed, place_of(last.key), self._entries)
        questions, answers = run.plan.questions, dict(run.answers)
        for asked in run.road:
            if asked.seq in self._held and asked.key.frame == run.path:
                answers[asked.question.name] = None
        shown, plain = (
            _worded(text, variant, printable(self._rules, answers, questions, words=own), questions)
            for own in (True, False)
        )
        self.points[-1] = last._replace(text=shown, plain=plain)

    def lines(self, *, first: bool) -> tuple[str, ...]:
        """Return the kinds for a page; `first` puts those of the paths of safety before all others."""
        kinds = (*self.urgent, *self.kinds) if first else self.kinds or self.urgent
        return tuple(dict.fromkeys(kinds)) or LINES

    def show(self, run: Run, step: Show) -> None:
        """Keep which help lines were shown."""
        if step.what != "lines":
            return
        if run.path.startswith("!"):
            self.urgent = tuple(dict.fromkeys((*self.urgent, *step.of)))
        elif self.points:
            self.kinds = tuple(dict.fromkeys((*self.kinds, *step.of)))


def _worded(
    text: Text, variant: int, answers: Mapping[str, Known], questions: Mapping[str, Question]
) -> str:
    """Put a text into words; a sentence that names what may not be printed is left out."""
    whole = wording.filled(text, variant, answers, questions)
    if is_whole(text, variant, answers, questions):
        return whole
    return " ".join(one for one in _SENTENCE.split(whole) if "…" not in one)


def _may_be_told(run: Run, one: Weighed, gates: frozenset[str]) -> bool:
    """Whether a reason may stand on a page: none from the gate but a no that stands."""
    found = run.weighed(one.id)
    if found is None:
        return False
    table, value = found
    asked = [one.question for one in run.road if one.question.name == table.source]
    levels = {level_of(question, value) for question in asked} - {""}
    if levels == {_STANDS}:
        return True
    gated = table.source in gates or any(question.gate for question in asked)
    return not levels and not gated
