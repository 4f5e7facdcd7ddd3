"""`afterword test`: transcripts played again, written anew, recorded, and made to cover a dialog."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from bot import settings
from bot.commands.drafting import assembled, shipped
from bot.commands.loading import FOUND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bot.authoring.counterexamples import CounterExample
    from bot.authoring.coverage import Coverage
    from bot.authoring.covering import Cover
    from bot.authoring.folders import Meant
    from bot.authoring.testing import Result
    from bot.authoring.transcripts import Transcript
    from bot.dialogue.library import Library
    from bot.dialogue.program import Program
    from bot.dialogue.session import Effect
    from bot.language.diagnostics import Source

_WRITTEN = "# Written by `afterword test {flag}`; the next run writes it again."


class _Bench(NamedTuple):
    """What is under test: a library with its files, and what of it was asked for."""

    library: Library
    sources: Mapping[str, Source]
    meant: Meant

    def programs(self) -> list[Program]:
        """Return the dialogs that were asked for."""
        there = self.library.programs
        return [there[name] for name in self.meant.dialogs if name in there]


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--update", is_flag=True, help="Write what the bot says today into the transcripts.")
@click.option("--record", metavar="DIALOG",
              help="Talk in DIALOG, or in its file; it is written to the FILE named, or beside the dialogs.")  # fmt: skip
@click.option("--cover", is_flag=True, help="Write few talks that visit all that can be visited.")
@click.option("--from-check", is_flag=True, help="Write the talks that break a promise.")
@click.option("--into", metavar="DIR", help="Where --cover and --from-check write.")
@click.option("--missing", is_flag=True, help="List what no transcript visits.")
def command(
    *,
    paths: tuple[str, ...],
    update: bool,
    record: str | None,
    cover: bool,
    from_check: bool,
    into: str | None,
    missing: bool,
) -> int:
    """Play the transcripts of the shipped dialogs, or of the folders or files PATHS, again.

    A transcript is a text of `Bot:` and `You:` lines. It stands in a folder `transcripts` beside the
    dialogs, or among them.

    \b
    Examples:
      afterword test
      afterword test my-dialogs --missing
      afterword test my-dialogs --update
      afterword test --record tools/space-plan plan.txt
      afterword test my-dialogs/space-plan.yaml --cover

    \b
    Exit codes:
      0 every talk goes as it was kept · 1 one goes otherwise · 2 wrong use or files
    """  # noqa: D301 - click's mark for "keep these lines"
    from bot.authoring.folders import meant_by  # noqa: PLC0415 - `--help` needs none of this

    usual = settings.read().dialogs
    if record is not None:
        return _record(record, paths, usual)
    found = 0
    for path in [Path(one) for one in paths] or [usual]:
        if not path.exists():
            raise click.UsageError(f"{path} is not there.")
        meant = meant_by(path, usual)
        bench = _bench(meant)
        place = Path(into) if into else _place_for(meant.folder)
        if cover:
            found |= _cover(bench, place)
        elif from_check:
            found |= _from_check(bench, place)
        else:
            found |= _play(bench, update=update, missing=missing)
    return FOUND if found else 0


def _place_for(folder: Path) -> Path:
    """Return where talks of these dialogs are written; never into the program's own folder."""
    from bot.authoring.folders import BESIDE, place_for  # noqa: PLC0415 - as above

    place = place_for(folder)
    own = folder.resolve() == shipped().resolve() and not place.is_dir()
    return Path.cwd() / BESIDE[0] if own else place


def _bench(meant: Meant) -> _Bench:
    """Load the dialogs; what is wrong in them is shown, and then nothing is played."""
    made = assembled(meant.folder)
    return _Bench(made.library, made.sources, meant)


# --- playing ----------------------------------------------------------------------------


def _play(bench: _Bench, *, update: bool, missing: bool) -> int:
    from bot.authoring.coverage import Coverage, walk  # noqa: PLC0415 - as above
    from bot.authoring.places import Places  # noqa: PLC0415 - as above
    from bot.authoring.testing import run  # noqa: PLC0415 - as above

    places, coverage = Places(bench.library, bench.sources), Coverage(bench.library)
    wrong = changed = 0
    for file in bench.meant.transcripts:
        try:
            result = run(bench.library, places, file)
        except OSError:
            raise click.ClickException(f"{file} can't be read.") from None
        if result.talk is not None:
            walk(result.talk.library, result.talk.session.entries, coverage.hook)
        if update and result.talk is not None:
            changed += _update(result)
        if result.problem is not None and not (update and result.problem.heals):
            wrong += 1
            _show(result)
    _sum_up(bench, len(bench.meant.transcripts), wrong, changed)
    if bench.meant.transcripts or missing:
        _tell_coverage(bench, coverage, missing=missing)
    return wrong


def _update(result: Result) -> int:
    """Write a transcript as it is spoken today; whether that changed anything."""
    from bot.authoring.transcripts import renewed  # noqa: PLC0415 - as above

    if result.transcript is None or result.talk is None:
        return 0
    new = renewed(result.transcript, result.talk.turns).written()
    if new == result.file.read_text(encoding="utf-8"):
        return 0
    _write(result.file, new)
    return 1


def _show(result: Result) -> None:
    problem = result.problem
    if problem is None:
        return
    click.echo(f"{_here(result.file)}:{problem.line}: {problem.says}")
    colours = {"-": "red", "+": "green"}
    for line in problem.shown:
        click.echo(click.style(line, fg=colours[line[0]]) if line[0] in colours else line)
    click.echo()


def _sum_up(bench: _Bench, talks: int, wrong: int, changed: int) -> None:
    if not talks:
        place = _here(_place_for(bench.meant.folder))
        click.echo(f"No transcripts for {_here(bench.meant.folder)}. `afterword test --record DIALOG` writes one into {place}.")  # fmt: skip
        return
    word = "transcript" if talks == 1 else "transcripts"
    said = f"{talks} {word}, {f'{wrong} of them otherwise' if wrong else 'all as they were kept'}"
    click.echo(f"{said}{f', {changed} written anew' if changed else ''}.")


def _tell_coverage(bench: _Bench, coverage: Coverage, *, missing: bool) -> None:
    from bot.authoring.coverage import missing as missing_of  # noqa: PLC0415 - as above
    from bot.authoring.coverage import tallies  # noqa: PLC0415 - as above

    programs = bench.programs()
    if not programs:
        return
    if missing:
        for program in programs:
            for line in missing_of(program, coverage.seen):
                click.echo(f"not visited: {line}")
    told = [f"{tally} {kind}s" for kind, tally in tallies(programs, coverage.seen).items()]
    click.echo(f"They visit {', '.join(told)}.")


# --- writing ----------------------------------------------------------------------------


def _record(dialog: str, paths: tuple[str, ...], usual: Path) -> int:
    from bot.authoring.folders import meant_by  # noqa: PLC0415 - as above
    from bot.authoring.recording import record  # noqa: PLC0415 - as above

    files = [Path(one) for one in paths if one.endswith(".txt")]
    folders = [Path(one) for one in paths if not one.endswith(".txt")]
    is_file = dialog.endswith(".yaml") and Path(dialog).is_file()
    meant = meant_by(Path(dialog) if is_file else folders[0] if folders else usual, usual)
    (dialog,) = meant.dialogs if is_file else (dialog,)
    file = files[0] if files else _free(_place_for(meant.folder), dialog)
    if file.exists():
        raise click.UsageError(f"{file} is there already; name another file.")
    bench = _bench(meant)
    if dialog not in bench.library.programs:
        from bot.channels.opening import unknown_dialog  # noqa: PLC0415 - as above

        raise click.UsageError(unknown_dialog(dialog, bench.library.programs))
    click.echo("What is said here is written down. /exit ends it.", err=True)
    talk = record(bench.library, dialog, _typed(), _shower(bench.library))
    _write(file, talk.written())
    click.echo(
        f"{_here(file)} is written. `afterword test {_here(file)}` plays it again.", err=True
    )
    return 0


def _typed() -> Iterator[str]:
    """Give the lines that are typed, asked for with `You: ` on a screen."""
    while True:
        if sys.stdin.isatty():
            click.echo("You: ", nl=False)
        line = sys.stdin.readline()
        if not line:
            return
        yield line.rstrip("\n")


def _shower(library: Library) -> Callable[[Iterable[Effect]], None]:
    from bot.channels.written import written  # noqa: PLC0415 - as above

    def lines(kinds: Sequence[str]) -> tuple[str, ...]:
        return tuple(one.labelled() for one in library.lines.for_(None, kinds))

    def show(effects: Iterable[Effect]) -> None:
        for line in written(effects, lines):
            click.echo(line)

    return show


def _cover(bench: _Bench, place: Path) -> int:
    from bot.authoring.covering import cover  # noqa: PLC0415 - as above

    for program in bench.programs():
        made = cover(bench.library, program.dialog)
        files = _write_all(place, f"cover-{_file_name(program.dialog)}", made.talks, "--cover")
        click.echo(f"{program.dialog}: {_cover_told(made, files, _here(place))}.")
    return 0


def _cover_told(made: Cover, talks: int, place: Path) -> str:
    """Say how much of a dialog some talks visit."""
    said = f"1 talk in {place} visits" if talks == 1 else f"{talks} talks in {place} visit"
    whole = len(made.seen) + len(made.left)
    much = f"{len(made.seen)} of {whole}" if made.left else f"all {whole}"
    cut = "" if made.complete else ", as far as its roads were searched"
    return f"{said} {much} steps, options and outcomes that can be come to{cut}"


def _from_check(bench: _Bench, place: Path) -> int:
    from bot.authoring.counterexamples import counter_examples  # noqa: PLC0415 - as above

    found = 0
    for program in bench.programs():
        broken = list(counter_examples(bench.library, program.dialog))
        name = f"broken-{_file_name(program.dialog)}"
        _write_all(place, name, [one.transcript for one in broken], "--from-check")
        for number, one in enumerate(broken, 1):
            click.echo(_broken_told(_here(place / f"{name}-{number}.txt"), one))
        found += len(broken)
    if not found:
        click.echo(f"{_here(bench.meant.folder)}: no promise is broken.")
    return found


def _broken_told(file: Path, one: CounterExample) -> str:
    beside = "" if one.shown else "; held as a real talk, something on its way comes before that"
    return f"{file}: breaks `{one.promise.says}` ({one.promise.where}){beside}"


def _write_all(place: Path, name: str, talks: Sequence[Transcript], flag: str) -> int:
    """Write talks under a name, in the place of those an earlier run wrote under it."""
    mark = _WRITTEN.format(flag=flag)
    for old in place.glob(f"{name}-*.txt"):
        is_ours = old.stem.removeprefix(f"{name}-").isdecimal()
        if is_ours and old.read_text(encoding="utf-8", errors="replace").startswith(mark):
            old.unlink()
    for number, talk in enumerate(talks, 1):
        _write(place / f"{name}-{number}.txt", f"{mark}\n{talk.written()}")
    return len(talks)


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError:
        raise click.ClickException(f"{file} can't be written.") from None


def _free(place: Path, dialog: str) -> Path:
    """Return a name for a new transcript of a dialog that is not taken."""
    name = _file_name(dialog)
    taken = {one.name for one in place.glob(f"{name}*.txt")}
    names = (f"{name}{f'-{number}' if number else ''}.txt" for number in range(len(taken) + 1))
    return place / next(one for one in names if one not in taken)


def _here(path: Path) -> Path:
    """Return a path as seen from where the author stands."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _file_name(dialog: str) -> str:
    return dialog.replace("/", "-")
