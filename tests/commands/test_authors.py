"""What authors type: `check`, `new`, `rename` and `diff`, as they are met on the command line."""

from __future__ import annotations

import json
import shutil

import pytest

from bot import settings
from bot.cli import command_line
from bot.store.protocol import Row
from bot.store.sqlite import SqliteStore
from tests.shipped_few import write_few

WALK = """\
dialog: tools/walk
title: A walk
nodes:
  start:
    - choose: Can you go out?
      as: out
      options: {outside: Yes, inside: No}
    - confirm: Did it help?
      as: helped
    - if: out == outside
      then:
        - say: That was brave.
    - end: done
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with one dialog, on a machine without rules of its own."""
    (tmp_path / "dialogs/tools").mkdir(parents=True)
    (tmp_path / "dialogs/tools/walk.yaml").write_text(WALK, "utf-8")
    (tmp_path / "config").mkdir()
    write_few(tmp_path / "shipped")
    monkeypatch.setattr(settings, "shipped_folder", lambda: tmp_path / "shipped")
    monkeypatch.chdir(tmp_path)
    for name, place in (("CONFIG", "config"), ("CACHE", "cache"), ("DB", "talks.db")):
        monkeypatch.setenv(f"AFTERWORD_{name}", str(tmp_path / place))
    monkeypatch.delenv("AFTERWORD_DIALOGS", raising=False)
    return tmp_path


@pytest.fixture
def said(capsys):
    def run(*arguments):
        code = command_line(list(arguments))
        out, err = capsys.readouterr()
        return code, out, err

    return run


def change(folder, *edit):
    file = folder / "dialogs/tools/walk.yaml"
    file.write_text(file.read_text("utf-8").replace(*edit), "utf-8")


# --- check ---------------------------------------------------------------------


def test_a_clean_folder_of_ones_own_is_told_without_notes_about_others(folder, said):
    """What the shipped files lack is not for this author to hear."""
    code, out, err = said("check", "dialogs")

    assert (0, "") == (code, err)
    assert out.startswith("dialogs: nothing wrong; explored ")
    assert 1 == len(out.splitlines())


def test_mistakes_of_all_kinds_come_in_one_run(folder, said):
    """Shape and names in one file, roads in another: nobody has to run it twice."""
    change(folder, "goto", "goto")
    change(folder, "out == outside", "out == outsid")
    (folder / "dialogs/tools/other.yaml").write_text(
        WALK.replace("tools/walk", "tools/other").replace("    - end: done\n", "    - if: out == outside\n      then:\n        - end: brave\n    - if: out == outside\n      then:\n        - say: Never.\n    - end: done\n"),
        "utf-8",
    )  # fmt: skip

    code, out, _ = said("check", "dialogs")

    assert 1 == code
    assert "dialogs/tools/walk.yaml:10:18: D204" in out
    assert "D411 nobody ever gets to this step" in out


def test_json_is_one_array_however_many_paths_there_are(folder, said):
    """A program reads code, message, file, both ends of the place, and where it is explained."""
    change(folder, "out == outside", "out == outsid")
    shutil.copytree(folder / "dialogs", folder / "more/dialogs")

    code, out, _ = said("check", "dialogs", "more/dialogs", "--format", "json")

    rows = json.loads(out)
    assert 1 == code
    assert ["D204", "D204"] == [one["code"] for one in rows]
    assert {"code", "message", "filename", "location", "end_location", "url"} <= rows[0].keys()


def test_github_is_one_line_a_finding(folder, said):
    """A workflow shows each at its line."""
    change(folder, "out == outside", "out == outsid")

    _, out, _ = said("check", "dialogs", "--format", "github")

    assert out.startswith("::error file=dialogs/tools/walk.yaml,line=10,col=18,")


def test_warnings_fail_only_where_that_is_asked_for(folder, said):
    """A doubled full stop is no reason to stop a deploy, unless somebody says so."""
    change(folder, "brave.", "brave..")

    assert 0 == said("check", "dialogs")[0]
    assert 1 == said("check", "dialogs", "--strict")[0]


def test_what_nobody_has_reviewed_is_a_note_that_fails_nothing(folder, said):
    """It is listed, also for programs, and --strict lets it pass."""
    (folder / "dialogs/safety").mkdir()
    text = "dialog: safety/mine\ntitle: M\nnodes:\n  start:\n    - say: Call someone.\n    - end: done\n"
    (folder / "dialogs/safety/mine.yaml").write_text(text, "utf-8")

    code, out, _ = said("check", "dialogs", "--strict")
    rows = json.loads(said("check", "dialogs", "--format", "json")[1])

    assert 0 == code
    assert "no human has entered a review (D603) of dialogs/safety/ mine" in out
    assert [("D603", "note")] == [(one["code"], one["severity"]) for one in rows]


def test_roads_tell_of_one_dialog_or_say_which_there_are(folder, said):
    """A misspelt one is met with what was meant."""
    code, out, _ = said("check", "dialogs", "--roads", "tools/walk")
    wrong, _, err = said("check", "dialogs", "--roads", "tools/wlak")

    assert 0 == code
    assert "every road was walked" in out
    assert 2 == wrong
    assert "did you mean `tools/walk`?" in err


def test_a_shipped_dialog_that_was_changed_by_hand_is_asked_about_its_names(folder, said):
    """A dialog of one's own in place of a shipped one keeps talks under way in mind."""
    shutil.copytree(folder / "dialogs", folder / "shipped/dialogs", dirs_exist_ok=True)
    change(folder, "as: helped", "as: did-help")

    code, out, _ = said("check", "dialogs")

    assert 0 == code
    assert "D212 the answer `did-help` looks like the former `helped` (warning)" in out


# --- new -----------------------------------------------------------------------


def test_a_new_dialog_is_clean_and_has_its_transcript_and_schema(folder, said):
    """The first thing an author has is something that works."""
    code, out, _ = said("new", "advice/write-daily", "--title", "I read: write every day")

    assert 0 == code
    assert 'title: "I read: write every day"' in (folder / "dialogs/advice/write-daily.yaml").read_text("utf-8")  # fmt: skip
    assert (folder / "dialogs/schema.json").is_file()
    assert (folder / "dialogs/transcripts/advice-write-daily.txt").read_text("utf-8").startswith("dialog: advice/write-daily\n")  # fmt: skip
    assert "Written: dialogs/advice/write-daily.yaml" in out
    assert 0 == said("check", "dialogs", "--strict")[0]
    assert 0 == said("test", "dialogs")[0]


def test_a_new_dialog_shows_each_verb_once(folder, said):
    """Nothing that can be written has to be looked for elsewhere; `stop` is for safety alone."""
    from bot.language.model import STEP

    said("new", "tools/mine")

    lines = (folder / "dialogs/tools/mine.yaml").read_text("utf-8").splitlines()
    for verb in STEP.shapes.keys() - {"stop"}:
        assert any(line.lstrip(" -").startswith(f"{verb}:") for line in lines), verb


@pytest.mark.parametrize("name", ["tools/walk", "Tools/My Walk", "../walk", "tools/"])
def test_a_name_that_is_taken_or_no_name_is_refused(folder, said, name):
    """Nothing of an author's is ever written over."""
    before = (folder / "dialogs/tools/walk.yaml").read_text("utf-8")

    assert 2 == said("new", name)[0]
    assert before == (folder / "dialogs/tools/walk.yaml").read_text("utf-8")


# --- rename ---------------------------------------------------------------------


def test_a_rename_changes_the_files_and_says_which(folder, said):
    """The old name is kept in the file."""
    code, out, _ = said("rename", "tools/walk:out", "way", "--dialogs", "dialogs")

    text = (folder / "dialogs/tools/walk.yaml").read_text("utf-8")
    assert 0 == code
    assert "Changed 3 places in 1 file:" in out
    assert "      as: way\n      formerly: out\n" in text
    assert "if: way == outside" in text


def test_a_renamed_dialog_moves_with_its_transcripts(folder, said):
    """The file stands where its name says, and nothing is left at the old place."""
    (folder / "dialogs/transcripts").mkdir()
    (folder / "dialogs/transcripts/walk.txt").write_text(
        "dialog: tools/walk\nBot: Can you go out?\n", "utf-8"
    )

    code, _, _ = said("rename", "tools/walk", "tools/stroll", "--dialogs", "dialogs")

    assert 0 == code
    assert not (folder / "dialogs/tools/walk.yaml").exists()
    assert "formerly: tools/walk" in (folder / "dialogs/tools/stroll.yaml").read_text("utf-8")
    assert "dialog: tools/stroll\n" in (folder / "dialogs/transcripts/walk.txt").read_text("utf-8")


def test_a_dry_run_changes_nothing(folder, said):
    """One may look first."""
    code, out, _ = said("rename", "tools/walk:out", "way", "--dialogs", "dialogs", "--dry-run")

    assert 0 == code
    assert "Would change 3 places" in out
    assert WALK == (folder / "dialogs/tools/walk.yaml").read_text("utf-8")


def test_a_rename_that_cannot_be_is_told(folder, said):
    """With what was meant, and the exit code of something found."""
    code, _, err = said("rename", "tools/walk:owt", "way", "--dialogs", "dialogs")

    assert 1 == code
    assert "Not renamed: there is nothing called `owt`" in err
    assert "`out`" in err


# --- diff -----------------------------------------------------------------------


@pytest.fixture
def versions(folder):
    shutil.copytree(folder / "dialogs", folder / "in-use")
    return folder


def test_a_diff_of_the_same_says_so(versions, said):
    """Nothing changed, nothing happens."""
    code, out, _ = said("diff", "in-use", "dialogs", "--strict")

    assert 0 == code
    assert "The dialogs are the same." in out


def test_a_diff_names_what_is_asked_again_and_what_may_have_been_renamed(versions, said):
    """Before a deploy it is known whom it costs something."""
    change(versions, "outside: Yes", "street: Yes")
    change(versions, "out == outside", "out == street")

    code, out, _ = said("diff", "in-use", "dialogs", "--strict")

    assert 1 == code
    assert "tools/walk: changed" in out
    assert "the option `street` looks like the former `outside`" in out
    assert "must answer a question again: tools/walk: out" in out


def test_talks_that_are_kept_are_counted_and_not_changed(versions, said):
    """Counts and names of questions, never a word of anybody's."""
    from bot.dialogue.codec import encode
    from bot.dialogue.session import Answered, Key, Started

    at = "2026-11-25T12:00:00+00:00"
    store = SqliteStore(versions / "talks.db")
    for name, value in (("one", "outside"), ("two", "inside")):
        store.open(name, "somebody", "tools/walk", at)
        entries = [
            Started(1, 0.0, "", "tools/walk", "x", 1),
            Answered(2, 1.0, "", Key("", "out"), value),
        ]
        store.append(name, 0, [Row(one.seq, at, None, encode(one)) for one in entries])
    store.close()
    change(versions, "outside: Yes", "street: Yes")
    change(versions, "out == outside", "out == street")
    before = (versions / "talks.db").read_bytes()

    code, out, _ = said("diff", "in-use", "dialogs", "--db", "talks.db")

    assert 0 == code
    assert "1 talk go on as if nothing had happened" in out
    assert "1 talk must answer a question again: tools/walk: out (1)" in out
    assert before == (versions / "talks.db").read_bytes()
