"""The map of the house in the README, made of the first sentence of each module.

`python tests/house_map.py` writes it anew; a test compares.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BEGIN, END = "<!-- map: python tests/house_map.py -->\n", "<!-- end of map -->\n"
ROOMS = (
    "",
    "commands",
    "channels",
    "channels/discord",
    "channels/terminal",
    "authoring",
    "page",
    "mood",
    "store",
    "language",
    "dialogue",
    "understanding",
)


def house_map() -> str:
    """Return the map as Markdown, one line a file, from the top of the house downward."""
    return "".join(_room(ROOT / "bot" / room) for room in ROOMS)


def shown() -> str:
    """Return the map that stands in the README."""
    return README.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]


def write() -> None:
    """Put the map into the README in place of the one that stands there."""
    before, begin, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    README.write_text(before + begin + house_map() + end + after, encoding="utf-8")


def _room(folder: Path) -> str:
    files = [one for one in sorted(folder.glob("*.py")) if one.name != "__init__.py"]
    rows = "".join(f"| `{one.name}` | {_sentence(one)} |\n" for one in files)
    return f"\n**{folder.relative_to(ROOT)}/**\n\n| file | what it is |\n|---|---|\n{rows}\n"


def _sentence(file: Path) -> str:
    text = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    first = " ".join(text.partition("\n\n")[0].split())
    return re.split(r"\. (?=[A-Z])", first)[0].rstrip(".").replace("|", "&#124;")


if __name__ == "__main__":
    write()
