"""What walking every road has shown, told in sentences."""

from __future__ import annotations

from bot.authoring.walks import walk_told
from bot.dialogue.library import Library, Phrases
from bot.dialogue.lines import HelpLines
from bot.language.explore import explore
from bot.language.library import compile_dialogs
from bot.understanding.patterns import Rules

TALK = """\
dialog: a
title: A talk
minutes: 4
nodes:
  start:
    - choose: How are you?
      as: mood
      options: {good: Good, bad: Bad}
    - if: mood == good
      then:
        - end: fine
    - if: mood == good
      then:
        - say: Nobody hears this.
    - confirm: Did you sleep?
      as: sleep
    - end: told
never:
  - a bad day ends as a fine one: ends fine and mood == bad
"""


def told(text, budget=1000):
    compiled = compile_dialogs({"dialogs/a.yaml": text.encode()})
    assert () == compiled.diagnostics
    library = Library(compiled.programs, Phrases({}), Rules({}), HelpLines((), ()), {})
    return walk_told(library, explore(library, "a", budget=budget), compiled.sources)


def test_lengths_ends_and_promises_are_told():
    """An author sees how long it can take, how it ends, and what is proved."""
    said = told(TALK)

    assert "every road was walked" in said
    assert "shortest talk: 1 question\n" in said
    assert "longest talk: 2 questions" in said
    assert "can end: fine, told" in said
    assert "promise (holds on every road): a bad day ends as a fine one" in said


def test_what_nobody_reaches_is_told_with_the_guard_that_shuts_it():
    """The line of the step, the line of the guard, and the words of the file."""
    said = told(TALK)

    assert "dialogs/a.yaml:14:11: D411 nobody ever gets to this step" in said
    assert "- say: Nobody hears this." in said
    assert "the guard in line 12 is never true" in said


def test_a_talk_that_can_go_round_has_no_longest():
    """Where a question leads back to itself, no number is made up."""
    round_ = TALK.replace(
        "    - end: told",
        "    - if: sleep == no\n      then:\n        - goto: start\n    - end: told",
    )

    assert "a talk can go round" in told(round_)


def test_a_search_that_gave_up_says_so():
    """Nothing is claimed of roads that were not walked."""
    said = told(TALK, budget=0)

    assert "NOT every road was walked" in said
    assert "holds on every road" not in said
