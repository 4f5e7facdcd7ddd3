"""The picture of a mood as PNG, painted by Pillow; where a picture is shown, its words go with it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, assert_never

from bot.mood.course import alt_text, mood_of
from bot.mood.drawing import COLOURS, HEIGHT, WIDTH, Box, Rule, Words, shapes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from PIL.ImageDraw import ImageDraw

    from bot.checkins import MoodPoint
    from bot.mood.course import Mood
    from bot.mood.drawing import Shape

SCALE = 2
"""Pixels to a unit: sharp on a phone, and still a small file."""

_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def mood_picture(points: Iterable[MoodPoint], plan_days: Collection[date]) -> tuple[bytes, str]:
    """Return a picture of moods and the text that stands for it where it can't be seen."""
    mood = mood_of(points, plan_days)
    return mood_png(mood), alt_text(mood)


def mood_png(mood: Mood) -> bytes:
    """Return a picture as a PNG file."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - a talk without a picture needs no painter

    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), COLOURS["paper"])
    pen = ImageDraw.Draw(image)
    for shape in shapes(mood):
        _paint(pen, shape)
    file = BytesIO()
    # A few flat colours and the steps between them: a palette makes the file a third as large.
    image.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def _paint(pen: ImageDraw, shape: Shape) -> None:
    match shape:
        case Box(left, top, width, height, colour, radius):
            corners = [round(one * SCALE) for one in (left, top, left + width, top + height)]
            upper = (True, True, False, False)
            pen.rounded_rectangle(corners, radius * SCALE, COLOURS[colour], corners=upper)
        case Rule(left, top, right, bottom, colour):
            ends = [round(one * SCALE) for one in (left, top, right, bottom)]
            pen.line(ends, COLOURS[colour], SCALE)
        case Words(left, base, size, text, colour, anchor):
            from PIL import ImageFont  # noqa: PLC0415 - as above

            # Pillow brings this font along, so a picture looks the same on every machine.
            font = ImageFont.load_default(size * SCALE)
            at = (left * SCALE, base * SCALE)
            pen.text(at, text, COLOURS[colour], font, _ANCHORS[anchor])
        case _:
            assert_never(shape)
