"""What is asked once: kept as a fact about the person, said back later, changed and forgotten for good."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.library import Phrases
from bot.dialogue.session import Answered, Interval, Recalled, ShowThing
from bot.forgetting import forget_answer
from bot.host import Host, Taken
from bot.language.library import compile_dialogs
from bot.store.memory import MemoryStore
from bot.store.payload import value_of
from tests.at_host import ME, FakeClock, Talk
from tests.small_library import small_library

DAY = 86_400
MAIN = """\
dialog: main
title: The two of you
nodes:
  start:
    - choose: Shall I look at it with you?
      as: look
      options: {on: Yes please, off: No thanks}
    - choose: Who ended it?
      as: who
      remember: who-ended-it
      options:
        they: {label: They did, reply: That is hard.}
        me: {label: I did, reply: "That is hard, too."}
    - date: When did it end?
      as: ended
      remember: when-it-ended
    - pick: What do you share?
      as: share
      remember: what-is-shared
      options: {home: A home, child: A child}
    - choose: Were you ever afraid?
      as: afraid
      gate: yes
      options:
        never: Never
        often: {label: Often, signal: R5 red}
    - if: who == they and answered(afraid)
      then:
        - say: They went, and it was safe.
    - write: One line to keep?
      as: line
      keep: A line
    - confirm: Is that right?
      as: right
    - end: done
"""
OTHER = """\
dialog: other
title: Another talk
nodes:
  start:
    - choose: Who was it that ended it?
      as: ender
      remember: who-ended-it
      options: {they: They did, me: I did, nobody: Nobody}
    - choose: And how is today?
      as: today
      options: {good: Good, bad: Bad}
    - end: done
"""
BOTH = """\
dialog: both
title: Two in one
nodes:
  start:
    - call: other
    - call: main
    - end: done
"""
SAVING = """\
dialog: home/saving
title: Saving
nodes:
  start:
    - choose: Shall I keep this talk?
      as: keep
      options: {agreed: "Yes, keep it", refused: "No"}
    - if: keep == agreed
      then:
        - end: yes
      else:
        - end: no
"""
PHRASES = {
    "known": ("You told me: {question} {answer}. Go back if not.",),
    "known-too": ("And: {question} {answer}.",),
}
FIRST = ("1", "1", "two weeks ago", "1, 2", "1", "breathe")


@pytest.fixture(scope="module")
def library():
    return a_library()


def a_library(main=MAIN):
    files = {"main": main, "other": OTHER, "both": BOTH, "home/saving": SAVING}
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

    def made(dialog="main", **options):
        talk = Talk(Host(library, lambda: store, clock, **options), clock)
        talk.greet(dialog)
        return talk

    return made


def told(talk, *lines):
    for line in lines:
        talk.say(line)
    return talk


@pytest.fixture
def first(start):
    """A talk in which all was told, and that is kept and over."""
    talk = told(start(), *FIRST)
    assert "Shall I keep this talk?" == talk.asked
    return told(talk, "1", "yes")


def facts(store):
    kept = {one.name: value_of(one.value) for one in store.facts(ME)}
    return {name: value for name, value in kept.items() if " " not in name}


def values(talk):
    entries = talk.host.session(talk.id).entries
    return [one.value for one in entries if isinstance(one, (Answered, Recalled))]


# --- asked once ---------------------------------------------------------------


def test_nothing_is_remembered_before_saving_was_agreed(start, store):
    """What was told stays in the talk until then."""
    told(start(), *FIRST)

    assert {} == facts(store)


def test_nothing_is_remembered_where_saving_was_refused(start, store):
    """Also not beside the talk that is not kept."""
    told(start(), *FIRST, "2", "yes")

    assert {} == facts(store)


def test_what_was_told_is_kept_with_the_talk(first, store):
    """Closed answers, each under the name its author gave it; none about safety."""
    assert {
        "who-ended-it": "they", "when-it-ended": Interval(13, 15, "two weeks ago"),
        "what-is-shared": ("home", "child"),
    } == facts(store)  # fmt: skip


def test_a_second_talk_says_it_back_and_does_not_ask(first, start, clock):
    """In one row, then the first question that is still open; a date is older by then."""
    clock.at += 10 * DAY
    talk = told(start(), "1")

    assert (
        "You told me: Who ended it? They did. Go back if not. "
        "And: When did it end? Two weeks ago (told on 3 May 2026). "
        "And: What do you share? A home, A child."
    ) == talk.said
    assert "Were you ever afraid?" == talk.asked


def test_what_is_known_counts_as_an_answer(first, start):
    """The road is the one that was told, without the reply that belongs to a choice."""
    talk = told(start(), "1")
    assert "That is hard" not in talk.said
    talk.say("1")

    assert "They went, and it was safe." in talk.said


def test_a_question_about_safety_is_asked_each_time(first, start):
    """That nothing happened is never remembered."""
    talk = told(start(), "1", "/skip")

    assert "it was safe" not in talk.said


def test_another_dialog_that_asks_for_it_knows_it_too(first, start):
    """One fact, whoever asks; in the words of the one that would have asked."""
    talk = start("other")

    assert talk.said.startswith("You told me: Who was it that ended it? They did.")
    assert "And how is today?" == talk.asked


def test_back_asks_what_was_said_back(first, start, store):
    """One step changes it, with the old answer beside the question; the store knows the new one."""
    talk = told(start(), "1", "/back")
    assert ("What do you share?", "A home, A child") == (talk.asked, talk.question.before)
    told(talk, "/back", "/back")
    assert ("Who ended it?", "They did") == (talk.asked, talk.question.before)
    told(talk, "2")

    assert "I did" in [one.words for one in talk.effects if isinstance(one, Taken)]
    assert "me" == facts(store)["who-ended-it"]


def test_change_from_afar_finds_what_was_said_back(first, start, store):
    """It stands among the answers that can be changed."""
    talk = told(start(), "1", "1", "/change")
    talk.say("2")
    assert ("Who ended it?", "They did") == (talk.asked, talk.question.before)
    talk.say("2")

    assert "me" == facts(store)["who-ended-it"]
    assert "One line to keep?" == talk.asked


def test_a_change_taken_back_leaves_what_was_known(first, start, store):
    """Undo puts back the fact of the talk before."""
    told(start(), "1", "1", "/change 2", "2", "/undo")

    assert "they" == facts(store)["who-ended-it"]


def test_what_was_told_in_this_talk_is_not_asked_again_in_it(start):
    """Also where nothing is kept: a talk remembers itself."""
    talk = told(start("both", private=True), "1", "1", "1")

    assert talk.said.startswith("You told me: Who ended it? They did.")
    assert "When did it end?" == talk.asked


def test_an_answer_that_is_no_option_here_is_asked(start, store):
    """Another dialog may offer less; then the person decides."""
    talk = told(start(), *FIRST, "1", "yes")
    told(start("other"), "/back", "3")
    talk = told(start(), "1")

    assert "Who ended it?" == talk.asked


def test_what_was_left_open_is_asked_again(start):
    """Nothing was told, so nothing is known."""
    told(start(), "1", "/skip", "/skip", "/skip", "1", "breathe", "1", "yes")
    talk = told(start(), "1")

    assert "Who ended it?" == talk.asked


def test_in_private_nothing_is_known(first, start):
    """What is kept is not looked at."""
    assert "Who ended it?" == told(start(private=True), "1").asked


def test_a_talk_left_half_way_hears_what_was_told_since(first, start, store):
    """What was changed elsewhere counts from its next answer on."""
    half = start()
    told(start("other"), "/back", "2", "1")
    half.host.leave(ME, half.id)
    half.take(half.host.resume(ME, half.id))
    told(half, "1")

    assert "Who ended it? I did." in half.said


# --- shown, changed, forgotten ------------------------------------------------


def choose(talk, label):
    place = next(place for place, one in enumerate(talk.labels, 1) if label in one)
    talk.say(str(place))
    return talk


def test_my_data_shows_it_in_words(first, start):
    """The question, and what was told."""
    talk = told(start("other"), "/my-data")
    rows = next(one.rows for one in talk.effects if isinstance(one, ShowThing))

    assert {
        "Who ended it? They did", "When did it end? two weeks ago", "What do you share? A home, A child",
    } == {words for mark, words in rows if mark == "Remembered"}  # fmt: skip


def test_it_can_be_changed_there(first, start, store):
    """The question is put as it was, and the answer counts from then on."""
    talk = told(start("other"), "/my-data")
    choose(choose(talk, "Who ended it"), "Change")
    assert ("Who ended it?", "They did") == (talk.asked, talk.question.before)
    talk.say("i did")

    assert "me" == facts(store)["who-ended-it"]
    assert "And how is today?" == talk.asked
    assert "I did." in told(start(), "1").said


def test_a_date_can_be_changed_there(first, start, store, clock):
    """In own words, from today on."""
    clock.at += 10 * DAY
    talk = told(start("other"), "/my-data")
    choose(choose(talk, "When did it end"), "Change")
    talk.say("3 days ago")

    assert Interval(3, 3, "3 days ago") == facts(store)["when-it-ended"]


def test_what_is_no_answer_there_is_asked_again(first, start, store):
    """And leaving it changes nothing."""
    talk = told(start("other"), "/my-data")
    choose(choose(talk, "Who ended it"), "Change")
    talk.say("the weather")
    assert "Who ended it?" == talk.asked
    talk.say("/skip")

    assert "they" == facts(store)["who-ended-it"]
    assert "And how is today?" == talk.asked


def test_after_private_it_is_not_changed_there_only_forgotten(first, start, store):
    """From then on nothing is written, not by hand either."""
    talk = told(start("other"), "/private", "1", "/my-data")
    choose(talk, "Who ended it")
    assert ["Forget it", "Leave it as it is"] == talk.labels
    talk.say("1")

    assert "who-ended-it" not in facts(store)


def test_danger_is_heard_there_first(first, start, store):
    """A sign of danger is no answer to anything."""
    talk = told(start("other"), "/my-data")
    choose(choose(talk, "Who ended it"), "Change")
    talk.say("I want to die tonight")

    assert talk.host.session(talk.id).view.closed


def test_it_can_be_forgotten_there(first, start, store):
    """Beside the talks and in them: no value of it is left, and it is asked again."""
    talk = told(start("other"), "/my-data")
    choose(choose(talk, "Who ended it"), "Forget")

    assert "who-ended-it" not in facts(store)
    rows = [row.payload for one in store.conversations(ME) for row in store.rows(one.id)]
    assert not [one for one in rows if '"they"' in one]
    assert "Who ended it?" == told(start(), "1").asked


def test_forgetting_the_answer_of_a_talk_forgets_the_fact(first, start, store):
    """What was told in the talk at hand goes everywhere."""
    talk = told(start(), "1")
    live = talk.host._talks[talk.id]
    seq = next(one.seq for one in live.session.view.stack[0].road if one.key.step == "who")
    forget_answer(store, live.library, live, seq, talk.host._talks)

    assert "who-ended-it" not in facts(store)
    assert "they" not in values(talk)


def test_a_reminder_can_be_stopped_there(start, store):
    """Who has had enough of them says so once."""
    talk = told(start("tools/plan"), "30", "1")
    told(talk, "/my-data")
    choose(choose(talk, "Reminder"), "No")

    assert () == store.reminders(ME)


@pytest.fixture
def since(store, clock):
    """A fresh process with a dialog that shows what changed since the talk before."""
    library = a_library(main=MAIN.replace("    - end: done", "    - show: since\n    - end: done"))

    def made():
        clock.at += 10 * DAY
        talk = Talk(Host(library, lambda: store, clock), clock)
        talk.greet("main")
        return talk

    told(made(), *FIRST, "1", "yes")
    return made


def test_what_later_talks_copied_is_forgotten_with_it(since, store):
    """Where talks hold side by side what was and what is, both go."""
    told(since(), "1", "1", "x", "yes")
    talk = told(since(), "1", "/my-data")
    choose(choose(talk, "When did it end"), "Forget")

    rows = [row.payload for one in store.conversations(ME) for row in store.rows(one.id)]
    assert [] == [one for one in rows if "two weeks" in one]


def test_the_day_on_which_something_was_told_is_said_once(since):
    """Through however many talks it was handed on."""
    told(since(), "1", "1", "x", "yes")
    entries = (talk := since()).host.session(talk.id).entries

    assert {"two weeks ago (told on 13 May 2026)"} == {
        one.value.said for one in entries if isinstance(getattr(one, "value", None), Interval)
    }


def test_the_reminder_that_was_meant_is_stopped(start, store):
    """Also where another one comes before it while somebody is still looking."""
    talk = told(start("tools/plan"), "30", "1")
    choose(told(talk, "/my-data"), "Reminder")
    store.put_reminder(ME, "an earlier one", "2020-01-01T00:00:00.000Z", "main")
    choose(talk, "No")

    assert ["an earlier one"] == [one.key for one in store.reminders(ME)]


# --- laws ---------------------------------------------------------------------

LINES = st.lists(
    st.sampled_from(
        ["1", "2", "/back", "/skip", "/undo", "/change 2", "two weeks ago", "hm", "yes"]
    ),
    max_size=14,
)


@settings(max_examples=40, deadline=None)
@given(lines=LINES)
def test_what_is_known_is_asked_only_when_the_person_goes_back_to_it(lines):
    """Whatever is typed in a second talk: a known thing is put only after a step back or a change."""
    library, store, clock = LIBRARY, MemoryStore(), FakeClock(1_777_800_000.0)
    first = Talk(Host(library, lambda: store, clock), clock)
    first.greet("main")
    told(first, *FIRST, "1", "yes")
    second = Talk(Host(library, lambda: store, clock), clock)
    second.greet("main")
    stepped = False
    for line in lines:
        stepped = stepped or line in ("/back", "/change 2", "/undo")
        second.say(line)
        question = second.question
        if question is not None and question.question.remember and not stepped:
            raise AssertionError(f"asked {question.text} after {line}")


@settings(max_examples=40, deadline=None)
@given(lines=LINES, later=LINES)
def test_what_was_forgotten_is_nowhere(lines, later):
    """Whatever was done with a fact before: once forgotten, no log and no fact holds its value."""
    library, store, clock = LIBRARY, MemoryStore(), FakeClock(1_777_800_000.0)
    first = Talk(Host(library, lambda: store, clock), clock)
    first.greet("main")
    told(first, *FIRST, "1", *lines)
    second = Talk(first.host, clock)
    second.greet("main")
    told(second, *later)
    second.say("/my-data")
    if second.question is None or not [one for one in second.labels if "Who ended" in one]:
        return
    choose(choose(second, "Who ended"), "Forget")
    rows = [row.payload for one in store.conversations(ME) for row in store.rows(one.id)]

    assert "who-ended-it" not in facts(store)
    assert not [one for one in rows if '"they"' in one or '"me"' in one]


@settings(max_examples=40, deadline=None)
@given(lines=LINES)
def test_the_log_of_a_talk_that_knows_things_folds_to_the_same_talk(lines):
    """What is known stands in the log, so a restart changes nothing."""
    library, store, clock = LIBRARY, MemoryStore(), FakeClock(1_777_800_000.0)
    first = Talk(Host(library, lambda: store, clock), clock)
    first.greet("main")
    told(first, *FIRST, "1", "yes")
    second = Talk(Host(library, lambda: store, clock), clock)
    second.greet("main")
    told(second, *lines)
    before = second.host.session(second.id).view
    third = Talk(Host(library, lambda: store, clock), clock)
    third.take(third.host.resume(ME, second.id))
    after = third.host.session(second.id).view

    assert (before.open and before.open.key) == (after.open and after.open.key)
    assert before.stack[0].road == after.stack[0].road


@settings(max_examples=60, deadline=None)
@given(
    past=st.sampled_from(["1", "2", "/skip"]),
    lines=st.lists(st.sampled_from(["1", "/skip", "/back", "hm"]), max_size=6),
)
def test_a_no_of_the_past_opens_nothing(past, lines):
    """Only an answer of today to the question about safety lets the talk say that it was safe."""
    library, store, clock = LIBRARY, MemoryStore(), FakeClock(1_777_800_000.0)
    first = Talk(Host(library, lambda: store, clock), clock)
    first.greet("main")
    told(first, *FIRST[:4], past, "breathe", "1", "yes")
    second = Talk(Host(library, lambda: store, clock), clock)
    second.greet("main")
    said = ""
    for line in lines:
        second.say(line)
        said += second.said
    entries = second.host.session(second.id).entries
    today = [one for one in entries if isinstance(one, Answered) and one.key.step == "afraid"]

    assert today or "it was safe" not in said
    assert not [one for one in entries if isinstance(one, Recalled) and one.fact == "afraid"]


LIBRARY = a_library()
