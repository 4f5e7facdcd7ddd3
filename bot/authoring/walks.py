"""What walking every road of a dialog has shown, told to its author in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.program import Ask, Say
from bot.language.states import within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.dialogue.library import Library
    from bot.language.diagnostics import Diagnostic, Source
    from bot.language.roads import Exploration

SECONDS_A_QUESTION = 20
"""What an answer takes, with the reading of what stands before it: a calm pace."""


def walk_told(library: Library, found: Exploration, sources: Mapping[str, Source]) -> str:
    """Return a paragraph about one exploration, a line for each thing an author may ask."""
    program = found.program
    lines = [f"{program.dialog}: {program.title}", f"  {_walked(found)}"]
    lines += [f"  {one}" for one in _lengths(found)]
    questions = sum(isinstance(step, Ask) for step in program.code)
    says = sum(isinstance(step, Say) for step in program.code)
    lines.append(f"  in this file: {_many(questions, 'question')}, {_many(says, 'text')} said")
    plan = library.plan(program.dialog)
    around = within(library, plan) if plan is not None else ()
    called = sorted(one.dialog for one in around if one.dialog != program.dialog)
    if called:
        lines.append(f"  goes through: {', '.join(called)}")
    if found.outcomes:
        lines.append(f"  can end: {', '.join(sorted(found.outcomes))}")
    for promise in program.promises:
        is_kept = found.complete and all(one.promise is not promise for one in found.broken)
        says_so = "holds on every road" if is_kept else "is not proved"
        if not promise.implied:
            lines.append(f"  promise ({says_so}): {promise.says}")
    for one in found.diagnostics():
        lines += [f"  {said}" for said in _finding(one, sources)]
    return "\n".join(lines)


def _walked(found: Exploration) -> str:
    states = _many(found.states, "state")
    if found.complete:
        return f"every road was walked: {states}"
    return (
        f"NOT every road was walked: the search gave up after {states}. What is told here was seen "
        "to happen; what is not told may still happen."
    )


def _lengths(found: Exploration) -> Iterator[str]:
    if found.shortest is None and found.longest is None:
        if found.complete:
            yield "no road comes to an end"
        return
    if found.shortest is not None:
        yield f"shortest talk: {_many(found.shortest, 'question')}{_minutes(found.shortest)}"
    if found.longest is not None:
        yield f"longest talk: {_many(found.longest, 'question')}{_minutes(found.longest)}"
    elif found.complete:
        yield "longest talk: none is the longest, a talk can go round"
    if found.program.minutes:
        yield f"minutes, as the file says: {found.program.minutes:g}"


def _minutes(questions: int) -> str:
    minutes = questions * SECONDS_A_QUESTION / 60
    return f", about {minutes:.0f} min" if minutes >= 1 else ""


def _finding(one: Diagnostic, sources: Mapping[str, Source]) -> Iterator[str]:
    yield f"{one.where}: {one.code} {one.message}"
    source = sources.get(one.file)
    text = source.line(one.span.line).strip() if source is not None else ""
    if text:
        yield f"    {text}"
    yield from (f"    {line}" for line in one.help.splitlines())


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
