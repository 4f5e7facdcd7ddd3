"""A talk that goes otherwise is shown at its first difference, with the line it came from."""

import pytest

from bot.authoring import testing
from tests.authoring.workshop import BROKEN, HELD, OTHER, PLAN, with_places


@pytest.fixture
def play(tmp_path):
    """Play a transcript of a dialog, and return what is wrong."""

    def played(transcript, plan=PLAN):
        made, places = with_places(plan=plan, other=OTHER)
        file = tmp_path / "talk.txt"
        file.write_text(transcript, encoding="utf-8")
        return testing.run(made, places, file).problem

    return played


def test_a_talk_as_it_was_kept_has_no_problem(play):
    """Nothing is reported where nothing changed."""
    assert play(HELD) is None


def test_the_first_difference_is_shown_with_the_line_of_the_yaml(play):
    """Old line, new line, and where the new one is written."""
    problem = play(HELD, PLAN.replace("How many days?", "How many days shall it be?"))

    assert (5, "turn 1 goes otherwise", True) == (problem.line, problem.says, problem.heals)
    assert problem.shown == (
        "  You: To get steady",
        "- Bot: How many days?",
        "+ Bot: How many days shall it be?",
        "    from my/plan.yaml:20:15",
    )


def test_a_reply_is_traced_to_its_own_line(play):
    """The text of an option does not stand on the line of its question."""
    problem = play("dialog: plan\nBot: A pause can help.\nBot: What is it for?\nYou: 2\nBot: Hm.\n")

    assert "    from my/plan.yaml:14:18" in problem.shown


def test_a_line_that_is_gone_says_where_the_talk_stands(play):
    """There is no place for what is not said."""
    problem = play(HELD, PLAN.replace("    - say: A pause can help.\n", ""))

    assert (2, "it begins otherwise") == (problem.line, problem.says)
    assert problem.shown == (
        "- Bot: A pause can help.",
        "  Bot: What is it for?",
        "    the talk stands at my/plan.yaml:7:7",
    )


def test_a_broken_promise_is_seen_on_the_way(play):
    """A transcript proves its promises too, whatever the words are."""
    bait = HELD.replace("To get steady", "2").replace("planned", "x")

    problem = play(bait, BROKEN)

    assert "a promise is broken on this talk (never): a plan that is a bait" == problem.says
    assert ("    my/plan.yaml:31:5",) == problem.shown


def test_a_talk_kept_for_a_promise_is_about_that_alone(play):
    """Its words may change; when the promise holds, it holds."""
    kept = "dialog: plan\nkeeps: a plan that is a bait\nBot: Old words.\nYou: 2\nBot: x\nYou: 7\nBot: x\n"
    mended = BROKEN.replace("if: answered(days)", "if: answered(days) and purpose == steady")

    assert "a plan that is a bait" in play(kept, BROKEN).says
    assert play(kept, mended) is None


def test_a_promise_nobody_makes_any_more_is_named(play):
    """A renamed promise must not make its test pass."""
    kept = "dialog: plan\nkeeps: a plan that is bait\nBot: x\n"

    assert "did you mean `a plan that is a bait`?" in play(kept, BROKEN).says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("dialog: plam\nBot: x\n", "there is no dialog `plam`; did you mean `plan`?"),
        ("dialog: plan\nHello\n", "a line begins with `Bot:`, `You:` or `#`"),
        ("dialog: plan\nBefore: mood is 3\n", "`plan` takes and recalls no `mood`"),
    ],
)
def test_a_file_that_cannot_be_played_says_why(play, text, says):
    """Nothing is passed over in silence."""
    assert says == play(text).says
