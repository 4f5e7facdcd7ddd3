"""What reading a line costs and how often it is read right, beside TextBlob and others in the same run.

Usage: python benchmarks/understanding.py. Speed is processor time, in multiples of TextBlob's
`.sentiment`; quality is that on the sentences in benchmarks/labelled, which no rule was written
from. The other readers run in an environment made for this run and thrown away. Writes
benchmarks/reports/understanding.md.
"""

from __future__ import annotations

import gc
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import venv
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import process_time

from rows import Figure, aimed, note
from textblob import TextBlob

from bot.authoring import scoring
from bot.language.rules import load_rules
from bot.understanding.answers import yes_no
from bot.understanding.feeling import feeling
from bot.understanding.recognise import CLASSES, recognise
from bot.understanding.signals import screen
from bot.understanding.text import read

ROOT = Path(__file__).resolve().parent.parent
LABELLED = ROOT / "benchmarks" / "labelled"
PEERS = ROOT / "benchmarks" / "peers" / "understanding.py"
REPORT = ROOT / "benchmarks" / "reports" / "understanding.md"

PACKAGES = {
    "TextBlob": ["textblob"],
    "VADER": ["vaderSentiment"],
    "Recognizers-Text": ["recognizers-text-suite", "emoji<2"],  # it does not start with emoji 2
    "dateparser": ["dateparser"],
}
TASKS = {
    "crisis": "thoughts of suicide, plans, self-harm, a goodbye; against idioms, sadness, other people",
    "abuse": "hurt, forced, threatened, controlled, watched, afraid; against ordinary conflict",
    "yesno": "yes, no, not sure, or not an answer, to a question that was asked",
    "feeling": "good, bad or neither",
    "when": "how long ago, or how long, in days",
    "scale": "a number from 0 to 10",
}
OURS = "Afterword"

MEDIAN_AIM, TAIL_AIM, LINEAR_AIM = 4.0, 5.0, 1.5
ROUNDS, STARTS = 25, 7
LENGTHS = (1_000, 2_000, 4_000, 8_000, 100_000)
PIECES = (
    "i want to kill ", "he hit me ", "not ", "if she calls i ", "i never said i want to die, ",
    'he said "i will kill you ', "my friend wants to die and i ", "going to ", "a", "1-", "k m s ",
    "the song goes i want to die ", "i am not going to go to her house and ", "her phone ",
)  # fmt: skip
SALADS, SALAD_WORDS, SEED = 200, 400, 7
QUESTION = "Do you still live together?"


def main() -> None:
    """Measure, ask the others, print, and write the report."""
    gc.disable()
    rules = load_rules(ROOT / "config").rules
    rows = {
        task: [json.loads(line) for line in (LABELLED / f"{task}.jsonl").read_text().splitlines()]
        for task in TASKS
    }
    lines = [*speed(rules, rows), "", *lengths(rules), "", *salads(rules, rows), "", *start()]
    print("\n".join(lines))
    peers = others()
    tables, lost = quality(rules, rows, peers)
    print("\n".join(tables))
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report(rows, peers, lines, tables, lost), encoding="utf-8")
    print(f"\nwritten: {REPORT.relative_to(ROOT)}")


# --- speed ------------------------------------------------------------------------


def everything(rules, raw: str) -> None:
    """An answer, every recogniser, the feeling and the signals of one line."""
    text = read(raw)
    screen(rules, text)
    yes_no(text, QUESTION)
    for name in CLASSES:
        recognise(rules, name, text)
    feeling(text)


def a_turn(rules, raw: str) -> None:
    """What a talk does with a line of one's own words."""
    text = read(raw)
    screen(rules, text, asked=QUESTION)
    recognise(rules, "first-line", text)


def speed(rules, rows) -> list[str]:
    """Each way to read a line; best of the rounds for each line.

    All ways take turns at every line, as in a program that has other work between two lines: none
    keeps the processor's caches to itself, and a busy moment hits all.
    """
    texts = [row["text"] for some in rows.values() for row in some]
    ways = {
        "TextBlob .sentiment": lambda raw: TextBlob(raw).sentiment,
        "everything": lambda raw: everything(rules, raw),
        "a turn": lambda raw: a_turn(rules, raw),
        "signals": lambda raw: screen(rules, raw),
        "yes or no": lambda raw: yes_no(raw, QUESTION),
        "feeling": feeling,
    }
    best = {name: [float("inf")] * len(texts) for name in ways}
    for way in ways.values():
        for text in texts:
            way(text)
    for _ in range(ROUNDS):
        for place, text in enumerate(texts):
            for name, way in ways.items():
                begun = process_time()
                way(text)
                best[name][place] = min(best[name][place], process_time() - begun)
    floor = best["TextBlob .sentiment"]
    alone = [float("inf")] * len(texts)
    for _ in range(ROUNDS):
        for place, text in enumerate(texts):
            begun = process_time()
            ways["TextBlob .sentiment"](text)
            alone[place] = min(alone[place], process_time() - begun)
    lines = [
        f"{'':<24}{'median us':>10}{'p99 us':>9}   x TextBlob: median, p99   ({len(texts)} lines)"
    ]
    for name, times in best.items():
        half, tail = median(times) / median(floor), p99(times) / p99(floor)
        said = f"{name:<24}{median(times) * 1e6:>10.0f}{p99(times) * 1e6:>9.0f}{half:>16.2f}{tail:>7.2f}"
        if name == "everything":
            said += f"   aim {MEDIAN_AIM:g} and {TAIL_AIM:g}: "
            said += verdict(half <= MEDIAN_AIM and tail <= TAIL_AIM)
            aimed("a line through everything ÷ TextBlob, median", half, f"≤ {MEDIAN_AIM:g}")
            aimed("a line through everything ÷ TextBlob, p99", tail, f"≤ {TAIL_AIM:g}")
        lines.append(said)
    line = f"{'TextBlob in a loop':<24}{median(alone) * 1e6:>10.0f}{p99(alone) * 1e6:>9.0f}"
    half = median(best["everything"]) / median(alone)
    tail = p99(best["everything"]) / p99(alone)
    return [
        *lines,
        f"{line}   with nothing else in its way; everything is {half:.2f} and {tail:.2f} x that",
    ]


def p99(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def verdict(reached: bool) -> str:
    return "reached" if reached else "LOST"


def lengths(rules) -> list[str]:
    """How time grows with length: 1.0 is in proportion, for the worst of some nasty pieces."""
    lines = [
        f"{'growth with length':<24}" + "".join(f"{size:>9,}" for size in LENGTHS) + "  signs, ms"
    ]
    worst: dict[str, float] = {}
    ways = {"everything": everything, "a turn": a_turn}
    for name, way in ways.items():
        slowest, table = 0.0, []
        for piece in PIECES:
            took = [shortest(way, rules, piece * (size // len(piece)), 9) for size in LENGTHS]
            growth = took[3] / took[0] / (LENGTHS[3] / LENGTHS[0])
            if growth > slowest:
                slowest, table, worst[name] = growth, [piece, took], growth
        piece, took = table
        lines.append(
            f"{name:<24}" + "".join(f"{one * 1e3:>9.1f}" for one in took)
            + f"  x {worst[name]:.2f} of proportion at 8,000, for {piece!r}, aim {LINEAR_AIM:g}: "
            + verdict(worst[name] <= LINEAR_AIM)
        )  # fmt: skip
    return lines


def shortest(way, rules, raw: str, times: int) -> float:
    took = []
    for _ in range(times):
        begun = process_time()
        way(rules, raw)
        took.append(process_time() - begun)
    return min(took)


def salads(rules, rows) -> list[str]:
    """Long rows of the words that open most rules, in any order: none may take much longer."""
    chance = random.Random(SEED)
    words = sorted({word for row in rows["crisis"] + rows["abuse"] for word in row["text"].split()})
    made = [" ".join(chance.choices(words, k=SALAD_WORDS)) for _ in range(SALADS)]
    took = [shortest(everything, rules, salad, 2) for salad in made]
    half, most = median(took), max(took)
    name = f"{SALADS} salads of {SALAD_WORDS} loaded words (seed {SEED})"
    return [f"{name}: median {half * 1e3:.1f} ms, worst {most * 1e3:.1f} ms, x {most / half:.2f}"]


def start() -> list[str]:
    """What of the reader is imported before the first question, and what with the first typed line."""
    early = "import bot.understanding.signals, bot.understanding.patterns"
    late = (
        f"{early}, bot.understanding.book, bot.understanding.recognise, bot.understanding.answers,"
        " bot.understanding.numbers, bot.understanding.when"
    )
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        before, after = (min(own_share(code, env) for _ in range(STARTS)) for code in (early, late))
    said = f"import of bot.understanding: {before:.1f} ms before the first question"
    return [f"{said}, {after - before:.1f} ms with the first typed line (best of {STARTS})"]


def own_share(code: str, env: dict[str, str]) -> float:
    """Milliseconds that Python spends in modules of the reader while it imports them."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code],
        cwd=ROOT, env=env, check=True, capture_output=True, text=True,
    )  # fmt: skip
    lines = [line for line in done.stderr.splitlines() if "bot.understanding" in line]
    return sum(int(line.split(":")[1].split("|")[0]) for line in lines) / 1000


# --- quality ----------------------------------------------------------------------


def others() -> dict:
    """What the peers read, from an environment that is thrown away; why one is missing otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        failed = {}
        for name, packages in PACKAGES.items():
            done = subprocess.run(
                [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages],
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            if done.returncode:
                failed[name] = "could not be installed"
        done = subprocess.run(
            [python, PEERS, LABELLED], capture_output=True, text=True, check=True, cwd=folder
        )
        found = json.loads(done.stdout)
    return {**found, **{name: {"missing": why} for name, why in failed.items()}}


def quality(rules, rows, peers) -> tuple[list[str], list[str]]:
    """One table for each task, and a line for every figure in which somebody else is better."""
    lines, lost = [], []
    for task, about in TASKS.items():
        scores = {OURS: scoring.evaluate(rules, task, rows[task], process_time)}
        for name, peer in peers.items():
            if task in peer:
                heard = [{"value": value, "level": None} for value in peer[task]["values"]]
                pairs = list(zip(heard, rows[task], strict=True))
                scores[name] = scoring.score(task, pairs, peer[task]["micros"])
        best = max((one.right.value for name, one in scores.items() if name != OURS), default=0)
        for name, score in scores.items():
            behind = name == OURS and score.right.value < best
            note(Figure(f"read right: {task}", name, 100 * score.right.value, "%", behind=behind))
        lines += ["", f"### {task}: {about}", "", *table(scores)]
        if worst := scores[OURS].worst:
            lines += ["", f"Voice we read worst: {worst}."]
        lost += [f"{task}: {one}" for one in better(scores)]
    return lines, lost


def shown(score) -> dict[str, str]:
    """The cells of one row: rates with n and their 95 % interval, then means."""
    cells = {"right": cell(score.right)}
    for rate in score.rates:
        cells[rate.name.removeprefix("heard or asked about: ")] = cell(rate)
    return {**cells, **{name: f"{value:.2f}" for name, value in score.means}}


def cell(rate) -> str:
    low, high = rate.interval
    return f"{rate.value:.0%} of {rate.of} ({low:.0%} to {high:.0%})"


def table(scores) -> list[str]:
    ours = shown(scores[OURS])
    names = [name for name in ours if not name.startswith("help lines at once")]
    lines = [
        "| reader | " + " | ".join(names) + " | µs a text |",
        "|---" * (len(names) + 2) + "|",
    ]
    for reader, score in scores.items():
        cells = shown(score)
        row = " | ".join(cells.get(name, "") for name in names)
        lines.append(f"| {reader} | {row} | {score.micros:.0f} |")
    at_once = {name: text for name, text in ours.items() if name.startswith("help lines at once")}
    if at_once:
        lines += ["", "A question that asks first counts above; help lines shown at once, ours: "
                  + "; ".join(f"{name.partition(': ')[2]} {text}" for name, text in at_once.items())
                  + "."]  # fmt: skip
    return lines


def better(scores) -> list[str]:
    """Say where another reader is ahead of ours, in quality or in time."""
    ours = scores[OURS]
    lines = []
    for name, score in scores.items():
        if name == OURS:
            continue
        if score.right.value > ours.right.value:
            lines.append(f"{name} reads more right ({score.right} against {ours.right})")
        mine = {rate.name: rate for rate in ours.rates}
        for rate in score.rates:
            less = "false" in rate.name or "wrong" in rate.name
            other, here = rate.value, mine[rate.name].value
            if rate.of and "at once" not in rate.name and (other < here if less else other > here):
                lines.append(f"{name} is ahead in {rate} against {mine[rate.name]}")
        if score.micros < ours.micros:
            lines.append(
                f"{name} is faster ({score.micros:.0f} against {ours.micros:.0f} µs a text)"
            )
    return lines


# --- report -----------------------------------------------------------------------


ABOUT = """
The {count} sentences in `benchmarks/labelled` were written for this comparison by one hand, in several
voices, and labelled by the same one. They are few: read the intervals (95 %, Wilson), not the points. No
rule was written from them. The others were made for other work; they stand here because they are what
is usually reached for. TextBlob and VADER say *danger* from a polarity of -0.5 on, and a side from 0.05.
"""


def report(rows, peers, lines, tables, lost) -> str:
    missing = [f"- {name}: {peer['missing']}" for name, peer in peers.items() if "missing" in peer]
    others = [f"{name} {peer['version']}" for name, peer in peers.items() if "version" in peer]
    day, python = datetime.now(UTC).date(), platform.python_version()
    return "\n".join([
        "# Understanding, beside others",
        "",
        f"Written by `python benchmarks/understanding.py` on {day}, Python {python}.",
        f"The others: {', '.join(others)}.",
        ABOUT.format(count=sum(map(len, rows.values()))),
        *(["Not there in this run:", "", *missing, ""] if missing else []),
        "## Time",
        "",
        "```",
        *lines,
        "```",
        "",
        "## Read right",
        *tables,
        "",
        "## Where others are ahead",
        "",
        *([f"- {one}" for one in lost] or ["Nowhere in this run."]),
        "",
    ])  # fmt: skip


if __name__ == "__main__":
    main()
