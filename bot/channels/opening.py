"""Puts a talk together for this machine: library, store, host, channel; and says what is in the way."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from bot import settings
from bot.channels.fitting import NO_SCREEN, Wishes, fit
from bot.channels.lines import Descriptor, broken, clean
from bot.channels.plain import Plain
from bot.channels.unlocking import opener
from bot.days import machine_east
from bot.host import Host, SystemClock
from bot.store.places import untouched

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogue.library import Library
    from bot.host import HandOver
    from bot.language.files import Loaded
    from bot.settings import Settings

ME = "me"
"""The person in a terminal: one on each machine account, so a name would say nothing."""

WRONG = 2
"""Exit code for a wrong use or a wrong configuration."""

ON_A_SERVER: Mapping[str, str] = {
    "host.erase": "Shall I erase all that is kept about you? I can't bring it back after that.",
    "host.data-here": (
        "All of it is on the server that was set up for it. Whoever runs it could read it. /export "
        "gives it to you. /erase takes it away."
    ),
    "host.about": (
        "I'm a program with set questions and set answers, for adults. I'm no therapist, and I only "
        "know your side. No doctor or therapist has checked my questions yet. What you agree to "
        "keep is on the server that was set up for it."
    ),
}
"""Sentences of the host in place of those that say that all stays on this machine."""

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
    theme: str = "",
    cover: float | None = None,
    seed: int | None = None,
) -> int:
    """Hold a talk in this terminal or pipe, and return the exit code.

    `theme` and `cover` (minutes until the talk is covered, 0 for never) are for the full terminal.
    """
    here = settings.read() if given is None else given
    library = whole_library(here)
    if library is None:
        return WRONG
    if dialog and dialog not in library.programs:
        complain(unknown_dialog(dialog, library.programs))
        return WRONG
    clock = SystemClock()
    if isinstance(here.db, str):
        library = library.saying(ON_A_SERVER)
    host = Host(
        library, opener(here, ask=not private), clock,
        country=here.country, private=private, untouched=untouched(here.db),
        keep_days=here.keep_days, east=machine_east,
    )  # fmt: skip
    _be_able_to_write()
    typed = sys.stdin.isatty() and sys.stdout.isatty()
    way = fit(os.environ, sys.platform, plain=plain or here.plain, typed=typed)
    try:
        if way.full:
            minutes = here.cover if cover is None else cover
            wishes = Wishes(theme or here.theme, private, minutes)
            code = _full(host, clock, wishes, dialog, seed)
            if code is not None:
                return code
        said = NO_SCREEN if way.full else way.sentence
        if said:
            complain(said)
        _collect_again()
        return _plain(host, clock, typed=typed).talk(dialog, seed)
    finally:
        host.close()


def _plain(host: Host, clock: SystemClock, *, typed: bool) -> Plain:
    return Plain(
        host, ME, Descriptor(sys.stdin.fileno()), write, clock=clock, hand_over=into_folder,
        typed=sys.stdin.isatty(), clears=typed and os.environ.get("TERM") != "dumb",
    )  # fmt: skip


def _full(
    host: Host, clock: SystemClock, wishes: Wishes, dialog: str, seed: int | None
) -> int | None:
    """Talk in the full terminal and return the exit code; None where it can't be drawn on."""
    from bot.channels.terminal.watch import watch  # noqa: PLC0415 - before anything heavy is there

    watching = watch(sys.stdout.fileno())
    from bot.channels.terminal.start import terminal  # noqa: PLC0415 - plain lines need no screen

    try:
        channel = terminal(host, ME, clock, into_folder, wishes, watching.other_screen)
        if channel is None:
            return None
        _collect_again()
        return channel.talk(dialog, seed)
    finally:
        watching.done()


def _collect_again() -> None:
    # What was loaded lives as long as the process: it need not be looked at again.
    gc.freeze()
    gc.enable()


def whole_library(here: Settings) -> Library | None:
    """Return all that a talk needs; where something is missing or wrong, say so and return None."""
    for folder in (here.dialogs, here.config):
        if not folder.is_dir():
            complain(f"There is no folder {folder}. Name the one that holds your files.")
            return None
    try:
        loaded = load(here)
    except OSError:
        complain(f"The files in {here.dialogs} or {here.config} can't be read.")
        return None
    library = loaded.library
    if library is None:
        complain(mistakes(loaded))
        complain("\nNothing starts while the dialogs or rules have mistakes. See: afterword check")
        return None
    if missing := lacking(library):
        complain(f"There are no {missing} in {here.dialogs} and {here.config}, so nothing starts.")
        return None
    return library


def load(here: Settings) -> Loaded:
    """Load the library that the settings name, from the cache where nothing has changed."""
    from bot.language.cache import load_cached  # noqa: PLC0415 - `--help` needs none

    return load_cached(here.dialogs, here.config, here.cache, settings.shipped_folder() / "dialogs")


def mistakes(loaded: Loaded) -> str:
    """Print what is wrong in the files, for people."""
    from bot.language.diagnostics import render  # noqa: PLC0415 - as above

    return render(loaded.diagnostics, loaded.sources)


_LISTED = 12
"""Dialogs that are named where none is near: a screen full of them is no answer."""


def unknown_dialog(name: str, known: object) -> str:
    """Say that there is no such dialog, and which one may be meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

    names = [str(one) for one in known] if hasattr(known, "__iter__") else []
    near = get_close_matches(name, names, n=1)
    more = " …" if len(names) > _LISTED else "."
    there = f"There are: {', '.join(sorted(names)[:_LISTED])}{more}"
    hint = f"Did you mean {near[0]}?" if near else there
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
        with os.fdopen(number, "wb") as file:
            file.write(handed.data())
        return f"It is in {os.path.join(os.getcwd(), name)}"  # noqa: PTH109, PTH118 - a path to show
    return "I can't write a file in this folder. Start me in a folder of your own and try again."


def lacking(library: Library) -> str:
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


def _be_able_to_write() -> None:
    """Let a sign that the terminal has no place for become a question mark, not an error."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
