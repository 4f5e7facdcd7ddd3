"""A rest is offered once, as a sitting gets long and at the third talk of a day, and stops nobody."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.host import Host
from bot.resting import PAUSE_SECONDS, SITTING_SECONDS, has_grown_long
from bot.store.memory import MemoryStore
from tests.at_host import FakeClock, Talk
from tests.small_library import DOOR, PLAN, small_library

MINUTE = 60


@pytest.fixture
def talk():
    clock = FakeClock()
    return Talk(Host(small_library(), MemoryStore, clock, untouched=True), clock)


def is_offered(talk):
    """Whether one of the sentences about a rest was said in the newest turn."""
    return bool({"host/rest", "host/rest-day"} & {getattr(one, "id", "") for one in talk.effects})


@pytest.mark.parametrize(
    ("times", "now", "grown"),
    [
        ([], 50 * MINUTE, False),
        ([0, 10, 20, 30, 40], 44, False),
        ([0, 10, 20, 30, 40], 45, True),
        ([0, 10, 20, 30, 40, 46], 47, False),  # said before
        ([0, 10, 20, 30], 50, False),  # a long pause ends a sitting
        ([0, 10, 40, 50, 60, 70, 80], 84, False),  # the sitting began at 40
        ([0, 10, 40, 50, 60, 70, 80], 86, True),
    ],
)
def test_a_sitting_grows_long_at_one_moment(times, now, grown):
    """Times are minutes; a pause of more than a quarter of an hour begins a new sitting."""
    assert grown is has_grown_long([one * MINUTE for one in times], now * MINUTE)


@settings(max_examples=100)
@given(st.lists(st.integers(1, PAUSE_SECONDS), min_size=1, max_size=60))
def test_it_is_said_once_a_sitting(gaps):
    """However the answers fall, one turn goes past the mark, or none does."""
    times = [0.0]
    said = 0
    for gap in gaps:
        now = times[-1] + gap
        said += has_grown_long(times, now)
        times.append(now)

    assert (1 if times[-1] >= SITTING_SECONDS else 0) == said


def test_past_three_quarters_of_an_hour_it_is_offered_and_the_talk_goes_on(talk):
    """Once, and the question stands right behind it."""
    talk.greet(DOOR)
    offered = []
    for _ in range(5):
        talk.clock.at += 12 * MINUTE
        talk.say("?")
        offered.append(is_offered(talk))

    assert [False, False, False, True, False] == offered
    assert talk.asked


def test_the_third_talk_of_a_day_says_so(talk):
    """Only talks in which something was said count, and the fourth hears nothing more."""
    offered = []
    for _ in range(4):
        talk.greet(PLAN)
        offered.append(is_offered(talk))
        talk.say("30")

    assert [False, False, True, False] == offered
