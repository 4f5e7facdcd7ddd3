"""Transcripts: talks that anyone can read, played again through the real engine.

A transcript is `dialog: ID`, then `Bot:` and `You:` lines. `You: (wait)` lets the open timer run
out. `Bot: [help lines: …]`, `Bot: [show: …]` and `Bot: [over: …]` stand for what is not a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.dialogue.engine import step
from bot.dialogue.session import (
    AskQuestion,
    Begin,
    Due,
    Leave,
    Said,
    SayText,
    ShowThing,
    Signpost,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.session import Effect, Session

START = 1_800_000_000.0
"""When every transcript begins, in seconds since the epoch; dates in it are relative."""
TURN_SECONDS = 20.0
SEED = 7
WAIT = "(wait)"
_DIALOG = "dialog: "
_YOU = "You: "


def replay(library: Library, transcript: str) -> str:
    """Play the `You:` lines of a transcript and return it as the engine speaks it today.

    Raises ValueError where the first line names no dialog.
    """
    lines = transcript.strip().splitlines()
    if not lines or not lines[0].startswith(_DIALOG):
        raise ValueError("a transcript starts with `dialog: ` and the path of a dialog")
    dialog = lines[0].removeprefix(_DIALOG).strip()
    said = [line.removeprefix(_YOU) for line in lines if line.startswith(_YOU)]
    return "\n".join([lines[0], *_played(library, dialog, said)]) + "\n"


def _played(library: Library, dialog: str, said: Sequence[str]) -> Iterable[str]:
    at = START
    turn = step(library, None, Begin(dialog, SEED, at))
    yield from _lines(turn.effects)
    for line in said:
        at += TURN_SECONDS
        yield _YOU + line
        session: Session = turn.session
        asked = session.view.open
        if line == WAIT and asked is not None:
            at = max(at, asked.due)
            turn = step(library, session, Due(asked.key, at))
        else:
            turn = step(library, session, Said(line, at))
        yield from _lines(turn.effects)


def _lines(effects: Iterable[Effect]) -> Iterable[str]:
    for effect in effects:
        match effect:
            case SayText(text=text) | AskQuestion(text=text):
                yield f"Bot: {text}"
            case Signpost(kinds=kinds):
                yield f"Bot: [help lines: {', '.join(kinds)}]"
            case ShowThing(what=what, rows=rows):
                yield f"Bot: [show: {what}]"
                yield from (f"Bot: {mark} {words}" for mark, words in rows)
            case Leave(reason=reason, outcome=outcome):
                yield f"Bot: [over: {outcome or reason}]"
            case _:
                assert_never(effect)
