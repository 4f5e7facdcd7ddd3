"""The same ten-question talk in Afterword and in what one would take instead, in one run.

Usage: python benchmarks/side_by_side.py [both|peers|scripts] [--quick] [--rounds N] [--only NAMES]

With `peers` only the talk is measured, with `scripts` only what the other scripts beside this one
measure; rows of the other half stay as they were.

Makes an environment for each group of peers (.envs/ beside this file), checks every reply of each, and
measures in rounds in which everybody has a turn. Ratios are taken inside a round, beside the machine
written by hand; printed are medians with the smallest and the largest. Writes results/latest.json,
results/side-by-side.svg and the table in docs/performance.md. `--quick` measures next to nothing,
writes nothing and fails only where a reply is wrong. What is lost is printed as lost.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from picture import drawn
from rows import PLACE, Figure
from tables import write_table

HERE = Path(__file__).resolve().parent
PEERS = HERE / "peers" / "ten"
RESULTS = HERE / "results"
ENVIRONMENTS = HERE / ".envs"
FLOOR = "by hand"
OURS = ("afterword", "afterword, pressed")
PATIENCE = 900

RULES = ["rivescript==1.15.0", "python-aiml==0.9.3", "sismic==1.6.14",
         "python-statemachine==3.2.2", "transitions==0.9.3"]  # fmt: skip
CHATSKY = ["chatsky[sqlite,yaml]==0.10.0", "sqlalchemy<2.1"]
RASA = ["rasa==3.6.21", "setuptools<71"]
BOTBUILDER = ["botbuilder-dialogs==4.17.1", "botbuilder-core==4.17.1", "aiohttp"]


@dataclass(frozen=True, slots=True)
class Entrant:
    """Who takes part: its file, what it needs installed, and what it can't do in reason."""

    name: str
    file: str
    packages: list[str] = field(default_factory=list)
    environment: str = ""
    more: tuple[str, ...] = ()
    steps: int = 10_000
    """The longest chain it is asked to load; beyond that it takes minutes."""
    is_slow: bool = False
    python: str = ""
    """The Python it needs, where it does not run on ours."""


ENTRANTS = (
    Entrant(FLOOR, "by_hand.py"),
    Entrant("afterword", "afterword.py", more=("Peer",)),
    Entrant("afterword, pressed", "afterword.py", more=("Pressed",), steps=0),
    Entrant("transitions", "with_transitions.py", RULES, "rules"),
    Entrant("RiveScript", "with_rivescript.py", RULES, "rules"),
    Entrant("AIML", "with_aiml.py", RULES, "rules"),
    Entrant("python-statemachine", "with_statemachine.py", RULES, "rules", steps=1_000),
    Entrant("sismic", "with_sismic.py", RULES, "rules", steps=1_000),
    Entrant("botbuilder", "with_botbuilder.py", BOTBUILDER, "botbuilder", is_slow=True),
    Entrant("chatsky", "with_chatsky.py", CHATSKY, "chatsky", is_slow=True),
    Entrant("Rasa", "with_rasa.py", RASA, "rasa", steps=10, is_slow=True, python="python3.10"),
)
OTHER_SCRIPTS = (
    ("engine.py",), ("start.py",), ("explore.py",), ("understanding.py",), ("store.py",),
    ("store.py", "growth"), ("on_discord.py",),
)  # fmt: skip
"""What else is measured; each notes rows of its own."""


class BrokenPeerError(Exception):
    """A peer did not do the work: the reply, or what its process said last."""


def main() -> int:
    """Check, measure, write; 1 where somebody's work was wrong."""
    options = _options()
    if options.what == "scripts":
        _write(_beside(), [], {})
        return 0
    entrants = [one for one in ENTRANTS if not (options.quick and one.is_slow)]
    ready, absent = [], {}
    for one in entrants:
        if options.only and one.name not in (FLOOR, *options.only.split(",")):
            continue
        try:
            python = _environment(one)
        except BrokenPeerError as error:
            absent[one.name] = str(error)
            print(f"{one.name}: does not take part ({error})")
            continue
        ready.append((one, python))
    wrong = [name for one, python in ready for name in _wrong(one, python, quick=options.quick)]
    if wrong:
        print("\n".join(wrong))
        return 1
    print(f"every reply of {len(ready)} peers is right")
    figures = _measured(ready, 1 if options.quick else options.rounds, quick=options.quick)
    _print(figures)
    if options.quick:
        return 0
    if not options.only:
        _write(figures + ([] if options.what == "peers" else _beside()), ready, absent)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Afterword beside its peers.")
    parser.add_argument("what", nargs="?", choices=["both", "peers", "scripts"], default="both")
    parser.add_argument("--quick", action="store_true", help="under two minutes; writes nothing")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default="", help="these peers, with commas; writes nothing")
    return parser.parse_args()


# --- environments -------------------------------------------------------------


def _environment(entrant: Entrant) -> str:
    """Return the Python that has what a peer needs; made where it is not there yet."""
    if not entrant.environment:
        return sys.executable
    if entrant.python and shutil.which(entrant.python) is None:
        raise BrokenPeerError(f"it needs {entrant.python}, which is not here")
    folder = ENVIRONMENTS / entrant.environment
    python = folder / "bin" / "python"
    mark = folder / "installed"
    wanted = "\n".join(entrant.packages)
    if mark.exists() and mark.read_text() == wanted:
        return str(python)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    own = entrant.python or sys.executable
    for command in ([own, "-m", "venv", folder], [*pip, *entrant.packages]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            said = (done.stderr or done.stdout).strip().splitlines()
            raise BrokenPeerError(said[-1] if said else "its environment could not be made")
    mark.write_text(wanted)
    return str(python)


def _asked(entrant: Entrant, python: str, mode: str, **options: Any) -> dict[str, Any]:
    """Return what a peer's process says about itself in one mode."""
    arguments = [str(part) for name, one in options.items() for part in (f"--{name}", one)]
    done = subprocess.run(
        [python, PEERS / entrant.file, *entrant.more, mode, *arguments], capture_output=True,
        text=True, check=False, timeout=PATIENCE, cwd=PEERS,
    )  # fmt: skip
    last = done.stdout.strip().splitlines()
    if done.returncode or not last:
        raise BrokenPeerError(f"{entrant.name} {mode}: {done.stderr.strip()[-500:]}")
    found: dict[str, Any] = json.loads(last[-1])
    return found


def _wrong(entrant: Entrant, python: str, *, quick: bool) -> list[str]:
    """Return what a peer got wrong, in sentences; an empty list is a right peer."""
    found = []
    talks = 9 if quick or entrant.is_slow else 60
    for store in ("memory", "disk"):
        try:
            checked = _asked(entrant, python, "check", store=store, talks=talks)
        except BrokenPeerError as error:
            found.append(str(error))
            continue
        if checked["wrong"]:
            found.append(f"{entrant.name}, {store}: {checked['wrong']} wrong: {checked['first']}")
    return found


# --- rounds -------------------------------------------------------------------

_Found = dict[str, dict[str, list[float]]]
"""Row, peer, one value a round."""

UNITS = {
    "turn in memory": "µs", "turn in memory, p99": "µs", "turns a second in memory": "turns/s",
    "turn on the disk": "µs", "turn on the disk, p99": "µs", "turns a second on the disk": "turns/s",
    "first prompt": "ms", "memory at the first prompt": "MB", "10,000 live talks": "MB",
    "a kept talk": "bytes", "load 10 steps": "ms", "load 1,000 steps": "ms",
    "load 10,000 steps": "ms", "load 10,000 steps, second start": "ms",
}  # fmt: skip
"""The rows of a round and their units; less is better but for turns a second."""


def _measured(ready: list[tuple[Entrant, str]], rounds: int, *, quick: bool) -> list[Figure]:
    found: _Found = {row: {} for row in UNITS}
    for number in range(rounds):
        for one, python in ready:
            for row, value in _round(one, python, quick=quick, first=number == 0).items():
                found[row].setdefault(one.name, []).append(value)
        print(f"round {number + 1} of {rounds}", file=sys.stderr)
    return [figure for row, peers in found.items() for figure in _row(row, peers)]


def _round(one: Entrant, python: str, *, quick: bool, first: bool) -> dict[str, float]:
    """Return everything of one peer in one round; what hardly varies is measured in the first."""
    seconds = 0.2 if quick else 2.0
    memory = _asked(one, python, "turns", store="memory", seconds=seconds)
    disk = _asked(one, python, "turns", store="disk", seconds=seconds)
    if memory["wrong"] or disk["wrong"]:
        raise BrokenPeerError(f"{one.name} gave a wrong last line while it was measured")
    found = {
        "turn in memory": memory["median_us"], "turn in memory, p99": memory["p99_us"],
        "turns a second in memory": memory["per_second"],
        "turn on the disk": disk["median_us"], "turn on the disk, p99": disk["p99_us"],
        "turns a second on the disk": disk["per_second"],
    }  # fmt: skip
    began = _first_prompt(one, python)
    found |= {"first prompt": began[0], "memory at the first prompt": began[1]}
    if quick:
        return found
    for row, steps in (("load 10 steps", 10), ("load 1,000 steps", 1_000),
                       ("load 10,000 steps", 10_000)):  # fmt: skip
        if steps <= one.steps and (first or steps < 10_000):
            loaded = _asked(one, python, "load", steps=steps)
            found[row] = loaded["ms"]
            if steps == 10_000 and "cached_ms" in loaded:
                found["load 10,000 steps, second start"] = loaded["cached_ms"]
    if first:
        talks = 100 if one.is_slow else 5_000
        found["10,000 live talks"] = _asked(one, python, "live", talks=talks)["mb_per_10000"]
        kept = _asked(one, python, "kept", store="disk", talks=20 if one.is_slow else 300)
        found["a kept talk"] = kept["bytes"]
    return found


def _first_prompt(one: Entrant, python: str) -> tuple[float, float]:
    """Return milliseconds from the start of the process to its first line, and MB at most by then."""
    started = perf_counter()
    with subprocess.Popen(
        [python, PEERS / one.file, *one.more, "first"], stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True, cwd=PEERS,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        process.stdout.readline()
        took = (perf_counter() - started) * 1e3
        rest = process.stdout.read()
    return took, json.loads(rest.strip().splitlines()[-1])["peak_kb"] / 1024


def _row(row: str, peers: dict[str, list[float]]) -> list[Figure]:
    floor = peers.get(FLOOR)
    more_is_better = row.startswith("turns")
    medians = {name: median(values) for name, values in peers.items()}
    rivals = [one for name, one in medians.items() if name not in (FLOOR, *OURS)]
    best = (max if more_is_better else min)(rivals, default=None)
    figures = []
    for name, values in peers.items():
        ratio = None
        if floor is not None:
            ratio = median(one / beside for one, beside in zip(values, floor, strict=False))
        mine = medians[name]
        behind = (
            name in OURS and best is not None and (mine < best if more_is_better else mine > best)
        )
        figures.append(Figure(row, name, mine, UNITS[row], ratio, behind, min(values), max(values)))
    return figures


# --- what else is measured, and what is written ---------------------------------


def _beside() -> list[Figure]:
    """Run the other scripts, and return the rows they noted."""
    figures = []
    for script in OTHER_SCRIPTS:
        with tempfile.NamedTemporaryFile(suffix=".jsonl") as noted:
            print(f"\n--- {' '.join(script)}", flush=True)
            done = subprocess.run(
                [sys.executable, HERE / script[0], *script[1:]], env={**os.environ, PLACE: noted.name},
                check=False, cwd=HERE.parent,
            )  # fmt: skip
            if done.returncode:
                raise BrokenPeerError(f"{script[0]} ended with {done.returncode}")
            lines = Path(noted.name).read_text(encoding="utf-8").splitlines()
            figures += [Figure(**json.loads(line)) for line in lines]
    return figures


def _print(figures: list[Figure]) -> None:
    row = ""
    for one in figures:
        if one.row != row:
            row = one.row
            print(f"\n{row} ({one.unit})")
        ratio = f"{one.ratio_to_floor:10.2f} x" if one.ratio_to_floor is not None else " " * 12
        lost = "  LOST" if one.behind else ""
        print(f"  {one.peer:24}{one.value:12,.1f}{ratio}  ({one.low:,.1f} … {one.high:,.1f}){lost}")


def _write(figures: list[Figure], ready: list[tuple[Entrant, str]], absent: dict[str, str]) -> None:
    """Put the figures into the files; rows that were not measured this time stay as they were."""
    RESULTS.mkdir(exist_ok=True)
    file = RESULTS / "latest.json"
    older = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {"rows": []}
    new = {one.row for one in figures}
    kept = [Figure(**one) for one in older["rows"] if one["row"] not in new]
    rounded = [_rounded(one) for one in figures]
    # The talk first, however the halves were measured.
    rows = sorted(kept + rounded, key=lambda one: one.row not in UNITS)
    machine = {
        "cores": os.cpu_count(), "processor": platform.machine(), "system": platform.system(),
        "python": platform.python_version(),
        "peers": {one.name: one.packages for one, _ in ready if one.packages},
        "not here": absent,
    }  # fmt: skip
    if not ready:
        machine = older.get("machine", machine)
    content = {"machine": machine, "rows": [asdict(one) for one in rows]}
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    file.write_text(text, encoding="utf-8")
    (RESULTS / "side-by-side.svg").write_text(drawn(rows, FLOOR), encoding="utf-8")
    write_table(rows, machine)


def _rounded(one: Figure) -> Figure:
    return replace(one, value=_short(one.value), ratio_to_floor=_short(one.ratio_to_floor),
                   low=_short(one.low), high=_short(one.high))  # fmt: skip


def _short(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.3g}")


if __name__ == "__main__":
    sys.exit(main())
