"""Options named by where they stand: "2", "b)", "the second one", "last", "nr 3".

It ends at the index; what options mean is read in options.py.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = frozenset(".,?!")
_PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3,
           "4th": 3, "forth": 3, "fifth": 4, "5th": 4, "sixth": 5, "6th": 5, "seventh": 6,
           "7th": 6, "eighth": 7, "8th": 7, "ninth": 8, "9th": 8, "tenth": 9, "10th": 9, "primero": 0, "erste": 0, "premier": 0,
           "top": 0, "last": -1, "bottom": -1, "final": -1, "lowest": -1, "end": -1}  # fmt: skip
_COUNTING = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
             "eight": 8, "nine": 9, "ten": 10, "uno": 1, "dos": 2, "tres": 3}  # fmt: skip


@cache
def _place_forms() -> re.Pattern[str]:
    return re.compile(
        r"\W*(?:(?:option|answer|number|letter|choice|num|nr|no\.|nummer|#|n°|nº|pick|its|it's|"
        r"i pick|i choose|i'd say|i say|id say|choose|the|my answer is)\W*){0,3}"
        r"(?:(?P<figure>\d{1,2})|(?P<letter>[a-z]))\W*(?:please|pls|plz|i guess|i think|then)?\W*",
        re.IGNORECASE,
    )


def place(raw: str, words: Sequence[str], size: int) -> int | None:
    """The option named by its number, letter or place: "2", "b)", "the last one", "nr 2"."""
    hit = _place_forms().fullmatch(raw) if len(raw) <= _SHORT else None
    if hit is not None:
        index = _signed(hit, option=raw.strip().lower().startswith("option"))
    elif words[-1] in _COUNTING and all(word in _NUMBER_WORDS for word in words[:-1]):
        index = _COUNTING[words[-1]] - 1
    else:
        row = [word for word in words if word not in _MARKS and word not in _PLACE_FILLERS]
        index = -1 if row in (["end"], ["top"]) and len(words) == 1 else _spoken(row, size)
    return index if 0 <= index < size else None


def _signed(hit: re.Match[str], *, option: bool) -> int:
    """The index of a figure or letter; "y" and "n" are words."""
    if hit.group("figure"):
        return int(hit.group("figure")) - 1
    letter = hit.group("letter").lower()
    return -1 if letter in "yn" and not option else ord(letter) - ord("a")


def _spoken(row: list[str], size: int) -> int:
    """The index of a place in words, fillers taken out; -1 where they are something else."""
    match row:
        case [first, "from" | "to", "end" | "last" | "bottom"]:
            return size - 1 - _PLACES.get(first, size)
        case ["second" | "2nd" | "next", "last" | "bottom"]:
            return size - 2
        case [figure, "st" | "nd" | "rd" | "th"] if figure.isdecimal():
            return int(figure) - 1
        case ["middle"] if size % 2:
            return size // 2
        case [word]:
            index = _PLACES.get(word, size)
            return index + size if index < 0 else index
        case _:
            return -1


# Longer answers say more than a place.
_SHORT = 60
_PLACE_FILLERS = frozenset(
    "the very one option number answer please i think guess pick choose would say of them that to go with"
    " for choice it is nr my is on list will take want probably maybe".split()
)
_NUMBER_WORDS = frozenset(
    "number option answer nr numero num choice the it is i pick choose".split()
)


def places(raw: str, size: int) -> tuple[int, ...]:
    """Several options by number or letter: "1, 3 and 4", "a+c"."""
    if len(raw) > _SHORT or not re.fullmatch(
        r"\W*(?:\d{1,2}|[a-z])(?:(?:\W|and|n|\+|&)+(?:\d{1,2}|[a-z]))*\W*", raw, re.IGNORECASE
    ):
        return ()
    found = re.findall(r"\d{1,2}|(?<![a-z])[a-z](?![a-z])", raw.lower())
    indexes = {int(each) - 1 if each.isdigit() else ord(each) - ord("a") for each in found}
    return tuple(sorted(indexes)) if all(0 <= index < size for index in indexes) else ()
