"""What kept check-ins tell: one mood a day, by the days of the person."""

from __future__ import annotations

from bot.checkins import CHECK_IN, MoodPoint, mood_points
from bot.days import HOUR_NOW
from bot.dialogue.codec import encode_value
from bot.dialogue.session import Answered, Backed, Changed, Key, Skipped, Started
from bot.store.memory import MemoryStore
from bot.store.payload import iso, row_of
from tests.at_host import ME

DAY = 86_400
MONDAY = 1_777_852_800.0
"""4 May 2026, 0:00 UTC."""


def checked(store, at, *answers, dialog=CHECK_IN):
    """Keep a check-in: answers are (step, value), None for one that was skipped."""
    entries = [Started(1, at, "", dialog, "d", 1)]
    for seq, (step, value) in enumerate(answers, 2):
        key = Key("", step)
        entries.append(
            Skipped(seq, at, "", key) if value is None else Answered(seq, at, "", key, value)
        )
    talk = f"talk {at} {dialog}"
    store.open(talk, ME, dialog, iso(at))
    store.append(talk, 0, [row_of(one) for one in entries])
    return entries


def lives(store, hour, at):
    """Somebody for whom it was `hour` at `at`."""
    store.keep_fact(ME, HOUR_NOW, encode_value(f"h{hour}"), iso(at))


def test_nothing_kept_is_no_point():
    """Who has not checked in has no picture."""
    assert () == mood_points(MemoryStore(), ME)


def test_each_day_is_a_point_oldest_first():
    """With what was said about the urge, if anything was."""
    store = MemoryStore()
    lives(store, 12, MONDAY + DAY / 2)
    checked(store, MONDAY + DAY + 60, ("mood", 3), ("urge", None))
    checked(store, MONDAY + 60, ("mood", 6), ("urge", 2))

    assert (
        MoodPoint(MONDAY + 60, "2026-05-04", 6, 2),
        MoodPoint(MONDAY + DAY + 60, "2026-05-05", 3),
    ) == mood_points(store, ME)


def test_of_two_on_a_day_the_newest_counts():
    """A second one is the first one changed."""
    store = MemoryStore()
    lives(store, 12, MONDAY + DAY / 2)
    checked(store, MONDAY + 60, ("mood", 6))
    checked(store, MONDAY + 7_200, ("mood", 4))
    checked(store, MONDAY + 9_000, ("again", "leave"))

    assert [4] == [one.mood for one in mood_points(store, ME)]


def test_the_day_is_the_persons_own():
    """At one in the morning in UTC it is still yesterday evening in New York."""
    store = MemoryStore()
    lives(store, 20, MONDAY + 1_800)
    checked(store, MONDAY + 3_600, ("mood", 6))

    assert ["2026-05-03"] == [one.day for one in mood_points(store, ME)]


def test_a_mood_that_is_changed_after_midnight_stays_on_its_day():
    """What is put right is how that day was, and no day that nobody told of."""
    store = MemoryStore()
    lives(store, 12, MONDAY + DAY / 2)
    entries = checked(store, MONDAY + DAY - 600, ("mood", 6))
    talk = store.conversations(ME)[0].id
    changed = Changed(3, MONDAY + DAY + 600, "", entries[-1].key, 4)
    store.append(talk, 2, [row_of(changed)])

    assert [("2026-05-04", 4)] == [(one.day, one.mood) for one in mood_points(store, ME)]


def test_moods_told_elsewhere_are_no_check_in():
    """Only what was said when asked how the day is."""
    store = MemoryStore()
    checked(store, MONDAY, ("mood", 6), dialog="second-chance")

    assert () == mood_points(store, ME)


def test_a_mood_taken_back_is_no_point():
    """Nor is one that was skipped, and so one that was forgotten."""
    store = MemoryStore()
    entries = checked(store, MONDAY, ("mood", 6))
    talk = store.conversations(ME)[0].id
    store.append(talk, 2, [row_of(Backed(3, MONDAY, "", entries[-1].key))])
    checked(store, MONDAY + DAY, ("mood", None))

    assert () == mood_points(store, ME)
