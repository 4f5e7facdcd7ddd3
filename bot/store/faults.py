"""Reads an error of SQLite into the sentence that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.store.errors import (
    Closed,
    Corrupt,
    DiskFailed,
    DiskFull,
    Locked,
    NotADatabase,
    NotAllowed,
    ReadOnly,
    StoreError,
)

if TYPE_CHECKING:
    import sqlite3

# SQLite's primary result codes, https://www.sqlite.org/rescode.html
BUSY, LOCKED = 5, 6
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
    26: NotADatabase,
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
