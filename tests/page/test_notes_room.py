"""The room behind /notes: what is kept can be read, reworded, handed over, and is gone when deleted."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.days import HOUR_NOW, days_of
from bot.dialogue.lines import MONTHS
from bot.dialogue.session import AskQuestion, SayText, ShowThing
from bot.host import HandOver, Host
from bot.page.markdown import notes_markdown
from bot.store.memory import MemoryStore
from bot.store.payload import iso, seconds
from bot.store.sqlite import SqliteStore
from tests.page.small_talk import small_talk
from tests.page.test_room import ME, FakeClock, Talk

LETTER = """
dialog: tools/letter
title: A letter
nodes:
  start:
    - write: Write it.
      as: letter
      keep: My letter
    - write: What will you do?
      as: deed
    - say: "Then I will {deed}."
      unknown: Then I will rest.
      keep: My plan
    - confirm: Done?
      as: done
    - end: over
"""
GREETS = """
dialog: tools/greets
title: A line for later
nodes:
  start:
    - write: One line for a bad night.
      as: hold
      keep: For a bad night
      greets: yes
    - confirm: Done?
      as: done
    - end: over
"""


TRUE = """
dialog: tools/true
title: What is true
takes: {told: text}
nodes:
  start:
    - say: "True: {quote(told)}."
      unknown: It is true.
      keep: What is true
    - confirm: Done?
      as: done
    - end: over
"""
HANDS = """
dialog: tools/hands
title: What lies under it
nodes:
  start:
    - write: What lies under it?
      as: under
    - call: tools/true
      with: {told: under}
    - end: over
"""


@pytest.fixture(scope="module")
def library():
    return small_talk(LETTER, GREETS, TRUE, HANDS)


@pytest.fixture
def folder(tmp_path):
    tmp_path.chmod(0o700)
    return tmp_path


@pytest.fixture(params=["memory", "disk"])
def store(request, folder):
    return MemoryStore() if request.param == "memory" else SqliteStore(folder / "talks.db")


@pytest.fixture
def start(library, store):
    """Start at the same store as a new process would, a little later."""
    clock = FakeClock()
    return lambda: Talk(Host(library, lambda: store, clock, country="GB"))


@pytest.fixture
def written(start):
    """A letter and a plan that were kept, in a talk that is still open."""
    return start().begin("tools/letter").say("dear zebra", "yes", "feed the quartz")


def shown(talk):
    return [row for one in talk.of(ShowThing) for row in one.rows]


def said(talk):
    return " ".join(one.text for one in talk.of(SayText))


def test_the_newest_note_stands_first_with_its_dialog_and_day(written):
    """Whoever looks for something finds it by where it came from."""
    labels = written.say("/notes").labels

    assert ["My plan (A letter, today)", "My letter (A letter, today)"] == labels[:2]


def test_a_note_is_opened_whole(written):
    """The list shows titles; the words come when they are asked for."""
    assert [] == written.say("/notes").of(ShowThing)
    written.say("2")

    assert [("My letter", "dear zebra")] == shown(written)
    assert "Change the words" in written.labels


def test_reworded_is_reworded_everywhere(written, start):
    """In the list, in the talk, and the next day; the place in the talk is kept."""
    written.say("/notes", "2", "change the words", "dear quokka")

    assert [("My letter", "dear quokka")] == shown(written)
    assert "Done?" == written.of(AskQuestion)[-1].text
    again = start().begin("home/door").say("/notes", "2")
    assert [("My letter", "dear quokka")] == shown(again)


def test_a_note_that_the_talk_put_together_can_be_reworded_too(written, start):
    """It stands for itself then, whatever it was made of."""
    written.say("/notes", "1", "1", "rest, then a walk")
    again = start().begin("home/door").say("/notes")
    texts = set()
    for number in ("1", "2"):
        texts |= set(shown(again.say("/notes", number)))

    assert {("My plan", "rest, then a walk"), ("My letter", "dear zebra")} == texts


@pytest.mark.parametrize("way", ["skip", "/skip", "1", "leave it as it is", "dear zebra"])
def test_a_note_can_be_left_as_it_is(written, store, way):
    """Looking at the words changes none of them."""
    written.say("/notes", "2", "1", way)

    assert "dear zebra" in [one.text for one in store.notes(ME)]


def test_after_private_a_kept_note_is_not_reworded_only_deleted(written, store):
    """From then on no new word goes to the disk."""
    written.say("/private", "1", "/notes", "2")
    assert "Change the words" not in written.labels
    written.say(str(written.labels.index("Delete it") + 1), "2")

    assert "zebra" not in str(store.export(ME))


def test_deleting_asks_once_and_no_is_a_no(written, store):
    """The first choice leaves it there."""
    written.say("/notes", "2", "delete it", "1")

    assert [("My letter", "dear zebra")] == shown(written)
    assert 2 == len(store.notes(ME))


def test_what_is_deleted_is_gone_from_the_disk(library, folder):
    """No byte of its words is left, in the note or in the talk it was written in."""
    place = folder / "talks.db"
    store = SqliteStore(place)
    clock = FakeClock()
    talk = Talk(Host(library, lambda: store, clock)).begin("tools/letter")
    talk.say("dear zebra", "yes", "feed the quartz", "/notes", "2", "3", "2")
    assert "It is gone." in said(talk)
    talk.say("/notes", "1", "3", "2")
    store.close()

    content = b"".join(one.read_bytes() for one in folder.iterdir())
    assert b"zebra" not in content
    assert b"quartz" not in content


def test_words_that_another_dialog_handed_over_go_with_their_note(start, store):
    """Where they were asked for is not where the note was made of them."""
    talk = start().begin("tools/hands").say("i miss the zebra", "yes")
    assert ['True: "i miss the zebra".'] == [one.text for one in store.notes(ME)]
    talk.say("/notes", "1", "3", "2")

    assert "It is gone." in said(talk)
    assert "zebra" not in str(store.export(ME))


def test_what_is_deleted_does_not_come_back(written, start, store):
    """Not as another note, nor on another day."""
    written.say("/notes", "1", "3", "2", "yes")

    assert ["dear zebra"] == [one.text for one in store.notes(ME)]
    again = start().begin("home/door").say("/notes")
    assert ["My letter (A letter, today)"] == [one for one in again.labels if "(" in one]


def test_words_that_another_note_holds_are_not_taken_from_it(start, store, library):
    """Who deletes one note keeps the other."""
    talk = start().begin("tools/letter").say("dear zebra", "yes", "feed the quartz")
    talk.say("/notes", "2", "3", "2")

    assert ["Then I will feed the quartz."] == [one.text for one in store.notes(ME)]


def test_a_line_that_greets_greets_no_more_when_it_is_deleted(start, store):
    """And what greets is what it was reworded to."""
    talk = start().begin("tools/greets").say("you got through worse", "yes")
    talk.say("/notes", "1", "1", "the morning comes")
    assert "the morning comes" in said(start().begin("home/door"))
    again = start().begin("home/door").say("/notes", "1", "3", "2")

    assert [] == list(store.notes(ME))
    assert "It is gone." in said(again)
    assert "morning" not in said(start().begin("home/door"))


def test_notes_of_a_talk_that_is_not_kept_are_changed_in_memory_alone(library):
    """Whoever keeps nothing can read, reword and delete; and still nothing is kept."""
    store = MemoryStore()
    talk = Talk(Host(library, lambda: store, FakeClock(), private=True)).begin("tools/letter")
    talk.say("dear zebra", "feed the quartz", "/notes", "2", "1", "dear quokka")
    assert [("My letter", "dear quokka")] == shown(talk)
    talk.say("/notes", "1", "1", "rest").say("/notes", "1")
    assert [("My plan", "rest")] == shown(talk)
    talk.say("3", "2", "/notes")

    assert ["My letter (A letter, today)"] == [one for one in talk.labels if "(" in one]
    assert ((), ()) == (store.notes(ME), store.conversations(ME))


def test_a_change_before_the_talk_is_kept_is_what_is_kept(start, store, library):
    """Words that were put right before saving never reach the disk."""
    talk = start().begin("tools/letter").say("dear zebra")
    assert "keep" in talk.of(AskQuestion)[-1].text.lower()
    talk.say("yes", "feed the quartz", "/notes", "2", "1", "dear quokka")

    assert {"dear quokka", "Then I will feed the quartz."} == {one.text for one in store.notes(ME)}
    assert "zebra" not in str(store.export(ME))


def test_one_note_and_all_of_them_can_be_handed_over(written):
    """In a file with a name that says nothing; where it came from stands in it."""
    (one,) = written.say("/notes", "2", "2").of(HandOver)
    (every,) = written.say("/notes", "put all of them in a file").of(HandOver)

    assert one.name.startswith("notes-")
    assert one.name.endswith(".md")
    assert "> dear zebra" in one.text
    assert "quartz" not in one.text
    assert "> dear zebra" in every.text
    assert "> Then I will feed the quartz." in every.text


@pytest.mark.parametrize("hour", [0, 23])
def test_the_day_of_a_note_is_the_persons_own(written, store, hour):
    """By their clock, wherever the machine stands: in the list of what is kept, and in a file."""
    at = seconds(store.notes(ME)[0].at)
    store.keep_fact(ME, HOUR_NOW, f'"h{hour}"', iso(at))
    there = days_of(store, ME).there(at)
    (file,) = written.say("/notes", "put all of them in a file").of(HandOver)

    assert f"{there.day} {MONTHS[there.month - 1]} {there.year}" in file.text
    assert f"last used {there.date().isoformat()}" in str(shown(written.say("/my-data")))


def test_danger_in_place_of_a_wording_is_heard(written, store):
    """It opens what helps, and the note stays as it was."""
    written.say("/notes", "2", "1", "i want to die tonight")

    assert "glad you told me" in said(written)
    assert "dear zebra" in [one.text for one in store.notes(ME)]


def test_a_command_in_place_of_a_wording_is_a_command(written, store):
    """Nobody is caught in the editor."""
    assert "help" in str(written.say("/notes", "2", "1", "help").effects)
    written.say("/notes", "2", "1", "/why")

    assert "dear zebra" in [one.text for one in store.notes(ME)]


@pytest.mark.parametrize("words", ["you slut", "a" * 20_001])
def test_what_can_not_be_a_note_leaves_the_old_one(written, store, words):
    """A slur is never shown back; a book is no note."""
    written.say("/notes", "2", "1", words)

    assert "stays as it was" in said(written)
    assert "dear zebra" in [one.text for one in store.notes(ME)]


def test_with_no_notes_it_says_so(start):
    """And the talk goes on."""
    talk = start().begin("home/door").say("/notes")

    assert "What happened tonight?" == talk.of(AskQuestion)[-1].text


def test_many_notes_come_in_short_lists(start):
    """Ten at once, the others a choice away."""
    talk = start()
    for number in range(12):
        talk.begin("tools/greets").say(f"line {number}", "yes", "yes")
    talk.begin("home/door").say("/notes")
    assert 10 == len([one for one in talk.labels if "(" in one])
    talk.say("show me older ones")
    assert 2 == len([one for one in talk.labels if "(" in one])
    talk.say("2")
    assert [("For a bad night", "line 0")] == shown(talk)


LIVE = st.text(min_size=1, max_size=40)


@settings(max_examples=40)
@given(words=LIVE)
def test_a_file_of_notes_holds_no_live_form(words):
    """Whatever was typed: no heading, list, link, tag or rule comes of it."""
    text = notes_markdown("1 May 2026", [("A title", "A letter", words)])
    body = text.split("A letter\n\n", 1)[1]

    assert all(line.startswith(">") for line in body.splitlines())
    assert not re.search(r"<[A-Za-z/!?]", body)
    assert not re.search(r"(?<!\\)[\[\]`*_]", body)


@cache
def greeting():
    return small_talk(GREETS)


@settings(max_examples=25, deadline=None)
@given(words=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1,
                     max_size=60).filter(str.strip))  # fmt: skip
def test_any_words_can_stand_in_a_note(words):
    """What was put there is what is there, with no wrong turn of the talk."""
    store = MemoryStore()
    talk = Talk(Host(greeting(), lambda: store, FakeClock())).begin("tools/greets")
    talk.say("first words", "yes", "/notes", "1", "1", words)
    kept = [one.text for one in store.notes(ME)]

    assert kept in ([words.strip()], ["first words"])
