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

VARIABLES: Mapping[str, str] = {
    "AFTERWORD_DB": "file of the saved talks",
    "AFTERWORD_DIALOGS": "folder of dialogs to use in place of the shipped ones",
    "AFTERWORD_CONFIG": "folder of rules, texts and help lines in place of the shipped one",
    "AFTERWORD_CACHE": "folder for what is faster to read a second time; safe to delete",
    "AFTERWORD_COUNTRY": "your country for help lines, as two letters (GB, US, DE)",
    "AFTERWORD_PLAIN": "1: plain lines with labels, for screen readers and logs",
}
"""Every variable that is read, with what it is for."""


class Settings(NamedTuple):
    """`country` is an ISO code or ""; `plain` asks for labelled, append-only lines."""

    dialogs: Path
    config: Path
    db: Path
    cache: Path
    country: str = ""
    plain: bool = False


def read(environ: Mapping[str, str] | None = None) -> Settings:
    """Return the settings that the environment asks for, the shipped ones where it is silent."""
    given = os.environ if environ is None else environ
    shipped = shipped_folder()
    return Settings(
        dialogs=_path(given, "AFTERWORD_DIALOGS") or shipped / "dialogs",
        config=_path(given, "AFTERWORD_CONFIG") or shipped / "config",
        db=_path(given, "AFTERWORD_DB") or _own(given, "XDG_DATA_HOME", ".local/share") / DATABASE,
        cache=_path(given, "AFTERWORD_CACHE") or _own(given, "XDG_CACHE_HOME", ".cache"),
        country=given.get("AFTERWORD_COUNTRY", "").strip().upper()[:2],
        plain=given.get("AFTERWORD_PLAIN", "").strip().lower() not in ("", "0", "no"),
    )


def shipped_folder() -> Path:
    """Return the folder that holds `dialogs` and `config`: inside a wheel, else the repository."""
    package = Path(__file__).parent
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parent


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
