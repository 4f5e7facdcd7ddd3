"""Values in words: slots filled in, variants chosen, how much is quoted back, answers as people read them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from zlib import crc32

from bot.dialogue.expressions import Dated
from bot.dialogue.lines import MONTHS
from bot.dialogue.program import Slot
from bot.dialogue.session import Interval, Item, Words
from bot.dialogue.stand import answers_beside
from bot.dialogue.values import items_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.dialogue.expressions import Known
    from bot.dialogue.program import Question, Text
    from bot.dialogue.session import Entry
    from bot.dialogue.stand import Asked

QUOTED = 120
"""Characters of a person's words that are quoted back: about a line, so that it stays theirs."""

CONFIRM = {"yes": "Yes", "no": "No", "unsure": "Not sure"}
LEFT_OPEN, UNSAID = "(left open)", "(your own words)"
"""What stands in a list where an answer is unknown, and where its words are not said back."""
WAITED = {"woke": "The time is over", "left": "Done for now"}


def variant_of(text: Text, seed: int, place: str, shown: Iterable[Entry] = ()) -> int:
    """Choose which variant of a text stands at `place`; what was `shown` there stays.

    Each next place takes the next variant, so none comes twice while another is left.
    """
    count = len(text.variants)
    if count < 2:
        return 0
    for entry in shown:
        for name in getattr(entry, "texts", ()):
            if name.startswith(text.id) and (found := _shown(name, text.id, place)) is not None:
                return min(found, count - 1)
    visit = place.rpartition("#")[2]
    turn = int(visit) if visit.isdecimal() else crc32(place.encode())
    return (crc32(f"{seed}:{text.id}".encode()) + turn) % count


def shown_id(text: Text, variant: int, place: str) -> str:
    """Name what was shown: text, variant, and where, unless that is the plain first time."""
    return f"{text.id}~{variant}@{place}" if place else f"{text.id}~{variant}"


def worded(
    text: Text,
    variant: int,
    place: str,
    answers: Mapping[str, Known],
    questions: Mapping[str, Question],
) -> tuple[str, str]:
    """Return what was shown, by name, and its words; `shown_id` and `filled` in one."""
    if not place and len(text.variants) == 1:
        segments = text.variants[0]
        if len(segments) == 1 and segments[0].__class__ is str:
            # Most texts of most talks: nothing to choose, nothing to fill in.
            return text.id + "~0", segments[0]
    return shown_id(text, variant, place), filled(text, variant, answers, questions)


def _shown(name: str, text: str, place: str) -> int | None:
    left, _, where = name[len(text) :].partition("@")
    if where != place or not left.startswith("~") or not left[1:].isdecimal():
        return None
    return int(left[1:])


def filled(
    text: Text, variant: int, answers: Mapping[str, Known], questions: Mapping[str, Question]
) -> str:
    """Fill in a text; its twin stands where a name is unknown or must not be quoted."""
    segments = text.variants[variant] if text.variants else ()
    if len(segments) == 1 and isinstance(segments[0], str):
        return segments[0]
    said = _joined(segments, answers, questions)
    if said is None and text.twin:
        said = _joined(text.twin[variant % len(text.twin)], answers, questions)
    if said is not None:
        return said
    return "".join(one if isinstance(one, str) else "…" for one in segments)


def _joined(
    segments: tuple[str | Slot, ...],
    answers: Mapping[str, Known],
    questions: Mapping[str, Question],
) -> str | None:
    parts = []
    for segment in segments:
        if isinstance(segment, str):
            parts.append(segment)
            continue
        words = in_words(answers.get(segment.name), questions.get(segment.name))
        if not words:
            return None
        parts.append(quoted(words) if segment.quoted else words)
    return "".join(parts)


def told_on(said: str, day: str) -> str:
    """Return a date in own words with the day it was told on; one that names such a day keeps it."""
    return said if " (told on " in said else f"{said} (told on {day})"


def day_of(at: float) -> str:
    """Write the day of `at` (seconds since the epoch, UTC) like 3 May 2026."""
    moment = time.gmtime(at)
    return f"{moment.tm_mday} {MONTHS[moment.tm_mon - 1]} {moment.tm_year}"


def put_as(question: Question) -> str:
    """Return a question as it stands in its text, for lists of answers."""
    return filled(question.text, 0, {}, {})


def put_on(road: Sequence[Asked], asked: Asked) -> str:
    """Return a question of a road with the answers of its own dialog filled in."""
    variants = asked.question.text.variants
    slots = [one for one in variants[0] if isinstance(one, Slot)] if variants else []
    if not slots:
        return put_as(asked.question)
    questions = {one.question.name: one.question for one in road}
    answers = answers_beside(road, asked)
    turn = asked.key.item.rpartition("/")[2]
    for name, known in list(answers.items()) if turn else ():
        # What no answer is called is the item of the `for each` around the question.
        here = [one.text for one in items_of(known, questions[name]) or () if one.id == turn]
        answers |= {one.name: Words(here[0]) for one in slots if here and one.name not in answers}
    return filled(asked.question.text, 0, answers, questions)


def quoted(words: str, most: int = QUOTED) -> str:
    """Put a person's words in quotation marks, on one line, clipped at a word."""
    return f'"{clipped(words, most).replace(chr(34), chr(39))}"'


def clipped(words: str, most: int) -> str:
    """Return words on one line of about `most` characters, clipped at a word."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    cut = line.rfind(" ", 0, most)
    return line[: cut if cut > 0 else most].rstrip(" ,.;:") + " …"


def in_words(value: Known, question: Question | None) -> str:
    """Say an answer as a person would read it; "" for unknown and for what is never quoted."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _label(value, question)
    if isinstance(value, Dated):
        value = value.days
    if isinstance(value, Interval):
        return value.said
    if isinstance(value, Words):
        return value.text
    if isinstance(value, tuple):
        parts = [one.text if isinstance(one, Item) else _label(str(one), question) for one in value]
        return "" if not all(parts) else ", ".join(parts)
    number = f"{value:g}"
    return f"{number} {question.unit}" if question is not None and question.unit else number


def _label(member: str, question: Question | None) -> str:
    if question is not None:
        for option in question.options:
            if option.id == member:
                return option.label
        if question.kind == "confirm":
            return CONFIRM.get(member, member)
        if question.kind == "wait":
            return WAITED.get(member, member)
    return member
