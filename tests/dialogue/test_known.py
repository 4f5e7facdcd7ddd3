"""What is known of earlier talks stands for asking, as far as it fits; a step back asks it after all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.engine import fold, step
from bot.dialogue.expressions import Is
from bot.dialogue.library import EAST, Library, Phrases
from bot.dialogue.lines import HelpLines
from bot.dialogue.program import Ask, Branch, End, Jump, Option, Program, Question, Say, Text
from bot.dialogue.session import Answered, AskQuestion, Begin, Interval, Said, SayText
from bot.understanding.patterns import Rules

START = 1_777_896_000.0
PHRASES = Phrases(
    {"known": ("Known: {question} {answer}.",), "known-too": ("Too: {question} {answer}.",)}
)


def text(name, words):
    return Text(f"d/{name}", ((words,),))


def choose(name, words, *options, **more):
    made = tuple(Option(one, one.capitalize()) if isinstance(one, str) else one for one in options)
    return Ask(name, Question(name, "choose", text(f"{name}/choose", words), made, **more))


MOOD = choose("mood", "How are you?", "good", "bad")
WHO = choose("who", "Who left?", "me", Option("them", "Them", reply=text("who/them", "Hard.")),
             remember="who-left")  # fmt: skip
WHEN = Ask("when", Question("when", "date", text("when/date", "When?"), remember="when-left"))
LAST = choose("last", "And now?", "home", "work")


def library_of(*code):
    program = Program("d", "D", "x", code, {}, ("start",) * len(code))
    return Library({"d": program}, PHRASES, Rules({}), HelpLines((), ()), {})


TALK = library_of(MOOD, WHO, WHEN, LAST, End("end", "done"))


class Played:
    """A talk under way, and what came of its newest turn."""

    def __init__(self, library, **facts):
        self.library, self.at = library, START
        named = {name.replace("_", "-"): value for name, value in facts.items()}
        self.turn = step(library, None, Begin("d", 1, START, "", named))

    def say(self, *lines):
        for line in lines:
            self.at += 10
            self.turn = step(self.library, self.turn.session, Said(line, self.at))
        return self

    @property
    def said(self):
        return [one.text for one in self.turn.effects if isinstance(one, SayText)]

    @property
    def asked(self):
        return next((one.text for one in self.turn.effects if isinstance(one, AskQuestion)), "")

    @property
    def before(self):
        return self.turn.session.view.open.before

    @property
    def answers(self):
        return self.turn.session.view.stack[0].frames[-1].answers


def test_what_is_known_is_said_back_instead_of_asked():
    """In the words of the question and its option, without the reply that belongs to choosing it."""
    talk = Played(TALK, who_left="them", when_left=Interval(3, 3, "three days ago")).say("good")

    assert ["Known: Who left? Them.", "Too: When? Three days ago."] == talk.said
    assert "And now?" == talk.asked


def test_it_stands_in_the_log_as_recalled_and_nothing_else():
    """No answer is made up: the log holds what the person did."""
    talk = Played(TALK, who_left="them", when_left=Interval(3, 3, "then")).say("good")
    answered = [one.key.step for one in talk.turn.session.entries if isinstance(one, Answered)]

    assert ["mood"] == answered
    assert fold(TALK, talk.turn.session.entries).view.stack == talk.turn.session.view.stack


@pytest.mark.parametrize("value", ["nobody", 7, ("me", "them"), None, Interval(1, 1, "x")])
def test_what_does_not_fit_is_asked(value):
    """Another dialog may know more options, an older one another kind of answer."""
    assert "Who left?" == Played(TALK, who_left=value).say("good").asked


def test_an_option_that_is_not_offered_is_asked():
    """What cannot be chosen here now cannot be known here."""
    only = choose("who", "Who left?", "me", Option("them", "Them", guard=Is("mood", "bad")),
                  remember="who-left")  # fmt: skip
    library = library_of(MOOD, only, LAST, End("end", "done"))

    assert "Who left?" == Played(library, who_left="them").say("good").asked
    assert "And now?" == Played(library, who_left="them").say("bad").asked


def test_a_second_visit_is_asked():
    """The same question put twice is two questions: what was known answers the first."""
    code = (WHO, MOOD, Branch("b", Is("mood", "bad"), 4), Jump(0), End("end", "done"))
    talk = Played(library_of(*code), who_left="them").say("bad")

    assert "Who left?" == talk.asked


def test_back_asks_it_with_the_old_answer_beside():
    """And back again comes to what stood before."""
    talk = Played(TALK, who_left="them", when_left=Interval(3, 3, "then")).say("good", "/back")
    assert ("When?", "then") == (talk.asked, talk.before)
    talk.say("/back")
    assert ("Who left?", "Them") == (talk.asked, talk.before)
    talk.say("/back")

    assert ("How are you?", "Good") == (talk.asked, talk.before)


def test_a_new_answer_is_told_with_its_reply():
    """It was chosen now."""
    talk = Played(TALK, who_left="me", when_left=Interval(3, 3, "then")).say(
        "good", "/back", "/back", "them"
    )

    assert "Hard." in talk.said
    assert "them" == talk.answers["who"]
    assert {"who-left": "them"} == talk.turn.session.view.facts


def test_once_asked_again_it_is_not_known_any_more():
    """Also where another answer before it is changed after that."""
    talk = Played(TALK, who_left="me", when_left=Interval(3, 3, "then"))
    talk.say("good", "/back", "/back", "/skip", "two days ago", "/change 1", "bad")

    assert talk.answers["who"] is None


def test_change_puts_another_answer_in_its_place():
    """It is one of the answers that can be changed."""
    talk = Played(TALK, who_left="me", when_left=Interval(3, 3, "then")).say("good", "/change 2")
    assert ("Who left?", "Me") == (talk.asked, talk.before)
    talk.say("them")

    assert "them" == talk.answers["who"]


def test_undo_brings_back_what_was_known():
    """The change counts no more."""
    talk = Played(TALK, who_left="me", when_left=Interval(3, 3, "then"))
    talk.say("good", "/change 2", "them", "/undo")

    assert "me" == talk.answers["who"]


def test_a_skip_and_own_words_are_no_fact():
    """Nothing is remembered that was not chosen."""
    own = replace(WHO, question=replace(WHO.question, other=True))
    talk = Played(library_of(MOOD, own, LAST, End("end", "done"))).say("good", "it just fell apart")
    assert talk.turn.session.view.facts is None
    skipped = Played(TALK).say("good", "/skip")

    assert skipped.turn.session.view.facts is None


def test_the_day_is_that_of_the_persons_clock():
    """Seen from UTC+14 it is already the next day."""
    at_home = library_of(WHEN, Say("s", text("s", "Thanks.")), LAST, End("end", "done"))
    here = Played(at_home, **{EAST: 0}).say("on sunday")
    east = Played(at_home, **{EAST: 14 * 3_600}).say("on sunday")
    found = [one.answers["when"].days[:2] for one in (here, east)]

    assert [(1, 1), (2, 2)] == found
