"""What a text feels like, in the words of people after a breakup."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.feeling import Feeling, feeling
from bot.understanding.text import read

_SAID = [
    ("i am not happy", "neg"),
    ("i am not sad any more", "pos"),
    ("not doing great", "neg"),
    ("not bad today", "pos"),
    ("it does not feel good at all", "neg"),
    ("i miss him", "neg"),
    ("i dont miss him anymore", "pos"),
    ("cant stop crying", "neg"),
    ("pretty sad tonight", "neg"),
    ("i still love him", "neg"),
    ("dumped by text after 4 years", "neg"),
    ("i feel nothing", "neg"),
    ("never felt so low", "neg"),
    ("im so done with everything", "neg"),
    ("he made me feel small", "neg"),
    ("i want to be happy again", "neg"),
    ("we used to be so happy", "neg"),
    ("oh great, he has a new girlfriend", "neg"),
    ("just perfect. my ex is engaged", "neg"),
    (":(", "neg"),
    ("😭😭", "neg"),
    ("feeling better today", "pos"),
    ("i am actually happy", "pos"),
    ("had a lovely walk with my sister", "pos"),
    ("relieved to be honest", "pos"),
    ("i laughed today for the first time", "pos"),
    ("finally slept well, birds singing", "pos"),
    ("i can't see the point of getting dressed", "neg"),
    ("there's no point in any of it", "neg"),
    ("she's moved on already", "neg"),
    ("i moved on, and i'm glad", "pos"),
    ("the house is too quiet", "neg"),
    ("i like the quiet now", "pos"),
    ("i used to laugh so much", "neg"),
    ("used to sing in the car", "neg"),
    ("i wish he would ring", "neg"),
    ("i can't face the weekend", "neg"),
    ("haven't slept since friday", "neg"),
    ("she doesn't care", "neg"),
    ("i'm not myself", "neg"),
    ("i keep checking my phone", "neg"),
    ("nobody to cook for", "neg"),
    ("slept all night", "pos"),
    ("slept through, can you believe it", "pos"),
    ("i can finally breathe", "pos"),
    ("i can't breathe", "neg"),
    ("i didn't cry today", "pos"),
    ("i haven't texted him", "pos"),
    ("it hurts less", "pos"),
    ("it gets easier", "pos"),
    ("not over her", "neg"),
    ("one week no contact and proud", "pos"),
    ("ok go on", "neutral"),
    ("okay", "neutral"),
    ("fine, next question", "neutral"),
    ("i am doing fine", "pos"),
    ("the handover is at five", "neutral"),
    ("what time is it", "neutral"),
    ("he has a red car", "neutral"),
    ("", "neutral"),
]


@pytest.mark.parametrize(("said", "label"), _SAID)
def test_a_line_leans_the_way_a_reader_hears_it(said: str, label: str) -> None:
    """Negation, longing, wishes, scorn and faces are heard as a person hears them."""
    assert feeling(said).label == label


def test_a_stronger_word_makes_a_stronger_feeling() -> None:
    """'So sad' weighs more than 'a bit sad', on the same side."""
    assert feeling("i am so sad").polarity < feeling("i am a bit sad").polarity < 0


def test_a_read_text_and_its_string_feel_the_same() -> None:
    """Reading first changes nothing."""
    assert feeling(read("i feel awful")) == feeling("i feel awful")


def test_textblob_is_not_imported_with_the_module() -> None:
    """The first prompt does not wait for TextBlob."""
    code = "import sys, bot.understanding.feeling; print('textblob' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_a_feeling_within_bounds(raw: str) -> None:
    """Nothing typed can break it or push the number out of its range."""
    felt = feeling(raw)
    assert isinstance(felt, Feeling)
    assert -1.0 <= felt.polarity <= 1.0
    assert (felt.label == "pos") == (felt.polarity >= 0.1)
    assert (felt.label == "neg") == (felt.polarity <= -0.1)
