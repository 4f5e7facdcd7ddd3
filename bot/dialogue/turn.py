"""One turn in the making: the entries and effects it gathers, and how they become a `Turn`.

It settles what was decided elsewhere: walks on, says what is new, puts the open question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue import safety, wording
from bot.dialogue.folding import active, dialog_of, fold_heard, view_of
from bot.dialogue.ground import passed
from bot.dialogue.library import EAST, SAVING
from bot.dialogue.machine import advance
from bot.dialogue.session import (
    Answered,
    Backed,
    Changed,
    Concluded,
    Detoured,
    Drafted,
    Key,
    Leave,
    Retracted,
    SayText,
    Session,
    Signalled,
    Signpost,
    Skipped,
    Started,
    Turn,
    Unclear,
    Undone,
    Woke,
)
from bot.dialogue.stand import Heard
from bot.dialogue.telling import Speaker, Teller
from bot.dialogue.values import is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.ground import Ground
    from bot.dialogue.library import Library
    from bot.dialogue.session import Effect, Entry, Value
    from bot.dialogue.stand import Stand

_ANSWERS = (Answered, Skipped, Woke, Changed)
_TEXTED = (Started, *_ANSWERS, Backed, Undone, Detoured, Retracted)


def _after(entries: tuple[Entry, ...], seq: int) -> tuple[Entry, ...]:
    """Return the entries newer than `seq`, which are few."""
    place = len(entries)
    while place and entries[place - 1].seq > seq:
        place -= 1
    return entries[place:]


def _taken_as(
    kind: type[Answered | Skipped | Woke],
    head: tuple[int, float, str, Key],
    value: Value,
    texts: tuple[str, ...],
) -> Entry:
    if kind is Answered:
        return Answered(*head, value, False, texts)
    if kind is Skipped:
        return Skipped(*head, False, texts)
    return Woke(*head, texts)


def _is_cleared(entries: Sequence[Entry], draft: Drafted) -> bool:
    """Whether every sign of danger in a held line was taken back by a clear no."""
    taken = {one.target for one in entries if isinstance(one, Retracted)}
    return all(
        one.seq in taken
        for one in entries
        if isinstance(one, Signalled)
        and one.level in safety.MARKING
        and (one.at, one.message) == (draft.at, draft.message)
    )


class Making:
    """A turn in the making; `changes` says that an answer was changed, and what it did is told."""

    __slots__ = ("at", "changes", "effects", "library", "message", "new", "session", "trace")

    def __init__(self, library: Library, session: Session, at: float, message: str) -> None:
        self.library = library
        self.session = session
        self.at = at
        self.message = message
        self.changes = False
        self.new: list[Entry] = []
        self.effects: list[Effect] = []
        self.trace: list[str] = []

    @property
    def seq(self) -> int:
        """The seq that the next entry gets."""
        entries = self.session.entries
        last = self.new[-1].seq if self.new else (entries[-1].seq if entries else 0)
        return last + 1

    @property
    def there(self) -> float:
        """The time as the person's clock shows it, where it is known: which day it is for them."""
        stack = self.session.view.stack
        east = stack[0].told.get(EAST) if stack else None
        return self.at + (east.value if east is not None and is_number(east.value) else 0)

    @property
    def top(self) -> Stand | None:
        """The road that is walked now."""
        view = self.session.view
        if len(view.stack) == 1 and not view.closed and not view.ended:
            top: Stand = view.stack[0]
            return top
        return active(view.stack, closed=view.closed) if view.stack else None

    @property
    def is_on_new_ground(self) -> bool:
        """Whether nothing behind the open question of the talk's own road was passed before."""
        view = self.session.view
        return not view.taken and not view.shelf

    def entries(self) -> tuple[Entry, ...]:
        """All entries of the talk, those of this turn last."""
        return (*self.session.entries, *self.new)

    def phrase(self, name: str, **fill: str) -> str:
        """Say a sentence of the engine's own; returns its id, "" where there is none."""
        text = self.library.phrases.get(name, self.seq, **fill)
        if not text:
            return ""
        self.effects.append(SayText(name, text))
        return name

    def signal(self, marks: Sequence[safety.Mark]) -> None:
        """Enter signals, each code and level once."""
        for mark in dict.fromkeys(marks):
            entry = Signalled(self.seq, self.at, self.message, mark.code, mark.level, mark.source)
            self.new.append(entry)
            self.trace.append(f"signal {mark.code} {mark.level} from {mark.source}")

    def detour(self, dialog: str) -> None:
        """Open a dialog over the talk."""
        self.new.append(Detoured(self.seq, self.at, self.message, dialog))
        self.trace.append(f"detour {dialog}")

    def ask(self) -> None:
        """Put the open question again."""
        if self.session.view.open is not None:
            self.effects.append(self.session.view.open)

    def done(self) -> Turn:
        """Return the turn as it is; for turns that move nothing."""
        entries = self.entries() if self.new else self.session.entries
        session = Session(entries, self.session.view)
        return Turn(session, tuple(self.new), tuple(self.effects), tuple(self.trace))

    def walk_on(self, kind: type[Answered | Skipped | Woke], value: Value) -> Turn:
        """Answer the open question of the talk's own road and go on; the short way.

        Only for answers without signals on new ground while no detour is open: then nothing but that
        road moves, and nothing on it was said before.
        """
        entries, view = self.session
        stand: Stand = view.stack[0]
        key = stand.open
        if key is None:
            return self.done()
        last = entries[-1].seq
        seq, at, taken = last + 1, self.at, view.taken
        pending = _after(entries, stand.seq) if last > stand.seq else ()
        shelf = dict(view.shelf) if view.shelf else None
        speaker = Speaker(view.seed)
        there = advance(
            self.library, stand, Heard(seq, at, value), pending=pending, shelf=shelf,
            listener=speaker,
        )  # fmt: skip
        if taken and key in taken:
            taken = {one: entry for one, entry in taken.items() if one != key}
        after = view_of(
            (there, *view.stack[1:]), entries, signals=view.signals,
            closed=view.closed, since=seq + len(speaker.conclusions), seed=view.seed,
            shelf=shelf or {}, taken=taken, fresh=not shelf,
        )  # fmt: skip
        texts, said, asked = speaker.texts, speaker.said, after.open
        if self.effects:
            said = self.effects + said
        if asked is not None:
            texts.append(asked.id)
            said.append(asked)
        new = [_taken_as(kind, (seq, at, self.message, key), value, tuple(texts))]
        if speaker.conclusions:
            self.new = new
            self._conclude(speaker.conclusions, set())
        if after.ended:
            said.append(Leave("stopped" if there.stopped else "ended", after.ended))
        now = tuple(new)
        return Turn(Session(entries + now, after), now, tuple(said), ("answered " + key.step,))

    def settle(self) -> Turn:
        """Fold the talk with the new entries, say what is new on the ground, put the question."""
        library, before = self.library, self.session
        seed = next((one.seed for one in self.new if isinstance(one, Started)), before.view.seed)
        ground = passed(library, before.entries, seed)
        teller = Teller(seed)
        after = fold_heard(library, self.entries(), teller)
        self._offer_draft(after)
        if len(self.new) + len(before.entries) != len(after.entries):
            teller = Teller(seed)
            after = fold_heard(library, self.entries(), teller)
        if self.changes:
            self._tell_change(after, ground, teller)
        said = self._said(teller, ground, after)
        self.effects += said
        self._texts([one.id for one in said if isinstance(one, SayText)], after)
        self._conclude(teller.conclusions, set(ground.conclusions))
        view = after.view
        last = self.new[-1] if self.new else None
        if isinstance(last, Concluded):
            view = view._replace(since=last.seq)
        self._close(view, before)
        session = Session(self.entries(), view)
        return Turn(session, tuple(self.new), tuple(self.effects), tuple(self.trace))

    def _tell_change(self, after: Session, ground: Ground, teller: Teller) -> None:
        """Say what a change did; where it opened a path of safety, that goes first."""
        if any(isinstance(one, Detoured) for one in self.new):
            return
        from bot.dialogue.consequences import consequences  # noqa: PLC0415 - few turns change something

        for name, count in consequences(
            self.session, after, ground.conclusions, teller.conclusions
        ):
            self.phrase(name, count=str(count))

    def _said(self, teller: Teller, ground: Ground, after: Session) -> list[Effect]:
        opened = any(isinstance(one, Detoured) for one in self.new)
        held = self._held(after)
        said = []
        for place, seq, effect in teller.heard:
            path = place.path
            if opened and not path.startswith("!"):
                continue
            if ground.is_new(place, effect) or (seq in held and not path):
                said.append(effect)
        return said

    def _held(self, after: Session) -> set[int]:
        """Answers whose says were held back by a detour that is over now."""
        before = self.session.view
        top = active(after.view.stack, closed=after.view.closed) if after.view.stack else None
        if top is None or top is not after.view.stack[0] or len(before.stack) < 2:
            return set()
        found = set()
        detours = [one for one in after.entries if isinstance(one, Detoured)]
        for detour, was, now in zip(detours, before.stack[1:], after.view.stack[1:], strict=False):
            if not was.outcome and now.outcome:
                found |= {
                    one.seq
                    for one in after.entries[: detour.seq - 1]
                    if isinstance(one, _ANSWERS) and one.at == detour.at
                    and one.message == detour.message
                }  # fmt: skip
        return found

    def _offer_draft(self, after: Session) -> None:
        """Offer the interrupted answer back where its question is open again."""
        view = after.view
        if view.open is None or view.closed or not view.stack or len(view.stack) < 2:
            return
        if active(view.stack, closed=False) is not view.stack[0]:
            return
        draft = next((one for one in reversed(after.entries) if isinstance(one, Drafted)), None)
        if draft is None or draft.key != view.open.key or not draft.text:
            return
        later = after.entries[draft.seq :]
        offered = any(
            isinstance(one, Detoured) and one.dialog == f"{safety.DRAFT}{draft.seq}"
            for one in later
        )
        if offered or (draft.marked and not _is_cleared(after.entries, draft)):
            return
        self.detour(f"{safety.DRAFT}{draft.seq}")

    def _texts(self, shown: list[str], after: Session) -> None:
        if after.view.open is not None:
            shown = [*shown, after.view.open.id]
        for place in range(len(self.new) - 1, -1, -1):
            entry = self.new[place]
            if isinstance(entry, _TEXTED):
                self.new[place] = entry._replace(texts=tuple(shown))
                return

    def _conclude(self, came: list[tuple[Key, str]], known: set[tuple[Key, str]]) -> None:
        for key, outcome in came:
            if (key, outcome) not in known:
                self.new.append(Concluded(self.seq, self.at, self.message, key, outcome))
                self.trace.append(f"concluded {outcome}")

    def _close(self, view: object, before: Session) -> None:
        """Put the open question, or say how the talk was left."""
        after = view
        if not isinstance(after, type(before.view)):
            return
        saved = any(
            dialog_of(was) == SAVING and not was.outcome and now.outcome
            for was, now in zip(before.view.stack[1:], after.stack[1:], strict=False)
        )
        if after.ended and not before.view.ended:
            stopped = any(stand.stopped for stand in after.stack)
            if after.closed and len(after.stack) == 1:
                self.effects.append(Signpost(safety.LINES))
            self.effects.append(Leave("stopped" if stopped else "ended", after.ended))
        elif after.ended and any(
            isinstance(one, Signalled) and one.level in safety.SERIOUS for one in self.new
        ):
            # A talk that was stopped stays so; nobody is left without a number for all that.
            self.effects.append(Signpost(safety.LINES))
        elif saved:
            self.phrase("paused")
            self.effects.append(Leave("paused"))
        elif after.open is not None:
            self.effects.append(after.open)

    def unclear(self) -> Turn:
        """Ask again, once more, then leave the question open and go on."""
        view = self.session.view
        question = view.open
        if question is None:
            return self.done()
        times = 0
        for entry in reversed(self.session.entries):
            if entry.seq <= view.since:
                break
            times += isinstance(entry, Unclear) and entry.key == question.key
        if times >= 2:
            self.phrase("skipped")
            return self.skip()
        own = question.question.unclear
        if times < len(own):
            shown = wording.shown_id(own[times], 0, "")
            self.effects.append(SayText(shown, wording.filled(own[times], 0, {}, {})))
        else:
            shown = self.phrase(f"unclear.{question.question.kind}.{times + 1}")
        self.new.append(
            Unclear(self.seq, self.at, self.message, question.key, (shown,) if shown else ())
        )
        if any(isinstance(one, Signalled) for one in self.new):
            return self.settle()
        self.ask()
        return self.done()

    def skip(self) -> Turn:
        """Leave the open question unknown and go on."""
        top = self.top
        if top is None or top.open is None:
            return self.done()
        if top is self.session.view.stack[0] and not self.new and self.is_on_new_ground:
            return self.walk_on(Skipped, None)
        self.new.append(Skipped(self.seq, self.at, self.message, top.open))
        return self.settle()
