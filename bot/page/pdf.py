"""The page as PDF, for printing and handing on: set by fpdf2 in a font that is brought along.

What the font has no sign for stands as its name in brackets, and the page says so. Nothing in the
file runs, loads or links anywhere.
"""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from bot.dialogue.lines import MONTHS
from bot.page import layout

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from fpdf import FPDF

    from bot.page.layout import Block, Section
    from bot.page.sheet import Page

FONT = Path(__file__).parent / "fonts" / "DejaVuSansCondensed.ttf"
"""Latin, Greek, Cyrillic, Hebrew, Arabic, Armenian, Georgian, signs and faces; its licence lies beside it."""

NOT_SHOWN = (
    "This form has no sign for some of what was written. It stands as its name in [brackets], "
    "or as [?]. The HTML form shows it."
)

Colour = tuple[int, int, int]
INK: Colour = (35, 33, 29)
SOFT: Colour = (93, 88, 79)
MARK: Colour = (122, 75, 42)
EDGE: Colour = (221, 215, 203)
GOOD: Colour = (47, 107, 58)
BAD: Colour = (155, 58, 46)
_SIGN_COLOURS = {"✓": GOOD, "✗": BAD}

_FAMILY = "page"
_MARGIN = 22.0
_INDENT = 5.0
_TITLE, _HEADING, _TEXT, _SMALL = 20.0, 13.0, 10.5, 9.0
"""Sizes of type in points; all lengths are in millimetres."""
_LEADING = 0.53
"""Millimetres of a line for each point of its type."""

# Joins and colours of faces: nothing is lost without them.
_SILENT = frozenset({"\u200d", "\ufe0e", "\ufe0f"} | {chr(one) for one in range(0x1F3FB, 0x1F400)})


def pdf(page: Page, lines: Sequence[str]) -> bytes:
    """Return the page as a PDF file; `lines` are as in `layout.sections`."""
    from fpdf import FPDF  # noqa: PLC0415 - only this form needs it

    paper = FPDF(format="A4")
    paper.set_margins(_MARGIN, _MARGIN)
    paper.c_margin = 0
    paper.set_auto_page_break(auto=True, margin=_MARGIN)
    paper.add_font(_FAMILY, "", FONT)
    # Letters that are joined, or run from right to left, are set as their script wants it.
    paper.set_text_shaping(use_shaping_engine=True)
    paper.set_title(layout.TITLE)
    paper.set_lang(page.language)
    paper.set_creation_date(_moment(page.day))
    paper.add_page()
    written = _Sheet(paper)
    written.say(layout.TITLE, _TITLE)
    written.say(" · ".join(one for one in (page.day, page.title) if one), _TEXT, SOFT)
    for section in layout.sections(page, lines):
        written.section(section)
    written.gap(6)
    written.rule()
    written.say(layout.ONE_SIDE, _SMALL, SOFT)
    if written.lacks:
        written.say(NOT_SHOWN, _SMALL, SOFT)
    return bytes(paper.output())


class _Sheet:
    """Sets one thing below the other. `lacks` says that some sign could not be shown so far."""

    def __init__(self, paper: FPDF) -> None:
        self._paper = paper
        self._known: Collection[int] = getattr(paper.fonts[_FAMILY], "cmap", {})
        self.lacks = False

    def section(self, section: Section) -> None:
        """Set a section; its heading never stands alone at the foot of a page."""
        paper = self._paper
        self.gap(5)
        if paper.will_page_break(24):
            paper.add_page()
        paper.start_section(self._shown(section.heading))
        self.rule()
        self.say(section.heading, _HEADING, MARK)
        self.gap(1)
        for block in section.blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        """Set a block."""
        match block:
            case layout.Quote():
                self.gap(1.5)
                self._keep_together()
                self.say(block.question, _TEXT, SOFT)
                for words in block.words:
                    self._quoted(words, _TEXT)
            case layout.Fact():
                self._keep_together()
                self.say(block.question, _TEXT, SOFT)
                self.say(block.answer, _TEXT, indent=_INDENT)
                self.gap(1)
            case layout.Sign():
                self._sign(block)
            case layout.Bullet():
                self._marked("•", block.text, SOFT)
            case layout.Subhead():
                self.gap(2)
                self._keep_together()
                self.say(block.text, _TEXT + 0.5, MARK)
            case layout.Line():
                self.say(block.text)
            case layout.Held():
                self._quoted(block.text, _HEADING)
            case layout.Picture():
                self._picture(block)
            case _:
                assert_never(block)

    def say(
        self, text: str, size: float = _TEXT, colour: Colour = INK, *, indent: float = 0
    ) -> None:
        """Set a paragraph."""
        paper = self._paper
        paper.set_font(_FAMILY, size=size)
        paper.set_text_color(*colour)
        paper.set_x(_MARGIN + indent)
        paper.multi_cell(
            0, size * _LEADING, self._shown(text), align="L", new_x="LMARGIN", new_y="NEXT"
        )

    def gap(self, height: float) -> None:
        """Leave room."""
        self._paper.ln(height)

    def rule(self) -> None:
        """Draw a thin line across, and leave a little room below it."""
        paper = self._paper
        paper.set_draw_color(*EDGE)
        paper.set_line_width(0.25)
        paper.line(_MARGIN, paper.get_y(), paper.w - _MARGIN, paper.get_y())
        self.gap(2.5)

    def _keep_together(self) -> None:
        """Begin a new page where only the first line of two would fit on this one."""
        if self._paper.will_page_break(2.5 * _TEXT * _LEADING):
            self._paper.add_page()

    def _quoted(self, words: str, size: float) -> None:
        """Set words, with a bar at their side where they stay on one page."""
        paper = self._paper
        if paper.will_page_break(size * _LEADING):
            paper.add_page()
        first, top = paper.page, paper.get_y()
        self.say(layout.in_quotes(words), size, indent=_INDENT)
        last, bottom = paper.page, paper.get_y()
        paper.set_draw_color(*EDGE)
        paper.set_line_width(0.8)
        if first == last:
            paper.line(_MARGIN + 1.5, top, _MARGIN + 1.5, bottom)
        self.gap(1)

    def _sign(self, block: layout.Sign) -> None:
        colour = _SIGN_COLOURS.get(block.sign, SOFT)
        self._marked(block.sign, f"{block.word}: {block.sentence}", colour)

    def _marked(self, sign: str, text: str, colour: Colour) -> None:
        paper = self._paper
        height = _TEXT * _LEADING
        if paper.will_page_break(height):
            paper.add_page()
        paper.set_font(_FAMILY, size=_TEXT)
        paper.set_text_color(*colour)
        paper.set_x(_MARGIN)
        paper.cell(_INDENT, height, sign, new_x="LMARGIN", new_y="TOP")
        self.say(text, indent=_INDENT)

    def _picture(self, block: layout.Picture) -> None:
        from bot.mood.course import alt_text  # noqa: PLC0415 - few pages have a picture
        from bot.mood.drawing import HEIGHT, WIDTH  # noqa: PLC0415 - as above
        from bot.mood.png import mood_png  # noqa: PLC0415 - as above

        wide = self._paper.epw
        if self._paper.will_page_break(wide * HEIGHT / WIDTH):
            self._paper.add_page()
        self._paper.image(BytesIO(mood_png(block.mood)), w=wide, alt_text=alt_text(block.mood))

    def _shown(self, text: str) -> str:
        """Return a text with names in the place of the signs that the font lacks."""
        known = self._known
        if all(ord(sign) in known or sign == "\n" for sign in text):
            return text
        found = []
        for sign in text:
            if ord(sign) in known or sign == "\n":
                found.append(sign)
            elif sign not in _SILENT:
                self.lacks = True
                found.append(_named(sign))
        return "".join(found)


def _named(sign: str) -> str:
    """Return what stands for a sign: its name for a face or a mark, [?] for a letter or for nothing."""
    name = unicodedata.name(sign, "")
    is_mark = unicodedata.category(sign) in ("So", "Sk", "Sm", "Sc") and name
    return f"[{name.lower()}]" if is_mark else "[?]"


def _moment(day: str) -> datetime:
    """Return the start of the day of a page, so that the file tells no more than the page does."""
    number, month, year = day.split()
    return datetime(int(year), MONTHS.index(month) + 1, int(number), tzinfo=UTC)
