"""The one table of commands, the same in every channel, and how a typed line is found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.dialogue.program import Question
    from bot.dialogue.session import Value


class Command(NamedTuple):
    """A word, what it does, and who does it: the engine, or the host (which hears a `Leave`)."""

    word: str
    meaning: str
    room: str = "engine"
    also: tuple[str, ...] = ()


_LEFT_OPEN = ("skip it", "skip this", "next", "next question", "pass", "stop asking", "already said",
              "i already said", "i said that already", "told you already")  # fmt: skip
_NOT_MEANT = ("not what i meant", "that's not what i meant", "thats not what i meant")

COMMANDS = (
    Command("help", "help lines first, then these words"),
    Command("back", "go back one answer"),
    Command("skip", "leave it open", also=_LEFT_OPEN),
    Command("why", "why do you ask?", also=("why do you ask",)),
    Command("change", "change an earlier answer"),
    Command("undo", "take a change back"),
    Command("again", "say it again", also=("repeat",)),
    Command("misread", "that's not what I meant", also=_NOT_MEANT),
    Command("pause", "stop here and keep the place", also=("leave",)),
    Command("exit", "leave at once and clear the screen", also=("quit",)),
    Command("resources", "help lines"),
    Command("home", "the start page", "host"),
    Command("tips", "things people read about getting someone back", "host"),
    Command("tools", "small tools for a hard hour", "host"),
    Command("checkin", "a short check-in", "host"),
    Command("mood", "how you were over time, as a picture", "host"),
    Command("notes", "what you kept, to read, edit or delete", "host"),
    Command("summary", "the page to keep or share", "host"),
    Command("my-data", "what is kept about you", "host", ("privacy",)),
    Command("export", "all of it in a file", "host"),
    Command("erase", "everything gone, really", "host"),
    Command("private", "from here on nothing is kept", "host"),
    Command("language", "choose the language", "host"),
    Command("about", "what this is, its sources and limits", "host"),
)

_WORDS = {word: command for command in COMMANDS for word in (command.word, *command.also)}
# Fits any of the words with its slash, and keeps long texts away from the lookup.
_LONGEST = 40
_CLOSED = frozenset({"choose", "pick", "confirm", "rate", "number", "date", "wait"})


class Spoken(NamedTuple):
    """A command that was typed, with what stood behind it."""

    command: Command
    rest: str = ""


def parse(text: str, question: Question | None) -> Spoken | None:
    """Find the command in a line.

    A slash marks one. Bare, `help` always is one, and `skip`, which is no one's own words; the
    others only where nothing can be written freely and no option bears that name.
    """
    line = text.strip()
    if line.startswith("/"):
        word, _, rest = line[1:].strip().partition(" ")
        found = _WORDS.get(line[1:].strip().lower()) or _WORDS.get(word.lower())
        return None if found is None else Spoken(found, rest.strip())
    if len(line) > _LONGEST:
        return None
    bare = line.lower().rstrip(" .!?").replace("\u2019", "'")
    command = _WORDS.get(bare)
    if command is None:
        return None
    if command.word in ("help", "misread", "skip"):
        return Spoken(command)
    if question is not None:
        names = {one.label.lower() for one in question.options} | {
            one.id for one in question.options
        }
        names.add(question.leave.lower())
        if question.kind not in _CLOSED or question.other or bare in names:
            return None
    return Spoken(command)


def opened_by(question: Question, value: Value) -> Spoken | None:
    """Return the command that a chosen option opens instead of being an answer; None for others."""
    for option in question.options:
        if option.opens and option.id == value:
            return Spoken(_WORDS[option.opens])
    return None


def is_slashed(text: str) -> bool:
    """Whether a line looks like a command: a slash, then one short word."""
    line = text.strip()
    return line.startswith("/") and line[1:2].isalpha() and len(line) <= _LONGEST


def nearest(text: str) -> str:
    """Return the command, with its slash, that comes nearest to what was typed; `/help` if none."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for a slip of the finger

    word = text.strip()[1:].split()[0].lower()
    close = get_close_matches(word, _WORDS, n=1)
    return "/" + (close[0] if close else "help")


def is_exit(text: str) -> bool:
    """Whether a line leaves at once; the only thing heard before it is screened."""
    return text.strip().lower() in ("/exit", "/quit", "exit", "quit")
