"""The tutorial does what it says: every block is written or run, in order, in an empty folder."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from bot import settings
from bot.cli import command_line
from bot.language.grade import grade
from tests.shipped_few import write_few

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "tutorial.md"
STEPS = re.compile(r"^ *- [a-z][a-z ]*:", re.MULTILINE)


def blocks():
    """Return (kind, text) of each fenced block, in order."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("tutorial")


@pytest.fixture
def run(folder, capsys, monkeypatch):
    """What a line of the tutorial answers, in an empty folder with few shipped dialogs and no rules."""
    write_few(folder / "shipped")
    (folder / "config").mkdir(exist_ok=True)
    monkeypatch.setattr(settings, "shipped_folder", lambda: folder / "shipped")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("AFTERWORD_DIALOGS", raising=False)
    for name, place in (("CACHE", "cache"), ("CONFIG", "config"), ("DB", "talks.db")):
        monkeypatch.setenv(f"AFTERWORD_{name}", str(folder / place))

    def answer(command):
        words = shlex.split(command)
        if words[0] != "afterword":
            assert words[0] in {"rm", "cp"}
            subprocess.run(words, check=True)
            return ""
        command_line(words[1:])
        out, err = capsys.readouterr()
        # A terminal shows both, as they come; findings are printed first.
        return out + err

    return answer


def chat(folder, command, typed):
    """What a talk in a pipe shows, with all that is shipped."""
    here = {
        "PYTHONPATH": str(ROOT), "HOME": str(folder), "PATH": os.environ["PATH"],
        "AFTERWORD_CACHE": str(folder / "chat-cache"), "AFTERWORD_DB": str(folder / "talks.db"),
    }  # fmt: skip
    words = [sys.executable, "-m", "bot", *shlex.split(command)[1:]]
    typed = "\n".join(typed) + "\n"
    done = subprocess.run(
        words, cwd=folder, env=here, input=typed, capture_output=True, text=True, check=False
    )
    return done.stdout.splitlines()


def fits(said, wanted):
    """Whether what was said is what the page shows; `…` stands for anything, also for lines."""
    lines = [".*?" if line == "…" else re.escape(line).replace("…", ".*?") for line in wanted]
    return re.fullmatch(r"\n".join(lines) + r"\s*", said, re.DOTALL) is not None


def write(folder, text):
    """Do to a file what the first line of a block says."""
    first, _, rest = text.partition("\n")
    what, _, name = first.removeprefix("# ").partition(": ")
    file = folder / name
    before = file.read_text("utf-8")
    match what:
        case "file":
            after = rest
        case "part of":
            node = rest.partition("\n")[0]
            after = before[: before.index(node)] + rest
        case "add to":
            after = before + rest
        case "change in":
            old, _, new = rest.partition("→\n")
            assert before.count(old) == 1
            after = before.replace(old, new)
        case _:
            raise AssertionError(what)
    file.write_text(after, "utf-8")


def commands(text):
    """Return (command, lines of its answer) of a console block."""
    found = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def test_every_block_of_the_tutorial_works(folder, run):
    """A newcomer who types what stands there sees what stands there."""
    for kind, text in blocks():
        if kind == "yaml":
            write(folder, text)
        elif kind == "console":
            for command, wanted in commands(text):
                said = run(command)
                assert fits(said, wanted), f"{command}\n{said}"
        elif kind == "talk":
            [(command, wanted)] = commands(text)
            typed = [line.removeprefix("You: ") for line in wanted if line.startswith("You: ")]
            assert wanted == chat(folder, command, typed)[: len(wanted)]


def test_the_tutorial_leads_to_a_dialog_with_a_branch_a_loop_a_conclusion_and_a_promise(folder):
    """What stands there at the end has fifteen steps and one of each."""
    text = (folder / "dialogs/tools/evening-walk.yaml").read_text("utf-8")

    assert 15 <= len(STEPS.findall(text))
    assert all(word in text for word in ("- if:", "- for each:", "- conclude:", "never:"))


def test_the_tutorial_is_easy_to_read():
    """Its own sentences ask for eight years of school at most."""
    page = re.sub(r"^```.*?^```$", "", PAGE.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    prose = re.sub(r"`[^`]*`|\[([^\]]*)\]\([^)]*\)|[#*>|-]", r"\1", page)

    assert grade(prose) <= 8
