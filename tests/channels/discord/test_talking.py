"""Turns on Discord without a network: who is in which talk, what is stale, whose press it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.channels.discord import wording
from bot.channels.discord.addresses import parse
from bot.channels.discord.talking import GOES_ON_FOR, Talking
from bot.channels.discord.widgets import Menu
from bot.channels.discord.wording import SENTENCES, on_discord
from bot.dialogue.program import Ask, End, Question
from bot.host import Host
from bot.rooms import SENTENCES as HOUSE_SENTENCES
from bot.store.errors import DiskFailed
from bot.store.memory import MemoryStore
from tests.at_host import FakeClock
from tests.small_library import DOOR, PLAN, program, small_library, text

ANNA, BEN = "a" * 32, "b" * 32


class Discord:
    """Two people who write and press; the newest turn of each is kept."""

    def __init__(self, store=None, clock=None, library=None):
        self.store = store if store is not None else MemoryStore()
        self.clock = clock or FakeClock()
        self.library = library or on_discord(small_library())
        self.ids = iter(range(1, 1000))
        self.turns = {}
        self.restart()

    def restart(self):
        self.host = Host(self.library, self.opened, self.clock)
        self.talking = Talking(self.host)

    def opened(self):
        if isinstance(self.store, Exception):
            raise self.store
        return self.store

    def _took(self, person, turn):
        self.turns[person] = turn
        return turn

    def says(self, person, words, *, typed=True, message=None):
        message = message or str(next(self.ids))
        return self._took(person, self.talking.said(person, words, message, typed=typed))

    def start(self, person, *, typed=True):
        return self._took(person, self.talking.start(person, typed=typed))

    def press(self, person, label, turn=None, *, typed=True, message=None):
        message = message or str(next(self.ids))
        at, values = pressable(turn or self.turns[person], label)
        return self._took(person, self.talking.pressed(person, at, values, message, typed=typed))


def pressable(turn, label):
    for row in turn.messages[-1].rows:
        if isinstance(row, Menu):
            for shown, value in row.choices:
                if shown == label:
                    return parse(row.custom_id), (value,)
        else:
            for button in row:
                if button.label == label:
                    return parse(button.custom_id), ()
    raise AssertionError(label)


def words(turn):
    return "\n".join(one.text for one in turn.messages)


def kept_plan(discord, person):
    """Bring a person into a kept talk with an open question of two options."""
    discord.host.greet(person)
    effects = discord.host.greet(person, PLAN)
    discord.days = discord.talking._shown(person, effects, typed=True)
    discord.says(person, "30", message="thirty")
    discord.press(person, "Yes, keep it")
    return discord.turns[person]


@pytest.fixture
def discord():
    return Discord()


def test_whoever_writes_first_is_met_and_heard(discord):
    """Their first line counts: it is looked through for danger, whatever else is said."""
    turn = discord.says(ANNA, "I want to die tonight")

    assert wording.FIRST.partition(";")[0] in words(turn)
    assert "I'm glad you told me." in words(turn)


def test_where_others_could_read_it_is_said_that_they_cannot(discord):
    """In a server the first thing said is who sees it."""
    assert wording.HIDDEN.partition(".")[0] in words(discord.start(ANNA, typed=False))


def test_a_command_of_a_newcomer_is_done_after_the_greeting(discord):
    """Even the first word can be help."""
    assert "People you can reach now" in words(discord.says(ANNA, "/help"))


def test_the_start_page_of_a_newcomer_is_said_once(discord):
    """There is nothing to leave for it yet."""
    turn = discord.talking.command(ANNA, "home", "1", typed=True)

    assert 1 == words(turn).count("What happened tonight?")


def test_an_answer_leads_on(discord):
    """A line, then a press; what was chosen is said in words."""
    discord.says(ANNA, "hello")
    discord.says(ANNA, "all quiet")

    turn = discord.press(ANNA, "Good")

    assert "You chose: Good" in words(turn)
    assert wording.OVER in words(turn)


def test_the_same_event_twice_is_heard_once(discord):
    """A second delivery shows nothing and changes nothing, in the next process as well."""
    kept_plan(discord, ANNA)
    assert () == discord.says(ANNA, "30", message="thirty").messages
    discord.restart()

    assert () == discord.says(ANNA, "30", message="thirty").messages


def test_a_stale_button_shows_the_newest_question(discord):
    """What was answered is not answered again by its old button."""
    kept_plan(discord, ANNA)

    turn = discord.press(ANNA, "Back", discord.days)

    assert words(turn).startswith(wording.MOVED_ON)
    assert "How is it now?" in words(turn)


def test_another_persons_button_is_refused(discord):
    """It says nothing of the talk it belongs to, and that talk stays as it was."""
    plan = kept_plan(discord, ANNA)

    turn = discord.press(BEN, "Good", plan)

    assert wording.MOVED_ON_ALONE == words(turn)
    assert "You chose: Good" in words(discord.press(ANNA, "Good", plan))


def test_another_persons_button_is_refused_after_a_restart(discord):
    """Whose talk it is stands in the store."""
    plan = kept_plan(discord, ANNA)
    discord.restart()

    assert wording.MOVED_ON_ALONE == words(discord.press(BEN, "Good", plan))
    assert "You chose: Good" in words(discord.press(ANNA, "Good", plan))


def test_help_is_never_stale(discord):
    """The red button of anybody, from any time, brings help lines to whoever pressed it."""
    plan = kept_plan(discord, ANNA)

    assert "findahelpline" in words(discord.press(BEN, "Help now", plan))


def test_after_a_restart_a_line_goes_on_with_the_talk_at_hand(discord):
    """For a day; then the person is asked what they would like."""
    kept_plan(discord, ANNA)
    discord.restart()
    assert "You chose: Good" in words(discord.says(ANNA, "good"))

    kept_plan(discord, BEN)
    discord.restart()
    discord.clock.at += GOES_ON_FOR
    assert "You chose" not in words(discord.says(BEN, "good"))


def test_start_goes_on_with_an_open_talk(discord):
    """Nobody loses a talk by starting again."""
    plan = kept_plan(discord, ANNA)
    assert "How is it now?" in words(plan)

    assert "How is it now?" in words(discord.start(ANNA))


def test_a_pause_ends_the_talk_at_hand(discord):
    """The next line is met with what can be gone on with."""
    kept_plan(discord, ANNA)
    turn = discord.press(ANNA, "Pause")
    assert wording.LEFT["paused"] in words(turn)

    assert "Carry on: A plan" in [
        one.label.partition(" (")[0] for one in discord.host._welcome(ANNA)[-1].question.options
    ]
    assert "What happened tonight?" not in words(discord.start(ANNA))


def test_leaving_says_what_cannot_be_cleared(discord):
    """A private chat is not a screen."""
    discord.says(ANNA, "hello")

    assert wording.LEFT["exit"] in words(discord.says(ANNA, "/exit"))


def test_a_page_is_turned_without_an_answer(discord):
    """Turning shows the rest of the choices and keeps the question open."""
    many = Ask("many", Question("many", "choose", text("x/many", "Which?"), tuple(
        replace(one, id=f"o{n}", label=f"Way {n}")
        for n in range(30)
        for one in small_library().programs[DOOR].code[1].question.options[:1]
    )))  # fmt: skip
    library = small_library()
    door = program(DOOR, "The door", many, End("end", "met"))
    discord = Discord(library=replace(library, programs={**library.programs, DOOR: door}))
    discord.start(ANNA)

    turned = discord.press(ANNA, "More choices")

    assert "Which?" in words(turned)
    assert "You chose: Way 29" in words(discord.press(ANNA, "Way 29", turned))


def test_a_broken_store_turns_nobody_away():
    """The person is told, sees help lines, and can talk."""
    discord = Discord(store=DiskFailed("x"))

    turn = discord.start(ANNA)

    assert "What happened tonight?" in words(turn)
    assert "I'm glad you told me." in words(discord.says(ANNA, "I want to die tonight"))


def test_a_wait_wakes_the_talk_only_where_it_stands(discord):
    """A late timer of another talk is silent."""
    wait = Ask("wait", Question("wait", "wait", text("x/wait", "Ten minutes."), seconds=600))
    library = small_library()
    door = program(DOOR, "The door", wait, End("end", "met"))
    discord = Discord(library=replace(library, programs={**library.programs, DOOR: door}))
    turn = discord.start(ANNA)
    assert () == discord.talking.woke(ANNA, turn.place).messages
    discord.clock.at += 600

    assert () == discord.talking.woke(BEN, turn.place).messages
    assert wording.OVER in words(discord.talking.woke(ANNA, turn.place))


def test_after_a_day_of_silence_a_talk_leaves_the_memory(discord):
    """A kept one is read again when it is needed; one that is not kept ends there."""
    plan = kept_plan(discord, ANNA)
    discord.clock.at += GOES_ON_FOR

    discord.start(BEN)

    assert discord.host.session(pressable(plan, "Good")[0].conversation) is None
    assert "You chose: Good" in words(discord.press(ANNA, "Good", plan))


def test_whoever_sends_too_much_is_shown_whom_to_reach(discord):
    """Nobody is left with silence."""
    assert "findahelpline" in words(discord.talking.hurried(ANNA))


def test_no_sentence_says_that_things_stay_on_this_machine():
    """On Discord they pass through others' machines, and the host says so there."""
    library = on_discord(small_library())
    for name, said in HOUSE_SENTENCES.items():
        shown = library.phrases.get(f"host.{name}") or said
        assert "this machine" not in shown, name
    assert all(name.removeprefix("host.") in HOUSE_SENTENCES for name in SENTENCES)
