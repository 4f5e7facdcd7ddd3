"""A mood over time in words: nothing is invented, nothing is reckoned, and gaps stay gaps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.terminal import bars
from bot.channels.terminal.signs import DRAWN, TYPED
from bot.channels.terminal.wrapping import fitting_width, wrapped
from bot.checkins import MoodPoint
from bot.mood.course import (
    DAYS_SHOWN,
    FRESH_DAYS,
    LONGEST_ALT,
    alt_text,
    drawn_days,
    is_hard,
    lines,
    mood_of,
    rows,
    told_days,
)

MONDAY = date(2026, 11, 2)


def moods(*values, first=MONDAY):
    """Check-ins on days that follow each other; None where there was none."""
    return [
        MoodPoint(0.0, (first + timedelta(n)).isoformat(), value)
        for n, value in enumerate(values)
        if value is not None
    ]


def plan(first, many):
    return [MONDAY + timedelta(first + n) for n in range(many)]


def seconds(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()


POINTS = st.dictionaries(st.integers(0, 200), st.integers(0, 10), min_size=1, max_size=80).map(
    lambda found: [
        MoodPoint(0.0, (MONDAY + timedelta(day)).isoformat(), mood) for day, mood in found.items()
    ]
)
PLANS = st.tuples(st.integers(-40, 220), st.integers(0, 60)).map(lambda one: plan(*one))


def test_each_day_is_a_sentence():
    """What a screen reader says: the day, the number in words, and the plan by its name."""
    said = lines(mood_of(moods(4, None, 7), plan(2, 3)))

    assert (
        "Monday 2 November: 4 of 10.",
        "Tuesday 3 November: nothing noted.",
        "Wednesday 4 November: 7 of 10, space plan.",
        "Your space plan: Wednesday 4 November to Friday 6 November.",
    ) == said


def test_days_without_a_check_in_are_one_line():
    """A gap is named once, as what it is, and nobody is told that they missed something."""
    said = lines(mood_of(moods(4, None, None, None, 7)))

    assert "Tuesday 3 November to Thursday 5 November: nothing noted." == said[1]


def test_of_two_check_ins_on_a_day_the_last_counts():
    """One day has one bar."""
    assert [7] == [one.mood for one in mood_of([*moods(3), *moods(7)]).points]


def test_a_number_off_the_scale_is_no_mood():
    """What an older or another dialog may have asked does not break the picture."""
    assert () == mood_of(moods(11, -1)).points


@given(points=POINTS, planned=PLANS)
def test_every_mood_that_is_shown_was_told(points, planned):
    """No day has a number that nobody gave, and the newest one is always there."""
    mood = mood_of(points, planned)
    told = {date.fromisoformat(one.day): one.mood for one in points}
    shown = [one for one in rows(mood) if one.mood is not None]

    assert all(told[one.first] == one.mood for one in shown)
    assert max(told) == shown[-1].first


@given(points=POINTS, planned=PLANS)
def test_the_days_follow_each_other_without_a_hole(points, planned):
    """Rows cover each day once; a time that is too long begins later."""
    mood = mood_of(points, planned)
    days = told_days(mood)
    covered = [
        one.first + timedelta(n)
        for one in rows(mood)
        for n in range((one.last - one.first).days + 1)
    ]

    assert list(days) == covered
    assert len(days) <= DAYS_SHOWN
    assert len(drawn_days(mood)) <= DAYS_SHOWN
    assert mood.points[-1].day in drawn_days(mood)


@given(points=POINTS, planned=PLANS)
def test_the_words_for_a_picture_fit_where_they_go(points, planned):
    """They are whole sentences within the limit, and the newest mood is among them."""
    mood = mood_of(points, planned)
    said = alt_text(mood)

    assert len(said) <= LONGEST_ALT
    assert said.endswith(".")
    assert f"{mood.points[-1].day.day} " in said


@given(points=POINTS, planned=PLANS)
def test_nothing_is_reckoned_or_lost(points, planned):
    """No mean, no streak, and no word that blames."""
    said = " ".join((*lines(mood_of(points, planned)), alt_text(mood_of(points, planned)))).lower()

    for word in ("average", "mean", "streak", "trend", "missed", "lost", "failed", "only", "%"):
        assert word not in said


@given(points=POINTS, planned=PLANS)
def test_a_row_with_a_bar_fits_a_narrow_window(points, planned):
    """In 40 columns each day stays on one line, the bar and the words beside each other."""
    for signs in (DRAWN, TYPED):
        mood = mood_of(points, planned)
        for row in bars.rows(mood, signs):
            if " of 10" in row:
                assert 1 == len(wrapped(f"  {row}", fitting_width(40), "  "))


def test_a_bar_has_its_number_beside_it():
    """Its length is the mood, and so are the words."""
    (row, *_) = bars.rows(mood_of(moods(6), plan(0, 1)), DRAWN)

    assert "Mon 02 Nov ██████···· 6 of 10, plan" == row


def test_bars_are_plain_signs_where_nothing_else_can_be_shown():
    """A terminal without such signs draws them with a number sign and dots."""
    (row, *_) = bars.rows(mood_of(moods(3)), TYPED)

    assert "Mon 02 Nov ###....... 3 of 10" == row


@pytest.mark.parametrize(
    ("values", "hard"),
    [((7, 2), True), ((0,), True), ((8, 5), True), ((8, 6), False), ((3,), False), ((2, 9), False)],
)
def test_a_very_low_mood_or_a_fall_is_hard(values, hard):
    """Two or less, or three less than before."""
    mood = mood_of(moods(*values))

    assert hard == is_hard(mood, seconds(mood.points[-1].day))


def test_what_was_long_ago_does_not_speak_for_now():
    """A low mood of another month is a bar like any other."""
    mood = mood_of(moods(1))

    assert is_hard(mood, seconds(MONDAY + timedelta(FRESH_DAYS)))
    assert not is_hard(mood, seconds(MONDAY + timedelta(FRESH_DAYS + 1)))
