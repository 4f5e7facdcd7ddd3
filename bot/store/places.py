"""Where talks are kept, in a file or on a server: which store that is, and how far it has come."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.store.protocol import LastingStore

Place = Path | str
"""A file, or as a text the address of a PostgreSQL server."""


def untouched(place: Place) -> bool:
    """Whether nothing can be kept at a place yet; what is on a server is not known before it is asked."""
    return isinstance(place, Path) and not os.path.lexists(place)


def open_store(place: Place, *, secret: str = "", keys: Path | None = None) -> LastingStore:
    """Open what is kept at a place, made or brought to the newest version if need be.

    `secret` is the passphrase of a sealed file, `keys` the file of people's keys for a server.
    Raises a `StoreError`.
    """
    if isinstance(place, Path):
        from bot.store.sqlite import SqliteStore  # noqa: PLC0415 - a talk that is not kept needs none

        return SqliteStore(place, secret=secret)
    from bot.store.postgres import PostgresStore  # noqa: PLC0415 - as above

    if keys is None:
        return PostgresStore(place)
    from bot.store.keys import KeyFile  # noqa: PLC0415 - as above

    return PostgresStore(place, keys=KeyFile(keys))


def is_sealed(place: Place) -> bool:
    """Whether a place is a file that a passphrase opens."""
    if not isinstance(place, Path) or untouched(place):
        return False
    from bot.store import sealing  # noqa: PLC0415 - as above

    return sealing.is_sealed(place)


def named(place: Place) -> str:
    """Return a place fit to be shown."""
    if isinstance(place, Path):
        return str(place)
    from bot.store.server import shown  # noqa: PLC0415 - as above

    return shown(place)


def versions(place: Place, secret: str = "") -> tuple[int, int]:
    """Return the version at a place, 0 for nothing there, and the newest; changes nothing.

    Raises a `StoreError`, also where the version is newer than the newest.
    """
    if isinstance(place, Path):
        from bot.store.migrations import MIGRATIONS  # noqa: PLC0415 - as above

        return _version_of(place, secret), len(MIGRATIONS)
    from bot.store import server_tables  # noqa: PLC0415 - as above
    from bot.store.server import version_at  # noqa: PLC0415 - as above

    return version_at(place), len(server_tables.MIGRATIONS)


def _version_of(path: Path, secret: str) -> int:
    if not path.exists():
        return 0
    if is_sealed(path):
        from bot.store import sealing  # noqa: PLC0415 - as above

        return sealing.version_of(path, secret)
    import sqlite3  # noqa: PLC0415 - as above
    from contextlib import closing  # noqa: PLC0415 - as above

    from bot.store.faults import read_fault  # noqa: PLC0415 - as above
    from bot.store.migrations import refuse_strangers  # noqa: PLC0415 - as above

    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            return refuse_strangers(file, path)
    except sqlite3.Error as error:
        raise read_fault(error, path) from error
