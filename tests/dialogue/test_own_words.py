"""What an author lists under `also:` is heard as the option, with care for no and for danger."""

from __future__ import annotations

import pytest

from bot.dialogue.engine import step
from bot.dialogue.session import Answered, Begin, Said
from bot.language.library import load_files

DIALOG = """\
dialog: a
title: A
nodes:
  start:
    - choose: What stands between you?
      as: between
      options:
        nothing: {label: Nothing, also: ["^ (nope | nah) $"]}
        their-no:
          label: They said no
          also: ["(asked | told) me to stop"]
          signal: R9 hard-stop
        order:
          label: A rule forbids it
          also: ["(protection | court) order"]
          signal: R9 hard-stop
        went-on:
          label: I went on after that
          also: ["i (wrote | called) [all the same | again]"]
          signal: R8 own
        miles: {label: Many miles, also: ["long distance"]}
        work: {label: A lot of work, also: ["two jobs"]}
    - pick: What do you miss?
      as: missed
      options:
        talks: {label: The talks, also: ["(chatting | being heard)"]}
        touch: Touch
    - end: done
"""


@pytest.fixture(scope="module")
def library():
    """Load the dialog above; no rules, no help lines."""
    return load_files({"dialogs/a.yaml": DIALOG.encode()}, {}).library


def answered(library, *lines):
    """Return the values that the lines were taken as."""
    session = step(library, None, Begin("a", 1, 0.0)).session
    for at, line in enumerate(lines, start=1):
        session = step(library, session, Said(line, float(at))).session
    return [one.value for one in session.entries if isinstance(one, Answered)]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("nah", "nothing"),
        ("she got a protection order on me", "order"),
        ("he told me to stop", "their-no"),
        ("it was always long distance", "miles"),
    ],
)
def test_a_phrase_stands_for_its_option(library, line, value):
    """People rarely type the label."""
    assert [value] == answered(library, line)


def test_a_phrase_that_is_denied_does_not_count(library):
    """There is no court order, so that is not the answer."""
    assert "order" not in answered(library, "there is no court order")


def test_of_two_the_more_serious_is_taken(library):
    """What a person did after a no weighs more than the no."""
    assert ["went-on"] == answered(library, "she asked me to stop and i wrote again")


def test_of_two_without_danger_none_is_taken(library):
    """Nobody guesses between two that fit."""
    assert [] == answered(library, "long distance and two jobs")


def test_phrases_add_to_what_was_picked(library):
    """Where several can be picked, a phrase brings its option beside the ones that were named."""
    assert ["nothing", ("talks", "touch")] == answered(library, "nah", "touch, being heard")


@pytest.mark.parametrize("line", ["mostly it was the day I went home", "went quiet after a while"])
def test_a_word_beside_others_is_no_confession(library, line):
    """An option that opens a path of danger is asked about again rather than guessed."""
    assert [] == answered(library, line)


@pytest.mark.parametrize("line", ["4", "I went on after that", "i went on after that."])
def test_a_number_or_the_whole_label_is_no_guess(library, line):
    """Then the option is taken, whatever it opens."""
    assert ["went-on"] == answered(library, line)
