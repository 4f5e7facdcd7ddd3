"""`afterword why`: what decided the conclusion of a talk; on a server only counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import settings
from bot.commands.db_opening import db_option, there
from bot.commands.drafting import assembled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.authoring.explaining import Decision
    from bot.dialogue.expressions import Guard
    from bot.dialogue.library import Library
    from bot.dialogue.session import Entry
    from bot.store.protocol import Conversation, LastingStore

_TEXT = ".txt"
_FORKS = 12
"""Forks that are shown of a talk without a conclusion: the last ones, which led to its end."""


@click.command()
@click.argument("talk", required=False)
@click.option("--all", "everything", is_flag=True, help="Show every fork of the road, too.")
@db_option
def command(*, talk: str | None, everything: bool, place: Path | str) -> int:
    """Show which answers and rules decided the conclusion of TALK, as a tree.

    TALK is a transcript, or the start of a kept talk's id; without it the newest kept talk is meant.
    Answers are shown by their ids, never in anybody's words. On a server there are counts of
    people, and no single talk.

    \b
    Examples:
      afterword why
      afterword why my-dialogs/transcripts/plan.txt
      afterword why --db postgresql://localhost/talks
    """  # noqa: D301 - click's mark for "keep these lines"
    if talk is not None and talk.endswith(_TEXT):
        return _of_transcript(Path(talk), everything=everything)
    library, _, facts = assembled(settings.read().dialogs)
    if isinstance(place, str):
        if talk is not None:
            raise click.UsageError(
                "On a server only counts are shown: a talk belongs to the person."
            )
        return _count(library, facts, place)
    with there(place) as store:
        found = _chosen(_mine(store), talk)
        from bot.store.payload import entries_of  # noqa: PLC0415 - `--help` needs none

        entries = entries_of(store.rows(found.id))
    click.echo(f"Talk {found.id} of {found.started[:10]}, {found.dialog}")
    return _show(library, entries, facts, everything=everything)


def _of_transcript(file: Path, *, everything: bool) -> int:
    from bot.authoring.folders import meant_by  # noqa: PLC0415 - as above
    from bot.authoring.transcripts import UnreadableError, play, read  # noqa: PLC0415 - as above

    if not file.is_file():
        raise click.UsageError(f"{file} is not there.")
    _, _, facts = made = assembled(meant_by(file, settings.read().dialogs).folder)
    try:
        talk = play(made.library, read(file.read_text(encoding="utf-8")))
    except UnreadableError as error:
        raise click.ClickException(f"{file}:{error.line}: {error}") from None
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{file}: {error}") from None
    return _show(talk.library, talk.session.entries, facts, everything=everything)


def _mine(store: LastingStore) -> tuple[Conversation, ...]:
    from bot.channels.opening import ME  # noqa: PLC0415 - as above

    return store.conversations(ME)


def _chosen(talks: Sequence[Conversation], wanted: str | None) -> Conversation:
    found = [one for one in talks if one.id.startswith(wanted or "")]
    if not found:
        raise click.ClickException(
            f"No kept talk begins with {wanted}." if wanted else "No talk is kept yet."
        )
    return found[0]


def _show(
    library: Library,
    entries: Sequence[Entry],
    facts: Mapping[str, Mapping[str, Guard]],
    *,
    everything: bool,
) -> int:
    from bot.authoring.explaining import decisions  # noqa: PLC0415 - as above

    found = decisions(library, entries, facts)
    concluded = [one for one in found if one.kind == "conclude"]
    shown: Sequence[Decision] = concluded
    if everything:
        shown = found
    elif not concluded:
        click.echo("This talk came to no conclusion. These are the last forks of its road:")
        shown = found[-_FORKS:]
    for one in shown:
        for line in _told(one):
            click.echo(line)
    return 0


def _told(one: Decision) -> Iterator[str]:
    from bot.authoring.explaining import lines  # noqa: PLC0415 - as above

    what = {"if": "a fork", "conclude": "concludes", "end": "ends"}[one.kind]
    yield f"{one.dialog} {what}: {one.came_to} ({one.where})"
    if one.because:
        yield from lines(one.because, "  ")
    elif one.kind == "conclude":
        yield "  └ no other row was true"


def _count(library: Library, facts: Mapping[str, Mapping[str, Guard]], place: str) -> int:
    from bot.authoring.counting import counted, in_lines  # noqa: PLC0415 - as above

    with there(place) as store:
        rows = counted(library, _logs(store), facts)
    told = list(in_lines(rows))
    for line in told or ["No talk came to a conclusion yet."]:
        click.echo(line)
    return 0


def _logs(store: LastingStore) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Give the log of every kept talk behind whose it is, so that each person counts once."""
    from bot.store.payload import entries_of  # noqa: PLC0415 - as above

    talks = []
    for table, line in store.everything():
        if table == "conversation":
            talks.append((str(line[0]), str(line[1])))
        elif talks:
            break
    for talk, person in talks:
        yield person, entries_of(store.rows(talk))
