"""A copy holds all of one moment, comes back whole, and never brings back whoever was erased."""

from __future__ import annotations

import sqlite3
import stat
import threading

import pytest

from bot.dialogue.codec import encode
from bot.dialogue.session import Started
from bot.store import copies, errors, ledger
from bot.store.migrations import MIGRATIONS, migrate
from bot.store.payload import row_of
from bot.store.protocol import Row
from bot.store.sqlite import SqliteStore

NOON = "2026-03-01T12:00:00Z"


def started(seq):
    return Started(seq=seq, at=float(seq), message="", dialog="tools/steady", digest="d", seed=1)


def fill(store, person, entries=3):
    talk = f"{person}-talk"
    store.open(talk, person, "tools/steady", NOON)
    store.append(talk, 0, [row_of(started(seq)) for seq in range(1, entries + 1)])
    store.keep_fact(person, "met", f'"{person}-words"', NOON)
    store.put_note(person, "k", "For tonight", f"{person}-words \x00 💔", NOON)
    store.put_reminder(person, "k", NOON, "check-in")


def held(store):
    return list(store.everything())


@pytest.fixture
def copy(tmp_path):
    """Name a copy that is not there yet, in a folder of its own."""
    (tmp_path / "safe").mkdir(mode=0o700)
    return tmp_path / "safe" / "monday.db"


@pytest.fixture
def two_people(lasting):
    for person in ("ana", "ben"):
        fill(lasting, person)
    return lasting


def test_a_copy_brings_back_all_there_was(two_people, copy):
    """Talks, facts, notes, reminders, in their order; a copy brought back twice changes nothing."""
    before = held(two_people)
    made = copies.back_up(two_people, copy)
    fill(two_people, "eve")
    two_people.drop_note("ana", "k")
    for _ in range(2):
        brought, without = copies.bring_back(two_people, copy)
        assert (made.rows, 0) == (brought.rows, without)
        assert before == held(two_people)
    two_people.append("ana-talk", 3, [Row(4, NOON, "m4", encode(started(4)))])


def test_a_copy_of_one_kind_comes_back_in_another(two_people, copy, tmp_path, on_server):
    """Moving to a server and away from it is a copy that is brought back elsewhere."""
    copies.back_up(two_people, copy)
    elsewhere = SqliteStore(tmp_path / "other" / "talks.db")
    copies.bring_back(elsewhere, copy)
    copies.bring_back(on_server, copy)
    assert held(two_people) == held(elsewhere) == held(on_server)
    elsewhere.close()


def test_a_copy_is_one_file_for_its_owner_alone(two_people, copy):
    """Nothing is left beside it but the list of the erased, and that is closed as well."""
    two_people.erase("ben")
    copies.back_up(two_people, copy)
    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in copy.parent.iterdir()}
    assert modes == {"monday.db": 0o600, "monday.db.erased": 0o600}


def test_a_copy_is_never_written_over_a_file(two_people, copy):
    """Yesterday's copy is not lost to a slip of the hand."""
    copy.write_text("a letter")
    with pytest.raises(errors.AlreadyThere, match="already"):
        copies.back_up(two_people, copy)
    assert copy.read_text() == "a letter"


def test_a_place_others_can_look_into_takes_no_copy(two_people, copy):
    """A copy holds the same words as the file of talks."""
    copy.parent.chmod(0o755)
    with pytest.raises(errors.OpenToOthers):
        copies.back_up(two_people, copy)
    assert list(copy.parent.iterdir()) == []


def test_a_copy_that_fails_half_way_leaves_nothing(two_people, copy, monkeypatch):
    """There is a whole copy, or none."""

    def breaks(*_):
        raise errors.DiskFull(copy)

    monkeypatch.setattr(SqliteStore, "settle", breaks)
    with pytest.raises(errors.DiskFull):
        copies.back_up(two_people, copy)
    assert list(copy.parent.iterdir()) == []


def test_a_copy_made_while_somebody_writes_is_of_one_moment(lasting, copy, database, address):
    """A batch is in it whole or not at all, whatever is written meanwhile; talks go on."""
    from bot.store.postgres import PostgresStore

    names = [f"t{number}" for number in range(8)]
    for name in names:
        lasting.open(name, "ana", "tools/steady", NOON)
    other = type(lasting)(database if isinstance(lasting, SqliteStore) else address)
    assert isinstance(other, SqliteStore | PostgresStore)
    stop, turns = threading.Event(), []

    def writes():
        from bot.store.protocol import Append

        seq = 0
        while not stop.is_set():
            seq += 1
            rows = [Row(seq, NOON, None, encode(started(seq)))]
            assert set(other.append_all([Append(n, seq - 1, rows) for n in names])) == {None}
            turns.append(seq)

    writing = threading.Thread(target=writes)
    writing.start()
    try:
        for number in range(5):
            path = copy.with_name(f"{number}.db")
            copies.back_up(lasting, path)
            opened = SqliteStore(path)
            assert len({len(opened.rows(name)) for name in names}) == 1
            opened.close()
    finally:
        stop.set()
        writing.join()
    other.close()
    assert len(lasting.rows("t0")) == len(turns)


# --- erased ---


def test_whoever_was_erased_does_not_come_back_with_a_copy(two_people, copy):
    """Everybody else does."""
    copies.back_up(two_people, copy)
    two_people.erase("ana")
    _, without = copies.bring_back(two_people, copy)
    assert without == 1
    assert {values[0] for table, values in held(two_people) if table == "person"} == {"ben"}
    assert b"ana" not in str(held(two_people)).encode()
    assert copies.look_through(two_people.everything(), two_people.erased()).wrong == []


def test_whoever_was_erased_and_began_anew_comes_back_with_the_new_talk_alone(two_people, copy):
    """The later talk is not what was erased."""
    later = copy.with_name("tuesday.db")
    copies.back_up(two_people, copy)
    two_people.erase("ana")
    two_people.open("new", "ana", "tools/steady", NOON)
    copies.back_up(two_people, later)
    two_people.open("newer", "ana", "tools/steady", NOON)
    assert copies.bring_back(two_people, later)[1] == 0
    assert [one.id for one in two_people.conversations("ana")] == ["new"]
    assert copies.bring_back(two_people, copy)[1] == 1
    assert two_people.conversations("ana") == ()


def test_a_copy_knows_who_had_been_erased_before_it(two_people, copy, tmp_path):
    """On a new machine the list that lies beside the copy counts, too."""
    old = copy.with_name("sunday.db")
    copies.back_up(two_people, old)
    two_people.erase("ana")
    copies.back_up(two_people, copy)
    fresh = SqliteStore(tmp_path / "new" / "talks.db")
    copies.bring_back(fresh, copy)
    assert copies.bring_back(fresh, old)[1] == 1
    assert fresh.conversations("ana") == ()
    fresh.close()


def test_a_file_put_back_by_hand_is_cleared_of_the_erased_at_the_start(disk, database):
    """No command is needed for it; not a byte of theirs is left in the file."""
    for person in ("ana", "ben"):
        fill(disk, person)
    disk.close()
    as_it_was = database.read_bytes()
    store = SqliteStore(database)
    store.erase("ana")
    store.close()
    database.write_bytes(as_it_was)
    store = SqliteStore(database)
    assert store.conversations("ana") == ()
    assert len(store.conversations("ben")) == 1
    store.close()
    assert b"ana" not in database.read_bytes()


def test_an_erase_that_was_cut_off_is_finished_at_the_next_start(disk, database, monkeypatch):
    """The list is written first: from there on nothing can bring the person back."""
    fill(disk, "ana")

    def power_cut(path, marks):
        ledger_note(path, marks)
        raise KeyboardInterrupt

    ledger_note = ledger.note
    with monkeypatch.context() as patched:
        patched.setattr(ledger, "note", power_cut)
        with pytest.raises(KeyboardInterrupt):
            disk.erase("ana")
    assert len(disk.conversations("ana")) == 1
    disk.close()
    store = SqliteStore(database)
    assert store.conversations("ana") == ()
    store.close()


def test_tables_put_back_by_hand_are_cleared_of_the_erased_at_the_start(on_server, address):
    """On a server, too: whoever is on its list is erased before anything is served."""
    from bot.store.postgres import PostgresStore

    fill(on_server, "ana")
    before = held(on_server)
    on_server.erase("ana")
    on_server.replace_everything(before)
    store = PostgresStore(address)
    assert store.conversations("ana") == ()
    store.close()


def test_the_list_of_the_erased_says_nothing_of_anybody(disk, database):
    """Marks are made by chance; a line that a power cut broke off does no harm."""
    fill(disk, "ana")
    disk.erase("ana")
    path = ledger.beside(database)
    path.write_bytes(path.read_bytes() + b"0123")
    fill(disk, "ana")
    disk.erase("ana")
    lines = path.read_text().split()
    assert [len(one) for one in lines] == [32, 4, 32]
    assert lines[0] != lines[2]
    assert b"ana" not in path.read_bytes()
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(errors.DiskFailed):
        disk.erased()


# --- what is wrong with a copy ---


def test_a_copy_stays_as_it_is(two_people, copy):
    """Looking through it and bringing it back only read it, on a disk that takes no writing, too."""
    copies.back_up(two_people, copy)
    before = copy.read_bytes()
    copy.chmod(0o400)
    copies.look_through_copy(copy, frozenset())
    copies.bring_back(two_people, copy)
    assert copy.read_bytes() == before
    assert sorted(one.name for one in copy.parent.iterdir()) == ["monday.db"]


def test_a_damaged_copy_is_refused_and_changes_nothing(two_people, copy):
    """What is there is better than what can't be read."""
    fill(two_people, "eve", entries=300)
    copies.back_up(two_people, copy)
    content = bytearray(copy.read_bytes())
    content[4096 * 3 : 4096 * 5] = b"\xff" * 4096 * 2
    copy.write_bytes(content)
    before = held(two_people)
    for look in (
        lambda: copies.bring_back(two_people, copy),
        lambda: copies.look_through_copy(copy, frozenset()),
    ):
        with pytest.raises(errors.Corrupt, match="damaged"):
            look()
    assert held(two_people) == before


@pytest.mark.parametrize(
    ("content", "expected"),
    [(None, errors.NotThere), (b"Dear Sam, " * 100, errors.NotADatabase)],
)
def test_what_is_no_copy_is_refused(lasting, copy, content, expected):
    """A wrong name ends in a sentence."""
    if content is not None:
        copy.write_bytes(content)
    with pytest.raises(expected):
        copies.bring_back(lasting, copy)


def test_looking_through_tells_what_is_wrong_without_a_word_of_it(lasting):
    """Where it is, not what it says."""
    fill(lasting, "ana")
    lasting.append("ana-talk", 3, [Row(4, NOON, None, '{"her name is": "Iris"}')])
    lasting.keep_fact("ana", "met", "{Iris", NOON)
    found = copies.look_through(lasting.everything())
    assert found.wrong == ["Talk ana-talk, entry 4 can't be read.", "A fact can't be read."]
    assert found.rows["entry"] == 4


def test_looking_through_tells_what_stands_alone_or_out_of_order():
    """Rows as no store of ours writes them."""
    entry = encode(started(1))
    lines = [
        ("person", ("ana", "m1")),
        ("conversation", ("t1", "ana", "d", NOON, None)),
        ("conversation", ("t2", "ben", "d", NOON, None)),
        ("entry", ("t1", 2, NOON, None, entry)),
        ("entry", ("t1", 1, NOON, None, entry)),
        ("entry", ("gone", 1, NOON, None, entry)),
        ("note", ("eve", "k", "", "", NOON)),
        ("reminder", ("eve", "k", NOON, "d")),
    ]
    assert copies.look_through(lines, frozenset({"m1"})).wrong == [
        "Somebody who was erased is there.",
        "Talk t2 belongs to nobody.",
        "Talk t1, entry 1 is out of order.",
        "Talk gone, entry 1 belongs to no talk.",
        "A note belongs to nobody.",
        "A reminder belongs to nobody.",
    ]
    many = [("reminder", (f"p{number}", "k", NOON, "d")) for number in range(50)]
    assert copies.look_through(many).wrong[-1] == "And 30 more."


# --- earlier versions ---


def first_version(path):
    """Make a file as the first version of the tables had it, with somebody's talk in it."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.touch(mode=0o600)
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, path, MIGRATIONS[:1])
    for person, number in (("ana", 1), ("ben", 2)):
        connection.execute(
            "INSERT INTO conversation VALUES (?, ?, ?, 'tools/steady', ?, NULL)",
            (number, f"{person}-talk", person, NOON),
        )
        connection.execute(
            "INSERT INTO entry VALUES (?, ?, 'm1', ?)", (number << 20 | 1, NOON, encode(started(1)))
        )
    connection.execute("INSERT INTO fact VALUES ('ana', 'met', '\"work\"', ?)", (NOON,))
    connection.execute("INSERT INTO note VALUES ('eve', 'k', 'title', 'text', ?)", (NOON,))
    connection.execute("INSERT INTO reminder VALUES ('dan', 'k', ?, 'check-in')", (NOON,))
    connection.close()


def test_a_file_of_the_first_version_keeps_all_that_is_in_it(database):
    """Everybody gets a mark, and a reminder can be taken once."""
    first_version(database)
    store = SqliteStore(database)
    marks = [values for table, values in held(store) if table == "person"]
    assert sorted(person for person, _ in marks) == ["ana", "ben", "dan", "eve"]
    assert len({mark for _, mark in marks}) == 4
    assert [row.message for row in store.rows("ana-talk")] == ["m1"]
    assert [one.value for one in store.facts("ana")] == ['"work"']
    assert [one.text for one in store.notes("eve")] == ["text"]
    assert [one.person for one in store.claim(NOON, NOON + "Z")] == ["dan"]
    assert store.claim(NOON, NOON + "Z") == ()
    store.close()


def test_a_copy_of_the_first_version_comes_back_where_nobody_was_erased(lasting, copy):
    """Where somebody was, it can't be told whether they are in it, so it is refused."""
    first_version(copy)
    before = copy.read_bytes()
    copies.bring_back(lasting, copy)
    assert len(lasting.conversations("ana")) == 1
    lasting.erase("ben")
    with pytest.raises(errors.WithoutMarks, match="erased"):
        copies.bring_back(lasting, copy)
    assert len(lasting.conversations("ana")) == 1
    assert copy.read_bytes() == before
