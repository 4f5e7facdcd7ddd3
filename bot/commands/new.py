"""`afterword new`: a dialog to change, with its transcript."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click

from bot import settings
from bot.commands.loading import load

_PATH = re.compile(r"[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*")


@click.command()
@click.argument("name")
@click.option("--title", default="", help="What the dialog is called in lists.")
@click.option("--dialogs", metavar="DIR", help="Your folder of dialogs. Usually ./dialogs.")
def command(*, name: str, title: str, dialogs: str | None) -> int:
    """Write a first dialog NAME, to be changed by you.

    It has no mistake and shows each verb once, with a word on what it does. A transcript of one talk
    stands beside it, and a schema for editors that help while you write.

    \b
    Examples:
      afterword new tools/my-evening
      afterword new advice/write-daily --title "I read: write every day"
    """  # noqa: D301 - click's mark for "keep these lines"
    from bot.authoring.folders import SUFFIX, place_for  # noqa: PLC0415 - `--help` needs none
    from bot.authoring.scaffold import first_transcript, scaffold  # noqa: PLC0415 - as above
    from bot.language.schema import schema_text  # noqa: PLC0415 - as above

    name = name.removesuffix(".yaml").removeprefix("dialogs/")
    if not _PATH.fullmatch(name):
        raise click.UsageError(
            f"{name!r} can't be the name of a dialog. Use small letters, digits and -, with / "
            "between folders, as in tools/my-evening."
        )
    folder = Path(dialogs or os.environ.get("AFTERWORD_DIALOGS") or "dialogs").expanduser()
    file = folder / f"{name}.yaml"
    talk = place_for(folder) / f"{name.replace('/', '-')}{SUFFIX}"
    for one in (file, talk):
        if one.exists():
            raise click.ClickException(f"{one} is there already. Take another name.")
    try:
        _write(file, scaffold(name, title))
        if not (folder / "schema.json").exists():
            _write(folder / "schema.json", schema_text())
        library = load(folder, settings.read().config).library
        if library is not None:
            _write(talk, first_transcript(library, name))
    except OSError:
        raise click.ClickException(f"I can't write into {folder}. Name another folder.") from None
    click.echo(f"Written: {file}")
    if library is None:
        click.echo("Other files here have mistakes, so it has no transcript yet.")
    else:
        click.echo(f"A first talk through it: {talk}")
    click.echo(f"Now change it. Then: afterword check {file}")
    return 0


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
