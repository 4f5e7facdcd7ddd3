"""The reduced search is held against one that forgets nothing and merges nothing."""

import random
from itertools import combinations

import pytest

from bot.dialogue.expressions import (
    And,
    Answered,
    AnyItem,
    AtLeast,
    Compare,
    CountOf,
    Ends,
    Enters,
    Has,
    Is,
    IsIn,
    Not,
    Number,
    NumberOf,
    Or,
    Side,
    SignalAt,
    Unknown,
    Visited,
    sure,
)
from bot.dialogue.library import Library, Phrases
from bot.dialogue.lines import HelpLines
from bot.dialogue.machine import LOST, Heard, advance, begin
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
    Promise,
    Question,
    Row,
    Say,
    Text,
    Where,
)
from bot.dialogue.session import Item, Signalled, Words
from bot.language.explore import explore

TABLES = {
    name.upper(): Indicator(
        name.upper(), name, name, {"a": ("for", ""), "b": ("against", ""), "c": ("mixed", "")}
    )
    for name in ("c1", "c2", "c3")
}


def at(line):
    return Where("dialogs/a.yaml", line, 1)


def text(words):
    return Text(words, ((words,),))


def ask(name, kind="choose", options="", line=0, **fields):
    chosen = tuple(Option(one, one) for one in options.split())
    return Ask(name, Question(name, kind, text(name), chosen, **fields), at(line))


def library(*programs):
    by_name = {one.dialog: one for one in programs}
    return Library(by_name, Phrases({}), None, HelpLines((), ()), {})


def question(name, line):
    match name[0]:
        case "c":
            return ask(name, options="a b c", line=line)
        case "n":
            return ask(name, "rate", low=0, high=4, line=line)
        case "p":
            return ask(name, "pick", options="a b z", alone="z", line=line)
        case "w":
            return ask(name, "write", line=line)
        case _:
            return ask(name, "list", most=2, line=line)


def every_answer(name):
    match name[0]:
        case "c" | "b":
            return ["a", "b", "c", None]
        case "n":
            return [0, 1, 2, 3, 4, None]
        case "p":
            return [("a",), ("b",), ("a", "b"), ("z",), None]
        case "w":
            return [
                Words("…", some)
                for size in (0, 1, 2)
                for some in combinations(("sad", "angry"), size)
            ] + [None]
        case _:
            return [tuple(Item(f"i{n}", "…") for n in range(size)) for size in (0, 1, 2)] + [None]


THEMES = (("n1", "n2"), ("c1", "c2", "c3"), ("c1", "p1", "w1"), ("l1", "c1", "n1"))
"""What a dialog is about, so that its guards read what it asks."""


def leaf(chance, names):
    name = chance.choice([one for one in names if one != "l1"])
    match name[0]:
        case "c":
            return chance.choice(
                [
                    Is(name, chance.choice("abc")),
                    IsIn(name, ("a", "b")),
                    Answered(name),
                    Unknown(name),
                    Side(name.upper(), "for"),
                    AtLeast(2, tuple(TABLES), "for"),
                    AtLeast(2, tuple(TABLES), "known"),
                ]
            )
        case "n":
            op = chance.choice(["<", "<=", "==", ">", ">="])
            right = chance.choice(
                [Number(chance.randrange(5)), NumberOf("n2" if name == "n1" else "n1")]
            )
            return Compare(NumberOf(name), op, right)
        case "p":
            return chance.choice(
                [
                    Has(name, "a"),
                    And((Has(name, "a"), Has(name, "b"))),
                    Compare(CountOf(name), ">=", Number(2)),
                ]
            )
        case _:
            return chance.choice(
                [Has(name, "sad"), SignalAt("red"), SignalAt("amber"), Answered(name)]
            )


def guard(chance, names, depth=2):
    kind = chance.random()
    if depth == 0 or kind < 0.4:
        return leaf(chance, names)
    if kind < 0.55:
        return Not(guard(chance, names, depth - 1))
    parts = (guard(chance, names, depth - 1), guard(chance, names, depth - 1))
    if kind < 0.7:
        return And(parts)
    return sure(And(parts)) if kind < 0.8 else sure(Or(parts)) if kind > 0.9 else Or(parts)


def any_program(seed):
    """Make a short dialog with loops, conclusions, lists and promises, by chance."""
    chance = random.Random(seed)
    names = list(THEMES[seed % len(THEMES)])
    chance.shuffle(names)
    code = []
    for line, name in enumerate(names, 10):
        if chance.random() < 0.4:
            code.append(Branch(f"if{line}", guard(chance, names), len(code) + 2, at(line + 20)))
        code.append(question(name, line))
        if name == "l1" and chance.random() < 0.7:
            loop = len(code)
            code.append(ForEach("each", "item", "l1", loop + 3))
            code.append(ask("blame", options="a b c", line=line + 60))
            code.append(Next(loop))
            code.append(
                Branch("any", AnyItem("blame", Is("blame", "a")), len(code) + 2, at(line + 70))
            )
            code.append(Say(f"said{line}", text("said"), where=at(line + 80)))
        if chance.random() < 0.4:
            code.append(
                Branch(f"again{line}", guard(chance, names, 1), len(code) + 2, at(line + 40))
            )
            code.append(Jump(chance.randrange(len(code))))
    rows = tuple(
        Row(f"r{n}", guard(chance, names), if_unknown=chance.choice(["", "open"]),
            only_when_sure=chance.random() < 0.4)
        for n in range(3)
    )  # fmt: skip
    code += [
        Conclude("verdict", (*rows, Row("rest", None)), "verdict"),
        Branch("left", guard(chance, names), len(code) + 3),
        End("e", "one"),
        End("f", "two"),
    ]
    promises = (
        Promise("at an end", And((Ends("one"), guard(chance, names))), True),
        Promise("anywhere", And((guard(chance, names, 1), guard(chance, names, 1))), True),
        Promise("at the other", Or((Not(Ends("two")), guard(chance, names))), False),
    )
    types = {"w1": "text:sad,angry", "verdict": "one:r0,r1,r2,open,rest"}
    return Program("a", "a", "", tuple(code), types, ("start",) * len(code),
                   promises=promises, indicators=TABLES)  # fmt: skip


STARTS = ([], *([Signalled(1, 0.0, "", "", level)] for level in ("red", "amber")))
"""A talk may have heard a signal before the dialog is entered."""


def every_move(question):
    """Yield each answer, and each signal that words typed beside it may raise."""
    for value in every_answer(question.name):
        yield value, []
        for level in ("red", "amber"):
            yield value, [Signalled(1, 0.0, "", "", level)]


def everything(stand):
    """Return all that a state holds."""
    frames = tuple(
        (
            frame.pc,
            repr(sorted(frame.answers.items())),
            repr(sorted(frame.loops.items())),
            repr(sorted((name, value) for name, (_, value) in frame.given.items())),
            tuple((one.address, one.turn, len(one.items)) for one in frame.rounds),
        )
        for frame in stand.frames
    )
    return (frames, frozenset(level for _, level in stand.signals), stand.visited)


def walked_whole(one, *callees):
    """Walk every state with every answer; return what was passed, got and broken, and how soon."""
    passed, sides, broken, soonest = set(), set(), {}, {}
    shelf = library(one, *callees)
    places = {id(step): place for place, step in enumerate(one.code)}

    def hook(run, step):
        if run.plan.program is not one:
            return
        # An end in a callee is heard here, too.
        place = places.get(id(step), -1)
        passed.add(place)
        if isinstance(step, Branch):
            sides.add((place, run.pc == step.otherwise))
        for n, promise in enumerate(one.promises):
            if (promise.guard.value(run) is True) is promise.never:
                broken.setdefault(n, depth)

    depth = 0
    layer = [begin(shelf, "a", at=0.0, pending=pending, hook=hook) for pending in STARTS]
    seen = set()
    while layer:
        depth += 1
        after = []
        for stand in layer:
            if stand.outcome:
                soonest.setdefault(stand.outcome, depth - 1)
                continue
            if everything(stand) in seen:
                continue
            seen.add(everything(stand))
            for value, pending in every_move(stand.question):
                levels = dict.fromkeys(level for _, level in stand.signals)
                fresh = stand._replace(seq=0, road=(), signals=tuple((0, one) for one in levels))
                after.append(
                    advance(shelf, fresh, Heard(1, 0.0, value), pending=pending, hook=hook)
                )
        layer = after
    soonest.pop(LOST, None)
    return passed, sides, broken, soonest


def call_leaf(chance, names, indicators):
    match chance.randrange(6):
        case 0 if indicators:
            return Side(chance.choice(indicators), chance.choice(("for", "against")))
        case 1 if indicators:
            return AtLeast(2, indicators, chance.choice(("for", "known")))
        case 2:
            return Unknown(chance.choice(names))
        case 3:
            return Visited("b")
        case _:
            return Is(chance.choice(names), chance.choice("abc"))


def call_guard(chance, names, indicators=()):
    one, other = (call_leaf(chance, names, indicators) for _ in range(2))
    return chance.choice(
        (one, Not(one), And((one, other)), Or((one, other)), And((one, Not(other))))
    )


def caller_and_callee(seed):
    """Make two short dialogs by chance: answers, an outcome and indicators cross the call."""
    chance = random.Random(seed)
    weights = {"a": ("for", ""), "b": ("against", ""), "c": ("mixed", "")}
    inner = []
    for name in chance.sample(("c3", "c4"), chance.choice((1, 2))):
        if chance.random() < 0.4:
            test = call_guard(chance, ("h", "c3", "c4"))
            inner.append(Branch(f"if{name}", test, len(inner) + 2, at(90 + len(inner))))
        inner.append(ask(name, options="a b c"))
    if chance.random() < 0.4:
        inner += [Branch("round", call_guard(chance, ("c3", "h")), len(inner) + 2), Jump(0)]
    leave = call_guard(chance, ("c3", "c4", "h"), ("J3",))
    inner += [Branch("left", leave, len(inner) + 2), End("e", "warm"), End("f", "cold")]
    tables = {one: Indicator(one, "", f"c{one[1]}", weights) for one in ("J3", "J4")}
    callee = Program(
        "b", "b", "", tuple(inner), {"h": "one:a,b,c"}, (), takes=("h",), gives=("c3",),
        indicators=tables,
    )  # fmt: skip
    names, indicators = ("c1", "c2", "talk.c3"), ("J3", "J4", "I1")
    code = [ask("c1", options="a b c")]
    if chance.random() < 0.5:
        code.append(Branch("may", call_guard(chance, ("c1",)), len(code) + 2, at(50)))
    code.append(Call("call", "b", "talk", (("h", "c1"),)))
    if chance.random() < 0.6:
        code.append(ask("c2", options="a b c"))
    if chance.random() < 0.5:
        again = call_guard(chance, names, indicators)
        code += [Branch("again", again, len(code) + 2, at(51)), Jump(chance.randrange(len(code)))]
    for number, outcome in enumerate(("one", "two")):
        test = call_guard(chance, names, indicators)
        code += [Branch(outcome, test, len(code) + 2, at(60 + number)), End(f"e{number}", outcome)]
    code += [Branch("warm", Is("talk", "warm"), len(code) + 2, at(70)), End("x", "one")]
    code.append(End("y", "two"))
    promises = (
        Promise("at an end", And((Ends("one"), call_guard(chance, names, indicators))), True),
        Promise("anywhere", And((call_guard(chance, names), call_guard(chance, names))), True),
        Promise("on the way in", Or((Not(Enters("b")), call_guard(chance, ("c1", "c2")))), False),
    )
    own = {"I1": Indicator("I1", "", "c1", weights)}
    caller = Program("a", "a", "", tuple(code), {}, (), indicators=own, promises=promises)
    return caller, callee


@pytest.mark.parametrize("seed", [*range(12), 23, 73, 101, 111])
def test_the_reduced_search_crosses_calls_as_the_whole_one_does(seed):
    """What comes back from a call decides as it does when nothing is forgotten."""
    check(*caller_and_callee(seed))


@pytest.mark.parametrize("seed", range(10))
def test_the_reduced_search_finds_what_the_whole_one_finds(seed):
    """Steps passed, sides taken, outcomes and broken promises agree, and conversations are as short."""
    check(any_program(seed))


def check(one, *callees):
    """Hold both searches against each other."""
    passed, sides, broken, soonest = walked_whole(one, *callees)

    found = explore(library(one, *callees), one.dialog)

    assert found.complete
    assert soonest.keys() == found.outcomes & {"one", "two"}
    assert min(soonest.values(), default=None) == found.shortest
    said = {one.promises.index(each.promise): sum(line.startswith("You:") for line in each.talk)
            for each in found.broken}  # fmt: skip
    assert broken == said
    never_passed = {
        n for n, step in enumerate(one.code) if n not in passed and not isinstance(step, Jump)
    }
    shut = {
        n for n, step in enumerate(one.code) if any(step is each.step for each in found.unreachable)
    }
    assert shut <= never_passed
    assert bool(shut) == bool(never_passed)
    same = {place for place, taken in sides if (place, not taken) not in sides}
    told = {n for n, step in enumerate(one.code) if isinstance(step, Branch)
            and any(each.where == step.where for each in found.always if each.where)}  # fmt: skip
    assert {n for n in same if one.code[n].where and one.code[n].otherwise != n + 1} == told
