"""What a question is about, and what people then say instead of yes and no.

The words stand in the modules beside it: a question is about a topic when one of its "asks" phrases
stands in it; "yes", "no" and "open" phrases answer it. How they weigh against a plain yes, a no in
front of them or each other is decided in polarity.py.
"""

from __future__ import annotations

from functools import cache

from bot.understanding import (
    topics_breakup,
    topics_danger,
    topics_harm,
    topics_heart,
    topics_return,
    topics_self,
)
from bot.understanding.phrases import Phrases, tables


@cache
def table() -> dict[str, dict[str, tuple[str, ...]]]:
    """Every topic by name: its phrases by section ("asks", "yes", "no", "open")."""
    return {
        name: sections
        for module in (
            topics_danger,
            topics_harm,
            topics_breakup,
            topics_return,
            topics_heart,
            topics_self,
        )
        for name, sections in tables(module.TABLE).items()
    }


@cache
def _cues() -> Phrases:
    return Phrases({name: sections["asks"] for name, sections in table().items()})


def topic(question_words: tuple[str, ...]) -> str | None:
    """The topic of a question: the one whose cue is longest."""
    hits = sorted(_cues().find(question_words), key=lambda hit: hit.begin - hit.end)
    return hits[0].name if hits else None


@cache
def answers(name: str) -> Phrases:
    """What answers a topic: phrases of the classes "open", "no" and "yes"."""
    sections = table()[name]
    return Phrases({side: sections.get(side, ()) for side in ("open", "no", "yes")})
