"""What a new talk recalls of an earlier one: closed answers, shown and asked again; danger, as a lock.

The past can close a door, never open one. Nothing recalled is an answer: a guard reads it nowhere.
What is handed in stands in the log as `Recalled`, under names that no author can write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.gates import gates_of
from bot.dialogue.program import DAY_SECONDS, Call, Show
from bot.dialogue.scope import Dated, members_of
from bot.dialogue.session import Answered, Changed, Interval, Recalled, Retracted, Signalled
from bot.dialogue.values import fits
from bot.dialogue.wording import in_words, told_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.dialogue.expressions import Known
    from bot.dialogue.library import Library
    from bot.dialogue.program import Question
    from bot.dialogue.session import Entry, Session, Value
    from bot.dialogue.stand import Asked

BEFORE = "before: "
"""With the id of a question behind it: what it was answered with in the earlier talk."""
DAY = "day of: "
"""With a dialog behind it: the day of the earlier talk through it, in words."""
DANGER = "danger before"
"""That danger stands in an earlier talk."""
DANGER_BEFORE = "danger-before"
"""The same as a dialog may recall it, so as not to ask again with nothing new: `yes`, or unknown."""
LOCK = "amber"
"""As which level it counts, until every question about safety has an answer again."""

LOCKING = frozenset({"red-now", "red", "own", "hard-stop"})
"""Levels of an earlier talk that lock a new one."""
_CLOSED = frozenset({"choose", "pick", "confirm", "rate", "number", "date"})


# --- what is handed in --------------------------------------------------------


def within(library: Library, dialog: str) -> tuple[str, ...]:
    """Return a dialog and all that its calls lead to."""
    found: dict[str, None] = {}
    ahead = [dialog]
    while ahead:
        name = ahead.pop()
        plan = library.plan(name)
        if plan is not None and name not in found:
            found[name] = None
            ahead += [step.dialog for step in plan.code if isinstance(step, Call)]
    return tuple(found)


def recalling(library: Library, dialog: str) -> dict[str, frozenset[str]]:
    """Return the dialogs in reach that show what changed since, each with those it calls."""
    return {
        name: frozenset(within(library, name))
        for name in within(library, dialog)
        if any(isinstance(step, Show) and step.what == "since" for step in _code(library, name))
    }


def is_locking(library: Library, dialog: str) -> bool:
    """Whether a dialog or one it calls asks about safety, so that earlier danger matters in it."""
    return any(
        plan is not None and gates_of(library, plan)
        for plan in map(library.plan, within(library, dialog))
    )


def answers_of(session: Session, dialogs: frozenset[str], now: float, day: str) -> dict[str, Value]:
    """Return the closed answers of an ended talk to the questions of some dialogs, by recalled name.

    None that is risk-marked, none whose option carries a signal, no own words. A date is put as
    days before `now`, and says that it was told on `day`.
    """
    found: dict[str, Value] = {}
    for asked in session.view.stack[0].road:
        entry = session.entries[asked.seq - 1]
        question = asked.question
        value = getattr(entry, "value", None)
        if dialog_in(question) not in dialogs or question.kind not in _CLOSED:
            continue
        found.pop(BEFORE + question.text.id, None)
        told = isinstance(entry, Recalled)
        if not told and not isinstance(entry, (Answered, Changed)):
            continue
        if getattr(entry, "marked", False) or not fits(question, value):
            continue
        if isinstance(value, Interval):
            older = max(0, round((now - entry.at) / DAY_SECONDS))
            said = told_on(value.said, day)
            value = Interval(value.days_min + older, value.days_max + older, said)
        if value is not None and not has_signal(question, value):
            found[BEFORE + question.text.id] = value
    return found


def stands_in_danger(log: Sequence[Entry]) -> bool:
    """Whether a signal that locks stands in a log: it was heard, and not taken back."""
    taken = {one.target for one in log if isinstance(one, Retracted)}
    return any(
        isinstance(one, Signalled) and one.level in LOCKING and one.seq not in taken for one in log
    )


def shut_in(session: Session | None) -> str:
    """Return the help with contact in which a talk stands, where danger was told elsewhere since, or "".

    Since is: after the first of its questions about safety. What is asked over the talk goes first.
    """
    stack = session.view.stack if session is not None else ()
    programs = [frame.plan.program for frame in (stack[-1].frames if stack else ())]
    inside = next((one.dialog for one in programs if one.contact), "")
    if session is None or not inside:
        return ""
    asked = min((one.seq for one in stack[0].road if one.question.gate), default=0)
    told = [one.seq for one in session.entries if isinstance(one, Recalled) and one.fact == DANGER]
    return inside if max(told, default=0) > asked else ""


def dialog_in(question: Question) -> str:
    """Return the dialog that a question stands in; its texts are named after it."""
    return question.text.id.rsplit("/", 2)[0]


def has_signal(question: Question, value: Known) -> bool:
    """Whether one of the options in an answer carries a signal."""
    held = members_of(value)
    return any(one.signal is not None and one.id in held for one in question.options)


def _code(library: Library, dialog: str) -> Iterable[object]:
    plan = library.plan(dialog)
    return plan.code if plan is not None else ()


# --- what is made of it -------------------------------------------------------


def names_of(question: Question) -> Iterator[str]:
    """Yield the names under which an earlier answer to a question may be recalled, newest first."""
    name = BEFORE + question.text.id
    yield name
    start, _, part = name.rpartition("/")
    for older in question.formerly:
        yield f"{start.rpartition('/')[0]}/{older}/{part}"


def before(facts: Mapping[str, Known], question: Question) -> Known:
    """Return what a question was answered with in the earlier talk; None for nothing that fits."""
    return fitting(
        next((facts[name] for name in names_of(question) if name in facts), None), question
    )


def fitting(known: Known, question: Question) -> Known:
    """Return what is known where it answers the question as it is now; None where it does not."""
    value = known.days if isinstance(known, Dated) else known
    return known if value is not None and fits(question, value) else None


def since(
    facts: Mapping[str, Known], road: Sequence[Asked], path: str, at: float
) -> list[tuple[Question, str, str]]:
    """Return the questions of a road below `path` that are answered otherwise now: (it, then, now).

    The newest answer counts; one that carries a signal is no matter of comparison.
    """
    newest = {one.question.text.id: one for one in road if one.key.frame.startswith(path)}
    found = []
    for asked in newest.values():
        question, now = asked.question, asked.known
        then = before(facts, question)
        if then is None or now is None or has_signal(question, now) or _agree(then, now, at):
            continue
        found.append((question, in_words(then, question), in_words(now, question)))
    return [one for one in found if one[1] and one[2]]


def _agree(then: Known, now: Known, at: float) -> bool:
    if isinstance(then, Dated) and isinstance(now, Dated):
        (early, late), (first, last) = _span(then, at), _span(now, at)
        return early <= last and first <= late
    return then == now


def _span(dated: Dated, at: float) -> tuple[float, float]:
    older = (at - dated.at) / DAY_SECONDS
    return dated.days.days_min + older, dated.days.days_max + older
