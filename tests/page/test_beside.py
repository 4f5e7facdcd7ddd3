"""What stands beside the talk on its page: mood, tools, chosen notes; and what never does."""

from __future__ import annotations

from functools import cache

import pytest

from bot.dialogue.session import AskQuestion, Picked, SayText, ShowThing
from bot.host import HandOver, Host, ShowMood
from bot.store.memory import MemoryStore
from tests.page.evenings import Calendar, check_in, library
from tests.page.test_room import ME

KEPT = """
dialog: kept
title: A talk that is kept
nodes:
  start:
    - write: One line to keep.
      as: note
      keep: My line
    - call: small
    - end: done
"""


@cache
def evenings():
    return library(KEPT)


@pytest.fixture
def clock():
    return Calendar()


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def host(store, clock):
    return Host(evenings(), lambda: store, clock, country="GB")


@pytest.fixture
def checked(host, clock):
    """Somebody who has checked in on three evenings."""
    return check_in(host, clock, 5, 6, 7)


def page(talk, *lines):
    """The page as a text, with what is chosen on the way to it."""
    (handed,) = talk.say("/summary", *lines).of(HandOver)
    return handed.text


def picked(talk, *labels):
    """The page with the parts whose labels begin like this."""
    talk.say("/summary", "i choose part by part, notes too")
    options = talk.of(AskQuestion)[-1].question.options
    ids = tuple(one.id for one in options if one.label.startswith(labels))
    talk.hear(Picked(ids, talk.host.clock.now())).say("1")
    return talk.of(HandOver)[0].text


def test_a_page_without_the_long_talk_has_mood_and_tools(checked):
    """Whoever only checks in has something to show as well."""
    text = page(checked.begin("home/door"), "1", "1")

    assert "## My mood over time" in text
    assert "7 of 10" in text
    assert "- A short check-in" in text


def test_the_first_choice_holds_nothing_that_names_anybody(checked):
    """Own words, the person who was named and notes go in on request only."""
    talk = checked.begin("small").tell()
    assert "All but what I wrote myself" == talk.say("/summary").labels[0]
    text = page(talk, "1", "1")

    for own in ("sunday", "June", "walk", "money"):
        assert own not in text
    assert "One calm talk" in text
    assert "7 of 10" in text


def test_a_note_goes_in_when_it_is_chosen_and_never_else(checked):
    """Not even with all of the talk."""
    talk = checked.begin("small").tell()
    assert "walk" not in page(talk, "2", "1")
    text = picked(talk, "My note: What helped")

    assert "“walk 2”" in text
    assert "sunday" not in text


def test_the_mood_goes_in_by_itself(checked):
    """Part by part means that nothing else is there."""
    text = picked(checked.begin("small").tell(), "My mood")

    assert "7 of 10" in text
    assert "What you answered" not in text


def test_a_letter_that_was_to_stay_is_not_even_offered(checked):
    """What was promised to stay where it was written stays."""
    talk = checked.begin("tools/unsent").say("come home", "yes").begin("small").tell()
    talk.say("/summary", "i choose part by part, notes too")

    assert not [one for one in talk.labels if "Written, not sent" in one]


@pytest.mark.parametrize("told", [(2,), (8, 4)])
def test_a_hard_day_leaves_the_mood_off_the_page(host, clock, told):
    """There is a page, and no bars on it."""
    talk = check_in(host, clock, *told).begin("small").tell().say("/summary")

    assert not any("mood" in one for one in str(talk.of(ShowThing)).split())


def test_after_danger_nothing_stands_beside_the_result(checked):
    """No mood, no tool, no note."""
    talk = checked.begin("small").tell(story="he hit me").say("/summary")
    (shown,) = talk.of(ShowThing)

    assert not any("mood" in words or "Tools" in words for _, words in shown.rows)
    assert not any("note" in one for one in talk.labels)


def test_after_danger_in_a_newer_talk_there_is_no_page_of_the_rest_either(checked):
    """What was well before it is not handed over after it."""
    checked.begin("kept").say("a line").tell(until="sleep", story="he hit me")
    talk = checked.begin("home/door").say("/summary")

    assert [] == talk.of(ShowThing)
    assert "There's no page yet." in talk.of(SayText)[0].text


def test_after_danger_in_a_newer_talk_that_is_not_kept_there_is_none_either(checked):
    """What was said in private bars as well, for as long as it is in memory."""
    checked.begin("kept").say("/private", "1", "a line").tell(until="sleep", story="he hit me")
    talk = checked.begin("home/door").say("/summary")

    assert [] == talk.of(ShowThing)


def test_in_the_talk_the_mood_is_shown_as_anywhere(checked):
    """Only here: bars, not a file."""
    talk = checked.begin("small").tell().say("/summary", "1", "only here, in this talk")

    assert 1 == len(talk.of(ShowMood))
    assert [] == talk.of(HandOver)


def test_every_form_can_be_handed_over(checked):
    """Markdown, PDF, HTML: each a file of its own kind."""
    talk = checked.begin("small").tell()
    found = [talk.say("/summary", "1", str(one)).of(HandOver)[0] for one in (1, 2, 3)]

    assert [".md", ".html", ".pdf"] == [one.name[one.name.index(".") :] for one in found]
    assert found[2].data().startswith(b"%PDF-")
    assert "<svg" in found[1].text


def test_what_only_looks_outside_of_a_talk_changes_nothing(checked, store):
    """A command reads what is kept, and no talk comes of it."""
    before = store.export(ME)
    checked.host.look_at(ME, "summary", "no-words as markdown")
    checked.host.look_at(ME, "mood", "")

    assert before == store.export(ME)


def test_where_nothing_is_ones_own_the_first_choice_is_simply_all_of_it(checked):
    """No choice is offered twice under two names."""
    talk = checked.begin("home/door").say("/summary")

    assert ["All of it", "I choose part by part, notes too", "No page now"] == talk.labels


@pytest.mark.parametrize("words", ["he hit me", "i am a slut"])
def test_a_note_with_danger_or_a_slur_in_it_is_not_offered(checked, store, words):
    """By the rules of today, whenever it was kept."""
    store.put_note(ME, "talk /line#1@", "An old line", words, "2026-11-18T00:00:00.000Z")
    talk = checked.begin("home/door").say("/summary", "i choose part by part, notes too")

    assert not [one for one in talk.labels if "An old line" in one]


def test_signs_that_would_act_are_taken_out_of_a_note(checked, store):
    """A file that is opened in a terminal moves no cursor and turns no line."""
    store.put_note(
        ME, "talk /line#1@", "An old line", "a\x1b[2Jb\u202ec\x9bd", "2026-11-19T00:00:00.000Z"
    )
    text = picked(checked.begin("home/door"), "My note: An old line")

    assert "“a \\[2Jb c d”" in text
    assert all(one.isprintable() or one == "\n" for one in text)
