"""Puts a talk together for this machine: library, store, host, channel; and says what is in the way."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from bot import settings
from bot.channels.lines import Descriptor, broken, clean
from bot.channels.plain import Plain
from bot.host import Host, SystemClock

if TYPE_CHECKING:
    from pathlib import Path

    from bot.dialogue.library import Library
    from bot.host import HandOver
    from bot.language.files import Loaded
    from bot.settings import Settings
    from bot.store.protocol import Store

ME = "me"
"""The person in a terminal: one on each machine account, so a name would say nothing."""

WRONG = 2
"""Exit code for a wrong use or a wrong configuration."""

FILE_MODE = 0o600
WIDEST = 80
"""Columns of a line at most, however wide the window is."""
TRIES = 100


def chat(
    given: Settings | None = None,
    *,
    dialog: str = "",
    private: bool = False,
    plain: bool = False,
    seed: int | None = None,
) -> int:
    """Hold a talk in this terminal or pipe, and return the exit code."""
    here = settings.read() if given is None else given
    for folder in (here.dialogs, here.config):
        if not folder.is_dir():
            complain(f"There is no folder {folder}. Name the one that holds your files.")
            return WRONG
    try:
        loaded = load(here)
    except OSError:
        complain(f"The files in {here.dialogs} or {here.config} can't be read.")
        return WRONG
    library = loaded.library
    if library is None:
        complain(mistakes(loaded))
        complain("\nNothing starts while the dialogs or rules have mistakes. See: afterword check")
        return WRONG
    lacking = _lacking(library)
    if lacking:
        complain(f"There are no {lacking} in {here.dialogs} and {here.config}, so nothing starts.")
        return WRONG
    if dialog and dialog not in library.programs:
        complain(unknown_dialog(dialog, library.programs))
        return WRONG
    clock = SystemClock()
    host = Host(
        library, lambda: _store(here.db), clock,
        country=here.country, private=private, untouched=not os.path.lexists(here.db),
    )  # fmt: skip
    _be_able_to_write()
    typed = sys.stdin.isatty() and sys.stdout.isatty()
    channel = Plain(
        host, ME, Descriptor(sys.stdin.fileno()), write, clock=clock, hand_over=into_folder,
        labels=plain or here.plain or not typed, typed=sys.stdin.isatty(),
    )  # fmt: skip
    # What was loaded lives as long as the process: it need not be looked at again.
    gc.freeze()
    gc.enable()
    try:
        return channel.talk(dialog, seed)
    finally:
        host.close()


def load(here: Settings) -> Loaded:
    """Load the library that the settings name, from the cache where nothing has changed."""
    from bot.language.cache import load_cached  # noqa: PLC0415 - `--help` needs none

    return load_cached(here.dialogs, here.config, here.cache, settings.shipped_folder() / "dialogs")


def mistakes(loaded: Loaded) -> str:
    """Print what is wrong in the files, for people."""
    from bot.language.diagnostics import render  # noqa: PLC0415 - as above

    return render(loaded.diagnostics, loaded.sources)


def unknown_dialog(name: str, known: object) -> str:
    """Say that there is no such dialog, and which one may be meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

    names = [str(one) for one in known] if hasattr(known, "__iter__") else []
    near = get_close_matches(name, names, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(sorted(names))}."
    return f"There is no dialog {clean(name)}. {hint}"


def complain(text: str) -> None:
    """Write to standard error."""
    sys.stderr.write(f"{text}\n")


def write(text: str) -> None:
    """Write to standard output, broken at words for a screen; a prompt is seen on return."""
    sys.stdout.write(broken(text, _width()) if sys.stdout.isatty() else text)
    if not text.endswith("\n"):
        sys.stdout.flush()


def _width() -> int:
    """Return how many signs fit on a line of the screen; long lines are hard to read."""
    try:
        return min(os.get_terminal_size(sys.stdout.fileno()).columns or WIDEST, WIDEST)
    except OSError:
        return WIDEST


def into_folder(handed: HandOver) -> str:
    """Put a file into the folder where the person stands, readable for them alone."""
    stem, dot, ending = handed.name.rpartition(".")
    for turn in range(TRIES):
        name = handed.name if not turn else f"{stem}-{turn}{dot}{ending}"
        try:
            number = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
        except FileExistsError:
            continue
        except OSError:
            break
        with os.fdopen(number, "w", encoding="utf-8", errors="replace") as file:
            file.write(handed.text)
        return f"It is in {os.path.join(os.getcwd(), name)}"  # noqa: PTH109, PTH118 - a path to show
    return "I can't write a file in this folder. Start me in a folder of your own and try again."


def _lacking(library: Library) -> str:
    """Name what no talk may start without; "" where all of it is there."""
    if not library.programs:
        return "dialogs"
    if not library.rules.groups:
        return "rules for what is a danger"
    if not library.paths:
        return "paths for safety"
    if not library.lines.directories:
        return "help lines"
    return ""


def _store(path: Path) -> Store:
    from bot.store.sqlite import SqliteStore  # noqa: PLC0415 - a talk that is not kept needs none

    return SqliteStore(path)


def _be_able_to_write() -> None:
    """Let a sign that the terminal has no place for become a question mark, not an error."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
