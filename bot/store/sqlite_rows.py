"""All rows of a SQLite file at once: read for a copy, written back from one."""

# ruff: noqa: S608 - all that is put into a statement is constants of this package

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from bot.store.errors import Corrupt, NotThere, Sealed
from bot.store.migrations import migrate, refuse_strangers
from bot.store.protocol import SEATS, TABLES, Line
from bot.store.sealing import copy_in_memory, is_sealed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from pathlib import Path

IN_TALK = f"place BETWEEN number * {SEATS} AND (number + 1) * {SEATS} - 1"
"""Joins a talk with its entries."""

_READ = {
    **{table: f"SELECT {', '.join(columns)} FROM {table}" for table, columns in TABLES.items()},
    "conversation": "SELECT id, person, dialog, started, ended FROM conversation ORDER BY number",
    "entry": f"""SELECT id, place % {SEATS}, at, message, payload
        FROM conversation JOIN entry ON {IN_TALK} ORDER BY place""",
}
WRITE = {
    **{
        table: f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        for table, columns in TABLES.items()
    },
    # What was heard once stays heard, whatever an older copy knows.
    "watermark": """INSERT INTO watermark VALUES (?1, ?2)
        ON CONFLICT (name) DO UPDATE SET message = max(message, ?2)""",
    "entry": f"""INSERT INTO entry (place, at, message, payload)
        SELECT number * {SEATS} + ?2, ?3, ?4, ?5 FROM conversation WHERE id = ?1""",
}


def rows_of(connection: sqlite3.Connection) -> Iterator[Line]:
    """Give every row, table by table; in a transaction, all as of one moment."""
    for table, statement in _READ.items():
        for found in connection.execute(statement):
            yield table, found


def counts_of(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    return {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES
    }


def put_rows(connection: sqlite3.Connection, lines: Iterable[Line]) -> None:
    """Put rows in the place of all that is there, inside an open transaction."""
    for table in TABLES.keys() - {"watermark"}:
        connection.execute(f"DELETE FROM {table}")
    for table, some in groupby(lines, itemgetter(0)):
        connection.executemany(WRITE[table], (values for _, values in some))


def damage_in(connection: sqlite3.Connection) -> str:
    """Return the first thing SQLite finds wrong in its own pages; "" for nothing."""
    (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return "" if said == "ok" else str(said)


def is_locked(connection: sqlite3.Connection) -> bool:
    """Whether the words of a copy stand under keys: then they are bytes."""
    return any(
        connection.execute(
            f"SELECT 1 FROM {table} WHERE typeof({word}) = 'blob' LIMIT 1"
        ).fetchone()
        for table, word in (("entry", "payload"), ("fact", "value"), ("note", "text"))
    )


def in_memory(path: Path, secret: str = "") -> tuple[sqlite3.Connection, int]:
    """Read a copy into memory, brought to the newest version there; return it with the one it had.

    The file stays as it is. Raises a `StoreError`, or `sqlite3.Error` where SQLite can't read.
    """
    import sqlite3  # noqa: PLC0415 - as in sqlite.py

    if not path.is_file():
        raise NotThere(path)
    if is_sealed(path):
        if not secret:
            raise Sealed(path)
        memory: sqlite3.Connection = copy_in_memory(path, secret)
        version = refuse_strangers(memory, path)
        return _whole(memory, path), version
    file = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        version = refuse_strangers(file, path)
        memory = sqlite3.connect(":memory:", isolation_level=None)
        file.backup(memory)
    finally:
        file.close()
    return _whole(memory, path), version


def _whole(memory: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Return a copy that can be read, brought to the newest version."""
    if damage_in(memory):
        raise Corrupt(path)
    migrate(memory, path)
    return memory
