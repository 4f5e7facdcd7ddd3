"""Counts how often labelled sentences are read right, and how sure that count is.

It ends at numbers and their lines of text; where the sentences come from is the caller's.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.authoring.readings import AT_ONCE, DANGER, NEEDS, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.authoring.readings import Row
    from bot.understanding.patterns import Rules

FILES = {"reason": "reasons"}
"""File names of labelled sentences that are not the name of their kind."""

_SURE = 1.96
"""Standard deviations of a 95 % interval."""
_GROUP = 5
"""Rows of the smallest group that may count as the one read worst."""


class Rate(NamedTuple):
    """So many of so many, with the 95 % interval that this says something about."""

    name: str
    hits: int
    of: int

    @property
    def value(self) -> float:
        """The rate itself; 0 of nothing."""
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval, which stays honest for few rows and for rates near 0 and 1."""
        if not self.of:
            return 0.0, 1.0
        square = _SURE**2
        middle = self.value + square / (2 * self.of)
        spread = _SURE * sqrt(self.value * (1 - self.value) / self.of + square / (4 * self.of**2))
        scale = 1 + square / self.of
        return max((middle - spread) / scale, 0.0), min((middle + spread) / scale, 1.0)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.name} {self.hits}/{self.of} {self.value:.1%} ({low:.1%} to {high:.1%})"


class Score(NamedTuple):
    """How one file went: rows read right, further rates and means, and the group read worst.

    `means` are (name, value from 0 to 1) pairs, of numbers that are no rate of one count.
    """

    name: str
    right: Rate
    rates: tuple[Rate, ...]
    means: tuple[tuple[str, float], ...]
    worst: Rate | None
    micros: float

    def __str__(self) -> str:
        lines = [f"{self.name:<10} {self.right}; {self.micros:.0f} µs a text"]
        lines += [f"  {rate}" for rate in self.rates]
        lines += [f"  {name} {value:.3f}" for name, value in self.means]
        lines += [f"  worst group: {self.worst}"] if self.worst else []
        return "\n".join(lines)


def knows(name: str) -> bool:
    """Whether rows of a file of this name can be read."""
    return FILES.get(name, name) in NEEDS


def evaluate(rules: Rules, name: str, rows: Iterable[Row], now: Callable[[], float]) -> Score:
    """Read labelled rows and score them; `name` says what they are about, `now` tells seconds.

    They are read once before the clock runs, since a rule is compiled when it is first needed.
    Raises KeyError, TypeError or ValueError for a row without its label.
    """
    kind = FILES.get(name, name)
    labelled = list(rows)
    for row in labelled:
        read(rules, kind, row)
    start = now()
    readings = [read(rules, kind, row) for row in labelled]
    micros = (now() - start) * 1e6 / max(len(labelled), 1)
    return score(name, list(zip(readings, labelled, strict=True)), micros)


def score(name: str, pairs: Sequence[tuple[Row, Row]], micros: float = 0.0) -> Score:
    """Score readings beside their labelled rows; a reading has `value`, of a danger also `level`."""
    kind = FILES.get(name, name)
    fits = [is_right(kind, heard["value"], row) for heard, row in pairs]
    return Score(
        name,
        Rate("right", sum(fits), len(fits)),
        tuple(_rates(kind, pairs)),
        tuple(_means(kind, [(heard["value"], row) for heard, row in pairs])),
        _worst([row for _, row in pairs], fits),
        micros,
    )


def is_right(kind: str, value: Any, row: Row) -> bool:
    """Whether a reading is what the row is labelled with."""
    if kind in DANGER:
        return bool(value) == bool(row["label"])
    if kind == "when":
        low, high = row["days_min"], row["days_max"]
        if value is None or low is None:
            return value is None and low is None
        return bool(value["days_min"] <= high and low <= value["days_max"])
    if kind == "scale":
        return bool(value == row["value"])
    if kind == "tactic":
        label = row["label"]
        wanted = label if isinstance(label, list) else [label]
        return (value[0] if value else "none") in wanted
    if kind == "reasons":
        return set(value or ["none"]) == set(row["labels"])
    return bool((value or "unclear") == row["label"])


def _rates(kind: str, pairs: Sequence[tuple[Row, Row]]) -> Iterator[Rate]:
    if kind in DANGER:
        danger = [(heard, bool(row["label"])) for heard, row in pairs]
        heard = [(bool(one["value"]), label) for one, label in danger]
        shown = [(one["level"] in AT_ONCE, label) for one, label in danger]
        yield from _curve("heard or asked about: ", heard)
        yield from _curve("help lines at once: ", shown)
    elif kind == "reasons":
        found = [(set(one["value"]), set(row["labels"]) - {"none"}) for one, row in pairs]
        both = sum(len(one & wanted) for one, wanted in found)
        yield Rate("precision", both, sum(len(one) for one, _ in found))
        yield Rate("recall", both, sum(len(wanted) for _, wanted in found))
    elif kind == "tactic":
        none = [bool(one["value"]) for one, row in pairs if row["label"] == "none"]
        some = [is_right(kind, one["value"], row) for one, row in pairs if row["label"] != "none"]
        yield Rate("first guess right", sum(some), len(some))
        yield Rate("false on none", sum(none), len(none))
    elif kind == "yesno":
        turned = [{one["value"], row["label"]} == {"yes", "no"} for one, row in pairs]
        yield Rate("wrong polarity", sum(turned), len(turned))


def _curve(name: str, pairs: Sequence[tuple[bool, bool]]) -> Iterator[Rate]:
    both = sum(found and label for found, label in pairs)
    yield Rate(f"{name}precision", both, sum(found for found, _ in pairs))
    yield Rate(f"{name}recall", both, sum(label for _, label in pairs))
    harmless = [found for found, label in pairs if not label]
    yield Rate(f"{name}false on the others", sum(harmless), len(harmless))


def _means(kind: str, pairs: Sequence[tuple[Any, Row]]) -> Iterator[tuple[str, float]]:
    if kind in DANGER:
        yield "F1", _f1([({"x"} if v else set(), {"x"} if r["label"] else set()) for v, r in pairs])
    elif kind == "reasons":
        yield "micro-F1", _f1([(set(v), set(r["labels"]) - {"none"}) for v, r in pairs])
    elif kind in {"yesno", "feeling"}:
        sides = sorted({row["label"] for _, row in pairs})
        scores = [_f1([({v} & {side}, {r["label"]} & {side}) for v, r in pairs]) for side in sides]
        yield "macro-F1", sum(scores) / max(len(scores), 1)


def _f1(pairs: Sequence[tuple[set[str], set[str]]]) -> float:
    """F1 over (found, wanted) pairs, every member counted once."""
    right = sum(len(found & wanted) for found, wanted in pairs)
    return 2 * right / max(sum(len(found) + len(wanted) for found, wanted in pairs), 1)


def _worst(rows: Sequence[Row], fits: Sequence[bool]) -> Rate | None:
    """Return the `voice`, or where rows have none the `kind`, that was read right least often."""
    groups: dict[str, list[bool]] = {}
    for row, fit in zip(rows, fits, strict=True):
        groups.setdefault(str(row.get("voice") or row.get("kind") or ""), []).append(fit)
    rates = [
        Rate(name, sum(one), len(one))
        for name, one in groups.items()
        if name and len(one) >= _GROUP
    ]
    return min(rates, key=lambda rate: (rate.value, rate.name), default=None)
