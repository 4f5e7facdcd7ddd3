"""What the host says itself, and the pages behind its commands: what is kept, and all of it in a file.

Pure but for the store it reads. A file of texts may hold better words under `host.NAME`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.days import MACHINE, Days, days_of
from bot.dialogue.commands import COMMANDS, parse
from bot.dialogue.lines import MONTHS
from bot.dialogue.moves import answer_rows, changeable
from bot.dialogue.program import Option, Question, Text
from bot.dialogue.safety import SERIOUS, Mark, most_urgent_first
from bot.dialogue.session import (
    Answered,
    AskQuestion,
    Changed,
    Interval,
    Key,
    SayText,
    Words,
)
from bot.dialogue.wording import clipped, in_words, quoted
from bot.keeping import rung

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.session import Entry, Session, Turn, Value
    from bot.store.errors import StoreError
    from bot.store.protocol import Conversation, Store

ROOMS = frozenset(command.word for command in COMMANDS if command.room == "host")
"""Reasons of a `Leave` that the host answers; the talk goes on behind them."""

DOORS = ("home/door", "home", "second-chance")
"""Where a talk starts when no dialog is named: the first of these that there is."""

OFFERED = 5
"""Unfinished talks that are offered at the start; more is a wall at one in the morning."""

CHANGES_OFFERED = 12
"""Answers that are offered to be changed at once, the newest: about one sitting, and one screen."""
LONGEST_QUESTION, LONGEST_ANSWER = 60, 36
"""Characters of a question and of its answer in such an offer; together one line of a list."""

WEEK_DAYS = 7

GREETING_LENGTH = 400
"""Characters of a person's line to themselves that greet them: what fits the screen of a phone."""

READ_AT_ONCE = 8_000
"""Characters of one line that the engine reads; the rest is only looked through for danger."""

_WAYS_OUT = frozenset({"help", "resources", "home", "pause", "exit", "erase", "private"})

_OWN_WORDS = frozenset({"write", "list"})

HOUSE = "!house"
"""The frame of the host's own questions, which stand in no log."""

SENTENCES: Mapping[str, str] = {
    "welcome": "Good to see you. What would you like?",
    "greeting": "You left this line for yourself: {note}",
    "start-new": "Start something new",
    "carry-on": "Carry on: {title} (last time: {day})",
    "due": "You asked to be reminded: {title}",
    "which": "Which one?",
    "go-on": "Go on with the talk I was in",
    "calm": "Yesterday or today you told me about danger. So here is what helps with that first.",
    "nothing-kept": "Nothing can be kept right now. We can still talk, and /help still works.",
    "private-way": "You can also type /private and go on without saving.",
    "moved-on": "That question has moved on. Here is the newest one.",
    "too-long": "That was a lot at once. I read a part of it; help words I read all through.",
    "nothing-changed": "Nothing was changed.",
    "erase": "Erase all that is kept about you here? It can't be taken back.",
    "erase-yes": "Yes, erase all of it",
    "no": "No, leave it",
    "forgot": "It is forgotten. Nothing of it is left in this talk, and no later talk knows it.",
    "change": "Which answer shall we change?",
    "change-earlier": "Show me earlier ones",
    "change-none": "Nothing, leave it as it is",
    "erased": "It is gone. Nothing about you is kept here now.",
    "nothing-to-erase": "Nothing is kept about you, so nothing was there to erase.",
    "private": "From here on nothing is kept. What about the part that is kept so far?",
    "private-keep": "Leave it there",
    "private-erase": "Erase it",
    "private-now": "From here on nothing is kept.",
    "left-there": "It stays where it is. /erase removes it at any time.",
    "exported": "Here is all that is kept about you, in a file. Anyone who opens it can read it.",
    "data-none": "Nothing is kept about you.",
    "data-here": "That is all of it. /export gives it to you, /erase removes it.",
    "notes-none": "There are no kept notes yet.",
    "not-there": "There is nothing here yet.",
    "language": "Only English so far.",
    "rest": "We have been at this for a good while. Go on if you like, or stop here with /pause.",
    "rest-day": "This is the third talk within a day. Go on if you like, or leave the rest for tomorrow.",
    "about": (
        "I'm a program with fixed texts, for adults, and no therapist. I only know your side. "
        "No clinician has reviewed my questions yet. I hand what you write to nobody."
    ),
}


def words(library: Library, name: str, **fill: str) -> str:
    """Return one of the host's sentences."""
    return _filled(library.phrases.get(f"host.{name}") or SENTENCES[name], fill)


def trouble(library: Library, error: StoreError) -> tuple[SayText, ...]:
    """Say what is wrong with the store, and that a talk is possible all the same."""
    said = SayText("host/store", str(error))
    return (said, *(say(library, one) for one in ("nothing-kept", "private-way")))


def door(library: Library) -> str:
    """Return the dialog that a talk starts with."""
    programs = library.programs
    return next((one for one in DOORS if one in programs), next(iter(programs), ""))


def listed(library: Library, dialogs: Iterable[str]) -> dict[str, str]:
    """Offer to begin those of the dialogs that there are; help with contact is entered by a call only."""
    programs = library.programs
    found = {one: programs[one] for one in dialogs if one in programs}
    return {f"begin {name}": one.title for name, one in found.items() if not one.contact}


def offers(
    library: Library, store: Store, person: str, talks: Sequence[Conversation], now: float
) -> dict[str, str]:
    """Offer what a person asked to be reminded of, and what they left unfinished.

    A reminder that is offered here is set to its next time.
    """
    from bot.store.payload import iso  # noqa: PLC0415 - brings json; not for a first start

    found = {}
    for reminder in store.reminders(person):
        if reminder.due <= iso(now) and reminder.dialog in library.programs:
            title = title_of(library, reminder.dialog)
            found[f"begin {reminder.dialog}"] = words(library, "due", title=title)
            rung(store, library, person, reminder.key, now)
    left = [one for one in talks if not one.ended][:OFFERED]
    return found | unfinished(library, left, now, days_of(store, person))


def unfinished(
    library: Library, talks: Iterable[Conversation], now: float, days: Days = MACHINE
) -> dict[str, str]:
    """Offer to carry on talks, each with its title and the day it was left; `now` in seconds."""
    from bot.store.payload import seconds  # noqa: PLC0415 - as above

    found = {}
    for talk in talks:
        title = title_of(library, talk.dialog)
        day = day_in_words(seconds(talk.touched), now, days)
        found[f"resume {talk.id}"] = words(library, "carry-on", title=title, day=day)
    return found


def day_in_words(then: float, now: float, days: Days = MACHINE) -> str:
    """Say on which day of somebody's calendar something was, as a person would.

    Both are seconds since the epoch. From a week on it is the date.
    """
    day, today = (days.there(one).date() for one in (then, now))
    match (today - day).days:
        case gone if gone <= 0:
            return "today"
        case 1:
            return "yesterday"
        case gone if gone < WEEK_DAYS:
            return f"{gone} days ago"
        case _:
            return date_in_words(then, days)


def date_in_words(at: float, days: Days = MACHINE) -> str:
    """Write the day of a moment on somebody's calendar, like 3 May 2026."""
    day = days.there(at).date()
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def telling_part(library: Library, text: str) -> str:
    """Return the first part of a very long text, or the one with the most urgent sign of danger."""
    parts = _urgent_parts(library, text)
    return parts[most_urgent_first(parts)[0]] if parts else text[:READ_AT_ONCE]


def is_telling(library: Library, text: str) -> bool:
    """Whether a line means something without a question: a command, or a sign of danger."""
    return parse(text, None) is not None or holds_danger(library, text)


def leads_out(library: Library, text: str) -> bool:
    """Whether a line asks for help, leaves, or tells of danger: it is heard wherever somebody stands."""
    spoken = parse(text, None)
    leads = spoken is not None and spoken.command.word in _WAYS_OUT
    return leads or holds_danger(library, text)


def holds_danger(library: Library, text: str) -> bool:
    """Whether a sign of danger, of any length of text, is heard in it."""
    return bool(_urgent_parts(library, text))


def _urgent_parts(library: Library, text: str) -> dict[Mark, str]:
    """Return each serious sign in a text with the first part it is heard in."""
    from bot.understanding.signals import screen  # noqa: PLC0415 - few lines need it here

    parts: dict[Mark, str] = {}
    # Half a window of overlap, so that no sentence is cut in both windows it stands in.
    for start in range(0, len(text), READ_AT_ONCE // 2):
        part = text[start : start + READ_AT_ONCE]
        for one in screen(library.rules, part):
            if one.level in SERIOUS:
                parts.setdefault(Mark(one.code, one.level, "text"), part)
    return parts


def understood(before: Session | None, turn: Turn) -> str:
    """Say what was understood of a closed answer; "" for own words, which need no echo."""
    asked = None if before is None else before.view.open
    if asked is None or asked.question.kind in _OWN_WORDS:
        return ""
    changes = asked.key.frame.startswith("!")
    for entry in turn.entries:
        if not isinstance(entry, (Answered, Changed)) or entry.marked:
            continue
        if entry.key == asked.key or (changes and isinstance(entry, Changed)):
            value = entry.value
            return "" if isinstance(value, Words) else _in_words(value, asked.question)
    return ""


def say(library: Library, name: str, **fill: str) -> SayText:
    """Return one of the host's sentences as an effect."""
    return SayText(f"host/{name}", words(library, name, **fill))


def ask(library: Library, name: str, offers: Mapping[str, str], text: str = "") -> AskQuestion:
    """Return a question of the host's own; `offers` maps what an answer does to its label."""
    asked = text or words(library, name)
    options = tuple(Option(what, label) for what, label in offers.items())
    question = Question(name, "choose", Text(f"host/{name}", ((asked,),)), options)
    return AskQuestion(Key(HOUSE, name), question, f"host/{name}", asked)


def chosen(asked: AskQuestion, text: str) -> str:
    """Return which offer a typed line plainly names (number, label or its first word), or ""."""
    line = " ".join(text.lower().split()).rstrip(".!")
    for place, option in enumerate(asked.question.options, 1):
        label = option.label.lower()
        if line in (str(place), option.id, label, label.partition(",")[0]):
            return option.id
    return ""


def as_command(asked: AskQuestion, text: str) -> str:
    """Return a line that is a bare command at a question of the host's with its slash, else as it is."""
    spoken = parse(text, asked.question)
    return text if spoken is None else f"/{spoken.command.word} {spoken.rest}".rstrip()


def greeting(library: Library, note: str) -> tuple[SayText, ...]:
    """Return a person's own line to themselves, in quotation marks; nothing where there is none."""
    return (say(library, "greeting", note=quoted(note, GREETING_LENGTH)),) if note else ()


def changes(library: Library, session: Session | None, upto: int = 0) -> dict[str, str]:
    """Return the answers of a talk that can be changed, `upto` a number or the newest (0)."""
    offers: dict[str, str] = {}
    if session is not None and session.view.stack:
        rows = answer_rows(session.entries, changeable(session.view.stack[0].road))
        rows = rows[:upto] if upto else rows
        first = max(0, len(rows) - CHANGES_OFFERED)
        for number, (question, said) in enumerate(rows[first:], first + 1):
            offers[f"change {number}"] = offer(question, said)
        if first:
            offers[f"earlier {first}"] = words(library, "change-earlier")
    return {**offers, "stay": words(library, "change-none")}


def offer(question: str, said: str) -> str:
    """Put a question and its answer on one line of a list; a number before it is left out."""
    number, dot, rest = question.partition(". ")
    asked = clipped(rest if dot and number.isdecimal() else question, LONGEST_QUESTION)
    return f"{asked} {clipped(said, LONGEST_ANSWER)}"


def export_text(store: Store | None, person: str, unsaved: Sequence[Entry]) -> str:
    """Return everything held about a person as JSON; `unsaved` is what memory alone holds of a talk."""
    import json  # noqa: PLC0415 - only an export needs it

    everything: dict[str, Any] = {"person": person} if store is None else store.export(person)
    if unsaved:
        from bot.store.payload import row_of  # noqa: PLC0415 - as above

        everything["in memory only"] = [
            {"seq": row.seq, "at": row.at, "entry": json.loads(row.payload)}
            for row in map(row_of, unsaved)
        ]
    text = json.dumps(everything, ensure_ascii=False, indent=1)
    # Signs that a terminal would obey, or that turn the direction of a line, are written by number.
    return "".join(
        one if one.isprintable() or one == "\n" else json.dumps(one)[1:-1] for one in text
    )


def title_of(library: Library, dialog: str) -> str:
    """Return what a dialog is called in lists."""
    program = library.programs.get(dialog)
    return program.title if program is not None else dialog


def _filled(text: str, fill: Mapping[str, str]) -> str:
    for slot, word in fill.items():
        text = text.replace("{" + slot + "}", word)
    return text


def _in_words(value: Value, question: Question) -> str:
    return value.said if isinstance(value, Interval) else in_words(value, question)
