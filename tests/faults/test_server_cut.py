"""A PostgreSQL server cut off, restarted or killed in the middle of a turn loses and doubles nothing."""

from __future__ import annotations

import random

import psycopg
import pytest

from bot.store.errors import Conflict, StoreError
from bot.store.keys import KeyFile
from bot.store.postgres import PostgresStore
from bot.store.protocol import Append, Fact, Note, Opened, Reminder, Row
from bot.store.server import Server
from tests.faults.tally import LONG, tally
from tests.store.conftest import new_schema
from tests.store.postgres_server import PostgresServer

NOON = "2026-03-01T12:00:00.000Z"
TURNS = 60 if LONG else 8
SEED = 7


def turn(number, after):
    rows = [Row(after + 1, NOON, f"m{number}", f'"{number}"'), Row(after + 2, NOON, None, "[]")]
    beside = [Note("k", "t", f"{number}", NOON), Fact("n", f"{number}", NOON),
              Reminder("ana", "r", f"{number:04}", "d")]  # fmt: skip
    return Append("t1", after, rows, beside, Opened("ana", "d", NOON))


def give(store, number):
    """Answer once, as a host does: who is refused looks where the talk is, and may say it again."""
    for _ in range(5):
        try:
            rows = store.rows("t1")
            if f"m{number}" in [row.message for row in rows]:
                return True
            store.keep(turn(number, len(rows)))
        except Conflict:
            continue
        except StoreError:
            return False
        return True
    return False


def judged(store, acknowledged):
    """Return how many acknowledged answers are lost, and how many doubled; all stands beside them."""
    rows = store.rows("t1")
    kept = [row.message for row in rows if row.message]
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    if kept:
        newest = kept[-1].removeprefix("m")
        assert [one.text for one in store.notes("ana")] == [newest]
        assert [one.value for one in store.facts("ana")] == [newest]
        assert [one.due for one in store.reminders("ana")] == [f"{int(newest):04}"]
    return len(set(acknowledged) - set(kept)), len(kept) - len(set(kept))


class Cut:
    """A connection that is cut off by the server at one statement: before it, or when it is done."""

    def __init__(self, connection, other, at, *, after):
        self._connection, self._other, self._left, self._after = connection, other, at, after

    def __getattr__(self, name):
        return getattr(self._connection, name)

    def execute(self, *values, **options):
        self._left -= 1
        if self._left == 0 and not self._after:
            self._cut_off()
        done = self._connection.execute(*values, **options)
        if self._left == 0 and self._after:
            self._cut_off()
            # Its word never came: whoever waits for it learns nothing but that.
            self._connection.execute("SELECT 1")
        return done

    def _cut_off(self):
        pid = self._connection.info.backend_pid
        self._other.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))


@pytest.mark.parametrize("locked", [False, True], ids=["open", "locked"])
def test_cut_off_at_any_statement_of_a_turn(server, tmp_path, monkeypatch, locked):
    """Before it reached the server, or after it was done and before its word came back."""
    address = new_schema(server)
    (tmp_path / "keys").mkdir(mode=0o700)
    keys = KeyFile(tmp_path / "keys" / "people.keys") if locked else None
    store = PostgresStore(address, patience=2, keys=keys)
    reached, tried, acknowledged, number = Server._reached, 0, [], 0
    with psycopg.connect(server.address(), autocommit=True) as other:
        for after in (False, True):
            for at in range(1, 14):
                number += 1
                cuts = []

                def cutting(self, at=at, after=after, cuts=cuts):
                    connection = reached(self)
                    # The first connection of this turn only: the next one is a new one.
                    if not cuts or cuts[0]._connection is connection:
                        cuts[:] = cuts or [Cut(connection, other, at, after=after)]
                        return cuts[0]
                    return connection

                with monkeypatch.context() as patched:
                    patched.setattr(Server, "_reached", cutting)
                    if give(store, number):
                        acknowledged.append(f"m{number}")
                tried += bool(cuts and cuts[0]._left <= 0)
    lost, doubled = judged(store, acknowledged)
    store.close()
    assert len(acknowledged) > 20
    tally(f"cut off at each statement (PostgreSQL, {'locked' if locked else 'open'})",
          tried=tried, lost=lost, doubled=doubled)  # fmt: skip


@pytest.mark.slow
def test_a_server_killed_and_started_again_in_mid_turn():
    """With kill -9 while turns come in; it writes as it would for real."""
    import threading

    server, chance = PostgresServer(lasting=True), random.Random(SEED)
    try:
        address = server.address()
        acknowledged, stop = [], threading.Event()

        def answers():
            store, number = PostgresStore(address, patience=0.5), 0
            while not stop.is_set():
                number += 1
                if give(store, number):
                    acknowledged.append(f"m{number}")
            store.close()

        PostgresStore(address).close()
        process = threading.Thread(target=answers)
        process.start()
        kills = 0
        for _ in range(30 if LONG else 3):
            stop.wait(0.05 + chance.random() * 0.15)
            server.kill()
            server.start()
            kills += 1
        stop.set()
        process.join()
        store = PostgresStore(address)
        lost, doubled = judged(store, acknowledged)
        store.close()
    finally:
        server.close()
    assert len(acknowledged) > kills
    tally("server killed and started again in mid-turn (PostgreSQL)",
          tried=kills, lost=lost, doubled=doubled, seed=SEED)  # fmt: skip
