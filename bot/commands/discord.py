"""`afterword discord`: run the bot on Discord, look over its set-up, and do what one person asks for."""

from __future__ import annotations

import os
from pathlib import Path

import click

from bot import settings
from bot.commands.loading import FOUND, WRONG


@click.group(invoke_without_command=True)
@click.option("--check", "only_check", is_flag=True, help="Look over the set-up; start nothing.")
@click.pass_context
def command(context: click.Context, *, only_check: bool) -> int:
    """Run the bot on Discord until it is stopped. docs/discord.md shows the set-up step by step.

    \b
    Examples:
      afterword discord --check
      AFTERWORD_DISCORD_TOKEN_FILE=~/afterword-token afterword discord
      afterword discord export 80351110224678912 asked-for.json
      afterword discord erase 80351110224678912

    \b
    Exit codes:
      0 stopped by SIGTERM or SIGINT, or nothing wrong was found
      1 Discord was lost, or --check found something wrong
      2 there is no token, or the set-up is wrong in another way
    """  # noqa: D301 - click's mark for "keep these lines"
    if context.invoked_subcommand is not None:
        return 0
    here = settings.read()
    if only_check:
        return _looked_over(here)
    from bot import trouble  # noqa: PLC0415 - a talk in a terminal needs none of this
    from bot.channels.discord.running import run  # noqa: PLC0415 - as above

    return run(here, os.environ, trouble.places)


@command.command()
@click.argument("user", metavar="ID")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def export(*, user: str, file: Path) -> int:
    """Write all that is kept about the Discord user ID into the new file FILE.

    \b
    Example:
      afterword discord export 80351110224678912 asked-for.json
    """  # noqa: D301 - as above
    from bot.channels.discord import on_request  # noqa: PLC0415 - as above

    try:
        is_there = on_request.export(settings.read(), user, file)
    except on_request.RequestError as error:
        raise click.ClickException(str(error)) from None
    if not is_there:
        click.echo("Nothing is kept about this person.")
        return 0
    click.echo(f"It is in {file}. Only your user can read it. Hand it over, then delete it.")
    return 0


@command.command()
@click.argument("user", metavar="ID")
@click.option("--yes", is_flag=True, help="Don't ask before it is gone.")
def erase(*, user: str, yes: bool) -> int:
    """Erase all that is kept about the Discord user ID, for good. The bot may run meanwhile.

    \b
    Example:
      afterword discord erase 80351110224678912
    """  # noqa: D301 - as above
    from bot.channels.discord import on_request  # noqa: PLC0415 - as above

    if not yes and not click.confirm("All that is kept about this person will be gone. Go on?"):
        click.echo("Nothing was changed.")
        return 0
    try:
        on_request.erase(settings.read(), user)
    except on_request.RequestError as error:
        raise click.ClickException(str(error)) from None
    click.echo("It is gone. Messages in the chat stay with Discord until they are deleted there.")
    return 0


def _looked_over(here: settings.Settings) -> int:
    from bot.channels.discord.going_live import WRONG as IS_WRONG  # noqa: PLC0415 - as above
    from bot.channels.discord.going_live import look_over  # noqa: PLC0415 - as above

    found = look_over(here, os.environ)
    for one in found:
        click.echo(str(one))
    wrong = [one.what for one in found if one.how == IS_WRONG]
    if not wrong:
        return 0
    return WRONG if "token" in wrong else FOUND
