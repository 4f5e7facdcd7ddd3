"""The program's own sentences are easy to read: the grade of Flesch and Kincaid, by a plain count."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.language.grade import grade
from bot.page import mood_room, notes_room, room

FILE = Path(__file__).parents[1] / "config" / "texts" / "en.yaml"
GRADE = 6.0


def sentences():
    return yaml.safe_load(FILE.read_text("utf-8"))


def test_the_sentences_as_a_whole_are_easy_to_read():
    """Grade six at most, over the whole file."""
    text = " ".join(one for variants in sentences().values() for one in variants)

    assert grade(text) <= GRADE


@pytest.mark.parametrize("room", [mood_room, notes_room, room])
def test_the_sentences_of_a_room_are_easy_to_read(room):
    """Grade six at most, over all that is said and offered in it."""
    assert grade(" ".join(f"{one}." for one in room.SENTENCES.values())) <= GRADE


def test_what_is_said_of_a_change_is_easy_to_read():
    """Grade six at most, for each sentence that says what a change did."""
    told = {name: one for name, one in sentences().items() if name.startswith("changed")}
    hard = [one for variants in told.values() for one in variants if grade(one) > GRADE]

    assert 10 <= len(told)
    assert [] == hard


def test_each_thing_said_of_a_change_has_two_ways_to_say_it():
    """The same sentence does not come twice in a row."""
    told = {name: one for name, one in sentences().items() if name.startswith("changed")}

    assert not [name for name, variants in told.items() if len(variants) < 2]
