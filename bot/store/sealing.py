"""Files sealed with a passphrase, by SQLCipher: the only place that knows its driver.

What is sealed is the whole file with its log of writes; the list of the erased beside it says nothing.
"""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, Any

from bot.store.errors import BadPassphrase, DiskFailed, NoSealing, Sealed, WrongPassphrase
from bot.store.faults import NO_DATABASE, code_of, read_fault
from bot.store.ledger import sync_folder
from bot.store.migrations import refuse_strangers

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

PLAIN = b"SQLite format 3\x00"
"""How a file begins that is not sealed (https://www.sqlite.org/fileformat.html, 1.3)."""

PAGE = 4096
"""Both SQLite and SQLCipher write whole pages of this many bytes; a letter rarely has their size."""

AT_ONCE = 1 << 20

_SILENT = "PRAGMA cipher_log_level = NONE"
"""Otherwise it writes lines of its own to the terminal when a passphrase is wrong."""


def is_sealed(path: Path) -> bool:
    """Whether a file looks sealed: of whole pages, and without the beginning of an open one."""
    try:
        with path.open("rb") as file:
            begins = file.read(len(PLAIN))
            size = os.fstat(file.fileno()).st_size
    except OSError:
        return False
    return bool(begins) and begins != PLAIN and size % PAGE == 0


def driver() -> ModuleType:
    """Return what opens sealed files, used as `sqlite3` is; raises `NoSealing`."""
    try:
        from sqlcipher3 import dbapi2  # noqa: PLC0415 - an extra: only who seals has it
    except ImportError:
        raise NoSealing from None
    found: ModuleType = dbapi2
    return found


def quoted(secret: str) -> str:
    """Return a passphrase as it stands in a statement; raises `BadPassphrase`."""
    if not secret or "\x00" in secret or not secret.isprintable():
        raise BadPassphrase
    return "'" + secret.replace("'", "''") + "'"


def unlock(connection: Any, secret: str) -> None:
    """Give a connection its passphrase; whether it fits shows with the first read."""
    connection.execute(_SILENT)
    connection.execute(f"PRAGMA key = {quoted(secret)}")


def version_of(path: Path, secret: str) -> int:
    """Return the version of a sealed file; changes nothing. Raises `StoreError`."""
    if not secret:
        raise Sealed(path)
    sqlcipher = driver()
    try:
        with closing(sqlcipher.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            unlock(file, secret)
            return refuse_strangers(file, path)
    except sqlcipher.Error as error:
        if code_of(error) == NO_DATABASE:
            raise WrongPassphrase(path) from None
        raise read_fault(error, path) from error


def copy_in_memory(path: Path, secret: str) -> Any:
    """Return a connection that holds a sealed copy in memory; the file stays as it is.

    Raises `StoreError`, and the driver's own errors where it can't read.
    """
    version_of(path, secret)
    memory = driver().connect(":memory:", isolation_level=None, uri=True)
    address = f"{path.resolve().as_uri()}?mode=ro"
    memory.execute(_SILENT)
    memory.execute(f"ATTACH ? AS sealed KEY {quoted(secret)}", (address,))
    for name in ("application_id", "user_version"):
        (value,) = memory.execute(f"PRAGMA sealed.{name}").fetchone()
        memory.execute(f"PRAGMA main.{name} = {value:d}")
    memory.execute("SELECT sqlcipher_export('main', 'sealed')").fetchall()
    memory.execute("DETACH sealed")
    return memory


def put_in_place(part: Path, path: Path) -> None:
    """Give the new file the name of the old one, whose bytes are written over with chance ones.

    Whoever had the old one open finds no database in it, so nothing can be kept where it is lost.
    A disk that writes elsewhere, as an SSD does, still holds the old bytes for a while.
    """
    try:
        with path.open("r+b") as old:
            left = os.fstat(old.fileno()).st_size
            part.replace(path)
            sync_folder(path)
            while left > 0:
                left -= old.write(os.urandom(min(left, AT_ONCE)))
            old.flush()
            os.fsync(old.fileno())
    except OSError as error:
        raise DiskFailed(path) from error
