"""The connection to a PostgreSQL server: made, made anew, its errors read; the only place that knows the driver."""

from __future__ import annotations

from contextlib import contextmanager
from threading import RLock
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from bot.store import server_tables as sql
from bot.store.errors import Closed, NewerVersion, NoDriver, NotOurs, StoreError, Unwritable
from bot.store.faults import RACES, read_server_fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    import psycopg

    Connection = psycopg.Connection[Any]

_T = TypeVar("_T")

PATIENCE = 5.0
"""Seconds to wait for the server or for another process, as for a file."""

SHORTEST = 2
"""Seconds: the driver's library waits no less for a connection."""

PAUSE = 0.002
"""Seconds before a transaction that was in another's way is tried again."""

_SETTINGS = """
    SELECT set_config('synchronous_commit', 'on', false),
        set_config('default_transaction_isolation', 'read committed', false),
        set_config('lock_timeout', %s, false)"""
_SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


def shown(address: str) -> str:
    """Return an address without user, password and options, fit to be shown."""
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "the address in AFTERWORD_DB"
    return f"postgresql://{parts.hostname or 'localhost'}{port}{parts.path}"


class Server:
    """One connection to the database at `address`; several threads may use it, one at a time.

    `patience` is how long, in seconds, to wait for the server or for another process. The tables
    are there, in their newest version, when this is made. Raises `StoreError`, here and below.
    """

    def __init__(self, address: str, patience: float = PATIENCE) -> None:
        self.shown = shown(address)
        self._driver = _driver(address)
        self._address = address
        self._patience = patience
        self._lock = RLock()
        self._connection: Connection | None = None
        self._closed = False
        try:
            self.ask(self._migrate)
        except BaseException:
            self.close()
            raise

    def ask(self, work: Callable[[Connection], _T], tries: int = 2) -> _T:
        """Return what `work` returns; it is tried again on a new connection, and after a race.

        Inside a snapshot it is not: what follows would see another moment.
        """
        with self._lock:
            until = monotonic() + self._patience
            while True:
                inside = self._connection is not None and self._in_transaction(self._connection)
                try:
                    return work(self._reached())
                except self._driver.Error as error:
                    tries -= 1
                    raced = error.sqlstate in RACES and monotonic() < until
                    lost = self._connection is None or self._connection.closed
                    if lost:
                        self._hang_up()
                    if inside or not (raced or (lost and tries > 0)):
                        # What the server says may quote what was to be kept: it goes no further.
                        raise self._fault(error) from None
                except UnicodeEncodeError:
                    raise Unwritable(self.shown) from None
                sleep(PAUSE)

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """See everything as of one moment inside."""
        with self._lock:
            self.ask(lambda connection: connection.execute(_SNAPSHOT))
            connection = self._reached()
            try:
                yield connection
            except self._driver.Error as error:
                raise self._fault(error) from None
            finally:
                if self._connection is connection and not connection.closed:
                    connection.rollback()

    def close(self) -> None:
        """Let go of the connection; a second call does nothing."""
        with self._lock:
            self._closed = True
            self._hang_up()

    def _reached(self) -> Connection:
        if self._closed:
            raise Closed(self.shown)
        if self._connection is None:
            connection: Connection = self._driver.connect(
                self._address,
                autocommit=True,
                connect_timeout=max(SHORTEST, round(self._patience)),
            )
            self._connection = connection
            connection.execute(_SETTINGS, (f"{round(self._patience * 1000)}ms",))
        return self._connection

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _in_transaction(self, connection: Connection) -> bool:
        return bool(connection.info.transaction_status == self._driver.pq.TransactionStatus.INTRANS)

    def _fault(self, error: psycopg.Error) -> StoreError:
        if isinstance(error, self._driver.DataError) and error.sqlstate is None:
            return Unwritable(self.shown)  # the driver itself sees that a text can't be sent
        return read_server_fault(error.sqlstate, self.shown)

    def _migrate(self, connection: Connection) -> None:
        """Bring the tables to the newest version; one that fails leaves them as they were."""
        with connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (sql.LOCK,))
            version = _version(connection, self.shown)
            for number, statements in enumerate(sql.MIGRATIONS[version:], version + 1):
                for statement in statements:
                    connection.execute(statement)
                connection.execute(sql.NOW_AT, (number,))


def version_at(address: str) -> int:
    """Return which version the tables at an address have, 0 for none; changes nothing.

    Raises a `StoreError`: the server is away, or the tables are newer or of another program.
    """
    driver = _driver(address)
    try:
        with driver.connect(address, connect_timeout=round(PATIENCE)) as connection:
            return _version(connection, shown(address))
    except driver.Error as error:
        raise read_server_fault(error.sqlstate, shown(address)) from None


def _version(connection: Connection, place: str) -> int:
    ours, others = connection.execute(sql.STANDING).fetchone() or (False, False)
    if not ours and others:
        raise NotOurs(place)
    found = connection.execute(sql.VERSION).fetchone() if ours else (0,)
    version = int(found[0]) if found else 0
    if version > len(sql.MIGRATIONS):
        raise NewerVersion(place)
    return version


def _driver(address: str) -> ModuleType:
    try:
        import psycopg  # noqa: PLC0415 - an extra: only who uses a server has it
    except ImportError:
        raise NoDriver(shown(address)) from None
    return psycopg
