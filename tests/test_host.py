"""What the host promises: nothing kept without a yes, nothing acknowledged lost, help always."""

from __future__ import annotations

import json

import pytest

from bot.dialogue.library import SAVING
from bot.dialogue.session import (
    AskQuestion,
    Begin,
    Leave,
    ShowThing,
    Signpost,
)
from bot.host import HandOver, Host, Taken
from bot.keeping import is_of_the_house
from bot.store.errors import DiskFull, Locked, TracesLeft
from bot.store.memory import MemoryStore
from tests.at_host import ME, FakeClock, Talk
from tests.small_library import DOOR, PLAN, WEEK, small_library


@pytest.fixture(scope="module")
def library():
    return small_library()


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def start(library, store, clock):
    """Make a fresh process at the same store."""

    def made(**options):
        opened = options.pop("store", None) or (lambda: store)
        return Talk(Host(library, opened, clock, **options), clock)

    return made


@pytest.fixture
def kept(start):
    """A talk that was agreed to be kept, standing at the question about the mood."""
    talk = start()
    talk.greet(PLAN)
    talk.say("30")
    talk.pick("yes")
    return talk


def test_nothing_is_kept_before_a_yes(start, store):
    """A whole talk without the question about saving leaves an empty store."""
    talk = start()
    talk.greet(DOOR)
    talk.say("he left")
    talk.pick("bad")

    assert () == store.conversations(ME)


def test_a_yes_keeps_the_log_so_far(kept, store):
    """With the yes, every entry from the first on is on the disk."""
    (talk,) = store.conversations(ME)
    session = kept.host.session(kept.id)

    assert [one.seq for one in session.entries] == [one.seq for one in store.rows(talk.id)]
    assert "How is it now?" == kept.asked


def test_a_no_keeps_nothing(start, store, library):
    """After a no the talk goes on and the store stays empty."""
    talk = start()
    talk.greet(PLAN)
    talk.say("30")
    talk.say("/exit")

    assert () == store.conversations(ME)
    assert SAVING in library.programs


def test_entries_are_kept_before_effects_are_handed_out(kept, store):
    """What the person sees answered is on the disk already."""
    kept.pick("bad")

    assert '"bad"' in store.rows(kept.id)[-1].payload or '"bad"' in store.rows(kept.id)[-2].payload


def test_a_kept_talk_goes_on_where_it_stopped(kept, start):
    """A new process folds the log to the same view."""
    again = start()
    again.greet()
    again.say("1")

    assert kept.id == again.id
    assert "How is it now?" == again.asked
    before, after = kept.host.session(kept.id), again.host.session(again.id)
    assert before.entries == after.entries
    assert before.view.open == after.view.open


def test_who_agreed_once_is_not_asked_again(kept, start, store):
    """The next talk is kept from its first line on."""
    second = start()
    second.greet(PLAN)
    second.say("10")

    assert "How is it now?" == second.asked
    assert 2 == len(store.conversations(ME))


def test_several_talks_are_offered(kept, start):
    """Every unfinished talk is offered by its title, and so is a new one."""
    second = start()
    second.greet(PLAN)
    second.say("10")
    second.pick("yes")
    third = start()
    third.greet()
    (question,) = [one for one in third.effects if isinstance(one, AskQuestion)]

    assert 3 == len(question.question.options)
    assert "Start something new" == question.question.options[-1].label


def test_words_at_the_start_are_never_lost(kept, start):
    """Who writes instead of choosing is heard at the door."""
    again = start()
    again.greet()
    again.say("he left me an hour ago")

    assert "How was it?" == again.asked


def test_danger_at_the_start_question_is_heard(kept, start):
    """A cry for help in place of a choice opens the crisis path."""
    again = start()
    again.greet()
    again.say("I want to die tonight")

    assert "I'm glad you told me." in again.said


def test_an_ended_talk_is_marked(kept, store):
    """A talk that is over is not offered again."""
    kept.pick("good")
    (talk,) = store.conversations(ME)

    assert talk.ended


def test_notes_facts_and_reminders_follow_the_talk(kept, store):
    """What the road keeps stands beside the log; going back takes it away again."""
    assert ["Your plan: 30 days."] == [one.text for one in store.notes(ME)]
    told = [(one.name, one.value) for one in store.facts(ME) if not is_of_the_house(one.name)]
    assert [("plan-days", "30")] == told
    assert [DOOR] == [one.dialog for one in store.reminders(ME)]


def test_a_due_reminder_is_offered_and_set_to_its_next_time(kept, start, clock, store):
    """A weekly reminder comes once a week, however late one looks."""
    clock.at += WEEK * 2.5
    again = start()
    again.greet()
    (question,) = [one for one in again.effects if isinstance(one, AskQuestion)]
    (reminder,) = store.reminders(ME)

    assert question.question.options[0].label.startswith("You asked to be reminded")
    third = start()
    third.greet()
    assert "reminded" not in str(third.effects)
    assert reminder.due > "1970-01-30"


def test_the_same_message_twice_does_nothing_twice(kept, store):
    """A platform may deliver a message again."""
    kept.say("bad", message="m1")
    before = store.rows(kept.id)

    assert () == kept.say("bad", message="m1")
    assert before == store.rows(kept.id)


def test_an_answer_from_elsewhere_moves_this_one_on(kept, start, store):
    """Two processes in one talk: the slower one is shown the newest question, and loses nothing."""
    other = start()
    other.greet()
    other.say("1")
    other.pick("bad")
    before = store.rows(kept.id)
    kept.pick("good")

    assert before == store.rows(kept.id)


def test_erase_asks_once_and_leaves_nothing(kept, store):
    """After a yes nothing is held about the person, and nothing is written again."""
    kept.say("/erase")
    assert "Erase all that is kept" in kept.asked
    kept.pick("yes")

    assert "It is gone" in kept.said
    assert () == store.conversations(ME)
    kept.pick("bad")
    assert () == store.conversations(ME) == store.notes(ME)


def test_erase_does_nothing_on_anything_but_a_yes(kept, store):
    """Words at that question are heard as words."""
    kept.say("/erase")
    kept.say("I want to die tonight")

    assert store.conversations(ME)
    assert "I'm glad you told me." in kept.said


def test_export_holds_everything(kept):
    """The file names talks, entries, notes, facts and reminders."""
    kept.say("/export")
    (handed,) = [one for one in kept.effects if isinstance(one, HandOver)]
    held = json.loads(handed.text)

    assert "Your plan: 30 days." == held["notes"][0]["text"]
    assert held["conversations"][0]["entries"]


def test_export_holds_what_came_after_private(kept):
    """The start of that talk is on the disk, its end in memory alone; both are held."""
    kept.say("/private")
    kept.pick("keep")
    kept.pick("bad")
    kept.say("/export")
    text = next(one.text for one in kept.effects if isinstance(one, HandOver))

    assert ["bad"] == [one["entry"].get("value") for one in json.loads(text)["in memory only"]]


def test_export_holds_what_is_in_memory_only(start):
    """Before saving was agreed, the talk itself is what is held."""
    talk = start()
    talk.greet(DOOR)
    talk.say("he left")
    talk.say("/export")
    (handed,) = [one for one in talk.effects if isinstance(one, HandOver)]

    assert "he left" in handed.text


def test_private_holds_for_every_later_talk(kept, store):
    """From here on nothing is kept, whatever is begun."""
    kept.say("/private")
    kept.say("1")
    before = sum(len(store.rows(one.id)) for one in store.conversations(ME))
    kept.say("/home")
    kept.say("he left me an hour ago")

    assert before == sum(len(store.rows(one.id)) for one in store.conversations(ME))


def test_private_stops_writing_and_asks_about_the_rest(kept, store):
    """From that moment on the disk does not change, until its part is erased."""
    before = store.rows(kept.id)
    kept.say("/private")
    assert "nothing is kept" in kept.asked
    kept.pick("erase")
    kept.pick("bad")

    assert before
    assert () == store.conversations(ME)


def test_private_keeps_what_is_there_when_asked_to(kept, store):
    """Leave it there: the old part stays, nothing new is added."""
    before = len(store.rows(kept.id))
    kept.say("/private")
    kept.say("leave it there")
    kept.pick("bad")

    assert before == len(store.rows(kept.id))


def test_private_holds_for_every_talk_that_is_under_way(kept, store):
    """Said in one talk, it stops the writing in all of them."""
    before = store.rows(kept.id)
    first = kept.id
    kept.say("/home")
    kept.say("/private")
    kept.id = first
    kept.host.resume(ME, first)
    kept.pick("bad")

    assert before == store.rows(first)
    assert "private" == kept.host.standing(ME, first)


def test_a_private_host_never_asks_and_never_keeps(start, store):
    """With --private the question about saving does not come."""
    talk = start(private=True)
    talk.greet(PLAN)
    talk.say("30")

    assert "How is it now?" == talk.asked
    assert () == store.conversations(ME)


def test_one_answer_can_be_forgotten(kept, store):
    """Its value is overwritten where it stood, and nothing is appended."""
    kept.pick("bad")
    before = store.rows(kept.id)
    kept.say("/my-data")
    kept.say(str(len(kept.host._talks[kept.id].asked.question.options)))
    after = store.rows(kept.id)

    assert [row.seq for row in before] == [row.seq for row in after]
    assert any('"bad"' in row.payload for row in before)
    assert not any('"bad"' in row.payload for row in after)


def test_my_data_names_what_is_kept(kept):
    """Talks, notes, remembered things and reminders, in words."""
    kept.say("/my-data")
    (shown,) = [one for one in kept.effects if isinstance(one, ShowThing)]

    assert {"Talk", "Note", "Remembered", "Reminder"} == {mark for mark, _ in shown.rows}


def test_help_offers_the_rooms_that_there_are(kept):
    """What is kept, and how one was over time, are a word away."""
    kept.say("help")
    shown = [row for one in kept.effects if isinstance(one, ShowThing) for row in one.rows]

    assert {"/my-data", "/mood", "/notes"} <= {mark for mark, _ in shown}


def test_what_was_understood_is_said(start):
    """A choice is confirmed by its label."""
    talk = start()
    talk.greet(DOOR)
    talk.say("he left")
    talk.say("2")

    assert Taken("Bad") in talk.effects


@pytest.mark.parametrize("error", [Locked("talks.db"), DiskFull("talks.db")])
def test_a_store_that_fails_says_so_and_keeps_the_question_open(kept, store, error, monkeypatch):
    """An answer that could not be kept is not taken; the same question stands."""
    monkeypatch.setattr(store, "keep", _raising(error))
    kept.pick("bad")

    assert str(error) in kept.said
    assert "Nothing can be kept right now" in kept.said
    assert "How is it now?" == kept.asked


def test_danger_is_answered_without_a_store(kept, store, monkeypatch):
    """When the disk is away the crisis path still opens, and it is said that nothing is kept."""
    monkeypatch.setattr(store, "keep", _raising(DiskFull("talks.db")))
    kept.say("I want to die tonight")

    assert "I'm glad you told me." in kept.said
    assert "Nothing can be kept right now" in kept.said


def test_what_could_not_be_kept_is_kept_when_the_store_is_back(kept, store, monkeypatch):
    """The log on the disk catches up with the one in memory."""
    with monkeypatch.context() as broken:
        broken.setattr(store, "keep", _raising(DiskFull("talks.db")))
        kept.say("I want to die tonight")
    kept.pick("nobody")
    session = kept.host.session(kept.id)

    assert [one.seq for one in session.entries] == [one.seq for one in store.rows(kept.id)]


def test_a_store_that_cannot_be_opened_does_not_stop_a_talk(start):
    """The start says what is wrong, then the door opens."""
    talk = start(store=_raising(Locked("talks.db")))
    talk.greet()

    assert "in use by another program" in talk.said
    assert "What happened tonight?" == talk.asked


def test_the_clock_may_go_back(kept, clock, store):
    """Entries never run backwards, whatever the machine's clock does."""
    clock.at -= 10 * WEEK
    kept.pick("bad")
    times = [one.at for one in store.rows(kept.id)]

    assert sorted(times) == times


def test_after_danger_the_tools_offer_only_what_is_safe(kept):
    """For a day, /tools leads to the crisis path and help lines."""
    kept.say("I want to die tonight")
    kept.say("/tools")

    assert any(isinstance(one, Signpost) for one in kept.effects)
    (question,) = [one for one in kept.effects if isinstance(one, AskQuestion)][-1:]
    assert PLAN not in str(question.question.options)


def test_danger_at_the_end_of_a_very_long_text_is_heard(start):
    """Only a part is read as an answer, but all of it is looked through."""
    talk = start()
    talk.greet(DOOR)
    talk.say("it was a long evening and " * 2000 + " I want to die tonight")

    assert "I'm glad you told me." in talk.said


def test_of_several_dangers_in_a_very_long_text_the_most_urgent_is_heard(start):
    """A serious sign at its start does not hide a life in danger at its end."""
    talk = start()
    talk.greet(DOOR)
    talk.say("I am 15 and " + "it was a long evening and " * 2000 + " I want to die tonight")

    assert "I'm glad you told me." in talk.said


def test_a_sign_of_a_minor_at_the_end_of_a_very_long_text_is_heard(start):
    """Age stops the writing wherever it stands."""
    talk = start()
    talk.greet(DOOR)
    talk.say("it was a long evening and " * 2000 + " I am 15")

    assert "minor" == talk.host.session(talk.id).view.saving


def test_a_sign_of_a_minor_stops_writing_until_the_age_is_known(kept, store):
    """While the age is asked the disk does not change; an adult loses nothing."""
    before = store.rows(kept.id)
    kept.say("I am 15")
    assert before == store.rows(kept.id)
    kept.pick("adult")
    session = kept.host.session(kept.id)

    assert [one.seq for one in session.entries] == [one.seq for one in store.rows(kept.id)]


def test_a_minor_leaves_nothing_behind(kept, store):
    """Under 18: everything kept about the person is erased."""
    kept.say("I am 15")
    kept.pick("minor")

    assert () == store.conversations(ME) == store.notes(ME) == store.facts(ME)


def test_no_answer_about_the_age_erases(kept, store):
    """Whoever just leaves at that question is treated as a minor."""
    kept.say("I am 15")
    kept.host.leave(ME, kept.id)

    assert () == store.conversations(ME)


def test_help_lines_are_those_of_the_country(start):
    """A known country gives its own lines, an unknown one the directories."""
    assert any("999" in one for one in start(country="GB").host.lines(ME, ("emergency",)))
    assert any("findahelpline" in one for one in start().host.lines(ME, ("emergency",)))


def test_a_line_is_heard_though_the_store_cannot_be_opened(start):
    """A message for a talk that cannot be read is answered in a new one, and that is said."""
    talk = start(store=_raising(Locked("talks.db")))
    talk.id = "kept-before"
    talk.say("I want to die tonight")

    assert "in use by another program" in talk.said
    assert "I'm glad you told me." in talk.said


def test_an_erase_that_leaves_traces_says_so(kept, store, monkeypatch):
    """Gone is only said of what is gone."""
    monkeypatch.setattr(store, "erase", _raising(TracesLeft("talks.db")))
    kept.say("/erase")
    kept.pick("yes")

    assert "traces" in kept.said
    assert "It is gone" not in kept.said


def test_leaving_is_heard(start):
    """/exit ends the talk at once."""
    talk = start()
    talk.greet(DOOR)
    talk.say("/exit")

    assert Leave("exit") in talk.effects


def test_an_event_for_a_talk_nobody_knows_begins_one(start, clock):
    """A button of a talk that is gone opens the door."""
    talk = start()
    talk.id = "gone"
    talk.pick("bad")

    assert "What happened tonight?" == talk.asked


def test_begin_is_an_event_like_any_other(start, clock):
    """A channel with ids of its own may begin a talk under one of them."""
    talk = start()
    talk.take(talk.host.hear(ME, "channel-7", Begin(DOOR, 1, clock.now())))

    assert "What happened tonight?" == talk.asked
    assert talk.host.session("channel-7") is not None


def _raising(error):
    def fail(*_arguments, **_options):
        raise error

    return fail
