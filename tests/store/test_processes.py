"""Processes that are killed or that compete lose no acknowledged answer and double none."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
import threading

import pytest

from bot.store.protocol import Row
from bot.store.sqlite import SqliteStore

NOON = "2026-03-01T12:00:00Z"

APPENDS_FOR_EVER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from bot.store.protocol import Row
    from bot.store.sqlite import SqliteStore

    store = SqliteStore(Path(sys.argv[1]))
    seq = len(store.rows("t1"))
    while True:
        store.append("t1", seq, [Row(seq + 1, "", f"m{seq + 1}", '"' + "x" * 300 + '"')])
        seq += 1
        print(seq, flush=True)
    """
)

COMPETES = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from bot.store.errors import Conflict
    from bot.store.protocol import Row
    from bot.store.sqlite import SqliteStore

    database, name, many = sys.argv[1:]
    store = SqliteStore(Path(database))
    kept = conflicts = newest = 0
    while kept < int(many):
        try:
            store.append("t1", newest, [Row(newest + 1, "", f"{name}-{kept}", "[]")])
            kept, newest = kept + 1, newest + 1
        except Conflict:
            conflicts += 1
            newest = len(store.rows("t1"))
    print(conflicts)
    """
)


@pytest.fixture
def with_a_talk(database):
    """Make a file with one talk and no entries."""
    store = SqliteStore(database)
    store.open("t1", "ana", "second-chance", NOON)
    store.close()
    return database


def start(script, *arguments):
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_killed_process_loses_nothing_acknowledged(with_a_talk):
    """After kill -9 at any moment: all that was acknowledged, at most one more, none twice."""
    acknowledged = 0
    for answers in (1, 7, 40, 200):
        with start(APPENDS_FOR_EVER, with_a_talk) as process:
            for _ in range(answers):
                acknowledged = int(process.stdout.readline())
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read().splitlines(keepends=True)
        # A line cut off in the middle was not heard by anybody.
        heard = [int(line) for line in rest if line.endswith("\n")]
        acknowledged = max([acknowledged, *heard])
        store = SqliteStore(with_a_talk)
        kept = [row.seq for row in store.rows("t1")]
        store.close()
        assert kept == list(range(1, len(kept) + 1))
        assert len(kept) - acknowledged in (0, 1)


def test_processes_that_compete_keep_every_answer_once(with_a_talk):
    """Whoever comes second is told so and goes on from the newest entry."""
    many = 60
    processes = [start(COMPETES, with_a_talk, name, many) for name in "ab"]
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    store = SqliteStore(with_a_talk)
    rows = store.rows("t1")
    store.close()
    assert [row.seq for row in rows] == list(range(1, 2 * many + 1))
    expected = {f"{name}-{turn}" for name in "ab" for turn in range(many)}
    assert {row.message for row in rows} == expected


def test_processes_that_open_a_new_file_together_all_succeed(database):
    """The first start of two bots at once makes one schema."""
    script = "import sys, pathlib; from bot.store.sqlite import SqliteStore as S; S(pathlib.Path(sys.argv[1]))"
    processes = [start(script, database) for _ in range(4)]
    for process in processes:
        process.communicate()
    assert [process.returncode for process in processes] == [0, 0, 0, 0]


def test_threads_of_one_process_take_turns(disk):
    """A store handed to several threads keeps each talk whole."""
    names = [f"t{number}" for number in range(4)]

    def talk(name):
        disk.open(name, name, "second-chance", NOON)
        for seq in range(1, 21):
            disk.append(name, seq - 1, [Row(seq, NOON, f"m{seq}", "[]")])

    threads = [threading.Thread(target=talk, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(disk.rows(name)) for name in names] == [20, 20, 20, 20]
