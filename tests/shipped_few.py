"""A few of the shipped dialogs with all that they lead to, so that tests of authoring stay quick."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEEDED = ("home/saving", "tools/grounding", "tools/steady")
_LED = re.compile(r"(?:call: |remind: |visited\()([\w/-]+)")


@cache
def few():
    """Return their texts by name."""
    found, waiting = {}, list(NEEDED)
    while waiting:
        name = waiting.pop()
        text = (ROOT / "dialogs" / f"{name}.yaml").read_text("utf-8")
        found[name] = text
        waiting += [one for one in _LED.findall(text) if one not in found]
    return found


def write_few(folder):
    """Write them below a folder, which then stands for the program's own."""
    for name, text in few().items():
        place = folder / "dialogs" / f"{name}.yaml"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
