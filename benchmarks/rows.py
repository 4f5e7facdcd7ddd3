"""One figure of a benchmark as a row, the same for every script; side_by_side.py gathers them in a file.

A script that was started by it finds where to put its rows in AFTERWORD_ROWS; otherwise it only prints.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

PLACE = "AFTERWORD_ROWS"


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` of `peer` in `unit`, the median of rounds from `low` to `high`.

    `ratio_to_floor` is the median of what it is beside the floor in the same round, None where a row has
    no floor. `behind` stands on a line of ours where a peer that does the same is better, or where an
    aim of our own is missed; `aim` says which.
    """

    row: str
    peer: str
    value: float
    unit: str
    ratio_to_floor: float | None = None
    behind: bool = False
    low: float | None = None
    high: float | None = None
    aim: str = ""


def note(figure: Figure) -> None:
    """Hand a row to the script that gathers them; nothing happens where there is none."""
    place = os.environ.get(PLACE)
    if place:
        with Path(place).open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(figure), ensure_ascii=False) + "\n")


def aimed(
    row: str, ratio: float, aim: str, *, low: float | None = None, high: float | None = None
) -> None:
    """Hand over a ratio with its aim, such as "≤ 1.5"; on the wrong side of that it is behind."""
    sign, _, bound = aim.partition(" ")
    behind = ratio > float(bound) if sign == "≤" else ratio < float(bound)
    note(Figure(row, "afterword", ratio, "ratio", ratio, behind, low, high, aim))
