"""The ground a person has passed: what was said on it, so that nothing comes twice in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.folding import fold_heard
from bot.dialogue.session import Backed, Changed, Undone
from bot.dialogue.telling import Teller

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.dialogue.library import Library
    from bot.dialogue.session import Effect, Entry, Key
    from bot.dialogue.telling import Place

_BENDS = (Backed, Changed, Undone)
BENDS_REMEMBERED = 8
"""So many earlier roads count as passed ground; each costs one more fold of the log."""


class Ground(NamedTuple):
    """What was said by place, newest road first; `conclusions` are those of the road as it is."""

    said: Mapping[Place, tuple[Effect, ...]]
    conclusions: tuple[tuple[Key, str], ...]

    def is_new(self, place: Place, effect: Effect) -> bool:
        """Whether something was never said there, or was last said in other words."""
        return effect not in self.said.get(place, ())


def passed(library: Library, entries: Sequence[Entry], seed: int) -> Ground:
    """Walk again what the person has passed: the road now, and those before it was bent."""
    said: dict[Place, tuple[Effect, ...]] = {}
    teller = Teller(seed)
    if entries:
        bends = [one.seq for one in entries if isinstance(one, _BENDS)]
        for seq in bends[-BENDS_REMEMBERED:]:
            teller = Teller(seed)
            fold_heard(library, entries[: seq - 1], teller)
            said.update(teller.by_place())
        teller = Teller(seed)
        fold_heard(library, entries, teller)
        said.update(teller.by_place())
    return Ground(said, tuple(teller.conclusions))
