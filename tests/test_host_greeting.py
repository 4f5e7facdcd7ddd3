"""Something to hold: a person's own line to themselves meets them at the next start."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.session import SayText
from bot.forgetting import forget_answer
from bot.host import Host
from bot.language.library import compile_dialogs
from bot.store.memory import MemoryStore
from tests.at_host import ME, FakeClock, Talk
from tests.small_library import PLAN, small_library

HOLD = """\
dialog: tools/hold
title: Something to hold
nodes:
  start:
    - write: What will you tell yourself on the next bad night?
      as: line
      keep: For the next bad night
      greets: yes
    - write: What else?
      as: more
      keep: Another note
    - confirm: Is that good?
      as: good
    - end: held
"""


@pytest.fixture(scope="module")
def library():
    made = compile_dialogs({"dialogs/tools/hold.yaml": HOLD.encode()})
    assert () == made.diagnostics
    small = small_library()
    return replace(small, programs={**small.programs, **made.programs}, _plans={})


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def start(library, store):
    clock = FakeClock()

    def made(dialog="", **options):
        talk = Talk(Host(library, lambda: store, clock, **options), clock)
        talk.greet(dialog)
        return talk

    return made


@pytest.fixture
def hold(start):
    """A kept talk in which a line was left, and another note."""
    talk = start("tools/hold")
    talk.say('it passes. it passed "last" time too')
    talk.pick("yes")
    talk.say("drink some water")
    return talk


def test_the_line_greets_before_anything_else(hold, start):
    """In quotation marks, ahead of what is left unfinished."""
    talk = start()
    said = [one for one in talk.effects if isinstance(one, SayText)]

    assert (
        "You left this line for yourself: \"it passes. it passed 'last' time too\"" == said[0].text
    )
    assert talk.effects[0] == said[0]
    assert talk.labels[0].startswith("Carry on")


def test_it_greets_where_a_dialog_is_named(hold, start):
    """The next start is the next start."""
    assert "it passes" in start(PLAN).said


def test_no_other_note_greets(hold, start):
    """Which one does is said in the dialog, not by its title."""
    assert "water" not in start().said


def forget_first_answer(talk, store):
    live = talk.host._talks[talk.id]
    seq = live.session.view.stack[0].road[0].seq
    forget_answer(store, live.library, live, seq, talk.host._talks)


def test_a_line_taken_back_greets_no_more(hold, start, store):
    """The greeting follows the answer."""
    hold.say("/change 1")
    hold.say("/skip")
    hold.say("/change 1")
    hold.say("breathe")
    assert "breathe" in start().said

    forget_first_answer(hold, store)
    assert "You left" not in start().said
    assert ["Another note"] == [one.title for one in store.notes(ME)]


def test_the_newest_line_greets_also_when_an_older_one_is_forgotten(hold, start, store):
    """Each talk takes back only what is its own."""
    second = start("tools/hold")
    second.say("call my sister")
    assert "call my sister" in start().said

    forget_first_answer(hold, store)
    assert "call my sister" in start().said


def test_after_danger_it_waits(hold, start):
    """For a day only what helps is shown."""
    hold.say("I want to die tonight")

    assert "You left" not in start().said
    assert "You left" not in start("safety/crisis").said


def test_a_line_with_danger_in_it_is_never_kept_as_a_greeting(start):
    """What is risk-marked is no note, so it greets nobody."""
    talk = start("tools/hold")
    talk.say("I want to die tonight")

    assert "You left" not in start().said


def test_in_private_nothing_greets(hold, start):
    """What is kept is not looked at."""
    assert "You left" not in start(private=True).said


def test_which_note_greets_is_not_told_to_a_talk(hold, start):
    """It is a matter of the start, and stands in no log."""
    talk = start(PLAN)

    assert "note that greets you" not in str(talk.host.session(talk.id).entries)


def test_only_a_kept_note_can_greet():
    """Without a title there is no note."""
    text = HOLD.replace("      keep: For the next bad night\n", "")
    found = compile_dialogs({"dialogs/tools/hold.yaml": text.encode()}).diagnostics

    assert [("D113", 5)] == [(one.code, one.span.line) for one in found]
