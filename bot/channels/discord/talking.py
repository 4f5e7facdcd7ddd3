"""What was heard on Discord goes to the host, and what the host does comes back as messages.

It knows no network and no clock's ticking: one call is one turn, and the caller sees to it that a
person's turns come one after the other.
"""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bot.channels.discord import wording
from bot.channels.discord.addresses import Address, Place, Way, digest
from bot.channels.discord.chats import Chat, chats_since, keep_chat
from bot.channels.discord.reminding import BEGIN, Letter, begin_address, closed, delivered, letters
from bot.channels.discord.rendering import Message, Turn, render
from bot.channels.discord.widgets import HOUSE, Button, chosen, page_of, word
from bot.dialogue.program import DAY_SECONDS
from bot.dialogue.session import AskQuestion, Due, Leave, Picked, Said, SayText, Signpost
from bot.host import Moved
from bot.store.errors import StoreError
from bot.store.protocol import number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.host import Host, HostEffect

GOES_ON_FOR = DAY_SECONDS
"""Seconds for which a talk stays at hand: in memory, and after a restart for a line that is typed."""

BUSY = 3_600.0
"""Seconds after their last word for which somebody in a talk is not reminded of another."""

START = "reflect"
"""The command that starts a talk."""

HOME = "home"
"""The word for the start page, which is where a first talk starts anyway."""


@dataclass(slots=True)
class _Seat:
    """Where one person stands: in which talk ("" for none), and which are in memory for them.

    `chat` is the private chat they write in, 0 for none so far; `noted` once it is kept. Messages
    up to the number `erased` were erased with them, and are not heard again.
    """

    last: float
    at: str | None = None
    introduced: bool = False
    talks: tuple[str, ...] = ()
    chat: int = 0
    noted: bool = False
    erased: int = 0


class Talking:
    """The talks of everyone who writes to the bot, by their names in the store.

    Each method takes `typed`, which says that a line can be written where the answer will stand
    (a direct message), and `message`, the platform's id of what was heard.
    """

    def __init__(self, host: Host) -> None:
        self._host = host
        self._seats: OrderedDict[str, _Seat] = OrderedDict()

    def said(self, person: str, text: str, message: str, *, typed: bool) -> Turn:
        """Hear a line; whoever has no talk is met first, and their line is heard all the same."""
        if 0 < number_of(message) <= self._seat(person).erased:
            return Turn()
        if text.strip().lower() == f"/{START}":
            return self.start(person, typed=typed)
        effects: tuple[HostEffect, ...] = ()
        if not self._found(person):
            if self._was_heard(person, message):
                return Turn()
            effects = self._met(person, typed=typed)
        heard = Said(text, self._host.clock.now(), message)
        return self._shown(
            person, (*effects, *self._host.hear(person, self._at(person), heard)), typed=typed
        )

    def start(self, person: str, *, typed: bool) -> Turn:
        """Go on with the talk at hand, or meet the person and begin one."""
        if self._found(person) and self._open(person) is not None:
            return self._shown(person, self._host.resume(person, self._at(person)), typed=typed)
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
        if at.way is Way.BEGIN:
            return self._begun(person, at.digest, typed=typed)
        try:
            asked = self._asked_at(person, at)
            instead = self._instead(person, at) if asked is not None else ()
        except StoreError as error:
            return self._shown(person, self._unread(person, error, typed=typed), typed=typed)
        if instead:
            return self._shown(person, instead, typed=typed)
        if asked is None:
            return self._moved_on(person, typed=typed)
        self._seat(person).at = at.conversation
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

    def invitation(self) -> Message:
        """Return what begins a talk with a press, wherever that press is heard."""
        address = begin_address("")
        return Message(wording.HELLO, ((Button(wording.BEGIN_LABEL, str(address)),),))

    def _begun(self, person: str, pressed: str, *, typed: bool) -> Turn:
        """Begin the dialog that a button names; without a name, go on or begin at the start."""
        programs = self._host.library.programs
        dialog = next((one for one in programs if digest(BEGIN, one) == pressed), "")
        if not dialog:
            return self.start(person, typed=typed)
        return self._shown(person, self._host.greet(person, dialog), typed=typed)

    def woke(self, person: str, place: Place) -> Turn:
        """Hear that a wait is over; nothing comes of it when the talk stands elsewhere by now."""
        if person not in self._seats or self._at(person) != place.conversation:
            return Turn()
        due = Due(place.key, self._host.clock.now())
        effects = self._host.hear(person, place.conversation, due)
        return self._shown(person, effects, typed=True)

    def hurried(self, person: str) -> Turn:
        """Answer whoever sends more than can be heard: to wait, and whom to reach meanwhile."""
        effects = (SayText("discord/hurried", wording.HURRIED), Signpost(()))
        return self._shown(person, effects, typed=True)

    def refused(self, person: str) -> Turn:
        """Answer whoever the operator has blocked: that it is so, and whom to reach."""
        effects = (SayText("discord/refused", wording.REFUSED), Signpost(()))
        return self._shown(person, effects, typed=True)

    def people(self) -> int:
        """Return how many people have a talk in memory."""
        return len(self._seats)

    # --- private chats ---

    def writes_in(self, person: str, chat: int) -> None:
        """Hear in which private chat a person writes; it is kept once a talk of theirs is."""
        seat = self._seat(person)
        if seat.chat != chat:
            seat.chat, seat.noted = chat, False

    def chats(self) -> tuple[Chat, ...]:
        """Return the kept chats in which something may have been written since it was last heard."""
        from bot.store.payload import iso  # noqa: PLC0415 - brings json; a start needs none

        kept = self._host.kept()
        return () if kept is None else chats_since(kept, iso(self._host.clock.now() - GOES_ON_FOR))

    def again(self, person: str) -> Turn:
        """Put the open question again, for whoever was heard and may have got no answer."""
        asked = self._open(person)
        effects = (asked,) if asked is not None else (SayText("discord/over", wording.OVER),)
        # The lines may have gone down with the answer, and must not.
        lines = (Signpost(()),) if self._host.is_calm(person) else ()
        return self._shown(person, (*lines, *effects), typed=True)

    # --- reminders ---

    def letters(self) -> tuple[Letter, ...]:
        """Return what people are to be reminded of now; raises `StoreError`."""
        return letters(self._host, self._is_busy)

    def delivered(self, letter: Letter) -> None:
        """Hear that a letter has arrived; raises `StoreError`."""
        delivered(self._host, letter)

    def closed(self, letter: Letter) -> None:
        """Hear that a chat is closed; raises `StoreError`."""
        closed(self._host, letter)
        if letter.person in self._seats:
            self._seats[letter.person].noted = False

    def _is_busy(self, person: str) -> bool:
        seat = self._seats.get(person)
        return seat is not None and bool(seat.at) and seat.last > self._host.clock.now() - BUSY

    def _keep_chat(self, person: str, seat: _Seat) -> None:
        """Keep the private chat of a person of whom a talk is kept."""
        if not seat.chat or self._host.standing(person, seat.at or "") != "kept":
            seat.noted = False
            return
        if seat.noted:
            return
        from bot.store.payload import iso  # noqa: PLC0415 - as above

        # Without it only what is written in a gap is missed; the next turn tries again.
        with suppress(StoreError):
            keep_chat(self._host.store(), person, seat.chat, iso(self._host.clock.now()))
            seat.noted = True

    # --- where a person stands ---

    def _seat(self, person: str) -> _Seat:
        seat = self._seats.get(person)
        if seat is None:
            seat = self._seats[person] = _Seat(self._host.clock.now())
            with suppress(StoreError):
                kept = self._host.kept()
                seat.erased = kept.heard_until(person) if kept is not None else 0
        return seat

    def _at(self, person: str) -> str:
        return self._seat(person).at or ""

    def _found(self, person: str) -> bool:
        """Whether the person is in a talk, of this process or of one before it."""
        seat = self._seat(person)
        if seat.at is None:
            try:
                seat.at = self._host.at_hand(person, self._host.clock.now() - GOES_ON_FOR)
            except StoreError:
                seat.at = ""  # a greeting says what is wrong with the store
        return bool(seat.at)

    def _was_heard(self, person: str, message: str) -> bool:
        """Whether a message stands in the newest kept talk of a person, which is over by now."""
        with suppress(StoreError):
            kept = self._host.kept()
            if kept is None:
                return False
            talks = kept.conversations(person)[:1]
            return any(row.message == message for one in talks for row in kept.rows(one.id))
        return False

    def _met(self, person: str, *, typed: bool) -> tuple[HostEffect, ...]:
        effects = self._host.greet(person)
        self._follow(person, effects)
        seat = self._seat(person)
        if seat.introduced:
            return effects
        seat.introduced = True
        first = wording.FIRST if typed else wording.HIDDEN
        return (SayText("discord/first", first), *effects)

    def _open(self, person: str) -> AskQuestion | None:
        """Return the question that the talk at hand waits at."""
        try:
            return self._host.waiting(person, self._at(person)) if self._found(person) else None
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

    def _instead(self, person: str, at: Address) -> tuple[HostEffect, ...]:
        """Return what comes in the place of another talk than the one at hand, if anything does."""
        is_at_hand = self._found(person) and self._at(person) == at.conversation
        return () if is_at_hand else self._host.instead_of(person, at.conversation)

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
            effects = (*effects, *self._host.leave(person, self._at(person)))
            self._seat(person).at = ""
        place, lines = partial(self._place, person), partial(self._host.lines, person)
        return render(effects, place, lines, typed=typed, page=page)

    def _follow(self, person: str, effects: Sequence[HostEffect]) -> None:
        seat, now = self._seat(person), self._host.clock.now()
        for effect in effects:
            if isinstance(effect, Moved):
                seat.at = effect.conversation
        if seat.at and seat.at not in seat.talks:
            seat.talks = (*seat.talks, seat.at)
        self._keep_chat(person, seat)
        seat.last = now
        self._seats.move_to_end(person)
        while self._seats and next(iter(self._seats.values())).last <= now - GOES_ON_FOR:
            self._let_go(next(iter(self._seats)))

    def _let_go(self, person: str) -> None:
        """Drop a person's talks from memory: kept ones are on the disk, the others end here."""
        for conversation in self._seats.pop(person).talks:
            self._host.leave(person, conversation)

    def _place(self, person: str, asked: AskQuestion) -> Place:
        conversation = self._at(person)
        session = self._host.session(conversation)
        entries = session.entries if session is not None else ()
        return Place(conversation, entries[-1].seq if entries else 0, asked.key)


def _is_house(asked: AskQuestion) -> bool:
    """Whether the host asks by itself; such a question stands in no log, and so at no entry."""
    return asked.key.frame == HOUSE
