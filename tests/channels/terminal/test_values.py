"""What stands behind the screen: choosing, scales, waits, words, widths, colours; values, no keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from bot.channels.fitting import WINPTY, fit
from bot.channels.terminal import (
    choosing,
    colours,
    leaving,
    paper,
    scale,
    suggesting,
    timer,
    toolbar,
)
from bot.channels.terminal.choosing import NOWHERE, Choice
from bot.channels.terminal.cover import Cover
from bot.channels.terminal.paper import Paper, Piece
from bot.channels.terminal.scale import Scale
from bot.channels.terminal.signs import DRAWN, TYPED, signs
from bot.channels.terminal.wrapping import fitting_width, wrapped

THREE = Choice((("a", "Alone"), ("b", "With someone"), ("c", "I don't know")))
SEVERAL = Choice((("a", "Sad"), ("b", "Angry"), ("c", "None of these")), several=True, alone="c")
ZERO_TO_TEN = Scale(0, 10, ("0 (calm)", "10 (stormy)"))
WIDTHS = (39, 79)


def text_of(rows):
    return ["".join(text for _, text in row) for row in rows]


# --- choosing -----------------------------------------------------------------


def test_nothing_is_pointed_at_before_a_key():
    """A reflex Enter must not become an answer."""
    assert NOWHERE == THREE.here
    assert () == choosing.pressed(THREE)
    assert not any(line.startswith(">") for line in text_of(choosing.rows(THREE, 79)))


@pytest.mark.parametrize(
    ("steps", "chosen"),
    [([1], "a"), ([-1], "c"), ([1, 1], "b"), ([1, -1], "c"), ([1, 1, 1, 1], "a")],
)
def test_arrows_go_round_the_ends(steps, chosen):
    """Down from nowhere is the first, up the last."""
    choice = THREE
    for step in steps:
        choice = choosing.moved(choice, step)

    assert (chosen,) == choosing.pressed(choice)


@pytest.mark.parametrize(
    ("line", "here"),
    [("2", 1), ("2.", 1), (" 3) ", 2), ("4", NOWHERE), ("0", NOWHERE), ("two", NOWHERE), ("²", NOWHERE)],
)  # fmt: skip
def test_a_typed_number_points_at_its_option(line, here):
    """Anything else points nowhere: typing wins."""
    assert here == choosing.typed(choosing.moved(THREE, 1), line).here


def test_what_stands_alone_stays_alone():
    """Ticking it clears the others, and the other way round."""
    both = choosing.toggled(choosing.moved(choosing.toggled(choosing.at(SEVERAL, 0)), 1))
    lonely = choosing.toggled(choosing.at(both, 2))
    again = choosing.toggled(choosing.at(lonely, 1))

    assert [("a", "b"), ("c",), ("b",)] == [choosing.pressed(one) for one in (both, lonely, again)]


def test_a_tick_can_be_taken_away():
    """Space twice is as if nothing was pressed."""
    once = choosing.toggled(choosing.at(SEVERAL, 0))

    assert () == choosing.pressed(choosing.toggled(once))


def test_place_and_ticks_are_said_in_words():
    """Whoever can't see the arrow reads where it is."""
    ticked = choosing.toggled(choosing.at(SEVERAL, 1))

    assert "2 of 3: With someone" == choosing.words(choosing.at(THREE, 1))
    assert "2 of 3: Angry; ticked: Angry" == choosing.words(ticked)


@given(st.integers(8, 60), st.lists(st.text(max_size=80), min_size=1, max_size=40), st.data())
def test_the_arrow_is_in_the_row_that_is_kept_in_sight(width, labels, data):
    """However long the list and its labels are."""
    choice = Choice(tuple((str(place), label) for place, label in enumerate(labels)))
    choice = choosing.at(choice, data.draw(st.integers(0, len(labels) - 1)))
    drawn = text_of(choosing.rows(choice, width))

    assert drawn[choosing.row_of(choice, width)].startswith("> ")


# --- scales -------------------------------------------------------------------


def test_a_scale_has_no_mark_before_a_key():
    """Nothing preselected here either."""
    assert DRAWN.full not in "".join(text_of(scale.rows(ZERO_TO_TEN, 79, DRAWN)))


@pytest.mark.parametrize(
    ("steps", "mark"), [([1], 0), ([-1], 10), ([1, 1, 1], 2), ([-1, 1], 10), ([1, -1], 0)]
)
def test_a_mark_stops_at_the_ends(steps, mark):
    """No wrap from best to worst."""
    moved = ZERO_TO_TEN
    for step in steps:
        moved = scale.moved(moved, step)

    assert mark == moved.mark


@pytest.mark.parametrize(("line", "mark"), [("7", 7), ("10", 10), ("11", None), ("a six", None)])
def test_a_typed_number_moves_the_mark(line, mark):
    """What can't be placed takes the mark away; the words are read on Enter."""
    assert mark == scale.typed(ZERO_TO_TEN, line).mark


def test_a_scale_says_its_ends_and_its_number_in_words():
    """The dots are a help, never the message."""
    drawn = text_of(scale.rows(ZERO_TO_TEN, 79, DRAWN))

    assert "From 0 (calm) to 10 (stormy)" in drawn[0]
    assert "3 of 10" == scale.words(scale.typed(ZERO_TO_TEN, "3"))


# --- waits --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(600, "About 10 minutes left"), (61, "About 2 minutes left"),
     (60, "Less than a minute left"), (-5, "The time is over")],
)  # fmt: skip
def test_the_time_left_is_said_in_words(seconds, words):
    """No running seconds."""
    assert words == timer.left_in_words(seconds)


def test_a_breath_goes_in_and_out():
    """It grows, then shrinks, then begins again."""
    dots = [timer.breath(second, TYPED).count("o") for second in range(timer.IN + timer.OUT)]

    assert [1, 2, 3, 4] == [dots[n] - "Breathe in".count("o") for n in range(4)]
    assert timer.breath(0, TYPED) == timer.breath(timer.IN + timer.OUT, TYPED)
    assert "out" in timer.breath(timer.IN, TYPED)


# --- words --------------------------------------------------------------------


def test_every_word_has_a_meaning_of_one_line():
    """Completion says what a word does."""
    assert all(one.word.startswith("/") and one.meaning for one in suggesting.WORDS)


@pytest.mark.parametrize(
    ("line", "found"),
    [("/ex", ["/exit", "/export"]), ("/exi", ["/exit"]), ("/exit", []), ("back", []), ("/zz", []),
     ("/ ", [])],
)  # fmt: skip
def test_words_are_suggested_only_after_a_slash(line, found):
    """Ordinary text is never eaten."""
    assert found == [one.word for one in suggesting.suggested(line)]


@pytest.mark.parametrize(
    ("line", "here", "completed"),
    [("/exi", -1, "/exit"), ("/ex", -1, "/ex"), ("/ex", 1, "/export"), ("/chec", -1, "/checkin"),
     ("hello", -1, "hello")],
)  # fmt: skip
def test_tab_finishes_what_is_plain(line, here, completed):
    """Where two words fit, only what they share."""
    assert completed == suggesting.completed(line, here)


@given(st.integers(-1, 40))
def test_the_pointed_word_is_always_in_sight(here):
    """Also when more words fit than are shown."""
    found = suggesting.suggested("/")
    here = min(here, len(found) - 1)
    drawn = text_of(suggesting.rows("/", here, 79))

    assert here < 0 or any(line.startswith(f"> {found[here].word}") for line in drawn)


# --- widths -------------------------------------------------------------------


@given(st.text(), st.integers(10, 80), st.sampled_from(["", "  "]))
def test_cut_lines_always_fit(text, width, indent):
    """On the private screen nothing else would break them."""
    assert all(get_cwidth(line) <= width for line in wrapped(text.strip(), width, indent, cut=True))


@given(st.text(), st.integers(10, 80))
def test_breaking_lines_loses_no_word(text, width):
    """What was said is what is read."""
    assert text.split() == " ".join(wrapped(text, width)).split()


def test_an_address_is_not_cut():
    """It has to be copied."""
    address = "findahelpline.com/countries/somewhere-with-a-long-name"

    assert address in wrapped(f"Look at {address} please", 20)


@pytest.mark.parametrize(("columns", "width"), [(5, 10), (40, 39), (80, 79), (200, 80)])
def test_lines_are_never_wider_than_80(columns, width):
    """A wide window is no reason for long lines."""
    assert width == fitting_width(columns)


def test_only_the_newest_rows_are_drawn_again():
    """And whether something stands above them is known."""
    sheet = Paper(cut=False)
    sheet.add([Piece("", f"line {n}") for n in range(10)])

    assert (["line 8", "line 9"], True) == (text_of(sheet.tail(80, 2)[0]), sheet.tail(80, 2)[1])
    assert not sheet.tail(80, 10)[1]


def test_two_empty_lines_never_follow_each_other():
    """Whatever is left out between them."""
    sheet = Paper(cut=False)
    sheet.add([Piece("", ""), Piece("", "one"), Piece("", ""), Piece("", "")])
    sheet.add([Piece("", ""), Piece("", "two")])

    assert ["one", "", "two"] == text_of(sheet.rows(80))


def test_every_line_of_yours_is_indented():
    """A pasted paragraph stays one block."""
    sheet = Paper(cut=False)
    sheet.add([paper.yours("You: one\ntwo")])

    assert ["  You: one", "  two"] == text_of(sheet.rows(80))


# --- colours, the toolbar, the way in and out -----------------------------------


@pytest.mark.parametrize(
    ("asked", "environ", "theme"),
    [
        ("", {"TERM": "xterm"}, "calm"),
        ("contrast", {"NO_COLOR": "1"}, "contrast"),
        ("", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, "none"),
        ("", {"NO_COLOR": "", "TERM": "xterm"}, "calm"),
        ("", {"TERM": "vt100"}, "none"),
        ("", {"TERM": "vt100", "FORCE_COLOR": "1"}, "calm"),
        ("", {"TERM": "vt100", "FORCE_COLOR": "0"}, "none"),
        ("", {"TERM": "xterm-mono"}, "none"),
        ("pink", {"TERM": "xterm"}, "calm"),
    ],
)
def test_the_person_decides_about_colours(asked, environ, theme):
    """An option first, then NO_COLOR, then FORCE_COLOR, then what the terminal can."""
    assert theme == colours.theme_name(asked, environ)


def test_colours_are_those_of_the_persons_own_palette():
    """Names of the 16 colours only; no shade is chosen here."""
    styles = [one for theme in colours.THEMES.values() for one in theme.values()]
    words = {word for one in styles for word in one.split()}

    assert words <= {"bold", "dim", "reverse", "underline", "ansicyan", "ansiyellow"}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["choose", "pick", "rate", "wait", "write", "date", ""])
def test_the_toolbar_fits_and_says_what_is_kept(kind, width):
    """In every state, in a narrow window too."""
    drawn = text_of(toolbar.rows(toolbar.Now(kind, "part 2 of 6", "kept"), width, DRAWN))

    assert all(get_cwidth(line) <= width for line in drawn)
    assert ["", "part 2 of 6 · kept on this machine"] == drawn[:2]
    assert "Esc Esc Esc closes at once" in " ".join(drawn)


@pytest.mark.parametrize("kind", ["choose", "pick", "rate", "wait", "write", "date", ""])
def test_in_a_low_window_the_toolbar_leaves_room_for_the_question(kind):
    """What is kept, the keys of the moment and the quick exit are still there."""
    now = toolbar.Now(kind, "part 2 of 6", "kept", chosen=True, low=True)
    drawn = text_of(toolbar.rows(now, 39, DRAWN))

    assert 6 > len(drawn)
    assert "kept on this machine" in drawn[0]
    assert "Esc Esc Esc closes at once" in drawn[-1]


def test_signs_fall_back_to_letters():
    """A terminal in an old encoding shows no question marks."""
    assert [DRAWN, TYPED, TYPED] == [signs("utf-8"), signs("latin-1"), signs(None)]


@pytest.mark.parametrize("term", sorted(leaving.UNTITLED))
def test_terminals_without_a_title_get_none(term):
    """They might print the sequence instead."""
    sequences = leaving.titled(term) + leaving.untitled(term) + leaving.wiped(term)

    assert "\x1b]" not in sequences


@pytest.mark.parametrize(
    ("environ", "platform", "plain", "typed", "full", "sentence"),
    [
        ({"TERM": "xterm-256color"}, "linux", False, True, True, ""),
        ({"TERM": "xterm-256color"}, "linux", True, True, False, ""),
        ({"TERM": "xterm-256color"}, "linux", False, False, False, ""),
        ({"TERM": "dumb"}, "linux", False, True, False, ""),
        ({}, "linux", False, True, False, ""),
        ({}, "win32", False, True, True, ""),
        ({"MSYSTEM": "MINGW64"}, "win32", False, False, False, WINPTY),
        ({"TERM_PROGRAM": "mintty"}, "win32", False, False, False, WINPTY),
        ({"TERM_PROGRAM": "mintty"}, "linux", False, True, False, ""),
    ],
)
def test_plain_lines_come_by_themselves(environ, platform, plain, typed, full, sentence):
    """For pipes, dumb terminals, on request, and in the windows that can't be drawn on."""
    assert (full, sentence) == fit(environ, platform, plain=plain, typed=typed)


def test_a_cover_without_a_word_opens_with_enter():
    """With one, only that word opens it; an empty word keeps the last."""
    cover = Cover(10)
    opened = [cover.opens("anything")]
    cover.set("blue")
    cover.set("")

    assert [True, False, True] == [*opened, cover.opens("red"), cover.opens(" blue ")]
