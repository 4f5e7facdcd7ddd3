"""Lengths and dates as spans of days, seen from Sunday 22 November 2026."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.when import Interval, when

SUNDAY = date(2026, 11, 22)
ENDED = "When did it end?"
LASTED = "How long were you together?"

EXACT = [
    ("an hour ago", 0, 0),
    ("this morning", 0, 0),
    ("yesterday evening", 1, 1),
    ("day before yesterday", 2, 2),
    ("two nights ago", 2, 2),
    ("4 or 5 days ago", 4, 5),
    ("tues", 5, 5),
    ("last monday", 6, 6),
    ("monday just gone", 6, 6),
    ("tues before last", 12, 12),
    ("a week last tuesday", 12, 12),
    ("2 fridays ago", 9, 9),
    ("two weeks ago on friday", 16, 16),
    ("wednesday last week", 11, 11),
    ("wensday", 4, 4),
    ("a week ago yesterday", 8, 8),
    ("this week", 0, 6),
    ("last month", 22, 52),
    ("last weekend", 7, 8),
    ("5 november", 17, 17),
    ("nov 3rd", 19, 19),
    ("on the 5th", 17, 17),
    ("the 12th of last month", 41, 41),
    ("3.11.2025", 384, 384),
    ("2026-10-03", 50, 50),
    ("10/03/26", 257, 257),
    ("last spring", 175, 266),
    ("october last year", 387, 417),
    ("aug '24", 813, 843),
    ("2023", 1057, 1421),
    ("early october", 43, 52),
    ("valentines day", 281, 281),
    ("easter sunday", 231, 231),
    ("thanksgiving", 360, 360),
    ("the day after halloween", 21, 21),
    ("not last week, the week before", 14, 20),
    ("monday. no, tuesday", 5, 5),
    ("2-3 weeks ago", 14, 21),
]

CLOSE = [
    (ENDED, "fortnight ago", 14),
    (ENDED, "couple weeks back", 15),
    (ENDED, "before 2 weeks", 14),
    (ENDED, "since 3 weeks", 21),
    (ENDED, "half a year ago", 183),
    (ENDED, "eighteen months", 548),
    (ENDED, "two days before christmas", 334),
    (ENDED, "met in 2019 but it ended in march", 250),
    (LASTED, "2 and a half years", 913),
    (LASTED, "one year and half", 548),
    (LASTED, "1 year 4 months", 487),
    (LASTED, "2y 3m", 822),
    (LASTED, "nearly a decade", 3580),
    (LASTED, "from 2015 to 2020", 1826),
    (LASTED, "since 2019", 2700),
    (LASTED, "six or seven months", 198),
    (LASTED, "twenty-two years", 8036),
    (LASTED, "7 yrs, 2 kids", 2557),
]

NOTHING = [
    (ENDED, ""),
    (ENDED, "no idea"),
    (ENDED, "feels like yesterday"),
    (ENDED, "years ago"),
    (ENDED, "it may be over"),
    (ENDED, "on my birthday"),
    (LASTED, "too long"),
    (LASTED, "half my life"),
    (LASTED, "since i was 17"),
    (LASTED, "6"),
]


@pytest.mark.parametrize(("text", "least", "most"), EXACT)
def test_a_date_is_its_days_ago(text, least, most):
    """Days, weekdays, months, feasts and seasons are counted back from the day asked."""
    assert when(text, ENDED, SUNDAY).value == Interval(least, most)


@pytest.mark.parametrize(("question", "text", "middle"), CLOSE)
def test_a_length_is_a_narrow_span_around_it(question, text, middle):
    """A count of weeks, months or years holds its middle and is no wider than half of it."""
    span = when(text, question, SUNDAY).value
    assert span is not None
    assert span.days_min <= middle <= span.days_max
    assert span.days_max - span.days_min <= max(4, middle // 2)


@pytest.mark.parametrize(("question", "text"), NOTHING)
def test_what_names_no_time_gives_none(question, text):
    """A joke, a feeling or a bare figure is unclear."""
    assert when(text, question, SUNDAY).value is None


def test_doubt_widens_the_span():
    """Almost, over and less than move the span to their own side."""
    spans = [
        when(text, LASTED, SUNDAY).value
        for text in ("almost five years", "over five years", "less than five years")
    ]
    assert [(span.days_min < 1800, span.days_max > 1900) for span in spans] == [
        (True, False),
        (False, True),
        (True, False),
    ]


def test_a_date_to_come_is_the_one_before():
    """Christmas, told in November, is last year's."""
    assert when("boxing day", ENDED, SUNDAY).value == Interval(331, 331)


@settings(max_examples=80, deadline=None)
@given(
    st.text(max_size=120)
    | st.lists(
        st.sampled_from(
            "the last of a week ago 3 2019 may early end two since before christmas few in '".split()
        )
    ).map(" ".join),
    st.dates(date(1990, 1, 1), date(2060, 12, 31)),
)
def test_any_text_gives_an_ordered_span_or_none(text, ref):
    """Whatever is typed on whatever day, nothing raises and days are never negative."""
    for question in (ENDED, LASTED):
        span = when(text, question, ref).value
        assert span is None or 0 <= span.days_min <= span.days_max


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 60), st.dates(date(2000, 1, 1), date(2050, 12, 31)))
def test_days_ago_are_exact_on_every_day(days, ref):
    """Counted days stay as counted."""
    assert when(f"{days} days ago", ENDED, ref).value == Interval(days, days)
