"""Messages put into discord.py's shapes: text, buttons and menus that outlive the process, files."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Protocol

import discord
from discord import ui

from bot.channels.discord import wording
from bot.channels.discord.addresses import Address, Way, parse, pattern
from bot.channels.discord.widgets import Button, Menu

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from bot.channels.discord.rendering import Message

    Met = discord.Interaction[Any]

TONES: Mapping[str, discord.ButtonStyle] = {
    "answer": discord.ButtonStyle.primary,
    "word": discord.ButtonStyle.secondary,
    "help": discord.ButtonStyle.danger,
}

WRITTEN = 4000
"""Characters of an answer in a form (Discord's limit)."""

FORM_SECONDS = 15 * 60.0
"""How long discord.py remembers a form; as long as Discord takes an answer to it."""


class Pressable(Protocol):
    """Who is told of a press."""

    async def pressed(self, interaction: Met, at: Address, values: Sequence[str]) -> None:
        """Hear that something was pressed, or chosen from a menu."""
        ...


class Press(
    ui.DynamicItem[ui.Button[Any]],
    template=pattern(way for way in Way if way is not Way.MENU),
):
    """A button of any talk; all it knows stands in its id."""

    @classmethod
    async def from_custom_id(cls, _interaction: Met, item: Any, _match: re.Match[str], /) -> Press:
        """Make the button anew that was pressed."""
        return cls(item)

    async def callback(self, interaction: Met) -> None:
        """Tell the bot."""
        await _tell(interaction, self.custom_id, ())


class Choose(ui.DynamicItem[ui.Select[Any]], template=pattern((Way.MENU,))):
    """A menu of any talk."""

    @classmethod
    async def from_custom_id(cls, _interaction: Met, item: Any, _match: re.Match[str], /) -> Choose:
        """Make the menu anew that was used."""
        return cls(item)

    async def callback(self, interaction: Met) -> None:
        """Tell the bot."""
        await _tell(interaction, self.custom_id, self.item.values)


async def _tell(interaction: Met, custom_id: str, values: Sequence[str]) -> None:
    at = parse(custom_id)
    bot: Any = interaction.client
    if at is not None:
        heard: Pressable = bot
        await heard.pressed(interaction, at, values)


def view_of(message: Message) -> ui.View | None:
    """Return what can be pressed below a message; None for nothing."""
    if not message.rows:
        return None
    view = ui.View(timeout=None)
    for number, row in enumerate(message.rows):
        if isinstance(row, Menu):
            view.add_item(Choose(_menu(row), row=number))
        else:
            for button in row:
                view.add_item(Press(_button(button), row=number))
    return view


def pieces(message: Message) -> Mapping[str, Any]:
    """Return the arguments of a `send` for a message."""
    found: dict[str, Any] = {}
    if message.text:
        found["content"] = message.text
    view = view_of(message)
    if view is not None:
        found["view"] = view
    if message.file is not None:
        content = io.BytesIO(message.file.data())
        found["file"] = discord.File(content, message.file.name, description=message.said or None)
    return found


def form(at: Address) -> ui.Modal:
    """Return the form in which an answer is written where nothing is typed in the open."""
    made = ui.Modal(title=wording.MODAL_TITLE, custom_id=str(at), timeout=FORM_SECONDS)
    field: ui.TextInput[Any] = ui.TextInput(
        style=discord.TextStyle.paragraph, max_length=WRITTEN, custom_id="answer"
    )
    made.add_item(ui.Label(text=wording.MODAL_LABEL, component=field))
    return made


def written(data: Mapping[str, Any]) -> str:
    """Return what was written into a form, from the data of its interaction."""
    return "\n".join(_values(data.get("components", ())))


def _values(components: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for one in components:
        if isinstance(one.get("value"), str):
            yield one["value"]
        if "component" in one:
            yield from _values((one["component"],))
        yield from _values(one.get("components", ()))


def _button(button: Button) -> ui.Button[Any]:
    return ui.Button(label=button.label, custom_id=button.custom_id, style=TONES[button.tone])


def _menu(menu: Menu) -> ui.Select[Any]:
    choices = [discord.SelectOption(label=label, value=value) for label, value in menu.choices]
    return ui.Select(
        custom_id=menu.custom_id, placeholder=menu.placeholder, options=choices,
        min_values=1, max_values=menu.most,
    )  # fmt: skip
