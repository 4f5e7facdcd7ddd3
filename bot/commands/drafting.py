"""What commands for authors need: the dialogs of a folder, over the rules and sentences of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from bot import settings
from bot.commands.loading import WRONG

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bot.dialogue.expressions import Guard
    from bot.dialogue.library import Library
    from bot.language.diagnostics import Source


class Assembled(NamedTuple):
    """A library, the files it is made of, and the conditions that its dialogs have names for."""

    library: Library
    sources: Mapping[str, Source]
    facts: Mapping[str, Mapping[str, Guard]]


def shipped() -> Path:
    """Return the folder of the shipped dialogs, which stand below an author's own."""
    return settings.shipped_folder() / "dialogs"


def groundwork() -> Library:
    """Return the shipped library, from the cache where nothing has changed: its rules are slow to read."""
    from bot.channels import opening  # noqa: PLC0415 - `--help` needs no library

    try:
        library = opening.load(settings.read()._replace(dialogs=shipped())).library
    except OSError:
        raise click.ClickException("The rules cannot be read. Is AFTERWORD_CONFIG right?") from None
    if library is None:
        raise click.ClickException("The rules have mistakes; `afterword check` shows them.")
    return library


def assembled(folder: Path) -> Assembled:
    """Return the dialogs of a folder over the shipped ones; with mistakes in them, show those and leave."""
    from dataclasses import replace  # noqa: PLC0415 - as above

    from bot.language.diagnostics import Source, has_errors, render  # noqa: PLC0415 - as above
    from bot.language.files import read_config, read_dialogs  # noqa: PLC0415 - as above
    from bot.language.library import compile_dialogs  # noqa: PLC0415 - as above

    whole = groundwork()
    try:
        made = compile_dialogs(read_dialogs(folder, shipped()))
        config = read_config(settings.read().config)
    except OSError:
        raise click.ClickException(f"The files in {folder} can't be read.") from None
    if has_errors(made.diagnostics):
        wrong = [one for one in made.diagnostics if one.severity == "error"]
        click.echo(render(wrong, made.sources), err=True)
        click.echo("\nNothing is played while the dialogs have mistakes.", err=True)
        raise click.exceptions.Exit(WRONG)
    texts = {name: Source(name, one.decode("utf-8", "replace")) for name, one in config.items()}
    library = replace(whole, programs=made.programs, _plans={})
    return Assembled(library, {**texts, **made.sources}, made.facts)
