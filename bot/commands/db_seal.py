"""`afterword db seal|unseal|passphrase`: what is kept is written anew, so that only a passphrase opens it."""

from __future__ import annotations

from pathlib import Path

import click

from bot import settings
from bot.commands.db_opening import db_option, secret_of, sentences

_OLD_BYTES = (
    "What stood there before may still be found for a while: in copies you made, in snapshots, "
    "and in what an SSD keeps aside. Delete old copies; an encrypted disk covers the rest."
)
_LOST = "Nobody can open it without the passphrase, and nobody can give you a new one."


@click.command()
@db_option
@click.option("--keyring", is_flag=True, help="Let this system's keyring remember the passphrase.")
def seal(*, place: Path | str, keyring: bool) -> None:
    """Seal what is kept with a passphrase; on a server, lock all words with the keys in AFTERWORD_KEYS.

    \b
    Example:
      afterword db seal
    """  # noqa: D301 - click's mark for "keep these lines"
    if isinstance(place, str):
        _lock(place, locked=True)
        return
    from bot.channels.unlocking import remember  # noqa: PLC0415 - `--help` needs none
    from bot.store.copies import rewrite  # noqa: PLC0415 - as above
    from bot.store.errors import SealedAlready  # noqa: PLC0415 - as above
    from bot.store.places import is_sealed  # noqa: PLC0415 - as above

    with sentences():
        if is_sealed(place):
            raise SealedAlready(place)
        secret = _new_secret(place)
        rewrite(place, "", secret)
    click.echo(f"{place} is sealed. {_LOST}")
    if keyring:
        _tell_remembered(remembered=remember(place, secret))
    click.echo(_OLD_BYTES)


@click.command()
@db_option
def unseal(*, place: Path | str) -> None:
    """Take the seal off what is kept; whoever can open the file can read it then.

    \b
    Example:
      afterword db unseal
    """  # noqa: D301 - as above
    if isinstance(place, str):
        _lock(place, locked=False)
        return
    from bot.channels.unlocking import remember  # noqa: PLC0415 - as above
    from bot.store.copies import rewrite  # noqa: PLC0415 - as above
    from bot.store.errors import NotSealed  # noqa: PLC0415 - as above
    from bot.store.places import is_sealed  # noqa: PLC0415 - as above

    with sentences():
        if not is_sealed(place):
            raise NotSealed(place)
        rewrite(place, secret_of(place), "")
    remember(place, "")
    click.echo(f"{place} is open now: who can read the file can read the talks.")


@click.command()
@db_option
def passphrase(*, place: Path | str) -> None:
    """Change the passphrase of what is kept.

    \b
    Example:
      afterword db passphrase
    """  # noqa: D301 - as above
    from bot.channels.unlocking import known, remember  # noqa: PLC0415 - as above
    from bot.store.copies import rewrite  # noqa: PLC0415 - as above
    from bot.store.errors import NotSealed  # noqa: PLC0415 - as above
    from bot.store.places import is_sealed, named  # noqa: PLC0415 - as above

    with sentences():
        if not isinstance(place, Path) or not is_sealed(place):
            raise NotSealed(named(place))
        old = secret_of(place)
        was_known = bool(known(place))
        new = _typed_twice(place)
        rewrite(place, old, new)
    click.echo(f"{place} has the new passphrase. {_LOST}")
    if was_known:
        _tell_remembered(remembered=remember(place, new))
        click.echo("If AFTERWORD_PASSPHRASE_FILE names a file, put the new one into it.")
    click.echo(_OLD_BYTES)


def _new_secret(place: Path) -> str:
    """Return the passphrase that is to be: from the file that is named, else typed twice."""
    from bot.channels.unlocking import VARIABLE, known  # noqa: PLC0415 - as above

    given = known(place) if settings.given(VARIABLE) else ""
    return given or _typed_twice(place)


def _typed_twice(place: Path) -> str:
    from bot.channels.unlocking import prompt  # noqa: PLC0415 - as above
    from bot.store.errors import BadPassphrase  # noqa: PLC0415 - as above

    first = prompt(f"New passphrase for {place}: ")
    if not first:
        raise BadPassphrase
    if prompt("The same once more: ") != first:
        raise click.ClickException("The two were not the same. Nothing was changed.")
    return first


def _tell_remembered(*, remembered: bool) -> None:
    click.echo(
        "This system's keyring remembers it."
        if remembered
        else "There is no keyring here that could remember it."
    )


def _lock(place: str, *, locked: bool) -> None:
    from bot.store.keys import KeyFile  # noqa: PLC0415 - as above
    from bot.store.places import named  # noqa: PLC0415 - as above
    from bot.store.server_copies import relock  # noqa: PLC0415 - as above

    path = settings.read().keys
    if path is None:
        raise click.ClickException("Name the file that is to hold the keys in AFTERWORD_KEYS.")
    with sentences():
        keys = KeyFile(path)
        try:
            count = relock(place, keys, locked=locked)
        finally:
            keys.close()
    people = f"{count} {'person' if count == 1 else 'people'}"
    if locked:
        click.echo(
            f"The words of {people} in {named(place)} are locked with keys in {path}. Without that "
            "file nobody can read them: make copies of it, and keep none for longer than some days."
        )
        click.echo("Old copies, archives and the server's log of writes still hold them open.")
    else:
        click.echo(f"The words of {people} in {named(place)} stand open now.")
