"""A sealed file shows no word to whoever has no passphrase, and sealing loses none."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from bot.store import copies, errors, sealing
from bot.store.protocol import Row
from bot.store.sqlite import SqliteStore
from tests.store.conftest import SECRET

NOON = "2026-03-01T12:00:00Z"
OTHER = "another one, it's longer"


def told(seq):
    return Row(
        seq,
        NOON,
        f"m{seq}",
        json.dumps({"entry": "unclear", "seq": seq, "w": "her name is Iris " * 9}),
    )


def fill(store, person="ana", entries=40):
    store.open(f"{person}-talk", person, "second-chance", NOON)
    store.append(f"{person}-talk", 0, [told(seq) for seq in range(1, entries + 1)])
    store.put_note(person, "k", "For tonight", "her name is Iris", NOON)


def found_in(folder, words):
    return sorted(one.name for one in folder.iterdir() if words.encode() in one.read_bytes())


def held(path, secret=""):
    store = SqliteStore(path, secret=secret)
    lines = list(store.everything())
    store.close()
    return lines


@pytest.fixture
def plain(database):
    """Keep two people's talks in an open file; one more was erased before."""
    store = SqliteStore(database)
    for person in ("ana", "ben", "eve"):
        fill(store, person)
    store.append("eve-talk", 40, [Row(41, NOON, "123456789012345678", "[]")])
    store.erase("eve")
    store.close()
    return database


def test_a_sealed_file_holds_no_word_in_the_clear(sealed, database):
    """Not in the file, not in its log of writes, while it is open and afterwards."""
    fill(sealed)
    assert found_in(database.parent, "Iris") == found_in(database.parent, "ana") == []
    assert found_in(database.parent, "SQLite format") == []
    sealed.close()
    assert sealing.is_sealed(database)
    assert found_in(database.parent, "Iris") == []


@pytest.mark.parametrize("secret", ["", "wrong", SECRET + " "])
def test_without_its_passphrase_it_stays_closed_and_as_it_is(sealed, database, secret):
    """It is said what is missing; nothing is written."""
    fill(sealed)
    sealed.close()
    before = database.read_bytes()
    with pytest.raises((errors.Sealed, errors.WrongPassphrase), match="left as it is"):
        SqliteStore(database, secret=secret)
    assert database.read_bytes() == before


@pytest.mark.parametrize("secret", ["\x00", "a\x00b", "a\nb", "\u200b"])
def test_a_passphrase_that_nobody_can_type_is_refused(database, secret):
    """It could never be given again."""
    with pytest.raises(errors.BadPassphrase):
        SqliteStore(database, secret=secret)


@pytest.mark.parametrize("secret", ["it's", "'; DROP TABLE entry; --", "schön 💔", '"'])
def test_any_line_that_can_be_typed_is_a_passphrase(database, secret):
    """Quotes and signs of every alphabet."""
    store = SqliteStore(database, secret=secret)
    fill(store)
    store.close()
    assert len(held(database, secret)) == 43


def test_an_open_file_can_be_sealed_changed_and_opened_again(plain):
    """Nothing is lost on the way, and who was erased stays so."""
    before = held(plain)
    copies.rewrite(plain, "", SECRET)
    assert sealing.is_sealed(plain)
    assert found_in(plain.parent, "Iris") == []
    assert held(plain, SECRET) == before
    copies.rewrite(plain, SECRET, OTHER)
    with pytest.raises(errors.WrongPassphrase):
        held(plain, SECRET)
    assert held(plain, OTHER) == before
    copies.rewrite(plain, OTHER, "")
    assert held(plain) == before
    store = SqliteStore(plain)
    assert store.heard_until("eve") == 123456789012345678
    assert len(store.erased()) == 1
    store.close()
    assert sorted(one.name for one in plain.parent.iterdir()) == ["talks.db", "talks.db.erased"]


def test_a_file_that_somebody_has_open_is_not_sealed(plain, monkeypatch):
    """An answer of theirs would go into a file that is gone."""
    monkeypatch.setattr("bot.store.sqlite.SqliteStore.__init__.__defaults__", (0.05, ""))
    other = SqliteStore(plain)
    before = list(other.everything())
    with pytest.raises(errors.Locked):
        copies.rewrite(plain, "", SECRET)
    other.append("ana-talk", 40, [told(41)])
    other.close()
    assert len(held(plain)) == len(before) + 1


def test_whoever_opens_the_old_file_in_that_moment_keeps_nothing_in_it(plain, monkeypatch):
    """The old file is full of chance when its name is taken from it; no answer is lost in there."""
    old = plain.with_name("old")
    old.hardlink_to(plain)
    copies.rewrite(plain, "", SECRET)
    assert found_in(plain.parent, "Iris") == []
    with pytest.raises(errors.StoreError):
        SqliteStore(old)


@pytest.mark.parametrize("broken", ["settle", "replace_everything"])
def test_a_sealing_that_breaks_off_leaves_the_file_as_it_was(plain, monkeypatch, broken):
    """There is the old file or the new one, never half of either."""
    before = held(plain)

    def breaks(*_):
        raise errors.DiskFull(plain)

    with monkeypatch.context() as patched:
        patched.setattr(SqliteStore, broken, breaks)
        with pytest.raises(errors.DiskFull):
            copies.rewrite(plain, "", SECRET)
    assert held(plain) == before
    assert sorted(one.name for one in plain.parent.iterdir()) == ["talks.db", "talks.db.erased"]


def test_a_copy_of_a_sealed_file_is_sealed_and_comes_back(sealed, tmp_path):
    """Under the same passphrase; without it nobody reads the copy."""
    fill(sealed)
    (tmp_path / "safe").mkdir(mode=0o700)
    copy = tmp_path / "safe" / "monday.db"
    copies.back_up(sealed, copy, SECRET)
    assert found_in(copy.parent, "Iris") == []
    sealed.drop_note("ana", "k")
    for secret, expected in (("", errors.Sealed), ("wrong", errors.WrongPassphrase)):
        with pytest.raises(expected):
            copies.bring_back(sealed, copy, secret)
    copies.bring_back(sealed, copy, SECRET)
    assert [one.text for one in sealed.notes("ana")] == ["her name is Iris"]
    assert copies.look_through_copy(copy, frozenset(), SECRET).rows["entry"] == 40
    elsewhere = SqliteStore(tmp_path / "open" / "talks.db")
    copies.bring_back(elsewhere, copy, SECRET)
    assert list(elsewhere.everything()) == list(sealed.everything())
    elsewhere.close()


def test_a_letter_is_not_taken_for_a_sealed_file(tmp_path):
    """Only whole pages without the usual beginning look like one."""
    letter = tmp_path / "letter"
    letter.write_bytes(b"Dear Sam, " * 100)
    assert not sealing.is_sealed(letter)
    assert not sealing.is_sealed(tmp_path / "nothing")


def test_without_what_seals_it_is_said_how_to_get_it(database, monkeypatch):
    """The open file needs none of it."""
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    with pytest.raises(errors.NoSealing, match=r"afterword\[sealed\]"):
        SqliteStore(database, secret=SECRET)
    SqliteStore(database).close()


def test_what_seals_is_not_loaded_for_an_open_file():
    """Who does not seal does not pay for it."""
    script = "import sys, bot.store.sqlite, bot.store.copies; print('sqlcipher3' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
