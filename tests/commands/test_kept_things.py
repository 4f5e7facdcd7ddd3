"""`afterword mood` and `afterword summary`: what is kept, shown and written outside of a talk."""

from __future__ import annotations

from functools import cache

import pytest

from bot.channels import opening
from bot.channels.opening import ME
from bot.cli import command_line
from bot.host import Host, SystemClock
from bot.store.sqlite import SqliteStore
from tests.page.evenings import DAY, check_in, library
from tests.page.test_beside import KEPT
from tests.page.test_room import Talk


@cache
def evenings():
    return library(KEPT)


class Lately:
    """A clock whose first evening is ten days before the real today."""

    def __init__(self) -> None:
        self.first = SystemClock().now() - 10 * DAY
        self.at = self.first

    def now(self) -> float:
        self.at += 1
        return self.at

    def evening(self, number: int) -> None:
        self.at = self.first + number * DAY


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A machine with an empty place for talks, and a folder to write to."""
    place = tmp_path / "kept" / "talks.db"
    place.parent.mkdir(mode=0o700)
    monkeypatch.setenv("AFTERWORD_DB", str(place))
    monkeypatch.setenv("AFTERWORD_COUNTRY", "GB")
    monkeypatch.setattr(opening, "whole_library", lambda _here: evenings())
    monkeypatch.chdir(tmp_path)
    return place


def checked_in(place, *moods):
    """Keep check-ins, the last of them today's or yesterday's."""
    clock, store = Lately(), SqliteStore(place)
    host = Host(evenings(), lambda: store, clock)
    check_in(host, clock, *[None] * (10 - len(moods)), *moods)
    Talk(host).begin("small").tell()
    host.close()


def run(capsys, *arguments):
    """Run a command and return its exit code and what it printed."""
    code = command_line([*arguments])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_the_mood_is_printed_day_by_day(here, capsys):
    """In words, fit for a screen reader and a log."""
    checked_in(here, 5, None, 7)
    code, said = run(capsys, "mood")

    assert 0 == code
    assert "5 of 10." in said
    assert "nothing noted." in said


def test_the_mood_is_written_as_pictures_for_this_user_alone(here, capsys, tmp_path):
    """Nobody else on the machine can open them."""
    checked_in(here, 5, 7)
    run(capsys, "mood", "--png", "mood.png", "--svg", "mood.svg")

    assert (tmp_path / "mood.png").read_bytes().startswith(b"\x89PNG")
    assert "<svg" in (tmp_path / "mood.svg").read_text("utf-8")
    assert {0o600} == {one.stat().st_mode & 0o777 for one in tmp_path.glob("mood.*")}


def test_a_file_that_is_there_is_never_written_over(here, capsys, tmp_path):
    """It may be somebody's only copy of something else."""
    checked_in(here, 5, 7)
    (tmp_path / "mine.png").write_bytes(b"mine")
    code, said = run(capsys, "mood", "--png", "mine.png")

    assert 2 == code
    assert "mine.png is there already" in said
    assert b"mine" == (tmp_path / "mine.png").read_bytes()


def test_on_a_hard_day_the_picture_waits_for_a_second_word(here, capsys, tmp_path):
    """What helps is named first, and no file is written."""
    checked_in(here, 6, 1)
    code, said = run(capsys, "mood", "--png", "mood.png")

    assert 0 == code
    assert "1 of 10" not in said
    assert "afterword chat tools/steady" in said
    assert not (tmp_path / "mood.png").exists()
    assert "1 of 10" in run(capsys, "mood", "--anyway")[1]


@pytest.mark.parametrize("command", ["mood", "summary"])
def test_with_nothing_kept_it_says_so_and_makes_nothing(here, capsys, command):
    """Looking leaves no trace on a machine where nobody ever talked."""
    code, said = run(capsys, command)

    assert 0 == code
    assert "yet" in said
    assert not here.exists()


def test_the_page_holds_nothing_that_names_anybody(here, capsys):
    """Unless it is asked for."""
    checked_in(here, 5, 7)
    said = run(capsys, "summary")[1]

    assert "7 of 10" in said
    assert "walk" not in said


def test_parts_are_listed_and_taken_by_name(here, capsys):
    """Notes are among them; what is not named does not go in."""
    checked_in(here, 5, 7)
    assert "note-0    My note: What helped" in run(capsys, "summary", "--parts")[1]
    said = run(capsys, "summary", "--part", "note-0")[1]

    assert "“walk 9”" in said
    assert "7 of 10" not in said


@pytest.mark.parametrize(
    ("name", "begins"),
    [("page.pdf", b"%PDF-"), ("page.html", b"<!doctype"), ("page.md", b"# A page")],
)
def test_the_ending_of_a_file_says_its_form(here, capsys, tmp_path, name, begins):
    """PDF, HTML and Markdown."""
    checked_in(here, 5, 7)
    run(capsys, "summary", name)

    assert (tmp_path / name).read_bytes().startswith(begins)


def test_another_ending_is_refused_in_a_sentence(here, capsys):
    """And says which there are."""
    code, said = run(capsys, "summary", "page.docx")

    assert 2 == code
    assert ".pdf" in said


def test_after_danger_there_are_lines_and_no_page(here, capsys):
    """For a day, whatever was asked for."""
    clock, store = SystemClock(), SqliteStore(here)
    host = Host(evenings(), lambda: store, clock)
    talk = Talk(host).begin("kept").say("a line", "yes", "yes")
    talk.say("i want to die tonight")
    assert store.conversations(ME)
    host.close()
    for command in ("summary", "mood"):
        said = run(capsys, command)[1]
        assert "Emergency: 999" in said
        assert "A page to keep" not in said


def test_a_part_that_there_is_not_makes_no_empty_page(here, capsys, tmp_path):
    """It is said, and no file is written."""
    clock, store = Lately(), SqliteStore(here)
    host = Host(evenings(), lambda: store, clock)
    check_in(host, clock, 5)
    host.close()
    said = run(capsys, "summary", "--part", "nothing", "page.md")[1]

    assert "There's no page yet." in said
    assert not (tmp_path / "page.md").exists()
