"""A name changed in all files where it stands: comments stay, and the old name is kept as `formerly:`.

Files are given and returned as contents; nothing is written here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.authoring.mentions import (
    ANSWER,
    DIALOG,
    FACT,
    INDICATOR,
    NODE,
    OPTION,
    OUTCOME,
    TAKEN,
    Mention,
    mentions,
)
from bot.language import model as m
from bot.language.diagnostics import did_you_mean, has_errors
from bot.language.library import compile_dialogs, shapes_of
from bot.language.names import Book, steps_of
from bot.language.tone import options_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.language.diagnostics import Diagnostic, Source
    from bot.language.kinds import Word

KINDS = (ANSWER, NODE, OUTCOME, FACT, INDICATOR)
"""What a name in a dialog can be; an option is named by its answer, a dot and itself."""

_NAME = re.compile(r"(?!\d+\Z)[A-Za-z0-9][A-Za-z0-9_-]*\Z")
_DIALOG = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9_-]*)*\Z")


class CannotRenameError(Exception):
    """A rename that makes no sense, or would break something; `found` is what it would break."""

    def __init__(self, message: str, found: Iterable[Diagnostic] = ()) -> None:
        super().__init__(message)
        self.found = tuple(found)


class Renamed(NamedTuple):
    """Contents that changed, by path; a dialog that moved, as (from, to); places that were changed."""

    files: Mapping[str, bytes]
    moved: tuple[str, str] | None
    places: int
    notes: tuple[str, ...] = ()


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def rename(files: Mapping[str, bytes], old: str, new: str, kind: str = "") -> Renamed:
    """Rename a dialog, or what `DIALOG:NAME` or `DIALOG:ANSWER.OPTION` means, to `new`.

    `kind` tells which of KINDS is meant where the name is more than one. Raises CannotRenameError.
    """
    return _Renaming(files).run(old, new, kind)


class _Renaming:
    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.before = compile_dialogs(files).diagnostics
        self.shapes, self.sources = shapes_of(files)
        self.book = Book(self.shapes)
        self.file_of = {name: f"dialogs/{name}.yaml" for name in self.shapes}
        for path in files:
            self.file_of[path.partition("/")[2].removesuffix(".yaml")] = path
        self.found = {
            name: mentions(one, self.book, self.source(name)) for name, one in self.shapes.items()
        }
        self.edits: dict[str, list[_Edit]] = {}
        self.notes: list[str] = []

    def source(self, dialog: str) -> Source:
        return self.sources[self.file_of[dialog]]

    def run(self, old: str, new: str, kind: str) -> Renamed:
        if has_errors(self.before):
            raise CannotRenameError("mend what `afterword check` finds first", self.before)
        dialog, _, name = old.partition(":")
        if dialog not in self.shapes:
            hint = did_you_mean(dialog, self.shapes).rstrip("?")
            raise CannotRenameError(
                f"there is no dialog `{dialog}`; {hint}. `--dialogs DIR` looks in a folder of your own"
            )
        moved = None
        if not name:
            moved = self.dialog(dialog, new)
        elif not _NAME.match(new):
            raise CannotRenameError(f"`{new}` cannot be a name: letters, digits, `-` and `_`")
        elif "." in name:
            answer, _, option = name.partition(".")
            self.option(dialog, answer, option, new)
        else:
            self.name(dialog, name, new, kind)
        return self.changed(moved)

    # --- what is renamed ---

    def name(self, dialog: str, name: str, new: str, kind: str) -> None:
        kinds = [
            one for one in KINDS
            if any(at.kind == one and at.defines and at.text == name for at in self.found[dialog])
        ]  # fmt: skip
        if not kinds:
            known = [at.text for at in self.found[dialog] if at.defines and at.kind in KINDS]
            raise CannotRenameError(
                f"there is nothing called `{name}` in `{dialog}`; {did_you_mean(name, known)}".rstrip(
                    "; "
                )
            )
        if kind and kind not in kinds:
            raise CannotRenameError(f"`{name}` is no {kind} in `{dialog}`")
        if len(kinds) > 1 and not kind:
            raise CannotRenameError(
                f"`{name}` is {' and '.join(f'a {one}' if one != ANSWER else 'an answer' for one in kinds)}"
                f" in `{dialog}`: say which with --kind"
            )  # fmt: skip
        chosen = kind or kinds[0]
        if (
            any(at.kind == chosen and at.defines and at.text == new for at in self.found[dialog])
            and chosen != OUTCOME
        ):
            raise CannotRenameError(f"`{new}` is taken in `{dialog}`")
        match chosen:
            case "answer":
                self.answer(dialog, name, new)
            case "outcome":
                self.outcome(dialog, name, new)
            case _:
                self.replace(
                    dialog,
                    (at for at in self.found[dialog] if (at.kind, at.text) == (chosen, name)),
                    new,
                )

    def answer(self, dialog: str, name: str, new: str) -> None:
        for at in self.found[dialog]:
            if at.kind == ANSWER and at.text == name:
                self.replace(dialog, (at,), new)
            elif at.kind == ANSWER and at.text.startswith(f"{name}."):
                self.replace(dialog, (at,), new + at.text[len(name) :])
        for other, call in self.calls(dialog):
            self.replace(other, (at for at in self.found[other]
                                 if (at.kind, at.text, at.of) == (TAKEN, name, dialog)), new)  # fmt: skip
            if call.as_ is not None:
                given = f"{call.as_.text}.{name}"
                self.replace(other, (at for at in self.found[other]
                                     if (at.kind, at.text) == (ANSWER, given)), f"{call.as_.text}.{new}")  # fmt: skip
        for step, _ in steps_of(self.shapes[dialog]):
            if isinstance(step, m.Call) and step.as_ is not None and step.as_.text == name:
                self.notes.append(
                    f"talks under way know the call by `{name}`: what was answered inside it is asked again"
                )
            elif isinstance(step, m.QUESTIONS) and step.as_ is not None and step.as_.text == name:
                self.keep_older(dialog, step.as_.start, step.formerly, name)

    def option(self, dialog: str, answer: str, option: str, new: str) -> None:
        steps = [
            step for step, _ in steps_of(self.shapes[dialog])
            if isinstance(step, (m.Choose, m.Pick)) and step.as_ is not None and step.as_.text == answer
        ]  # fmt: skip
        named = {key.text: (key, one) for step in steps for key, one in options_of(step)}
        if option not in named:
            hint = did_you_mean(option, named) if named else ""
            raise CannotRenameError(
                f"`{option}` is no option of `{answer}` in `{dialog}`; {hint}".rstrip("; ")
            )
        if new in named:
            raise CannotRenameError(f"`{answer}` has an option `{new}` already")
        self.members(dialog, answer, option, new)
        key, one = named[option]
        self.keep_older_option(dialog, key.start, key.end, one, option)

    def members(self, dialog: str, answer: str, option: str, new: str) -> None:
        """Rename an option where it is named, also where the answer has crossed a call."""
        self.replace(dialog, (at for at in self.found[dialog]
                              if (at.kind, at.text, at.of) == (OPTION, option, answer)), new)  # fmt: skip
        shape = self.shapes[dialog]
        for step, _ in steps_of(shape):
            if isinstance(step, m.Call):
                for key, value in step.with_:
                    if value.text == answer and step.dialog.text in self.shapes:
                        self.members(step.dialog.text, key.text, option, new)
            elif isinstance(step, m.Remember) and step.from_.text == answer:
                self.notes.append(f"`{step.fact.text}` is remembered: look through what recalls it")
        if any(one.text == answer for one in shape.gives):
            for other, call in self.calls(dialog):
                if call.as_ is not None:
                    self.members(other, f"{call.as_.text}.{answer}", option, new)

    def outcome(self, dialog: str, name: str, new: str) -> None:
        self.replace(dialog, (at for at in self.found[dialog]
                              if (at.kind, at.text) == (OUTCOME, name)), new)  # fmt: skip
        for step, _ in steps_of(self.shapes[dialog]):
            if isinstance(step, m.Conclude) and step.as_ is not None:
                self.members(dialog, step.as_.text, name, new)
        for other, call in self.calls(dialog):
            if call.as_ is not None:
                self.members(other, call.as_.text, name, new)

    def dialog(self, dialog: str, new: str) -> tuple[str, str]:
        if not _DIALOG.match(new):
            raise CannotRenameError(f"`{new}` cannot be the path of a dialog")
        if new in self.file_of:
            raise CannotRenameError(f"there is a dialog `{new}` already")
        for other, found in self.found.items():
            self.replace(other, (at for at in found if (at.kind, at.text) == (DIALOG, dialog)), new)
        shape = self.shapes[dialog]
        line = shape.dialog.span.line
        self.keep_older(dialog, self.source(dialog).starts[line - 1], shape.formerly, dialog)
        path = self.file_of[dialog]
        return path, f"{path.partition('/')[0]}/{new}.yaml"

    def calls(self, dialog: str) -> Iterator[tuple[str, m.Call]]:
        for other, shape in self.shapes.items():
            for step, _ in steps_of(shape):
                if isinstance(step, m.Call) and step.dialog.text == dialog:
                    yield other, step

    # --- edits ---

    def replace(self, dialog: str, found: Iterable[Mention], new: str) -> None:
        edits = self.edits.setdefault(self.file_of[dialog], [])
        for at in found:
            if (edit := _Edit(at.start, at.end, new)) not in edits:
                edits.append(edit)

    def insert(self, dialog: str, place: int, text: str) -> None:
        self.edits.setdefault(self.file_of[dialog], []).append(_Edit(place, place, text))

    def keep_older(self, dialog: str, start: int, formerly: tuple[Word, ...], name: str) -> None:
        """Write `formerly:` below the line of `start`, or add to the one that is there."""
        source = self.source(dialog)
        if formerly:
            self.add_older(dialog, formerly, name)
            return
        text = source.text
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", start)
        line_end = len(text) if line_end < 0 else line_end
        column = len(text[line_start:line_end]) - len(text[line_start:line_end].lstrip(" -"))
        self.insert(dialog, line_end, f"\n{' ' * column}formerly: {name}")

    def add_older(self, dialog: str, formerly: tuple[Word, ...], name: str) -> None:
        text, last = self.source(dialog).text, formerly[-1]
        before = text[text.rfind("\n", 0, last.start) + 1 : last.start]
        if len(formerly) == 1 and "[" not in before and "- " not in before:
            self.insert(dialog, last.start, "[")
            self.insert(dialog, last.end, f", {name}]")
        elif "- " in before.replace(" ", "", 1) and "[" not in before:
            self.insert(dialog, last.end, f"\n{' ' * before.index('-')}- {name}")
        else:
            self.insert(dialog, last.end, f", {name}")

    def keep_older_option(
        self, dialog: str, start: int, end: int, option: m.Option, name: str
    ) -> None:
        text = self.source(dialog).text
        if option.formerly:
            self.add_older(dialog, option.formerly, name)
            return
        after = text[end:]
        value = end + len(after) - len(after[1:].lstrip(" "))
        line_start = text.rfind("\n", 0, start) + 1
        is_flow = bool(text[line_start:start].strip(" -"))
        if text[value] == "{":
            self.insert(dialog, value + 1, f"formerly: {name}, ")
        elif text[value] == "\n" or text[value:].lstrip(" ").startswith(("#", "\n")):
            line_end = text.index("\n", end)
            inner = len(text[line_end + 1 :]) - len(text[line_end + 1 :].lstrip(" "))
            self.insert(dialog, line_end, f"\n{' ' * inner}formerly: {name}")
        elif is_flow:
            self.insert(dialog, option.label.start, "{label: ")
            self.insert(dialog, option.label.end, f", formerly: {name}}}")
        else:
            column = " " * (start - line_start + 2)
            self.insert(dialog, option.label.start, f"\n{column}label: ")
            self.insert(dialog, option.label.end, f"\n{column}formerly: {name}")

    def changed(self, moved: tuple[str, str] | None) -> Renamed:
        files = dict(self.files)
        for path, edits in self.edits.items():
            if edits:
                files[path] = _applied(self.sources[path].text, edits, self.files[path])
        if moved is not None:
            files = {
                moved[1] if path == moved[0] else path: content for path, content in files.items()
            }
        after = compile_dialogs(files).diagnostics
        if has_errors(after):
            raise CannotRenameError(
                "that would break something, so nothing was changed",
                (one for one in after if one.severity == "error"),
            )
        changed = {path: one for path, one in files.items() if self.files.get(path) != one}
        places = sum(len(edits) for edits in self.edits.values())
        return Renamed(changed, moved, places, tuple(dict.fromkeys(self.notes)))


def _applied(text: str, edits: Iterable[_Edit], original: bytes) -> bytes:
    for edit in sorted(set(edits), key=lambda one: (one.start, one.end), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    if b"\r\n" in original:
        text = text.replace("\n", "\r\n")
    return text.encode()
