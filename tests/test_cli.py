"""The program as a person starts it: through pipes, with broken files, killed half-way, badly typed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot import trouble
from bot.__main__ import run as run_program
from bot.store.sqlite import SqliteStore

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60

TINY = """
dialog: tools/tiny
title: A tiny talk

nodes:
  start:
    - choose: How was your day?
      as: day
      options:
        good: It was good
        hard: It was hard
    - say: Today was a day.
      keep: My note
    - choose: And the evening?
      as: evening
      options:
        calm: It was calm
        loud: It was loud
    - choose: And now?
      as: now
      options:
        fine: I'm fine
        tired: I'm tired
    - end: told
"""

AGREED = ("good", "1", "1")
"""A first answer, then 18 or older, then yes to keeping."""


@contextmanager
def read_only(folder):
    """Let nobody write into a folder for a while. Root may write anywhere but what is immutable."""
    file = folder / "talks.db"
    if os.geteuid() == 0:
        done = subprocess.run(["chattr", "+i", file], capture_output=True, check=False)
        if done.returncode:
            pytest.skip("root can write anywhere here: this file system knows no immutable files")
        yield
        subprocess.run(["chattr", "-i", file], check=True)
        return
    file.chmod(0o400)
    folder.chmod(0o500)
    yield
    folder.chmod(0o700)


@pytest.fixture(scope="session")
def dialogs(tmp_path_factory):
    """The shipped dialogs and a tiny one that keeps something early."""
    folder = tmp_path_factory.mktemp("library") / "dialogs"
    shutil.copytree(ROOT / "dialogs", folder)
    (folder / "tools" / "tiny.yaml").write_text(TINY, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def run(tmp_path, dialogs, cache):
    """Start the program with arguments and lines, and return what it did."""

    def started(*arguments, lines=(), content=None, **more):
        text = content if content is not None else "".join(f"{one}\n" for one in lines).encode()
        return subprocess.run(
            [sys.executable, "-m", "bot", *arguments], input=text, capture_output=True,
            env=_environment(tmp_path, dialogs, cache, more), cwd=tmp_path, timeout=PATIENCE,
            check=False,
        )  # fmt: skip

    return started


def _environment(home, dialogs, cache, more=None):
    return {
        "PATH": os.defpath,
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "AFTERWORD_DB": str(home / "kept" / "talks.db"),
        "AFTERWORD_DIALOGS": str(dialogs),
        "AFTERWORD_CACHE": str(cache),
        **(more or {}),
    }


def out(done):
    text = done.stdout.decode()
    assert "Traceback" not in text + done.stderr.decode()
    return text


def test_a_pipe_that_ends_is_a_polite_end(run):
    """No more lines: the talk says so and the code is 0."""
    done = run()

    assert "What happened tonight?" in out(done)
    assert "so we stop here" in out(done)
    assert (0, b"") == (done.returncode, done.stderr)


def test_help_at_the_first_prompt_shows_lines_of_help(run):
    """The first word anyone may type."""
    done = run(lines=["help"])

    assert "People you can reach now:" in out(done), out(done)
    assert 0 == done.returncode


def test_nothing_is_on_the_disk_before_a_yes(run, tmp_path):
    """Answers alone make no file."""
    run("chat", "tools/tiny", lines=["good"])

    assert not (tmp_path / "kept").exists()


def test_a_kept_talk_can_be_carried_on(run, tmp_path):
    """The next start offers it by its name, and goes on at the open question."""
    run("chat", "tools/tiny", lines=[*AGREED, "calm"])
    done = run(lines=["1"])

    assert "And now?" in out(done).partition("A tiny talk (")[2]
    assert 0o600 == (tmp_path / "kept" / "talks.db").stat().st_mode & 0o777


def test_a_private_talk_leaves_no_file(run, tmp_path):
    """With --private the question about keeping does not even come."""
    done = run("chat", "tools/tiny", "--private", lines=["good", "calm"])

    assert "And now?" in out(done)
    assert not (tmp_path / "kept").exists()


def test_a_killed_talk_goes_on_where_it_was(run, tmp_path, dialogs, cache):
    """Every answer that was acknowledged is there after kill -9."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat", "tools/tiny"], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, cwd=tmp_path, env=_environment(tmp_path, dialogs, cache),
    ) as process:  # fmt: skip
        process.stdin.write("".join(f"{one}\n" for one in (*AGREED, "calm")).encode())
        process.stdin.flush()
        seen = b""
        while b"And now?" not in seen:
            seen += os.read(process.stdout.fileno(), 4096)
        process.send_signal(signal.SIGKILL)
    done = run(lines=["1"])

    assert "And now?" in out(done)


def test_control_c_is_130_and_one_sentence(tmp_path, dialogs, cache):
    """Interrupted is no error."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, cwd=tmp_path, env=_environment(tmp_path, dialogs, cache),
    ) as process:  # fmt: skip
        seen = b""
        while b"You: " not in seen:
            seen += os.read(process.stdout.fileno(), 4096)
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=PATIENCE)

    assert 130 == process.returncode
    assert b"Stopped." in rest
    assert b"" == errors


def test_a_reader_that_goes_away_is_no_error(tmp_path, dialogs, cache):
    """As with `afterword | head -1`."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, cwd=tmp_path, env=_environment(tmp_path, dialogs, cache),
    ) as process:  # fmt: skip
        os.read(process.stdout.fileno(), 16)
        process.stdout.close()
        process.stdin.write(b"help\n" * 50)
        process.stdin.close()
        errors = process.stderr.read()
        process.wait(PATIENCE)

    assert (0, b"") == (process.returncode, errors)


def test_erase_leaves_nothing_that_could_be_read(run, tmp_path):
    """Not in the file, not beside it."""
    run("chat", "tools/tiny", lines=[*AGREED, "calm"])
    done = run(lines=["1", "/erase", "2", "/exit"])

    assert 0 == done.returncode
    left = b"".join(one.read_bytes() for one in (tmp_path / "kept").iterdir())
    assert b"calm" not in left
    assert b"Today was a day" not in left


def test_export_is_a_file_for_its_owner_alone(run, tmp_path):
    """It stands where the person stands, and says where."""
    done = run("chat", "tools/tiny", lines=[*AGREED, "/export"])
    file = tmp_path / "afterword-export.json"

    assert str(file) in out(done)
    assert 0o600 == file.stat().st_mode & 0o777
    assert "Today was a day." in json.loads(file.read_text())["notes"][0]["text"]


# --- stores that are in the way -----------------------------------------------


def _folder(path):
    path.parent.mkdir(mode=0o700)
    path.mkdir()


def _corrupt(path):
    SqliteStore(path).close()
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * (len(content) - 100))


def _something_else(path):
    path.parent.mkdir(mode=0o700)
    path.write_text("a letter, not a database" * 100)
    path.chmod(0o600)


def _newer(path):
    path.parent.mkdir(mode=0o700)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE x (y)")
    connection.execute("PRAGMA application_id = 0x41667764")
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    path.chmod(0o600)


def _open_to_others(path):
    path.parent.mkdir(mode=0o700)
    path.touch()
    path.chmod(0o644)


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (_folder, "is a folder"),
        (_corrupt, "damaged"),
        (_something_else, "is not a file of saved talks"),
        (_newer, "newer version"),
        (_open_to_others, "Other users of this machine"),
    ],
)
def test_a_store_that_cannot_be_used_is_said_and_help_still_comes(run, tmp_path, broken, sentence):
    """One sentence on what to do and the way on without it; help lines work."""
    broken(tmp_path / "kept" / "talks.db")
    done = run(lines=["help"])

    assert sentence in out(done)
    assert "/private" in out(done)
    assert "People you can reach now:" in out(done), out(done)
    assert 0 == done.returncode


def test_a_locked_store_is_said_and_help_still_comes(run, tmp_path):
    """Another program that holds the file for longer than anybody waits."""
    run("chat", "tools/tiny", lines=[*AGREED, "calm"])
    holder = sqlite3.connect(tmp_path / "kept" / "talks.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    done = run("chat", "tools/tiny", lines=[*AGREED, "help"])
    holder.close()

    assert "in use by another program" in out(done)
    assert "People you can reach now:" in out(done), out(done)


def test_a_read_only_store_is_said(run, tmp_path):
    """The file may be read, not written; for root, who may write anything, by its immutable mark."""
    run("chat", "tools/tiny", lines=[*AGREED, "calm"])
    kept = tmp_path / "kept"
    with read_only(kept):
        done = run(lines=["1", "fine"])

    assert "can be read but not written" in out(done)


def test_a_pause_inside_a_called_dialog_keeps_the_place(run):
    """Saving is asked before the person leaves, wherever in the talk they stand."""
    run(lines=["i want to think it through", "7", "/pause", "1", "1"])
    done = run(lines=["1"])

    assert "Which feelings are closest?" in out(done)


# --- dialogs and words that are in the way --------------------------------------


def test_wrong_yaml_is_told_with_its_line(run, tmp_path, dialogs):
    """Nothing starts, and the author's file and line are named."""
    broken = tmp_path / "dialogs"
    shutil.copytree(dialogs, broken)
    (broken / "tools" / "tiny.yaml").write_text("dialog: tools/tiny\nnodes:\n  start: [\n")
    done = run(AFTERWORD_DIALOGS=str(broken))

    assert 2 == done.returncode
    assert "tools/tiny.yaml:" in done.stderr.decode()
    assert "" == out(done)


def test_one_dialog_in_a_folder_of_its_own_can_be_talked(run, tmp_path):
    """The shipped dialogs, those of safety too, stand below an author's own."""
    (tmp_path / "mine" / "tools").mkdir(parents=True)
    (tmp_path / "mine" / "tools" / "tiny.yaml").write_text(TINY, encoding="utf-8")
    done = run("chat", "tools/tiny", "--dialogs", str(tmp_path / "mine"), lines=["i want to die"])

    assert "How was your day?" in out(done)
    assert "about dying?" in out(done)


def test_a_folder_that_is_not_there_is_named(run, tmp_path):
    """No list of what follows from it, one sentence."""
    done = run("chat", "--dialogs", str(tmp_path / "nowhere"))

    assert 2 == done.returncode
    assert "There is no folder" in done.stderr.decode()


def test_check_finds_it_and_says_one(run, tmp_path, dialogs):
    """The code is 1 when something was found, and there is a shape for machines."""
    broken = tmp_path / "dialogs"
    shutil.copytree(dialogs, broken)
    (broken / "tools" / "tiny.yaml").write_text(TINY.replace("- end: told", "- edn: told"))
    done = run("check", str(broken), "--format", "json")

    assert 1 == done.returncode
    assert "dialogs/tools/tiny.yaml" in [one["filename"] for one in json.loads(out(done))]


def test_check_of_one_file_speaks_of_that_file(run, dialogs):
    """The others are read, since it may call them, and left unmentioned."""
    done = run("check", str(dialogs / "tools" / "tiny.yaml"))

    assert "tiny.yaml: nothing wrong; explored" in out(done)
    assert 0 == done.returncode


def test_check_walks_every_road(run, tmp_path, dialogs):
    """A promise that does not hold is found, with a talk that breaks it."""
    broken = tmp_path / "dialogs"
    shutil.copytree(dialogs, broken)
    promise = "\nnever:\n  - nobody has a hard day: ends told and day == hard\n"
    (broken / "tools" / "tiny.yaml").write_text(TINY + promise)
    done = run("check", str(broken))

    assert 1 == done.returncode
    assert "nobody has a hard day" in out(done)


def test_a_missing_folder_starts_nothing(run, tmp_path):
    """Without dialogs, or without rules for danger, there is no talk."""
    for name in ("AFTERWORD_DIALOGS", "AFTERWORD_CONFIG"):
        done = run(**{name: str(tmp_path / "nowhere")})

        assert 2 == done.returncode
        assert b"" != done.stderr
        assert "" == out(done)


def test_an_unknown_dialog_has_a_near_one(run):
    """Did you mean."""
    done = run("chat", "tools/tny")

    assert "Did you mean tools/tiny?" in done.stderr.decode()
    assert 2 == done.returncode


@pytest.mark.parametrize(
    "arguments",
    [("chta",), ("chat", "--privat"), ("hear", "dreams", "x"), ("check", "nowhere"),
     ("check", "--explain", "D9999"), ("evaluate", "nowhere")],
)  # fmt: skip
def test_a_wrong_use_is_two_and_a_sentence(run, arguments):
    """No traceback, no silence."""
    done = run(*arguments)

    assert 2 == done.returncode
    assert "Error: " in done.stderr.decode()


def test_version_and_help_are_quick_answers(run):
    """Both work without a library."""
    assert "afterword " in out(run("--version"))
    assert "Privacy:" in out(run("--help"))


def test_hear_says_why(run):
    """The pattern and its place come with the reading."""
    done = run("hear", "first-line", "I'm about to text him")

    assert "urge-to-contact\n  because of" in out(done)


def test_hear_shows_a_low_sign_as_no_signal(run):
    """What says nothing alone is shown to an author, and counts as nothing."""
    done = run("hear", "signals", "it is all hopeless")

    assert "nothing\n  low sign hopeless (" in out(done)


def test_hear_reads_rows(run):
    """One JSON object a line, in and out."""
    row = json.dumps({"text": "a six", "from": 0, "to": 10})
    done = run("hear", "scale", "--jsonl", lines=[row])

    assert 6 == json.loads(out(done))["value"]


@pytest.mark.parametrize(
    ("kind", "row", "value"),
    [
        ("yesno", {"text": "not any more", "question": "Do you live together?"}, "no"),
        ("choice", {"text": "the second", "options": {"a": "Sad", "b": "Angry"}}, "b"),
        ("scale", {"text": "3-4", "from": 0, "to": 10}, None),
        ("number", {"text": "thirty"}, 30),
        ("when", {"text": "two weeks", "question": "How long was it?", "ref": "2026-11-22"},
         {"days_min": 13, "days_max": 15}),
        ("reasons", {"text": "he cheated on me"}, ["cheating"]),
        ("tactic", {"text": "what a grey day"}, []),
        ("signals", {"text": "i miss her laugh"}, []),
        ("signals", {"text": "i wish i was dead"}, [{"code": "R2", "level": "red-ask"}]),
    ],
)  # fmt: skip
def test_hear_gives_each_kind_its_shape(run, kind, row, value):
    """What other programs read has one shape a kind, strongest first."""
    done = json.loads(out(run("hear", kind, "--jsonl", lines=[json.dumps(row)])))

    assert value == (done["value"][:1] if kind == "signals" else done["value"])


def test_evaluate_counts(run, tmp_path):
    """How many of the labelled sentences were read right."""
    (tmp_path / "rows").mkdir()
    rows = [{"text": "yes", "label": "yes"}, {"text": "no", "label": "yes"}]
    text = "".join(json.dumps(one) + "\n" for one in rows)
    (tmp_path / "rows" / "yesno.jsonl").write_text(text)
    done = run("evaluate", str(tmp_path / "rows"))

    assert "right 1/2 50.0% (9.5% to 90.5%)" in out(done)


# --- what is typed ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("caf\xe9 closed, he left\n".encode("latin-1"), "not UTF-8"),
        (b"\xff\xfe\x00\x01\n", "not UTF-8"),
        (b"word " * 200_000 + b"\n", "lot at once"),
        (b"a" * (5 << 20) + b"\n", "far too long"),
        (b"\n\n", "I'm listening"),
        (b"\x1b[2J\x1b]0;evil\x07he left\x1b[31m\n", "You: he left\n"),
        ("﻿he left\n".encode(), "You: he left\n"),
        (b"he left\x00\x08\x08\n", "You: he left\n"),
    ],
)  # fmt: skip
def test_whatever_is_typed_is_answered_in_words(run, content, sentence):
    """Other encodings, a megabyte, escapes: a sentence, and no byte that a terminal would obey."""
    done = run(content=content)

    assert sentence in out(done)
    assert b"\x1b" not in done.stdout
    assert b"\x07" not in done.stdout
    assert (0, b"") == (done.returncode, done.stderr)


def test_danger_in_another_encoding_is_heard(run):
    """A cry for help is read even where the bytes are wrong."""
    done = run(content="I want to kill myself tonight, caf\xe9\n".encode("latin-1"))

    assert "reach now" in out(done) or "call" in out(done).lower()


def test_a_terminal_that_knows_no_unicode_still_gets_text(run):
    """A sign it has no place for is a question mark, not an error."""
    done = run(lines=["he left"], PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")

    assert 0 == done.returncode
    assert b"" == done.stderr


def test_a_failure_nobody_thought_of_is_one_sentence(tmp_path, capsys, monkeypatch):
    """Code 2, a place for whoever repairs it, and not a word of the person's."""
    monkeypatch.setenv("AFTERWORD_CACHE", str(tmp_path))
    monkeypatch.setattr("bot.channels.opening.chat", _failing)
    code = run_program([])
    said = capsys.readouterr().err

    assert 2 == code
    assert str(tmp_path / "trouble.txt") in said
    assert "a secret" not in said + (tmp_path / "trouble.txt").read_text()


def _failing():
    raise ValueError("a secret that somebody typed")


def test_trouble_is_noted_without_words():
    """What failed and where, but nothing that anybody typed."""
    try:
        int("a secret that somebody typed")
    except ValueError as error:
        noted = "\n".join(trouble.places(error))

    assert "ValueError" in noted
    assert "secret" not in noted


def test_a_clock_that_went_back_changes_nothing(run, tmp_path):
    """Entries from the future are carried on as they are."""
    run("chat", "tools/tiny", lines=[*AGREED, "calm"])
    connection = sqlite3.connect(tmp_path / "kept" / "talks.db")
    connection.execute("UPDATE entry SET at = '2099' || substr(at, 5)")
    connection.commit()
    connection.close()
    done = run(lines=["1", "fine", "/exit"])

    assert "You chose: I'm fine" in out(done)
    assert 0 == done.returncode


# --- the shell around it --------------------------------------------------------


def test_the_manual_page_says_what_the_command_line_says(run):
    """The page that is installed is the one that is printed."""
    page = out(run("man"))

    assert (ROOT / "docs" / "afterword.1").read_text(encoding="utf-8") == page
    assert '.SH "ACCESSIBILITY"' in page
    assert "\\-\\-private" in page


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_its_completion(run, shell):
    """A text to be read by the shell, naming the command."""
    assert "_AFTERWORD_COMPLETE" in out(run("completion", shell))


def test_the_shell_finishes_names_of_dialogs(run):
    """Also where no argument was typed yet, which would start a talk otherwise."""
    asks = {"_AFTERWORD_COMPLETE": "bash_complete"}
    dialogs = run(**asks, COMP_WORDS="afterword chat tools/urge", COMP_CWORD="2")
    commands = run(**asks, COMP_WORDS="afterword c", COMP_CWORD="1")

    assert "plain,tools/urge-surf\n" == out(dialogs)
    assert "plain,chat\nplain,check\nplain,completion\n" == out(commands)
