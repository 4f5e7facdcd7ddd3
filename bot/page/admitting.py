"""What may go on a page: nothing skipped, forgotten or risk-marked, and no option that carries a signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.expressions import Dated
from bot.dialogue.safety import MARKING
from bot.dialogue.scope import members_of
from bot.dialogue.session import Answered, Changed, Interval, Item, Signalled, Words
from bot.understanding.signals import screen
from bot.understanding.slurs import has_slur

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.dialogue.expressions import Known
    from bot.dialogue.program import Question
    from bot.dialogue.session import Entry
    from bot.understanding.patterns import Rules


_PLAIN_NO = (["no"], ["never"])


def held_back(entries: Sequence[Entry]) -> frozenset[int]:
    """Return the answers (by seq) that carry danger: marked, or given in one turn with such a sign.

    A sign that was taken back is no danger any more; its words stay off the page all the same.
    """
    turns = {
        (one.at, one.message)
        for one in entries
        if isinstance(one, Signalled) and one.level in MARKING
    }
    return frozenset(
        one.seq
        for one in entries
        if isinstance(one, (Answered, Changed))
        and (one.marked or (one.at, one.message) in turns)
    )  # fmt: skip


def may_be_printed(rules: Rules, text: str, asked: str = "") -> bool:
    """Whether a person's words hold no sign of danger and no slur, by the rules of today."""
    if has_slur(text):
        return False
    return all(one.level not in MARKING for one in screen(rules, text, asked=asked))


def admitted(rules: Rules, question: Question | None, value: Known, asked: str = "") -> Known:
    """Return what of an answer may be printed; None where nothing may.

    Own words go in whole or not at all; of several options those that carry a signal are left out.
    """
    value = value.days if isinstance(value, Dated) else value
    match value:
        case Words(text=text):
            return value if text.strip() and may_be_printed(rules, text, asked) else None
        case Interval(said=said):
            return value if said.strip() and may_be_printed(rules, said, asked) else None
        case str():
            return None if value in _signalling(question) else value
        case tuple() if value and isinstance(value[0], Item):
            texts = [one.text for one in value if isinstance(one, Item)]
            whole = all(text.strip() for text in texts)
            return value if whole and may_be_printed(rules, ", ".join(texts), asked) else None
        case tuple():
            kept = tuple(one for one in members_of(value) if one not in _signalling(question))
            return kept or None
        case _:
            return value


def printable(
    rules: Rules, answers: Mapping[str, Known], questions: Mapping[str, Question], *, words: bool
) -> dict[str, Known]:
    """Return the answers as a text on the page may name them; without `words`, only what was chosen."""
    return {
        name: admitted(rules, questions.get(name), value)
        if words or not is_own(value)
        else None
        for name, value in answers.items()
    }  # fmt: skip


def is_own(value: Known) -> bool:
    """Whether an answer is in the person's own words."""
    if isinstance(value, (Words, Interval, Dated)):
        return True
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Item)


def is_plain_no(question: Question, value: Known) -> bool:
    """Whether a question about safety was answered with a plain no, which carries no signal."""
    if not isinstance(value, str) or value in _signalling(question):
        return False
    if question.kind == "confirm":
        return value == "no"
    label = next((one.label for one in question.options if one.id == value), "")
    return label.lower().replace(",", " ").split()[:1] in _PLAIN_NO


def level_of(question: Question | None, value: Known) -> str:
    """Return the level of the signal that a chosen option carries, or ""."""
    signals = _signalling(question)
    return next((signals[one] for one in members_of(value) if one in signals), "")


def _signalling(question: Question | None) -> dict[str, str]:
    if question is None:
        return {}
    return {one.id: one.signal.level for one in question.options if one.signal is not None}
