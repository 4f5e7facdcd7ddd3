"""What the commands of the engine's own room do; where a word is one is settled in commands.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue import commands, safety, wording
from bot.dialogue.answering import direct_answer, is_under_way, open_path, weaken
from bot.dialogue.folding import dialog_of
from bot.dialogue.library import SAVING
from bot.dialogue.log import read_log, undoable
from bot.dialogue.session import (
    Answered,
    Backed,
    Leave,
    SayText,
    ShowThing,
    Signpost,
    Skipped,
    Undone,
    Woke,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.dialogue.session import Entry, Turn
    from bot.dialogue.stand import Asked
    from bot.dialogue.turn import Making


# --- commands -----------------------------------------------------------------


def command(making: Making, spoken: commands.Spoken) -> Turn:
    """Do what a command says; the host's are handed on as a `Leave`."""
    word = spoken.command.word
    making.trace.append(f"command {word}")
    if spoken.command.room == "host":
        making.effects.append(Leave(word))
        return making.done()
    if word == "exit":
        making.effects.append(Leave("exit"))
        return making.done()
    if word == "change":
        return _change_which(making, spoken.rest)
    if word in _MOVES:
        return _MOVES[word](making)
    if word == "help":
        making.effects.append(Signpost(safety.LINES))
        rows = tuple((f"/{one.word}", one.meaning) for one in commands.COMMANDS)
        making.effects.append(ShowThing("commands", rows))
    elif word == "resources":
        making.effects.append(Signpost(()))
    elif word == "why":
        _why(making)
    making.ask()
    return making.done()


def _why(making: Making) -> None:
    asked = making.session.view.open
    if asked is None:
        return
    why = asked.question.why
    if why is None:
        making.phrase("why-default")
    else:
        frame = making.top.frames[-1] if making.top is not None else None
        answers = frame.answers if frame is not None else {}
        questions = frame.plan.questions if frame is not None else {}
        shown = wording.shown_id(why, 0, "")
        making.effects.append(SayText(shown, wording.filled(why, 0, answers, questions)))


def _skip(making: Making) -> Turn:
    top = making.top
    if top is None or top.open is None:
        making.phrase("over")
        return making.done()
    if dialog_of(top).startswith(safety.DIRECT):
        return direct_answer(making, top, dialog_of(top), "unsure")
    return making.skip()


def _back(making: Making) -> Turn:
    view, top = making.session.view, making.top
    if top is not None and top.open is not None and dialog_of(top).startswith(safety.CHANGE):
        return making.skip()
    if view.ended or top is None or not top.road:
        making.phrase("nothing-to-back")
        making.ask()
        return making.done()
    last = top.road[-1]
    weaken(making, last.seq)
    making.new.append(Backed(making.seq, making.at, making.message, last.key))
    return making.settle()


def _undo(making: Making) -> Turn:
    view, entries = making.session.view, making.session.entries
    target = 0 if view.ended or view.closed else undoable(entries)
    if not target:
        making.phrase("nothing-to-undo")
        making.ask()
        return making.done()
    key = getattr(entries[target - 1], "key", None)
    undone = Undone(making.seq, making.at, making.message, target)
    kept = [one for one in entries[target:] if getattr(one, "key", None) != key]
    restored = read_log((*entries[: target - 1], *kept)).standing.get(key) if key else None
    caused = safety.caused_by(entries, restored.seq) if restored is not None else []
    marks = [safety.Mark(one.code, one.level, "option") for one in caused]
    making.signal(marks)
    making.new.append(undone._replace(seq=making.seq))
    for entry in entries[target:]:
        # An answer given after a back is the change that is taken back with it.
        if isinstance(entry, (Answered, Skipped, Woke)) and entry.key == key:
            making.new.append(undone._replace(seq=making.seq, target=entry.seq))
    making.phrase("undone")
    open_path(making, marks, dialog_of(making.top))
    return making.settle()


def _misread(making: Making) -> Turn:
    entry = safety.retractable(making.session.entries)
    dialog = safety.DIRECT + entry.code if entry is not None else ""
    if entry is None or is_under_way(making.session.view.stack, dialog):
        making.phrase("nothing-misread")
        making.ask()
        return making.done()
    making.detour(dialog)
    return making.settle()


def _pause(making: Making) -> Turn:
    view = making.session.view
    asks = view.saving == "unasked" and making.library.plan(SAVING) is not None
    if asks and view.open is not None and not view.closed and making.top is view.stack[0]:
        making.detour(SAVING)
        return making.settle()
    making.phrase("paused")
    making.effects.append(Leave("paused"))
    return making.done()


_MOVES: dict[str, Callable[[Making], Turn]] = {
    "back": _back,
    "skip": _skip,
    "undo": _undo,
    "misread": _misread,
    "pause": _pause,
}


def _change_which(making: Making, which: str) -> Turn:
    view = making.session.view
    top = making.top
    if view.ended or top is None or top is not view.stack[0]:
        making.phrase("closed" if view.closed else "over" if view.ended else "change-later")
        making.ask()
        return making.done()
    road = changeable(top.road)
    if which.isdecimal() and len(which) < 6 and 0 < int(which) <= len(road):
        making.detour(f"{safety.CHANGE}{road[int(which) - 1].seq}")
        return making.settle()
    if road:
        making.effects.append(ShowThing("change", answer_rows(making.session.entries, road)))
    else:
        making.phrase("change-none")
    making.ask()
    return making.done()


def changeable(road: Sequence[Asked]) -> tuple[Asked, ...]:
    """Return what can be changed of a road; a wait that is over is no answer to put right."""
    return tuple(one for one in road if one.question.kind != "wait")


def answer_rows(entries: Sequence[Entry], road: Sequence[Asked]) -> tuple[tuple[str, str], ...]:
    """Return each answered question with its number, and the answer in words.

    In brackets stands what there is instead: left open, or words that are not said back.
    """
    rows = []
    for place, asked in enumerate(road, start=1):
        entry = entries[asked.seq - 1]
        value = None if getattr(entry, "marked", False) else getattr(entry, "value", None)
        words = wording.in_words(value, asked.question)
        if not words:
            words = wording.UNSAID if getattr(entry, "marked", False) else wording.LEFT_OPEN
        rows.append((f"{place}. {wording.put_on(road, asked)}", words))
    return tuple(rows)
