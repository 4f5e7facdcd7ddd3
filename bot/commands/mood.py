"""`afterword mood`: how somebody was over time, in words, or as a picture in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.looking import host_here, say, write_for_me

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.host import HostEffect

_file = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.option("--png", type=_file, metavar="FILE", help="Write it as a picture.")
@click.option("--svg", type=_file, metavar="FILE", help="Write it as a drawing for the web.")
@click.option("--anyway", is_flag=True, help="Show it on hard days, too.")
def command(*, png: Path | None, svg: Path | None, anyway: bool) -> int:
    """Show how you were over time, in words or as a picture. It is made of your kept check-ins.

    \b
    Examples:
      afterword mood
      afterword mood --png mood.png
    """  # noqa: D301 - click's mark for "keep these lines"
    from bot.channels.opening import ME  # noqa: PLC0415 - `--help` needs no talk
    from bot.host import HandOver  # noqa: PLC0415 - as above

    with host_here() as host:
        shown = host.look_at(ME, "mood", "see" if anyway else "")
        say(host, shown)
        if hard := _asks_first(shown):
            click.echo(f"{hard} afterword chat tools/steady · afterword mood --anyway")
            return 0
        for form, file in (("png", png), ("svg", svg)):
            if file is None:
                continue
            for one in host.look_at(ME, "mood", form):
                if isinstance(one, HandOver):
                    write_for_me(file, one.data())
    return 0


def _asks_first(effects: Sequence[HostEffect]) -> str:
    """Return the question that stands before a picture on hard days, or ""."""
    from bot.dialogue.session import AskQuestion  # noqa: PLC0415 - as above
    from bot.host import ShowMood  # noqa: PLC0415 - as above
    from bot.page.mood_room import ROOM  # noqa: PLC0415 - as above

    if any(isinstance(one, ShowMood) for one in effects):
        return ""
    asked = (one for one in effects if isinstance(one, AskQuestion) and one.key.step == ROOM)
    return next((one.text for one in asked), "")
