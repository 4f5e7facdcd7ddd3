"""The talk in the full terminal: what the keys do to it, and how its effects are said.

The host knows the talk, `Answering` the answer in the making, `Screen` the screen; here they meet.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import TYPE_CHECKING, Any, assert_never

from bot.channels import showing
from bot.channels.lines import clean
from bot.channels.terminal import leaving, suggesting, toolbar
from bot.channels.terminal.answering import Answering, Pressed, Typed
from bot.channels.terminal.colours import BOT, HINT, WARN, theme_name
from bot.channels.terminal.cover import Cover
from bot.channels.terminal.drawing import in_rows
from bot.channels.terminal.keys import bindings
from bot.channels.terminal.paper import GAP, Piece, yours
from bot.channels.terminal.place import place_in_words
from bot.channels.terminal.screen import Screen
from bot.channels.terminal.signs import signs
from bot.channels.terminal.telling import pieces
from bot.channels.terminal.warming import warm_up
from bot.dialogue.session import (
    AskQuestion,
    Due,
    Leave,
    Picked,
    Said,
)
from bot.host import HandOver, Moved, Taken

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from bot.channels.fitting import Wishes
    from bot.channels.terminal.drawing import Row
    from bot.host import Clock, Host, HostEffect

LEFT = 0
INTERRUPTED = 130
"""Exit codes: left in words or with Ctrl+D; left with Ctrl+C."""

LONGEST = 100_000
"""Signs of one answer that are taken in; more is a file, and would make the screen slow."""

ESCAPES = "\x1b\x1b\x1b"

TICK_SECONDS = 1.0
"""So often a wait and the cover look at the time, and a paste that has no end is ended."""


class Terminal:
    """A talk on a screen."""

    def __init__(
        self,
        host: Host,
        person: str,
        *,
        source: Input,
        output: Output,
        clock: Clock,
        hand_over: Callable[[HandOver], str],
        wishes: Wishes,
        environ: Mapping[str, str],
        on_other_screen: Callable[[bool], None] = lambda _entered: None,
    ) -> None:
        self._host = host
        self._person = person
        self._clock = clock
        self._hand_over = hand_over
        self._on_other_screen = on_other_screen
        self._signs = signs(output.encoding())
        self._term = environ.get("TERM", "")
        self._conversation = ""
        self._answering = Answering(None, clock.now())
        self._code: int | None = None
        self._vanished = False
        self._goodbye = ""
        self._cover = Cover(wishes.cover_minutes)
        self._last_key = clock.now()
        self._screen = Screen(
            self, bindings(self), source=source, output=output,
            theme=theme_name(wishes.theme, environ), hidden=wishes.private, cover=self._cover,
            on_typed=self._typed, covers=on_other_screen,
        )  # fmt: skip
        self._screen.app.key_processor.before_key_press += self._noticed

    def talk(self, dialog: str = "", seed: int | None = None) -> int:
        """Talk until the end, in either's words, and return the exit code."""
        screen = self._screen
        self._on_other_screen(screen.hidden)
        screen.raw(leaving.titled(self._term))
        screen.put([Piece(HINT, leaving.WARNING), GAP])
        try:
            screen.app.run(
                pre_run=lambda: self._begin(dialog, seed), handle_sigint=False,
                set_exception_handler=False,
            )  # fmt: skip
        except EOFError:
            self._code = LEFT  # the window is gone
        finally:
            last = self._host.leave(self._person, self._conversation)
            gone = leaving.wiped if self._vanished else leaving.untitled
            screen.raw(gone(self._term))
        said = [*self._carried_out(last), *self._farewell()]
        if said and not self._vanished:
            screen.put([GAP, *said])
        return LEFT if self._code is None else self._code

    def _farewell(self) -> list[Piece]:
        return [Piece(BOT, self._goodbye)] if self._goodbye else []

    # --- what is said ---

    def show(self, effects: Sequence[HostEffect]) -> None:
        """Say what should be done, and do what of it is the channel's."""
        self._screen.put(self._carried_out(effects))

    def _carried_out(self, effects: Sequence[HostEffect]) -> list[Piece]:
        said: list[Piece] = []
        for effect in effects:
            match effect:
                case Moved():
                    self._conversation = effect.conversation
                case AskQuestion():
                    self._put_down(effect)
                case Leave() if effect.reason == "exit":
                    self.vanish()
                case Leave() if effect.reason == "paused":
                    self._close(LEFT, showing.PAUSED if self._standing() == "kept" else "")
                case _:
                    pass
            said += pieces(effect, self._lines, self._hand_over, self._signs)
        return said

    def _put_down(self, asked: AskQuestion) -> None:
        """Wait for the answer to a question; words that are to be changed stand in the input."""
        self._answering = Answering(asked, self._clock.now())
        draft = clean(self._answering.draft)
        if draft:
            self._screen.line.text = draft
            self._screen.line.cursor_position = len(draft)
            self._answering.long = "\n" in draft

    def _lines(self, kinds: Sequence[str]) -> tuple[str, ...]:
        return self._host.lines(self._person, kinds)

    # --- what is sent ---

    def enter(self) -> None:
        """Send, or say why not."""
        line, answering = self._screen.line, self._answering
        text = line.text
        if text.strip() and not _is_number(text) and self._screen.more_waits():
            # An Enter with more behind it was pasted, not pressed.
            line.insert_text("\n")
            return
        if answering.long:
            line.insert_text("\n")
            return
        if text[: line.cursor_position].endswith("\\") and line.cursor_position == len(text):
            line.delete_before_cursor()
            line.insert_text("\n")
            return
        self._submit()

    def other_enter(self) -> None:
        """Make a new line; in the bigger place to write, send."""
        if self._answering.long:
            self._submit()
        else:
            self._screen.line.insert_text("\n")

    def _submit(self) -> None:
        answering = self._answering
        sent = answering.entered(clean(self._screen.line.text))
        match sent:
            case None:
                return
            case Typed() if self._own_word(sent.text):
                return
            case Typed():
                said = sent.text
                event: Said | Picked = Said(sent.text, self._clock.now())
            case Pressed():
                said = ""
                event = Picked(sent.options, self._clock.now())
            case _:
                assert_never(sent)
        self._screen.line.reset()
        effects = self._hear(event)
        taken = any(isinstance(one, Taken) for one in effects)
        echoes = []
        if said and not (taken and _is_number(said)):
            echoes.append(yours(f"You: {said}"))
        elif isinstance(sent, Pressed) and not taken:
            echoes.append(yours(f"You chose: {sent.words}"))
        self._answered(effects, [*echoes, *([] if taken else [GAP])])

    def _hear(self, event: Said | Picked | Due) -> tuple[HostEffect, ...]:
        self._answering = Answering(None, self._clock.now())
        effects = self._host.hear(self._person, self._conversation, event)
        self._screen.drop_waiting()
        return effects

    def _answered(self, effects: Sequence[HostEffect], echoes: Sequence[Piece]) -> None:
        said = [*echoes, *self._carried_out(effects)]
        if self._vanished:
            return
        session = self._host.session(self._conversation)
        if self._answering.asked is None and session is not None:
            self._answering = Answering(session.view.open, self._clock.now())
        self._screen.put(said)

    def _own_word(self, text: str) -> bool:
        """Do what the terminal's own words ask for; whether it was one."""
        word, _, rest = text.partition(" ")
        match word.lower():
            case "/long":
                self._screen.line.reset()
                self._answering.long = True
            case "/cover":
                self._screen.line.reset()
                self._cover.set(rest.strip())
                self._screen.cover()
            case _:
                return False
        return True

    # --- keys ---

    def state(self, name: str) -> bool:
        """Whether something holds now."""
        text, answering = self._screen.line.text, self._answering
        match name:
            case "covered":
                return self._screen.covered
            case "empty":
                return not text
            case "arrows":
                return answering.takes_arrows(text)
            case "scale":
                return answering.scale is not None
            case "ticks":
                return answering.choice is not None and answering.choice.several
            case "wait":
                return bool(answering.due)
            case "hidden":
                return self._screen.hidden
            case _:
                raise KeyError(name)

    def arrow(self, by: int) -> None:
        """Choose the next thing up or down."""
        self._answering.arrow(self._screen.line.text, by)

    def sideways(self, by: int) -> None:
        """Move the mark of a scale."""
        self._answering.sideways(by)

    def end(self, *, first: bool) -> None:
        """Go to the first or last thing."""
        self._answering.end(first=first)

    def tick(self) -> None:
        """Tick or untick."""
        self._answering.tick()

    def complete(self) -> None:
        """Finish the word that was begun."""
        line = self._screen.line
        word = self._answering.completed(line.text)
        if word != line.text:
            line.text = word
            line.cursor_position = len(word)

    def paste(self, text: str) -> None:
        """Take a pasted text in, with its line ends and without anything a terminal would obey."""
        if ESCAPES in text:
            self.vanish()  # no paste holds these; a lost end of one has swallowed them
            return
        line = self._screen.line
        room = LONGEST - len(line.text)
        pasted = clean(text.replace("\r\n", "\n").replace("\r", "\n"))
        line.insert_text(pasted[: max(0, room)])
        if len(pasted) > room:
            self._answering.notice = showing.TOO_LONG

    def scroll(self, by: int) -> None:
        """Read back on the private screen."""
        self._screen.back = max(0, self._screen.back + by)

    def interrupt(self) -> None:
        """Clear the line; leave where it is empty."""
        if self._screen.line.text and not self._screen.covered:
            self._screen.line.reset()
            self._answering.long = False
            return
        self._close(INTERRUPTED, self._way_back())

    def leave(self) -> None:
        """Leave, with all that is kept."""
        self._close(LEFT, self._way_back())

    def vanish(self) -> None:
        """Leave at once and leave nothing on the screen."""
        self._vanished = True
        self._screen.raw(leaving.wiped(self._term))
        self._close(LEFT, "")

    def uncover(self) -> None:
        """Take the cover away if that is the word for it."""
        if self._cover.opens(self._screen.word.text):
            self._screen.uncover()
        else:
            self._screen.word.reset()

    def repaint(self) -> None:
        """Draw the screen afresh."""
        self._screen.repaint()

    def suspend(self) -> None:
        """Go to the background of the shell, where there is one."""
        self._screen.suspend()

    def _typed(self) -> None:
        self._answering.typed(self._screen.line.text)

    def _noticed(self, _sender: object) -> None:
        self._last_key = self._clock.now()

    # --- time, and what else happens by itself ---

    def _begin(self, dialog: str, seed: int | None) -> None:
        # The question comes out when keys are about to be heard, and no earlier.
        self.show(self._host.greet(self._person, dialog, seed))
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._broken)
        self._screen.app.create_background_task(self._ticking())
        if sys.platform != "win32":
            for gone in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(gone, self._close, LEFT, "")

    async def _ticking(self) -> None:
        warm_up(self._host.library)  # the first question is drawn by now
        while True:
            await asyncio.sleep(TICK_SECONDS)
            self.tick_of_time()

    def tick_of_time(self) -> None:
        """Look at the time: end a wait that is over, cover a talk that nobody has touched for long."""
        self._screen.end_lost_paste()
        now, asked = self._clock.now(), self._answering.asked
        if asked is not None and asked.due:
            self._last_key = now  # who waits has no reason to touch the keys
            if now >= asked.due:
                self._answered(self._hear(Due(asked.key, now)), [])
            else:
                self._screen.app.invalidate()
        elif self._cover.seconds and now - self._last_key >= self._cover.seconds:
            self._screen.cover()

    def _broken(self, _loop: object, context: dict[str, Any]) -> None:
        """Hand an error out of the loop, so that no traceback with a person's words is printed."""
        error = context.get("exception")
        app = self._screen.app
        if isinstance(error, Exception) and app.is_running and not app.is_done:
            app.exit(exception=error)

    def _close(self, code: int, goodbye: str) -> None:
        if self._code is not None:
            return
        self._code, self._goodbye = code, goodbye
        app = self._screen.app
        if app.is_running and not app.is_done:
            app.exit(result=code)

    def _way_back(self) -> str:
        if self._standing() == "kept":
            return "Your place is kept. Come back with: afterword"
        return "Nothing of this talk was kept. Begin again with: afterword"

    # --- what is drawn ---

    def _standing(self) -> str:
        return self._host.standing(self._person, self._conversation)

    def above(self, width: int) -> tuple[list[Row], int]:
        """Return the rows above the input, and which of them has to be in sight."""
        rows = self._answering.rows(self._clock.now(), width, self._signs)
        return rows, self._answering.row_in_sight(width)

    def below(self, width: int) -> list[Row]:
        """Return the rows below the input."""
        answering, text = self._answering, self._screen.line.text
        rows = suggesting.rows(text, answering.suggestion, width)
        words = answering.notice or answering.words()
        if words:
            rows += in_rows(WARN if answering.notice else BOT, f"  {words}", width, "  ")
        session = self._host.session(self._conversation)
        now = toolbar.Now(
            answering.kind, place_in_words(session), self._standing(), chosen=answering.chosen(),
            text=text, long=answering.long, suggesting=bool(suggesting.suggested(text)),
            scrolls=self._screen.hidden, low=self._screen.height <= toolbar.LOW,
        )  # fmt: skip
        return [*rows, *toolbar.rows(now, width, self._signs)]

    def prompt(self) -> str:
        """Return what stands before the input."""
        return self._answering.prompt()

    def long(self) -> bool:
        """Whether the bigger place to write is asked for."""
        return self._answering.long


def _is_number(text: str) -> bool:
    return text.strip().rstrip(".)").isdecimal()
