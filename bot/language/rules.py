"""Rule files (YAML) to `Rules`, with the place of everything that is wrong in them.

The format is in docs of `read_rules`; what the patterns find is bot.understanding's.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.language.diagnostics import Report, Source, Span, in_order
from bot.language.yaml_nodes import Mapping, Scalar, Sequence, compose
from bot.understanding.grammar import PhraseError, PlainPhrase, compile_phrase
from bot.understanding.patterns import Pattern, Rules
from bot.understanding.signals import LOW_SIGN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as MappingOf

    from bot.language.diagnostics import Diagnostic
    from bot.language.yaml_nodes import Node

LEVELS = (
    "red-now", "red", "own", "hard-stop", "red-ask", "amber", "age", "pause", "tactic", "soft",
)  # fmt: skip
"""The closed list of signal levels, strongest first."""

SIGNALS = ("R0", *(f"R{number}" for number in range(1, 18)))
"""R0 is a low sign that is no signal alone: two of them ask."""

_FILE_KEYS = frozenset({"title", "about", "classes", "patterns", "reviewed_by", "reviewed_on"})
_PATTERN_KEYS = frozenset({
    "signal", "level", "class", "weight", "says", "unless", "nowhere", "with", "scope", "source",
    "examples", "counter-examples",
})  # fmt: skip
# In the order in which they are tried: the cheapest first.
_DEFAULT_SCOPE = {"person": "any", "negated": "no", "conditional": "any", "past": "any",
                  "quoted": "no"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that must fire its pattern, or (`fires` false) must not."""

    group: str
    pattern: str
    where: str
    text: str
    fires: bool


class WrongRulesError(ValueError):
    """Rule files that cannot be used; `str()` names every place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(f"{one.where}: {one.message}" for one in self.diagnostics))


@dataclass(frozen=True, slots=True)
class RuleFiles:
    """The rules of all files, and the examples their authors gave."""

    rules: Rules
    examples: tuple[Example, ...]


def load_rules(config: Path) -> RuleFiles:
    """Read config/safety/*.yaml and config/understanding/*.yaml under `config`.

    Raises WrongRulesError with all that is wrong, OSError where a file cannot be read.
    """
    paths = [*sorted((config / "safety").glob("*.yaml")),
             *sorted((config / "understanding").glob("*.yaml"))]  # fmt: skip
    return read_rules(
        {
            path.relative_to(config.parent).as_posix(): path.read_text(encoding="utf-8")
            for path in paths
        }
    )


def read_rules(sources: MappingOf[str, str]) -> RuleFiles:
    """Rules from YAML texts by file name; a group is a file's stem.

    A file has `title`, `classes` (name to phrases; those of words.yaml are everyone's) and
    `patterns`, each with `signal` and `level` or `class` and `weight`; `says`; `unless`, `nowhere`,
    `with`; `scope`; `source`; `examples` and `counter-examples`. What a pattern with a weight below 0
    finds speaks against its class, or against low signs (R0) close to it.
    Raises WrongRulesError.
    """
    reports = [Report(Source(name, source)) for name, source in sources.items()]
    files = [_File(report) for report in reports]
    shared = {
        key: value for file in files if file.stem == "words" for key, value in file.classes.items()
    }
    groups: dict[str, list[Pattern]] = {}
    examples: list[Example] = []
    for file in files:
        patterns = list(file.patterns({**shared, **file.classes}, examples))
        if patterns:
            groups.setdefault(file.stem, []).extend(patterns)
    found = in_order(one for report in reports for one in report.found)
    if found:
        raise WrongRulesError(found)
    return RuleFiles(Rules(groups), tuple(examples))


class _File:
    """One rule file, read as far as it can be; every mistake becomes a finding."""

    def __init__(self, report: Report) -> None:
        self.name = report.source.file
        self.stem = Path(self.name).stem
        self._report = report
        self._root = compose(report)
        self.classes: dict[str, list[str]] = {}
        fields = dict(self._fields(self._root, _FILE_KEYS)) if self._root is not None else {}
        self._rows = fields.get("patterns")
        if "classes" in fields:
            for key, node in self._fields(fields["classes"], None):
                self.classes[key] = [item for item, _ in self._phrases(node)]

    def _wrong(self, node: Node, message: str, shift: int = 0) -> None:
        line, column = node.span.line, node.span.column + shift
        self._report.add("D119", Span(line, column, line, column + 1), message)

    def _fields(self, node: Node, allowed: frozenset[str] | None) -> Iterator[tuple[str, Node]]:
        if not isinstance(node, Mapping):
            self._wrong(node, "expected names with values here")
            return
        seen: set[str] = set()
        for key, value in node.entries:
            name = key.text
            if name in seen:
                self._wrong(key, f"{name!r} stands here twice")
            elif allowed is not None and name not in allowed:
                self._wrong(key, f"{name!r} is not one of {', '.join(sorted(allowed))}")
            else:
                seen.add(name)
                yield name, value

    def _phrases(self, node: Node) -> Iterator[tuple[str, Node]]:
        """Texts of a list; a single text is split at its bars outside of brackets."""
        if isinstance(node, Scalar):
            for piece in _bars(node.text):
                yield piece, node
            return
        if not isinstance(node, Sequence):
            self._wrong(node, "expected a list of texts")
            return
        for item in node.items:
            if isinstance(item, Scalar):
                yield item.text, item
            else:
                self._wrong(item, "expected a text")

    def patterns(
        self, classes: MappingOf[str, list[str]], examples: list[Example]
    ) -> Iterator[Pattern]:
        """Yield the patterns of the file; its examples are added to `examples`."""
        if self._rows is None:
            return
        for name, node in self._fields(self._rows, None):
            where = f"{self.name}:{node.span.line - 1}"
            fields = dict(self._fields(node, _PATTERN_KEYS))
            pattern = self._pattern(name, where, node, fields, classes)
            for key, fires in (("examples", True), ("counter-examples", False)):
                if key in fields and isinstance(fields[key], Sequence):
                    examples.extend(
                        Example(self.stem, name, where, text, fires)
                        for text, _ in self._phrases(fields[key])
                    )
            if pattern is not None:
                yield pattern

    def _pattern(
        self, name: str, where: str, node: Node, fields: MappingOf[str, Node],
        classes: MappingOf[str, list[str]],
    ) -> Pattern | None:  # fmt: skip
        if ("signal" in fields) == ("class" in fields):
            self._wrong(node, f"{name}: either `signal` with `level`, or `class`")
            return None
        if "says" not in fields:
            self._wrong(node, f"{name}: `says` is missing")
            return None
        value, level = self._value(name, node, fields)
        says = tuple(self._compiled(fields["says"], classes))
        guards = [
            tuple(self._compiled(fields[key], classes)) if key in fields else ()
            for key in ("unless", "nowhere", "with")
        ]
        return Pattern((
            name, where, value, level, self._weight(fields), self._scope(fields), says,
            guards[0], guards[1], guards[2],
        ))  # fmt: skip

    def _value(self, name: str, node: Node, fields: MappingOf[str, Node]) -> tuple[str, str]:
        if "class" in fields:
            return self._scalar(fields["class"]), ""
        signal = self._scalar(fields["signal"])
        if signal not in SIGNALS:
            self._wrong(fields["signal"], f"{signal!r} is not one of R0 to R17")
        if "level" not in fields:
            self._wrong(node, f"{name}: a signal needs a `level`")
            return signal, "soft"
        level = self._scalar(fields["level"])
        if level not in LEVELS:
            self._wrong(fields["level"], f"{level!r} is not one of {', '.join(LEVELS)}")
        return signal, level

    def _scalar(self, node: Node) -> str:
        if isinstance(node, Scalar):
            return node.text
        self._wrong(node, "expected one word")
        return ""

    def _weight(self, fields: MappingOf[str, Node]) -> int:
        if "weight" not in fields:
            return 1
        weight = self._scalar(fields["weight"])
        if not weight.removeprefix("-").isdecimal():
            self._wrong(fields["weight"], "a weight is a whole number")
            return 1
        low = "class" in fields or self._scalar(fields["signal"]) == LOW_SIGN
        if weight.startswith("-") and not low:
            self._wrong(fields["weight"], "only a class or R0 has a weight below 0")
        return int(weight)

    def _scope(self, fields: MappingOf[str, Node]) -> tuple[str, ...]:
        wishes = dict(_DEFAULT_SCOPE)
        if "scope" in fields:
            for key, node in self._fields(fields["scope"], frozenset(_DEFAULT_SCOPE)):
                wishes[key] = self._scalar(node)
                allowed = ("self", "other", "any") if key == "person" else ("yes", "no", "any")
                if wishes[key] not in allowed:
                    self._wrong(node, f"{key} is one of {', '.join(allowed)}")
        signs = {"yes": "+", "no": "-"}
        return tuple(
            value if key == "person" else signs[value] + key
            for key, value in wishes.items()
            if value in {"yes", "no", "self", "other"}
        )

    def _compiled(self, node: Node, classes: MappingOf[str, list[str]]) -> Iterator[PlainPhrase]:
        for text, place in self._phrases(node):
            try:
                phrase = compile_phrase(text, classes)
            except PhraseError as error:
                self._wrong(place, f"in {text!r}: {error}", error.column)
            else:
                yield phrase.source, phrase.needs, phrase.firsts


def _bars(text: str) -> list[str]:
    """Return the pieces between bars that stand in no bracket."""
    pieces = [""]
    depth = 0
    for sign in text:
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += sign
    return [piece.strip() for piece in pieces if piece.strip()]
