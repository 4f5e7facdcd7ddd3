"""What a person is met with around the talks: the start, the rooms behind the commands, the way out.

It never talks itself: what it has to say beside the dialogs stands in bot.rooms.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from bot import rooms
from bot.dialogue.earlier import shut_in
from bot.dialogue.program import DAY_SECONDS
from bot.dialogue.session import (
    AskQuestion,
    Begin,
    Leave,
    Picked,
    Said,
    ShowThing,
    Signpost,
)
from bot.keeping import (
    OFF_RECORD,
    greeting,
    heard_danger,
    logs_since,
    never_saving,
)
from bot.racing import stands
from bot.store.errors import StoreError
from bot.talks import (
    Channel,
    Clock,
    HandOver,
    HostEffect,
    Moved,
    ShowMood,
    SystemClock,
    Taken,
    Talks,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.dialogue.session import Effect, Event
    from bot.keeping import Live
    from bot.page.visiting import Visit

__all__ = [
    "CALM",
    "Channel",
    "Clock",
    "HandOver",
    "Host",
    "HostEffect",
    "Moved",
    "ShowMood",
    "SystemClock",
    "Taken",
]

CALM = ("safety/crisis", "tools/steady", "tools/grounding")
"""All that the start page offers for a day after danger was heard."""

_SHELVES: Mapping[str, str] = {"tips": "advice/", "tools": "tools/"}
_DIALOG_OF: Mapping[str, str] = {"checkin": "tools/check-in"}
_WITH_CHOICES = frozenset({"mood", "my-data", "notes", "summary"})
"""Rooms that are gone through in several questions; behind the word stands what was chosen so far."""
_STARTS = frozenset({"begin", "resume", "new"})


class Host(Talks):
    """Carries talks for several people, and answers what is asked around them."""

    # --- what a channel calls ---

    def greet(
        self, person: str, dialog: str = "", seed: int | None = None
    ) -> tuple[HostEffect, ...]:
        """Start for a person: what is unfinished or due is offered first, else `dialog` begins."""
        with self._lock:
            try:
                met = self._met(person, dialog)
            except StoreError as error:
                return (*rooms.trouble(self.library, error), *self._begin(person, dialog, seed))
            if any(isinstance(one, Moved) for one in met):
                return met
            return (*met, *self._begin(person, dialog, seed))

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
            if stands(live.session, event) or self._was_erased(person, event.message):
                return ()
            event = self._timed(live, event)
            if live.asked is not None:
                asked, live.asked = live.asked, None
                if done := self._answered(live, asked, event):
                    return done
            if live.session is None and not isinstance(event, Begin):
                return self._opened_by(live, event)
            shut = shut_in(live.session)
            if shut and not (isinstance(event, Said) and rooms.leads_out(self.library, event.text)):
                return self._begin(person, shut)
            if isinstance(event, Begin) and not event.facts:
                event = event._replace(facts=self._recalled(person, event.dialog))
            return self._step(live, event)

    def _answered(self, live: Live, asked: AskQuestion, event: Event) -> tuple[HostEffect, ...]:
        """Take an answer to a question of the host's own; () where it is none."""
        if asked.key.item and asked.question.kind != "write":
            return self._written(live, asked, event)
        if choice := _choice(asked, event):
            taken = [Taken(one.label) for one in asked.question.options if one.id == choice]
            return (*taken, *self._decided(live, asked.key.step, choice, event.at))
        if asked.key.step == "home" and isinstance(event, Said):
            return self._at_home(live, event._replace(text=rooms.as_command(asked, event.text)))
        return self._written(live, asked, event) if asked.question.kind == "write" else ()

    def _at_home(self, live: Live, event: Said) -> tuple[HostEffect, ...]:
        """Hear a line at the start page: a command as anywhere, else the first line of a new talk."""
        known = event.text.startswith("/") and live.session is not None
        return self._step(live, event) if known else self._opened_by(live, event)

    def _opened_by(self, live: Live, event: Event) -> tuple[HostEffect, ...]:
        """Take words or a button that come where no talk is; after danger only what helps begins."""
        calm = self._is_calm(live.person)
        # Words are heard wherever they come; a button of a talk that is gone means nothing.
        if calm and not isinstance(event, Said):
            return self._calm(live, new=True)
        opened = self._begin(live.person, self._first_calm() if calm else "")
        # What was typed before a question of danger stood there is no answer to it.
        if not isinstance(event, Said) or (calm and not rooms.is_telling(self.library, event.text)):
            return opened
        moved = next(one for one in opened if isinstance(one, Moved))
        # Whoever comes from the start page has been greeted.
        met = opened if live.session is None else (moved,)
        return (*met, *self._step(self._talks[moved.conversation], event))

    def resume(self, person: str, conversation: str) -> tuple[HostEffect, ...]:
        """Return the open question of a talk that was left; says only that it goes on."""
        with self._lock:
            try:
                live = self._talk(person, conversation)
            except StoreError as error:
                return (*rooms.trouble(self.library, error), *self._begin(person))
            if shut := shut_in(live.session):
                return self._begin(person, shut)
            return (Moved(live.id), *self._open_again(live, "welcome-back"))

    def instead_of(self, person: str, conversation: str) -> tuple[HostEffect, ...]:
        """Return what comes in the place of a talk that is not the one at hand; mostly nothing.

        After danger only what helps is gone on with. Raises `StoreError`.
        """
        with self._lock:
            live = self._talk(person, conversation)
            if live.session is None or not self._is_calm(person):
                return ()
            since, log = self.clock.now() - DAY_SECONDS, live.session.entries
            if heard_danger([log], since) or getattr(log[0], "dialog", "") in CALM:
                return ()
            new = self._new(person)
            return (Moved(new.id), *self._calm(new, new=True))

    def look_at(self, person: str, room: str, choice: str = "") -> tuple[HostEffect, ...]:
        """Return what a room of several questions answers outside of any talk.

        `room` is mood, notes or summary; `choice` what was chosen there. Raises `StoreError`.
        """
        with self._lock:
            live = self._new(person)
            del self._talks[live.id]
            return self._visited(live, room, choice)

    def leave(self, person: str, conversation: str) -> tuple[HostEffect, ...]:
        """Hear that the person is gone; what a minor may have written is erased now."""
        with self._lock:
            live = self._talks.pop(conversation, None)
            if live is None or live.session is None or live.session.view.saving != "minor":
                return ()
            return self._erased(person) if self._holds(live) else ()

    # --- commands of the host ---

    def _instead(self, live: Live, effect: Effect) -> Iterable[HostEffect]:
        """Go to the room that an effect names, or ask what an effect only shows."""
        match effect:
            case Leave() if effect.reason in rooms.ROOMS:
                return self._room(live, effect.reason)
            case ShowThing(what="mood"):
                return self._mood_shown(live)
            case ShowThing(what="change"):
                return (self._ask(live, "change", rooms.changes(live.library, live.session)),)
            case _:
                return (effect,)

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
            case "export":
                entries = live.session.entries if live.session is not None else ()
                unsaved = [one for one in entries if one.seq > live.kept]
                text = rooms.export_text(self.kept(), person, unsaved)
                return (rooms.say(library, "exported"), HandOver("afterword-export.json", text))
            case "erase":
                no = rooms.words(library, "no")
                yes = rooms.words(library, "erase-yes")
                return (self._ask(live, "erase", {"no": no, "yes": yes}),)
            case "private":
                return self._go_private(live)
            case "language" | "about":
                return (rooms.say(library, word),)
            case _ if word.partition(" ")[0] in _WITH_CHOICES:
                return self._visited(live, *word.partition(" ")[::2])
            case _ if _DIALOG_OF.get(word) in library.programs:
                return (
                    self._calm(live)
                    if self._is_calm(person)
                    else self._begin(person, _DIALOG_OF[word])
                )
            case _:
                return (rooms.say(library, "not-there"),)

    def _shelf(self, live: Live, word: str) -> tuple[HostEffect, ...]:
        if self._is_calm(live.person):
            return self._calm(live)
        if word == "home":
            return self._visited(live, word, "")
        shelf = _SHELVES[word]
        offers = rooms.listed(
            self.library, [one for one in self.library.programs if one.startswith(shelf)]
        )
        if not offers:
            return (rooms.say(self.library, "not-there"),)
        offers["stay"] = rooms.words(self.library, "go-on")
        return (self._ask(live, "which", offers),)

    def _visited(self, live: Live, room: str, choice: str) -> tuple[HostEffect, ...]:
        """Go through a room of several questions; after danger what helps comes in its place."""
        from bot.page import visiting  # noqa: PLC0415 - few talks come to a page

        shut = room in visiting.SHUT_AFTER_DANGER
        is_closed = live.session is not None and live.session.view.closed
        if shut and (self._is_calm(live.person) or is_closed):
            return self._calm(live)
        effects, live.asked = visiting.answer(self._visit(live), room, choice)
        return effects

    def _written(self, live: Live, asked: AskQuestion, event: Event) -> tuple[HostEffect, ...]:
        """Take what was written at a question of a room; () where it is heard as anywhere else."""
        from bot.page import visiting  # noqa: PLC0415 - as above

        found = visiting.written(self._visit(live), asked, event)
        if found is None:
            return ()
        live.asked = found.asked
        return (
            found.effects
            if found.asked is not None
            else (*found.effects, *self._open_again(live, ""))
        )

    def _mood_shown(self, live: Live) -> tuple[HostEffect, ...]:
        """Return a mood over time where a dialog shows it; nothing on a day of danger."""
        from bot.page import visiting  # noqa: PLC0415 - as above

        return () if self._is_calm(live.person) else visiting.mood_shown(self._visit(live))

    def _visit(self, live: Live) -> Visit:
        from bot.page.visiting import Visit  # noqa: PLC0415 - as above

        lines = partial(self.lines, live.person)
        return Visit(self.library, self.kept(), live, self._talks, lines, self.clock.now())

    def is_calm(self, person: str) -> bool:
        """Whether only what helps after danger is begun with this person now."""
        with self._lock:
            return self._is_calm(person)

    def _is_calm(self, person: str) -> bool:
        """Whether danger was heard from this person within a day, as far as it can be read."""
        since = self.clock.now() - DAY_SECONDS
        mine = [one.session for one in self._talks.values() if one.person == person]
        logs = [one.entries for one in mine if one is not None]
        # What was heard in memory counts all the same where the store is away.
        with suppress(StoreError):
            kept = self.kept()
            if kept is not None:
                logs += logs_since(kept, kept.conversations(person), since)
        return heard_danger(logs, since)

    def _first_calm(self) -> str:
        return next((one for one in CALM if one in self.library.programs), "")

    def _calm(self, live: Live, *, new: bool = False) -> tuple[HostEffect, ...]:
        """Offer only what helps after danger, and the talk at hand unless this is a new start."""
        offers = rooms.listed(self.library, CALM)
        if not new:
            offers["stay"] = rooms.words(self.library, "go-on")
        calm = (rooms.say(self.library, "calm"), Signpost(()))
        return (*calm, self._ask(live, "which", offers))

    def _go_private(self, live: Live) -> tuple[HostEffect, ...]:
        self._off_record.add(live.person)
        for one in (live, *self._talks.values()):
            if one.person == live.person:
                one.private, one.library = True, never_saving(self.library)
        store = self.kept()
        if store is not None and store.conversations(live.person):
            # The next process has to know it; whoever keeps nothing is asked anew there anyway.
            from bot.store.payload import iso  # noqa: PLC0415 - brings json; not for a first start

            store.keep_fact(live.person, OFF_RECORD, "true", iso(self.clock.now()))
        if not live.kept:
            return (rooms.say(self.library, "private-now"),)
        offers = {name: rooms.words(self.library, f"private-{name}") for name in ("keep", "erase")}
        return (self._ask(live, "private", offers),)

    def _decided(self, live: Live, question: str, choice: str, at: float) -> tuple[HostEffect, ...]:
        """Do what was chosen, at the time `at`, at a question of the host's own."""
        what, _, name = choice.partition(" ")
        starts = what in _STARTS and name not in CALM
        if starts and self._is_calm(live.person):
            return self._calm(live, new=live.session is None)
        match what:
            case "begin":
                return self._begin(live.person, name)
            case "resume":
                return self.resume(live.person, name)
            case "new":
                return self._begin(live.person)
            case "change":
                return self._step(live, Said(f"/change {name}", at))
            case "earlier":
                offers = rooms.changes(self.library, live.session, int(name))
                return (self._ask(live, "change", offers),)
            case "page":
                return self._room(live, f"{question} {name}")
            case "room":
                return self._room(live, name)
            case _:
                return (*self._settled(live, question, what), *self._open_again(live, ""))

    def _settled(self, live: Live, question: str, what: str) -> tuple[HostEffect, ...]:
        """Do what was chosen about what is kept, or about nothing at all."""
        match question, what:
            case ("erase", "yes") | ("private", "erase"):
                return self._erase(live.person)
            case "private", _:
                return (rooms.say(self.library, "left-there"),)
            case _, "stay":
                return ()
            case _:
                return (rooms.say(self.library, "nothing-changed"),)

    def _erase(self, person: str) -> tuple[HostEffect, ...]:
        if self._untouched:
            return (rooms.say(self.library, "nothing-to-erase"),)
        return self._erased(person) or (rooms.say(self.library, "erased"),)

    def _ask(self, live: Live, name: str, offers: Mapping[str, str]) -> AskQuestion:
        live.asked = rooms.ask(self.library, name, offers)
        return live.asked

    # --- the start ---

    def _met(self, person: str, dialog: str) -> tuple[HostEffect, ...]:
        """Return what a person is met with before `dialog` begins, or in its place: then they `Moved`.

        After danger only what helps is offered; else the line they left for themselves comes first.
        """
        if self._is_calm(person):
            if dialog in CALM:
                return ()
            live = self._new(person)
            return (Moved(live.id), *self._calm(live, new=True))
        kept = self.kept()
        note = rooms.greeting(self.library, greeting(kept, person) if kept is not None else "")
        return note if dialog else (*note, *self._welcome(person))

    def _welcome(self, person: str) -> tuple[HostEffect, ...]:
        """Offer what is due and what is unfinished, if anything is; raises `StoreError`."""
        store = self.kept()
        if store is None:
            return ()
        talks = store.conversations(person)
        offers = rooms.offers(self.library, store, person, talks, self.clock.now())
        if not offers:
            return ()
        offers["new"] = rooms.words(self.library, "start-new")
        live = self._new(person)
        return (Moved(live.id), self._ask(live, "welcome", offers))


def _choice(asked: AskQuestion, event: Event) -> str:
    """Return what an event chooses at a question of the host's own; "" for none of its options."""
    if asked.question.kind == "pick":
        from bot.page.room import several  # noqa: PLC0415 - only a page asks for several

        return several(asked, event)
    picked = event.options[:1] if isinstance(event, Picked) else ()
    typed = rooms.chosen(asked, event.text) if isinstance(event, Said) else ""
    choice = typed or "".join(picked)
    return choice if choice in [one.id for one in asked.question.options] else ""
