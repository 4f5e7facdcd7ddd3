"""Keeps a loaded library as plain data, so that a start without changes reads no YAML."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from bot.dialogue import expressions, lines, program
from bot.dialogue.library import Library, Phrases
from bot.language.files import Loaded, digest_of, read_config, read_dialogs
from bot.understanding.patterns import Rules

if TYPE_CHECKING:
    from bot.dialogue.program import Program

FILE = "library.bin"
RULES = "rules.bin"
_SEAL = 4
"""Bytes of the checksum in front, which tells a file that was cut short or damaged."""


def load_cached(dialogs: Path, config: Path, folder: Path, base: Path | None = None) -> Loaded:
    """Load a library as `library.load` does, from the folder of caches if nothing has changed.

    A library that came from the cache brings no diagnostics: only one without errors is kept, and
    its warnings are for `check`. A cache that cannot be read or written is done without.
    Raises OSError where an author's file cannot be read.
    """
    contents = read_dialogs(dialogs, base), read_config(config)
    key = _key(*contents)
    library = fetch(folder, key)
    if library is not None:
        return Loaded(library, ())
    from bot.language.library import load_files  # noqa: PLC0415 - brings YAML, which a hit does without

    loaded = load_files(*contents)
    if loaded.library is not None:
        store(folder, key, loaded.library)
    return loaded


def store(folder: Path, key: str, library: Library) -> None:
    """Keep a library under a key; what was kept before goes."""
    programs = {name: marshal.dumps(_plain(one)) for name, one in library.programs.items()}
    payload = marshal.dumps((
        key, programs, dict(library.phrases.variants), marshal.dumps(library.rules.plain()),
        _plain(library.lines), dict(library.paths),
    ))  # fmt: skip
    _write(folder, FILE, payload)


def rules_of(
    contents: Mapping[str, bytes], folder: Path, read: Callable[[], Rules | None]
) -> Rules | None:
    """Return the rules of these files: those kept from last time, else what `read` makes of them.

    An author's files change, the rules seldom do, and reading them takes the longest.
    """
    key = _key(contents, {})
    payload = _opened(folder / RULES)
    if payload is not None:
        kept, plain = marshal.loads(payload)  # noqa: S302 - sealed, and written below
        if kept == key:
            return Rules.later(lambda: marshal.loads(plain))  # noqa: S302 - as above
    rules = read()
    if rules is not None:
        _write(folder, RULES, marshal.dumps((key, marshal.dumps(rules.plain()))))
    return rules


def _write(folder: Path, name: str, payload: bytes) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f"{name}.new"
        fresh.write_bytes(_seal(payload) + payload)
        fresh.replace(folder / name)
    except OSError:
        return


def _opened(file: Path) -> memoryview | None:
    """Return what is kept in a file; None where there is none, or it was damaged."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    seal, payload = content[:_SEAL], memoryview(content)[_SEAL:]
    return payload if _seal(payload) == seal else None


def _seal(payload: bytes | memoryview) -> bytes:
    return crc32(payload).to_bytes(_SEAL, "big")


def fetch(folder: Path, key: str) -> Library | None:
    """Return the library that was kept under this key, or None."""
    payload = _opened(folder / FILE)
    if payload is None:
        return None
    kept, programs, phrases, rules, help_lines, paths = marshal.loads(payload)  # noqa: S302 - sealed, and written by `store`
    if kept != key:
        return None
    later = Rules.later(lambda: marshal.loads(rules))  # noqa: S302 - sealed, as above
    return Library(_Programs(programs), Phrases(phrases), later, _object(help_lines), paths)


class _Programs(Mapping[str, "Program"]):
    """Programs by dialog, each made when it is first asked for."""

    def __init__(self, kept: dict[str, bytes]) -> None:
        self._kept = kept
        self._made: dict[str, Program] = {}

    def __getitem__(self, name: str) -> Program:
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = _object(marshal.loads(self._kept[name]))  # noqa: S302 - sealed, as above
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def _key(dialogs: Mapping[str, bytes], config: Mapping[str, bytes]) -> str:
    named = (part for files in (dialogs, config) for one in files.items() for part in one)
    parts = [part if isinstance(part, bytes) else part.encode() for part in named]
    return digest_of(_code().encode(), *parts)


@cache
def _code() -> str:
    """Return what changes with the code that makes a library."""
    root = Path(__file__).parent.parent
    stats = [
        (path.name, path.stat().st_size, path.stat().st_mtime_ns)
        for part in ("language", "dialogue", "understanding")
        for path in sorted((root / part).glob("*.py"))
    ]
    return f"{marshal.version} {stats}"


# --- values as plain data -----------------------------------------------------------
# A value of a class becomes a list: its number in the table of classes, then its fields.


@cache
def _classes() -> tuple[type[Any], ...]:
    found = {
        one
        for module in (program, expressions, lines)
        for one in vars(module).values()
        if isinstance(one, type) and hasattr(one, "__dataclass_fields__")
    }
    return tuple(sorted(found, key=lambda one: (one.__module__, one.__qualname__)))


@cache
def _numbers() -> dict[type[Any], tuple[int, tuple[str, ...]]]:
    return {
        one: (number, tuple(part.name for part in fields(one)))
        for number, one in enumerate(_classes())
    }


def _plain(value: Any) -> Any:
    if value.__class__ is tuple:
        return tuple(_plain(one) for one in value)
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    known = _numbers().get(value.__class__)
    if known is None:
        return value
    number, names = known
    return [number, *(_plain(getattr(value, name)) for name in names)]


def _object(plain: Any) -> Any:
    kind = plain.__class__
    if kind is tuple:
        return tuple(map(_object, plain))
    if kind is list:
        return _classes()[plain[0]](*map(_object, plain[1:]))
    if kind is dict:
        return {key: _object(one) for key, one in plain.items()}
    return plain
