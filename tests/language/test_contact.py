"""Help with contact: proved for every caller that it is entered only where it is safe to."""

from __future__ import annotations

import pytest

from bot.dialogue.library import Library, Phrases
from bot.dialogue.lines import HelpLines
from bot.language.explore import explore
from bot.language.library import compile_dialogs
from bot.understanding.patterns import Rules

TOOL = """\
dialog: tools/mirror
title: A message
contact: yes
nodes:
  start:
    - write: What do you want to say?
      as: line
    - end: read
"""
SAFE = """\
dialog: safe
title: Safe
gives: [afraid]
nodes:
  start:
    - choose: Were you afraid?
      as: afraid
      gate: yes
      options: {never: Never, often: {label: Often, signal: R5 red}}
    - end: asked
"""
AFRAID = """\
    - choose: Were you afraid?
      as: afraid
      gate: yes
      options: {never: Never, often: {label: Often, signal: R5 red}}
"""
HURT = """\
    - confirm: Did anyone hurt you?
      as: hurt
      gate: yes
"""
CLEAR = (
    "not (signal(red-now) or signal(red) or signal(own) or signal(hard-stop) or signal(red-ask)"
    " or signal(amber))"
)


def caller(steps, guard=None, call="    - call: tools/mirror\n"):
    inner = call if guard is None else f"    - if: {guard}\n      then:\n    {call.replace(chr(10), chr(10) + '    ').rstrip()}\n"  # fmt: skip
    return f"dialog: talk\ntitle: T\nnodes:\n  start:\n{steps}{inner}    - end: done\n"


def codes(text, tool=TOOL):
    files = {"talk": text, "tools/mirror": tool, "safe": SAFE}
    made = compile_dialogs({f"dialogs/{name}.yaml": one.encode() for name, one in files.items()})
    if made.diagnostics:
        return [one.code for one in made.diagnostics]
    library = Library(made.programs, Phrases({}), Rules({}), HelpLines((), ()), {})
    return [one.code for one in explore(library, "talk").diagnostics()]


SAFELY = [
    (AFRAID, f"answered(afraid) and {CLEAR}"),
    (AFRAID + HURT, f"answered(afraid) and answered(hurt) and {CLEAR}"),
    ("    - call: safe\n      as: safe\n", f"answered(safe.afraid) and {CLEAR}"),
]
UNSAFELY = [
    (AFRAID, None),  # nothing is asked for at all
    (AFRAID, "answered(afraid)"),  # a signal may stand
    (AFRAID, CLEAR),  # the question may have been skipped
    (AFRAID, f"answered(afraid) and {CLEAR.replace(' or signal(amber)', '')}"),
    (AFRAID + HURT, f"answered(afraid) and {CLEAR}"),  # one of two is open
    ("    - confirm: Do you want to?\n      as: want\n", f"answered(want) and {CLEAR}"),  # no gate
    ("    - call: safe\n", CLEAR),  # the gate is asked, and not told to this dialog
    ("    - call: safe\n      as: safe\n", f"answered(safe) and {CLEAR}"),
]


@pytest.mark.parametrize(("steps", "guard"), SAFELY)
def test_behind_every_gate_and_without_a_signal_it_may_be_entered(steps, guard):
    """On all roads each question about safety has an answer there, and nothing bars."""
    assert [] == codes(caller(steps, guard))


@pytest.mark.parametrize(("steps", "guard"), UNSAFELY)
def test_one_unsafe_road_is_found(steps, guard):
    """One road is enough, and it is told as a conversation."""
    assert ["D612"] == codes(caller(steps, guard))


def test_a_tool_without_the_word_may_be_called_from_anywhere():
    """The promise is made by `contact: yes` and by nothing else."""
    assert [] == codes(caller(AFRAID), TOOL.replace("contact: yes\n", ""))


def test_a_tool_for_contact_may_lead_on_to_another():
    """It was let in itself; only a signal heard since then bars the next."""
    other = TOOL.replace("tools/mirror", "tools/once")
    inner = TOOL.replace("    - end: read", f"    - if: {CLEAR}\n      then:\n        - call: tools/once\n    - end: read")  # fmt: skip
    files = {"tools/mirror": inner, "tools/once": other}
    made = compile_dialogs({f"dialogs/{name}.yaml": one.encode() for name, one in files.items()})
    library = Library(made.programs, Phrases({}), Rules({}), HelpLines((), ()), {})

    assert () == explore(library, "tools/mirror").diagnostics()


def test_a_reminder_opens_no_tool_for_contact():
    """It would lead past the questions about safety."""
    remind = "    - remind: tools/mirror\n      in: 2 days\n"

    assert ["D612"] == codes(caller(AFRAID, call=remind))


def test_calls_in_a_circle_are_told_as_such():
    """Looking for gates does not run round for ever."""
    looped = SAFE.replace("    - end: asked", "    - call: talk\n      as: talk\n    - end: asked").replace(
        "gives: [afraid]", "gives: [afraid, talk.afraid]")  # fmt: skip
    text = caller("    - call: safe\n      as: safe\n", f"answered(safe.afraid) and {CLEAR}")
    files = {"talk": text, "tools/mirror": TOOL, "safe": looped}
    made = compile_dialogs({f"dialogs/{name}.yaml": one.encode() for name, one in files.items()})

    assert "D404" in [one.code for one in made.diagnostics]
