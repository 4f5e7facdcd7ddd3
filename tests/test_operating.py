"""`afterword db` says how it is in sentences, and prints no word of a talk."""

from __future__ import annotations

import io
import json
import sqlite3

import pytest

from bot.channels.discord.people import name_of
from bot.cli import command_line
from bot.dialogue.session import Started
from bot.store import server_tables
from bot.store.migrations import MIGRATIONS, migrate
from bot.store.payload import row_of
from bot.store.places import open_store
from bot.store.protocol import Row
from tests.store.conftest import new_schema, server

__all__ = ["server"]

NOON = "2026-03-01T12:00:00Z"
WORDS = "her name is Iris"


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def file(tmp_path):
    """Where talks are kept in a file."""
    return tmp_path / "kept" / "talks.db"


@pytest.fixture
def copy(tmp_path):
    """Where a copy is to be made."""
    (tmp_path / "safe").mkdir(mode=0o700)
    return tmp_path / "safe" / "monday.db"


@pytest.fixture(params=["file", "server"])
def place(request):
    """A place with nothing in it yet."""
    if request.param == "file":
        return request.getfixturevalue("file")
    return new_schema(request.getfixturevalue("server"))


@pytest.fixture
def db(place, cache, tmp_path, monkeypatch, capsys):
    """Run `afterword db …` and return its exit code and what it printed."""
    dialogs = tmp_path / "dialogs"
    dialogs.mkdir()
    monkeypatch.setenv("AFTERWORD_DB", str(place))
    monkeypatch.setenv("AFTERWORD_CACHE", str(cache))
    monkeypatch.setenv("AFTERWORD_DIALOGS", str(dialogs))

    def run(*arguments, typed=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = command_line(["db", *map(str, arguments)])
        told = capsys.readouterr()
        assert WORDS not in told.out + told.err
        return code, told.out + told.err

    return run


@pytest.fixture
def kept(place):
    """Keep the talks of two people."""
    store = open_store(place)
    for person in ("ana", "ben"):
        store.open(f"{person}-talk", person, "tools/steady", NOON)
        first = Started(1, 1.0, "", "tools/steady", "d", 1)
        store.append(f"{person}-talk", 0, [row_of(first)])
        store.put_note(person, "k", "For tonight", WORDS, NOON)
    store.close()
    return place


def people(place):
    store = open_store(place)
    found = [values[0] for table, values in store.everything() if table == "person"]
    store.close()
    return sorted(found)


def erase(place, person):
    store = open_store(place)
    store.erase(person)
    store.close()


def test_status_of_nothing_makes_nothing(db, file, place):
    """A look leaves no file behind, and says how old the help lines are."""
    code, told = db("status")
    assert code == 0
    assert "Nothing is kept in" in told
    assert "Help lines: No person has checked these lines yet." in told
    assert not file.parent.exists()


def test_status_counts_what_is_kept(db, kept):
    """How much there is, in which version, and how many were erased."""
    erase(kept, "ben")
    code, told = db("status")
    assert code == 0
    assert "In it: 1 person, 1 talk, 1 entry, 1 note, 0 reminders." in told
    assert "Erased so far: 1 person." in told
    assert "version" in told


@pytest.mark.parametrize("place", ["file"], indirect=True)
def test_an_older_file_is_told_apart_and_brought_forward(db, place):
    """A look does not change it; migrate does, once."""
    place.parent.mkdir(mode=0o700)
    place.touch(mode=0o600)
    connection = sqlite3.connect(place, isolation_level=None)
    migrate(connection, place, MIGRATIONS[:1])
    connection.close()
    before = place.read_bytes()
    assert f"version 1 of {len(MIGRATIONS)}" in db("status")[1]
    assert place.read_bytes() == before
    assert "was brought from version 1 to" in db("migrate")[1]
    assert "has the newest version already" in db("migrate")[1]


def test_migrate_makes_what_is_not_there(db, place):
    """A new server can be made ready before the first talk."""
    assert "was made. Nothing is kept in it yet." in db("migrate")[1]
    assert people(place) == []


def test_a_newer_version_is_refused_with_a_sentence(db, kept):
    """By every command, and nothing is changed."""
    if isinstance(kept, str):
        store = open_store(kept)
        newer = len(server_tables.MIGRATIONS) + 1
        store._server.ask(lambda connection: connection.execute(server_tables.NOW_AT, (newer,)))
        store.close()
    else:
        connection = sqlite3.connect(kept)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        connection.close()
    for command in ("status", "migrate", "verify"):
        code, told = db(command)
        assert code == 2
        assert "newer version of this program" in told


def test_a_copy_is_made_looked_through_and_brought_back(db, kept, copy):
    """The whole round, with the counts of each step."""
    code, told = db("backup", copy)
    assert (0, True) == (code, "2 people, 2 talks, 2 entries, 2 notes, 0 reminders" in told)
    assert "not encrypted" in told
    assert "All of it can be read." in db("verify", copy)[1]
    erase(kept, "ana")
    code, told = db("restore", copy, typed="y\n")
    assert code == 0
    assert "1 person in it had been erased since, and did not come back." in told
    assert people(kept) == ["ben"]
    assert "All of it can be read." in db("verify")[1]


def test_nothing_is_replaced_without_a_yes(db, kept, copy):
    """The usual answer is no."""
    db("backup", copy)
    store = open_store(kept)
    store.put_note("eve", "k", "", "", NOON)
    store.close()
    assert "Nothing was changed." in db("restore", copy, typed="\n")[1]
    assert people(kept) == ["ana", "ben", "eve"]
    assert db("restore", copy, "--yes")[0] == 0
    assert people(kept) == ["ana", "ben"]


def test_a_copy_with_a_broken_row_is_not_brought_back(db, kept, copy):
    """Verify tells where it is, and restore leaves all as it was."""
    store = open_store(kept)
    store.append("ana-talk", 1, [Row(2, NOON, None, f'"{WORDS}')])
    store.close()
    code, told = db("verify")
    assert (1, True) == (code, "Talk ana-talk, entry 2 can't be read." in told)
    db("backup", copy)
    code, told = db("restore", copy, "--yes")
    assert (1, True) == (code, "The copy is not whole. Nothing was changed." in told)


@pytest.mark.parametrize("place", ["file"], indirect=True)
def test_a_damaged_file_is_found(db, kept):
    """Verify reads every page."""
    with kept.open("r+b") as pages:
        pages.seek(2 * 4096)
        pages.write(b"\xff" * 8192)
    code, told = db("verify")
    assert code in (1, 2)
    assert "damaged" in told


def test_what_is_not_there_is_said(db, copy):
    """No copy of nothing, no looking through nothing, no bringing back of nothing."""
    for arguments in (["verify", copy], ["restore", copy]):
        code, told = db(*arguments)
        assert (2, True) == (code, "There is no file" in told)


@pytest.mark.parametrize("place", ["file"], indirect=True)
def test_a_copy_of_a_file_that_is_not_there_is_not_made(db, copy, file):
    """A look makes no file."""
    for arguments in (["backup", copy], ["verify"]):
        assert "Nothing is kept in" in db(*arguments)[1]
    assert not file.exists()
    assert not copy.exists()


@pytest.mark.parametrize("place", ["file"], indirect=True)
def test_a_server_that_is_away_ends_in_a_sentence_without_the_password(db):
    """The help lines are told all the same."""
    away = "postgresql://ana:secret@127.0.0.1:1/talks"
    code, told = db("status", "--db", away)
    assert code == 2
    assert "cannot be reached" in told
    assert "Help lines:" in told
    assert "secret" not in told


@pytest.mark.parametrize("place", ["file"], indirect=True)
def test_a_place_that_others_can_look_into_is_refused(db, kept):
    """Of the file and of its folder, with what to do about it."""
    kept.chmod(0o644)
    code, told = db("verify")
    assert (2, True) == (code, "chmod go-rwx" in told)


# --- sealed, locked, brought in ---


@pytest.fixture
def typed(monkeypatch):
    """Let a person sit there and type these passphrases, one after the other."""

    def types(*secrets):
        waiting = list(secrets)
        monkeypatch.setattr("bot.channels.unlocking.prompt", lambda *_, **__: waiting.pop(0))
        monkeypatch.setattr("bot.channels.unlocking._keyring", lambda: None)
        monkeypatch.setattr("bot.commands.db_opening._typed", {})

    return types


@pytest.mark.parametrize("place", ["file"], indirect=True)
def test_what_is_kept_is_sealed_and_opened_again(db, kept, copy, typed):
    """With what is lost and what is not promised; every command asks for the passphrase."""
    typed("one", "one")
    code, told = db("seal")
    assert (0, True) == (code, "nobody can give you a new one" in told and "SSD" in told)
    assert WORDS.encode() not in kept.read_bytes()
    typed("one")
    assert ", sealed." in db("status")[1]
    typed("one")
    assert "sealed with the same passphrase" in db("backup", copy)[1]
    typed("one")
    assert "All of it can be read." in db("verify", copy)[1]
    typed("wrong")
    assert (2, True) == ((told := db("verify"))[0], "does not open" in told[1])
    typed("one", "two", "two")
    assert db("passphrase")[0] == 0
    typed("one", "two")
    assert db("restore", copy, "--yes")[0] == 0
    typed("two")
    assert db("unseal")[0] == 0
    assert people(kept) == ["ana", "ben"]


@pytest.mark.parametrize("place", ["file"], indirect=True)
def test_a_seal_that_is_not_meant_changes_nothing(db, kept, typed):
    """Two passphrases that differ, none at all, a seal twice or none to take off."""
    before = kept.read_bytes()
    for secrets, said in ((("one", "two"), "not the same"), (("",), "one line of signs")):
        typed(*secrets)
        code, told = db("seal")
        assert (2, True) == (code, said in told)
    typed()
    assert "is not sealed" in db("unseal")[1]
    assert "is not sealed" in db("passphrase")[1]
    assert kept.read_bytes() == before
    typed("one", "one")
    db("seal")
    typed()
    assert "sealed already" in db("seal")[1]


@pytest.mark.parametrize("place", ["server"], indirect=True)
def test_words_on_a_server_are_locked_with_keys_and_copied_with_them(
    db, kept, copy, tmp_path, monkeypatch
):
    """The keys lie in a file of their own, and their one copy beside that of the talks."""
    assert "AFTERWORD_KEYS" in db("seal")[1]
    (tmp_path / "keys").mkdir(mode=0o700)
    monkeypatch.setenv("AFTERWORD_KEYS", str(tmp_path / "keys" / "people.keys"))
    assert "not locked yet" in db("status")[1]
    assert "The words of 2 people" in db("seal")[1]
    assert "words locked" in db("status")[1]
    assert "The keys (2)" in db("backup", copy)[1]
    assert WORDS.encode() not in copy.read_bytes()
    assert "All of it can be read." in db("verify", copy)[1]
    assert db("restore", copy, "--yes")[0] == 0
    assert "stand open now" in db("unseal")[1]
    monkeypatch.delenv("AFTERWORD_KEYS")
    assert people(kept) == ["ana", "ben"]


def test_an_export_is_brought_in_for_who_talks_here_or_on_discord(db, kept, tmp_path):
    """What comes in is counted; what is no export is left out whole."""
    store = open_store(kept)
    file = tmp_path / "afterword-export.json"
    file.write_text(json.dumps(store.export("ana")))
    store.close()
    code, told = db("import", file)
    assert (2, True) == (
        code,
        "Nothing was kept of it" in told,
    )  # its times are of no clock of ours
    export = json.loads(file.read_text())
    export["notes"] = [{**one, "at": "2026-03-01T12:00:00.000Z"} for one in export["notes"]]
    export["conversations"] = []
    file.write_text(json.dumps(export))
    assert "1 note" in db("import", file)[1]
    assert "1 note" in db("import", file, "--discord", 80351110224678912)[1]
    assert "me" in people(kept)
    assert name_of(80351110224678912) in people(kept)
    assert db("import", tmp_path / "nothing.json")[0] == 2
