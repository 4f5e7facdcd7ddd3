"""The room behind /my-data: what is kept, and each known thing changed, forgotten, or a reminder stopped.

What was chosen so far stands in the ids of the options, so that nothing has to be remembered between
two of its questions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot import rooms
from bot.days import days_of
from bot.dialogue.commands import is_slashed, parse
from bot.dialogue.moves import answer_rows
from bot.dialogue.session import AskQuestion, Key, Said, SayText, ShowThing
from bot.dialogue.wording import clipped, in_words, put_as
from bot.forgetting import forget_answer, forget_fact
from bot.knowing import known, read_answer, recalling
from bot.page.answer import Answer
from bot.talks import Taken

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from bot.days import Days
    from bot.dialogue.library import Library
    from bot.dialogue.program import Question
    from bot.dialogue.session import Event, Session, Value
    from bot.knowing import Known
    from bot.page.visiting import Visit
    from bot.store.protocol import Reminder, Store

ROOM = "my-data"
"""The command, and the step of every choice that is put here."""
FACT = "fact"
"""The step at which a known thing is asked for anew; which one it is stands in the item of its key."""

ANSWERS_OFFERED = 5
"""Answers of the talk at hand that can be forgotten one by one, the newest: those one may regret."""

SENTENCES: Mapping[str, str] = {
    "which": "Is there something here that you want to change or forget?",
    "stay": "No, leave all of it",
    "fact": "You told me this: {asked} {words}. What shall I do with it?",
    "change": "Change it",
    "forget": "Forget it",
    "leave": "Leave it as it is",
    "changed": "Thank you. From now on I know it like this.",
    "forgot": "It is forgotten, here and in the talks where it was told. I may ask you again one day.",
    "gone": "That is not here any more.",
    "label": "Reminder: {title}",
    "reminder": "I would come back to you with this: {title}. Shall I?",
    "keep": "Yes, keep it",
    "stop": "No, stop it",
    "stopped": "Stopped. Nothing more comes of it.",
}


def answer(visit: Visit, choice: str = "") -> Answer:
    """Answer what was chosen here, "" to begin with; raises `StoreError`."""
    what, _, name = choice.partition(" ")
    library, store = visit.library, visit.store
    if not what or store is None:
        return _page(visit)
    match what:
        case "reminder" | "stop":
            return _about_a_reminder(library, store, visit.live.person, name, stop=what == "stop")
        case "answer":
            forget_answer(store, library, visit.live, int(name), visit.lives)
            return Answer((rooms.say(library, "forgot"),))
    one = next(
        (one for one in known(library, store, visit.live.person, visit.now) if one.name == name),
        None,
    )
    if one is None:
        return Answer((_say(library, "gone"),))
    match what:
        case "change" if one.question is not None and not visit.live.private:
            asked = _asked_anew(one, one.question)
            return Answer((asked,), asked)
        case "forget":
            forget_fact(store, library, visit.live.person, name, visit.lives)
            return Answer((_say(library, "forgot"),))
        case _:
            # Whoever asked that nothing more is written is not asked for new words.
            fixed = one.question is None or visit.live.private
            ways = ("forget",) if fixed else ("change", "forget")
            offers = {f"page {way} {name}": _words(library, way) for way in ways}
            offers["stay"] = _words(library, "leave")
            text = _words(library, "fact", asked=one.asked, words=one.words)
            return _choice(library, offers, text)


def written(visit: Visit, asked: AskQuestion, event: Event) -> Answer | None:
    """Take what a known thing is now; None where it is heard as anywhere else. Raises `StoreError`."""
    library, store, name = visit.library, visit.store, asked.key.item
    if isinstance(event, Said):
        spoken = parse(event.text, asked.question)
        if spoken is not None and spoken.command.word in ("skip", "back"):
            return Answer((rooms.say(library, "nothing-changed"),))
        if spoken or is_slashed(event.text) or rooms.holds_danger(library, event.text):
            return None
    value = read_answer(library, asked, event)
    if value is None or store is None:
        return Answer((asked,), asked)
    _change(visit, store, name, value, event.at)
    return Answer((Taken(in_words(value, asked.question)), _say(library, "changed")))


def _change(visit: Visit, store: Store, name: str, value: Value, at: float) -> None:
    """Keep a person fact anew; the talks in memory recall it from their next answer on."""
    from bot.dialogue.codec import encode_value  # noqa: PLC0415 - brings json
    from bot.store.payload import iso  # noqa: PLC0415 - as above

    store.keep_fact(visit.live.person, name, encode_value(value), iso(at))
    for live in visit.lives.values():
        if live.person == visit.live.person and live.session is not None:
            live.session = recalling(live.session, {name: value}, at)


def _page(visit: Visit) -> Answer:
    library, store, live = visit.library, visit.store, visit.live
    if store is None:
        return Answer((rooms.say(library, "data-none"),))
    facts, days = known(library, store, live.person, visit.now), days_of(store, live.person)
    rows = [
        ("Talk", f"{rooms.title_of(library, talk.dialog)}, last used {_day(days, talk.touched)}")
        for talk in store.conversations(live.person)
    ]
    rows += [("Note", note.title) for note in store.notes(live.person)]
    rows += [("Remembered", f"{one.asked} {one.words}") for one in facts]
    reminders = store.reminders(live.person)
    rows += [
        ("Reminder", f"{rooms.title_of(library, one.dialog)}, {_day(days, one.due)}")
        for one in reminders
    ]
    if not rows:
        return Answer((rooms.say(library, "data-none"),))
    page = (ShowThing(ROOM, tuple(rows)), rooms.say(library, "data-here"))
    offers = dict(_offers(visit, facts, reminders))
    if not offers:
        return Answer(page)
    asking = _choice(library, {"stay": _words(library, "stay"), **offers}, _words(library, "which"))
    return Answer((*page, *asking.effects), asking.asked)


def _day(days: Days, at: str) -> str:
    """Return the day of a moment of the store's on the person's own calendar."""
    from bot.store.payload import seconds  # noqa: PLC0415 - brings json

    return days.day(seconds(at))


def _offers(
    visit: Visit, facts: tuple[Known, ...], reminders: tuple[Reminder, ...]
) -> Iterator[tuple[str, str]]:
    """Give what can be changed or forgotten: known things, reminders, answers of the talk at hand."""
    library, live = visit.library, visit.live
    for one in facts:
        yield f"page fact {one.name}", rooms.offer(one.asked, one.words)
    for reminder in reminders:
        title = rooms.title_of(library, reminder.dialog)
        yield f"page reminder {reminder.key}", _words(library, "label", title=title)
    if live.session is not None and live.session.view.stack and live.kept:
        yield from _answers(live.session, {one.name for one in facts})


def _answers(session: Session, shown: Collection[str]) -> Iterator[tuple[str, str]]:
    """Give the newest answers of a talk that can be forgotten, but for facts that are `shown`."""
    road = session.view.stack[0].road
    rows = zip(road, answer_rows(session.entries, road), strict=True)
    for asked, (question, said) in list(rows)[-ANSWERS_OFFERED:]:
        if asked.question.remember not in shown:
            yield f"page answer {asked.seq}", rooms.offer(question, said)


def _about_a_reminder(
    library: Library, store: Store, person: str, key: str, *, stop: bool
) -> Answer:
    one = next((one for one in store.reminders(person) if one.key == key), None)
    if one is None:
        return Answer((_say(library, "gone"),))
    if stop:
        store.drop_reminder(person, one.key)
        return Answer((_say(library, "stopped"),))
    offers = {"stay": _words(library, "keep"), f"page stop {key}": _words(library, "stop")}
    text = _words(library, "reminder", title=rooms.title_of(library, one.dialog))
    return _choice(library, offers, text)


def _asked_anew(one: Known, question: Question) -> AskQuestion:
    """Put the question of a known thing; what its options lead to belongs to its own dialog."""
    options = tuple(
        replace(option, guard=None, reply=None, then=-1)
        for option in question.options
        if not option.opens
    )
    plain = replace(question, options=options, other=False)
    key = Key(rooms.HOUSE, FACT, 1, one.name)
    return AskQuestion(
        key, plain, question.text.id, put_as(question), clipped(one.words, rooms.LONGEST_QUESTION)
    )


def _choice(library: Library, offers: Mapping[str, str], text: str) -> Answer:
    asked = rooms.ask(library, ROOM, offers, text)
    return Answer((asked,), asked)


def _words(library: Library, name: str, **fill: str) -> str:
    text = library.phrases.get(f"host.{ROOM}.{name}") or SENTENCES[name]
    for slot, word in fill.items():
        text = text.replace("{" + slot + "}", word)
    return text


def _say(library: Library, name: str) -> SayText:
    return SayText(f"host/{ROOM}-{name}", _words(library, name))
