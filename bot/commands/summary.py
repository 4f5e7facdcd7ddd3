"""`afterword summary`: the page to keep or share, printed here or written to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.looking import host_here, say, write_for_me

if TYPE_CHECKING:
    from bot.host import Host

_FORMS = {".md": "markdown", ".html": "html", ".htm": "html", ".pdf": "pdf"}


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--with", "what", type=click.Choice(["no-words", "all", "result"]), default="no-words",
    help="What goes in: all but your own words (usual), your words too, or only the result.",
)  # fmt: skip
@click.option("--parts", is_flag=True, help="List the parts that there are, notes too.")
@click.option("--part", "chosen", multiple=True, metavar="NAME", help="Only this part; repeatable.")
def command(*, file: Path | None, what: str, parts: bool, chosen: tuple[str, ...]) -> int:
    """Print the page to keep or share, or write it to FILE (.md, .html or .pdf).

    \b
    Examples:
      afterword summary
      afterword summary page.pdf
      afterword summary --parts
      afterword summary --part step --part note-0 page.html
    """  # noqa: D301 - click's mark for "keep these lines"
    form = "markdown" if file is None else _FORMS.get(file.suffix.lower(), "")
    if not form:
        raise click.UsageError(f"A page ends in {', '.join(_FORMS)}.")
    with host_here() as host:
        if parts:
            _list(host)
        else:
            what = f"pieces {','.join(chosen)}" if chosen else what
            _write(host, f"{what} as {form}", file)
    return 0


def _write(host: Host, choice: str, file: Path | None) -> None:
    from bot.channels.lines import clean  # noqa: PLC0415 - `--help` needs no talk
    from bot.channels.opening import ME  # noqa: PLC0415 - as above
    from bot.host import HandOver  # noqa: PLC0415 - as above

    effects = host.look_at(ME, "summary", choice)
    handed = next((one for one in effects if isinstance(one, HandOver)), None)
    if handed is None:
        say(host, effects)
    elif file is None:
        click.echo(clean(handed.text))
    else:
        write_for_me(file, handed.data())


def _list(host: Host) -> None:
    from bot.channels.opening import ME  # noqa: PLC0415 - as above
    from bot.dialogue.session import AskQuestion  # noqa: PLC0415 - as above

    effects = host.look_at(ME, "summary", "pieces")
    asked = [one for one in effects if isinstance(one, AskQuestion) and one.question.kind == "pick"]
    if not asked:
        say(host, effects)
    for question in asked:
        for option in question.question.options:
            click.echo(f"{option.id:<10}{option.label}")
