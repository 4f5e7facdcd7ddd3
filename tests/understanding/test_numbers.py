"""Numbers and marks on a scale, as people type them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.numbers import number, scale

MARKS = [
    ("8", 8),
    ("Eight.", 8),
    ("id go with a four", 4),
    ("six, roughly", 6),
    ("6-ish", 6),
    ("a strong 9 today", 9),
    ("low 7", 7),
    ("7,5", 7.5),
    ("4 1/2", 4.5),
    ("three and a half", 3.5),
    ("zero point five", 0.5),
    ("6½", 6.5),
    ("3 out of 10", 3),
    ("four outta ten", 4),
    ("6 / 10", 6),
    ("80 %", 8),
    ("on a scale of 1 to 10 id say 4", 4),
    ("from 0 to 10? 2", 2),
    ("10 being fine, im 3", 3),
    ("2 no wait 3", 3),
    ("3, perhaps 4", 3),
    ("5, actually 6", 6),
    ("was a 2 this morning now 5", 5),
    ("went from 2 to 5", 5),
    ("7, used to be 3", 7),
    ("not a 10, more like 4", 4),
    ("seeeven", 7),
    ("sevn", 7),
    ("7️⃣", 7),
    ("🔟", 10),
    ("٣", 3),
]

NO_MARKS = [
    "",
    "not great",
    "5 or 6",
    "2-3",
    "somewhere between three and six",
    "eleven",
    "-1",
    "minus two",
    "3/5",
    "9:30",
    "up since 4am",
    "2 kids and no sleep",
    "no one cares",
    "one of those days",
    "not even a 1",
]


@pytest.mark.parametrize(("text", "mark"), MARKS)
def test_one_clear_mark_is_read(text, mark):
    """One number on the scale is the answer, however it is spelt."""
    assert scale(text, 0, 10).value == mark


@pytest.mark.parametrize("text", NO_MARKS)
def test_none_two_or_outside_is_no_mark(text):
    """A range, a number of something else or one off the scale is unclear."""
    assert scale(text, 0, 10).value is None


def test_a_whole_mark_is_a_whole_number():
    """Seven is 7, not 7.0, so that it shows as it was meant."""
    assert repr(scale("seven", 0, 10).value) == "7"


def test_the_scale_may_have_other_ends():
    """Four of five is a mark from one to five, and six is none."""
    assert [scale(text, 1, 5).value for text in ("4/5", "6", "two")] == [4, None, 2]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30", 30.0),
        ("twenty-one days", 21.0),
        ("about a hundred and twenty", 120.0),
        ("1,000", 1000.0),
        ("two hundred", 200.0),
        ("-5", -5.0),
        ("no number at all", None),
        ("7 or 14", None),
    ],
)
def test_a_number_is_read_with_what_it_counts(text, value):
    """Asked for a number, a unit behind it does no harm."""
    assert number(text).value == value


def test_the_reason_shows_where_the_mark_stands():
    """The place of the number in the text comes with the reading."""
    (why,) = scale("maybe a seven", 0, 10).why
    assert "maybe a seven"[why.start : why.end] == "seven"


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_a_mark_on_the_scale_or_none(text):
    """Whatever is typed, nothing raises and no mark is off the scale."""
    value = scale(text, 0, 10).value
    assert value is None or 0 <= value <= 10


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10), st.sampled_from(["{}", "a {}", "like {} i guess", "{}/10", "{}!!"]))
def test_every_mark_is_heard_in_every_frame(mark, frame):
    """A mark from 0 to 10 is itself in any of the usual frames."""
    assert scale(frame.format(mark), 0, 10).value == mark
