"""Writes the manual page (roff) from the command line itself, so that both say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import click

KEPT_LINES = "\b"
"""Click's mark above a paragraph whose lines stay as they are."""


def manual_page(group: click.Group, name: str) -> str:
    """Return the page for a group of commands and what is in it."""
    return "\n".join(_lines(group, name)) + "\n"


def _lines(group: click.Group, name: str) -> Iterator[str]:
    import click  # noqa: PLC0415 - whoever calls this has it already

    context = click.Context(group, info_name=name)
    title = name.upper()
    yield f'.TH "{title}" "1" "" "{name}" "{name} manual"'
    yield ".SH NAME"
    yield f"{name} \\- a private talk for the weeks after a breakup"
    yield ".SH SYNOPSIS"
    yield f".B {name}"
    yield "[COMMAND] [OPTIONS]"
    yield ".SH DESCRIPTION"
    yield from _text(group.help or "")
    yield ".SH COMMANDS"
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        if command is not None:
            yield from _command(word, command, name)
    yield from _sections(group.epilog or "")


def _command(word: str, command: click.Command, name: str) -> Iterator[str]:
    import click  # noqa: PLC0415 - whoever calls this has it already

    context = click.Context(command, info_name=f"{name} {word}")
    yield f'.SS "{_safe(" ".join([word, *command.collect_usage_pieces(context)]))}"'
    yield from _text(command.help or "")
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if record is not None and record[1]:
            yield ".TP"
            yield f"\\fB{_safe(record[0])}\\fR"
            yield _safe(record[1])


def _sections(text: str) -> Iterator[str]:
    """Give the sections of the epilog, each headed by its first line."""
    for paragraph in text.strip("\n").split("\n\n"):
        head, _, rest = paragraph.replace(f"{KEPT_LINES}\n", "").partition("\n")
        yield f'.SH "{_safe(head.rstrip(":").upper())}"'
        yield from _as_it_is(rest)


def _text(text: str) -> Iterator[str]:
    import inspect  # noqa: PLC0415 - slow to bring in, and only this page needs it

    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if paragraph.startswith(KEPT_LINES):
            yield from _as_it_is(paragraph.removeprefix(KEPT_LINES).strip("\n"))
        else:
            yield ".PP"
            yield from (_safe(line) for line in paragraph.split("\n"))


def _as_it_is(text: str) -> Iterator[str]:
    yield ".PP"
    yield ".nf"
    yield from (_safe(line) for line in text.split("\n"))
    yield ".fi"


def _safe(line: str) -> str:
    """Return a line without anything that roff would obey."""
    escaped = line.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
