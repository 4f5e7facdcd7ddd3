"""What commands share that look at kept things outside of a talk: a host, its words, a file of one's own."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from bot import settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bot.host import Host, HostEffect

FILE_MODE = 0o600


@contextmanager
def host_here() -> Iterator[Host]:
    """Open what is kept here; a store or dialogs that can't be read are told in a sentence."""
    from bot.channels.opening import whole_library  # noqa: PLC0415 - `--help` needs none
    from bot.channels.unlocking import opener  # noqa: PLC0415 - as above
    from bot.host import Host, SystemClock  # noqa: PLC0415 - as above
    from bot.keeping import on_their_machine  # noqa: PLC0415 - as above
    from bot.store.errors import StoreError  # noqa: PLC0415 - as above
    from bot.store.places import untouched  # noqa: PLC0415 - as above

    here = settings.read()
    library = whole_library(here)
    if library is None:
        raise click.ClickException("Without its dialogs nothing can be shown.")
    host = Host(
        on_their_machine(library), opener(here), SystemClock(),
        country=here.country, untouched=untouched(here.db),
    )  # fmt: skip
    try:
        yield host
    except StoreError as error:
        raise click.ClickException(str(error)) from None
    finally:
        host.close()


def say(host: Host, effects: Sequence[HostEffect]) -> None:
    """Print what is said and shown, in plain lines; questions and files are not for here."""
    from bot.channels import showing  # noqa: PLC0415 - `--help` needs none
    from bot.channels.lines import clean  # noqa: PLC0415 - as above
    from bot.channels.opening import ME  # noqa: PLC0415 - as above
    from bot.dialogue.session import SayText, Signpost  # noqa: PLC0415 - as above
    from bot.host import ShowMood  # noqa: PLC0415 - as above
    from bot.mood import course  # noqa: PLC0415 - as above

    for effect in effects:
        match effect:
            case SayText():
                click.echo(clean(effect.text))
            case Signpost():
                click.echo(showing.REACH)
                for line in host.lines(ME, effect.kinds):
                    click.echo(f"  {clean(line)}")
            case ShowMood():
                click.echo(course.HEADING)
                for line in course.lines(effect.mood):
                    click.echo(f"  {line}")


def write_for_me(path: Path, content: bytes) -> None:
    """Write a file that only this user can open; raises a sentence where that can't be done."""
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
        with os.fdopen(number, "wb") as file:
            file.write(content)
    except FileExistsError:
        raise click.ClickException(f"{path} is there already. Name another file.") from None
    except OSError:
        raise click.ClickException(
            f"I can't write {path}. Name a file in a folder of yours."
        ) from None
    click.echo(f"It is in {path}")
