"""The plain channel: append-only lines, nothing redrawn, no colour, for screen readers, pipes, logs.

A question is a line with its numbered options below; what was understood is said in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.channels import showing
from bot.channels.lines import Ended, Line, Timeout, clean
from bot.dialogue.session import AskQuestion, Due, Leave, Said, SayText, ShowThing, Signpost
from bot.host import HandOver, Moved, ShowMood, Taken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.channels.lines import Input
    from bot.host import Clock, Host, HostEffect

LEFT = 0
"""Exit code of a talk that was ended or left, however."""

ECHOED = 200
"""Characters of a line that are shown again where it was not typed at this screen."""


class Plain:
    """A talk in lines, each with its speaker's name before it.

    `typed` says that the person's own lines stand on the screen already, as they do in a terminal;
    `clears` that what is written goes to a screen, which can be cleared.
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
        typed: bool,
        clears: bool,
    ) -> None:
        self._host = host
        self._person = person
        self._source = source
        self._write = write
        self._clock = clock
        self._hand_over = hand_over
        self._typed = typed
        self._clears = clears
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

    def show(self, effects: Sequence[HostEffect]) -> None:  # noqa: C901 - an arm for each effect
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
                    self._say(showing.heading(effect.what))
                    self._rows([showing.row(mark, words) for mark, words in effect.rows])
                case ShowMood():
                    self._show_mood(effect)
                case Signpost():
                    self._say(showing.REACH)
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
        self._write("You: ")
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
            self._say(showing.TOO_LONG)
        if not line.text:
            if self._open is not None:
                self._say(showing.LISTENING)
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
        self._write(f"{speaker}{clean(text)}\n")

    def _rows(self, rows: Sequence[str]) -> None:
        self._write("".join(f"  {clean(row)}\n" for row in rows))

    def _ask(self, effect: AskQuestion) -> None:
        self._open = effect
        question = effect.question
        self._say(effect.text)
        if effect.before:
            self._rows([f"Before: {effect.before}"])
        options = showing.options(question)
        self._rows([f"{n}. {label}" for n, (_, label) in enumerate(options, 1)])
        hint = showing.hint(question)
        if hint:
            self._rows([hint])

    def _show_mood(self, effect: ShowMood) -> None:
        from bot.mood import course  # noqa: PLC0415 - few talks come to it

        self._say(course.HEADING)
        self._rows(course.lines(effect.mood))

    def _leave(self, effect: Leave) -> None:
        match effect.reason:
            case "exit":
                self._left = True
                if self._clears:
                    self._write(showing.CLEAR)
            case "paused":
                self._left = True
                session = self._host.session(self._conversation)
                if session is not None and session.view.saving == "yes":
                    self._say(showing.PAUSED)
            case _:
                # Nobody is sent away: whoever has more to say is still heard, and screened.
                self._say(showing.OVER)
