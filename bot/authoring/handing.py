"""What stands before the first step of a talk that is tried out: answers handed over or remembered.

A dialog that takes something is given a caller for it; the words for a value are read here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.program import Ask, Call, End, Program, Question, Text
from bot.dialogue.scope import Dated
from bot.dialogue.session import Interval, Item, Value, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.dialogue.library import Library
    from bot.dialogue.program import Instruction
    from bot.dialogue.scope import Known

FIRST = "first"
"""The one question of a caller; it stands for all that was asked before."""

_DAYS = re.compile(r"(?:between (\d+) and )?(\d+) days? ago")


SIGNAL, VISITED = "signal", "visited"
"""Names in `before` that are no answers: a level of signal that stands, a dialog that was entered."""


class Opening(NamedTuple):
    """How a talk is begun: on which library, with which dialog and facts.

    With `asks` it is begun by a caller that asks one thing first; `levels` are heard there.
    """

    library: Library
    dialog: str
    facts: Mapping[str, Value]
    levels: tuple[str, ...] = ()
    asks: bool = False


def opening(library: Library, dialog: str, before: Iterable[tuple[str, str]] = ()) -> Opening:
    """Return how a dialog is begun so that what stands in `before` holds at its first step.

    A dialog with `contact: yes` is begun as if each question about safety had its answer.
    Raises ValueError for a dialog or a name there is not.
    """
    program = library.programs.get(dialog)
    if program is None:
        raise ValueError(f"there is no dialog `{dialog}`")
    pairs = tuple(before)
    levels = tuple(words for name, words in pairs if name == SIGNAL)
    visited = tuple(words for name, words in pairs if name == VISITED)
    facts = {
        name: value_of(words, _kind(library, program, name))
        for name, words in pairs
        if name not in (SIGNAL, VISITED)
    }
    handed = tuple(name for name in facts if name in program.takes)
    if not (handed or levels or visited or program.contact):
        return Opening(library, dialog, facts)
    caller = _caller(dialog, handed, visited)
    stubs = {one: Program(one, "", "", (End("end", "end"),), {}, ("",)) for one in visited}
    programs = {**library.programs, **stubs, caller.dialog: caller}
    return Opening(
        replace(library, programs=programs, _plans={}), caller.dialog, facts, levels, asks=True
    )


def _caller(dialog: str, handed: tuple[str, ...], visited: tuple[str, ...]) -> Program:
    """Return a dialog that asks one thing, enters those visited, and then calls the one tried out."""
    name = f"before {dialog}"
    question = Question(FIRST, "confirm", Text(f"{name}/{FIRST}", ()), gate=True)
    code: tuple[Instruction, ...] = (
        Ask(FIRST, question),
        *(Call(one, one) for one in visited),
        Call(dialog, dialog, hands=tuple((one, one) for one in handed)),
        End("over", "over"),
    )
    return Program(name, "", "", code, {}, ("",) * len(code), recalls=handed)


def _kind(library: Library, program: Program, name: str) -> str:
    """Return the type of what a dialog takes or recalls."""
    if name in program.types:
        return program.types[name]
    known = next((one.types[name] for one in library.programs.values() if name in one.types), None)
    if known is None:
        raise ValueError(f"`{program.dialog}` takes and recalls no `{name}`")
    return known


def value_of(words: str, kind: str) -> Value:
    """Read a value from the words that `words_of` gives for it; `kind` is the type of its name."""
    match kind.partition(":")[0]:
        case "many":
            return tuple(one.strip() for one in words.split(",") if one.strip())
        case "number":
            return _number(words)
        case "date":
            days = _DAYS.fullmatch(words)
            if days is None:
                raise ValueError(f"`{words}` is no `3 days ago`")
            return Interval(int(days[1] or days[2]), int(days[2]), words)
        case "text":
            return Words("…", tuple(one.strip() for one in words.split(",") if one.strip(" …")))
        case "list":
            texts = [one.strip() for one in words.split(",") if one.strip()]
            return tuple(Item(f"i{place}", text) for place, text in enumerate(texts, 1))
        case _:
            members = [one.strip() for one in kind.partition(":")[2].split(",")]
            if words not in members:
                raise ValueError(f"`{words}` is none of {', '.join(members)}")
            return words


def _number(words: str) -> float:
    try:
        return float(words)
    except ValueError:
        raise ValueError(f"`{words}` is no number") from None


def words_of(value: Known) -> str:
    """Write a value so that `value_of` reads it again."""
    match value:
        case Dated():
            return words_of(value.days)
        case Interval(days_min=first, days_max=last):
            return f"{last} days ago" if first == last else f"between {first} and {last} days ago"
        case Words():
            return ", ".join(value.classes) or "…"
        case tuple():
            return ", ".join(one.text if isinstance(one, Item) else str(one) for one in value)
        case float() | int():
            return f"{value:g}"
        case _:
            return value or ""
