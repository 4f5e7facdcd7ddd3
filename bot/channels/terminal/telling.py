"""Effects of a talk as pieces on the paper: how each is said, and nothing of what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.channels import showing
from bot.channels.lines import clean
from bot.channels.terminal import suggesting
from bot.channels.terminal.colours import ASK, BOT, WARN
from bot.channels.terminal.paper import GAP, Piece, yours
from bot.dialogue.session import AskQuestion, Leave, SayText, ShowThing, Signpost
from bot.host import HandOver, Moved, ShowMood, Taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.channels.terminal.signs import Signs
    from bot.host import HostEffect


def pieces(  # noqa: C901 - an arm for each effect
    effect: HostEffect,
    lines: Callable[[Sequence[str]], Sequence[str]],
    hand_over: Callable[[HandOver], str],
    signs: Signs,
) -> Iterator[Piece]:
    """Give an effect as pieces.

    `lines` gives help lines by kind; `hand_over` puts a file away and says where it is.
    """
    match effect:
        case Moved():
            return
        case SayText():
            yield Piece(BOT, clean(effect.text))
        case AskQuestion():
            yield Piece(ASK, clean(effect.text))
        case ShowThing() if effect.what == "commands":
            # Short, so that the lines of help above it stay in sight in a small window.
            yield Piece(BOT, f"{showing.heading(effect.what)} {suggesting.named()}")
        case ShowThing():
            yield Piece(BOT, showing.heading(effect.what))
            yield from (_row(showing.row(mark, words)) for mark, words in effect.rows)
        case ShowMood():
            yield from _mood(effect, signs)
        case Signpost():
            yield Piece(WARN, showing.REACH)
            yield from map(_row, lines(effect.kinds))
        case Taken():
            yield yours(f"You chose: {clean(effect.words)}")
            yield GAP
        case HandOver():
            yield Piece(BOT, clean(hand_over(effect)))
        case Leave():
            if effect.reason not in ("exit", "paused"):
                # Nobody is sent away: whoever has more to say is still heard, and screened.
                yield Piece(BOT, showing.OVER)
        case _:
            assert_never(effect)


def _mood(effect: ShowMood, signs: Signs) -> Iterator[Piece]:
    from bot.channels.terminal import bars  # noqa: PLC0415 - few talks come to it
    from bot.mood import course  # noqa: PLC0415 - as above

    yield Piece(BOT, course.HEADING)
    yield from map(_row, bars.rows(effect.mood, signs))


def _row(text: str) -> Piece:
    return Piece(BOT, f"  {clean(text)}", "  ")
