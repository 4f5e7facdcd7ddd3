"""The answers of a talk for its page: each question as it was put, the answer, and the part it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue import wording
from bot.dialogue.folding import place_of
from bot.dialogue.library import BY_ITSELF
from bot.dialogue.paths import dialog_in
from bot.dialogue.program import Ask, Slot
from bot.dialogue.session import Item, Words
from bot.page import layout
from bot.page.admitting import admitted, held_back, is_own, is_plain_no, may_be_printed
from bot.page.sheet import Part, Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.dialogue.expressions import Known
    from bot.dialogue.library import Library
    from bot.dialogue.program import Program, Question, Text
    from bot.dialogue.session import Entry, Started
    from bot.dialogue.stand import Asked

PERSON, HOLD = "person", "hold"
"""Names of `write` questions that have a place of their own: who could be told, and the line to hold."""

UNSENT = "unsent"
"""The name of an answer that never goes on a page: it was promised to stay where it was written."""

START = "At the start"
"""The part of all that was asked before the dialog that concludes, and in its first node."""

# Bare numbers of a mood and the end of a timer say nothing on a page.
_UNTOLD = frozenset({"rate", "wait"})


NOBODY = "no-one"
"""A class of the recogniser `company`: words that say there is no one to tell."""


class Answers:
    """The answers of a road as they may be told.

    `home` is the path of the dialog that concludes: its nodes are the parts of the talk.
    """

    def __init__(
        self,
        library: Library,
        started: Started,
        entries: Sequence[Entry],
        road: Sequence[Asked],
        home: str,
    ) -> None:
        self._library = library
        self._started = started
        self._entries = entries
        self._road = road
        self._home = home
        self._held = held_back(entries)
        # A question that was asked again counts as it was answered last.
        self._newest = {one.key._replace(visit=0): one.seq for one in road}

    @property
    def title(self) -> str:
        """The title of the dialog that concludes."""
        program = self._program(self._home)
        return program.title if program is not None else ""

    @property
    def safety(self) -> bool:
        """Whether questions about safety were asked, and all answered with a plain no."""
        gates = [one for one in self._road if one.question.gate]
        return bool(gates) and all(is_plain_no(one.question, self._value(one)) for one in gates)

    def parts(self, until: int) -> tuple[Part, ...]:
        """Return what was answered up to a conclusion, by the part of the talk."""
        found: dict[str, list[Said]] = {}
        for place, said in self._told(0, until):
            found.setdefault(self._label(self._road[place]), []).append(said)
        return tuple(Part(label, tuple(answers)) for label, answers in found.items())

    def steps(self, since: int) -> tuple[Said, ...]:
        """Return what was answered after a conclusion."""
        return tuple(said for _, said in self._told(since, len(self._road)))

    def own_line(self, name: str) -> str:
        """Return the newest words written at the question of that name; "" where they name nobody."""
        for place in range(len(self._road) - 1, -1, -1):
            question = self._road[place].question
            if question.name == name and question.kind == "write":
                value = self._value(self._road[place])
                if isinstance(value, Words) and NOBODY in value.classes:
                    return ""
                said = self._said(place)
                return said.words[0] if said is not None else ""
        return ""

    def _told(self, first: int, last: int) -> Iterator[tuple[int, Said]]:
        for place in range(first, last):
            asked = self._road[place]
            question = asked.question
            if question.gate or question.kind in _UNTOLD:
                continue
            if question.name in (PERSON, HOLD, UNSENT) and question.kind == "write":
                continue
            if any(option.opens for option in question.options):
                continue
            if asked.seq != self._newest[asked.key._replace(visit=0)]:
                continue
            said = self._said(place)
            if said is not None:
                yield place, said

    def _said(self, place: int) -> Said | None:
        asked = self._road[place]
        if asked.seq in self._held or self._dialog(asked.key.frame) in ("", *BY_ITSELF.values()):
            return None
        put = self._put(place)
        if put is None:
            return None
        text, leans = put
        value = admitted(self._library.rules, asked.question, self._value(asked), text)
        own = is_own(value)
        if isinstance(value, tuple) and value and isinstance(value[0], Item):
            words = [one.text for one in value if isinstance(one, Item)]
        else:
            words = [wording.in_words(value, asked.question)]
        tidy = tuple(found for one in words if (found := _tidy(one)))
        quoted = own and asked.question.kind != "date"
        return Said(_tidy(text), tidy, quoted, own or leans) if tidy else None

    def _put(self, place: int) -> tuple[str, bool] | None:
        """Return a question as it was put, and whether own words stand in it; None if it can't be."""
        asked = self._road[place]
        text, key = asked.question.text, asked.key
        variant = wording.variant_of(text, self._started.seed, place_of(key), self._entries)
        questions = {one.question.name: one.question for one in self._road[:place]}
        answers = {name: self._named(name, place) for name in names_in(text, variant)}
        if not is_whole(text, variant, answers, questions):
            return None
        leans = any(is_own(one) for one in answers.values())
        return wording.filled(text, variant, answers, questions), leans

    def _named(self, name: str, place: int) -> Known:
        """Return what a name in a question stood for: an answer before it, or the item it was put for."""
        key = self._road[place].key
        rules = self._library.rules
        for asked in reversed(self._road[:place]):
            if asked.seq in self._held:
                continue
            value = self._value(asked)
            if asked.question.name == name and asked.key.frame == key.frame:
                return admitted(rules, asked.question, value)
            for item in value if isinstance(value, tuple) and key.item else ():
                if isinstance(item, Item) and item.id == key.item.rpartition("/")[2]:
                    return Words(item.text) if may_be_printed(rules, item.text) else None
                if item == key.item.rpartition("/")[2]:
                    return wording.in_words(str(item), asked.question)
        return None

    def _value(self, asked: Asked) -> Known:
        value: Known = getattr(self._entries[asked.seq - 1], "value", None)
        return value

    def _label(self, asked: Asked) -> str:
        """Name the part of the talk in which a question was asked."""
        frame = asked.key.frame
        program = self._program(frame)
        if program is None:
            return ""
        if frame != self._home:
            before = not frame or self._home.startswith(frame + ">")
            return START if before else program.title
        node = _node_of(program, asked.question)
        return START if node == program.node_of[0] else node.replace("-", " ").capitalize()

    def _program(self, frame: str) -> Program | None:
        plan = self._library.plan(self._dialog(frame))
        return None if plan is None else plan.program

    def _dialog(self, frame: str) -> str:
        return dialog_in(self._library, self._started.dialog, frame)


def names_in(text: Text, variant: int) -> tuple[str, ...]:
    """Return the answers that a text names."""
    segments = text.variants[variant] if text.variants else ()
    return tuple(one.name for one in segments if isinstance(one, Slot))


def is_whole(
    text: Text, variant: int, answers: Mapping[str, Known], questions: Mapping[str, Question]
) -> bool:
    """Whether a text can be put into words without a gap."""
    return bool(text.twin) or all(
        wording.in_words(answers.get(one), questions.get(one)) for one in names_in(text, variant)
    )


def _node_of(program: Program, question: Question) -> str:
    for place, step in enumerate(program.code):
        if isinstance(step, Ask) and step.question.name == question.name:
            return program.node_of[place]
    return program.node_of[0]


def _tidy(text: str) -> str:
    """Return a text without what is no sign of a text, its lines kept, nothing at its ends."""
    lines = (" ".join(line.split()) for line in layout.signs_only(text).split("\n"))
    return "\n".join(line for line in lines if line)
