"""Which files a library is made of, and what came of loading them; no YAML is read here."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from bot.dialogue.library import Library
    from bot.language.diagnostics import Diagnostic, Source

TEXTS = "texts/en.yaml"
PATHS = "safety-paths.yaml"
LINES = "resources.yaml"
PROMISES = "promises.yaml"
OWN_LINES = "resources.local.yaml"
"""Help lines of whoever runs the program, in place of the shipped ones for the same countries."""
_RULES = ("safety", "understanding")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A library, or None if anything is wrong that a talk cannot do without, and what was found.

    `sound` holds what of the dialogs has no mistake, nor calls one that has, so that it can be
    walked all the same; None where nobody has loaded it anew.
    """

    library: Library | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    sound: Library | None = None


def read_dialogs(folder: Path, base: Path | None = None) -> dict[str, bytes]:
    """Return the content of every dialog below a folder, by its path with the folder's name.

    Dialogs of the folder `base` are there too, unless one of the same id stands in for them: a
    talk never goes without the paths of safety.
    """
    own = _contents(folder, sorted(folder.rglob("*.yaml")))
    if base is None or base == folder:
        return own
    taken = {path.partition("/")[2] for path in own}
    below = _contents(base, sorted(base.rglob("*.yaml")))
    return {**{p: c for p, c in below.items() if p.partition("/")[2] not in taken}, **own}


def read_config(folder: Path) -> dict[str, bytes]:
    """Return the content of every settings file a library is made of, by its path."""
    named = (TEXTS, PATHS, LINES, OWN_LINES, PROMISES)
    paths = [folder / one for one in named]
    for part in _RULES:
        paths += sorted((folder / part).glob("*.yaml"))
    return _contents(folder, (path for path in paths if path.is_file()))


def is_rules(path: str) -> bool:
    """Whether a file, by its path below the settings, holds rules for free text."""
    return path.partition("/")[0] in _RULES


def digest_of(*contents: bytes) -> str:
    """Return a short name for exactly these contents, in this order."""
    digest = sha256()
    for content in contents:
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.hexdigest()[:16]


def _contents(folder: Path, paths: Iterable[Path]) -> dict[str, bytes]:
    return {
        f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in paths
    }
