"""Counting how often labelled sentences are read right."""

from functools import cache
from itertools import count
from pathlib import Path

import pytest

from bot.authoring.scoring import Rate, evaluate, knows
from bot.language.rules import load_rules

CONFIG = Path(__file__).parents[2] / "config"


@cache
def rules():
    return load_rules(CONFIG).rules


def scored(name, *rows):
    clock = count()
    return evaluate(rules(), name, rows, lambda: next(clock))


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (1, 2, 0.095, 0.905), (90, 100, 0.826, 0.945), (0, 0, 0, 1)],
)  # fmt: skip
def test_a_rate_says_how_sure_it_is(hits, of, low, high):
    """Wilson's interval: wide for few rows, never beyond 0 and 1."""
    assert (low, high) == tuple(round(one, 3) for one in Rate("r", hits, of).interval)


def test_a_question_and_a_help_line_are_two_curves():
    """A direct question about a doubtful line is counted apart from help lines shown at once."""
    score = scored(
        "crisis",
        {"text": "im going to kill myself tonight", "label": 1, "kind": "plan"},
        {"text": "i wish i was dead", "label": 1, "kind": "passive"},
        {"text": "this is killing me lol", "label": 0, "kind": "none_idiom"},
    )
    rates = {rate.name: (rate.hits, rate.of) for rate in score.rates}
    assert (2, 2) == rates["heard or asked about: recall"]
    assert (1, 2) == rates["help lines at once: recall"]
    assert (0, 1) == rates["help lines at once: false on the others"]
    assert (("F1", 1.0),) == score.means


def test_the_group_read_worst_stands_beside_the_rate():
    """A voice with at least five rows; smaller ones say too little."""
    rows = [{"text": "yes", "label": "yes", "voice": "plain"}] * 5
    rows += [{"text": "the sky is blue", "label": "no", "voice": "dreamy"}] * 5
    rows += [{"text": "the sky is blue", "label": "no", "voice": "rare"}]
    score = scored("yesno", *rows)
    assert ("dreamy", 0, 5) == score.worst
    assert "worst group: dreamy 0/5 0.0% (0.0% to 43.4%)" in str(score)


def test_yes_taken_for_no_is_counted_apart():
    """A turned answer is worse than one that was not understood."""
    score = scored("yesno", {"text": "no", "label": "yes"}, {"text": "blue", "label": "yes"})
    assert (("wrong polarity", 1, 2),) == score.rates


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("reason", {"text": "he cheated on me", "labels": ["cheating"]}),
        ("tactic", {"text": "what a grey day", "label": "none"}),
        ("when", {"text": "two weeks ago", "ref": "2026-11-24", "days_min": 14, "days_max": 14}),
        ("when", {"text": "no idea", "ref": "2026-11-24", "days_min": None, "days_max": None}),
        ("scale", {"text": "a six", "from": 0, "to": 10, "value": 6}),
        ("choice", {"text": "the first", "options": {"a": "Sad", "b": "Angry"}, "label": "a"}),
        ("choice", {"text": "xyz", "options": {"a": "Sad", "b": "Angry"}, "label": "unclear"}),
        ("feeling", {"text": "i am so sad", "label": "neg"}),
    ],
)
def test_each_kind_knows_what_is_right(name, row):
    """Lists, intervals, numbers, options and sides are compared each in their own way."""
    assert knows(name)
    assert ("right", 1, 1) == scored(name, row).right


def test_a_row_without_its_label_is_refused():
    """Nothing is counted on a guess."""
    with pytest.raises(KeyError):
        scored("yesno", {"text": "yes"})
