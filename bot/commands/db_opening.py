"""What every `afterword db` command needs: the place that is meant, opened, and its errors as sentences."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from bot import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.store.keys import KeyFile
    from bot.store.protocol import LastingStore

_typed: dict[str, str] = {}
"""Passphrases of this command by their files, so that none is asked for twice."""


def _place(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Path | str:
    return settings.place(value or "") or settings.read().db


db_option = click.option(
    "--db", "place", callback=_place, metavar="PLACE",
    help="This file or postgresql://… in place of AFTERWORD_DB.",
)  # fmt: skip


def secret_of(place: Path | str) -> str:
    """Return the passphrase of a sealed file, asked for if need be; "" for one that is not sealed."""
    from bot.channels.unlocking import known, prompt  # noqa: PLC0415 - `--help` needs none
    from bot.store.places import is_sealed, named  # noqa: PLC0415 - as above

    if not is_sealed(place):
        return ""
    with sentences():
        secret = _typed.get(str(place)) or known(place)
    if not secret:
        secret = prompt(f"Passphrase of {named(place)}: ")
    _typed[str(place)] = secret
    return secret


def keys_of_people() -> KeyFile | None:
    """Return the keys that unlock a copy, None where none are named; raises `StoreError`."""
    keys = settings.read().keys
    if keys is None:
        return None
    from bot.store.keys import KeyFile  # noqa: PLC0415 - as above

    return KeyFile(keys)


@contextmanager
def sentences() -> Iterator[None]:
    """Let whatever a store can't do end in its sentence."""
    from bot.store.errors import StoreError  # noqa: PLC0415 - as above

    try:
        yield
    except StoreError as error:
        raise click.ClickException(str(error)) from None


@contextmanager
def opened(place: Path | str) -> Iterator[LastingStore]:
    """Open what is kept at a place; raises `StoreError`."""
    from bot.store.places import open_store  # noqa: PLC0415 - as above

    store = open_store(place, secret=secret_of(place), keys=settings.read().keys)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def there(place: Path | str) -> Iterator[LastingStore]:
    """Open what is kept, where something is; a look makes no file."""
    from bot.store.places import named, untouched  # noqa: PLC0415 - as above

    if untouched(place):
        raise click.ClickException(f"Nothing is kept in {named(place)} yet.")
    with sentences(), opened(place) as store:
        yield store
