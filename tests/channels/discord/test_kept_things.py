"""Notes and the mood on Discord: the same rooms, pressed and written in the forms that there are."""

from __future__ import annotations

from functools import cache
from itertools import count

import pytest

from bot.channels.discord.addresses import Way, parse
from bot.channels.discord.talking import Talking
from bot.host import Host
from bot.store.memory import MemoryStore
from tests.page.evenings import Calendar, check_in, library
from tests.page.test_notes_room import LETTER
from tests.page.test_room import ME, Talk


@cache
def evenings():
    return library(LETTER)


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def clock():
    return Calendar()


@pytest.fixture
def host(store, clock):
    return Host(evenings(), lambda: store, clock)


class Server:
    """Somebody in a server, where nothing is typed in the open."""

    def __init__(self, host):
        self.talking, self.messages = Talking(host), count(1)
        self.turn = None

    def word(self, name):
        self.turn = self.talking.command(ME, name, str(next(self.messages)), typed=False)
        return self

    def press(self, label):
        for message in self.turn.messages:
            for button in (one for row in message.rows if isinstance(row, tuple) for one in row):
                if button.label == label:
                    at = parse(button.custom_id)
                    heard = str(next(self.messages))
                    self.turn = self.talking.pressed(ME, at, (), heard, typed=False)
                    return self
        raise AssertionError(f"no button {label!r}")

    def write(self, words):
        self.turn = self.talking.said(ME, words, str(next(self.messages)), typed=False)
        return self

    @property
    def ways(self):
        rows = [row for one in self.turn.messages for row in one.rows if isinstance(row, tuple)]
        return [parse(button.custom_id).way for row in rows for button in row]

    @property
    def text(self):
        return "\n".join(one.text for one in self.turn.messages)


def test_a_note_is_changed_in_the_form_for_own_words(host, store):
    """The old words stand above it, and leaving them is a button."""
    Talk(host).begin("tools/letter").say("dear zebra", "yes", "feed the quartz")
    server = Server(host).word("notes").press("My letter (A letter, today)")
    assert "My letter: dear zebra" in server.text
    server.press("Change the words")
    assert Way.WRITE in server.ways
    assert "Before: dear zebra" in server.text
    server.write("dear quokka")

    assert "My letter: dear quokka" in server.text
    assert "dear quokka" in [one.text for one in store.notes(ME)]


def test_a_note_is_deleted_after_one_question(host, store):
    """With two presses, and no way back."""
    Talk(host).begin("tools/letter").say("dear zebra", "yes", "feed the quartz")
    server = Server(host).word("notes").press("My letter (A letter, today)").press("Delete it")
    server.press("Yes, delete it")

    assert "It is gone." in server.text
    assert "dear zebra" not in [one.text for one in store.notes(ME)]


def test_the_mood_comes_as_a_picture_with_its_words(host, clock):
    """Whoever can't see it is told the same."""
    check_in(host, clock, 5, 7)
    turn = Server(host).word("mood").turn
    (shown,) = [one for one in turn.messages if one.file is not None]

    assert shown.file.data().startswith(b"\x89PNG")
    assert "18 November: 5, 19 November: 7." in shown.said
