"""What guards are worth: truth tables, spans of days, items, and what is left of a guard."""

from __future__ import annotations

import pytest

from bot.dialogue.expressions import (
    FALSE,
    TRUE,
    UNKNOWN,
    AllItems,
    And,
    Answered,
    AnyItem,
    AtLeast,
    Compare,
    Const,
    CountOf,
    Dated,
    DaysSince,
    Ends,
    Has,
    IndicatorUnknown,
    Is,
    IsIn,
    Loop,
    Not,
    Number,
    NumberOf,
    Or,
    Scope,
    Side,
    SignalAt,
    Sure,
    Unknown,
    Visited,
    reads_of,
    sure,
)
from bot.dialogue.program import Indicator
from bot.dialogue.session import Interval, Item, Words

T, F, U = True, False, None
DAY = 86_400.0


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [(T, T, T, T), (T, F, F, T), (F, T, F, T), (F, F, F, F), (T, U, U, T), (U, T, U, T),
     (F, U, F, U), (U, F, F, U), (U, U, U, U)],
)  # fmt: skip
def test_and_or_are_kleenes(a, b, both, either):
    """Unknown joins as the table in the manual says, whatever comes first."""
    assert both is And((Const(a), Const(b))).value(Scope({}))
    assert either is Or((Const(a), Const(b))).value(Scope({}))


@pytest.mark.parametrize(("of", "value"), [(T, F), (F, T), (U, U)])
def test_not(of, value):
    """Not turns true and false round, and leaves unknown alone."""
    assert value is Not(Const(of)).value(Scope({}))


@pytest.mark.parametrize(("of", "value"), [(T, T), (F, F), (U, F)])
def test_sure(of, value):
    """Sure takes unknown for false, and is never unknown itself."""
    assert value is Sure(Const(of)).value(Scope({}))


@pytest.mark.parametrize("a", [T, F, U])
@pytest.mark.parametrize("b", [T, F, U])
def test_sure_of_a_whole_is_sure_of_its_parts(a, b):
    """However a guard is put together, `sure` of it is true exactly where it is true."""
    parts = (Const(a), Const(b))
    for whole in (And(parts), Or(parts), Not(And(parts)), Not(Or(parts)), Not(Not(Const(a)))):
        assert (whole.value(Scope({})) is True) is sure(whole).value(Scope({}))
        assert sure(whole) == sure(sure(whole))


def test_what_is_left_of_sure():
    """Once its answer is known it is settled; before that it stays as it is."""
    guard = sure(Or((Is("x", "y"), Is("none", "q"))))
    assert Sure(Is("x", "y")) == guard.residual(Scope({"none": None}))
    assert FALSE == sure(Is("none", "q")).residual(Scope({"none": None}))
    assert TRUE == Not(sure(Is("none", "q"))).residual(Scope({"none": None}))


PICKED = {
    "one": "a", "none": None, "many": ("a", "b"), "n": 4, "words": Words("hm", ("sad", "tired")),
    "own": Words("my way", ("other",)), "list": (Item("1", "x"), Item("2", "y")),
    "ended": Dated(Interval(0, 6), 0.0),
}  # fmt: skip


@pytest.mark.parametrize(
    ("guard", "value"),
    [
        (Answered("one"), T), (Answered("none"), F), (Answered("unasked"), F),
        (Unknown("one"), F), (Unknown("none"), T), (Unknown("unasked"), T),
        (Is("one", "a"), T), (Is("one", "b"), F), (Is("none", "a"), U), (Is("unasked", "a"), U),
        (Is("own", "other"), T),
        (IsIn("one", ("b", "a")), T), (IsIn("one", ("b",)), F), (IsIn("none", ("b",)), U),
        (Has("many", "b"), T), (Has("many", "c"), F), (Has("none", "c"), U),
        (Has("words", "sad"), T), (Has("words", "glad"), F),
        (Compare(NumberOf("n"), "<", Number(5)), T), (Compare(NumberOf("n"), ">=", Number(5)), F),
        (Compare(NumberOf("n"), "==", Number(4)), T), (Compare(NumberOf("n"), ">", Number(4)), F),
        (Compare(NumberOf("n"), "<=", Number(4)), T),
        (Compare(NumberOf("none"), "<", Number(5)), U),
        (Compare(NumberOf("n"), "<", NumberOf("unasked")), U),
        (Compare(CountOf("many"), "==", Number(2)), T),
        (Compare(CountOf("list"), ">", Number(2)), F), (Compare(CountOf("none"), ">", Number(0)), U),
        (Visited("d"), T), (Visited("e"), F), (SignalAt("amber"), T), (SignalAt("red"), F),
        (Ends("x"), F),
    ],
)  # fmt: skip
def test_tests_of_one_answer(guard, value):
    """Each test is worth what the manual says, for known, unknown and unasked answers."""
    scope = Scope(PICKED, levels=frozenset({"amber"}), visited=frozenset({"d"}))
    assert value is guard.value(scope)


@pytest.mark.parametrize(
    ("days", "op", "limit", "value"),
    [((0, 6), "<", 7, T), ((5, 9), "<", 7, U), ((8, 30), "<", 7, F), ((7, 7), "<", 7, F),
     ((7, 7), "<=", 7, T), ((8, 9), ">", 7, T), ((3, 9), "==", 5, U), ((3, 4), "==", 5, F)],
)  # fmt: skip
def test_days_are_spans(days, op, limit, value):
    """A date is known as far as its span allows."""
    scope = Scope({"ended": Dated(Interval(*days), 0.0)})
    assert value is Compare(DaysSince("ended"), op, Number(limit)).value(scope)


def test_days_go_on():
    """What was this week is past it ten days later."""
    guard = Compare(DaysSince("ended"), "<", Number(7))
    assert guard.value(Scope(PICKED, at=0.0)) is True
    assert guard.value(Scope(PICKED, at=3 * DAY)) is None
    assert guard.value(Scope(PICKED, at=10 * DAY)) is False


@pytest.mark.parametrize(
    ("values", "any_", "all_", "count"),
    [({"1": "me", "2": "me"}, T, T, 2), ({"1": "me", "2": "you"}, T, F, 2),
     ({"1": "you", "2": None}, U, F, 1), ({"1": "me"}, T, U, None), ({"1": "you"}, U, F, None)],
)  # fmt: skip
def test_items(values, any_, all_, count):
    """Any and all look at each item; an item still to come keeps the answer open."""
    scope = Scope({}, loops={"blame": Loop(("1", "2"), values)})
    assert any_ is AnyItem("blame", Is("blame", "me")).value(scope)
    assert all_ is AllItems("blame", Is("blame", "me")).value(scope)
    known = Compare(CountOf("blame"), "==", Number(count or 9)).value(scope)
    assert known is (True if count else False if len(values) == 2 else known)


WEIGHTS = {"yes": ("for", "It is."), "no": ("against", "It is not.")}
TABLES = {name: Indicator(name, name, name.lower(), WEIGHTS) for name in ("A", "B", "C")}


def sides(**answers):
    return Scope(answers, indicators=TABLES)


@pytest.mark.parametrize(
    ("answers", "for_", "known"),
    [({}, U, F), ({"a": "yes"}, U, F), ({"a": "yes", "b": "yes"}, T, T),
     ({"a": "no", "b": "no"}, F, T), ({"a": "no", "b": None}, U, F),
     ({"a": "no", "b": None, "c": None}, U, F), ({"a": "maybe", "b": "no", "c": None}, F, T)],
)  # fmt: skip
def test_at_least_two(answers, for_, known):
    """How many are for stays open while unknown ones could tip it; how many are known does not."""
    names = ("A", "B", "C")
    assert for_ is AtLeast(2, names, "for").value(sides(**answers))
    assert known is AtLeast(2, names, "known").value(sides(**answers))


def test_sides_of_an_indicator():
    """Options that no side lists are mixed, and no answer is unknown."""
    assert Side("A", "for").value(sides(a="yes")) is True
    assert Side("A", "mixed").value(sides(a="maybe")) is True
    assert Side("A", "for").value(sides()) is None
    assert IndicatorUnknown("A").value(sides()) is True


def test_what_is_left_of_a_guard():
    """Known answers are put in, unasked ones stay, and what is decided is decided."""
    guard = And((Is("one", "a"), Or((Is("x", "y"), Is("none", "q"))), Not(Visited("e"))))
    left = guard.residual(Scope(PICKED))
    assert And((Or((Is("x", "y"), UNKNOWN)), Not(Visited("e")))) == left
    assert guard.residual(Scope({"one": "b"})) == FALSE
    assert Or((Is("one", "a"), Is("x", "y"))).residual(Scope(PICKED)) == TRUE


def test_a_date_stays_in_what_is_left():
    """A known date can still change a guard, because time goes on."""
    guard = Compare(DaysSince("ended"), "<", Number(7))
    assert guard == guard.residual(Scope(PICKED))
    assert guard.residual(Scope({"ended": None})) == UNKNOWN


def test_what_decided():
    """One false part explains a false whole; a true whole is explained by all its parts."""
    guard = And((Is("one", "b"), Is("n", "x")))
    assert guard.deciding(Scope(PICKED)) == ("one",)
    assert Not(Or((Is("one", "b"), Is("two", "b")))).deciding(Scope({"one": "a", "two": "a"})) == (
        "one",
        "two",
    )


def test_what_a_guard_reads():
    """Names, signals, visits and indicators are told apart."""
    guards = (Is("x", "y"), SignalAt("red"), Visited("a/b"), Side("H5", "for"), Ends("o"))
    assert {"x", "signal:red", "visited:a/b", "indicator:H5", "ends"} == reads_of(guards)
