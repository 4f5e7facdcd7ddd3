"""What was heard on Discord goes to the host, and what the host does comes back as messages.

It knows no network and no clock's ticking: one call is one turn, and the caller sees to it that a
person's turns come one after the other.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from bot.channels.discord import wording
from bot.channels.discord.addresses import Address, Place, Way
from bot.channels.discord.rendering import Turn, render
from bot.channels.discord.widgets import HOUSE, chosen, page_of, word
from bot.dialogue.program import DAY_SECONDS
from bot.dialogue.session import AskQuestion, Due, Leave, Picked, Said, SayText, Signpost
from bot.host import Moved
from bot.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.host import Host, HostEffect

GOES_ON_FOR = DAY_SECONDS
"""Seconds for which a talk stays at hand: in memory, and after a restart for a line that is typed."""

START = "reflect"
"""The command that starts a talk."""

HOME = "home"
"""The word for the start page, which is where a first talk starts anyway."""


class Talking:
    """The talks of everyone who writes to the bot, by their names in the store.

    Each method takes `typed`, which says that a line can be written where the answer will stand
    (a direct message), and `message`, the platform's id of what was heard.
    """

    def __init__(self, host: Host) -> None:
        self._host = host
        self._at: dict[str, str] = {}
        self._introduced: set[str] = set()
        self._in_memory: dict[str, set[str]] = {}
        self._last: OrderedDict[str, float] = OrderedDict()

    def said(self, person: str, text: str, message: str, *, typed: bool) -> Turn:
        """Hear a line; whoever has no talk is met first, and their line is heard all the same."""
        effects: tuple[HostEffect, ...] = ()
        if not self._found(person):
            effects = self._met(person, typed=typed)
        heard = Said(text, self._host.clock.now(), message)
        return self._shown(
            person, (*effects, *self._host.hear(person, self._at[person], heard)), typed=typed
        )

    def start(self, person: str, *, typed: bool) -> Turn:
        """Go on with the talk at hand, or meet the person and begin one."""
        if self._found(person) and self._open(person) is not None:
            return self._shown(person, self._host.resume(person, self._at[person]), typed=typed)
        return self._shown(person, self._met(person, typed=typed), typed=typed)

    def command(self, person: str, name: str, message: str, *, typed: bool) -> Turn:
        """Do what a word of the table does."""
        if name == HOME and not self._found(person):
            return self.start(person, typed=typed)
        return self.said(person, f"/{name}", message, typed=typed)

    def pressed(
        self, person: str, at: Address, values: Sequence[str], message: str, *, typed: bool
    ) -> Turn:
        """Hear a press; what does not fit the question that is open now has moved on."""
        if at.way is Way.HELP:
            return self.command(person, "help", message, typed=typed)
        try:
            asked = self._asked_at(person, at)
        except StoreError as error:
            return self._shown(person, self._unread(person, error, typed=typed), typed=typed)
        if asked is None:
            return self._moved_on(person, typed=typed)
        self._at[person] = at.conversation
        match at.way:
            case Way.PAGE if (page := page_of(asked.question, asked.key, at.digest)) >= 0:
                return self._shown(person, (asked,), typed=typed, page=page)
            case Way.WORD if name := word(asked.key, at.digest):
                return self.command(person, name, message, typed=typed)
            case Way.OPTION | Way.MENU:
                pressed = [at.digest] if at.way is Way.OPTION else values
                if options := chosen(asked.question, asked.key, pressed):
                    now = self._host.clock.now()
                    event = Picked(options, now, message, 0 if _is_house(asked) else at.seq)
                    effects = self._host.hear(person, at.conversation, event)
                    return self._shown(person, effects, typed=typed)
        return self._moved_on(person, typed=typed)

    def woke(self, person: str, place: Place) -> Turn:
        """Hear that a wait is over; nothing comes of it when the talk stands elsewhere by now."""
        if self._at.get(person) != place.conversation:
            return Turn()
        due = Due(place.key, self._host.clock.now())
        effects = self._host.hear(person, place.conversation, due)
        return self._shown(person, effects, typed=True)

    def hurried(self, person: str) -> Turn:
        """Answer whoever sends more than can be heard: to wait, and whom to reach meanwhile."""
        effects = (SayText("discord/hurried", wording.HURRIED), Signpost(()))
        return self._shown(person, effects, typed=True)

    # --- where a person stands ---

    def _found(self, person: str) -> bool:
        """Whether the person is in a talk, of this process or of one before it."""
        if person in self._at:
            return bool(self._at[person])
        try:
            kept = self._host.at_hand(person, self._host.clock.now() - GOES_ON_FOR)
        except StoreError:
            kept = ""  # a greeting says what is wrong with the store
        self._at[person] = kept
        return bool(kept)

    def _met(self, person: str, *, typed: bool) -> tuple[HostEffect, ...]:
        effects = self._host.greet(person)
        self._follow(person, effects)
        if person in self._introduced:
            return effects
        self._introduced.add(person)
        first = wording.FIRST if typed else wording.HIDDEN
        return (SayText("discord/first", first), *effects)

    def _open(self, person: str) -> AskQuestion | None:
        """Return the question that the talk at hand waits at."""
        try:
            return self._host.waiting(person, self._at[person]) if self._found(person) else None
        except StoreError:
            return None

    def _asked_at(self, person: str, at: Address) -> AskQuestion | None:
        """Return the open question that a press belongs to; None for a stranger's or a stale one."""
        if not self._host.owns(person, at.conversation):
            return None
        asked = self._host.waiting(person, at.conversation)
        session = self._host.session(at.conversation)
        if asked is None or (
            session is not None and at.seq < session.view.since and not _is_house(asked)
        ):
            return None
        return asked

    def _unread(self, person: str, error: StoreError, *, typed: bool) -> tuple[HostEffect, ...]:
        """Say what is wrong with the store, whom one can reach, and begin a talk of its own."""
        met = self._met(person, typed=typed)
        return (SayText("host/store", str(error)), Signpost(()), *met)

    def _moved_on(self, person: str, *, typed: bool) -> Turn:
        asked = self._open(person)
        if asked is None:
            said = SayText("discord/moved-on", wording.MOVED_ON_ALONE)
            return self._shown(person, (said,), typed=typed)
        said = SayText("discord/moved-on", wording.MOVED_ON)
        return self._shown(person, (said, asked), typed=typed)

    # --- out ---

    def _shown(
        self, person: str, effects: Sequence[HostEffect], *, typed: bool, page: int = 0
    ) -> Turn:
        self._follow(person, effects)
        if any(isinstance(one, Leave) and one.reason in wording.LEFT for one in effects):
            effects = (*effects, *self._host.leave(person, self._at[person]))
            self._at[person] = ""
        place, lines = partial(self._place, person), partial(self._host.lines, person)
        return render(effects, place, lines, typed=typed, page=page)

    def _follow(self, person: str, effects: Sequence[HostEffect]) -> None:
        for effect in effects:
            if isinstance(effect, Moved):
                self._at[person] = effect.conversation
        now = self._host.clock.now()
        self._in_memory.setdefault(person, set()).add(self._at.get(person, ""))
        self._last[person] = now
        self._last.move_to_end(person)
        while self._last and next(iter(self._last.values())) <= now - GOES_ON_FOR:
            self._let_go(next(iter(self._last)))

    def _let_go(self, person: str) -> None:
        """Drop a person's talks from memory: kept ones are on the disk, the others end here."""
        del self._last[person]
        for conversation in self._in_memory.pop(person, ()):
            self._host.leave(person, conversation)
        self._at.pop(person, None)
        self._introduced.discard(person)

    def _place(self, person: str, asked: AskQuestion) -> Place:
        session = self._host.session(self._at[person])
        entries = session.entries if session is not None else ()
        return Place(self._at[person], entries[-1].seq if entries else 0, asked.key)


def _is_house(asked: AskQuestion) -> bool:
    """Whether the host asks by itself; such a question stands in no log, and so at no entry."""
    return asked.key.frame == HOUSE
