"""Help with contact that somebody was in already, after danger was told in another talk."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.host import Host
from bot.language.library import load
from bot.store.memory import MemoryStore
from tests.at_host import ME, FakeClock, Talk

ROOT = Path(__file__).parent.parent
MINUTE, DAY = 60, 86_400
NOON = 1_777_896_000.0
CHECK_IN = ("8", "5", "on and off", "no contact", "tea", "yes", "yes", "no")
GATE = ("no, nothing like that", "none of it", "none of it")
MESSAGE = "Put your message here as it is now, or the part that matters most."
SHUT = "I can't help with a message now."


@pytest.fixture(scope="module")
def library():
    """Load the shipped library once."""
    return load(ROOT / "dialogs", ROOT / "config").library


@pytest.fixture
def clock():
    return FakeClock(NOON)


@pytest.fixture
def start(library, clock):
    """A fresh process for somebody who agreed to saving on an earlier day."""
    store = MemoryStore()

    def made(dialog):
        talk = Talk(Host(library, lambda: store, clock), clock)
        talk.greet(dialog)
        return talk

    told(made("tools/check-in"), *CHECK_IN)
    clock.at += DAY
    return made


@pytest.fixture
def half(start):
    """Somebody who stands in front of the message mirror."""
    talk = told(start("tools/before-contact"), "look at a message", *GATE)
    assert MESSAGE == talk.asked
    return talk


def told(talk, *lines):
    for line in lines:
        talk.say(line)
    return talk


def gone_on(talk, other):
    """Go on with a talk where another one is at hand."""
    other.take(other.host.resume(ME, talk.id))
    return other


def test_without_danger_it_goes_on(half, start, clock):
    """A talk elsewhere that tells of none shuts nothing."""
    clock.at += 10 * MINUTE
    told(start("home/door"), "a bad night")

    assert MESSAGE == gone_on(half, start("tools/values-pick")).asked


@pytest.mark.parametrize("line", ["he hit me last night", "she has a restraining order against me"])
def test_danger_told_elsewhere_shuts_it(half, start, clock, line):
    """What was safe then is not known to be safe now; the start is open to them."""
    clock.at += 10 * MINUTE
    told(start("home/door"), line)
    clock.at += 3 * DAY
    talk = gone_on(half, start("tools/values-pick"))

    assert talk.said.startswith(SHUT)
    assert half.id != talk.id


def test_a_button_that_is_still_on_the_screen_opens_nothing(half, clock):
    """In one process, where no talk is read anew."""
    clock.at += 10 * MINUTE
    other = Talk(half.host, clock)
    other.greet("home/door")
    told(other, "he hit me last night")
    half.say("i miss you, no need to answer")

    assert half.said.startswith(SHUT)


@pytest.mark.parametrize(
    ("lines", "closed"),
    [(["help"], False), (["/home"], False), (["i want to die tonight", "yes"], True),
     (["/skip i want to die tonight", "yes"], True)],
)  # fmt: skip
def test_help_and_danger_are_heard_there_all_the_same(half, clock, lines, closed):
    """Nobody who asks for help or tells of danger is turned away."""
    clock.at += 10 * MINUTE
    other = Talk(half.host, clock)
    other.greet("home/door")
    told(other, "he hit me last night")
    for line in lines:
        half.say(line)
        assert SHUT not in half.said

    assert closed is half.host.session(half.id).view.closed


def test_answers_about_safety_from_before_open_no_way(start, clock):
    """Who stands at the questions and told of danger elsewhere does not come in by older answers."""
    talk = told(start("tools/before-contact"), "look at a message", *GATE[:2])
    clock.at += 10 * MINUTE
    told(start("home/door"), "he hit me last night")
    clock.at += 3 * DAY
    talk = told(gone_on(talk, start("tools/values-pick")), GATE[2])

    assert MESSAGE != talk.asked


def test_danger_told_a_minute_ago_counts_where_nothing_is_kept(library, clock):
    """The next talk of the same evening knows it, whether or not anything is on a disk."""
    talk = Talk(Host(library, MemoryStore, clock), clock)
    talk.greet("home/door")
    told(talk, "my boyfriend hits me but i love him")
    later = Talk(talk.host, clock)
    later.greet("second-chance")

    levels = dict(talk.host.session(later.id).view.stack[0].signals)
    assert {"amber"} == set(levels.values())


def test_an_earlier_danger_alone_is_not_asked_about_at_the_door(library, clock):
    """With nothing new in the line, nobody is asked again whether someone scares them."""
    talk = Talk(Host(library, MemoryStore, clock), clock)
    talk.greet("home/door")
    told(talk, "my boyfriend hits me but i love him")
    later = Talk(talk.host, clock)
    later.greet("home/door")
    told(later, "still angry")

    assert "Is someone scaring you" not in later.asked
