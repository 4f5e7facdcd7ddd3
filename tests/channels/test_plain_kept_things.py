"""Notes and the mood in plain lines: each in words, in order, and nothing that is read out as noise."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.plain import Plain
from bot.host import Host
from bot.store.memory import MemoryStore
from tests.channels.test_plain import Script
from tests.page.evenings import Calendar, check_in, library
from tests.page.test_notes_room import LETTER

ME = "me"


@cache
def evenings():
    return library(LETTER)


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def talk(store):
    """Hold a talk in lines and return everything that was written."""
    return lambda *lines, dialog="home/door": held(store, dialog, *lines)


def held(store, dialog, *lines):
    clock, written = Calendar(), []
    host = Host(evenings(), lambda: store, clock)
    clock.evening(2)
    channel = Plain(
        host, ME, Script(*lines), written.append, clock=clock,
        hand_over=lambda handed: f"It is in {handed.name}", typed=False, clears=False,
    )  # fmt: skip
    channel.talk(dialog, 1)
    return "".join(written)


def test_the_mood_is_read_out_a_day_a_line(store, talk):
    """The day, the number, and what it is of; no bars."""
    clock = Calendar()
    check_in(Host(evenings(), lambda: store, clock), clock, 5, None, 7)
    out = talk("/mood", "1")

    assert "Bot: Your mood over time (0 is very bad, 10 is fine):\n" in out
    assert (
        "  Wednesday 18 November: 5 of 10.\n"
        "  Thursday 19 November: nothing noted.\n"
        "  Friday 20 November: 7 of 10.\n"
    ) in out
    assert not any(sign in out for sign in "█#·░")


def test_a_note_is_typed_anew_with_the_old_words_above(store, talk):
    """Or left as it is, by a number."""
    talk("dear zebra", "yes", "feed the quartz", dialog="tools/letter")
    out = talk("/notes", "2", "1", "dear quokka")

    assert "Bot: How should it read?\n  Before: dear zebra\n  1. Leave it as it is\n" in out
    assert "Bot: Your note:\n  My letter: dear quokka\n" in out
    assert "It stays as it is." not in out


def test_a_file_says_where_it_is(store, talk):
    """In one line."""
    talk("dear zebra", "yes", "feed the quartz", dialog="tools/letter")

    assert "Bot: It is in notes-20-november-2026.md\n" in talk("/notes", "2", "2")


@settings(max_examples=40)
@given(words=st.text(min_size=1, max_size=40))
def test_no_note_moves_a_cursor_or_turns_a_line(words):
    """Whatever stands in it, however it came there."""
    store = MemoryStore()
    held(store, "tools/letter", "dear zebra", "yes", "feed the quartz")
    kept = next(one for one in store.notes(ME) if one.title == "My letter")
    store.put_note(ME, kept.key, kept.title, words, kept.at)
    out = held(store, "home/door", "/notes", "2", "1", "skip")

    assert not [one for one in out if not (one.isprintable() or one in "\n\t") and
                (ord(one) < 0xA0 or one in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")]  # fmt: skip
