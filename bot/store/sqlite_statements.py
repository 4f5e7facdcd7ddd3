"""The statements of the store in a file, and what is done with one talk's rows inside a transaction."""

# ruff: noqa: S608 - all that is put into a statement is constants of this package

from __future__ import annotations

from os import urandom
from typing import TYPE_CHECKING, assert_never

from bot.store.errors import Conflict, Repeated, SomebodyElses, UnknownConversation
from bot.store.protocol import (
    NOTHING_YET,
    SEATS,
    Append,
    Beside,
    Dropped,
    Ended,
    Fact,
    Note,
    Opened,
    Reminder,
    Row,
    number_of,
    refuse_doubled,
    watermark_of,
)
from bot.store.sqlite_rows import IN_TALK, WRITE

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
TALK = "INSERT OR IGNORE INTO conversation (id, person, dialog, started) VALUES (?, ?, ?, ?)"
WHOSE = "SELECT person FROM conversation WHERE id = ?"
END = "UPDATE conversation SET ended = coalesce(ended, ?) WHERE id = ?"
KEEP_FACT = "REPLACE INTO fact (person, name, value, at) VALUES (?, ?, ?, ?)"
PUT_NOTE = "REPLACE INTO note (person, key, title, text, at) VALUES (?, ?, ?, ?, ?)"
PUT_REMINDER = "REPLACE INTO reminder (person, key, due, dialog) VALUES (?, ?, ?, ?)"
OLDER = {
    "fact": "SELECT value FROM fact WHERE person = ? AND name = ?",
    "note": "SELECT title, text FROM note WHERE person = ? AND key = ?",
}
DROP = {
    "fact": "DELETE FROM fact WHERE person = ? AND name = ?",
    "note": "DELETE FROM note WHERE person = ? AND key = ?",
    "reminder": "DELETE FROM reminder WHERE person = ? AND key = ?",
}
MARK = "SELECT mark FROM person WHERE id = ?"
FREE = "due <= ?1 AND (held IS NULL OR held <= ?1)"
MESSAGES = f"""
    SELECT message FROM conversation JOIN entry ON {IN_TALK}
    WHERE person = ? AND message IS NOT NULL"""
HEARD_UNTIL = "SELECT message FROM watermark WHERE name = ?"
OVERDUE = f"""
    SELECT id FROM person WHERE NOT EXISTS (
        SELECT 1 FROM conversation WHERE person = person.id AND (
            started >= ?1 OR (SELECT at FROM entry WHERE {IN_TALK} ORDER BY place DESC LIMIT 1) >= ?1))
    AND NOT EXISTS (SELECT 1 FROM reminder WHERE person = person.id AND due >= ?1)
    AND NOT EXISTS (SELECT 1 FROM note WHERE person = person.id AND at >= ?1)
    AND NOT EXISTS (SELECT 1 FROM fact WHERE person = person.id AND at >= ?1)"""
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


def keep_turn(connection: sqlite3.Connection, turn: Append) -> bool:
    """Write a turn inside an open transaction; a refusal comes before anything is written.

    Returns whether an older wording went, of which traces are left in the file.
    """
    refuse_doubled(turn.rows)
    if turn.opened is not None:
        _refuse_others(connection, turn.conversation, turn.opened.person)
        if turn.after == NOTHING_YET:
            open_talk(connection, turn.conversation, turn.opened)
    append_rows(connection, turn.conversation, turn.after, turn.rows)
    if not turn.beside:
        return False
    (person,) = connection.execute(WHOSE, (turn.conversation,)).fetchone()
    left = [_put(connection, turn.conversation, person, one) for one in turn.beside]
    return any(left)


def open_talk(connection: sqlite3.Connection, conversation: str, opened: Opened) -> None:
    """Make room for a talk, whose person has a mark from now on."""
    connection.execute(OWNER, (opened.person, urandom(16).hex()))
    connection.execute(TALK, (conversation, opened.person, opened.dialog, opened.at))
    _refuse_others(connection, conversation, opened.person)


def _refuse_others(connection: sqlite3.Connection, conversation: str, person: str) -> None:
    found = connection.execute(WHOSE, (conversation,)).fetchone()
    if found is not None and found[0] != person:
        raise SomebodyElses


def _put(connection: sqlite3.Connection, conversation: str, person: str, one: Beside) -> bool:
    """Put or drop one thing beside the log; returns whether an older wording of it went."""
    match one:
        case Fact(name, value, at):
            return put_fact(connection, person, name, value, at)
        case Note(key, title, text, at):
            return put_note(connection, person, key, title, text, at)
        case Reminder(_, key, due, dialog):
            connection.execute(PUT_REMINDER, (person, key, due, dialog))
            return False
        case Dropped(table, key):
            gone = connection.execute(DROP[table], (person, key)).rowcount
            return bool(gone) and table in OLDER
        case Ended(at):
            connection.execute(END, (at, conversation))
            return False
        case _:
            assert_never(one)


def put_fact(connection: sqlite3.Connection, person: str, name: str, value: str, at: str) -> bool:
    """Remember a fact; returns whether an older value of it went."""
    older = connection.execute(OLDER["fact"], (person, name)).fetchone()
    connection.execute(KEEP_FACT, (person, name, value, at))
    return older not in (None, (value,))


def put_note(
    connection: sqlite3.Connection, person: str, key: str, title: str, text: str, at: str
) -> bool:
    """Keep a note; returns whether an older wording of it went."""
    older = connection.execute(OLDER["note"], (person, key)).fetchone()
    connection.execute(PUT_NOTE, (person, key, title, text, at))
    return older not in (None, (title, text))


def erase_rows(connection: sqlite3.Connection, person: str) -> None:
    """Delete all rows of a person but the number of the last message that was heard of them."""
    messages = connection.execute(MESSAGES, (person,))
    newest = max((number_of(message) for (message,) in messages), default=0)
    if newest:
        connection.execute(WRITE["watermark"], (watermark_of(person), newest))
    for statement in ERASE:
        connection.execute(statement, (person,))


def append_rows(
    connection: sqlite3.Connection, conversation: str, after: int, rows: Sequence[Row]
) -> None:
    """Write the rows inside an open transaction; refuses before it has written anything."""
    number, newest = newest_of(connection, conversation)
    for message in refuse_doubled(rows):
        if connection.execute(SAME_MESSAGE, (number, message)).fetchone():
            raise Repeated
    if newest != after:
        raise Conflict
    connection.executemany(
        INSERT, [(number * SEATS + row.seq, row.at, row.message, row.payload) for row in rows]
    )
