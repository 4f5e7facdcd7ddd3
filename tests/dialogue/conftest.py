"""A small library built by hand: a talk with every kind of step, and the dialogs it leads to."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from bot.dialogue.engine import step
from bot.dialogue.expressions import Answered, AnyItem, Compare, Is, IsIn, Number, NumberOf
from bot.dialogue.library import PHRASE_IDS, Library, Phrases
from bot.dialogue.lines import HelpLines
from bot.dialogue.program import (
    Ask,
    Branch,
    Call,
    Conclude,
    End,
    ForEach,
    Indicator,
    Jump,
    Next,
    Option,
    Program,
    Question,
    Remember,
    Remind,
    Row,
    Say,
    Show,
    SignalMark,
    Slot,
    Text,
)
from bot.dialogue.session import Begin, Picked, Said
from bot.language.rules import load_rules


def text(name, *variants, twin=()):
    """A text whose variants are plain strings or tuples of segments."""
    return Text(
        name,
        tuple(one if isinstance(one, tuple) else (one,) for one in variants),
        tuple(one if isinstance(one, tuple) else (one,) for one in twin),
    )


def ask(name, kind, words="", **more):
    """A question step named after its answer."""
    return Ask(name, Question(name, kind, text(f"d/{name}/text", words or f"{name}?"), **more))


def say(name, *variants, twin=(), **more):
    """A say step."""
    return Say(name, text(f"d/{name}/text", *variants, twin=twin), **more)


def program(dialog, *code, **more):
    """A program without types; nothing at run time reads them."""
    return Program(dialog, dialog, "digest", code, {}, ("start",) * len(code), **more)


def options(*ids):
    """Options labelled by their ids."""
    return tuple(Option(one, one.replace("-", " ")) for one in ids)


TALK = program(
    "talk",
    say("hello", "Hello.", "Good evening.", "Hi."),  # 0
    ask("mood", "rate", "How are you, 0 to 10?"),  # 1
    ask(
        "end",
        "choose",
        "Who ended it?",
        options=(
            Option("me", "I did", reply=text("d/end/me/reply", "That can be hard, too.")),
            Option("them", "They did"),
            Option("both", "Both of us"),
        ),
    ),  # 2
    Branch("b1", Is("end", "them"), 5),  # 3
    say("sorry", "I'm sorry."),  # 4
    ask("reasons", "list", "What went wrong?", most=3),  # 5
    ForEach("each", "reason", "reasons", 10),  # 6
    ask("blame", "choose", "Whose was it?", options=options("mine", "theirs", "nobodys")),  # 7
    say("noted", (Slot("reason"), ": noted.")),  # 8
    Next(6),  # 9
    Branch("b2", AnyItem("blame", Is("blame", "mine")), 12),  # 10
    say("gentle", "Be gentle with yourself."),  # 11
    ask(
        "fear",
        "choose",
        "Were you ever afraid of them?",
        gate=True,
        options=(
            Option("never", "Never"),
            Option("once", "Once", signal=SignalMark("R5", "amber")),
            Option("often", "Often", signal=SignalMark("R5", "red")),
        ),
    ),  # 12
    ask("story", "write", "What happened?"),  # 13
    Branch("b3", Answered("story"), 16),  # 14
    say("told", ("You wrote ", Slot("story", quoted=True), "."), twin=("Thank you.",)),  # 15
    Call("tool", "tools/breathe", "breath", hands=(("how", "mood"),)),  # 16
    ask("more", "confirm", "Once more?"),  # 17
    Branch("b4", Is("more", "yes"), 20),  # 18
    Jump(16),  # 19
    Conclude(
        "verdict",
        (
            Row("bad", IsIn("fear", ("once", "often")), text("d/v/0", "Safety first."),
                if_unknown="open"),
            Row("good", Is("end", "both"), text("d/v/1", "Both of you."), only_when_sure=True),
            Row("open", None, text("d/v/2", "I can't see enough.")),
        ),
        "verdict",
    ),  # 20
    Show("reasons", "reasons"),  # 21
    say("plan", "Your plan: rest.", keep="My plan"),  # 22
    Remember("keep-end", "who-ended", "end"),  # 23
    Remind("later", "tools/breathe", 86_400),  # 24
    End("end-talk", "concluded"),  # 25
    indicators={
        "M1": Indicator("M1", "Who ended it?", "end",
                        {"both": ("for", "You both chose it."), "me": ("against", "You left.")},
                        changeable=True),
    },
)  # fmt: skip

BREATHE = program(
    "tools/breathe",
    Branch("b", Compare(NumberOf("how"), "<", Number(3)), 2),
    say("low", "That is low."),
    ask("breathing", "wait", "Breathe.", seconds=60, leave="I'm done"),
    End("e", "calm"),
    takes=("how",),
)

CRISIS = program(
    "safety/crisis",
    say("glad", "I'm glad you told me."),
    Show("lines", "lines", ("emergency", "suicide")),
    ask("near", "choose", "Is anyone near you?", options=options("someone", "no-one")),
    End("stop", "crisis", stop=True),
)

ABUSE = program(
    "safety/abuse",
    say("believe", "I believe you."),
    ask("safe", "confirm", "Are you safe now?"),
    End("e", "heard"),
)

SAVING = program(
    "home/saving",
    ask("keep", "confirm", "Shall I keep this talk?"),
    Branch("b", Is("keep", "yes"), 3),
    End("y", "yes"),
    End("n", "no"),
)


def make_library(rules, *programs):
    """A library over these programs, every phrase being its own id."""
    return Library(
        {one.dialog: one for one in programs},
        Phrases({name: (name,) for name in PHRASE_IDS}),
        rules,
        HelpLines((), ()),
        {f"R{n}": "safety/crisis" for n in (1, 2, 3)}
        | {f"R{n}": "safety/abuse" for n in (4, 5, 6)},
    )


@pytest.fixture(scope="session")
def rules():
    """The patterns the project ships."""
    config = Path(__file__).resolve().parents[2] / "config"
    return load_rules(config).rules


@pytest.fixture(scope="session")
def library(rules):
    """The whole small library."""
    return make_library(rules, TALK, BREATHE, CRISIS, ABUSE, SAVING)


@pytest.fixture(scope="session")
def make():
    """Makes a library of any programs over any rules."""
    return make_library


START = 1_700_000_000.0
FITTING = {"confirm": ("yes", "no", "unsure"), "wait": ("left",), "rate": tuple("0257")}


class Talk:
    """A live talk, one minute between events."""

    dialog = "talk"

    def __init__(self, library, *moves):
        self.library = library
        self.at = START
        self.turn = step(library, None, Begin(self.dialog, 7, self.at))
        for move in moves:
            self.hear(move)

    @property
    def session(self):
        return self.turn.session

    @property
    def view(self):
        return self.turn.session.view

    def hear(self, move):
        self.at += 60
        if isinstance(move, int):
            move = self.fitting(move)
        if isinstance(move, str):
            event = Said(move, self.at)
        elif isinstance(move, tuple) and not hasattr(move, "_fields"):
            event = Picked(move, self.at)
        else:
            event = move._replace(at=self.at)
        self.turn = step(self.library, self.session, event)
        return self.turn

    def fitting(self, number):
        """A press that fits the open question, or a line where something is to be written."""
        if self.view.open is None:
            return ("yes",)
        question = self.view.open.question
        ids = [one.id for one in question.options] or FITTING.get(question.kind)
        return (ids[number % len(ids)],) if ids else "he lied, money, he went quiet"


@pytest.fixture(scope="session")
def talk(library):
    """Starts a live talk over the small library and says the moves given."""
    return partial(Talk, library)
