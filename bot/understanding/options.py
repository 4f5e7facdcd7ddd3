"""Which option of a closed question an answer names: by place, label, typing slip or other words.

It ends at the option; None means that none or two fit. What labels stand for is in concepts.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.understanding.dates import one_slip
from bot.understanding.measures import apart, counted, timed
from bot.understanding.menus import MARKS, STOPS, Menu, bare, menu_of
from bot.understanding.patterns import Reading, Reason
from bot.understanding.places import place, places
from bot.understanding.polarity import yes_no
from bot.understanding.text import Text, as_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

_SOURCE = "bot/understanding/options.py"
_MORE = 0.75  # what a second sign for an option adds to the best one
_ENOUGH = 0.6  # by how much the best option must lead, on a scale where one clear word is 2

_NEGATORS = frozenset("not no never neither nor without nobody none hardly barely".split())
_STRESS = frozenset(
    "mostly mainly really definitely above more especially now today actually currently nowadays"
    " lately rather primarily most honestly".split()
)
_FADED = frozenset("bit slightly little was were used before previously formerly partly sometimes maybe"
                   " first once initially originally".split())  # fmt: skip
_JOINS = frozenset("and or / & plus both".split())
_ALSO = frozenset("also too".split())
_TURNS = frozenset(
    "but no wait actually rather sorry now though scratch correction nah instead".split()
)


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
    menu = menu_of(tuple(options.items()), question)
    index = place(text.raw, words, len(menu.ids))
    if index is not None:
        return _found(menu.ids[index], "place", text, 0, len(words))
    exact = _exact(words, menu)
    if exact is not None:
        return _found(exact, "label", text, 0, len(words))
    times = counted(words, menu)
    if times is not None:
        return _found(times, "count", text, 0, len(words))
    stretch = timed(text, menu, ref, question)
    if stretch is not None:
        return _found(stretch, "time", text, 0, len(words))
    far = apart(words, menu)
    if far is not None:
        return _found(far, "places", text, 0, len(words))
    if _asks_what(words):
        return Reading(None, ())
    signs = _signs(words, menu)
    best = None if {"either", "or"} <= set(words) else _best(words, signs)
    if best is not None:
        sign = max((s for s in signs if s.option == best), key=lambda s: s.weight)
        return _found(best, menu.concept_of.get(best, "label"), text, sign.begin, sign.end)
    if any(sign.weight > 0 for sign in signs):
        return Reading(None, ())
    sided = _sided(text, menu, question)
    return _found(sided, "yes-no", text, 0, len(words)) if sided else Reading(None, ())


def _asks_what(words: list[str]) -> bool:
    """Whether an answer asks what an option means: "what is a page", "define afraid"."""
    if words[0] == "define":
        return True
    return words[0] == "what" and words[1:2] in _MEANS and len(words) <= _A_QUESTION


_MEANS = (["is"], ["are"], ["do"], ["does"], ["counts"], ["means"])
_A_QUESTION = 5  # words; longer ones may tell something


def choices(
    text: Text | str, options: Mapping[str, str], *, question: str = ""
) -> Reading[tuple[str, ...] | None]:
    """The ids of all options a text names, in the order shown; None where it names none."""
    text = as_text(text)
    words = [token.word for token in text.tokens]
    if not words or not options:
        return Reading(None, ())
    menu = menu_of(tuple(options.items()), question)
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


def _exact(words: list[str], menu: Menu) -> str | None:
    """The option whose whole label was typed, one slip in a longer word allowed."""
    row = tuple(word for word in words if word not in MARKS)
    for name, label in zip(menu.ids, menu.labels, strict=True):
        if row == label:
            return name
    for name, label in zip(menu.ids, menu.labels, strict=True):
        if len(row) == len(label) and all(map(_same_word, row, label)):
            return name
    return None


def _same_word(typed: str, meant: str) -> bool:
    return typed == meant or (len(meant) >= 4 and len(typed) >= 3 and one_slip(typed, meant))


def _signs(words: list[str], menu: Menu) -> list[_Sign]:
    """What speaks for which option, in the order of the words."""
    signs: list[_Sign] = []
    covered: set[int] = set()
    alone = [hit for hit in menu.alone.find(words) if _whole(words, hit.begin, hit.end)]
    for hit in (*menu.phrases.find(words), *alone):
        covered.update(range(hit.begin, hit.end))
        names = hit.name.split("\n")
        if hit.end - hit.begin == 1:
            names = [menu.own_words.get(bare(words[hit.begin]), names[0]), *names[1:]]
        weight = 2.0 + 0.5 * (hit.end - hit.begin - 1)
        if len(names) > 1:
            weight = 1.0
        denied = words[hit.begin] not in _NEGATORS and _denied(words, hit.begin)
        weight = -3.0 if denied else weight + _stress(words, hit.begin, hit.end)
        signs += [_Sign(name, weight, hit.begin, hit.end) for name in names]
    for at, word in enumerate(words):
        if at in covered or word in STOPS or len(word) < 3:
            continue
        owner = menu.own_words.get(bare(word)) or _near_word(word, menu)
        if owner is not None:
            denied = _denied(words, at)
            whole = len(menu.labels[menu.ids.index(owner)]) == 1
            weight = -3.0 if denied else (2.0 if whole else 1.2) + _stress(words, at, at + 1)
            signs.append(_Sign(owner, weight, at, at + 1))
    return signs


def _whole(words: list[str], begin: int, end: int) -> bool:
    """Whether a phrase is a clause of its own, but for words that only fill."""
    while begin and words[begin - 1] in _FILL:
        begin -= 1
    while end < len(words) and words[end] in _FILL:
        end += 1
    return (begin == 0 or words[begin - 1] in MARKS) and (end == len(words) or words[end] in MARKS)


_FILL = frozenset("it is was that just only i think guess say really always mostly mainly but and lol"
                  " honestly to be honest for me sadly please would still not".split())  # fmt: skip


def _near_word(word: str, menu: Menu) -> str | None:
    """The owner of the only label word that a longer word is one slip away from."""
    if len(word) < 5 or not word.isalpha():
        return None
    stem = bare(word)
    near = {owner for known, owner in menu.own_words.items()
            if known[0] == stem[0] and abs(len(known) - len(stem)) <= 1 and len(known) >= 4
            and one_slip(stem, known)}  # fmt: skip
    return near.pop() if len(near) == 1 else None


def _denied(words: Sequence[str], at: int) -> bool:
    for back in range(at - 1, max(-1, at - 4), -1):
        if words[back] in MARKS or words[back] in {"but", "and", "just", "because", "so"}:
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
    while MARKS & set(before):
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
            totals[sign.option] += min(_MORE, sign.weight / 3)
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
        if between & _TURNS and not between & _ALSO and last.weight >= 2:
            return last.option
        if between & (_JOINS | _ALSO) and len(between) <= 5 and gap < 2:
            return None
    return best if gap >= _ENOUGH else None


def _sided(text: Text, menu: Menu, question: str) -> str | None:
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
