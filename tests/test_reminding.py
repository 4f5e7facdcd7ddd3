"""Reminders: when somebody may be reminded, one message a day at most, and what the start offers."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.days import DAY, HOUR_NOW, QUIET, QUIET_HOURS, Days, days_of, east_of
from bot.dialogue.codec import encode_value
from bot.keeping import OFF_RECORD
from bot.reminding import due_now, note_told, together, wait_until
from bot.store.memory import MemoryStore
from bot.store.payload import iso
from bot.store.protocol import Reminder
from tests.at_host import ME

MONDAY = 1_777_852_800.0
"""4 May 2026, 0:00 UTC."""
HOUR = 3_600
CLOCKS_PUT_BACK = 1_793_505_600.0
"""1 November 2026, 0:00 in New York, a day of 25 hours."""


def calm(_person):
    """Nothing was heard from anybody."""
    return False


@pytest.fixture
def store():
    """Somebody in London in May: an hour ahead of UTC."""
    made = MemoryStore()
    made.keep_fact(ME, HOUR_NOW, encode_value("h13"), iso(MONDAY + 12 * HOUR))
    return made


def remind(store, at, dialog="tools/check-in", key="k"):
    store.put_reminder(ME, key, iso(at), dialog)


# --- the day of a person ------------------------------------------------------


@pytest.mark.parametrize(
    ("hour", "utc", "east"),
    [("h12", 12, 0), ("h13", 12, 1), ("h7", 12, -5), ("h0", 12, 12), ("h1", 12, -11), ("h23", 12, 11),
     ("h23", 0, -1), ("h1", 23, 2), ("h5", 23, 6)],
)  # fmt: skip
def test_the_hour_somebody_names_tells_their_zone(hour, utc, east):
    """Whole hours, from eleven behind to twelve ahead."""
    assert east * HOUR == east_of(hour, MONDAY + utc * HOUR + 1_800)


@pytest.mark.parametrize("hour", ["", "h", "noon", None, 3])
def test_an_hour_that_is_none_tells_nothing(hour):
    """Then the clock of this machine holds."""
    assert east_of(hour, MONDAY) is None


def test_without_facts_the_night_is_quiet():
    """Nobody is woken for not having been asked."""
    assert QUIET_HOURS["night"] == days_of(MemoryStore(), ME).quiet


@settings(max_examples=100)
@given(
    at=st.integers(0, 40 * DAY).map(lambda one: MONDAY + one),
    east=st.integers(-11, 12).map(lambda one: one * HOUR),
    quiet=st.sampled_from(sorted(QUIET_HOURS.values())),
)
def test_after_the_quiet_hours_it_is_not_quiet(at, east, quiet):
    """And never before the moment that was asked about; the next day is another one."""
    days = Days(east, quiet)
    later = days.after_quiet(at)
    tomorrow = days.next_day(at)

    assert at <= later < at + DAY
    assert not days.is_quiet(later)
    assert later == at or days.is_quiet(at)
    assert not days.is_quiet(tomorrow)
    assert at < tomorrow
    assert days.day(at) != days.day(tomorrow)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone can't be set here")
@pytest.mark.parametrize("hour", range(25))
def test_the_day_after_comes_after_a_day_of_any_length(monkeypatch, hour):
    """Also where the clocks are put back, and the day has 25 hours."""
    monkeypatch.setenv("TZ", "EST5EDT,M3.2.0,M11.1.0")
    time.tzset()
    days, at = Days(None, QUIET_HOURS["never"]), CLOCKS_PUT_BACK + hour * HOUR
    there = days.day(at), days.day(days.next_day(at))
    monkeypatch.undo()
    time.tzset()

    assert ("2026-11-01", "2026-11-02") == there


# --- may a message come -------------------------------------------------------


def test_by_day_a_message_may_come(store):
    """Ten in the morning for them."""
    assert 0 == wait_until(store, ME, MONDAY + 9 * HOUR, calm)


def test_in_the_quiet_hours_none_comes(store):
    """Half past ten at night waits until eight."""
    now = MONDAY + 21 * HOUR + 1_800

    assert MONDAY + DAY + 7 * HOUR == wait_until(store, ME, now, calm)


def test_the_quiet_hours_are_those_that_were_chosen(store):
    """Who works by day hears of it in the evening."""
    store.keep_fact(ME, QUIET, encode_value("workday"), iso(MONDAY))

    assert MONDAY + 16 * HOUR == wait_until(store, ME, MONDAY + 9 * HOUR, calm)


def test_a_second_message_waits_for_the_next_day(store):
    """One a day is the most, by the days of the person."""
    note_told(store, ME, MONDAY + 9 * HOUR)

    assert MONDAY + DAY + 7 * HOUR == wait_until(store, ME, MONDAY + 12 * HOUR, calm)
    assert 0 == wait_until(store, ME, MONDAY + DAY + 7 * HOUR, calm)


def test_after_danger_none_comes(store):
    """A day on which somebody told of danger is no day for check-ins."""
    assert wait_until(store, ME, MONDAY + 9 * HOUR, lambda _person: True) > MONDAY + DAY


def test_whoever_asked_that_nothing_is_kept_gets_none(store):
    """They are left in peace from then on."""
    store.keep_fact(ME, OFF_RECORD, "true", iso(MONDAY))

    assert wait_until(store, ME, MONDAY + 9 * HOUR, calm) > MONDAY + DAY


def test_two_due_things_come_in_one():
    """One message a person; the same dialog twice is one thing."""
    due = (
        Reminder(ME, "1", "", "tools/check-in"), Reminder("you", "2", "", "tools/check-in"),
        Reminder(ME, "3", "", "second-chance"), Reminder(ME, "4", "", "tools/check-in"),
    )  # fmt: skip

    assert {ME: (due[0], due[2]), "you": (due[1],)} == together(due)


# --- what fell due ------------------------------------------------------------


def test_what_is_due_is_told_once(store):
    """Also when it is not looked at; the next one comes with its own time."""
    remind(store, MONDAY + 8 * HOUR)
    now = MONDAY + 9 * HOUR
    assert ["k"] == [one.key for one in due_now(store, ME, now, calm)]
    note_told(store, ME, now)

    assert () == due_now(store, ME, now + 60, calm)
    assert () == due_now(store, ME, now + DAY, calm)
    remind(store, MONDAY + DAY + 8 * HOUR)
    assert ["k"] == [one.key for one in due_now(store, ME, now + DAY, calm)]


def test_what_fell_due_at_night_is_told_in_the_morning(store):
    """Nothing is lost by waiting."""
    remind(store, MONDAY + 22 * HOUR)

    assert () == due_now(store, ME, MONDAY + 23 * HOUR, calm)
    assert ["k"] == [one.key for one in due_now(store, ME, MONDAY + DAY + 8 * HOUR, calm)]


def test_what_is_not_due_is_not_told(store):
    """Nobody is early."""
    remind(store, MONDAY + 10 * HOUR)

    assert () == due_now(store, ME, MONDAY + 9 * HOUR, calm)


def test_telling_takes_nothing_from_the_start_page(store):
    """What was told of stands there until it is begun."""
    remind(store, MONDAY + 8 * HOUR)
    due_now(store, ME, MONDAY + 9 * HOUR, calm)

    assert ["k"] == [one.key for one in store.reminders(ME)]


@settings(max_examples=60, deadline=None)
@given(
    dues=st.lists(st.integers(0, 10 * 24), max_size=8),
    looks=st.lists(st.integers(0, 11 * 24 * 6), max_size=40),
    quiet=st.sampled_from(sorted(QUIET_HOURS)),
)
def test_nobody_is_told_twice_a_day_or_in_their_quiet_hours(dues, looks, quiet):
    """Whenever it is looked: one message a day, by day, and nothing that is not due."""
    store = MemoryStore()
    store.keep_fact(ME, HOUR_NOW, encode_value("h7"), iso(MONDAY + 12 * HOUR))
    store.keep_fact(ME, QUIET, encode_value(quiet), iso(MONDAY))
    for place, due in enumerate(dues):
        remind(store, MONDAY + due * HOUR, f"d{place}", str(place))
    days = days_of(store, ME)
    told = []
    for now in sorted(MONDAY + look * 600 for look in looks):
        if due := due_now(store, ME, now, calm):
            note_told(store, ME, now)
            told.append(days.day(now))
            assert not days.is_quiet(now)
            assert all(one.due <= iso(now) for one in due)

    assert sorted(set(told)) == told
