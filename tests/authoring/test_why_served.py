"""On a server there are only counts: how often a row won, and by which answers."""

import pytest

from bot.authoring.transcripts import play, read
from bot.cli import command_line
from bot.keeping import Live, keep
from bot.language.library import load
from bot.store.postgres import PostgresStore
from tests.pty_session import ROOT, environment
from tests.store.postgres_server import ABSENT, PostgresServer, programs

pytestmark = pytest.mark.slow
TALKS = 6


@pytest.fixture(scope="module")
def address():
    """Run a server of our own that holds the same talk of several people."""
    if programs() is None:
        pytest.skip(ABSENT)
    server = PostgresServer()
    library = load(ROOT / "dialogs", ROOT / "config").library
    kept = ROOT / "tests" / "transcripts" / "main-likes-are-not-a-yes.txt"
    session = play(library, read(kept.read_text(encoding="utf-8"))).session
    store = PostgresStore(server.address())
    for number in range(TALKS):
        keep(store, Live(f"{number:016x}", f"person-{number}", library), session)
    store.close()
    yield server.address()
    server.close()


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)

    def started(*arguments):
        code = command_line(list(arguments))
        return code, *capsys.readouterr()

    return started


def test_a_server_tells_counts_and_ids_and_no_answer(run, address):
    """Which question decided how often; not what anybody said to it."""
    code, out, _ = run("why", "--db", address)

    assert 0 == code
    assert out.startswith(f"second-chance: one_sided, {TALKS} people (dialogs/second-chance.yaml:")
    assert f"  decided by said {TALKS}\n" in out
    assert "refused" not in out
    assert "person-" not in out


def test_a_single_talk_on_a_server_is_not_shown(run, address):
    """It belongs to the person."""
    code, out, err = run("why", "0000", "--db", address)

    assert (2, "") == (code, out)
    assert "only counts are shown" in err
