"""`afterword hear`: what a text is understood as, and why."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from bot.authoring import readings
from bot.commands.loading import rows_in, rules


@click.command()
@click.argument("kind")
@click.argument("text", required=False)
@click.option(
    "--jsonl", is_flag=True, help="Read rows from standard input, one JSON object a line."
)
def command(*, kind: str, text: str | None, jsonl: bool) -> int:
    """Show what TEXT is understood as. KIND is one of those that `afterword hear list` prints.

    \b
    Examples:
      afterword hear first-line "about to text him"
      afterword hear scale "a six, maybe seven"
      afterword hear signals --jsonl < rows.jsonl
    """  # noqa: D301 - click's mark for "keep these lines"
    if kind == "list":
        for name, needs in readings.NEEDS.items():
            click.echo(f"{name:<16}{needs}")
        return 0
    if kind not in readings.NEEDS:
        raise click.UsageError(
            f"There is nothing called {kind!r} to hear. There is: {', '.join(readings.NEEDS)}."
        )
    known = rules()
    rows = rows_in(sys.stdin.buffer.read(), "standard input") if jsonl else _one(text)
    for row in rows:
        try:
            found = readings.read(known, kind, row)
        except (KeyError, TypeError, ValueError):
            raise click.ClickException(f"A row needs: {readings.NEEDS[kind]}.") from None
        click.echo(json.dumps(found, ensure_ascii=False) if jsonl else readings.in_words(found))
    return 0


def _one(text: str | None) -> list[dict[str, Any]]:
    if text is None:
        text = sys.stdin.buffer.read().decode("utf-8", "replace").strip()
    return [{"text": text}]
