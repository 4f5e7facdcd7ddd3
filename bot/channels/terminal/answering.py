"""The answer in the making: what the keys have done since the question was put, and what Enter sends.

It knows no screen and no keyboard; the text that is being typed comes in with every call.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.channels import showing
from bot.channels.terminal import choosing, scale, suggesting, timer
from bot.channels.terminal.choosing import Choice
from bot.channels.terminal.colours import HINT
from bot.channels.terminal.drawing import in_rows
from bot.channels.terminal.scale import Scale
from bot.rooms import HOUSE

if TYPE_CHECKING:
    from bot.channels.terminal.drawing import Row
    from bot.channels.terminal.signs import Signs
    from bot.dialogue.session import AskQuestion

NOTHING_TICKED = "Nothing is ticked yet. Space ticks, or type the numbers."
NOTHING_CHOSEN = "Nothing is chosen yet. Use the arrows or type a number. skip is fine too."


class Typed(NamedTuple):
    """A line to send."""

    text: str


class Pressed(NamedTuple):
    """Options to send, and their labels in words."""

    options: tuple[str, ...]
    words: str


Sent = Typed | Pressed


class Answering:
    """The answer to one question. `began` is when the question was put, in seconds since the epoch."""

    def __init__(self, asked: AskQuestion | None, began: float) -> None:
        self.asked = asked
        self.began = began
        self.notice = ""
        self.long = False
        self.suggestion = choosing.NOWHERE
        self.choice: Choice | None = None
        self.scale: Scale | None = None
        question = asked.question if asked is not None else None
        if question is None:
            return
        options = showing.options(question)
        if options:
            self.choice = Choice(options, question.kind == "pick", question.alone)
        elif question.kind == "rate":
            self.scale = Scale(int(question.low), int(question.high), showing.ends(question))

    @property
    def kind(self) -> str:
        """The kind of the open question; "" for none."""
        return self.asked.question.kind if self.asked is not None else ""

    @property
    def due(self) -> float:
        """When a wait is over, in seconds since the epoch; 0 where there is none."""
        return self.asked.due if self.asked is not None else 0.0

    @property
    def draft(self) -> str:
        """The words that stand in the input to be changed: only where they are asked for, as a note's."""
        asked = self.asked
        if asked is None or asked.key.frame != HOUSE or self.kind != "write":
            return ""
        return asked.before

    def takes_arrows(self, text: str) -> bool:
        """Whether up and down choose something, rather than move in the text."""
        if suggesting.suggested(text):
            return True
        return not text and (self.choice is not None or self.scale is not None)

    def arrow(self, text: str, by: int) -> None:
        """Go `by` places further: among the suggested words, the options, or on the scale."""
        self.notice = ""
        found = suggesting.suggested(text)
        if found:
            first = 0 if by > 0 else len(found) - 1
            self.suggestion = first if self.suggestion < 0 else (self.suggestion + by) % len(found)
        elif self.choice is not None:
            self.choice = choosing.moved(self.choice, by)
        elif self.scale is not None:
            # Down a list is forward; up is more of something.
            self.scale = scale.moved(self.scale, -by)

    def sideways(self, by: int) -> None:
        """Move the mark of a scale."""
        self.notice = ""
        if self.scale is not None:
            self.scale = scale.moved(self.scale, by)

    def end(self, *, first: bool) -> None:
        """Go to the first or the last option, or the end of the scale."""
        if self.choice is not None:
            self.choice = choosing.at(self.choice, 0 if first else len(self.choice.options) - 1)
        elif self.scale is not None:
            self.scale = replace(self.scale, mark=self.scale.low if first else self.scale.high)

    def tick(self) -> None:
        """Tick the option that is pointed at, or take its tick away."""
        self.notice = ""
        if self.choice is not None:
            self.choice = choosing.toggled(self.choice)

    def typed(self, text: str) -> None:
        """Take note of the text as it is now: typing wins over pointing."""
        self.notice = ""
        self.suggestion = choosing.NOWHERE
        if self.choice is not None and not self.choice.several:
            self.choice = choosing.typed(self.choice, text)
        if self.scale is not None:
            self.scale = scale.typed(self.scale, text)

    def completed(self, text: str) -> str:
        """Return the text with the suggested word."""
        return suggesting.completed(text, self.suggestion)

    def entered(self, text: str) -> Sent | None:
        """Return what Enter sends; None where that is nothing, and the notice says why."""
        if self.suggestion >= 0:
            text = self.completed(text)
        if text.strip():
            return Typed(text.strip())
        if self.kind == "wait":
            return Pressed(("left",), self.asked.question.leave if self.asked else "")
        if self.choice is not None:
            ids = choosing.pressed(self.choice)
            if ids:
                return Pressed(ids, choosing.labels(self.choice, ids))
            self.notice = NOTHING_TICKED if self.choice.several else NOTHING_CHOSEN
            return None
        if self.scale is not None:
            if self.scale.mark is not None:
                return Pressed((str(self.scale.mark),), str(self.scale.mark))
            self.notice = NOTHING_CHOSEN
            return None
        self.notice = showing.LISTENING
        return None

    def chosen(self) -> bool:
        """Whether Enter alone would take something."""
        if self.choice is not None:
            return bool(choosing.pressed(self.choice))
        return self.scale is not None and self.scale.mark is not None

    def prompt(self) -> str:
        """Return what stands before the input."""
        if self.choice is not None and self.kind != "write":
            return "Choose: "
        return "A number: " if self.kind in ("rate", "number") else "> "

    def rows(self, now: float, width: int, signs: Signs) -> list[Row]:
        """Return what is drawn between the question and the input."""
        drawn: list[Row] = []
        if self.asked is not None and self.asked.before and not self.draft:
            drawn += in_rows(HINT, f"  Before: {self.asked.before}", width, "  ")
        if self.choice is not None:
            return [*drawn, *choosing.rows(self.choice, width)]
        if self.scale is not None:
            return [*drawn, *scale.rows(self.scale, width, signs)]
        if self.due:
            return [*drawn, *timer.rows(now - self.began, self.due - now, width, signs)]
        hint = showing.hint(self.asked.question) if self.asked is not None else ""
        return [*drawn, *(in_rows(HINT, f"  {hint}", width, "  ") if hint else [])]

    def row_in_sight(self, width: int) -> int:
        """Return which of those rows has to be in sight."""
        if self.choice is None:
            return 0
        before = self.asked.before if self.asked is not None and not self.draft else ""
        above = len(in_rows(HINT, f"  Before: {before}", width, "  ")) if before else 0
        return above + choosing.row_of(self.choice, width)

    def words(self) -> str:
        """Say in words what is pointed at or ticked."""
        if self.choice is not None:
            return choosing.words(self.choice)
        return scale.words(self.scale) if self.scale is not None else ""
