"""What stands where on a page: its sections in order, as blocks that every form writes in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.mood.course import Mood
    from bot.page.sheet import Page, Reason, Said

TITLE = "A page to keep"
"""Neutral, since it stands on tabs, in print queues and in lists of files."""

NOTES_TITLE = "Notes to keep"
"""The same above notes alone."""

ONE_SIDE = (
    "I only know your side. A program made this page, with fixed rules; "
    "no clinician has reviewed it."
)
SAFE = "The questions about safety were answered."
NO_RESULT = "There is no result yet. The talk has not come that far."
MAY_CHANGE = "If one of these were different, the result might be, too:"
PERSON = "Someone to tell:"


_OPENING, _CLOSING = '“"«„', '”"»“'


class Quote(NamedTuple):
    """A question, and what the person wrote, as they wrote it."""

    question: str
    words: tuple[str, ...]


class Fact(NamedTuple):
    """A question, and what was chosen."""

    question: str
    answer: str


class Sign(NamedTuple):
    """A sign, what it means in a word, and the sentence it stands before."""

    sign: str
    word: str
    sentence: str


class Bullet(NamedTuple):
    """One of several short texts."""

    text: str


class Subhead(NamedTuple):
    """A heading within a section."""

    text: str


class Line(NamedTuple):
    """A paragraph of the program's."""

    text: str


class Held(NamedTuple):
    """The person's line to hold on to."""

    text: str


class Picture(NamedTuple):
    """A mood over time, as a picture or in words."""

    mood: Mood


Block = Quote | Fact | Sign | Bullet | Subhead | Line | Held | Picture


class Section(NamedTuple):
    """A heading with what stands below it; `name` is its own for good, whatever the heading says."""

    name: str
    heading: str
    blocks: tuple[Block, ...]


def sections(page: Page, lines: Sequence[str]) -> tuple[Section, ...]:
    """Lay out a page; sections with nothing in them are left out.

    `lines` are help lines ready to be shown; the last of them says how old the others are.
    """
    made = (
        Section("hold", "For a bad night", tuple(_held(page))),
        Section("words", "In your words", tuple(_words(page))),
        Section("result", "How it looks so far", tuple(_result(page))),
        Section("reasons", "What it rests on", tuple(map(_sign, page.reasons))),
        Section("unknown", "What is not known", tuple(_unknown(page))),
        Section("changes", "What would change it", tuple(_changes(page))),
        Section("step", "The next step", tuple(_steps(page))),
        Section("mood", "My mood over time", tuple(_mood(page))),
        Section("tools", "Tools used", tuple(map(Bullet, page.tools))),
        Section("notes", "Notes chosen", tuple(_notes(page))),
        Section("answers", "What you answered", tuple(_answers(page))),
        Section("lines", "People you can reach", tuple(_lines(lines))),
    )
    return tuple(one for one in made if one.blocks)


def signs_only(text: str) -> str:
    """Return a text without what is no sign of a text and could act somewhere; its lines stay."""
    return "".join(one if one.isprintable() or one in "\n\u200d" else " " for one in text)


def in_quotes(words: str) -> str:
    """Put a person's words in quotation marks, unless they did so themselves."""
    if words[:1] in _OPENING and words[-1:] in _CLOSING:
        return words
    return f"“{words}”"


def _held(page: Page) -> Iterator[Block]:
    if page.hold:
        yield Held(page.hold)


def _words(page: Page) -> Iterator[Block]:
    for part in page.parts:
        yield from (_block(one) for one in part.answers if one.quoted)


def _result(page: Page) -> Iterator[Block]:
    if page.outcome:
        yield Line(page.outcome)
    elif page.parts:
        yield Line(NO_RESULT)


def _sign(reason: Reason) -> Block:
    return Sign(*reason)


def _unknown(page: Page) -> Iterator[Block]:
    for asks in page.unknown:
        yield Sign("?", "not known", asks)


def _changes(page: Page) -> Iterator[Block]:
    if page.changes:
        yield Line(MAY_CHANGE)
        yield from map(Bullet, page.changes)


def _steps(page: Page) -> Iterator[Block]:
    yield from map(_block, page.steps)
    if page.person:
        yield Quote(PERSON, (page.person,))


def _mood(page: Page) -> Iterator[Block]:
    if page.mood is not None:
        yield Picture(page.mood)


def _notes(page: Page) -> Iterator[Block]:
    for one in page.notes:
        yield Quote(f"{one.title} ({one.about})", (one.text,))


def _answers(page: Page) -> Iterator[Block]:
    if page.safety:
        yield Line(SAFE)
    for part in page.parts:
        chosen = [one for one in part.answers if not one.quoted]
        if chosen:
            yield Subhead(part.label)
            yield from map(_block, chosen)


def _lines(lines: Sequence[str]) -> Iterator[Block]:
    yield from map(Bullet, lines[:-1])
    yield from map(Line, lines[-1:])


def _block(said: Said) -> Block:
    if said.quoted:
        return Quote(said.question, said.words)
    return Fact(said.question, ", ".join(said.words))
