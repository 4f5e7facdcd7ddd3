"""Transcripts: talks that anyone can read, played again through the real engine.

A transcript is `dialog: ID`, then `Bot:` and `You:` lines; a line that begins with # is a remark.
What is not a text stands in brackets: `Bot: [help lines: …]`, `Bot: [over: …]`, `You: (wait)`.
It ends at what the bot says today; whether that is what was kept is testing.py's to tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, assert_never

from bot.authoring.handing import opening
from bot.dialogue.answering import answer
from bot.dialogue.engine import step
from bot.dialogue.program import DAY_SECONDS
from bot.dialogue.safety import Mark
from bot.dialogue.session import (
    AskQuestion,
    Begin,
    Due,
    Leave,
    Said,
    SayText,
    ShowThing,
    Signpost,
    Words,
)
from bot.dialogue.turn import Making
from bot.language.diagnostics import did_you_mean
from bot.language.rules import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.dialogue.library import Library
    from bot.dialogue.session import Effect, Session, Turn

START = 1_800_000_000.0
"""When every transcript begins, in seconds since the epoch; dates in it are relative."""
TURN_SECONDS = 20.0
SEED = 7
WAIT = "(wait)"
OWN_WORDS = "…"
"""Stands for words of a person's own that nothing hangs on; their meaning may follow in brackets."""

_BOT, _YOU, _DIALOG, _KEEPS, _BEFORE, _REMARK = "Bot:", "You:", "dialog:", "keeps:", "Before:", "#"
LATER = re.compile(r"\((\d{1,5}) days? later\) ?(.*)")
"""Says that days pass before a line; a talk that lasts longer than a life needs no test."""
_SIGNAL = re.compile(r"\(signal(?: (R\d+))? ([a-z-]+)\)")
_ABOUT = re.compile(rf"{OWN_WORDS}(?: \(about: ([^)]*)\))?")


class UnreadableError(Exception):
    """A file that is no transcript; `line` counts from 1, `str()` says what is wrong there."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class Exchange(NamedTuple):
    """What the person says (None for the start) and what the bot says to it, with their line."""

    you: str | None
    bot: tuple[str, ...]
    line: int = 0
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """A talk as it is kept; `keeps` names the promise that it is kept for, if it is for one only.

    `before` holds answers that a caller hands over or that are remembered, by name, in words.
    """

    dialog: str
    exchanges: tuple[Exchange, ...]
    keeps: str = ""
    before: tuple[tuple[str, str], ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """What the person says, line by line."""
        return tuple(one.you for one in self.exchanges if one.you is not None)

    def written(self) -> str:
        """Return the text of the file."""
        lines = [*self.exchanges[0].remarks, f"{_DIALOG} {self.dialog}"]
        lines += [f"{_KEEPS} {self.keeps}"] if self.keeps else []
        lines += [f"{_BEFORE} {name} is {words}" for name, words in self.before]
        for number, one in enumerate(self.exchanges):
            if number:
                lines += [*one.remarks, f"{_YOU} {one.you}"]
            lines += [f"{_BOT} {text}" for text in one.bot]
        return "\n".join(lines) + "\n"


class Spoken(NamedTuple):
    """A line of the bot's, and the id of the text it came from ("" where it is no text)."""

    text: str
    id: str = ""


class Played(NamedTuple):
    """One turn as it is played today: what was said, what came of it, where the talk stands then."""

    you: str | None
    bot: tuple[Spoken, ...]
    session: Session
    effects: tuple[Effect, ...] = ()


def read(text: str) -> Transcript:
    """Read a transcript; raises `UnreadableError`."""
    return _Reader().whole(text)


class _Reader:
    def __init__(self) -> None:
        self.head: dict[str, str] = {}
        self.before: list[tuple[str, str]] = []
        self.remarks: list[str] = []
        self.exchanges: list[Exchange] = []

    def whole(self, text: str) -> Transcript:
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                self.line(number, line.rstrip())
        if _DIALOG not in self.head:
            raise UnreadableError(1, "a transcript starts with `dialog: ` and the path of a dialog")
        exchanges = self.exchanges or [Exchange(None, (), 1, tuple(self.remarks))]
        return Transcript(
            self.head[_DIALOG], tuple(exchanges), self.head.get(_KEEPS, ""), tuple(self.before)
        )

    def line(self, number: int, line: str) -> None:
        if line.startswith(_REMARK):
            self.remarks.append(line)
            return
        if line[0] == " " and self.exchanges:
            self._goes_on(line)
            return
        word, _, rest = line.partition(" ")
        if _DIALOG not in self.head and word != _DIALOG:
            raise UnreadableError(
                number, "a transcript starts with `dialog: ` and the path of a dialog"
            )
        match word:
            case "dialog:" | "keeps:":
                self.head[word] = rest.strip()
                if word == _DIALOG:
                    self._open(None, number)
            case "Before:":
                name, _, words = rest.partition(" is ")
                self.before.append((name.strip(), words.strip()))
            case "You:":
                self._open(rest, number)
            case "Bot:":
                self._said(rest)
            case _:
                raise UnreadableError(number, "a line begins with `Bot:`, `You:` or `#`")

    def _open(self, you: str | None, number: int) -> None:
        self.exchanges.append(Exchange(you, (), number, tuple(self.remarks)))
        self.remarks = []

    def _said(self, text: str) -> None:
        last = self.exchanges[-1]
        self.exchanges[-1] = last._replace(bot=(*last.bot, text))

    def _goes_on(self, line: str) -> None:
        last = self.exchanges[-1]
        if last.bot:
            self.exchanges[-1] = last._replace(bot=(*last.bot[:-1], f"{last.bot[-1]}\n{line}"))


# --- playing ------------------------------------------------------------------------


class Talk:
    """A talk under way, turn by turn, on a clock of its own that moves a little with each line.

    `library` is the one it runs on: with a caller, where something is handed over. `turns` are those
    played so far, the start first.
    """

    def __init__(
        self, library: Library, dialog: str, before: Iterable[tuple[str, str]] = ()
    ) -> None:
        opened = opening(library, dialog, before)
        self.library = opened.library
        self.at = START
        self.turns: list[Played] = []
        turn = step(self.library, None, Begin(opened.dialog, SEED, START, "", opened.facts))
        if opened.asks:
            self.session = turn.session
            making = Making(self.library, self.session, START, "")
            making.signal([Mark("", level, "text") for level in opened.levels])
            turn = answer(making, "yes", ())
        self._take(None, turn)

    def say(self, line: str) -> Played:
        """Take a line of the person's as a transcript writes it.

        Raises ValueError for a signal of a level there is not.
        """
        self.at += TURN_SECONDS
        return self._take(line, self._turn(line))

    def _turn(self, line: str) -> Turn:
        if later := LATER.fullmatch(line):
            self.at += int(later[1]) * DAY_SECONDS
            line = later[2]
        if raised := _SIGNAL.fullmatch(line):
            return self._raise(raised[1] or "", raised[2])
        asked = self.session.view.open
        if line == WAIT and asked is not None:
            self.at = max(self.at, asked.due)
            return step(self.library, self.session, Due(asked.key, self.at))
        if about := _ABOUT.fullmatch(line):
            classes = tuple(one.strip() for one in (about[1] or "").split(",") if one.strip())
            making = Making(self.library, self.session, self.at, "")
            return answer(making, Words(OWN_WORDS, classes), ())
        return step(self.library, self.session, Said(line, self.at))

    def _raise(self, code: str, level: str) -> Turn:
        """Let a signal be heard as if words had raised it; with a code its path opens."""
        if level not in LEVELS:
            raise ValueError(f"`{level}` is no level of a signal; {did_you_mean(level, LEVELS)}")
        making = Making(self.library, self.session, self.at, "")
        making.signal([Mark(code, level, "text")])
        path = self.library.path(code, level) if code else ""
        if path:
            making.detour(path)
        return making.settle()

    def _take(self, line: str | None, turn: Turn) -> Played:
        self.session = turn.session
        played = Played(line, tuple(spoken(turn.effects)), turn.session, turn.effects)
        self.turns.append(played)
        return played


def play(library: Library, transcript: Transcript) -> Talk:
    """Play all that the person says; raises ValueError for a dialog, name or level there is not."""
    talk = Talk(library, transcript.dialog, transcript.before)
    for line in transcript.said:
        talk.say(line)
    return talk


def renewed(transcript: Transcript, turns: Iterable[Played]) -> Transcript:
    """Return a transcript with what the bot says today; the person's lines and remarks stay."""
    exchanges = tuple(
        kept._replace(bot=tuple(one.text for one in turn.bot))
        for kept, turn in zip(transcript.exchanges, turns, strict=True)
    )
    return Transcript(transcript.dialog, exchanges, transcript.keeps, transcript.before)


def recorded(
    dialog: str, turns: Iterable[Played], before: Iterable[tuple[str, str]] = (), keeps: str = ""
) -> Transcript:
    """Return a talk that was just held as a transcript."""
    exchanges = tuple(Exchange(one.you, tuple(said.text for said in one.bot)) for one in turns)
    return Transcript(dialog, exchanges, keeps, tuple(before))


def replay(library: Library, text: str) -> str:
    """Play a transcript and return its text as the bot speaks it today.

    Raises `UnreadableError`, or ValueError for a dialog there is not.
    """
    transcript = read(text)
    return renewed(transcript, play(library, transcript).turns).written()


def spoken(effects: Iterable[Effect]) -> Iterator[Spoken]:
    """Give the lines of a turn as a transcript writes them."""
    for effect in effects:
        match effect:
            case SayText() | AskQuestion():
                yield Spoken(effect.text.replace("\n", "\n  "), effect.id)
            case Signpost(kinds=kinds):
                yield Spoken(f"[help lines: {', '.join(kinds)}]")
            case ShowThing(what=what, rows=rows):
                yield Spoken(f"[show: {what}]")
                yield from (Spoken(f"{mark} {words}") for mark, words in rows)
            case Leave(reason=reason, outcome=outcome):
                yield Spoken(f"[over: {outcome or reason}]")
            case _:
                assert_never(effect)
