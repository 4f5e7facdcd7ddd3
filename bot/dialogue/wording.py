"""Values in words: slots filled in, variants chosen, how much is quoted back, answers as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from bot.dialogue.expressions import Dated
from bot.dialogue.session import Interval, Item, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.dialogue.expressions import Known
    from bot.dialogue.program import Question, Slot, Text
    from bot.dialogue.session import Entry

QUOTED = 120
"""Characters of a person's words that are quoted back: about a line, so that it stays theirs."""

CONFIRM = {"yes": "Yes", "no": "No", "unsure": "Not sure"}
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


def quoted(words: str) -> str:
    """Put a person's words in quotation marks, on one line, clipped at a word."""
    line = " ".join(words.split())
    if len(line) > QUOTED:
        cut = line.rfind(" ", 0, QUOTED)
        line = line[: cut if cut > 0 else QUOTED].rstrip(" ,.;:") + " …"
    return f'"{line.replace(chr(34), chr(39))}"'


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
