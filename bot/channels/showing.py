"""What a channel says of its own around the talk, in words that fit lines as well as a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.wording import CONFIRM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogue.program import Question

OVER = "This talk is over. You can still write to me. /home begins a new one, /exit leaves."
PAUSED = "You can come back at any time with: afterword"
REACH = "People you can reach now:"
LISTENING = "I'm listening. You can also type skip, help or exit."
TOO_LONG = "That was far too long for me. I took the first part."

CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""Home, clear the screen, clear what was scrolled out of it; without the last it would stay."""

_HEADINGS: Mapping[str, str] = {
    "reasons": "What this rests on:",
    "notes": "Your notes:",
    "note": "Your note:",
    "my-data": "What is kept about you:",
    "answers": "What you told me:",
    "since": "What is different from before:",
    "commands": "Words you can type:",
}
_HINTS: Mapping[str, str] = {
    "pick": "Type the numbers of all that fit, like 1,3.",
    "date": "Type a day or a stretch of time, like: three weeks ago.",
    "list": "Type them on one line, with commas in between.",
}


def heading(what: str) -> str:
    """Return the line above what is shown."""
    return _HEADINGS.get(what, f"{what.capitalize()}:")


def row(mark: str, words: str) -> str:
    """Return one row of what is shown: a sign stands alone, a label has a colon."""
    return f"{mark} {words}" if len(mark) <= 1 else f"{mark}: {words}"


def options(question: Question) -> tuple[tuple[str, str], ...]:
    """Return what can be chosen, as (id, label) in the order of the numbers; empty where it is open."""
    if question.kind == "confirm":
        return tuple(CONFIRM.items())
    return tuple((one.id, one.label) for one in question.options)


def ends(question: Question) -> tuple[str, str]:
    """Return both ends of a scale in words, like `0 (calm)`."""
    low = f"{question.low:g}" + (f" ({question.low_label})" if question.low_label else "")
    high = f"{question.high:g}" + (f" ({question.high_label})" if question.high_label else "")
    return low, high


def hint(question: Question) -> str:
    """Say how to answer in a line of one's own, with the ends of a scale in words."""
    match question.kind:
        case "rate":
            low, high = ends(question)
            return f"From {low} to {high}."
        case "number":
            return f"A number from {question.low:g} to {question.high:g}."
        case "wait":
            return f"Type done to go on: {question.leave}" if question.leave else ""
        case "list" if question.most > 1:
            return f"Up to {question.most}. {_HINTS['list']}"
        case kind:
            return _HINTS.get(kind, "")
