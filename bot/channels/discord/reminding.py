"""Reminders people asked for, as letters into their private chats; who is in a talk is not disturbed.

When one may come is bot.reminding's. A closed chat pauses them until the person writes again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.channels.discord import wording
from bot.channels.discord.addresses import NO_TALK, Address, Way, digest
from bot.channels.discord.chats import chat_of, drop_chat
from bot.channels.discord.rendering import Message
from bot.channels.discord.widgets import BUTTON, HELP_LABEL, HOUSE, Button
from bot.dialogue.session import Key
from bot.keeping import rung
from bot.reminding import note_told, together, wait_until
from bot.store.payload import iso

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.dialogue.library import Library
    from bot.host import Host
    from bot.store.protocol import Reminder, Store

BEGIN = Key(HOUSE, "begin")
"""Where a button stands that begins a dialog; nothing has to be open there."""

HELD = 3_600.0
"""Seconds for which a reminder that was looked at is nobody else's: a process that dies is made up for."""

OFFERED = 3
"""Things that one letter offers to begin; what else is due stands on the start page."""


class Letter(NamedTuple):
    """A message to a person of whom reminders are due; `keys` are those of the reminders."""

    person: str
    chat: int
    keys: tuple[str, ...]
    message: Message


def begin_address(dialog: str) -> Address:
    """Return the id of a button that begins a dialog, or with "" a talk from the start."""
    return Address(NO_TALK, 0, Way.BEGIN, digest(BEGIN, dialog))


def letters(host: Host, is_busy: Callable[[str], bool]) -> tuple[Letter, ...]:
    """Take what is due, and return what may be sent now; the rest is put to a better time.

    `is_busy` says who is in the middle of a talk. Raises `StoreError`.
    """
    store = host.kept()
    if store is None:
        return ()
    now = host.clock.now()
    due = store.claim(iso(now), iso(now + HELD))
    return tuple(_sorted_out(host, store, due, is_busy, now))


def _sorted_out(
    host: Host,
    store: Store,
    due: tuple[Reminder, ...],
    is_busy: Callable[[str], bool],
    now: float,
) -> Iterator[Letter]:
    held: dict[str, list[Reminder]] = {}
    for one in due:
        if one.dialog in host.library.programs:
            held.setdefault(one.person, []).append(one)
    for person, mine in held.items():
        chat = chat_of(store, person)
        if not chat or is_busy(person):
            continue  # it comes up again when this look at it is forgotten
        later = wait_until(store, person, now, host.is_calm)
        if later:
            for one in mine:
                store.put_reminder(person, one.key, iso(later), one.dialog)
            continue
        # Noted before it is sent: whatever fails then, nobody is written to twice in a day.
        note_told(store, person, now)
        dialogs = [one.dialog for one in together(mine)[person]][:OFFERED]
        buttons = tuple(_begins(host.library, one) for one in dialogs)
        helps = Button(HELP_LABEL, str(Address(NO_TALK, 0, Way.HELP, digest(BEGIN, ""))), "help")
        # The titles stand on buttons alone: a lock screen shows only the text.
        message = Message(wording.REMINDED, ((*buttons, helps),))
        yield Letter(person, chat, tuple(one.key for one in mine), message)


def _begins(library: Library, dialog: str) -> Button:
    title = library.programs[dialog].title
    label = title if len(title) <= BUTTON else wording.BEGIN_LABEL
    return Button(label, str(begin_address(dialog)))


def delivered(host: Host, letter: Letter) -> None:
    """Set the reminders that were sent to their next time, or drop those that have none."""
    for key in letter.keys:
        rung(host.store(), host.library, letter.person, key, host.clock.now())


def closed(host: Host, letter: Letter) -> None:
    """Write no more to a person until they write again: their chat is closed."""
    drop_chat(host.store(), letter.person)
