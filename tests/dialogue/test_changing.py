"""Answers put right: what is said again, what is said of it, and that nothing comes twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.expressions import Is
from bot.dialogue.program import Branch, Conclude, End, Jump, Option, Row, Show, SignalMark, Slot
from bot.dialogue.session import AskQuestion, SayText, ShowThing
from bot.dialogue.wording import put_on
from tests.dialogue.conftest import Talk, ask, make_library, options, program, say, text

CHOICE = ask(
    "wish", "choose", "What do you wish for?",
    options=(
        Option("back", "To be together", reply=text("d/wish/back", "I hear you.")),
        Option("peace", "Peace"),
        Option("both", "Both"),
    ),
)  # fmt: skip
MIRROR = program(
    "talk",
    ask("mood", "rate", "How are you, 0 to 10?"),  # 0
    CHOICE,  # 1
    say("thanks", "Thank you for telling me."),  # 2
    Branch("b1", Is("wish", "back"), 6),  # 3
    say("long", "That takes time."),  # 4
    ask("why", "write", "What do you miss?"),  # 5
    ask("sleep", "choose", "How do you sleep?", options=options("well", "badly")),  # 6
    say("have", "What I have so far."),  # 7
    say("mood-is", ("You are at ", Slot("mood"), ".")),  # 8
    say("wish-is", ("You wish for: ", Slot("wish"), ".")),  # 9
    ask(
        "right", "choose", "Did I get it right?",
        options=(Option("yes", "Yes"), Option("no", "Not quite", opens="change")),
    ),  # 10
    End("end", "done"),
)  # fmt: skip


@pytest.fixture
def mirror(rules):
    """A talk that stands at a small mirror after these moves."""
    library = make_library(rules, MIRROR)
    return lambda *moves: Talk(library, *moves)


def says(live):
    return [one.text for one in live.turn.effects if isinstance(one, SayText)]


def asks(live):
    return [one.key.step for one in live.turn.effects if isinstance(one, AskQuestion)]


def test_a_changed_line_of_the_mirror_is_said_again_and_no_other(mirror):
    """Behind the change come the lines whose words are new, then the mirror's question."""
    live = mirror("7", ("peace",), ("well",), "/change 1")
    assert live.view.open.before == "7"
    live.hear("3")
    assert says(live) == ["changed", "changed.rest", "You are at 3."]
    assert asks(live) == ["right"]


def test_changed_back_the_old_words_are_said_again(mirror):
    """What stood in between was the last that was heard, so the first words are news."""
    live = mirror("7", ("peace",), ("well",), "/change 1", "3", "/change 1", "7")
    assert says(live) == ["changed", "changed.rest", "You are at 7."]


@pytest.mark.parametrize("again", ["7", "3"])
def test_after_back_only_what_changed_is_said_again(mirror, again):
    """A line that stays as it was is said once, however often one passes it."""
    live = mirror("7", ("peace",), ("well",), "/back", "/back", "/back", again)
    assert says(live) == []
    live.hear(("peace",))
    assert says(live) == []
    live.hear(("well",))
    assert says(live) == ([] if again == "7" else ["You are at 3."])


def test_after_back_a_skip_says_nothing_twice(mirror):
    """Leaving the question open leads over passed ground as well."""
    live = mirror("7", ("peace",), "/back", "/back")
    live.hear("/skip")
    assert says(live) == []
    live.hear(("peace",))
    assert says(live) == []


def test_another_road_after_back_is_told_and_the_old_ground_is_not(mirror):
    """A new branch is new; where the roads meet again, nothing is repeated."""
    live = mirror("7", ("peace",), ("well",), "/back", "/back", ("back",))
    assert says(live) == ["I hear you.", "That takes time."]
    assert asks(live) == ["why"]


def test_a_change_tells_of_the_question_it_opens(mirror):
    """Another question comes first; answers behind it are kept and count again."""
    live = mirror("7", ("peace",), ("well",), "/change 2", ("back",))
    assert says(live)[:3] == ["changed", "changed.asks", "changed.behind.1"]
    assert asks(live) == ["why"]
    live.hear("their laugh")
    assert asks(live) == ["right"]


def test_a_change_tells_how_many_answers_it_sets_aside(mirror):
    """They are not lost: changed back, they count again, and that is said."""
    live = mirror("7", ("back",), "their laugh", ("well",), "/change 2", ("peace",))
    assert says(live) == ["changed", "changed.aside.1", "You wish for: Peace."]
    live.hear("/change 2")
    live.hear(("back",))
    assert says(live)[:2] == ["changed", "changed.again.1"]
    assert asks(live) == ["right"]


CONCLUDING = program(
    "talk",
    CHOICE,  # 0
    ask("afraid", "choose", "Were you afraid?", options=options("no", "yes")),  # 1
    Branch("b", Is("wish", "both"), 4),  # 2
    ask("how", "choose", "How would that go?", options=options("well", "badly")),  # 3
    Conclude(
        "verdict",
        (
            Row("afraid", Is("afraid", "yes"), text("d/v/0", "Safety first.")),
            Row("wish", Is("wish", "back"), text("d/v/1", "You want it.")),
            Row("open", None, text("d/v/2", "It is open.")),
        ),
        "verdict",
    ),  # 4
    Show("reasons", "reasons"),  # 5
    ask("right", "choose", "Did I get it right?", options=options("yes", "no")),  # 6
    End("end", "done"),
)  # fmt: skip


@pytest.fixture
def concluded(rules):
    """A talk that has come to a conclusion and asks about it."""
    return Talk(make_library(rules, CONCLUDING), ("back",), ("no",))


def test_a_change_tells_that_the_conclusion_is_another(concluded):
    """The new conclusion is said, and that it is new."""
    concluded.hear("/change 2")
    concluded.hear(("yes",))
    assert says(concluded) == ["changed", "changed.concluded", "Safety first."]


def test_a_change_tells_that_the_conclusion_is_open_again(concluded):
    """Where a new question stands before it, nothing is concluded yet."""
    concluded.hear("/change 1")
    concluded.hear(("both",))
    assert says(concluded) == ["changed", "changed.asks", "changed.reopened"]
    assert asks(concluded) == ["how"]


def test_a_change_that_opens_a_path_of_safety_tells_no_more(rules):
    """What it did to the talk waits; safety comes first."""
    fear = ask(
        "fear", "choose", "Were you afraid?",
        options=(Option("no", "No"), Option("yes", "Yes", signal=SignalMark("R5", "red"))),
    )  # fmt: skip
    abuse = program("safety/abuse", say("believe", "I believe you."), End("e", "heard"))
    talk = program("talk", fear, ask("mood", "rate", "Mood?"), End("end", "done"))
    live = Talk(make_library(rules, talk, abuse), ("no",), "/change 1", ("yes",))
    assert says(live) == ["changed", "I believe you."]


def test_a_wait_is_not_among_what_can_be_changed(rules):
    """It is over; numbers count the answers alone."""
    talk = program(
        "talk",
        ask("surf", "wait", "Wait a little.", seconds=60, leave="Done"),
        ask("mood", "rate", "Mood?"),
        ask("more", "confirm", "More?"),
        End("end", "done"),
    )
    live = Talk(make_library(rules, talk), ("left",), "4", "/change")
    [shown] = [one for one in live.turn.effects if isinstance(one, ShowThing)]
    assert shown.rows == (("1. Mood?", "4"),)
    live.hear("/change 1")
    assert live.view.open.question.name == "mood"


def test_with_no_answer_yet_there_is_nothing_to_change(mirror):
    """It is said, and the question stays."""
    live = mirror("/change")
    assert says(live) == ["change-none"]
    assert asks(live) == ["mood"]


def test_a_question_passed_again_may_say_its_line_again(rules):
    """A way back by `goto` is a new visit, and no passed ground."""
    talk = program(
        "talk",
        say("hello", "Here again."),
        ask("again", "confirm", "Once more?"),
        Branch("b", Is("again", "yes"), 4),
        Jump(0),
        End("end", "done"),
    )
    live = Talk(make_library(rules, talk), ("yes",))
    assert says(live) == ["Here again."]


QUOTING = program(
    "talk",
    ask("name", "choose", "Who was it?", options=options("sam", "kim")),
    ask(
        "fight", "choose", "",
        options=(
            Option("loud", "Loud"), Option("quiet", "Quiet", guard=Is("name", "sam")),
            Option("never", "Never", guard=Is("name", "kim")),
        ),
    ),
    ask("more", "confirm", "More?"),
    End("end", "done"),
)  # fmt: skip


def test_a_question_is_put_as_it_was(rules):
    """In the list and when it is asked again its names are filled in, and its options are the same."""
    fight = QUOTING.code[1]
    question = replace(
        fight.question, text=text("d/fight/choose", ("How did ", Slot("name"), " fight?"))
    )
    talk = replace(
        QUOTING, code=(QUOTING.code[0], replace(fight, question=question), *QUOTING.code[2:])
    )
    live = Talk(make_library(rules, talk), ("sam",), ("quiet",), "/change")
    [shown] = [one for one in live.turn.effects if isinstance(one, ShowThing)]
    assert ("2. How did sam fight?", "Quiet") == shown.rows[1]
    live.hear("/change 2")
    assert "How did sam fight?" == live.view.open.text
    assert ["loud", "quiet"] == [one.id for one in live.view.open.question.options]


def test_the_same_answer_again_is_no_change(mirror):
    """It is said that nothing moved, in one sentence."""
    live = mirror("7", ("peace",), ("well",), "/change 2", ("peace",))
    assert says(live) == ["changed.same"]
    assert asks(live) == ["right"]


def test_a_question_of_an_item_is_listed_with_its_item(talk):
    """Whoever changes one of several reasons sees which one it is."""
    live = talk("7", ("them",), "lies, money", ("theirs",), ("mine",))
    road = live.view.stack[0].road
    question = replace(road[3].question, text=text("d/b/text", (Slot("reason"), ": whose?")))
    road = tuple(
        one._replace(question=question) if one.key.step == "blame" else one for one in road
    )
    assert ["lies: whose?", "money: whose?"] == [put_on(road, one) for one in road[3:5]]
