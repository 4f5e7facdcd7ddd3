"""`afterword db`: how what is kept is doing, copies of it, and bringing them back; said in sentences.

What is done stands in bot.store; no word of a talk is ever printed here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import settings
from bot.commands.db_import import bring_in
from bot.commands.db_opening import db_option, keys_of_people, opened, secret_of, sentences, there
from bot.commands.db_seal import passphrase, seal, unseal

if TYPE_CHECKING:
    from collections.abc import Mapping

FOUND = 1
"""Exit code of a look that found something wrong."""

_PEOPLE, _TALKS, _ENTRIES = ("person", "people"), ("talk", "talks"), ("entry", "entries")
_COUNTED: Mapping[str, tuple[str, str]] = {
    "person": _PEOPLE,
    "conversation": _TALKS,
    "entry": _ENTRIES,
    "note": ("note", "notes"),
    "reminder": ("reminder", "reminders"),
}


_file = click.argument(
    "file", metavar="FILE", type=click.Path(path_type=Path, resolve_path=True, dir_okay=True)
)


@click.group()
def command() -> None:
    """Look after what is kept: its state, copies, bringing them back.

    \b
    Examples:
      afterword db status
      afterword db backup ~/safe/monday.db
      afterword db verify ~/safe/monday.db
      afterword db restore ~/safe/monday.db
      afterword db import afterword-export.json
      afterword db seal
    """  # noqa: D301 - click's mark for "keep these lines"


for _one in (seal, unseal, passphrase, bring_in):
    command.add_command(_one)


@command.command()
@db_option
def status(*, place: Path | str) -> None:
    """Say what is kept where, how many talks, and how old the help lines are.

    \b
    Example:
      afterword db status
    """  # noqa: D301 - as above
    from bot.store.places import named, untouched, versions  # noqa: PLC0415 - as above

    click.echo(f"Help lines: {_age_of_lines()}")
    with sentences():
        found, newest = (0, 0) if untouched(place) else versions(place, secret_of(place))
        if not found:
            click.echo(f"Nothing is kept in {named(place)} yet.")
        elif found < newest:
            click.echo(
                f"Saved talks: {named(place)}, version {found} of {newest}. The next start brings "
                "them to the newest version, and so does: afterword db migrate"
            )
        else:
            with opened(place) as store:
                click.echo(f"Saved talks: {named(place)}, version {found}{_protected(place)}.")
                click.echo(_told(store.counts()))
                click.echo(f"Erased so far: {_people(len(store.erased()))}.")


@command.command()
@db_option
def migrate(*, place: Path | str) -> None:
    """Bring what is kept to the newest version; a start does the same.

    \b
    Example:
      afterword db migrate
    """  # noqa: D301 - as above
    from bot.store.places import named, untouched, versions  # noqa: PLC0415 - as above

    with sentences():
        before, newest = (0, 0) if untouched(place) else versions(place, secret_of(place))
        with opened(place):
            pass
    if before == newest != 0:
        click.echo(f"{named(place)} has the newest version already ({newest}).")
    elif before:
        click.echo(f"{named(place)} was brought from version {before} to {newest}.")
    else:
        click.echo(f"{named(place)} was made. Nothing is kept in it yet.")


@command.command()
@_file
@db_option
def backup(*, file: Path, place: Path | str) -> None:
    """Copy all that is kept into the new file FILE; talks may go on meanwhile.

    \b
    Example:
      afterword db backup ~/safe/monday.db
    """  # noqa: D301 - as above
    from bot.store.copies import back_up  # noqa: PLC0415 - as above

    secret = secret_of(place)
    with there(place) as store:
        found = back_up(store, file, secret)
    click.echo(f"Copied to {file}. {_told(found.rows)}")
    keys = settings.read().keys
    if isinstance(place, str) and keys is not None:
        copied = _copy_keys(keys, file)
        click.echo(
            f"The words in it are locked. The keys ({copied}) are in {file}.keys, in the place of the "
            "last copy beside it. Keep the two apart, and keys for some days only."
        )
    elif secret:
        click.echo("It is sealed with the same passphrase.")
    else:
        click.echo(
            "Only your user can read it, and it is not encrypted: keep it where nobody else is."
        )


@command.command()
@_file
@db_option
@click.option("--yes", is_flag=True, help="Don't ask before the talks that are there are replaced.")
def restore(*, file: Path, place: Path | str, yes: bool) -> int:
    """Put the copy FILE in the place of all that is kept. Whoever was erased stays erased.

    \b
    Example:
      afterword db restore ~/safe/monday.db
    """  # noqa: D301 - as above
    from bot.store.copies import bring_back, look_through_copy  # noqa: PLC0415 - as above
    from bot.store.places import named  # noqa: PLC0415 - as above

    with sentences():
        # Without the list of the erased: who is on it is left out, and no reason to refuse a copy.
        secret = secret_of(file)
        wrong = look_through_copy(file, frozenset(), secret).wrong
    if wrong:
        _tell(wrong)
        click.echo("The copy is not whole. Nothing was changed.")
        return FOUND
    asked = f"All that is kept in {named(place)} will be replaced. Go on?"
    if not yes and not click.confirm(asked):
        click.echo("Nothing was changed.")
        return 0
    with sentences(), opened(place) as store:
        found, without = bring_back(store, file, secret, keys_of_people())
    click.echo(f"Brought back into {named(place)}. {_told(found.rows)}")
    if without:
        click.echo(f"{_people(without)} in it had been erased since, and did not come back.")
    return 0


@command.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, resolve_path=True))
@db_option
def verify(*, file: Path | None, place: Path | str) -> int:
    """Read every row of what is kept, or of the copy FILE, and say what is wrong with it.

    \b
    Examples:
      afterword db verify
      afterword db verify ~/safe/monday.db
    """  # noqa: D301 - as above
    from bot.store.copies import look_through, look_through_copy  # noqa: PLC0415 - as above
    from bot.store.ledger import read as erased_beside  # noqa: PLC0415 - as above

    if file is not None:
        with sentences():
            found = look_through_copy(file, erased_beside(file), secret_of(file))
    else:
        with there(place) as store:
            damage = store.damage()
            if damage:
                click.echo("The database is damaged. Bring a copy back.")
                return FOUND
            found = look_through(store.everything(), store.erased())
    _tell(found.wrong)
    click.echo(_told(found.rows))
    click.echo("Not all of it is right." if found.wrong else "All of it can be read.")
    return FOUND if found.wrong else 0


def _protected(place: Path | str) -> str:
    """Say whether what is kept is sealed, or its words locked."""
    from bot.store.places import is_sealed  # noqa: PLC0415 - as above

    if isinstance(place, Path):
        return ", sealed" if is_sealed(place) else ", not sealed"
    return ", words locked" if settings.read().keys is not None else ", words not locked"


def _copy_keys(keys: Path, file: Path) -> str:
    from bot.store.keys import KeyFile  # noqa: PLC0415 - as above

    held = KeyFile(keys)
    try:
        return str(held.copy_to(file.with_name(file.name + ".keys")))
    finally:
        held.close()


def _told(rows: Mapping[str, int]) -> str:
    counts = (f"{rows[table]} {names[rows[table] != 1]}" for table, names in _COUNTED.items())
    return f"In it: {', '.join(counts)}."


def _people(count: int) -> str:
    return f"{count} {_PEOPLE[count != 1]}"


def _tell(wrong: list[str]) -> None:
    for one in wrong:
        click.echo(one)


def _age_of_lines() -> str:
    from bot.channels import opening  # noqa: PLC0415 - as above

    try:
        library = opening.load(settings.read()).library
    except OSError:
        library = None
    if library is None:
        return "they can't be read; `afterword check` says why."
    return library.lines.age_sentence()
