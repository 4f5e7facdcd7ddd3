"""The list of those who were erased, beside the file of saved talks: marks that say nothing of anybody."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bot.store.errors import DiskFailed
from bot.store.place import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ENDING = ".erased"


def beside(path: Path) -> Path:
    """Return where the list of a file of saved talks stands."""
    return path.with_name(path.name + ENDING)


def read(path: Path) -> frozenset[str]:
    """Return the marks in the list beside `path`; raises `StoreError`."""
    ledger = beside(path)
    try:
        return frozenset(ledger.read_text(encoding="ascii").split())
    except FileNotFoundError:
        return frozenset()
    except (OSError, UnicodeDecodeError) as error:
        raise DiskFailed(ledger) from error


def note(path: Path, marks: Iterable[str]) -> None:
    """Add marks to the list beside `path`; they are safe there when this returns."""
    new = sorted(frozenset(marks) - read(path))
    if not new:
        return
    ledger = beside(path)
    prepare(ledger)
    # A line that a power cut left half written must not swallow the first new one.
    text = "\n" + "".join(f"{mark}\n" for mark in new)
    try:
        number = os.open(ledger, os.O_WRONLY | os.O_APPEND)
        with os.fdopen(number, "wb") as file:
            file.write(text.encode("ascii"))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise DiskFailed(ledger) from error
    sync_folder(ledger)


def sync_folder(path: Path) -> None:
    """Make the name of a file as lasting as what is in it, where the system can."""
    if os.name != "posix":
        return
    number = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
