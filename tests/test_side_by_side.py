"""The comparison with other libraries: our own part does its work, and what is lost is printed as lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"
TEN = BENCHMARKS / "peers" / "ten"


@pytest.fixture
def modules(monkeypatch):
    """The scripts of the comparison as modules, which stand beside each other and in no package."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import picture
    import rows
    import side_by_side
    import tables

    return picture, rows, side_by_side, tables


@pytest.mark.parametrize("store", ["memory", "disk"])
@pytest.mark.parametrize("entrant", [["by_hand.py"], ["afterword.py", "Peer"], ["afterword.py", "Pressed"]])  # fmt: skip
def test_every_reply_of_the_floor_and_of_ours_is_the_wanted_one(entrant, store):
    """Nothing is measured that does something else."""
    done = subprocess.run(
        [sys.executable, *entrant, "check", "--store", store, "--talks", "6"], cwd=TEN,
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert 0 == done.returncode, done.stderr
    assert {"wrong": 0, "first": []} == json.loads(done.stdout)


def test_a_wrong_reply_is_told_apart(monkeypatch):
    """A peer that says something else is found out."""
    monkeypatch.syspath_prepend(str(TEN))
    import workload

    assert workload.same("Did you  sleep WELL? yes or no", workload.SLEPT)
    assert not workload.same("Did you sleep?", workload.SLEPT)


def test_a_row_where_a_peer_is_better_is_lost(modules):
    """Ours is compared with the best peer, never with the floor."""
    _, _, side_by_side, _ = modules
    values = {"by hand": [1.0, 2.0], "afterword": [30.0, 40.0], "quick": [20.0, 25.0]}

    found = {one.peer: one for one in side_by_side._row("turn in memory", values)}

    assert found["afterword"].behind
    assert (25.0, 35.0) == (found["afterword"].ratio_to_floor, found["afterword"].value)
    assert not found["quick"].behind


def test_of_turns_a_second_more_is_better(modules):
    """The one kind of row that is read the other way round."""
    _, _, side_by_side, _ = modules
    values = {"by hand": [9.0], "afterword": [5.0], "slow": [2.0]}

    found = {one.peer: one for one in side_by_side._row("turns a second in memory", values)}

    assert not found["afterword"].behind


def test_a_row_without_a_floor_has_no_ratio(modules):
    """Nothing is made up where nothing was measured."""
    _, _, side_by_side, _ = modules

    assert [None] == [one.ratio_to_floor for one in side_by_side._row("a kept talk", {"x": [1.0]})]


def test_the_table_says_lost(modules):
    """Whoever reads only the table sees it."""
    _, rows, _, tables = modules
    figures = [rows.Figure("turn in memory", "afterword", 147.0, "µs", 60.0, behind=True)]

    assert "147 (lost)" in tables._across(figures)
    assert "**lost**" in "".join(tables._rows(figures))


def test_the_picture_names_every_peer_and_its_figure(modules):
    """It is text, so that a reader and a screen reader find the same."""
    picture, rows, _, _ = modules
    figures = [
        rows.Figure("turn in memory", "by hand", 2.0, "µs", 1.0),
        rows.Figure("turn in memory", "a <peer>", 2_000.0, "µs", 1000.0),
    ]

    drawn = picture.drawn(figures, "by hand")

    assert "a &lt;peer&gt;" in drawn
    assert "2,000" in drawn
    assert 'role="img"' in drawn


def test_a_figure_is_noted_only_where_somebody_gathers(modules, monkeypatch, tmp_path):
    """A script by itself prints, and writes nothing."""
    _, rows, _, _ = modules
    place = tmp_path / "rows.jsonl"
    rows.note(rows.Figure("row", "afterword", 1.0, "s"))
    monkeypatch.setenv(rows.PLACE, str(place))
    rows.note(rows.Figure("row", "afterword", 2.0, "s"))

    assert [2.0] == [json.loads(line)["value"] for line in place.read_text().splitlines()]
