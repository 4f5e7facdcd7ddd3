"""Loads everything a talk runs on from the authors' files, or says all that is wrong in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from bot.dialogue.library import Library, Phrases
from bot.dialogue.lines import HelpLines
from bot.dialogue.program import Call
from bot.language.checks import check_calls, check_roads
from bot.language.compile import compile_dialog
from bot.language.decode import Shape, author
from bot.language.diagnostics import Span, did_you_mean, has_errors, in_order
from bot.language.files import (
    LINES,
    OWN_LINES,
    PATHS,
    PROMISES,
    TEXTS,
    Loaded,
    digest_of,
    is_rules,
    read_config,
    read_dialogs,
)
from bot.language.kinds import DIALOG, LINE, NOWHERE, WORD, ListOf, MapOf
from bot.language.lines import WrongLinesError, read_lines
from bot.language.model import DIALOG_FILE
from bot.language.names import Book
from bot.language.promises import with_promises
from bot.language.rules import LEVELS, SIGNALS, WrongRulesError, read_rules
from bot.language.tone import check_tone
from bot.language.yaml_nodes import compose, read_source
from bot.understanding.patterns import Rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from bot.dialogue.expressions import Guard
    from bot.dialogue.program import Program
    from bot.language.compile import Compiled
    from bot.language.diagnostics import Diagnostic, Report, Source
    from bot.language.kinds import Word
    from bot.language.model import Dialog


@dataclass(frozen=True, slots=True)
class Dialogs:
    """Compiled dialogs by id, without those that have an error, and what was found on the way.

    `facts` gives the guard behind each fact, by dialog and name: a program has them put in.
    """

    programs: Mapping[str, Program]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    facts: Mapping[str, Mapping[str, Guard]]


def load(dialogs: Path, config: Path, base: Path | None = None, kept: Path | None = None) -> Loaded:
    """Load `dialogs/**/*.yaml`, over those of the folder `base`, and the files under `config`.

    Files are called by their path from the folder that holds `dialogs` or `config`. With a folder of
    caches, rules that did not change are taken from `kept`. Raises OSError where a file cannot be read.
    """
    return load_files(read_dialogs(dialogs, base), read_config(config), kept)


def load_files(
    dialogs: Mapping[str, bytes], config: Mapping[str, bytes], kept: Path | None = None
) -> Loaded:
    """Load from contents by path, as `read_dialogs` and `read_config` give them."""
    compiled = compile_dialogs(dialogs)
    reports = {name: read_source(name, content)[1] for name, content in config.items()}
    by_part = {name.partition("/")[2]: report for name, report in reports.items()}
    phrases = _phrases(by_part.get(TEXTS))
    paths = _paths(by_part.get(PATHS), frozenset(_id_of(name) for name in dialogs))
    lines = _lines(by_part.get(LINES)).overlaid(_lines(by_part.get(OWN_LINES)))
    rules = _kept_rules(
        {name: one for name, one in config.items() if is_rules(name.partition("/")[2])},
        [one for part, one in by_part.items() if is_rules(part)],
        kept,
    )
    programs, broken = _promised(compiled, by_part.get(PROMISES), paths, dialogs)
    found = [
        *compiled.diagnostics, *broken,
        *(one for report in reports.values() for one in report.found),
    ]  # fmt: skip
    sources = {**compiled.sources, **{name: report.source for name, report in reports.items()}}
    sound = Library(_closed(programs), phrases, rules, lines, paths)
    return Loaded(None if has_errors(found) else sound, in_order(found), sources, sound)


def _promised(
    compiled: Dialogs, report: Report | None, paths: Mapping[str, str], files: Iterable[str]
) -> tuple[Mapping[str, Program], list[Diagnostic]]:
    """Add what the library promises for every dialog, and tell what of it is broken."""
    if report is None:
        return compiled.programs, []
    known = frozenset(_id_of(name) for name in files)
    return with_promises(compiled.programs, paths, report, known)


def _closed(programs: Mapping[str, Program]) -> dict[str, Program]:
    """Return the programs whose calls lead to programs that are there as well."""
    calls = {
        name: {step.dialog for step in one.code if isinstance(step, Call)}
        for name, one in programs.items()
    }
    left = dict(programs)
    while lost := [name for name in left if not calls[name] <= left.keys()]:
        for name in lost:
            del left[name]
    return left


# --- dialogs --------------------------------------------------------------------


def compile_dialogs(files: Mapping[str, bytes]) -> Dialogs:
    """Compile dialogs from contents by path, `dialogs/tools/x.yaml`."""
    shapes: dict[str, Dialog] = {}
    reports: dict[str, Report] = {}
    contents: dict[str, bytes] = {}
    for file, content in files.items():
        _, report = read_source(file, content)
        name = _id_of(file)
        reports[name], contents[name] = report, content
        shape = _shape(name, report)
        if shape is not None:
            shapes[name] = shape
    book = Book(shapes, reports)
    compiled: dict[str, Compiled] = {}
    for name, shape in shapes.items():
        compiled[name] = compile_dialog(shape, book, reports[name], digest_of(contents[name]))
        check_tone(shape, reports[name])
    check_calls(compiled)
    for one in compiled.values():
        # Roads through a dialog that was read in part would only repeat what is wrong already.
        if not has_errors(one.report.found):
            check_roads(one, book)
    return Dialogs(
        {
            name: one.program
            for name, one in compiled.items()
            if not has_errors(one.report.found)
        },
        in_order(one for report in reports.values() for one in report.found),
        {report.source.file: report.source for report in reports.values()},
        {name: one.facts for name, one in compiled.items()},
    )  # fmt: skip


def shapes_of(files: Mapping[str, bytes]) -> tuple[dict[str, Dialog], dict[str, Source]]:
    """Return what stands in dialogs, by id, and their texts by path; mistakes are not told."""
    shapes: dict[str, Dialog] = {}
    sources: dict[str, Source] = {}
    for file, content in files.items():
        sources[file], report = read_source(file, content)
        shape = _shape(_id_of(file), report)
        if shape is not None:
            shapes[_id_of(file)] = shape
    return shapes, sources


@cache
def _keys() -> frozenset[str]:
    """Return every key that can stand in a dialog."""
    shapes: dict[str, Any] = {}
    DIALOG_FILE.schema(shapes)
    return frozenset(key for one in shapes.values() for key in one["properties"])


def _id_of(file: str) -> str:
    return file.partition("/")[2].removesuffix(".yaml")


def _shape(name: str, report: Report) -> Dialog | None:
    root = compose(report, _keys())
    if root is None:
        if not report.found:
            report.add(
                "D113", Span(1, 1, 1, 2), "the file is empty", "a dialog starts with `dialog:`"
            )
        return None
    shape: Dialog = DIALOG_FILE.read(root, report)
    if shape.dialog and shape.dialog.text != name:
        report.add("D116", shape.dialog.span, f"the file stands at `{name}`, and calls itself `{shape.dialog.text}`",
                   f"write `dialog: {name}`, or move the file")  # fmt: skip
    return replace(shape, dialog=shape.dialog._replace(text=name))


# --- settings ---------------------------------------------------------------------

_START = Span(1, 1, 1, 2)


def _phrases(report: Report | None) -> Phrases:
    if report is None:
        return Phrases({})
    root = compose(report)
    if root is None:
        return Phrases({})
    read = MapOf(WORD, ListOf(LINE, single=True)).read(root, report)
    phrases = Phrases({name.text: tuple(one.text for one in words if one) for name, words in read})
    for name in phrases.missing():
        report.add("D118", _START, f"the sentence `{name}` is missing",
                   "the program would say nothing there")  # fmt: skip
    return phrases


def _paths(report: Report | None, dialogs: frozenset[str]) -> dict[str, str]:
    root = compose(report) if report is not None else None
    if report is None or root is None:
        return {}
    found = {}
    for signal, dialog in _PATHS.read(root, report).paths:
        code, _, level = signal.text.partition(" ")
        if code not in SIGNALS or (level and level not in LEVELS):
            report.add("D115", signal.span, f"`{signal.text}` is no signal",
                       "write a code, or a code and a level, as `R5 amber`")  # fmt: skip
        if dialog and dialog.text not in dialogs:
            report.add("D203", dialog.span, f"there is no dialog `{dialog.text}`",
                       did_you_mean(dialog.text, sorted(dialogs)))  # fmt: skip
        found[signal.text] = dialog.text
    return found


def _lines(report: Report | None) -> HelpLines:
    if report is None:
        return HelpLines((), ())
    try:
        return read_lines(report.source.text, report.source.file)
    except WrongLinesError as error:
        report.found += error.diagnostics
    return HelpLines((), ())


def _kept_rules(contents: Mapping[str, bytes], reports: list[Report], kept: Path | None) -> Rules:
    if kept is None:
        return _rules(reports)
    from bot.language.cache import rules_of  # noqa: PLC0415 - it loads libraries in its turn

    def read() -> Rules | None:
        rules = _rules(reports)
        return None if any(one.found for one in reports) else rules

    return rules_of(contents, kept, read) or Rules({})


def _rules(reports: list[Report]) -> Rules:
    by_file = {report.source.file: report for report in reports}
    try:
        return read_rules({name: report.source.text for name, report in by_file.items()}).rules
    except WrongRulesError as error:
        for one in error.diagnostics:
            by_file[one.file].found.append(one)
    return Rules({})


@dataclass(frozen=True, slots=True)
class SafetyPaths:
    """Which dialog a safety signal opens."""

    paths: tuple[tuple[Word, Word], ...] = author(
        MapOf(WORD, DIALOG), "A signal, a colon, and the dialog it opens.", needed=True
    )
    span: Span = NOWHERE


_PATHS = Shape(SafetyPaths)
