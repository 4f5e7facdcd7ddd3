"""How mistakes are printed: for people, for programs, for GitHub."""

from __future__ import annotations

import json
import re

import pytest

from bot.language.diagnostics import Diagnostic, Source, Span, nearest, render
from bot.language.kinds import Word
from bot.language.library import compile_dialogs
from bot.language.yaml_nodes import compose, read_source

PLAN = """\
dialog: tools/plan
title: A plan
facts:
  is-bait: purpos == miss
nodes:
  start:
    - choose: What is it for?
      as: purpose
      options: {steady: To get steady, miss: So that they miss me}
    - end: done
"""


def test_a_mistake_is_shown_with_its_line_a_caret_and_what_helps():
    """An author sees place, code, line and the word that was probably meant."""
    found = compile_dialogs({"dialogs/tools/plan.yaml": PLAN.encode()})

    shown = render(found.diagnostics, found.sources)

    assert shown == (
        "dialogs/tools/plan.yaml:4:12: D201 there is no answer `purpos`\n"
        "    |\n"
        "  4 |   is-bait: purpos == miss\n"
        "    |            ^^^^^^\n"
        "    = help: did you mean `purpose` (choose, line 8)?"
    )


def test_wide_signs_and_tabs_do_not_move_the_caret():
    """The caret stands under the word also behind signs that take two columns."""
    source = Source("a.yaml", "a: 😀😀 b\n\tc: d\n")
    found = [
        Diagnostic("D201", "x", "a.yaml", Span(1, 7, 1, 8)),
        Diagnostic("D201", "x", "a.yaml", Span(2, 2, 2, 3)),
    ]

    lines = render(found, {"a.yaml": source}).split("\n")

    assert (
        "    |        ^" == lines[3].replace("    | ", "    | ", 1)[:13].rstrip().ljust(13)
        or "^" in lines[3]
    )
    assert lines[3].index("^") - lines[2].index("a") == 3 + 4 + 1
    assert lines[8].index("^") == lines[7].index("c")


def test_colours_are_put_around_what_is_there_and_change_nothing_else():
    """On a terminal the code and the caret stand out; without the colours it is the same text."""
    found = compile_dialogs({"dialogs/tools/plan.yaml": PLAN.encode()})

    plain = render(found.diagnostics, found.sources)
    coloured = render(found.diagnostics, found.sources, colour=True)

    assert "\x1b[1;31mD201\x1b[0m" in coloured
    assert plain == re.sub(r"\x1b\[[\d;]*m", "", coloured)


def test_a_note_is_a_notice_for_github():
    """GitHub knows no notes."""
    found = [Diagnostic("D603", "x", "a.yaml", Span(1, 1, 1, 2))]

    assert render(found, {}, "github").startswith("::notice file=a.yaml,line=1,")


def test_json_has_what_a_program_needs():
    """One array, one object a mistake, rows and columns from 1."""
    found = compile_dialogs({"dialogs/tools/plan.yaml": PLAN.encode()})

    [one] = json.loads(render(found.diagnostics, found.sources, "json"))

    assert ("D201", "error", {"row": 4, "column": 12}, {"row": 4, "column": 18}) == (
        one["code"], one["severity"], one["location"], one["end_location"],
    )  # fmt: skip
    assert "dialogs/tools/plan.yaml" == one["filename"]


def test_github_gets_one_line_a_mistake():
    """Workflow commands are one line, whatever the message holds."""
    found = [Diagnostic("D201", "100% wrong\nreally", "a.yaml", Span(3, 4, 3, 5), "help")]

    assert "::error file=a.yaml,line=3,col=4,endLine=3,title=D201::100%25 wrong%0Areally (help)" == render(found, {}, "github")  # fmt: skip


@pytest.mark.parametrize(
    ("name", "meant"), [("purpos", "purpose"), ("Purpose", "purpose"), ("xyz", "")]
)
def test_the_nearest_name_is_found_or_none(name, meant):
    """A slip of the finger has one likely meaning; anything else has none."""
    assert meant == nearest(name, ["purpose", "mood", "days"])


QUOTINGS = [
    "a: mood == godo\n",
    'a: "mood == godo"\n',
    "a: 'mood == godo'\n",
    "a: mood ==\n  godo\n",
    "a: |\n  mood == godo\n",
    "a: >\n  mood ==\n  godo\n",
    'a: "mood \\x3d= godo"\n',
]


@pytest.mark.parametrize("text", QUOTINGS)
def test_a_word_inside_a_text_is_found_however_it_is_written(text):
    """Quotes, folded lines and escapes do not move the place."""
    source, report = read_source("a.yaml", text.encode())
    node = compose(report).get("a")
    word = Word(node.text.strip(), node.span, node.start, node.end)
    start = word.text.index("godo")

    span = word.within(source, start, start + 4)

    assert "godo" == source.line(span.line)[span.column - 1 : span.end_column - 1]
