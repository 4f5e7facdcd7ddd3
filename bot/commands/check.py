"""`afterword check`: every mistake in the dialogs and the rules, in one run."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from bot import settings
from bot.commands.loading import FOUND, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.dialogue.library import Library
    from bot.language.diagnostics import Diagnostic
    from bot.language.files import Loaded
    from bot.language.roads import Exploration


class _Look(NamedTuple):
    """What one folder, or one file of it, has come to."""

    place: Path
    loaded: Loaded
    walked: list[Exploration]
    found: list[Diagnostic]


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--format", "shape", type=click.Choice(["human", "json", "github"]), default="human",
    help="How to print what was found.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Warnings count as found, too.")
@click.option("--explain", metavar="CODE", help="Say what a code means, with an example.")
@click.option(
    "--roads", is_flag=False, flag_value="", metavar="[DIALOG]",
    help="Tell what walking every road has shown: lengths, ends, what nobody reaches and why.",
)  # fmt: skip
def command(
    *, paths: tuple[str, ...], shape: Any, strict: bool, explain: str | None, roads: str | None
) -> int:
    """Look for mistakes in the shipped dialogs, or in the folders or files PATHS.

    \b
    Examples:
      afterword check
      afterword check my-dialogs --format github
      afterword check --roads second-chance
      afterword check --explain D204
    """  # noqa: D301 - click's mark for "keep these lines"
    from bot.language.diagnostics import render  # noqa: PLC0415 - a talk needs none of this
    from bot.language.reviewing import listed  # noqa: PLC0415 - as above

    if explain:
        return _explain(explain)
    here = settings.read()
    looks = [
        _look(place, folder, only, here.config, roads)
        for place, folder, only in _folders(paths, here.dialogs)
    ]
    if roads is not None:
        return _tell_roads(looks, roads)
    wrong = [one for look in looks for one in look.found if one.severity != "note"]
    notes = [one for look in looks for one in look.found if one.severity == "note"]
    told = [*wrong, *(notes if shape != "human" else ())]
    sources = {file: text for look in looks for file, text in look.loaded.sources.items()}
    if told or shape == "json":
        colour = _is_coloured()
        click.echo(render(told, sources, shape, colour=colour), color=colour)
    if shape == "human":
        for look in looks:
            found = [one for one in look.found if one.severity != "note"]
            click.echo(_summed_up(look.place, found, look.walked), err=bool(found))
        if said := listed(notes):
            click.echo(said, err=bool(wrong))
    failed = any(strict or one.severity == "error" for one in wrong)
    return FOUND if failed else 0


def _look(place: Path, folder: Path, only: Path | None, config: Path, roads: str | None) -> _Look:
    from bot.language.reviewing import unreviewed  # noqa: PLC0415 - as above

    loaded = load(folder, config)
    shipped = settings.shipped_folder() / "dialogs"
    own = _ids(folder) if folder.resolve() != shipped.resolve() else None
    walked = _explored(loaded.sound, only, roads or "", own)
    told = [*loaded.diagnostics, *(one for road in walked for one in road.diagnostics())]
    if own is not None:
        told += _renamed(loaded, own & _ids(shipped), shipped)
    if only is None:
        notes = unreviewed(loaded.sources)
        told += [one for one in notes if own is None or _id_of(one.file) in own]
    found = [one for one in told if only is None or _is_in(only, one.file)]
    return _Look(place, loaded, walked, found)


def _ids(folder: Path) -> set[str]:
    return {one.relative_to(folder).with_suffix("").as_posix() for one in folder.rglob("*.yaml")}


def _id_of(file: str) -> str:
    return file.partition("/")[2].removesuffix(".yaml")


def _explored(
    library: Library | None, only: Path | None, dialog: str, own: set[str] | None
) -> list[Exploration]:
    """Walk every road of the dialogs that have no mistake, and call none that has.

    Of shipped dialogs below a folder of one's `own`, those are walked that one of it stands in for.
    """
    from bot.language.explore import explore  # noqa: PLC0415 - as above

    names: tuple[str, ...] = () if library is None else tuple(library.programs)
    if dialog:
        names = tuple(name for name in names if name == dialog)
    elif only is not None:
        names = tuple(name for name in names if _is_in(only, f"dialogs/{name}.yaml"))
    elif own is not None and not own & _ids(settings.shipped_folder() / "dialogs"):
        names = tuple(name for name in names if name in own)
    return [explore(library, name) for name in names if library is not None]


def _renamed(loaded: Loaded, both: set[str], shipped: Path) -> Iterator[Diagnostic]:
    """Tell of what looks renamed in dialogs that stand in for shipped ones."""
    if not both or loaded.sound is None:
        return
    from bot.language.files import read_dialogs  # noqa: PLC0415 - as above
    from bot.language.library import compile_dialogs  # noqa: PLC0415 - as above
    from bot.language.renamed import renames  # noqa: PLC0415 - as above

    before = compile_dialogs(read_dialogs(shipped)).programs
    after = {name: one for name, one in loaded.sound.programs.items() if name in both}
    for one in renames({name: before[name] for name in both if name in before}, after):
        yield one.diagnostic(one.where.file if one.where is not None else "")


def _tell_roads(looks: list[_Look], dialog: str) -> int:
    from bot.authoring.walks import walk_told  # noqa: PLC0415 - as above
    from bot.language.diagnostics import did_you_mean  # noqa: PLC0415 - as above

    walked = [(look, one) for look in looks for one in look.walked]
    if not walked:
        known = [name for look in looks if look.loaded.sound for name in look.loaded.sound.programs]
        what = f"There is no dialog {dialog} to walk." if dialog else "There is no dialog to walk."
        hint = "`afterword check` tells of mistakes; one that has some is not walked."
        near = did_you_mean(dialog, known) if dialog else ""
        raise click.ClickException(f"{what} {near or hint}")
    told = [
        walk_told(look.loaded.sound, one, look.loaded.sources)
        for look, one in walked if look.loaded.sound is not None
    ]  # fmt: skip
    click.echo("\n\n".join(told))
    is_wrong = any(one.severity == "error" for _, road in walked for one in road.diagnostics())
    return FOUND if is_wrong else 0


def _is_coloured() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _is_in(only: Path, file: str) -> bool:
    """Whether an author's file, as diagnostics call it, is the one that was asked for."""
    return only.as_posix().endswith(f"/{file}") or only.name == file


def _summed_up(place: Path, found: list[Diagnostic], walked: list[Exploration]) -> str:
    count = f"{len(found)} found" if found else "nothing wrong"
    if not walked:
        return f"{place}: {count}."
    states = sum(one.states for one in walked)
    whole = "every road" if all(one.complete for one in walked) else "not complete"
    if any(one.severity == "error" and one.code < "D411" for one in found):
        whole += " of the dialogs that could be walked"
    return f"{place}: {count}; explored {states} states, {whole}."


def _explain(code: str) -> int:
    from bot.language.diagnostics import codes, did_you_mean, page  # noqa: PLC0415 - as above

    try:
        found = page(code.upper())
    except KeyError:
        hint = did_you_mean(code.upper(), codes())
        raise click.UsageError(f"There is no code {code}. {hint}".rstrip()) from None
    click.echo(f"{found.code}: {found.title}\n\n{found.text.strip()}")
    return 0


def _folders(paths: tuple[str, ...], usual: Path) -> Iterator[tuple[Path, Path, Path | None]]:
    """Give what was asked for, its folder of dialogs, and the one file of it if it is one."""
    if not paths:
        yield usual, usual, None
    for written in paths:
        path = Path(written)
        if path.is_dir():
            yield path, path, None
        elif path.is_file():
            above = [one for one in path.resolve().parents if one.name == "dialogs"]
            yield path, (above[0] if above else path.resolve().parent), path.resolve()
        else:
            raise click.UsageError(f"{written} is not there.")
