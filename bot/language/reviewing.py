"""Which texts and rules about safety a human has read, as they themselves entered it.

Only that person's own entry counts; whether there is one is read here, and nothing is judged.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.language.diagnostics import Diagnostic, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.language.diagnostics import Report
    from bot.language.kinds import Word

BY, ON = "reviewed_by", "reviewed_on"
_NEEDED = ("dialogs/safety/", "config/safety/")
"""Where a mistake can put a person in danger."""


def unreviewed(sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    """Tell of each file about safety that bears no entry of a human reader."""
    for file, source in sorted(sources.items()):
        if file.startswith(_NEEDED) and _entry().search(source.text) is None:
            yield Diagnostic(
                "D603", "nobody has entered that they read this", file, source.span(0, 1),
                f"whoever reads it whole adds `{BY}:` with their own name, and `{ON}:` with the day",
            )  # fmt: skip


@cache
def _entry() -> re.Pattern[str]:
    return re.compile(rf"^{BY}:[ \t]*\S", re.MULTILINE)


def check_entry(by: Word | None, on: Word | None, report: Report) -> None:
    """Report an entry of which a half is missing, or whose day is none."""
    if by is not None and on is None:
        report.add("D113", by.span, f"`{ON}:` is missing here", "write the day, as `2026-11-25`")
    if on is not None and by is None:
        report.add("D113", on.span, f"`{BY}:` is missing here", "write the name of who read it")
    if on is not None and on and not _is_day(on.text):
        report.add("D114", on.span, f"`{on.text}` is no day", "write it like `2026-11-25`")


def _is_day(text: str) -> bool:
    from datetime import date  # noqa: PLC0415 - only where there is an entry

    try:
        return date.fromisoformat(text) is not None and len(text) == len("2026-11-25")
    except ValueError:
        return False


def listed(notes: Iterable[Diagnostic]) -> str:
    """Return one paragraph that names the files nobody has entered a review of; "" for none."""
    by_folder: dict[str, list[str]] = {}
    for one in notes:
        folder, _, name = one.file.rpartition("/")
        by_folder.setdefault(folder, []).append(name.removesuffix(".yaml"))
    if not by_folder:
        return ""
    parts = "; ".join(f"{folder}/ {', '.join(names)}" for folder, names in by_folder.items())
    return f"Note: no human has entered a review (D603) of {parts}."
