"""The store on disk: one SQLite file, safe after a power cut, with nothing left after an erase."""

# ruff: noqa: S608 - all that is put into a statement is the constant SEATS

from __future__ import annotations

from contextlib import contextmanager, suppress
from os import getpid, urandom
from threading import RLock
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, TypeVar

from bot.store import ledger
from bot.store import sqlite_statements as sql
from bot.store.errors import (
    Repeated,
    Sealed,
    StoreError,
    TracesLeft,
    UnknownConversation,
    Unwritable,
    WrongPassphrase,
)
from bot.store.export import everything_about
from bot.store.faults import BUSY, LOCKED, NO_DATABASE, code_of, read_fault
from bot.store.migrations import migrate, refuse_strangers
from bot.store.place import drop_part, prepare
from bot.store.protocol import (
    SEATS,
    Append,
    Conversation,
    Fact,
    Line,
    Note,
    Opened,
    Reminder,
    Row,
    refuse_disorder,
    refuse_unwritable,
    watermark_of,
)
from bot.store.sealing import driver as sealing_driver
from bot.store.sealing import is_sealed, unlock
from bot.store.sqlite_rows import counts_of, damage_in, put_rows, rows_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from types import ModuleType

_T = TypeVar("_T")

PATIENCE = 5.0
"""Seconds to wait for another process: a write takes milliseconds, a person gives up after ten."""

PAUSES = (0.0001, 0.0004, 0.0002, 0.0005, 0.0003)
"""Seconds between two tries for the lock. SQLite's own wait backs off and starves a process."""

_SETTINGS = (
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
)


def _driver(path: Path, secret: str) -> ModuleType:
    """Return what opens the file; raises `Sealed` where that takes a passphrase."""
    if secret:
        return sealing_driver()
    if is_sealed(path):
        raise Sealed(path)
    import sqlite3  # noqa: PLC0415 - a talk that is not saved never needs it

    return sqlite3


class SqliteStore:
    """Keeps `Store`'s promises in the file at `path`, made if it is not there.

    One store may be used from several threads, one at a time; several processes may have
    the file open. `patience` is how long, in seconds, to wait for another process. With a
    `secret` the file is sealed, and its passphrase is this one.
    """

    def __init__(self, path: Path, patience: float = PATIENCE, secret: str = "") -> None:
        self._path = path
        self._patience = patience
        self._owes = False
        self._lock = RLock()
        self._secret = secret
        driver = _driver(path, secret)
        self._error = driver.Error
        prepare(path)
        with self._faults():
            self._connection: sqlite3.Connection = driver.connect(
                path, timeout=0, isolation_level=None, check_same_thread=False
            )
        try:
            with self._faults(opening=True):
                if secret:
                    unlock(self._connection, secret)
                # A file that is not ours is refused before a setting could change it.
                self._retry(lambda: refuse_strangers(self._connection, path))
                for setting in _SETTINGS:
                    self._insist(setting)
                self._retry(lambda: migrate(self._connection, path))
            self._erase_again()
        except BaseException:
            self._connection.close()
            raise

    def conversations(self, person: str) -> tuple[Conversation, ...]:
        """Return the person's talks, the one touched last first."""
        return tuple(Conversation(*found) for found in self._read(sql.OF_PERSON, person))

    def open(self, conversation: str, person: str, dialog: str, at: str) -> None:
        """Make room for a talk; raises `SomebodyElses` when the id is somebody else's."""
        with self._writing() as connection:
            sql.open_talk(connection, conversation, Opened(person, dialog, at))

    def end(self, conversation: str, at: str) -> None:
        """Mark a talk as ended; the first time given stands."""
        if not self._write(sql.END, at, conversation):
            raise UnknownConversation

    def rows(self, conversation: str) -> tuple[Row, ...]:
        """Return the entries of a talk in order."""
        return tuple(Row(*found) for found in self._read(sql.ROWS, conversation))

    def append(self, conversation: str, after: int, rows: Sequence[Row]) -> None:
        """Keep all rows or none, as `Store.append`."""
        refuse_disorder(after, rows)
        with self._writing() as connection:
            sql.append_rows(connection, conversation, after, rows)

    def keep(self, turn: Append) -> None:
        """Keep a turn in one transaction, as `Store.keep`."""
        refuse_disorder(turn.after, turn.rows)
        with self._writing() as connection:
            left = sql.keep_turn(connection, turn)
        self._scrub_if_owed(owed=left)

    def append_all(self, batch: Sequence[Append]) -> tuple[Exception | None, ...]:
        """Do many appends in one transaction, each with its own outcome."""
        outcomes: list[Exception | None] = []
        left = False
        with self._writing() as connection:
            for one in batch:
                try:
                    refuse_disorder(one.after, one.rows)
                    refuse_unwritable(one, self._path)
                    left |= sql.keep_turn(connection, one)
                    outcomes.append(None)
                except (StoreError, ValueError) as refusal:
                    outcomes.append(refusal)
        self._scrub_if_owed(owed=left)
        return tuple(outcomes)

    def overwrite(self, conversation: str, row: Row) -> None:
        """Put `row` in the place of the entry with its `seq`, leaving no trace of the old one."""
        with self._writing() as connection:
            number, _ = sql.newest_of(connection, conversation)
            place = number * SEATS + row.seq
            if not connection.execute(sql.THERE, (place,)).fetchone():
                raise UnknownConversation
            found = connection.execute(sql.SAME_MESSAGE, (number, row.message)).fetchone()
            if found and found[0] != place:
                raise Repeated
            connection.execute(
                "UPDATE entry SET at = ?, message = ?, payload = ? WHERE place = ?",
                (row.at, row.message, row.payload, place),
            )
        self._scrub()

    def facts(self, person: str) -> tuple[Fact, ...]:
        """Return what is remembered about a person, by name."""
        found = self._read(
            "SELECT name, value, at FROM fact WHERE person = ? ORDER BY name", person
        )
        return tuple(Fact(*one) for one in found)

    def known_by(self, name: str) -> tuple[str, ...]:
        """Return everyone with a fact of this name; reads all facts."""
        found = self._read("SELECT person FROM fact WHERE name = ? ORDER BY person", name)
        return tuple(person for (person,) in found)

    def keep_fact(self, person: str, name: str, value_json: str, at: str) -> None:
        """Remember a fact; an older value of that name leaves no trace."""
        with self._writing_for(person) as connection:
            left = sql.put_fact(connection, person, name, value_json, at)
        if left:
            self._scrub()

    def drop_fact(self, person: str, name: str) -> None:
        """Forget a fact without a trace."""
        if self._write(sql.DROP["fact"], person, name):
            self._scrub()

    def notes(self, person: str) -> tuple[Note, ...]:
        """Return a person's notes, oldest first."""
        found = self._read(
            "SELECT key, title, text, at FROM note WHERE person = ? ORDER BY at, key", person
        )
        return tuple(Note(*one) for one in found)

    def put_note(self, person: str, key: str, title: str, text: str, at: str) -> None:
        """Keep a note; an older wording with that key leaves no trace."""
        with self._writing_for(person) as connection:
            left = sql.put_note(connection, person, key, title, text, at)
        if left:
            self._scrub()

    def drop_note(self, person: str, key: str) -> None:
        """Forget a note without a trace."""
        if self._write(sql.DROP["note"], person, key):
            self._scrub()

    def reminders(self, person: str) -> tuple[Reminder, ...]:
        """Return a person's reminders, the next one first."""
        found = self._read(
            "SELECT person, key, due, dialog FROM reminder WHERE person = ? ORDER BY due, key",
            person,
        )
        return tuple(Reminder(*one) for one in found)

    def claim(self, now: str, until: str) -> tuple[Reminder, ...]:
        """Take everyone's reminders that are due and not taken, as `Store.claim`."""
        # Most looks find nothing, and a look alone need not wait for anybody's writing.
        if not self._read(f"SELECT 1 FROM reminder WHERE {sql.FREE} LIMIT 1", now):
            return ()
        with self._writing() as connection:
            found = connection.execute(
                f"SELECT person, key, due, dialog FROM reminder WHERE {sql.FREE}"
                " ORDER BY due, person, key",
                (now,),
            ).fetchall()
            connection.execute(f"UPDATE reminder SET held = ?2 WHERE {sql.FREE}", (now, until))
        return tuple(Reminder(*one) for one in found)

    def put_reminder(self, person: str, key: str, due: str, dialog: str) -> None:
        """Keep a reminder in place of an older one with that key."""
        with self._writing_for(person) as connection:
            connection.execute(sql.PUT_REMINDER, (person, key, due, dialog))

    def drop_reminder(self, person: str, key: str) -> None:
        """Forget a reminder."""
        self._write(sql.DROP["reminder"], person, key)

    def erase(self, *people: str) -> None:
        """Remove everything about some people so that no byte of it is left in the files.

        The whole file is written anew, which takes time and memory in its size. Raises
        `TracesLeft` when another process keeps old pages alive; a second call tries again.
        """
        with self._writing() as connection:
            marks = [mark for one in people for mark in connection.execute(sql.MARK, (one,))]
            # Written down first: if all stops here, the next start finishes what was begun.
            ledger.note(self._path, (mark for (mark,) in marks))
            for person in people:
                sql.erase_rows(connection, person)
        self._scrub()

    def heard_until(self, person: str) -> int:
        """Return the number of the newest message that was erased with a person, 0 for none."""
        found = self._read(sql.HEARD_UNTIL, watermark_of(person))
        return int(found[0][0]) if found else 0

    def overdue(self, before: str) -> tuple[str, ...]:
        """Return the people of whom nothing was touched from `before` on; reads all of them."""
        return tuple(person for (person,) in self._read(sql.OVERDUE, before))

    def export(self, person: str) -> dict[str, Any]:
        """Return everything held about a person, as it stood at one moment."""
        with self._lock, self._faults():
            self._insist("BEGIN")
            try:
                return everything_about(self, person)
            finally:
                self._connection.execute("COMMIT")

    def everything(self) -> Iterator[Line]:
        """Give every row as of one moment; others may go on writing meanwhile."""
        with self._lock, self._faults():
            self._insist("BEGIN")
            try:
                yield from rows_of(self._connection)
            finally:
                self._connection.execute("COMMIT")

    def as_it_stands(self) -> Iterator[Line]:
        """Give every row inside `held_alone`, and what an erase has left."""
        yield from rows_of(self._connection)

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        with self._lock, self._faults():
            return self._retry(lambda: counts_of(self._connection))

    def replace_everything(self, lines: Iterable[Line]) -> None:
        """Put these rows in the place of all that is there, or none of them."""
        with self._writing() as connection:
            put_rows(connection, lines)

    def erased(self) -> frozenset[str]:
        """Return the marks of all who were erased here."""
        return ledger.read(self._path)

    def note_erased(self, marks: Iterable[str]) -> None:
        """Count these marks among the erased ones."""
        ledger.note(self._path, marks)

    def settle(self) -> None:
        """Leave all of it in the one file, which can then be read where nobody may write."""
        with self._lock, self._faults():
            self._insist("PRAGMA journal_mode = DELETE")

    @contextmanager
    def held_alone(self) -> Iterator[None]:
        """Keep everybody else away from the file inside; raises `Locked` where somebody has it open."""
        with self._lock, self._faults():
            # A file that others have open does not leave this mode.
            self._insist("PRAGMA journal_mode = DELETE")
            self._insist("BEGIN EXCLUSIVE")
            try:
                yield
            finally:
                self._connection.execute("ROLLBACK")

    def damage(self) -> str:
        """Return what SQLite finds wrong in the file; "" for nothing."""
        with self._lock, self._faults():
            return self._retry(lambda: damage_in(self._connection))

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        with self._lock, self._faults():
            self._connection.close()

    def _read(self, statement: str, key: str) -> list[tuple[Any, ...]]:
        with self._lock, self._faults():
            return self._retry(lambda: self._connection.execute(statement, (key,)).fetchall())

    def _write(self, statement: str, *values: str) -> int:
        with self._writing() as connection:
            return connection.execute(statement, values).rowcount

    def _erase_again(self) -> None:
        """Erase whoever was erased before and stands here all the same, as in an old copy."""
        marks = ledger.read(self._path)
        if not marks:
            return
        with self._lock, self._faults():
            here = self._retry(
                lambda: self._connection.execute("SELECT id, mark FROM person").fetchall()
            )
        for person, mark in here:
            if mark in marks:
                self.erase(person)

    @contextmanager
    def _writing_for(self, person: str) -> Iterator[sqlite3.Connection]:
        """Do as `_writing` for something of a person's, who has a mark from now on."""
        with self._writing() as connection:
            connection.execute(sql.OWNER, (person, urandom(16).hex()))
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Hold the write lock; what happens inside is on the disk afterwards, or not at all."""
        with self._lock, self._faults():
            self._insist("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk makes SQLite roll back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _scrub_if_owed(self, *, owed: bool) -> None:
        """Do as `_scrub` where an older wording went with a turn; the turn itself is kept by now.

        What stands in the way says nothing about the turn, so it is tried again with the next one.
        """
        self._owes |= owed
        if self._owes:
            with suppress(StoreError):
                self._scrub()

    def _scrub(self) -> None:
        """Write the file anew without free pages and empty the log of writes.

        `secure_delete` alone is not enough: rows that moved to another page when theirs was
        full leave stale copies behind, and the log of writes holds every page as it was.
        """
        with self._lock, self._faults():
            try:
                self._insist("VACUUM")
                # Sealing that was killed half-way leaves a second file with everybody in it; nobody
                # seals now, since that takes the file alone.
                drop_part(self._path)
                self._retry(self._empty_log)
                self._owes = False
            except self._error as error:
                if code_of(error) in (BUSY, LOCKED):
                    raise TracesLeft(self._path) from error
                raise

    def _empty_log(self) -> None:
        (busy, _, _) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            # SQLite reports this one as a row; as an error it is tried again like any other.
            error = self._error("a reader holds the log")
            error.sqlite_errorcode = BUSY
            raise error

    def _insist(self, statement: str) -> None:
        self._retry(lambda: self._connection.execute(statement))

    def _retry(self, attempt: Callable[[], _T]) -> _T:
        """Return what `attempt` returns, tried again while another process holds the file."""
        until, turn = monotonic() + self._patience, getpid()
        while True:
            try:
                return attempt()
            except self._error as error:
                if code_of(error) not in (BUSY, LOCKED) or monotonic() > until:
                    raise
            sleep(PAUSES[turn % len(PAUSES)])
            turn += 1

    @contextmanager
    def _faults(self, *, opening: bool = False) -> Iterator[None]:
        try:
            yield
        except self._error as error:
            if opening and self._secret and code_of(error) == NO_DATABASE:
                raise WrongPassphrase(self._path) from None
            raise read_fault(error, self._path) from error
        except UnicodeEncodeError:
            # The error carries the text itself, so it goes no further.
            raise Unwritable(self._path) from None
