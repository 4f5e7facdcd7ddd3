"""Notes and the mood on a real terminal: bars in three sizes, and words that are changed in the line."""

from __future__ import annotations

import pytest

from tests.pty_session import PtySession, environment

FIRST = "What happened tonight?"
LETTER = """
dialog: tools/sample-letter
title: A sample letter
minutes: 2

nodes:
  start:
    - write: Write it.
      as: letter
      keep: My letter
    - choose: And now?
      as: now
      options:
        on: Go on
        sleep: Go to sleep
    - choose: And then?
      as: later
      options:
        rest: Rest
        walk: A walk
    - end: done
"""
CHECK_IN = """
dialog: tools/check-in
title: A short check-in
minutes: 2

nodes:
  start:
    - rate: How are you today?
      as: mood
      from: 0
      to: 10
    - choose: And now?
      as: now
      options:
        on: Go on
        sleep: Go to sleep
    - end: checked
"""
KEPT = ("1\r", "1\r")
"""18 or older, and yes to keeping."""


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def dialogs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dialogs")
    (folder / "tools").mkdir()
    (folder / "tools" / "sample-letter.yaml").write_text(LETTER, encoding="utf-8")
    (folder / "tools" / "check-in.yaml").write_text(CHECK_IN, encoding="utf-8")
    return str(folder)


@pytest.fixture
def start(tmp_path, cache, dialogs):
    """Start the program on a terminal."""

    def started(*arguments, columns=80, rows=40, **more):
        env = environment(tmp_path, AFTERWORD_CACHE=cache, AFTERWORD_DIALOGS=dialogs, **more)
        return PtySession(*arguments, env=env, columns=columns, rows=rows)

    return started


def written(talk, words):
    """Write the letter, and agree to keeping it."""
    talk.until("Write it.")
    talk.press(words)
    talk.until("1. Yes 2. No")
    talk.press(KEPT[0])
    talk.until("You chose: Yes")
    talk.press(KEPT[1])
    talk.until("1. Go on")


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_bars_have_their_numbers_beside_them_in_any_window(start, columns):
    """A bar and its words stay on one line."""
    with start("chat", "tools/check-in", "--private", columns=columns) as talk:
        talk.until("From 0")
        talk.press("6\r")
        talk.until("1. Go on")
        talk.press("/mood\r")
        talk.until("Would you like it as a file, too?")

        (row,) = [line for line in talk.lines() if "██████····" in line]
        assert row.rstrip().endswith("6 of 10")


def test_without_such_signs_bars_are_plain(start):
    """An old terminal shows number signs and dots."""
    with start("chat", "tools/check-in", "--private", PYTHONUTF8="0", LC_ALL="C",
               PYTHONIOENCODING="ascii", PYTHONCOERCECLOCALE="0") as talk:  # fmt: skip
        talk.until("From 0")
        talk.press("3\r")
        talk.until("1. Go on")
        talk.press("/mood\r")
        shown = talk.until("Would you like it as a file, too?")

        assert "3 of 10" in shown
        assert "###......." in shown or "███·······" in shown


def test_the_words_of_a_note_stand_in_the_line_to_be_changed(start):
    """Nothing has to be typed anew, and the place in the talk is kept."""
    with start("chat", "tools/sample-letter") as talk:
        written(talk, "dear zebra\r")
        talk.press("/notes\r")
        talk.until("My letter (A sample letter, today)")
        talk.press("1\r")
        talk.until("1. Change the words")
        talk.press("1\r")
        talk.until("> dear zebra")
        talk.press("\x7f" * 5 + "quokka\r")
        talk.until("It reads like this now.")
        shown = talk.until("1. Go on")

        assert "My letter: dear quokka" in shown


def test_a_letter_of_several_lines_is_changed_in_several_lines(start):
    """Enter is a new line there, as the keys below say."""
    with start("chat", "tools/sample-letter") as talk:
        written(talk, "\x1b[200~one\rtwo\x1b[201~\r")
        talk.press("/notes\r")
        talk.until("My letter (A sample letter, today)")
        talk.press("1\r")
        talk.until("1. Change the words")
        talk.press("1\r")
        talk.until("two")
        talk.press("\rthree\x1b\r")
        shown = talk.until("It reads like this now.")
        shown = talk.until("1. Go on")

        assert "My letter: one two three" in shown


def test_a_note_is_deleted_with_two_presses_and_one_question(start, tmp_path):
    """And no byte of it is left in the file."""
    with start("chat", "tools/sample-letter", columns=40) as talk:
        written(talk, "dear zebra\r")
        talk.press("/notes\r")
        talk.until("1. My letter")
        talk.press("1\r")
        talk.until("3. Delete it")
        talk.press("3\r")
        talk.until("2. Yes, delete it")
        talk.press("2\r")
        talk.until("It is gone.")
        talk.press("\x1b\x1b\x1b")
        assert 0 == talk.ended()

    kept = b"".join(one.read_bytes() for one in (tmp_path / "kept").iterdir())
    assert b"zebra" not in kept


def test_leaving_in_the_middle_of_a_change_changes_nothing(start):
    """Ctrl+C empties the line, and once more leaves; the note is as it was."""
    with start("chat", "tools/sample-letter") as talk:
        written(talk, "dear zebra\r")
        talk.press("/notes\r")
        talk.until("1. My letter")
        talk.press("1\r")
        talk.until("1. Change the words")
        talk.press("1\r")
        talk.until("> dear zebra")
        talk.press("\x03")
        talk.settle()
        talk.press("\x03")
        assert 130 == talk.ended()

    with start("chat", "tools/sample-letter") as talk:
        talk.until("Write it.")
        talk.press("/notes\r")
        talk.until("1. My letter")
        talk.press("1\r")
        talk.until("My letter: dear zebra")
