"""From the start of the process to the first question, beside a script that reads the same files.

Usage: python benchmarks/start.py [rounds]. Prints medians and the ratio; lost rows say so.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from rows import Figure, note

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 15

PEER = """
import sqlite3, yaml, pathlib
for folder in ("dialogs", "config"):
    for path in sorted(pathlib.Path(folder).rglob("*.yaml")):
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
{more}
print("What happened tonight?", flush=True)
input()
"""


def until_prompt(command: list[str], prompt: bytes, env: dict[str, str]) -> float:
    """Seconds until `prompt` has come out of the process."""
    start = perf_counter()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        cwd=ROOT, env=env,
    ) as process:  # fmt: skip
        seen = b""
        while prompt not in seen:
            chunk = os.read(process.stdout.fileno(), 65536)
            if not chunk:
                raise SystemExit(f"{command} ended before it asked: {seen!r}")
            seen += chunk
        took = perf_counter() - start
        process.kill()
    return took


def until_drawn(command: list[str], prompt: bytes, env: dict[str, str]) -> float:
    """Seconds until `prompt` has been drawn on a terminal."""
    start = perf_counter()
    terminal, inner = pty.openpty()
    with subprocess.Popen(
        command, stdin=inner, stdout=inner, stderr=inner, cwd=ROOT, env=env, start_new_session=True
    ) as process:
        os.close(inner)
        seen = b""
        while prompt not in seen:
            seen += os.read(terminal, 65536)
        took = perf_counter() - start
        process.kill()
    os.close(terminal)
    return took


def until_end(command: list[str], env: dict[str, str]) -> float:
    """Seconds until the process is over."""
    start = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, cwd=ROOT, env=env, check=True)
    return perf_counter() - start


def row(name: str, ours: list[float], peers: list[float], aim: float) -> None:
    """Print one figure with its aim."""
    mine, peer = median(ours) * 1000, median(peers) * 1000
    ratio = mine / peer
    verdict = "reached" if ratio <= aim else "LOST"
    note(Figure(name, "afterword", mine, "ms", ratio, ratio > aim, min(ours) * 1e3, max(ours) * 1e3,
                f"≤ {aim:g} ×"))  # fmt: skip
    print(f"{name:<36}{mine:8.1f} ms{peer:8.1f} ms{ratio:7.2f} x  (aim {aim:g} x: {verdict})")


def main() -> None:
    """Take all measures in turns, so that a busy moment hits both sides."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    python = sys.executable
    with tempfile.TemporaryDirectory() as folder:
        env = {
            **os.environ,
            "AFTERWORD_DB": f"{folder}/talks.db",
            "AFTERWORD_CACHE": f"{folder}/cache",
            "TERM": "xterm-256color",
        }
        ask = b"What happened tonight?"
        # The last thing that is drawn: by then a key is heard.
        drawn = b"Esc Esc Esc closes at once"
        bare_peer, peer_with_screen = (
            PEER.replace("{more}", more) for more in ("", "import prompt_toolkit")
        )
        first = until_prompt([python, "-m", "bot"], ask, env)
        ours, peers, helps, bare, full, full_peers = [], [], [], [], [], []
        for _ in range(rounds):
            ours.append(until_prompt([python, "-m", "bot"], ask, env))
            peers.append(until_prompt([python, "-c", bare_peer], ask, env))
            full.append(until_drawn([python, "-m", "bot"], drawn, env))
            full_peers.append(until_drawn([python, "-c", peer_with_screen], ask, env))
            helps.append(until_end([python, "-m", "bot", "--help"], env))
            bare.append(until_end([python, "-c", "pass"], env))
    print(f"{'':<36}{'ours':>11}{'peer':>11}   (medians of {rounds})")
    print(f"{'first start, nothing cached':<36}{first * 1000:8.1f} ms")
    row("first question, plain, second start", ours, peers, 1.3)
    row("first question, full, second start", full, full_peers, 1.3)
    row("--help beside bare python", helps, bare, 8)


if __name__ == "__main__":
    main()
