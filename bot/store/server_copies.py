"""All rows of a server at once: for copies, and for locking or unlocking every word in them."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from bot.store import server_tables as sql
from bot.store.errors import KeysNeeded, NotSealed, SealedAlready
from bot.store.locks import OPEN
from bot.store.protocol import TABLES
from bot.store.server import Server
from bot.store.server_rows import at_entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.store.keys import KeyFile
    from bot.store.locks import Lock
    from bot.store.protocol import Line
    from bot.store.server import Connection

_T = TypeVar("_T")

AT_ONCE = 500
"""Rows that are read for a copy, or written from one, in one go: some hundred kilobytes."""


def as_kept(lines: Iterable[Line], keys: KeyFile | None, place: str) -> Iterator[Line]:
    """Give rows in the order and form in which the server takes them.

    Words are locked for their people; those that are locked already stay as they are. Raises
    `KeysNeeded` for these where there are no keys, `KeyGone` where theirs is not among them.
    """
    locks: dict[str, Lock] = {}
    owners: dict[str, str] = {}
    for table, values in lines:
        row = dict(zip(TABLES[table], values, strict=True))
        if table == "person":
            locks[row["id"]] = keys.made(row["mark"]) if keys is not None else OPEN
        elif table == "conversation":
            owners[row["id"]] = row["person"]
        person = row.get("person") or owners.get(row.get("conversation", ""), "")
        for column in sql.WORDS.get(table, ()):
            if isinstance(row[column], str):
                row[column] = locks[person].lock(row[column], where(table, column, row))
            elif keys is None:
                raise KeysNeeded(place)
        kept = tuple(row.values())
        yield table, (*kept[1:], kept[0]) if table == "entry" else kept


def as_told(lines: Iterable[Line], keys: KeyFile | None, gone: set[str]) -> Iterator[Line]:
    """Give the rows of a copy whose words stand under keys, unlocked.

    Whose key was destroyed is left out with all of theirs, and named in `gone`. Raises
    `KeysNeeded` where words are locked and there are no keys.
    """
    locks: dict[str, Lock | None] = {}
    owners: dict[str, str] = {}
    for table, values in lines:
        row = dict(zip(TABLES[table], values, strict=True))
        if table == "person":
            locks[row["id"]] = keys.lock_of(row["mark"]) if keys is not None else None
            if keys is not None and locks[row["id"]] is None:
                gone.add(row["id"])
        elif table == "conversation":
            owners[row["id"]] = row["person"]
        person = row.get("person") or owners.get(row.get("conversation", ""), row.get("id", ""))
        if person in gone:
            continue
        for column in sql.WORDS.get(table, ()):
            if isinstance(row[column], bytes):
                lock = locks.get(person)
                if lock is None:
                    raise KeysNeeded("the copy")
                row[column] = lock.unlock(row[column], where(table, column, row))
        yield table, tuple(row.values())


def where(table: str, column: str, row: dict[str, Any]) -> str:
    """Return where a word of a row stands, as it was locked."""
    match table:
        case "entry":
            return at_entry(row["conversation"], row["seq"])
        case "fact":
            return f"fact {row['person']} {row['name']}"
        case _:
            return f"{column} {row['person']} {row['key']}"


def write_all(connection: Connection, kept: Iterable[Line], *, locked: bool) -> None:
    """Put rows in the place of all that is there, inside a transaction; what was heard stays."""
    with connection.cursor() as cursor:
        for table in TABLES.keys() - {"watermark"}:
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - a constant
        for table, some in groupby(kept, itemgetter(0)):
            for lot in _lots(values for _, values in some):
                cursor.executemany(sql.WRITE_ALL[table], lot)
        cursor.execute(sql.COUNT_ON)
        cursor.execute(sql.NOW_LOCKED, (locked,))


def relock(address: str, keys: KeyFile, *, locked: bool) -> int:
    """Lock the words on a server with people's keys, or unlock them; returns how many people.

    Nobody else may have talks open there: whoever has goes on as before. Raises a `StoreError`.
    """
    server = Server(address)

    def work(connection: Connection) -> int:
        with connection.transaction():
            connection.execute(f"LOCK TABLE {', '.join(TABLES)}")
            found = connection.execute(sql.LOCKED).fetchone()
            if found == (locked,):
                raise SealedAlready(server.shown) if locked else NotSealed(server.shown)
            lines = [
                (table, tuple(bytes(v) if isinstance(v, memoryview) else v for v in values))
                for table, statement in sql.READ_ALL.items()
                for values in connection.execute(statement).fetchall()
            ]
            told = as_told(lines, keys, set()) if not locked else _as_words(lines)
            kept = as_kept(told, keys if locked else None, server.shown)
            write_all(connection, kept, locked=locked)
        # What stood there before is deleted, and goes with this.
        for table in sql.WORDS:
            connection.execute(f"VACUUM FULL {table}")
        return sum(table == "person" for table, _ in lines)

    try:
        return server.ask(work, tries=1)
    finally:
        server.close()


def _as_words(lines: Iterable[Line]) -> Iterator[Line]:
    """Give rows of an unlocked server with their words as text."""
    for table, values in lines:
        yield table, tuple(v.decode() if isinstance(v, bytes) else v for v in values)


def _lots(values: Iterable[_T]) -> Iterator[list[_T]]:
    """Give values in lists of `AT_ONCE`, the last one of what is left."""
    lot: list[_T] = []
    for one in values:
        lot.append(one)
        if len(lot) == AT_ONCE:
            yield lot
            lot = []
    if lot:
        yield lot
