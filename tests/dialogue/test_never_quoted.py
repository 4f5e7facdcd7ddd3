"""Words that are never said back: those with a sign of danger in them, and those with a slur."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.program import End, Slot
from bot.dialogue.session import Answered, Changed, SayText, ShowThing
from tests.dialogue.conftest import Talk, ask, make_library, options, program, say

SLUR = "he called me a slut"
TOLD = program(
    "talk",
    ask("story", "write", "What happened?"),
    ask("names", "list", "Which words?", most=3),
    ask("day", "date", "When was it?"),
    ask("who", "choose", "Who was it?", options=options("him", "me")),
    say("told", ("You wrote ", Slot("story", quoted=True), "."), twin=("Thank you.",)),
    say("listed", ("There was ", Slot("names"), "."), twin=("There were words.",)),
    say("dated", ("It was ", Slot("day"), "."), twin=("It was a while ago.",)),
    ask("more", "write", "Is there more?"),
    End("end", "done"),
)  # fmt: skip


@pytest.fixture
def told(rules):
    """A talk with these answers, where no sign of danger leads away from the question."""
    library = replace(make_library(rules, TOLD), paths={})
    return lambda *moves: Talk(library, *moves)


def says(live):
    return [one.text for one in live.turn.effects if isinstance(one, SayText)]


def test_a_slur_is_not_said_back(told):
    """Whoever said it: in their words, in a list and in a date the twin stands instead."""
    live = told(SLUR, "slut, money", "last week, you slut", ("him",))

    assert ["Thank you.", "There were words.", "It was a while ago."] == says(live)


def test_plain_words_are_said_back(told):
    """What holds neither danger nor a slur is leaned on."""
    live = told("he just went quiet", "money", "last week", ("him",))

    assert ['You wrote "he just went quiet".', "There was money.", "It was last week."] == says(
        live
    )


def test_a_slur_beside_a_choice_leaves_the_choice_as_it_is(told):
    """What was chosen is the dialog's word, not theirs."""
    live = told("he left", "money", "last week", "him, the slut")
    answered = [one for one in live.turn.entries if isinstance(one, Answered)]

    assert [("him", False)] == [(one.value, one.marked) for one in answered]


@pytest.mark.parametrize("line", [SLUR, "he hit me and i was scared"])
def test_an_answer_put_right_in_such_words_is_not_said_back_either(told, line):
    """Danger that opens nothing more is marked as well where an earlier answer is changed."""
    live = told("he left", "money", "last week", ("him",), "/change 1", line)
    changed = [one for one in live.session.entries if isinstance(one, Changed)]
    live.hear("/change")
    (shown,) = [one for one in live.turn.effects if isinstance(one, ShowThing)]

    assert [True] == [one.marked for one in changed]
    assert ("1. What happened?", "(your own words)") in shown.rows


def test_a_day_told_with_danger_loses_its_words(told):
    """The day is known, how it was put is not said back."""
    live = told("he left", "money", "he hit me last week", ("him",))

    assert "It was a while ago." in says(live)
