"""`afterword db import`: what `/export` gave comes back in, on this machine or for a person on Discord."""

from __future__ import annotations

from pathlib import Path

import click

from bot.commands.db_opening import db_option, opened, sentences


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, resolve_path=True))
@click.option("--discord", "user", type=click.IntRange(min=1), metavar="ID",
              help="For the person with this Discord user id, in place of whoever talks here.")  # fmt: skip
@db_option
def bring_in(*, file: Path, user: int | None, place: Path | str) -> None:
    """Keep what is in FILE, a file from /export, beside what is kept already.

    \b
    Examples:
      afterword db import afterword-export.json
      afterword db import afterword-export.json --discord 80351110224678912
    """  # noqa: D301 - click's mark for "keep these lines"
    from bot.channels.discord.people import name_of  # noqa: PLC0415 - `--help` needs none
    from bot.channels.opening import ME  # noqa: PLC0415 - as above
    from bot.importing import LARGEST, NotAnExportError, read_export  # noqa: PLC0415 - as above
    from bot.importing import bring_in as brought_in  # noqa: PLC0415 - as above

    try:
        with file.open("rb") as source:
            content = source.read(LARGEST + 1)
    except OSError:
        raise click.ClickException(f"{file} can't be read.") from None
    try:
        export = read_export(content)
    except NotAnExportError as error:
        raise click.ClickException(
            f"{file} is not what /export gives, or was changed: {error}. Nothing was kept of it."
        ) from None
    with sentences(), opened(place) as store:
        found = brought_in(store, ME if user is None else name_of(user), export)
    click.echo(
        f"Kept from {file}: {_many(found.talks, 'talk')} ({_many(found.entries, 'new answer')}), "
        f"{_many(found.notes, 'note')}, {_many(found.facts, 'fact')}, "
        f"{_many(found.reminders, 'reminder')}. Here already: {_many(found.known, 'talk')}."
    )
    click.echo("The file itself is as it was: anyone who opens it can read it.")


def _many(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"
