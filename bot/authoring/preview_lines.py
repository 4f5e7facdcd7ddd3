"""The preview as plain lines: what is new stands below what was said, and nothing is redrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.authoring.preview import Preview, Shown
    from bot.host import HostEffect


class PreviewLines:
    """A preview over lines; `line` gives the next one, "" where none came in a while, None at the end."""

    def __init__(
        self,
        preview: Preview,
        face: Callable[[Sequence[HostEffect]], Iterable[str]],
        line: Callable[[], str | None],
        write: Callable[[str], None],
    ) -> None:
        self._preview = preview
        self._face = face
        self._line = line
        self._write = write

    def talk(self) -> None:
        """Talk until the lines end or the author leaves."""
        self._read(self._preview.open())
        while (typed := self._line()) is not None:
            saved = self._preview.refresh()
            if saved is not None:
                self._read(saved)
            if typed.strip():
                shown = self._preview.say(typed.strip())
                if shown.over:
                    return
                self._said(shown)

    def _read(self, shown: Shown) -> None:
        """Tell what a look at the files brought: a note, what is wrong, and where the talk stands."""
        if shown.note:
            self._write(f"[{shown.note}]")
        if self._preview.findings:
            self._write(self._preview.findings)
        self._rows(self._face(shown.effects))

    def _said(self, shown: Shown) -> None:
        """Tell what a line brought."""
        self._rows(shown.note.splitlines())
        self._rows(self._preview.told(self._face) if shown.retell else self._face(shown.effects))
        if self._preview.why and not shown.note:
            self._rows(f"  ? {one}" for one in self._preview.reasons())

    def _rows(self, rows: Iterable[str]) -> None:
        for one in rows:
            self._write(one)
