"""The picture of a mood, as SVG and PNG: the same shapes, words for who can't see them, nothing live."""

from __future__ import annotations

import re
from io import BytesIO
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from PIL import Image

from bot.mood.course import alt_text, drawn_days, mood_of
from bot.mood.drawing import HEIGHT, WIDTH, Box, Rule, Words, shapes
from bot.mood.png import SCALE, mood_picture
from bot.mood.svg import mood_svg
from tests.mood.test_course import MONDAY, PLANS, POINTS, moods, plan

SPACE = "{http://www.w3.org/2000/svg}"


def bars(mood):
    """The bars of a picture, each with the number above it."""
    return [one for one in shapes(mood) if isinstance(one, Box) and one.colour == "bar"]


def numbers(mood):
    found = (one for one in shapes(mood) if isinstance(one, Words) and one.anchor == "middle")
    return [int(one.text) for one in found if one.text.isdecimal()]


@settings(max_examples=30)
@given(points=POINTS, planned=PLANS)
def test_every_bar_has_its_number_and_every_number_was_told(points, planned):
    """Days without a check-in have neither; the lowest mood has a bar all the same."""
    mood = mood_of(points, planned)
    seen = [one.mood for one in mood.points if one.day in drawn_days(mood)]

    assert seen == numbers(mood)
    assert all(one.height > 0 for one in bars(mood))
    assert len(seen) == len({one.left for one in bars(mood)})


@settings(max_examples=30)
@given(points=POINTS, planned=PLANS)
def test_nothing_is_drawn_outside_of_the_picture(points, planned):
    """Whatever the days are."""
    for one in shapes(mood_of(points, planned)):
        match one:
            case Box():
                assert 0 <= one.left
                assert one.left + one.width <= WIDTH
                assert one.top + one.height <= HEIGHT
            case Rule():
                assert max(one.left, one.right) <= WIDTH
            case Words():
                assert 0 < one.base < HEIGHT


def test_no_line_joins_two_moods():
    """Lines are level or upright: none says what was between two days."""
    found = [one for one in shapes(mood_of(moods(2, None, 9))) if isinstance(one, Rule)]

    assert all(one.left == one.right or one.top == one.bottom for one in found)


def test_the_days_of_the_plan_have_edges_and_a_sentence():
    """Whoever sees no shade sees two lines, and reads which days they hold."""
    mood = mood_of(moods(5, 6, 5, 6), plan(1, 2))
    found = shapes(mood)
    shade = next(one for one in found if isinstance(one, Box) and one.colour == "shade")
    edges = {one.left for one in found if isinstance(one, Rule) and one.left == one.right}

    assert {shade.left, shade.left + shade.width} <= edges
    assert any("your space plan: 3 November to 4 November." in one.text for one in found
               if isinstance(one, Words))  # fmt: skip


def test_without_a_plan_nothing_is_shaded():
    """And nothing is said of one."""
    found = shapes(mood_of(moods(5)))

    assert not [one for one in found if isinstance(one, Box) and one.colour == "shade"]
    assert not [one for one in found if isinstance(one, Words) and "plan" in one.text]


@settings(max_examples=30)
@given(points=POINTS, planned=PLANS)
def test_the_svg_says_in_words_what_it_shows(points, planned):
    """It is one picture with a title and a description, and valid XML."""
    mood = mood_of(points, planned)
    root = ET.fromstring(mood_svg(mood))

    assert "img" == root.get("role")
    assert alt_text(mood) == root.findtext(f"{SPACE}desc")
    assert {root.find(f"{SPACE}{name}").get("id") for name in ("title", "desc")} == set(
        root.get("aria-labelledby").split()
    )


def test_the_svg_loads_and_runs_nothing():
    """No script, no link, no address but the name of its own language."""
    text = mood_svg(mood_of(moods(3, 4), plan(0, 1)))

    assert not re.search(r"<(script|a|image|use|foreignObject|style)\b|href|\bon\w+=|url\(", text)
    assert "://" not in text.replace("http://www.w3.org/2000/svg", "")


def test_the_png_comes_with_its_words():
    """What a channel shows is a picture and the text for whoever can't see it."""
    png, words = mood_picture(moods(3, None, 8), plan(0, 2))
    image = Image.open(BytesIO(png))

    assert ("PNG", (WIDTH * SCALE, HEIGHT * SCALE)) == (image.format, image.size)
    assert alt_text(mood_of(moods(3, None, 8), plan(0, 2))) == words
    assert len(png) < 100_000


def test_the_png_tells_nothing_but_the_picture():
    """No name of a program, machine or person, and no time."""
    png, _ = mood_picture(moods(3), ())

    assert not Image.open(BytesIO(png)).info
    assert MONDAY.isoformat().encode() not in png
