"""The plain channel: append-only lines, nothing redrawn, no colour, for screen readers, pipes, logs.

A question is a line with its numbered options below; what was understood is said in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.channels.lines import Ended, Line, Timeout, clean
from bot.dialogue.session import AskQuestion, Due, Leave, Said, SayText, ShowThing, Signpost
from bot.host import HandOver, Moved, Taken

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.channels.lines import Input
    from bot.dialogue.program import Question
    from bot.host import Clock, Host, HostEffect

LEFT = 0
"""Exit code of a talk that was ended or left, however."""

ECHOED = 200
"""Characters of a line that are shown again where it was not typed at this screen."""

CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""Home, clear the screen, clear what was scrolled out of it; without the last it would stay."""

_HINTS: Mapping[str, str] = {
    "pick": "Type the numbers of all that fit, like 1,3.",
    "confirm": "1. Yes   2. No   3. Not sure",
    "date": "Type a day or a stretch of time, like: three weeks ago.",
    "list": "Type them on one line, with commas in between.",
}
_PROMPTS: Mapping[str, str] = {"choose": "Choose", "pick": "Choose", "rate": "A number"}
_HEADINGS: Mapping[str, str] = {
    "reasons": "What this rests on:",
    "notes": "Your notes:",
    "my-data": "What is kept about you:",
    "answers": "What you told me:",
    "commands": "Words you can type:",
}
_OVER = "This talk is over. You can still write to me. /home begins a new one, /exit leaves."
_PAUSED = "You can come back at any time with: afterword"


class Plain:
    """A talk in lines.

    `labels` puts "Bot:" and "You:" before them; `typed` says that the person's own lines stand on
    the screen already, as they do in a terminal.
    """

    def __init__(
        self,
        host: Host,
        person: str,
        source: Input,
        write: Callable[[str], None],
        *,
        clock: Clock,
        hand_over: Callable[[HandOver], str],
        labels: bool,
        typed: bool,
    ) -> None:
        self._host = host
        self._person = person
        self._source = source
        self._write = write
        self._clock = clock
        self._hand_over = hand_over
        self._labels = labels
        self._typed = typed
        self._conversation = ""
        self._open: AskQuestion | None = None
        self._left = False

    def talk(self, dialog: str = "", seed: int | None = None) -> int:
        """Talk until the end, in either's words, and return the exit code."""
        try:
            self.show(self._host.greet(self._person, dialog, seed))
            while not self._left:
                self._hear()
        finally:
            self.show(self._host.leave(self._person, self._conversation))
        return LEFT

    def show(self, effects: Sequence[HostEffect]) -> None:
        """Write what should be done."""
        for effect in effects:
            match effect:
                case Moved():
                    self._conversation = effect.conversation
                case SayText():
                    self._say(effect.text)
                case AskQuestion():
                    self._ask(effect)
                case ShowThing():
                    self._say(_HEADINGS.get(effect.what, f"{effect.what.capitalize()}:"))
                    self._rows([_row(mark, words) for mark, words in effect.rows])
                case Signpost():
                    self._say("People you can reach now:")
                    self._rows(self._host.lines(self._person, effect.kinds))
                case Taken():
                    self._say(f"You chose: {effect.words}", speaker="")
                case HandOver():
                    self._say(self._hand_over(effect))
                case Leave():
                    self._leave(effect)
                case _:
                    assert_never(effect)

    # --- in ---

    def _hear(self) -> None:
        due = self._open.due if self._open is not None else 0.0
        now = self._clock.now()
        self._prompt()
        match self._source.line(max(0.0, due - now) if due > now else None):
            case Timeout() if self._open is not None:
                self._write("\n")
                self._send(Due(self._open.key, self._clock.now()))
            case Timeout():
                pass
            case Ended():
                self._write("\n")
                self._say("Nothing more came in, so we stop here. Take care.")
                self._left = True
            case Line() as line:
                self._take(line)

    def _take(self, line: Line) -> None:
        if not self._typed:
            shown = line.text if len(line.text) <= ECHOED else line.text[:ECHOED] + " …"
            self._write(f"{shown}\n")
        if not line.readable:
            self._say("Some of that was not UTF-8 text. I read it as well as I can.")
        if not line.whole:
            self._say("That was far too long for me. I took the first part.")
        if not line.text:
            if self._open is not None:
                self._say("I'm listening. You can also type skip, help or exit.")
            return
        self._send(Said(line.text, self._clock.now()))

    def _send(self, event: Said | Due) -> None:
        self._open = None
        self.show(self._host.hear(self._person, self._conversation, event))
        session = self._host.session(self._conversation)
        if self._open is None and session is not None:
            self._open = session.view.open

    # --- out ---

    def _say(self, text: str, speaker: str = "Bot: ") -> None:
        label = speaker if self._labels else ""
        self._write(f"{label}{clean(text)}\n")

    def _rows(self, rows: Sequence[str]) -> None:
        self._write("".join(f"  {clean(row)}\n" for row in rows))

    def _ask(self, effect: AskQuestion) -> None:
        self._open = effect
        question = effect.question
        self._say(effect.text)
        if effect.before:
            self._rows([f"Before: {effect.before}"])
        if question.options:
            self._rows([f"{n}. {one.label}" for n, one in enumerate(question.options, 1)])
        hint = _hint(question)
        if hint:
            self._rows([hint])

    def _prompt(self) -> None:
        kind = self._open.question.kind if self._open is not None else ""
        if self._labels:
            self._write("You: ")
        else:
            self._write(f"{_PROMPTS[kind]}: " if kind in _PROMPTS else "> ")

    def _leave(self, effect: Leave) -> None:
        match effect.reason:
            case "exit":
                self._left = True
                if self._typed:
                    self._write(CLEAR)
            case "paused":
                self._left = True
                session = self._host.session(self._conversation)
                if session is not None and session.view.saving == "yes":
                    self._say(_PAUSED)
            case _:
                # Nobody is sent away: whoever has more to say is still heard, and screened.
                self._say(_OVER)


def _row(mark: str, words: str) -> str:
    return f"{mark} {words}" if len(mark) <= 1 else f"{mark}: {words}"


def _hint(question: Question) -> str:
    """Say how to answer, with the ends of a scale in words."""
    match question.kind:
        case "rate":
            low = f"{question.low:g}" + (f" ({question.low_label})" if question.low_label else "")
            high = f"{question.high:g}" + (
                f" ({question.high_label})" if question.high_label else ""
            )
            return f"From {low} to {high}."
        case "number":
            return f"A number from {question.low:g} to {question.high:g}."
        case "wait":
            return f"Type done to go on: {question.leave}" if question.leave else ""
        case "list" if question.most > 1:
            return f"Up to {question.most}. {_HINTS['list']}"
        case kind:
            return _HINTS.get(kind, "")
