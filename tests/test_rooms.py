"""What the host says itself, where it needs more than a fixed sentence."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.host import Host, Taken
from bot.rooms import day_in_words, export_text
from bot.store.memory import MemoryStore
from tests.at_host import ME, FakeClock, Talk
from tests.small_library import DOOR, small_library

NOON = 1_699_963_200.0  # of 14 November 2023, UTC
DAY = 86_400


@pytest.mark.parametrize(
    ("gone", "words"),
    [(0, "today"), (-3, "today"), (1, "yesterday"), (6, "6 days ago"), (7, "7 November 2023")],
)
def test_a_day_is_named_as_a_person_would(gone, words):
    """A clock that went back names no day to come."""
    assert words == day_in_words(NOON - gone * DAY, NOON)


@given(words=st.text(st.characters(codec="utf-8"), max_size=60))
def test_an_export_holds_every_word_and_nothing_that_a_terminal_obeys(words):
    """It can be shown anywhere, and read back to the letter."""
    store = MemoryStore()
    store.put_note(ME, "key", "A note", words, "2026-05-03T00:00:00.000Z")
    text = export_text(store, ME, ())

    assert words == json.loads(text)["notes"][0]["text"]
    assert all(one.isprintable() or one == "\n" for one in text)


def test_a_choice_at_the_hosts_own_question_is_said_in_words():
    """By number or by button: what was taken is heard, as with any question."""
    clock = FakeClock()
    talk = Talk(Host(small_library(), MemoryStore, clock), clock)
    talk.greet(DOOR)
    talk.say("/erase")
    typed = talk.say("1")
    talk.say("/erase")
    pressed = talk.pick("no")

    assert [Taken("No, leave it")] * 2 == [typed[0], pressed[0]]
