"""Whole talks on a real terminal, seen through an emulator: three sizes, resized, killed, left."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from tests.pty_session import PATIENCE, PtySession, environment

SIZES = [(40, 20), (80, 24), (200, 50)]
FIRST = "What happened tonight?"
SAMPLE = """
dialog: tools/sample
title: A sample of every kind
minutes: 6

nodes:
  start:
    - write: What was your day like?
      as: day
    - rate: How strong is the wish to write?
      as: wish
      from: 0
      to: 10
      low: very weak
      high: almost too strong
    - goto: head
  head:
    - choose: How is your head right now?
      as: head
      options:
        clear: Fine, it's clear
        drunk: I've been drinking, or took something
        tired: Tired, I've hardly slept
    - pick: What did you feel today?
      as: felt
      options:
        sad: Sad
        angry: Angry
        calm: Calm
    - choose: And now?
      as: now
      options:
        on: Go on
        sleep: Go to sleep
    - end: done
"""
CLEAR = b"\x1b[H\x1b[2J\x1b[3J"


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def dialogs(tmp_path_factory):
    """A folder with one dialog; the shipped ones stand below it."""
    folder = tmp_path_factory.mktemp("dialogs")
    (folder / "tools").mkdir()
    (folder / "tools" / "sample.yaml").write_text(SAMPLE, encoding="utf-8")
    return str(folder)


@pytest.fixture
def start(tmp_path, cache, dialogs):
    """Start the program on a terminal."""

    def started(*arguments, columns=80, rows=24, **more):
        env = environment(tmp_path, AFTERWORD_CACHE=cache, AFTERWORD_DIALOGS=dialogs, **more)
        return PtySession(*arguments, env=env, columns=columns, rows=rows)

    return started


def _to_the_choice(talk):
    for question in ("What was your day like?", "How strong is the wish to write?"):
        talk.until(question)
        talk.press("/skip\r")
    talk.until("3. Tired, I've hardly slept")


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_talk_by_arrows_numbers_and_words(start, columns, rows):
    """From the first line to a quick exit; nothing is cut off, and nothing is left."""
    with start("chat", "tools/sample", columns=columns, rows=rows) as talk:
        talk.until("What was your day like?")
        talk.press("long, and then i nearly texted\r")
        talk.until("From 0 (very weak) to 10 (almost too strong)")
        talk.press("\x1b[C\x1b[C\x1b[C")
        talk.until("2 of 10")
        talk.press("\r")
        talk.until("You chose: 2")
        talk.press("\x1b[B")
        talk.until("> 1. Fine, it's clear")
        talk.press("\r")
        talk.until("You chose: Fine, it's clear")
        talk.press("\x1b[B \x1b[B\x1b[B ")
        talk.until("ticked: Sad, Calm")
        talk.press("\r")
        talk.until("You chose: Sad, Calm")
        talk.press("go to sleep\r")
        shown = talk.until("You chose: Go to sleep")
        talk.press("\x1b\x1b\x1b")

        assert "Esc Esc Esc closes at once" in shown
        assert 0 == talk.ended()
        assert "" == talk.shown()
        assert not talk.screen.history.top
        assert "Terminal" == talk.screen.title
        assert talk.as_before()
        assert b"Traceback" not in talk.raw


def test_a_window_may_change_its_size_in_the_middle_of_a_question(start):
    """From 40 to 200 columns and back: question, choices and keys stand there once and whole."""
    with start("chat", "tools/sample", columns=80, rows=24) as talk:
        _to_the_choice(talk)
        talk.press("\x1b[B")
        talk.until("> 1. Fine, it's clear")
        for columns, rows in ((40, 20), (200, 50), (40, 12), (80, 24)):
            talk.resize(columns, rows)
            talk.settle()
            shown = talk.until("1 of 3: Fine, it's clear")

            assert 1 == shown.count("How is your head right now?"), (columns, rows)
            assert 1 == shown.count("> 1. Fine, it's clear")
            assert 1 == shown.count("2. I've been drinking, or took something")
            assert "Esc Esc Esc closes at once" in shown
        talk.press("\r")
        talk.until("You chose: Fine, it's clear")


def test_typed_text_survives_a_change_of_size(start):
    """A half line is still there, and still editable."""
    with start(columns=80) as talk:
        talk.until(FIRST)
        talk.press("half a line that is longer than a narrow window is wide")
        talk.until("is wide")
        talk.resize(40, 20)
        talk.settle()
        talk.press("!")

        assert "halfalinethatislongerthananarrowwindowiswide!" in talk.until("!").replace(" ", "")


def test_a_pasted_paragraph_waits_for_enter(start):
    """As a terminal pastes it, line ends and all."""
    with start() as talk:
        talk.until(FIRST)
        talk.press("\x1b[200~one\rtwo\r1\r\x1b[201~")
        shown = talk.until("> one two 1")

        assert "You:" not in shown


def test_a_killed_talk_leaves_no_stuck_terminal(start):
    """After kill -9 the terminal echoes again, and shows its cursor."""
    with start() as talk:
        talk.until(FIRST)
        assert not talk.as_before()
        talk.process.send_signal(signal.SIGKILL)
        code = talk.ended()

        assert -signal.SIGKILL == code
        assert talk.as_before()
        assert talk.raw.rstrip().endswith(b"\x1b[?25h\x1b[0m\x1b[?2004l\x1b[J")


def test_a_killed_private_talk_leaves_the_other_screen(start):
    """What was said there is not left standing."""
    with start("chat", "--private") as talk:
        talk.until(FIRST)
        talk.process.send_signal(signal.SIGKILL)
        talk.ended()

        assert b"\x1b[?1049l" in talk.raw
        assert talk.as_before()


def test_a_killed_talk_loses_no_answer_that_was_kept(start, tmp_path):
    """The next start goes on behind the last one."""
    with start("chat", "tools/sample") as talk:
        talk.until("What was your day like?")
        talk.press("/pause\r")
        talk.until("1. Yes 2. No")
        talk.press("1\r")
        talk.until("You chose: Yes")
        talk.press("1\r")
        assert 0 == talk.ended()
    with start() as talk:
        talk.until("A sample of every kind (today)")
        talk.press("1\r")
        talk.until("What was your day like?")
        talk.press("long\r")
        talk.until("From 0 (very weak)")
        talk.process.send_signal(signal.SIGKILL)
        talk.ended()

    with start() as talk:
        talk.until("A sample of every kind (today)")
        talk.press("1\r")
        assert "From 0 (very weak)" in talk.until("How strong is the wish")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_talk_that_is_asked_to_end_puts_the_terminal_right(start, number):
    """As when the machine shuts down."""
    with start() as talk:
        talk.until(FIRST)
        talk.process.send_signal(number)

        assert 0 == talk.ended()
        assert talk.as_before()


def test_control_c_leaves_with_one_line(start):
    """Everything said stands where it was; below it how to come back."""
    with start() as talk:
        talk.until(FIRST)
        talk.press("\x03")

        assert 130 == talk.ended()
        assert talk.shown().endswith("Begin again with: afterword")
        assert talk.as_before()


def test_a_private_talk_is_on_no_disk(start, tmp_path):
    """Not a byte of it, whatever was said."""
    with start("chat", "--private") as talk:
        talk.until(FIRST)
        talk.press("my secret words\r")
        talk.until("You: my secret words")
        talk.press("\x04")
        assert 0 == talk.ended()

    assert not (tmp_path / "kept").exists()
    assert not any(
        b"secret words" in one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()
    )


@pytest.mark.parametrize("more", [{"TERM": "dumb"}, {"AFTERWORD_PLAIN": "1"}])
def test_plain_lines_on_a_terminal_redraw_nothing(start, more):
    """No escape at all; each line with its speaker, each choice in words."""
    with start("chat", "tools/sample", **more) as talk:
        talk.until("What was your day like?")
        talk.press("long\n")
        talk.until("From 0 (very weak) to 10 (almost too strong).")
        talk.press("seven\n")
        talk.until("3. Tired, I've hardly slept")
        talk.press("1\n")
        talk.until("You chose: Fine, it's clear")
        talk.press("\x04")

        assert 0 == talk.ended()
        assert b"\x1b" not in talk.raw
        assert b"Bot: How is your head right now?\r\n  1. Fine, it's clear\r\n" in talk.raw
        assert b"You: seven\r\nYou chose: 7\r\n" in talk.raw


def test_no_colour_means_none(start):
    """NO_COLOR is honoured."""
    with start(NO_COLOR="1") as talk:
        talk.until(FIRST)

        assert b"\x1b[0;" not in talk.raw.replace(b"\x1b[0;0", b"")


def test_plain_lines_never_load_the_terminals_library(tmp_path, cache):
    """Who pipes does not wait for what draws."""
    code = (
        "import sys; from bot.__main__ import run; run([]);"
        "print(sorted(one for one in sys.modules if one.startswith('prompt_toolkit')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=b"he left\n/exit\n", capture_output=True,
        env=environment(tmp_path, AFTERWORD_CACHE=cache), timeout=PATIENCE, check=True,
    )  # fmt: skip

    assert done.stdout.endswith(b"[]\n")
