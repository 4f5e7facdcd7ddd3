"""A dialog as a graph for the eye: its nodes, its outcomes, the dialogs it calls, the ways between.

It looks at the file as written, one box a node; how that is drawn is drawing.py's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from bot.language import model as m

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LABEL = 44
"""Characters of a condition on an arrow; more of it makes the picture wider than its boxes."""
LABELS = 2
"""Conditions on one arrow; of more it says how many."""
ASKED = 8
"""Questions that a box names; of more it says how many."""
SAFETY = "safety/"
_GRAVE = frozenset({"red-now", "red", "own", "hard-stop", "red-ask", "amber"})
_SIGNAL = re.compile(r"\bsignal\(")
_WORD = re.compile(r"[A-Za-z0-9_][\w-]*")


class Kind(StrEnum):
    """What a box stands for."""

    NODE = "node"
    OUTCOME = "outcome"
    CALL = "call"
    SAFETY = "safety"
    """An outcome, an end of the talk or a called dialog that danger leads to."""


@dataclass(slots=True)
class Box:
    """One box: a name that is its own, a heading, and what it holds."""

    name: str
    kind: Kind
    title: str
    asks: list[str] = field(default_factory=list)
    says: int = 0


class Way(NamedTuple):
    """An arrow; `safety` for one that a signal of danger opens, `comes_back` for a call."""

    start: str
    end: str
    labels: tuple[str, ...] = ()
    safety: bool = False
    comes_back: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """A dialog's boxes by name, in the order of the file, and the ways between them."""

    dialog: str
    title: str
    boxes: dict[str, Box]
    ways: tuple[Way, ...]


def graph_of(dialog: m.Dialog) -> Graph:
    """Return the graph of a dialog as its author wrote it."""
    return _Builder(dialog).whole()


class _On(NamedTuple):
    """Under which conditions a step stands: the innermost in words, and whether one is about danger."""

    label: str = ""
    safety: bool = False


class _Builder:
    def __init__(self, dialog: m.Dialog) -> None:
        self.dialog = dialog
        self.facts = {key.text: word.text for key, word in dialog.facts}
        self.boxes: dict[str, Box] = {}
        self.ways: dict[tuple[str, str], list[_On]] = {}
        self.calls: set[tuple[str, str]] = set()
        self.node = ""

    def whole(self) -> Graph:
        for name, _ in self.dialog.nodes:
            self.boxes[name.text] = Box(name.text, Kind.NODE, name.text)
        for name, steps in self.dialog.nodes:
            self.node = name.text
            self.steps(steps, _On())
        ways = tuple(
            Way(
                start,
                end,
                _labels(found),
                all(one.safety for one in found),
                (start, end) in self.calls,
            )
            for (start, end), found in self.ways.items()
        )
        return Graph(self.dialog.dialog.text, self.dialog.title.text, self.boxes, ways)

    def steps(self, steps: Sequence[m.Step], on: _On) -> None:
        for step in steps:
            self.step(step, on)

    def step(self, step: m.Step, on: _On) -> None:
        box = self.boxes[self.node]
        match step:
            case m.Say():
                box.says += 1
            case m.If():
                grave = self._is_grave(step.guard.text)
                self.steps(step.then, _On(_short(step.guard.text), on.safety or grave))
                self.steps(step.else_, _On(_otherwise(step), on.safety))
            case m.ForEach():
                self.steps(step.do, on)
            case m.Goto():
                self.way(step.node.text, on)
            case m.Call():
                self.call(step.dialog.text, on)
            case m.Conclude():
                self.conclude(step)
            case m.End():
                self.way(self.outcome(step.outcome.text, safety=on.safety), on)
            case m.Stop():
                self.way(self.outcome(step.outcome.text, safety=True), on)
            case m.Remember() | m.Remind() | m.Show():
                return
            case _:
                self.question(box, step, on)

    def question(self, box: Box, step: m.QuestionStep, on: _On) -> None:
        box.asks.append(step.as_.text if step.as_ else "a wait")
        if isinstance(step, (m.Choose, m.Pick)):
            for key, option in step.options:
                level = option.signal.text.rpartition(" ")[2] if option.signal else ""
                grave = level in _GRAVE
                self.steps(option.then, _On(f"{box.asks[-1]}: {key.text}", on.safety or grave))

    def call(self, dialog: str, on: _On) -> None:
        kind = Kind.SAFETY if dialog.startswith(SAFETY) else Kind.CALL
        name = f"call {dialog}"
        self.boxes.setdefault(name, Box(name, kind, dialog))
        self.calls.add((self.node, name))
        self.way(name, on)

    def conclude(self, step: m.Conclude) -> None:
        """Give each outcome of the rows a box; one that only danger or an open safety question comes to is marked."""
        grave: dict[str, bool] = {}
        for row in step.rows:
            is_grave = isinstance(row, m.Row) and (
                row.if_unknown is not None or self._is_grave(row.guard.text)
            )
            grave[row.outcome.text] = grave.get(row.outcome.text, True) and is_grave
        for outcome, is_grave in grave.items():
            self.way(self.outcome(outcome, safety=is_grave), _On(safety=is_grave))

    def outcome(self, name: str, *, safety: bool) -> str:
        box = self.boxes.setdefault(
            f"end {name}", Box(f"end {name}", Kind.SAFETY if safety else Kind.OUTCOME, name)
        )
        if not safety:
            box.kind = Kind.OUTCOME
        return box.name

    def way(self, end: str, on: _On) -> None:
        self.ways.setdefault((self.node, end), []).append(on)

    def _is_grave(self, guard: str, seen: frozenset[str] = frozenset()) -> bool:
        """Whether a condition asks for a signal of danger, by itself or through a fact."""
        named = [one for one in _WORD.findall(guard) if one in self.facts and one not in seen]
        return bool(_SIGNAL.search(guard)) or any(
            self._is_grave(self.facts[one], seen | {one}) for one in named
        )


def _otherwise(step: m.If) -> str:
    return f"not: {_short(step.guard.text, LABEL - 5)}"


def _short(guard: str, most: int = LABEL) -> str:
    words = " ".join(guard.split())
    if len(words) <= most:
        return words
    cut = words.rfind(" ", 0, most - 2)
    return f"{words[: cut if cut > 0 else most - 2]} …"


def _labels(found: Sequence[_On]) -> tuple[str, ...]:
    """Return what stands on an arrow; nothing where one of its ways is open to all."""
    labels = tuple(dict.fromkeys(one.label for one in found))
    if "" in labels:
        return ()
    if len(labels) <= LABELS:
        return labels
    return (*labels[: LABELS - 1], f"or {len(labels) - LABELS + 1} more")


def summary(box: Box) -> tuple[str, ...]:
    """Return what a box holds, in a few short lines."""
    if box.kind is not Kind.NODE:
        return ()
    if not box.asks:
        return (f"{box.says} text" + ("s" if box.says > 1 else ""),) if box.says else ()
    named = list(dict.fromkeys(box.asks))
    count = f"{len(box.asks)} question" + ("s" if len(box.asks) > 1 else "")
    shown = named[:ASKED] + ([f"and {len(named) - ASKED} more"] if len(named) > ASKED else [])
    return (count, *_lines(shown))


def _lines(names: Sequence[str]) -> Iterator[str]:
    """Break names into lines that fit a box."""
    line = ""
    for name in names:
        if line and len(line) + len(name) > BOX:
            yield f"{line},"
            line = name
        else:
            line = f"{line}, {name}" if line else name
    yield line


BOX = 26
"""Characters of a line in a box."""
