"""On a server each person's words stand under a key of their own; with the key they are gone everywhere."""

from __future__ import annotations

import json
import sqlite3

import psycopg
import pytest

from bot.dialogue.codec import encode
from bot.dialogue.session import Started
from bot.store import copies, errors
from bot.store.keys import KeyFile
from bot.store.payload import row_of
from bot.store.postgres import PostgresStore
from bot.store.protocol import Append, Note, Opened, Row
from bot.store.server_copies import relock
from bot.store.sqlite import SqliteStore

NOON = "2026-03-01T12:00:00Z"


def started(seq):
    return Started(seq=seq, at=float(seq), message="", dialog="tools/steady", digest="Iris", seed=1)


def fill(store, person):
    store.open(f"{person}-talk", person, "tools/steady", NOON)
    store.append(f"{person}-talk", 0, [row_of(started(seq)) for seq in (1, 2, 3)])
    store.keep_fact(person, "met", '"Iris"', NOON)
    store.put_note(person, "k", "Iris", f"{person} and Iris \x00 💔", NOON)
    store.put_reminder(person, "k", NOON, "check-in")


@pytest.fixture
def key_path(tmp_path):
    (tmp_path / "keys").mkdir(mode=0o700, exist_ok=True)
    return tmp_path / "keys" / "people.keys"


@pytest.fixture
def two_people(locked):
    for person in ("ana", "ben"):
        fill(locked, person)
    return locked


def dump(address):
    """Return all rows of all tables as the server holds them: what its backups and logs hold, too."""
    with psycopg.connect(address, autocommit=True) as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
            )
        ]
        rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    return rows, b"".join(
        bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode()
        for name in tables
        for row in rows[name]
        for value in row
    )


def put_back(address, rows):
    """Do what a restore of the server's own tools does, without this program."""
    with psycopg.connect(address) as connection:
        for table in ("person", "conversation", "entry", "fact", "note", "reminder"):
            connection.execute(f"DELETE FROM {table}")
            for row in rows[table]:
                slots = ", ".join(["%s"] * len(row))
                always = "OVERRIDING SYSTEM VALUE" if table == "conversation" else ""
                connection.execute(f"INSERT INTO {table} {always} VALUES ({slots})", row)


def test_the_server_holds_no_word_in_the_clear(two_people, address):
    """Whoever reads its tables, its backups or its log of writes reads no one's words."""
    _, seen = dump(address)
    assert b"Iris" not in seen
    assert [one.text for one in two_people.notes("ana")] == ["ana and Iris \x00 💔"]


def test_an_erase_destroys_the_key(two_people, key_path):
    """No byte of it is left in its file."""
    (mark, key), _ = sorted(two_people._keys._file.execute("SELECT mark, key FROM key").fetchall())
    person = two_people._read("SELECT id FROM person WHERE mark = %s", mark)[0][0]
    two_people.erase(person)
    assert two_people._keys.count() == 1
    for one in key_path.parent.iterdir():
        assert key not in one.read_bytes()
        assert mark.encode() not in one.read_bytes()


def test_rows_that_come_back_by_the_servers_own_tools_are_read_by_nobody(
    two_people, address, key_path
):
    """Even where the list of the erased was lost with the restore, the words stay closed."""
    rows, _ = dump(address)
    two_people.erase("ana")
    put_back(address, rows)
    with psycopg.connect(address) as connection:
        connection.execute("DELETE FROM erased")
    two_people._locks.forget()
    for asked in (two_people.notes, two_people.facts, two_people.export):
        with pytest.raises(errors.KeyGone, match="no key reads"):
            asked("ana")
    assert len(two_people.rows("ben-talk")) == 3


def test_an_erase_that_was_cut_off_before_the_key_is_finished_at_the_next_start(
    two_people, address, key_path, monkeypatch
):
    """The list is written with the deletion; the key follows at the latest then."""

    def power_cut(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(KeyFile, "destroy", power_cut)
        with pytest.raises(KeyboardInterrupt):
            two_people.erase("ana")
    assert two_people._keys.count() == 2
    again = PostgresStore(address, keys=KeyFile(key_path))
    assert again._keys.count() == 1
    again.close()


def test_words_moved_to_another_place_or_person_are_not_read(two_people, address):
    """Whoever can write to the tables can't put one person's words into another's mouth."""
    with psycopg.connect(address) as connection:
        connection.execute("UPDATE note SET text = title WHERE person = 'ana'")
        connection.execute(
            "UPDATE fact SET value = (SELECT value FROM fact WHERE person = 'ana') WHERE person = 'ben'"
        )
    with pytest.raises(errors.KeyGone):
        two_people.notes("ana")
    with pytest.raises(errors.KeyGone):
        two_people.facts("ben")


def test_without_the_keys_nothing_is_served(two_people, address, key_path):
    """And nothing is kept in the clear beside what is locked."""
    with pytest.raises(errors.KeysNeeded, match="AFTERWORD_KEYS"):
        PostgresStore(address)
    other = key_path.with_name("other.keys")
    stranger = PostgresStore(address, keys=KeyFile(other))
    with pytest.raises(errors.KeyGone):
        stranger.notes("ana")
    stranger.close()


def test_whoever_was_erased_elsewhere_and_began_anew_is_kept_under_the_new_key(
    two_people, address, key_path
):
    """A process that still remembers the old lock finds the new one, or refuses."""
    other = PostgresStore(address, keys=KeyFile(key_path))
    other.erase("ana")
    other.open("ana-talk", "ana", "tools/steady", NOON)
    two_people.append("ana-talk", 0, [row_of(started(1))])
    two_people.keep(
        Append("ana-talk", 1, [row_of(started(2))], [Note("k", "t", "new", NOON)],
               Opened("ana", "tools/steady", NOON))
    )  # fmt: skip
    two_people.put_note("ana", "k2", "t", "newer", NOON)
    assert [one.text for one in other.notes("ana")] == ["new", "newer"]
    assert len(other.rows("ana-talk")) == 2
    other.erase("ana")
    with pytest.raises(errors.UnknownConversation):
        two_people.append("ana-talk", 2, [row_of(started(3))])
    other.close()


def test_a_server_in_use_is_locked_and_unlocked_as_a_whole(on_server, address, key_path):
    """Nothing changes for anybody but what its files hold."""
    for person in ("ana", "ben"):
        fill(on_server, person)
    before = list(on_server.everything())
    with pytest.raises(errors.NotLocked, match="db seal"):
        PostgresStore(address, keys=KeyFile(key_path))
    keys = KeyFile(key_path)
    assert relock(address, keys, locked=True) == 2
    assert b"Iris" not in dump(address)[1]
    with pytest.raises(errors.SealedAlready):
        relock(address, keys, locked=True)
    store = PostgresStore(address, keys=KeyFile(key_path))
    assert [one.text for one in store.notes("ben")] == ["ben and Iris \x00 💔"]
    store.append("ana-talk", 3, [Row(4, NOON, None, encode(started(4)))])
    store.close()
    assert relock(address, keys, locked=False) == 2
    with pytest.raises(errors.NotSealed):
        relock(address, keys, locked=False)
    after = list(PostgresStore(address).everything())
    assert [one for one in after if one[0] != "entry"] == [o for o in before if o[0] != "entry"]
    assert len(after) == len(before) + 1
    keys.close()


def test_a_copy_holds_locked_words_and_comes_back_without_the_erased(
    two_people, tmp_path, key_path, database
):
    """Into the same kind, or unlocked into a file; whose key is gone stays out, list or no list."""
    (tmp_path / "safe").mkdir(mode=0o700)
    copy = tmp_path / "safe" / "monday.db"
    copies.back_up(two_people, copy)
    assert b"Iris" not in copy.read_bytes()
    assert copies.look_through_copy(copy, frozenset()).wrong == []
    file = SqliteStore(database)
    with pytest.raises(errors.KeysNeeded):
        copies.bring_back(file, copy)
    keys = KeyFile(key_path)
    assert copies.bring_back(file, copy, keys=keys)[1] == 0
    assert [one.text for one in file.notes("ana")] == ["ana and Iris \x00 💔"]
    two_people.erase("ana")
    assert copies.bring_back(file, copy, keys=keys)[1] == 1
    assert (file.conversations("ana"), len(file.conversations("ben"))) == ((), 1)
    assert copies.bring_back(two_people, copy, keys=keys)[1] == 1
    assert [one.text for one in two_people.notes("ben")] == ["ben and Iris \x00 💔"]
    assert two_people._keys.count() == 1
    file.close()
    keys.close()


def test_there_is_one_copy_of_the_keys_and_it_is_of_today(two_people, key_path, tmp_path):
    """A destroyed key outlives its person only until the next copy takes the place of the last."""
    (tmp_path / "safe").mkdir(mode=0o700)
    copy = tmp_path / "safe" / "people.keys"
    assert two_people._keys.copy_to(copy) == 2
    assert copy.stat().st_mode & 0o777 == 0o600
    two_people.erase("ana")
    assert two_people._keys.copy_to(copy) == 1
    assert [one.name for one in copy.parent.iterdir()] == ["people.keys"]
    assert sqlite3.connect(copy).execute("SELECT count(*) FROM key").fetchone() == (1,)


def test_what_is_no_file_of_keys_is_refused(database, key_path):
    """A slip of the hand must not turn the talks into keys."""
    SqliteStore(database).close()
    with pytest.raises(errors.NotADatabase):
        KeyFile(database)
    key_path.write_text(json.dumps({"key": "x"}))
    key_path.chmod(0o600)
    with pytest.raises(errors.NotADatabase):
        KeyFile(key_path)
    key_path.chmod(0o644)
    with pytest.raises(errors.OpenToOthers):
        KeyFile(key_path)


def test_a_key_that_another_reader_keeps_alive_is_not_said_to_be_gone(key_path, monkeypatch):
    """While somebody reads in the file of keys, that is said; a second time finishes it."""
    monkeypatch.setattr("bot.store.keys.PATIENCE", 0)
    keys = KeyFile(key_path)
    keys.made("ana")
    reader = sqlite3.connect(key_path, isolation_level=None)
    reader.execute("BEGIN")
    (key,) = reader.execute("SELECT key FROM key").fetchone()
    with pytest.raises(errors.TracesLeft):
        keys.destroy(["ana"])
    reader.close()
    keys.destroy([])
    assert [] == [one.name for one in key_path.parent.iterdir() if key in one.read_bytes()]
    keys.close()
