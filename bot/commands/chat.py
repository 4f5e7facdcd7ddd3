"""`afterword chat`: talk in this terminal, from the start page or straight in one dialog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import settings

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def _db(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> Path | str | None:
    return settings.place(value or "")


def _folder(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Path | None:
    return None if value is None else Path(value).expanduser()


def _dialogs(
    _context: click.Context, _parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    """The dialogs that begin like this, for the shell."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only a shell asks

    here = settings.read().dialogs
    found = (one.relative_to(here).with_suffix("").as_posix() for one in here.rglob("*.yaml"))
    names = sorted(one for one in found if one.startswith(begun))
    return [CompletionItem(one) for one in names]


@click.command()
@click.argument("dialog", required=False, default="", shell_complete=_dialogs)
@click.option("--plain", is_flag=True, help="Plain lines with Bot: and You: before them.")
@click.option("--private", is_flag=True, help="Keep nothing, on the disk or the usual screen.")
@click.option("--theme", type=click.Choice(["calm", "contrast", "none"]), help="Colours.")
@click.option(
    "--cover",
    type=click.FloatRange(min=0),
    metavar="MINUTES",
    help="Cover the talk after so long without a key; 0 for never. Usually 10.",
)
@click.option("--db", "place", callback=_db, metavar="PLACE", help="A file, or postgresql://…")
@click.option("--dialogs", callback=_folder, metavar="DIR", help="Use the dialogs in this folder.")
@click.option("--seed", type=int, help="Choose the same wordings every time.")
def command(
    dialog: str,
    *,
    plain: bool,
    private: bool,
    theme: str | None,
    cover: float | None,
    place: Path | str | None,
    dialogs: Path | None,
    seed: int | None,
) -> int:
    """Talk, from the start page or straight in DIALOG.

    \b
    Examples:
      afterword chat
      afterword chat tools/urge-surf --private
      afterword chat --plain
    """  # noqa: D301 - click's mark for "keep these lines"
    from bot.channels import opening  # noqa: PLC0415 - `--help` needs no talk

    here = settings.read()
    here = here._replace(db=place or here.db, dialogs=dialogs or here.dialogs)
    return opening.chat(
        here, dialog=dialog, private=private, plain=plain, theme=theme or "", cover=cover, seed=seed
    )
