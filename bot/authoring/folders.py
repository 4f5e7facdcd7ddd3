"""Which dialogs and transcripts a path means that an author names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.authoring.transcripts import UnreadableError, read

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".txt"
DIALOGS = "dialogs"
"""The folder that ids of dialogs are counted from, wherever it stands."""
BESIDE = ("transcripts", "tests/transcripts")
"""Folders beside one of dialogs in which its transcripts stand; they may stand in it as well."""


class Meant(NamedTuple):
    """A folder of dialogs, ids of those that are meant, and the transcripts that are."""

    folder: Path
    dialogs: tuple[str, ...]
    transcripts: tuple[Path, ...]


def meant_by(path: Path, usual: Path) -> Meant:
    """Return what a folder, a dialog or a transcript means; `usual` where a transcript has no dialogs near.

    A transcript belongs to the dialogs of its folder or of one beside or above it.
    """
    if path.is_dir():
        inner = path / DIALOGS
        folder = inner if inner.is_dir() else path if path.name else path.resolve()
        if any(folder.rglob("*.yaml")):
            return Meant(folder, _ids(folder), transcripts_of(folder))
        return _of_transcripts(path, _in(path), usual)
    if path.suffix == SUFFIX:
        return _of_transcripts(path.parent, (path,), usual)
    whole = path.resolve()
    above = [one for one in whole.parents if one.name == DIALOGS]
    folder = above[0] if above else whole.parent
    dialog = whole.relative_to(folder).with_suffix("").as_posix()
    talks = (one for one in transcripts_of(folder) if _dialog_of(one) == dialog)
    return Meant(folder, (dialog,), tuple(talks))


def place_for(folder: Path) -> Path:
    """Return the folder in which transcripts of these dialogs are written."""
    beside = (folder.parent / one for one in BESIDE)
    return next((one for one in beside if one.is_dir()), folder / BESIDE[0])


def transcripts_of(folder: Path) -> tuple[Path, ...]:
    """Return the transcripts that stand in a folder of dialogs or beside it, in order."""
    places = (folder, *(folder.parent / one for one in BESIDE))
    return tuple(dict.fromkeys(one for place in places for one in _in(place)))


def _of_transcripts(here: Path, found: tuple[Path, ...], usual: Path) -> Meant:
    whole = here.resolve()
    inside = [above / DIALOGS for above in (whole, *whole.parents[:2])]
    around = [whole, whole.parent] if whole.name == BESIDE[0] else [whole]
    near = (*(one for one in inside if one.is_dir()),
            *(one for one in around if any(one.rglob("*.yaml"))))  # fmt: skip
    return Meant(next(iter(near), usual), (), found)


def _in(folder: Path) -> tuple[Path, ...]:
    return tuple(one for one in sorted(folder.rglob(f"*{SUFFIX}")) if _is_transcript(one))


def _ids(folder: Path) -> tuple[str, ...]:
    files = sorted(folder.rglob("*.yaml"))
    return tuple(one.relative_to(folder).with_suffix("").as_posix() for one in files)


def _is_transcript(path: Path) -> bool:
    """Whether a file begins as a transcript does."""
    try:
        with path.open(encoding="utf-8") as file:
            first = next((line for line in file if line.strip() and line[0] != "#"), "")
    except (OSError, UnicodeDecodeError):
        return False
    return first.startswith("dialog:")


def _dialog_of(path: Path) -> str:
    try:
        return read(path.read_text(encoding="utf-8")).dialog
    except (OSError, UnicodeDecodeError, UnreadableError):
        return ""
