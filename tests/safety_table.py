"""Lists what the shipped dialogs keep for safety, one line each, as it stands in their files.

    python tests/safety_table.py

writes the list anew into tests/safety_table.txt. Whoever has changed a dialog on purpose does that,
and then reads what has changed there: a line that is gone is something nobody watches any more.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
TABLE = Path(__file__).with_suffix(".txt")
_QUESTIONS = ("choose", "pick", "confirm", "rate", "number", "date", "write", "list", "wait")
_BARRING = ("not_safe", "one_sided")
"""Outcomes that no hopeful one may go before; their rows stand here in order."""
_KEPT = ("gate", "alone", "signal", "if unknown", "only when sure")


def table() -> str:
    """Return the list: the signals of options, gates, calls to safety, rows that cap, promises."""
    files = sorted((ROOT / "dialogs").rglob("*.yaml"))
    return "".join(
        f"{line}\n" for file in files for line in lines_of(file.read_text(encoding="utf-8"))
    )


def lines_of(text: str) -> Iterator[str]:
    """Give the lines of one dialog, from the text of its file."""
    # Every scalar stays the text it is, as the program reads it: `no` is no truth value.
    whole: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    name = whole["dialog"]
    if whole.get("contact") == "yes":
        yield f"{name}: is help with contact"
    for node, steps in whole["nodes"].items():
        for said in _in_steps(steps):
            yield f"{name}, {node}: {said}"
    for kind in ("never", "always"):
        for promise in whole.get(kind, ()):
            for sentence, guard in promise.items():
                yield f"{name}: {kind}: {sentence}: {' '.join(guard.split())}"


def _in_steps(steps: list[Any], under: str = "") -> Iterator[str]:
    for step in steps:
        verb = next(iter(step))
        own = f"{under}{step['as']}" if verb in _QUESTIONS and "as" in step else under
        yield from (f"{own}: {key} {step[key]}" for key in _KEPT if key in step)
        if verb in ("call", "show", "stop") and _is_safety(verb, step):
            yield f"{under}{verb} {step[verb]} {' '.join(_all(step.get('of', ())))}".rstrip()
        for option, held in step.get("options", {}).items():
            if isinstance(held, dict):
                yield from (f"{own} = {option}: {key} {held[key]}" for key in _KEPT if key in held)
                yield from _in_steps(held.get("then", ()), f"{own} = {option}: ")
        for row in step["conclude"] if verb == "conclude" else ():
            if row.get("outcome", "").startswith(_BARRING):
                yield f"{row['outcome']}: if {' '.join(row['if'].split())}"
            yield from (f"{row['outcome']}: {key} {row[key]}" for key in _KEPT if key in row)
        for inner in ("then", "else", "do"):
            if inner in step:
                under_it = f"{verb} {step[verb]}: " if inner == "then" else f"{inner}: "
                yield from _in_steps(step[inner], under_it)


def _is_safety(verb: str, step: dict[str, Any]) -> bool:
    return verb != "call" or step[verb].startswith(("safety/", "tools/steady"))


def _all(held: Any) -> list[str]:
    return [held] if isinstance(held, str) else list(held)


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
