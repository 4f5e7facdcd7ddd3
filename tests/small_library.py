"""A library of five small dialogs, made by hand, for tests of what stands around the engine."""

from __future__ import annotations

from bot.dialogue.expressions import Is
from bot.dialogue.library import SAVING, Library, Phrases
from bot.dialogue.lines import Country, HelpLine, HelpLines
from bot.dialogue.program import (
    Ask,
    Branch,
    End,
    Option,
    Program,
    Question,
    Remember,
    Remind,
    Say,
    Slot,
    Text,
)
from bot.language.rules import read_rules

DOOR = "home/door"
PLAN = "tools/plan"
WEEK = 7 * 86_400

RULES = """
title: Danger, in one sentence
patterns:
  wants-to-die:
    signal: R2
    level: red-now
    says: ["i want to die tonight"]
    source: a test
    examples: ["I want to die tonight"]
  young:
    signal: R11
    level: age
    says: ["i am 15"]
    source: a test
    examples: ["I am 15"]
"""

PHRASES = Phrases(
    {
        "change-later": ("This one first.",),
        "no-such-word": ("Did you mean {word}?",),
        "moved-on": ("That question has moved on.",),
        "welcome-back": ("Welcome back.",),
        "paused": ("Your place is kept.",),
        "kept-nothing": ("Nothing was kept.",),
        "over": ("That talk is over.",),
        "closed": ("Your safety comes first.",),
    }
)


def text(name: str, words: str) -> Text:
    return Text(name, ((words,),))


def choose(name: str, words: str, **options: str) -> Ask:
    made = tuple(Option(one, label) for one, label in options.items())
    return Ask(name, Question(name, "choose", text(f"x/{name}", words), made))


def program(dialog: str, title: str, *code: object) -> Program:
    types = {one.question.name: "one:" for one in code if isinstance(one, Ask)}
    return Program(dialog, title, "d1", tuple(code), types, ("start",) * len(code))


def small_library() -> Library:
    write = Ask("line", Question("line", "write", text("door/line", "What happened tonight?")))
    saving = (
        choose("keep", "Shall I keep this talk?", yes="Yes, keep it", no="No"),
        End("end", "yes"),
    )
    plan = (
        Ask(
            "days", Question("days", "number", text("plan/days", "How many days?"), low=1, high=60)
        ),
        Say("note", Text("plan/note", (("Your plan: ", Slot("days"), " days."),)), keep="My plan"),
        Remember("keep-days", "plan-days", "days"),
        Remind("remind", DOOR, WEEK, WEEK, "days"),
        choose("mood", "How is it now?", good="Good", bad="Bad"),
        End("end", "planned"),
    )
    crisis = (
        Say("glad", text("crisis/glad", "I'm glad you told me.")),
        choose("near", "Is anyone near you?", here="Someone is here", nobody="No one"),
        End("stop", "crisis", stop=True),
    )
    young = (
        choose("age", "Are you 18 or older?", adult="Yes, I am", minor="No"),
        Branch("who", Is("age", "adult"), 3),
        End("end", "adult"),
        End("end", "young", stop=True),
    )
    programs = {
        one.dialog: one
        for one in (
            program(DOOR, "The door", write, choose("day", "How was it?", good="Good", bad="Bad"),
                    End("end", "met")),
            program(SAVING, "Saving", *saving),
            program(PLAN, "A plan", *plan),
            program("safety/crisis", "When it is too much", *crisis),
            program("safety/young", "Are you an adult?", *young),
        )
    }  # fmt: skip
    line = HelpLine("999", ("emergency",), "A")
    abroad = HelpLine("findahelpline.com", ("directory",), "A")
    lines = HelpLines((Country("GB", "United Kingdom", (line,)),), (abroad,))
    rules = read_rules({"config/safety/crisis.yaml": RULES}).rules
    return Library(programs, PHRASES, rules, lines, {"R2": "safety/crisis", "R11": "safety/young"})
