"""`afterword man`: the manual page, made of the command line itself."""

from __future__ import annotations

import click

from bot import settings
from bot.authoring.manual import manual_page


@click.command()
def command() -> int:
    """Print the manual page.

    \b
    Example:
      afterword man | man -l -
    """  # noqa: D301 - click's mark for "keep these lines"
    root = click.get_current_context().find_root().command
    assert isinstance(root, click.Group)  # noqa: S101 - the way in is one
    click.echo(manual_page(root, settings.NAME), nl=False)
    return 0
