"""Check-ins as a person meets them: one a day, care before numbers, and what is asked once before a reminder."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checkins import mood_points
from bot.days import machine_east
from bot.dialogue.session import Answered, Interval, Recalled
from bot.host import Host
from bot.language.library import load
from bot.store.memory import MemoryStore
from bot.store.payload import iso, value_of
from tests.at_host import ME, FakeClock, Talk

ROOT = Path(__file__).parent.parent
DAY = 86_400
NOON = 1_777_896_000.0
"""4 May 2026, 12:00 UTC, a Monday."""
STEADY = ("5", "on and off", "no contact", "tea", "yes", "yes")
"""From the urge to the saving."""


@pytest.fixture(scope="module")
def library():
    """Load the shipped library once."""
    return load(ROOT / "dialogs", ROOT / "config").library


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def clock():
    return FakeClock(NOON)


@pytest.fixture
def start(library, store, clock):
    """A fresh process at the same store."""

    def made(dialog="tools/check-in", **options):
        talk = Talk(Host(library, lambda: store, clock, **options), clock)
        talk.greet(dialog)
        return talk

    return made


def told(talk, *lines):
    for line in lines:
        talk.say(line)
    return talk


def fact(store, name):
    return next((value_of(one.value) for one in store.facts(ME) if one.name == name), None)


@pytest.fixture
def first(start):
    """A check-in at 8 of 10 that is kept and over, without a reminder."""
    return told(start(), "8", *STEADY, "no")


def test_a_check_in_is_a_point(first, store):
    """It ends without a word about days in a row."""
    assert [8] == [one.mood for one in mood_points(store, ME)]
    assert first.host.session(first.id).view.ended


def test_a_second_one_on_a_day_is_offered_to_be_changed(first, start, store):
    """Nobody owes more than one."""
    talk = start()
    assert "You were here today already, and said 8 of 10. Is it different now?" == talk.asked
    told(talk, "no")

    assert talk.host.session(talk.id).view.ended
    assert [8] == [one.mood for one in mood_points(store, ME)]


def test_a_changed_one_takes_the_place_of_the_first(first, start, store):
    """The picture has one mood a day."""
    told(start(), "yes", "6", "5")

    assert [6] == [one.mood for one in mood_points(store, ME)]


def test_the_next_day_is_a_day_of_its_own(first, start, store, clock):
    """Nothing is asked about yesterday."""
    clock.at += DAY
    talk = start()
    assert "How are you today?" == talk.asked
    told(talk, "7", "5")

    assert [8, 7] == [one.mood for one in mood_points(store, ME)]


@pytest.mark.parametrize("mood", ["5", "4", "3"])
def test_a_fall_of_three_opens_care(first, start, clock, mood):
    """Not numbers: what would help comes first."""
    clock.at += DAY
    talk = told(start(), mood)

    assert "What would do you some good right now?" == talk.asked
    assert "lower than last time" in talk.said or "easier than today" in talk.said


def test_a_smaller_fall_does_not(first, start, clock):
    """Days differ."""
    clock.at += DAY

    assert "How strong is the wish" in told(start(), "6").asked


def test_the_fall_is_from_the_day_before_not_from_the_same_day(first, start, store, clock):
    """Who changes today's number is held against yesterday."""
    clock.at += DAY
    told(start(), "7", "5")
    talk = told(start(), "yes", "6")

    assert "How strong is the wish" in talk.asked


@pytest.mark.parametrize("mood", ["0", "1", "2"])
def test_a_very_low_day_is_asked_about_first(start, mood):
    """Directly, and then what helps; without any check-in before it, too."""
    talk = told(start(), mood)
    assert "hurting yourself" in talk.asked
    told(talk, "no")

    assert "What would do you some good right now?" == talk.asked


def test_care_can_be_left_for_the_check_in(first, start, clock):
    """It is offered, never forced."""
    clock.at += DAY

    assert "How strong is the wish" in told(start(), "4", "go on").asked


def test_the_wish_to_be_asked_again_is_asked_once(first, start, store, clock):
    """Who said no is left in peace."""
    clock.at += DAY
    talk = told(start(), "8", "5", "on and off", "no contact", "tea")

    assert "by-myself" == fact(store, "check-in-again")
    assert talk.host.session(talk.id).view.ended


def test_hour_and_quiet_hours_are_asked_once_before_a_reminder(start, store, clock):
    """After saving was agreed to, before the reminder is kept; and never again."""
    talk = told(start(), "8", *STEADY, "once a week")
    assert "What time is it where you are now?" in talk.asked
    told(talk, "9 pm")
    assert "When shall I leave you in peace?" in talk.asked
    told(talk, "1")
    assert ("h21", "night") == (fact(store, "hour-now"), fact(store, "quiet-hours"))
    assert ["tools/check-in"] == [one.dialog for one in store.reminders(ME)]

    other = told(start("tools/space-plan"), "1", "4", "30", "walk", "yes")
    assert "My pause" in other.said
    assert ["tools/check-in", "tools/check-in"] == [one.dialog for one in store.reminders(ME)]


def test_without_saving_nothing_is_asked_for_a_reminder(start, store):
    """What can't be kept can't come."""
    talk = told(start(), "8", "5", "on and off", "no contact", "tea", "yes", "no", "once a week")

    assert talk.host.session(talk.id).view.ended
    assert () == store.reminders(ME)


def test_on_their_own_machine_nobody_is_asked_the_time(start):
    """The clock there is theirs."""
    talk = told(start(east=machine_east), "8", *STEADY, "once a week")

    assert "When shall I leave you in peace?" in talk.asked


def test_a_reminder_is_offered_at_the_start_when_it_is_due(start, store, clock):
    """And once: it stands there again a week later."""
    told(start(), "8", *STEADY, "once a week", "9 pm", "1")
    clock.at += 8 * DAY
    first, second = start(""), start("")

    assert any("short check-in" in one for one in first.labels)
    assert second.question is None or not any("asked me" in one for one in second.labels)


def test_a_weekday_is_that_of_the_persons_own_day(start, store, clock):
    """At half past one in the morning in UTC it is still Monday evening in New York."""
    store.open("old", ME, "tools/check-in", iso(NOON))
    store.keep_fact(ME, "hour-now", '"h8"', iso(NOON))
    clock.at = NOON + 13.5 * 3_600
    talk = told(start("second-chance"), "7", "hopeful", "fine", "on sunday")
    entries = talk.host.session(talk.id).entries
    ended = next(
        one.value for one in entries if isinstance(one, Answered) and one.key.step == "ended"
    )

    assert Interval(1, 1, "on sunday") == ended
    assert -4 * 3_600 in [one.value for one in entries if isinstance(one, Recalled)]


def test_what_was_told_once_is_not_asked_in_a_second_long_talk(start, store, clock):
    """When it ended, who ended it, how long, how they lived."""
    keeping = told(start(), "8", *STEADY, "no")
    told(
        start("second-chance"),
        "7",
        "hopeful",
        "fine",
        "40 days ago",
        "both",
        "3",
        "married",
        "/skip",
    )
    clock.at += 10 * DAY
    talk = told(start("second-chance"), "7", "hopeful", "fine")

    assert keeping.id
    assert "When did it end? 40 days ago (told on" in talk.said
    assert "Who ended it? We both did." in talk.said
    assert "What did they say when it ended?" in talk.asked
