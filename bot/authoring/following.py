"""Roads that the explorer found, held as real talks: each answer in words that are heard as it.

The explorer passes by calls that change nothing and lets signals simply stand; here what they ask is
asked. Such questions are skipped, and when that leads round in a circle, answered one way after the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.authoring.handing import SIGNAL, VISITED, words_of
from bot.authoring.transcripts import OWN_WORDS, WAIT, Talk, Transcript, recorded
from bot.dialogue.engine import step
from bot.dialogue.session import Answered, Interval, Item, Said, Words
from bot.dialogue.wording import CONFIRM, in_words
from bot.language.roads import Move, Start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.program import Question
    from bot.dialogue.session import AskQuestion, Value
    from bot.language.explore import Search

BESIDE = 60
"""Questions beside the road that are answered before a talk is given up."""
SOME_WORDS = ("one thing", "another thing", "a third thing", "a fourth thing", "a fifth thing")
"""What is typed where several short texts are asked for."""


class Followed(NamedTuple):
    """A road as a talk; `whole` says that every answer of it could be given."""

    transcript: Transcript
    talk: Talk
    whole: bool


class Cue(NamedTuple):
    """An answer of a road, and the question that it is for."""

    question: Question
    move: Move


def cues(search: Search, road: Sequence[Move | Start]) -> tuple[Start, tuple[Cue, ...]]:
    """Walk a road once more to see which question each answer is for."""
    start = road[0]
    if not isinstance(start, Start):
        raise TypeError("a road begins with a start")
    stand = search.begun(start, hook=None)
    found = []
    for move in road[1:]:
        if stand.question is None or isinstance(move, Start):
            break
        found.append(Cue(stand.question, move))
        stand = search.moved(stand, move, hook=None)
    return start, tuple(found)


def follow(
    library: Library, dialog: str, start: Start, asked: Sequence[Cue], keeps: str = ""
) -> Followed:
    """Hold the talk of a road."""
    before = (
        *((name, words_of(one)) for name, one in start.handed.items() if one is not None),
        *((SIGNAL, one) for one in start.levels),
        *((VISITED, one) for one in start.visited),
    )
    following = _Following(library, Talk(library, dialog, before))
    whole = True
    for one in asked:
        whole = following.answer(one) and whole
    whole = following.finish() and whole
    talk = following.talk
    return Followed(recorded(dialog, talk.turns, before, keeps), talk, whole)


class _Following:
    """A talk that follows a road."""

    def __init__(self, library: Library, talk: Talk) -> None:
        self.library = library
        self.talk = talk
        self.lost = False
        self._times: dict[str, int] = {}
        self._left = BESIDE

    @property
    def asked(self) -> AskQuestion | None:
        return self.talk.session.view.open

    def answer(self, cue: Cue) -> bool:
        """Come to the question of a cue and answer it; false where it is never asked."""
        if self.lost or not self._come_to(cue.question):
            self.lost = True
            return False
        for line in _raising(self.library, cue):
            self.talk.say(line)
        if not self._come_to(cue.question):
            self.lost = True
            return False
        line = self._line_for(cue.move.value)
        later = f"({cue.move.days} days later) " if cue.move.days else ""
        self.talk.say(f"{later}{line}")
        return True

    def finish(self) -> bool:
        """Answer what is asked beside the road until the talk is over; whether it came to that."""
        while not self.lost and self.asked is not None and self._left:
            self._beside(self.asked)
        return self.asked is None

    def _come_to(self, question: Question) -> bool:
        while self.asked is not None and self.asked.question.text.id != question.text.id:
            if not self._left:
                return False
            self._beside(self.asked)
        return self.asked is not None

    def _line_for(self, value: Value) -> str:
        """Return what a person types so that `value` is taken as the answer to the open question."""
        asked = self.asked
        if value is None or asked is None:
            return "/skip"
        if isinstance(value, Words):
            about = f" (about: {', '.join(value.classes)})" if value.classes else ""
            return f"{OWN_WORDS}{about}"
        if value == "woke":
            return WAIT
        lines = [one for one in _ways(asked.question, value) if one]
        taken = (one for one in lines if self._is_taken(one, asked, value))
        return next(taken, lines[-1] if lines else "/skip")

    def _is_taken(self, line: str, asked: AskQuestion, value: Value) -> bool:
        """Whether a line would be taken as this answer; nothing comes of the trial."""
        tried = step(self.talk.library, self.talk.session, Said(line, self.talk.at))
        return any(
            isinstance(one, Answered) and one.key == asked.key and _is_same(one.value, value)
            for one in tried.entries
        )

    def _beside(self, asked: AskQuestion) -> None:
        self._left -= 1
        name = asked.question.text.id
        turn = self._times[name] = self._times.get(name, -1) + 1
        self.talk.say(_aside(asked.question, turn))


def _aside(question: Question, turn: int) -> str:
    """Return what is said to a question beside the road: skipped first, then each option, the last first."""
    if question.kind == "wait":
        return WAIT
    ways = ["/skip", *(str(one) for one in range(len(question.options), 0, -1))]
    if question.kind == "confirm":
        ways = ["no", "yes"]
    return ways[turn % len(ways)]


def _raising(library: Library, cue: Cue) -> Iterator[str]:
    """Give the signals that a move raises beside those of its options."""
    own = [one.signal for one in cue.question.options if one.signal is not None]
    chosen = cue.move.value if isinstance(cue.move.value, (str, tuple)) else ()
    held = (chosen,) if isinstance(chosen, str) else chosen
    carried = [one.signal.level for one in cue.question.options if one.signal and one.id in held]
    for level in cue.move.levels:
        if level in carried:
            carried.remove(level)
            continue
        opened = [
            one for one in cue.move.opens if one not in {library.path(s.code, s.level) for s in own}
        ]
        code = next((key for key, path in library.paths.items() if path in opened), "").partition(
            " "
        )[0]
        yield f"(signal {code} {level})" if code else f"(signal {level})"


def _ways(question: Question, value: Value) -> Iterator[str]:
    match value:
        case Interval(days_min=first, days_max=last):
            yield f"{last} days ago" if first else "today"
            yield f"between {first} and {last} days ago"
            yield "some years ago"
        case tuple() if any(isinstance(one, Item) for one in value) or question.kind == "list":
            yield ", ".join(SOME_WORDS[: len(value)])
        case "left":
            yield question.leave
            yield "done"
        case _:
            yield in_words(value, question)
            yield from _numbers(question, value)


def _numbers(question: Question, value: Value) -> Iterator[str]:
    """Give the numbers at which what was chosen stands in the list."""
    ids = (
        tuple(CONFIRM) if question.kind == "confirm" else tuple(one.id for one in question.options)
    )
    held = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    places = [str(ids.index(str(one)) + 1) for one in held if one in ids]
    if places:
        yield ",".join(places)


def _is_same(heard: Value, value: Value) -> bool:
    """Whether what is heard is in the class that a road means."""
    match value:
        case Interval():
            return isinstance(heard, Interval) and heard[:2] == value[:2]
        case tuple() if any(isinstance(one, Item) for one in value):
            return isinstance(heard, tuple) and len(heard) == len(value)
        case _:
            return heard == value
