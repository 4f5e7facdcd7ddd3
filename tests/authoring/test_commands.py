"""What an author types: test, graph, preview and why, run for real on a folder of their own."""

import io
import subprocess
import sys

import pytest

from bot.cli import command_line
from bot.dialogue.engine import step
from bot.dialogue.session import Begin, Said
from bot.store.sqlite import SqliteStore
from tests.authoring.workshop import BROKEN, HELD, OTHER, PLAN, save
from tests.pty_session import ROOT, PtySession, environment

pytestmark = pytest.mark.slow
PATIENCE = 120


@pytest.fixture
def home(tmp_path):
    """A folder of an author's own, with a dialog, another, and a kept talk."""
    (tmp_path / "my" / "transcripts").mkdir(parents=True)
    save(tmp_path, PLAN)
    (tmp_path / "my" / "other.yaml").write_text(OTHER, encoding="utf-8")
    (tmp_path / "my" / "transcripts" / "steady.txt").write_text(HELD, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """Reading the rules is slow; they are read once for all tests."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def run(home, cache, capsys, monkeypatch):
    """Run a command in this process, and return its exit code and what it wrote."""
    for name, value in environment(home, AFTERWORD_CACHE=cache).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(home)

    def started(*arguments, lines=()):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{one}\n" for one in lines)))
        code = command_line(list(arguments))
        return code, *capsys.readouterr()

    return started


def test_transcripts_are_played_shown_where_they_differ_and_written_anew(run, home):
    """0 as kept, 1 otherwise, 0 again once it is meant."""
    code, out, _ = run("test", "my", "--missing")
    assert (0, "1 transcript, all as they were kept.") == (code, out.splitlines()[0])
    assert "not visited: my/plan.yaml:17:11: this step" in out
    assert "They visit 6 of 14 steps, 1 of 5 options, 1 of 4 outcomes." in out

    save(home, PLAN.replace("How many days?", "How many days shall it be?"))
    code, out, _ = run("test", "my")
    assert 1 == code
    assert "my/transcripts/steady.txt:5: turn 1 goes otherwise\n  You: To get steady\n" in out
    assert "+ Bot: How many days shall it be?\n    from my/plan.yaml:20:15" in out

    code, out, _ = run("test", "my/plan.yaml", "--update")
    assert (0, "1 transcript, all as they were kept, 1 written anew.") == (
        code,
        out.splitlines()[0],
    )


def test_a_talk_is_recorded_and_plays_again(run, home):
    """What is typed and what is said is in the file, options and all left out."""
    code, out, _ = run("test", "--record", "plan", "my", "new.txt", lines=["2", "7", "/exit"])

    assert 0 == code
    assert "  2. So that they miss me" in out
    assert (home / "new.txt").read_text(encoding="utf-8").splitlines()[3:6] == [
        "You: 2", "Bot: Many people hope for that.", "Bot: Let us look at that first.",
    ]  # fmt: skip
    assert 2 == run("test", "--record", "plan", "my", "new.txt")[0]


def test_a_talk_is_recorded_from_a_file(run, home):
    """Whoever has only ever named the file of a dialog can go on naming it."""
    code, _, _ = run("test", "--record", "my/plan.yaml", "by-file.txt", lines=["2", "7", "/exit"])

    assert 0 == code
    assert "dialog: plan" in (home / "by-file.txt").read_text(encoding="utf-8")


def test_a_dialog_that_is_not_there_is_told_with_a_way_to_ones_own(run, home):
    """The answer names few dialogs, and how one of one's own is found."""
    _, _, graph = run("graph", "xyzzy")
    _, _, rename = run("rename", "xyzzy:a", "b")

    assert "For one of your own, name its file." in graph
    assert "`--dialogs DIR` looks in a folder of your own" in rename


def test_talks_that_break_a_promise_and_talks_that_cover_are_written(run, home):
    """Both are transcripts like any other, and written again they replace themselves."""
    save(home, BROKEN)
    talks = home / "my" / "transcripts"

    code, out, _ = run("test", "my/plan.yaml", "--from-check")
    assert (1, True) == (code, "breaks `a plan that is a bait` (my/plan.yaml:31:5)" in out)
    assert "keeps: a plan that is a bait\n" in (talks / "broken-plan-1.txt").read_text()

    save(home, PLAN)
    assert (0, "my: no promise is broken.\n") == run("test", "my/plan.yaml", "--from-check")[:2]
    assert not (talks / "broken-plan-1.txt").exists()
    code, out, _ = run("test", "my/plan.yaml", "--cover", "--into", "few")
    assert (0, ["cover-plan-1.txt", "cover-plan-2.txt"]) == (
        code, sorted(one.name for one in (home / "few").iterdir()),
    )  # fmt: skip


def test_wrong_use_is_two_and_one_sentence(run, home):
    """A folder that is not there, mistakes in the dialogs, a dialog nobody knows."""
    assert (2, True) == told(run("test", "nowhere"), "nowhere is not there.")
    assert (2, True) == told(run("graph", "second-chanse"), "Did you mean second-chance?")
    assert (2, True) == told(run("preview", "none.yaml"), "none.yaml is not there.")
    save(home, PLAN.replace("goto: days", "goto: day"))
    assert (2, True) == told(run("test", "my"), "there is no node `day`")


def told(done, sentence):
    return done[0], sentence in done[2]


def test_a_graph_is_printed(run, home):
    """The dialog of a file, and a shipped one by its name."""
    code, out, _ = run("graph", "my/plan.yaml", "--format", "outline")

    assert (0, "A plan for the week (plan)") == (code, out.splitlines()[0])
    assert run("graph", "second-chance")[1].startswith("---\ntitle:")


def test_a_conclusion_of_a_transcript_and_of_a_kept_talk_is_a_tree(run, home):
    """By ids: the words of whoever talked are not in it."""
    code, out, _ = run("why", "my/transcripts/steady.txt")
    assert 0 == code
    assert "This talk came to no conclusion." in out
    assert "└ answered(days)  → true" in out

    keep_a_talk(home / "kept" / "talks.db")
    code, out, _ = run("why")
    assert (0, True) == (code, "home/door" in out.splitlines()[0])
    assert "secret" not in out
    assert (2, True) == told(run("why", "ffff"), "No kept talk begins with ffff.")


def keep_a_talk(file):
    """Keep a talk on the disk as the program does."""
    from bot.keeping import Live, keep
    from bot.language.library import load

    library = load(ROOT / "dialogs", ROOT / "config").library
    turn = step(library, None, Begin("home/door", 7, 1_800_000_000.0))
    turn = step(library, turn.session, Said("a secret, she left", 1_800_000_020.0))
    store = SqliteStore(file)
    keep(store, Live("0123456789abcdef", "me", library), turn.session)
    store.close()


def test_a_preview_on_a_screen_follows_the_file(home, cache):
    """Answer, reasons, save, mistake, mend: the talk stays where it was."""
    file = home / "my" / "plan.yaml"
    env = environment(home, AFTERWORD_CACHE=cache)
    with PtySession("preview", str(file), env=env, columns=90, rows=34) as screen:
        screen.until("2. So that they miss me")
        screen.press("2\r")
        screen.until("How many days?")
        screen.press("\x1bOQ")
        assert "is-bait → true" in screen.until("facts")
        save(home, PLAN.replace("How many days?", "How many days shall it be?"))
        assert "You: So that they miss me" in screen.until("shall it be?")
        save(home, PLAN.replace("- if: is-bait", "- if: is-bat"))
        assert "did you mean `is-bait`?" in screen.until("D205")
        screen.press("7\r")
        screen.until("[over: planned]")
        save(home, PLAN)
        screen.until("Saved and checked.")
        screen.press(":quit\r")

        assert 0 == screen.process.wait(PATIENCE)
    assert not (home / "kept").exists()


def test_a_preview_in_a_pipe_is_lines(home, cache):
    """For screen readers; here drawn as on Discord."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "preview", "my/plan.yaml", "--why", "--as", "discord"],
        capture_output=True, cwd=home, input=b"2\n", timeout=PATIENCE, check=False,
        env=environment(home, AFTERWORD_CACHE=cache),
    )  # fmt: skip
    out = done.stdout.decode()

    assert (0, b"") == (done.returncode, done.stderr)
    assert "│ [ To get steady ] [ So that they miss me ]" in out
    assert "  ? facts     is-bait → true" in out
    assert not (home / "kept").exists()
