"""The command line: what can be asked for, in which words, with which exit code. The work is elsewhere."""

from __future__ import annotations

from importlib import import_module

import click

from bot import settings
from bot.commands.loading import WRONG

COMMANDS = {
    "chat": "Talk, from the start page or straight in DIALOG.",
    "mood": "Show how you were over time, in words or as a picture.",
    "due": "Print one line when a reminder is due, and nothing otherwise.",
    "summary": "Print the page to keep or share, or write it to FILE.",
    "check": "Look for mistakes in the shipped dialogs, or in the folders or files PATHS.",
    "test": "Play the transcripts of the shipped dialogs, or of the folders or files PATHS, again.",
    "graph": "Print a graph of DIALOG: its nodes, its outcomes, what it calls, and where danger leads.",
    "new": "Write a first dialog NAME, to be changed by you.",
    "rename": "Rename OLD to NEW in every dialog.",
    "diff": "Say what becomes of talks under way when dialogs change.",
    "why": "Show which answers and rules decided the conclusion of TALK.",
    "preview": "Talk in the dialog FILE and see it change: it is read again each time you save it.",
    "hear": "Show what TEXT is understood as.",
    "evaluate": "Count how many labelled sentences in DIR are read right.",
    "discord": "Run the bot on Discord until it is stopped.",
    "db": "Look after what is kept: its state, copies, bringing them back.",
    "completion": "Print what lets SHELL finish commands, options and the names of dialogs.",
    "man": "Print the manual page.",
}
"""Each command, the module of its name in bot.commands, and what its help begins with."""

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
    "  0 done or left · 1 check or test found something · 2 wrong use or files · 130 interrupted\n"
    "\n"
    "\b\nEnvironment:\n"
    + "".join(f"  {name:<20}{what}\n" for name, what in settings.VARIABLES.items())
)


class _Commands(click.Group):
    """The commands, each brought in when it is asked for, so that `--help` waits for none."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own shape
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"bot.commands.{cmd_name}").command
        command.name = cmd_name
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


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


@click.group(cls=_Commands, help=_ABOUT, epilog=_SECTIONS, invoke_without_command=True)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version,
              help="Show the version and exit.")  # fmt: skip
@click.pass_context
def group(context: click.Context) -> int | None:
    """Start a talk when no command is named."""
    if context.invoked_subcommand is not None:
        return None
    from bot.channels import opening  # noqa: PLC0415 - `--help` needs no talk

    return opening.chat()
