"""Where things stand on this machine: shipped dialogs and rules, the saved talks, the cache.

It reads the environment and nothing else; what is in the files is bot.language's.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "afterword"
DATABASE = "talks.db"

SERVERS = ("postgresql://", "postgres://")
"""How the address of a server begins; everything else is the name of a file."""

COVER_MINUTES = 10
"""Minutes without a key until a talk is covered: long enough to think, short enough to be called away."""

MOST_DAYS, LONGEST_DAYS = 36_500, 9
"""A hundred years, which is for ever, and the digits that are read of a number of days."""

COMPLETES = "_AFTERWORD_COMPLETE"
"""Set by a shell that asks how a command line could go on; not for people."""

VARIABLES: Mapping[str, str] = {
    "AFTERWORD_DB": "file of the saved talks, or postgresql://… for a server",
    "AFTERWORD_KEEP_DAYS": "days without a touch after which all of a person is erased; 0: never",
    "AFTERWORD_PASSPHRASE_FILE": "a file with the passphrase of sealed talks, for you alone",
    "AFTERWORD_KEYS": "the file of people's keys that lock their words on a server",
    "AFTERWORD_DIALOGS": "folder of dialogs to use in place of the shipped ones",
    "AFTERWORD_CONFIG": "folder of rules, texts and help lines in place of the shipped one",
    "AFTERWORD_CACHE": "folder for what is faster to read a second time; safe to delete",
    "AFTERWORD_COUNTRY": "your country for help lines, as two letters (GB, US, DE)",
    "AFTERWORD_PLAIN": "1: plain lines with labels, for screen readers and logs",
    "AFTERWORD_THEME": "colours: calm, contrast or none",
    "AFTERWORD_COVER": "minutes without a key until the talk is covered; 0 for never",
}
"""Every variable that is read, with what it is for."""


class Settings(NamedTuple):
    """`country` is an ISO code or ""; `plain` asks for labelled, append-only lines.

    `theme` names colours ("" for the usual ones); `cover` is in minutes. `db` is a file, or as
    a text the address of a server, whose words may stand under the `keys` in a file. After
    `keep_days` without a touch a person is erased; 0 is never.
    """

    dialogs: Path
    config: Path
    db: Path | str
    cache: Path
    country: str = ""
    plain: bool = False
    theme: str = ""
    cover: float = COVER_MINUTES
    keep_days: int = 0
    keys: Path | None = None


def read(environ: Mapping[str, str] | None = None) -> Settings:
    """Return the settings that the environment asks for, the shipped ones where it is silent."""
    given = os.environ if environ is None else environ
    shipped = shipped_folder()
    return Settings(
        dialogs=_path(given, "AFTERWORD_DIALOGS") or shipped / "dialogs",
        config=_path(given, "AFTERWORD_CONFIG") or shipped / "config",
        db=place(given.get("AFTERWORD_DB", ""))
        or _own(given, "XDG_DATA_HOME", ".local/share") / DATABASE,
        cache=_path(given, "AFTERWORD_CACHE") or _own(given, "XDG_CACHE_HOME", ".cache"),
        country=given.get("AFTERWORD_COUNTRY", "").strip().upper()[:2],
        plain=given.get("AFTERWORD_PLAIN", "").strip().lower() not in ("", "0", "no"),
        theme=given.get("AFTERWORD_THEME", "").strip().lower(),
        cover=_minutes(given.get("AFTERWORD_COVER", "")),
        keep_days=_days(given.get("AFTERWORD_KEEP_DAYS", "")),
        keys=_path(given, "AFTERWORD_KEYS"),
    )


def given(variable: str) -> bool:
    """Whether a variable of the environment says anything."""
    return bool(os.environ.get(variable, "").strip())


def place(written: str) -> Path | str | None:
    """Return where talks are to be kept: a file, the address of a server, None where it is silent."""
    name = written.strip()
    if name.startswith(SERVERS):
        return name
    return Path(name).expanduser() if name else None


def shipped_folder() -> Path:
    """Return the folder that holds `dialogs` and `config`: inside a wheel, else the repository."""
    package = Path(__file__).parent
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parent


def _days(written: str) -> int:
    """Return the days that are written, 0 (for ever) where that is no number."""
    digits = written.strip()
    if not digits.isascii() or not digits.isdecimal():
        return 0
    return min(int(digits[:LONGEST_DAYS]), MOST_DAYS)


def _minutes(written: str) -> float:
    """Return the minutes that are written, the usual ones where that is no number."""
    digits = written.strip()
    return float(digits) if digits.isascii() and digits.isdecimal() else COVER_MINUTES


def _path(given: Mapping[str, str], name: str) -> Path | None:
    written = given.get(name, "").strip()
    return Path(written).expanduser() if written else None


def _own(given: Mapping[str, str], variable: str, usual: str, platform: str = sys.platform) -> Path:
    """Return this user's folder of the program, for data or for caches."""
    if platform == "linux":
        # What platformdirs answers there, without the 20 ms that importing it costs a start.
        base = given.get(variable, "").strip()
        return (Path(base) if base else Path.home() / usual) / NAME
    import platformdirs  # noqa: PLC0415 - slow, and not needed on Linux

    if "CACHE" in variable:
        return platformdirs.user_cache_path(NAME, appauthor=False)
    return platformdirs.user_data_path(NAME, appauthor=False)
