"""After forgetting and erasing, no byte of what was written is left in any file."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap

import pytest

from bot.store import copies
from bot.store.errors import Locked, TracesLeft
from bot.store.protocol import Row
from bot.store.sqlite import SqliteStore

NOON = "2026-03-01T12:00:00Z"


def told(person, seq):
    """Make an entry full of a person's words, each findable."""
    return Row(seq, NOON, f"{person}-message-{seq}", json.dumps([f"{person}-words-{seq} "] * 9))


def fill(store, person, entries):
    store.open(f"{person}-talk", person, "second-chance", NOON)
    store.append(f"{person}-talk", 0, [told(person, seq) for seq in range(1, entries + 1)])
    store.keep_fact(person, f"{person}-name", f'"{person}-words"', NOON)
    store.put_note(person, f"{person}-key", f"{person}-words", f"{person}-words" * 500, NOON)
    store.put_reminder(person, f"{person}-key", NOON, f"{person}-dialog")


def left(database, words):
    """Name the files beside and of the database in which `words` stand."""
    found = (file for file in database.parent.iterdir() if words.encode() in file.read_bytes())
    return sorted(file.name for file in found)


@pytest.fixture
def told_much(disk):
    """Let three people talk in turn, so that their pages are mixed and split."""
    for person in ("ana", "ben", "eve"):
        fill(disk, person, 3)
    for seq in range(4, 120):
        for person in ("eve", "ana", "ben"):
            disk.append(f"{person}-talk", seq - 1, [told(person, seq)])
    return disk


def test_before_an_erase_the_words_can_be_found(told_much, database):
    """The search itself works: what was kept stands in the files in the clear."""
    assert left(database, "ana-words-7 ") != []


def test_an_erase_leaves_no_byte_of_a_person(told_much, database):
    """Words, ids, names and keys are gone from the file and the log of writes at once."""
    told_much.erase("ana")
    assert left(database, "ana") == []
    assert len(told_much.rows("ben-talk")) == 119
    told_much.close()
    assert left(database, "ana") == []
    assert left(database, "ben-words-7 ") == ["talks.db"]


def test_an_erase_makes_no_copy_outside_the_folder(told_much, database, tmp_path, monkeypatch):
    """What is rewritten goes through memory, not through a file in a place for all."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    opened = []
    monkeypatch.setenv("SQLITE_TMPDIR", str(scratch))
    told_much._connection.set_trace_callback(opened.append)
    told_much.erase("ana")
    assert told_much._connection.execute("PRAGMA temp_store").fetchone() == (2,)
    assert list(scratch.iterdir()) == []
    assert "VACUUM" in opened


def test_a_forgotten_answer_leaves_no_byte(told_much, database):
    """One entry is emptied, and the entries around it stay."""
    told_much.overwrite("ana-talk", Row(50, NOON, None, "[]"))
    assert left(database, "ana-words-50 ") == []
    assert left(database, "ana-message-50") == []
    assert left(database, "ana-words-51 ") == ["talks.db"]


def test_a_dropped_note_or_fact_leaves_no_byte(told_much, database):
    """What a person takes out of their notes is gone like an erased talk."""
    told_much.put_note("ana", "k", "title", "meet him at the lake", NOON)
    told_much.keep_fact("ana", "place", '"by the river"', NOON)
    told_much.drop_note("ana", "k")
    told_much.drop_fact("ana", "place")
    assert left(database, "meet him at the lake") == []
    assert left(database, "by the river") == []


def test_a_replaced_note_or_fact_leaves_no_byte(told_much, database):
    """The newer wording is the only one."""
    told_much.put_note("ana", "k", "title", "meet him at the lake", NOON)
    told_much.put_note("ana", "k", "title", "stay at home", NOON)
    told_much.keep_fact("ana", "place", '"by the river"', NOON)
    told_much.keep_fact("ana", "place", '"nowhere"', NOON)
    assert left(database, "meet him at the lake") == []
    assert left(database, "by the river") == []


def test_an_erase_that_another_reader_holds_up_says_so(told_much, database):
    """The rows are gone, old pages may be left, and a second call finishes the work."""
    other = SqliteStore(database)
    other._connection.execute("BEGIN")
    other.rows("ben-talk")
    with pytest.raises((TracesLeft, Locked)):
        told_much.erase("ana")
    assert told_much.conversations("ana") == ()
    other.close()
    told_much.erase("ana")
    assert left(database, "ana") == []


ATTACHED = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from bot.store.sqlite import SqliteStore

    store = SqliteStore(Path(sys.argv[1]))
    for line in sys.stdin:
        match line.strip():
            case "read":
                reading = iter(store.everything())
                next(reading)
            case "stop":
                reading.close()
            case "write":
                store.keep_fact("ben", "again", '"here"', "2026-03-01T12:00:00Z")
        print("done", flush=True)
    """
)


@pytest.fixture
def attached(told_much, database):
    """Let another process have the file open, and do as it is told."""
    command = [sys.executable, "-c", ATTACHED, str(database)]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True) as process:

        def does(what):
            process.stdin.write(f"{what}\n")
            process.stdin.flush()
            assert process.stdout.readline() == "done\n"

        does("look")
        yield does
        process.stdin.close()


def test_done_is_said_only_when_no_byte_is_left_though_others_have_the_file_open(
    told_much, database, attached
):
    """Another process that sits idle is no trouble; one that reads holds it up, and that is said."""
    attached("read")
    with pytest.raises((TracesLeft, Locked)):
        told_much.erase("ana")
    attached("stop")
    told_much.erase("ana")
    assert left(database, "ana") == []
    attached("write")
    told_much.erase("eve")
    assert left(database, "eve") == []
    assert left(database, "ben-words-7 ") != []


def test_no_later_copy_holds_a_byte_of_the_erased(told_much, database, tmp_path):
    """Nor does the list that lies beside it."""
    (tmp_path / "safe").mkdir(mode=0o700)
    told_much.erase("ana")
    copies.back_up(told_much, tmp_path / "safe" / "copy.db")
    assert left(tmp_path / "safe" / "copy.db", "ana") == []
    assert left(tmp_path / "safe" / "copy.db", "ben-words-7 ") == ["copy.db"]


def test_an_erase_takes_away_what_a_killed_sealing_has_left(tmp_path):
    """A kill in the middle of sealing leaves a second file with everybody's words in it."""
    folder = tmp_path / "own"
    folder.mkdir(mode=0o700)
    database = folder / "talks.db"
    store = SqliteStore(database)
    fill(store, "ana", 3)
    half = SqliteStore(folder / "talks.db.part")
    half.replace_everything(store.everything())
    half.close()
    store.erase("ana")
    store.close()
    assert [] == left(database, "ana-words")
