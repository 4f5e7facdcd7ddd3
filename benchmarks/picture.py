"""Draws one row beside another as bars on a logarithmic scale; plain SVG, readable in light and dark."""

from __future__ import annotations

from html import escape
from math import log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rows import Figure

SHOWN = ("turn in memory", "turn on the disk", "first prompt")
OURS = "afterword"
BAR, GAP, LEFT, WIDE, RIGHT = 18, 6, 190, 380, 110
TITLE = 40


def drawn(figures: Sequence[Figure], floor: str) -> str:
    """Return the picture: for each of the rows that are shown a bar for every peer, shortest first."""
    parts, y = [], 24
    for row in SHOWN:
        found = sorted((one for one in figures if one.row == row), key=lambda one: one.value)
        if not found:
            continue
        parts.append(_text(LEFT, y + 14, f"{row}, {found[0].unit} (each line is ten times the last)",
                           "head"))  # fmt: skip
        y += TITLE - 14
        low = 10 ** int(log10(max(min(one.value for one in found), 0.1)) // 1)
        high = max(one.value for one in found)
        height = len(found) * (BAR + GAP)
        scale = WIDE / max(log10(high / low), 1)
        tick = low
        while tick <= high:
            x = LEFT + scale * log10(tick / low)
            parts.append(
                f'<line x1="{x:.1f}" y1="{y}" x2="{x:.1f}" y2="{y + height}" class="tick"/>'
            )
            tick *= 10
        for one in found:
            parts += _bar(one, y, max(scale * log10(max(one.value, low) / low), 2), floor)
            y += BAR + GAP
        y += 20
    style = (
        "text{font:13px system-ui,sans-serif;fill:#666}.head{font-weight:600}.name{text-anchor:end}"
        ".bar{fill:#9aa5b1}.ours{fill:#2f6f6a}.floor{fill:#d3d8de}.tick{stroke:#8884}"
    )
    wide = LEFT + WIDE + RIGHT
    what = "Afterword beside its peers: " + ", ".join(SHOWN) + "; the figures stand in the table."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {y}" role="img" '
        f'aria-label="{escape(what)}"><style>{style}</style>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _bar(one: Figure, y: int, length: float, floor: str) -> list[str]:
    kind = "floor" if one.peer == floor else "ours" if one.peer.startswith(OURS) else "bar"
    return [
        _text(LEFT - 8, y + BAR - 5, one.peer, "name"),
        f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="{BAR}" rx="3" class="bar {kind}"/>',
        _text(LEFT + length + 6, y + BAR - 5, f"{one.value:,.4g}", ""),
    ]


def _text(x: float, y: float, words: str, kind: str) -> str:
    return f'<text x="{x:.1f}" y="{y}" class="{kind}">{escape(words)}</text>'
