"""The *why* of one turn in a few lines: what was heard, which forks were taken, what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.authoring import readings
from bot.authoring.conditions import TRUTHS
from bot.authoring.explaining import decisions, in_id, lines
from bot.dialogue.folding import active, scope_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.dialogue.expressions import Guard
    from bot.dialogue.library import Library
    from bot.dialogue.session import AskQuestion, Session
    from bot.understanding.patterns import Rules

NAMED = 10
"""Column at which what stands behind the headings begins."""
_KINDS = {
    "choose": "choice",
    "pick": "choice",
    "confirm": "yesno",
    "rate": "scale",
    "number": "number",
    "date": "when",
}


def pane(
    library: Library,
    session: Session,
    facts: Mapping[str, Mapping[str, Guard]],
    asked: AskQuestion | None,
    line: str,
) -> list[str]:
    """Return the lines for the newest turn; `line` is what was typed at the question `asked`."""
    return [
        *_rows("heard", _heard(library.rules, asked, line)),
        *_rows("forks", _forks(library, session, facts)),
        *_rows("answers", _answers(session)),
        *_rows("facts", _facts(session, facts)),
        *_rows("signals", [f"{code} {level}" for code, level in session.view.signals]),
    ]


def _rows(heading: str, said: Iterator[str] | list[str]) -> Iterator[str]:
    for number, one in enumerate(said):
        yield f"{'' if number else heading:<{NAMED}}{one}"


def _heard(rules: Rules, asked: AskQuestion | None, line: str) -> Iterator[str]:
    """Give what a line was read as, with the patterns that did it, and the signals in it."""
    if asked is None or not line:
        return
    question = asked.question
    kind = question.recognise or _KINDS.get(question.kind, "")
    row = {
        "text": line, "question": asked.text, "from": question.low, "to": question.high,
        "options": {one.id: one.label for one in question.options},
    }  # fmt: skip
    if kind:
        yield from readings.in_words(readings.read(rules, kind, row)).splitlines()
    found = readings.read(rules, "signals", row)
    if found["value"] or found.get("low"):
        yield from readings.in_words(found).splitlines()


def _forks(
    library: Library, session: Session, facts: Mapping[str, Mapping[str, Guard]]
) -> Iterator[str]:
    found = decisions(library, session.entries, facts)
    last = max((one.after for one in found), default=0)
    newest = session.entries[-1].seq
    for one in found:
        if one.after < last or one.after < session.view.since or not one.where or last > newest:
            continue
        yield f"{one.where} {one.kind}: {one.came_to}"
        yield from lines(one.because, "  ")


def _answers(session: Session) -> Iterator[str]:
    stand = active(session.view.stack, closed=session.view.closed)
    if stand is None or not stand.frames:
        return
    held = {name: in_id(value) for name, value in stand.frames[-1].answers.items()}
    if held:
        yield " · ".join(f"{name} = {value}" for name, value in held.items())


def _facts(session: Session, facts: Mapping[str, Mapping[str, Guard]]) -> Iterator[str]:
    stand = active(session.view.stack, closed=session.view.closed)
    if stand is None or not stand.frames:
        return
    scope = scope_of(stand)
    named = facts.get(stand.frames[-1].plan.program.dialog, {})
    told = [f"{name} → {TRUTHS[guard.value(scope)]}" for name, guard in named.items()]
    if told:
        yield " · ".join(told)
