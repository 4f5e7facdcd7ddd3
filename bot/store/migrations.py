"""How the database file grew, one function a version; each runs once, in its own transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bot.store.errors import NewerVersion, NotADatabase
from bot.store.protocol import SEATS

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

APPLICATION_ID = 0x41667764
"""Stands in the header of our files ("Afwd"), so that another program's database is refused."""

Step = Callable[["sqlite3.Connection"], None]


def logs_and_what_is_kept_beside_them(connection: sqlite3.Connection) -> None:
    """Make the first schema.

    `entry.place` is talk number * SEATS + seq: the rows of a talk lie side by side, and the
    newest one is found in one descent, without an index that every append would have to feed.
    """
    for statement in (
        """CREATE TABLE conversation (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            person TEXT NOT NULL,
            dialog TEXT NOT NULL,
            started TEXT NOT NULL,
            ended TEXT
        )""",
        "CREATE INDEX conversation_of_person ON conversation (person)",
        """CREATE TABLE entry (
            place INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            message TEXT,
            payload TEXT NOT NULL
        )""",
        f"""CREATE UNIQUE INDEX entry_message ON entry (place / {SEATS}, message)
            WHERE message IS NOT NULL""",
        """CREATE TABLE fact (
            person TEXT NOT NULL,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (person, name)
        )""",
        """CREATE TABLE note (
            person TEXT NOT NULL,
            key TEXT NOT NULL,
            title TEXT NOT NULL,
            text TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (person, key)
        )""",
        """CREATE TABLE reminder (
            person TEXT NOT NULL,
            key TEXT NOT NULL,
            due TEXT NOT NULL,
            dialog TEXT NOT NULL,
            PRIMARY KEY (person, key)
        )""",
        "CREATE INDEX reminder_due ON reminder (due)",
    ):
        connection.execute(statement)


def marks_and_claims(connection: sqlite3.Connection) -> None:
    """Give each person a mark made by chance, and each reminder a time until which it is taken."""
    connection.execute("CREATE TABLE person (id TEXT PRIMARY KEY, mark TEXT NOT NULL UNIQUE)")
    connection.execute(
        """INSERT INTO person SELECT person, lower(hex(randomblob(16))) FROM (
            SELECT person FROM conversation UNION SELECT person FROM fact
            UNION SELECT person FROM note UNION SELECT person FROM reminder)"""
    )
    connection.execute("ALTER TABLE reminder ADD COLUMN held TEXT")


def what_an_erase_leaves(connection: sqlite3.Connection) -> None:
    """Make room for the number of the last message of whoever was erased, under a name that says nothing."""
    connection.execute("CREATE TABLE watermark (name TEXT PRIMARY KEY, message INTEGER NOT NULL)")


MIGRATIONS: tuple[Step, ...] = (
    logs_and_what_is_kept_beside_them,
    marks_and_claims,
    what_an_erase_leaves,
)

MARKED = 2
"""The version from which on each person has a mark."""


def refuse_strangers(
    connection: sqlite3.Connection, path: Path, steps: Sequence[Step] = MIGRATIONS
) -> int:
    """Return the version of the file, 0 for an empty one; changes nothing.

    Raises `NewerVersion` or, for another program's database, `NotADatabase`.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if owner != APPLICATION_ID and (owner or version or tables):
        raise NotADatabase(path)
    if version > len(steps):
        raise NewerVersion(path)
    return int(version)


def migrate(connection: sqlite3.Connection, path: Path, steps: Sequence[Step] = MIGRATIONS) -> None:
    """Bring the file to the newest version; a step that fails leaves the one before it.

    `connection` is in autocommit mode. Raises as `refuse_strangers`.
    """
    while refuse_strangers(connection, path, steps) < len(steps):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have taken this step while we waited for the lock.
            version = refuse_strangers(connection, path, steps)
            if version < len(steps):
                steps[version](connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
