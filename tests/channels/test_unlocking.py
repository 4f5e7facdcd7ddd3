"""The passphrase of sealed talks is found where it was put, and asked for before anything is shown."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from bot import settings
from bot.channels import unlocking
from bot.store.errors import OpenToOthers, Sealed, WrongPassphrase
from bot.store.sqlite import SqliteStore

NOON = "2026-03-01T12:00:00.000Z"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Have sealed talks, and nobody at the terminal yet."""
    monkeypatch.delenv(unlocking.VARIABLE, raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)
    monkeypatch.setattr(unlocking, "_keyring", lambda: None)
    db = tmp_path / "kept" / "talks.db"
    store = SqliteStore(db, secret="right")
    store.put_note("me", "k", "", "a note", NOON)
    store.close()
    return settings.read({"AFTERWORD_DB": str(db), "HOME": str(tmp_path)})


@pytest.fixture
def typed(monkeypatch):
    """Let a person sit there and type these, one after the other."""
    asked = []

    def types(*secrets):
        waiting = list(secrets)
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
        monkeypatch.setattr(
            "getpass.getpass", lambda words: (asked.append(words), waiting.pop(0))[1]
        )
        return asked

    return types


def notes(store):
    found = [one.text for one in store.notes("me")]
    store.close()
    return found


def test_it_is_asked_for_once_and_before_the_talk(here, typed):
    """A slip of the hand may be made good; what is opened then stays open."""
    asked = typed("wrong", "right")
    opened = unlocking.opener(here)
    assert len(asked) == 2
    assert notes(opened()) == ["a note"]
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("secrets", "expected"), [(("",), Sealed), (("a", "b", "c"), WrongPassphrase)]
)
def test_without_it_the_talk_goes_on_and_a_sentence_says_that_nothing_is_kept(
    here, typed, secrets, expected
):
    """Enter alone, or three wrong ones."""
    typed(*secrets)
    with pytest.raises(expected):
        unlocking.opener(here)()


def test_a_private_talk_and_a_pipe_are_not_asked(here, typed, monkeypatch):
    """Nobody there could answer, or nothing is to be opened."""
    asked = typed()
    with pytest.raises(Sealed):
        unlocking.opener(here, ask=False)()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: False))
    with pytest.raises(Sealed):
        unlocking.opener(here)()
    assert asked == []


def test_a_file_holds_it_for_its_owner_alone(here, tmp_path, monkeypatch):
    """Its first line counts; where others can read it, it is refused."""
    file = tmp_path / "passphrase"
    file.write_text("right\nsecond line\n")
    monkeypatch.setenv(unlocking.VARIABLE, str(file))
    file.chmod(0o644)
    with pytest.raises(OpenToOthers):
        unlocking.known(here.db)
    with pytest.raises(OpenToOthers):
        unlocking.opener(here)()
    file.chmod(0o600)
    assert notes(unlocking.opener(here)()) == ["a note"]
    monkeypatch.setenv(unlocking.VARIABLE, str(tmp_path / "nothing"))
    with pytest.raises(Sealed):
        unlocking.known(here.db)


def test_the_keyring_of_the_system_may_remember_it(here, monkeypatch):
    """One entry for each file; a keyring that fails is no more than one that is not there."""
    kept = {}
    ring = SimpleNamespace(
        get_password=lambda service, name: kept.get((service, name)),
        set_password=lambda service, name, secret: kept.update({(service, name): secret}),
        delete_password=lambda service, name: kept.pop((service, name)),
    )
    monkeypatch.setattr(unlocking, "_keyring", lambda: ring)
    assert unlocking.remember(here.db, "right")
    assert kept == {("afterword", str(here.db)): "right"}
    assert notes(unlocking.opener(here, ask=False)()) == ["a note"]
    assert unlocking.remember(here.db, "")
    assert not unlocking.remember(here.db, "")
    assert unlocking.known(here.db) == ""


@pytest.mark.parametrize(
    ("written", "days"),
    [("", 0), ("365", 365), (" 30 ", 30), ("-1", 0), ("soon", 0), ("9" * 400, 36500)],
)
def test_days_to_keep_are_a_number_or_for_ever(written, days):
    """A slip in a setting must not erase anybody."""
    assert settings.read({"AFTERWORD_KEEP_DAYS": written, "HOME": "/"}).keep_days == days
