"""Ordinary lines of a talk: none asks about suicide, and what looks like two signs may be one."""

from functools import cache
from pathlib import Path

import pytest

from bot.language.rules import load_rules, read_rules
from bot.understanding.signals import screen

CONFIG = Path(__file__).parents[2] / "config"
DANGER = {"R1", "R2", "R3"}

COMMANDS = """
go on then | go on | sure, why not | yeah do it | do it tomorrow | remind me on friday at 6 | skip |
skip to the end | stop | lets stop for tonight | i'm done | finished | im done with this question |
restart | start again | delete it all | how do i delete everything | please delete my notes |
how do i uninstall this | how do i switch this off | logging off for tonight | exit | end chat |
can i get a refund | which button | how many questions are left | how many letters can i type |
how much does it cost | how much longer | who reads this | will anyone find out | theres no point |
whats the point of this question | bye bye | goodnight | thank you for being kind |
i'm off to bed, thanks, see you tomorrow | whoever reads this hi | to whoever built this thanks
"""
ANSWERS = """
no one | nobody | nobody notices | who would notice | nothing | nothing left to say | saturday after work |
tonight, about nine | my mum and my sister | the dog mostly | calm | relieved | lucky | envy | numb |
in the way at my sisters | like i wasn't needed | like a spare part | a bit of a burden on my mum |
no plan yet | pick a day | i picked saturday | i made up my mind, im not going back | its all sorted |
i feel lighter | so be it | fine by me | one last time | for good this time | all over | it is finished |
still here | im not there yet | i was not there | i will not be there on saturday | way out |
i wont be home for christmas this year | dont care if he sees | i want to do it properly this time
"""
GRIEF = """
i hate that im still awake | waking up is the worst | woke up again at 4 | not waking up next to him |
i want it over | i want it to stop hurting | make the thoughts stop | part of me misses him |
my head says leave and my heart says stay | my brain keeps replaying it | i cant breathe without her |
no way back | its hopeless | i hate myself a bit | like a ghost | another winter alone | why not me |
my kids will be ok | the kids will be fine | my sister will know | he's happier without me |
she will be fine without me | i wish it was me in that photo | i hope she gets what she deserves |
i'd rather die than text first | he died to me that day | this is killing me | my nan's funeral was last week |
at my nan's grave | my dad has cancer | blood test on monday | results on thursday | i envy couples |
hope is the worst part | i shouldn't be on my own tonight, staying at a mates | home alone
"""
ANGER_AND_ADVICE = """
i could kill him | go to hell | she ended it by text | should i end it by text | how do i end it kindly |
i'd say sorry just to end it | i want to end things with her | its over and i know its over |
that its over with the betting | should i post my beach pics to make him jealous |
should i write her a list of what i'd change | i want to write him a goodbye letter | one last letter |
he left a note saying sorry | tell her i'm sorry | i want to say sorry to her kids | remember me |
be brave | be kind to yourself | live well is the best revenge | find me someone new | stop me texting her |
im scared of myself when i drink and dial | i dont trust myself with my phone | he finds me boring
"""
DAILY = """
i took my tablets | my prescription ran out | i picked my nails | i cut my finger on the can |
i pinched myself, thought it was a dream | burned the dinner | i punched a pillow | i cut my hair |
walk by the sea | a walk by the canal | i sit by the river to think | i drove to the sea on sunday with the dog |
car park at work | i drive around at night | who feeds the dog when im at work | he got the cat and the good pans |
one way ticket to my brothers in spain | before i go, one more thing | by then i'll have moved out |
until my flatmate gets back | no way out of this contract | then i can go home | day zero of no contact |
i relapsed and told her only when she found the empties | i stopped taking the pill | i googled him |
googled how long it takes to get over an ex | changing my passwords | paid off the car | game over lol
"""


def _lines(table):
    return [line for part in table.split("|") if (line := " ".join(part.split()))]


ORDINARY = [
    line for table in (COMMANDS, ANSWERS, GRIEF, ANGER_AND_ADVICE, DAILY) for line in _lines(table)
]


@cache
def rules():
    return load_rules(CONFIG).rules


def asks(text):
    return bool(
        DANGER & {signal.code for signal in screen(rules(), text) if signal.level != "soft"}
    )


@pytest.mark.parametrize("line", ORDINARY)
def test_an_ordinary_line_never_asks_about_suicide(line):
    """Commands, short answers, grief, anger and daily life are no reason to ask."""
    assert asks(line) is False


@pytest.mark.parametrize(
    "line",
    [
        "i keep picturing myself falling from there",
        "nobody would come looking for me and the river is calling",
        "there is nothing left to keep me once the exams are done, then i can go",
        "not renewing my licence, and the dog has food for a week",
        "it bled for an hour and my head goes quiet after",
        "i held the rope and put it back, tonight is long",
        "tell the kids i tried and kiss the baby for me",
        "i fell back into the old habit again, long sleeves in june",
    ],
)
def test_signs_of_different_kinds_ask_together(line):
    """A means and a near time, a farewell and a wish, a place on the body and an ease."""
    assert asks(line) is True


_KINDS = """
title: two files of signs
patterns:
  rope: {signal: R0, level: soft, weight: 10, says: [old rope]}
  old: {signal: R0, level: soft, weight: 9, says: [old]}
  shed: {signal: R0, level: soft, weight: 9, says: [shed]}
  garden: {signal: R0, level: soft, weight: -2, says: [garden]}
"""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the old rope", None),
        ("the old rope in the shed", "R2"),
        ("the old rope in the garden shed", None),
        ("the old shed", "R2"),
    ],
)
def test_a_word_speaks_for_one_sign_only(text, code):
    """Two signs found in the same word count once, the heavier; two in different words add up."""
    found = screen(read_rules({"config/safety/crisis-ready.yaml": _KINDS}).rules, text)
    assert code == next((signal.code for signal in found), None)


@pytest.mark.parametrize(
    ("kind", "code"),
    [("crisis-wish", "R2"), ("abuse-signs", "R5"), ("harm-signs", None)],
)
def test_harm_to_others_needs_more_than_danger_to_oneself(kind, code):
    """Eighteen is enough to ask about their own life and safety; a question about harm needs twenty."""
    found = screen(read_rules({f"config/safety/{kind}.yaml": _KINDS}).rules, "an old shed")
    assert code == next((signal.code for signal in found), None)
