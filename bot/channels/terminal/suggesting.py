"""The words of a talk while one is being typed: which fit what stands after the slash so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.channels.terminal.colours import HERE, HINT
from bot.channels.terminal.wrapping import wrapped
from bot.dialogue.commands import COMMANDS

if TYPE_CHECKING:
    from bot.channels.terminal.drawing import Row

MOST = 6
"""Words that are shown at once; typing on makes them fewer."""


class Word(NamedTuple):
    """A word with its slash, and what it does."""

    word: str
    meaning: str


OWN = (
    Word("/long", "a bigger place to write"),
    Word("/cover", "hide all this until you come back"),
)
"""Words of the terminal itself; nothing else knows them."""

WORDS = (*(Word(f"/{one.word}", one.meaning) for one in COMMANDS), *OWN)


def named() -> str:
    """Name all words in one paragraph, and say where their meanings are."""
    return f"{' '.join(one.word for one in WORDS)}. Type / and you see what each of them does."


def suggested(line: str) -> tuple[Word, ...]:
    """Return the words that begin like the line; none where the line is no word or is one already."""
    if not line.startswith("/") or " " in line or "\n" in line:
        return ()
    begun = line.lower()
    return tuple(one for one in WORDS if one.word.startswith(begun) and one.word != begun)


def completed(line: str, here: int) -> str:
    """Return the line with the suggestion at `here`, or as far as all of them agree."""
    found = [one.word for one in suggested(line)]
    if not found:
        return line
    if here >= 0:
        return found[here % len(found)]
    first, last = min(found), max(found)
    same = next((n for n, sign in enumerate(first) if last[n : n + 1] != sign), len(first))
    return first if len(found) == 1 else first[: max(same, len(line))]


def rows(line: str, here: int, width: int) -> list[Row]:
    """Return the suggestions as they are drawn, the one at `here` in sight."""
    found = suggested(line)
    if not found:
        return []
    start = max(0, min(here - MOST + 1, len(found) - MOST)) if here >= 0 else 0
    drawn: list[Row] = []
    for place, one in enumerate(found[start : start + MOST], start):
        arrow, style = (">", HERE) if place == here else (" ", HINT)
        head = f"{arrow} {one.word:<11} "
        for text in wrapped(one.meaning, max(10, width - len(head)), cut=True):
            drawn.append([(style, head + text)])
            head = " " * len(head)
    if len(found) > MOST:
        drawn.append([(HINT, f"  and {len(found) - MOST} more")])
    return drawn
