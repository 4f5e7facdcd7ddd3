"""Effects of a turn as plain lines, for whoever tries a dialog out; no host and no store behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.channels import showing
from bot.channels.lines import clean
from bot.dialogue.session import AskQuestion, Leave, SayText, ShowThing, Signpost
from bot.host import HandOver, Moved, ShowMood, Taken
from bot.mood import course

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.host import HostEffect


def written(
    effects: Iterable[HostEffect], help_lines: Callable[[Sequence[str]], Sequence[str]]
) -> Iterator[str]:
    """Give a turn as lines that stand below each other; `help_lines` gives those of some kinds."""
    for effect in effects:
        match effect:
            case SayText():
                yield f"Bot: {clean(effect.text)}"
            case AskQuestion():
                yield from _question(effect)
            case ShowThing():
                yield f"Bot: {showing.heading(effect.what)}"
                yield from (f"  {clean(showing.row(*one))}" for one in effect.rows)
            case ShowMood():
                yield f"Bot: {course.HEADING}"
                yield from (f"  {clean(one)}" for one in course.lines(effect.mood))
            case Signpost():
                yield f"Bot: {showing.REACH}"
                yield from (f"  {clean(one)}" for one in help_lines(effect.kinds))
            case Taken() | HandOver() | Leave():
                yield _beside(effect)
            case Moved():
                continue
            case _:
                assert_never(effect)


def _beside(effect: Taken | HandOver | Leave) -> str:
    """Return what happens beside what is said."""
    match effect:
        case Taken():
            return f"You chose: {clean(effect.words)}"
        case HandOver():
            return f"[a file is handed over: {clean(effect.name)}]"
        case Leave():
            return f"[over: {effect.outcome or effect.reason}]"


def _question(asked: AskQuestion) -> Iterator[str]:
    yield f"Bot: {clean(asked.text)}"
    if asked.before:
        yield f"  Before: {clean(asked.before)}"
    options = showing.options(asked.question)
    yield from (f"  {number}. {clean(label)}" for number, (_, label) in enumerate(options, 1))
    hint = showing.hint(asked.question)
    if hint:
        yield f"  {hint}"
