"""Gate questions under all their names: what would change a conclusion is never safety."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.earlier import DANGER
from bot.dialogue.engine import step
from bot.dialogue.expressions import Is
from bot.dialogue.gates import gates_of
from bot.dialogue.program import (
    Call,
    Conclude,
    End,
    Indicator,
    Option,
    Row,
    Show,
    SignalMark,
)
from bot.dialogue.session import Begin, Picked, SayText, ShowThing
from tests.dialogue.conftest import Talk, ask, make_library, options, program

SAFE = program(
    "safe",
    ask("afraid", "choose", "Were you afraid?", gate=True, options=options("no", "yes")),
    ask("calm", "choose", "Is it calm now?", options=options("no", "yes")),
    End("end", "asked"),
    gives=("afraid", "calm"),
)  # fmt: skip
FEAR = {"no": ("for", ""), "yes": ("against", "You were afraid.")}
CALM = {"yes": ("for", "It is calm."), "no": ("against", "")}


def verdict(fear, calm):
    rows = (Row("fine", Is(fear, "no")), Row("calm", Is(calm, "yes")), Row("open", None))
    return Conclude("verdict", rows, "verdict"), Show("reasons", "reasons")


def tables(fear, calm, asks="Is it calm now?"):
    return {
        "F": Indicator("F", "Were you afraid?", fear, FEAR, changeable=True),
        "C": Indicator("C", asks, calm, CALM, changeable=True),
    }


CALLING = program(
    "talk",
    Call("safe", "safe", "talk"),
    *verdict("talk.afraid", "talk.calm"),
    ask("right", "confirm", "Right?"),
    End("end", "done"),
    indicators=tables("talk.afraid", "talk.calm"),
)
INNER = program(
    "inner",
    *verdict("fear", "ease"),
    ask("right", "confirm", "Right?"),
    End("end", "done"),
    takes=("fear", "ease"),
    indicators=tables("fear", "ease"),
)
HANDING = program(
    "talk",
    *SAFE.code[:2],
    Call("inner", "inner", "there", hands=(("fear", "afraid"), ("ease", "calm"))),
    End("end", "done"),
)


def would_change(live):
    shown = {one.what: one.rows for one in live.turn.effects if isinstance(one, ShowThing)}
    return shown.get("what would change this", ())


@pytest.mark.parametrize("talk", [CALLING, HANDING])
def test_a_gate_is_never_varied_whatever_it_is_called(rules, talk):
    """Given back by a call or handed into one, it stays a question about safety."""
    live = Talk(make_library(rules, talk, SAFE, INNER), ("yes",), ("no",))
    assert (("?", "Is it calm now?"),) == would_change(live)


def test_an_indicator_without_a_sentence_is_varied_and_not_shown(rules):
    """What has no words is not put on the page as an empty line."""
    silent = program("talk", *CALLING.code, indicators=tables("talk.afraid", "talk.calm", ""))
    live = Talk(make_library(rules, silent, SAFE), ("yes",), ("no",))
    assert () == would_change(live)


def test_the_gates_of_a_dialog_are_named_as_it_reads_them(rules):
    """Its own by their names, those of a call behind a dot, and only what the call gives."""
    library = make_library(rules, CALLING, SAFE)
    assert {"talk.afraid"} == gates_of(library, library.plan("talk"))
    assert {"afraid"} == gates_of(library, library.plan("safe"))


TOOL = program(
    "tools/mirror", ask("line", "write", "What do you want to say?"), End("end", "read"),
    contact=True,
)  # fmt: skip
AFRAID = ask(
    "fear", "choose", "Were you afraid?", gate=True,
    options=(Option("no", "No"), Option("once", "Once", signal=SignalMark("R5", "amber"))),
)  # fmt: skip


def calling(*steps):
    call = Call("mirror", "tools/mirror", "mirror")
    return program("talk", *steps, call, ask("more", "confirm", "More?"), End("end", "done"))


def after(rules, talk, *moves):
    live = Talk(make_library(rules, talk, TOOL, SAFE), *moves)
    said = [one.text for one in live.turn.effects if isinstance(one, SayText)]
    return live.view.open.question.name, said, live


def test_a_tool_for_contact_opens_behind_the_gates(rules):
    """With every question about safety answered and nothing that bars."""
    assert ("line", []) == after(rules, calling(AFRAID), ("no",))[:2]


@pytest.mark.parametrize("move", ["/skip", ("once",)])
def test_a_tool_for_contact_stays_shut_otherwise(rules, move):
    """A plain sentence, and the talk goes on as if it had been left."""
    asked, said, live = after(rules, calling(AFRAID), move)
    assert ("more", ["contact-shut"]) == (asked, said)
    frame = live.view.stack[0].frames[-1]
    assert frame.answers["mirror"] is None
    assert "tools/mirror" not in live.view.stack[0].visited


def test_a_dialog_without_a_gate_never_opens_it(rules):
    """Whoever did not ask cannot know."""
    assert ("more", ["contact-shut"]) == after(rules, calling(ask("mood", "rate")), "5")[:2]


@pytest.mark.parametrize(("move", "shut"), [("/skip", True), (("no",), False)])
def test_a_gate_left_open_anywhere_in_the_talk_shuts_it(rules, move, shut):
    """A dialog on the way with a small question of its own does not stand in for the others."""
    small = ask("small", "choose", "Is it a good time?", gate=True, options=options("yes"))
    between = replace(calling(small), dialog="between")
    main = program("talk", AFRAID, Call("go", "between", "go"), End("end", "done"))
    live = Talk(make_library(rules, main, between, TOOL), move, ("yes",))

    assert ("more" if shut else "line") == live.view.open.question.name


def test_a_talk_does_not_begin_with_it(rules):
    """Not even where it is named as the start."""
    library = make_library(rules, TOOL)
    turn = step(library, None, Begin("tools/mirror", 1, 1.0))
    assert () == turn.session.entries
    assert ["contact-shut"] == [one.text for one in turn.effects if isinstance(one, SayText)]


def test_danger_of_an_earlier_talk_stands_while_a_gate_is_still_to_come():
    """One clear answer does not lift it; all that the dialogs under way have to ask is asked first."""
    inner = program("inner", Conclude("v", (Row("fine", None),), "v"), End("end", "x"))
    outer = program(
        "outer",
        ask("fear", "choose", "Were you afraid?", gate=True, options=options("never", "often")),
        Call("call", "inner", "m"),
        ask("order", "choose", "Is there an order?", gate=True, options=options("no", "yes")),
        Call("again", "inner", "n"),
        ask("more", "write", "What else?"),
        End("end", "done"),
    )  # fmt: skip
    library = make_library(None, outer, inner)
    session = step(library, None, Begin("outer", 7, 1.0, facts={DANGER: "yes"})).session
    levels = []
    for at, answer in enumerate(("never", "no"), start=2):
        session = step(library, session, Picked((answer,), float(at))).session
        levels.append([level for _, level in session.view.stack[0].signals])

    assert [["amber"], []] == levels
