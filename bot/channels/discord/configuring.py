"""What an operator sets in `settings.yaml`; secrets stand elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

FILE = "settings.yaml"

ANSWERS_A_MINUTE = 30
"""Above what anybody types or presses in earnest, below what a script sends."""


class SettingsError(ValueError):
    """The file of settings is wrong; the text is a sentence that says what to do about it."""


class Wishes(NamedTuple):
    """`token_file` names a file that holds the token, "" for none."""

    answers_a_minute: int = ANSWERS_A_MINUTE
    token_file: str = ""


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
        known = " and ".join(Wishes._fields)
        raise SettingsError(f"{path} knows no {unknown[0]} for Discord; there is {known}.")
    most, file = part.get("answers_a_minute", ANSWERS_A_MINUTE), part.get("token_file") or ""
    if not isinstance(most, int) or isinstance(most, bool) or most < 1:
        raise SettingsError(f"answers_a_minute in {path} must be a whole number from 1 on.")
    if not isinstance(file, str):
        raise SettingsError(f"token_file in {path} must be the path of a file.")
    return Wishes(most, file)
