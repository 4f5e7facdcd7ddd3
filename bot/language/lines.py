"""Reads the file of help lines into `HelpLines`, or says what is wrong with it and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.lines import EMERGENCY, KINDS, MARKS, SHOWN_MARKS, Country, HelpLine, HelpLines
from bot.language.diagnostics import Report, Source, Span, in_order
from bot.language.kinds import first_sign
from bot.language.yaml_nodes import Mapping, Scalar, Sequence, compose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.language.diagnostics import Diagnostic
    from bot.language.yaml_nodes import Node

_FILE_KEYS = {"checked_on": False, "countries": True, "directories": False}
_COUNTRY_KEYS = {"iso": True, "name": True, "lines": True, "note": False}
_LINE_KEYS = {
    "kind": True,
    "text": True,
    "sure": True,
    "checked_on": False,
    "hold": False,
    "note": False,
}
"""The keys of each mapping, and whether it must have them."""
_NOTHING = frozenset({"", "~", "null"})
"""How authors write that there is no value."""


class WrongLinesError(ValueError):
    """The file of help lines cannot be used; `str()` names each place and what to do."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(f"{one.where}: {one.message}" for one in self.diagnostics))


def read_lines(source: str, name: str = "resources.yaml") -> HelpLines:
    """Return the help lines in `source`, YAML text; `name` is what errors call the file.

    Raises `WrongLinesError` with everything that is wrong: a file of lines is used whole or not.
    """
    report = Report(Source(name, source))
    root = compose(report)
    reader = _Reader(report)
    lines = HelpLines((), ()) if root is None and report.found else reader.file(root)
    if report.found:
        raise WrongLinesError(in_order(report.found))
    return lines


class _Reader:
    """Walks the nodes of a file, goes on after a mistake and gathers all of them."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def file(self, root: Node | None) -> HelpLines:
        if root is None:
            self.report.add("D120", Span(1, 1, 1, 2), "The file is empty; it needs `countries`.")
            return HelpLines((), ())
        keys = self.keys_of(root, _FILE_KEYS)
        checked_on = self.date(keys.get("checked_on"))
        countries: dict[str, Country] = {}
        for node in self.items(keys.get("countries")):
            country = self.country(node, checked_on)
            if country.iso in countries:
                self.found(node, f"{country.iso} stands in the file twice; keep one of the two.")
            countries[country.iso] = country
        directories = tuple(
            self.line(node, checked_on) for node in self.items(keys.get("directories"))
        )
        return HelpLines(tuple(countries.values()), directories)

    def country(self, node: Node, checked_on: str) -> Country:
        keys = self.keys_of(node, _COUNTRY_KEYS)
        iso, name = self.text(keys.get("iso")), self.text(keys.get("name"))
        if keys.get("iso") and not (len(iso) == 2 and iso.isascii() and iso.isupper()):
            self.found(keys["iso"], f'"{iso}" is no country code; it has two capital letters.')
        lines = tuple(self.line(one, checked_on) for one in self.items(keys.get("lines")))
        if keys.get("lines") and not any(EMERGENCY in one.kinds and one.shown for one in lines):
            self.found(node, f"{name} has no emergency line that can be shown (A or B).")
        return Country(iso, name, lines)

    def line(self, node: Node, checked_on: str) -> HelpLine:
        keys = self.keys_of(node, _LINE_KEYS)
        text, sure = self.text(keys.get("text")), self.text(keys.get("sure"))
        if keys.get("sure") and sure not in MARKS:
            self.found(keys["sure"], f'"{sure}" is no mark; write A, B or C.')
        if keys.get("text") and not text.strip():
            self.found(keys["text"], "A line needs a number or an address.")
        return HelpLine(
            text,
            self.kinds(keys.get("kind")),
            sure,
            self.date(keys["checked_on"]) if "checked_on" in keys else checked_on,
            held=bool(self.text(keys.get("hold"))) and sure in SHOWN_MARKS,
        )

    def kinds(self, node: Node | None) -> tuple[str, ...]:
        nodes = [node] if isinstance(node, Scalar) else self.items(node)
        kinds = tuple(self.text(one) for one in nodes)
        for one, kind in zip(nodes, kinds, strict=True):
            if kind not in KINDS:
                self.found(one, f'"{kind}" is no kind of line.{_did_you_mean(kind, KINDS)}')
        if node and not kinds:
            self.found(node, "A line needs at least one kind.")
        return kinds

    def date(self, node: Node | None) -> str:
        written = self.text(node)
        if node and written and not _is_date(written):
            self.found(node, f'"{written}" is no date; write it as 2027-03-01, or leave it empty.')
            return ""
        return written

    def text(self, node: Node | None) -> str:
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self.found(node, "A text was expected here.")
            return ""
        # `checked_on: null` and `checked_on:` say the same as an empty text.
        return "" if node.plain and node.text in _NOTHING else node.text

    def items(self, node: Node | None) -> list[Node]:
        if node is None:
            return []
        if not isinstance(node, Sequence):
            self.found(node, "A list was expected here, each entry behind a dash.")
            return []
        return list(node.items)

    def keys_of(self, node: Node, known: dict[str, bool]) -> dict[str, Node]:
        if not isinstance(node, Mapping):
            self.found(node, f"Keys were expected here: {', '.join(known)}.")
            return {}
        keys: dict[str, Node] = {}
        for key, value in node.entries:
            name = self.text(key)
            if name not in known:
                self.found(key, f'"{name}" is not known here.{_did_you_mean(name, known)}')
            keys[name] = value
        for name, needed in known.items():
            if needed and name not in keys:
                self.found(node, f'"{name}" is missing here.')
        return keys

    def found(self, node: Node, message: str) -> None:
        self.report.add("D120", first_sign(node.span), message)


def _is_date(text: str) -> bool:
    from datetime import date  # noqa: PLC0415 - only a file with dates needs it

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

    near = get_close_matches(name, list(known), n=1)
    return f' Did you mean "{near[0]}"?' if near else f" It is one of: {', '.join(known)}."
