"""Promises of the whole library: kept by every dialog, whoever wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.authoring.transcripts import Talk
from bot.language.explore import explore
from bot.language.library import load, load_files

ROOT = Path(__file__).parents[2]
TOOL = "dialog: tools/line\ntitle: A line\ncontact: yes\nnodes:\n  start:\n    - write: What do you want to say?\n      as: line\n    - end: read\n"
CRISIS = "dialog: safety/crisis\ntitle: Danger\nnodes:\n  start:\n    - say: I'm here.\n    - stop: crisis\n"
PATHS = "paths:\n  R1: safety/crisis\n  R2: safety/crisis\n"
PROMISES = """\
promises:
  - never entered: contact
    says: No line after something that is not safe.
    after outcome: [not_safe]
  - never reached: contact
    says: A tip leads to no line.
    from: [advice/tip]
  - always opened: safety/crisis
    says: Danger opens the path for it.
    by: [R1 red-now, R2 red-now]
"""
STEADY = (
    "dialog: tools/steady\ntitle: Steady\nnodes:\n  start:\n    - say: Sit down.\n    - end: done\n"
)
TIP = "dialog: advice/tip\ntitle: A tip\nnodes:\n  start:\n    - say: Wait a day.\n    - call: tools/steady\n    - end: done\n"
GATE = """\
    - choose: Were you afraid?
      as: afraid
      gate: yes
      options: {never: Never, once: Once}
"""
VERDICT = """\
    - conclude:
        - if: afraid == once
          if unknown: open
          outcome: not_safe
        - otherwise: open
      as: verdict
"""


def loaded(promises=PROMISES, paths=PATHS, **dialogs):
    files = {"tools/line": TOOL, "safety/crisis": CRISIS, "tools/steady": STEADY, "advice/tip": TIP}
    files |= {name.replace("_", "/"): text for name, text in dialogs.items()}
    return load_files(
        {f"dialogs/{name}.yaml": text.encode() for name, text in files.items()},
        {"config/promises.yaml": promises.encode(), "config/safety-paths.yaml": paths.encode()},
    )


def talk(guard):
    return (
        f"dialog: talk\ntitle: T\nnodes:\n  start:\n{GATE}{VERDICT}    - if: {guard}\n      then:\n"
        "        - call: tools/line\n    - end: done\n"
    )


CLEAR = "not (signal(red-now) or signal(red) or signal(own) or signal(hard-stop) or signal(red-ask) or signal(amber))"


def test_dialogs_that_keep_the_promises_are_clean():
    """Nothing is said of a tip that leads to a tool for oneself."""
    assert () == loaded().diagnostics


def test_a_tool_that_is_reached_by_a_detour_is_told_at_the_first_call():
    """However many calls lie between, the author of the tip is shown the way."""
    steady = STEADY.replace("    - end: done", "    - call: tools/line\n    - end: done")

    [one] = [d for d in loaded(tools_steady=steady).diagnostics if d.code == "D613"]

    assert ("dialogs/advice/tip.yaml", 6) == (one.file, one.span.line)
    assert "`advice/tip` → `tools/steady` → `tools/line`" in one.help
    assert "config/promises.yaml, line 6" in one.message


def test_a_tool_after_an_outcome_that_shuts_it_is_shown_with_its_talk():
    """The promise is proved over the roads of each dialog that calls such a tool."""
    found = loaded(talk=talk(f"answered(afraid) and {CLEAR}"))

    assert () == found.diagnostics
    broken = explore(found.library, "talk").diagnostics()
    assert ["D611"] == [one.code for one in broken]
    assert "config/promises.yaml" in broken[0].message
    assert "You: Once" in broken[0].help


def test_a_dialog_that_looks_at_the_outcome_first_keeps_the_promise():
    """The same tool behind a look at the verdict is fine."""
    found = loaded(talk=talk(f"answered(afraid) and verdict != not_safe and {CLEAR}"))

    assert () == explore(found.library, "talk").diagnostics()


def test_a_signal_that_opens_something_else_breaks_its_promise():
    """The path to help is promised for every code that is named."""
    [one] = loaded(paths=PATHS.replace("R2: safety/crisis", "R2: tools/steady")).diagnostics

    assert ("D613", "config/promises.yaml", 10) == (one.code, one.file, one.span.line)
    assert "tools/steady" in one.help


WRONG = [
    ("advice/tip", "advice/tpi", "D203"),
    ("always opened: safety/crisis", "always opened: safety/crises", "D203"),
    ("R1 red-now", "R1 read-now", "D115"),
    ("never reached", "never reach", "D112"),
    ("after outcome: [not_safe]", "with signal: [read]", "D115"),
    ("    from: [advice/tip]\n", "", "D113"),
]


@pytest.mark.parametrize(("old", "new", "code"), WRONG)
def test_mistakes_in_the_file_of_promises_are_told_there(old, new, code):
    """A misspelt dialog, signal or key is named with its line."""
    found = loaded(PROMISES.replace(old, new, 1)).diagnostics

    assert [(code, "config/promises.yaml")] == [(one.code, one.file) for one in found]


def test_the_shipped_promises_shut_every_tool_for_contact():
    """Each shipped dialog that calls one owes the promise, and the file names what there is."""
    library = load(ROOT / "dialogs", ROOT / "config").library
    doors = {name for name, one in library.programs.items() if one.contact}
    callers = [
        one for one in library.programs.values()
        if any(getattr(step, "dialog", "") in doors for step in one.code)
    ]  # fmt: skip

    assert doors
    assert callers
    for one in callers:
        assert any("config/promises.yaml" in promise.says for promise in one.promises), one.dialog


@pytest.fixture(scope="module")
def shipped():
    return load(ROOT / "dialogs", ROOT / "config").library


@pytest.mark.parametrize("code", ["R1", "R2", "R3"])
def test_danger_opens_its_path_from_every_shipped_dialog(shipped, code):
    """Wherever a talk stands, the path for it is what comes next."""
    for name in shipped.programs:
        talk = Talk(shipped, name)
        asked = talk.session.view.open
        if asked is None or name == "safety/crisis":
            continue
        talk.say(f"(signal {code} red-now)")

        opened = talk.session.view
        assert opened.closed, name
        assert any(
            frame.plan.program.dialog == "safety/crisis"
            for stand in opened.stack
            for frame in stand.frames
        ), name
