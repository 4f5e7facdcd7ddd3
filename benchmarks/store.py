"""What a durable append costs beside a bare commit of the same bytes, and what a talk weighs.

Usage: python benchmarks/store.py [rounds]            everything but growth, about two minutes
       python benchmarks/store.py server [rounds]     only the rows of the PostgreSQL server
       python benchmarks/store.py growth [talks]      a turn among many talks ÷ among 1,000

Every figure is a ratio inside one round, both sides taking turns in one process on one disk;
printed is the median of the rounds, with the smallest and the largest.
"""

from __future__ import annotations

import multiprocessing
import sqlite3
import statistics
import sys
import tempfile
from pathlib import Path
from time import monotonic, perf_counter, sleep

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rows import aimed

from bot.store.places import open_store
from bot.store.protocol import Append, Row
from bot.store.sqlite import SqliteStore
from tests.store.postgres_server import PostgresServer

ROUNDS = 9
TURNS = 300
SLICE = 10  # turns before the other side has its turn
FLIGHT = 100  # conversations in flight for the group commit
PAYLOAD = '{"answered":"' + "x" * 280 + '"}'
AT = "2026-03-01T12:00:00.000Z"
SECONDS = 3.0  # how long the processes compete
SLOT = 0.2  # seconds of one process alone before there are two, and back


def bare(path):
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        "CREATE TABLE entry (id INTEGER PRIMARY KEY, at TEXT, message TEXT, payload TEXT)"
    )
    return connection


def bare_turn(connection, message):
    started = perf_counter()
    connection.execute("BEGIN")
    connection.execute(
        "INSERT INTO entry (at, message, payload) VALUES (?, ?, ?)", (AT, message, PAYLOAD)
    )
    connection.execute("COMMIT")
    return perf_counter() - started


def store_turn(store, talk, seq, message):
    row = Row(seq, AT, message, PAYLOAD)
    started = perf_counter()
    store.append(talk, seq - 1, (row,))
    return perf_counter() - started


def appends(folder, with_message):
    """One round: the medians of both sides, which take turns."""
    connection = bare(folder / "bare.db")
    store = SqliteStore(folder / "kept" / "talks.db")
    store.open("t1", "ana", "second-chance", AT)
    times = {"bare": [], "store": []}
    seq = 0
    for _ in range(TURNS // SLICE):
        marks = [f"discord:{seq + i:018d}" if with_message else None for i in range(SLICE)]
        for mark in marks:
            times["bare"].append(bare_turn(connection, mark))
        for mark in marks:
            seq += 1
            times["store"].append(store_turn(store, "t1", seq, mark))
    store.close()
    connection.close()
    return [statistics.median(times[side]) for side in ("store", "bare")]


def sealed_appends(folder):
    """One round: the medians of a turn in a sealed file and in an open one, which take turns."""
    stores = {
        "sealed": SqliteStore(folder / "sealed" / "talks.db", secret="four words, none of them"),
        "open": SqliteStore(folder / "open" / "talks.db"),
    }
    times = {name: [] for name in stores}
    for store in stores.values():
        store.open("t1", "ana", "second-chance", AT)
    for first in range(0, TURNS, SLICE):
        for name, store in stores.items():
            for seq in range(first + 1, first + SLICE + 1):
                times[name].append(store_turn(store, "t1", seq, f"discord:{seq:018d}"))
    for store in stores.values():
        store.close()
    return [statistics.median(times[name]) for name in ("sealed", "open")]


def in_flight(folder):
    """One round: a turn of each of many talks, together and one by one."""
    store = SqliteStore(folder / "kept" / "talks.db")
    talks = [f"t{number}" for number in range(FLIGHT)]
    for talk in talks:
        store.open(talk, talk, "second-chance", AT)
    together = alone = 0.0
    for seq in range(1, 9, 2):
        started = perf_counter()
        for talk in talks:
            store.append(talk, seq - 1, (Row(seq, AT, f"m{seq}", PAYLOAD),))
        alone += perf_counter() - started
        started = perf_counter()
        batch = [Append(talk, seq, (Row(seq + 1, AT, f"m{seq + 1}", PAYLOAD),)) for talk in talks]
        store.append_all(batch)
        together += perf_counter() - started
    store.close()
    return [alone, together]


def compete(place, name, ready, counts):
    store = open_store(place)
    store.open(name, name, "second-chance", AT)
    ready.wait()
    until, seq, worst = monotonic() + SECONDS, 0, 0.0
    while monotonic() < until:
        seq += 1
        worst = max(worst, store_turn(store, name, seq, f"m{seq}"))
    kept = len(store.rows(name))
    assert kept == seq, "an acknowledged turn was lost"
    store.close()
    counts.put((seq, worst))


def in_processes(place, many):
    """Turns of each of several writing processes, and the longest wait of each, in seconds."""
    open_store(place).close()
    context = multiprocessing.get_context("spawn")
    ready, counts = context.Barrier(many), context.Queue()
    names = [f"{many}-{number}-{perf_counter()}" for number in range(many)]
    processes = [
        context.Process(target=compete, args=(place, name, ready, counts)) for name in names
    ]
    for process in processes:
        process.start()
    found = [counts.get(timeout=60) for _ in processes]
    for process in processes:
        process.join()
    return found


def fairness(place, many=4):
    """The smallest share of its fair part that one of several writing processes gets."""
    found = in_processes(place, many)
    turns = [turn for turn, _ in found]
    return min(turns) / (sum(turns) / many), sum(turns) / SECONDS, max(w for _, w in found)


def in_slots(address, name, ready, counts, always, bare):
    """Count turns in slots of time: in the odd ones always, in the even ones only if `always`.

    With `bare`, a turn is an update of one row of the process's own, with the same driver.
    """
    import psycopg  # noqa: PLC0415 - the other rows need none

    store = open_store(address)
    store.open(name, name, "second-chance", AT)
    connection = psycopg.connect(address, autocommit=True)
    connection.execute("INSERT INTO bare VALUES (%s, '')", (name,))
    ready.wait()
    started, seq, turns = monotonic(), 0, [0, 0]
    while (gone := monotonic() - started) < 2 * SECONDS:
        odd = int(gone / SLOT) % 2
        if not odd and not always:
            sleep(SLOT / 20)
            continue
        seq += 1
        if bare:
            bare_update(connection, seq, name)
        else:
            store_turn(store, name, seq, f"m{seq}")
        turns[odd] += 1
    assert bare or len(store.rows(name)) == seq, "an acknowledged turn was lost"
    store.close()
    connection.close()
    counts.put(turns)


def one_and_two(address, bare):
    """One round: turns of two processes at once ÷ of one alone, in slots that alternate."""
    context = multiprocessing.get_context("spawn")
    ready, counts = context.Barrier(2), context.Queue()
    names = [f"slots-{number}-{perf_counter()}" for number in range(2)]
    processes = [
        context.Process(target=in_slots, args=(address, name, ready, counts, number == 0, bare))
        for number, name in enumerate(names)
    ]
    for process in processes:
        process.start()
    found = [counts.get(timeout=60) for _ in processes]
    for process in processes:
        process.join()
    return sum(odd for _, odd in found) / sum(even for even, _ in found)


def bare_update(connection, seq, name="a"):
    started = perf_counter()
    connection.execute("UPDATE bare SET state = %s WHERE id = %s", (f"{seq}{PAYLOAD}", name))
    return perf_counter() - started


def server_appends(address, number, keys=None):
    """One round: the medians of both sides, which take turns on one server."""
    import psycopg  # noqa: PLC0415 - the other rows need none

    store, talk = open_store(address, keys=keys), f"round-{number}"
    store.open(talk, "ana", "second-chance", AT)
    times = {"bare": [], "store": []}
    seq = 0
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS bare (id text PRIMARY KEY, state text)")
        connection.execute("INSERT INTO bare VALUES ('a', '') ON CONFLICT DO NOTHING")
        for _ in range(TURNS // SLICE):
            times["bare"] += [bare_update(connection, seq + i) for i in range(SLICE)]
            for _ in range(SLICE):
                seq += 1
                times["store"].append(store_turn(store, talk, seq, f"discord:{seq:018d}"))
    store.close()
    return [statistics.median(times[side]) for side in ("store", "bare")]


def on_server(rounds):
    """The rows of the server, which writes as it would for real."""
    import psycopg  # noqa: PLC0415 - as above

    server = PostgresServer(lasting=True)
    try:
        address = server.address()
        report(
            "server: append ÷ bare UPDATE",
            [server_appends(address, number) for number in range(rounds)],
            "≤ 1.3",
        )
        with tempfile.TemporaryDirectory() as folder, psycopg.connect(address) as connection:
            connection.execute("CREATE SCHEMA locked")
            connection.commit()
            locked = f"{address}&options=-csearch_path%3Dlocked"
            keys = Path(folder) / "people.keys"
            report(
                "server, words locked: append ÷ bare UPDATE",
                [server_appends(locked, number, keys) for number in range(rounds)],
                "≤ 1.3",
            )
        rows = {"server: turns of 2 processes ÷ 1": [], "the same with bare UPDATEs": []}
        for _ in range(rounds):
            for (_, ratios), bare in zip(rows.items(), (False, True), strict=True):
                ratios.append(one_and_two(address, bare))
        for (name, ratios), limit in zip(rows.items(), ("to reach ≥ 1.6", "(beside)"), strict=True):
            spread = f"({min(ratios):.2f}…{max(ratios):.2f})"
            if limit.startswith("to reach "):
                aim = limit.removeprefix("to reach ")
                aimed(name, statistics.median(ratios), aim, low=min(ratios), high=max(ratios))
            print(f"{name:44} {statistics.median(ratios):5.2f}  {spread}  {limit}")
        report_shares(
            "server: 4 processes", [fairness(address) for _ in range(max(1, rounds // 3))]
        )
    finally:
        server.close()


def fill(store, talks, entries):
    """Keep `talks` talks of `entries` entries each, which went on side by side."""
    lot = 200
    for first in range(0, talks, lot):
        names = [f"discord:{number:018d}" for number in range(first, min(first + lot, talks))]
        # One transaction for all of them: opening talks is not what is measured.
        with store._writing() as connection:  # noqa: SLF001
            connection.executemany(
                "INSERT INTO conversation (id, person, dialog, started) VALUES (?, ?, ?, ?)",
                [(name, f"person:{name}", "second-chance", AT) for name in names],
            )
        for seq in range(1, entries + 1):
            rows = (Row(seq, AT, f"discord:{first + seq:018d}", PAYLOAD),)
            store.append_all([Append(name, seq - 1, rows) for name in names])


def weight(folder, talks=1000, entries=40):
    """Bytes of the file per talk, and of the texts and ids in it."""
    path = folder / "kept" / "talks.db"
    store = SqliteStore(path)
    fill(store, talks, entries)
    held = sum(
        len(row.payload) + len(row.at) + len(row.message)
        for number in range(talks)
        for row in store.rows(f"discord:{number:018d}")
    )
    store.close()
    return path.stat().st_size / talks, held / talks


def growth(folder, talks):
    """Medians and 99th percentiles of a turn (read the log, append) in a small and a large file."""
    stores = []
    for name, many in (("small", 1000), ("large", talks)):
        store = SqliteStore(folder / name / "talks.db")
        fill(store, many, 4)
        stores.append((store, many, []))
    step = 7919  # a prime, so that the turns are spread over the whole file
    for turn in range(3000):
        for store, many, times in stores:
            name = f"discord:{turn * step % many:018d}"
            started = perf_counter()
            newest = store.rows(name)[-1].seq
            store.append(name, newest, (Row(newest + 1, AT, f"m{turn}", PAYLOAD),))
            times.append(perf_counter() - started)
    for store, _, _ in stores:
        store.close()
    cuts = [statistics.quantiles(times, n=100) for _, _, times in stores]
    small, large = ((cut[49], cut[98]) for cut in cuts)
    aimed(f"turn among {talks:,} kept talks ÷ among 1,000, p99", large[1] / small[1], "≤ 1.3")
    print(
        f"{f'turn among {talks:,} ÷ 1,000 talks':44} p50 {large[0] / small[0]:.2f}"
        f"  p99 {large[1] / small[1]:.2f}  to reach p99 ≤ 1.3"
        f"   µs p99 {large[1] * 1e6:,.0f} / {small[1] * 1e6:,.0f}"
    )


def report(name, pairs, limit):
    ratios = [one / other for one, other in pairs]
    micros = [statistics.median(side) * 1e6 for side in zip(*pairs, strict=True)]
    aimed(name, statistics.median(ratios), limit, low=min(ratios), high=max(ratios))
    print(
        f"{name:44} {statistics.median(ratios):5.2f}  ({min(ratios):.2f}…{max(ratios):.2f})"
        f"  to reach {limit}   µs {micros[0]:,.0f} / {micros[1]:,.0f}"
    )


def report_shares(name, shares):
    share, rate, worst = (statistics.median(side) for side in zip(*shares, strict=True))
    low = min(share for share, _, _ in shares)
    aimed(f"{name}, smallest share of its fair part", share, "≥ 0.8", low=low)
    print(
        f"{f'{name}, smallest share of its fair part':44} {share:5.2f}  (lowest {low:.2f})"
        f"  to reach ≥ 0.8   {rate:,.0f} turns/s, longest wait {worst * 1e3:,.0f} ms"
    )


def main():
    if sys.argv[1:2] == ["server"]:
        on_server(int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS)
        return
    if sys.argv[1:2] == ["growth"]:
        with tempfile.TemporaryDirectory() as folder:
            growth(Path(folder), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS

    def in_new_folders(measure, *values, times=rounds):
        found = []
        for _ in range(times):
            with tempfile.TemporaryDirectory() as folder:
                found.append(measure(Path(folder), *values))
        return found

    report("append ÷ bare commit, no message id", in_new_folders(appends, False), "≤ 1.5")
    report("append ÷ bare commit, with message id", in_new_folders(appends, True), "≤ 1.5")
    report("sealed append ÷ open append", in_new_folders(sealed_appends), "≤ 1.3")
    report(f"{FLIGHT} in flight, one by one ÷ together", in_new_folders(in_flight), "≥ 3")
    with tempfile.TemporaryDirectory() as folder:
        size, held = weight(Path(folder))
        most = f"≤ {(1.5 * held + 1000) / held:.2f}"
        aimed("bytes a talk ÷ (texts and ids)", size / held, most)
        print(
            f"{'bytes a talk ÷ (texts and ids)':44} {size / held:5.2f}  to reach {most}"
            f"   {size:,.0f} of {held:,.0f}"
        )
    shares = in_new_folders(
        lambda folder: fairness(folder / "kept" / "talks.db"), times=max(1, rounds // 3)
    )
    report_shares("4 processes", shares)
    on_server(rounds)


if __name__ == "__main__":
    main()
