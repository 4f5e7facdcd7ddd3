"""`afterword evaluate`: how many labelled sentences are read right."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from bot.authoring import readings, scoring
from bot.commands.loading import rows_in, rules


@click.command()
@click.argument("folder", metavar="DIR")
def command(*, folder: str) -> int:
    """Count how many labelled sentences in DIR are read right; a file's name says what they are.

    Each FILE.jsonl holds a JSON object a line, with `text` and its label.

    \b
    Example:
      afterword evaluate my-sentences
    """  # noqa: D301 - click's mark for "keep these lines"
    place = Path(folder)
    if not place.is_dir():
        raise click.UsageError(f"{folder} is not a folder.")
    files = [one for one in sorted(place.glob("*.jsonl")) if scoring.knows(one.stem)]
    if not files:
        raise click.UsageError(
            f"{folder} holds no file that can be read; names: {', '.join(readings.NEEDS)}."
        )
    known = rules()
    for file in files:
        try:
            rows = rows_in(file.read_bytes(), file.name)
            click.echo(scoring.evaluate(known, file.stem, rows, perf_counter))
        except OSError:
            raise click.ClickException(f"{file} cannot be read.") from None
        except (KeyError, TypeError, ValueError):
            raise click.ClickException(f"{file} holds a row without its label.") from None
    return 0
