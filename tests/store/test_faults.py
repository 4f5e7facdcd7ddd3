"""Whatever is wrong with the file, the answer is a sentence and nothing acknowledged is lost."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import textwrap

import pytest

from bot.store import errors
from bot.store.migrations import APPLICATION_ID, MIGRATIONS, migrate
from bot.store.protocol import Row
from bot.store.sqlite import SqliteStore

NOON = "2026-03-01T12:00:00Z"
BIG = '"' + "x" * 200_000 + '"'


def row(seq, payload="[]"):
    return Row(seq, NOON, f"m{seq}", payload)


@pytest.fixture
def talk(disk):
    disk.open("t1", "ana", "second-chance", NOON)
    disk.append("t1", 0, [row(1)])
    return "t1"


def test_only_the_owner_may_look(disk, database, talk):
    """The folder and every file in it, the log of writes too, are closed to others."""
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in database.parent.iterdir()}
    assert modes == {"talks.db": 0o600, "talks.db-wal": 0o600, "talks.db-shm": 0o600}
    assert stat.S_IMODE(database.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("which", ["file", "folder"])
def test_a_place_others_can_look_into_is_refused(database, which):
    """Nothing is saved where other users of the machine can read it."""
    database.parent.mkdir(mode=0o700)
    database.touch(mode=0o600)
    (database if which == "file" else database.parent).chmod(0o750)
    with pytest.raises(errors.OpenToOthers, match="chmod go-rwx"):
        SqliteStore(database)


def test_a_folder_is_not_a_file(tmp_path):
    """The sentence asks for a file in it."""
    tmp_path.chmod(0o700)
    (tmp_path / "talks").mkdir()
    with pytest.raises(errors.IsAFolder, match="is a folder"):
        SqliteStore(tmp_path / "talks")


def test_a_file_has_no_files_in_it(tmp_path):
    """A path through a file cannot be made."""
    (tmp_path / "notes.txt").touch()
    with pytest.raises(errors.NoFolder):
        SqliteStore(tmp_path / "notes.txt" / "talks.db")
    with pytest.raises(errors.NoFolder):
        SqliteStore(tmp_path / "notes.txt" / "deeper" / "talks.db")


@pytest.fixture
def place(database):
    """Make the folder, but not the file."""
    database.parent.mkdir(mode=0o700)
    return database


def write(path, content):
    path.write_bytes(content)
    path.chmod(0o600)


def test_a_letter_is_not_a_database_and_stays_as_it_is(place):
    """Somebody else's file is not touched."""
    letter = b"Dear Sam, " * 100
    write(place, letter)
    with pytest.raises(errors.NotADatabase):
        SqliteStore(place)
    assert place.read_bytes() == letter


def test_the_database_of_another_program_is_refused_and_stays_as_it_is(place):
    """A file with tables we did not make is not ours."""
    other = sqlite3.connect(place)
    other.execute("CREATE TABLE bookmark (url TEXT)")
    other.commit()
    other.close()
    place.chmod(0o600)
    before = place.read_bytes()
    with pytest.raises(errors.NotADatabase):
        SqliteStore(place)
    assert place.read_bytes() == before


def test_a_newer_database_is_refused_and_stays_as_it_is(place):
    """An old program does not guess at a new file."""
    SqliteStore(place).close()
    newer = sqlite3.connect(place)
    newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    newer.close()
    before = place.read_bytes()
    with pytest.raises(errors.NewerVersion, match="newer version"):
        SqliteStore(place)
    assert place.read_bytes() == before


def test_a_damaged_file_is_named_as_such(place):
    """Reading over garbage ends in a sentence."""
    store = SqliteStore(place)
    store.open("t1", "ana", "second-chance", NOON)
    store.append("t1", 0, [row(1, BIG)])
    store.close()
    with place.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (place.stat().st_size - 4096))
    with pytest.raises(errors.Corrupt, match="damaged"):
        SqliteStore(place).rows("t1")


def test_a_file_in_use_is_waited_for_and_then_named(disk, database, talk):
    """Another writer holds the lock for longer than a person waits."""
    other = SqliteStore(database)
    other._connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(errors.Locked, match="not saved"):
        disk.append(talk, 1, [row(2)])
    other._connection.execute("ROLLBACK")
    disk.append(talk, 1, [row(2)])
    assert disk.rows(talk) == (row(1), row(2))
    other.close()


def test_reading_goes_on_while_another_process_writes(disk, database, talk):
    """A view never waits for somebody else's answer."""
    other = SqliteStore(database)
    other._connection.execute("BEGIN IMMEDIATE")
    assert disk.rows(talk) == (row(1),)
    other.close()


def test_a_file_that_takes_no_writing_can_still_be_read(disk, talk):
    """The talk is shown, the answer is refused with a sentence."""
    disk._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(errors.ReadOnly, match="not written"):
        disk.append(talk, 1, [row(2)])
    assert disk.rows(talk) == (row(1),)


def test_a_full_disk_keeps_what_was_acknowledged(disk, talk):
    """The answer that found no room is gone whole; with room it can be given again."""
    (pages,) = disk._connection.execute("PRAGMA page_count").fetchone()
    disk._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(errors.DiskFull, match="full"):
        disk.append(talk, 1, [row(2), row(3, BIG)])
    assert disk.rows(talk) == (row(1),)
    disk._connection.execute("PRAGMA max_page_count = 100000")
    disk.append(talk, 1, [row(2), row(3, BIG)])
    assert disk.rows(talk) == (row(1), row(2), row(3, BIG))


def test_a_full_disk_spoils_a_whole_batch(disk, talk):
    """When the disk fails, none of the appends made together is acknowledged."""
    (pages,) = disk._connection.execute("PRAGMA page_count").fetchone()
    disk._connection.execute(f"PRAGMA max_page_count = {pages}")
    from bot.store.protocol import Append

    with pytest.raises(errors.DiskFull):
        disk.append_all([Append(talk, 1, [row(2)]), Append(talk, 2, [row(3, BIG)])])
    assert disk.rows(talk) == (row(1),)


def test_a_file_that_may_not_grow_keeps_what_was_acknowledged(place):
    """The system cuts a write short in the middle; the file stays whole."""
    pytest.importorskip("resource")
    script = textwrap.dedent(
        """
        import resource, sys
        from pathlib import Path
        from bot.store.errors import StoreError
        from bot.store.protocol import Row
        from bot.store.sqlite import SqliteStore

        store = SqliteStore(Path(sys.argv[1]))
        store.open("t1", "ana", "second-chance", "")
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, resource.RLIM_INFINITY))
        kept = 0
        try:
            while True:
                store.append("t1", kept, [Row(kept + 1, "", None, '"' + "x" * 5000 + '"')])
                kept += 1
        except StoreError as error:
            print(kept, len(store.rows("t1")), type(error).__name__)
        """
    )
    run = subprocess.run(
        [sys.executable, "-c", script, place], capture_output=True, text=True, check=True
    )
    kept, seen, error = run.stdout.split()
    assert error == "DiskFailed"
    assert int(kept) > 0
    assert int(seen) == int(kept)
    store = SqliteStore(place)
    assert [one.seq for one in store.rows("t1")] == list(range(1, int(kept) + 1))
    store.append("t1", int(kept), [row(int(kept) + 1)])
    store.close()


@pytest.fixture
def as_a_stranger(place):
    """See the file as another user does, or as near to that as this user may."""
    place.touch(mode=0o000)
    if os.geteuid() == 0:
        os.seteuid(65534)
        yield place
        os.seteuid(0)
    else:
        yield place


@pytest.mark.skipif(os.name != "posix", reason="another system's permissions")
def test_a_file_of_another_user_is_refused(as_a_stranger):
    """The sentence names the file and what to do."""
    with pytest.raises(errors.NotAllowed, match="may not open"):
        SqliteStore(as_a_stranger)


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (PermissionError(13, "no"), errors.NotAllowed),
        (OSError(30, "read-only file system"), errors.ReadOnly),
        (OSError(28, "no space left on device"), errors.DiskFull),
        (OSError(5, "input/output error"), errors.StoreError),
    ],
)
def test_a_file_that_cannot_be_made_is_explained(database, monkeypatch, failure, expected):
    """What the system says before SQLite is asked becomes a sentence too."""

    def refuse(*_):
        raise failure

    monkeypatch.setattr("os.open", refuse)
    with pytest.raises(errors.StoreError) as caught:
        SqliteStore(database)
    assert type(caught.value) is expected


def test_half_a_character_is_refused_whole_and_not_repeated(disk, talk):
    """A broken keyboard or pipe can send one; the rows before it are not kept either."""
    with pytest.raises(errors.Unwritable) as caught:
        disk.append(talk, 1, [row(2), row(3, '"her name \ud83d"')])
    assert disk.rows(talk) == (row(1),)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    disk.append(talk, 1, [row(2)])


def test_opening_a_file_again_never_drops_the_locks_on_it(disk, database, monkeypatch):
    """A file that is there is left to SQLite alone: closing it once would unlock it for all."""
    opened = []
    monkeypatch.setattr("os.open", lambda *values: opened.append(values))
    SqliteStore(database).close()
    assert opened == []


def test_a_closed_store_says_so(disk, talk):
    """A late answer is refused with a sentence, not with a crash."""
    disk.close()
    with pytest.raises(errors.Closed):
        disk.append(talk, 1, [row(2)])


def test_the_promised_settings_hold(disk):
    """A power cut costs nothing acknowledged, and freed pages are overwritten."""
    ask = disk._connection.execute
    names = ("journal_mode", "synchronous", "secure_delete", "temp_store", "application_id")
    settings = {name: ask(f"PRAGMA {name}").fetchone()[0] for name in names}
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "temp_store": 2,
        "application_id": APPLICATION_ID,
    }


def plain(path):
    return sqlite3.connect(path, isolation_level=None)


def test_an_older_file_takes_only_the_steps_it_lacks(place):
    """Each step runs once, in order, and the file remembers how far it came."""
    ran = []

    def step(number):
        return lambda _: ran.append(number)

    steps = [step(1), step(2), step(3)]
    migrate(plain(place), place, steps[:1])
    migrate(plain(place), place, steps)
    migrate(plain(place), place, steps)
    assert ran == [1, 2, 3]


def test_a_step_that_fails_leaves_the_version_before_it(place):
    """Half a step is never kept; the next start tries it again."""

    def fails(connection):
        connection.execute("CREATE TABLE half (a)")
        raise KeyboardInterrupt

    connection = plain(place)
    with pytest.raises(KeyboardInterrupt):
        migrate(connection, place, [MIGRATIONS[0], fails])
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert "entry" in tables
    assert "half" not in tables


def test_appends_and_lists_find_their_rows_without_reading_all(disk):
    """However many talks are kept, a turn looks only at its own."""
    from bot.store import sqlite_statements as sql

    for statement in (sql.NEWEST, sql.ROWS, sql.OF_PERSON, sql.ERASE[0]):
        plan = disk._connection.execute(f"EXPLAIN QUERY PLAN {statement}", ("x",)).fetchall()
        assert [line[3] for line in plan if line[3].startswith("SCAN")] == []
    plan = disk._connection.execute(f"EXPLAIN QUERY PLAN {sql.SAME_MESSAGE}", (1, "x"))
    assert "entry_message" in plan.fetchone()[3]


def test_sqlite_is_not_loaded_before_a_store_is_opened():
    """A talk that is not saved does not pay for a database."""
    script = "import sys, bot.store.sqlite, bot.store.memory; print('sqlite3' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
