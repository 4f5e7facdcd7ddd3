"""Choosing with the arrows: which option is pointed at, which are ticked, and how that looks.

Values only. Nothing is pointed at until a key was pressed, so no reflex becomes an answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.channels.terminal.colours import HERE
from bot.channels.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from bot.channels.terminal.drawing import Row

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Choice:
    """Options as (id, label). `here` is the place pointed at, `ticked` are places, all from 0.

    `alone` is the id of an option that goes with no other.
    """

    options: tuple[tuple[str, str], ...]
    several: bool = False
    alone: str = ""
    here: int = NOWHERE
    ticked: frozenset[int] = frozenset()


def moved(choice: Choice, by: int) -> Choice:
    """Point `by` places further down, round the ends; from nowhere to the first or the last."""
    if choice.here == NOWHERE:
        return at(choice, 0 if by > 0 else len(choice.options) - 1)
    return at(choice, (choice.here + by) % len(choice.options))


def at(choice: Choice, place: int) -> Choice:
    """Point at a place; at none where there is no such place."""
    return replace(choice, here=place if 0 <= place < len(choice.options) else NOWHERE)


def typed(choice: Choice, line: str) -> Choice:
    """Point at the option whose number is on the line; any other text points nowhere."""
    number = line.strip().rstrip(".)")
    return at(choice, int(number) - 1 if number.isascii() and number.isdecimal() else NOWHERE)


def toggled(choice: Choice) -> Choice:
    """Tick what is pointed at, or take its tick away; what stands alone stays alone."""
    if choice.here == NOWHERE:
        return moved(choice, 1)
    here = frozenset({choice.here})
    if choice.here in choice.ticked:
        return replace(choice, ticked=choice.ticked - here)
    ids = [one for one, _ in choice.options]
    lonely = frozenset({ids.index(choice.alone)}) if choice.alone in ids else frozenset()
    if here == lonely:
        return replace(choice, ticked=here)
    return replace(choice, ticked=(choice.ticked | here) - lonely)


def pressed(choice: Choice) -> tuple[str, ...]:
    """Return the ids that Enter would take; none where nothing was chosen yet."""
    if choice.several:
        return tuple(choice.options[place][0] for place in sorted(choice.ticked))
    return () if choice.here == NOWHERE else (choice.options[choice.here][0],)


def labels(choice: Choice, ids: tuple[str, ...]) -> str:
    """Return the labels of options, in words."""
    return ", ".join(label for one, label in choice.options if one in ids)


def words(choice: Choice) -> str:
    """Say in words where the arrow stands and what is ticked; "" before any key."""
    said = []
    if choice.here != NOWHERE:
        place = f"{choice.here + 1} of {len(choice.options)}"
        said.append(f"{place}: {choice.options[choice.here][1]}")
    if choice.ticked:
        said.append(f"ticked: {labels(choice, pressed(choice))}")
    return "; ".join(said)


def rows(choice: Choice, width: int) -> list[Row]:
    """Return the list as it is drawn."""
    drawn: list[Row] = []
    digits = len(str(len(choice.options)))
    for place, (_, label) in enumerate(choice.options):
        arrow = ">" if place == choice.here else " "
        tick = ("[x] " if place in choice.ticked else "[ ] ") if choice.several else ""
        head = f"{arrow} {tick}{place + 1:>{digits}}. "
        style = HERE if place == choice.here else ""
        for line in wrapped(label, width - len(head), cut=True):
            drawn.append([(style, head + line)])
            head = " " * len(head)
    return drawn


def row_of(choice: Choice, width: int) -> int:
    """Return which drawn row the arrow stands in, so that it can be kept in sight."""
    arrows = (place for place, row in enumerate(rows(choice, width)) if row[0][1].startswith(">"))
    return next(arrows, 0)
