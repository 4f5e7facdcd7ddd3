"""What several commands need: the dialogs and the rules of this machine, rows of a file, exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from bot import settings

if TYPE_CHECKING:
    from pathlib import Path

    from bot.language.files import Loaded
    from bot.understanding.patterns import Rules

FOUND = 1
"""Exit code of a look that found something wrong."""
WRONG = 2
"""Exit code of wrong use, or of files that cannot be read."""


def load(dialogs: Path, config: Path) -> Loaded:
    """Load the dialogs of a folder with the rules of another; mistakes in them are in what comes."""
    from bot.language import library  # noqa: PLC0415 - slow, and not every command needs it

    try:
        here = settings.shipped_folder() / "dialogs"
        return library.load(dialogs, config, here, settings.read().cache)
    except OSError:
        raise click.ClickException(f"The files in {dialogs} or {config} can't be read.") from None


def rules() -> Rules:
    """The rules, from the cache where nothing has changed; wrong files are for `check` to show."""
    from bot.channels import opening  # noqa: PLC0415 - as above

    try:
        library = opening.load(settings.read()).library
    except OSError:
        raise click.ClickException("The rules cannot be read. Is AFTERWORD_CONFIG right?") from None
    if library is None:
        raise click.ClickException("The files have mistakes; `afterword check` shows them.")
    return library.rules


def rows_in(content: bytes, name: str) -> list[dict[str, Any]]:
    """Return the JSON objects of a file, one a line; a line that is none is named by its number."""
    rows = []
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict):
            raise click.ClickException(f"{name}:{number} is not a JSON object.")
        rows.append(row)
    return rows
