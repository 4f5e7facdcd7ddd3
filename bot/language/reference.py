"""The page for authors about every word of a dialog, generated from the shapes that decode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language import model as m
from bot.language.decode import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

_INTRO = """\
# Writing dialogs

Each file here is one dialog. What the words mean together stands in
[docs/dialog-language.md](../docs/dialog-language.md); this page lists them all. `afterword check`
tells what is wrong in a file, with the line and a way out.

Never written one? [docs/tutorial.md](../docs/tutorial.md) begins at the beginning, and `afterword new
tools/my-evening` writes a first one that shows each verb once.

Put this line at the top of a file, and an editor that knows YAML schemas will help you write it
(one `../` for each folder the file is down):

    # yaml-language-server: $schema=../schema.json
"""
_PARTS = (m.Option, m.Row, m.Otherwise, m.Indicator)


def reference() -> str:
    """Return the text of `dialogs/README.md`."""
    lines = [_INTRO, "## The file", "", *_table(m.DIALOG_FILE), "", "## Steps", ""]
    for verb, shape in m.STEP.shapes.items():
        lines += [f"### `{verb}`", "", *_described(shape), ""]
    lines += ["## Parts of steps", ""]
    for part in _PARTS:
        lines += [f"### {part.__name__}", "", *_described(Shape(part)), ""]
    lines += ["What `check` says is explained, with examples, by `afterword check --explain D201`."]
    return "\n".join(lines) + "\n"


def _described(shape: Shape) -> Iterator[str]:
    yield (shape.cls.__doc__ or "").strip()
    yield ""
    yield from _table(shape)


def _table(shape: Shape) -> Iterator[str]:
    yield "| word | needed | what it is |"
    yield "|---|---|---|"
    for one in shape.fields.values():
        yield f"| `{one.key}` | {'yes' if one.needed else ''} | {one.doc} |"
