"""What a new version of the dialogs does to the talks under way: which go on, which are asked what.

A talk is its log, and both versions can fold it; what is told is the difference between the two
views. Nothing is changed here, and no words of a person are read.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from bot.authoring.covering import cover
from bot.authoring.transcripts import play
from bot.dialogue.folding import fold
from bot.dialogue.session import Started
from bot.language.renamed import questions
from bot.language.states import within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.session import AskQuestion, Entry, Key, View
    from bot.dialogue.stand import Asked

SAME, NEW, AGAIN, ASIDE, ELSEWHERE, OVER, GONE, FROZEN = (
    "same", "new question", "asked again", "set aside", "elsewhere", "over", "gone", "frozen",
)  # fmt: skip

REACHED = "calls one that changed"

MEANINGS: Mapping[str, str] = {
    SAME: "go on as if nothing had happened",
    NEW: "get a question first, then go on where they were",
    AGAIN: "must answer a question again",
    ASIDE: "go on, with an answer set aside whose question is gone",
    ELSEWHERE: "go on at another question they were not asked before",
    OVER: "come to an end at once",
    GONE: "cannot go on: their dialog is gone",
    FROZEN: "are over, and stay as they were shown",
}
"""What each fate means for talks."""


class Fate(NamedTuple):
    """What becomes of one talk: `question` is the one it comes to, `aside` answers without a question."""

    kind: str
    dialog: str
    question: str = ""
    aside: tuple[str, ...] = ()


def fate_of(old: Library, new: Library, entries: Sequence[Entry]) -> Fate:
    """Return what becomes of the talk with this log when `new` takes the place of `old`."""
    dialog = next((one.dialog for one in entries if isinstance(one, Started)), "")
    before, after = fold(old, entries).view, fold(new, entries).view
    if before.ended or before.open is None:
        return Fate(FROZEN, dialog)
    if new.plan(dialog) is None:
        return Fate(GONE, dialog)
    if after.open is None:
        return Fate(OVER, dialog)
    was, now = _road(before), {one.seq for one in _road(after)}
    there = _names(new, dialog)
    aside = tuple(
        one.key.step
        for one in was
        if one.seq not in now and one.key.step not in there["" if one.key.frame else dialog]
    )
    asked = after.open
    if _is_at(before.open.key, asked):
        return Fate(ASIDE if aside else SAME, dialog, asked.key.step, aside)
    if any(_is_at(one.key, asked) for one in was):
        return Fate(AGAIN, dialog, asked.key.step, aside)
    names = {asked.key.step, *asked.question.formerly}
    was_there = not names.isdisjoint(_names(old, dialog)["" if asked.key.frame else dialog])
    return Fate(ELSEWHERE if was_there else NEW, dialog, asked.key.step, aside)


def _road(view: View) -> list[Asked]:
    return [asked for stand in view.stack for asked in stand.road]


def _is_at(key: Key, asked: AskQuestion) -> bool:
    """Whether a question is the one that stood at a key, under its name of then or of now."""
    steps = (asked.key.step, *asked.question.formerly)
    return any(asked.key._replace(step=step) == key for step in steps)


def _names(library: Library, dialog: str) -> dict[str, set[str]]:
    """Return the names of questions, old ones too: under "" those of all dialogs, then of this one."""
    found: dict[str, set[str]] = {"": set(), dialog: set()}
    plan = library.plan(dialog)
    for program in library.programs.values():
        names = {name for one in questions(program).values() for name in (one.name, *one.formerly)}
        found[""] |= names
        if plan is not None and program is plan.program:
            found[dialog] = names
    return found


# --- all talks, or all places where one can stand ------------------------------------


class Change(NamedTuple):
    """What happened to one dialog: added, removed, renamed, changed (or `reached` by what it calls)."""

    dialog: str
    what: str


def changes(old: Library, new: Library) -> tuple[Change, ...]:
    """Return the dialogs that are not what they were, in order."""
    found = []
    moved = {
        name: one.dialog for one in new.programs.values() for name in one.formerly
        if name in old.programs and name not in new.programs
    }  # fmt: skip
    touched = {
        name for name, one in old.programs.items()
        if name not in new.programs or new.programs[name].digest != one.digest
    }  # fmt: skip
    for name in sorted(old.programs.keys() | new.programs.keys()):
        if name in moved:
            found.append(Change(name, f"renamed to {moved[name]}"))
        elif name not in new.programs:
            found.append(Change(name, "removed"))
        elif name not in old.programs:
            if name not in moved.values():
                found.append(Change(name, "added"))
        elif name in touched:
            found.append(Change(name, "changed"))
        elif touched & _reached_from(old, name):
            found.append(Change(name, REACHED))
    return tuple(found)


def _reached_from(library: Library, dialog: str) -> set[str]:
    plan = library.plan(dialog)
    return {one.dialog for one in within(library, plan)} if plan is not None else set()


def places_in(library: Library, dialog: str) -> Iterator[tuple[Entry, ...]]:
    """Give logs of talks that stand at every question which can be come to in a dialog."""
    for transcript in cover(library, dialog).talks:
        talk = play(library, transcript)
        if talk.library is not library:  # begun by a caller that only tests know
            continue
        for turn in talk.turns:
            if turn.session.view.open is not None and not turn.session.view.ended:
                yield turn.session.entries


def fates(old: Library, new: Library, logs: Iterable[Sequence[Entry]]) -> Counter[Fate]:
    """Count what becomes of talks."""
    return Counter(fate_of(old, new, log) for log in logs)


def told(counted: Mapping[Fate, int], what: str = "talk") -> Iterator[str]:
    """Give a line for each fate that there is, the best first, with the questions it is about."""
    for kind, meaning in MEANINGS.items():
        rows = {fate: number for fate, number in counted.items() if fate.kind == kind}
        if not rows:
            continue
        many = sum(rows.values())
        about = Counter[str]()
        for fate, number in rows.items():
            names = fate.aside if kind == ASIDE else (fate.question,)
            for name in names if kind in _ABOUT else ():
                about[f"{fate.dialog}: {name}"] += number
        listed = "; ".join(f"{name} ({number})" for name, number in about.most_common(_LISTED))
        yield f"{many} {what}{'' if many == 1 else 's'} {meaning}" + (
            f": {listed}" if listed else ""
        )


_ABOUT = frozenset({NEW, AGAIN, ASIDE, ELSEWHERE})
_LISTED = 8
"""Questions that are named for each fate: more is read by nobody."""
