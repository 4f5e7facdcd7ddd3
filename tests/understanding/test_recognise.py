"""What people say about their breakup, and the classes it is heard as."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.rules import read_rules
from bot.understanding.recognise import CLASSES, recognise

if TYPE_CHECKING:
    from bot.understanding.patterns import Rules

ROOT = Path(__file__).parents[2]
RULES: Rules = read_rules(
    {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "config" / "understanding").glob("*.yaml"))
    }
).rules


def heard(name: str, said: str) -> tuple[str, ...]:
    """Return what a recogniser makes of a line."""
    return recognise(RULES, name, said).value


_REASONS = [
    ("found a girls earring in his car", {"cheating"}),
    ("i got drunk and went home with a stranger", {"cheating"}),
    (
        "she had an affair with her manager and then moved in with him",
        {"cheating", "left_for_other"},
    ),
    ("dumped me for a girl from the gym", {"left_for_other"}),
    ("he chose his ex in the end", {"left_for_other"}),
    ("the navy had him eight months a year", {"distance"}),
    ("i'm in leeds, he's in lisbon, ryanair couldn't save us", {"distance"}),
    ("one day we realised we hadnt laughed in a year", {"drifting"}),
    ("nobody did anything, it just ran out of petrol", {"drifting"}),
    ("every little thing became a courtroom", {"conflict"}),
    ("screaming over who paid the gas", {"conflict", "money"}),
    ("she fibbed about small stuff till i believed nothing", {"trust"}),
    ("he tracked my location cos he thought i was up to something", {"trust"}),
    ("his sisters ran a campaign against me", {"family"}),
    ("we met three months after my divorce, way too raw", {"timing"}),
    ("he says now is not the moment, he has exams", {"timing"}),
    ("he used to smash my stuff when angry", {"abuse"}),
    ("when he drank he hit", {"abuse", "addiction"}),
    ("he put us 20k in the red", {"money"}),
    ("the weed came first every single time", {"addiction"}),
    ("he told me he likes men", {"intimacy"}),
    ("we hadnt slept together since the wedding", {"intimacy"}),
    ("he never wants to be a dad", {"values"}),
    ("i pray five times a day and he laughs at it", {"values"}),
    ("her anxiety ran the whole house", {"mental_health"}),
    ("he packed while i was at work, no note", {"no_reason"}),
    ("just a text saying sorry i cant", {"no_reason"}),
    ("next one please", set()),
    ("i'll tell you another day", set()),
    ("we were together 6 years", set()),
    ("", set()),
]


@pytest.mark.parametrize(("said", "reasons"), _REASONS)
def test_a_reason_is_heard_in_the_persons_own_words(said: str, reasons: set[str]) -> None:
    """Every reason is named, in slang or plain, and nothing is read into a line without one."""
    assert set(heard("breakup-reasons", said)) == reasons


def test_a_named_reason_outweighs_not_being_told() -> None:
    """Whoever names a reason has one, even if the other never said it."""
    assert heard("breakup-reasons", "she never told me why but she was cheating") == ("cheating",)


_TIPS = [
    ("if he hears im back on the apps he'll lose his mind", "A1"),
    ("I want my husband to know other men still look at me", "A1"),
    ("does the bad stuff really wear off quicker than the good stuff for them", "A2"),
    ("just need him to remember lisbon and not the last six months", "A2"),
    ("trying to look like my life got 10x more exciting without her", "A3"),
    ("day 19 no contact, is he cracking yet", "A4"),
    ("deleted him everywhere so he notices the hole i left", "A4"),
    ("keep it flirty but dont sleep with her yet right", "A5"),
    ("gonna wear the perfume from our first date when i drop his stuff off", "A5"),
    ("how to convince my ex i'm serious about marriage now", "A6"),
    ("working on a proper sorry, the full one, so he gives us another go", "A6"),
    ("how long til the dumper starts having second thoughts", "A7"),
    ("she'll be sorry when nobody treats her right", "A7"),
    ("gonna be booked up til june when he asks", "B1"),
    ("i need to be the one holding the cards for once", "B2"),
    ("letting her message sit for 5 hours minimum, who's waiting now", "B2"),
    ("being icy with her at work on purpose so she notices the warmth is gone", "B3"),
    ("no more running after her, she can do the running", "B4"),
    ("we need the fire back, apparently too much love killed the lust", "B5"),
    ("gonna tell him im totally good with the split so he second guesses it", "B6"),
    ("i'll message that i think we're better as mates and see if she panics", "B7"),
    ("one meme on tuesday, nothing for 9 days, then a heart. keeps her hooked", "B8"),
    ("posting every gym session til she likes one", "B9"),
    ("get out more they say, make new friends, join stuff", "B10"),
    ("i know what i did wrong and i want to put it right and show him", "B11"),
    ("gotta become someone she'd be proud of, gym, books, the lot", "B12"),
    ("writing out all his icks so i stop putting him on a pedestal", "B13"),
    ("are those online ex recovery programmes any good", "B14"),
]


@pytest.mark.parametrize(("said", "row"), _TIPS)
def test_a_tip_is_known_however_it_is_put(said: str, row: str) -> None:
    """The first guess is the row the person is talking about."""
    assert heard("tactics", said)[:1] == (row,)


_NO_TIPS = [
    "he's been leaving me on read for days",
    "she only ever replies with memes",
    "he keeps flirting with his coworker",
    "she made me jealous on purpose",
    "im done with head games",
    "i dont want to make him jealous i just want to sleep",
    "i want space from him to heal, thats all",
    "my ex asked me to stop texting so i stopped",
    "my brother is a football coach and he was at ours last night",
    "i went to the gym and cried on the treadmill",
    "im going to bed now",
    "trying to be strong for the kids",
    "need to change my passwords",
    "how do i explain it to the kids",
    "i regret not fighting for us",
    "she was always jealous of my female friends",
    "we have to sell the house by spring",
    "what should i cook for one person",
    "i miss his hands",
    "",
]


@pytest.mark.parametrize("said", _NO_TIPS)
def test_ordinary_talk_is_no_tip(said: str) -> None:
    """Being at the receiving end, saying no, boundaries, logistics and sorrow stay what they are."""
    assert heard("tactics", said) == ()


def test_an_own_aim_outweighs_what_the_ex_did() -> None:
    """'He did X, how do I make him Y' asks about Y."""
    assert heard("tactics", "she posted a new guy. how do i make her jealous")[:1] == ("A1",)


_FEELINGS = [
    ("gutted and so so angry", {"sad", "angry"}),
    ("i just feel numb", {"numb"}),
    ("no one to talk to and its 4am", {"lonely"}),
    ("i feel so stupid for begging", {"ashamed"}),
    ("it's all my fault, i ruined it", {"guilty"}),
    ("honestly relieved", {"relieved"}),
    ("i feel hopeful today", {"hopeful"}),
    ("my heart is racing, cant switch off", {"anxious"}),
    ("im scared of being alone", {"scared"}),
    ("i dont know how i feel", {"confused"}),
    ("it hurts so much, i feel used", {"hurt"}),
    ("i miss her every minute", {"missing"}),
    ("he was angry", set()),
    ("im not angry", set()),
]


@pytest.mark.parametrize(("said", "feelings"), _FEELINGS)
def test_a_feeling_is_the_writers_own(said: str, feelings: set[str]) -> None:
    """Several feelings may stand in a line; those of the ex and those denied are not the writer's."""
    assert set(heard("feelings", said)) == feelings


_FIRST_LINES = [
    ("im about to text him", "urge-to-contact"),
    ("phone in my hand, stop me", "urge-to-contact"),
    ("should i call her", "urge-to-contact"),
    ("i read that i should ignore him for a month", "read-a-tip"),
    ("playing hard to get, does that work", "read-a-tip"),
    ("cant sleep, cant stop crying", "bad-night"),
    ("she left me tonight", "bad-night"),
    ("trying to understand what went wrong", "think-it-through"),
    ("i need help now", "help-now"),
    ("can i talk to a real person", "help-now"),
    ("is this private", "about-the-program"),
    ("hello", "about-the-program"),
    ("the tomatoes are doing well", "other"),
]


@pytest.mark.parametrize(("said", "way"), _FIRST_LINES)
def test_the_first_line_finds_its_way(said: str, way: str) -> None:
    """The line at the door leads to the place the person needs first."""
    assert heard("first-line", said)[:1] == (way,)


_CONTACT = [
    ("nothing since march, radio silence", {"none"}),
    ("nothing except about the kids", {"children-or-money"}),
    ("now and then a text", {"a-little"}),
    ("we still live together", {"a-lot"}),
    ("just the mortgage", {"children-or-money"}),
    ("she blocked me everywhere", {"they-blocked-me"}),
    ("i blocked him last week", {"i-blocked-them"}),
    ("the weather is nice", set()),
]


@pytest.mark.parametrize(("said", "facts"), _CONTACT)
def test_contact_is_heard_with_its_kind(said: str, facts: set[str]) -> None:
    """How much contact there is, what about, and who blocked whom."""
    assert set(heard("contact-facts", said)) == facts


_ENDED = [
    ("he left me", "they"),
    ("i got dumped by text", "they"),
    ("it was her decision", "they"),
    ("not my choice", "they"),
    ("i ended it", "me"),
    ("me, sadly", "me"),
    ("i had to leave", "me"),
    ("we both decided", "both"),
    ("it was mutual", "both"),
    ("it just fizzled out", "unclear"),
    ("depends who you ask", "unclear"),
]


@pytest.mark.parametrize(("said", "who"), _ENDED)
def test_who_ended_it_is_one_answer(said: str, who: str) -> None:
    """They, me, both or unclear, never two at once."""
    assert heard("who-ended-it", said) == (who,)


@pytest.mark.parametrize("name", CLASSES)
@settings(max_examples=40, deadline=None)
@given(said=st.text(max_size=300))
def test_a_recogniser_answers_only_its_own_classes(name: str, said: str) -> None:
    """Guards may name every class, so nothing outside the list may come back."""
    reading = recognise(RULES, name, said)
    assert set(reading.value) <= set(CLASSES[name])
    assert len(set(reading.value)) == len(reading.value)


@pytest.mark.parametrize("name", CLASSES)
def test_every_answer_says_why(name: str) -> None:
    """Each reason names its pattern, its file and the words it stands on."""
    said = "he left me for her, i am so sad, about to text him, no contact to make him jealous"
    reading = recognise(RULES, name, said)
    assert reading.value
    for reason in reading.why:
        assert reason.where.startswith("config/understanding/")
        assert 0 <= reason.start < reason.end <= len(said)


def test_an_unknown_recogniser_is_an_error() -> None:
    """A misspelt name is the author's mistake and must not read as 'nothing heard'."""
    with pytest.raises(KeyError):
        recognise(RULES, "tactic", "hello")
