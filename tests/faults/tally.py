"""Counts of faults tried, answers lost and doubled: printed, and gathered in the file FAULTS names."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
"""Whether there is time for all of it, as in `make soak`; otherwise seconds."""


def tally(what: str, *, tried: int, lost: int, doubled: int, seed: int | None = None) -> None:
    """Say how many faults were tried, and hold that no acknowledged answer was lost or doubled."""
    line = {"what": what, "tried": tried, "lost": lost, "doubled": doubled, "seed": seed}
    print(json.dumps(line))
    if path := os.environ.get("FAULTS"):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
    assert tried > 0
    assert (lost, doubled) == (0, 0)


def main() -> None:
    """Print the file that was gathered as a table: `python tests/faults/tally.py FILE`."""
    total = [0, 0, 0]
    print(f"{'fault':58}{'tried':>9}{'lost':>6}{'doubled':>9}  seed")
    for text in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        counts = [line["tried"], line["lost"], line["doubled"]]
        total = [one + more for one, more in zip(total, counts, strict=True)]
        print(f"{line['what']:58}{counts[0]:9,}{counts[1]:6}{counts[2]:9}  {line['seed'] or ''}")
    print(f"{'all':58}{total[0]:9,}{total[1]:6}{total[2]:9}")


if __name__ == "__main__":
    main()
