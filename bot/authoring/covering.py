"""A small set of talks that comes by everything a dialog can be made to do.

Greedy: each talk goes on to the nearest thing no talk has come by, until nothing is left ahead of it;
afterwards a talk is dropped when the others come by all that it does.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from bot.authoring.coverage import Coverage, Item, walk
from bot.authoring.following import Followed, cues, follow
from bot.language.explore import END, STATES, Search

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.authoring.transcripts import Transcript
    from bot.dialogue.library import Library
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

    def chart(self, coverage: Coverage) -> tuple[dict[int, list[Edge]], bool]:
        """Walk every road, and return the moves from each state; and whether that was all."""
        self.edges: dict[int, list[Edge]] = {}
        self.items: set[Item] = set()
        dialog = self.plan.program.dialog
        passed = self.passed.hook

        def hook(run: Run, step: Instruction) -> None:
            passed(run, step)
            if run.plan.program.dialog == dialog:
                self.items.update(coverage.items_at(run, step))

        self.hook = hook
        self.offers.each = True
        found = self.run()
        return self.edges, found.complete

    def arrive(self, stand: Stand, came: tuple[int, Move | Start]) -> int:
        """Take in where a move led, and remember it."""
        to = super().arrive(stand, came)
        self.edges.setdefault(came[0], []).append(Edge(came[1], to, frozenset(self.items)))
        self.items.clear()
        return to


def cover(library: Library, dialog: str) -> Cover:
    """Return talks that come by all that can be come by in a dialog begun on its own."""
    plan = library.plan(dialog)
    if plan is None:
        raise KeyError(dialog)
    coverage = Coverage(library)
    search = _Map(library, plan, STATES)
    edges, complete = search.chart(coverage)
    reachable = frozenset(item for rows in edges.values() for edge in rows for item in edge.items)
    tries = dict.fromkeys(reachable, 0)
    talks: list[tuple[Followed, frozenset[Item]]] = []
    for _ in range(TALKS):
        road = _road(edges, set(tries))
        if not road:
            break
        start, asked = cues(search, [edge.move for edge in road])
        held = follow(library, dialog, start, asked)
        seen = _seen(held, coverage, dialog)
        if not seen.isdisjoint(tries):
            talks.append((held, seen))
        _try(tries, {item for edge in road for item in edge.items}, seen)
    kept = _needed(talks)
    everything = frozenset[Item]().union(*(seen for _, seen in kept)) & reachable
    return Cover(
        tuple(one.transcript for one, _ in kept), everything, reachable - everything, complete
    )


def _seen(held: Followed, coverage: Coverage, dialog: str) -> frozenset[Item]:
    """Return what of a dialog a talk came by."""
    coverage.seen.clear()
    walk(held.talk.library, held.talk.session.entries, coverage.hook)
    return frozenset(one for one in coverage.seen if one.dialog == dialog)


def _try(tries: dict[Item, int], meant: set[Item], seen: frozenset[Item]) -> None:
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


def _needed(
    talks: Sequence[tuple[Followed, frozenset[Item]]],
) -> list[tuple[Followed, frozenset[Item]]]:
    """Drop talks, the poorest first, that come by nothing of their own."""
    kept = list(talks)
    for one in sorted(talks, key=lambda talk: len(talk[1])):
        others = _union(seen for talk, seen in kept if talk is not one[0])
        if one[1] <= others:
            kept = [talk for talk in kept if talk[0] is not one[0]]
    return kept


def _union(sets: Iterable[frozenset[Item]]) -> frozenset[Item]:
    return frozenset[Item]().union(*sets)
