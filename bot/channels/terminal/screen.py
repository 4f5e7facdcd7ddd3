"""The screen: an input line with what belongs to it, and above it what was said, printed once.

It draws and prints; what keys mean is in keys.py, what is said in channel.py. On the private screen
(`hidden`) nothing is printed: all is drawn on the terminal's other screen, and gone with it.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, Any, Protocol

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import HSplit, Layout, Window
from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.renderer import print_formatted_text

from bot.channels.terminal import colours
from bot.channels.terminal.cover import cover_layout
from bot.channels.terminal.drawing import joined
from bot.channels.terminal.paper import Paper
from bot.channels.terminal.wrapping import fitting_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyBindingsBase
    from prompt_toolkit.key_binding.key_processor import KeyPress
    from prompt_toolkit.output import Output

    from bot.channels.terminal.cover import Cover
    from bot.channels.terminal.drawing import Row
    from bot.channels.terminal.paper import Piece

INPUT_ROWS = 6
LONG_ROWS = 12
"""Rows that the input grows to, as it is and as the bigger place to write."""

ESCAPE_SECONDS = 0.1
"""So long a key may take to arrive whole; after that an escape sign is the Escape key."""

HOME = "\x1b[H"
ERASED_ROW = "\x1b[2K"
PASTE_END = "\x1b[201~"


class Parts(Protocol):
    """What the screen draws around the input; each is asked for whenever it draws."""

    def above(self, width: int) -> tuple[list[Row], int]:
        """Return the rows above the input, and which of them has to be in sight."""
        ...

    def below(self, width: int) -> list[Row]:
        """Return the rows below the input."""
        ...

    def prompt(self) -> str:
        """Return what stands before the input."""
        ...

    def long(self) -> bool:
        """Whether the bigger place to write is asked for."""
        ...


class _Fresh(Application[int]):
    """An application whose owner draws the screen afresh when the window changes its size."""

    def __init__(self, repaint: Callable[[], None], **settings: Any) -> None:
        super().__init__(**settings)
        self._repaint = repaint

    def _on_resize(self) -> None:
        self._repaint()


class Screen:
    """A screen on an input and an output of prompt_toolkit.

    `on_typed` is called when the text has changed. `covers` is told when the alternate screen is
    entered and left.
    """

    def __init__(
        self,
        parts: Parts,
        bindings: KeyBindingsBase,
        *,
        source: Input,
        output: Output,
        theme: str,
        hidden: bool,
        cover: Cover,
        on_typed: Callable[[], None],
        covers: Callable[[bool], None],
    ) -> None:
        self._parts = parts
        self._output = output
        self._style = colours.style(theme)
        self._depth = colours.depth(theme)
        self._covers = covers
        self._only_ours = False
        self._held_paste: str | None = None
        self.hidden = hidden
        self.covered = False
        self.back = 0
        self.paper = Paper(cut=hidden)
        self.line = Buffer(
            multiline=True, history=DummyHistory(), on_text_changed=lambda _: on_typed()
        )
        self.word = Buffer(history=DummyHistory(), multiline=False)
        self._talk = self._layout()
        self._cover = cover_layout(cover, self.word)
        self.app: Application[int] = _Fresh(
            self.repaint,
            layout=self._talk,
            style=self._style,
            color_depth=self._depth,
            key_bindings=bindings,
            full_screen=hidden,
            erase_when_done=True,
            include_default_pygments_style=False,
            mouse_support=False,
            input=source,
            output=output,
        )
        self.app.ttimeoutlen = ESCAPE_SECONDS

    # --- what is said ---

    def put(self, pieces: Iterable[Piece]) -> None:
        """Say pieces: above the input, for good."""
        added = self.paper.add(pieces)
        self.back = 0
        if not added or self.hidden:
            self.app.invalidate()
            return
        if self.app.is_running and not self.covered:
            self.app.renderer.erase()
        if not self.covered:
            self._print(self.paper.rows_of(added, self.columns))
        self.app.invalidate()

    def repaint(self) -> None:
        """Draw the newest lines again for the window as it is now, and the input below them.

        What the terminal has made of the old lines can't be known: some break them anew, some cut
        them. So the screen is drawn afresh; what was scrolled out of it stays as it is.
        """
        renderer = self.app.renderer
        if self.hidden or self.covered:
            renderer.erase(leave_alternate_screen=False)
            self.app.invalidate()
            return
        size = self._output.get_size()
        live = self._talk.container.preferred_height(size.columns, size.rows).preferred
        rows, cut = self.paper.tail(size.columns, max(0, size.rows - live))
        renderer.erase(leave_alternate_screen=False)
        if not (cut or self._only_ours):
            # What stood here before the talk goes where the rest of it went: up, not away.
            self._output.write_raw("\r\n" * size.rows)
        self._only_ours = True
        # Row by row: some terminals keep a copy of a screen that is cleared as a whole.
        self._output.write_raw(HOME + ERASED_ROW + f"\r\n{ERASED_ROW}" * (size.rows - 1) + HOME)
        self._print(rows)
        self.app.invalidate()

    def suspend(self) -> None:
        """Go to the background of the shell, where there is one; show what was said on return."""
        if sys.platform != "win32":
            self.app.create_background_task(self._stopped())

    async def _stopped(self) -> None:
        await run_in_terminal(lambda: os.kill(0, signal.SIGTSTP))
        self._only_ours = False  # the shell has written in between
        self.repaint()

    def raw(self, sequence: str) -> None:
        """Send a sequence to the terminal as it is."""
        if sequence:
            self._output.write_raw(sequence)
            self._output.flush()

    @property
    def columns(self) -> int:
        """How many columns the window has."""
        return self._output.get_size().columns

    @property
    def height(self) -> int:
        """How many rows the window has."""
        return self._output.get_size().rows

    # --- what came in ---

    def drop_waiting(self) -> None:
        """Forget keys that came while nobody could have seen what they would answer.

        Escapes are kept: whoever wants to leave at once has pressed them for that.
        """
        waiting = self.app.key_processor.empty_queue() + self._arrived()
        self.app.key_processor.feed_multiple([one for one in waiting if one.key == Keys.Escape])

    def more_waits(self) -> bool:
        """Whether text came together with the key that is being handled, as in a paste."""
        self.app.key_processor.feed_multiple(self._arrived())
        return any(one.key != Keys.Escape for one in self.app.key_processor.input_queue)

    def _arrived(self) -> list[KeyPress]:
        """Return the keys that have arrived and were not read yet."""
        if sys.platform == "win32":
            return []  # reading would wait for a key there
        found: list[KeyPress] = []
        while keys := self.app.input.read_keys():
            found += keys
        return found

    def end_lost_paste(self) -> None:
        """End a paste that has stood still since the last call, so that keys are keys again.

        Its end can be lost on the way, and until it comes even Escape would count as pasted.
        """
        parser: Any = getattr(self.app.input, "vt100_parser", None)
        held = parser._paste_buffer if getattr(parser, "_in_bracketed_paste", False) else None  # noqa: SLF001 - nothing else tells
        if held is not None and held == self._held_paste:
            parser.feed(PASTE_END)
            self.app.key_processor.feed_multiple(self._arrived())
            self.app.key_processor.process_keys()
            held = None
        self._held_paste = held

    # --- the cover ---

    def cover(self) -> None:
        """Put an empty page over the talk, on the terminal's other screen."""
        if self.covered:
            return
        self.covered = True
        self.app.renderer.erase()
        self._covers(True)
        self.word.reset()
        self.app.layout = self._cover
        self._full(full=True)

    def uncover(self) -> None:
        """Take the page away, and show what was said under it."""
        self.covered = False
        self.word.reset()
        self.app.renderer.erase()
        self.app.layout = self._talk
        self._full(full=self.hidden)
        self._covers(self.hidden)
        if not self.hidden:
            self.repaint()

    def _full(self, *, full: bool) -> None:
        self.app.full_screen = full
        self.app.renderer.full_screen = full
        self.app.invalidate()

    # --- drawing ---

    def _print(self, rows: list[Row]) -> None:
        if rows:
            text = [*joined(rows), ("", "\n")]
            print_formatted_text(self._output, text, self._style, color_depth=self._depth)

    def _layout(self) -> Layout:
        parts = self._parts
        line = Window(
            BufferControl(self.line),
            height=lambda: Dimension(min=1, max=LONG_ROWS if parts.long() else INPUT_ROWS),
            wrap_lines=True,
            dont_extend_height=True,
            get_line_prefix=self._prefix,
        )
        return Layout(HSplit([
            *([self._read_back()] if self.hidden else []),
            Window(
                FormattedTextControl(
                    lambda: joined(*parts.above(fitting_width(self.columns))), show_cursor=False
                ),
                dont_extend_height=True,
            ),
            line,
            Window(
                FormattedTextControl(lambda: joined(parts.below(fitting_width(self.columns)))),
                dont_extend_height=True,
            ),
        ]), focused_element=line)  # fmt: skip

    def _read_back(self) -> Window:
        """Return the part of the private screen that shows what was said."""
        return Window(FormattedTextControl(self._read_rows, show_cursor=False))

    def _read_rows(self) -> StyleAndTextTuples:
        rows = self.paper.rows(self.columns)
        self.back = max(0, min(self.back, len(rows) - 1))
        return joined(rows, len(rows) - 1 - self.back)

    def _prefix(self, number: int, wrap: int) -> StyleAndTextTuples:
        prompt = self._parts.prompt()
        first = number == 0 and wrap == 0
        return [(colours.ASK, prompt if first else " " * min(len(prompt), 2))]
