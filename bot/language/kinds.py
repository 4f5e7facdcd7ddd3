"""Kinds of values in an author's file: each reads a YAML node, and describes itself as JSON Schema.

Whether the names in them exist is the compiler's.
"""

# ruff: noqa: D102 - what the methods of a kind do is said once, at `Kind`

from __future__ import annotations

import re
from math import nan
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from bot.language.diagnostics import Span, did_you_mean
from bot.language.yaml_nodes import Mapping, Scalar, Sequence
from bot.understanding.recognise import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.language.diagnostics import Report, Source
    from bot.language.yaml_nodes import Node

Schema = dict[str, Any]
NOWHERE = Span(1, 1, 1, 2)

_NAME = re.compile(r"(?!\d+(\.\d+)?\Z)[A-Za-z0-9][A-Za-z0-9_-]*\Z")
_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9_-]*)*\Z")
_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z")
_LENGTH = re.compile(r"(\d+)\s*(second|minute|hour|day|week)s?\Z")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}


class Word(NamedTuple):
    """A text as written, with its place; `start` and `end` are offsets in the file."""

    text: str
    span: Span = NOWHERE
    start: int = 0
    end: int = 0

    def __bool__(self) -> bool:
        return bool(self.text)

    def within(self, source: Source, start: int, end: int) -> Span:
        """Return the place of text[start:end], also where quotes or new lines stand between."""
        raw = source.text[self.start : self.end]
        at, places = 0, []
        for sign in self.text:
            found = at if sign.isspace() else raw.find(sign, at)
            places.append(max(found, at))
            at = places[-1] if sign.isspace() else places[-1] + 1
        if not places or end <= start:
            place = self.start + (places[start] if start < len(places) else at)
            return source.span(place, place + 1)
        first, last = min(start, len(places) - 1), min(end, len(places)) - 1
        return source.span(self.start + places[first], self.start + places[last] + 1)


class Prose(NamedTuple):
    """What is said to a person, in one or more variants."""

    variants: tuple[Word, ...]
    span: Span = NOWHERE

    def __bool__(self) -> bool:
        return any(self.variants)


class Kind(Protocol):
    """What a field can hold."""

    def read(self, node: Node, report: Report) -> Any:
        """Return the value; after a mistake that was reported, the blank one."""
        ...

    def blank(self, span: Span) -> Any:
        """Return what stands where the value is missing or wrong."""
        ...

    def schema(self, defs: Schema) -> Schema:
        """Describe it as JSON Schema; shapes put themselves under `defs`."""
        ...


_SCALAR: Schema = {"type": ["string", "number", "boolean"]}


class Text:
    """One scalar. `what` names it in messages; with `prose`, a ` #` behind it is a mistake."""

    def __init__(
        self, what: str, pattern: re.Pattern[str] | None = None, *, prose: bool = False
    ) -> None:
        self.what = what
        self.pattern = pattern
        self.prose = prose

    def read(self, node: Node, report: Report) -> Word:
        if not isinstance(node, Scalar):
            if self.prose and node.flow:
                sign = "{" if isinstance(node, Mapping) else "["
                report.add(
                    "D104", first_sign(node.span), f"text that starts with `{sign}` needs quotes",
                    'put the whole text in quotes: "…"',
                )  # fmt: skip
            else:
                report.add("D114", first_sign(node.span), f"{self.what} was expected here", _BEHIND)
            return self.blank(node.span)
        if self.prose and node.swallowed is not None:
            report.add(
                "D105", node.swallowed, "everything from ` #` on is a comment and will not be said",
                "put the whole text in quotes, or the comment on a line of its own",
            )  # fmt: skip
        text = node.text.strip()
        if node.refused:
            return self.blank(node.span)
        if not text:
            report.add("D114", node.span, f"{self.what} was expected here", _BEHIND)
            return self.blank(node.span)
        if self.pattern is not None and not self.pattern.match(text):
            report.add(
                "D114", node.span, f"`{text}` cannot be {self.what}",
                _name_like(text),
            )  # fmt: skip
            return self.blank(node.span)
        return Word(text, node.span, node.start, node.end)

    def blank(self, span: Span) -> Word:
        return Word("", span)

    def schema(self, _defs: Schema) -> Schema:
        if self.pattern is None:
            return dict(_SCALAR)
        return {**_SCALAR, "pattern": "^" + self.pattern.pattern.replace(r"\Z", "$")}


_BEHIND = "write it on the same line, behind the colon and a space"


def _name_like(text: str) -> str:
    """Return what helps where a text cannot be a name: how names are written, and one like it."""
    help_ = "use letters, digits, `-` and `_`, no spaces"
    if text.endswith(".yaml"):
        return f"leave out `.yaml`: `{text.removesuffix('.yaml')}`"
    meant = re.sub(r"[^A-Za-z0-9/]+", "-", text).strip("-/")
    is_short = text.count(" ") <= 1
    return f"{help_}, as in `{meant}`" if is_short and _PATH.match(meant) else help_


def first_sign(span: Span) -> Span:
    """Return the first sign of a span that may run over many lines."""
    return Span(span.line, span.column, span.line, span.column + 1)


def is_hollow(node: Node) -> bool:
    """Whether nothing stands behind a key; what belongs there may stand too far out."""
    return isinstance(node, Scalar) and node.plain and not node.text


def cut_by_comma(key: Scalar, value: Node, node: Mapping, report: Report) -> bool:
    """Report what is no entry but the rest of a text that a comma inside braces cut in two."""
    if not node.flow or not isinstance(value, Scalar) or value.text or not value.plain:
        return False
    if key is node.entries[0][0]:
        return False
    report.add("D117", key.span, "the comma before this ends the text inside `{ }`",
               'put the text in quotes: "…"')  # fmt: skip
    return True


NAME = Text("a name", _NAME)
DIALOG = Text("the path of a dialog", _PATH)
WORD = Text("a word")
GUARD = Text("a condition")
LINE = Text("a text", prose=True)


class ProseKind:
    """A text, or `one of:` several."""

    def read(self, node: Node, report: Report) -> Prose:
        if not isinstance(node, Mapping) or node.flow:
            return Prose((LINE.read(node, report),), node.span)
        variants = node.get("one of")
        for key, _ in node.entries:
            if key.text != "one of":
                report.add("D111", key.span, f"`{key.text}` is not known here",
                           "a text is either one text, or `one of:` with a list")  # fmt: skip
        if variants is None:
            return self.blank(node.span)
        return Prose(ListOf(LINE).read(variants, report), node.span)

    def blank(self, span: Span) -> Prose:
        return Prose((), span)

    def schema(self, _defs: Schema) -> Schema:
        several = {
            "type": "object",
            "properties": {"one of": {"type": "array", "items": dict(_SCALAR), "minItems": 1}},
            "required": ["one of"],
            "additionalProperties": False,
        }
        return {"anyOf": [dict(_SCALAR), several]}


PROSE = ProseKind()


class Among:
    """One word of a closed list."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def read(self, node: Node, report: Report) -> Word:
        word = WORD.read(node, report)
        if word and word.text not in self.words:
            report.add("D115", word.span, f"`{word.text}` is not possible here",
                       did_you_mean(word.text, self.words))  # fmt: skip
            return self.blank(word.span)
        return word

    def blank(self, span: Span) -> Word:
        return Word("", span)

    def schema(self, _defs: Schema) -> Schema:
        return {"enum": list(self.words)}


class YesNo:
    """`yes` or `no`."""

    def read(self, node: Node, report: Report) -> bool:
        return Among("yes", "no").read(node, report).text == "yes"

    def blank(self, _span: Span) -> bool:
        return False

    def schema(self, _defs: Schema) -> Schema:
        # Editors may read the words as YAML 1.1 does.
        return {"enum": ["yes", "no", True, False]}


YES_NO = YesNo()


class Amount(NamedTuple):
    """A number with its place."""

    value: float
    span: Span = NOWHERE


class NumberKind:
    """A number, written in digits."""

    def read(self, node: Node, report: Report) -> Amount:
        word = WORD.read(node, report)
        if not word:
            return self.blank(word.span)
        if not _NUMBER.match(word.text):
            report.add(
                "D114", word.span, f"`{word.text}` is no number", "write digits only, such as `10`"
            )
            return self.blank(word.span)
        return Amount(float(word.text), word.span)

    def blank(self, span: Span) -> Amount:
        # No number: whatever it is compared with, there is nothing more to report.
        return Amount(nan, span)

    def schema(self, _defs: Schema) -> Schema:
        return {"type": "number"}


NUMBER = NumberKind()


class Length(NamedTuple):
    """A length of time in seconds, or the `name` of a number answer counted in days."""

    seconds: int
    name: Word = Word("")
    span: Span = NOWHERE


class LengthKind:
    """A length of time such as `10 minutes`; with `named`, also the name of a number answer."""

    def __init__(self, *, named: bool = False) -> None:
        self.named = named

    def read(self, node: Node, report: Report) -> Length:
        word = WORD.read(node, report)
        if not word:
            return self.blank(word.span)
        found = _LENGTH.match(word.text)
        if found is not None:
            return Length(int(found[1]) * _SECONDS[found[2]], span=word.span)
        if self.named and _NAME.match(word.text):
            return Length(0, word, word.span)
        report.add("D114", word.span, f"`{word.text}` is no length of time",
                   "write it like `10 minutes`, `1 hour` or `7 days`")  # fmt: skip
        return self.blank(word.span)

    def blank(self, span: Span) -> Length:
        return Length(0, span=span)

    def schema(self, _defs: Schema) -> Schema:
        length = r"^\d+\s*(second|minute|hour|day|week)s?$"
        named = {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_-]*$"}
        return {"anyOf": [{"type": "string", "pattern": length}, *([named] if self.named else [])]}


class ListOf:
    """A list; with `single`, one alone may stand without its dash or brackets."""

    def __init__(self, item: Kind, *, single: bool = False) -> None:
        self.item = item
        self.single = single

    def read(self, node: Node, report: Report) -> tuple[Any, ...]:
        if isinstance(node, Sequence):
            if not node.items:
                report.add("D114", node.span, "this list is empty")
            read = [self.item.read(one, report) for one in node.items]
            return tuple(one for one in read if one is not None)
        if self.single and isinstance(node, Scalar):
            return (self.item.read(node, report),)
        if isinstance(node, Mapping) and node.entries and node.entries[0][0].text.startswith("-"):
            key = node.entries[0][0]
            report.add("D121", first_sign(key.span), "a space is missing behind the dash",
                       f"write `- {key.text.lstrip('-')}:`")  # fmt: skip
            return ()
        report.add("D114", first_sign(node.span), "a list was expected here",
                   "put each entry on a line of its own behind a dash")  # fmt: skip
        return ()

    def blank(self, _span: Span) -> tuple[Any, ...]:
        return ()

    def schema(self, defs: Schema) -> Schema:
        item = self.item.schema(defs)
        several = {"type": "array", "items": item, "minItems": 1}
        return {"anyOf": [item, several]} if self.single else several


class MapOf:
    """Names with values, in the author's order: a tuple of (Word, value)."""

    def __init__(self, key: Text, value: Kind) -> None:
        self.key = key
        self.value = value

    def read(self, node: Node, report: Report) -> tuple[tuple[Word, Any], ...]:
        if not isinstance(node, Mapping):
            help_ = "write `name: value`, one on each line"
            if isinstance(node, Sequence):
                help_ += ", without a dash"
            elif is_hollow(node):
                help_ += " below this one, each two spaces further in than it"
            report.add("D114", first_sign(node.span), "names with values were expected here", help_)
            return ()
        read = [
            (self.key.read(key, report), self.value.read(value, report))
            for key, value in node.entries
            if not cut_by_comma(key, value, node, report)
        ]
        return tuple((key, value) for key, value in read if key)

    def blank(self, _span: Span) -> tuple[tuple[Word, Any], ...]:
        return ()

    def schema(self, defs: Schema) -> Schema:
        found: Schema = {
            "type": "object", "minProperties": 1, "additionalProperties": self.value.schema(defs),
        }  # fmt: skip
        if self.key.pattern is not None:
            found["propertyNames"] = {
                "pattern": "^" + self.key.pattern.pattern.replace(r"\Z", "$"),
            }
        return found


class Later:
    """A kind that is defined further down, for shapes that hold each other."""

    def __init__(self, find: Callable[[], Kind]) -> None:
        self._find = find

    def read(self, node: Node, report: Report) -> Any:
        return self._find().read(node, report)

    def blank(self, span: Span) -> Any:
        return self._find().blank(span)

    def schema(self, defs: Schema) -> Schema:
        return self._find().schema(defs)


class TypeKind:
    """The type of something handed over: `number`, `date`, `text`, `yes or no`, or a list of members.

    The name of a recogniser stands for a text with its classes.
    """

    _words = Among("number", "date", "text", "yes or no", *CLASSES)
    _members = ListOf(NAME)

    def read(self, node: Node, report: Report) -> tuple[Word, ...]:
        """Return the members, or one word alone for the others."""
        if isinstance(node, Scalar):
            return (self._words.read(node, report),)
        members: tuple[Word, ...] = self._members.read(node, report)
        return members

    def blank(self, _span: Span) -> tuple[Word, ...]:
        """Return no type."""
        return ()

    def schema(self, defs: Schema) -> Schema:
        """Describe both ways to write it."""
        return {"anyOf": [self._words.schema(defs), self._members.schema(defs)]}
