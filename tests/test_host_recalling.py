"""A second talk: what it recalls of the first, what it shows of it, and what stays locked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.library import Phrases
from bot.dialogue.session import Answered, Recalled, Said
from bot.forgetting import forget_answer
from bot.host import CALM, Host
from bot.language.library import compile_dialogs
from bot.store.errors import DiskFull
from bot.store.memory import MemoryStore
from tests.at_host import ME, FakeClock, Talk
from tests.small_library import small_library

DAY = 86_400
MAIN = """\
dialog: main
title: Two people
nodes:
  start:
    - confirm: Shall I keep this?
      as: agreed
    - remember: agreed
      from: agreed
    - call: hearts
      as: hearts
    - choose: Were you afraid?
      as: afraid
      gate: yes
      options:
        never: Never.
        once: {label: Once, signal: R5 amber}
        often: {label: Often, signal: R5 red}
    - date: When did it end?
      as: ended
    - write: What happened?
      as: story
    - if: signal(amber)
      then:
        - say: We go slowly.
    - conclude:
        - if: signal(amber) or unknown(afraid)
          outcome: not_enough_known
          say: Safety first.
        - otherwise: open
          say: It is open.
    - show: since
    - confirm: Right?
      as: right
    - end: done
"""
HEARTS = """\
dialog: hearts
title: Hearts
nodes:
  start:
    - choose: What do you want?
      as: want
      options: {back: To try again, peace: Peace}
    - pick: What do you miss?
      as: miss
      options: {talk: Our talks, home: Our home}
    - rate: How are you?
      as: mood
    - end: said
"""
PLAIN = """\
dialog: plain
title: A tool
nodes:
  start:
    - choose: What do you want?
      as: want
      options: {back: To try again, peace: Peace}
    - end: done
"""
PHRASES = {"since.day": ("Last time",), "since.row": ("Before: {before}. Now: {now}.",)}


@pytest.fixture(scope="module")
def library():
    checkin = PLAIN.replace("dialog: plain", "dialog: tools/check-in")
    files = {"main": MAIN, "hearts": HEARTS, "plain": PLAIN, "tools/check-in": checkin}
    made = compile_dialogs({f"dialogs/{name}.yaml": one.encode() for name, one in files.items()})
    assert () == made.diagnostics
    small = small_library()
    return replace(
        small, programs={**small.programs, **made.programs}, _plans={},
        phrases=Phrases({**small.phrases.variants, **PHRASES}),
    )  # fmt: skip


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def clock():
    return FakeClock(1_777_800_000.0)


@pytest.fixture
def start(library, store, clock):
    """A fresh process at the same store."""

    def made(dialog="main"):
        talk = Talk(Host(library, lambda: store, clock), clock)
        talk.greet(dialog)
        return talk

    return made


FIRST = ("yes", "1", "1, 2", "7", "1", "2 weeks ago", "he left", "yes")


def told(talk, *moves):
    for move in moves:
        talk.say(move)
    return talk


@pytest.fixture
def first(start):
    """An earlier talk through the whole dialog, kept and over."""
    talk = start()
    told(talk, "yes")
    talk.say("1")  # the question about saving
    return told(talk, *FIRST[1:])


def shown(talk):
    return next((one.rows for one in talk.effects if getattr(one, "what", "") == "since"), None)


def recalled(talk):
    entries = talk.host.session(talk.id).entries
    return {one.fact: one.value for one in entries if isinstance(one, Recalled)}


def test_the_first_talk_recalls_nothing(first):
    """There is nothing before it, so nothing is shown."""
    assert not [name for name in recalled(first) if name.startswith("before")]
    assert first.host.session(first.id).view.ended


def test_the_second_talk_asks_again_and_shows_what_was_said(first, start, clock):
    """Every closed question stands open, with the earlier answer beside it."""
    clock.at += 100 * DAY
    talk = start()
    befores = [(talk.asked, talk.question.before)]
    for move in FIRST:
        told(talk, move)
        if talk.question is not None:
            befores.append((talk.asked, talk.question.before))

    assert [
        ("Shall I keep this?", "Yes"), ("What do you want?", "To try again"),
        ("What do you miss?", "Our talks, Our home"), ("How are you?", "7"),
        ("Were you afraid?", "Never."), ("When did it end?", "2 weeks ago (told on 3 May 2026)"),
        ("What happened?", ""), ("Right?", "Yes"),
    ] == befores  # fmt: skip


def test_what_is_recalled_is_no_answer(first, start):
    """Left open, a question stays unknown, whatever was said to it before."""
    talk = told(start(), "yes", "/skip", "/skip", "/skip", "/skip", "/skip", "/skip")

    assert "Safety first." in talk.said
    assert (("Last time", "3 May 2026"),) == shown(talk)


def test_what_changed_since_is_shown(first, start, clock):
    """Only answers that differ, each with both, under the day of the earlier talk."""
    clock.at += 100 * DAY
    talk = told(start(), "yes", "2", "1", "7", "1", "4 months ago", "we met")

    assert (
        ("Last time", "3 May 2026"),
        ("What do you want?", "Before: To try again. Now: Peace."),
        ("What do you miss?", "Before: Our talks, Our home. Now: Our talks."),
    ) == shown(talk)


def test_a_date_that_is_another_day_is_a_change(first, start):
    """Days are compared as days of the calendar, not as the words for them."""
    talk = told(start(), "yes", "1", "1, 2", "7", "1", "2 years ago", "we met")

    assert "When did it end?" in [question for question, _ in shown(talk)]


def test_an_answer_with_a_signal_is_never_handed_on(first, start, store):
    """It is neither shown as before, nor set beside the answer of today."""
    second = told(start(), *FIRST[:4], "2", *FIRST[5:])
    third = start()

    assert "Were you afraid?" not in [question for question, _ in shown(second) or ()]
    assert not [name for name in recalled(third) if "afraid" in name]


def test_own_words_are_never_handed_on(first, start):
    """What was written stays in the talk it was written in."""
    assert "he left" not in str(recalled(start()).values())


def test_a_dialog_that_shows_nothing_of_it_recalls_nothing(first, start):
    """A tool of a few minutes asks as if for the first time."""
    told(start("plain"), "1")
    again = start("plain")

    assert "" == again.question.before


def test_a_talk_that_is_not_over_is_not_recalled(start):
    """It is offered to go on with; it is no earlier talk."""
    talk = start()
    told(talk, "yes")
    talk.say("1")
    told(talk, "1")
    second = start()

    assert not [name for name in recalled(second) if name.startswith("before")]


@pytest.fixture
def red(first, start):
    """An earlier talk in which the person was afraid, often."""
    talk = told(start(), *FIRST[:4])
    talk.say("3")
    return talk


def test_earlier_danger_locks_until_safety_is_answered(red, start):
    """It counts as amber from the first step on; an answer of today to the gate decides then."""
    talk = told(start(), *FIRST[:6])
    talk.say("he left")

    assert "We go slowly." in talk.said
    assert "It is open." in talk.said


def test_earlier_danger_stays_while_a_question_about_safety_is_open(red, start):
    """Skipping it leaves the lock where it is."""
    talk = told(start(), *FIRST[:4], "/skip", *FIRST[5:7])

    assert "Safety first." in talk.said


def test_without_earlier_danger_nothing_is_locked(first, start):
    """An earlier talk without it changes no guard."""
    talk = told(start(), *FIRST[:7])

    assert "We go slowly." not in talk.said


def test_forgetting_an_answer_forgets_its_copies(first, start, store):
    """What a later talk recalled of it is overwritten, on the disk and in memory."""
    second = start()
    assert "Before" not in second.said
    assert "back" in str(recalled(second))
    older = second.host._talk(ME, first.id)
    road = older.session.view.stack[0].road
    seq = next(one.seq for one in road if one.key.step == "want")
    forget_answer(store, older.library, older, seq, second.host._talks)

    assert recalled(second)["before: hearts/want/choose"] is None
    assert not [row for row in store.rows(second.id) if '"back"' in row.payload]


@pytest.mark.parametrize("way", ["main", "plain", ""])
def test_after_danger_every_start_offers_only_what_helps(first, start, way):
    """Also where a dialog is named."""
    first.say("I want to die tonight")
    other = start(way)

    assert {f"begin {one}" for one in CALM} >= {one.id for one in other.question.question.options}


@pytest.mark.parametrize("word", ["/home", "/checkin", "/tools", "/tips"])
def test_after_danger_no_word_leads_past_it(start, word):
    """Not even in a talk of which nothing is kept."""
    talk = start("plain")
    talk.say("I want to die tonight")
    talk.say(word)

    assert "begin safety/crisis" in [one.id for one in talk.question.question.options]


@pytest.mark.parametrize("words", ["hello there", "yes", "1."])
def test_words_at_the_calm_start_lead_to_what_helps(first, start, words):
    """Nothing that is typed there opens the door of a common talk, or answers a question unseen."""
    first.say("I want to die tonight")
    talk = start("plain")
    talk.say(words)

    assert "safety/crisis" == talk.host.session(talk.id).entries[0].dialog
    assert not [one for one in talk.host.session(talk.id).entries if isinstance(one, Answered)]


def test_danger_at_the_calm_start_is_heard_again(first, start):
    """It is entered, so that the calm lasts a day from now."""
    first.say("I want to die tonight")
    talk = start("plain")
    talk.say("I want to die tonight")

    assert talk.host.session(talk.id).view.closed


def test_a_lost_button_at_the_calm_start_asks_again(first, start):
    """A button of a talk that is gone opens nothing."""
    first.say("I want to die tonight")
    talk = start("plain")
    talk.pick("gone")

    assert "begin safety/crisis" in [one.id for one in talk.question.question.options]


@pytest.mark.parametrize("way", ["new", "begin plain"])
def test_a_start_that_was_offered_before_danger_is_no_way_past_it(first, start, way):
    """An old list of offers is answered with what helps."""
    talk = start("plain")
    live = talk.host._talk(ME, talk.id)
    talk.host._ask(live, "welcome", {way: "Begin"})
    other = talk.host.greet(ME, "plain", 1)[0].conversation
    talk.host.hear(ME, other, Said("I want to die tonight", talk.clock.now()))
    talk.pick(way)

    assert "begin safety/crisis" in [one.id for one in talk.question.question.options]


def test_danger_in_memory_counts_where_the_store_is_away(library, clock):
    """A start with a broken store offers what helps, too."""

    def away():
        raise DiskFull

    talk = Talk(Host(library, away, clock), clock)
    talk.greet("plain")
    talk.say("I want to die tonight")
    talk.greet("plain")

    assert "begin safety/crisis" in [one.id for one in talk.question.question.options]


def test_a_day_later_the_start_is_as_before(first, start, clock):
    """The calm holds for a day."""
    first.say("I want to die tonight")
    clock.at += 2 * DAY

    assert "What do you want?" == start("plain").asked
