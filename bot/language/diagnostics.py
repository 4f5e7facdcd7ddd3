"""Diagnostics: what is wrong in an author's file, where, and what helps; and how that is printed.

It knows nothing of YAML or dialogs. What each code means stands in one page a code, in `codes/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from bot.dialogue.program import Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Format = Literal["human", "json", "github"]

_TAB = "    "


class Span(NamedTuple):
    """A stretch of a file; lines and columns count from 1, in characters; the end is not included."""

    line: int
    column: int
    end_line: int
    end_column: int


class Source:
    """A file as read: the path its author knows it by, and its text."""

    __slots__ = ("_starts", "file", "text")

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """Where each line starts, in characters from the first."""
        if self._starts is None:
            starts, at = [0], self.text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = self.text.find("\n", at + 1)
            self._starts = starts
        return self._starts

    def line(self, number: int) -> str:
        """Return a line (from 1) without its end; "" for one there is not."""
        starts = self.starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r")

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets in characters."""
        from bisect import bisect_right  # noqa: PLC0415 - only for a mistake

        starts = self.starts
        first, last = bisect_right(starts, start), bisect_right(starts, max(start, end))
        return Span(first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake: its code, what is wrong in the author's words, where, and what to do."""

    code: str
    message: str
    file: str
    span: Span
    help: str = ""

    @property
    def severity(self) -> str:
        """`error` or `warning`, as the page of the code says."""
        return page(self.code).severity

    @property
    def where(self) -> Where:
        """The place where it starts."""
        return Where(self.file, self.span.line, self.span.column)

    def __str__(self) -> str:
        return f"{self.where}: {self.code} {self.message}"


@dataclass(slots=True)
class Report:
    """Gathers what is wrong in one file; nothing stops at the first."""

    source: Source
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, code: str, span: Span, message: str, help: str = "") -> None:  # noqa: A002 - the word an author reads
        """Add a mistake; the same one at the same place counts once."""
        one = Diagnostic(code, message, self.source.file, span, help)
        if one not in self.found:
            self.found.append(one)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file and place, so that a reader goes through a file once."""
    return tuple(sorted(diagnostics, key=lambda one: (one.file, one.span, one.code)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether one of them is an error."""
    return any(one.severity == "error" for one in diagnostics)


# --- near names ---------------------------------------------------------------


def nearest(name: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Return the known name that was probably meant, or ""; `likeness` goes from 0 to 1."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

    by_folded = {one.lower(): one for one in known}
    for folded, one in by_folded.items():
        if sorted(folded) == sorted(name.lower()):
            return one
    near = get_close_matches(name.lower(), list(by_folded), n=1, cutoff=likeness)
    return by_folded[near[0]] if near else ""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the help for a name that is not known: the one meant, else what there is."""
    names = list(dict.fromkeys(known))
    near = nearest(name, names)
    if near:
        return f"did you mean `{near}`?"
    if not names:
        return ""
    shown = ", ".join(f"`{one}`" for one in names[:_LISTED])
    return f"there is {shown}" + (" …" if len(names) > _LISTED else "")


_LISTED = 12
"""Names listed when none is near: more is no help."""


# --- the pages of the codes ---------------------------------------------------

_PAGES = Path(__file__).parent / "codes"


@dataclass(frozen=True, slots=True)
class Page:
    """What a code means. `line` is where its bad example goes wrong, counted from 1.

    `text` is the page without its heading; `beside` another dialog that both examples speak of.
    """

    code: str
    title: str
    severity: str
    text: str
    bad: str = ""
    good: str = ""
    beside: str = ""
    line: int = 1
    encoding: str = "utf-8"


@cache
def page(code: str) -> Page:
    """Return the page of a code. Raises KeyError for a code there is not."""
    place = _PAGES / f"{code}.md"
    if not place.is_file():
        raise KeyError(code)
    return _read_page(place.read_text(encoding="utf-8"))


def codes() -> tuple[str, ...]:
    """Return every code, in order."""
    return tuple(sorted(one.stem for one in _PAGES.glob("*.md")))


def _read_page(text: str) -> Page:
    _, front, body = text.split("---\n", 2)
    facts = {key.strip(): value.strip() for key, _, value in map(_at_colon, front.splitlines())}
    blocks = list(_yaml_blocks(body))
    return Page(
        facts["code"], facts["title"], facts["severity"], body.partition("\n\n")[2].strip(),
        bad=blocks[0] if blocks else "",
        good=blocks[1] if len(blocks) > 1 else "",
        beside=blocks[2] if len(blocks) > 2 else "",
        line=int(facts.get("line", "1")),
        encoding=facts.get("encoding", "utf-8"),
    )  # fmt: skip


def _at_colon(line: str) -> tuple[str, str, str]:
    return line.partition(":")


def _yaml_blocks(body: str) -> Iterator[str]:
    for piece in body.split("```yaml\n")[1:]:
        yield piece.partition("```")[0]


# --- printing -----------------------------------------------------------------


def render(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, Source],
    format: Format = "human",  # noqa: A002 - as the option of the command line
    *,
    colour: bool = False,
) -> str:
    """Print diagnostics: for people with the line and a caret, as JSON (one array), or for GitHub.

    With `colour`, what people read is marked by colours of the terminal; nothing hangs on them.
    """
    ordered = in_order(diagnostics)
    match format:
        case "json":
            return _as_json(ordered)
        case "github":
            return "\n".join(_as_github(one) for one in ordered)
        case "human":
            paint = _PAINT if colour else _NO_PAINT
            return "\n\n".join(_as_human(one, sources.get(one.file), paint) for one in ordered)


class _Paint(NamedTuple):
    """What is put before the parts of a diagnostic, and after each."""

    place: str = ""
    error: str = ""
    warning: str = ""
    edge: str = ""
    over: str = ""


_NO_PAINT = _Paint()
_PAINT = _Paint("\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[36m", "\x1b[0m")


def _as_human(one: Diagnostic, source: Source | None, paint: _Paint) -> str:
    span, over = one.span, paint.over
    is_error = one.severity == "error"
    mark = paint.error if is_error else paint.warning
    note = "" if is_error else f" ({one.severity})"
    lines = [f"{paint.place}{one.where}{over}: {mark}{one.code}{over} {one.message}{note}"]
    text = source.line(span.line) if source is not None else ""
    if text:
        number = f"{span.line:>3}"
        edge = " " * (len(number) + 1) + "|"
        end = span.end_column if span.end_line == span.line else len(text.rstrip()) + 1
        before = text[: span.column - 1]
        marked = text[span.column - 1 : max(end, span.column + 1) - 1]
        caret = " " * _width(before) + f"{mark}{'^' * max(1, _width(marked))}{over}"
        lines += [
            f"{paint.edge}{edge}{over}",
            f"{paint.edge}{number} |{over} {text.expandtabs(4).rstrip()}",
            f"{paint.edge}{edge}{over} {caret}",
        ]
        lines += [f"{paint.edge}{edge[:-1]}={over} help: {one.help}"] if one.help else []
    elif one.help:
        lines.append(f"    {paint.edge}={over} help: {one.help}")
    return "\n".join(lines)


def _width(text: str) -> int:
    """Columns a terminal gives the text: wide signs take two, joining ones none."""
    if text.isascii():
        return len(text.replace("\t", _TAB))
    from unicodedata import combining, east_asian_width  # noqa: PLC0415 - only for other scripts

    return sum(
        0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1
        for sign in text.replace("\t", _TAB)
    )


def _as_json(ordered: tuple[Diagnostic, ...]) -> str:
    import json  # noqa: PLC0415 - only when asked for

    return json.dumps(
        [
            {
                "code": one.code,
                "severity": one.severity,
                "message": one.message,
                "help": one.help,
                "filename": one.file,
                "location": {"row": one.span.line, "column": one.span.column},
                "end_location": {"row": one.span.end_line, "column": one.span.end_column},
                "url": f"bot/language/codes/{one.code}.md",
            }
            for one in ordered
        ],
        indent=2,
        ensure_ascii=False,
    )


def _as_github(one: Diagnostic) -> str:
    said = f"{one.message} ({one.help})" if one.help else one.message
    said = said.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    place = (
        f"file={one.file},line={one.span.line},col={one.span.column},endLine={one.span.end_line}"
    )
    level = "notice" if one.severity == "note" else one.severity
    return f"::{level} {place},title={one.code}::{said}"
