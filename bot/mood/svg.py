"""The picture of a mood as SVG: text that any browser shows, with its meaning in words inside."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, assert_never

from bot.mood.course import alt_text
from bot.mood.drawing import COLOURS, HEIGHT, TITLE, WIDTH, Box, Rule, Words, shapes

if TYPE_CHECKING:
    from bot.mood.course import Mood
    from bot.mood.drawing import Shape

_LETTERS = "ui-sans-serif, system-ui, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif"


def mood_svg(mood: Mood, *, within: bool = False) -> str:
    """Return a picture as an SVG file, or as an element `within` a page; it loads and runs nothing."""
    space = "" if within else 'xmlns="http://www.w3.org/2000/svg" '
    drawn = "\n".join(map(_drawn, shapes(mood)))
    return (
        f'<svg {space}role="img" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="100%" aria-labelledby="mood-title mood-words" font-family="{_LETTERS}">\n'
        f'<title id="mood-title">{TITLE}</title>\n'
        f'<desc id="mood-words">{escape(alt_text(mood))}</desc>\n{drawn}\n</svg>\n'
    )


def _drawn(shape: Shape) -> str:
    match shape:
        case Box(left, top, width, height, colour, radius):
            right, bottom = left + width, top + height
            outline = (
                f"M{left:.5g} {bottom:.5g}V{top + radius:.5g}"
                f"Q{left:.5g} {top:.5g} {left + radius:.5g} {top:.5g}H{right - radius:.5g}"
                f"Q{right:.5g} {top:.5g} {right:.5g} {top + radius:.5g}V{bottom:.5g}Z"
            )
            return f'<path d="{outline}" fill="{COLOURS[colour]}"/>'
        case Rule(left, top, right, bottom, colour):
            return (
                f'<line x1="{left:.5g}" y1="{top:.5g}" x2="{right:.5g}" y2="{bottom:.5g}" '
                f'stroke="{COLOURS[colour]}"/>'
            )
        case Words(left, base, size, text, colour, anchor):
            return (
                f'<text x="{left:.5g}" y="{base:.5g}" font-size="{size:.3g}" '
                f'text-anchor="{anchor}" fill="{COLOURS[colour]}">{escape(text)}</text>'
            )
        case _:
            assert_never(shape)
