"""What counts as an answer to a question: given values checked against the question as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.expressions import Dated, members_of
from bot.dialogue.session import Answered, Changed, Interval, Item, Skipped, Woke, Words
from bot.dialogue.stand import Heard

if TYPE_CHECKING:
    from bot.dialogue.expressions import Known
    from bot.dialogue.program import Option, Question
    from bot.dialogue.session import Entry, Value

OTHER = "other"
"""The member that own words stand for where a question takes them."""
SIDES = ("yes", "no", "unsure")


def standing_value(question: Question, entry: Entry) -> Heard | None:
    """Return what a standing entry answers today's question with; None if it has to be asked again.

    An older name of an option is read as its new one.
    """
    kind = entry.__class__
    if kind is Answered or kind is Changed:
        seq, at, value, marked = entry.seq, entry.at, entry.value, entry.marked  # type: ignore[union-attr]  # the class was just looked at
    elif kind is Skipped:
        return Heard(entry.seq, entry.at, None)
    elif kind is Woke:
        seq, at, value, marked = entry.seq, entry.at, "woke", False
    else:
        return None
    if not fits(question, value):
        value = _renamed(question, value)
        if not fits(question, value):
            return None
    return Heard(seq, at, value, marked)


def fits(question: Question, value: Value) -> bool:  # noqa: C901 - an arm for each kind
    """Whether a value answers the question as it is now; unknown always does."""
    if value is None:
        return True
    match question.kind:
        case "choose":
            if value.__class__ is str:
                return value in [one.id for one in question.options if not one.opens]
            return question.other and isinstance(value, Words) and OTHER in value.classes
        case "confirm":
            return value in SIDES
        case "pick":
            if isinstance(value, Words):
                held = set(value.classes) - {OTHER}
                return question.other and held <= {one.id for one in question.options}
            return _is_members(value) and set(members_of(value)) <= {
                one.id for one in question.options
            }
        case "rate" | "number":
            return is_number(value) and question.low <= value <= question.high  # type: ignore[operator]  # it is a number
        case "date":
            return isinstance(value, Interval)
        case "write":
            return isinstance(value, Words)
        case "list":
            return isinstance(value, tuple) and all(isinstance(one, Item) for one in value)
        case "wait":
            return value in ("woke", "left")
        case _:
            return False


def is_number(value: Value) -> bool:
    """Whether a value is a number (a truth is not)."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_members(value: Value) -> bool:
    if not isinstance(value, tuple) or isinstance(value, (Interval, Words)):
        return False
    return all(isinstance(one, str) for one in value)


def _renamed(question: Question, value: Value) -> Value:
    newer = {old: option.id for option in question.options for old in option.formerly}
    if not newer:
        return value
    if isinstance(value, str):
        return newer.get(value, value)
    if _is_members(value):
        return tuple(newer.get(one, one) for one in members_of(value))
    return value


def as_known(value: Value, heard: Heard) -> Known:
    """Return a value as the machine holds it: dates with their day, marked words without the words."""
    if isinstance(value, Interval):
        return Dated(value._replace(said="") if heard.marked else value, heard.at)
    if heard.marked:
        if isinstance(value, Words):
            return Words("", value.classes)
        if isinstance(value, tuple) and value and isinstance(value[0], Item):
            return tuple(Item(one.id, "") for one in value if isinstance(one, Item))
    return value


def option_of(question: Question, known: Known) -> Option | None:
    """Return the option that was chosen, the first of several; None where there is none."""
    first = known if isinstance(known, str) else next(iter(members_of(known)), None)
    for option in question.options:
        if option.id == first:
            return option
    return None


def items_of(known: Known, question: Question | None) -> tuple[Item, ...] | None:
    """Return what a `for each` runs over: list items, or picked members by label; None if unknown."""
    if known is None:
        return None
    if isinstance(known, tuple) and all(isinstance(one, Item) for one in known):
        return tuple(one for one in known if isinstance(one, Item))
    labels = {one.id: one.label for one in question.options} if question is not None else {}
    return tuple(Item(one, labels.get(one, one)) for one in members_of(known))
