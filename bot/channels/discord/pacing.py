"""How much one person may send, and what was heard already: both in memory, and both bounded."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

REMEMBERED = 20_000
"""Events whose ids are kept to know a second delivery: minutes of a busy bot, and Discord repeats
within seconds."""

MINUTE = 60.0


class Heard:
    """The ids of the newest events; Discord may deliver one twice."""

    def __init__(self) -> None:
        self._ids: OrderedDict[int, None] = OrderedDict()

    def is_new(self, event: int) -> bool:
        """Note an event and say whether it was not heard before."""
        if event in self._ids:
            return False
        self._ids[event] = None
        if len(self._ids) > REMEMBERED:
            self._ids.popitem(last=False)
        return True


class Pace:
    """Counts what each person sent within a minute; `most` is what can be heard of it.

    Of those who are `blocked`, by their names in the store, nothing is.
    """

    def __init__(self, most: int, blocked: Iterable[str] = ()) -> None:
        self._most = most
        self._blocked = frozenset(blocked)
        self._minutes: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def is_blocked(self, person: str) -> bool:
        """Whether the operator wants nothing heard of a person."""
        return person in self._blocked

    def over(self, person: str, now: float) -> int:
        """Note one event at `now` (seconds), and return by how many it is too many; 0 for none."""
        begun, count = self._minutes.pop(person, (now, 0))
        if begun <= now - MINUTE:
            begun, count = now, 0
        self._minutes[person] = (begun, count + 1)
        while next(iter(self._minutes.values()))[0] <= now - MINUTE:
            self._minutes.popitem(last=False)
        most = 0 if person in self._blocked else self._most
        return max(0, count + 1 - most)
