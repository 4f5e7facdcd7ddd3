"""The store on a PostgreSQL server, for many processes at once; what holds there holds in a file, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from bot.store import server_tables as sql
from bot.store.errors import (
    KeyGone,
    KeysNeeded,
    NotLocked,
    StaleLock,
    StoreError,
    UnknownConversation,
)
from bot.store.export import everything_about
from bot.store.locks import OPEN, KeyedLocks, NoLocks
from bot.store.protocol import (
    NOTHING_YET,
    TABLES,
    Append,
    Conversation,
    Fact,
    Line,
    Note,
    Opened,
    Reminder,
    Row,
    number_of,
    refuse_disorder,
    refuse_doubled,
    refuse_unwritable,
    watermark_of,
)
from bot.store.server import PATIENCE, Server
from bot.store.server_copies import AT_ONCE, as_kept, write_all
from bot.store.server_rows import (
    append_many,
    append_rows,
    at_entry,
    open_talk,
    put,
    put_one,
    stand,
    unlocked_rows,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.store.keys import KeyFile
    from bot.store.locks import Lock, Locks
    from bot.store.server import Connection

_T = TypeVar("_T")


class PostgresStore:
    """Keeps `Store`'s promises in the database at `address` (`postgresql://…`).

    One store is one connection; several threads may use it, one at a time. A connection that
    was lost is made anew, and what was asked is tried once more: nothing is kept twice.
    With `keys`, each person's words stand under a key of their own.
    """

    def __init__(
        self, address: str, patience: float = PATIENCE, keys: KeyFile | None = None
    ) -> None:
        self._server = Server(address, patience)
        self._keys = keys
        try:
            self._locks: Locks = self._fitting_locks(keys)
            self._locks.destroy(self.erased())
            back = [person for (person,) in self._read(sql.BACK_AGAIN)]
            if back:
                self.erase(*back)
        except BaseException:
            self.close()
            raise

    def conversations(self, person: str) -> tuple[Conversation, ...]:
        """Return the person's talks, the one touched last first."""
        return tuple(Conversation(*found) for found in self._read(sql.OF_PERSON, person))

    def open(self, conversation: str, person: str, dialog: str, at: str) -> None:
        """Make room for a talk; raises `SomebodyElses` when the id is somebody else's."""
        opened = Opened(person, dialog, at)

        def work(lock: Lock) -> None:
            def inside(connection: Connection) -> None:
                with connection.transaction():
                    open_talk(connection, conversation, opened, lock)

            self._server.ask(inside)

        self._under(lambda: self._locks.made_for(person), work)

    def end(self, conversation: str, at: str) -> None:
        """Mark a talk as ended; the first time given stands."""
        if not self._write(sql.END, (at, conversation)):
            raise UnknownConversation

    def rows(self, conversation: str) -> tuple[Row, ...]:
        """Return the entries of a talk in order."""
        return self._under(
            lambda: self._locks.of_talk(conversation) or OPEN,
            lambda lock: self._server.ask(
                lambda connection: unlocked_rows(connection, conversation, lock)
            ),
        )

    def append(self, conversation: str, after: int, rows: Sequence[Row]) -> None:
        """Keep all rows or none, as `Store.append`."""
        self.keep(Append(conversation, after, rows))

    def keep(self, turn: Append) -> None:
        """Keep a turn whole or not at all, as `Store.keep`."""
        refuse_disorder(turn.after, turn.rows)
        refuse_unwritable(turn, self._server.shown)
        refuse_doubled(turn.rows)
        opening = turn.opened if turn.after == NOTHING_YET else None

        def found() -> Lock:
            if opening is not None:
                return self._locks.made_for(opening.person)
            return self._locks.of_talk(turn.conversation) or OPEN

        self._under(found, lambda lock: self._keep(turn, lock))

    def append_all(self, batch: Sequence[Append]) -> tuple[Exception | None, ...]:
        """Do many appends in one transaction, each with its own outcome."""
        for one in batch:
            # A key has to be there before the transaction that needs it.
            if one.opened is not None and one.after == NOTHING_YET:
                self._locks.made_for(one.opened.person)
        return self._server.ask(lambda connection: self._append_all(connection, batch))

    def overwrite(self, conversation: str, row: Row) -> None:
        """Put `row` in the place of the entry with its `seq`."""

        def work(lock: Lock) -> None:
            payload = lock.lock(row.payload, at_entry(conversation, row.seq))
            values = (row.at, row.message, payload, conversation, row.seq)
            if not self._write(sql.OVERWRITE, values):
                raise UnknownConversation

        self._under(lambda: self._locks.of_talk(conversation) or OPEN, work)

    def facts(self, person: str) -> tuple[Fact, ...]:
        """Return what is remembered about a person, by name."""

        def work(lock: Lock) -> tuple[Fact, ...]:
            found = self._read(
                "SELECT name, value, at FROM fact WHERE person = %s ORDER BY name", person
            )
            return tuple(
                Fact(name, lock.unlock(value, f"fact {person} {name}"), at)
                for name, value, at in found
            )

        return self._under(lambda: self._locks.of_person(person) or OPEN, work)

    def known_by(self, name: str) -> tuple[str, ...]:
        """Return everyone with a fact of this name; reads all facts."""
        found = self._read("SELECT person FROM fact WHERE name = %s ORDER BY person", name)
        return tuple(person for (person,) in found)

    def keep_fact(self, person: str, name: str, value_json: str, at: str) -> None:
        """Remember a fact in place of an older one of that name."""
        self._put(person, Fact(name, value_json, at))

    def drop_fact(self, person: str, name: str) -> None:
        """Forget a fact."""
        self._write(sql.DROP["fact"], (person, name))

    def notes(self, person: str) -> tuple[Note, ...]:
        """Return a person's notes, oldest first."""

        def work(lock: Lock) -> tuple[Note, ...]:
            found = self._read(
                "SELECT key, title, text, at FROM note WHERE person = %s ORDER BY at, key", person
            )
            return tuple(
                Note(
                    key,
                    lock.unlock(title, f"title {person} {key}"),
                    lock.unlock(text, f"text {person} {key}"),
                    at,
                )
                for key, title, text, at in found
            )

        return self._under(lambda: self._locks.of_person(person) or OPEN, work)

    def put_note(self, person: str, key: str, title: str, text: str, at: str) -> None:
        """Keep a note in place of an older one with that key."""
        self._put(person, Note(key, title, text, at))

    def drop_note(self, person: str, key: str) -> None:
        """Forget a note."""
        self._write(sql.DROP["note"], (person, key))

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
        self._put(person, Reminder(person, key, due, dialog))

    def drop_reminder(self, person: str, key: str) -> None:
        """Forget a reminder."""
        self._write(sql.DROP["reminder"], (person, key))

    def erase(self, *people: str) -> None:
        """Remove everything about some people, note their marks among the erased, destroy their keys.

        The server keeps deleted rows in its files until it cleans up, and in its log of writes;
        with the key gone nobody reads the words in them.
        """

        def work(connection: Connection) -> list[str]:
            marks: list[str] = []
            with connection.transaction():
                for person in people:
                    messages = connection.execute(sql.MESSAGES, (person,)).fetchall()
                    newest = max((number_of(message) for (message,) in messages), default=0)
                    if newest:
                        connection.execute(sql.HEARD, (watermark_of(person), newest))
                    gone = connection.execute(sql.ERASE[0], (person,)).fetchall()
                    marks += [mark for (mark,) in gone]
                    for statement in sql.ERASE[1:]:
                        connection.execute(statement, (person,))
                    talks = connection.execute(sql.ERASE_TALKS, (person,)).fetchall()
                    connection.execute(sql.ERASE_ENTRIES, ([number for (number,) in talks],))
            return marks

        # If all stops between the two, the next start destroys the keys of the erased.
        self._locks.destroy(self._server.ask(work))

    def heard_until(self, person: str) -> int:
        """Return the number of the newest message that was erased with a person, 0 for none."""
        found = self._read(sql.HEARD_UNTIL, watermark_of(person))
        return int(found[0][0]) if found else 0

    def overdue(self, before: str) -> tuple[str, ...]:
        """Return the people of whom nothing was touched from `before` on; reads all of them."""
        return self._server.ask(
            lambda connection: tuple(
                person for (person,) in connection.execute(sql.OVERDUE, {"before": before})
            )
        )

    def export(self, person: str) -> dict[str, Any]:
        """Return everything held about a person, as it stood at one moment."""
        with self._server.snapshot():
            return everything_about(self, person)

    def everything(self) -> Iterator[Line]:
        """Give every row as of one moment; others may go on writing meanwhile.

        Words that stand under a key stay so: they are bytes, not text.
        """
        with self._server.snapshot() as connection:
            for table, statement in sql.READ_ALL.items():
                words = () if self._keys is not None else sql.WORDS.get(table, ())
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
        kept = as_kept(lines, self._keys, self._server.shown)

        def work(connection: Connection) -> None:
            with connection.transaction():
                write_all(connection, kept, locked=self._keys is not None)

        # The rows come once, so a second try would find them gone.
        self._server.ask(work, tries=1)
        self._locks.forget()

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
        """Let go of the connection and of the keys; a second call does nothing."""
        self._server.close()
        if self._keys is not None:
            self._keys.close()

    # --- keeping a turn ---

    def _keep(self, turn: Append, lock: Lock) -> None:
        tries = 0

        def work(connection: Connection) -> None:
            nonlocal tries
            tries += 1
            if turn.beside or turn.opened is not None:
                refusal = self._whole(connection, turn, lock)
            else:
                refusal = append_rows(connection, turn, lock)
            if refusal is None:
                return
            # After a lost connection they may be there: then only the server's word was lost.
            if not (tries > 1 and stand(connection, turn, lock)):
                raise refusal

        self._server.ask(work)

    def _whole(self, connection: Connection, turn: Append, lock: Lock) -> StoreError | None:
        """Do all of a turn in one transaction, or return why it was refused."""
        try:
            with connection.transaction():
                if turn.opened is not None:
                    open_talk(connection, turn.conversation, turn.opened, lock, turn.after)
                refusal = append_rows(connection, turn, lock)
                if refusal is not None:
                    raise refusal
                put(connection, turn, lock)
        except StoreError as refusal:
            return refusal
        return None

    def _append_all(
        self, connection: Connection, batch: Sequence[Append]
    ) -> tuple[Exception | None, ...]:
        with connection.transaction():
            return append_many(connection, batch, self._locks, self._server.shown)

    # --- asking ---

    def _fitting_locks(self, keys: KeyFile | None) -> Locks:
        """Return how words are locked here; a server that was never used takes to what it is given."""
        ((locked,),) = self._read(sql.LOCKED)
        if keys is None:
            if locked:
                raise KeysNeeded(self._server.shown)
            return NoLocks()
        if not locked:
            if self._read(sql.ANYBODY)[0][0]:
                raise NotLocked(self._server.shown)
            self._write(sql.NOW_LOCKED, (True,))
        return KeyedLocks(keys, self._read)

    def _under(self, find: Callable[[], Lock], work: Callable[[Lock], _T]) -> _T:
        """Return what `work` returns; where a lock is out of date it is looked for once more."""
        try:
            return work(find())
        except (StaleLock, KeyGone):
            self._locks.forget()
        try:
            return work(find())
        except StaleLock:
            raise KeyGone from None

    def _put(self, person: str, one: Fact | Note | Reminder) -> None:
        def work(lock: Lock) -> None:
            self._server.ask(lambda connection: put_one(connection, person, one, lock))

        self._under(lambda: self._locks.made_for(person), work)

    def _read(self, statement: str, *values: str) -> list[tuple[Any, ...]]:
        return self._server.ask(
            lambda connection: connection.execute(statement, values, binary=True).fetchall()
        )

    def _write(self, statement: str, values: Any) -> int:
        return self._server.ask(lambda connection: connection.execute(statement, values).rowcount)
