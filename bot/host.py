"""The loop around the engine: hear an event, take the step, keep it, and hand out what should be done.

It owns the clock and the channel as ports, knows several people and several talks, and never talks
itself: what it has to say beside the dialogs stands in bot.rooms.
"""

from __future__ import annotations

import os
import time
from _thread import RLock  # threading itself costs a start 3 ms
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bot import rooms
from bot.dialogue.engine import step
from bot.dialogue.library import AGREED
from bot.dialogue.log import forgotten
from bot.dialogue.program import DAY_SECONDS
from bot.dialogue.session import (
    AskQuestion,
    Begin,
    Effect,
    Leave,
    Picked,
    Said,
    SayText,
    Session,
    Signalled,
    Signpost,
)
from bot.keeping import Live, heard_danger, keep, logs_since, never_saving, overwrite, read
from bot.store.errors import Conflict, StoreError, TracesLeft, UnknownConversation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.session import Event, Turn, Value
    from bot.store.protocol import Conversation, Store

CALM = ("safety/crisis", "tools/steady", "tools/grounding")
"""All that the start page offers for a day after danger was heard."""

_SHELVES: Mapping[str, str] = {"tips": "advice/", "tools": "tools/"}
_DIALOG_OF: Mapping[str, str] = {"checkin": "tools/check-in"}


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
    """A file for the person alone: a name for it, and its text."""

    name: str
    text: str


class Moved(NamedTuple):
    """From here on the person is in this talk."""

    conversation: str


HostEffect = Effect | Taken | HandOver | Moved


class Host:
    """Carries talks for several people, one step at a time.

    `store` opens the store when it is first needed; it may raise a `StoreError`, and is then asked
    again at the next need. `untouched` says that nothing is kept there yet, so that a start need
    not look. `country` (ISO code or "") chooses help lines; with `private` nothing is ever kept.
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
    ) -> None:
        self.library = library
        self.clock = clock
        self._open_store = store
        self._store: Store | None = None
        self._untouched = untouched
        self._country = country
        self._private = private
        self._off_record: set[str] = set()
        self._talks: dict[str, Live] = {}
        self._lock = RLock()

    # --- what a channel calls ---

    def greet(
        self, person: str, dialog: str = "", seed: int | None = None
    ) -> tuple[HostEffect, ...]:
        """Start for a person: what is unfinished or due is offered first, else `dialog` begins."""
        with self._lock:
            effects: tuple[HostEffect, ...] = ()
            if not dialog and not self._untouched and not self._private:
                try:
                    welcome = self._welcome(person)
                except StoreError as error:
                    welcome, effects = (), rooms.trouble(self.library, error)
                if welcome:
                    return welcome
            return (*effects, *self._begin(person, dialog, seed))

    def hear(self, person: str, conversation: str, event: Event) -> tuple[HostEffect, ...]:
        """Take one event into a talk, and return what should be done about it.

        Every new entry is on the disk before this returns, if the person agreed to saving.
        """
        with self._lock:
            try:
                live = self._talk(person, conversation)
            except StoreError as error:
                # Nobody is turned away because a disk is: the line is heard in a talk of its own.
                live = self._new(person)
                said = rooms.trouble(self.library, error)
                return (*said, *self.hear(person, live.id, event))
            if live.session is not None and event.message:
                for entry in live.session.entries:
                    if entry.message == event.message:
                        return ()
            event = self._timed(live, event)
            if live.asked is not None:
                asked, live.asked = live.asked, None
                picked = event.options[:1] if isinstance(event, Picked) else ()
                typed = rooms.chosen(asked, event.text) if isinstance(event, Said) else ""
                choice = typed or "".join(picked)
                if choice in [one.id for one in asked.question.options]:
                    return self._decided(live, asked.key.step, choice)
            if live.session is None and not isinstance(event, Begin):
                opened = self._begin(person)
                talk = next(one.conversation for one in opened if isinstance(one, Moved))
                # Words are heard wherever they come; a button of a talk that is gone means nothing.
                if not isinstance(event, Said):
                    return opened
                return (*opened, *self._step(self._talks[talk], event))
            return self._step(live, event)

    def resume(self, person: str, conversation: str) -> tuple[HostEffect, ...]:
        """Return the open question of a talk that was left; says only that it goes on."""
        with self._lock:
            try:
                live = self._talk(person, conversation)
            except StoreError as error:
                return (*rooms.trouble(self.library, error), *self._begin(person))
            return (Moved(live.id), *self._open_again(live, "welcome-back"))

    def leave(self, person: str, conversation: str) -> tuple[HostEffect, ...]:
        """Hear that the person is gone; what a minor may have written is erased now."""
        with self._lock:
            live = self._talks.pop(conversation, None)
            if live is None or live.session is None or not live.kept:
                return ()
            if live.session.view.saving == "minor":
                return self._erased(person)
            return ()

    def session(self, conversation: str) -> Session | None:
        """Return a talk as it stands in memory."""
        live = self._talks.get(conversation)
        return None if live is None else live.session

    def lines(self, person: str, kinds: Sequence[str]) -> tuple[str, ...]:
        """Return help lines ready to be shown, and how old they are."""
        country = self._country or str(self._facts(person).get("country") or "")
        found = self.library.lines.for_(country or None, kinds)
        return (*(one.labelled() for one in found), self.library.lines.age_sentence(found))

    def store(self) -> Store:
        """Return the store, opened now if need be; raises `StoreError`."""
        if self._store is None:
            self._store = self._open_store()
            self._untouched = False
        return self._store

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
        before = live.session
        turn = step(live.library, before, event)
        safety = any(isinstance(one, Signalled) for one in turn.entries)
        notice: tuple[HostEffect, ...] = ()
        try:
            if turn.session.view.saving == "yes" and not live.private:
                keep(self.store(), live, turn.session)
        except Conflict:
            live.session = read(self.store(), live)
            if not safety:
                return self._open_again(live, "moved-on")
            turn = step(live.library, live.session, event)
        except UnknownConversation as error:
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

    def _carried_out(self, live: Live, before: Session | None, turn: Turn) -> Iterator[HostEffect]:
        """Give the effects of a turn, with what was understood first and the host's own in place."""
        understood = rooms.understood(before, turn)
        if understood:
            yield Taken(understood)
        for effect in turn.effects:
            match effect:
                case Leave() if effect.reason in rooms.ROOMS:
                    yield from self._room(live, effect.reason)
                case _:
                    yield effect

    def _stop_for_a_minor(self, live: Live, turn: Turn) -> tuple[HostEffect, ...]:
        """Erase what is kept when a sign of a minor was not answered with an age of 18 or over."""
        view = turn.session.view
        if view.saving != "minor" or not live.kept:
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
        chance = int.from_bytes(os.urandom(4), "big") if seed is None else seed
        at = round(self.clock.now() * 1000) / 1000
        begin = Begin(name, chance, at, facts=self._facts(person))
        return (Moved(live.id), *self._step(live, begin))

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
            return live
        live = Live(conversation, person, self.library, private=self._keeps_nothing_of(person))
        if not self._private and not self._untouched:
            owned = {one.id for one in self.store().conversations(person)}
            if conversation in owned:
                live.session = read(self.store(), live)
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
        from bot.store.payload import value_of  # noqa: PLC0415 - as in _keep

        try:
            facts = {one.name: value_of(one.value) for one in self.store().facts(person)}
            if self.store().conversations(person):
                facts[AGREED] = "yes"
        except StoreError:
            return {}  # what was remembered is a help, and its lack is said where it is kept
        return facts

    # --- commands of the host ---

    def _room(self, live: Live, word: str) -> tuple[HostEffect, ...]:
        """Do what a command of the host's asks, then put the open question again."""
        try:
            effects = self._page(live, word)
        except StoreError as error:
            effects = rooms.trouble(self.library, error)
        if live.asked is not None or any(isinstance(one, Moved) for one in effects):
            return effects
        return (*effects, *self._open_again(live, ""))

    def _page(self, live: Live, word: str) -> tuple[HostEffect, ...]:
        person, library = live.person, self.library
        match word:
            case "home" | "tips" | "tools":
                return self._shelf(live, word)
            case "notes":
                return (rooms.notes_page(library, self._kept(), person, live.session),)
            case "my-data":
                page = rooms.data_page(library, self._kept(), person)
                answers = rooms.forgettable(library, live.session) if live.kept else {}
                return (*page, self._ask(live, "forget", answers)) if answers else page
            case "export":
                unsaved = None if live.kept else live.session
                text = rooms.export_text(self._kept(), person, unsaved)
                return (rooms.say(library, "exported"), HandOver("afterword-export.json", text))
            case "erase":
                no = rooms.words(library, "no")
                yes = rooms.words(library, "erase-yes")
                return (self._ask(live, "erase", {"no": no, "yes": yes}),)
            case "private":
                return self._go_private(live)
            case "language" | "about":
                return (rooms.say(library, word),)
            case _ if _DIALOG_OF.get(word) in library.programs:
                return self._begin(person, _DIALOG_OF[word])
            case _:
                return (rooms.say(library, "not-there"),)

    def _shelf(self, live: Live, word: str) -> tuple[HostEffect, ...]:
        kept = self._kept()
        talks = () if kept is None else kept.conversations(live.person)
        if self._in_danger(live.person, talks, self.clock.now()):
            offers = rooms.listed(self.library, CALM)
            offers["stay"] = rooms.words(self.library, "go-on")
            calm = (rooms.say(self.library, "calm"), Signpost(()))
            return (*calm, self._ask(live, "which", offers))
        if word == "home":
            return self._begin(live.person)
        shelf = _SHELVES[word]
        offers = rooms.listed(
            self.library, [one for one in self.library.programs if one.startswith(shelf)]
        )
        if not offers:
            return (rooms.say(self.library, "not-there"),)
        offers["stay"] = rooms.words(self.library, "go-on")
        return (self._ask(live, "which", offers),)

    def _keeps_nothing_of(self, person: str) -> bool:
        """Whether nothing of this person is written until the program ends."""
        return self._private or person in self._off_record

    def _go_private(self, live: Live) -> tuple[HostEffect, ...]:
        live.private = True
        self._off_record.add(live.person)
        live.library = never_saving(self.library)
        if not live.kept:
            return (rooms.say(self.library, "private-now"),)
        offers = {name: rooms.words(self.library, f"private-{name}") for name in ("keep", "erase")}
        return (self._ask(live, "private", offers),)

    def _decided(self, live: Live, question: str, choice: str) -> tuple[HostEffect, ...]:
        """Do what was chosen at a question of the host's own."""
        what, _, name = choice.partition(" ")
        effects: tuple[HostEffect, ...] = ()
        match question, what:
            case "erase", "yes":
                effects = self._erase(live.person)
            case "private", "erase":
                effects = self._erase(live.person)
            case "forget", "forget":
                effects = self._forget_answer(live, int(name))
            case "private", _:
                effects = (rooms.say(self.library, "left-there"),)
            case _, "begin":
                return self._begin(live.person, name)
            case _, "resume":
                return self.resume(live.person, name)
            case _, "new":
                return self._begin(live.person)
            case _, "stay":
                pass
            case _:
                effects = (rooms.say(self.library, "nothing-changed"),)
        return (*effects, *self._open_again(live, ""))

    def _forget_answer(self, live: Live, seq: int) -> tuple[HostEffect, ...]:
        """Overwrite one answer, in memory and on the disk, as if it had been skipped."""
        if live.session is None:
            return ()
        key = getattr(live.session.entries[seq - 1], "key", None)
        try:
            if key is not None:
                overwrite(self.store(), live, forgotten(live.session.entries, key))
        except StoreError as error:
            return rooms.trouble(self.library, error)
        return (rooms.say(self.library, "forgot"),)

    def _erase(self, person: str) -> tuple[HostEffect, ...]:
        if self._untouched:
            return (rooms.say(self.library, "nothing-to-erase"),)
        return self._erased(person) or (rooms.say(self.library, "erased"),)

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

    def _forget(self, person: str) -> None:
        """Let the talks in memory go on unsaved: what was erased must not be written again."""
        for live in self._talks.values():
            if live.person == person:
                live.private, live.kept = True, 0
                live.library = never_saving(self.library)
                live.notes, live.alarms, live.facts = {}, {}, {}

    def _kept(self) -> Store | None:
        """Return the store, or None where nothing can be in it."""
        return None if self._untouched or self._private else self.store()

    def _ask(self, live: Live, name: str, offers: Mapping[str, str]) -> AskQuestion:
        live.asked = rooms.ask(self.library, name, offers)
        return live.asked

    # --- the start ---

    def _welcome(self, person: str) -> tuple[HostEffect, ...]:
        """Offer what is due and what is unfinished; after danger, only what helps with that."""
        store, now = self.store(), self.clock.now()
        talks = store.conversations(person)
        if self._in_danger(person, talks, now):
            live = self._new(person)
            calm = (rooms.say(self.library, "calm"), Signpost(()))
            return (
                Moved(live.id),
                *calm,
                self._ask(live, "which", rooms.listed(self.library, CALM)),
            )
        offers = rooms.offers(self.library, store, person, talks, now)
        if not offers:
            return ()
        offers["new"] = rooms.words(self.library, "start-new")
        live = self._new(person)
        return (Moved(live.id), self._ask(live, "welcome", offers))

    def _in_danger(self, person: str, talks: Sequence[Conversation], now: float) -> bool:
        """Whether danger was heard from this person within a day."""
        since = now - DAY_SECONDS
        mine = [one.session for one in self._talks.values() if one.person == person]
        logs = [one.entries for one in mine if one is not None]
        kept = logs_since(self.store(), talks, since) if talks else []
        return heard_danger((*logs, *kept), since)
