"""Two processes on one talk, in every order, with messages doubled and out of turn: each counts once."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.engine import fold
from bot.host import Host
from bot.keeping import Live, notes_of
from bot.store.memory import MemoryStore
from bot.store.payload import entries_of
from bot.store.sqlite import SqliteStore
from tests.at_host import ME, FakeClock, Talk
from tests.faults.tally import LONG, tally
from tests.faults.turnstile import Stepping, Turnstile
from tests.small_library import PLAN, small_library

LIBRARY = small_library()
TRIED = Counter()
MANY = {"memory": 20_000 if LONG else 1200, "disk": 4000 if LONG else 200}

said = st.sampled_from(
    ["12", "30", "yes", "good", "bad", "/back", "/skip", "/undo", "i want to die tonight", "hello"]
)
messages = st.integers(1, 6)
"""Few, so that the same one often comes twice, to one process or to both, early or late."""
events = st.lists(st.tuples(said, messages), min_size=1, max_size=4)
orders = st.lists(st.integers(0, 1), max_size=40)


class World:
    """A kept talk at the mood question, and two processes that have it."""

    def __init__(self, kind, order):
        self._folder = tempfile.TemporaryDirectory(
            dir="/dev/shm" if Path("/dev/shm").is_dir() else None
        )
        path = Path(self._folder.name) / "t" / "talks.db"
        one = MemoryStore() if kind == "memory" else SqliteStore(path)
        other = one if kind == "memory" else SqliteStore(path)
        self.stores, self.turnstile = (one, other), Turnstile(order)
        begun = Talk(Host(LIBRARY, lambda: one, FakeClock()), FakeClock())
        begun.greet(PLAN)
        begun.say("30", message="m0")
        begun.pick("yes")
        self.id = begun.id
        self.processes = [self._process(store) for store in self.stores]

    def _process(self, store):
        clock = FakeClock(2_000_000.0)
        host = Host(LIBRARY, lambda: Stepping(store, self.turnstile), clock)
        talk = Talk(host, clock)
        talk.take(host.resume(ME, self.id))
        return talk

    def hears(self, process, given):
        """Let a process hear what comes to it, and return the messages that it acknowledged."""
        acknowledged = []
        for words, message in given:
            effects = process.say(words, message=f"m{message}")
            refused = any("moved on" in getattr(one, "text", "") for one in effects)
            live = process.host._talks[self.id]
            # Before saving is agreed to, and after that was taken back, nothing is promised.
            kept = [one.message for one in live.session.entries if one.seq <= live.kept]
            if not refused and effects and f"m{message}" in kept:
                acknowledged.append(f"m{message}")
        return acknowledged

    def close(self):
        for store in self.stores:
            store.close()
        self._folder.cleanup()


def one_interleaving(kind, given, order):
    """Let two processes hear in this order; return how many acknowledged messages are lost, doubled."""
    world = World(kind, order)
    try:
        jobs = [
            lambda p=p, g=g: world.hears(p, g) for p, g in zip(world.processes, given, strict=True)
        ]
        heard = [one for some in world.turnstile.run(jobs) for one in some]
        rows = world.stores[0].rows(world.id)
        assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
        kept = Counter(row.message for row in rows if row.message)
        session = fold(LIBRARY, entries_of(rows))
        beside = {
            name: (note.title, note.text)
            for name, note in notes_of(Live(world.id, ME, LIBRARY), session).items()
        }
        assert beside == {one.key: (one.title, one.text) for one in world.stores[0].notes(ME)}
        due = {one.at for one in session.view.due if one.kind == "reminder"}
        assert len(due) == len(world.stores[0].reminders(ME))
        TRIED[kind] += 1
        return sum(one not in kept for one in heard), sum(kept.values()) - len(kept)
    finally:
        world.close()


@pytest.mark.parametrize("kind", ["memory", "disk"])
def test_two_processes_on_one_talk_lose_and_double_nothing(kind):
    """Every question to the store may come between any two of the other's."""
    lost = doubled = 0

    @settings(max_examples=MANY[kind], deadline=None)
    @given(given=st.tuples(events, events), order=orders)
    def tried(given, order):
        nonlocal lost, doubled
        some_lost, some_doubled = one_interleaving(kind, given, order)
        lost, doubled = lost + some_lost, doubled + some_doubled
        assert (some_lost, some_doubled) == (0, 0)

    tried()
    tally(f"two processes on one talk, interleaved ({kind})",
          tried=TRIED[kind], lost=lost, doubled=doubled)  # fmt: skip


def test_a_reminder_is_claimed_once_in_every_order():
    """Three processes look for what is due; each reminder goes to one, and again after its time."""
    tried = doubled = 0

    @settings(max_examples=300 if LONG else 40, deadline=None)
    @given(
        order=st.lists(st.integers(0, 2), max_size=20), due=st.lists(st.integers(0, 9), max_size=6)
    )
    def claimed(order, due):
        nonlocal tried, doubled
        store, turnstile = MemoryStore(), Turnstile(order)
        for number, at in enumerate(due):
            store.put_reminder("ana", f"k{number}", f"{at}", "d")
        asks = [lambda: Stepping(store, turnstile).claim("5", "7")] * 3
        found = [one.key for some in turnstile.run(asks) for one in some]
        tried += 1
        doubled += len(found) - len(set(found))
        assert sorted(found) == sorted(f"k{n}" for n, at in enumerate(due) if at <= 5)
        again = {one.key for one in store.claim("7", "9")}
        assert again == {f"k{n}" for n, at in enumerate(due) if at <= 7}

    claimed()
    tally("reminders claimed by three processes", tried=tried, lost=0, doubled=doubled)


@settings(max_examples=400 if LONG else 40, deadline=None)
@given(
    jumps=st.lists(st.tuples(said, st.floats(-1e9, 1e9)), min_size=1, max_size=6),
)
def test_a_clock_that_jumps_never_breaks_a_talk(jumps):
    """Back by years or on by years: the log's own time never falls, and the same talk comes back."""
    store, clock = MemoryStore(), FakeClock(1e9)
    talk = Talk(Host(LIBRARY, lambda: store, clock), clock)
    talk.greet(PLAN)
    talk.say("30")
    talk.pick("yes")
    first = talk.id
    for words, seconds in jumps:
        clock.at = min(max(0.0, clock.at + seconds), 4e9)
        talk.say(words)
        rows = store.rows(first)
        assert [row.at for row in rows] == sorted(row.at for row in rows)
    again = Talk(Host(LIBRARY, lambda: store, clock), clock)
    again.take(again.host.resume(ME, first))
    there, live = again.host.session(first).entries, talk.host.session(first).entries
    assert there == live[: len(there)]
