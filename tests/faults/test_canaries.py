"""Words that nobody else would write are said on every path, and looked for in everything written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

CANARY = "zzcanary"
SAID = f"he left me, {CANARY} tonight"
DANGER = f"i want to kill myself {CANARY}"

WATCHED = textwrap.dedent(
    """
    import json, os, sys

    writes, asked = [], os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
    def hook(event, values):
        if event == "open" and isinstance(values[2], int) and values[2] & asked:
            # What is open already, as the pipes are, has a number for a name.
            if not isinstance(values[0], int):
                writes.append(["open", os.fsdecode(values[0])])
        elif event in ("sqlite3.connect", "socket.connect", "os.mkdir", "os.rename", "os.link",
                       "subprocess.Popen", "os.system"):
            writes.append([event, str(values[0])])
    sys.addaudithook(hook)
    import bot.__main__
    breaks = os.environ.get("BREAKS")
    if breaks:
        import bot.talks
        def step(_library, session, event):
            if getattr(event, "text", ""):
                raise ValueError(event.text)
            return kept(_library, session, event)
        kept, bot.talks.step = bot.talks.step, step
    sys.argv = ["afterword", *sys.argv[1:]]
    try:
        code = bot.__main__.main()
    except SystemExit as left:
        code = left.code
    finally:
        os.write(int(os.environ["TELL"]), json.dumps([[what, path] for what, path in writes]).encode())
    sys.exit(code)
    """
)


class Machine:
    """A home of its own, in which the program is started and everything written can be found."""

    def __init__(self, folder, cache):
        self.folder, self.cache = folder, cache
        self.db = folder / "data" / "talks.db"

    def talk(self, *lines, options=(), **more):
        """Hold a talk through pipes; return what was said, and what was opened for writing."""
        variables = {
            "HOME": str(self.folder), "PATH": os.environ["PATH"], "AFTERWORD_DB": str(self.db),
            "AFTERWORD_CACHE": str(self.cache), "PYTHONDONTWRITEBYTECODE": "1", **more,
        }  # fmt: skip
        here, there = os.pipe()
        variables["TELL"] = str(there)
        run = subprocess.Popen(
            [sys.executable, "-c", WATCHED, "chat", "--plain", *options],
            stdin=-1, stdout=-1, stderr=-1, text=True, env=variables, cwd=self.folder,
            pass_fds=(there,),
        )  # fmt: skip
        os.close(there)
        said, wrong = run.communicate("\n".join((*lines, "")), timeout=60)
        with os.fdopen(here) as pipe:
            writes = json.loads(pipe.read() or "[]")
        return said + wrong, writes

    def found(self, words=CANARY):
        """Name the files in which words stand."""
        files = (one for at in (self.folder, self.cache) for one in at.rglob("*") if one.is_file())
        return sorted(one.name for one in files if words.encode() in one.read_bytes())


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """Have the dialogs read once for all of these tests."""
    folder = tmp_path_factory.mktemp("cache")
    Machine(tmp_path_factory.mktemp("home"), folder).talk("/exit", options=("--private",))
    return folder


@pytest.fixture
def machine(tmp_path, cache):
    """Have a machine of one's own, on which the program was started before."""
    tmp_path.chmod(0o700)
    return Machine(tmp_path, cache)


KEEPS = ("1", "yes")
"""Eighteen or older; keep it."""


def test_a_private_talk_writes_nothing_at_all(machine):
    """Own words, danger, every page, pause: no file is opened for writing, nothing is connected."""
    said, writes = machine.talk(
        SAID, "/tips", "/home", SAID, "/my-data", "/notes", "/summary", DANGER, "no", "help", "/erase",
        "/pause", options=("--private",),
    )  # fmt: skip
    assert "findahelpline.com" in said
    # What is faster to read a second time holds no word of anybody.
    assert [one for one in writes if not one[1].startswith(str(machine.cache))] == []
    assert machine.found() == []
    assert not machine.db.exists()


def test_an_unsaved_talk_leaves_no_word(machine):
    """Left at once, ended by the pipe, or with a no to saving: nothing of it is on the disk."""
    for lines in ((SAID, "/exit"), (SAID, DANGER), (SAID, "/pause", "1", "no")):
        machine.talk(*lines)
    assert machine.found() == []


def test_a_saved_talk_is_in_its_file_alone_and_after_an_erase_nowhere(machine):
    """What is kept is where it is said to be."""
    machine.talk(SAID, "/pause", *KEEPS)
    assert set(machine.found()) <= {"talks.db", "talks.db-wal"}
    assert machine.found() != []
    said, _ = machine.talk("new", f"again {CANARY}", "/erase", "yes", "/exit")
    assert "It is gone" in said
    assert machine.found() == []


def test_an_export_is_the_one_file_that_a_person_asks_for(machine):
    """It is theirs alone to read."""
    machine.talk(SAID, "/export", "/exit")
    (file,) = machine.folder.glob("afterword-export*.json")
    assert machine.found() == [file.name]
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("away", ["no database", "a folder", "closed", "sealed"])
def test_where_the_store_is_away_danger_is_answered_and_it_is_said_that_nothing_is_kept(
    machine, away
):
    """The lines come in every case, and no word goes anywhere else instead."""
    machine.db.parent.mkdir(mode=0o700)
    match away:
        case "no database":
            machine.db.write_bytes(b"Dear Sam, " * 99)
        case "a folder":
            machine.db.mkdir()
        case "closed":
            machine.db.write_bytes(b"")
            machine.db.parent.chmod(0o755)
        case "sealed":
            machine.db.write_bytes(os.urandom(8192))
    if machine.db.is_file():
        machine.db.chmod(0o600)
    said, _ = machine.talk(SAID, DANGER, "yes")
    assert "I can't keep anything at the moment" in said
    assert "findahelpline.com" in said
    assert CANARY not in said.replace(SAID, "").replace(DANGER, "")
    assert machine.found() == []


def test_a_program_that_fails_notes_where_and_no_word(machine):
    """The error itself carries the words; neither the note nor the screen does."""
    said, _ = machine.talk(SAID, BREAKS="1")
    assert "ValueError" in (machine.cache / "trouble.txt").read_text()
    assert machine.found() == []
    assert CANARY not in said.replace(SAID, "")


def test_what_an_operator_is_told_holds_no_word(machine):
    """Status and verify count; a backup is the only copy, and is made where it was asked for."""
    machine.talk(SAID, "/pause", *KEEPS)
    safe = machine.folder / "safe"
    safe.mkdir(mode=0o700)
    env = {
        **os.environ, "AFTERWORD_DB": str(machine.db), "HOME": str(machine.folder),
        "AFTERWORD_CACHE": str(machine.cache),
    }  # fmt: skip
    for command in (["status"], ["verify"], ["backup", str(safe / "copy.db")], ["migrate"]):
        run = subprocess.run(
            [sys.executable, "-m", "bot", "db", *command],
            capture_output=True, text=True, env=env, cwd=Path(__file__).parent.parent.parent, check=True,
        )  # fmt: skip
        assert CANARY not in run.stdout + run.stderr
    assert set(machine.found()) <= {"talks.db", "talks.db-wal", "copy.db"}
