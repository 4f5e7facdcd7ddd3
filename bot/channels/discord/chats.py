"""Where a person can be written to unasked: kept beside their talks once one is kept, gone with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.store.protocol import number_of

if TYPE_CHECKING:
    from bot.store.protocol import Store

CHAT = "private chat on Discord"
"""The person fact that holds the chat's number; an author can't write such a name."""


class Chat(NamedTuple):
    """A private chat: whose it is, its number, and the newest event in it that was heard, or 0."""

    person: str
    channel: int
    heard: int


def keep_chat(store: Store, person: str, channel: int, at: str) -> None:
    """Keep where a person talks; raises `StoreError`."""
    if chat_of(store, person) != channel:
        store.keep_fact(person, CHAT, f'"{channel}"', at)


def drop_chat(store: Store, person: str) -> None:
    """Forget where a person talks; raises `StoreError`."""
    store.drop_fact(person, CHAT)


def chat_of(store: Store, person: str) -> int:
    """Return the number of a person's chat, 0 for none; raises `StoreError`."""
    found = (one.value for one in store.facts(person) if one.name == CHAT)
    return number_of(next(found, "").strip('"'))


def chats_since(store: Store, since: str) -> tuple[Chat, ...]:
    """Return the chats of everyone whose newest talk was touched after `since` (ISO time).

    Raises `StoreError`.
    """
    found = []
    for person in store.known_by(CHAT):
        talks = [one for one in store.conversations(person) if one.touched > since]
        messages = [row.message for one in talks for row in store.rows(one.id)]
        heard = max((number_of(one) for one in messages), default=0)
        if talks and heard:
            until = max(heard, store.heard_until(person))
            found.append(Chat(person, chat_of(store, person), until))
    return tuple(found)
