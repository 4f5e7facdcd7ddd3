"""An author's dialogs as they stand on the disk at this moment: read again when a file was saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.language.diagnostics import has_errors, render
from bot.language.explore import explore
from bot.language.files import read_dialogs
from bot.language.library import compile_dialogs
from bot.language.roads import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bot.dialogue.expressions import Guard
    from bot.dialogue.library import Library
    from bot.language.diagnostics import Diagnostic

STATES = 3_000
"""States that are walked after a save: about a second. `afterword check` walks all."""


class Draft(NamedTuple):
    """What a folder holds now. `library` is None while a mistake keeps it from running.

    `findings` is what an author should see, ready to print; `facts` the named conditions by dialog.
    """

    library: Library | None
    findings: str
    facts: Mapping[str, Mapping[str, Guard]]


class Drafts:
    """A folder of dialogs over the shipped ones, of which one dialog is being written.

    The rules and sentences are those of `whole`, which was loaded once.
    """

    def __init__(self, folder: Path, base: Path, dialog: str, whole: Library) -> None:
        self.folder = folder
        self.dialog = dialog
        self._base = base
        self._whole = whole
        self._seen = self._stamps()

    def changed(self) -> bool:
        """Whether a file was saved, made or removed since this was last asked."""
        now = self._stamps()
        before, self._seen = self._seen, now
        return now != before

    def read(self) -> Draft:
        """Read and check what is there now; raises OSError where a file cannot be read."""
        made = compile_dialogs(read_dialogs(self.folder, self._base))
        found = [one for one in made.diagnostics if one.file.startswith(f"{self.folder.name}/")]
        library = None
        if self.dialog in made.programs:
            # What is wrong in other files is shown, and the talk passes those by.
            library = replace(self._whole, programs=made.programs, _plans={})
            found += self._roads(library)
        elif not has_errors(found):
            gone = f"{self.dialog}.yaml is not in {self.folder} any more."
            return Draft(None, gone, made.facts)
        return Draft(library, render(found, made.sources) if found else "", made.facts)

    def _roads(self, library: Library) -> list[Diagnostic]:
        walked = explore(library, self.dialog, budget=STATES).diagnostics()
        return [one for one in walked if one.code != UNFINISHED]

    def _stamps(self) -> dict[Path, tuple[int, int]]:
        found = {}
        for one in self.folder.rglob("*.yaml"):
            try:
                state = one.stat()
            except OSError:
                continue  # it is being replaced at this very moment
            found[one] = (state.st_mtime_ns, state.st_size)
        return found
