"""Plays kept transcripts again, and tells where a talk goes otherwise than it was kept.

Each is played on the real engine; on the way every promise of the dialogs is looked at as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.authoring.coverage import walk
from bot.authoring.transcripts import Talk, Transcript, UnreadableError, play, read
from bot.dialogue.expressions import Ends
from bot.language.diagnostics import did_you_mean
from bot.language.passed import is_broken
from bot.language.readers import moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bot.authoring.places import Places
    from bot.authoring.transcripts import Exchange, Played, Spoken
    from bot.dialogue.library import Library
    from bot.dialogue.machine import Hook, Run
    from bot.dialogue.program import Instruction, Promise


class Problem(NamedTuple):
    """Why a transcript does not hold: the line of its file, one sentence, and lines that show it.

    A shown line begins with `-` for what was kept, `+` for what is said today, else with a blank.
    `heals` says that the transcript only has to be written anew, if what is said now is meant.
    """

    line: int
    says: str
    shown: tuple[str, ...] = ()
    heals: bool = False


class Result(NamedTuple):
    """What came of playing a file; without `transcript` it could not be read, without `talk` not played."""

    file: Path
    problem: Problem | None
    transcript: Transcript | None = None
    talk: Talk | None = None


def run(library: Library, places: Places, file: Path) -> Result:
    """Play a file and compare; raises OSError where it cannot be read at all."""
    try:
        transcript = read(file.read_text(encoding="utf-8"))
    except UnreadableError as error:
        return Result(file, Problem(error.line, str(error)))
    except UnicodeDecodeError:
        return Result(file, Problem(1, "this is no UTF-8 text"))
    try:
        talk = play(library, transcript)
    except ValueError as error:
        near = did_you_mean(transcript.dialog, sorted(library.programs))
        hint = f"; {near}" if transcript.dialog not in library.programs else ""
        return Result(file, Problem(1, f"{error}{hint}"), transcript)
    return Result(file, _problem(library, places, transcript, talk), transcript, talk)


def _problem(
    library: Library, places: Places, transcript: Transcript, talk: Talk
) -> Problem | None:
    if transcript.keeps:
        known = [one.says for program in library.programs.values() for one in program.promises]
        if transcript.keeps not in known:
            near = did_you_mean(transcript.keeps, known)
            return Problem(1, f"no dialog promises `{transcript.keeps}`; {near}")
    broken = [
        one for one in broken_promises(talk) if not transcript.keeps or one.says == transcript.keeps
    ]
    if broken:
        promise = broken[0]
        kind = "never" if promise.never else "always"
        said = f"a promise is broken on this talk ({kind}): {promise.says}"
        return Problem(transcript.exchanges[-1].line, said, (f"    {promise.where}",))
    return None if transcript.keeps else difference(transcript, talk.turns, places)


# --- what is said otherwise -----------------------------------------------------------


def difference(transcript: Transcript, turns: Sequence[Played], places: Places) -> Problem | None:
    """Return the first turn that is not as it was kept; None where all are."""
    for number, (kept, turn) in enumerate(zip(transcript.exchanges, turns, strict=True)):
        now = tuple(one.text for one in turn.bot)
        if _plain(kept.bot) == _plain(now):
            continue
        says = f"turn {number} goes otherwise" if number else "it begins otherwise"
        return Problem(_line_of(kept, now), says, tuple(_shown(kept, turn, places)), heals=True)
    return None


def _plain(lines: Sequence[str]) -> list[str]:
    """Return lines as they are compared: blanks at an end mean nothing."""
    return [" ".join(one.split()) for one in lines]


def _line_of(kept: Exchange, now: Sequence[str]) -> int:
    """Return the line of the file on which the first difference stands; lines of a turn follow each other."""
    both = zip(_plain(kept.bot), _plain(now), strict=False)
    same = next(
        (at for at, (old, new) in enumerate(both) if old != new), min(len(kept.bot), len(now))
    )
    return kept.line + 1 + min(same, max(len(kept.bot) - 1, 0))


def _shown(kept: Exchange, turn: Played, places: Places) -> Iterator[str]:
    from difflib import SequenceMatcher  # noqa: PLC0415 - only for a difference

    if kept.you is not None:
        yield f"  You: {kept.you}"
    now = [one.text for one in turn.bot]
    matched = SequenceMatcher(None, _plain(kept.bot), _plain(now), autojunk=False)
    for what, start, end, first, last in matched.get_opcodes():
        if what == "equal":
            yield from (f"  Bot: {one}" for one in kept.bot[start:end])
            continue
        yield from (f"- Bot: {one}" for one in kept.bot[start:end])
        for one in turn.bot[first:last]:
            yield f"+ Bot: {one.text}"
            yield from _from(places, one)
    asked = turn.session.view.open
    if len(now) < len(kept.bot) and asked is not None and asked.question.where is not None:
        yield f"    the talk stands at {asked.question.where}"


def _from(places: Places, said: Spoken) -> Iterator[str]:
    where = places.of(said.id)
    if where is not None:
        yield f"    from {where}"


# --- promises ---------------------------------------------------------------------------


def broken_promises(talk: Talk) -> tuple[Promise, ...]:
    """Return the promises that a talk broke, in the order in which it did."""
    broken: dict[Promise, None] = {}
    walk(talk.library, talk.session.entries, promise_hook(broken))
    return tuple(broken)


def promise_hook(broken: dict[Promise, None]) -> Hook:
    """Return a hook that puts every promise it sees broken into `broken`."""

    def hook(run: Run, _step: Instruction) -> None:
        for promise in run.plan.program.promises:
            if promise in broken:
                continue
            moment = moment_of(promise)
            is_time = moment is None or (run.ends if moment is Ends else run.enters)
            if is_time and is_broken(promise, run):
                broken[promise] = None

    return hook
