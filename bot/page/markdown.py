"""The page as Markdown: readable as it stands, and safe in any reader of Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from bot.mood import course
from bot.page import layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.page.layout import Block
    from bot.page.sheet import Page

# What would be read as a form or a link; an apostrophe or a dash stays as it is.
_SIGNS = re.compile(r"([\\`*_\[\]~])")
# At the start of a line these would make a heading, a list, a quote or a rule of it.
_STARTS = re.compile(r"^(\d{0,9})([#+=.)>-])")
# A tag or an entity. Not every reader knows a backslash before these, and "<3" is a heart.
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#|\w+;)")


def markdown(page: Page, lines: Sequence[str]) -> str:
    """Return the page as Markdown; `lines` are as in `layout.sections`."""
    about = " · ".join(_plain(one) for one in (page.day, page.title) if one)
    written = [f"# {layout.TITLE}", about]
    for section in layout.sections(page, lines):
        written.append(f"## {section.heading}")
        written += _grouped(section.blocks)
    written += ["---", f"*{layout.ONE_SIDE}*"]
    return "\n\n".join(written) + "\n"


def notes_markdown(day: str, notes: Sequence[tuple[str, str, str]]) -> str:
    """Return notes, each as (title, where it comes from, text), as Markdown."""
    written = [f"# {layout.NOTES_TITLE}", day]
    for title, about, text in notes:
        lines = _plain(layout.signs_only(text)).replace("\n", "  \n> ")
        written += [f"## {_plain(title)}", _plain(about), f"> {lines}"]
    return "\n\n".join(one for one in written if one) + "\n"


def _grouped(blocks: Sequence[Block]) -> Iterator[str]:
    """Write blocks, those of a list without an empty line between them."""
    items: list[str] = []
    for block in blocks:
        text = _written(block)
        if text.startswith("- "):
            items.append(text)
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield text
    if items:
        yield "\n".join(items)


def _written(block: Block) -> str:
    match block:
        case layout.Quote():
            words = "\n>\n".join(_quoted(one) for one in block.words)
            return f"**{_plain(block.question)}**\n\n{words}"
        case layout.Fact():
            return f"- {_plain(block.question)} **{_plain(block.answer)}**"
        case layout.Sign():
            return f"- {block.sign} {block.word}: {_plain(block.sentence)}"
        case layout.Bullet():
            return f"- {_plain(block.text)}"
        case layout.Subhead():
            return f"### {_plain(block.text)}"
        case layout.Line():
            return _plain(block.text)
        case layout.Held():
            return _quoted(block.text)
        case layout.Picture():
            return "\n".join(f"- {_plain(one)}" for one in course.lines(block.mood))
        case _:
            assert_never(block)


def _quoted(words: str) -> str:
    return "> " + _plain(layout.in_quotes(words)).replace("\n", "  \n> ")


def _plain(text: str) -> str:
    """Return a text whose signs mean only themselves."""
    plain = _TAG.sub("&lt;", _ENTITY.sub("&amp;", text))
    lines = _SIGNS.sub(r"\\\1", plain).split("\n")
    return "\n".join(_STARTS.sub(r"\1\\\2", line) for line in lines)
