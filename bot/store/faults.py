"""Reads an error of SQLite or of a PostgreSQL server into the sentence that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.store.errors import (
    Closed,
    Corrupt,
    DiskFailed,
    DiskFull,
    Locked,
    NoRights,
    NotADatabase,
    NotAllowed,
    ReadOnly,
    Repeated,
    ServerAway,
    StoreError,
    Unwritable,
)

if TYPE_CHECKING:
    import sqlite3

# SQLite's primary result codes, https://www.sqlite.org/rescode.html
BUSY, LOCKED, NO_DATABASE = 5, 6, 26
_MEANING: dict[int, type[StoreError]] = {
    3: NotAllowed,  # SQLITE_PERM
    BUSY: Locked,
    LOCKED: Locked,
    8: ReadOnly,
    10: DiskFailed,  # SQLITE_IOERR
    11: Corrupt,
    13: DiskFull,
    14: NotAllowed,  # SQLITE_CANTOPEN
    23: NotAllowed,  # SQLITE_AUTH
    NO_DATABASE: NotADatabase,
}

# PostgreSQL's codes, whole or by their class of two signs,
# https://www.postgresql.org/docs/current/errcodes-appendix.html
RACES = ("40001", "40P01")
"""Two transactions were in each other's way, and this one was taken back: worth another try."""

_OF_SERVER: dict[str, type[StoreError]] = {
    "08": ServerAway,
    "28": ServerAway,
    "3D": ServerAway,  # no such database
    "57P": ServerAway,  # shut down, or cut off by an administrator
    "53300": ServerAway,  # too many connections
    "40": Locked,
    "55P03": Locked,
    "57014": Locked,  # cancelled, as by a limit of time
    "25006": ReadOnly,
    "53100": DiskFull,
    "58030": DiskFailed,
    "XX001": Corrupt,
    "XX002": Corrupt,
    "42501": NoRights,
    "3F": NoRights,  # no such schema
    "22021": Unwritable,
    "23505": Repeated,  # the only thing that may be there once and comes from outside
}


def code_of(error: sqlite3.Error) -> int:
    """Return the primary result code, 0 when SQLite itself was not asked."""
    # Extended codes carry the primary one in their low byte; the module's own errors have none.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def read_fault(error: sqlite3.Error, path: object) -> StoreError:
    """Return the `StoreError` that says what happened to the file at `path`."""
    if "closed database" in str(error):
        return Closed(path)
    return _MEANING.get(code_of(error), StoreError)(path)


def read_server_fault(state: str | None, path: object) -> StoreError:
    """Return the `StoreError` for a code of the server; without one, nobody answered."""
    if state is None:
        return ServerAway(path)
    known = (_OF_SERVER.get(state[:size]) for size in (5, 3, 2))
    return next((one for one in known if one is not None), StoreError)(path)
