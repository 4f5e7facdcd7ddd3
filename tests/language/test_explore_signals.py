"""What an option's signal opens on the roads that are walked is what it opens in a talk."""

from __future__ import annotations

import pytest

from bot.dialogue.library import Library, Phrases
from bot.dialogue.lines import HelpLines
from bot.language.explore import explore
from bot.language.library import compile_dialogs
from bot.understanding.patterns import Rules

ASKS = """\
dialog: a
title: A
nodes:
  start:
    - choose: Is it safe now?
      as: safe
      options:
        safe: "Yes"
        danger:
          label: "No"
          signal: R1 {level}
    - end: done
never:
  - danger is told and nothing opens: ends done and safe == danger and not visited(help)
  - danger is told and help opens: ends done and safe == danger and visited(help)
"""
HELP = b"dialog: help\ntitle: Help\nnodes:\n  start:\n    - say: Call someone.\n    - end: told\n"

OPENS_NOT = "danger is told and nothing opens"
OPENS = "danger is told and help opens"


@pytest.mark.parametrize(
    ("level", "broken"),
    [
        ("red-now", {OPENS}),
        ("red", {OPENS}),
        ("own", {OPENS}),
        ("red-ask", {OPENS, OPENS_NOT}),
        ("amber", {OPENS, OPENS_NOT}),
        ("soft", {OPENS, OPENS_NOT}),
    ],
)
def test_a_signal_opens_what_its_level_opens(level, broken):
    """Where its level opens nothing, help opens only by words that are typed beside it."""
    files = {"dialogs/a.yaml": ASKS.format(level=level).encode(), "dialogs/help.yaml": HELP}
    made = compile_dialogs(files)
    assert () == made.diagnostics
    library = Library(made.programs, Phrases({}), Rules({}), HelpLines((), ()), {"R1": "help"})

    found = explore(library, "a")

    assert broken == {one.promise.says for one in found.broken}
