"""The cover: an empty page over the talk, put there on request or after a while without a key.

It hides, and asks for a word if one was set. It guards nothing on the disk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.layout import HSplit, Layout, Window
from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl
from prompt_toolkit.layout.processors import PasswordProcessor

if TYPE_CHECKING:
    from prompt_toolkit.buffer import Buffer

PAGE = "Press Enter to go on."
PAGE_WITH_WORD = "Type your word, then Enter, to go on."
"""Neutral on purpose: whoever passes by learns nothing from it."""


class Cover:
    """What is needed to take the cover away: nothing, or a word that is held in memory alone."""

    def __init__(self, minutes: float) -> None:
        self.seconds = minutes * 60
        self._word = ""

    def set(self, word: str) -> None:
        """Ask for this word from now on; with "" the last one stays."""
        self._word = word or self._word

    def opens(self, typed: str) -> bool:
        """Whether what was typed takes the cover away."""
        return not self._word or typed.strip() == self._word

    def page(self) -> str:
        """Return what stands on the cover."""
        return PAGE_WITH_WORD if self._word else PAGE


def cover_layout(cover: Cover, word: Buffer) -> Layout:
    """Return the page; what is typed on it is shown as stars."""
    line = Window(BufferControl(word, input_processors=[PasswordProcessor()]), height=1)
    page = Window(FormattedTextControl(cover.page), dont_extend_height=True)
    return Layout(HSplit([page, line, Window()]), focused_element=line)
