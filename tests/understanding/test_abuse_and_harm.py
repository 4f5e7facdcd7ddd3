"""Abuse told and harm meant: many people's ways of saying it, and what only looks like it."""

from functools import cache
from pathlib import Path

import pytest

from bot.language.rules import load_rules
from bot.understanding.signals import screen

CONFIG = Path(__file__).parents[2] / "config"
ABUSE = {"R4", "R5", "R6"}
HARM = {"R7", "R8", "R9"}


@cache
def rules():
    return load_rules(CONFIG).rules


def codes(text):
    return {signal.code for signal in screen(rules(), text)}


def levels(text):
    return {(signal.code, signal.level) for signal in screen(rules(), text)}


@pytest.mark.parametrize(
    "text",
    [
        "I slept with my trainers on and the car keys in my hand",
        "he drew his thumb across his throat at me in court",
        "pushed, never hit",
        "I could only ring my nan when he was out, if I was on too long he took the phone",
        "she kept on at me all night until I said yes so I could sleep",
        "a rose on my windscreen every morning and I never told him the new address",
        "my girlfriend broke my nose and everyone at work laughed",
        "He shove me to wall and after say he love me",
        "we have been married 40 years and he has hit me for 39 of them",
        "i had sex with him because it was easier than the sulking and shouting",
        "He never hit me. He didn't need to. The look was enough to make me freeze.",
        "He only gets like that when he drinks. Sober he's the sweetest man.",
        "my husband is controlling every rupee, I must ask even for milk",
        "they'd lock my wheelchair away when we argued",
        "he keeps me awake arguing until i agree with him",
        "I'm trans and she said she'd tell everyone my old name if I didn't come home",
        "he put a padlock on the wardrobe, i have to ask for my own shoes",
        "had to share my location and if my dot moved he'd ring within seconds",
        "i have a non-mol against him and he keeps breaching it",
        "He's been watching my house from the bus shelter",
        "I got out after he put me in hospital",
    ],
)
def test_abuse_is_heard_however_it_is_told(text):
    """Men and women, young and old, in any English: what was done to the writer is heard."""
    assert codes(text) & ABUSE != set()


@pytest.mark.parametrize(
    "text",
    [
        "we argued about the kettle and then laughed about it",
        "he got hammered on cider and sang at my nan",
        "we argued every week about money and shouted, both of us",
        "i shouted at him in the street and i feel terrible",
        "he hit the roof when he saw the bill, then we sat down and sorted it",
        "I got a black eye playing netball and he thought it was hilarious",
        "the breakup knocked the wind out of me",
        "my sister's husband beats her and I can't get her to leave",
        "she pushed me to apply for the degree and then left when i got in",
        "he was jealous sometimes but who isn't",
        "she keeps the flat, i get the car",
        "i scratched my arms when the itch came back",
        "he told me he'd always love me and then left",
    ],
)
def test_an_ordinary_ending_is_not_read_as_abuse(text):
    """Quarrels, sport, idioms, others' stories and own guilt open no path of abuse."""
    assert codes(text) & ABUSE == set()


@pytest.mark.parametrize(
    "text",
    [
        "her shift ends at nine and I'll be by the back gate until she talks to me",
        "he loses his job on Friday when his boss sees those pictures",
        "if she moves that bloke in i'll put him in a wheelchair",
        "I'd rather see her dead than with him",
        "he better be careful walking home",
        "gonna wait by her car after work, she can't run from me in a car park",
        "she left her laptop signed in, i'm downloading all her messages for later",
        "Bought a cheap gps thing, going to stick it under her bumper",
        "using my daughter's phone to text him since he only answers her",
        "he told me never to come to his work again but how else is he going to listen",
        "putting her number on a dating site, see how she likes that",
        "I will not give him the divorce until he begs",
        "took her inhaler so she'd have to ring me",
        "i keep calling from private numbers just to hear her say hello",
        "where would i get a number plate traced",
        "the police told me to stop so i'm doing it from the library computers now",
    ],
)
def test_harm_that_is_meant_is_heard(text):
    """Threats, pursuit, spying, exposure and levers are heard, whatever they are called."""
    assert codes(text) & HARM != set()


@pytest.mark.parametrize(
    "text",
    [
        "I was sad and thought about ringing her but we agreed on Sunday",
        "picking up my bike on Saturday, he left it in the shed for me",
        "i want to punch a wall",
        "I could kill him for making me love him lol",
        "he keeps following me home from work",
        "he put a tracker on my car",
        "I want to see her so badly it hurts",
        "i dreamt i smashed up his car and woke up laughing",
        "my friend wants to key his car for me and i said no",
        "I used to check her phone. I'm in counselling for it now.",
        "he blocked me and I'm going to respect it",
        "we have to see each other at handover on Friday and I'm dreading it",
        "i have to email her about the mortgage",
        "i'm going to the police about what he did",
        "gonna beat his high score",
        "He told me to leave him alone, so I have",
        "should i write her a list of what i'd change",
    ],
)
def test_anger_longing_and_being_the_victim_are_not_meant_harm(text):
    """Fantasies given up, jokes, lawful needs and what was done to the writer raise no alarm."""
    assert codes(text) & HARM == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he strangled me", ("R4", "red")),
        ("I'm terrified of my husband", ("R5", "red")),
        ("he decides what I wear", ("R5", "amber")),
        ("I'm going to stab him", ("R7", "red")),
        ("following her home again tonight", ("R8", "own")),
        ("I checked her phone", ("R8", "amber")),
        ("she has a restraining order on me", ("R9", "hard-stop")),
    ],
)
def test_each_kind_has_its_level(text, expected):
    """A blow is red, a rule amber, pursuit is the writer's own, an order stops."""
    assert expected in levels(text)
