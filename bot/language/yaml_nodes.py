"""YAML text to plain nodes with their places; every trap of YAML is named, none is swallowed.

Every scalar is text here. What a field takes is the decoder's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from bot.language.diagnostics import Report, Source, Span
from bot.language.slips import CLOSE_IT, NOT_CLOSED, explain, swallows_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

NESTED = 40
"""Levels of nesting. A dialog needs about twelve; past this a file is broken or an attack."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, with the offsets it spans. `swallowed` is what a ` #` behind it took away.

    One that is `refused` stands for something that was reported already.
    """

    text: str
    span: Span
    start: int
    end: int
    plain: bool = True
    swallowed: Span | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `flow` is written in brackets."""

    items: tuple[Node, ...]
    span: Span
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the author's order, no key twice; `flow` is written in braces."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span
    flow: bool = False

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


def read_source(file: str, content: bytes) -> tuple[Source, Report]:
    """Return a file as text with plain line ends, and a report that tells if it is not UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - (content.rfind(b"\n", 0, error.start) + 1) + 1
        report = Report(Source(file, content.decode("utf-8", "replace")))
        report.add(
            "D110", Span(line, column, line, column + 1), "this file is not written in UTF-8",
            "save it with the encoding UTF-8",
        )  # fmt: skip
        return report.source, report
    source = Source(file, text.replace("\r\n", "\n").replace("\r", "\n"))
    return source, Report(source)


def compose(report: Report, words: frozenset[str] = frozenset()) -> Node | None:
    """Return the root of a file; None for an empty file and for one that is not YAML.

    Everything that is wrong goes to the report; `words` are the keys that can stand in the file.
    """
    if any(one.code == "D110" for one in report.found):
        return None
    builder = _Builder(report, words)
    root = None
    try:
        root = builder.file()
    except yaml.YAMLError as error:
        # Behind the start of a second document nothing is as its author meant it.
        if not builder.is_swallowed and not any(one.code == "D109" for one in report.found):
            explain(error, report, words, _TOO_DEEP)
    # Where a quotation mark was left open, what follows is not what its author wrote.
    return None if builder.is_swallowed else root


class _Builder:
    """Builds nodes from the parser's events, so that an alias is seen and never followed."""

    def __init__(self, report: Report, words: frozenset[str]) -> None:
        self.report = report
        self.source = report.source
        self.words = words
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.events: Iterator[Any] = iter(yaml.parse(self.source.text, Loader=loader))
        self.depth = 0
        self.is_swallowed = False

    def file(self) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self.report.add(
                        "D109", _span(event), "a second document starts here",
                        "keep one document a file: take the line `---` out, or make two files",
                    )  # fmt: skip
            elif isinstance(event, yaml.NodeEvent):
                node = self.node(event)
                root = node if documents < 2 else root
        return root

    def node(self, event: Any) -> Node:
        self._refuse(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._nested(event, self._sequence)
        if isinstance(event, yaml.MappingStartEvent):
            return self._nested(event, self._mapping)
        return self._scalar(event)

    def _nested(self, event: Any, build: Any) -> Node:
        self.depth += 1
        if self.depth > NESTED:
            raise yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=event.start_mark)
        node: Node = build(event)
        self.depth -= 1
        return node

    def _refuse(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.report.add(
                "D108", _span(event), f"`*{event.anchor}` repeats something from elsewhere",
                "write it out, or put the text in quotes if it starts with `*`",
            )  # fmt: skip
            return
        start = _span(event)
        if getattr(event, "anchor", None):
            end = Span(start.line, start.column, start.line, start.column + len(event.anchor) + 1)
            self.report.add(
                "D108", end, f"`&{event.anchor}` names something to be repeated",
                "take it out, or put the text in quotes if it starts with `&`",
            )  # fmt: skip
        if getattr(event, "tag", None):
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            end = Span(start.line, start.column, start.line, start.column + len(written))
            self.report.add(
                "D107", end, f"`{written}` is a tag of YAML, and dialogs have none",
                "put the text in quotes if it starts with `!`",
            )  # fmt: skip

    def _sequence(self, start: Any) -> Sequence:
        items = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event))
        return Sequence(tuple(items), _span(start), bool(start.flow_style))

    def _mapping(self, start: Any) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event)
            value = self.node(next(self.events))
            if not isinstance(key, Scalar):
                self.report.add("D114", key.span, "a name was expected here, before the colon")
            elif key.text == "<<":
                self.report.add(
                    "D108", key.span, "`<<` merges keys from elsewhere", "write the keys out"
                )
            elif key.text in entries:
                first, held = entries[key.text]
                self.report.add(
                    "D106", key.span, f"`{key.text}` stands here twice",
                    f"the first is in line {first.span.line}; keep one of them",
                )  # fmt: skip
                if isinstance(held, Scalar) and not held.text:
                    entries[key.text] = key, value
            else:
                entries[key.text] = key, value
        return Mapping(tuple(entries.values()), _span(start), bool(start.flow_style))

    def _scalar(self, event: Any) -> Scalar:
        span, start, end = _span(event), event.start_mark.index, event.end_mark.index
        text = getattr(event, "value", "")
        plain = getattr(event, "style", None) in (None, "")
        swallowed = self._swallowed(span) if plain and text else None
        if (
            span.end_line > span.line
            and _is_quoted(event)
            and swallows_lines(self.source, span, self.words)
        ):
            self.is_swallowed = True
            opened = Span(span.line, span.column, span.line, span.column + 1)
            self.report.add("D101", opened, NOT_CLOSED, CLOSE_IT)
        refused = isinstance(event, yaml.AliasEvent)
        return Scalar(text, span, start, end, plain, swallowed, refused)

    def _swallowed(self, span: Span) -> Span | None:
        line = self.source.line(span.end_line)
        rest = line[span.end_column - 1 :]
        found = _COMMENT.match(rest)
        if found is None or _MEANT.match(rest):
            return None
        return Span(span.end_line, span.end_column + found.end() - 1, span.end_line, len(line) + 1)


def _is_quoted(event: Any) -> bool:
    return getattr(event, "style", None) in ('"', "'")


_TOO_DEEP = f"there are more than {NESTED} levels of nesting here"
_COMMENT = re.compile(r"\s+#")
_MEANT = re.compile(r"\s{2,}#\s")
"""A comment set apart by spaces on both sides is meant as one."""


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
