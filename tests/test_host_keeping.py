"""What is kept of whom, how long, and that nothing of one person comes to another."""

from __future__ import annotations

import pytest

from bot.dialogue.session import Said, Signalled
from bot.host import Host
from bot.keeping import FREE, LOCKS, STAND
from bot.recalling import recalled
from bot.store.errors import DiskFull
from bot.store.memory import MemoryStore
from bot.store.payload import row_of
from bot.store.sqlite import SqliteStore
from tests.at_host import ME, FakeClock, Talk
from tests.small_library import DOOR, PLAN, small_library

DAY = 86_400


@pytest.fixture(scope="module")
def library():
    return small_library()


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture(params=["memory", "disk"])
def store(request, tmp_path):
    """Give a store that outlives the hosts of a test."""
    made = MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "k" / "t.db")
    yield made
    made.close()


@pytest.fixture
def start(library, store, clock):
    """Make a fresh process at the same store."""

    def made(**options):
        return Talk(Host(library, lambda: store, clock, **options), clock)

    return made


@pytest.fixture
def kept(start):
    """A talk that was agreed to be kept, with a note and a weekly reminder for 30 days."""
    talk = start()
    talk.greet(PLAN)
    talk.say("30")
    talk.pick("yes")
    return talk


# --- how long ---


@pytest.mark.parametrize(("days", "there"), [(0, True), (90, True), (40, False)])
def test_who_has_not_come_for_so_many_days_is_erased(kept, start, store, clock, days, there):
    """Counted from the last touch or the last reminder's due time; 0 days keep for ever."""
    (reminder,) = store.reminders(ME)
    store.put_note("eve", "k", "", "still here", "2099-01-01T00:00:00.000Z")
    clock.at += 50 * DAY
    start(keep_days=days).greet(DOOR)
    assert bool(store.conversations(ME)) is there
    assert bool(store.notes(ME)) is there
    assert [one.text for one in store.notes("eve")] == ["still here"]
    assert reminder.due < "1970-01-25"


def test_a_reminder_that_is_still_to_come_keeps_its_person(kept, start, store, clock):
    """Whoever asked to be called back in sixty days is not gone by then."""
    store.put_reminder(ME, "later", "1970-03-20T00:00:00.000Z", PLAN)
    clock.at += 60 * DAY
    start(keep_days=40).greet(DOOR)
    assert store.conversations(ME) != ()


def test_a_talk_in_memory_ends_unsaved_when_its_person_is_overdue(kept, store, clock):
    """A process that runs for months looks once a day; what is gone is not written again."""
    kept.host._keep_days = 10
    kept.host.store()
    clock.at += 60 * DAY
    kept.pick("bad")
    assert store.conversations(ME) == ()


# --- a sign of a minor ---


@pytest.mark.parametrize("way", ["no", "/leave"])
def test_a_minor_in_a_private_talk_leaves_no_older_record(kept, start, store, way):
    """Under 18 or no answer erases what earlier talks have left, too."""
    later = start()
    later.greet(DOOR)
    later.say("/private")
    later.host._off_record.add(ME)
    later.say("i am 15")
    assert later.asked == "Are you 18 or older?"
    assert store.conversations(ME) != ()
    if way == "no":
        later.pick("minor")
    else:
        later.host.leave(ME, later.id)
    assert store.conversations(ME) == store.notes(ME) == store.facts(ME) == ()


def test_an_adult_in_a_private_talk_loses_nothing(kept, start, store):
    """Whoever is 18 or over keeps what is kept."""
    later = start()
    later.host._off_record.add(ME)
    later.greet(DOOR)
    later.say("i am 15")
    later.pick("adult")
    later.host.leave(ME, later.id)
    assert [one.id for one in store.conversations(ME)] == [kept.id]


def test_a_private_start_touches_nothing_even_then(kept, start, store):
    """A talk that never touches the disk does not look there, either."""
    private = start(private=True)
    private.greet(DOOR)
    private.say("i am 15")
    private.pick("minor")
    assert len(store.conversations(ME)) == 1


# --- erased is over ---


def test_a_message_from_before_an_erase_is_not_heard_again(start, store, clock):
    """A platform may deliver it once more, to a new process, too; a newer one is heard."""
    talk = start()
    talk.greet(PLAN)
    talk.say("30", message="1000")
    talk.pick("yes")
    talk.say("good", message="1001")
    talk.say("/erase", message="1002")
    talk.pick("yes")
    assert store.conversations(ME) == ()
    for again in (talk, start()):
        again.greet(DOOR)
        assert again.say("he left me", message="1001") == ()
        assert again.say("he left me", message="2000") != ()


# --- whose talk ---


def test_a_talk_of_somebody_else_is_never_read_nor_written(kept, library, store, clock):
    """Under an id that two people came by, the second one goes on without saving."""
    other = Talk(Host(library, lambda: store, clock), clock)
    other.take(other.host.greet("ben", PLAN, 1))
    live = other.host._talks.pop(other.id)
    live.id = kept.id
    other.host._talks[kept.id] = live
    said = ""
    for words in ("7", "yes"):
        effects = other.host.hear("ben", kept.id, Said(words, clock.now()))
        said += str(effects)
    assert "can't be saved under its name" in said
    assert "30 days" not in said
    assert store.conversations("ben") == store.notes("ben") == ()
    assert [one.text for one in store.notes(ME)] == ["Your plan: 30 days."]


def test_a_talk_in_memory_is_not_pushed_out_by_a_stranger_who_names_it(start, clock):
    """Nor is a word of it shown."""
    talk = start()
    talk.greet(DOOR)
    talk.say("her name is Iris")
    theirs = talk.host.hear("ben", talk.id, Said("hello there", clock.now()))
    assert "Iris" not in str(theirs)
    assert [one for one in talk.host.session(talk.id).entries if "Iris" in str(one)] != []


# --- two processes ---


def test_a_process_that_comes_late_leaves_no_note_from_an_older_state(kept, start, store):
    """After a shard went to another process, the old one changes nothing in talk, notes, reminders."""
    newer = start()
    newer.take(newer.host.resume(ME, kept.id))
    newer.say("/back")
    newer.say("/back")
    newer.say("12")
    newer.pick("yes")
    newer.pick("good")
    held = store.export(ME)
    assert [one.text for one in store.notes(ME)] == ["Your plan: 12 days."]
    kept.pick("bad")
    assert held == store.export(ME)


def test_a_turn_that_could_not_be_kept_leaves_nothing_half(kept, store, monkeypatch):
    """Log, note, reminder and facts stand or fall together, and the next turn brings all of it."""
    held = store.export(ME)
    with monkeypatch.context() as broken:
        name = "append_rows" if isinstance(store, SqliteStore) else "_put"
        place = "bot.store.sqlite_statements" if isinstance(store, SqliteStore) else None

        def fails(*_):
            raise DiskFull("talks.db")

        if place:
            broken.setattr(f"{place}.{name}", fails)
        else:
            broken.setattr(MemoryStore, "keep", fails)
        kept.pick("good")
        assert held == store.export(ME)
    kept.pick("good")
    assert len(store.conversations(ME)) == 1
    assert store.conversations(ME)[0].ended is not None


# --- danger long ago ---


def stands(store, dialog, talks, *, told):
    """Keep many talks, the oldest with danger in it; the newer ones say so themselves, or do not."""
    for number in range(talks):
        name = f"{number:016x}"
        store.open(name, ME, dialog, f"2026-01-01T00:{number // 60:02}:{number % 60:02}.000Z")
        if number == 0:
            store.append(name, 0, [row_of(Signalled(1, 1.0, "", "R5", "red"))])
        if told:
            state = LOCKS if number == 0 else FREE
            store.keep_fact(ME, STAND + name, f'"{state}"', "2026-01-01T00:00:00.000Z")


@pytest.mark.parametrize("told", [True, False])
def test_danger_locks_however_many_talks_came_after_it(library, store, monkeypatch, told):
    """The hundredth talk knows of the first; talks from before they said so are read."""
    monkeypatch.setattr("bot.recalling.earlier.is_locking", lambda *_: True)
    stands(store, DOOR, 100, told=told)
    read = []
    rows = type(store).rows
    monkeypatch.setattr(type(store), "rows", lambda *a: (read.append(1), rows(*a))[1])
    assert "danger before" in recalled(library, store, ME, DOOR, 0.0)
    assert (len(read) == 0) is told


def test_each_kept_talk_says_whether_danger_stands_in_it(kept, store):
    """In the same words for everybody, so that its being there says nothing."""
    facts = {one.name: one.value for one in store.facts(ME)}
    assert facts[f"{STAND}{kept.id}"] == f'"{FREE}"'
    kept.say("i want to die tonight")
    facts = {one.name: one.value for one in store.facts(ME)}
    assert facts[f"{STAND}{kept.id}"] == f'"{LOCKS}"'
    kept.say("/my-data")
    assert STAND not in str(kept.effects)


def test_danger_that_was_heard_in_a_lost_race_is_kept(kept, start, store):
    """Another process answered first: the crisis path opens all the same, and its sign is on the disk."""
    other = start()
    other.take(other.host.resume(ME, kept.id))
    other.say("no idea")
    kept.say("i want to die tonight", message="m9")
    assert "glad you told me" in kept.said
    kinds = [row.payload for row in store.rows(kept.id) if "signalled" in row.payload]
    assert len(kinds) == 1


def test_an_answer_that_lost_a_race_counts_when_its_question_still_stands(kept, start, store):
    """What the other process heard did not move it on, so nobody has to say it again."""
    other = start()
    other.take(other.host.resume(ME, kept.id))
    other.say("no idea", message="m1")
    kept.pick("good")
    assert "moved on" not in kept.said
    assert store.conversations(ME)[0].ended is not None


def test_a_message_that_makes_several_entries_is_kept_once_and_whole(kept, store):
    """A platform numbers messages, not entries: a sign of danger is on the disk with all it led to."""
    words = "i want to die tonight"
    kept.say(words, message="1001")
    rows = store.rows(kept.id)
    assert [one.payload for one in rows if "signalled" in one.payload] != []
    assert [row.message for row in rows if row.message] == ["1001"]
    assert len(rows) == len(kept.host.session(kept.id).entries)
    assert kept.say(words, message="1001") == ()
