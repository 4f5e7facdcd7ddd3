"""A turn as Discord would show it, drawn in plain lines: messages, buttons, menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channels.discord.addresses import NO_TALK, Place
from bot.channels.discord.rendering import render
from bot.channels.discord.widgets import Menu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.channels.discord.rendering import Message
    from bot.channels.discord.widgets import Row
    from bot.dialogue.session import AskQuestion
    from bot.host import HostEffect


def written(
    effects: Sequence[HostEffect], help_lines: Callable[[Sequence[str]], Sequence[str]]
) -> Iterator[str]:
    """Give the messages of a turn one below the other, each with a line at its side.

    They are those of a direct message, where answers can be typed as well.
    """
    turn = render(effects, _place, help_lines, typed=True)
    for message in turn.messages:
        yield from (f"│ {line}".rstrip() for line in _message(message))
        yield ""


def _place(asked: AskQuestion) -> Place:
    return Place(NO_TALK, 0, asked.key)


def _message(message: Message) -> Iterator[str]:
    yield from message.text.splitlines()
    if message.file is not None:
        yield f"[file: {message.file.name}]"
    for row in message.rows:
        yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    if isinstance(row, Menu):
        several = f", up to {row.most}" if row.most > 1 else ""
        yield f"[ {row.placeholder}{several} ▾ ]"
        yield from (f"    {label}" for label, _ in row.choices)
        return
    yield " ".join(f"[ {one.label} ]" for one in row)
