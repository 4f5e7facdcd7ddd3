"""Names are changed wherever they stand: comments stay, and talks under way go on."""

from __future__ import annotations

import pytest

from bot.authoring.rename import CannotRenameError, rename
from bot.authoring.scaffold import scaffold
from bot.dialogue.engine import step
from bot.dialogue.folding import fold
from bot.dialogue.library import Library, Phrases
from bot.dialogue.lines import HelpLines
from bot.dialogue.session import Begin, Said
from bot.language.library import compile_dialogs
from bot.understanding.patterns import Rules

PLAN = """\
dialog: tools/plan
title: A plan
gives: [purpose]
nodes:
  start:  # it begins here
    - choose: What is it for?
      as: purpose  # read further down
      options:
        steady: To get steady  # the usual one
        miss:
          label: So that they miss me
          reply: Thank you.
        other: {label: Something else}
    - choose: Which days?
      as: days
      options: {one: One day, two: Two days}
    - if: purpose == miss and days in [one, two]
      then:
        - say: "For {purpose}: {days}."
        - end: planned
    - goto: last

  last:
    - end: open

never:
  - an end without a plan: ends planned and not purpose == miss
"""
DAY = """\
dialog: day
title: A day
nodes:
  start:
    - call: tools/plan
      as: plan
    - call: tools/plan
    - if: plan == planned and plan.purpose == miss
      then:
        - say: "You plan for {plan.purpose}."
    - confirm: Was it a good day?
      as: good
    - if: visited(tools/plan)
      then:
        - end: done
    - end: done
"""
FILES = {"dialogs/tools/plan.yaml": PLAN.encode(), "dialogs/day.yaml": DAY.encode()}


def library(files):
    compiled = compile_dialogs(files)
    assert () == compiled.diagnostics, [str(one) for one in compiled.diagnostics]
    return Library(compiled.programs, Phrases({}), Rules({}), HelpLines((), ()), {})


def renamed(old, new, kind=""):
    done = rename(FILES, old, new, kind)
    files = {**FILES, **done.files}
    if done.moved is not None:
        del files[done.moved[0]]
    return files


def talk(lib, dialog, lines):
    turn = step(lib, None, Begin(dialog, 1, 0.0))
    for line in lines:
        turn = step(lib, turn.session, Said(line, 1.0))
    return turn.session


RENAMES = [
    ("tools/plan:purpose", "aim", ""),
    ("tools/plan:days", "length", ""),
    ("tools/plan:purpose.steady", "calm", ""),
    ("tools/plan:purpose.miss", "be-missed", ""),
    ("tools/plan:purpose.other", "else-what", ""),
    ("tools/plan:days.one", "single", ""),
    ("tools/plan:planned", "settled", ""),
    ("tools/plan:last", "the-end", ""),
    ("tools/plan", "tools/quiet-plan", ""),
    ("day:good", "fine", ""),
]


@pytest.mark.parametrize(("old", "new", "kind"), RENAMES)
def test_after_a_rename_everything_compiles_and_comments_stay(old, new, kind):
    """Whatever is renamed, no place is left out and no note of the author's is lost."""
    files = renamed(old, new, kind)

    library(files)

    before = sum(content.count(b"#") for content in FILES.values())
    assert before == sum(content.count(b"#") for content in files.values())


@pytest.mark.parametrize(("old", "new", "kind"), RENAMES)
@pytest.mark.parametrize("lines", [["2"], ["2", "1"], ["2", "1", "1"], ["1", "2", "2", "1"]])
def test_talks_under_way_go_on_after_a_rename(old, new, kind, lines):
    """The log of a talk stands at the same question as before, with the same answers."""
    entries = talk(library(FILES), "day", lines).entries

    before, after = fold(library(FILES), entries), fold(library(renamed(old, new, kind)), entries)

    assert before.view.open.text == after.view.open.text
    roads = [[one.seq for one in view.stack[0].road] for view in (before.view, after.view)]
    assert roads[0] == roads[1]


def test_a_talk_with_a_renamed_dialog_goes_on():
    """Its log names the dialog as it was called when it began."""
    entries = talk(library(FILES), "tools/plan", ["2"]).entries

    after = fold(library(renamed("tools/plan", "tools/quiet-plan")), entries)

    assert "Which days?" == after.view.open.text


def test_a_second_rename_keeps_both_older_names():
    """What was called three things is found under each of them."""
    files = renamed("tools/plan:purpose", "aim")
    files = {**files, **rename(files, "tools/plan:aim", "goal").files}

    assert b"formerly: [purpose, aim]" in files["dialogs/tools/plan.yaml"]
    library(files)


REFUSED = [
    ("tools/plam", "x", "", "tools/plan"),
    ("tools/plan:purpos", "x", "", "purpose"),
    ("tools/plan:purpose.stedy", "x", "", "steady"),
    ("tools/plan:purpose", "days", "", "taken"),
    ("tools/plan:purpose", "two words", "", "cannot be a name"),
    ("tools/plan", "day", "", "already"),
    ("tools/plan:purpose.steady", "miss", "", "already"),
    ("tools/plan:purpose", "aim", "node", "no node"),
]


@pytest.mark.parametrize(("old", "new", "kind", "said"), REFUSED)
def test_a_rename_that_makes_no_sense_says_why(old, new, kind, said):
    """A slip is met with the name that was meant, and nothing is changed."""
    with pytest.raises(CannotRenameError, match=said):
        rename(FILES, old, new, kind)


def test_a_name_that_is_two_things_must_say_which():
    """A node and an outcome may bear the same name."""
    files = {
        "dialogs/a.yaml": b"dialog: a\ntitle: A\nnodes:\n  done:\n    - say: Hi.\n    - end: done\n"
    }

    with pytest.raises(CannotRenameError, match="say which"):
        rename(files, "a:done", "over")
    assert b"end: over" in rename(files, "a:done", "over", "outcome").files["dialogs/a.yaml"]


def test_files_with_mistakes_are_not_renamed_in():
    """What can't be read whole can't be changed whole."""
    with pytest.raises(CannotRenameError, match="mend"):
        rename({**FILES, "dialogs/b.yaml": b"dialog: b\n"}, "day:good", "fine")


def test_line_ends_stay_as_they_were():
    """A file from another system is written as it was."""
    files = {name: content.replace(b"\n", b"\r\n") for name, content in FILES.items()}

    done = rename(files, "tools/plan:purpose", "aim")

    content = done.files["dialogs/tools/plan.yaml"]
    assert content.count(b"\n") == content.count(b"\r\n")


def test_every_name_of_a_new_dialog_can_be_renamed():
    """The dialog that shows each verb once has no place that is overlooked."""
    grounding = (
        b"dialog: tools/grounding\ntitle: G\nnodes:\n  start:\n    - say: Look.\n    - end: done\n"
    )
    files = {"dialogs/tools/mine.yaml": scaffold("tools/mine").encode(), "dialogs/tools/grounding.yaml": grounding}  # fmt: skip
    names = "day energy mind words outside friend things thing felt help look-in pause result A1 is-rough start numbers".split()

    for name in names:
        changed = rename(files, f"tools/mine:{name}", "something-new").files
        assert () == compile_dialogs({**files, **changed}).diagnostics
