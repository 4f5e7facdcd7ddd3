"""The map of the house, docs/house.md, made of the first sentence of each module.

`python tests/house_map.py` writes it anew; a test compares.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "house.md"
HEAD = """# The map of the house

Every file of the program with its first sentence, from the top of the house downward: a room \
knows the rooms below it and no other. `python tests/house_map.py` writes this page. How to \
change things: [CONTRIBUTING.md](../CONTRIBUTING.md).
"""
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
    """Return the page as Markdown, one line a file, from the top of the house downward."""
    return HEAD + "".join(_room(ROOT / "bot" / room) for room in ROOMS)


def shown() -> str:
    """Return the page as it is."""
    return PAGE.read_text(encoding="utf-8")


def rooms() -> set[str]:
    """Return the folders of the program that hold code, as they are named in `ROOMS`."""
    bot = ROOT / "bot"
    files = [one for one in bot.rglob("*.py") if one.name != "__init__.py"]
    return {"" if one.parent == bot else str(one.parent.relative_to(bot)) for one in files}


def _room(folder: Path) -> str:
    files = [one for one in sorted(folder.glob("*.py")) if one.name != "__init__.py"]
    rows = "".join(f"| `{one.name}` | {_sentence(one)} |\n" for one in files)
    return f"\n## {folder.relative_to(ROOT)}/\n\n| file | what it is |\n|---|---|\n{rows}"


def _sentence(file: Path) -> str:
    text = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    first = " ".join(text.partition("\n\n")[0].split())
    return re.split(r"\. (?=[A-Z])", first)[0].rstrip(".").replace("|", "&#124;")


if __name__ == "__main__":
    PAGE.write_text(house_map(), encoding="utf-8")
