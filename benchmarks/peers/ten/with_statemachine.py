"""python-statemachine: a machine for each conversation, what was said on its model, one event.

On the disk in the way its documents show: the model's `state` is kept, and a machine is built around it.
"""

from __future__ import annotations

import json

import harness
import workload as w
from kept import Kept


class Model:
    def __init__(self, **fields):
        self.state = None
        self.__dict__.update(fields)


def machine():
    from statemachine import State, StateMachine

    class TenQuestions(StateMachine):
        begin = State(initial=True)
        subject = State()
        feeling = State()
        part = State()
        slept = State()
        second = State()
        thought = State()
        advice = State()
        strong = State()
        done = State(final=True)
        answer = (
            begin.to(subject, on="greet")
            | subject.to(feeling, cond="is_subject", on="take_subject")
            | subject.to.itself(internal=True, on="again")
            | feeling.to(part, cond="is_feeling", on="take_feeling")
            | feeling.to.itself(internal=True, on="again")
            | part.to(slept, cond="is_part", on="take_part")
            | part.to.itself(internal=True, on="again")
            | slept.to(second, cond="is_yes", on="take_yes")
            | slept.to(second, cond="is_no", on="take_no")
            | slept.to.itself(internal=True, on="again")
            | second.to(thought, cond="is_side", on="ask_thought")
            | second.to.itself(internal=True, on="again")
            | thought.to(advice, on="take_thought")
            | advice.to(strong, on="take_advice")
            | strong.to(done, cond="is_strong", on="take_strong")
            | strong.to.itself(internal=True, on="a_number")
        )

        def greet(self):
            return w.SUBJECT

        def again(self):
            return w.CHOOSE

        def a_number(self):
            return w.A_NUMBER

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

        def is_side(self, line):
            return line in w.SIDES

        def is_strong(self, line):
            return line.isdigit() and 1 <= int(line) <= 10

        def take_subject(self, line):
            self.model.subject = line
            return w.FEELING

        def take_feeling(self, line):
            self.model.feeling = line
            return w.PART

        def take_part(self, line):
            self.model.part = line
            return w.SLEPT

        def take_yes(self, line):
            self.model.slept = line
            return w.KEEP_UP

        def take_no(self, line):
            self.model.slept = line
            return w.EARLIER

        def ask_thought(self):
            return w.THOUGHT

        def take_thought(self, line):
            self.model.thought = line
            return w.ADVICE.format(thought=line)

        def take_advice(self, line):
            self.model.advice = line
            return w.STRONG.format(advice=line)

        def take_strong(self, line):
            self.model.strong = line
            return w.closing(self.model.__dict__)

    return TenQuestions


class Peer:
    name = "python-statemachine"
    stores = ("memory", "disk")

    def open(self, store, folder):
        self.machine, self.machines = machine(), {}
        self.kept = Kept(folder) if store == "disk" else None

    def turn(self, talk, line):
        if self.kept is None:
            one = self.machines.get(talk)
            if one is None:
                one = self.machines[talk] = self.machine(Model())
            return _only(one.send("answer", line=line))
        found = self.kept.get(talk)
        model = Model(**json.loads(found)) if found else Model()
        reply = self.machine(model).send("answer", line=line)
        plain = {name: one for name, one in model.__dict__.items() if name[0] != "_"}
        self.kept.put(talk, json.dumps(plain).encode())
        return _only(reply)

    def bytes_kept(self):
        return self.kept.bytes_kept()

    def load(self, steps, folder):
        from statemachine import State, StateMachine

        def build():
            states = [State(initial=not n) for n in range(steps)]
            answer = None
            for n in range(steps):
                for side in ("is_yes", "is_no"):
                    way = states[n].to(states[(n + 1) % steps], cond=side, on="say")
                    answer = way if answer is None else answer | way
            body = {f"n{n}": one for n, one in enumerate(states)}
            body |= {"answer": answer, "is_yes": lambda _, line: line == "yes",
                     "is_no": lambda _, line: line == "no",
                     "say": lambda _, target: w.link(int(target.id[1:]))}  # fmt: skip
            type(StateMachine)("Chain", (StateMachine,), body)()

        return harness.timed(build)

    def close(self):
        if self.kept is not None:
            self.kept.close()


def _only(reply):
    return reply[0] if isinstance(reply, list) else reply


if __name__ == "__main__":
    harness.main(Peer)
