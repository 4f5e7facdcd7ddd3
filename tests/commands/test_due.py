"""`afterword due`: one line when something waits, once, and nothing that tells what it is."""

from __future__ import annotations

import pytest

from bot.channels import opening
from bot.channels.opening import ME
from bot.cli import command_line
from bot.host import SystemClock
from bot.store.payload import iso
from bot.store.sqlite import SqliteStore
from tests.small_library import PLAN, small_library


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A machine where something fell due an hour ago, and no hour is quiet."""
    place = tmp_path / "kept" / "talks.db"
    place.parent.mkdir(mode=0o700)
    monkeypatch.setenv("AFTERWORD_DB", str(place))
    monkeypatch.setattr(opening, "whole_library", lambda _here: small_library())
    store, now = SqliteStore(place), SystemClock().now()
    store.keep_fact(ME, "quiet-hours", '"never"', iso(now))
    store.put_reminder(ME, "k", iso(now - 3_600), PLAN)
    store.close()
    return place


def run(capsys, *arguments):
    assert 0 == command_line(["due", *arguments])
    return capsys.readouterr().out


def test_it_says_that_something_waits(place, capsys):
    """Without a word about what it is."""
    said = run(capsys)

    assert "something waits for you" in said
    assert "plan" not in said.lower()


def test_it_says_what_on_request(place, capsys):
    """For a screen that nobody else sees."""
    assert "A plan" in run(capsys, "--what")


def test_it_says_each_thing_once(place, capsys):
    """Cron may look as often as it likes."""
    run(capsys)

    assert "" == run(capsys)


def test_without_anything_kept_it_makes_nothing(tmp_path, monkeypatch, capsys):
    """To look is not to keep."""
    place = tmp_path / "none" / "talks.db"
    monkeypatch.setenv("AFTERWORD_DB", str(place))
    monkeypatch.setattr(opening, "whole_library", lambda _here: small_library())

    assert "" == run(capsys)
    assert not place.exists()
