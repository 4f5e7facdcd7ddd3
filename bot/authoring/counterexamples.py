"""Talks that break a promise, as transcripts: kept as tests, they fail until the promise holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.authoring.following import cues, follow
from bot.authoring.testing import broken_promises
from bot.language.explore import STATES, Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.authoring.transcripts import Transcript
    from bot.dialogue.library import Library
    from bot.dialogue.program import Promise


class CounterExample(NamedTuple):
    """A promise with the shortest talk that breaks it; `shown` says that the real talk does break it."""

    promise: Promise
    transcript: Transcript
    shown: bool


def counter_examples(library: Library, dialog: str) -> Iterator[CounterExample]:
    """Give each promise of a dialog that does not hold, as a transcript. Raises KeyError."""
    plan = library.plan(dialog)
    if plan is None:
        raise KeyError(dialog)
    search = Search(library, plan, STATES)
    search.run()
    for place, came in sorted(search.passed.broken.items()):
        promise = plan.program.promises[place]
        start, asked = cues(search, search.road(*came))
        held = follow(library, dialog, start, asked, promise.says)
        shown = promise in broken_promises(held.talk)
        yield CounterExample(promise, held.transcript, shown)
