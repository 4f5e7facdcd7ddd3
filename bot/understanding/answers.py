"""Answers to closed questions: yes or no, one option or several, and short lists.

This is the door for callers; the reading is done in polarity.py and options.py.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.understanding.options import choice, choices
from bot.understanding.polarity import yes_no
from bot.understanding.questions import Side
from bot.understanding.text import LIMIT

if TYPE_CHECKING:
    from bot.understanding.text import Text

__all__ = ["Side", "choice", "choices", "items", "says_nothing", "yes_no"]


@cache
def _bullets() -> re.Pattern[str]:
    return re.compile(r"^\s*(?:[-*•·–—>]+|\(?\d{1,2}[.):]|\(?[a-h][.)])\s*")


@cache
def _and() -> re.Pattern[str]:
    return re.compile(r"\s+(?:and|&|plus|und|also)\s+(?:also\s+|then\s+)?", re.IGNORECASE)


def items(text: Text | str, most: int) -> tuple[str, ...]:
    """The entries of a list as typed, at most `most`; what is over stays with the last one.

    Lines part first, then semicolons, then commas; a last "and" parts where commas did or where
    both sides are short. "Nothing" and the like give an empty list.
    """
    raw = (text if isinstance(text, str) else text.raw)[:LIMIT]
    entries = [entry for part in re.split(r"[\n\r;|]+", raw) if (entry := _entry(part))]
    if len(entries) == 1:
        entries = _by_commas(entries[0])
    if len(entries) == 1 and _is_nothing(entries[0]):
        return ()
    unique = list(dict.fromkeys(entries))
    if len(unique) > most > 0:
        unique = [*unique[: most - 1], ", ".join(unique[most - 1 :])]
    return tuple(unique[: max(0, most)])


def _entry(part: str) -> str:
    return _bullets().sub("", part, count=1).strip(" \t,.").strip()


def _by_commas(entry: str) -> list[str]:
    numbered = re.split(r"(?:^|\s)\d{1,2}[.)]\s+", entry)
    if len(numbered) > 2:
        return [each for part in numbered if (each := _entry(part))]
    parts = [part for part in re.split(r"\s*,\s+|\s*,(?=\D)", entry) if part.strip()]
    if len(parts) == 1:
        halves = _and().split(entry)
        short = all(len(half.split()) <= 4 for half in halves)
        return [each for half in halves if (each := _entry(half))] if short else [entry]
    if any(len(part.split()) > 8 for part in parts):
        return [entry]
    last = re.sub(r"^(?:and|or|plus|&)\s+", "", parts[-1].strip(), flags=re.IGNORECASE)
    tail = _and().split(last)
    if all(len(half.split()) <= 4 for half in tail):
        parts[-1:] = tail
    else:
        parts[-1] = last
    return [each for part in parts if (each := _entry(part))]


def says_nothing(text: Text | str) -> bool:
    """Whether a text is only "nothing", "no idea" or the like: no words of one's own."""
    return _is_nothing(text if isinstance(text, str) else text.raw[:LIMIT])


_NOTHINGS = frozenset("nothing none no nope idk dunno nah n/a na nil - skip pass".split()) | {
    "i don't know",
    "i dont know",
    "not sure",
    "no idea",
    "nothing really",
    "don't know",
    "can't think of any",
    "can't think of anything",
    "nothing comes to mind",
    "nobody",
    "no one",
    "noone",
    "i have no idea",
    "no clue",
    "rather not say",
}


def _is_nothing(entry: str) -> bool:
    return entry.lower().replace("’", "'").strip(" .!\n") in _NOTHINGS
