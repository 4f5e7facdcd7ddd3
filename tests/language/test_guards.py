"""Guards as authors write them, the nodes they become, and what is said about mistakes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue import expressions as e
from bot.language.diagnostics import Report, Source
from bot.language.guards import GuardReader
from bot.language.kinds import Word
from bot.language.names import Names
from bot.language.types import Answer, Type

ANSWERS = {
    one.name: one
    for one in (
        Answer("mood", Type("one", ("good", "bad-day", "no")), "choose", 4),
        Answer("kept", Type("many", ("money", "work")), "pick", 5),
        Answer("before", Type("number"), "rate", 6, low=0, high=10),
        Answer("after", Type("number"), "rate", 7, low=0, high=10),
        Answer("ended", Type("date"), "date", 8),
        Answer("story", Type("text", ("sad", "angry")), "write", 9),
        Answer("note", Type("text"), "write", 10),
        Answer("reasons", Type("list"), "list", 11),
        Answer("blame", Type("one", ("me", "them")), "choose", 12, loop="reason"),
        Answer("tip.verdict", Type("one", ("yes", "no")), "call", 13),
    )
}


def read(text, *, promise=False, inside=frozenset(), facts=None):
    report = Report(Source("a.yaml", text))
    facts = {name: Word(fact) for name, fact in (facts or {}).items()}
    names = Names(ANSWERS, facts, ("M1", "H5"), {"advice/pause", "tools/x"}, ("done", "left"))
    word = Word(text, report.source.span(0, len(text)), 0, len(text))
    guard = GuardReader(names, report).read(word, promise=promise, inside=inside)
    return guard, report.found


A, B, C = e.Is("mood", "good"), e.Has("kept", "work"), e.Answered("note")
READINGS = [
    ("mood == good", A),
    ("mood != good", e.Not(A)),
    ("mood == bad-day", e.Is("mood", "bad-day")),
    ("mood == no", e.Is("mood", "no")),
    ("mood in [good, bad-day]", e.IsIn("mood", ("good", "bad-day"))),
    ("kept has work", B),
    ("story has sad", e.Has("story", "sad")),
    ("after < before", e.Compare(e.NumberOf("after"), "<", e.NumberOf("before"))),
    ("before >= 3", e.Compare(e.NumberOf("before"), ">=", e.Number(3))),
    ("before != 3", e.Not(e.Compare(e.NumberOf("before"), "==", e.Number(3)))),
    ("3 < before", e.Compare(e.Number(3), "<", e.NumberOf("before"))),
    ("count(reasons) >= 2", e.Compare(e.CountOf("reasons"), ">=", e.Number(2))),
    ("days_since(ended) < 7", e.Compare(e.DaysSince("ended"), "<", e.Number(7))),
    ("answered(note)", C),
    ("unknown(note)", e.Unknown("note")),
    ("unknown(M1)", e.IndicatorUnknown("M1")),
    ("sure(mood == good)", e.Sure(A)),
    ("not sure(mood == good)", e.Not(e.Sure(A))),
    ("sure(mood == good and not kept has work)", e.And((e.Sure(A), e.Sure(e.Not(B))))),
    ("visited(advice/pause)", e.Visited("advice/pause")),
    ("signal(red-now)", e.SignalAt("red-now")),
    ("for(M1)", e.Side("M1", "for")),
    ("against(H5)", e.Side("H5", "against")),
    ("at least 1 of [M1, H5] for", e.AtLeast(1, ("M1", "H5"), "for")),
    ("at least 2 of [M1, H5] known", e.AtLeast(2, ("M1", "H5"), "known")),
    ("any(blame: blame == me)", e.AnyItem("blame", e.Is("blame", "me"))),
    ("all(kept: kept == work)", e.AllItems("kept", e.Is("kept", "work"))),
    ("tip.verdict == yes", e.Is("tip.verdict", "yes")),
    ("mood == good or kept has work and answered(note)", e.Or((A, e.And((B, C))))),
    ("(mood == good or kept has work) and answered(note)", e.And((e.Or((A, B)), C))),
    ("not mood == good and kept has work", e.And((e.Not(A), B))),
    ("not (mood == good and kept has work)", e.Not(e.And((A, B)))),
    ("not not mood == good", e.Not(e.Not(A))),
    ("mood == good\n  and kept has work", e.And((A, B))),
]


@pytest.mark.parametrize(("text", "guard"), READINGS)
def test_a_guard_is_read_as_written(text, guard):
    """`not` binds before `and`, and `and` before `or`; words behind `==` are members."""
    assert (guard, []) == read(text)


MISTAKES = [
    ("moood == good", "D201", 1, 6, "did you mean `mood` (choose, line 4)?"),
    ("mood == godo", "D204", 9, 13, "did you mean `good`?"),
    ("mood in [good, bad-dya]", "D204", 16, 23, "did you mean `bad-day`?"),
    ("kept has wrok", "D204", 10, 14, "did you mean `work`?"),
    ("mood = good", "D301", 6, 7, "write `==` to compare"),
    ("mood == good && answered(note)", "D301", 14, 16, "write `and`"),
    ("mood == good answered(note)", "D301", 14, 22, ""),
    ("(mood == good", "D301", 14, 15, ""),
    ("mood == 'good'", "D301", 9, 10, "write it without quotation marks"),
    ("", "D301", 1, 2, ""),
    ("mood", "D205", 1, 5, "compare it, as in `mood == …`, or ask `answered(mood)`"),
    ("low", "D205", 1, 4, ""),
    ("kept == work", "D302", 6, 8, "write `… has …`, or `count(…) >= 2`"),
    ("mood has good", "D302", 6, 9, "write `mood == …`"),
    ("mood > 3", "D302", 6, 7, "compare it with `==`, `!=` or `in [ ]`"),
    ("ended < 7", "D302", 7, 8, "write `days_since(…) < 7`"),
    ("note has sad", "D302", 6, 9, "free text steers only by `has`, with the classes of its `recognise:`"),
    ("before > mood", "D302", 10, 14, "compare it with `==`, `!=` or `in [ ]`"),
    ("blame == me", "D302", 1, 6, "ask `any(blame: …)` or `all(blame: …)`"),
    ("before > 10", "D306", 1, 12, "`before` goes from 0 to 10"),
    ("at least 3 of [M1, H5] for", "D306", 1, 11, "only 2 are named"),
    ("sure(mood == godo)", "D204", 14, 18, "did you mean `good`?"),
    ("sure mood == good", "D301", 6, 10, "put it in brackets: `(mood)`"),
    ("visited(advice/puase)", "D203", 9, 21, "did you mean `advice/pause`?"),
    ("signal(read)", "D115", 8, 12, "did you mean `red`?"),
    ("for(M2)", "D206", 5, 7, "there is `M1`, `H5`"),
    ("ends done", "D305", 1, 5, "it holds at a single step; under `never:` or `always:` it has a meaning"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "start", "end", "help_"), MISTAKES)
def test_a_mistake_is_told_with_its_place_inside_the_guard(text, code, start, end, help_):
    """The columns are those of the wrong word, and the help says what was probably meant."""
    _, found = read(text) if text else read(" ")

    assert (code, start, end, help_) == (
        found[0].code, found[0].span.column, found[0].span.end_column, found[0].help,
    )  # fmt: skip


def test_all_mistakes_of_a_guard_are_told_at_once():
    """Names that are wrong do not hide each other."""
    _, found = read("moood == good and kept has wrok or signal(read)")

    assert ["D201", "D204", "D115"] == [one.code for one in found]


def test_a_fact_stands_for_its_guard():
    """A bare name is replaced by what the fact says."""
    guard, found = read("low and answered(note)", facts={"low": "not mood == good"})

    assert (e.And((e.Not(A), C)), []) == (guard, found)


def test_an_answer_of_each_item_may_be_read_inside_its_loop():
    """Inside the `for each` the name is that of the item at hand."""
    assert (e.Is("blame", "me"), []) == read("blame == me", inside=frozenset({"reason"}))


def test_a_promise_may_speak_of_ends():
    """`ends` and `enters` hold at a step, which only promises look at."""
    guard, found = read("ends done and not enters tools/x", promise=True)

    assert (e.And((e.Ends("done"), e.Not(e.Enters("tools/x")))), []) == (guard, found)


PIECES = ["mood", "==", "good", "and", "or", "not", "(", ")", "kept", "has", "work", "in", "[", "]", ",",
          "count", "7", "<", "any", ":", "at", "least", "of", "for", "=", "&&", "é", "-", "signal", "red"]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_any_words_are_read_or_explained(text):
    """Whatever stands behind `if:`, there is a guard, or something to say inside its bounds."""
    guard, found = read(text or "x")

    assert found or guard != e.UNKNOWN
    assert all(1 <= one.span.column <= len(text or "x") + 1 for one in found)
