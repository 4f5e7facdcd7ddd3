"""What is done with the rows of one talk or person on a server, inside a transaction of the caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from bot.store import server_tables as sql
from bot.store.errors import (
    Conflict,
    Repeated,
    SomebodyElses,
    StaleLock,
    StoreError,
    UnknownConversation,
)
from bot.store.locks import new_mark
from bot.store.protocol import (
    NOTHING_YET,
    Append,
    Dropped,
    Ended,
    Fact,
    Note,
    Opened,
    Reminder,
    Row,
    refuse_disorder,
    refuse_doubled,
    refuse_unwritable,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.store.locks import Lock, Locks
    from bot.store.protocol import Beside
    from bot.store.server import Connection


def at_entry(conversation: str, seq: int) -> str:
    """Return where the words of an entry stand."""
    return f"entry {conversation} {seq}"


def unlocked_rows(connection: Connection, conversation: str, lock: Lock) -> tuple[Row, ...]:
    """Return the entries of a talk in order."""
    found = connection.execute(sql.ROWS, (conversation,), binary=True)
    return tuple(
        Row(seq, at, message, lock.unlock(payload, at_entry(conversation, seq)))
        for seq, at, message, payload in found
    )


def stand(connection: Connection, turn: Append, lock: Lock) -> bool:
    """Whether exactly the rows of a turn are the newest ones of its talk."""
    if not turn.rows:
        return False
    newest = unlocked_rows(connection, turn.conversation, lock)[-len(turn.rows) :]
    return newest == tuple(turn.rows)


def open_talk(
    connection: Connection, conversation: str, opened: Opened, lock: Lock, after: int = NOTHING_YET
) -> None:
    """Make room for a talk whose first turn comes; raises `SomebodyElses`, `StaleLock`."""
    if after == NOTHING_YET:
        values = {"talk": conversation, "dialog": opened.dialog, "at": opened.at}
        connection.execute(sql.OPEN, {**values, **_owner(opened.person, lock)})
    found = connection.execute(sql.WHOSE, (conversation,)).fetchone()
    if found is None and after == NOTHING_YET:
        raise StaleLock
    if found is not None and found != (opened.person,):
        raise SomebodyElses


def append_rows(connection: Connection, turn: Append, lock: Lock) -> StoreError | None:
    """Write the rows of a turn in one statement, or return why they were refused."""
    talk, rows = turn.conversation, turn.rows
    at = {"talk": talk, "after": turn.after, "must": lock.mark}
    match rows:
        case []:
            return refusal_of(connection, turn)
        case [row]:
            one = {"seq": row.seq, "at": row.at, "message": row.message}
            payload = lock.lock(row.payload, at_entry(talk, row.seq))
            statement = sql.APPEND_ONE if lock.mark is None else sql.APPEND_ONE_LOCKED
            done = connection.execute(statement, {**at, **one, "payload": payload})
        case _:
            lists = {
                "newest": rows[-1].seq,
                "seqs": [row.seq for row in rows],
                "ats": [row.at for row in rows],
                "messages": [row.message for row in rows],
                "payloads": [lock.lock(row.payload, at_entry(talk, row.seq)) for row in rows],
            }
            statement = sql.APPEND if lock.mark is None else sql.APPEND_LOCKED
            done = connection.execute(statement, {**at, **lists})
    if done.rowcount:
        return None
    refusal = refusal_of(connection, turn)
    if refusal is None and lock.mark is not None:
        raise StaleLock
    return refusal or Conflict()


def refusal_of(connection: Connection, turn: Append) -> StoreError | None:
    """Return why rows cannot be put where a turn wants them; None when nothing stands against it."""
    found = connection.execute(sql.STANDS, (turn.conversation,)).fetchone()
    if found is None:
        return UnknownConversation()
    number, newest = found
    messages = [row.message for row in turn.rows if row.message is not None]
    if connection.execute(sql.KNOWN_MESSAGE, (number, messages)).fetchone():
        return Repeated()
    return Conflict() if newest != turn.after else None


def append_many(
    connection: Connection, batch: Sequence[Append], locks: Locks, place: str
) -> tuple[Exception | None, ...]:
    """Write many turns, each with its own outcome; their rows go in one statement."""
    outcomes: list[Exception | None] = [_opened(connection, one, locks, place) for one in batch]
    names = [one.conversation for one in batch]
    talks = {talk: found for talk, *found in connection.execute(sql.HOLD, (names,))}
    numbers = [found[0] for found in talks.values()]
    messages = [row.message for one in batch for row in one.rows if row.message is not None]
    known = set(connection.execute(sql.KNOWN_MESSAGES, (numbers, messages)).fetchall())
    new: list[tuple[int, Row, bytes]] = []
    for place_of, one in enumerate(batch):
        outcomes[place_of] = outcomes[place_of] or _refused(one, talks, known)
        if outcomes[place_of] is not None:
            continue
        number, _, _, mark = talks[one.conversation]
        lock = locks.at(mark)
        known.update((number, message) for message in refuse_doubled(one.rows))
        for row in one.rows:
            locked = lock.lock(row.payload, at_entry(one.conversation, row.seq))
            new.append((number, row, locked))
        if one.rows:
            talks[one.conversation][1] = one.rows[-1].seq
    if new:
        _insert(connection, {number: newest for number, newest, *_ in talks.values()}, new)
    for outcome, one in zip(outcomes, batch, strict=True):
        if outcome is None and one.beside:
            put(connection, one, locks.at(talks[one.conversation][3]))
    return tuple(outcomes)


def _refused(
    turn: Append, talks: dict[str, list[Any]], known: set[tuple[int, str]]
) -> StoreError | None:
    """Return why a turn of many can't be kept, by what stands in its talk; None for nothing."""
    if turn.conversation not in talks:
        return UnknownConversation()
    number, newest, *_ = talks[turn.conversation]
    if any((number, row.message) in known for row in turn.rows):
        return Repeated()
    return Conflict() if newest != turn.after else None


def _opened(connection: Connection, turn: Append, locks: Locks, place: str) -> Exception | None:
    """Open the talk of a turn where that is its first; return why the turn can't be taken."""
    try:
        refuse_disorder(turn.after, turn.rows)
        refuse_unwritable(turn, place)
        refuse_doubled(turn.rows)
        if turn.opened is not None:
            lock = locks.made_for(turn.opened.person)
            open_talk(connection, turn.conversation, turn.opened, lock, turn.after)
    except (StoreError, ValueError) as refusal:
        return refusal
    return None


def put(connection: Connection, turn: Append, lock: Lock) -> None:
    """Put and drop what a turn changes beside the log, for the person whose talk it is."""
    if not turn.beside:
        return
    (person,) = connection.execute(sql.WHOSE, (turn.conversation,)).fetchone() or ("",)
    for one in turn.beside:
        _put(connection, turn.conversation, person, one, lock)


def put_one(connection: Connection, person: str, one: Fact | Note | Reminder, lock: Lock) -> None:
    """Put one thing of a person's; raises `StaleLock`."""
    _put(connection, "", person, one, lock)


def _put(connection: Connection, conversation: str, person: str, one: Beside, lock: Lock) -> None:
    owner = _owner(person, lock)
    match one:
        case Fact(name, value, at):
            locked = lock.lock(value, f"fact {person} {name}")
            done = connection.execute(
                sql.KEEP_FACT, {"name": name, "value": locked, "at": at, **owner}
            )
        case Note(key, title, text, at):
            words = {
                "title": lock.lock(title, f"title {person} {key}"),
                "text": lock.lock(text, f"text {person} {key}"),
            }
            done = connection.execute(sql.PUT_NOTE, {"key": key, "at": at, **words, **owner})
        case Reminder(_, key, due, dialog):
            done = connection.execute(
                sql.PUT_REMINDER, {"key": key, "due": due, "dialog": dialog, **owner}
            )
        case Dropped(table, key):
            connection.execute(sql.DROP[table], (person, key))
            return
        case Ended(at):
            connection.execute(sql.END, (at, conversation))
            return
        case _:
            assert_never(one)
    if not done.rowcount:
        raise StaleLock


def _owner(person: str, lock: Lock) -> dict[str, str | None]:
    return {"person": person, "mark": lock.mark or new_mark(), "must": lock.mark}


def _insert(
    connection: Connection, newest: dict[int, int], new: Sequence[tuple[int, Row, bytes]]
) -> None:
    """Write rows of many talks, whose newest entries are counted on."""
    connection.execute(sql.MOVE, (list(newest), list(newest.values())))
    connection.execute(
        sql.INSERT,
        (
            [number for number, _, _ in new],
            [row.seq for _, row, _ in new],
            [row.at for _, row, _ in new],
            [row.message for _, row, _ in new],
            [locked for _, _, locked in new],
        ),
    )
