"""/change at the host: the answers to choose from, in one list, and nothing changed by mistake."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.program import Ask, End, Option, Question
from bot.dialogue.session import ShowThing
from bot.host import Host, Taken
from bot.rooms import CHANGES_OFFERED
from bot.store.memory import MemoryStore
from tests.at_host import FakeClock, Talk
from tests.small_library import DOOR, program, small_library, text

LONG = "tools/long"
NUMBERS = tuple(
    Ask(f"n{one}", Question(f"n{one}", "number", text(f"n/{one}", f"Number {one}?"), high=99))
    for one in range(1, 15)
)
MIRROR = Question(
    "right", "choose", text("n/right", "Did I get it right?"),
    (Option("yes", "Yes"), Option("no", "Not quite", opens="change")),
)  # fmt: skip


@pytest.fixture(scope="module")
def library():
    small = small_library()
    long = program(LONG, "Long", *NUMBERS, Ask("right", MIRROR), End("end", "done"))
    return replace(small, programs={**small.programs, LONG: long}, _plans={})


@pytest.fixture
def talk(library):
    clock = FakeClock()
    made = Talk(Host(library, MemoryStore, clock, untouched=True), clock)
    made.greet(DOOR)
    made.say("he left")
    return made


@pytest.fixture
def long(library):
    clock = FakeClock()
    made = Talk(Host(library, MemoryStore, clock, untouched=True), clock)
    made.greet(LONG)
    for one in range(14):
        made.say(str(one))
    return made


def test_change_asks_which_answer(talk):
    """One list: each question with its answer, and a way to leave all as it is."""
    talk.say("/change")
    assert "Which answer shall we change?" == talk.asked
    assert ["What happened tonight? he left", "Nothing, leave it as it is"] == talk.labels
    assert not any(isinstance(one, ShowThing) for one in talk.effects)


@pytest.mark.parametrize("choice", ["1", "what happened tonight? he left"])
def test_what_is_chosen_is_asked_again(talk, choice):
    """With the number or the words the question opens, and what was said before is shown."""
    talk.say("/change")
    talk.say(choice)
    assert "What happened tonight?" == talk.asked
    assert "he left" == talk.question.before
    talk.say("she left")
    assert "How was it?" == talk.asked


def test_a_tap_is_enough(talk):
    """A button works like the number."""
    talk.say("/change")
    talk.pick("change 1")
    assert "What happened tonight?" == talk.asked


@pytest.mark.parametrize("choice", ["2", "nothing", "nothing, leave it as it is"])
def test_nothing_is_changed_when_nothing_is_chosen(talk, choice):
    """The open question is put again, and no answer has moved."""
    talk.say("/change")
    before = talk.host.session(talk.id)
    talk.say(choice)
    assert "How was it?" == talk.asked
    assert before == talk.host.session(talk.id)


def test_words_at_that_question_are_still_heard(talk):
    """Danger in place of a choice opens the crisis path."""
    talk.say("/change")
    talk.say("I want to die tonight")
    assert "I'm glad you told me." in talk.said


def test_a_long_talk_shows_the_newest_answers_first(long):
    """One screen at a time, the earlier ones on request."""
    long.say("/change")
    assert CHANGES_OFFERED + 2 == len(long.labels)
    assert "Number 3? 2" == long.labels[0]
    long.say("show me earlier ones")
    assert ["Number 1? 0", "Number 2? 1"] == long.labels[:2]
    long.say("2")
    assert "Number 2?" == long.asked
    assert "1" == long.question.before


def test_the_mirror_leads_to_a_change_and_is_put_again(long):
    """Not quite: the list, the new answer in its place, then the mirror's question."""
    assert "Did I get it right?" == long.asked
    long.pick("no")
    long.pick("change 14")
    long.say("50")
    assert Taken("50") in long.effects
    assert "Did I get it right?" == long.asked


def test_a_host_question_has_the_last_word(talk):
    """While the host asks, the open question of the talk is not put beside it."""
    talk.say("/change")
    assert 1 == sum(hasattr(one, "question") for one in talk.effects)


def test_a_number_behind_the_word_goes_straight_there(talk):
    """/change 1 asks no list."""
    talk.say("/change 1")
    assert "What happened tonight?" == talk.asked
