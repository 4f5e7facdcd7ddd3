"""What an operator sets in `settings.yaml`; secrets stand elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

FILE = "settings.yaml"

ANSWERS_A_MINUTE = 30
"""Above what anybody types or presses in earnest, below what a script sends."""


HEALTH_PORT = 9464
"""The port that collectors of Prometheus's format look at first."""

SILENCE = 60.0
"""Discord sends a sign in every 41 seconds; one that is missed is made up for."""

SHORTEST, LONGEST = 0.5, 300.0
"""Bounds of `silence`: below, a slow network looks dead; above, people wait for nothing."""


class SettingsError(ValueError):
    """The file of settings is wrong; the text is a sentence that says what to do about it."""


class Wishes(NamedTuple):
    """`token_file` names a file that holds the token, "" for none; `blocked` are Discord's user ids.

    `shards` are those of this process ("" for all), `health_port` is 0 for none, and `silence` is in
    seconds. With `prove_reloads` every road of new dialogs is walked before they are taken over.
    """

    answers_a_minute: int = ANSWERS_A_MINUTE
    token_file: str = ""
    blocked: tuple[int, ...] = ()
    shards: str = ""
    health_port: int = HEALTH_PORT
    silence: float = SILENCE
    prove_reloads: bool = True


def wishes(config: Path) -> Wishes:
    """Read the part for Discord, the usual ones where it is silent; raises `SettingsError`."""
    import yaml  # noqa: PLC0415 - slow, and a talk in a terminal reads no settings

    path = config / FILE
    try:
        read = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except FileNotFoundError:
        return Wishes()
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"{path} can't be read.") from None
    except yaml.YAMLError:
        raise SettingsError(f"{path} is not YAML. Put `name: value` on each line.") from None
    part = read.get("discord") or {} if isinstance(read, dict) else None
    if not isinstance(part, dict) or set(read) - {"discord"}:
        raise SettingsError(f"{path} may hold one part, `discord:`, with names below it.")
    unknown = sorted(str(one) for one in set(part) - set(Wishes._fields))
    if unknown:
        known = ", ".join(Wishes._fields)
        raise SettingsError(f"{path} knows no {unknown[0]} for Discord; there is: {known}.")
    # A name without a value is as good as none.
    given = {name: value for name, value in part.items() if value is not None}
    for name, value in given.items():
        if not _FITS[name](value):
            raise SettingsError(f"{name} in {path} must be {_MUST_BE[name]}.")
    return Wishes(**{**given, "blocked": tuple(given.get("blocked", ()))})


def _is_number(value: object, low: float, high: float) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high


def _is_whole(value: object, low: int, high: int) -> bool:
    return isinstance(value, int) and _is_number(value, low, high)


_MOST, _PORTS, _ID = 10**9, 65_535, 2**64

_FITS: Mapping[str, Callable[[Any], bool]] = {
    "answers_a_minute": lambda value: _is_whole(value, 1, _MOST),
    "token_file": lambda value: isinstance(value, str),
    "blocked": lambda value: (
        isinstance(value, list) and all(_is_whole(one, 1, _ID) for one in value)
    ),
    "shards": lambda value: isinstance(value, str),
    "health_port": lambda value: _is_whole(value, 0, _PORTS),
    "silence": lambda value: _is_number(value, SHORTEST, LONGEST),
    "prove_reloads": lambda value: isinstance(value, bool),
}
_MUST_BE: Mapping[str, str] = {
    "answers_a_minute": "a whole number from 1 on",
    "token_file": "the path of a file",
    "blocked": "a list of ids of Discord users, each a whole number",
    "shards": 'a text like "0-3/8"',
    "health_port": "the number of a port, or 0 for none",
    "prove_reloads": "true or false",
    "silence": f"a number of seconds from {SHORTEST:g} to {LONGEST:g}",
}
