"""A disk that remembers each write of SQLite's, can be put back to any of them, and can fail at one.

It stands between SQLite and the system as a VFS (https://www.sqlite.org/vfs.html), made with
ctypes over the library that Python itself uses, so that the real store runs on it unchanged.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from pathlib import Path
from typing import NamedTuple

OK, IOERR_WRITE, FULL = 0, 778, 13
SECTOR = 512
"""Bytes that a disk writes whole or not at all."""


class Op(NamedTuple):
    """One thing that was asked of the disk: write, cut, sync, gone, or whole (a file that is synced)."""

    what: str
    name: str
    offset: int = 0
    data: bytes = b""


class _Methods(Structure):
    _fields_ = [("version", c_int)] + [
        (name, c_void_p)
        for name in (
            "close", "read", "write", "truncate", "sync", "size", "lock", "unlock", "reserved",
            "control", "sector", "device", "shm_map", "shm_lock", "shm_barrier", "shm_unmap", "fetch",
            "unfetch",
        )
    ]  # fmt: skip


class _File(Structure):
    _fields_ = [("methods", POINTER(_Methods))]


class _Vfs(Structure):
    _fields_ = [
        ("version", c_int), ("file_size", c_int), ("longest_path", c_int), ("next", c_void_p),
        ("name", c_char_p), ("data", c_void_p),
    ] + [
        (name, c_void_p)
        for name in (
            "open", "delete", "access", "full_path", "dl_open", "dl_error", "dl_sym", "dl_close",
            "chance", "sleep", "time", "error", "time64", "set_call", "get_call", "next_call",
        )
    ]  # fmt: skip


_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, POINTER(_File), c_int, POINTER(c_int))
_DELETE = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)
_WRITE = CFUNCTYPE(c_int, POINTER(_File), c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, POINTER(_File), c_int64)
_SYNC = CFUNCTYPE(c_int, POINTER(_File), c_int)


def library():
    """Return the library that Python's sqlite3 stands on, None where it is built into Python."""
    import _sqlite3

    try:
        found = ctypes.CDLL(_sqlite3.__file__)
        found.sqlite3_vfs_find.restype = POINTER(_Vfs)
        found.sqlite3_vfs_find.argtypes = [c_char_p]
    except (AttributeError, OSError):
        return None
    return found


class Disk:
    """What was asked of the disk since `watch`; `fails` numbers a write from which on it refuses."""

    def __init__(self):
        self.ops: list[Op] = []
        self.fails: dict[int, int] = {}
        self.always: int = OK
        self._names: dict[int, str] = {}
        self._kept: list[object] = []
        self._tables: dict[int, _Methods] = {}

    @contextmanager
    def watch(self):
        """Stand between SQLite and the system inside."""
        sqlite = library()
        usual = sqlite.sqlite3_vfs_find(None)
        mine = _Vfs.from_buffer_copy(usual.contents)
        mine.name, mine.next = b"watched", None
        mine.open = self._callback(_OPEN, self._opener(usual))
        mine.delete = self._callback(_DELETE, self._deleter(usual))
        sqlite.sqlite3_vfs_register(ctypes.byref(mine), 1)
        try:
            yield self
        finally:
            sqlite.sqlite3_vfs_register(usual, 1)
            sqlite.sqlite3_vfs_unregister(ctypes.byref(mine))

    def whole(self, path: Path) -> None:
        """Note a file that was written and synced by other means."""
        self.ops.append(Op("whole", path.name, 0, path.read_bytes()))

    def _opener(self, usual):
        opens = _OPEN(usual.contents.open)

        def xopen(_vfs, name, file, flags, out):
            done = opens(ctypes.cast(usual, c_void_p), name, file, flags, out)
            if done == OK and file.contents.methods:
                path = ctypes.string_at(name).decode() if name else ""
                self._names[ctypes.addressof(file.contents)] = Path(path).name
                file.contents.methods = ctypes.pointer(self._watched(file.contents.methods))
            return done

        return xopen

    def _deleter(self, usual):
        deletes = _DELETE(usual.contents.delete)

        def xdelete(_vfs, name, sync):
            done = deletes(ctypes.cast(usual, c_void_p), name, sync)
            if done == OK:
                self.ops.append(Op("gone", Path(name.decode()).name))
            return done

        return xdelete

    def _watched(self, methods) -> _Methods:
        at = ctypes.addressof(methods.contents)
        if at not in self._tables:
            usual = methods.contents
            mine = _Methods.from_buffer_copy(usual)
            writes, cuts, syncs = _WRITE(usual.write), _TRUNCATE(usual.truncate), _SYNC(usual.sync)

            def xwrite(file, data, size, offset):
                refused = self.fails.get(len(self.ops), self.always)
                if refused:
                    return refused
                self.ops.append(Op("write", self._name(file), offset, ctypes.string_at(data, size)))
                return writes(file, data, size, offset)

            def xtruncate(file, size):
                self.ops.append(Op("cut", self._name(file), size))
                return cuts(file, size)

            def xsync(file, flags):
                self.ops.append(Op("sync", self._name(file)))
                return syncs(file, flags)

            mine.write = self._callback(_WRITE, xwrite)
            mine.truncate = self._callback(_TRUNCATE, xtruncate)
            mine.sync = self._callback(_SYNC, xsync)
            self._tables[at] = mine
        return self._tables[at]

    def _name(self, file) -> str:
        return self._names[ctypes.addressof(file.contents)]

    def _callback(self, kind, function) -> int:
        made = kind(function)
        self._kept.append(made)
        return ctypes.cast(made, c_void_p).value


def files_after(ops: list[Op], chance=None) -> dict[str, bytes]:
    """Return the files as they are after these writes.

    Without `chance` the system lives on, as after kill -9: all of them count. With it the power
    was cut: of what was not synced any part may be there, a write in whole sectors only.
    """
    files: dict[str, bytearray] = {}
    synced: dict[str, int] = {}
    for number, op in enumerate(ops):
        if op.what in ("sync", "whole", "gone"):
            synced[op.name] = number
    for number, op in enumerate(ops):
        content = files.setdefault(op.name, bytearray())
        data = op.data
        if chance is not None and number > synced.get(op.name, -1):
            if chance.random() < 0.5:
                continue
            if op.what == "write" and chance.random() < 0.3:
                data = data[: SECTOR * chance.randrange(1 + len(data) // SECTOR)]
        match op.what:
            case "write":
                content.extend(b"\0" * (op.offset + len(data) - len(content)))
                content[op.offset : op.offset + len(data)] = data
            case "cut":
                del content[op.offset :]
            case "gone":
                del files[op.name]
            case "whole":
                files[op.name] = bytearray(data)
    return {name: bytes(content) for name, content in files.items()}
