"""YAML text to plain nodes with their places; every trap of YAML is named, none is swallowed.

Every scalar is text here. What a field takes is the decoder's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from bot.language.diagnostics import Report, Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

NESTED = 40
"""Levels of nesting. A dialog needs about twelve; past this a file is broken or an attack."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, with the offsets it spans. `swallowed` is what a ` #` behind it took away."""

    text: str
    span: Span
    start: int
    end: int
    plain: bool = True
    swallowed: Span | None = None


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


def compose(report: Report) -> Node | None:
    """Return the root of a file; None for an empty file and for one that is not YAML.

    Everything that is wrong goes to the report.
    """
    builder = _Builder(report)
    try:
        return builder.file()
    except yaml.YAMLError as error:
        _explain(error, report)
    return None


class _Builder:
    """Builds nodes from the parser's events, so that an alias is seen and never followed."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.source = report.source
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.events: Iterator[Any] = iter(yaml.parse(self.source.text, Loader=loader))
        self.depth = 0

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
                first = entries[key.text][0].span.line
                self.report.add(
                    "D106", key.span, f"`{key.text}` stands here twice",
                    f"the first is in line {first}; keep one of them",
                )  # fmt: skip
            else:
                entries[key.text] = key, value
        return Mapping(tuple(entries.values()), _span(start), bool(start.flow_style))

    def _scalar(self, event: Any) -> Scalar:
        span, start, end = _span(event), event.start_mark.index, event.end_mark.index
        text = getattr(event, "value", "")
        plain = getattr(event, "style", None) in (None, "")
        swallowed = self._swallowed(span) if plain and text else None
        return Scalar(text, span, start, end, plain, swallowed)

    def _swallowed(self, span: Span) -> Span | None:
        line = self.source.line(span.end_line)
        rest = line[span.end_column - 1 :]
        found = _COMMENT.match(rest)
        if found is None or _MEANT.match(rest):
            return None
        return Span(span.end_line, span.end_column + found.end() - 1, span.end_line, len(line) + 1)


_TOO_DEEP = f"there are more than {NESTED} levels of nesting here"
_COMMENT = re.compile(r"\s+#")
_MEANT = re.compile(r"\s{2,}#\s")
"""A comment set apart by spaces on both sides is meant as one."""


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


# --- syntax errors in the author's words ---------------------------------------

_SIGN = re.compile(
    r"^(?:\s*-\s)*\s*(?:[^\s:#][^:#]*:\s+(?=- ))?(?:[^\s:#-][^:#]*:\s+)?"
    r"(?P<sign>[{\[*&!@%`>|]|(?<=: )- )"
)
_QUOTED = re.compile(
    r"""^(?:\s*-\s)*\s*(?:[^\s:#][^:#]*:\s+)?(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')"""
)
_IN_BRACKETS = ("while parsing a flow mapping", "while parsing a flow sequence")
_AS_TEXT = 'put the whole text in quotes: "…"'


def _explain(error: yaml.YAMLError, report: Report) -> None:
    source = report.source
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        place = getattr(error, "position", 0)
        report.add(
            "D101", source.span(place, place + 1), "there is a control sign here that text cannot hold",
            "delete it and type the line again",
        )  # fmt: skip
        return
    line, column = mark.line + 1, mark.column + 1
    at = Span(line, column, line, column + 1)
    text = source.line(line)
    problem = str(getattr(error, "problem", None) or error)
    indent = text[: len(text) - len(text.lstrip())]
    if "nesting" in problem:
        report.add("D101", at, _TOO_DEEP, "take the lists and names apart")
    elif "\t" in indent or text[column - 1 : column] == "\t":
        tab = (indent if "\t" in indent else text).index("\t") + 1
        report.add("D102", Span(line, tab, line, tab + 1), "there is a tab here", "use spaces")
    elif getattr(error, "context", None) in _IN_BRACKETS:
        _unclosed(error, report)
    elif "mapping values are not allowed" in problem:
        report.add("D103", at, "a colon and a space inside text end the text here", _AS_TEXT)
    elif (sign := _sign_before(error, source, line)) is not None:
        span, written = sign
        shown = "a backtick" if written == "`" else f"`{written}`"
        report.add("D104", span, f"text that starts with {shown} needs quotes", _AS_TEXT)
    elif (quoted := _QUOTED.match(text)) is not None and quoted.end() < column:
        report.add(
            "D101", at, "the text goes on after its closing quotation mark",
            "put all of it inside the quotation marks, or none of it",
        )  # fmt: skip
    else:
        report.add(
            "D101", at, f"this is not YAML: {problem}",
            "look at the indentation and the quotation marks of this line and the one above",
        )  # fmt: skip


def _unclosed(error: yaml.YAMLError, report: Report) -> None:
    mark = error.context_mark  # type: ignore[attr-defined]  # it is a marked error
    line, column = mark.line + 1, mark.column + 1
    sign = report.source.line(line)[column - 1 : column]
    report.add(
        "D101", Span(line, column, line, column + 1), f"the `{sign}` here is not closed, or not in time",
        "close it on its line, or put the text in quotes",
    )  # fmt: skip


def _sign_before(error: yaml.YAMLError, source: Source, line: int) -> tuple[Span, str] | None:
    """Find a sign of YAML's own that starts a text where the trouble is, or where it began."""
    context = getattr(error, "context_mark", None)
    lines = [line] if context is None else [line, context.line + 1]
    for number in dict.fromkeys(lines):
        found = _SIGN.match(source.line(number))
        if found is not None:
            start = found.start("sign") + 1
            sign = found["sign"].strip()
            return Span(number, start, number, start + len(sign)), sign
    return None
