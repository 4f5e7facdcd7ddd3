"""What a new version does to talks under way: a table of rules, and a law over any edit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.authoring.diff import (
    AGAIN,
    ASIDE,
    ELSEWHERE,
    FROZEN,
    GONE,
    NEW,
    OVER,
    SAME,
    changes,
    fate_of,
    fates,
    places_in,
    told,
)
from bot.dialogue.engine import step
from bot.dialogue.folding import fold
from bot.dialogue.library import Library, Phrases
from bot.dialogue.lines import HelpLines
from bot.dialogue.session import Begin, Said
from bot.language.library import compile_dialogs
from bot.understanding.patterns import Rules

MOOD = "    - choose: How are you?\n      as: mood\n      options: {good: Good, bad: Bad}\n"
SLEEP = "    - confirm: Did you sleep?\n      as: sleep\n"
FOOD = "    - confirm: Did you eat?\n      as: food\n"
LATE = "    - confirm: Is it late?\n      as: late\n"
END = "    - end: done\n"
HEAD = "dialog: a\ntitle: A\nnodes:\n  start:\n"


def library(*steps, name="a", head=HEAD):
    text = head + "".join(steps) + END
    compiled = compile_dialogs({f"dialogs/{name}.yaml": text.encode()})
    assert () == compiled.diagnostics, [str(one) for one in compiled.diagnostics]
    return Library(compiled.programs, Phrases({}), Rules({}), HelpLines((), ()), {})


def log(lib, *lines):
    turn = step(lib, None, Begin("a", 1, 0.0))
    for line in lines:
        turn = step(lib, turn.session, Said(line, 1.0))
    return turn.session.entries


OLD = library(MOOD, SLEEP, FOOD)
RULES = [
    ("a text is edited", (MOOD.replace("How are you?", "How is it?"), SLEEP, FOOD), SAME, "food"),
    ("a question is put in before where the talk stands", (MOOD, LATE, SLEEP, FOOD), NEW, "late"),
    ("a question is put in at the start", (LATE, MOOD, SLEEP, FOOD), NEW, "late"),
    ("a question is put in behind where the talk stands", (MOOD, SLEEP, FOOD, LATE), SAME, "food"),
    ("an answered question is taken out", (MOOD, FOOD), ASIDE, "food"),
    ("the open question is taken out", (MOOD, SLEEP, LATE), NEW, "late"),
    ("a question is put in and another taken out", (LATE, MOOD, FOOD), NEW, "late"),
    ("the chosen option is taken out", (MOOD.replace("good: Good", "fine: Fine"), SLEEP, FOOD), AGAIN, "mood"),
    ("another option is taken out", (MOOD.replace("bad: Bad", "low: Low"), SLEEP, FOOD), SAME, "food"),
    ("an option is added", (MOOD.replace("{good", "{fine: Fine, good"), SLEEP, FOOD), SAME, "food"),
    ("questions change places", (SLEEP, MOOD, FOOD), SAME, "food"),
    ("the open question comes first", (FOOD, MOOD, SLEEP), SAME, "food"),
    ("another kind of question bears the name", (MOOD, SLEEP.replace("confirm", "date"), FOOD), AGAIN, "sleep"),
    ("an answer is renamed", (MOOD, SLEEP.replace("as: sleep", "as: slept"), FOOD), NEW, "slept"),
    ("a rename of an answer is said", (MOOD, SLEEP.replace("as: sleep", "as: slept\n      formerly: sleep"), FOOD), SAME, "food"),
    ("a rename of the open question is said", (MOOD, SLEEP, FOOD.replace("as: food", "as: meal\n      formerly: food")), SAME, "meal"),
    ("an option is renamed", (MOOD.replace("good: Good", "well: Good"), SLEEP, FOOD), AGAIN, "mood"),
    ("a rename of an option is said", (MOOD.replace("good: Good", "well: {label: Good, formerly: good}"), SLEEP, FOOD), SAME, "food"),
    ("the end is reached at once", (MOOD, SLEEP), OVER, ""),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "kind", "question"), [one[1:] for one in RULES], ids=[one[0] for one in RULES])  # fmt: skip
def test_each_edit_does_to_a_talk_what_the_rules_say(steps, kind, question):
    """Somebody has said how they are and that they slept, and is asked whether they ate."""
    fate = fate_of(OLD, library(*steps), log(OLD, "good", "yes"))

    assert (kind, question) == (fate.kind, fate.question)


def test_a_dialog_that_was_on_another_road_is_told_as_such():
    """A question that was there, and is on their road only now, is no new one."""
    steps = (
        "    - if: mood == bad\n      then:\n        - confirm: Is it late?\n          as: late\n",
    )
    old = library(MOOD, *steps, FOOD)
    new = library(MOOD, steps[0].replace("bad", "good"), FOOD)

    assert ELSEWHERE == fate_of(old, new, log(old, "good")).kind


def test_a_talk_whose_dialog_is_gone_cannot_go_on():
    """Unless the new one says that it was called so."""
    head = HEAD.replace("dialog: a", "dialog: b")
    gone = library(MOOD, SLEEP, name="b", head=head)
    moved = library(MOOD, SLEEP, name="b", head=head.replace("title", "formerly: a\ntitle"))

    assert GONE == fate_of(OLD, gone, log(OLD, "good")).kind
    assert SAME == fate_of(OLD, moved, log(OLD, "good")).kind


def test_a_talk_that_is_over_stays_as_it_was_shown():
    """Nothing is asked of somebody who has said goodbye."""
    assert FROZEN == fate_of(OLD, library(LATE), log(OLD, "good", "yes", "no")).kind


def test_all_places_of_a_dialog_are_looked_at():
    """Without any saved talk it can be told what would become of one, wherever it stands."""
    new = library(MOOD, LATE, SLEEP, FOOD)

    counted = fates(OLD, new, places_in(OLD, "a"))

    assert {SAME, NEW} == {fate.kind for fate in counted}
    assert [("a", "changed")] == [tuple(one) for one in changes(OLD, new)]
    assert any("a: late" in line for line in told(counted))


# --- the law ------------------------------------------------------------------------

_QUESTIONS = {
    "mood": ("choose", ("good", "bad", "fine")),
    "side": ("choose", ("left", "right")),
    "sleep": ("confirm", ()),
    "food": ("confirm", ()),
}


def written(order):
    """A dialog with these questions, each with some of its options."""
    steps = []
    for name, options in order:
        kind, _ = _QUESTIONS[name]
        shown = ", ".join(f"{one}: Option {one}" for one in options)
        steps.append(f"    - {kind}: What about {name}?\n      as: {name}\n" + (f"      options: {{{shown}}}\n" if options else ""))  # fmt: skip
    return library(*steps)


@st.composite
def orders(draw):
    """Some questions in some order, each with two of its options or more."""
    names = draw(st.lists(st.sampled_from(sorted(_QUESTIONS)), min_size=1, unique=True))
    found = []
    for name in names:
        options = _QUESTIONS[name][1]
        many = draw(st.integers(2, len(options))) if options else 0
        found.append((name, tuple(draw(st.permutations(options))[:many])))
    return found


@settings(max_examples=80, deadline=None)
@given(orders(), orders(), st.data())
def test_nobody_loses_an_answer_that_still_has_its_question(before, after, data):
    """Whatever is edited: what was answered and can still be answered so is not asked again."""
    old, new = written(before), written(after)
    said = {}
    for name, options in before[: data.draw(st.integers(0, len(before)))]:
        said[name] = data.draw(st.sampled_from(options or ("yes", "no")))
    entries = log(old, *said.values())

    session, asked = fold(new, entries), []
    while session.view.open is not None and not session.view.ended:
        question = session.view.open.question
        asked.append(question.name)
        line = question.options[0].id if question.options else "yes"
        session = step(new, session, Said(line, 2.0)).session

    options = {name: own or ("yes", "no") for name, own in after}
    kept = {name for name, value in said.items() if name in options and value in options[name]}
    assert kept.isdisjoint(asked)
    assert [name for name, _ in after if name not in kept] == asked
