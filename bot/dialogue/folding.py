"""From the log to the view: every road walked again, and what is open, due and kept at their ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogue import earlier, safety, wording
from bot.dialogue.expressions import Dated, Scope
from bot.dialogue.library import AGREED, SAVING
from bot.dialogue.log import levels_of, read_log
from bot.dialogue.machine import SILENT, Listener, begin, walk
from bot.dialogue.session import Alarm, AskQuestion, Recalled, Retracted, Session, View
from bot.dialogue.stand import Stand

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.log import Log
    from bot.dialogue.machine import Hook
    from bot.dialogue.program import Question
    from bot.dialogue.session import Detoured, Entry, Key, Value

NOTHING = View(None, ())
CRISIS = "crisis"
"""The outcome of a talk that danger closed."""
RETRACTED = "retracted"
"""The outcome of a detour whose signal was taken back before it was over."""


def fold(library: Library, entries: Sequence[Entry]) -> Session:
    """Return the session that a log stands for. Total: any order of any entries has a view."""
    return fold_heard(library, entries, SILENT)


def fold_heard(
    library: Library, entries: Sequence[Entry], listener: Listener, hook: Hook | None = None
) -> Session:
    """Do what `fold` does, with a listener to all that is said on the way, and a hook on each step."""
    entries = tuple(entries)
    log = read_log(entries)
    if log.started is None:
        return Session(entries, NOTHING)
    saving = "yes" if _has_agreed(log.talk) else "unasked"
    early = []
    for detour in log.detours:
        if not detour.dialog.startswith(safety.CHANGE):
            stand = detour_stand(
                library, detour, entries, log, saving=saving, listener=listener, hook=hook
            )
            saving = stand.saving
            early.append((detour, stand))
    main = begin(
        library, log.started.dialog, at=_time(entries, log.first, log.started.at), seq=log.first,
        saving=saving, pending=log.talk, shelf=log.standing, concluded=log.concluded,
        listener=listener, hook=hook,
    )  # fmt: skip
    stands = dict(early)
    for detour in log.detours:
        if detour not in stands:
            stands[detour] = detour_stand(
                library,
                detour,
                entries,
                log,
                saving=saving,
                listener=listener,
                hook=hook,
                main=main,
            )
    stack = (main, *(stands[detour] for detour in log.detours))
    signals = levels_of(log.talk) if log.talk else []
    view = view_of(
        stack, entries, signals=tuple((code, level) for _, code, level in signals),
        closed=any(level == safety.NOW for _, _, level in signals), since=log.since,
        seed=log.started.seed, shelf=log.standing, taken=log.taken,
    )  # fmt: skip
    return Session(entries, view)


def _has_agreed(talk: Sequence[Entry]) -> bool:
    return any(
        isinstance(entry, Recalled) and (entry.fact, entry.value) == (AGREED, "yes")
        for entry in talk
    )


def _time(entries: Sequence[Entry], seq: int, otherwise: float) -> float:
    return next((entry.at for entry in entries if entry.seq == seq), otherwise)


def detour_stand(
    library: Library,
    detour: Detoured,
    entries: Sequence[Entry],
    log: Log,
    *,
    saving: str,
    listener: Listener,
    hook: Hook | None = None,
    main: Stand | None = None,
) -> Stand:
    """Walk the dialog of a detour, whose keys begin with the seq it is anchored to."""
    road = main.road if main is not None else ()
    plan = safety.own_plan(library, detour.dialog, entries, road) or library.plan(detour.dialog)
    if plan is None:
        return Stand((), None, None, detour.seq, detour.at, saving=saving, outcome="lost")
    stand = walk(
        library, plan, at=detour.at, seq=detour.seq, path=f"!{detour.seq}", saving=saving,
        pending=log.talk, shelf=log.standing, listener=listener, hook=hook,
    )  # fmt: skip
    if stand.outcome and detour.dialog.startswith(safety.CHANGE):
        # What it asked hangs on the road of today; that it is over does not.
        return Stand((), None, None, detour.seq, detour.at, outcome=stand.outcome)
    if not stand.outcome and any(
        isinstance(one, Retracted) and _opened(entries, one.target, detour) for one in log.talk
    ):
        return stand._replace(open=None, question=None, outcome=RETRACTED)
    if detour.dialog == SAVING and stand.outcome:
        saved = stand.outcome if stand.outcome in ("yes", "minor") else "no"
        return stand._replace(saving=saved)
    return stand


def _opened(entries: Sequence[Entry], signal: int, detour: Detoured) -> bool:
    """Whether a detour was opened for the signal at `signal`, in the same turn."""
    if not 0 < signal <= len(entries) or detour.dialog.startswith(safety.OWN):
        return False
    cause = entries[signal - 1]
    same = (cause.at, cause.message) == (detour.at, detour.message)
    return same and signal < detour.seq


def view_of(
    stack: tuple[Stand, ...],
    entries: Sequence[Entry],
    *,
    signals: tuple[tuple[str, str], ...],
    closed: bool,
    since: int,
    seed: int,
    shelf: Mapping[Key, Entry],
    taken: Mapping[Key, Entry],
    fresh: bool = False,
) -> View:
    """Put a view together from where all roads stand; `fresh` where the question is shown anew."""
    main = stack[0]
    due, notes, kept = main.due, main.notes, main.kept
    top: Stand | None = main
    ended = ""
    if len(stack) > 1 or closed or main.outcome:
        top = active(stack, closed=closed)
        ended = ended_as(stack, top, closed=closed)
        for stand in stack[1:]:
            due, notes, kept = due + stand.due, notes + stand.notes, kept + stand.kept
    question = None
    if top is not None and not ended:
        question = asking(top, entries, seed, taken, fresh=fresh)
        if question is not None and question.due:
            due = (*due, Alarm(question.key, "timer", question.due))
    saving = main.saving
    if len(stack) > 1 or signals:
        saving = _saving(stack, signals)
    if saving == "minor":
        notes, kept = (), ()
    return View(
        question, stack, signals, due, notes, facts_of(kept) if kept else None, saving, ended,
        closed, since, seed, shelf, taken,
    )  # fmt: skip


def active(stack: tuple[Stand, ...], *, closed: bool) -> Stand | None:
    """Return the road that is walked now: the newest detour that is not over, else the talk's own.

    While danger stands, only a path of safety is: neither the talk nor an offer about it.
    """
    for stand in reversed(stack[1:]):
        if not stand.outcome and not (closed and is_offer(stand)):
            return stand
    main = stack[0]
    return None if closed or main.outcome else main


def dialog_of(stand: Stand | None) -> str:
    """Return the outermost dialog of a road."""
    return stand.frames[0].plan.program.dialog if stand is not None and stand.frames else ""


def is_offer(stand: Stand) -> bool:
    """Whether a detour is about an answer of the talk, and not about a signal."""
    return dialog_of(stand).startswith((safety.DRAFT, safety.CHANGE)) or dialog_of(stand) == SAVING


def ended_as(stack: tuple[Stand, ...], top: Stand | None, *, closed: bool) -> str:
    """Return the outcome of a talk that is over, or ""."""
    for stand in stack:
        if stand.stopped:
            return stand.outcome
    if top is not None:
        return ""
    return CRISIS if closed else stack[0].outcome


def _saving(stack: tuple[Stand, ...], signals: tuple[tuple[str, str], ...]) -> str:
    ages = [stand.outcome for stand in stack[1:] if stand.outcome == safety.ADULT]
    if not ages and any(level == "age" for _, level in signals):
        return "minor"
    asked = [stand.saving for stand in reversed(stack) if stand.saving != "unasked"]
    return asked[0] if asked else "unasked"


def facts_of(kept: tuple[tuple[Key, str, object], ...]) -> dict[str, Value]:
    """Return what is remembered by name, as plain values; a later step wins."""
    return {
        fact: value.days if isinstance(value, Dated) else value  # type: ignore[misc]  # what is left is a Value
        for _, fact, value in kept
    }


def place_of(key: Key) -> str:
    """Name where a text stands; "" for the plain first time in the talk's own dialog."""
    item = f"@{key.item}" if key.item else ""
    return f"{key.frame}{item}#{key.visit}" if key.visit > 1 else key.frame + item


def asking(
    stand: Stand,
    entries: Sequence[Entry],
    seed: int,
    taken: Mapping[Key, Entry],
    *,
    fresh: bool = False,
) -> AskQuestion | None:
    """Put the open question of a road into words."""
    key, question = stand.open, stand.question
    if key is None or question is None:
        return None
    frame = stand.frames[-1]
    text = question.text
    variant, place = 0, ""
    if len(text.variants) > 1 or key.frame or key.item or key.visit > 1:
        place = place_of(key)
        if len(text.variants) > 1:
            variant = wording.variant_of(text, seed, place, () if fresh else entries)
    for option in question.options:
        if option.guard is not None:
            question = offered(question, scope_of(stand))
            break
    before = ""
    if taken and key in taken:
        before = wording.in_words(_value(taken[key]), question)
    elif key.frame.startswith("!") and (dialog := dialog_of(stand)).startswith(safety.CHANGE):
        before = wording.in_words(_value(safety.entry_about(entries, dialog)), question)
    if stand.facts and not before and not key.frame.startswith("!"):
        known = earlier.before(stand.facts, question)
        if question.remember in stand.told:
            known = earlier.fitting(stand.facts.get(question.remember), question)
        before = wording.in_words(known, question)
    shown, words = wording.worded(text, variant, place, frame.answers, frame.plan.questions)
    due = stand.at + question.seconds if question.kind == "wait" else 0.0
    return AskQuestion(key, question, shown, words, before, due)


def _value(entry: Entry | None) -> Value:
    return None if getattr(entry, "marked", False) else getattr(entry, "value", None)


def offered(question: Question, scope: Scope) -> Question:
    """Return the question with the options whose guard is true; all of them if none is."""
    options = tuple(one for one in question.options if one.guard is None or one.guard.value(scope))
    return replace(question, options=options or question.options)


def scope_of(stand: Stand) -> Scope:
    """Return what a guard may read where a road stands."""
    frame = stand.frames[-1]
    return Scope(
        frame.answers, at=stand.at, loops=frame.loops,
        indicators=frame.plan.program.indicators, given=frame.given,
        levels=frozenset(level for _, level in stand.signals), visited=stand.visited,
    )  # fmt: skip
