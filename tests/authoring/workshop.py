"""A dialog on paper for the tests of what authors use, and a folder that holds it."""

from __future__ import annotations

from bot.authoring.drafts import Drafts
from bot.authoring.places import Places
from bot.dialogue.library import Library
from bot.dialogue.lines import HelpLines
from bot.language.library import compile_dialogs
from bot.language.rules import read_rules
from tests.small_library import PHRASES, RULES

PLAN = """dialog: plan
title: A plan for the week
facts:
  is-bait: purpose == miss and not visited(other)
nodes:
  start:
    - say: A pause can help.
    - choose: What is it for?
      as: purpose
      options:
        steady: To get steady
        miss:
          label: So that they miss me
          reply: Many people hope for that.
    - if: is-bait
      then:
        - say: Let us look at that first.
    - goto: days
  days:
    - number: How many days?
      as: days
      from: 1
      to: 60
    - if: answered(days)
      then:
        - end: planned
      else:
        - end: tonight
"""

OTHER = """dialog: other
title: Another
takes: {told: text}
nodes:
  start:
    - if: answered(told)
      then:
        - say: You told me already.
    - confirm: Is that all?
      as: enough
    - if: signal(red)
      then:
        - end: stopped
    - end: done
"""

BROKEN = (
    PLAN
    + """
never:
  - a plan that is a bait: ends planned and purpose == miss
"""
)

HELD = """dialog: plan
Bot: A pause can help.
Bot: What is it for?
You: To get steady
Bot: How many days?
You: 7
Bot: [over: planned]
"""


def compiled(**dialogs):
    """Compile dialogs from their texts, by id."""
    made = compile_dialogs({f"my/{name}.yaml": text.encode() for name, text in dialogs.items()})
    assert () == tuple(str(one) for one in made.diagnostics if one.severity == "error")
    return made


def library(**dialogs):
    """Return a library of dialogs, `plan` and `other` where none are given."""
    return _library(compiled(**(dialogs or {"plan": PLAN, "other": OTHER})))


def with_places(**dialogs):
    """Return a library and the places of its texts."""
    made = compiled(**dialogs)
    return _library(made), Places(_library(made), made.sources)


def _library(made):
    rules = read_rules({"config/safety/test.yaml": RULES}).rules
    return Library(made.programs, PHRASES, rules, HelpLines((), ()), {"R4 red": "other"})


def drafts_in(folder, text=PLAN):
    """Write the dialog into a folder of its own, and return it as what an author works on."""
    (folder / "my").mkdir()
    (folder / "base").mkdir()
    save(folder, text)
    (folder / "my" / "other.yaml").write_text(OTHER, encoding="utf-8")
    return Drafts(folder / "my", folder / "base", "plan", library())


def save(folder, text):
    """Save the dialog as an editor does."""
    (folder / "my" / "plan.yaml").write_text(text, encoding="utf-8")
