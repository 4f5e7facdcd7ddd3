"""The bot's token: from the environment, or from a file that nobody else can read."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "AFTERWORD_DISCORD_TOKEN"
FILE_VARIABLE = "AFTERWORD_DISCORD_TOKEN_FILE"

OTHERS = 0o077
"""The bits that let the group or everybody in."""

_FORM = re.compile(r"[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{20,}")


class Token(NamedTuple):
    """A token, or the sentence why there is none. Its `repr` shows neither."""

    value: str = ""
    wrong: str = ""

    def __repr__(self) -> str:
        return "Token(…)"

    @property
    def has_form(self) -> bool:
        """Whether it looks like one of Discord's: three parts with dots in between."""
        return _FORM.fullmatch(self.value) is not None


def token(environ: Mapping[str, str], file: str = "") -> Token:
    """Return the token of the environment, else of the file that it or the settings name."""
    written = environ.get(VARIABLE, "").strip()
    if written:
        return Token(written)
    named = environ.get(FILE_VARIABLE, "").strip() or file
    if not named:
        return Token(wrong=f"There is no token. Put it into {VARIABLE}, or name a file with it in "
                           f"{FILE_VARIABLE}.")  # fmt: skip
    path = Path(named).expanduser()
    try:
        if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & OTHERS:
            return Token(wrong=f"Others can read the token in {path}. Run: chmod 600 {path}")
        read = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return Token(wrong=f"The token in {path} can't be read.")
    return Token(read) if read else Token(wrong=f"There is no token in {path}.")
