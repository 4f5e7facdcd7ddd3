"""A small set of talks that comes by everything a dialog can be made to do.

Greedy: each talk goes on to the nearest thing no talk has come by, until nothing is left ahead of it;
afterwards a talk is dropped when the others come by all that it does.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from bot.authoring.coverage import Coverage, Item, walk
from bot.authoring.following import cues, follow
from bot.language.explore import END, STATES, Search

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.authoring.transcripts import Transcript
    from bot.dialogue.library import Library, Plan
    from bot.dialogue.machine import Run
    from bot.dialogue.program import Instruction
    from bot.dialogue.stand import Stand
    from bot.language.roads import Move, Start

TALKS = 200
"""Talks that are tried for one dialog before what is left is given up."""
TRIES = 3
"""Talks that are sent for one thing: other questions on the way can keep a talk from coming to it."""
ANSWERS = 150
"""Answers of one talk; a longer one is read by nobody."""
_START = -1


class Edge(NamedTuple):
    """One move from a state: what it is, where it leads, and what it comes by."""

    move: Move | Start
    to: int
    items: frozenset[Item]


class Cover(NamedTuple):
    """Talks that come by `seen` of a dialog; `left` is reachable and in none of them."""

    talks: tuple[Transcript, ...]
    seen: frozenset[Item]
    left: frozenset[Item]
    complete: bool


class _Map(Search):
    """An exploration that remembers every move, with what it comes by."""

    def __init__(self, library: Library, plan: Plan, coverage: Coverage) -> None:
        super().__init__(library, plan, STATES)
        self.edges: dict[int, list[Edge]] = {}
        self._coverage = coverage
        self._items: set[Item] = set()
        self.offers.each = True
        self.hook = self._watched

    def _watched(self, run: Run, step: Instruction) -> None:
        self.passed.hook(run, step)
        dialog = self.plan.program.dialog
        self._items.update(
            one for one in self._coverage.items_at(run, step) if one.dialog == dialog
        )

    def arrive(self, stand: Stand, came: tuple[int, Move | Start]) -> int:
        """Take in where a move led, and remember it."""
        to = super().arrive(stand, came)
        self.edges.setdefault(came[0], []).append(Edge(came[1], to, frozenset(self._items)))
        self._items.clear()
        return to


def cover(library: Library, dialog: str) -> Cover:
    """Return talks that come by all that can be come by in a dialog begun on its own."""
    plan = library.plan(dialog)
    if plan is None:
        raise KeyError(dialog)
    coverage = Coverage(library)
    search = _Map(library, plan, coverage)
    complete = search.run().complete
    edges = search.edges
    reachable = frozenset(item for rows in edges.values() for edge in rows for item in edge.items)
    hold = _Holder(library, dialog, search, coverage)
    tries = dict.fromkeys(reachable, 0)
    talks: list[Held] = []
    for _ in range(TALKS):
        road = _road(edges, set(tries))
        if not road:
            break
        held = hold(road)
        if not held.seen.isdisjoint(tries):
            talks.append(held)
        _cross_off(tries, {item for edge in road for item in edge.items}, held.seen)
    talks += _one_by_one(edges, hold, reachable - _union(one.seen for one in talks))
    kept = _needed(talks)
    everything = _union(one.seen for one in kept) & reachable
    return Cover(
        tuple(one.transcript for one in kept), everything, reachable - everything, complete
    )


class Held(NamedTuple):
    """A road held as a talk, and what it came by."""

    transcript: Transcript
    seen: frozenset[Item]


class _Holder:
    """Holds roads of one dialog as talks."""

    def __init__(self, library: Library, dialog: str, search: Search, coverage: Coverage) -> None:
        self._library = library
        self._dialog = dialog
        self._search = search
        self._coverage = coverage

    def __call__(self, road: Sequence[Edge]) -> Held:
        start, asked = cues(self._search, [edge.move for edge in road])
        found = follow(self._library, self._dialog, start, asked)
        self._coverage.seen.clear()
        walk(found.talk.library, found.talk.session.entries, self._coverage.hook)
        seen = frozenset(one for one in self._coverage.seen if one.dialog == self._dialog)
        return Held(found.transcript, seen)


def _one_by_one(
    edges: dict[int, list[Edge]], hold: _Holder, missed: frozenset[Item]
) -> Iterator[Held]:
    """Send a talk of its own for each thing that no talk came by, without raising a signal if it can be."""
    quiet = {
        place: [edge for edge in rows if not edge.move.levels] for place, rows in edges.items()
    }
    left = set(missed)
    for item in sorted(missed):
        for ways in (quiet, edges):
            road = _road(ways, {item}) if item in left else []
            held = hold(road) if road else None
            if held is not None and item in held.seen:
                left -= held.seen
                yield held


def _cross_off(tries: dict[Item, int], meant: set[Item], seen: frozenset[Item]) -> None:
    """Cross off what was seen, and what a talk was sent for in vain too often."""
    for item in seen | meant:
        if item in tries:
            tries[item] += 1
            if item in seen or tries[item] >= TRIES:
                del tries[item]


def _road(edges: dict[int, list[Edge]], wanted: set[Item]) -> list[Edge]:
    """Return a road from the start past wanted things to an end; empty where none can be come to."""
    ahead = set(wanted)
    road: list[Edge] = []
    place = _START
    while len(road) < ANSWERS:
        part = _nearest(edges, place, ahead)
        if not part:
            break
        road += part
        for edge in part:
            ahead -= edge.items
        place = part[-1].to
        if place < 0:
            return road
    if not road:
        return []
    return road + _to_an_end(edges, place)


def _nearest(edges: dict[int, list[Edge]], place: int, wanted: set[Item]) -> list[Edge]:
    """Return the shortest way on that ends with something wanted; of equally near ones the richest."""
    came: dict[int, tuple[int, Edge] | None] = {place: None}
    level = [place]
    while level:
        best: tuple[int, int, Edge] | None = None
        following: list[int] = []
        for here in level:
            for edge in edges.get(here, ()):
                gain = len(edge.items & wanted)
                if gain and (best is None or gain > best[0]):
                    best = (gain, here, edge)
                if edge.to >= 0 and edge.to not in came:
                    came[edge.to] = (here, edge)
                    following.append(edge.to)
        if best is not None:
            return [*_way(came, best[1]), best[2]]
        level = following
    return []


def _to_an_end(edges: dict[int, list[Edge]], place: int) -> list[Edge]:
    came: dict[int, tuple[int, Edge] | None] = {place: None}
    queue = deque([place])
    while queue:
        here = queue.popleft()
        for edge in edges.get(here, ()):
            if edge.to == END:
                return [*_way(came, here), edge]
            if edge.to >= 0 and edge.to not in came:
                came[edge.to] = (here, edge)
                queue.append(edge.to)
    return []


def _way(came: dict[int, tuple[int, Edge] | None], place: int) -> list[Edge]:
    way = []
    step = came[place]
    while step is not None:
        place, edge = step
        way.append(edge)
        step = came[place]
    return way[::-1]


def _needed(talks: Sequence[Held]) -> list[Held]:
    """Drop talks, the poorest first, that come by nothing of their own."""
    kept = list(talks)
    for one in sorted(talks, key=lambda talk: len(talk.seen)):
        if one.seen <= _union(other.seen for other in kept if other is not one):
            kept = [other for other in kept if other is not one]
    return kept


def _union(sets: Iterable[frozenset[Item]]) -> frozenset[Item]:
    return frozenset[Item]().union(*sets)
