"""How long a turn and a refold take, as multiples of one turn of a hand-written dict machine.

Workload: a reflection of ten questions in a circle, pressed from buttons. Run it with
`python benchmarks/engine.py`; every figure comes from this one run, best of several rounds, in
processor time, so that a busy machine does not count.
"""

from __future__ import annotations

import gc
from time import process_time

from rows import Figure, note

from bot.dialogue.engine import fold, step
from bot.dialogue.expressions import Is, Or
from bot.dialogue.library import Library, Phrases
from bot.dialogue.lines import HelpLines
from bot.dialogue.program import Ask, Branch, Jump, Option, Program, Question, Say, Text
from bot.dialogue.session import Begin, Picked
from bot.understanding.patterns import Rules

QUESTIONS = 10
ROUNDS = 7
TURNS = 3_000
STEP_FLOOR, FOLD_FLOOR = 10.0, 150.0


def text(name: str, words: str) -> Text:
    return Text(name, ((words,),))


def library() -> Library:
    """Ten questions of three options; a say after each, on a branch every second time."""
    code: list[object] = []
    for number in range(QUESTIONS):
        name = f"q{number}"
        chosen = tuple(Option(one, one.title()) for one in ("yes", "no", "partly"))
        code.append(
            Ask(name, Question(name, "choose", text(f"b/{name}", f"Question {number}?"), chosen))
        )
        if number % 2:
            guard = Or((Is(name, "yes"), Is(name, "partly")))
            code.append(Branch(f"{name}-if", guard, len(code) + 2))
        code.append(Say(f"{name}-say", text(f"b/{name}-say", "Thank you for saying so.")))
    code.append(Jump(0))
    program = Program("b", "b", "", tuple(code), {}, ("start",) * len(code))  # type: ignore[arg-type]
    return Library({"b": program}, Phrases({}), Rules({}), HelpLines((), ()), {})


def dict_machine():
    """What somebody would write by hand for the same ten questions."""
    nodes = {
        f"q{n}": {
            "text": f"Question {n}?",
            "options": {"yes": "Yes", "no": "No", "partly": "Partly"},
            "next": f"q{(n + 1) % QUESTIONS}",
            "say": "Thank you for saying so.",
        }
        for n in range(QUESTIONS)
    }

    def turn(state: dict, option: str) -> list[str]:
        node = nodes[state["at"]]
        if option not in node["options"]:
            return [node["text"]]
        state["answers"] = {**state["answers"], state["at"]: option}
        state["log"].append((state["at"], option))
        state["at"] = node["next"]
        out = [node["say"], nodes[state["at"]]["text"]]
        out += [
            f"{place}. {label}"
            for place, label in enumerate(nodes[state["at"]]["options"].values(), 1)
        ]
        return out

    return turn


def best(work, times: int) -> float:
    """Seconds for one call of `work`, in the best of the rounds."""
    found = []
    for _ in range(ROUNDS):
        started = process_time()
        work(times)
        found.append((process_time() - started) / times)
    return min(found)


def hand(times: int) -> None:
    """Thirty turns at a time of the dict machine."""
    turn = dict_machine()
    for _ in range(times // 30):
        state = {"at": "q0", "answers": {}, "log": []}
        for _ in range(30):
            turn(state, "yes")


def stepping(lib: Library):
    """Thirty presses at a time, each with the view of the one before it."""
    begun = step(lib, None, Begin("b", 1, 1e9)).session

    def work(times: int) -> None:
        for _ in range(times // 30):
            session = begun
            for number in range(30):
                session = step(lib, session, Picked(("yes",), 1e9 + number)).session

    return work


def folding(lib: Library):
    """The log of fifty answers, folded again and again."""
    session = step(lib, None, Begin("b", 1, 1e9)).session
    for number in range(50):
        session = step(lib, session, Picked(("yes",), 1e9 + number)).session
    assert fold(lib, session.entries).view == session.view

    def work(times: int) -> None:
        for _ in range(times):
            fold(lib, session.entries)

    return work


def main() -> None:
    """Measure all three in turns, and print the ratios."""
    gc.disable()
    lib = library()
    by_hand = best(hand, TURNS)
    print(f"dict machine, one turn   {by_hand * 1e6:8.2f} us")
    for name, work, times, floor in (
        ("step on a press", stepping(lib), TURNS, STEP_FLOOR),
        ("fold of 50 answers", folding(lib), 200, FOLD_FLOOR),
    ):
        spent = best(work, times)
        ratio = spent / by_hand
        verdict = "reached" if ratio <= floor else "LOST"
        note(
            Figure(name, "afterword", spent * 1e6, "µs", ratio, ratio > floor, aim=f"≤ {floor:g} ×")
        )
        print(f"{name:24} {spent * 1e6:8.2f} us {ratio:6.1f} x, to reach {floor:.0f} x: {verdict}")


if __name__ == "__main__":
    main()
