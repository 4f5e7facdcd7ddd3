"""A talk told once more as its dialogs read today: what the bot says, asks, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.folding import fold_heard
from bot.dialogue.session import AskQuestion, Leave, Started
from bot.dialogue.telling import Speaker
from bot.dialogue.wording import LEFT_OPEN, in_words, put_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.machine import Run
    from bot.dialogue.program import Instruction, Show, Text
    from bot.dialogue.session import Effect, Entry


class Passage(NamedTuple):
    """What the bot does up to an answer, and the answer in words; None where the talk stands."""

    effects: tuple[Effect, ...]
    answer: str | None


class _Retelling(Speaker):
    """Hears a log being walked, and puts each answer behind its question."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.told: list[tuple[int, Effect | str]] = []
        self._run: Run | None = None
        self._answered = 0

    def say(self, run: Run, step: str, visit: int, text: Text) -> None:
        """Keep a text behind the answers before it."""
        self.catch_up(run)
        super().say(run, step, visit, text)
        self._keep(run)

    def show(self, run: Run, step: Show) -> None:
        """Keep what is shown behind the answers before it."""
        self.catch_up(run)
        super().show(run, step)
        self._keep(run)

    def catch_up(self, run: Run) -> None:
        """Keep the answers that were given on this road since it was last heard of."""
        if run is not self._run:
            self._run, self._answered = run, 0
        for asked in run.road[self._answered :]:
            question = AskQuestion(asked.key, asked.question, "", put_on(run.road, asked))
            words = in_words(asked.known, asked.question) or LEFT_OPEN
            self.told += [(run.seq, question), (run.seq, words)]
        self._answered = len(run.road)

    def _keep(self, run: Run) -> None:
        self.told += [(run.seq, effect) for effect in self.said]
        self.said.clear()


def retold(library: Library, entries: Sequence[Entry]) -> tuple[Passage, ...]:
    """Tell a talk from its log, up to the question that is open now; what was taken back is left out."""
    seed = next((one.seed for one in entries if isinstance(one, Started)), 0)
    telling = _Retelling(seed)

    def hook(run: Run, _step: Instruction) -> None:
        telling.catch_up(run)

    session = fold_heard(library, entries, telling, hook)
    passages: list[Passage] = []
    effects: list[Effect] = []
    # Roads beside the talk are walked before it; what was said first stands first.
    for _, one in sorted(telling.told, key=lambda pair: pair[0]):
        if isinstance(one, str):
            passages.append(Passage(tuple(effects), one))
            effects = []
        else:
            effects.append(one)
    if session.view.open is not None:
        effects.append(session.view.open)
    elif session.view.ended:
        effects.append(Leave("ended", session.view.ended))
    return (*passages, Passage(tuple(effects), None))
