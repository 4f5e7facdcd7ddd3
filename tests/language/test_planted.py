"""Mistakes planted in a dialog without any: each is named at its line, first of all and only once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.authoring.scaffold import scaffold
from bot.dialogue.library import Library, Phrases
from bot.dialogue.lines import HelpLines
from bot.language.explore import explore
from bot.language.library import compile_dialogs
from bot.understanding.patterns import Rules

NAME = "tools/my-evening"
CLEAN = scaffold(NAME)
GROUNDING = """\
dialog: tools/grounding
title: Grounding
nodes:
  start:
    - say: Look round you.
    - end: done
"""

PLANTED = [
    # the shape of YAML
    ("    - say: Good evening.", "\t- say: Good evening.", "D102"),
    ("      as: energy", "\t  as: energy", "D102"),
    ("    - say: Good evening.", "   \u00a0- say: Good evening.", "D102"),
    ("say: Good evening. We", "say: Good evening: we", "D103"),
    ("why: I'd like to know where", "why: One thing: where", "D103"),
    ("say: Good evening.", "say: {name}, good evening.", "D104"),
    ("say: Good evening.", "say: [Well] Good evening.", "D104"),
    ("say: Good evening.", "say: *Good* evening.", "D104"),
    ("say: Good evening.", "say: @all Good evening.", "D104"),
    ("say: Good evening.", "say: %s Good evening.", "D104"),
    ("say: Good evening.", "say: `Good` evening.", "D104"),
    ("say: Good evening.", "say: - Good evening.", "D104"),
    ("say: Good evening.", "say: > Good evening.", "D104"),
    ("say: Good evening.", "say: | Good evening.", "D104"),
    ("at your day together.", "at your #1 day.", "D105"),
    ("      from: 0\n      to: 10", "      from: 0\n      from: 0\n      to: 10", "D106"),
    ("say: Good evening.", "say: !well Good evening.", "D107"),
    ("say: Good evening.", "say: &well Good evening.", "D108"),
    ("      to: 10", "      to: *ten", "D108"),
    ("  numbers:\n", "---\n  numbers:\n", "D109"),
    ("say: Good evening. We look at your day together.", 'say: "Good evening.', "D101"),
    ("say: Good evening. We look at your day together.", "say: 'Good evening.", "D101"),
    ("say: Good evening.", 'say: "Good" evening.', "D101"),
    ("      options: {them: My ex, ", "      options: {them: My ex ", "D101"),
    ("none: None of these}", "none: None of these", "D101"),
    ("{much: Yes, some", "{much: Yes, indeed, some", "D117"),
    ("    - say: Good evening.", "    -say: Good evening.", "D121"),
    ("    - say: Good evening.", "    - say:Good evening.", "D121"),
    ("      why: I'd like", "      why:I'd like", "D121"),
    ("          reply: Thank", "          reply Thank", "D121"),
    # words
    ("    - say: Good evening.", "    - sya: Good evening.", "D112"),
    ("    - say: Good evening.", "    - Say: Good evening.", "D112"),
    ("    - rate: How", "    - rating: How", "D112"),
    ("      options:\n", "      optoins:\n", "D111"),
    ("      as: energy", "      sa: energy", "D111"),
    ("      low: none", "      lowest: none", "D111"),
    ("minutes: 5", "minuets: 5", "D111"),
    ("title: My evening\n", "", "D113"),
    ("          in: 2 days\n", "          id: soon\n", "D113"),
    ("          in: 2 days", "          in: 2 dayz", "D114"),
    ("      to: 600", "      to: many", "D114"),
    ("      as: friend", "      as: a friend", "D114"),
    ("minutes: 5", "minutes: five", "D114"),
    ("    - show: lines", "    - show: line", "D115"),
    ("of: [emotional-support]", "of: [emotional]", "D115"),
    (f"dialog: {NAME}", "dialog: tools/my-evning", "D116"),
    # names
    ("if: answered(words)", "if: answered(word)", "D201"),
    ("is-rough: day ==", "is-rough: dya ==", "D201"),
    ("{quote(words)}", "{quote(wrods)}", "D201"),
    ("          from: look-in", "          from: lookin", "D201"),
    ("    weigh: help", "    weigh: halp", "D201"),
    ("goto: numbers", "goto: number", "D202"),
    ("call: tools/grounding", "call: tools/grounding2", "D203"),
    ("not visited(tools/grounding)", "not visited(tools/grouding)", "D203"),
    ("look-in == yes", "look-in == yep", "D204"),
    ("      alone: none", "      alone: nothing", "D204"),
    ("day == hard", "day == heard", "D204"),
    ("for: {much:", "for: {mush:", "D204"),
    ("if: is-rough", "if: is-ruogh", "D205"),
    ("if: for(A1)", "if: for(A2)", "D206"),
    ("      as: outside", "      as: energy", "D207"),
    ("ends done and", "ends don and", "D208"),
    # types and guards
    ("day == hard or", "day = hard or", "D301"),
    ("day == hard or", "day == hard ||", "D301"),
    ("if: answered(words)", "if: answered(words", "D301"),
    ("energy < 4", "energy has 4", "D302"),
    ("      in: things", "      in: friend", "D302"),
    ("energy < 4", "energy < 40", "D306"),
    ("      to: 10\n", "      to: -1\n", "D307"),
    # texts
    ("{quote(words)}", "{quote(words)", "D501"),
    ("good: It was good", "good: It was {good}", "D501"),
    ("How was your day?", "How was your day? And the night?", "D504"),
    ("How was your day?", "Was it a good day, and did you sleep?", "D504"),
    ("Thank you for telling me.", "That was your own fault.", "D505"),
    ("Thank you for telling me.", "You should have called someone.", "D505"),
    ("How was your day?", "You must answer this. How was your day?", "D506"),
    ("    - rate: How much energy", "    - rate: You have to answer. How much energy", "D506"),
    ("good: It was good", f"good: It was good{' and good' * 10}", "D507"),
    ("      to: 10\n", "      to: 100\n", "D507"),
    ("Good evening. We", "Good evening.. We", "D508"),
    ("Some days have no words.", "Some days have no words .", "D508"),
    ("That's fine. Some", "That is is fine. Some", "D508"),
]  # fmt: skip


def found_in(text, name=NAME):
    files = {f"dialogs/{name}.yaml": text.encode(), "dialogs/tools/grounding.yaml": GROUNDING.encode()}  # fmt: skip
    return compile_dialogs(files)


def first_difference(before, after):
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    return next((number for number, (old, new) in enumerate(pairs, 1) if old != new), 0)


def test_the_dialog_that_is_planted_in_has_no_mistake():
    """What `afterword new` writes is clean."""
    assert () == found_in(CLEAN).diagnostics


@pytest.mark.parametrize(("old", "new", "code"), PLANTED)
def test_a_planted_mistake_is_named_at_its_line_and_once(old, new, code):
    """The first finding is the mistake, at its line, and there is no second one for it."""
    assert old in CLEAN
    text = CLEAN.replace(old, new, 1)

    found = found_in(text).diagnostics

    line = first_difference(CLEAN, text)
    assert [code] == [one.code for one in found], [str(one) for one in found]
    # What is missing is told where the thing that lacks it begins.
    assert found[0].span.line in ((line, line - 1) if code == "D113" else (line,))


EDITS = st.sampled_from(["drop", "double", "swap", "deeper", "higher", "cut", "join", "sign"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(EDITS, st.integers(0, 130), st.integers(0, 60)), min_size=1, max_size=4))
def test_no_edit_makes_the_check_fail(edits):
    """Whatever is done to a file, it is read or explained, and walked where it can be."""
    lines = CLEAN.splitlines()
    for what, line, column in edits:
        at = line % len(lines)
        text = lines[at]
        match what:
            case "drop" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, text)
            case "swap":
                other = (at + column) % len(lines)
                lines[at], lines[other] = lines[other], text
            case "deeper":
                lines[at] = " " * (column % 5) + text
            case "higher":
                lines[at] = text[min(column % 5, len(text)) :]
            case "cut":
                lines[at] = text[:column]
            case "join":
                lines[at] = text + lines[(at + 1) % len(lines)].strip()
            case _:
                sign = "\"'{}[]:#-|>*&!%@`\t\u00a0"[column % 19]
                lines[at] = (
                    text[: column % (len(text) + 1)] + sign + text[column % (len(text) + 1) :]
                )

    compiled = found_in("\n".join(lines))

    assert compiled.programs or compiled.diagnostics
    if NAME in compiled.programs and "tools/grounding" in compiled.programs:
        library = Library(compiled.programs, Phrases({}), Rules({}), HelpLines((), ()), {})
        assert explore(library, NAME, budget=300).states
