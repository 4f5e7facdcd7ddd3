"""The room behind /summary: what shall go in, as what, and when there is nothing to hand over."""

from __future__ import annotations

import pytest

from bot.dialogue.session import AskQuestion, Picked, Said, SayText, ShowThing, Signpost
from bot.host import HandOver, Host, Moved
from bot.store.memory import MemoryStore
from tests.page.small_talk import START, small_talk, told

ME = "me"
KEPT = """
dialog: kept
title: A talk that is kept
nodes:
  start:
    - write: One line to keep.
      as: note
      keep: My line
    - call: small
    - end: done
"""


class FakeClock:
    def __init__(self) -> None:
        self.at = START + 10_000

    def now(self) -> float:
        self.at += 1
        return self.at


class Talk:
    """A person at a host, and what came back last."""

    def __init__(self, host: Host) -> None:
        self.host, self.id, self.effects = host, "", ()

    def take(self, effects):
        for effect in effects:
            if isinstance(effect, Moved):
                self.id = effect.conversation
        self.effects = effects
        return self

    def begin(self, dialog):
        return self.take(self.host.greet(ME, dialog, 1))

    def hear(self, event):
        return self.take(self.host.hear(ME, self.id, event))

    def say(self, *lines):
        for line in lines:
            self.hear(Said(line, self.host.clock.now()))
        return self

    def tell(self, **answers):
        told(self.hear, lambda: self.host.session(self.id), **answers)
        return self

    def of(self, kind):
        return [one for one in self.effects if isinstance(one, kind)]

    @property
    def labels(self):
        return [one.label for one in self.of(AskQuestion)[-1].question.options]


@pytest.fixture(scope="module")
def library():
    return small_talk(KEPT)


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def start(library, store):
    """Start at the same store as a new process would, a little later."""
    clock = FakeClock()
    return lambda: Talk(Host(library, lambda: store, clock, country="GB"))


def test_the_page_is_shown_in_short_before_anything_is_asked(start):
    """The result, what it rests on, the step and the person come first."""
    talk = start().begin("small").tell().say("/summary")
    (shown,) = talk.of(ShowThing)

    assert ("✓", "You want to try again.") in shown.rows
    assert ("-", "What is one step? One calm talk") in shown.rows
    assert "What shall go in?" in talk.of(AskQuestion)[0].text


@pytest.mark.parametrize(
    ("lines", "name", "has", "lacks"),
    [
        (("2", "1"), ".md", "he left on a sunday", "<p>"),
        (
            ("all of it", "a file for the browser (HTML)"),
            ".html",
            "he left on a sunday",
            "come home",
        ),
        (("1", "1"), ".md", "How did you sleep?", "sunday"),
        (("3", "1"), ".md", "One calm talk", "How did you sleep?"),
        (("4", "1, 5", "1"), ".md", "One calm talk", "money"),
    ],
)
def test_a_file_holds_what_was_chosen(start, lines, name, has, lacks):
    """Everything, without their words, only the result and the step, or part by part."""
    talk = start().begin("small").tell().say("/summary", *lines)
    (handed,) = talk.of(HandOver)

    assert handed.name == f"page-18-november-2026{name}"
    assert has in handed.text
    assert lacks not in handed.text
    assert "Emergency: 999" in handed.text


def test_parts_can_be_pressed_as_well_as_typed(start):
    """A list of buttons gives the same page."""
    talk = start().begin("small").tell().say("/summary", "4")
    talk.hear(Picked(("part-1", "step"), START + 20_000)).say("1")
    (handed,) = talk.of(HandOver)

    assert "How did you sleep?" in handed.text
    assert "sunday" not in handed.text


def test_only_here_writes_no_file(start):
    """The page is shown in the talk, a section at a time."""
    talk = start().begin("small").tell().say("/summary", "2", "4")

    assert [] == talk.of(HandOver)
    assert "in your words" in [one.what for one in talk.of(ShowThing)]


def test_no_page_is_a_way_out(start):
    """Whoever looked only goes on with the talk."""
    talk = start().begin("small").tell(until="said").say("/summary", "no page now")

    assert [] == talk.of(HandOver)
    assert "What have they said?" == talk.of(AskQuestion)[-1].text


def test_words_at_these_questions_are_heard_as_words(start):
    """Danger in place of a choice is heard, and there is no page after it."""
    talk = start().begin("small").tell().say("/summary", "i want to die tonight")

    assert any("glad you told me" in one.text for one in talk.of(SayText))
    talk.say("/summary")
    assert [] == talk.of(ShowThing)
    assert talk.of(Signpost)


def test_for_a_day_after_danger_no_talk_has_a_page(start):
    """Not even one that was held before it, and was well."""
    talk = start().begin("small").tell()
    well = talk.id
    talk.begin("home/door").say("i want to die tonight")
    talk.id = well
    talk.say("/summary")

    assert [] == talk.of(ShowThing)
    assert talk.of(Signpost)


def test_with_nothing_to_show_it_says_so(start):
    """At the door there is no page yet."""
    talk = start().begin("home/door").say("/summary")

    assert "There's no page yet." in talk.of(SayText)[0].text
    assert "What happened tonight?" == talk.of(AskQuestion)[-1].text


def test_the_newest_ended_talk_has_its_page_another_day(start):
    """Whoever comes back finds it, without going through the talk again."""
    talk = start().begin("kept").say("a line", "yes").tell()
    assert talk.host.session(talk.id).view.ended

    again = start().begin("home/door").say("/summary", "2", "1")
    assert "he left on a sunday" in again.of(HandOver)[0].text


@pytest.mark.parametrize("kept", [True, False])
def test_danger_in_a_newer_talk_leaves_an_older_page_in_its_drawer(start, kept):
    """What was hopeful before it is not handed over after it, whether it was kept or not."""
    start().begin("kept").say("a line", "yes").tell()
    newer = start().begin("small").tell(until="sleep", story="he hit me")
    talk = start().begin("home/door") if kept else newer
    talk.say("/summary")

    assert [] == talk.of(ShowThing)
    assert "There's no page yet." in talk.of(SayText)[0].text


@pytest.mark.parametrize("space", ["they", "went-on"])
def test_a_no_in_a_newer_talk_leaves_an_older_page_in_its_drawer(start, space):
    """Whoever was asked for space since is not handed what was hopeful before."""
    start().begin("kept").say("a line", "yes").tell()
    talk = start().begin("small").tell(until="want", space=(space,)).say("/summary")

    assert [] == talk.of(ShowThing)
    assert "There's no page yet." in talk.of(SayText)[0].text


def test_an_option_may_open_the_room(start):
    """An author can offer the page; the question stays open behind it."""
    talk = start().begin("small").say("show my page")

    assert "Shall we?" == talk.of(AskQuestion)[-1].text
