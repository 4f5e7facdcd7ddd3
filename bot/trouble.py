"""Notes where the program failed, for whoever repairs it: places in code, never texts or values."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bot import settings

FILE = "trouble.txt"
FILE_MODE = 0o600


def note(error: BaseException) -> str:
    """Write down the kinds of errors and the places in code; return the file's path, "" if none.

    An error's own message is left out: it may quote what somebody typed.
    """
    path = settings.read().cache / FILE
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write("\n".join(places(error)) + "\n")
    except OSError:
        return ""
    return str(path)


def places(error: BaseException) -> list[str]:
    """Return the chain of errors, each with the places it came through, the innermost last."""
    lines = [f"Python {sys.version.split()[0]} on {sys.platform}"]
    found: BaseException | None = error
    seen: set[int] = set()
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        lines.append(type(found).__name__)
        trace = found.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            lines.append(f"  {_short(code.co_filename)}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        found = found.__cause__ or found.__context__
    return lines


def _short(file: str) -> str:
    """Return a file's path from the package on, so that no name of a home folder is noted."""
    parts = Path(file).parts
    return "/".join(parts[parts.index("bot") :]) if "bot" in parts else parts[-1]
