"""Colours by role, over the 16 colours that the person's own terminal has chosen.

Nothing is told by colour alone: without any, every line still says what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

BOT = "class:bot"
ASK = "class:ask"
YOU = "class:you"
HERE = "class:here"
HINT = "class:hint"
WARN = "class:warn"

THEMES: Mapping[str, Mapping[str, str]] = {
    "calm": {
        "bot": "",
        "ask": "bold",
        "you": "ansicyan",
        "here": "bold ansicyan",
        # Not bright black: some palettes make that the background.
        "hint": "dim",
        "warn": "ansiyellow",
    },
    "contrast": {
        "bot": "",
        "ask": "bold",
        "you": "bold",
        "here": "reverse bold",
        "hint": "",
        "warn": "bold underline",
    },
    "none": {},
}
"""Styles by role. `none` is for those who want no attribute at all."""

USUAL = "calm"

_NO_COLOUR = ("vt100", "vt102", "vt220", "vt52", "ansi-m")
"""Terminals that never had colours."""


def theme_name(asked: str, environ: Mapping[str, str]) -> str:
    """Return the theme to use: what was asked for, else what the environment allows."""
    if asked in THEMES:
        return asked
    if environ.get("NO_COLOR"):
        return "none"
    if environ.get("FORCE_COLOR", "") not in ("", "0"):
        return USUAL
    term = environ.get("TERM", "")
    return "none" if term in _NO_COLOUR or term.endswith(("-m", "-mono")) else USUAL


def style(theme: str) -> Style:
    """Return the styles of a theme."""
    return Style.from_dict(dict(THEMES[theme]))


def depth(theme: str) -> ColorDepth:
    """Return how many colours may be used: the 16 of the terminal, or none."""
    return ColorDepth.DEPTH_1_BIT if theme == "none" else ColorDepth.DEPTH_4_BIT
