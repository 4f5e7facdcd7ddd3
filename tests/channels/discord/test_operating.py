"""What whoever runs the bot asks for, without a network: shards, requests of one person, chats, pictures."""

from __future__ import annotations

import json
import stat

import pytest
from click.testing import CliRunner

from bot.channels.discord import on_request
from bot.channels.discord.chats import CHAT, Chat, chats_since, drop_chat, keep_chat
from bot.channels.discord.people import name_of
from bot.channels.discord.sharding import ALL, Shards, WrongShardsError, shards
from bot.commands.discord import command
from bot.settings import read
from bot.store.memory import MemoryStore
from bot.store.protocol import Row
from bot.store.sqlite import SqliteStore

ANNA, BEN = 5_000_000_000_000_000_001, 5_000_000_000_000_009_001
NOON, EVENING = "2026-03-01T12:00:00.000Z", "2026-03-01T20:00:00.000Z"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("", ALL),
        ("0-3/8", Shards((0, 1, 2, 3), 8)),
        ("7/8", Shards((7,), 8)),
        (" 0-0/1 ", Shards((0,), 1)),
    ],
)
def test_shards_are_written_as_a_range(written, found):
    """From the first to the last of a process, of how many there are."""
    assert found == shards(written)


@pytest.mark.parametrize("written", ["8/8", "3-1/8", "0-8/8", "1", "a/b", "0-3", "-1/8", "0/0"])
def test_shards_that_there_cannot_be_are_named(written):
    """Nothing starts with half of the servers unheard."""
    with pytest.raises(WrongShardsError, match="0-3/8"):
        shards(written)


def test_the_process_with_shard_0_holds_the_private_chats():
    """So does one that runs all of them."""
    assert ALL.hold_private_chats
    assert shards("0-1/4").hold_private_chats
    assert not shards("2-3/4").hold_private_chats


@pytest.fixture
def here(tmp_path):
    private = tmp_path / "kept"
    private.mkdir(mode=0o700)
    return read()._replace(db=private / "talks.db")


@pytest.fixture
def kept(here):
    """Two people of whom a word is kept."""
    store = SqliteStore(here.db)
    for user, word in ((ANNA, "marmalade"), (BEN, "rhubarb")):
        store.put_note(name_of(user), "k", "A note", word, NOON)
    store.close()
    return here


def test_an_export_on_request_is_a_file_for_the_operator_alone(kept, tmp_path):
    """It holds what is kept about that person, and of nobody else."""
    file = tmp_path / "asked.json"

    assert on_request.export(kept, str(ANNA), file)

    read_back = file.read_text(encoding="utf-8")
    assert ("marmalade" in read_back, "rhubarb" in read_back) == (True, False)
    assert json.loads(read_back)
    assert 0o600 == stat.S_IMODE(file.stat().st_mode)


def test_no_file_is_written_over_by_an_export(kept, tmp_path):
    """Whatever stands there may be needed."""
    file = tmp_path / "asked.json"
    file.write_text("mine", encoding="utf-8")

    with pytest.raises(on_request.RequestError, match="there already"):
        on_request.export(kept, str(ANNA), file)
    assert "mine" == file.read_text(encoding="utf-8")


def test_an_export_of_nobody_writes_nothing(kept, here, tmp_path):
    """That nothing is kept is an answer, too."""
    file = tmp_path / "asked.json"

    assert not on_request.export(kept, "7", file)
    assert not file.exists()


def test_an_erase_on_request_takes_one_person_away(kept):
    """All of theirs, and nothing of others."""
    on_request.erase(kept, str(ANNA))

    content = b"".join(one.read_bytes() for one in kept.db.parent.iterdir())
    assert (b"marmalade" in content, b"rhubarb" in content) == (False, True)


@pytest.mark.parametrize("user", ["", "anna", "-1", "1" * 25, "@anna"])
def test_a_request_needs_an_id(kept, user, tmp_path):
    """A name is not one, and the sentence says where to find it."""
    with pytest.raises(on_request.RequestError, match="Copy User ID"):
        on_request.erase(kept, user)


def test_requests_are_commands(kept, tmp_path, monkeypatch):
    """Asked before it is gone; no word of anybody is printed."""
    monkeypatch.setenv("AFTERWORD_DB", str(kept.db))
    file = tmp_path / "asked.json"
    run = CliRunner()

    out = run.invoke(command, ["export", str(ANNA), str(file)])
    no = run.invoke(command, ["erase", str(ANNA)], input="n\n")
    yes = run.invoke(command, ["erase", str(ANNA), "--yes"])
    gone = run.invoke(command, ["export", str(ANNA), str(tmp_path / "again.json")])

    assert "Only your user" in out.output
    assert "Nothing was changed" in no.output
    assert "It is gone" in yes.output
    assert "Nothing is kept" in gone.output
    for one in (out, no, yes, gone):
        assert "marmalade" not in one.output
        assert str(ANNA) not in one.output


def test_a_chat_is_known_up_to_the_newest_word_that_was_heard():
    """Of talks that are young enough to be gone on with."""
    store = MemoryStore()
    store.open("t", "anna", "home/door", NOON)
    store.append(
        "t", 0, [Row(1, EVENING, "1400000000000000007", "{}"), Row(2, EVENING, None, "{}")]
    )
    keep_chat(store, "anna", 77, NOON)
    keep_chat(store, "ben", 88, NOON)

    assert (Chat("anna", 77, 1_400_000_000_000_000_007),) == chats_since(store, NOON)
    assert () == chats_since(store, EVENING)
    drop_chat(store, "anna")
    assert ("ben",) == store.known_by(CHAT)
