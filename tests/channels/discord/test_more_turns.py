"""Turns on Discord without a network: other open talks, those who are blocked, letters, pictures."""

from __future__ import annotations

import pytest

from bot.channels.discord import wording
from bot.channels.discord.addresses import parse
from bot.channels.discord.chats import CHAT
from bot.channels.discord.reminding import begin_address
from bot.channels.discord.talking import BUSY
from bot.store.payload import iso
from tests.channels.discord.test_talking import ANNA, BEN, Discord, kept_plan, pressable, words
from tests.small_library import DOOR, PLAN, small_library

CHATS = {ANNA: 77, BEN: 88}


@pytest.fixture
def discord():
    return Discord()


def another_talk(discord, person):
    discord.talking._shown(person, discord.host.greet(person, DOOR), typed=True)


def test_after_danger_a_button_of_another_talk_opens_only_what_helps(discord):
    """What is closed on the start page is not entered by an old button either."""
    plan = kept_plan(discord, ANNA)
    another_talk(discord, ANNA)
    discord.says(ANNA, "I want to die tonight")

    turn = discord.press(ANNA, "Good", plan)

    assert "You chose" not in words(turn)
    assert "danger" in words(turn)


def test_in_calm_times_a_button_of_another_open_talk_goes_on_there(discord):
    """Two open talks are two open doors."""
    plan = kept_plan(discord, ANNA)
    another_talk(discord, ANNA)

    assert "You chose: Good" in words(discord.press(ANNA, "Good", plan))


def test_whoever_is_blocked_is_told_whom_to_reach(discord):
    """Nobody is left with silence."""
    turn = discord.talking.refused(ANNA)

    assert words(turn).startswith(wording.REFUSED)
    assert "findahelpline" in words(turn)


def test_a_chat_is_kept_with_the_talk_and_goes_with_it(discord):
    """Before a yes to saving nothing is known of it."""
    discord.talking.writes_in(ANNA, CHATS[ANNA])
    discord.says(ANNA, "hello")
    assert () == discord.store.known_by(CHAT)
    kept_plan(discord, ANNA)
    assert (ANNA,) == discord.store.known_by(CHAT)

    discord.says(ANNA, "/erase")
    discord.press(ANNA, "Yes, erase all of it")

    assert () == discord.store.known_by(CHAT)


def test_a_line_that_was_erased_is_not_heard_again(discord):
    """Discord may deliver it once more to the next process."""
    kept_plan(discord, ANNA)
    discord.says(ANNA, "good", message="1400000000000000001")
    discord.says(ANNA, "/erase", message="1400000000000000002")
    discord.press(ANNA, "Yes, erase all of it", message="1400000000000000003")
    discord.restart()

    assert () == discord.says(ANNA, "good", message="1400000000000000001").messages
    assert () != discord.says(ANNA, "hello", message="1400000000000000009").messages


def test_a_repetition_begins_no_new_talk(discord):
    """A line of a talk that is over may be delivered again to the next process."""
    kept_plan(discord, ANNA)
    assert wording.OVER in words(discord.says(ANNA, "good", message="1400000000000000001"))
    discord.restart()

    assert () == discord.says(ANNA, "good", message="1400000000000000001").messages
    assert () != discord.says(ANNA, "good", message="1400000000000000002").messages


def test_an_answer_to_danger_that_was_lost_comes_again_with_help_lines(discord):
    """The question alone would leave somebody without them."""
    kept_plan(discord, ANNA)
    discord.says(ANNA, "I want to die tonight")
    discord.restart()

    assert "findahelpline" in words(discord.talking.again(ANNA))


def reminded(discord, person):
    """Keep a talk of a person, and leave a reminder that has come due."""
    discord.talking.writes_in(person, CHATS[person])
    kept_plan(discord, person)
    discord.store.keep_fact(person, "quiet-hours", '"never"', iso(discord.clock.at))
    discord.store.put_reminder(person, "x #1@", iso(discord.clock.at), PLAN)


def test_a_letter_comes_when_a_person_is_not_in_a_talk(discord):
    """Whoever is writing now is not called away."""
    reminded(discord, ANNA)
    assert () == discord.talking.letters()

    discord.clock.at += 2 * BUSY
    (letter,) = discord.talking.letters()

    assert (ANNA, CHATS[ANNA], wording.REMINDED) == (
        letter.person,
        letter.chat,
        letter.message.text,
    )


def test_a_letter_gives_nothing_away_but_on_its_button(discord):
    """The text may stand on a lock screen."""
    reminded(discord, ANNA)
    discord.clock.at += 2 * BUSY

    (letter,) = discord.talking.letters()

    assert "plan" not in letter.message.text
    at = parse(letter.message.rows[0][0].custom_id)
    turn = discord.talking.pressed(ANNA, at, (), "pressed", typed=True)
    assert discord.talking._at(ANNA) != ""
    assert turn.messages


def test_no_second_letter_comes_on_the_same_day(discord):
    """Neither of the same reminder nor of another."""
    reminded(discord, ANNA)
    discord.clock.at += 2 * BUSY
    (letter,) = discord.talking.letters()
    discord.talking.delivered(letter)
    discord.store.put_reminder(ANNA, "y #1@", iso(discord.clock.at), PLAN)

    discord.clock.at += 1

    assert () == discord.talking.letters()


def test_a_closed_chat_is_written_to_again_when_its_owner_writes(discord):
    """Until then nothing is sent."""
    reminded(discord, ANNA)
    discord.clock.at += 2 * BUSY
    (letter,) = discord.talking.letters()

    discord.talking.closed(letter)

    assert () == discord.store.known_by(CHAT)
    discord.says(ANNA, "/again")
    assert (ANNA,) == discord.store.known_by(CHAT)


def test_a_button_that_begins_works_for_whoever_presses_it(discord):
    """It holds no talk; it begins one of their own."""
    turn = discord.talking.pressed(BEN, begin_address(""), (), "1", typed=True)

    assert "What happened tonight?" in words(turn)


def test_a_talk_goes_on_by_new_contents(discord):
    """The log stands, and its words are the new ones from the next question on."""
    plan = kept_plan(discord, ANNA)
    library = small_library()
    discord.host.reload(library.saying({"welcome-back": "Hello again, in new words."}))

    turn = discord.start(ANNA)

    assert "Hello again, in new words." in words(turn)
    assert "How is it now?" in words(turn)
    assert pressable(plan, "Good") is not None
