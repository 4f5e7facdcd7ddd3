"""Meanings that the options of a question may have, and what people say for each.

The words stand in the modules beside it: an option stands for a concept when one of
its "labels" is in the label, and one of "asks", if any, in the question. "says" phrases say it in an
answer, "alone" ones where they are a whole clause; "borrows" names concepts that speak for it where no
option of their own does. How several weigh is decided in options.py.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from bot.understanding import (
    concepts_amounts,
    concepts_contact,
    concepts_daily,
    concepts_deeds,
    concepts_feelings,
)
from bot.understanding.phrases import tables


class Concept(NamedTuple):
    """A meaning that options may have: what labels and what answers say for it."""

    name: str
    labels: tuple[str, ...]
    asks: tuple[str, ...]
    says: tuple[str, ...]
    alone: tuple[str, ...]
    borrows: tuple[str, ...]


@cache
def concepts() -> dict[str, Concept]:
    """Every concept by name, in the order of the tables."""
    return {
        name: Concept(
            name,
            words["labels"],
            *(words.get(section, ()) for section in ("asks", "says", "alone", "borrows")),
        )
        for module in (
            concepts_contact,
            concepts_deeds,
            concepts_amounts,
            concepts_feelings,
            concepts_daily,
        )
        for name, words in tables(module.TABLE).items()
    }
