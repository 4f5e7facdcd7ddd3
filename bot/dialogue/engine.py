"""The one function that carries a talk on: an event in, a turn out; pure, total, without a clock.

It decides what an event is (a way out, danger, a command, an answer, or none of these); walking
the roads is the machine's, putting a turn together is turn.py's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.dialogue import commands, hearing, safety, wording
from bot.dialogue.answering import (
    answer,
    direct_answer,
    is_under_way,
    option_marks,
    put_in_place,
    read_line,
)
from bot.dialogue.folding import NOTHING, dialog_of, fold
from bot.dialogue.moves import command
from bot.dialogue.session import (
    Begin,
    Change,
    Drafted,
    Due,
    Leave,
    Picked,
    Recalled,
    Said,
    Session,
    Started,
    Woke,
    Words,
)
from bot.dialogue.turn import Making
from bot.dialogue.values import SIDES

if TYPE_CHECKING:
    from bot.dialogue.library import Library
    from bot.dialogue.program import Question
    from bot.dialogue.session import AskQuestion, Event, Key, Turn, Value
    from bot.understanding.signals import Signal
    from bot.understanding.text import Text
__all__ = ["chosen", "fold", "step"]

_FREE = frozenset({"write", "list", "date"})
_CLOSED = frozenset({"choose", "pick", "confirm", "rate", "number"})
_ADDED_UP = "-together"
"""How the signals end that are no pattern of their own but several small signs in one text."""


def step(library: Library, session: Session | None, event: Event) -> Turn:
    """Hear one event. The entries of the turn are what has to be kept, before its effects are done.

    Without a session only `Begin` does anything. Nothing a person types raises.
    """
    before = session if session is not None else Session((), NOTHING)
    match event:
        case Picked():
            return _picked(Making(library, before, event.at, event.message), event)
        case Begin():
            return _begin(Making(library, Session((), NOTHING), event.at, event.message), event)
        case Said():
            return _said(Making(library, before, event.at, event.message), event.text)
        case Due():
            return _due(Making(library, before, event.at, event.message), event)
        case Change():
            making = Making(library, before, event.at, event.message)
            return _change(making, event.key, event.text)
        case _:
            assert_never(event)


def _begin(making: Making, event: Begin) -> Turn:
    program = making.library.programs.get(event.dialog)
    if program is not None and program.contact:
        making.phrase("contact-shut")
        making.effects.append(Leave("ended"))
        return making.done()
    digest = program.digest if program is not None else ""
    making.new.append(Started(1, event.at, event.message, event.dialog, digest, event.seed))
    for fact, value in sorted(event.facts.items()):
        making.new.append(Recalled(making.seq, event.at, event.message, fact, value))
    making.trace.append(f"begin {event.dialog}")
    return making.settle()


# --- answers from buttons -----------------------------------------------------


def _picked(making: Making, event: Picked) -> Turn:
    view = making.session.view
    if view.open is None or (event.seq and event.seq < view.since):
        making.phrase("moved-on")
        making.ask()
        return making.done()
    question = view.open.question
    if question.kind in _FREE and event.options:
        return _said(making, event.options[0])
    value = chosen(question, event.options)
    if value is None:
        making.phrase("moved-on")
        making.ask()
        return making.done()
    if (opened := commands.opened_by(question, value)) is not None:
        return command(making, opened)
    return answer(making, value, option_marks(question, value))


def chosen(question: Question, options: tuple[str, ...]) -> Value:
    """Return the value that pressed options make; None where they do not fit the question."""
    first = options[0] if options else ""
    match question.kind:
        case "choose":
            for option in question.options:
                if option.id == first:
                    return first
            return None
        case "pick":
            ids = [one.id for one in question.options if one.id in options]
            known = len(ids) == len(set(options)) and ids
            return hearing.alone(question, tuple(ids)) if known else None
        case "confirm":
            return first if first in SIDES else None
        case "rate" | "number":
            number = _number(first)
            return (
                number if number is not None and question.low <= number <= question.high else None
            )
        case "wait":
            return "left"
        case _:
            return None


def _number(text: str) -> int | float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    if number != number or abs(number) > 1e15:  # noqa: PLR0124 - the one test for nan
        return None
    return int(number) if number == int(number) else number


def _due(making: Making, event: Due) -> Turn:
    asked = making.session.view.open
    early = asked is None or asked.question.kind != "wait" or event.at < asked.due
    if asked is None or early or asked.key != event.key:
        return making.done()
    top = making.top
    if top is making.session.view.stack[0] and making.is_on_new_ground:
        return making.walk_on(Woke, "woke")
    making.new.append(Woke(making.seq, making.at, making.message, event.key))
    return making.settle()


# --- typed lines --------------------------------------------------------------


def _screen(making: Making, text: Text, asked: str) -> list[safety.Mark]:
    from bot.understanding.signals import screen  # noqa: PLC0415 - a press needs no reader

    signals = screen(making.library.rules, text, asked=asked)
    return list(dict.fromkeys(safety.Mark(one.code, _level(one), "text") for one in signals))


def _level(signal: Signal) -> str:
    """Return the level at which a signal counts in a talk.

    Small signs that only add up may not cap what a whole talk can conclude: they are heard as soft.
    """
    small = signal.level == "amber" and signal.pattern.endswith(_ADDED_UP)
    return "soft" if small else signal.level


def _said(making: Making, line: str) -> Turn:
    if commands.is_exit(line):
        making.effects.append(Leave("exit"))
        return making.done()
    view = making.session.view
    if not view.stack:
        return making.done()
    asked = view.open
    text = read_line(line)
    closed = asked is not None and _answers_in_full(making, asked, text)
    marks = _screen(making, text, asked.text if asked is not None and not closed else "")
    if asked is not None and any(safety.is_low(mark) for mark in marks):
        marks = _beyond_an_option(making, asked, text, marks)
    top = making.top
    dialog = dialog_of(top) if top is not None and top.open is not None and top.open.frame else ""
    marked = any(mark.level in safety.MARKING for mark in marks)
    if not any(mark.level in safety.SERIOUS for mark in marks):
        spoken = commands.parse(line, asked.question if asked is not None else None)
        if spoken is not None:
            making.signal(marks)
            return command(making, spoken)
        if commands.is_slashed(line):
            making.signal(marks)
            making.phrase("no-such-word", word=commands.nearest(line))
            making.ask()
            return making.done()
    if dialog.startswith(safety.DIRECT) and asked is not None and top is not None:
        making.signal(marks)
        heard = hearing.hear(
            making.library.rules, asked.question, asked.text, text, at=making.there, seq=making.seq,
            before=None,
        )  # fmt: skip
        said = heard if isinstance(heard, str) else "unsure"
        doubtful = said == "no" and (marked or safety.is_for_now(text))
        return direct_answer(making, top, dialog, "unsure" if doubtful else said)
    if _opens_over(making, marks, line, marked=marked):
        return making.settle()
    if asked is None or top is None:
        making.signal(marks)
        making.phrase("over")
        return making.settle() if making.new else making.done()
    return _heard(making, asked, text, marks)


def _heard(making: Making, asked: AskQuestion, text: Text, marks: list[safety.Mark]) -> Turn:
    """Take a line as an answer to the open question, or ask again."""
    if asked.question.kind == "write" and hearing.leaves_open(asked.question, text):
        making.signal(marks)
        making.phrase("skipped")
        return making.skip()
    value = hearing.hear(
        making.library.rules, asked.question, asked.text, text, at=making.there, seq=making.seq,
        before=_before(making, asked.key),
    )  # fmt: skip
    if value is None:
        making.signal(marks)
        return making.unclear()
    if isinstance(value, Words) and value.classes == ("other",) and asked.question.other:
        making.phrase("other-answer")
    if (opened := commands.opened_by(asked.question, value)) is not None:
        making.signal(marks)
        return command(making, opened)
    marked = safety.is_unquotable(marks, value, text.raw)
    return answer(making, value, [*marks, *option_marks(asked.question, value)], marked=marked)


def _beyond_an_option(
    making: Making, asked: AskQuestion, text: Text, marks: list[safety.Mark]
) -> list[safety.Mark]:
    """Leave out low signs where a line only answers a closed question; the words are the author's."""
    if asked.question.kind not in _CLOSED:
        return marks
    heard = hearing.hear(
        making.library.rules, asked.question, asked.text, text, at=making.there, seq=making.seq,
        before=None,
    )  # fmt: skip
    if heard is None or isinstance(heard, Words):
        return marks
    return [mark for mark in marks if not safety.is_low(mark)]


def _answers_in_full(making: Making, asked: AskQuestion, text: Text) -> bool:
    """Whether a line picks an option that carries its own signals or none.

    What an option means stands in the dialog; read together with the question a second time, a
    plain "yes" would be asked about twice.
    """
    if not any(one.signal is not None for one in asked.question.options):
        return False
    heard = hearing.hear(
        making.library.rules, asked.question, asked.text, text, at=making.there, seq=making.seq,
        before=None,
    )  # fmt: skip
    return isinstance(heard, str)


def _before(making: Making, key: Key) -> Value:
    taken = making.session.view.taken.get(key)
    return getattr(taken, "value", None)


def _opens_over(making: Making, marks: list[safety.Mark], line: str, *, marked: bool) -> bool:
    """Open the path of what was heard over the talk, and hold the line as a draft."""
    if not marks:
        return False
    view = making.session.view
    top = making.top
    active = dialog_of(top)
    dialog = safety.opens(making.library, marks, making.session.entries, active, view.closed)
    danger = any(mark.level == safety.NOW for mark in marks)
    if is_under_way(view.stack, dialog):
        dialog = ""
    if not dialog and not (danger and not view.closed):
        return False
    making.signal(marks)
    own = top is None or (top.open is not None and active.startswith(safety.OWN))
    if view.open is not None and not own:
        draft = Drafted(making.seq, making.at, making.message, view.open.key, line, marked)
        making.new.append(draft)
    if dialog:
        making.detour(dialog)
    return True


# --- change from afar ---------------------------------------------------------


def _change(making: Making, key: Key, line: str) -> Turn:
    view = making.session.view
    main = view.stack[0] if view.stack else None
    text = read_line(line)
    asked = next((one for one in main.road if one.key == key), None) if main is not None else None
    put = wording.put_as(asked.question) if asked is not None else ""
    marks = _screen(making, text, put)
    if main is None:
        return making.done()
    if _opens_over(making, marks, line, marked=True):
        # The line belongs to another question, so it is not held for the open one.
        making.new = [one for one in making.new if not isinstance(one, Drafted)]
        making.new = [one._replace(seq=making.session.entries[-1].seq + place)
                      for place, one in enumerate(making.new, start=1)]  # fmt: skip
        return making.settle()
    if asked is None or view.closed or view.ended:
        making.signal(marks)
        making.phrase("moved-on")
        return making.settle() if making.new else making.done()
    before = getattr(making.session.entries[asked.seq - 1], "value", None)
    value = hearing.hear(
        making.library.rules, asked.question, put, text, at=making.there, seq=making.seq,
        before=before,
    )  # fmt: skip
    if value is None:
        making.signal(marks)
        making.phrase("not-changed")
        making.ask()
        return making.settle() if making.new else making.done()
    marked = safety.is_unquotable(marks, value, text.raw)
    return put_in_place(
        making, asked, value, [*marks, *option_marks(asked.question, value)], marked=marked
    )
