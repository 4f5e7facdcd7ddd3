"""What tired authors write without noticing: blame, pressure, slips of the pen, hard words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.language.files import read_dialogs
from bot.language.grade import grade
from bot.language.library import compile_dialogs

ROOT = Path(__file__).parents[2]
SAY = "dialog: a\ntitle: A\nnodes:\n  start:\n    - say: {text}\n    - end: done\n"
ASK = "dialog: a\ntitle: A\nnodes:\n  start:\n    - write: {text}\n      as: b\n    - end: done\n"


def codes(template, text):
    quoted = '"' + text.replace('"', '\\"') + '"'
    found = compile_dialogs({"dialogs/a.yaml": template.format(text=quoted).encode()})
    return [one.code for one in found.diagnostics]


BLAME = [
    "It was your fault.",
    "That was your own fault, too.",
    "You should have left.",
    "You shouldn't have written.",
    "You should've known.",
    "Why didn't you say no?",
    "Why did you let them in?",
    "You made him angry.",
    "You drove her away.",
    "You let them treat you like that.",
    "You asked for it.",
    "You failed.",
    "You're overreacting.",
    "You are just too sensitive.",
    "Calm down. It will pass.",
    "It is late. Get over it.",
    "This broke because of you.",
    "How could you?",
]
NO_BLAME = [
    "It's not your fault.",
    "That wasn't your fault.",
    "It is never your fault.",
    "You shouldn't have to watch your step at home.",
    "They were the one who should have.",
    "You never asked for it.",
    "You don't have to throw it away to get over it.",
    "What does your body need to calm down?",
    "You let it be there.",
    "Some of it should have a place.",
    "Nobody says you have to do anything.",
    "You never owe that to anyone.",
]
TWO = [
    "How are you? How did you sleep?",
    "Do you miss them, and do you want them back?",
    "Did he call and did you answer?",
]
ONE = [
    "What do they say or do when you say no?",
    "Is it over, or is it a break?",
    "Think of him and her. What comes up?",
    "What did you see, hear and feel?",
]
PRESSING = [
    "You must answer this. How was it?",
    "You have to tell me. What was it?",
    "This is required. What was it?",
    "You can't skip this one. What was it?",
]
NO_PRESSING = ["What do you have to answer at all?", "What did you have to tell them?", "What was it? You can skip it."]  # fmt: skip
SLIPS = ["Well.. yes.", "Yes,, no.", "What??", "No !", "It is is late.", "Go to to bed.", "Yes ."]
NO_SLIPS = ["Well... yes.", "Had had enough.", "That that was so.", "At 3.30 it was 4.", "Bye bye."]


@pytest.mark.parametrize("text", BLAME)
def test_words_of_reproach_are_named(text):
    """A program that blames keeps people from telling more."""
    assert ["D505"] == codes(SAY, text)


@pytest.mark.parametrize("text", NO_BLAME)
def test_words_that_take_blame_away_are_no_reproach(text):
    """The same words with a no before them are what people need."""
    assert [] == codes(SAY, text)


@pytest.mark.parametrize("text", TWO)
def test_two_questions_in_one_are_named(text):
    """Whoever answers both answers neither."""
    assert ["D504"] == codes(ASK, text)


@pytest.mark.parametrize("text", ONE)
def test_one_question_with_several_parts_is_one(text):
    """A list or an either-or asks one thing."""
    assert [] == codes(ASK, text)


@pytest.mark.parametrize("text", PRESSING)
def test_a_question_that_presses_is_named(text):
    """Everything may be skipped, and no text may say otherwise."""
    assert "D506" in codes(ASK, text)


@pytest.mark.parametrize("text", NO_PRESSING)
def test_a_question_about_duty_does_not_press(text):
    """Asking what somebody has to do is no order."""
    assert "D506" not in codes(ASK, text)


@pytest.mark.parametrize("text", SLIPS)
def test_doubled_signs_and_words_are_named(text):
    """What is left over after an edit."""
    assert ["D508"] == codes(SAY, text)


@pytest.mark.parametrize("text", NO_SLIPS)
def test_what_is_meant_to_be_double_is_fine(text):
    """Three dots, numbers, and words that may stand twice."""
    assert [] == codes(SAY, text)


@pytest.mark.parametrize(
    ("label", "found"), [("Go on", []), ("I'm ready", []), ("They hit me", ["D506"])]
)
def test_a_single_option_is_a_pause_or_leaves_no_way_to_decline(label, found):
    """One may be asked to press on; nobody is asked to admit the only thing there is."""
    text = f"dialog: a\ntitle: A\nnodes:\n  start:\n    - choose: Take your time.\n      as: b\n      options:\n        c: {label}\n    - end: done\n"

    assert found == [
        one.code for one in compile_dialogs({"dialogs/a.yaml": text.encode()}).diagnostics
    ]


def test_dots_inside_a_phrase_are_named():
    """A gap is three dots; two are a leftover that would never be found in any text."""
    text = 'dialog: a\ntitle: A\nnodes:\n  start:\n    - choose: How?\n      as: b\n      options:\n        c: {label: C, also: ["so .. so"]}\n        d: D\n    - end: done\n'

    [one] = compile_dialogs({"dialogs/a.yaml": text.encode()}).diagnostics

    assert ("D119", 8) == (one.code, one.span.line)


def test_longer_words_and_sentences_ask_for_more_school():
    """The count goes the way it should."""
    assert grade("He went. She stayed.") < grade("He went away while she was staying at home.")
    assert grade("It is fine.") < grade("Communication necessitates considerable determination.")
    assert 0 == grade("")


def test_no_shipped_dialog_has_anything_of_this():
    """There is no false alarm on what is shipped."""
    found = compile_dialogs(read_dialogs(ROOT / "dialogs")).diagnostics

    assert [] == [str(one) for one in found if one.code.startswith("D5")]
