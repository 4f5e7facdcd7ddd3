"""From answers to an outcome: which row wins, what an open row caps, and what the reasons are."""

from __future__ import annotations

import pytest

from bot.dialogue.expressions import Is, Scope, Side
from bot.dialogue.program import Indicator, Row
from bot.dialogue.weighing import UNSURE, conclude, reasons, would_change

ROWS = (
    Row("danger", Is("afraid", "yes"), if_unknown="unclear"),
    Row("good", Is("want", "yes"), only_when_sure=True),
    Row("sad", Is("want", "no")),
    Row("open", None),
)


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({"afraid": "yes", "want": "yes"}, "danger"),
        ({"afraid": "no", "want": "yes"}, "good"),
        ({"afraid": None, "want": "yes"}, "unclear"),  # the open row above caps it
        ({"want": "yes"}, "unclear"),
        ({"afraid": None, "want": "no"}, "sad"),  # needs not be sure
        ({"afraid": None}, "unclear"),  # the cap stands where nothing else is true
        ({"afraid": "no"}, "open"),
    ],
)
def test_first_true_row_under_caps(answers, outcome):
    """An unknown row does not end the search: it caps what has to be sure."""
    assert outcome == conclude(ROWS, Scope(answers)).outcome


@pytest.mark.parametrize("level", ["amber", "red", "own", "hard-stop", "red-ask", "red-now"])
def test_nothing_hopeful_beside_a_sign_of_danger(level):
    """While a signal of danger stands, a row that needs to be sure is not."""
    scope = Scope({"afraid": "no", "want": "yes"}, levels=frozenset({level}))
    assert UNSURE == conclude(ROWS, scope).outcome


def test_no_row_is_true():
    """Without an `otherwise`, nothing may be concluded at all."""
    assert conclude(ROWS[1:3], Scope({})).outcome == ""


TABLES = {
    "W": Indicator("W", "Do they want it?", "want", {"yes": ("for", "They want it."),
                                                     "no": ("against", "They do not.")},
                   changeable=True),
    "F": Indicator("F", "Are you afraid?", "afraid", {"yes": ("against", "You are afraid.")}),
    "C": Indicator("C", "Has it changed?", "changed", {"a bit": ("mixed", "It began.")}),
}  # fmt: skip


def test_reasons_come_in_order():
    """For, against, mixed, unknown; an unknown one is told by what it asks."""
    scope = Scope({"want": "yes", "changed": "a bit", "afraid": None}, indicators=TABLES)
    assert (("✓", "They want it."), ("~", "It began."), ("?", "Are you afraid?")) == reasons(scope)


def test_what_was_never_asked_is_no_reason():
    """A question that the road did not come to is not held up as open."""
    assert (("✓", "They want it."),) == reasons(Scope({"want": "yes"}, indicators=TABLES))


def test_few_reasons_are_shown_and_what_decided_comes_first():
    """With the winning row at most five lines are shown, what decided it among them."""
    table = {
        f"I{n}": Indicator(f"I{n}", f"{n}?", f"a{n}", {"y": ("for", f"{n} for."),
                                                       "n": ("against", f"{n} against.")})
        for n in range(9)
    }  # fmt: skip
    scope = Scope({f"a{n}": "n" if n == 3 else "y" for n in range(9)}, indicators=table)
    row = Row("good", Side("I8", "for"))

    assert (
        ("✓", "0 for."), ("✓", "1 for."), ("✓", "2 for."), ("✓", "8 for."), ("✗", "3 against."),
    ) == reasons(scope, row)  # fmt: skip


def test_what_would_change_it():
    """Only unknown and changeable indicators are varied."""
    scope = Scope({"want": "no", "afraid": "no"}, indicators=TABLES)
    assert (("Do they want it?", "good"),) == would_change(ROWS, scope)
    frozen = Scope({"want": "yes", "afraid": "yes"}, indicators=TABLES)
    assert would_change(ROWS, frozen) == ()
    assert would_change(ROWS, scope, frozenset({"want"})) == ()
