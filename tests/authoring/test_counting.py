"""Counts of a server tell of people, and of no small number of them."""

from __future__ import annotations

from functools import cache

from bot.authoring.counting import FEWEST, counted, in_lines
from bot.authoring.transcripts import play, read
from bot.language.library import load
from tests.pty_session import ROOT


@cache
def library():
    return load(ROOT / "dialogs", ROOT / "config").library


@cache
def log():
    kept = ROOT / "tests" / "transcripts" / "main-likes-are-not-a-yes.txt"
    return play(library(), read(kept.read_text(encoding="utf-8"))).session.entries


def told(*people):
    return "\n".join(in_lines(counted(library(), [(one, log()) for one in people], {})))


def test_enough_people_are_told_of():
    """By the conclusion that they came to."""
    assert told(*map(str, range(FEWEST))).startswith(f"second-chance: one_sided, {FEWEST} people")


def test_somebody_who_comes_often_is_one_person():
    """However many talks they had, nothing of theirs stands apart."""
    assert f"Fewer than {FEWEST} people each: 1 more in all." == told(*(["me"] * 3 * FEWEST))
