"""Graphs of dialogs in the forms that others draw: Mermaid, DOT, SVG, and an outline for reading."""

from __future__ import annotations

import logging
from html import escape
from typing import TYPE_CHECKING

from bot.authoring.graph import Kind, summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.authoring.graph import Box, Graph, Way

FONT = "Helvetica,Arial,sans-serif"
FILLS = {
    Kind.NODE: "#f4f1ea",
    Kind.OUTCOME: "#dcead9",
    Kind.CALL: "#ffffff",
    Kind.SAFETY: "#f6d5cf",
}
LINES = {
    Kind.NODE: "#6b6457",
    Kind.OUTCOME: "#4d7a46",
    Kind.CALL: "#8a8a8a",
    Kind.SAFETY: "#a8402f",
}
DANGER = LINES[Kind.SAFETY]
PLAIN = LINES[Kind.NODE]


class NoDrawingError(Exception):
    """What draws pictures is not installed; `str()` says how to get it."""


def mermaid(graph: Graph) -> str:
    """Return the graph as Mermaid, which many editors and code hosts draw."""
    lines = ["---", f"title: {_quoted(graph.title)}", "---", "flowchart TD"]
    names = {name: f"n{number}" for number, name in enumerate(graph.boxes)}
    for name, box in graph.boxes.items():
        said = "<br/>".join([f"<b>{_html(box.title)}</b>", *map(_html, summary(box))])
        before, after = _MERMAID[box.kind]
        lines.append(f'  {names[name]}{before}"{said}"{after}:::a_{box.kind}')
    grave = []
    ways = [way for way in graph.ways if way.end in names]
    for number, way in enumerate(ways):
        arrow = "-.->" if way.comes_back else "-->"
        said = f'|"{_html(" / ".join(way.labels))}"|' if way.labels else ""
        lines.append(f"  {names[way.start]} {arrow}{said} {names[way.end]}")
        if way.safety:
            grave.append(str(number))
    for kind in Kind:
        dash = ",stroke-dasharray:4" if kind is Kind.CALL else ""
        lines.append(
            f"  classDef a_{kind} fill:{FILLS[kind]},stroke:{LINES[kind]},color:#222{dash}"
        )
    if grave:
        lines.append(f"  linkStyle {','.join(grave)} stroke:{DANGER}")
    return "\n".join(lines) + "\n"


_MERMAID = {
    Kind.NODE: ("(", ")"),
    Kind.OUTCOME: ("([", "])"),
    Kind.CALL: ("[[", "]]"),
    Kind.SAFETY: ("{{", "}}"),
}


def _html(text: str) -> str:
    """Make a text safe for a label of Mermaid's."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "#quot;")
    )


def dot(graph: Graph) -> str:
    """Return the graph in the language of Graphviz."""
    look = {
        "graph": f'label={_quoted(graph.title)}, labelloc=t, fontname="{FONT}", fontsize=16, ranksep=0.55',
        "node": f'fontname="{FONT}", fontsize=11, shape=box, style="filled,rounded", margin="0.15,0.08"',
        "edge": f'fontname="{FONT}", fontsize=9, color="{PLAIN}", fontcolor="{PLAIN}"',
    }
    lines = ["digraph dialog {", *(f"  {what} [{how}];" for what, how in look.items())]
    lines += [f"  {_quoted(name)} [{_look(box)}];" for name, box in graph.boxes.items()]
    lines += [f"  {_quoted(way.start)} -> {_quoted(way.end)}{_arrow(way)};"
              for way in graph.ways if way.end in graph.boxes]  # fmt: skip
    lines += [
        f"  {_quoted(above)} -> {_quoted(below)} [style=invis];" for above, below in _stacked(graph)
    ]
    return "\n".join([*lines, "}"]) + "\n"


def _stacked(graph: Graph) -> Iterator[tuple[str, str]]:
    """Give boxes that stand below each other so that what hangs on one node does not lie in one long row."""
    for name in graph.boxes:
        hanging = [
            way.end
            for way in graph.ways
            if way.start == name and way.end in graph.boxes
            and graph.boxes[way.end].kind is not Kind.NODE
        ]  # fmt: skip
        rows = -(-len(hanging) // IN_A_ROW)
        for place, above in enumerate(hanging):
            if rows > 1 and place % rows < rows - 1 and place + 1 < len(hanging):
                yield above, hanging[place + 1]


IN_A_ROW = 6
"""Outcomes and calls of one node that lie beside each other."""


def _look(box: Box) -> str:
    said = "<br/>".join([f"<b>{escape(box.title)}</b>", *map(escape, summary(box))])
    look = f'label=<{said}>, fillcolor="{FILLS[box.kind]}", color="{LINES[box.kind]}"'
    match box.kind:
        case Kind.OUTCOME:
            return f'{look}, shape=box, style="filled,rounded", penwidth=1.4'
        case Kind.CALL:
            return f'{look}, style="filled,dashed"'
        case Kind.SAFETY:
            return f'{look}, shape=octagon, style="filled"'
        case Kind.NODE:
            return look


def _arrow(way: Way) -> str:
    parts = [f'label="{_below(way.labels)}"'] if way.labels else []
    parts += [f'color="{DANGER}"', f'fontcolor="{DANGER}"'] if way.safety else []
    parts += ["style=dashed", "dir=both", "arrowtail=open"] if way.comes_back else []
    return f" [{', '.join(parts)}]" if parts else ""


def _below(lines: Iterable[str]) -> str:
    """Return lines as one label, below each other."""
    return "\\n".join(_escaped(one) for one in lines)


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def svg(graph: Graph) -> str:
    """Return the graph as a picture; raises `NoDrawingError` where Graphviz is not there."""
    try:
        from pygraphviz import AGraph  # noqa: PLC0415 - an extra, large, and only for pictures
    except ImportError:
        raise NoDrawingError(
            'A picture needs one thing more: pip install "afterword[graph]". '
            "Without it there are --format mermaid, dot and outline."
        ) from None
    logging.getLogger("pygraphviz").setLevel(logging.ERROR)
    drawn: bytes = AGraph(string=dot(graph)).draw(format="svg", prog="dot")
    return drawn.decode("utf-8")


def outline(graph: Graph) -> str:
    """Return the graph as lines to read: each node with its questions and the ways on."""
    lines = [f"{graph.title} ({graph.dialog})"]
    for name, box in graph.boxes.items():
        if box.kind is Kind.NODE:
            lines += ["", box.title, *(f"  asks {one}" for one in dict.fromkeys(box.asks))]
            lines += [f"  {_told(graph, way)}" for way in graph.ways if way.start == name]
    return "\n".join(lines) + "\n"


def _told(graph: Graph, way: Way) -> str:
    box = graph.boxes.get(way.end)
    title = box.title if box is not None else way.end
    mark = " (safety)" if way.safety or (box is not None and box.kind is Kind.SAFETY) else ""
    when = f" if {' / '.join(way.labels)}" if way.labels else ""
    match box.kind if box is not None else Kind.NODE:
        case Kind.NODE:
            return f"→ {title}{when}{mark}"
        case _ if way.comes_back:
            return f"calls {title}{when}{mark}"
        case _:
            return f"ends {title}{when}{mark}"
