"""What people type instead of an option's label: phrases that its author wrote down for it.

It ends at the options whose phrases are in a text; which of them is the answer is decided elsewhere.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.understanding.grammar import PlainPhrase
from bot.understanding.patterns import Pattern, Rules

if TYPE_CHECKING:
    from bot.understanding.text import Text

Phrases = tuple[tuple[str, tuple[PlainPhrase, ...]], ...]
"""Option ids with their compiled phrases."""

KEPT = 64
"""Questions whose phrases stay compiled; a talk asks about sixty, and an author's file may grow."""

_GROUP = "own-words"
_SCOPE = ("-negated", "-quoted")


def said(text: Text, phrases: Phrases) -> frozenset[str]:
    """Return the options of which a phrase is in the text, neither negated nor quoted."""
    return frozenset(match.value for match in _rules(phrases).find(_GROUP, text))


@lru_cache(KEPT)
def _rules(phrases: Phrases) -> Rules:
    return Rules({_GROUP: [
        Pattern((option, "", option, "", 1, _SCOPE, says, (), (), ()))
        for option, says in phrases
    ]})  # fmt: skip
