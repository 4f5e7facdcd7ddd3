"""How long it takes to walk every road of a dialog.

Usage: python benchmarks/explore.py            a made-up dialog of 300 steps, and all shipped ones

Targets: 5 s for the made-up dialog, 10 s for all shipped ones together, one core;
processor time.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rows import Figure, note

from bot.dialogue.expressions import And, AtLeast, Compare, Ends, Has, Is, Not, Number, NumberOf, Or
from bot.dialogue.library import Library, Phrases
from bot.dialogue.lines import HelpLines
from bot.dialogue.program import (
    Ask,
    Branch,
    End,
    Indicator,
    Option,
    Program,
    Promise,
    Question,
    Say,
    Text,
)
from bot.language.explore import explore
from bot.language.library import load
from bot.understanding.patterns import Rules

ROOT = Path(__file__).resolve().parent.parent
STEPS = 300
GUARDED = 0.35  # of the questions stand behind a guard
LOOKS_BACK = (3, 6, 12)  # questions that a guard may reach back
INDICATORS = 10
MADE_UP_AIM, SHIPPED_AIM = 5, 10


def text(words: str) -> Text:
    return Text(words, ((words,),))


def made_up(seed: int, looks_back: int) -> Program:
    """Make a dialog of choices, sets and scales whose guards read the last few answers."""
    chance = random.Random(seed)
    code: list = []
    kinds: dict[str, str] = {}

    def test():
        name = chance.choice(list(kinds)[-looks_back:])
        match kinds[name]:
            case "choose":
                return Is(name, chance.choice("abc"))
            case "pick":
                return Has(name, chance.choice("abc"))
            case _:
                return Compare(
                    NumberOf(name), chance.choice(("<", ">=")), Number(chance.randrange(1, 10))
                )

    def guard():
        match chance.randrange(4):
            case 0:
                return And((test(), test()))
            case 1:
                return Or((test(), Not(test())))
            case _:
                return test()

    options = tuple(Option(one, one) for one in "abcd")
    for number in range(STEPS):
        name = f"q{number}"
        if kinds and chance.random() < GUARDED:
            code.append(Branch(f"if{number}", guard(), len(code) + 3))
            code.append(Say(f"said{number}", text("…")))
        kind = chance.choice(("choose", "choose", "pick", "rate"))
        code.append(Ask(name, Question(name, kind, text(name), options if kind != "rate" else ())))
        kinds[name] = kind
    chosen = [name for name, kind in kinds.items() if kind == "choose"][-INDICATORS:]
    weights = {"a": ("for", ""), "b": ("against", ""), "c": ("mixed", ""), "d": ("mixed", "")}
    tables = {f"I{name}": Indicator(f"I{name}", name, name, weights) for name in chosen}
    many = AtLeast(4, tuple(tables), "for")
    place = len(code)
    code += [Branch("many", many, place + 2), End("e", "many"), End("f", "few")]
    promise = Promise("few are not many", And((Ends("few"), many)), never=True)
    return Program(f"made-up-{looks_back}", "", "", tuple(code), {}, ("start",) * len(code),
                   indicators=tables, promises=(promise,))  # fmt: skip


def report(library: Library, dialog: str) -> float:
    """Explore one dialog and print a line about it."""
    began = process_time()
    found = explore(library, dialog)
    seconds = process_time() - began
    whole = "complete" if found.complete else "NOT COMPLETE"
    longest = "no most" if found.longest is None else found.longest
    print(
        f"{dialog:32} {found.states:>8} states  {seconds:6.2f} s  {whole}  "
        f"questions {found.shortest} to {longest}, {len(found.diagnostics())} found"
    )
    return seconds


def main() -> None:
    """Print states and seconds, dialog by dialog."""
    for looks_back in LOOKS_BACK:
        program = made_up(1, looks_back)
        took = report(
            Library({program.dialog: program}, Phrases({}), Rules({}), HelpLines((), ()), {}),
            program.dialog,
        )
        note(Figure(f"explore 300 made-up steps, guards look back {looks_back}", "afterword", took,
                    "s", behind=took > MADE_UP_AIM, aim=f"≤ {MADE_UP_AIM} s"))  # fmt: skip
    loaded = load(ROOT / "dialogs", ROOT / "config")
    if loaded.library is None:
        sys.exit("\n".join(map(str, loaded.diagnostics)))
    library = loaded.library
    seconds = sum(report(library, dialog) for dialog in sorted(library.programs))
    note(Figure("explore all shipped dialogs", "afterword", seconds, "s",
                behind=seconds > SHIPPED_AIM, aim=f"≤ {SHIPPED_AIM} s"))  # fmt: skip
    print(f"all shipped dialogs: {seconds:.2f} s")


if __name__ == "__main__":
    main()
