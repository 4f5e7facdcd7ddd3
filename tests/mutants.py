"""Puts one mistake at a time into copies of the shipped dialogs, and counts which of them are noticed.

    python tests/mutants.py [PART ...] [--most N]

PART is the beginning of a dialog's path, such as `safety/`; without one, the dialogs are taken that
decide something about safety. A mistake is noticed by `afterword check --strict`, by the table of
what is kept for safety, by a transcript, or by the outcomes of the main talk. Each that is not is
printed with its line. `--most` is how many mistakes of one kind are tried in one file.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bot.authoring.coverage import Coverage, walk  # noqa: E402 - found from the folder above
from bot.authoring.transcripts import play, read, replay  # noqa: E402 - as above
from bot.dialogue.program import Call  # noqa: E402 - as above
from bot.language.explore import explore  # noqa: E402 - as above
from bot.language.library import load_files, read_config, read_dialogs  # noqa: E402 - as above
from tests import test_second_chance as main_talk  # noqa: E402 - as above
from tests.safety_table import lines_of  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.dialogue.library import Library

USUAL = (
    "safety/", "second-chance", "home/", "advice/jealousy.", "advice/missing-you.",
    "advice/sexual-tension.", "tools/the-door.", "tools/steady.", "tools/reply-on-purpose.",
    "tools/ask-once.", "tools/consent-line.", "tools/message-mirror.",
)  # fmt: skip
MOST = 12
"""Mistakes of one kind in one file: the main talk has hundreds of guards, and each costs seconds."""

ENOUGH = 0.95
"""The share that must be noticed. A few change nothing: a part that is left out is looked at again."""

WEAKER = {"red-now": "soft", "red": "amber", "own": "amber", "hard-stop": "soft", "red-ask": "soft",
          "amber": "soft", "age": "soft"}  # fmt: skip


class Mutant(NamedTuple):
    """A file with one mistake in it: the kind, the line it stands in, and what it says now."""

    kind: str
    line: int
    now: str
    text: str


# --- the mistakes ---------------------------------------------------------------------


def mutants(text: str) -> Iterator[Mutant]:
    """Give every mistake that can be made in the text of a dialog."""
    lines = text.split("\n")
    nodes = re.findall(r"(?m)^  ([a-z][\w-]*):$", text.partition("\nnodes:\n")[2])
    for at, line in enumerate(lines):
        for kind, now in _in_line(line, nodes):
            yield _with(kind, lines, at, at + 1, now)
        if re.match(r"\s*(signal: |gate: yes|if unknown: |contact: yes|alone: )", line):
            yield _with(f"no `{line.split(':')[0].strip()}`", lines, at, at + 1, None)
        if re.match(r"\s*- call: (safety/|tools/steady)", line):
            end = _end_of_step(lines, at)
            yield _with("no call to safety", lines, at, end, _indent(line) * " " + "- say: Okay.")
        if re.match(r"\s*- if: ", line) and _is_row(lines, at):
            end = _end_of_step(lines, at)
            if end < len(lines) and re.match(r"\s*- if: ", lines[end]):
                after = _end_of_step(lines, end)
                swapped = "\n".join([*lines[end:after], *lines[at:end]])
                yield _with("rows swapped", lines, at, after, swapped)
    for start in (at for at, line in enumerate(lines) if line in ("never:", "always:")):
        for at in range(start + 1, len(lines)):
            if not lines[at].startswith("  "):
                break
            if lines[at].startswith("  - "):
                end = _end_of_step(lines, at)
                alone = lines[at - 1] == lines[start] and (
                    end >= len(lines) or not lines[end].startswith("  - ")
                )
                yield _with("no promise", lines, start if alone else at, end, None)


def _in_line(line: str, nodes: list[str]) -> Iterator[tuple[str, str]]:
    if found := re.match(r"(\s*signal: R\d )([a-z-]+)$", line):
        yield "weaker signal", found[1] + WEAKER.get(found[2], "soft")
    if found := re.match(r"(\s*- if: )(.+?)(  #.*)?$", line):
        yield "guard flipped", f"{found[1]}not ({found[2]})"
    if found := re.match(r"(\s*- goto: )([\w-]+)$", line):
        other = next((one for one in reversed(nodes) if one != found[2]), None)
        if other is not None:
            yield "goto elsewhere", found[1] + other
    if found := re.match(r"(\s*outcome: )(not_safe\w*|one_sided)$", line):
        yield "outcome exchanged", found[1] + "not_enough_known"


def _with(kind: str, lines: list[str], start: int, end: int, now: str | None) -> Mutant:
    told = "(taken out)" if now is None else now.strip().split("\n")[0]
    text = "\n".join([*lines[:start], *([] if now is None else [now]), *lines[end:]])
    return Mutant(kind, start + 1, f"{lines[start].strip()}  →  {told}", text)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _end_of_step(lines: list[str], at: int) -> int:
    """Return the line behind all that belongs to the step, or the row, that begins at a line."""
    end = at + 1
    while end < len(lines) and lines[end].strip() and _indent(lines[end]) > _indent(lines[at]):
        end += 1
    return end


def _is_row(lines: list[str], at: int) -> bool:
    own = lines[at + 1 : _end_of_step(lines, at)]
    return any(one.lstrip().startswith("outcome:") for one in own)


# --- who notices ----------------------------------------------------------------------


class Bench:
    """The shipped dialogs, and everything that stands watch over them."""

    def __init__(self) -> None:
        self.dialogs = read_dialogs(ROOT / "dialogs", None)
        self.config = read_config(ROOT / "config")
        self.kept = Path(tempfile.mkdtemp())
        library = load_files(self.dialogs, self.config, self.kept).library
        if library is None:
            sys.exit("The dialogs have mistakes already; `afterword check` tells them.")
        self.transcripts: list[tuple[str, set[str]]] = []
        for file in sorted((ROOT / "tests" / "transcripts").glob("*.txt")):
            kept = file.read_text(encoding="utf-8")
            if kept.strip() != replay(library, kept).strip():
                print(f"left out, it is told otherwise without a mistake: {file.name}")
                continue
            walked = Coverage(library)
            talk = play(library, read(kept))
            walk(talk.library, talk.session.entries, walked.hook)
            self.transcripts.append((kept, {one.dialog for one in walked.seen}))

    def noticed_by(self, name: str, text: str) -> str:
        """Return what notices that a dialog reads like this; blank for nothing."""
        loaded = load_files({**self.dialogs, name: text.encode()}, self.config, self.kept)
        if loaded.library is None or any(one.severity != "note" for one in loaded.diagnostics):
            return "check"
        library = loaded.library
        own = name.partition("/")[2].removesuffix(".yaml")
        watches: tuple[tuple[str, Callable[[], bool]], ...] = (
            ("check", lambda: self._is_found(library, own)),
            ("table", lambda: [*lines_of(text)] != [*lines_of(self.dialogs[name].decode())]),
            ("transcripts", lambda: self._is_told_otherwise(library, own)),
            ("check", lambda: any(self._is_found(library, one) for one in _callers(library, own))),
            ("outcomes", lambda: own.startswith("second-chance") and _is_concluded_otherwise(library)),
        )  # fmt: skip
        return next((watch for watch, notices in watches if notices()), "")

    def _is_told_otherwise(self, library: Library, own: str) -> bool:
        return any(
            kept.strip() != replay(library, kept).strip()
            for kept, walked in self.transcripts
            if own in walked
        )

    @staticmethod
    def _is_found(library: Library, name: str) -> bool:
        return any(one.severity != "note" for one in explore(library, name).diagnostics())


def _callers(library: Library, name: str) -> list[str]:
    return [
        other for other, program in library.programs.items()
        if other != name and any(isinstance(one, Call) and one.dialog == name for one in program.code)
    ]  # fmt: skip


def _is_concluded_otherwise(library: Library) -> bool:
    (mark,) = main_talk.test_the_talk_comes_to_what_was_told.pytestmark
    return any(main_talk.told(library, **case) != outcome for case, outcome in mark.args[1])


def main() -> int:
    """Try the mistakes; 1 where too few are noticed."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("parts", nargs="*")
    asked.add_argument("--most", type=int, default=MOST)
    given = asked.parse_args()
    bench = Bench()
    counted: Counter[tuple[str, str]] = Counter()
    for name, content in sorted(bench.dialogs.items()):
        if not name.removeprefix("dialogs/").startswith(tuple(given.parts) or USUAL):
            continue
        tried: Counter[str] = Counter()
        for one in mutants(content.decode()):
            tried[one.kind] += 1
            if tried[one.kind] > given.most:
                continue
            watch = bench.noticed_by(name, one.text)
            counted[one.kind, watch] += 1
            if not watch:
                print(f"not noticed: {name}:{one.line}: {one.kind}: {one.now}", flush=True)
    lost = sum(times for (_, watch), times in counted.items() if not watch)
    for (kind, watch), times in sorted(counted.items()):
        print(f"{kind:20} {watch or 'not noticed':12} {times:4}")
    print(f"{counted.total() - lost} of {counted.total()} mistakes are noticed.")
    return 0 if counted.total() - lost >= ENOUGH * counted.total() else 1


if __name__ == "__main__":
    sys.exit(main())
