"""The floor: a dict of functions, written by hand for this one talk, and the same with a SQLite commit."""

from __future__ import annotations

import json

import harness
import workload as w
from kept import Kept


def _choice(name, offered, following, question):
    def turn(state, line):
        if line not in offered:
            return w.CHOOSE
        state[name] = line
        state["at"] = following
        return question

    return turn


def _begin(state, _line):
    state["at"] = "subject"
    return w.SUBJECT


def _slept(state, line):
    if line not in w.SIDES:
        return w.CHOOSE
    state["slept"] = line
    state["at"] = "second"
    return w.KEEP_UP if line == "yes" else w.EARLIER


def _thought(state, line):
    state["thought"] = line
    state["at"] = "advice"
    return w.ADVICE.format(thought=line)


def _advice(state, line):
    state["advice"] = line
    state["at"] = "strong"
    return w.STRONG.format(advice=line)


def _strong(state, line):
    if not line.isdigit() or not 1 <= int(line) <= 10:
        return w.A_NUMBER
    state["strong"] = line
    state["at"] = "done"
    return w.closing(state)


TURNS = {
    "begin": _begin,
    "subject": _choice("subject", w.SUBJECTS, "feeling", w.FEELING),
    "feeling": _choice("feeling", w.FEELINGS, "part", w.PART),
    "part": _choice("part", w.PARTS, "slept", w.SLEPT),
    "slept": _slept,
    "second": _choice("second", w.SIDES, "thought", w.THOUGHT),
    "thought": _thought,
    "advice": _advice,
    "strong": _strong,
}


class Peer:
    name = "by hand"
    stores = ("memory", "disk")

    def open(self, store, folder):
        self.states = {}
        self.kept = Kept(folder) if store == "disk" else None

    def turn(self, talk, line):
        if self.kept is None:
            state = self.states.setdefault(talk, {"at": "begin"})
            return TURNS[state["at"]](state, line)
        found = self.kept.get(talk)
        state = json.loads(found) if found else {"at": "begin"}
        reply = TURNS[state["at"]](state, line)
        self.kept.put(talk, json.dumps(state).encode())
        return reply

    def bytes_kept(self):
        return self.kept.bytes_kept()

    def load(self, steps, folder):
        """Read the same chain from YAML with the C loader: what any engine on YAML pays at least."""
        import yaml

        source = "\n".join(
            f"- {{id: n{n}, ask: '{w.link(n)}', 'yes': n{(n + 1) % steps}, 'no': n{(n + 1) % steps}}}"
            for n in range(steps)
        )
        return harness.timed(
            lambda: {one["id"]: one for one in yaml.load(source, yaml.CSafeLoader)}
        )

    def close(self):
        if self.kept is not None:
            self.kept.close()


if __name__ == "__main__":
    harness.main(Peer)
