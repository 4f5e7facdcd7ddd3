"""Records a talk in the full terminal and draws it as a moving picture, for the first page.

Usage: python tests/recording.py. Plays the keys below on a real pseudo terminal, takes the screen
of the emulator after each, and writes docs/afterword.svg. Who asks for less motion sees the last one.
"""

from __future__ import annotations

import sys
import tempfile
from html import escape
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":  # started as a file, the tests are no package yet
    sys.path.insert(0, str(ROOT))

from tests.pty_session import PtySession, environment  # noqa: E402 - after the line above

PICTURE = ROOT / "docs" / "afterword.svg"
COLUMNS, ROWS = 78, 24

TALK = (
    ("", "Esc Esc Esc", 3.0),
    ("i'm about to text him, i can't stand it", "stand it", 2.0),
    ("\r", "almost too strong", 2.5),
    ("\x1b[D\x1b[D\x1b[D", "8 of 10", 2.0),
    ("\r", "How is your head", 2.0),
    ("\x1b[B", "1 of 3", 1.5),
    ("\r", "What do you hope", 2.5),
    ("/w", "why do you ask?", 2.0),
    ("\x03", "Choose:", 0.5),
    ("1\r", "minutes left", 5.0),
)
"""Keys, what is on the screen then, and for how many seconds it stands in the picture."""

WIDE, HIGH, MARGIN = 8.4, 18, 16
COLOURS = {"default": "#d8dee4", "cyan": "#7fd1c7", "brown": "#e6c07b", "yellow": "#e6c07b"}
GROUND = "#1d2228"


class Frame(NamedTuple):
    """One picture: its drawing, and for how many seconds it stands."""

    drawing: str
    seconds: float


def record(talk: tuple[tuple[str, str, float], ...] = TALK) -> str:
    """Play the keys and return the picture."""
    frames = []
    with tempfile.TemporaryDirectory() as folder:
        env = environment(Path(folder))
        with PtySession("chat", "--seed", "1", env=env, columns=COLUMNS, rows=ROWS) as session:
            for keys, then, seconds in talk:
                session.press(keys)
                session.until(then)
                frames.append(Frame(_drawn(session.screen), seconds))
    return _picture(frames)


def _drawn(screen: object) -> str:
    rows = []
    for number in range(screen.lines):
        cells = [screen.buffer[number][column] for column in range(screen.columns)]
        column, spans = 0, []
        for style, run in groupby(cells, key=lambda cell: (cell.fg, cell.bold)):
            text = "".join(cell.data for cell in run)
            if text.strip():
                colour = COLOURS.get(style[0], COLOURS["default"])
                weight = ' font-weight="bold"' if style[1] else ""
                indent = len(text) - len(text.lstrip())
                # Spaces side by side would be drawn as one.
                words = escape(text.strip()).replace("  ", "\u00a0 ")
                spans.append(
                    f'<tspan x="{MARGIN + (column + indent) * WIDE:.1f}" fill="{colour}"{weight}>'
                    f"{words}</tspan>"
                )
            column += len(text)
        if spans:
            rows.append(f'<text y="{MARGIN + (number + 1) * HIGH}">{"".join(spans)}</text>')
    if not screen.cursor.hidden:
        rows.append(
            f'<rect x="{MARGIN + screen.cursor.x * WIDE:.1f}" '
            f'y="{MARGIN + screen.cursor.y * HIGH + 4}" width="{WIDE}" height="{HIGH - 2}" '
            f'fill="{COLOURS["default"]}" opacity="0.5"/>'
        )
    return "\n".join(rows)


def _picture(frames: list[Frame]) -> str:
    whole = sum(one.seconds for one in frames)
    style, groups, since = [], [], 0.0
    for number, frame in enumerate(frames):
        start, end = 100 * since / whole, 100 * (since + frame.seconds) / whole
        shown = "visible" if number == 0 else "hidden"
        style.append(
            f"@keyframes f{number} {{ 0% {{ visibility: {shown} }} {start:.2f}% "
            f"{{ visibility: visible }} {end:.2f}%, 100% {{ visibility: hidden }} }}\n"
            f"#f{number} {{ visibility: hidden; animation: f{number} {whole:g}s step-end infinite }}"
        )
        groups.append(f'<g id="f{number}">\n{frame.drawing}\n</g>')
        since += frame.seconds
    last = f"#f{len(frames) - 1}"
    style.append(
        f"@media (prefers-reduced-motion) {{ g {{ animation: none !important }} "
        f"{last} {{ visibility: visible }} }}"
    )
    width, height = COLUMNS * WIDE + 2 * MARGIN, ROWS * HIGH + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        'font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14" '
        'role="img">\n'
        "<title>A talk in the terminal: one line is written, and one question at a time is "
        "answered</title>\n"
        f"<style>\n{chr(10).join(style)}\n</style>\n"
        f'<rect width="100%" height="100%" rx="8" fill="{GROUND}"/>\n'
        f"{chr(10).join(groups)}\n</svg>\n"
    )


if __name__ == "__main__":
    PICTURE.write_text(record(), encoding="utf-8")
    sys.stdout.write(f"{PICTURE}\n")
