"""What a signal does to a talk: which dialog it opens, what it marks, when the direct question is put.

Signals are found by bot.understanding or carried by options; the dialogs themselves are authors'.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue import wording
from bot.dialogue.library import plan_of
from bot.dialogue.program import Ask, End, Program, Question, Text
from bot.dialogue.scope import Scope
from bot.dialogue.session import (
    Answered,
    Detoured,
    Drafted,
    Interval,
    Item,
    Retracted,
    Signalled,
    Skipped,
    Words,
)
from bot.dialogue.stand import answers_beside
from bot.understanding.signals import LOW_SIGN, ORDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.dialogue.library import Library, Plan
    from bot.dialogue.session import Entry, Value
    from bot.dialogue.stand import Asked
    from bot.understanding.text import Text as Heard

NOW = "red-now"
ASK = "red-ask"
MARKING = frozenset({NOW, "red", "own", ASK})
"""Levels whose words are never quoted."""
OPENING = frozenset({NOW, "red", "own", "hard-stop", "age"})
"""Levels that open the dialog of their code."""
SERIOUS = OPENING | {ASK}
"""Levels that go before any command or answer in the same line."""
SOFT_ASKS = 2
"""So many low signs, heard in different answers that stand close together, lead to the question."""
NEAR = 3
"""Answers within which that is: over a talk of sixty turns, two sad words come to anybody."""

# Dialogs of the engine's own; what stands behind the colon says what about.
DIRECT, DRAFT, CHANGE = "ask:", "draft:", "change:"
OWN = (DIRECT, DRAFT, CHANGE)
ANSWER = "answer"
"""The answer name in the engine's own dialogs."""
ADULT = "adult"
"""The outcome of an age dialog that lets the talk be kept after all."""

LINES = ("emergency", "suicide", "text-chat")
"""Shown where a path has no dialog to open, so that nobody is left without a number."""

CRISIS = frozenset({"R0", "R1", "R2", "R3"})
_ABOUT = {
    **dict.fromkeys(CRISIS, "crisis"),
    **dict.fromkeys(("R4", "R5", "R6"), "abuse"),
    **dict.fromkeys(("R7", "R8", "R9"), "harm"),
}


class Mark(NamedTuple):
    """A signal that was heard: code, level, where it came from (text, option, asked)."""

    code: str
    level: str
    source: str


def strongest_first(marks: Iterable[Mark]) -> list[Mark]:
    """Sort by level, unknown levels last."""
    rank = {level: place for place, level in enumerate(ORDER)}
    return sorted(marks, key=lambda one: rank.get(one.level, len(rank)))  # type: ignore[call-overload]  # a level of an author's file may be any word


def most_urgent_first(marks: Iterable[Mark]) -> list[Mark]:
    """Sort by what comes first: danger now, a life in doubt, then the rest by level."""
    ordered = strongest_first(marks)
    # A life in doubt is asked about before anything else that was said beside it.
    ordered.sort(key=lambda one: one.level != NOW and (one.level != ASK or one.code not in CRISIS))
    return ordered


def is_unquotable(marks: Iterable[Mark], value: Value, line: str) -> bool:
    """Whether an answer is never quoted: a sign of danger came with it, or own words hold a slur."""
    if any(mark.level in MARKING for mark in marks):
        return True
    own = isinstance(value, (Words, Interval)) or (
        isinstance(value, tuple) and any(isinstance(one, Item) for one in value)
    )
    if not own:
        return False
    from bot.understanding.slurs import has_slur  # noqa: PLC0415 - a press needs no reader

    return has_slur(line)


def opens(
    library: Library, marks: Sequence[Mark], entries: Sequence[Entry], active: str, closed: bool
) -> str:
    """Return the dialog that the strongest of the new signals opens over the talk, or "".

    `active` is the dialog on top now; `closed` says that danger was heard before and stands.
    """
    for mark in most_urgent_first(marks):
        path = library.path(mark.code, mark.level)
        if mark.level == NOW:
            return "" if path == active else path
        if closed:
            continue
        if mark.level in OPENING and path and path != active:
            seen = any(isinstance(one, Detoured) and one.dialog == path for one in entries)
            if not (seen and (mark.source == "option" or mark.level == "age")):
                return path
        if mark.level == ASK and active != library.path(mark.code, NOW):
            return DIRECT + mark.code
    if not closed and _softly_asked(marks, entries):
        return DIRECT + "R2"
    return ""


def is_low(heard: Mark | Signalled) -> bool:
    """Whether what was heard is a low sign of a life in doubt, which asks only beside another."""
    return heard.code == LOW_SIGN or (heard.code in CRISIS and heard.level == "soft")


def _softly_asked(marks: Sequence[Mark], entries: Sequence[Entry]) -> bool:
    if not any(is_low(mark) for mark in marks):
        return False
    before, answers = set(), 0
    for entry in reversed(entries):
        if isinstance(entry, Detoured) and entry.dialog.startswith(DIRECT):
            break
        if isinstance(entry, (Answered, Skipped)) and not entry.key.frame.startswith("!"):
            answers += 1
            if answers > NEAR:
                break
        if isinstance(entry, Signalled) and is_low(entry):
            before.add(entry.at)
    return len(before) + 1 >= SOFT_ASKS


def own_plan(
    library: Library, dialog: str, entries: Sequence[Entry], road: Sequence[Asked]
) -> Plan | None:
    """Make one of the engine's own dialogs of one question; None for any other dialog."""
    kind, colon, topic = dialog.partition(":")
    match kind + colon:
        case "ask:":
            text = library.phrases.get(f"ask.{about(topic)}")
            return _asking(dialog, Question(ANSWER, "confirm", _text(dialog, text)))
        case "draft:":
            entry = entry_about(entries, dialog)
            words = entry.text if isinstance(entry, Drafted) else ""
            text = library.phrases.get("draft-keep", text=wording.quoted(words))
            return _asking(dialog, Question(ANSWER, "confirm", _text(dialog, text)))
        case "change:":
            key = getattr(entry_about(entries, dialog), "key", None)
            # What was recalled stands at no key of its own.
            asked = next((one for one in road if key == one.key or topic == str(one.seq)), None)
            if asked is None:
                return _asking(dialog, Question(ANSWER, "write", _text(dialog, "")))
            return _asking(dialog, _as_it_was(road, asked))
        case _:
            return None


def _asking(dialog: str, question: Question) -> Plan:
    code = (Ask(ANSWER, question), End("end", "answered"))
    return plan_of(Program(dialog, "", "", code, {}, ("", "")))


def _as_it_was(road: Sequence[Asked], asked: Asked) -> Question:
    """Return a question as it was put on the road, with the options that may have been offered."""
    question = asked.question
    scope = Scope(answers_beside(road, asked))
    options = tuple(
        replace(one, guard=None) for one in question.options
        if not one.opens and (one.guard is None or one.guard.value(scope) is not False)
    )  # fmt: skip
    text = Text(question.text.id, ((wording.put_on(road, asked),),))
    return replace(question, text=text, options=options, remember="")


def _text(dialog: str, text: str) -> Text:
    return Text(dialog, ((text,),))


def entry_about(entries: Sequence[Entry], dialog: str) -> Entry | None:
    """Return the entry that a dialog of the engine's own is about."""
    seq = dialog.partition(":")[2]
    place = int(seq) - 1 if seq.isdecimal() else -1
    return entries[place] if 0 <= place < len(entries) else None


def retractable(entries: Sequence[Entry]) -> Signalled | None:
    """Return the newest signal that *that's not what I meant* can be said of."""
    standing = standing_signals(entries)
    danger = [entry for entry in standing if entry.level == NOW]
    newest = danger or standing
    return newest[-1] if newest else None


def standing_signals(entries: Sequence[Entry]) -> list[Signalled]:
    """Return the signals of danger that nobody took back, oldest first."""
    taken = {entry.target for entry in entries if isinstance(entry, Retracted)}
    return [
        entry
        for entry in entries
        if isinstance(entry, Signalled) and entry.level in MARKING and entry.seq not in taken
    ]


_FOR_NOW = frozenset({"today", "tonight", "yet", "now", "moment", "week"})


def is_for_now(text: Heard) -> bool:
    """Whether a no leaves a door open ("not today", "not yet"), so that it is no clear no."""
    return any(token.word in _FOR_NOW for token in text.tokens)


def about(code: str) -> str:
    """Return what the direct question for a signal is about: crisis, abuse or harm."""
    return _ABOUT.get(code, "crisis")


def caused_by(entries: Sequence[Entry], answer: int) -> list[Signalled]:
    """Return the signals that the option chosen in the entry `answer` carried."""
    found: list[Signalled] = []
    for place in range(answer - 2, -1, -1):
        entry = entries[place]
        if not isinstance(entry, Signalled) or entry.source != "option":
            break
        found.append(entry)
    return found[::-1]
