"""Keys of people, one each, in a file of their own: whoever's key is destroyed can't be read any more.

The words they lock stand on a server; what is a word and where it stands is server-side knowledge.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Any

from bot.store.errors import (
    DiskFailed,
    KeyGone,
    NoCipher,
    NotADatabase,
    TracesLeft,
    Unwritable,
)
from bot.store.faults import read_fault
from bot.store.ledger import sync_folder
from bot.store.place import drop_part, part_of, prepare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

KEY_BYTES = 32
NONCE_BYTES = 12
"""What AES-GCM takes (NIST SP 800-38D): by chance for each text, far fewer than 2**32 a person."""

PATIENCE = 5.0
"""Seconds to wait for another process, as for the file of saved talks."""

_SETTINGS = (
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
)
_TABLE = "CREATE TABLE IF NOT EXISTS key (mark TEXT PRIMARY KEY, key BLOB NOT NULL)"
_OURS = 0x41664B79
"""Stands in the header of the file ("AfKy"), so that another program's database is refused."""


class Lock:
    """Locks and unlocks the words of one person. `where` says what a text is and where it stands.

    A text that was put in another place, or changed by a bit, is not unlocked.
    """

    def __init__(self, mark: str, key: bytes) -> None:
        self.mark = mark
        self._cipher = _cipher(key)

    def lock(self, text: str, where: str) -> bytes:
        """Return a text so that only this key reads it."""
        nonce = os.urandom(NONCE_BYTES)
        try:
            plain = text.encode()
        except UnicodeEncodeError:
            raise Unwritable from None
        locked: bytes = self._cipher.encrypt(nonce, plain, where.encode())
        return nonce + locked

    def unlock(self, locked: bytes, where: str) -> str:
        """Return what `lock` was given; raises `KeyGone` where this key or place does not fit."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as in _cipher

        try:
            plain: bytes = self._cipher.decrypt(
                locked[:NONCE_BYTES], locked[NONCE_BYTES:], where.encode()
            )
            return plain.decode()
        except (InvalidTag, ValueError):
            raise KeyGone from None


class KeyFile:
    """The keys in the file at `path`, made if it is not there, by the marks of their people.

    Several processes of one machine may have it open. Raises `StoreError`, here and below.
    """

    def __init__(self, path: Path) -> None:
        import sqlite3  # noqa: PLC0415 - only who keeps talks on a server has keys

        self._path = path
        self._lock = RLock()
        self._owes = False
        self._error = sqlite3.Error
        prepare(path)
        with self._faults():
            self._file = sqlite3.connect(
                path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._refuse_strangers()
            for setting in _SETTINGS:
                self._file.execute(setting)
            self._file.execute(_TABLE)
            self._file.execute(f"PRAGMA application_id = {_OURS}")
            # A kill after a key was destroyed leaves it in the log of writes.
            self._log_is_empty()

    def lock_of(self, mark: str) -> Lock | None:
        """Return the lock of a person, None where their key is not there or was destroyed."""
        with self._lock, self._faults():
            found = self._file.execute("SELECT key FROM key WHERE mark = ?", (mark,)).fetchone()
        return None if found is None else Lock(mark, found[0])

    def made(self, mark: str) -> Lock:
        """Return the lock of a person, made now if it is not there; it is on the disk then."""
        with self._lock, self._faults():
            self._file.execute(
                "INSERT OR IGNORE INTO key VALUES (?, ?)", (mark, os.urandom(KEY_BYTES))
            )
        lock = self.lock_of(mark)
        assert lock is not None  # noqa: S101 - it was put there just now
        return lock

    def destroy(self, marks: Iterable[str]) -> int:
        """Destroy keys so that no byte of them is left in the file; returns how many there were.

        Raises `TracesLeft` when another process keeps old pages alive; a second call tries again,
        whatever its marks.
        """
        with self._lock, self._faults():
            self._file.execute("BEGIN IMMEDIATE")
            try:
                gone = sum(
                    self._file.execute("DELETE FROM key WHERE mark = ?", (mark,)).rowcount
                    for mark in marks
                )
            finally:
                self._file.execute("COMMIT")
            self._owes |= gone > 0
            if self._owes:
                self._file.execute("VACUUM")
                if not self._log_is_empty():
                    raise TracesLeft(self._path)
                self._owes = False
        return gone

    def count(self) -> int:
        """Return how many keys there are."""
        with self._lock, self._faults():
            return int(self._file.execute("SELECT count(*) FROM key").fetchone()[0])

    def copy_to(self, path: Path) -> int:
        """Copy all keys into the file at `path`, in the place of an older copy; returns how many.

        There is never more than this one copy, so a destroyed key outlives its person in it only
        until the next.
        """
        part = part_of(path)
        drop_part(path)
        copy = KeyFile(part)
        try:
            with self._lock, self._faults():
                rows = self._file.execute("SELECT mark, key FROM key").fetchall()
                copy._file.execute("BEGIN")
                copy._file.executemany("INSERT INTO key VALUES (?, ?)", rows)
                copy._file.execute("COMMIT")
                copy._file.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
        try:
            part.replace(path)
            sync_folder(path)
        except OSError as error:
            raise DiskFailed(path) from error
        return len(rows)

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        with self._lock, self._faults():
            self._file.close()

    def _log_is_empty(self) -> bool:
        """Empty the log of writes, which holds every page as it was; whether nobody reads in it."""
        (busy, _, _) = self._file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def _refuse_strangers(self) -> None:
        (owner,) = self._file.execute("PRAGMA application_id").fetchone()
        (tables,) = self._file.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if owner != _OURS and (owner or tables):
            raise NotADatabase(self._path)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except self._error as error:
            raise read_fault(error, self._path) from error


def _cipher(key: bytes) -> Any:
    try:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - an extra
    except ImportError:
        raise NoCipher from None
    return AESGCM(key)
