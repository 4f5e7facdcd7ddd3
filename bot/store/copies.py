"""Copies of all that is kept: made, brought back, looked through. A copy is a file like that of a store."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.dialogue.codec import BrokenEntryError, decode, decode_value
from bot.store import ledger
from bot.store.errors import AlreadyThere, DiskFailed, WithoutMarks
from bot.store.faults import read_fault
from bot.store.migrations import MARKED
from bot.store.place import drop_part, part_of
from bot.store.protocol import NOTHING_YET, TABLES
from bot.store.sealing import put_in_place
from bot.store.server_copies import as_told
from bot.store.sqlite import SqliteStore
from bot.store.sqlite_rows import in_memory, is_locked, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import Any

    from bot.store.keys import KeyFile
    from bot.store.protocol import LastingStore, Line

ENOUGH = 20
"""Findings that are told one by one; more of them say nothing new."""


@dataclass(slots=True)
class Found:
    """What came by: how many rows of each table, and what is wrong, in sentences without words."""

    rows: dict[str, int] = field(default_factory=lambda: dict.fromkeys(TABLES, 0))
    wrong: list[str] = field(default_factory=list)


def back_up(store: LastingStore, path: Path, secret: str = "") -> Found:
    """Copy all that a store holds at one moment into a new file at `path`, for its owner alone.

    With a `secret` the copy is sealed. Words that stand under keys stay so in the copy. The list of the erased goes beside it. Others may go on writing. Raises a `StoreError`.
    """
    if path.exists():
        raise AlreadyThere(path)
    part = part_of(path)
    found = Found()
    drop_part(path)
    try:
        copy = SqliteStore(part, secret=secret)
        try:
            copy.replace_everything(_counted(store.everything(), found))
            copy.settle()
        finally:
            copy.close()
        ledger.note(path, store.erased())
        _into_place(part, path)
    finally:
        drop_part(path)
    return found


def bring_back(
    store: LastingStore, path: Path, secret: str = "", keys: KeyFile | None = None
) -> tuple[Found, int]:
    """Put a copy in the place of all that a store holds, and say how many people were left out.

    Who was erased, here or by the list beside the copy, is left out before anything is written.
    So is whoever's key was destroyed. The copy is read into memory and stays as it is. Raises a
    `StoreError`; then nothing changed.
    """
    erased = store.erased() | ledger.read(path)
    found, without = Found(), set[str]()
    lines, version, locked = _read(path, secret)
    if locked:
        lines = as_told(lines, keys, without)
    if erased and version < MARKED:
        raise WithoutMarks(path)
    store.note_erased(erased)
    store.replace_everything(_counted(_standing(lines, erased, without), found))
    return found, len(without)


def look_through(lines: Iterable[Line], erased: frozenset[str] = frozenset()) -> Found:
    """Read every row as a talk would, and say what is wrong."""
    found = Found()
    look = _Look(erased)
    for table, values in _counted(lines, found):
        said = look.at(table, dict(zip(TABLES[table], values, strict=True)))
        if said:
            found.wrong.append(said)
    if len(found.wrong) > ENOUGH:
        found.wrong[ENOUGH:] = [f"And {len(found.wrong) - ENOUGH} more."]
    return found


def look_through_copy(path: Path, erased: frozenset[str], secret: str = "") -> Found:
    """Do the same for a copy; raises a `StoreError`, `Corrupt` among them."""
    lines, _, _ = _read(path, secret)
    return look_through(lines, erased)


def rewrite(path: Path, old: str, new: str) -> None:
    """Write a file of saved talks anew, sealed with the passphrase `new`, or open with "".

    `old` is the one it has. Nobody else may have the file open. Raises a `StoreError`; then it is
    as it was.
    """
    part = part_of(path)
    drop_part(path)
    store = SqliteStore(path, secret=old)
    try:
        copy = SqliteStore(part, secret=new)
        try:
            with store.held_alone():
                copy.replace_everything(store.as_it_stands())
                copy.settle()
                copy.close()
                put_in_place(part, path)
        finally:
            copy.close()
    finally:
        drop_part(path)
        store.close()


class _Look:
    """What was seen so far, table by table: enough to tell what stands alone or out of order."""

    def __init__(self, erased: frozenset[str]) -> None:
        self._erased = erased
        self._people: set[str] = set()
        self._talks: set[str] = set()
        self._last = ("", NOTHING_YET)

    def at(self, table: str, row: dict[str, Any]) -> str:
        """Return what is wrong with a row; "" for nothing."""
        match table:
            case "person":
                self._people.add(row["id"])
                return "Somebody who was erased is there." if row["mark"] in self._erased else ""
            case "conversation":
                self._talks.add(row["id"])
                return self._owned(row, f"Talk {row['id']}")
            case "entry":
                return self._entry(row)
            case "fact":
                said = "" if _readable(decode_value, row["value"]) else "A fact can't be read."
                return said or self._owned(row, "A fact")
            case "watermark":
                return ""
            case _:
                return self._owned(row, f"A {table}")

    def _owned(self, row: dict[str, Any], what: str) -> str:
        return "" if row["person"] in self._people else f"{what} belongs to nobody."

    def _entry(self, row: dict[str, Any]) -> str:
        talk, seq = row["conversation"], row["seq"]
        last, self._last = self._last, (talk, seq)
        where = f"Talk {talk}, entry {seq}"
        if talk not in self._talks:
            return f"{where} belongs to no talk."
        if seq <= (last[1] if last[0] == talk else NOTHING_YET):
            return f"{where} is out of order."
        return "" if _readable(decode, row["payload"]) else f"{where} can't be read."


def _readable(read: Any, text: str | bytes) -> bool:
    if isinstance(text, bytes):
        return True  # it stands under a key
    try:
        read(text)
    except BrokenEntryError:
        return False
    return True


def _read(path: Path, secret: str) -> tuple[Iterator[Line], int, bool]:
    """Return the rows of a copy, the version it has, and whether its words stand under keys."""
    import sqlite3  # noqa: PLC0415 - as in sqlite.py

    try:
        connection, version = in_memory(path, secret)
        return rows_of(connection), version, is_locked(connection)
    except sqlite3.Error as error:
        raise read_fault(error, path) from error


def _standing(lines: Iterable[Line], erased: frozenset[str], without: set[str]) -> Iterator[Line]:
    """Leave out what belongs to the erased, and name them in `without`."""
    talks = set[str]()
    for table, values in lines:
        row = dict(zip(TABLES[table], values, strict=True))
        if table == "person" and row["mark"] in erased:
            without.add(row["id"])
        elif table == "conversation" and row["person"] in without:
            talks.add(row["id"])
        elif row.get("person") not in without and row.get("conversation") not in talks:
            yield table, values


def _counted(lines: Iterable[Line], found: Found) -> Iterator[Line]:
    for table, values in lines:
        found.rows[table] += 1
        yield table, values


def _into_place(part: Path, path: Path) -> None:
    """Give a whole copy its name, which nobody has taken meanwhile."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise AlreadyThere(path) from None
    except OSError:
        # Some file systems know no second name for a file.
        part.rename(path)
    try:
        ledger.sync_folder(path)
    except OSError as error:
        raise DiskFailed(path) from error
