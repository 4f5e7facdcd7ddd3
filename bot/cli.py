"""The command line: what can be asked for, in which words, with which exit code. The work is elsewhere."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot import settings
from bot.operating import db
from bot.settings import COMPLETES, VARIABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click.shell_completion import CompletionItem

    from bot.dialogue.library import Library
    from bot.language.files import Loaded
    from bot.language.roads import Exploration
    from bot.understanding.patterns import Rules

FOUND = 1
WRONG = 2

_ABOUT = """A private talk for the weeks after a breakup: what went wrong, what you want, and
whether trying again would be mutual and healthy. It is a program, for adults, and no therapist.

\b
Examples:
  afterword                        talk; type help at any time
  afterword chat --private         talk, and keep nothing on this machine
  afterword chat --plain           plain lines, for screen readers and logs
  afterword chat tools/urge-surf   go straight to one dialog
  afterword check                  look for mistakes in the dialogs
"""

_SECTIONS = (
    "\b\nAccessibility:\n"
    "  --plain or AFTERWORD_PLAIN=1 is made for screen readers and can do all that the full\n"
    '  terminal can: one line after the other, "Bot:" and "You:" before each, no colour, no\n'
    "  boxes, nothing redrawn, numbered choices, and what you chose in words. It comes by\n"
    "  itself in a pipe and with TERM=dumb. In the full terminal nothing is told by colour or\n"
    "  place alone; --theme contrast or none and NO_COLOR change how it looks.\n"
    "\n"
    "\b\nPrivacy:\n"
    "  Everything stays on this machine and nothing is sent anywhere. Nothing is written\n"
    "  before you say yes. In a talk: /my-data shows what is kept, /export gives it to you,\n"
    "  /erase removes it. Esc three times, or /exit, leaves at once and clears the screen.\n"
    "  It can't clear what a multiplexer, a recording or a backup has kept, nor the command\n"
    "  in your shell's history. After 10 minutes without a key the talk is covered.\n"
    "\n"
    "\b\nExit codes:\n"
    "  0 done or left · 1 check found something · 2 wrong use or files · 130 interrupted\n"
    "\n"
    "\b\nEnvironment:\n" + "".join(f"  {name:<20}{what}\n" for name, what in VARIABLES.items())
)


def command_line(arguments: list[str]) -> int:
    """Run a command and return its exit code."""
    try:
        code = group.main(arguments, prog_name="afterword", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return WRONG
    except click.ClickException as error:
        error.show()
        return WRONG
    except click.Abort:
        raise KeyboardInterrupt from None
    return code if isinstance(code, int) else 0


def _db(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> Path | str | None:
    return settings.place(value or "")


def _folder(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Path | None:
    return None if value is None else Path(value).expanduser()


def _version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if not value:
        return
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - rarely asked

    try:
        number = version(settings.NAME)
    except PackageNotFoundError:
        number = "straight from its folder, not installed"
    click.echo(f"{settings.NAME} {number}")
    context.exit()


def _dialogs(
    _context: click.Context, _parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    """The dialogs that begin like this, for the shell."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only a shell asks

    here = settings.read().dialogs
    found = (one.relative_to(here).with_suffix("").as_posix() for one in here.rglob("*.yaml"))
    names = sorted(one for one in found if one.startswith(begun))
    return [CompletionItem(one) for one in names]


@click.group(help=_ABOUT, epilog=_SECTIONS, invoke_without_command=True)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version,
              help="Show the version and exit.")  # fmt: skip
@click.pass_context
def group(context: click.Context) -> int | None:
    """Start a talk when no command is named."""
    if context.invoked_subcommand is not None:
        return None
    from bot.channels import opening  # noqa: PLC0415 - `--help` needs no talk

    return opening.chat()


@group.command()
@click.argument("dialog", required=False, default="", shell_complete=_dialogs)
@click.option("--plain", is_flag=True, help="Plain lines with Bot: and You: before them.")
@click.option("--private", is_flag=True, help="Keep nothing, on the disk or the usual screen.")
@click.option("--theme", type=click.Choice(["calm", "contrast", "none"]), help="Colours.")
@click.option(
    "--cover",
    type=click.FloatRange(min=0),
    metavar="MINUTES",
    help="Cover the talk after so long without a key; 0 for never. Usually 10.",
)
@click.option("--db", "place", callback=_db, metavar="PLACE", help="A file, or postgresql://…")
@click.option("--dialogs", callback=_folder, metavar="DIR", help="Use the dialogs in this folder.")
@click.option("--seed", type=int, help="Choose the same wordings every time.")
def chat(
    dialog: str,
    *,
    plain: bool,
    private: bool,
    theme: str | None,
    cover: float | None,
    place: Path | str | None,
    dialogs: Path | None,
    seed: int | None,
) -> int:
    """Talk, from the start page or straight in DIALOG.

    \b
    Examples:
      afterword chat
      afterword chat tools/urge-surf --private
      afterword chat --plain
    """  # noqa: D301 - click's mark for "keep these lines"
    from bot.channels import opening  # noqa: PLC0415 - `--help` needs no talk

    here = settings.read()
    here = here._replace(db=place or here.db, dialogs=dialogs or here.dialogs)
    return opening.chat(
        here, dialog=dialog, private=private, plain=plain, theme=theme or "", cover=cover, seed=seed
    )


@group.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--format", "shape", type=click.Choice(["human", "json", "github"]), default="human",
    help="How to print what was found.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Warnings count as found, too.")
@click.option("--explain", metavar="CODE", help="Say what a code means, with an example.")
def check(*, paths: tuple[str, ...], shape: Any, strict: bool, explain: str | None) -> int:
    """Look for mistakes in the shipped dialogs, or in the folders or files PATHS.

    \b
    Examples:
      afterword check
      afterword check my-dialogs --format github
      afterword check --explain D204
    """  # noqa: D301 - click's mark for "keep these lines"
    from bot.language.diagnostics import render  # noqa: PLC0415 - a talk needs none of this

    if explain:
        return _explain(explain)
    here = settings.read()
    failed = False
    for folder, only in _folders(paths, here.dialogs):
        loaded = _load(folder, here.config)
        walked = _explored(loaded.library, only)
        told = [*loaded.diagnostics, *(one for road in walked for one in road.diagnostics())]
        found = [one for one in told if only is None or _is_in(only, one.file)]
        if found or shape == "json":
            click.echo(render(found, loaded.sources, shape))
        failed |= any(strict or one.severity == "error" for one in found)
        if shape == "human":
            click.echo(_summed_up(only or folder, len(found), walked), err=bool(found))
    return FOUND if failed else 0


@group.command()
@click.argument("kind")
@click.argument("text", required=False)
@click.option(
    "--jsonl", is_flag=True, help="Read rows from standard input, one JSON object a line."
)
def hear(*, kind: str, text: str | None, jsonl: bool) -> int:
    """Show what TEXT is understood as. KIND is one of those that `afterword hear list` prints.

    \b
    Examples:
      afterword hear first-line "about to text him"
      afterword hear scale "a six, maybe seven"
      afterword hear signals --jsonl < rows.jsonl
    """  # noqa: D301 - click's mark for "keep these lines"
    from bot.authoring import readings  # noqa: PLC0415 - a talk needs none of this

    if kind == "list":
        for name, needs in readings.NEEDS.items():
            click.echo(f"{name:<16}{needs}")
        return 0
    if kind not in readings.NEEDS:
        raise click.UsageError(
            f"There is nothing called {kind!r} to hear. There is: {', '.join(readings.NEEDS)}."
        )
    rules = _rules()
    rows = _rows_in(sys.stdin.buffer.read(), "standard input") if jsonl else _one(text)
    for row in rows:
        try:
            found = readings.read(rules, kind, row)
        except (KeyError, TypeError, ValueError):
            raise click.ClickException(f"A row needs: {readings.NEEDS[kind]}.") from None
        click.echo(_line(found) if jsonl else readings.in_words(found))
    return 0


@group.command()
@click.argument("folder", metavar="DIR")
def evaluate(*, folder: str) -> int:
    """Count how many labelled sentences in DIR are read right; a file's name says what they are.

    Each FILE.jsonl holds a JSON object a line, with `text` and its label.

    \b
    Example:
      afterword evaluate my-sentences
    """  # noqa: D301 - click's mark for "keep these lines"
    from time import perf_counter  # noqa: PLC0415 - as below

    from bot.authoring import readings, scoring  # noqa: PLC0415 - a talk needs none of this

    place = Path(folder)
    if not place.is_dir():
        raise click.UsageError(f"{folder} is not a folder.")
    files = [one for one in sorted(place.glob("*.jsonl")) if scoring.knows(one.stem)]
    if not files:
        raise click.UsageError(
            f"{folder} holds no file that can be read; names: {', '.join(readings.NEEDS)}."
        )
    rules = _rules()
    for file in files:
        try:
            rows = _rows_in(file.read_bytes(), file.name)
            click.echo(scoring.evaluate(rules, file.stem, rows, perf_counter))
        except OSError:
            raise click.ClickException(f"{file} cannot be read.") from None
        except (KeyError, TypeError, ValueError):
            raise click.ClickException(f"{file} holds a row without its label.") from None
    return 0


@group.command()
@click.option("--check", "only_check", is_flag=True, help="Look over the set-up; start nothing.")
def discord(*, only_check: bool) -> int:
    """Run the bot on Discord until it is stopped. docs/discord.md shows the set-up step by step.

    \b
    Examples:
      afterword discord --check
      AFTERWORD_DISCORD_TOKEN_FILE=~/afterword-token afterword discord

    \b
    Exit codes:
      0 stopped by SIGTERM or SIGINT, or nothing wrong was found
      1 Discord was lost, or --check found something wrong
      2 there is no token, or the set-up is wrong in another way
    """  # noqa: D301 - click's mark for "keep these lines"
    here = settings.read()
    if only_check:
        return _looked_over(here)
    from bot import trouble  # noqa: PLC0415 - a talk in a terminal needs none of this
    from bot.channels.discord.running import run  # noqa: PLC0415 - as above

    return run(here, os.environ, trouble.places)


def _looked_over(here: settings.Settings) -> int:
    from bot.channels.discord.going_live import WRONG as IS_WRONG  # noqa: PLC0415 - as above
    from bot.channels.discord.going_live import look_over  # noqa: PLC0415 - as above

    found = look_over(here, os.environ)
    for one in found:
        click.echo(str(one))
    wrong = [one.what for one in found if one.how == IS_WRONG]
    if not wrong:
        return 0
    return WRONG if "token" in wrong else FOUND


group.add_command(db)


@group.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(*, shell: str) -> int:
    """Print what lets SHELL finish commands, options and the names of dialogs.

    \b
    Examples:
      eval "$(afterword completion bash)"      in ~/.bashrc
      eval "$(afterword completion zsh)"       in ~/.zshrc
      afterword completion fish > ~/.config/fish/completions/afterword.fish
    """  # noqa: D301 - click's mark for "keep these lines"
    from click.shell_completion import get_completion_class  # noqa: PLC0415 - as in _dialogs

    known = get_completion_class(shell)
    if known is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    # Not through the class itself: that would start the shell to look at its version.
    click.echo(known.source_template % known(group, {}, "afterword", COMPLETES).source_vars())
    return 0


@group.command()
def man() -> int:
    """Print the manual page.

    \b
    Example:
      afterword man | man -l -
    """  # noqa: D301 - click's mark for "keep these lines"
    from bot.authoring.manual import manual_page  # noqa: PLC0415 - a talk needs none of this

    click.echo(manual_page(group, settings.NAME), nl=False)
    return 0


def _load(dialogs: Path, config: Path) -> Loaded:
    from bot.language.library import load  # noqa: PLC0415 - `--help` needs no library

    try:
        return load(dialogs, config, settings.shipped_folder() / "dialogs")
    except OSError:
        raise click.ClickException(f"The files in {dialogs} or {config} can't be read.") from None


def _explored(library: Library | None, only: Path | None) -> list[Exploration]:
    """Walk every road of the dialogs; of none while there are mistakes in them."""
    from bot.language.explore import explore  # noqa: PLC0415 - as above

    names = () if library is None else library.programs
    return [
        explore(library, name)
        for name in names
        if library is not None and (only is None or _is_in(only, f"dialogs/{name}.yaml"))
    ]


def _is_in(only: Path, file: str) -> bool:
    """Whether an author's file, as diagnostics call it, is the one that was asked for."""
    return only.as_posix().endswith(f"/{file}") or only.name == file


def _summed_up(place: Path, found: int, walked: list[Exploration]) -> str:
    count = f"{found} found" if found else "nothing wrong"
    if not walked:
        return f"{place}: {count}."
    states = sum(one.states for one in walked)
    whole = "every road" if all(one.complete for one in walked) else "not complete"
    return f"{place}: {count}; explored {states} states, {whole}."


def _rules() -> Rules:
    """The rules, from the cache where nothing has changed; wrong files are for `check` to show."""
    from bot.channels import opening  # noqa: PLC0415 - `--help` needs no library

    try:
        library = opening.load(settings.read()).library
    except OSError:
        raise click.ClickException("The rules cannot be read. Is AFTERWORD_CONFIG right?") from None
    if library is None:
        raise click.ClickException("The files have mistakes; `afterword check` shows them.")
    return library.rules


def _explain(code: str) -> int:
    from bot.language.diagnostics import codes, did_you_mean, page  # noqa: PLC0415 - as above

    try:
        found = page(code.upper())
    except KeyError:
        hint = did_you_mean(code.upper(), codes())
        raise click.UsageError(f"There is no code {code}. {hint}".rstrip()) from None
    click.echo(f"{found.code}: {found.title}\n\n{found.text.strip()}")
    return 0


def _folders(paths: tuple[str, ...], usual: Path) -> Iterator[tuple[Path, Path | None]]:
    """Give each folder of dialogs to look at, with the one file of it that was asked for."""
    if not paths:
        yield usual, None
    for written in paths:
        path = Path(written)
        if path.is_dir():
            yield path, None
        elif path.is_file():
            above = [one for one in path.resolve().parents if one.name == "dialogs"]
            yield (above[0] if above else path.resolve().parent), path.resolve()
        else:
            raise click.UsageError(f"{written} is not there.")


def _one(text: str | None) -> list[dict[str, Any]]:
    if text is None:
        text = sys.stdin.buffer.read().decode("utf-8", "replace").strip()
    return [{"text": text}]


def _rows_in(content: bytes, name: str) -> list[dict[str, Any]]:
    import json  # noqa: PLC0415 - as above

    rows = []
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict):
            raise click.ClickException(f"{name}:{number} is not a JSON object.")
        rows.append(row)
    return rows


def _line(found: dict[str, Any]) -> str:
    import json  # noqa: PLC0415 - as above

    return json.dumps(found, ensure_ascii=False)
