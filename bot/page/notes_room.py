"""The room behind /notes: the list, one note opened, reworded, handed over as a file, or deleted.

What was chosen so far stands in the ids of the options, so that nothing has to be remembered between
two of its questions. What happens to a note is notes.py's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot import rooms
from bot.days import Days, days_of
from bot.dialogue.commands import is_slashed, parse
from bot.dialogue.program import Option
from bot.dialogue.session import Said, SayText, ShowThing
from bot.page.answer import Answer
from bot.page.markdown import notes_markdown
from bot.page.notes import delete, kept_notes, reword
from bot.talks import HandOver
from bot.understanding.slurs import has_slur

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.session import AskQuestion, Event
    from bot.page.notes import Kept, Shelf

ROOM = "notes"
"""The command, and the step of every question that is put here."""

CHOICE, STAY = "page ", "stay"
"""What stands before a choice in the ids of options, and the way back into the talk."""

OFFERED = 10
"""Notes that are offered at once, the newest: a list that fits a small window."""

LONGEST = 20_000
"""Characters of a note: a letter of ten pages, and little enough to be looked through at once."""

SENTENCES: Mapping[str, str] = {
    "which": "These are your notes, the newest first. Which one shall we open?",
    "label": "{title} ({about})",
    "older": "Show me older ones",
    "all": "Put all of them in a file",
    "stay": "None, let's go on",
    "what": "{about}. What would you like to do with it?",
    "edit": "Change the words",
    "file": "Put it in a file",
    "delete": "Delete it",
    "list": "Back to my notes",
    "leave": "Nothing, let's go on",
    "words": "How should it read?",
    "keep": "Leave it as it is",
    "sure": "Delete this note for good? I can't bring it back after that.",
    "sure-no": "No, leave it",
    "sure-yes": "Yes, delete it",
    "changed": "Done. It reads like this now.",
    "same": "It stays as it is.",
    "deleted": "It is gone. Its words are not kept anywhere here now.",
    "gone": "That note is not here any more.",
    "too-long": "That is more than a note can hold, so it stays as it was.",
    "unsaid": "There is a word in it that I never say back, so the note stays as it was.",
    "handed": "Here it is. Anyone who opens the file can read it. /erase does not reach it.",
}


def answer(shelf: Shelf, now: float, choice: str = "") -> Answer:
    """Answer what was chosen here, "" to begin with; raises `StoreError`.

    `now` is in seconds since the epoch.
    """
    library, notes, days = shelf.library, kept_notes(shelf), _days(shelf)
    if not notes:
        return Answer((rooms.say(library, "notes-none"),))
    what, _, name = choice.partition(" ")
    match what:
        case "" | "list" | "older":
            return _asking(_which(library, notes, now, days, int(name or 0)))
        case "all":
            return _handed(library, notes, now, days)
    note = next((one for one in notes if one.name == name), None)
    if note is None:
        return Answer((_say(library, "gone"),))
    match what:
        case "edit" if not _is_fixed(shelf, name):
            return _asking(_words_of(library, note))
        case "file":
            return _handed(library, (note,), now, days)
        case "delete":
            no, yes = _words(library, "sure-no"), _words(library, "sure-yes")
            offers = {f"{CHOICE}open {name}": no, f"{CHOICE}gone {name}": yes}
            return _asking(rooms.ask(library, ROOM, offers, _words(library, "sure")))
        case "gone":
            delete(shelf, name)
            return Answer((_say(library, "deleted"),))
        case _:
            ways = ("file", "delete") if _is_fixed(shelf, name) else ("edit", "file", "delete")
            return _asking(_what(library, note, now, days, ways), _shown(note))


def rewritten(shelf: Shelf, asked: AskQuestion, words: str) -> Answer:
    """Put what was typed in the place of a note's words; raises `StoreError`."""
    library, name = shelf.library, asked.key.item
    note = next((one for one in kept_notes(shelf) if one.name == name), None)
    text = words.strip()
    if note is None:
        return Answer((_say(library, "gone"),))
    if len(text) > LONGEST:
        return Answer((_say(library, "too-long"),))
    if has_slur(text):
        return Answer((_say(library, "unsaid"),))
    if text in ("", note.text):
        return Answer((_say(library, "same"),))
    reword(shelf, name, text)
    return Answer((_say(library, "changed"), _shown(note._replace(text=text))))


def typed(library: Library, asked: AskQuestion, event: Event) -> str | None:
    """Return what an event writes in the place of a note; None where it is no such thing.

    A command and a sign of danger are none, they are heard as anywhere else; `skip` leaves the note.
    """
    if asked.question.kind != "write" or not isinstance(event, Said):
        return None
    spoken = parse(event.text, asked.question)
    if spoken is not None:
        return asked.before if spoken.command.word in ("skip", "back") else None
    is_heard = is_slashed(event.text) or rooms.holds_danger(library, event.text)
    return None if is_heard else event.text


def _days(shelf: Shelf) -> Days:
    return Days() if shelf.store is None else days_of(shelf.store, shelf.live.person)


def _which(
    library: Library, notes: Sequence[Kept], now: float, days: Days, first: int
) -> AskQuestion:
    here = notes[first : first + OFFERED]
    offers = {f"{CHOICE}open {one.name}": _label(library, one, now, days) for one in here}
    if len(notes) > first + OFFERED:
        offers[f"{CHOICE}older {first + OFFERED}"] = _words(library, "older")
    if len(notes) > 1:
        offers[f"{CHOICE}all"] = _words(library, "all")
    offers[STAY] = _words(library, "stay")
    return rooms.ask(library, ROOM, offers, _words(library, "which"))


def _is_fixed(shelf: Shelf, name: str) -> bool:
    """Whether other words of a note would go to the disk, where nothing more is to be written."""
    if shelf.store is None or not shelf.live.private:
        return False
    return name in [one.key for one in shelf.store.notes(shelf.live.person)]


def _what(library: Library, note: Kept, now: float, days: Days, ways: Sequence[str]) -> AskQuestion:
    offers = {f"{CHOICE}{what} {note.name}": _words(library, what) for what in ways}
    offers |= {f"{CHOICE}list": _words(library, "list"), STAY: _words(library, "leave")}
    about = _about(note, rooms.day_in_words(note.at, now, days))
    about = about[:1].upper() + about[1:]
    return rooms.ask(library, ROOM, offers, _words(library, "what", about=about))


def _words_of(library: Library, note: Kept) -> AskQuestion:
    """Ask for other words: where the channel can, the old ones stand there to be changed."""
    keep = Option(f"{CHOICE}open {note.name}", _words(library, "keep"))
    asked = rooms.ask(library, ROOM, {}, _words(library, "words"))
    question = replace(asked.question, kind="write", options=(keep,), other=True)
    return asked._replace(
        key=asked.key._replace(item=note.name), question=question, before=note.text
    )


def _handed(library: Library, notes: Sequence[Kept], now: float, days: Days) -> Answer:
    day = rooms.date_in_words(now, days)
    rows = [(one.title, _about(one, rooms.date_in_words(one.at, days)), one.text) for one in notes]
    name = f"notes-{day.replace(' ', '-').lower()}.md"
    return Answer((_say(library, "handed"), HandOver(name, notes_markdown(day, rows))))


def _label(library: Library, note: Kept, now: float, days: Days) -> str:
    about = _about(note, rooms.day_in_words(note.at, now, days))
    return _words(library, "label", title=note.title, about=about)


def _about(note: Kept, day: str) -> str:
    """Say where a note comes from, and of which day it is."""
    return ", ".join(one for one in (note.dialog, day) if one and one != note.title)


def _shown(note: Kept) -> ShowThing:
    return ShowThing("note", ((note.title, note.text),))


def _asking(asked: AskQuestion, *shown: ShowThing) -> Answer:
    return Answer((*shown, asked), asked)


def _words(library: Library, name: str, **fill: str) -> str:
    text = library.phrases.get(f"host.{ROOM}.{name}") or SENTENCES[name]
    for slot, word in fill.items():
        text = text.replace("{" + slot + "}", word)
    return text


def _say(library: Library, name: str) -> SayText:
    return SayText(f"host/{ROOM}-{name}", _words(library, name))
