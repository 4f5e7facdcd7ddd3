"""The statements of the store in a file, and what is done with one talk's rows inside a transaction."""

# ruff: noqa: S608 - all that is put into a statement is constants of this package

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.store.errors import Conflict, Repeated, UnknownConversation
from bot.store.protocol import NOTHING_YET, SEATS, Row
from bot.store.sqlite_rows import IN_TALK

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

OWNER = "INSERT OR IGNORE INTO person (id, mark) VALUES (?, ?)"
NEWEST = f"""
    SELECT number, (SELECT max(place) FROM entry WHERE {IN_TALK})
    FROM conversation WHERE id = ?"""
INSERT = "INSERT INTO entry (place, at, message, payload) VALUES (?, ?, ?, ?)"
SAME_MESSAGE = f"SELECT place FROM entry WHERE place / {SEATS} = ? AND message = ?"
THERE = "SELECT 1 FROM entry WHERE place = ?"
OF_PERSON = f"""
    SELECT id, person, dialog, started, coalesce(
        (SELECT at FROM entry WHERE {IN_TALK} ORDER BY place DESC LIMIT 1), started
    ) AS touched, ended
    FROM conversation WHERE person = ? ORDER BY touched DESC, number DESC"""
ROWS = f"""
    SELECT place % {SEATS}, at, message, payload
    FROM conversation JOIN entry ON {IN_TALK} WHERE id = ? ORDER BY place"""
MARK = "SELECT mark FROM person WHERE id = ?"
FREE = "due <= ?1 AND (held IS NULL OR held <= ?1)"
ERASE = (
    f"""DELETE FROM entry WHERE place IN (
        SELECT place FROM conversation JOIN entry ON {IN_TALK} WHERE person = ?)""",
    "DELETE FROM conversation WHERE person = ?",
    "DELETE FROM fact WHERE person = ?",
    "DELETE FROM note WHERE person = ?",
    "DELETE FROM reminder WHERE person = ?",
    "DELETE FROM person WHERE id = ?",
)


def newest_of(connection: sqlite3.Connection, conversation: str) -> tuple[int, int]:
    """Return the number of a talk and the `seq` of its newest entry."""
    found = connection.execute(NEWEST, (conversation,)).fetchone()
    if found is None:
        raise UnknownConversation
    number, place = found
    return number, NOTHING_YET if place is None else place % SEATS


def append_rows(
    connection: sqlite3.Connection, conversation: str, after: int, rows: Sequence[Row]
) -> None:
    """Write the rows inside an open transaction; refuses before it has written anything."""
    number, newest = newest_of(connection, conversation)
    messages = [row.message for row in rows if row.message is not None]
    if len(messages) != len(set(messages)):
        raise Repeated
    for message in messages:
        if connection.execute(SAME_MESSAGE, (number, message)).fetchone():
            raise Repeated
    if newest != after:
        raise Conflict
    connection.executemany(
        INSERT, [(number * SEATS + row.seq, row.at, row.message, row.payload) for row in rows]
    )
