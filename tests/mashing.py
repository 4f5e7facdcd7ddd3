"""Keys pressed at random in the full terminal, for as long as you like, on a real pseudo terminal.

Usage: python tests/mashing.py [SECONDS] [SEED]. Says how many keys were pressed and what broke:
a traceback, a screen that stands still, a terminal that is not as before.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path
from time import monotonic

if __name__ == "__main__":  # started as a file, the tests are no package yet
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.pty_session import PtySession, environment

KEYS = (
    *"abcdefghijklmnopqrstuvwxyz0123456789 /.,'\\?",
    *("\r", "\n", "\t", "\x7f") * 4,
    *("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~") * 3,
    *("\x1b\r", "\x1b[3~", "\x1b[Z", "\x1bOP", "\x1b#", "\x1bb", "\x1b5", "\x1b[1;5C", "\x1b[200~"),
    *("\x1b[201~", "\x1b[200~two\rlines\x1b[201~", "\x1b[<0;3;3M", "\x1b[12;40R", "\x1b]0;x\x07"),
    *(chr(code) for code in range(1, 32) if chr(code) not in "\x03\x04\x1a\x1b\x13\x1c"),
    *("é", "漢", "👍🏽", "\u202e", "\u0301", "\x00", "\x9b"),
    *(
        "help\r",
        "/back\r",
        "/skip\r",
        "/why\r",
        "/home\r",
        "/tools\r",
        "/notes\r",
        "/mood\r",
        "/change 1\r",
    ),
    *(
        "/my-data\r",
        "/summary\r",
        "/long\r",
        "/cover\r",
        "/cover x\r",
        "x\r",
        "/private\r",
        "he left me\r",
        "1\r",
    ),
)
"""Everything but the keys that leave: Ctrl+C, Ctrl+D, Ctrl+Z, Escape alone; and what a terminal that
was given back makes of the last keys of a burst: Ctrl+S stops it, Ctrl+\\ kills."""

SIZES = ((80, 24), (40, 20), (200, 50), (20, 8), (7, 3))
BURST = 12


def mash(session: PtySession, chance: random.Random, bursts: int) -> int:
    """Press keys in bursts, with a new size now and then; return how many were pressed."""
    pressed = 0
    for _ in range(bursts):
        if session.process.poll() is not None:
            break
        keys = [chance.choice(KEYS) for _ in range(chance.randint(1, BURST))]
        session.press("".join(keys))
        pressed += len(keys)
        if chance.random() < 0.1:
            session.resize(*chance.choice(SIZES))
        while session.read(0.01):
            pass
    return pressed


def ends_well(session: PtySession) -> str:
    """Leave at once; return what is wrong then, or ""."""
    if session.process.poll() is None:
        session.press("\x1b[201~\x1b\x1b\x1b")  # a paste that was begun is over first
    code = session.ended()
    if b"Traceback" in session.raw or b"went wrong" in session.raw:
        return "an error was shown"
    if not session.as_before():
        return "the terminal is not as before"
    return "" if code == 0 else f"exit code {code}"


def main() -> None:
    """Mash for some seconds, talk after talk."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    chance, end, talks, pressed = random.Random(seed), monotonic() + seconds, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        while monotonic() < end:
            arguments = ("chat", "--private") if chance.random() < 0.3 else ()
            with PtySession(*arguments, env=environment(Path(folder))) as session:
                session.until("Esc Esc Esc")
                pressed += mash(session, chance, 150)
                wrong = ends_well(session)
                talks += 1
            if wrong:
                trouble = Path(folder) / "cache" / "trouble.txt"
                told = trouble.read_text(encoding="utf-8") if trouble.exists() else ""
                raise SystemExit(f"seed {seed}, talk {talks}: {wrong}\n{told}\n{session.shown()}")
    sys.stdout.write(f"seed {seed}: {pressed} keys in {talks} talks, nothing broke\n")


if __name__ == "__main__":
    main()
