"""What is remembered about a person: each fact with its question, how it ages, how a talk hears of it.

A fact is a closed answer that a dialog asks once. How a talk goes on with it is bot.dialogue's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.checkins import CHECK_IN, mood_points
from bot.days import days_of
from bot.dialogue import earlier
from bot.dialogue.engine import chosen
from bot.dialogue.library import AGREED, EAST
from bot.dialogue.program import DAY_SECONDS, Ask, Remember
from bot.dialogue.session import Answered, Changed, Interval, Picked, Recalled, Said
from bot.dialogue.wording import day_of, in_words, put_as, told_on
from bot.keeping import LOCKS, OFF_RECORD, STAND, is_of_the_house

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.program import Question
    from bot.dialogue.session import AskQuestion, Entry, Event, Session, Value
    from bot.keeping import Live
    from bot.store.protocol import Fact, Store

TODAY, LOW_MARK = "mood-today", "low-mark"
"""Person facts that a check-in is told of: the mood of an earlier one on that day, and the mark below
which a mood has fallen far: that much lower than at the one before."""
FALL = 3
"""Points on the scale of moods that are a fall: below, days differ for no reason at all."""


class Known(NamedTuple):
    """A person fact in words; `question` is the one that asks for it, None where there is none left."""

    name: str
    asked: str
    words: str
    question: Question | None


def facts_of(store: Store, person: str) -> tuple[Fact, ...]:
    """Return what dialogs keep about a person, by name; raises `StoreError`."""
    return tuple(one for one in store.facts(person) if not is_of_the_house(one.name))


def person_facts(store: Store, person: str, now: float) -> dict[str, Value]:
    """Return what a talk that begins at `now` is told of a person, by name; raises `StoreError`."""
    kept = store.facts(person)
    facts = {one.name: as_of(one, now) for one in kept if not is_of_the_house(one.name)}
    if (east := days_of(store, person).east) is not None:
        facts[EAST] = east
    since = next((one.at for one in kept if one.name == OFF_RECORD), "")
    if any(one.started > since for one in store.conversations(person)):
        facts[AGREED] = "yes"
    return facts


def as_of(fact: Fact, now: float) -> Value:
    """Return the value of a fact seen from `now`: what was two weeks ago is older by then."""
    from bot.store.payload import seconds, value_of  # noqa: PLC0415 - brings json; not for a first start

    value, at = value_of(fact.value), seconds(fact.at)
    older = max(0, int((now - at) // DAY_SECONDS))
    if not isinstance(value, Interval) or not older:
        return value
    said = told_on(value.said, day_of(at))
    return Interval(value.days_min + older, value.days_max + older, said)


def known(library: Library, store: Store, person: str, now: float) -> tuple[Known, ...]:
    """Return the person facts that can be put into words; raises `StoreError`."""
    found = []
    for fact in facts_of(store, person):
        question = question_of(library, fact.name)
        words = in_words(as_of(fact, now), question)
        asked = put_as(question) if question is not None else fact.name.replace("-", " ")
        found.append(Known(fact.name, asked, words, question))
    return tuple(found)


def question_of(library: Library, fact: str) -> Question | None:
    """Return the question whose answer is kept as a person fact."""
    for program in library.programs.values():
        asked = {one.question.name: one.question for one in program.code if isinstance(one, Ask)}
        for question in asked.values():
            if question.remember == fact:
                return question
        for step in program.code:
            if isinstance(step, Remember) and step.fact == fact and step.source in asked:
                return asked[step.source]
    return None


def read_answer(library: Library, asked: AskQuestion, event: Event) -> Value:
    """Return what an event says to a closed question; None where it says nothing to it."""
    match event:
        case Picked(options=options):
            return chosen(asked.question, options)
        case Said(text=line):
            from bot.dialogue.hearing import hear  # noqa: PLC0415 - few facts are changed
            from bot.understanding.text import read  # noqa: PLC0415 - as above

            return hear(
                library.rules,
                asked.question,
                asked.text,
                read(line),
                at=event.at,
                seq=0,
                before=None,
            )
        case _:
            return None


# --- what a talk is told ------------------------------------------------------


def at_a_check_in(store: Store, person: str, dialog: str, now: float) -> dict[str, Value]:
    """Return what a check-in that begins at `now` is told of those before it; raises `StoreError`."""
    points = mood_points(store, person) if dialog == CHECK_IN else ()
    if not points:
        return {}
    newest = points[-1]
    found: dict[str, Value] = {}
    if newest.day == days_of(store, person).day(now):
        found[TODAY] = newest.mood
        points = points[:-1]
    # A second one on a day stands for the first, so the day before is what it is held against.
    if points:
        found[LOW_MARK] = points[-1].mood - FALL
    return found


def told_in_it(session: Session, at: float) -> Session:
    """Return a talk that recalls at `at` what was told in it to questions that are asked once."""
    if not session.view.facts:
        return session
    recalled = {one.fact: one.seq for one in session.entries if isinstance(one, Recalled)}
    facts = session.view.facts
    new = [
        (asked.question.remember, facts[asked.question.remember])
        for stand in session.view.stack
        for asked in stand.road
        if asked.question.remember in facts
        and _is_newer(session, asked.seq, recalled, asked.question)
    ]
    return recalling(session, dict(new), at)


def _is_newer(session: Session, seq: int, recalled: dict[str, int], question: Question) -> bool:
    is_answer = isinstance(session.entries[seq - 1], (Answered, Changed))
    return is_answer and recalled.get(question.remember, 0) < seq


def told_since(
    library: Library,
    live: Live,
    lives: Iterable[Live],
    facts: Sequence[Fact] = (),
    now: float = 0.0,
) -> Session | None:
    """Return a talk that recalls what was told elsewhere since its newest entry, danger above all.

    `lives` are the talks in memory, `facts` all that is kept about the person, seen from `now`.
    """
    session = live.session
    if session is None or not session.entries:
        return session
    from bot.store.payload import iso  # noqa: PLC0415 - as above

    last = session.entries[-1].at
    newer = [one for one in facts if one.at > iso(last)]
    new = {one.name: as_of(one, now) for one in newer if not is_of_the_house(one.name)}
    heard = max(_danger_heard(live, lives, newer), default=0.0)
    if heard > last and earlier.is_locking(library, getattr(session.entries[0], "dialog", "")):
        new[earlier.DANGER] = "yes"
    return recalling(session, new, max(heard, now))


def _danger_heard(live: Live, lives: Iterable[Live], facts: Iterable[Fact]) -> Iterator[float]:
    """Give when danger was newest said to stand in other talks of a person."""
    from bot.store.payload import seconds, value_of  # noqa: PLC0415 - as above

    for one in lives:
        other = one.session
        if other is None or one.person != live.person or one is live:
            continue
        if earlier.stands_in_danger(other.entries):
            yield other.entries[-1].at
    for fact in facts:
        if fact.name.startswith(STAND) and value_of(fact.value) == LOCKS:
            yield seconds(fact.at)


def recalling(session: Session, facts: dict[str, Value], at: float) -> Session:
    """Return a talk with person facts recalled at its end; they count from the next answer on."""
    if not facts or not session.entries:
        return session
    return session._replace(entries=(*session.entries, *_recalled(session.entries[-1], facts, at)))


def _recalled(last: Entry, facts: dict[str, Value], at: float) -> Iterator[Recalled]:
    for place, (name, value) in enumerate(sorted(facts.items()), 1):
        yield Recalled(last.seq + place, max(at, last.at), "", name, value)
