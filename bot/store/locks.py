"""Which lock the words of a talk or a person stand under on a server: their own key's, or none."""

from __future__ import annotations

from collections import OrderedDict
from os import urandom
from typing import TYPE_CHECKING, Any, Protocol

from bot.store import server_tables as sql
from bot.store.errors import KeyGone, Unwritable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.store.keys import KeyFile

REMEMBERED = 10_000
"""Locks that are at hand: those of the people who are talking now, some hundred bytes each."""


def new_mark() -> str:
    """Return a mark made by chance."""
    return urandom(16).hex()


class Lock(Protocol):
    """Turns words into what a server keeps, and back; `mark` is that of the key, None without one."""

    @property
    def mark(self) -> str | None:
        """Return the mark of the person whose key this is."""
        ...

    def lock(self, text: str, where: str) -> bytes:
        """Return what is kept; raises `Unwritable` for half a character."""
        ...

    def unlock(self, locked: bytes, where: str) -> str:
        """Return the words; raises `KeyGone` where the key does not fit."""
        ...


class Open:
    """No lock at all: the words stand there as bytes."""

    mark: str | None = None

    def lock(self, text: str, where: str) -> bytes:  # noqa: ARG002 - as a lock
        """Return a text as bytes."""
        try:
            return text.encode()
        except UnicodeEncodeError:
            # The error carries the text itself, so it goes no further.
            raise Unwritable from None

    def unlock(self, locked: bytes, where: str) -> str:  # noqa: ARG002 - as a lock
        """Return bytes as text."""
        return locked.decode()


OPEN: Lock = Open()


class Locks(Protocol):
    """Finds the lock of a talk or of a person."""

    def of_talk(self, conversation: str) -> Lock | None:
        """Return the lock of a talk; None for one that is not there."""
        ...

    def of_person(self, person: str) -> Lock | None:
        """Return the lock of a person; None for one of whom nothing is there."""
        ...

    def made_for(self, person: str) -> Lock:
        """Return the lock of a person, with a key made now for one of whom nothing is there."""
        ...

    def at(self, mark: str) -> Lock:
        """Return the lock of a mark; raises `KeyGone`."""
        ...

    def destroy(self, marks: Iterable[str]) -> None:
        """Let nobody read any more what stands under these marks."""
        ...

    def forget(self) -> None:
        """Look anew for every lock from here on."""
        ...


class NoLocks:
    """Everybody's words stand open."""

    def of_talk(self, conversation: str) -> Lock:  # noqa: ARG002 - as `Locks`, below, too
        """Return no lock."""
        return OPEN

    def of_person(self, person: str) -> Lock:  # noqa: ARG002
        """Return no lock."""
        return OPEN

    def made_for(self, person: str) -> Lock:  # noqa: ARG002
        """Return no lock."""
        return OPEN

    def at(self, mark: str) -> Lock:  # noqa: ARG002
        """Return no lock."""
        return OPEN

    def destroy(self, marks: Iterable[str]) -> None:
        """Do nothing."""

    def forget(self) -> None:
        """Do nothing."""


class KeyedLocks:
    """Everybody's words stand under a key of their own.

    `read` asks the server; what it answered is remembered, and refused by the server once a
    person was erased meanwhile.
    """

    def __init__(self, keys: KeyFile, read: Callable[[str, str], list[tuple[Any, ...]]]) -> None:
        self._keys = keys
        self._read = read
        self._known: OrderedDict[tuple[str, str], Lock] = OrderedDict()

    def of_talk(self, conversation: str) -> Lock | None:
        """Return the lock of a talk; raises `KeyGone`."""
        return self._found("talk", conversation, sql.MARK_OF_TALK)

    def of_person(self, person: str) -> Lock | None:
        """Return the lock of a person; raises `KeyGone`."""
        return self._found("person", person, sql.MARK)

    def made_for(self, person: str) -> Lock:
        """Return the lock of a person; the key is on the disk before a word is locked with it."""
        return self.of_person(person) or self._remember(
            ("person", person), self._keys.made(new_mark())
        )

    def at(self, mark: str) -> Lock:
        """Return the lock of a mark."""
        known = self._known.get(("mark", mark))
        if known is not None:
            return known
        lock = self._keys.lock_of(mark)
        if lock is None:
            raise KeyGone
        return self._remember(("mark", mark), lock)

    def destroy(self, marks: Iterable[str]) -> None:
        """Destroy the keys, in the file and in memory."""
        self._keys.destroy(marks)
        self.forget()

    def forget(self) -> None:
        """Forget what the server answered."""
        self._known.clear()

    def _found(self, kind: str, name: str, statement: str) -> Lock | None:
        known = self._known.get((kind, name))
        if known is not None:
            self._known.move_to_end((kind, name))
            return known
        found = self._read(statement, name)
        return self._remember((kind, name), self.at(found[0][0])) if found else None

    def _remember(self, name: tuple[str, str], lock: Lock) -> Lock:
        self._known[name] = lock
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return lock
