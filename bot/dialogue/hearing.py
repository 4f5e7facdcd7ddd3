"""What a typed line answers at an open question: one value of the question's type, or nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bot.dialogue.safety import SERIOUS, Mark, strongest_first
from bot.dialogue.session import Interval, Item, Words
from bot.dialogue.values import OTHER
from bot.dialogue.wording import CONFIRM

if TYPE_CHECKING:
    from bot.dialogue.program import Option, Question
    from bot.dialogue.session import Value
    from bot.understanding.patterns import Reading, Rules
    from bot.understanding.text import Text
# A person's answer is kept whole up to here; what is read for meaning is cut by the reader.
LONGEST = 8_000
# Arrows, signs and emoji begin here; hearts and crying faces are answers.
_FIRST_PICTURE = "\u2190"
# What people type when a timer has run long enough for them, beside the words on its way out.
_ENOUGH = frozenset({
    "done", "i am done", "ok", "okay", "ok now", "stop", "enough", "that is enough", "it is enough",
    "enough now", "no more", "finished", "ready", "i am ready", "go on", "i am back",
    "i am fine", "better", "i feel better", "better now", "i waited",
})  # fmt: skip


def hear(  # noqa: C901, PLR0912 - one arm for each kind of question
    rules: Rules,
    question: Question,
    asked: str,
    text: Text,
    *,
    at: float,
    seq: int,
    before: Value,
) -> Value:
    """Read an answer; None where it is unclear.

    `asked` is the question as it was put. `seq` makes the ids of new list items, and items that
    were there `before` with the same words keep theirs.
    """
    from bot.understanding import answers, numbers  # noqa: PLC0415 - a press needs no reader

    words = text.raw.strip()
    if not words:
        return None
    match question.kind:
        case "choose":
            if not _is_named(question, words) and (hits := _hits(question, text)):
                return _most_at_stake(question, hits)
            chosen = answers.choice(text, labels(question.options), question=asked, ref=_date(at))
            if _is_a_guess_at_danger(question, chosen, text):
                return None
            if chosen.value is None and question.other:
                return Words(words[:LONGEST], (OTHER,))
            return chosen.value
        case "pick":
            picked = answers.choices(text, labels(question.options), question=asked).value
            picked = _with_own_words(question, text, picked)
            if picked is None and question.other:
                return Words(words[:LONGEST], (OTHER,))
            return alone(question, picked) if picked else None
        case "confirm":
            return _numbered(words) or side(text, asked)
        case "rate":
            return _whole(numbers.scale(text, question.low, question.high).value)
        case "number":
            number = numbers.number(text).value
            if number is None or not question.low <= number <= question.high:
                return None
            return int(number) if number == int(number) else number
        case "date":
            return _when(text, asked, at, words)
        case "write" if not _has_words(words):
            return None
        case "write":
            return Words(words[:LONGEST], _classes(rules, question.recognise, text))
        case "list":
            return _items(answers.items(text, question.most), seq, before)
        case "wait":
            return _left(question, text)
        case _:
            return None


def _is_named(question: Question, words: str) -> bool:
    """Whether a line is an option's number or its label and nothing else."""
    line = words.lower().rstrip(" .!")
    if line.isdecimal():
        return True
    return line in [one.label.lower().rstrip(" .!") for one in question.options]


# Read without guessing: a number, a stretch of time, a count, a yes or no.
_PLAIN_WAYS = frozenset({"place", "count", "time", "yes-no"})
_HALF = 0.5


def _is_a_guess_at_danger(question: Question, chosen: Reading[str | None], text: Text) -> bool:
    """Whether a few words beside others would pick an option with a serious signal.

    "Mostly him" must not be taken for "Of what I might do"; it is asked again instead.
    """
    serious = [one.id for one in question.options if one.signal and one.signal.level in SERIOUS]
    if chosen.value not in serious or not chosen.why:
        return False
    why = chosen.why[0]
    if why.pattern.partition(":")[0] in _PLAIN_WAYS:
        return False
    return why.end - why.start < _HALF * len(text.raw.strip())


def _most_at_stake(question: Question, hits: frozenset[str]) -> str | None:
    """Return the one option; of several the one with the most serious signal, None without any."""
    if len(hits) == 1:
        return next(iter(hits))
    marks = {
        Mark(one.signal.code, one.signal.level, one.id)
        for one in question.options if one.id in hits and one.signal is not None
    }  # fmt: skip
    return next((one.source for one in strongest_first(marks)), None)


def _with_own_words(
    question: Question, text: Text, picked: tuple[str, ...] | None
) -> tuple[str, ...] | None:
    hits = _hits(question, text)
    if not hits:
        return picked
    return tuple(one.id for one in question.options if one.id in hits or one.id in (picked or ()))


def _hits(question: Question, text: Text) -> frozenset[str]:
    phrases = tuple([(one.id, one.also) for one in question.options if one.also])
    if not phrases:
        return frozenset()
    from bot.understanding.own_words import said  # noqa: PLC0415 - a press needs no reader

    return said(text, phrases)


def leaves_open(question: Question, text: Text) -> bool:
    """Whether a line only says that nothing comes to mind, where a guard does not ask for just that."""
    from bot.understanding.answers import says_nothing  # noqa: PLC0415 - a press needs no reader

    return not question.recognise and says_nothing(text)


def _has_words(line: str) -> bool:
    """Whether a line holds a letter of any script or a picture; a lone number is a slip."""
    return any(sign.isalpha() or sign > _FIRST_PICTURE for sign in line)


def _numbered(words: str) -> str | None:
    """Return the side that stands at a number, as channels list them."""
    place = words.rstrip(".)")
    return tuple(CONFIRM)[int(place) - 1] if place in ("1", "2", "3") else None


def alone(question: Question, picked: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return what was picked; None where the option that stands alone is not."""
    if question.alone in picked and len(picked) > 1:
        return None
    return picked


def labels(options: tuple[Option, ...]) -> dict[str, str]:
    """Return the labels of options by id, in the order shown."""
    return {one.id: one.label for one in options}


def side(text: Text, asked: str) -> str | None:
    """Read yes, no or unsure; None where the question was not answered."""
    from bot.understanding import answers  # noqa: PLC0415 - a press needs no reader

    heard = answers.yes_no(text, asked).value
    return heard if heard in CONFIRM else None


def _whole(mark: float | None) -> int | None:
    return int(mark) if mark is not None and mark == int(mark) else None


def _date(at: float) -> date | None:
    try:
        return datetime.fromtimestamp(at, UTC).date()
    except (OverflowError, OSError, ValueError):
        return None


def _when(text: Text, asked: str, at: float, words: str) -> Interval | None:
    from bot.understanding.when import when  # noqa: PLC0415 - a press needs no reader

    day = _date(at)
    found = None if day is None else when(text, asked, day).value
    return None if found is None else Interval(found.days_min, found.days_max, words[:80])


def _classes(rules: Rules, name: str, text: Text) -> tuple[str, ...]:
    from bot.understanding.recognise import CLASSES, recognise  # noqa: PLC0415 - a press needs no reader

    return recognise(rules, name, text).value if name in CLASSES else ()


def _items(texts: tuple[str, ...], seq: int, before: Value) -> tuple[Item, ...]:
    old = {}
    if isinstance(before, tuple):
        old = {one.text: one.id for one in before if isinstance(one, Item)}
    return tuple(
        Item(old.get(text, f"{seq}.{place}"), text) for place, text in enumerate(texts, start=1)
    )


def _left(question: Question, text: Text) -> str | None:
    from bot.understanding import answers  # noqa: PLC0415 - a press needs no reader

    chosen = answers.choice(text, {"left": question.leave or "I'm done waiting"}).value
    return "left" if chosen or text.norm.strip(" .!") in _ENOUGH else None
