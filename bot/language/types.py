"""Types of answers: what a guard may do with a name, and how a program writes them down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.language.diagnostics import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

ONE, MANY, NUMBER, DATE, TEXT, LIST = "one", "many", "number", "date", "text", "list"


class Type(NamedTuple):
    """A type by its kind: one or many members, number, date, text (members are classes), list."""

    kind: str
    members: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """How a message calls an answer of this type."""
        return _SAID[self.kind]

    def __str__(self) -> str:
        """As a program writes it: `one:a,b`, `number`."""
        return f"{self.kind}:{','.join(self.members)}" if self.kind in _WITH_MEMBERS else self.kind


_WITH_MEMBERS = frozenset({ONE, MANY, TEXT, LIST})
_SAID = {
    ONE: "one of several options",
    MANY: "several options",
    NUMBER: "a number",
    DATE: "a date",
    TEXT: "own words",
    LIST: "a list",
}

FITTING = {
    ONE: "compare it with `==`, `!=` or `in [ ]`",
    MANY: "write `… has …`, or `count(…) >= 2`",
    NUMBER: "compare it with a number",
    DATE: "write `days_since(…) < 7`",
    TEXT: "free text steers only by `has`, with the classes of its `recognise:`",
    LIST: "write `count(…) >= 2`",
}
"""What a guard may do with a type, for one that did something else."""

YES_NO_UNSURE = Type(ONE, ("yes", "no", "unsure"))
WAITED = Type(ONE, ("woke", "left"))


class Answer(NamedTuple):
    """A name a guard or a text may read: its type, the verb that gives it, and the line.

    `loop` is the name of the `for each` around the question; `sure` says that it is never unknown
    once the road has passed it.
    """

    name: str
    type: Type
    verb: str
    line: int
    loop: str = ""
    sure: bool = False
    low: float = float("-inf")
    high: float = float("inf")


_SLIP = 0.85
"""How near a name must be to a known one to be that one mistyped, and not one that is missing."""


class Answers(dict[str, Answer]):
    """The answers of a dialog by name; `has_gaps` where a question's own name could not be read."""

    has_gaps = False


def is_beyond_reach(name: str, answers: Mapping[str, Answer]) -> bool:
    """Whether a name may be that of a question or a dialog that could not be read."""
    if isinstance(answers, Answers) and answers.has_gaps and not nearest(name, answers, _SLIP):
        return True
    call = answers.get(name.partition(".")[0]) if "." in name else None
    return call is not None and call.verb == "call" and not call.type.members


class Interface(NamedTuple):
    """What others may know of a dialog: how it ends, what it takes and gives, what it weighs."""

    dialog: str
    outcomes: tuple[str, ...]
    takes: tuple[tuple[str, Type], ...]
    gives: tuple[tuple[str, Type], ...]
    indicators: tuple[str, ...]
    asks: bool


def settled(operator: str, low: float, high: float, amount: float) -> bool | None:
    """Return what `x OPERATOR amount` is for every x from low to high; None if it depends."""
    match operator:
        case "<":
            return True if high < amount else False if low >= amount else None
        case "<=":
            return True if high <= amount else False if low > amount else None
        case ">":
            return True if low > amount else False if high <= amount else None
        case ">=":
            return True if low >= amount else False if high < amount else None
        case "==":
            return False if amount < low or amount > high else None
        case _:
            return True if amount < low or amount > high else None
