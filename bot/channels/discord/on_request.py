"""What an operator does when somebody asks for it: everything about one Discord user out, or gone.

It works beside a bot that runs. No word of anybody is printed.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from bot.channels.discord.people import name_of
from bot.channels.unlocking import opener
from bot.store.errors import StoreError
from bot.store.places import named, untouched

if TYPE_CHECKING:
    from pathlib import Path

    from bot.settings import Settings

FILE_MODE = 0o600
LARGEST_ID = 1 << 64


class RequestError(Exception):
    """A request can't be met; the text is a sentence that says why."""


def export(here: Settings, user: str, file: Path) -> bool:
    """Write everything held about a user into a new file of the operator's own; False for nothing.

    Raises `RequestError`.
    """
    person = _person(user)
    if untouched(here.db):
        return False
    try:
        store = opener(here)()
        try:
            found = store.export(person)
        finally:
            store.close()
    except StoreError as error:
        raise RequestError(str(error)) from None
    if not any(isinstance(part, list) and part for part in found.values()):
        return False
    try:
        number = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
        with os.fdopen(number, "w", encoding="utf-8", errors="replace") as written:
            json.dump(found, written, ensure_ascii=False, indent=1)
    except FileExistsError:
        raise RequestError(f"{file} is there already. Name a new file.") from None
    except OSError:
        raise RequestError(f"{file} can't be written.") from None
    return True


def erase(here: Settings, user: str) -> None:
    """Erase everything held about a user; raises `RequestError`."""
    person = _person(user)
    if untouched(here.db):
        raise RequestError(f"Nothing is kept in {named(here.db)} yet.")
    try:
        store = opener(here)()
        try:
            store.erase(person)
        finally:
            store.close()
    except StoreError as error:
        raise RequestError(str(error)) from None


def _person(user: str) -> str:
    if not (user.isascii() and user.isdecimal() and int(user) < LARGEST_ID):
        raise RequestError("A Discord user id is a long number: in Discord, Copy User ID.")
    return name_of(int(user))
