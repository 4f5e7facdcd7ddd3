"""The talks of several people: one step at a time, kept before it is handed out, on a clock and a store.

What the commands around a talk do, and what a person is met with, is host.py's.
"""

from __future__ import annotations

import os
import time
from _thread import RLock  # threading itself costs a start 3 ms
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bot import rooms
from bot.dialogue.engine import fold, step
from bot.dialogue.library import AGREED, EAST
from bot.dialogue.program import DAY_SECONDS
from bot.dialogue.session import (
    AskQuestion,
    Begin,
    Effect,
    Leave,
    Said,
    SayText,
    Session,
    Signalled,
)
from bot.keeping import (
    Live,
    danger_in,
    expire,
    never_saving,
    off_record,
    on_their_machine,
    read,
)
from bot.racing import kept
from bot.resting import due
from bot.store.errors import SomebodyElses, StoreError, TracesLeft, UnknownConversation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.session import Event, Turn, Value
    from bot.mood.course import Mood
    from bot.store.protocol import Store


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> float:
        """Return seconds since the epoch, UTC."""
        ...


class SystemClock:
    """The clock of the machine it runs on."""

    def now(self) -> float:
        """Return seconds since the epoch, UTC."""
        return time.time()  # noqa: TID251 - the one place where time comes in


class Channel(Protocol):
    """Shows a person what should be done."""

    def show(self, effects: Sequence[HostEffect]) -> None:
        """Carry out the effects of one turn, in order."""
        ...


class Taken(NamedTuple):
    """What was understood as the answer, in the words of the question."""

    words: str


class HandOver(NamedTuple):
    """A file for the person alone: a name for it, and its text, or its bytes where it is none."""

    name: str
    text: str = ""
    content: bytes = b""

    def data(self) -> bytes:
        """Return what goes into the file."""
        return self.content or self.text.encode("utf-8", "replace")


class ShowMood(NamedTuple):
    """A mood over time is to be shown: in words, in bars or as a picture, as the channel can."""

    mood: Mood


class Moved(NamedTuple):
    """From here on the person is in this talk."""

    conversation: str


HostEffect = Effect | Taken | HandOver | Moved | ShowMood


class Talks:
    """Talks of several people, each carried on one step at a time.

    `store` opens the store when it is first needed; it may raise a `StoreError`, and is then asked
    again at the next need. `untouched` says that nothing is kept there yet, so that a start need
    not look. `country` (ISO code or "") chooses help lines; with `private` nothing is ever kept.
    Whoever has not touched anything for `keep_days` is erased; 0 keeps until a person says so.
    `east` says how far ahead of UTC this machine's clock is at a moment, where it is the person's own.
    """

    def __init__(
        self,
        library: Library,
        store: Callable[[], Store],
        clock: Clock,
        *,
        country: str = "",
        private: bool = False,
        untouched: bool = False,
        keep_days: int = 0,
        east: Callable[[float], int] | None = None,
    ) -> None:
        self.library = library if east is None else on_their_machine(library)
        self.clock = clock
        self._open_store = store
        self._store: Store | None = None
        self._untouched = untouched
        self._country = country
        self._keep_days = keep_days
        self._east = east
        self._expired_at = 0.0
        self._heard_until: dict[str, int] = {}
        self._private = private
        self._off_record: set[str] = set()
        self._talks: dict[str, Live] = {}
        self._to_fold: set[str] = set()
        self._lock = RLock()

    def session(self, conversation: str) -> Session | None:
        """Return a talk as it stands in memory."""
        live = self._talks.get(conversation)
        return None if live is None else live.session

    def owns(self, person: str, conversation: str) -> bool:
        """Whether a talk is this person's, in memory or on the disk; raises `StoreError`."""
        with self._lock:
            live = self._talks.get(conversation)
            if live is not None:
                return live.person == person
            if self._untouched or self._private:
                return False
            return conversation in {one.id for one in self.store().conversations(person)}

    def waiting(self, person: str, conversation: str) -> AskQuestion | None:
        """Return the question that a talk of this person waits at, the host's own before the talk's.

        The talk is read from the disk if need be; raises `StoreError`.
        """
        with self._lock:
            live = self._talk(person, conversation)
            if live.asked is not None:
                return live.asked
            return None if live.session is None else live.session.view.open

    def at_hand(self, person: str, since: float) -> str:
        """Return the kept talk that a person was in after `since` and has not ended, or "".

        For whoever goes on where an earlier process stopped. Raises `StoreError`.
        """
        from bot.store.payload import seconds  # noqa: PLC0415 - brings json; not for a first start

        with self._lock:
            if self._untouched or self._keeps_nothing_of(person):
                return ""
            kept = self.store().conversations(person)[:1]
            return next(
                (one.id for one in kept if not one.ended and seconds(one.touched) > since), ""
            )

    def standing(self, person: str, conversation: str) -> str:
        """Say what becomes of what is said in a talk: `kept`, `private`, or `unsaved` so far."""
        live = self._talks.get(conversation)
        if self._keeps_nothing_of(person) or (live is not None and live.private):
            return "private"
        return "kept" if live is not None and live.kept else "unsaved"

    def lines(self, person: str, kinds: Sequence[str]) -> tuple[str, ...]:
        """Return help lines ready to be shown, and how old they are."""
        country = self._country or str(self._facts(person).get("country") or "")
        found = self.library.lines.for_(country or None, kinds)
        return (*(one.labelled() for one in found), self.library.lines.age_sentence(found))

    def reload(self, library: Library) -> None:
        """Carry every talk on by another library; each is folded anew when it is next needed."""
        with self._lock:
            self.library = library if self._east is None else on_their_machine(library)
            unsaving = never_saving(self.library)
            for live in self._talks.values():
                live.library = unsaving if live.private else self.library
            self._to_fold = set(self._talks)

    def store(self) -> Store:
        """Return the store, opened now if need be; raises `StoreError`."""
        if self._store is None:
            self._store = self._open_store()
            self._untouched = False
        now = self.clock.now()
        if self._keep_days and now >= self._expired_at + DAY_SECONDS:
            self._expired_at = now
            for person in expire(self._store, now, self._keep_days):
                self._forget(person)
        return self._store

    def kept(self) -> Store | None:
        """Return the store, or None where nothing can be in it; raises `StoreError`."""
        return None if self._untouched or self._private else self.store()

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()
            self._store = None

    # --- one step ---

    def _step(self, live: Live, event: Event) -> tuple[HostEffect, ...]:
        if isinstance(event, Said) and len(event.text) > rooms.READ_AT_ONCE:
            part = event._replace(text=rooms.telling_part(self.library, event.text))
            return (rooms.say(self.library, "too-long"), *self._step(live, part))
        before = self._told_in_it(live, event)
        turn = step(live.library, before, event)
        safety = any(isinstance(one, Signalled) for one in turn.entries)
        notice: tuple[HostEffect, ...] = ()
        try:
            found = kept(self.store, live, event, turn, self._is_off_record)
            if found is None:
                return self._open_again(live, "moved-on")
            if found is not turn:
                before, turn = live.session, found
        except (SomebodyElses, UnknownConversation) as error:
            # Of somebody else's nothing is read: whoever came by their id goes on without saving.
            live.private, live.kept = True, 0
            notice = rooms.trouble(self.library, error)
        except StoreError as error:
            notice = rooms.trouble(self.library, error)
            # Only an answer has to be kept before the talk goes on; help comes all the same.
            if turn.entries and not safety and before is not None:
                return (*notice, *self._open_again(live, ""))
        live.session = turn.session
        notice += self._stop_for_a_minor(live, turn)
        return (*notice, *self._carried_out(live, before, turn))

    def _told_in_it(self, live: Live, event: Event) -> Session | None:
        """Return a talk with what was told in it since recalled, so that it is not asked again."""
        if live.session is None or not live.session.view.facts:
            return live.session
        from bot.knowing import told_in_it  # noqa: PLC0415 - most talks keep no fact

        return told_in_it(live.session, event.at)

    def _carried_out(self, live: Live, before: Session | None, turn: Turn) -> Iterator[HostEffect]:
        """Give the effects of a turn; where the host asks something, the open question waits."""
        if understood := rooms.understood(before, turn):
            yield Taken(understood)
        for effect in turn.effects:
            asks = isinstance(effect, AskQuestion)
            if asks and (rest := due(before, live, self._talks, self.kept)):
                yield rooms.say(live.library, rest)
            if not (asks and live.asked is not None):
                yield from self._instead(live, effect)

    def _instead(self, live: Live, effect: Effect) -> Iterable[HostEffect]:  # noqa: ARG002 - for who has rooms
        """Return what is handed out in the place of an effect of the engine's."""
        return (effect,)

    def _stop_for_a_minor(self, live: Live, turn: Turn) -> tuple[HostEffect, ...]:
        """Erase what is kept when a sign of a minor was not answered with an age of 18 or over."""
        view = turn.session.view
        if view.saving != "minor" or not self._holds(live):
            return ()
        asking = view.open is not None and view.open.key.frame.startswith("!")
        if asking and not any(isinstance(one, Leave) for one in turn.effects):
            return ()
        return self._erased(live.person)

    def _timed(self, live: Live, event: Event) -> Event:
        """Give an event a time that a store keeps exactly, never before the entry it follows."""
        at = round(event.at * 1000) / 1000
        if live.session is not None and live.session.entries:
            at = max(at, live.session.entries[-1].at)
        return event._replace(at=at)

    # --- talks ---

    def _begin(
        self, person: str, dialog: str = "", seed: int | None = None
    ) -> tuple[HostEffect, ...]:
        live = self._new(person)
        name = dialog or rooms.door(self.library)
        program = self.library.programs.get(name)
        shut: tuple[HostEffect, ...] = ()
        if program is not None and program.contact:
            said = self.library.phrases.get("contact-shut")
            shut, name = (SayText("contact-shut", said),) if said else (), rooms.door(self.library)
        chance = int.from_bytes(os.urandom(4), "big") if seed is None else seed
        at = round(self.clock.now() * 1000) / 1000
        begin = Begin(name, chance, at, facts=self._recalled(person, name))
        return (Moved(live.id), *shut, *self._step(live, begin))

    def _new(self, person: str) -> Live:
        name = os.urandom(8).hex()
        private = self._keeps_nothing_of(person)
        library = never_saving(self.library) if private else self.library
        live = Live(name, person, library, private=private)
        self._talks[name] = live
        return live

    def _talk(self, person: str, conversation: str) -> Live:
        """Return a talk of this person: from memory, else from the store, else a new one."""
        live = self._talks.get(conversation)
        if live is not None and live.person == person:
            if conversation in self._to_fold and live.session is not None:
                live.session = fold(live.library, live.session.entries)
            self._to_fold.discard(conversation)
            if len(self._talks) > 1:
                from bot.knowing import told_since  # noqa: PLC0415 - not for a first start

                live.session = told_since(self.library, live, self._talks.values())
            return live
        if live is not None:
            return self._new(person)
        live = Live(conversation, person, self.library, private=self._keeps_nothing_of(person))
        if not self._private and not self._untouched:
            owned = {one.id for one in self.store().conversations(person)}
            if conversation in owned:
                from bot.knowing import told_since  # noqa: PLC0415 - not for a first start

                live.session = session = read(self.store(), live)
                facts, now = self.store().facts(person), self.clock.now()
                live.session = told_since(self.library, live, self._talks.values(), facts, now)
                self._is_off_record(live, session)
        self._talks[conversation] = live
        return live

    def _open_again(self, live: Live, phrase: str) -> tuple[HostEffect, ...]:
        said = live.library.phrases.get(phrase) if phrase else ""
        effects: tuple[HostEffect, ...] = (SayText(phrase, said),) if said else ()
        if live.session is not None and live.session.view.open is not None:
            return (*effects, live.session.view.open)
        return effects

    def _facts(self, person: str) -> dict[str, Value]:
        if self._untouched or self._keeps_nothing_of(person):
            return {}
        from bot.knowing import person_facts  # noqa: PLC0415 - a first start knows nothing

        try:
            return person_facts(self.store(), person, self.clock.now())
        except StoreError:
            return {}  # what was remembered is a help, and its lack is said where it is kept

    def _recalled(self, person: str, dialog: str) -> dict[str, Value]:
        """Return the person facts, and what a talk through `dialog` recalls of earlier ones."""
        facts = self._facts(person)
        if self._east is not None:
            facts[EAST] = self._east(self.clock.now())
        facts |= danger_in(self._talks.values(), person, self.library, dialog)
        if AGREED not in facts:
            return facts
        from bot.knowing import at_a_check_in  # noqa: PLC0415 - a first start has nothing to recall
        from bot.recalling import recalled  # noqa: PLC0415 - as above

        try:
            store, now = self.store(), self.clock.now()
            facts |= at_a_check_in(store, person, dialog, now)
            return facts | recalled(self.library, store, person, dialog, now)
        except StoreError:
            return facts  # as above

    def _keeps_nothing_of(self, person: str) -> bool:
        """Whether nothing of this person is written until the program ends."""
        return self._private or person in self._off_record

    def _is_off_record(self, live: Live, session: Session) -> bool:
        """Whether a talk is not written (any more): this process may not be the one that was asked.

        Raises `StoreError`.
        """
        if live.private or not session.entries:
            return live.private
        from bot.store.payload import iso  # noqa: PLC0415 - brings json; not for a first start

        since = off_record(self.store(), live.person)
        # Opening the store may have erased whoever was overdue, this very person among them.
        live.private = live.private or (bool(since) and iso(session.entries[0].at) <= since)
        return live.private

    # --- what is kept ---

    def _erased(self, person: str) -> tuple[HostEffect, ...]:
        """Erase what is kept about a person; say what stood in the way, if anything did."""
        try:
            self.store().erase(person)
        except TracesLeft as error:
            self._forget(person)
            return (SayText("host/store", str(error)),)
        except StoreError as error:
            return (SayText("host/store", str(error)),)
        self._forget(person)
        return ()

    def _holds(self, live: Live) -> bool:
        """Whether anything of a person is on the disk, of this talk or of an earlier one.

        Where nothing is to touch the disk, nothing is looked for there.
        """
        if live.kept or self._untouched or self._private:
            return bool(live.kept)
        try:
            store, person = self.store(), live.person
            return bool(store.conversations(person) or store.facts(person) or store.notes(person))
        except StoreError:
            return True  # the erase that follows says what is wrong

    def _was_erased(self, person: str, message: str) -> bool:
        """Whether a message was heard before all of its person was erased, so that it is no news."""
        if not message or self._untouched or self._private:
            return False
        from bot.store.protocol import number_of  # noqa: PLC0415 - a terminal numbers no lines

        if person not in self._heard_until:
            with suppress(StoreError):
                self._heard_until[person] = self.store().heard_until(person)
        return 0 < number_of(message) <= self._heard_until.get(person, 0)

    def _forget(self, person: str) -> None:
        """Let the talks in memory go on unsaved: what was erased must not be written again."""
        self._heard_until.pop(person, None)
        for live in self._talks.values():
            if live.person == person:
                live.private, live.kept = True, 0
                live.library = never_saving(self.library)
                live.notes, live.alarms, live.facts = {}, {}, {}
