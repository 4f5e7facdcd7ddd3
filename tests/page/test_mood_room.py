"""The room behind /mood: what was told is shown, and on a hard day only to whoever asks for it."""

from __future__ import annotations

from functools import cache

import pytest

from bot.dialogue.session import AskQuestion, Changed, SayText, Signpost
from bot.host import HandOver, Host, ShowMood
from bot.mood.course import lines
from bot.mood.reading import mood_over_time
from bot.store.memory import MemoryStore
from bot.store.payload import row_of
from tests.page.evenings import DAY, Calendar, check_in, library
from tests.page.test_room import ME, Talk


@cache
def evenings():
    return library()


@pytest.fixture
def clock():
    return Calendar()


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def host(store, clock):
    return Host(evenings(), lambda: store, clock, country="GB")


def moods(talk):
    return [[one.mood for one in shown.mood.points] for shown in talk.of(ShowMood)]


def said(talk):
    return " ".join(one.text for one in talk.of(SayText))


def test_kept_check_ins_are_shown_day_by_day(host, clock):
    """With the evenings on which nothing was told between them."""
    talk = check_in(host, clock, 5, None, 7).begin("home/door").say("/mood")

    assert [[5, 7]] == moods(talk)
    assert "nothing noted" in " ".join(lines(talk.of(ShowMood)[0].mood))


def test_the_days_of_the_space_plan_are_shown_with_them(host, clock):
    """From the day it was made, for as many days as were chosen."""
    check_in(host, clock, 5, 6)
    Talk(host).begin("tools/space-plan").say("9")
    (shown,) = Talk(host).begin("home/door").say("/mood").of(ShowMood)

    assert 9 == len(shown.mood.plan_days)
    assert shown.mood.points[-1].day in shown.mood.plan_days


def test_a_new_plan_ends_the_one_before_it(host, clock):
    """Days of an older plan that lie behind the new one are no plan any more."""
    check_in(host, clock, 5)
    Talk(host).begin("tools/space-plan").say("40")
    clock.evening(5)
    Talk(host).begin("tools/space-plan").say("7")
    (shown,) = Talk(host).begin("home/door").say("/mood").of(ShowMood)

    assert 5 + 7 == len(shown.mood.plan_days)


def test_a_plan_that_is_changed_later_begins_when_it_was_made(host, clock, store):
    """Other days than were thought of at first; the first of them stays the first."""
    check_in(host, clock, 5)
    plan = Talk(host).begin("tools/space-plan").say("40")
    made = host.session(plan.id).entries[-1]
    changed = Changed(made.seq + 1, made.at + 5 * DAY, "", made.key, 9)
    store.append(plan.id, made.seq, [row_of(changed)])
    mood = mood_over_time(host.library, store, ME)

    assert (9, mood.points[-1].day) == (len(mood.plan_days), min(mood.plan_days))


def test_without_a_check_in_the_way_to_one_is_said(host):
    """No empty picture."""
    talk = Talk(host).begin("home/door").say("/mood")

    assert [] == talk.of(ShowMood)
    assert "/checkin" in said(talk)


@pytest.mark.parametrize("told", [(2,), (8, 5)])
def test_on_a_hard_day_care_comes_before_the_picture(host, clock, told):
    """A tool is offered first, and looking is a choice of one's own."""
    talk = check_in(host, clock, *told).begin("home/door").say("/mood")

    assert [] == talk.of(ShowMood)
    assert "A steady night" == talk.labels[0]
    talk.say("show me the picture")
    assert [list(told)] == moods(talk)


def test_the_tool_that_is_offered_begins(host, clock):
    """In one step from there."""
    talk = check_in(host, clock, 1).begin("home/door").say("/mood", "1")

    assert "Are you somewhere safe?" == talk.of(AskQuestion)[-1].text


def test_it_can_be_handed_over_as_a_file(host, clock):
    """As a picture and as a drawing; the talk goes on behind it."""
    talk = check_in(host, clock, 5, 6).begin("home/door").say("/mood", "2")
    (png,) = talk.of(HandOver)
    (svg,) = talk.say("/mood", "3").of(HandOver)

    assert png.data().startswith(b"\x89PNG")
    assert "<svg" in svg.text
    assert [".png", ".svg"] == [one.name[-4:] for one in (png, svg)]
    assert "What happened tonight?" == talk.of(AskQuestion)[-1].text


def test_no_file_is_a_way_out(host, clock):
    """Whoever only looked goes on with the talk."""
    talk = check_in(host, clock, 5).begin("home/door").say("/mood", "no")

    assert [] == talk.of(HandOver)
    assert "What happened tonight?" == talk.of(AskQuestion)[-1].text


def test_after_danger_there_is_no_picture(host, clock):
    """For a day only what helps is offered."""
    talk = check_in(host, clock, 5).begin("home/door").say("i want to die tonight", "/mood")

    assert [] == talk.of(ShowMood)
    assert talk.of(Signpost)


def test_a_dialog_can_show_it(host, clock):
    """An author writes one line, and a day that is hard shows nothing there."""
    check_in(host, clock, 5, 6)
    assert [[5, 6]] == moods(Talk(host).begin("tools/looks-back"))
    check_in(host, clock, 5, 6, 1)
    assert [] == moods(Talk(host).begin("tools/looks-back"))


def test_an_answer_that_was_forgotten_is_no_bar(host, clock, store):
    """What is gone is gone from the picture as well."""
    talk = check_in(host, clock, 5, 6)
    for one in store.conversations(ME):
        talk.take(host.resume(ME, one.id)).say("/my-data")
        asked = talk.of(AskQuestion)[0]
        found = [option.label for option in asked.question.options if "How are you" in option.label]
        talk.say(found[0])
        break

    assert [[5]] == moods(talk.begin("home/door").say("/mood"))


def test_a_check_in_that_is_not_kept_counts_while_the_talk_lasts(clock):
    """Whoever keeps nothing sees what they have just told, and nothing is written for it."""
    store = MemoryStore()
    host = Host(evenings(), lambda: store, clock, private=True)
    talk = Talk(host).begin("tools/check-in").say("6", "/mood")

    assert [[6]] == moods(talk)
    assert () == store.conversations(ME)
