"""A talk in a dialog that is being written: it goes on where it stood each time the file is saved.

Nothing is kept on the disk. How it looks is a face's, handed in; the keys and the screen are the
caller's, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.authoring.handing import opening
from bot.authoring.pane import pane
from bot.authoring.retelling import retold
from bot.authoring.transcripts import LATER, WAIT, Transcript, play, renewed
from bot.authoring.transcripts import Exchange as Kept
from bot.dialogue.program import DAY_SECONDS
from bot.dialogue.session import AskQuestion, Backed, Due, Picked, Said
from bot.host import Host, Moved, Taken
from bot.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.authoring.drafts import Draft, Drafts
    from bot.dialogue.session import Session
    from bot.host import Clock, HostEffect
    from bot.store.protocol import Store

ME = "author"
SEED = 7

WORDS = {
    ":why": "show or hide why the bot said that",
    ":talk": "tell the talk so far as the file reads now",
    ":again": "begin anew",
    ":keep FILE": "write the talk down as a transcript",
    "(wait)": "let a timer run out",
    "(3 days later)": "let days pass, then answer",
    ":quit": "leave",
}
"""What can be typed beside answers, and what it does."""


class Passed:
    """A clock that can be put forward."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.ahead = 0.0

    def now(self) -> float:
        """Return seconds since the epoch, UTC, as far ahead as it was put."""
        return self._clock.now() + self.ahead


class Shown(NamedTuple):
    """What came of a line or a save: effects of the bot's, and a note of the preview's own."""

    effects: tuple[HostEffect, ...] = ()
    note: str = ""
    over: bool = False
    retell: bool = False


class Preview:
    """One talk through a draft. `findings` is what is wrong in the file now, "" for nothing."""

    def __init__(self, drafts: Drafts, clock: Clock) -> None:
        self._drafts = drafts
        self._clock = Passed(clock)
        self._draft: Draft | None = None
        self._host: Host | None = None
        self._conversation = ""
        self._lines: list[str] = []
        self._heard: tuple[AskQuestion | None, str] = (None, "")
        self.findings = ""
        self.why = False

    @property
    def session(self) -> Session | None:
        """Where the talk stands."""
        return None if self._host is None else self._host.session(self._conversation)

    # --- the file ---

    def open(self) -> Shown:
        """Read the file for the first time and begin, unless mistakes keep it from running."""
        draft = self._drafts.read()
        self.findings = draft.findings
        if draft.library is None:
            return Shown(note="The file has mistakes; the talk begins when they are gone.")
        self._draft = draft
        return self._begin()

    def refresh(self) -> Shown | None:
        """Look if a file was saved; then check it and go on where the talk stood. None for no change."""
        if not self._drafts.changed():
            return None
        try:
            draft = self._drafts.read()
        except OSError:
            return None  # it is being written at this very moment, and will be seen again
        self.findings = draft.findings
        if draft.library is None:
            alive = "; the talk goes on with the file as it was" if self._host is not None else ""
            return Shown(note=f"Saved, and there are mistakes{alive}.")
        self._draft = draft
        if self._host is None:
            return self._begin()
        opened = opening(draft.library, self._drafts.dialog)
        self._host.reload(opened.library)
        waits = self._host.waiting(ME, self._conversation)
        left = f" {self._told_shelf()}" if self._told_shelf() else ""
        note = f"Saved and checked.{left}"
        return Shown((waits,) if waits is not None else (), note, retell=True)

    def _told_shelf(self) -> str:
        """Say what became of answers whose question is gone."""
        session = self.session
        aside = session.view.shelf.values() if session is not None else ()
        shelved = sum(not isinstance(one, Backed) for one in aside)
        if not shelved:
            return ""
        return f"{shelved} answer{'s' if shelved > 1 else ''} lost the question, and wait{'' if shelved > 1 else 's'} aside."

    # --- the talk ---

    def _begin(self) -> Shown:
        if self._draft is None or self._draft.library is None:
            return Shown()
        opened = opening(self._draft.library, self._drafts.dialog)
        self._host = Host(opened.library, _no_store, self._clock, private=True)
        self._lines = []
        self._heard = (None, "")
        effects = self._host.greet(ME, opened.dialog, SEED)
        if opened.library is not self._draft.library:
            self._went(effects)
            effects = self._host.hear(ME, self._conversation, Picked(("yes",), self._clock.now()))
            effects = tuple(one for one in effects if not isinstance(one, Taken))
        self._went(effects)
        return Shown(effects)

    def say(self, line: str) -> Shown:
        """Take a line: an answer, or one of `WORDS`."""
        if line.startswith(":"):
            return self._word(line)
        if self._host is None or not line.strip():
            return Shown()
        asked = self._host.waiting(ME, self._conversation)
        self._lines.append(line)
        if later := LATER.fullmatch(line):
            self._clock.ahead += int(later[1]) * DAY_SECONDS
            line = later[2]
            if not line:
                return Shown(note="The days have passed.")
        self._heard = (asked, line)
        if line == WAIT and asked is not None:
            self._clock.ahead += max(0.0, asked.due - self._clock.now())
            effects = self._host.hear(ME, self._conversation, Due(asked.key, self._clock.now()))
        else:
            effects = self._host.hear(ME, self._conversation, Said(line, self._clock.now()))
        self._went(effects)
        return Shown(effects)

    def _went(self, effects: Sequence[HostEffect]) -> None:
        for one in effects:
            if isinstance(one, Moved):
                self._conversation = one.conversation

    def _word(self, line: str) -> Shown:
        word, _, rest = line.partition(" ")
        match word:
            case ":why":
                self.why = not self.why
                return Shown(note="" if self.why else "The reasons are hidden.")
            case ":talk":
                return Shown(retell=True)
            case ":again":
                return self._begin()
            case ":keep":
                return Shown(note=self._keep(rest.strip()))
            case ":quit":
                return Shown(over=True)
            case _:
                return Shown(note="\n".join(f"{one:<16}{what}" for one, what in WORDS.items()))

    def _keep(self, name: str) -> str:
        """Write the talk down and say where."""
        from pathlib import Path  # noqa: PLC0415 - only to write

        if not name:
            return "Name a file: :keep my-talk.txt"
        if self._draft is None or self._draft.library is None:
            return "There is no talk yet."
        file = Path(name).expanduser()
        if file.exists():
            return f"{file} is there already; name another."
        lines = (Kept(None, ()), *(Kept(one, ()) for one in self._lines))
        said = Transcript(self._drafts.dialog, tuple(lines))
        kept = renewed(said, play(self._draft.library, said).turns)
        try:
            file.write_text(kept.written(), encoding="utf-8")
        except OSError:
            return f"{file} can't be written."
        return f"The talk is in {file}. `afterword test` plays it again."

    # --- looking at it ---

    def told(self, face: Callable[[Sequence[HostEffect]], Iterable[str]]) -> list[str]:
        """Tell the talk so far as the file reads now."""
        session, draft = self.session, self._draft
        if session is None or draft is None or draft.library is None or self._host is None:
            return []
        found: list[str] = []
        for passage in retold(self._host.library, session.entries):
            if _is_before(passage.effects):
                continue
            found += face(passage.effects)
            if passage.answer is not None:
                found.append(f"You: {passage.answer}")
        return found

    def reasons(self) -> list[str]:
        """Say why the bot did what it did last: what was heard, and the forks since."""
        session, draft = self.session, self._draft
        if session is None or draft is None or self._host is None:
            return []
        return pane(self._host.library, session, draft.facts, *self._heard)

    def lines(self, kinds: Sequence[str]) -> Sequence[str]:
        """Return help lines of some kinds, as the talk would show them."""
        return () if self._host is None else self._host.lines(ME, kinds)


def _is_before(effects: Sequence[HostEffect]) -> bool:
    """Whether this is the question of a caller, which stands for all that was asked before."""
    return any(isinstance(one, AskQuestion) and not one.text for one in effects)


def _no_store() -> Store:
    raise _NothingIsKeptError


class _NothingIsKeptError(StoreError):
    """A preview keeps nothing."""
