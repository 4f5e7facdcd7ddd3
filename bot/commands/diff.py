"""`afterword diff`: what a new version of the dialogs does to the talks under way, before it is put in place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import settings
from bot.commands.db_opening import there
from bot.commands.loading import FOUND, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.dialogue.library import Library
    from bot.dialogue.session import Entry


def _db(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> Path | str | None:
    return settings.place(value or "")


@click.command()
@click.argument("old", metavar="OLD", type=click.Path(exists=True, file_okay=False))
@click.argument("new", metavar="NEW", type=click.Path(exists=True, file_okay=False))
@click.option(
    "--db", "place", callback=_db, metavar="PLACE", help="Count the talks that are kept here."
)
@click.option(
    "--strict",
    is_flag=True,
    help="Exit with 1 if any talk would be asked again or could not go on.",
)
def command(*, old: str, new: str, place: Path | str | None, strict: bool) -> int:
    """Say what becomes of talks under way when dialogs change: those in OLD to those in NEW.

    Without --db it looks at every place in which a talk can stand in a dialog that has changed. With
    --db it looks at the talks that are kept there, counts them, and changes nothing.

    \b
    Examples:
      afterword diff dialogs-in-use dialogs
      afterword diff /srv/afterword/dialogs dialogs --db /srv/afterword/talks.db
    """  # noqa: D301 - click's mark for "keep these lines"
    from bot.authoring.diff import AGAIN, GONE, REACHED, changes, fates, places_in, told  # noqa: PLC0415 - `--help` needs none
    from bot.language.renamed import renames  # noqa: PLC0415 - as above

    before, after = _library(Path(old)), _library(Path(new))
    found = changes(before, after)
    for change in found:
        click.echo(f"{change.dialog}: {change.what}")
    if not found:
        click.echo("The dialogs are the same.")
    for one in renames(before.programs, after.programs):
        at = f"{one.where}: " if one.where is not None else ""
        click.echo(f"{at}the {one.what} `{one.after}` looks like the former `{one.before}`; "
                   f"if it is, add `formerly: {one.before}`")  # fmt: skip
    if place is not None:
        counted = fates(before, after, _kept(place))
        lines = list(told(counted)) or ["No talk is under way there."]
    else:
        touched = [one.dialog for one in found if one.what not in ("added", REACHED)]
        logs = (log for name in touched for log in places_in(before, name))
        counted = fates(before, after, logs)
        lines = list(told(counted, "place"))
    for line in lines:
        click.echo(line)
    hard = any(fate.kind in (AGAIN, GONE) for fate in counted)
    return FOUND if strict and hard else 0


def _library(folder: Path) -> Library:
    library = load(folder, settings.read().config).library
    if library is None:
        raise click.ClickException(f"There are mistakes in {folder}: afterword check {folder}")
    return library


def _kept(place: Path | str) -> Iterator[tuple[Entry, ...]]:
    """Give the logs of all talks under way that are kept at a place."""
    from bot.dialogue.codec import BrokenEntryError, decode  # noqa: PLC0415 - as above
    from bot.store.protocol import TABLES  # noqa: PLC0415 - as above

    with there(place) as store:
        live = []
        for table, values in store.everything():
            row = dict(zip(TABLES[table], values, strict=True))
            if table == "conversation" and row["ended"] is None:
                live.append(row["id"])
        for talk in live:
            try:
                log = tuple(decode(row.payload) for row in store.rows(talk))
            except BrokenEntryError:
                continue
            if log:
                yield log
