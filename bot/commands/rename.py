"""`afterword rename`: a name changed wherever it stands, so that talks under way go on."""

from __future__ import annotations

import re
from pathlib import Path

import click

from bot import settings
from bot.commands.loading import FOUND

_KINDS = ("answer", "node", "outcome", "fact", "indicator")


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--kind", type=click.Choice(_KINDS), help="Which is meant, where OLD is several.")
@click.option("--dialogs", metavar="DIR", help="The folder of dialogs.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def command(*, old: str, new: str, kind: str | None, dialogs: str | None, dry_run: bool) -> int:
    """Rename OLD to NEW in every dialog. OLD is DIALOG, DIALOG:NAME or DIALOG:ANSWER.OPTION.

    Comments stay. The old name is kept under `formerly:`, so that talks under way and kept answers
    go on. Nothing is written if it would break anything.

    \b
    Examples:
      afterword rename tools/space-plan tools/quiet-plan
      afterword rename tools/space-plan:days length
      afterword rename tools/space-plan:purpose.miss be-missed
      afterword rename tools/space-plan:rules allowed --kind node
    """  # noqa: D301 - click's mark for "keep these lines"
    from bot.authoring.rename import CannotRenameError, rename  # noqa: PLC0415 - `--help` needs none
    from bot.language.diagnostics import render  # noqa: PLC0415 - as above
    from bot.language.files import read_dialogs  # noqa: PLC0415 - as above

    folder = Path(dialogs).expanduser() if dialogs else settings.read().dialogs
    if not folder.is_dir():
        raise click.UsageError(f"{folder} is not there.")
    files = read_dialogs(folder, settings.shipped_folder() / "dialogs")
    try:
        renamed = rename(files, old, new, kind or "")
    except CannotRenameError as error:
        if error.found:
            click.echo(render(error.found, {}), err=True)
        click.echo(f"Not renamed: {error}.", err=True)
        return FOUND
    own = {path: one for path, one in renamed.files.items() if _is_own(folder, path, renamed.moved)}
    foreign = sorted(renamed.files.keys() - own.keys())
    if foreign:
        raise click.ClickException(
            f"It stands in shipped files as well: {', '.join(foreign)}. Copy those into {folder} first."
        )
    if not dry_run:
        _write(folder, own, renamed.moved)
    if renamed.moved is not None:
        own_id = old.partition(":")[0]
        for file in _beside(folder, own_id, new, dry_run=dry_run):
            click.echo(f"  {file}")
    for path in sorted(own):
        click.echo(f"  {path}")
    for note in renamed.notes:
        click.echo(f"Note: {note}.")
    done = "Would change" if dry_run else "Changed"
    within = "1 file" if len(own) == 1 else f"{len(own)} files"
    click.echo(f"{done} {renamed.places} places in {within}: {old} is {new} now.")
    return 0


def _is_own(folder: Path, path: str, moved: tuple[str, str] | None) -> bool:
    before = moved[0] if moved is not None and path == moved[1] else path
    return (folder / before.partition("/")[2]).is_file()


def _write(folder: Path, files: dict[str, bytes], moved: tuple[str, str] | None) -> None:
    try:
        for path, content in files.items():
            file = folder / path.partition("/")[2]
            file.parent.mkdir(parents=True, exist_ok=True)
            fresh = file.with_name(f"{file.name}.new")
            fresh.write_bytes(content)
            fresh.replace(file)
        if moved is not None:
            (folder / moved[0].partition("/")[2]).unlink()
    except OSError:
        raise click.ClickException(f"I can't write into {folder}.") from None


def _beside(folder: Path, old: str, new: str, *, dry_run: bool) -> list[Path]:
    """Rename a dialog in its transcripts, and in the settings that stand beside the folder."""
    from bot.authoring.folders import transcripts_of  # noqa: PLC0415 - as above

    patterns = [
        (one, re.compile(rf"(?m)^(dialog: ){re.escape(old)}(?=\s*$)"))
        for one in transcripts_of(folder)
    ]
    config = folder.parent / "config"
    patterns += [
        (file, re.compile(rf"(?<![\w/-]){re.escape(old)}(?![\w/-])()"))
        for name in ("safety-paths.yaml", "promises.yaml")
        if (file := config / name).is_file()
    ]
    changed = []
    for file, pattern in patterns:
        text = file.read_text(encoding="utf-8")
        fresh = pattern.sub(lambda found: (found[1] or "") + new, text)
        if fresh != text:
            changed.append(file)
            if not dry_run:
                file.write_text(fresh, encoding="utf-8")
    return changed
