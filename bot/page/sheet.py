"""The page as a value: what stands on it, and how a person leaves a part of it out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.mood.course import Mood

ALL, WITHOUT_WORDS, RESULT, PIECES = "all", "no-words", "result", "pieces"
"""What goes in: everything, all but their own words, only the result and the step, or what is named."""

REASONS, STEP, PERSON, HOLD, MOOD, TOOLS = "reasons", "step", "person", "hold", "mood", "tools"
"""Pieces that can be named beside the parts of the talk, which are named `part-0`, `part-1` …

Notes are named `note-0`, `note-1` …; only what is named of them goes in.
"""


class Said(NamedTuple):
    """An answer with its question; a list has several `words`.

    `quoted` words are the person's own; `own` says that theirs stand anywhere in it.
    """

    question: str
    words: tuple[str, ...]
    quoted: bool = False
    own: bool = False


class Part(NamedTuple):
    """What was answered in one part of the talk, in its order."""

    label: str
    answers: tuple[Said, ...]


class Reason(NamedTuple):
    """One thing the result rests on: its sign, the side it takes in words, and the sentence."""

    sign: str
    side: str
    sentence: str


class Noted(NamedTuple):
    """A kept note: its title, where it comes from, and its words."""

    title: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A talk on one sheet.

    `outcome` is the result as it was shown, "" while there is none; `plain_outcome` is the same
    without the person's own words. `safety` says that all questions about safety were answered
    with a plain no. `steps` were answered after the result. `kinds` are those of the help lines.
    `shut` says that danger, own acts or an order leave no more than the result on it. `mood`, `tools`
    (their titles) and `notes` stand beside the talk.
    """

    title: str
    day: str
    language: str
    outcome: str
    plain_outcome: str
    kinds: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    safety: bool = False
    reasons: tuple[Reason, ...] = ()
    unknown: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    steps: tuple[Said, ...] = ()
    person: str = ""
    hold: str = ""
    shut: bool = False
    mood: Mood | None = None
    tools: tuple[str, ...] = ()
    notes: tuple[Noted, ...] = ()


def is_empty(page: Page) -> bool:
    """Whether nothing stands on a page but its help lines."""
    return not (page.outcome or page.parts or page.steps or page.person or page.hold
                or page.mood or page.tools or page.notes)  # fmt: skip


def pieces(page: Page) -> dict[str, str]:
    """Name what can be put in or left out by itself, each with the words for it."""
    found = {f"part-{place}": one.label for place, one in enumerate(page.parts)}
    if page.reasons or page.unknown or page.changes:
        found[REASONS] = "The reasons"
    if page.steps:
        found[STEP] = "The step"
    if page.person:
        found[PERSON] = "The person I named"
    if page.hold:
        found[HOLD] = "My line for a bad night"
    if page.mood is not None:
        found[MOOD] = "My mood over time"
    if page.tools:
        found[TOOLS] = "The tools I used"
    found |= {
        f"note-{place}": f"My note: {one.title} ({one.about})"
        for place, one in enumerate(page.notes)
    }
    return found


def chosen(page: Page, what: str) -> Page:
    """Return the page with what was chosen: one of the words above, `pieces` with their names behind it.

    The result itself stays, and so do the help lines.
    """
    kind, _, names = what.partition(" ")
    match kind:
        case "no-words":
            return _without_words(page)
        case "result":
            return replace(
                page,
                outcome=page.plain_outcome,
                parts=(),
                safety=False,
                reasons=(),
                unknown=(),
                changes=(),
                person="",
                hold="",
                mood=None,
                tools=(),
                notes=(),
            )
        case "pieces":
            return _with(page, frozenset(names.split(",")))
        case _:
            return replace(page, notes=())


def _without_words(page: Page) -> Page:
    parts = (Part(one.label, _plain(one.answers)) for one in page.parts)
    return replace(
        page, outcome=page.plain_outcome, parts=tuple(one for one in parts if one.answers),
        steps=_plain(page.steps), person="", hold="", notes=(),
    )  # fmt: skip


def _plain(answers: tuple[Said, ...]) -> tuple[Said, ...]:
    return tuple(one for one in answers if not one.own)


def _with(page: Page, names: frozenset[str]) -> Page:
    parts = tuple(one for place, one in enumerate(page.parts) if f"part-{place}" in names)
    reasoned = REASONS in names
    # What the result quotes goes with the part that it was said in.
    outcome = page.outcome if parts == page.parts else page.plain_outcome
    return replace(
        page, outcome=outcome, parts=parts, safety=page.safety and bool(parts),
        reasons=page.reasons if reasoned else (),
        unknown=page.unknown if reasoned else (),
        changes=page.changes if reasoned else (),
        steps=page.steps if STEP in names else (),
        person=page.person if PERSON in names else "",
        hold=page.hold if HOLD in names else "",
        mood=page.mood if MOOD in names else None,
        tools=page.tools if TOOLS in names else (),
        notes=tuple(one for place, one in enumerate(page.notes) if f"note-{place}" in names),
    )  # fmt: skip
