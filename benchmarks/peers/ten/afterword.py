"""Afterword itself. In memory: the pure engine. On the disk: the engine and the store of talks.

Every line that is typed goes through everything: signs of danger, the answer, the recognisers. The name
`afterword, pressed` is the same talk from buttons wherever a question has them. A live talk stays in
memory and each turn is appended to its log, as in the product; the other peers read and write their
whole state.
"""

from __future__ import annotations

import sys
from pathlib import Path

import harness
import workload as w

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

DIALOG = "benchmarks/ten"
MADE = ROOT / "benchmarks" / ".envs" / "afterword"
PRESSED = frozenset((*w.SUBJECTS, *w.FEELINGS, *w.PARTS, *w.SIDES))
CHAIN = "dialog: chain\ntitle: A chain\n\nnodes:\n  start:\n"
LINK = '    - confirm: "{text}"\n      as: n{number}\n'


def _dialogs():
    """The folder with the one dialog, as an author has it; a start after the first finds it made."""
    file = MADE / "dialogs" / f"{DIALOG}.yaml"
    content = (ROOT / "benchmarks" / "ten.yaml").read_bytes()
    if not file.exists() or file.read_bytes() != content:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return MADE / "dialogs"


class Peer:
    name = "afterword"
    stores = ("memory", "disk")
    pressed = False

    def open(self, store, folder):
        from bot.language.cache import load_cached

        here = (_dialogs(), ROOT / "config", MADE / "cache", ROOT / "dialogs")
        self.library = load_cached(*here).library
        self.live, self.at = {}, 1e9
        self.store = None
        if store == "disk":
            from bot.store.sqlite import SqliteStore

            self.file = Path(folder) / "kept" / "talks.db"
            self.store = SqliteStore(self.file)

    def turn(self, talk, line):
        from bot.dialogue.engine import step
        from bot.dialogue.session import AskQuestion, Begin, Picked, Said, SayText
        from bot.keeping import Live, keep

        self.at += 1
        live = self.live.get(talk)
        if live is None:
            live = self.live[talk] = Live(talk, talk, self.library)
            event = Begin(DIALOG, 1, self.at)
        elif self.pressed and line in PRESSED:
            event = Picked((line,), self.at)
        else:
            event = Said(line, self.at)
        done = step(self.library, live.session, event)
        if self.store is not None:
            keep(self.store, live, done.session)
        live.session = done.session
        return " ".join(one.text for one in done.effects if isinstance(one, (SayText, AskQuestion)))

    def bytes_kept(self):
        self.store.close()
        return self.file.stat().st_size

    def load(self, steps, folder):
        """From YAML, checked and compiled; and from the cache that the second start finds."""
        from bot.dialogue.library import Library, Phrases
        from bot.dialogue.lines import HelpLines
        from bot.language import cache
        from bot.language.library import compile_dialogs
        from bot.understanding.patterns import Rules

        links = "".join(LINK.format(text=w.link(n), number=n) for n in range(steps))
        files = {"dialogs/chain.yaml": f"{CHAIN}{links}    - end: done\n".encode()}
        found = harness.timed(lambda: compile_dialogs(files))
        programs = compile_dialogs(files).programs
        whole = Library(programs, Phrases({}), Rules({}), HelpLines((), ()), {})
        cache.store(Path(folder), "chain", whole)
        again = harness.timed(lambda: dict(cache.fetch(Path(folder), "chain").programs))
        return {**found, "cached_ms": again["ms"]}

    def close(self):
        if self.store is not None:
            self.store.close()


class Pressed(Peer):
    name = "afterword, pressed"
    pressed = True


if __name__ == "__main__":
    harness.main({"Peer": Peer, "Pressed": Pressed}[sys.argv.pop(1)])
