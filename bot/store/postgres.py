"""The store on a PostgreSQL server, for many processes at once; what holds there holds in a file, too."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from os import urandom
from typing import TYPE_CHECKING, Any

from bot.store import server_tables as sql
from bot.store.errors import Conflict, Repeated, StoreError, UnknownConversation, Unwritable
from bot.store.export import everything_about
from bot.store.protocol import (
    TABLES,
    Append,
    Conversation,
    Fact,
    Line,
    Note,
    Reminder,
    Row,
    refuse_disorder,
    refuse_unwritable,
)
from bot.store.server import PATIENCE, Server

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.store.server import Connection

AT_ONCE = 500
"""Rows that are read for a copy, or written from one, in one go: some hundred kilobytes."""


class PostgresStore:
    """Keeps `Store`'s promises in the database at `address` (`postgresql://…`).

    One store is one connection; several threads may use it, one at a time. A connection that
    was lost is made anew, and what was asked is tried once more: nothing is kept twice.
    """

    def __init__(self, address: str, patience: float = PATIENCE) -> None:
        self._server = Server(address, patience)
        try:
            for (person,) in self._read(sql.BACK_AGAIN):
                self.erase(person)
        except BaseException:
            self.close()
            raise

    def conversations(self, person: str) -> tuple[Conversation, ...]:
        """Return the person's talks, the one touched last first."""
        return tuple(Conversation(*found) for found in self._read(sql.OF_PERSON, person))

    def open(self, conversation: str, person: str, dialog: str, at: str) -> None:
        """Make room for a talk; raises `Conflict` when the id is somebody else's."""
        values = {"talk": conversation, "dialog": dialog, "at": at, **_owner(person)}

        def work(connection: Connection) -> None:
            with connection.transaction():
                connection.execute(sql.OPEN, values)
                found = connection.execute(
                    "SELECT person FROM conversation WHERE id = %s", (conversation,)
                ).fetchone()
                if found != (person,):
                    raise Conflict

        self._server.ask(work)

    def end(self, conversation: str, at: str) -> None:
        """Mark a talk as ended; the first time given stands."""
        statement = "UPDATE conversation SET ended = coalesce(ended, %s) WHERE id = %s"
        if not self._write(statement, (at, conversation)):
            raise UnknownConversation

    def rows(self, conversation: str) -> tuple[Row, ...]:
        """Return the entries of a talk in order."""
        return self._server.ask(lambda connection: _rows(connection, conversation))

    def append(self, conversation: str, after: int, rows: Sequence[Row]) -> None:
        """Keep all rows or none, as `Store.append`."""
        refuse_disorder(after, rows)
        refuse_unwritable(rows, self._server.shown)
        tries = 0

        def work(connection: Connection) -> None:
            nonlocal tries
            tries += 1
            refusal = _append(connection, conversation, after, rows)
            # After a lost connection they may be there: then only the server's word was lost.
            if refusal is not None and not (tries > 1 and _stand(connection, conversation, rows)):
                raise refusal

        self._server.ask(work)

    def append_all(self, batch: Sequence[Append]) -> tuple[Exception | None, ...]:
        """Do many appends in one transaction, each with its own outcome."""
        return self._server.ask(lambda connection: self._append_all(connection, batch))

    def overwrite(self, conversation: str, row: Row) -> None:
        """Put `row` in the place of the entry with its `seq`."""

        def work(connection: Connection) -> None:
            changed = connection.execute(
                sql.OVERWRITE, (row.at, row.message, row.payload.encode(), conversation, row.seq)
            )
            if not changed.rowcount:
                raise UnknownConversation

        self._server.ask(work)

    def facts(self, person: str) -> tuple[Fact, ...]:
        """Return what is remembered about a person, by name."""
        found = self._read(
            "SELECT name, value, at FROM fact WHERE person = %s ORDER BY name", person
        )
        return tuple(Fact(name, value.decode(), at) for name, value, at in found)

    def keep_fact(self, person: str, name: str, value_json: str, at: str) -> None:
        """Remember a fact in place of an older one of that name."""
        values = {"name": name, "value": self._bytes(value_json), "at": at}
        self._write(sql.KEEP_FACT, {**values, **_owner(person)})

    def drop_fact(self, person: str, name: str) -> None:
        """Forget a fact."""
        self._write("DELETE FROM fact WHERE person = %s AND name = %s", (person, name))

    def notes(self, person: str) -> tuple[Note, ...]:
        """Return a person's notes, oldest first."""
        found = self._read(
            "SELECT key, title, text, at FROM note WHERE person = %s ORDER BY at, key", person
        )
        return tuple(Note(key, title.decode(), text.decode(), at) for key, title, text, at in found)

    def put_note(self, person: str, key: str, title: str, text: str, at: str) -> None:
        """Keep a note in place of an older one with that key."""
        values = {"key": key, "title": self._bytes(title), "text": self._bytes(text), "at": at}
        self._write(sql.PUT_NOTE, {**values, **_owner(person)})

    def drop_note(self, person: str, key: str) -> None:
        """Forget a note."""
        self._write("DELETE FROM note WHERE person = %s AND key = %s", (person, key))

    def reminders(self, person: str) -> tuple[Reminder, ...]:
        """Return a person's reminders, the next one first."""
        found = self._read(
            "SELECT person, key, due, dialog FROM reminder WHERE person = %s ORDER BY due, key",
            person,
        )
        return tuple(Reminder(*one) for one in found)

    def claim(self, now: str, until: str) -> tuple[Reminder, ...]:
        """Take everyone's reminders that are due and not taken, as `Store.claim`."""
        taken = self._server.ask(
            lambda connection: connection.execute(
                sql.CLAIM, {"now": now, "until": until}
            ).fetchall()
        )
        found = (Reminder(*one) for one in taken)
        return tuple(sorted(found, key=lambda one: (one.due, one.person, one.key)))

    def put_reminder(self, person: str, key: str, due: str, dialog: str) -> None:
        """Keep a reminder in place of an older one with that key."""
        values = {"key": key, "due": due, "dialog": dialog}
        self._write(sql.PUT_REMINDER, {**values, **_owner(person)})

    def drop_reminder(self, person: str, key: str) -> None:
        """Forget a reminder."""
        self._write("DELETE FROM reminder WHERE person = %s AND key = %s", (person, key))

    def erase(self, person: str) -> None:
        """Remove everything about a person, and note their mark among the erased.

        The server keeps deleted rows in its files until it cleans up, and in its log of writes.
        """

        def work(connection: Connection) -> None:
            with connection.transaction():
                for statement in sql.ERASE:
                    connection.execute(statement, (person,))
                talks = connection.execute(sql.ERASE_TALKS, (person,)).fetchall()
                connection.execute(sql.ERASE_ENTRIES, ([number for (number,) in talks],))

        self._server.ask(work)

    def export(self, person: str) -> dict[str, Any]:
        """Return everything held about a person, as it stood at one moment."""
        with self._server.snapshot():
            return everything_about(self, person)

    def everything(self) -> Iterator[Line]:
        """Give every row as of one moment; others may go on writing meanwhile."""
        with self._server.snapshot() as connection:
            for table, statement in sql.READ_ALL.items():
                words = sql.WORDS.get(table, ())
                with connection.cursor(name="everything") as cursor:
                    cursor.itersize = AT_ONCE
                    cursor.execute(statement)
                    for found in cursor:
                        pairs = zip(TABLES[table], found, strict=True)
                        yield table, tuple(v.decode() if c in words else v for c, v in pairs)

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        return {
            table: self._read(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608 - a constant
            for table in TABLES
        }

    def replace_everything(self, lines: Iterable[Line]) -> None:
        """Put these rows in the place of all that is there, or none of them."""

        def work(connection: Connection) -> None:
            with connection.transaction(), connection.cursor() as cursor:
                for table in TABLES:
                    cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - a constant
                for table, some in groupby(lines, itemgetter(0)):
                    for lot in _lots(_as_kept(table, values) for _, values in some):
                        cursor.executemany(sql.WRITE_ALL[table], lot)
                cursor.execute(sql.COUNT_ON)

        # The rows come once, so a second try would find them gone.
        self._server.ask(work, tries=1)

    def erased(self) -> frozenset[str]:
        """Return the marks of all who were erased here."""
        return frozenset(mark for (mark,) in self._read("SELECT mark FROM erased"))

    def note_erased(self, marks: Iterable[str]) -> None:
        """Count these marks among the erased ones."""
        statement = "INSERT INTO erased SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING"
        self._write(statement, (sorted(marks),))

    def damage(self) -> str:
        """Return what the server finds wrong: it says so itself when it reads, so nothing here."""
        return ""

    def close(self) -> None:
        """Let go of the connection; a second call does nothing."""
        self._server.close()

    # --- appending ---

    def _append_all(
        self, connection: Connection, batch: Sequence[Append]
    ) -> tuple[Exception | None, ...]:
        outcomes: list[Exception | None] = []
        new: list[tuple[int, Row]] = []
        with connection.transaction():
            talks = {
                talk: (number, newest)
                for talk, number, newest in connection.execute(
                    sql.HOLD, ([one.conversation for one in batch],)
                )
            }
            numbers = [number for number, _ in talks.values()]
            messages = [row.message for one in batch for row in one.rows if row.message is not None]
            known = set(connection.execute(sql.KNOWN_MESSAGES, (numbers, messages)).fetchall())
            for one in batch:
                try:
                    refuse_disorder(one.after, one.rows)
                    refuse_unwritable(one.rows, self._server.shown)
                    if one.conversation not in talks:
                        raise UnknownConversation
                    number, newest = talks[one.conversation]
                    theirs = [(number, row.message) for row in one.rows if row.message is not None]
                    if len(set(theirs)) < len(theirs) or known.intersection(theirs):
                        raise Repeated
                    if newest != one.after:
                        raise Conflict
                except (StoreError, ValueError) as refusal:
                    outcomes.append(refusal)
                    continue
                outcomes.append(None)
                known.update(theirs)
                new += [(number, row) for row in one.rows]
                talks[one.conversation] = (number, one.rows[-1].seq if one.rows else newest)
            if new:
                _insert(connection, dict(talks.values()), new)
        return tuple(outcomes)

    def _read(self, statement: str, *values: str) -> list[tuple[Any, ...]]:
        return self._server.ask(
            lambda connection: connection.execute(statement, values, binary=True).fetchall()
        )

    def _write(self, statement: str, values: Any) -> int:
        return self._server.ask(lambda connection: connection.execute(statement, values).rowcount)

    def _bytes(self, text: str) -> bytes:
        try:
            return text.encode()
        except UnicodeEncodeError:
            raise Unwritable(self._server.shown) from None


def _owner(person: str) -> dict[str, str]:
    return {"person": person, "mark": urandom(16).hex()}


def _rows(connection: Connection, conversation: str) -> tuple[Row, ...]:
    found = connection.execute(sql.ROWS, (conversation,), binary=True)
    return tuple(Row(seq, at, message, payload.decode()) for seq, at, message, payload in found)


def _stand(connection: Connection, conversation: str, rows: Sequence[Row]) -> bool:
    """Whether exactly these rows are the newest ones of a talk."""
    return bool(rows) and _rows(connection, conversation)[-len(rows) :] == tuple(rows)


def _append(
    connection: Connection, conversation: str, after: int, rows: Sequence[Row]
) -> StoreError | None:
    """Write rows in one statement, or return why they were refused."""
    at = {"talk": conversation, "after": after}
    match rows:
        case []:
            return _refusal(connection, conversation, after, rows)
        case [row]:
            one = {"seq": row.seq, "at": row.at, "message": row.message}
            done = connection.execute(
                sql.APPEND_ONE, {**at, **one, "payload": row.payload.encode()}
            )
        case _:
            lists = {
                "newest": rows[-1].seq,
                "seqs": [row.seq for row in rows],
                "ats": [row.at for row in rows],
                "messages": [row.message for row in rows],
                "payloads": [row.payload.encode() for row in rows],
            }
            done = connection.execute(sql.APPEND, {**at, **lists})
    if done.rowcount:
        return None
    return _refusal(connection, conversation, after, rows) or Conflict()


def _refusal(
    connection: Connection, conversation: str, after: int, rows: Sequence[Row]
) -> StoreError | None:
    """Return why rows cannot be put behind entry `after`; None when nothing stands against it."""
    found = connection.execute(sql.STANDS, (conversation,)).fetchone()
    if found is None:
        return UnknownConversation()
    number, newest = found
    messages = [row.message for row in rows if row.message is not None]
    doubled = len(set(messages)) < len(messages)
    if doubled or connection.execute(sql.KNOWN_MESSAGE, (number, messages)).fetchone():
        return Repeated()
    return Conflict() if newest != after else None


def _insert(connection: Connection, newest: dict[int, int], new: Sequence[tuple[int, Row]]) -> None:
    """Write rows of many talks, whose newest entries are counted on."""
    connection.execute(sql.MOVE, (list(newest), list(newest.values())))
    connection.execute(
        sql.INSERT,
        (
            [number for number, _ in new],
            [row.seq for _, row in new],
            [row.at for _, row in new],
            [row.message for _, row in new],
            [row.payload.encode() for _, row in new],
        ),
    )


def _as_kept(table: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the values of a row in the order and form in which the server takes them."""
    words = sql.WORDS.get(table, ())
    kept = tuple(
        value.encode() if column in words else value
        for column, value in zip(TABLES[table], values, strict=True)
    )
    return (*kept[1:], kept[0]) if table == "entry" else kept


def _lots(values: Iterable[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    lot: list[tuple[Any, ...]] = []
    for one in values:
        lot.append(one)
        if len(lot) == AT_ONCE:
            yield lot
            lot = []
    if lot:
        yield lot
