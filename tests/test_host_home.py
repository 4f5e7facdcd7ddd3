"""The start page: every way in with one choice, and words that are typed there go to the right place."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.dialogue.session import Answered, Signpost
from bot.host import Host
from bot.language.library import load
from bot.store.memory import MemoryStore
from tests.at_host import ME, FakeClock, Talk

ROOT = Path(__file__).parent.parent
WAYS = ["Think it through", "I read that I should …", "I'm about to text them", "Tools", "Check-in",
        "My notes", "Help now"]  # fmt: skip


@pytest.fixture(scope="module")
def library():
    """Load the shipped library once."""
    return load(ROOT / "dialogs", ROOT / "config").library


@pytest.fixture
def talk(library):
    """A person in a talk they have not begun to fill."""
    clock = FakeClock()
    found = Talk(Host(library, MemoryStore, clock), clock)
    found.greet()
    return found


def dialog_of(talk):
    """Return the dialog that the talk at hand began with."""
    return talk.host.session(talk.id).entries[0].dialog


def test_the_start_page_names_every_way_in(talk):
    """The talk at hand comes first."""
    talk.say("/home")

    assert ["Carry on where I was", *WAYS] == talk.labels


@pytest.mark.parametrize(
    ("typed", "dialog"),
    [
        ("think it through", "second-chance"),
        ("2", "second-chance"),
        ("I read that I should …", "home/tips"),
        ("I'm about to text them", "tools/before-you-text"),
    ],
)
def test_a_way_in_begins_its_talk(talk, typed, dialog):
    """By its words or by its number."""
    talk.say("/home")
    talk.say(typed)

    assert dialog == dialog_of(talk)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("i read i shuold make him jelous", "How far has it gone?"),
        ("im about to text her", "How strong is the wish to write or call, right now?"),
        ("cant sleep im sobbing", "How are you right now?"),
        ("it is raining", "What would be good right now?"),
    ],
)
def test_words_typed_there_go_to_the_right_place(talk, typed, asked):
    """As at the door, in a talk of their own; where it stays unsure, two buttons ask."""
    before = talk.id
    talk.say("/home")
    talk.say(typed)

    assert before != talk.id
    assert asked == talk.asked


def test_danger_typed_there_is_heard(talk):
    """Words at the start page are screened like any others."""
    talk.say("/home")
    talk.say("i want to kill myself tonight")

    assert talk.host.session(talk.id).view.closed


def test_carry_on_puts_the_open_question_again(talk):
    """Nothing was answered by looking at the start page."""
    first = talk.asked
    talk.say("/home")
    talk.say("carry on where i was")

    assert first == talk.asked
    assert not [one for one in talk.host.session(talk.id).entries if isinstance(one, Answered)]


@pytest.mark.parametrize("typed", ["help now", "help"])
def test_help_is_one_word_away(talk, typed):
    """As a choice and as a word."""
    talk.say("/home")
    talk.say(typed)

    assert [one for one in talk.effects if isinstance(one, Signpost)]


@pytest.mark.parametrize("typed", ["tools", "/tools", "5"])
def test_the_shelf_of_tools_is_behind_it(talk, typed):
    """The page before you get in touch stands there; what it leads to does not."""
    talk.say("/home")
    talk.say(typed)

    assert "Before you get in touch" in talk.labels
    assert "Message mirror" not in talk.labels


def test_a_talk_that_is_over_leads_home(library):
    """Somebody without an open talk is offered the ways in alone."""
    clock = FakeClock()
    talk = Talk(Host(library, MemoryStore, clock), clock)
    talk.id = talk.host._new(ME).id
    talk.take(talk.host._room(talk.host._talks[talk.id], "home"))

    assert WAYS == talk.labels
    talk.say("help now")
    assert [one for one in talk.effects if isinstance(one, Signpost)]
