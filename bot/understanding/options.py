"""Which option of a closed question an answer names: by place, label, typing slip or other words.

It ends at the option; None means that none or two fit. What labels stand for is in concepts.py.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.understanding.concepts import Concept, concepts
from bot.understanding.dates import one_slip
from bot.understanding.lengths import length_at
from bot.understanding.patterns import Reading, Reason
from bot.understanding.phrases import Phrases
from bot.understanding.places import place, places
from bot.understanding.polarity import yes_no
from bot.understanding.text import Text, as_text, read
from bot.understanding.when import Interval, when

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SOURCE = "bot/understanding/options.py"
_MARKS = frozenset(".,?!")
_ENOUGH = 0.6  # by how much the best option must lead, on a scale where one clear word is 2
_LONG_AGO = 40_000  # days; longer than any love

_STOPS = frozenset(
    "a an the i me my to of or and it is am was were be in on for about only just them they you we"
    " us him her he she did do does not no yes one that this have has at with had can all some"
    " ago day days make".split()
)
_NEGATORS = frozenset("not no never neither nor without nobody none hardly barely".split())
_STRESS = frozenset(
    "mostly mainly really definitely above more especially now today actually currently nowadays"
    " lately rather primarily most honestly".split()
)
_FADED = frozenset("bit slightly little was were used before previously formerly partly sometimes maybe"
                   " first once initially originally".split())  # fmt: skip
_JOINS = frozenset("and or / & plus both".split())
_TURNS = frozenset(
    "but no wait actually rather sorry now though scratch correction nah instead".split()
)


class _Menu(NamedTuple):
    """Options prepared for reading: their ids, words, phrases and the words only one of them has."""

    ids: tuple[str, ...]
    labels: tuple[tuple[str, ...], ...]
    phrases: Phrases
    own_words: dict[str, str]
    concept_of: dict[str, str]


class _Sign(NamedTuple):
    """A word or phrase that speaks for an option (against it, where the weight is negative)."""

    option: str
    weight: float
    begin: int
    end: int


def choice(
    text: Text | str,
    options: Mapping[str, str],
    *,
    question: str = "",
    ref: date | None = None,
) -> Reading[str | None]:
    """The id of the one option a text names, or None where it names none or two.

    `options` maps ids to labels in the order shown. With `question` a bare yes or no is read in
    its light; with `ref` (the day of the answer) dates find their place among options of time.
    """
    text = as_text(text)
    words = [token.word for token in text.tokens]
    if not words or not options:
        return Reading(None, ())
    menu = _menu(tuple(options.items()))
    index = place(text.raw, words, len(menu.ids))
    if index is not None:
        return _found(menu.ids[index], "place", text, 0, len(words))
    exact = _exact(words, menu)
    if exact is not None:
        return _found(exact, "label", text, 0, len(words))
    timed = _timed(text, menu, ref)
    if timed is not None:
        return _found(timed, "time", text, 0, len(words))
    signs = _signs(words, menu)
    best = _best(words, signs)
    if best is not None:
        sign = max((s for s in signs if s.option == best), key=lambda s: s.weight)
        return _found(best, menu.concept_of.get(best, "label"), text, sign.begin, sign.end)
    if any(sign.weight > 0 for sign in signs):
        return Reading(None, ())
    sided = _sided(text, menu, question)
    return _found(sided, "yes-no", text, 0, len(words)) if sided else Reading(None, ())


def choices(
    text: Text | str, options: Mapping[str, str], *, question: str = ""
) -> Reading[tuple[str, ...] | None]:
    """The ids of all options a text names, in the order shown; None where it names none."""
    text = as_text(text)
    words = [token.word for token in text.tokens]
    if not words or not options:
        return Reading(None, ())
    menu = _menu(tuple(options.items()))
    numbers = places(text.raw, len(menu.ids))
    if numbers:
        chosen = tuple(menu.ids[i] for i in numbers)
        return Reading(chosen, (Reason("place", _SOURCE, 0, len(text.raw)),))
    if " ".join(words).removesuffix(" .") in {
        "all",
        "all of them",
        "everything",
        "all of the above",
        "the lot",
    }:
        return Reading(menu.ids, (Reason("all", _SOURCE, 0, len(text.raw)),))
    totals = _totals(_signs(words, menu))
    chosen = tuple(name for name in menu.ids if totals.get(name, 0.0) >= 1.0)
    if chosen:
        return Reading(chosen, (Reason("words", _SOURCE, 0, len(text.raw)),))
    one = choice(text, options, question=question)
    return Reading(None, ()) if one.value is None else Reading((one.value,), one.why)


def _found(option: str, how: str, text: Text, begin: int, end: int) -> Reading[str | None]:
    start, stop = text.tokens[begin].start, text.tokens[min(end, len(text.tokens)) - 1].end
    return Reading(option, (Reason(f"{how}:{option}", _SOURCE, start, stop),))


@lru_cache(maxsize=256)
def _menu(options: tuple[tuple[str, str], ...]) -> _Menu:
    ids = tuple(name for name, _ in options)
    labels = tuple(
        tuple(token.word for token in read(label).tokens if token.word not in _MARKS)
        for _, label in options
    )
    stands_for = [_concepts_of(label) for label in labels]
    present = {concept.name for group in stands_for for concept in group}
    lists: dict[str, set[str]] = {}
    concept_of: dict[str, str] = {}
    borrowed: list[tuple[str, str]] = []
    for name, label, group in zip(ids, labels, stands_for, strict=True):
        says = {" ".join(label)} if label else set()
        for concept in group:
            concept_of.setdefault(name, concept.name)
            says.update(concept.says)
            for other in concept.borrows:
                if other not in present:
                    borrowed += [(phrase, name) for phrase in concepts()[other].says]
        for phrase in says:
            lists.setdefault(phrase, set()).add(name)
    for phrase, name in borrowed:
        lists.setdefault(phrase, {name})
    by_class: dict[str, list[str]] = {}
    for phrase, names in lists.items():
        by_class.setdefault("\n".join(name for name in ids if name in names), []).append(phrase)
    return _Menu(ids, labels, Phrases(by_class), _own_words(ids, labels), concept_of)


def _concepts_of(label: tuple[str, ...]) -> list[Concept]:
    """The concepts a label stands for: those whose phrase covers most of it."""
    row = f" {' '.join(label)} "
    found: list[tuple[int, Concept]] = []
    for concept in concepts().values():
        sizes = [
            len(phrase)
            for phrase in (" ".join(cue.replace(",", "").lower().split()) for cue in concept.labels)
            if f" {phrase} " in row
        ]
        if sizes:
            found.append((max(sizes), concept))
    most = max((size for size, _ in found), default=0)
    return [concept for size, concept in found if size == most]


def _own_words(ids: tuple[str, ...], labels: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    """Content words, by stem, that stand in one label only."""
    seen: dict[str, set[str]] = {}
    for name, label in zip(ids, labels, strict=True):
        for word in (*label, *read(name.replace("_", " ").replace("-", " ")).norm.split()):
            if word not in _STOPS and len(word) > 2 and not word[0].isdigit():
                seen.setdefault(_stem(word), set()).add(name)
    return {word: next(iter(names)) for word, names in seen.items() if len(names) == 1}


def _stem(word: str) -> str:
    for ending in ("ness", "ing", "ally", "ily", "ed", "ly", "es", "ful", "s", "ren"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] in "ey" else word


def _exact(words: list[str], menu: _Menu) -> str | None:
    """The option whose whole label was typed, one slip in a longer word allowed."""
    row = tuple(word for word in words if word not in _MARKS)
    for name, label in zip(menu.ids, menu.labels, strict=True):
        if row == label:
            return name
    for name, label in zip(menu.ids, menu.labels, strict=True):
        if len(row) == len(label) and all(map(_same_word, row, label)):
            return name
    return None


def _same_word(typed: str, meant: str) -> bool:
    return typed == meant or (len(meant) >= 4 and len(typed) >= 3 and one_slip(typed, meant))


def _signs(words: list[str], menu: _Menu) -> list[_Sign]:
    """What speaks for which option, in the order of the words."""
    signs: list[_Sign] = []
    covered: set[int] = set()
    for hit in menu.phrases.find(words):
        covered.update(range(hit.begin, hit.end))
        names = hit.name.split("\n")
        weight = 2.0 + 0.5 * (hit.end - hit.begin - 1)
        if len(names) > 1:
            weight = 1.0
        denied = words[hit.begin] not in _NEGATORS and _denied(words, hit.begin)
        weight = -3.0 if denied else weight + _stress(words, hit.begin, hit.end)
        signs += [_Sign(name, weight, hit.begin, hit.end) for name in names]
    for at, word in enumerate(words):
        if at in covered or word in _STOPS or len(word) < 3:
            continue
        owner = menu.own_words.get(_stem(word)) or _near_word(word, menu)
        if owner is not None:
            denied = _denied(words, at)
            whole = len(menu.labels[menu.ids.index(owner)]) == 1
            weight = -3.0 if denied else (2.0 if whole else 1.2) + _stress(words, at, at + 1)
            signs.append(_Sign(owner, weight, at, at + 1))
    return signs


def _near_word(word: str, menu: _Menu) -> str | None:
    """The owner of the only label word that a longer word is one slip away from."""
    if len(word) < 5 or not word.isalpha():
        return None
    stem = _stem(word)
    near = {owner for known, owner in menu.own_words.items()
            if known[0] == stem[0] and abs(len(known) - len(stem)) <= 1 and len(known) >= 4
            and one_slip(stem, known)}  # fmt: skip
    return near.pop() if len(near) == 1 else None


def _denied(words: Sequence[str], at: int) -> bool:
    for back in range(at - 1, max(-1, at - 4), -1):
        if words[back] in _MARKS or words[back] in {"but", "and", "just", "because", "so"}:
            return False
        if words[back] == "than" and back == at - 1:
            return True
        if words[back] in _NEGATORS:
            return words[back : back + 2] != ["not", "only"] and words[back : back + 2] != [
                "no",
                "contact",
            ]
    return False


def _stress(words: list[str], begin: int, end: int) -> float:
    before = words[max(0, begin - 3) : begin]
    while _MARKS & set(before):
        before = before[1:]
    if any(word in _STRESS for word in (*before, *words[end : end + 1])):
        return 1.0
    if any(word in _FADED for word in before):
        return -1.0
    return 0.0


def _totals(signs: list[_Sign]) -> dict[str, float]:
    """The weight of each option: its best sign, a little for each more, less what is denied."""
    totals: dict[str, float] = {}
    for sign in sorted(signs, key=lambda each: -each.weight):
        if sign.option not in totals:
            totals[sign.option] = sign.weight
        elif sign.weight > 0:
            totals[sign.option] += min(0.5, sign.weight / 4)
        else:
            totals[sign.option] += sign.weight
    return totals


def _best(words: list[str], signs: list[_Sign]) -> str | None:
    """The option that leads; of two close ones the later after a turn, else none."""
    totals = {name: weight for name, weight in _totals(signs).items() if weight > 0}
    if not totals:
        return None
    ranked = sorted(totals, key=lambda name: -totals[name])
    best = ranked[0]
    if len(ranked) == 1:
        return best
    second = ranked[1]
    gap = totals[best] - totals[second]
    strong = [sign for sign in signs if sign.weight >= 1.5]
    if not strong:
        return best if gap >= 1.0 else None
    last = max(strong, key=lambda sign: sign.begin)
    other = max(
        (sign for sign in strong if sign.option != last.option and sign.end <= last.begin),
        key=lambda sign: sign.end, default=None,
    )  # fmt: skip
    if other is not None:
        between = set(words[other.end : last.begin])
        if between & _TURNS and last.weight >= 2:
            return last.option
        if between & _JOINS and len(between) <= 5 and gap < 2:
            return None
    return best if gap >= _ENOUGH else None


def _sided(text: Text, menu: _Menu, question: str) -> str | None:
    """The option of yes, no or not sure, where the text says that and nothing nearer."""
    yes = [name for name, label in zip(menu.ids, menu.labels, strict=True) if label[:1] == ("yes",)]
    no = [
        name for name, label in zip(menu.ids, menu.labels, strict=True)
        if label in {("no",), ("never",), ("none",)}
    ]  # fmt: skip
    unsure = [name for name in menu.ids if "not-sure" in menu.concept_of.get(name, "")]
    if not yes and not no:
        return None
    side = yes_no(text, question).value
    for wanted, names in (("yes", yes), ("no", no), ("unsure", unsure)):
        if side == wanted and len(names) == 1:
            return names[0]
    return None


def _timed(text: Text, menu: _Menu, ref: date | None) -> str | None:
    """The option whose stretch of time holds the middle of the time named."""
    stretches = _stretches(menu.labels)
    if len(stretches) < 2:
        return None
    question = "how long" if any("less" in label for label in menu.labels) else ""
    if ref is not None:
        span = when(text, question, ref).value
    else:
        span = when(text, question, date(2023, 6, 14)).value
        if span != when(text, question, date(2025, 10, 26)).value:
            return None
    if span is None and any(word in _AGES for word in text.norm.split()):
        span = Interval(_LONG_AGO - 1, _LONG_AGO - 1)
    if span is None:
        return None
    middle = (span.days_min + span.days_max) / 2
    for index, (low, high) in sorted(stretches.items(), key=lambda each: each[1][1]):
        if low - 1 < middle <= high:
            return menu.ids[index]
    return None


@lru_cache(maxsize=256)
def _stretches(labels: tuple[tuple[str, ...], ...]) -> dict[int, tuple[int, int]]:
    """The days that labels of time stand for, by their place among the options."""
    found: dict[int, tuple[int, int]] = {}
    for index, label in enumerate(labels):
        row = " ".join(label)
        if row in _NAMED_STRETCHES:
            found[index] = _NAMED_STRETCHES[row]
            continue
        words = [part for word in label for part in re.findall(r"[a-z]+|\d+|-", word)]
        lengths = [each for at in range(len(words)) if (each := length_at(words, at))]
        if not lengths:
            if row in {"longer ago", "longer", "more", "earlier", "long ago"}:
                found[index] = (max((high for _, high in found.values()), default=0), _LONG_AGO)
            continue
        low, high = lengths[0].low, lengths[-1].high
        if {"less", "under"} & set(label):
            low = 0
        elif {"more", "over", "longer"} & set(label):
            high = _LONG_AGO
        found[index] = (low, high)
    return found


_AGES = frozenset("ages yonks forever years donkeys decades".split())
_NAMED_STRETCHES = {
    "today": (0, 0), "yesterday": (1, 1), "this week": (0, 6), "last week": (7, 13),
    "this month": (0, 30), "last month": (22, 61), "this year": (0, 365),
}  # fmt: skip
