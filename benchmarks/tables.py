"""Writes the figures as tables into docs/performance.md and the README, between their marks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rows import Figure

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- figures: make bench -->\n", "<!-- end of figures -->\n"
IN_README = (
    "turn in memory",
    "turn on the disk",
    "first prompt",
    "10,000 live talks",
    "a kept talk",
)


def write_table(figures: Sequence[Figure], machine: Mapping[str, Any]) -> None:
    """Put the figures in place of those that stand in the two files."""
    versions = ", ".join(one for packages in machine["peers"].values() for one in packages)
    about = (
        f"Python {machine['python']}, {machine['cores']} cores, {machine['system']} "
        f"{machine['processor']}; {', '.join(dict.fromkeys(versions.split(', ')))}.\n"
    )
    absent = "".join(f"- {name}: {why}\n" for name, why in machine["not here"].items())
    missing = f"\nNot here:\n\n{absent}" if absent else ""
    whole = f"{about}{missing}\n{''.join(_rows(figures))}"
    _put(ROOT / "docs" / "performance.md", whole)
    short = _across([one for one in figures if one.row in IN_README])
    _put(ROOT / "README.md", short)


def _rows(figures: Sequence[Figure]) -> list[str]:
    parts = []
    for row in dict.fromkeys(one.row for one in figures):
        found = [one for one in figures if one.row == row]
        parts.append(f"### {row} ({found[0].unit})\n\n| who | median | × floor | from … to | |\n")
        parts.append("|---|---|---|---|---|\n")
        for one in found:
            ratio = "" if one.ratio_to_floor is None else f"{one.ratio_to_floor:,.3g}"
            spread = "" if one.low is None else f"{one.low:,.4g} … {one.high:,.4g}"
            said = " ".join(part for part in (one.aim, "**lost**" if one.behind else "") if part)
            parts.append(f"| {one.peer} | {one.value:,.4g} | {ratio} | {spread} | {said} |\n")
        parts.append("\n")
    return parts


def _across(figures: Sequence[Figure]) -> str:
    """Return one table with a peer a line and a row a column."""
    rows = [one for one in IN_README if any(figure.row == one for figure in figures)]
    units = {one.row: one.unit for one in figures}
    head = "| | " + " | ".join(f"{row}, {units[row]}" for row in rows) + " |\n"
    text = head + "|---|" + "---|" * len(rows) + "\n"
    for peer in dict.fromkeys(one.peer for one in figures):
        cells = []
        for row in rows:
            one = next((one for one in figures if (one.row, one.peer) == (row, peer)), None)
            lost = " (lost)" if one is not None and one.behind else ""
            cells.append("" if one is None else f"{one.value:,.4g}{lost}")
        text += f"| {peer} | " + " | ".join(cells) + " |\n"
    return text + "\n"


def _put(file: Path, text: str) -> None:
    before, begin, rest = file.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(
            f"{file.name} has lost its marks; put back {BEGIN.strip()} … {END.strip()}"
        )
    file.write_text(before + begin + "\n" + text + end + after, encoding="utf-8")
