"""Every road of a dialog is walked, and what holds on all of them is told."""

import random

import pytest

from bot.dialogue.expressions import (
    And,
    Answered,
    AnyItem,
    AtLeast,
    Compare,
    CountOf,
    DaysSince,
    Ends,
    Has,
    Is,
    Not,
    Number,
    NumberOf,
    Or,
    SignalAt,
    Unknown,
    Visited,
)
from bot.dialogue.library import Library, Phrases
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
    Promise,
    Question,
    Remember,
    Row,
    Say,
    SignalMark,
    Text,
    Where,
)
from bot.language.explore import explore


def text(words):
    return Text(words, ((words,),))


def at(line):
    return Where("dialogs/a.yaml", line, 5)


def ask(name, kind="choose", line=0, **fields):
    options = (
        tuple(
            one if isinstance(one, Option) else Option(one, one.upper())
            for one in fields.pop("options", "").split()
        )
        if isinstance(fields.get("options", ""), str)
        else fields.pop("options")
    )
    question = Question(name, kind, text(f"{name}?"), options, where=at(line), **fields)
    return Ask(name, question, at(line))


def say(words, line=0):
    return Say(words, text(words), where=at(line))


def program(*code, dialog="a", promises=(), **fields):
    types = {
        one.question.name: "text:sad,angry" if one.question.kind == "write" else ""
        for one in code
        if isinstance(one, Ask)
    }
    types |= fields.pop("types", {})
    return Program(
        dialog, dialog, "", code, types, ("start",) * len(code), promises=promises, **fields
    )


def library(*programs, paths=None):
    by_name = {one.dialog: one for one in programs}
    return Library(by_name, Phrases({}), None, HelpLines((), ()), paths or {})


def explored(*programs, **fields):
    return explore(library(*programs), programs[0].dialog, **fields)


def codes(found):
    return [one.code for one in found.diagnostics()]


YES = ask("yes", options="y n", line=3)
CLEAN = (
    YES,
    Branch("if", Is("yes", "y"), 4, at(4)),
    say("good", 5),
    End("e", "good"),
    End("f", "bad"),
)


def test_a_clean_dialog_has_nothing_to_tell():
    """Two roads, two ends, no mistake."""
    found = explored(program(*CLEAN))
    assert () == found.diagnostics()
    assert found.complete
    assert {"good", "bad"} == found.outcomes
    assert (1, 1) == (found.shortest, found.longest)


def test_a_step_behind_a_guard_that_is_never_true_is_unreachable():
    """The guard that shuts the step is named by its line."""
    found = explored(
        program(
            YES,
            Branch("if", And((Is("yes", "y"), Is("yes", "n"))), 3, at(4)),
            say("both", 5),
            End("e", "done"),
        )
    )
    [one] = found.diagnostics()
    assert ("D411", 5) == (one.code, one.span.line)
    assert "line 4 is never true" in one.help


def test_a_guard_that_is_always_true_is_told():
    """A condition that no answer can change says nothing."""
    found = explored(
        program(
            YES,
            Branch("if", Or((Answered("yes"), Unknown("yes"))), 3, at(4)),
            say("always", 5),
            End("e", "done"),
        )
    )
    [one] = found.diagnostics()
    assert ("D412", 4) == (one.code, one.span.line)
    assert "always true" in one.message


def test_an_outcome_that_an_earlier_row_takes_away_is_told():
    """A row that never wins is an outcome nobody gets."""
    rows = (
        Row("first", Or((Answered("yes"), Unknown("yes")))),
        Row("second", Is("yes", "y"), where=at(7)),
        Row("rest", None, where=at(8)),
    )
    found = explored(program(YES, Conclude("c", rows, "verdict", at(5)), End("e", "done")))
    assert [("D413", 7), ("D413", 8)] == [(one.code, one.span.line) for one in found.diagnostics()]


def test_a_talk_that_can_never_end_is_told():
    """After one answer the talk goes round for ever."""
    found = explored(
        program(
            YES,
            Branch("if", Is("yes", "y"), 4, at(4)),
            ask("round", "confirm", line=6),
            Jump(2),
            End("e", "done"),
        )
    )
    [one] = [one for one in found.diagnostics() if one.code == "D414"]
    assert 6 == one.span.line
    assert ("Bot: yes? [Y / N]", "You: Y", "Bot: round?") == found.stuck[0].talk
    assert "You: Y" in one.help
    assert found.longest is None


def test_code_that_is_run_off_is_told():
    """A road without an end stops in the middle."""
    found = explored(
        program(YES, Branch("if", Is("yes", "y"), 3, at(4)), End("e", "done"), say("and", 6))
    )
    assert ["D414"] == codes(found)


def test_a_search_that_meets_its_budget_says_so():
    """Nothing is told as proved when there were more states."""
    names = [f"q{number}" for number in range(10)]
    found = explored(
        program(
            *(ask(name, options="y n") for name in names),
            *(Branch(name, Is(name, "y"), 10 + place + 1) for place, name in enumerate(names)),
            End("e", "done"),
        ),
        budget=20,
    )
    assert not found.complete
    assert ["D415"] == codes(found)


def test_a_broken_promise_comes_with_the_shortest_conversation():
    """Of all talks that break it, the one with the fewest questions is written down."""
    found = explored(
        program(
            ask("mood", options="bad fine", line=2),
            Branch("if", Is("mood", "fine"), 3),
            ask("more", options="y n"),
            ask("afraid", "confirm"),
            ask("both", options="y n", line=8),
            Branch("if", Is("both", "y"), 7),
            End("e", "hope", where=at(9)),
            End("e2", "other"),
            promises=(
                Promise(
                    "no hope unasked", And((Ends("hope"), Not(Answered("afraid")))), True, at(20)
                ),
            ),
        )
    )
    [one] = found.diagnostics()
    assert ("D611", 20) == (one.code, one.span.line)
    assert (
        "Bot: mood? [BAD / FINE]",
        "You: BAD",
        "Bot: afraid?",
        "You: (skips it)",
        "Bot: both? [Y / N]",
        "You: Y",
        "(ends: hope)",
    ) == found.broken[0].talk
    assert all(line in one.help for line in found.broken[0].talk)


def test_always_breaks_where_its_guard_is_unknown():
    """An unknown answer keeps no promise that must hold."""
    promise = Promise("never unsaid", Or((Not(Ends("good")), Is("yes", "y"))), False, at(9))
    found = explored(program(YES, End("e", "good"), promises=(promise,)))
    assert ("Bot: yes? [Y / N]", "You: N", "(ends: good)") == found.broken[0].talk


def test_a_promise_that_holds_on_every_road_is_quiet():
    """The call is made on each road that reaches the end."""
    kept = Promise("seen first", And((Ends("done"), Not(Visited("b")))), True)
    found = explored(
        program(YES, Call("c", "b"), End("e", "done"), promises=(kept,)),
        program(ask("in", options="p q"), End("e", "back"), dialog="b"),
    )
    assert () == found.broken
    assert 2 == found.states


def test_free_text_may_raise_a_signal_that_is_read_later():
    """A guard on a signal is open as soon as somebody may write freely."""
    found = explored(
        program(
            ask("story", "write"),
            Branch("if", SignalAt("red"), 3, at(4)),
            End("e", "safe"),
            End("f", "calm"),
            promises=(Promise("calm only without", And((Ends("calm"), SignalAt("amber"))), True),),
        )
    )
    assert {"safe", "calm"} == found.outcomes
    assert "amber signal" in " ".join(found.broken[0].talk)


def test_an_option_raises_its_signal_before_the_guard_behind_it():
    """A closed answer carries a signal as words do."""
    options = (Option("often", "Often", signal=SignalMark("R5", "red")), Option("never", "Never"))
    found = explored(
        program(
            ask("afraid", options=options),
            Branch("if", Or((Not(Is("afraid", "often")), SignalAt("red"))), 3, at(4)),
            End("e", "done"),
            End("f", "lost-signal"),
            promises=(
                Promise("red is heard", And((Is("afraid", "often"), Not(SignalAt("red")))), True),
            ),
        )
    )
    assert () == found.broken


def test_a_date_may_lie_across_the_limit_of_a_guard():
    """This week is neither surely before the fifth day nor surely after it."""
    early = Compare(DaysSince("ended"), "<", Number(5))
    late = Compare(DaysSince("ended"), ">=", Number(5))
    found = explored(
        program(
            ask("ended", "date"),
            Branch("a", early, 3),
            End("e", "early"),
            Branch("b", late, 5),
            End("f", "late"),
            Branch("c", Answered("ended"), 7),
            End("g", "across"),
            End("h", "unknown"),
        )
    )
    assert {"early", "late", "across", "unknown"} == found.outcomes


def test_days_pass_between_two_questions():
    """What was fresh when it was told may be old when it counts."""
    fresh = Compare(DaysSince("ended"), "<", Number(5))
    found = explored(
        program(
            ask("ended", "date"),
            Branch("a", fresh, 5),
            ask("more", options="y n"),
            Branch("b", fresh, 5),
            End("e", "still-fresh"),
            End("f", "later"),
            promises=(Promise("time stands still", And((Ends("later"), Answered("more"))), True),),
        )
    )
    assert "days later" in " ".join(found.broken[0].talk)


def test_numbers_are_split_where_guards_split_them():
    """Eleven marks of a scale are three classes and unknown."""
    found = explored(
        program(
            ask("before", "rate"),
            ask("more", options="y n"),
            Branch("a", Compare(NumberOf("before"), ">", Number(7)), 4),
            End("e", "high"),
            Branch("b", Compare(NumberOf("before"), "==", Number(7)), 6),
            End("f", "seven"),
            End("g", "low"),
        )
    )
    assert () == found.diagnostics()
    assert 4 == found.states


def test_two_answers_can_be_held_against_each_other():
    """Lower, the same and higher are all walked."""
    before, after = NumberOf("before"), NumberOf("after")
    found = explored(
        program(
            ask("before", "rate"),
            ask("after", "rate"),
            Branch("a", Compare(after, "<", before), 4),
            End("e", "lighter"),
            Branch("b", Compare(after, "==", before), 6),
            End("f", "same"),
            Branch("c", Compare(after, ">", before), 8),
            End("g", "heavier"),
            End("h", "unknown"),
        )
    )
    assert () == found.diagnostics()


def test_a_question_that_is_asked_again_forgets_its_older_answer():
    """Going round with a new answer reaches the end that the first one shut."""
    found = explored(program(YES, Branch("a", Is("yes", "y"), 0), End("e", "done")))
    assert () == found.diagnostics()
    assert 1 == found.states


def test_items_of_a_list_are_asked_about_one_by_one():
    """None, one and several items, each with its own answer."""
    mine = Is("blame", "me")
    found = explored(
        program(
            ask("reasons", "list", most=3),
            ForEach("each", "reason", "reasons", 4),
            ask("blame", options="me them"),
            Next(1),
            Branch("a", AnyItem("blame", mine), 6),
            End("e", "some-me"),
            Branch("b", Compare(CountOf("reasons"), "==", Number(0)), 8),
            End("f", "none"),
            End("g", "rest"),
        )
    )
    assert () == found.diagnostics()


def test_picked_sets_are_told_apart_by_what_guards_name():
    """A guard on two members at once is reached by picking both."""
    found = explored(
        program(
            ask("kept", "pick", options="kids money work nothing", alone="nothing"),
            Branch("a", And((Has("kept", "kids"), Has("kept", "money"))), 3),
            End("e", "both"),
            Branch("b", And((Has("kept", "nothing"), Has("kept", "work"))), 5, at(7)),
            say("x", 8),
            End("f", "rest"),
        )
    )
    assert ["D411"] == codes(found)


def test_two_classes_of_words_are_heard_together():
    """Somebody who writes two things is heard with both."""
    found = explored(
        program(
            ask("story", "write"),
            Branch("a", And((Has("story", "sad"), Has("story", "angry"))), 3),
            End("e", "both"),
            End("f", "rest"),
        )
    )
    assert () == found.diagnostics()


def test_a_person_fact_may_be_anything_at_first():
    """What is recalled from another talk is one of its members, or unknown."""
    found = explored(
        program(
            Branch("a", Is("city", "x"), 2),
            End("e", "x"),
            Branch("b", Unknown("city"), 4),
            End("f", "unknown"),
            End("g", "y"),
            recalls=("city",),
            types={"city": "one:x,y"},
        )
    )
    assert () == found.diagnostics()


def test_what_is_remembered_before_saving_is_asked_opens_the_saving_dialog():
    """The same machine as in a talk asks whether to keep it."""
    found = explored(
        program(YES, Remember("r", "liked", "yes"), End("e", "done")),
        program(ask("keep", "confirm"), End("s", "yes"), dialog="home/saving"),
    )
    assert (2, 2) == (found.shortest, found.longest)


def test_what_a_callee_gives_decides_in_the_caller():
    """An outcome and a given answer cross the call, and nothing else."""
    found = explored(
        program(
            Call("c", "b", "talk"),
            Branch("x", Is("talk", "warm"), 3),
            End("e", "warm"),
            Branch("y", Is("talk.deep", "p"), 5),
            End("f", "deep"),
            End("g", "rest"),
            types={"talk": "one:warm,cold", "talk.deep": "one:p,q"},
        ),
        program(
            ask("deep", options="p q"),
            ask("warm", options="y n"),
            Branch("i", Is("warm", "y"), 4),
            End("w", "warm"),
            End("k", "cold"),
            dialog="b",
            gives=("deep",),
        ),
    )
    assert () == found.diagnostics()


def test_at_least_four_of_ten_indicators_stay_few_states():
    """Counting what agrees is enough; which ones agreed is forgotten."""
    names = [f"q{number}" for number in range(10)]
    tables = {
        f"I{number}": Indicator(
            f"I{number}", name, name, {"a": ("for", ""), "b": ("against", ""), "c": ("mixed", "")}
        )
        for number, name in enumerate(names)
    }
    many = AtLeast(4, tuple(tables), "for")
    found = explored(
        program(
            *(ask(name, options="a b c") for name in names),
            Branch("x", many, 12),
            End("e", "many"),
            Branch("y", Not(many), 14),
            End("f", "few"),
            End("g", "open"),
            indicators=tables,
        )
    )
    assert () == found.diagnostics()
    assert found.states < 300


def test_a_guard_half_settled_is_not_settled_where_a_question_comes_again():
    """What the older answer made false may come true with a new one, so the rest still counts."""
    found = explored(
        program(
            ask("where", options="p q"),
            ask("who", options="r s"),
            Branch("a", And((Is("who", "s"), Is("where", "q"))), 4),
            End("e", "both"),
            ask("again", options="same new no"),
            Branch("b", Is("again", "same"), 7),
            Jump(2),
            Branch("c", Is("again", "new"), 9),
            Jump(1),
            End("f", "left"),
            promises=(Promise("at once or never", And((Ends("both"), Answered("again"))), True),),
        )
    )
    talk = found.broken[0].talk
    assert ["You: Q", "You: NEW", "You: S"] == [talk[1], talk[5], talk[7]]


def test_an_indicator_that_stays_unknown_is_not_one_that_disagrees():
    """One for, one unknown, one against: whether two agree is unknown, not false."""
    names = ("q1", "q2", "q3")
    weights = {"a": ("for", ""), "b": ("against", "")}
    tables = {name.upper(): Indicator(name.upper(), name, name, weights) for name in names}
    two = AtLeast(2, tuple(tables), "for")
    found = explored(
        program(
            *(ask(name, options="a b") for name in names),
            Branch("x", two, 5),
            End("e", "two"),
            Branch("y", Not(two), 7),
            End("f", "fewer"),
            End("g", "open"),
            indicators=tables,
            promises=(Promise("open against", And((Ends("open"), Is("q3", "b"))), True),),
        )
    )
    assert 1 == len(found.broken)


def generated(steps, seed, look_back):
    chance = random.Random(seed)
    code, names = [], []
    for number in range(steps):
        line = number + 10
        if names and chance.random() < 0.35:
            name = chance.choice(names[-look_back:])
            code.append(Branch(f"b{number}", Is(name, "o1"), len(code) + 2, at(line)))
            code.append(ask(f"q{number}", options="o1 o2 o3", line=line))
        else:
            code.append(ask(f"q{number}", options="o1 o2 o3", line=line))
        names.append(f"q{number}")
    return program(*code, End("e", "done"))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_dialog_of_three_hundred_steps_is_walked_whole(seed):
    """More roads than atoms, and still few states."""
    found = explored(generated(300, seed, look_back=4))
    assert found.complete
    assert [] == codes(found)
    assert found.states < 20_000
