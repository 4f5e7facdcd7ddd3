"""Where the file of saved talks stands: made for its owner alone, refused when others can look."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.store.errors import (
    DiskFull,
    IsAFolder,
    NoFolder,
    NotAllowed,
    OpenToOthers,
    ReadOnly,
    StoreError,
)

if TYPE_CHECKING:
    from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600
OTHERS = 0o077
"""The bits that let the group or everybody in."""

_PART = ".part"
_SIDES = ("", "-wal", "-shm", "-journal", ".erased")


def part_of(path: Path) -> Path:
    """Return what a file is called that is to stand at `path`, until it is whole."""
    return path.with_name(path.name + _PART)


def drop_part(path: Path) -> None:
    """Take away what is left of such a file, which a kill leaves with everything in it."""
    part = part_of(path)
    for ending in _SIDES:
        with suppress(OSError):
            part.with_name(part.name + ending).unlink()


def prepare(path: Path) -> None:
    """Make sure that `path` is a file, made if need be, which only its owner can open.

    SQLite gives its side files the mode of this one. Raises a `StoreError`.
    """
    try:
        path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        _refuse_others(path.parent)
        if path.is_dir():
            raise IsAFolder(path)
        if not path.exists():
            _make(path)
        _refuse_others(path)
    except (FileExistsError, NotADirectoryError) as error:
        raise NoFolder(path) from error
    except PermissionError as error:
        raise NotAllowed(path) from error
    except OSError as error:
        raise _why(error, path) from error


def _make(path: Path) -> None:
    # Never opens a file that is there: closing it again would drop the locks which another
    # connection of this process holds on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, FILE_MODE))


def _refuse_others(path: Path) -> None:
    # Windows keeps its permissions elsewhere; the mode bits there say nothing.
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & OTHERS:
        raise OpenToOthers(path)


def _why(error: OSError, path: Path) -> StoreError:
    match error.errno:
        case errno.EROFS:
            return ReadOnly(path)
        case errno.ENOSPC:
            return DiskFull(path)
        case _:
            return StoreError(path)
