"""What taking an answer does: its signals, the path they open, the engine's own questions.

How a line became an answer is the engine's business, how the talk walks on is turn.py's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue import hearing, safety, wording
from bot.dialogue.folding import dialog_of
from bot.dialogue.scope import members_of
from bot.dialogue.session import (
    Answered,
    Changed,
    Drafted,
    Retracted,
    Signalled,
    Skipped,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.program import Question
    from bot.dialogue.session import Entry, Turn, Value
    from bot.dialogue.stand import Asked, Stand
    from bot.dialogue.turn import Making
    from bot.understanding.text import Text


def option_marks(question: Question, value: Value) -> list[safety.Mark]:
    """Return the signals that the chosen options carry."""
    marks = []
    for option in question.options:
        signal = option.signal
        if signal is not None and option.id in members_of(value):
            marks.append(safety.Mark(signal.code, signal.level, "option"))
    return marks


def answer(
    making: Making, value: Value, marks: Sequence[safety.Mark], *, marked: bool = False
) -> Turn:
    """Take an accepted answer to the open question, with the signals that came with it."""
    top = making.top
    if top is None or top.open is None:
        return making.done()
    if not top.open.frame.startswith("!"):
        if not marks and not marked and not making.new and making.is_on_new_ground:
            return making.walk_on(Answered, value)
    elif (dialog := dialog_of(top)).startswith(safety.OWN):
        return own_answer(making, top, dialog, value, marks, marked=marked)
    making.signal(marks)
    making.new.append(
        Answered(making.seq, making.at, making.message, top.open, value, marked=marked)
    )
    making.trace.append(f"answered {top.open.step}")
    open_path(making, marks, dialog_of(top))
    return making.settle()


def open_path(making: Making, marks: Sequence[safety.Mark], active: str) -> bool:
    """Open the dialog that signals lead to, unless it is under way; true when it was opened."""
    view, entries = making.session.view, making.session.entries
    dialog = safety.opens(making.library, marks, entries, active, view.closed)
    if not dialog or is_under_way(view.stack, dialog):
        return False
    making.detour(dialog)
    return True


def is_under_way(stack: Sequence[Stand], dialog: str) -> bool:
    """Whether a detour through `dialog` is not over yet."""
    return any(not stand.outcome and dialog_of(stand) == dialog for stand in stack[1:])


# --- the engine's own questions -----------------------------------------------


def own_answer(
    making: Making,
    top: Stand,
    dialog: str,
    value: Value,
    marks: Sequence[safety.Mark],
    *,
    marked: bool,
) -> Turn:
    """Take the answer to a question of the engine's own."""
    if dialog.startswith(safety.DIRECT):
        said = str(value)
        return direct_answer(making, top, dialog, "unsure" if said == "no" and marks else said)
    key = top.open
    if key is None:
        return making.done()
    if dialog.startswith(safety.CHANGE):
        making.new.append(Skipped(making.seq, making.at, making.message, key))
        asked = asked_at(making.session.view.stack[0].road, dialog)
        if asked is None:
            return making.settle()
        return put_in_place(making, asked, value, marks, marked=marked)
    making.new.append(Answered(making.seq, making.at, making.message, key, value))
    draft = safety.entry_about(making.session.entries, dialog)
    main = making.session.view.stack[0]
    if value == "yes" and isinstance(draft, Drafted) and main.question and main.open == draft.key:
        kept = hearing.hear(
            making.library.rules, main.question, wording.put_as(main.question), read_line(draft.text),
            at=making.there, seq=making.seq, before=None,
        )  # fmt: skip
        if kept is not None:
            making.new.append(
                Answered(making.seq, making.at, making.message, draft.key, kept, draft.marked)
            )
    return making.settle()


def asked_at(road: Sequence[Asked], dialog: str) -> Asked | None:
    """Return the question on the road that a dialog of the engine's own is about."""
    about = dialog.partition(":")[2]
    return next((one for one in road if str(one.seq) == about), None)


def direct_answer(making: Making, top: Stand, dialog: str, said: str) -> Turn:
    """Take `said` (yes, no, unsure); anything but a clear no counts as danger now."""
    key = top.open
    if key is None:
        return making.done()
    code = dialog.removeprefix(safety.DIRECT)
    making.new.append(Answered(making.seq, making.at, making.message, key, said))
    if said == "no":
        for entry in safety.standing_signals(making.session.entries):
            if safety.about(entry.code) != safety.about(code):
                continue
            making.new.append(Retracted(making.seq, making.at, making.message, entry.seq))
        making.phrase("ask.clear")
        open_path(making, _said_beside(making.session.entries, top, code), "")
        return making.settle()
    making.signal([safety.Mark(code, safety.NOW, "asked")])
    path = making.library.path(code, safety.NOW)
    if path and not is_under_way(making.session.view.stack, path):
        making.detour(path)
    return making.settle()


def _said_beside(entries: Sequence[Entry], top: Stand, code: str) -> list[safety.Mark]:
    """Return the signals heard in one line with the one that was asked about, which had to wait."""
    anchor = top.open.frame[1:] if top.open is not None else ""
    asked = safety.entry_about(entries, f":{anchor}")
    return [
        safety.Mark(entry.code, entry.level, "text")
        for entry in entries
        if isinstance(entry, Signalled) and asked is not None
        and (entry.at, entry.message, entry.source) == (asked.at, asked.message, "text")
        and safety.about(entry.code) != safety.about(code) and entry.level != safety.ASK
    ]  # fmt: skip


def weaken(making: Making, answer: int) -> None:
    """Let the signals of a withdrawn option count as amber from now on."""
    entries = making.session.entries
    taken = {entry.target for entry in entries if isinstance(entry, Retracted)}
    for entry in safety.caused_by(entries, answer):
        if entry.seq not in taken:
            making.new.append(Retracted(making.seq, making.at, making.message, entry.seq))


def put_in_place(
    making: Making,
    asked: Asked,
    value: Value,
    marks: Sequence[safety.Mark],
    *,
    marked: bool,
) -> Turn:
    """Put a value in the place of the answer at `asked`."""
    before = making.session.entries[asked.seq - 1]
    same = not marks and getattr(before, "value", None) == value
    weaken(making, asked.seq)
    making.signal(marks)
    making.new.append(
        Changed(making.seq, making.at, making.message, asked.key, value, marked=marked)
    )
    making.phrase("changed.same" if same else "changed")
    making.changes = not same
    open_path(making, marks, dialog_of(making.top))
    return making.settle()


def read_line(text: str) -> Text:
    """Read what was typed; the reader is loaded here, since a press needs none."""
    from bot.understanding.text import read  # noqa: PLC0415 - a press needs no reader

    return read(text)
