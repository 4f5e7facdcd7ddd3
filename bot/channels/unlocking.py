"""The passphrase of sealed talks: from a file, the system's keyring or the prompt; and the opened store."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.settings import NAME
from bot.store.errors import OpenToOthers, Sealed, StoreError, WrongPassphrase
from bot.store.place import OTHERS
from bot.store.places import is_sealed, named, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.settings import Settings
    from bot.store.places import Place
    from bot.store.protocol import LastingStore

VARIABLE = "AFTERWORD_PASSPHRASE_FILE"

TRIES = 3
"""Times that a wrong passphrase is asked for again; a slip of the hand is made once or twice."""

LONGEST = 4096
"""Characters of a passphrase file that are read."""


def opener(here: Settings, *, ask: bool = True) -> Callable[[], LastingStore]:
    """Return what opens the store that the settings name.

    The passphrase of a sealed file is found now, before anything stands on the screen: with `ask`
    from whoever sits there, if need be. Where it can't be had, opening raises the sentence for it.
    """
    place = here.db
    if not is_sealed(place):
        return lambda: open_store(place, keys=here.keys)
    try:
        store: LastingStore | None = unlocked(place, ask=ask)
    except StoreError as error:
        refusal = error

        def refuse() -> LastingStore:
            raise refusal

        return refuse

    def opened() -> LastingStore:
        # The one that is open already, and after it was closed a new one.
        nonlocal store
        first, store = store, None
        return first if first is not None else unlocked(place, ask=False)

    return opened


def unlocked(place: Place, *, ask: bool = True) -> LastingStore:
    """Open a sealed file; asks again after a wrong passphrase. Raises `StoreError`."""
    given = known(place)
    if given:
        return open_store(place, secret=given)
    for turn in range(1, TRIES + 1):
        typed = prompt(f"Passphrase of {named(place)} (Enter alone goes on without it): ", ask=ask)
        if not typed:
            break
        try:
            return open_store(place, secret=typed)
        except WrongPassphrase as error:
            if turn == TRIES:
                raise
            sys.stderr.write(f"{error}\n")
    raise Sealed(named(place))


def known(place: Place, environ: Mapping[str, str] | None = None) -> str:
    """Return the passphrase from the file that is named, else from the keyring, else ""."""
    written = (os.environ if environ is None else environ).get(VARIABLE, "").strip()
    return _of_file(Path(written).expanduser()) if written else _of_keyring(place)


def prompt(words: str, *, ask: bool = True) -> str:
    """Ask for a passphrase without showing it; "" where nobody sits at a terminal."""
    if not ask or not sys.stdin.isatty():
        return ""
    from getpass import getpass  # noqa: PLC0415 - only who sealed their talks is asked

    try:
        return getpass(words)
    except EOFError:
        return ""


def remember(place: Place, secret: str) -> bool:
    """Put a passphrase into the system's keyring, or take it out with ""; whether that was done."""
    keyring = _keyring()
    if keyring is None:
        return False
    try:
        if secret:
            keyring.set_password(NAME, str(place), secret)
        else:
            keyring.delete_password(NAME, str(place))
    except Exception:  # noqa: BLE001 - each system's keyring has errors of its own
        return False
    return True


def _of_file(path: Path) -> str:
    """Return the first line of a file that only its owner can read; raises `StoreError`."""
    try:
        if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & OTHERS:
            raise OpenToOthers(path)
        with path.open(encoding="utf-8") as file:
            return file.readline(LONGEST).rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise Sealed(path) from None


def _of_keyring(place: Place) -> str:
    keyring = _keyring()
    if keyring is None:
        return ""
    with suppress(Exception):
        return keyring.get_password(NAME, str(place)) or ""
    return ""


def _keyring() -> Any:
    from importlib import import_module  # noqa: PLC0415 - as above
    from importlib.util import find_spec  # noqa: PLC0415 - as above

    return import_module("keyring") if find_spec("keyring") else None
