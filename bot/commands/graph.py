"""`afterword graph`: a dialog as a picture, or as text that others draw."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import settings
from bot.commands.loading import WRONG

if TYPE_CHECKING:
    from bot.language.model import Dialog

_YAML = ".yaml"


@click.command()
@click.argument("dialog")
@click.option(
    "--format", "shape", type=click.Choice(["mermaid", "svg", "dot", "outline"]),
    default="mermaid", help="What to print; mermaid is what code hosts and editors draw.",
)  # fmt: skip
def command(*, dialog: str, shape: str) -> int:
    """Print a graph of DIALOG: its nodes, its outcomes, what it calls, and where danger leads.

    DIALOG is its path below the dialogs, or a file.

    \b
    Examples:
      afterword graph second-chance
      afterword graph my-dialogs/plan.yaml --format outline
      afterword graph second-chance --format svg > second-chance.svg
    """  # noqa: D301 - click's mark for "keep these lines"
    from bot.authoring import drawing  # noqa: PLC0415 - `--help` needs none of this
    from bot.authoring.graph import graph_of  # noqa: PLC0415 - as above

    graph = graph_of(_read(_file(dialog)))
    match shape:
        case "svg":
            try:
                click.echo(drawing.svg(graph), nl=False)
            except drawing.NoDrawingError as error:
                raise click.ClickException(str(error)) from None
        case "dot":
            click.echo(drawing.dot(graph), nl=False)
        case "outline":
            click.echo(drawing.outline(graph), nl=False)
        case _:
            click.echo(drawing.mermaid(graph), nl=False)
    return 0


def _file(dialog: str) -> Path:
    named = Path(dialog)
    if named.suffix == _YAML:
        if not named.is_file():
            raise click.UsageError(f"{dialog} is not there.")
        return named
    here = settings.read().dialogs
    file = here / f"{dialog}{_YAML}"
    if not file.is_file():
        from bot.channels.opening import unknown_dialog  # noqa: PLC0415 - as above

        known = [
            one.relative_to(here).with_suffix("").as_posix() for one in here.rglob(f"*{_YAML}")
        ]
        said = unknown_dialog(dialog, known)
        raise click.UsageError(f"{said} For one of your own, name its file.")
    return file


def _read(file: Path) -> Dialog:
    """Read a dialog by itself; a file that cannot be read as one is shown with what is wrong."""
    from bot.language.diagnostics import has_errors, render  # noqa: PLC0415 - as above
    from bot.language.model import DIALOG_FILE  # noqa: PLC0415 - as above
    from bot.language.yaml_nodes import compose, read_source  # noqa: PLC0415 - as above

    try:
        _, report = read_source(file.name, file.read_bytes())
    except OSError:
        raise click.ClickException(f"{file} can't be read.") from None
    root = compose(report)
    shape: Dialog | None = None if root is None else DIALOG_FILE.read(root, report)
    if shape is None or has_errors(report.found):
        click.echo(render(report.found, {report.source.file: report.source}), err=True)
        click.echo(f"\nThere is no picture of {file} while this stands in it.", err=True)
        raise click.exceptions.Exit(WRONG)
    return shape
