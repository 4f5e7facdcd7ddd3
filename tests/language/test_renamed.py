"""What looks renamed from one version to the next, and does not say so."""

from __future__ import annotations

import pytest

from bot.language.library import compile_dialogs
from bot.language.renamed import renames

OLD = """\
dialog: a
title: A
nodes:
  start:
    - choose: How are you?
      as: mood
      options: {good: Good, bad: Bad}
    - confirm: Did you sleep?
      as: sleep
    - end: done
"""


def programs(text, name="a"):
    return compile_dialogs({f"dialogs/{name}.yaml": text.encode()}).programs


CHANGED = [
    (("as: sleep", "as: slept"), ("answer", "sleep", "slept", 8)),
    (("as: mood", "as: state"), ("answer", "mood", "state", 5)),
    (("good: Good", "well: Good"), ("option", "good", "well", 5)),
    (("as: sleep", "as: slept\n      formerly: sleep"), None),
    (("good: Good", "well: {label: Good, formerly: good}"), None),
    (("confirm: Did you sleep?\n      as: sleep", "date: When did you eat?\n      as: ate"), None),
    (("Did you sleep?", "Have you slept?"), None),
]


@pytest.mark.parametrize(("edit", "seen"), CHANGED)
def test_a_rename_is_seen_unless_it_is_said_or_something_else_is_new(edit, seen):
    """The same question or label under a new name is one; another question is not."""
    found = list(renames(programs(OLD), programs(OLD.replace(*edit))))

    assert ([seen] if seen else []) == [
        (one.what, one.before, one.after, one.where.line) for one in found
    ]


def test_a_dialog_with_the_same_questions_under_a_new_path_is_seen():
    """A file that was moved by hand would leave its talks behind."""
    moved = OLD.replace("dialog: a", "dialog: b")

    [one] = renames(programs(OLD), programs(moved, "b"))

    assert ("dialog", "a", "b") == (one.what, one.before, one.after)
    assert "D212" == one.diagnostic("dialogs/b.yaml").code
    assert [] == list(
        renames(programs(OLD), programs(moved.replace("title", "formerly: a\ntitle"), "b"))
    )
