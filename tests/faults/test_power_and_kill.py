"""Killed or without power at any write: what was acknowledged is there, once, and whole."""

from __future__ import annotations

import random
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from bot.store import errors, ledger, sqlite
from bot.store.protocol import Append, Fact, Note, Opened, Reminder, Row
from bot.store.sqlite import SqliteStore
from tests.faults.disk import FULL, IOERR_WRITE, Disk, files_after, library
from tests.faults.tally import LONG, tally

NOON = "2026-03-01T12:00:00.000Z"
LARGE = "w" * 3000
CUTS = 30 if LONG else 1
"""Ways in which the power is cut at each write."""
SEED = 20260301

pytestmark = pytest.mark.skipif(library() is None, reason="SQLite is built into this Python")


class Person:
    """Somebody who answers and remembers what was acknowledged, by the writes before it."""

    def __init__(self, name):
        self.name, self.talk = name, f"{name}-talk"
        self.heard = [0]
        self.given = 0
        self.erased_at = None

    def turn(self):
        """Return the next turn: two entries, and a note, fact and reminder that say which it is."""
        self.given += 1
        after = 2 * (self.given - 1)
        words = f"{self.name} {self.given} {LARGE}"
        rows = [
            Row(after + 1, NOON, f"m{self.given}", f'"{words}"'),
            Row(after + 2, NOON, None, "[]"),
        ]
        beside = [Note("k", "t", words, NOON), Fact("n", f"{self.given}", NOON),
                  Reminder(self.name, "r", f"{self.given:04}", "d")]  # fmt: skip
        return Append(self.talk, after, rows, beside, Opened(self.name, "d", NOON))


def answer(store, disk, person):
    store.keep(person.turn())
    person.heard += [len(disk.ops)]


def lived_through(folder, disk):
    """Let two people answer, one be erased and begin anew; return who there was."""
    ana, ben, new = Person("ana"), Person("ben"), Person("eve")
    noted = ledger.note

    def note(path, marks):
        noted(path, marks)
        disk.whole(ledger.beside(path))

    with pytest.MonkeyPatch.context() as patched, disk.watch():
        patched.setattr(ledger, "note", note)
        store = SqliteStore(folder / "talks.db")
        for _ in range(4):
            answer(store, disk, ana)
            answer(store, disk, ben)
        store.append_all([ana.turn(), ben.turn()])
        for one in (ana, ben):
            one.heard += [len(disk.ops)]
        begun = len(disk.ops)
        store.erase("ben")
        ben.erased_at = (begun, len(disk.ops))
        for _ in range(3):
            answer(store, disk, new)
            answer(store, disk, ana)
        store.close()
    return ana, ben, new


@pytest.fixture
def folder():
    """Make a folder in memory where there is one: thousands of files are put back into it."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name)


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """Return the disk after all of it, and the people."""
    disk = Disk()
    with tempfile.TemporaryDirectory() as name:
        return disk, lived_through(Path(name), disk)


def put_back(files, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    for name, content in files.items():
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)


def judged(folder, people, upto):
    """Open what is left; return how many acknowledged turns are lost, and how many doubled."""
    lost = doubled = 0
    store = SqliteStore(folder / "talks.db")
    try:
        assert store.damage() == ""
        for one in people:
            rows = store.rows(one.talk)
            acknowledged = sum(at <= upto for at in one.heard) - 1
            begun, done = one.erased_at or (1 << 60, 1 << 60)
            if upto >= done:
                assert not rows
                assert store.notes(one.name) == store.facts(one.name) == ()
                continue
            if upto > begun and not rows:
                continue  # it was asked for, and is done before it was said
            turns, half = divmod(len(rows), 2)
            assert half == 0
            messages = [row.message for row in rows if row.message]
            doubled += len(messages) - len(set(messages))
            lost += max(0, acknowledged - turns)
            assert [row.seq for row in rows] == list(range(1, 2 * turns + 1))
            # What stands beside the log is of the same turn.
            expected = ((f"{one.name} {turns} {LARGE}",), (f"{turns}",), (f"{turns:04}",))
            assert (
                tuple(note.text for note in store.notes(one.name)),
                tuple(fact.value for fact in store.facts(one.name)),
                tuple(reminder.due for reminder in store.reminders(one.name)),
            ) == (expected if turns else ((), (), ()))
    finally:
        store.close()
    if any(one.erased_at and upto >= one.erased_at[1] for one in people):
        assert not any(b"ben " in one.read_bytes() for one in folder.iterdir())
    return lost, doubled


def test_a_process_killed_at_any_write_loses_and_doubles_nothing(lived, folder):
    """The system lives on and has every write up to there."""
    disk, people = lived
    found = []
    for upto in range(len(disk.ops) + 1):
        put_back(files_after(disk.ops[:upto]), folder)
        found.append(judged(folder, people, upto))
    lost, doubled = map(sum, zip(*found, strict=True))
    tally("killed after each write (SQLite)", tried=len(found), lost=lost, doubled=doubled)


def test_power_cut_at_any_write_loses_and_doubles_nothing(lived, folder):
    """Of what was not synced any part may be there, and half a page as well."""
    disk, people = lived
    chance = random.Random(SEED)
    found = []
    for upto in range(len(disk.ops) + 1):
        for _ in range(CUTS):
            put_back(files_after(disk.ops[:upto], chance), folder)
            found.append(judged(folder, people, upto))
    lost, doubled = map(sum, zip(*found, strict=True))
    tally("power cut after each write, pages torn (SQLite)",
          tried=len(found), lost=lost, doubled=doubled, seed=SEED)  # fmt: skip


def test_the_log_of_writes_cut_at_each_page_leaves_whole_turns(folder):
    """A file and its log copied away and cut short: every turn up to there, none of them half."""
    disk, ana = Disk(), Person("ana")
    with disk.watch():
        store = SqliteStore(folder / "talks.db")
        for _ in range(12):
            store.append_all([replace(ana.turn(), beside=())])
        files = files_after(disk.ops)
        store.close()
    log = files["talks.db-wal"]
    tried, seen = 0, set()
    for size in range(32, len(log) + 1, 4096 + 24 if LONG else 3 * (4096 + 24)):
        put_back({**files, "talks.db-wal": log[:size]}, folder / "w")
        store = SqliteStore(folder / "w" / "talks.db")
        assert store.damage() == ""
        turns, half = divmod(len(store.rows(ana.talk)), 2)
        assert half == 0
        seen.add(turns)
        tried += 1
        store.close()
    assert len(seen) > 5
    tally("log of writes cut at each page (SQLite)", tried=tried, lost=0, doubled=0)


@pytest.mark.parametrize(
    ("code", "expected"), [(FULL, errors.DiskFull), (IOERR_WRITE, errors.DiskFailed)]
)
@pytest.mark.parametrize("stays", [False, True], ids=["once", "from then on"])
def test_a_disk_that_fails_at_any_write_keeps_what_was_acknowledged(folder, code, expected, stays):
    """Full or broken: a sentence, the turn is not there at all, and it can be given again."""
    tried = lost = doubled = 0
    fails_at = 0
    while True:
        put_back({}, folder)
        disk, ana = Disk(), Person("ana")
        with disk.watch():
            store = SqliteStore(folder / "talks.db")
            for _ in range(2):
                answer(store, disk, ana)
            first = len(disk.ops)
            if stays:
                disk.fails = dict.fromkeys(range(first + fails_at, first + 500), code)
            else:
                disk.fails = {first + fails_at: code}
            failed = False
            for _ in range(2):
                try:
                    answer(store, disk, ana)
                except expected:
                    failed = True
                    ana.given -= 1
                    break
            refused = len(disk.ops) >= first + fails_at
            disk.fails = {}
            answer(store, disk, ana)
            store.close()
        some_lost, some_doubled = judged(folder, [ana], 1 << 50)
        tried, lost, doubled = tried + 1, lost + some_lost, doubled + some_doubled
        if not failed and not refused:
            break
        fails_at += 1 if LONG else 2
    tally(f"{expected.__name__} at each write, {'lasting' if stays else 'once'} (SQLite)",
          tried=tried, lost=lost, doubled=doubled)  # fmt: skip


def test_the_disk_of_these_tests_sees_what_sqlite_does(lived, folder):
    """The writes it remembers make the very file that is there."""
    disk, _ = lived
    kinds = {(op.what, Path(op.name).suffix) for op in disk.ops}
    assert {
        ("write", ".db"),
        ("write", ".db-wal"),
        ("sync", ".db-wal"),
        ("whole", ".erased"),
    } <= kinds
    assert sum(op.what == "sync" for op in disk.ops) > 20


def test_a_store_that_did_not_wait_for_the_disk_would_be_found_out(folder, monkeypatch):
    """The power cut of these tests takes away what no one waited for."""
    careless = [one.replace("FULL", "OFF") for one in sqlite._SETTINGS]
    monkeypatch.setattr(sqlite, "_SETTINGS", careless)
    disk, chance = Disk(), random.Random(SEED)
    with tempfile.TemporaryDirectory() as name:
        people = lived_through(Path(name), disk)
    found = 0
    for upto in range(0, len(disk.ops), 20):
        put_back(files_after(disk.ops[:upto], chance), folder)
        try:
            found += sum(judged(folder, people, upto))
        except (errors.StoreError, AssertionError):
            found += 1
    assert found > 0
