"""Decodes YAML nodes into an author's shapes: dataclasses whose fields say what they hold.

The same fields give the JSON Schema, so the two cannot drift apart. Which shapes there are is the
model's; whether the names in them exist is the compiler's.
"""

# ruff: noqa: D102 - what the methods of a kind do is said once, at `Kind`

from __future__ import annotations

import re
from dataclasses import field, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.language.diagnostics import Span, did_you_mean, nearest
from bot.language.kinds import MapOf, cut_by_comma, first_sign, is_hollow
from bot.language.yaml_nodes import Mapping, Scalar

if TYPE_CHECKING:
    from bot.language.diagnostics import Report
    from bot.language.kinds import Kind, Schema, Text, Word
    from bot.language.yaml_nodes import Node


def author(
    kind: Kind, doc: str, *, key: str = "", needed: bool = False, default: Any = None
) -> Any:
    """Declare a field an author writes: what it holds, its hover text, its key if that is not its name."""
    facts = {"kind": kind, "doc": doc, "key": key, "needed": needed}
    return field(metadata=facts) if needed else field(default=default, metadata=facts)


class _Field(NamedTuple):
    name: str
    key: str
    kind: Kind
    doc: str
    needed: bool


class Shape:
    """A mapping with the fields of a dataclass; its `span` field takes the place of the first key."""

    def __init__(self, cls: type[Any]) -> None:
        self.cls = cls

    @cached_property
    def fields(self) -> dict[str, _Field]:
        """The fields by key; the shape's own come first, then those it shares with others."""
        own = vars(self.cls)["__annotations__"]
        found = {}
        for one in sorted(fields(self.cls), key=lambda one: one.name not in own):
            facts = one.metadata
            if "kind" in facts:
                key = facts["key"] or one.name.rstrip("_").replace("_", " ")
                found[key] = _Field(one.name, key, facts["kind"], facts["doc"], facts["needed"])
        return found

    @property
    def verb(self) -> str:
        """The first key."""
        return next(iter(self.fields))

    def read(self, node: Node, report: Report) -> Any:
        if not isinstance(node, Mapping):
            keys = ", ".join(f"`{one}:`" for one in self.fields)
            report.add("D114", first_sign(node.span), f"keys were expected here: {keys}")
            return self.blank(node.span)
        span = node.entries[0][0].span if node.entries else first_sign(node.span)
        values: dict[str, Any] = {}
        is_told = False
        for key, value in node.entries:
            found = self.fields.get(key.text)
            if found is None and is_told:
                continue
            is_told = isinstance(found and found.kind, MapOf) and is_hollow(value)
            if found is None and cut_by_comma(key, value, node, report):
                continue
            if found is None:
                found = self._meant(key, values, node, report)
            if found is not None:
                values[found.name] = found.kind.read(value, report)
        for one in self.fields.values():
            if one.needed and one.name not in values:
                report.add("D113", span, f"`{one.key}:` is missing here", f"{one.key}: {one.doc}")
                values[one.name] = one.kind.blank(span)
        return self.cls(**values, span=span)

    def _meant(
        self, key: Scalar, values: dict[str, Any], node: Mapping, report: Report
    ) -> _Field | None:
        if key.text.startswith("-"):
            report.add("D121", first_sign(key.span), "a space is missing behind the dash",
                       f"write `- {key.text.lstrip('-')}:`")  # fmt: skip
            return None
        report.add(
            "D111", key.span, f"`{key.text}` is not known here", did_you_mean(key.text, self.fields)
        )
        near = self.fields.get(nearest(key.text, self.fields))
        if near is None or near.name in values or node.get(near.key) is not None:
            return None
        return near

    def blank(self, span: Span) -> Any:
        values = {one.name: one.kind.blank(span) for one in self.fields.values() if one.needed}
        return self.cls(**values, span=first_sign(span))

    def schema(self, defs: Schema) -> Schema:
        name = self.cls.__name__
        if name not in defs:
            defs[name] = {}
            defs[name] = {
                "type": "object",
                "description": (self.cls.__doc__ or "").strip(),
                "properties": {
                    one.key: {"description": one.doc, **one.kind.schema(defs)}
                    for one in self.fields.values()
                },
                "required": [one.key for one in self.fields.values() if one.needed],
                "additionalProperties": False,
            }
        return {"$ref": f"#/definitions/{name}"}


class Short:
    """A shape that may be written as one text alone, which then is the field `name`."""

    def __init__(self, shape: Shape, name: str, kind: Kind) -> None:
        self.shape = shape
        self.name = name
        self.kind = kind

    def read(self, node: Node, report: Report) -> Any:
        if isinstance(node, Mapping) and "label" in {key.text for key, _ in node.entries}:
            return self.shape.read(node, report)
        if isinstance(node, Mapping) and not node.flow:
            return self.shape.read(node, report)
        return self.shape.cls(**{self.name: self.kind.read(node, report)}, span=node.span)

    def blank(self, span: Span) -> Any:
        return self.shape.blank(span)

    def schema(self, defs: Schema) -> Schema:
        return {"anyOf": [self.kind.schema(defs), self.shape.schema(defs)]}


_RUN_TOGETHER = re.compile(r"(?P<verb>[a-z ]+):\S")


class Verbs:
    """One of several shapes, told apart by the first key; None for one that cannot be told."""

    def __init__(self, what: str, *shapes: Shape) -> None:
        self.what = what
        self.shapes = {one.verb: one for one in shapes}

    def read(self, node: Node, report: Report) -> Any:
        together = _RUN_TOGETHER.match(node.text) if isinstance(node, Scalar) else None
        if together is not None and together["verb"] in self.shapes:
            report.add("D121", first_sign(node.span), f"a space is missing behind `{together['verb']}:`",
                       f"write `{together['verb']}: …`")  # fmt: skip
            return None
        if not isinstance(node, Mapping) or not node.entries:
            report.add("D114", first_sign(node.span), f"{self.what} was expected here",
                       "it starts with its verb, such as `say:`")  # fmt: skip
            return None
        first = node.entries[0][0]
        if first.text in self.shapes:
            return self.shapes[first.text].read(node, report)
        later = next((key for key, _ in node.entries if key.text in self.shapes), None)
        if later is not None:
            report.add("D112", first.span, f"`{first.text}` cannot come first",
                       f"put `{later.text}:` first; it says what the step does")  # fmt: skip
            return self.shapes[later.text].read(node, report)
        whole = next((one.verb for one in self.shapes.values() if first.text in one.fields), "")
        report.add(
            "D112", first.span, f"there is no verb `{first.text}`",
            f"`{first.text}:` belongs to a step such as `{whole}:`; take its dash away, and let it "
            f"start where the word `{whole}` does"
            if whole
            else did_you_mean(first.text, self.shapes),
        )  # fmt: skip
        near = nearest(first.text, self.shapes)
        if not near:
            return None
        meant = Scalar(near, first.span, first.start, first.end)
        rest = (entry for entry in node.entries[1:])
        return self.shapes[near].read(
            Mapping(((meant, node.entries[0][1]), *rest), node.span, node.flow), report
        )

    def blank(self, _span: Span) -> None:
        return None

    def schema(self, defs: Schema) -> Schema:
        return {"anyOf": [one.schema(defs) for one in self.shapes.values()]}


class Pair:
    """A mapping with one key: a sentence, and what it is about."""

    def __init__(self, key: Text, value: Kind) -> None:
        self.key = key
        self.value = value

    def read(self, node: Node, report: Report) -> tuple[Word, Any] | None:
        if not isinstance(node, Mapping) or len(node.entries) != 1:
            report.add("D114", first_sign(node.span), "one sentence, a colon and a condition were expected here",
                       "such as `nobody is left alone: ends done and not visited(tools/steady)`; "
                       "no other colon may stand in the sentence")  # fmt: skip
            return None
        key, value = node.entries[0]
        return self.key.read(key, report), self.value.read(value, report)

    def blank(self, _span: Span) -> None:
        return None

    def schema(self, defs: Schema) -> Schema:
        return {
            "type": "object", "minProperties": 1, "maxProperties": 1,
            "additionalProperties": self.value.schema(defs),
        }  # fmt: skip
