"""On a server: whatever happens to it, the answer is a sentence, and nothing acknowledged is lost."""

from __future__ import annotations

import ast
import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import psycopg
import pytest

import bot
from bot.host import Host
from bot.store import errors
from bot.store import server_tables as sql
from bot.store.faults import read_server_fault
from bot.store.places import named, open_store, untouched, versions
from bot.store.postgres import PostgresStore
from bot.store.protocol import Append, Row
from tests.at_host import FakeClock, Talk
from tests.small_library import PLAN, small_library
from tests.store.conftest import new_schema
from tests.store.postgres_server import PostgresServer

NOON = "2026-03-01T12:00:00Z"
NOWHERE = "postgresql://ana:secret@127.0.0.1:1/talks"
"""An address of this machine at which nobody listens."""


def row(seq, payload="[]"):
    return Row(seq, NOON, f"m{seq}", payload)


@pytest.fixture
def talk(on_server):
    on_server.open("t1", "ana", "second-chance", NOON)
    on_server.append("t1", 0, [row(1)])
    return "t1"


@pytest.fixture
def straight(address):
    """Ask the server behind the store's back."""
    with psycopg.connect(address, autocommit=True) as connection:
        yield connection


def cut_off(straight):
    """Take every other connection away, as an administrator would."""
    straight.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
    )


# --- at the start ---


def test_nobody_at_the_address_is_a_sentence_without_the_password():
    """The address is shown so that it can be mended; what is secret in it is not."""
    with pytest.raises(errors.ServerAway) as caught:
        PostgresStore(NOWHERE)
    assert "postgresql://127.0.0.1:1/talks" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__
    with pytest.raises(errors.ServerAway):
        versions(NOWHERE)


def test_an_address_that_is_none_is_a_sentence():
    """A slip in the address is no crash."""
    for wrong in ("postgresql://host:port/talks", "postgresql://[", "postgresql:///?nonsense=1"):
        with pytest.raises(errors.StoreError):
            PostgresStore(wrong)


def test_without_the_driver_it_is_said_how_to_get_it(monkeypatch):
    """Who keeps talks in a file never needs it."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(errors.NoDriver, match="pip install"):
        PostgresStore(NOWHERE)
    with pytest.raises(errors.NoDriver):
        versions(NOWHERE)


def test_newer_tables_are_refused_and_stay_as_they_are(address, straight):
    """An old program does not guess at new tables."""
    PostgresStore(address).close()
    straight.execute(sql.NOW_AT, (len(sql.MIGRATIONS) + 1,))
    for look in (PostgresStore, versions):
        with pytest.raises(errors.NewerVersion, match="newer version"):
            look(address)
    assert straight.execute(sql.VERSION).fetchone() == (len(sql.MIGRATIONS) + 1,)


def test_the_tables_of_another_program_are_refused_and_stay_as_they_are(address, straight):
    """A schema with tables that we did not make is not ours."""
    straight.execute("CREATE TABLE bookmark (url text)")
    with pytest.raises(errors.NotOurs, match="another program"):
        PostgresStore(address)
    tables = straight.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    assert tables.fetchall() == [("bookmark",)]


def test_a_user_without_rights_is_told_so(server, address, straight):
    """Tables of its own are all that this program needs."""
    (schema,) = straight.execute("SELECT current_schema()").fetchone()
    straight.execute("DROP ROLE IF EXISTS stranger")
    straight.execute("CREATE ROLE stranger LOGIN")
    straight.execute(f"GRANT USAGE ON SCHEMA {schema} TO stranger")
    with pytest.raises(errors.NoRights, match="does not let"):
        PostgresStore(address.replace("afterword@", "stranger@"))
    with pytest.raises(errors.NoRights):
        PostgresStore(server.address("there_is_no_such_schema"))


def test_the_version_is_known_without_changing_anything(address):
    """A look makes no tables."""
    newest = len(sql.MIGRATIONS)
    assert versions(address) == (0, newest)
    assert versions(address) == (0, newest)
    open_store(address).close()
    assert versions(address) == (newest, newest)
    assert not untouched(address)
    assert named(address) == "postgresql://localhost/postgres"


def test_tables_that_could_not_be_made_whole_are_not_made_at_all(address, monkeypatch):
    """Half a version is never kept; the next start tries it again."""
    broken = (*sql.MIGRATIONS, ("CREATE TABLE half (a int)", "CREATE TABLE nonsense ("))
    with monkeypatch.context() as patched:
        patched.setattr(sql, "MIGRATIONS", broken)
        with pytest.raises(errors.StoreError):
            PostgresStore(address)
    assert versions(address) == (0, len(sql.MIGRATIONS))
    PostgresStore(address).close()


def test_older_tables_take_only_the_steps_they_lack(address, on_server, talk, monkeypatch):
    """What was kept under an earlier version is there under the next."""
    newer = (*sql.MIGRATIONS, ("ALTER TABLE conversation ADD COLUMN mood text",))
    monkeypatch.setattr(sql, "MIGRATIONS", newer)
    store = PostgresStore(address)
    assert versions(address) == (len(newer), len(newer))
    assert store.rows(talk) == (row(1),)
    store.close()


# --- while it is in use ---


def test_a_lost_connection_is_made_anew(on_server, talk, straight):
    """A server that was restarted between two answers is not even noticed."""
    cut_off(straight)
    on_server.append(talk, 1, [row(2)])
    cut_off(straight)
    assert on_server.rows(talk) == (row(1), row(2))
    cut_off(straight)
    assert len(on_server.export("ana")["conversations"]) == 1


def test_an_answer_whose_acknowledgement_was_lost_is_kept_once(on_server, talk, monkeypatch):
    """The server had it, and its word got lost on the way: the second try finds it there."""
    execute, lost = psycopg.Connection.execute, []

    def loses_the_word(connection, statement, *values, **options):
        done = execute(connection, statement, *values, **options)
        if "INSERT INTO entry" in statement and not lost:
            lost.append(statement)
            connection.close()
            raise psycopg.OperationalError
        return done

    monkeypatch.setattr(psycopg.Connection, "execute", loses_the_word)
    on_server.append(talk, 1, [row(2)])
    assert len(lost) == 1
    assert on_server.rows(talk) == (row(1), row(2))


@pytest.fixture
def own_server(server):
    """Run one more server, which may be stopped."""
    one = PostgresServer()
    yield one
    one.close()


@pytest.mark.slow
def test_a_server_that_stops_in_mid_talk_loses_nothing_acknowledged(own_server):
    """Until it is back each answer is refused with a sentence; danger is answered all the same."""
    address = new_schema(own_server)
    clock = FakeClock()
    talk = Talk(Host(small_library(), lambda: open_store(address), clock), clock)
    talk.greet(PLAN)
    talk.say("30")
    talk.pick("yes")
    kept = talk.host.session(talk.id).entries
    own_server.stop()
    talk.pick("bad")
    assert "cannot be reached" in talk.said
    assert "How is it now?" == talk.asked
    talk.say("I want to die tonight")
    assert "I'm glad you told me." in talk.said
    own_server.start()
    talk.pick("nobody")
    session = talk.host.session(talk.id)
    assert session.entries[: len(kept)] == kept
    store = open_store(address)
    assert [one.seq for one in session.entries] == [one.seq for one in store.rows(talk.id)]
    store.close()
    talk.host.close()


def test_a_talk_begins_and_danger_is_answered_where_no_server_is():
    """The start says what is wrong, then the door opens; nothing of it is a traceback."""
    clock = FakeClock()
    talk = Talk(Host(small_library(), lambda: open_store(NOWHERE), clock), clock)
    talk.greet()
    assert "cannot be reached" in talk.said
    assert "What happened tonight?" == talk.asked
    talk.say("I want to die tonight")
    assert "I'm glad you told me." in talk.said


def test_another_process_that_holds_a_talk_is_waited_for_and_then_named(on_server, talk, straight):
    """Nobody waits for ever."""
    with straight.transaction():
        straight.execute("SELECT FROM conversation FOR UPDATE")
        with pytest.raises(errors.Locked, match="not saved"):
            on_server.append(talk, 1, [row(2)])
    on_server.append(talk, 1, [row(2)])
    assert on_server.rows(talk) == (row(1), row(2))


def test_a_server_that_takes_no_writing_can_still_be_read(on_server, talk):
    """As one that only follows another: the talk is shown, the answer refused with a sentence."""
    read_only = "SET default_transaction_read_only = on"
    on_server._server.ask(lambda connection: connection.execute(read_only))
    with pytest.raises(errors.ReadOnly, match="not written"):
        on_server.append(talk, 1, [row(2)])
    assert on_server.rows(talk) == (row(1),)


def test_a_closed_store_says_so(on_server, talk):
    """A late answer is refused with a sentence, not with a crash."""
    on_server.close()
    with pytest.raises(errors.Closed):
        on_server.append(talk, 1, [row(2)])


def test_an_answer_is_safe_on_the_disk_of_the_server(straight, address):
    """Whatever the server's own setting is, an answer is acknowledged after it is written."""
    (schema,) = straight.execute("SELECT current_schema()").fetchone()
    careless = (
        f"{address}%20-csynchronous_commit%3Doff%20-cdefault_transaction_isolation%3Dserializable"
    )
    store = PostgresStore(careless)
    for name, expected in (("synchronous_commit", "on"), ("search_path", schema)):
        shown = store._server.ask(lambda connection, name=name: connection.execute(f"SHOW {name}"))
        assert shown.fetchone() == (expected,)
    store.close()


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (None, errors.ServerAway),
        ("08006", errors.ServerAway),
        ("57P01", errors.ServerAway),
        ("53300", errors.ServerAway),
        ("53100", errors.DiskFull),
        ("XX001", errors.Corrupt),
        ("40001", errors.Locked),
        ("22P02", errors.StoreError),
    ],
)
def test_each_code_of_the_server_has_its_sentence(state, expected):
    """What is not known is said to be so."""
    assert type(read_server_fault(state, "here")) is expected


# --- several processes ---

COMPETES = textwrap.dedent(
    """
    import sys
    from bot.store.errors import Conflict
    from bot.store.places import open_store
    from bot.store.protocol import Row

    address, name, many = sys.argv[1:]
    store = open_store(address)
    kept = newest = 0
    while kept < int(many):
        try:
            store.append("t1", newest, [Row(newest + 1, "", f"{name}-{kept}", "[]")])
            kept, newest = kept + 1, newest + 1
        except Conflict:
            newest = len(store.rows("t1"))
    """
)

APPENDS_FOR_EVER = textwrap.dedent(
    """
    import sys
    from bot.store.places import open_store
    from bot.store.protocol import Row

    store = open_store(sys.argv[1])
    seq = len(store.rows("t1"))
    while True:
        store.append("t1", seq, [Row(seq + 1, "", f"m{seq + 1}", "[]")])
        seq += 1
        print(seq, flush=True)
    """
)

CLAIMS = textwrap.dedent(
    """
    import sys
    from bot.store.places import open_store

    store = open_store(sys.argv[1])
    print("ready", flush=True)
    sys.stdin.readline()
    for one in store.claim("2026-03-01T12:00:00Z", "2026-03-01T12:05:00Z"):
        print(one.person, flush=True)
    """
)


def begin(script, *arguments):
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)


def test_processes_that_compete_keep_every_answer_once(address, on_server):
    """Whoever comes second is told so and goes on from the newest entry."""
    on_server.open("t1", "ana", "second-chance", NOON)
    many = 40
    processes = [begin(COMPETES, address, name, many) for name in "ab"]
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    rows = on_server.rows("t1")
    assert [one.seq for one in rows] == list(range(1, 2 * many + 1))
    expected = {f"{name}-{turn}" for name in "ab" for turn in range(many)}
    assert {one.message for one in rows} == expected


def test_a_killed_process_loses_nothing_acknowledged(address, on_server):
    """After kill -9 at any moment: all that was acknowledged, at most one more, none twice."""
    on_server.open("t1", "ana", "second-chance", NOON)
    for answers in (1, 9, 60):
        with begin(APPENDS_FOR_EVER, address) as process:
            acknowledged = [int(process.stdout.readline()) for _ in range(answers)]
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read().splitlines(keepends=True)
        acknowledged += [int(line) for line in rest if line.endswith("\n")]
        kept = [one.seq for one in on_server.rows("t1")]
        assert kept == list(range(1, len(kept) + 1))
        assert len(kept) - acknowledged[-1] in (0, 1)


@pytest.mark.parametrize("kind", ["file", "server"])
def test_a_reminder_is_handed_to_one_process(kind, database, address):
    """Of several that look at once each gets its own; those of one that died come again."""
    place = str(address if kind == "server" else database)
    store = open_store(place if kind == "server" else database)
    people = [f"p{number:03d}" for number in range(200)]
    for person in people:
        store.put_reminder(person, "k", NOON, "check-in")
    script = CLAIMS if kind == "server" else CLAIMS.replace(
        "open_store(sys.argv[1])", "open_store(__import__('pathlib').Path(sys.argv[1]))"
    )  # fmt: skip
    processes = [begin(script, place) for _ in range(3)]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    taken = [one for process in processes for one in process.communicate()[0].split()]
    assert sorted(taken) == people
    assert store.claim(NOON, NOON) == ()
    later = store.claim("2026-03-01T12:05:00Z", "2026-03-01T12:10:00Z")
    assert [one.person for one in later] == people
    store.close()


def test_an_erase_against_an_answer_leaves_nothing_half(address, on_server):
    """Whichever comes first, no entry is left without a talk and no talk without a person."""
    others = [PostgresStore(address) for _ in range(2)]

    def answers(store):
        for turn in range(60):
            try:
                store.open("t1", "ana", "second-chance", NOON)
                newest = len(store.rows("t1"))
                store.append("t1", newest, [Row(newest + 1, NOON, f"m{turn}", "[]")])
                store.keep_fact("ana", "met", '"work"', NOON)
            except (errors.Conflict, errors.UnknownConversation):
                continue

    threads = [threading.Thread(target=answers, args=(store,)) for store in others]
    for thread in threads:
        thread.start()
    for _ in range(20):
        on_server.erase("ana")
    for thread in threads:
        thread.join()
    for store in others:
        store.close()
    held = {}
    for table, values in on_server.everything():
        held.setdefault(table, []).append(values)
    people = {values[0] for values in held.get("person", ())}
    assert {values[1] for values in held.get("conversation", ())} <= people
    assert {values[0] for values in held.get("fact", ())} <= people
    on_server.erase("ana")
    assert list(on_server.everything()) == []
    left = on_server._server.ask(
        lambda connection: connection.execute("SELECT count(*) FROM entry").fetchone()
    )
    assert left == (0,)


def test_many_appends_at_once_from_two_sides_never_stand_in_each_others_way(address, on_server):
    """Talks are held in one order, so nobody waits in a ring."""
    names = [f"t{number}" for number in range(12)]
    for name in names:
        on_server.open(name, name, "second-chance", NOON)
    stores = [PostgresStore(address) for _ in range(2)]
    outcomes = []

    def all_of(store, order):
        for turn in range(15):
            batch = [Append(name, turn, [row(turn + 1)]) for name in order]
            outcomes.extend(store.append_all(batch))

    threads = [
        threading.Thread(target=all_of, args=(stores[0], names)),
        threading.Thread(target=all_of, args=(stores[1], names[::-1])),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for store in stores:
        store.close()
    assert {type(one) for one in outcomes} <= {type(None), errors.Repeated, errors.Conflict}
    assert {len(on_server.rows(name)) for name in names} == {15}


# --- the house ---


def test_only_one_module_knows_the_driver():
    """Whoever reads anything else need not know psycopg, and a talk in a file never loads it."""
    knowing = []
    for file in sorted(Path(bot.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(one.partition(".")[0] == "psycopg" for one in names):
                knowing.append(file.name)
    assert sorted(set(knowing)) == ["server.py"]
    script = "import sys, bot.store.postgres, bot.store.places; print('psycopg' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_half_a_character_is_refused_whole_and_not_repeated(on_server, talk):
    """Neither the words nor what is around them travel in the error."""
    broken = row(3, '"her name \ud83d"')
    for refused in ([row(2), broken], [broken]):
        with pytest.raises(errors.Unwritable) as caught:
            on_server.append(talk, 1, refused)
        assert caught.value.__cause__ is None
        assert caught.value.__suppress_context__
    with pytest.raises(errors.Unwritable):
        on_server.put_note("ana", "k", "\ud83d", "", NOON)
    with pytest.raises(errors.Unwritable):
        on_server.put_note("ana", "k\x00", "", "", NOON)
    assert on_server.rows(talk) == (row(1),)
    assert json.dumps(on_server.export("ana"))


def test_one_text_that_cannot_be_kept_spoils_no_other(lasting):
    """In a batch only the broken one is refused, whole."""
    for name in ("t1", "t2"):
        lasting.open(name, "ana", "second-chance", NOON)
    broken = [row(1), row(2, '"\ud83d"')]
    outcomes = lasting.append_all([Append("t1", 0, broken), Append("t2", 0, [row(1)])])
    assert [outcome and type(outcome) for outcome in outcomes] == [errors.Unwritable, None]
    assert lasting.rows("t1") == ()
    assert lasting.rows("t2") == (row(1),)


def test_the_server_of_the_tests_runs_for_its_owner_alone(server):
    """Nothing of a test stands open on the machine that runs it."""
    assert server.folder.stat().st_mode & 0o077 == 0
    assert os.path.lexists(server.folder / "data" / "PG_VERSION")
