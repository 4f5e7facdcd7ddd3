"""The machine alone: loops, calls, visits, horizons, and what a hook sees."""

from __future__ import annotations

from bot.dialogue.expressions import AnyItem, Compare, DaysSince, Is, Number, SignalAt, Visited
from bot.dialogue.listener import Listener
from bot.dialogue.machine import Heard, advance, begin
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
    Row,
    Say,
    Text,
)
from bot.dialogue.session import Interval, Item, Key, Recalled, Signalled
from bot.understanding.patterns import Rules

DAY = 86_400.0


def ask(name, kind="choose", *ids, **more):
    options = tuple(Option(one, one) for one in ids)
    return Ask(name, Question(name, kind, Text(f"t/{name}", ((name,),)), options, **more))


def say(name):
    return Say(name, Text(f"t/{name}", ((name,),)))


def program(dialog, *code, **more):
    return Program(dialog, dialog, "", code, {}, ("start",) * len(code), **more)


class Ear(Listener):
    def __init__(self):
        self.said = []

    def say(self, run, step, visit, text):
        self.said.append(step)


class Road:
    """Programs under way, one answer after the other."""

    def __init__(self, make, *programs, **more):
        self.ear = Ear()
        self.library = make(Rules({}), *programs)
        self.seq = 1
        self.stand = begin(self.library, programs[0].dialog, at=0.0, listener=self.ear, **more)

    def take(self, *values, at=0.0, pending=()):
        for value in values:
            self.seq += 1
            self.stand = advance(
                self.library, self.stand, Heard(self.seq, at, value), pending=pending,
                listener=self.ear,
            )  # fmt: skip
        return self.stand


def test_for_each_asks_once_an_item(make):
    """Every item has its own answer under its own key, and `any` reads them all."""
    road = Road(
        make,
        program("d", ask("reasons", "list"), ForEach("e", "reason", "reasons", 4),
                ask("blame", "choose", "me", "you"), Next(1),
                Branch("b", AnyItem("blame", Is("blame", "me")), 6), say("yours"),
                End("x", "done")),
    )  # fmt: skip
    road.take((Item("a", "lies"), Item("b", "money")))
    assert road.stand.open == Key("", "blame", 1, "a")
    assert road.take("you").open == Key("", "blame", 1, "b")
    assert road.take("me").outcome == "done"
    assert road.ear.said == ["yours"]


def test_for_each_over_nothing(make):
    """An empty list, and an unknown one, are passed; any of nothing is false or unknown."""
    guard = Branch("b", AnyItem("blame", Is("blame", "me")), 6)
    code = (ask("reasons", "list"), ForEach("e", "reason", "reasons", 4),
            ask("blame", "choose", "me", "you"), Next(1), guard, say("yours"),
            End("x", "done"))  # fmt: skip
    for value in ((), None):
        road = Road(make, program("d", *code))
        assert road.take(value).outcome == "done"
        assert road.ear.said == []


def test_a_question_met_again_is_a_new_visit(make):
    """After a jump back the question is open again, and its name unknown until answered."""
    road = Road(make, program("d", ask("q", "choose", "on", "out"), Branch("b", Is("q", "out"), 3),
                              End("x", "done"), Jump(0)))  # fmt: skip
    assert road.take("on").open == Key("", "q", 2)
    assert "q" not in road.stand.frames[-1].answers
    assert road.take("out").outcome == "done"


INNER = program(
    "inner",
    Branch("b", Is("mood", "low"), 2),
    say("low"),
    ask("how", "choose", "well", "badly"),
    End("x", "told"),
    takes=("mood",),
    gives=("how",),
    indicators={"H": Indicator("H", "How?", "how", {"well": ("for", "It went well.")})},
)


def test_a_call_hands_over_and_brings_back(make):
    """Only what is named crosses: taken in, given back, the outcome, the indicators."""
    outer = program("outer", ask("feel", "choose", "low", "high"),
                    Call("c", "inner", "c", hands=(("mood", "feel"),)),
                    ask("last", "choose", "x"), End("x", "done"))  # fmt: skip
    road = Road(make, outer, INNER)
    assert road.take("low").open == Key(">c", "how")
    assert road.ear.said == ["low"]
    answers = road.take("well").frames[-1].answers
    assert {"feel": "low", "c": "told", "c.how": "well"} == dict(answers)
    assert road.stand.frames[-1].given["H"][1] == "well"
    assert "inner" in road.stand.visited


def test_a_call_that_leads_nowhere_is_unknown(make):
    """A missing dialog leaves the name of the call unknown and the road open."""
    road = Road(make, program("d", Call("c", "gone", "c"), ask("q", "choose", "x"), End("e", "ok")))
    assert road.stand.frames[-1].answers == {"c": None}


def test_a_circle_ends(make):
    """A circle without a question, and calls without an end, are left by a limit."""
    assert Road(make, program("d", Jump(0))).stand.outcome == "lost"
    assert Road(make, program("d", Call("c", "d"), End("e", "ok"))).stand.outcome == "ok"
    assert Road(make, program("d", say("x"))).stand.outcome == "lost"


def test_signals_count_from_their_entry_on(make):
    """A guard sees the signals up to the newest answer on its road, and none from later."""
    code = (ask("a", "choose", "x"), Branch("b", SignalAt("amber"), 3), say("careful"),
            ask("z", "choose", "x"), Branch("c", SignalAt("amber"), 6), say("later"),
            End("e", "ok"))  # fmt: skip
    later = Signalled(3, 0.0, "", "R5", "amber")
    road = Road(make, program("d", *code))
    road.take("x", pending=(later,))
    assert road.ear.said == []
    road.take("x", pending=(later,))
    assert road.ear.said == ["later"]


def test_now_is_the_newest_answer_on_the_road(make):
    """Days are counted to the answer before the guard."""
    code = (ask("ended", "date"), ask("a", "choose", "x"),
            Branch("b", Compare(DaysSince("ended"), "<", Number(7)), 4), say("fresh"),
            End("e", "ok"))  # fmt: skip
    for days, said in ((1, ["fresh"]), (9, [])):
        road = Road(make, program("d", *code))
        road.take(Interval(0, 3))
        road.take("x", at=days * DAY)
        assert said == road.ear.said


def test_a_recalled_fact_reaches_the_dialog_that_reads_it(make):
    """Person facts stand as answers in dialogs that name them."""
    code = (Branch("b", Is("country", "de"), 2), say("hallo"), ask("q", "choose", "x"),
            End("e", "ok"))  # fmt: skip
    fact = Recalled(1, 0.0, "", "country", "de")
    road = Road(make, program("d", *code, recalls=("country",)), pending=(fact,))
    assert road.stand.frames[-1].answers["country"] == "de"


def test_a_hook_sees_every_step(make):
    """Entering and ending are true only at the step that does it, visiting from then on."""
    seen = []

    def hook(run, step):
        seen.append((type(step).__name__, run.plan.program.dialog, run.ends, run.enters,
                     Visited("inner").value(run)))  # fmt: skip

    outer = program("outer", Call("c", "inner"), End("x", "done"))
    inner = program("inner", say("hi"), End("y", "told"))
    begin(make(Rules({}), outer, inner), "outer", at=0.0, hook=hook)
    assert [
        ("Call", "outer", "", "inner", True),
        ("Call", "inner", "", "", True),
        ("Say", "inner", "", "", True),
        ("End", "inner", "told", "", True),
        ("End", "outer", "", "", True),
        ("End", "outer", "done", "", True),
    ] == seen


def test_a_stand_is_never_changed(make):
    """Two answers to one question start from the same place."""
    road = Road(make, program("d", ask("a", "choose", "x", "y"), ask("b", "choose", "x"),
                              Conclude("v", (Row("o", None),), "v"), End("e", "ok")))  # fmt: skip
    before = road.stand
    first = advance(road.library, before, Heard(2, 0.0, "x"))
    second = advance(road.library, before, Heard(2, 0.0, "y"))
    assert (first.frames[-1].answers, second.frames[-1].answers) == ({"a": "x"}, {"a": "y"})
    assert before.frames[-1].answers == {}
