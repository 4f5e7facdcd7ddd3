"""transitions: one machine, a model for each conversation, one trigger with conditions and callbacks."""

from __future__ import annotations

import json

import harness
import workload as w
from kept import Kept

NAMES = ("subject", "feeling", "part", "slept", "thought", "advice", "strong")


class Model:
    def __init__(self, **answers):
        self.__dict__.update(answers)

    def is_subject(self, line):
        return line in w.SUBJECTS

    def is_feeling(self, line):
        return line in w.FEELINGS

    def is_part(self, line):
        return line in w.PARTS

    def is_yes(self, line):
        return line == "yes"

    def is_no(self, line):
        return line == "no"

    def is_strong(self, line):
        return line.isdigit() and 1 <= int(line) <= 10

    def begin(self, _line):
        self.out = w.SUBJECT

    def again(self, _line):
        self.out = w.CHOOSE

    def a_number(self, _line):
        self.out = w.A_NUMBER

    def take_subject(self, line):
        self.subject, self.out = line, w.FEELING

    def take_feeling(self, line):
        self.feeling, self.out = line, w.PART

    def take_part(self, line):
        self.part, self.out = line, w.SLEPT

    def take_yes(self, line):
        self.slept, self.out = line, w.KEEP_UP

    def take_no(self, line):
        self.slept, self.out = line, w.EARLIER

    def ask_thought(self, _line):
        self.out = w.THOUGHT

    def take_thought(self, line):
        self.thought, self.out = line, w.ADVICE.format(thought=line)

    def take_advice(self, line):
        self.advice, self.out = line, w.STRONG.format(advice=line)

    def take_strong(self, line):
        self.strong = line
        self.out = w.closing({name: getattr(self, name) for name in NAMES})


STATES = ["begin", "subject", "feeling", "part", "slept", "second", "thought", "advice", "strong",
          "done"]  # fmt: skip


def _way(source, target, after, condition=None):
    return {"trigger": "answer", "source": source, "dest": target, "after": after,
            "conditions": condition}  # fmt: skip


WAYS = [
    _way("begin", "subject", "begin"),
    _way("subject", "feeling", "take_subject", "is_subject"),
    _way("subject", None, "again"),
    _way("feeling", "part", "take_feeling", "is_feeling"),
    _way("feeling", None, "again"),
    _way("part", "slept", "take_part", "is_part"),
    _way("part", None, "again"),
    _way("slept", "second", "take_yes", "is_yes"),
    _way("slept", "second", "take_no", "is_no"),
    _way("slept", None, "again"),
    _way("second", "thought", "ask_thought", "is_yes"),
    _way("second", "thought", "ask_thought", "is_no"),
    _way("second", None, "again"),
    _way("thought", "advice", "take_thought"),
    _way("advice", "strong", "take_advice"),
    _way("strong", "done", "take_strong", "is_strong"),
    _way("strong", None, "a_number"),
]


class Peer:
    name = "transitions"
    stores = ("memory", "disk")

    def open(self, store, folder):
        from transitions import Machine

        self.machine = Machine(model=None, states=STATES, transitions=WAYS, initial="begin",
                               auto_transitions=False)  # fmt: skip
        self.models = {}
        self.kept = Kept(folder) if store == "disk" else None

    def turn(self, talk, line):
        if self.kept is not None:
            return self._on_disk(talk, line)
        model = self.models.get(talk)
        if model is None:
            model = self.models[talk] = Model()
            self.machine.add_model(model)
        model.answer(line)
        return model.out

    def _on_disk(self, talk, line):
        found = self.kept.get(talk)
        answers = json.loads(found) if found else {}
        state = answers.pop("state", "begin")
        model = Model(**answers)
        self.machine.add_model(model, initial=state)
        model.answer(line)
        kept = {name: getattr(model, name) for name in ("state", *NAMES) if hasattr(model, name)}
        self.kept.put(talk, json.dumps(kept).encode())
        self.machine.remove_model(model)
        return model.out

    def bytes_kept(self):
        return self.kept.bytes_kept()

    def load(self, steps, folder):
        from transitions import Machine

        class Link(Model):
            def say(self, _line):
                self.out = w.link(int(self.state[1:]))

        ways = [_way(f"n{n}", f"n{(n + 1) % steps}", "say", side)
                for n in range(steps) for side in ("is_yes", "is_no")]  # fmt: skip
        names = [f"n{n}" for n in range(steps)]
        return harness.timed(
            lambda: Machine(model=Link(), states=names, transitions=ways, initial="n0",
                            auto_transitions=False)
        )  # fmt: skip

    def close(self):
        if self.kept is not None:
            self.kept.close()


if __name__ == "__main__":
    harness.main(Peer)
