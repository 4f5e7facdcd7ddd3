"""Whatever is asked in whatever order, the stores in memory, in a file and on a server, locked or not, agree."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from bot.store.errors import StoreError
from bot.store.keys import KeyFile
from bot.store.memory import MemoryStore
from bot.store.postgres import PostgresStore
from bot.store.protocol import Append, Dropped, Ended, Fact, Note, Opened, Row
from bot.store.sqlite import SqliteStore
from tests.faults.tally import LONG
from tests.store.conftest import new_schema

PEOPLE = ("ana", "ben")
PARTS = ("conversations", "facts", "notes", "reminders")
people = st.sampled_from(PEOPLE)
talks = st.sampled_from(("t1", "t2", "t3"))
times = st.integers(0, 9).map("2026-03-01T0{}:00:00Z".format)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
keys = st.sampled_from(("k1", "k2"))
messages = st.none() | st.sampled_from(("m1", "m2", "m3"))
rows = st.builds(Row, st.integers(0, 6), times, messages, words.map(lambda word: f"[{len(word)}]"))
batches = st.lists(rows, max_size=3)
afters = st.integers(0, 5)


class FourStores(RuleBasedStateMachine):
    """Asks all and compares what they answer or how they refuse."""

    def __init__(self, address, beside):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.memory = MemoryStore()
        self.disk = SqliteStore(Path(self.folder.name) / "talks.db")
        self.server = PostgresStore(address)
        self.server.replace_everything(())
        self.locked = PostgresStore(beside, keys=KeyFile(Path(self.folder.name) / "keys"))
        self.locked.replace_everything(())
        self.stores = (self.memory, self.disk, self.server, self.locked)

    def teardown(self):
        for store in self.stores:
            store.close()
        self.folder.cleanup()

    def ask(self, name, *values):
        answers = []
        for store in self.stores:
            try:
                answers.append(getattr(store, name)(*values))
            except (StoreError, ValueError) as refusal:
                answers.append(type(refusal))
        in_memory, *others = answers
        assert others == [in_memory] * len(others)

    @initialize(person=people, at=times)
    def begin(self, person, at):
        self.ask("open", "t1", person, "steady-plan", at)

    @rule(talk=talks, person=people, at=times)
    def open(self, talk, person, at):
        self.ask("open", talk, person, "steady-plan", at)

    @rule(talk=talks, at=times)
    def end(self, talk, at):
        self.ask("end", talk, at)

    @rule(talk=talks, after=afters, batch=batches)
    def append_anything(self, talk, after, batch):
        self.ask("append", talk, after, batch)

    @rule(talk=talks, message=messages, at=times)
    def append_the_next(self, talk, message, at):
        newest = max((row.seq for row in self.memory.rows(talk)), default=0)
        self.ask("append", talk, newest, [Row(newest + 1, at, message, "[]")])

    @rule(batch=st.lists(st.builds(Append, talks, afters, batches), max_size=3))
    def append_all(self, batch):
        outcomes = [[type(one) for one in store.append_all(batch)] for store in self.stores]
        assert outcomes == [outcomes[0]] * len(outcomes)

    @rule(talk=talks, person=people, messages=st.lists(messages, max_size=2), at=times, text=words,
          behind=st.integers(0, 1), begins=st.booleans(), key=keys)  # fmt: skip
    def keep_a_turn(self, talk, person, messages, at, text, behind, begins, key):
        """From the newest entry or from one before it, as its owner or as somebody else."""
        newest = max((row.seq for row in self.memory.rows(talk)), default=0)
        after = max(0, newest - behind)
        turn = [Row(after + n, at, message, "[]") for n, message in enumerate(messages, 1)]
        beside = [Note(key, text, text, at), Fact(key, f"[{len(text)}]", at), Ended(at),
                  Dropped("reminder", key)]  # fmt: skip
        opened = Opened(person, "check-in", at) if begins else None
        self.ask("keep", Append(talk, after, turn, beside, opened))

    @rule(talk=talks, row=rows)
    def overwrite(self, talk, row):
        self.ask("overwrite", talk, row)

    @rule(person=people, key=keys, text=words, at=times)
    def keep(self, person, key, text, at):
        self.ask("keep_fact", person, key, f"[{len(text)}]", at)
        self.ask("put_note", person, key, text, text, at)
        self.ask("put_reminder", person, key, at, "check-in")

    @rule(person=people, key=keys)
    def drop(self, person, key):
        self.ask("drop_fact", person, key)
        self.ask("drop_note", person, key)
        self.ask("drop_reminder", person, key)

    @rule(person=people)
    def erase(self, person):
        self.ask("erase", person)

    @rule(before=times)
    def overdue(self, before):
        """Of everyone who has anything kept; a person of whom all was dropped is nobody's matter."""
        some = [one for one in PEOPLE if any(self.memory.export(one)[part] for part in PARTS)]
        found = [{one for one in store.overdue(before) if one in some} for store in self.stores]
        assert found == [found[0]] * len(found)

    @rule(now=times, until=times)
    def claim(self, now, until):
        self.ask("claim", now, until)

    @rule()
    def change_places(self):
        """A copy of one store in the other, and back, changes nothing for anybody."""
        on_disk, on_server = list(self.disk.everything()), list(self.server.everything())
        assert unmarked(on_disk) == unmarked(on_server)
        self.disk.replace_everything(on_server)
        self.server.replace_everything(on_disk)
        # Who had taken a reminder is not part of a copy.
        self.memory._held.clear()

    @invariant()
    def everything_held_is_equal(self):
        for person in PEOPLE:
            self.ask("export", person)


def unmarked(lines):
    """Leave out the marks, which are made by chance."""
    return sorted((table, values[:1] if table == "person" else values) for table, values in lines)


def test_the_stores_agree_on_everything(address, server):
    """What one refuses all refuse, for the same reason; what one keeps all keep."""
    beside = new_schema(server)
    run_state_machine_as_test(
        lambda: FourStores(address, beside),
        settings=settings(max_examples=300 if LONG else 15, stateful_step_count=20, deadline=None),
    )
