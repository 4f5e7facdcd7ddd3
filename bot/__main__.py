"""The way in: a plain start goes straight to the talk, everything else to the command line.

Nothing that goes wrong ends in a traceback; what happened is told in one sentence.
"""

from __future__ import annotations

import gc
import os
import sys

INTERRUPTED = 130
UNEXPECTED = 2


def main() -> None:
    """Run the program with the arguments of this process."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the program and return its exit code: 0 done, 1 something found, 2 wrong, 130 stopped."""
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _quietly("\nStopped. What you agreed to keep is kept; come back with: afterword\n")
        return INTERRUPTED
    except BrokenPipeError:
        # Nobody reads any more. Python would complain again when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the last guard: no traceback may hold a person's words
        return _unexpected(error)
    return code


def _run(arguments: list[str]) -> int:
    from bot.settings import COMPLETES  # noqa: PLC0415 - as below

    # A shell that asks how a line could go on starts the program without arguments, too.
    if arguments in ([], ["chat"]) and COMPLETES not in os.environ:
        # The usual start, without the 30 ms of the command line's library.
        # Nothing made on the way becomes garbage, so looking for it would only cost time; it is
        # looked for again from the first question on.
        gc.disable()
        from bot.channels.opening import chat  # noqa: PLC0415 - `--help` needs no talk

        return chat()
    from bot.cli import command_line  # noqa: PLC0415 - a talk needs no command line

    return command_line(arguments)


def _unexpected(error: Exception) -> int:
    from bot.trouble import note  # noqa: PLC0415 - hopefully never

    place = note(error)
    said = "Something in the program went wrong, and it had to stop. What was kept is kept.\n"
    if place:
        said += f"Where it happened (none of your words) stands in {place}\n"
    said += (
        "If you are in danger, call your local emergency number. Help lines: findahelpline.com\n"
    )
    sys.stdout.flush()
    sys.stderr.write(said)
    return UNEXPECTED


def _quietly(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError:
        pass


if __name__ == "__main__":
    main()
