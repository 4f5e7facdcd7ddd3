"""The room behind /summary: the page in short, what shall go in, and in which form it is handed over.

What was chosen so far stands in the ids of the options, so that nothing has to be remembered
between two of its questions. Which talk a page is about is settled here, too.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot import rooms
from bot.dialogue.engine import fold
from bot.dialogue.session import SayText, ShowThing
from bot.page import layout, sheet
from bot.page.answer import Answer
from bot.page.beside import with_beside
from bot.page.gathering import BARRING, page_of
from bot.page.markdown import markdown
from bot.page.printed import html
from bot.talks import HandOver, ShowMood

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.session import AskQuestion, Event, Session
    from bot.keeping import Live
    from bot.page.notes import Shelf
    from bot.page.sheet import Page

ROOM = "summary"
"""The command, and the step of every question that is put here."""

CHOICE = "page "
"""Stands before what was chosen in the ids of options; what is answered to is the rest."""
STAY = "stay"
LOOKED_AT = 10
"""Kept talks, newest first, that are looked through for one with a page."""
SHOWN_REASONS = 5
"""Reasons of the page in short; all of them stand on the page itself."""

Row = layout.Quote | layout.Fact | layout.Sign | layout.Bullet | layout.Line | layout.Held
"""What of a page is a row of a list in a talk."""

_FILES = {"markdown": "md", "html": "html", "pdf": "pdf"}
_PICKED = re.compile(r"[\d\s,.;&+]+")

SENTENCES: Mapping[str, str] = {
    "none": "There's no page yet. It comes when a talk has got far enough for one.",
    "what": "This can be a page to keep, or to show to someone. What shall go in?",
    "what-no-words": "All but what I wrote myself",
    "what-all": "All of it, my own words too",
    "what-whole": "All of it",
    "what-result": "Only the result and the step",
    "what-pieces": "I choose part by part",
    "what-pieces-notes": "I choose part by part, notes too",
    "which": "Which parts shall go in? The help lines always do.",
    "form": "And as what?",
    "form-markdown": "A file with plain text (Markdown)",
    "form-pdf": "A file to print or hand on (PDF)",
    "form-html": "A file for the browser (HTML)",
    "form-here": "Only here, in this talk",
    "stay": "No page now",
    "handed": "Here is your page. Anyone who opens the file can read it. /erase does not reach it.",
}


def page_for(shelf: Shelf, now: float) -> Page | None:
    """Return the page of the talk at hand, else of the newest kept talk that came to an end.

    Beside it stand mood, tools and notes, or they alone. None where there is nothing, and where
    danger, an order or a no was heard in a newer talk that has none: what was hopeful before it is
    not handed over after it. `now` is in seconds since the epoch. Raises `StoreError`.
    """
    page, barred = _talk_page(shelf)
    return page if barred else with_beside(shelf, page, now)


def _talk_page(shelf: Shelf) -> tuple[Page | None, bool]:
    """Return the page of a talk, and whether nothing may stand in its place or beside it."""
    library, store, live, lives = shelf
    session, person = live.session, live.person
    page = page_of(library, session) if session is not None else None
    barred = session is not None and (_is_alarming(session) or session.view.saving == "minor")
    # What is in memory alone is newer than all that is kept and over.
    unkept = [one.session for one in lives.values() if one.person == person and not _is_kept(one)]
    barred = barred or any(_is_alarming(one) for one in unkept if one is not None)
    if page is not None or store is None or barred:
        return page, barred and page is None
    from bot.store.payload import entries_of  # noqa: PLC0415 - brings json; most talks end unsaved

    for talk in store.conversations(person)[:LOOKED_AT]:
        kept = fold(library, entries_of(store.rows(talk.id)))
        page = page_of(library, kept, unfinished=False) if talk.ended else None
        if page is not None or _is_alarming(kept):
            return page, page is None
    return None, False


def _is_kept(live: Live) -> bool:
    return live.session is None or live.kept == live.session.entries[-1].seq


def _is_alarming(session: Session) -> bool:
    return any(level in BARRING for _, level in session.view.signals)


def answer(library: Library, page: Page | None, lines: Sequence[str], choice: str = "") -> Answer:
    """Answer what was chosen so far: "" to begin with, then the id of an option put here.

    `lines` are as in `layout.sections`.
    """
    if page is None:
        return Answer((_say(library, "none"),))
    what, _, form = choice.partition(" as ")
    if form:
        return _made(library, sheet.chosen(page, what), lines, form)
    if what == sheet.PIECES:
        return _asking(_pick(library, sheet.pieces(page)))
    if what:
        forms = {f"{what} as {one}": _words(library, f"form-{one}") for one in (*_FILES, "here")}
        return _asking(_ask(library, "form", forms))
    short = ShowThing("your page, in short", tuple(_in_short(page)))
    return _asking(_what(library, page), short)


def _asking(asked: AskQuestion, *shown: ShowThing) -> Answer:
    return Answer((*shown, asked), asked)


def several(asked: AskQuestion, event: Event) -> str:
    """Return which parts were picked where several may be, as one choice; "" for anything else."""
    ids = [one.id for one in asked.question.options]
    if asked.question.kind != "pick":
        return ""
    picked = list(getattr(event, "options", ()))
    line = getattr(event, "text", "").strip()
    if line and _PICKED.fullmatch(line):
        numbers = [int(one) for one in re.findall(r"\d{1,3}", line)]
        picked = [ids[one - 1] for one in numbers if 0 < one <= len(ids)]
    elif line:
        picked = [rooms.chosen(asked, line)]
    names = ",".join(one for one in ids if one in picked)
    return f"{CHOICE}{sheet.PIECES} {names}" if names else ""


def _what(library: Library, page: Page) -> AskQuestion:
    """Ask what shall go in; what names nobody stands first, and no choice gives an empty page."""
    whole = sheet.chosen(page, sheet.ALL)
    offers = {}
    for what in (sheet.WITHOUT_WORDS, sheet.ALL, sheet.RESULT):
        found = sheet.chosen(page, what)
        same = what != sheet.ALL and found == whole
        if not (same or sheet.is_empty(found) or (what == sheet.RESULT and not page.outcome)):
            offers[what] = _words(library, f"what-{what}")
    if sheet.WITHOUT_WORDS not in offers and sheet.ALL in offers:
        offers[sheet.ALL] = _words(library, "what-whole")
    if len(sheet.pieces(page)) > 1 or not offers:
        notes = "-notes" if page.notes else ""
        offers[sheet.PIECES] = _words(library, f"what-{sheet.PIECES}{notes}")
    return _ask(library, "what", offers)


def _made(library: Library, page: Page, lines: Sequence[str], form: str) -> Answer:
    if sheet.is_empty(page):
        return Answer((_say(library, "none"),))
    if form == "here":
        return Answer(tuple(_shown(page, lines)))
    return Answer((_say(library, "handed"), file_of(page, lines, form)))


def file_of(page: Page, lines: Sequence[str], form: str) -> HandOver:
    """Return a page as a file; `form` is markdown, html or pdf."""
    name = f"page-{page.day.replace(' ', '-').lower()}.{_FILES[form]}"
    match form:
        case "pdf":
            from bot.page.pdf import pdf  # noqa: PLC0415 - brings what sets type

            return HandOver(name, content=pdf(page, lines))
        case "html":
            return HandOver(name, html(page, lines))
        case _:
            return HandOver(name, markdown(page, lines))


def _in_short(page: Page) -> Iterator[tuple[str, str]]:
    """Give the page in a few rows: the result, the first reasons, the step."""
    if page.outcome:
        yield "-", page.outcome
    elif page.parts:
        yield "-", layout.NO_RESULT
    for reason in page.reasons[:SHOWN_REASONS]:
        yield reason.sign, reason.sentence
    left = SHOWN_REASONS - len(page.reasons)
    for asks in page.unknown[: max(left, 0)]:
        yield "?", asks
    for said in page.steps[:1]:
        yield "-", _row(said.question, said.words, quote=said.quoted)
    if page.person:
        yield "-", _row(layout.PERSON, (page.person,), quote=True)
    if page.hold:
        yield "-", layout.in_quotes(page.hold)
    if page.mood is not None:
        yield "-", "Your mood over time"
    if page.tools:
        yield "-", f"Tools you used: {', '.join(page.tools)}"


def _shown(page: Page, lines: Sequence[str]) -> Iterator[SayText | ShowThing | ShowMood]:
    """Give the whole page within the talk, a section at a time."""
    for section in layout.sections(page, lines):
        heading = section.heading
        rows: list[tuple[str, str]] = []
        for block in section.blocks:
            match block:
                case layout.Subhead():
                    yield from _part(heading, rows)
                    heading, rows = block.text, []
                case layout.Picture():
                    yield ShowMood(block.mood)
                case _:
                    rows.append(_block(block))
        yield from _part(heading, rows)
    yield SayText(f"host/{ROOM}-one-side", layout.ONE_SIDE)


def _part(heading: str, rows: list[tuple[str, str]]) -> Iterator[ShowThing]:
    if rows:
        yield ShowThing(heading.lower(), tuple(rows))


def _block(block: Row) -> tuple[str, str]:
    match block:
        case layout.Quote():
            return "-", _row(block.question, block.words, quote=True)
        case layout.Fact():
            return "-", _row(block.question, (block.answer,), quote=False)
        case layout.Sign():
            return block.sign, f"{block.word}: {block.sentence}"
        case layout.Held():
            return "-", layout.in_quotes(block.text)
        case layout.Bullet() | layout.Line():
            return "-", block.text


def _row(question: str, words: Sequence[str], *, quote: bool) -> str:
    return f"{question} {', '.join(layout.in_quotes(one) if quote else one for one in words)}"


def _words(library: Library, name: str) -> str:
    return library.phrases.get(f"host.{ROOM}.{name}") or SENTENCES[name]


def _say(library: Library, name: str) -> SayText:
    return SayText(f"host/{ROOM}-{name}", _words(library, name))


def _ask(library: Library, name: str, offers: Mapping[str, str]) -> AskQuestion:
    choices = {f"{CHOICE}{what}": label for what, label in offers.items()}
    choices[STAY] = _words(library, "stay")
    return rooms.ask(library, ROOM, choices, _words(library, name))


def _pick(library: Library, offers: Mapping[str, str]) -> AskQuestion:
    asked = rooms.ask(library, ROOM, offers, _words(library, "which"))
    return asked._replace(question=replace(asked.question, kind="pick"))
