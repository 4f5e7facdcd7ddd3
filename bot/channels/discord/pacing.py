"""How much one person may send, and what was heard already: both in memory, and both bounded."""

from __future__ import annotations

from collections import OrderedDict, deque

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
    """Counts what each person sent within a minute; `most` is what can be heard of it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._times: OrderedDict[str, deque[float]] = OrderedDict()

    def over(self, person: str, now: float) -> int:
        """Note one event at `now` (seconds), and return by how many it is too many; 0 for none."""
        times = self._times.setdefault(person, deque())
        self._times.move_to_end(person)
        while times and times[0] <= now - MINUTE:
            times.popleft()
        times.append(now)
        oldest = next(iter(self._times))
        if not self._times[oldest] or self._times[oldest][-1] <= now - MINUTE:
            del self._times[oldest]
        return max(0, len(times) - self._most)
