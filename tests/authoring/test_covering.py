"""Few talks come by everything, and what no talk came by is named with its line."""

from bot.authoring.counterexamples import counter_examples
from bot.authoring.coverage import Coverage, items_of, missing, tallies, walk
from bot.authoring.covering import cover
from bot.authoring.testing import broken_promises
from bot.authoring.transcripts import play, read
from tests.authoring.workshop import BROKEN, HELD, OTHER, PLAN, library

LOOP = """dialog: plan
title: A loop
nodes:
  start:
    - pick: What helps?
      as: helps
      options: {walk: A walk, tea: Tea, nothing: Nothing}
      alone: nothing
    - for each: one
      in: helps
      do:
        - rate: How much, {one}?
          as: much
    - wait: 1 minute
      text: Breathe.
      leave: Enough
      as: breath
    - if: breath == left
      then:
        - end: left
    - date: Since when?
      as: since
    - if: days_since(since) >= 7
      then:
        - say: A while.
    - list: What next?
      as: next
      up to: 3
    - if: count(next) >= 2
      then:
        - end: much
    - end: little
"""


def seen_in(made, *transcripts):
    coverage = Coverage(made)
    for one in transcripts:
        talk = play(made, one)
        walk(talk.library, talk.session.entries, coverage.hook)
    return coverage.seen


def test_a_talk_counts_the_steps_options_and_outcomes_it_came_by():
    """Each kind has its own count."""
    made = library()
    told = tallies([made.programs["plan"]], seen_in(made, read(HELD)))

    assert {"step": "6 of 8", "option": "1 of 2", "outcome": "1 of 2"} == {
        kind: str(one) for kind, one in told.items()
    }


def test_what_was_taken_back_counts_as_well():
    """A talk that goes back has still been there."""
    made = library()
    both = HELD.replace("You: 7\nBot: [over: planned]\n", "You: /back\nYou: 2\n")

    seen = {one.name for one in seen_in(made, read(both)) if one.kind == "option"}

    assert {"steady", "miss"} == seen


def test_what_no_talk_visits_is_named_with_its_line():
    """An author can go there at once."""
    made = library()

    told = list(missing(made.programs["plan"], seen_in(made, read(HELD))))

    assert told == [
        "my/plan.yaml:8:7: the option `miss` of `purpose`",
        "my/plan.yaml:17:11: this step",
        "my/plan.yaml:28:11: this step",
        "the outcome `tonight` of plan",
    ]


def test_few_talks_come_by_everything():
    """Branches, an option's reply, both ends; and none of the talks is there for nothing."""
    made = library()
    found = cover(made, "plan")

    assert found.complete
    assert frozenset() == found.left
    assert set(items_of(made.programs["plan"])) <= seen_in(made, *found.talks)
    assert len(found.talks) == 2


def test_every_kind_of_question_can_be_answered_for_a_cover():
    """Waits, dates, lists and loops over a list are talked through as well."""
    made = library(plan=LOOP)

    found = cover(made, "plan")

    assert frozenset() == found.left
    assert set(items_of(made.programs["plan"])) <= seen_in(made, *found.talks)


def test_what_stands_before_a_dialog_is_part_of_its_cover():
    """What is handed over and what was heard before are tried, too."""
    made = library(
        plan=PLAN, other=OTHER.replace("answered(told)", "answered(told) and signal(red)")
    )

    found = cover(made, "other")

    assert frozenset() == found.left
    assert (("told", "…"), ("signal", "red")) in [talk.before for talk in found.talks]


def test_a_cover_is_the_same_every_time():
    """What is kept under version control must not change by itself."""
    assert cover(library(), "plan").talks == cover(library(), "plan").talks


def test_a_broken_promise_is_a_talk_that_breaks_it():
    """The shortest road is held in the real engine, and breaks it there."""
    made = library(plan=BROKEN, other=OTHER)

    (found,) = counter_examples(made, "plan")

    assert ("a plan that is a bait", True) == (found.promise.says, found.shown)
    assert ("So that they miss me", "1") == found.transcript.said
    assert (found.promise,) == broken_promises(play(made, read(found.transcript.written())))


def test_kept_promises_have_no_counter_example():
    """There is nothing to save."""
    assert [] == list(counter_examples(library(), "plan"))
