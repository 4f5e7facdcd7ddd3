"""Why a talk went as it did is a tree: conditions, their parts, and the answers at the leaves."""

import pytest

from bot.authoring.conditions import written
from bot.authoring.counting import counted, in_lines
from bot.authoring.explaining import decisions, lines
from bot.authoring.pane import pane
from bot.authoring.retelling import retold
from bot.authoring.transcripts import Talk
from bot.dialogue.session import AskQuestion
from tests.authoring.workshop import OTHER, PLAN, compiled, library
from tests.page.small_talk import TALK

ROAD = ("go", "4", "he left on a sunday", "money", "Me", "Well", "Never", "No")


def talked(made, dialog, *said):
    talk = Talk(made, dialog)
    for line in said:
        talk.say(line)
    return talk


def told(talk, facts, kind):
    found = decisions(talk.library, talk.session.entries, facts)
    return ["\n".join((one.came_to, *lines(one.because))) for one in found if one.kind == kind]


def concluded(*said):
    made = library(small=TALK)
    talk = talked(made, "small", *ROAD, *said)
    return told(talk, compiled(small=TALK).facts, "conclude")


def test_a_conclusion_is_a_tree_of_answers():
    """Each indicator with the answer it weighs; the words of the person stay out."""
    (shown,) = concluded("To try again", "That they want it")

    assert shown == (
        "mutual_healthy_so_far\n"
        "└ for(wish) and for(theirs) and answered(story)  → true\n"
        "  ├ for(wish)  → true\n"
        "  │ └ want = back, which is for\n"
        "  ├ for(theirs)  → true\n"
        "  │ └ said = plainly, which is for\n"
        "  └ answered(story)  → true\n"
        "    └ story = (their own words)"
    )


def test_the_last_row_needs_no_reason():
    """Nothing above it was true."""
    assert ["not_enough_known"] == concluded("To let go", "That it's over")


def test_a_signal_tells_its_code_and_where_it_came_from():
    """By an option or by words, never which words."""
    made = library(small=TALK, other=OTHER)
    road = (*ROAD[:6], "Often", "yes", "No", "To try again", "That it's over")

    found = told(talked(made, "small", *road), {}, "conclude")

    assert ["not_safe\n└ signal(red)  → true\n  └ R5 from an option"] == found


def test_a_fact_is_called_by_its_name():
    """The name an author gave it, and below it what it hangs on."""
    made = compiled(plan=PLAN, other=OTHER)
    found = told(talked(library(), "plan", "2"), made.facts, "if")

    assert found[0] == (
        "true\n"
        "└ is-bait  → true\n"
        "  ├ purpose == miss  → true\n"
        "  │ └ purpose = miss\n"
        "  └ not visited(other)  → true"
    )


@pytest.mark.parametrize(
    "guard",
    [
        "a == x",
        "a != x",
        "a in [x, y]",
        "b has x",
        "answered(a) and unknown(b)",
        "a == x and (b has x or n >= 3)",
        "not (a == x and b has y)",
        "not (a == x or b has y)",
        "sure(a == x) or not sure(b has x)",
        "count(b) >= 2 and days_since(d) < 7",
        "any(b: b == x)",
        "signal(red) or visited(plan)",
        "for(I) or against(I) or unknown(I)",
        "at least 1 of [I] for",
        "n == 3 or n > 4.5",
    ],
)
def test_a_condition_is_written_as_its_author_would(guard):
    """Read again it is the same condition."""
    text = f"""dialog: plan
title: x
indicators:
  I: {{asks: Is it?, weigh: a, for: {{x: Yes.}}, against: {{y: No.}}}}
nodes:
  start:
    - choose: A?
      as: a
      options: {{x: X, y: Y}}
    - pick: B?
      as: b
      options: {{x: X, y: Y}}
    - number: N?
      as: n
      from: 0
      to: 9
    - date: D?
      as: d
    - if: "{guard}"
      then:
        - say: Yes.
    - end: e
"""
    branch = next(one for one in compiled(plan=text).programs["plan"].code if hasattr(one, "guard"))

    assert guard == written(branch.guard, {})


def test_the_pane_shows_what_was_heard_which_fork_and_what_is_known():
    """Pattern, fork, answers, facts; and signals where there are any."""
    made = compiled(plan=PLAN, other=OTHER)
    talk = Talk(library(), "plan")
    asked = talk.session.view.open
    talk.say("so that they miss me")

    shown = pane(talk.library, talk.session, made.facts, asked, "so that they miss me")

    assert shown == [
        "heard     miss",
        "            because of label:miss (bot/understanding/options.py)",
        "forks     my/plan.yaml:15:7 if: true",
        "            └ is-bait  → true",
        "              ├ purpose == miss  → true",
        "              │ └ purpose = miss",
        "              └ not visited(other)  → true",
        "answers   purpose = miss",
        "facts     is-bait → true",
    ]


def test_the_pane_names_signals_by_code_and_level():
    """What a line raised, and what stands in the talk."""
    talk = Talk(library(), "plan")
    asked = talk.session.view.open
    talk.say("i want to die tonight")

    shown = pane(talk.library, talk.session, {}, asked, "i want to die tonight")

    assert "signals   R2 red-now" in shown
    assert any("because of wants-to-die" in one for one in shown)


def test_a_talk_is_told_again_as_the_file_reads_now():
    """Each answer behind its question, and the open question last."""
    talk = talked(library(), "plan", "2")
    newer = library(plan=PLAN.replace("A pause can help.", "A pause helps."), other=OTHER)

    told_again = retold(newer, talk.session.entries)

    assert [
        (["A pause helps.", "What is it for?"], "So that they miss me"),
        (["Many people hope for that.", "Let us look at that first.", "How many days?"], None),
    ] == [([one.text for one in each.effects], each.answer) for each in told_again]
    assert isinstance(told_again[-1].effects[-1], AskQuestion)


def test_counts_name_answers_and_never_what_was_answered():
    """How often which row won, and by which answers; rare ones are not told apart."""
    made = library(small=TALK)
    yes = talked(made, "small", *ROAD, "To try again", "That they want it").session.entries
    no = talked(made, "small", *ROAD, "To let go", "That it's over").session.entries

    talks = [(f"person {place}", one) for place, one in enumerate([yes] * 6 + [no] * 2)]
    shown = list(in_lines(counted(made, talks, {})))

    assert shown == [
        "small: mutual_healthy_so_far, 6 people (my/small.yaml:79:11)",
        "  decided by said 6, story 6, want 6",
        "Fewer than 5 people each: 2 more in all.",
    ]
