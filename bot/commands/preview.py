"""`afterword preview`: talk in a dialog while it is being written."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import settings
from bot.commands.drafting import groundwork, shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.authoring.preview import Preview
    from bot.host import HostEffect

_LOOK = 0.5
"""Seconds between two looks at the files: soon enough to feel at once, seldom enough to cost nothing."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and pipes.")
@click.option("--as", "channel", type=click.Choice(["terminal", "discord"]), default="terminal",
              help="How the talk looks: here, or on Discord.")  # fmt: skip
@click.option("--why", is_flag=True, help="Begin with the reasons shown.")
def command(*, file: Path, plain: bool, channel: str, why: bool) -> int:
    """Talk in the dialog FILE and see it change: it is read again each time you save it.

    The talk goes on where it stood, with your answers. While there are mistakes in the file they
    are shown, and the talk goes on with the file as it was. Nothing is kept. Type :help for more.

    \b
    Examples:
      afterword preview my-dialogs/plan.yaml
      afterword preview my-dialogs/plan.yaml --as discord
    """  # noqa: D301 - click's mark for "keep these lines"
    if not file.is_file():
        raise click.UsageError(
            f"{file} is not there. `afterword new` makes a dialog to begin with."
        )
    preview = _preview(file)
    preview.why = why
    face = _face(preview, channel)
    typed = sys.stdin.isatty() and sys.stdout.isatty()
    if plain or settings.read().plain or not typed or os.environ.get("TERM") == "dumb":
        return _plain(preview, face, file)
    from bot.authoring.preview_screen import PreviewScreen  # noqa: PLC0415 - plain lines need no screen

    return PreviewScreen(preview, face, file.name, _LOOK).run()


def _preview(file: Path) -> Preview:
    from bot.authoring.drafts import Drafts  # noqa: PLC0415 - `--help` needs none of this
    from bot.authoring.folders import meant_by  # noqa: PLC0415 - as above
    from bot.authoring.preview import Preview  # noqa: PLC0415 - as above
    from bot.host import SystemClock  # noqa: PLC0415 - as above

    meant = meant_by(file, settings.read().dialogs)
    drafts = Drafts(meant.folder, shipped(), meant.dialogs[0], groundwork())
    return Preview(drafts, SystemClock())


def _face(preview: Preview, channel: str) -> Callable[[Sequence[HostEffect]], Iterable[str]]:
    if channel == "discord":
        from bot.channels.discord import written as on_discord  # noqa: PLC0415 - as above

        return lambda effects: on_discord.written(effects, preview.lines)
    from bot.channels import written as in_lines  # noqa: PLC0415 - as above

    return lambda effects: in_lines.written(effects, preview.lines)


def _plain(
    preview: Preview, face: Callable[[Sequence[HostEffect]], Iterable[str]], file: Path
) -> int:
    from bot.authoring.preview_lines import PreviewLines  # noqa: PLC0415 - as above
    from bot.channels.lines import Descriptor, Ended, Line, clean  # noqa: PLC0415 - as above

    source = Descriptor(sys.stdin.fileno())

    def line() -> str | None:
        """Return the next line, "" where none came in a while, None at the end."""
        match source.line(_LOOK):
            case Line() as found:
                return clean(found.text)
            case Ended():
                return None
            case _:
                return ""

    click.echo(f"Preview of {file}. Nothing is kept. :help shows what else you can type.")
    PreviewLines(preview, face, line, click.echo).talk()
    return 0
