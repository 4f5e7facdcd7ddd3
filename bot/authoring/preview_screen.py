"""The preview on a whole screen: the talk, the reasons, what is wrong in the file, one line to type in."""

from __future__ import annotations

import asyncio
from textwrap import wrap
from typing import TYPE_CHECKING

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import to_formatted_text
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import (
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    Window,
)
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.styles import Style
from prompt_toolkit.widgets import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.output import Output

    from bot.authoring.preview import Preview, Shown
    from bot.host import HostEffect

BESIDE = 14
"""Rows at most of the reasons and of the findings, so that the talk keeps the most of the screen."""

_STYLE = Style.from_dict(
    {
        "you": "bold",
        "note": "italic",
        "rule": "reverse",
        "wrong": "ansired",
        "why": "ansicyan",
        "bar": "reverse",
    }
)


class PreviewScreen:
    """One preview on a terminal; `look` is how many seconds lie between two looks at the files."""

    def __init__(
        self,
        preview: Preview,
        face: Callable[[Sequence[HostEffect]], Iterable[str]],
        name: str,
        look: float,
        *,
        source: Input | None = None,
        output: Output | None = None,
    ) -> None:
        self._preview = preview
        self._face = face
        self._name = name
        self._look = look
        self._talk: list[tuple[str, str]] = []
        self._above = 0
        self._line = TextArea(multiline=False, prompt="You: ", accept_handler=self._entered)
        self._app: Application[None] = Application(
            layout=Layout(self._layout(), focused_element=self._line),
            key_bindings=self._keys(), style=_STYLE, full_screen=True, mouse_support=False,
            input=source, output=output,
        )  # fmt: skip

    def run(self) -> int:
        """Talk until the author leaves, and return the exit code."""
        self._show(self._preview.open())
        self._app.run(pre_run=self._begin_watching)
        return 0

    # --- the files ---

    def _begin_watching(self) -> None:
        self._app.create_background_task(self._watch())

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(self._look)
            shown = self._preview.refresh()
            if shown is not None:
                self._show(shown)
                self._app.invalidate()

    # --- what happens ---

    def _entered(self, buffer: object) -> bool:
        line = self._line.text.strip()
        del buffer
        if line:
            shown = self._preview.say(line)
            if shown.over:
                self._app.exit()
                return False
            if not line.startswith(":"):
                self._talk.append(("class:you", f"You: {line}"))
            self._show(shown)
        return False

    def _show(self, shown: Shown) -> None:
        """Put what is new below the talk; after a save all of it is told anew."""
        self._above = 0
        if shown.retell:
            self._talk = [("", one) for one in self._preview.told(self._face)]
        else:
            self._talk += [("", one) for one in self._face(shown.effects)]
        self._talk += [("class:note", one) for one in shown.note.splitlines()]

    # --- how it looks ---

    def _layout(self) -> HSplit:
        return HSplit(
            [
                Window(FormattedTextControl(self._told)),
                _below("Mistakes in the file", "class:wrong", self._findings),
                _below("Why", "class:why", self._reasons),
                self._line,
                Window(FormattedTextControl(self._bar), height=1, style="class:bar"),
            ]
        )

    def _findings(self) -> list[str]:
        return self._preview.findings.splitlines()

    def _reasons(self) -> list[str]:
        return self._preview.reasons() if self._preview.why else []

    def _told(self) -> StyleAndTextTuples:
        wide = self._app.output.get_size().columns
        found: StyleAndTextTuples = []
        for style, text in self._talk[: len(self._talk) - self._above]:
            inside = " " * (len(text) - len(text.lstrip()))
            rows = wrap(text, wide - 1, subsequent_indent=inside) or [""]
            found += [(style, f"{row}\n") for row in rows]
        found.append(("[SetCursorPosition]", ""))
        return found

    def _bar(self) -> str:
        state = "mistakes, the file as it was goes on" if self._preview.findings else "checked"
        return f" {self._name}: {state} · F2 why · F5 begin anew · :help · Ctrl-C leave"

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()

        @keys.add("f2")
        def _why(event: KeyPressEvent) -> None:
            self._preview.why = not self._preview.why
            event.app.invalidate()

        @keys.add("f5")
        def _again(event: KeyPressEvent) -> None:
            self._talk = []
            self._show(self._preview.say(":again"))
            event.app.invalidate()

        @keys.add("pageup")
        def _up(event: KeyPressEvent) -> None:
            self._above = min(self._above + event.app.output.get_size().rows // 2, len(self._talk))

        @keys.add("pagedown")
        def _down(event: KeyPressEvent) -> None:
            self._above = max(self._above - event.app.output.get_size().rows // 2, 0)

        @keys.add("c-c")
        @keys.add("c-d")
        def _leave(event: KeyPressEvent) -> None:
            event.app.exit()

        return keys


def _below(title: str, style: str, rows: Callable[[], list[str]]) -> ConditionalContainer:
    """Return a part that stands below the talk while it has something to say."""

    def told() -> StyleAndTextTuples:
        return to_formatted_text("\n".join(rows()), style)

    return ConditionalContainer(
        HSplit(
            [
                Window(FormattedTextControl(f" {title} "), height=1, style="class:rule"),
                Window(
                    FormattedTextControl(told), wrap_lines=True,
                    height=Dimension(max=BESIDE), dont_extend_height=True,
                ),
            ]
        ),
        filter=Condition(lambda: bool(rows())),
    )  # fmt: skip
