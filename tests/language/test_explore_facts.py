"""Person facts on every road: recalled as anything, kept on the way, and read after it."""

from __future__ import annotations

import pytest

from bot.dialogue.expressions import Is, Unknown
from bot.dialogue.program import Branch, Call, End, Remember, Remind
from tests.language.test_explore import YES, ask, explored, program

CITY = {"city": "one:x,y"}


def reader(first, **fields):
    """A dialog that does something, then goes by the person fact `city`."""
    return program(
        first, Branch("a", Is("city", "x"), 3), End("e", "x"), Branch("b", Is("city", "y"), 5),
        End("f", "y"), End("g", "unknown"), recalls=("city",), types=CITY, **fields,
    )  # fmt: skip


def keeper(*code):
    """A dialog that asks for a city and keeps it."""
    return program(*code, End("e", "kept"), dialog="b")


def test_a_fact_that_nothing_changes_is_what_it_was_behind_a_call():
    """Every class of it leads to its end, and no state is walked twice for the call's sake."""
    found = explored(reader(Call("c", "b")), keeper(YES))

    assert () == found.diagnostics()
    assert (1, 1) == (found.shortest, found.longest)


@pytest.mark.parametrize(
    "code",
    [
        (ask("town", options="x y", remember="city"),),
        (ask("town", options="x y"), Remember("r", "city", "town")),
    ],
)
def test_a_fact_that_a_callee_keeps_is_read_after_it(code):
    """Whoever comes back knows what was told in between: all three ends are found behind one answer."""
    found = explored(reader(Call("c", "b")), keeper(*code))

    assert () == found.diagnostics()


def test_an_answer_that_is_kept_is_told_apart_by_who_recalls_it():
    """No guard of its own reads it; the dialog that is called next does."""
    asks = program(
        ask("town", options="x y", remember="city"), Call("c", "b", "met"),
        Branch("a", Is("met", "x"), 4), End("e", "x"),
        Branch("b", Is("met", "y"), 6), End("f", "y"), End("g", "open"),
        types={"met": "one:x,y,unknown"},
    )  # fmt: skip
    found = explored(asks, reader(YES, dialog="b"))

    assert () == found.diagnostics()


def test_a_dialog_that_keeps_a_fact_reads_it_at_once():
    """What was told counts from there on, in the dialog that told it as well."""
    found = explored(
        program(
            ask("town", options="x y", remember="city"), Branch("a", Unknown("city"), 3),
            End("e", "open"), Branch("b", Is("city", "x"), 5), End("f", "x"), End("g", "y"),
            recalls=("city",), types=CITY,
        )
    )  # fmt: skip

    assert () == found.diagnostics()


def test_what_is_asked_before_a_reminder_is_on_the_road():
    """First whether to keep it, then the hours, each once for two reminders."""
    remind = Remind("r", "a", 60)
    saving = program(ask("keep", "confirm"), End("s", "yes"), dialog="home/saving")
    hour = program(
        ask("hour", options="h1 h2", remember="hour-now"), End("h", "asked"), dialog="home/hour"
    )
    quiet = program(
        ask("q", options="n d", remember="quiet-hours"), End("q", "asked"), dialog="home/quiet"
    )
    found = explored(program(YES, remind, remind, End("e", "done")), saving, hour, quiet)

    assert (4, 4) == (found.shortest, found.longest)


def test_where_nothing_is_kept_the_hours_are_not_asked():
    """A reminder that can't come needs no hour."""
    saving = program(ask("keep", "confirm"), End("s", "no"), dialog="home/saving")
    hour = program(ask("hour", options="h1 h2"), End("h", "asked"), dialog="home/hour")
    found = explored(program(YES, Remind("r", "a", 60), End("e", "done")), saving, hour)

    assert (2, 2) == (found.shortest, found.longest)
