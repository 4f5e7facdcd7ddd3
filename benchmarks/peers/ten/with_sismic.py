"""sismic: the talk is a statechart in YAML, with an interpreter for each conversation.

It has no way to keep an interpreter; on the disk stand its configuration and context, put back by us.
"""

from __future__ import annotations

import json

import harness
import workload as w
from kept import Kept

NAMES = ("subject", "feeling", "part", "slept", "thought", "advice", "strong")
HEAD = """statechart:
  name: ten questions
  preamble: |
    import workload as w
  root state:
    name: root
    initial: begin
    states:
"""


def chart():
    return HEAD + "".join((
        _state("begin", (None, "subject", "send('reply', text=w.SUBJECT)")),
        _state("subject", *_choice("subject", "w.SUBJECTS", "feeling", "w.FEELING")),
        _state("feeling", *_choice("feeling", "w.FEELINGS", "part", "w.PART")),
        _state("part", *_choice("part", "w.PARTS", "slept", "w.SLEPT")),
        _state(
            "slept",
            ("event.text == 'yes'", "second", "slept = 'yes'; send('reply', text=w.KEEP_UP)"),
            ("event.text == 'no'", "second", "slept = 'no'; send('reply', text=w.EARLIER)"),
            ("event.text not in w.SIDES", None, "send('reply', text=w.CHOOSE)"),
        ),
        _state(
            "second",
            ("event.text in w.SIDES", "thought", "send('reply', text=w.THOUGHT)"),
            ("event.text not in w.SIDES", None, "send('reply', text=w.CHOOSE)"),
        ),
        _state("thought", (None, "advice",
               "thought = event.text; send('reply', text=w.ADVICE.format(thought=thought))")),
        _state("advice", (None, "strong",
               "advice = event.text; send('reply', text=w.STRONG.format(advice=advice))")),
        _state(
            "strong",
            (f"{_IS_NUMBER}", "done", "strong = event.text; send('reply', text=w.closing(dict("
             "subject=subject, feeling=feeling, part=part, slept=slept, thought=thought, "
             "advice=advice, strong=strong)))"),
            (f"not ({_IS_NUMBER})", None, "send('reply', text=w.A_NUMBER)"),
        ),
        "      - name: done\n        type: final\n",
    ))  # fmt: skip


_IS_NUMBER = "event.text.isdigit() and 1 <= int(event.text) <= 10"


def _choice(name, offered, following, question):
    return (
        (f"event.text in {offered}", following,
         f"{name} = event.text; send('reply', text={question})"),
        (f"event.text not in {offered}", None, "send('reply', text=w.CHOOSE)"),
    )  # fmt: skip


def _state(name, *ways):
    text = f"      - name: {name}\n        transitions:\n"
    for guard, target, action in ways:
        text += "          - event: answer\n"
        text += f"            guard: {guard}\n" if guard else ""
        text += f"            target: {target}\n" if target else ""
        text += f"            action: |\n              {action}\n"
    return text


class Peer:
    name = "sismic"
    stores = ("memory", "disk")

    def open(self, store, folder):
        from sismic.interpreter import Interpreter
        from sismic.io import import_from_yaml

        self.interpreter, self.chart = Interpreter, import_from_yaml(text=chart())
        self.running, self.out = {}, ""
        self.kept = Kept(folder) if store == "disk" else None

    def _new(self):
        one = self.interpreter(self.chart)
        one.attach(self._listen)
        one.execute()
        return one

    def _listen(self, event):
        if event.name == "event sent" and event.event.name == "reply":
            self.out = event.event.text

    def turn(self, talk, line):
        if self.kept is None:
            one = self.running.get(talk)
            if one is None:
                one = self.running[talk] = self._new()
            one.queue("answer", text=line)
            one.execute()
            return self.out
        one = self._new()
        found = self.kept.get(talk)
        if found:
            state = json.loads(found)
            one._configuration = set(state["at"])
            one._evaluator.context.update(state["answers"])
        one.queue("answer", text=line)
        one.execute()
        answers = {name: one.context[name] for name in NAMES if name in one.context}
        self.kept.put(talk, json.dumps({"at": one.configuration, "answers": answers}).encode())
        return self.out

    def bytes_kept(self):
        return self.kept.bytes_kept()

    def load(self, steps, folder):
        from sismic.io import import_from_yaml

        states = "".join(
            _state(f"n{n}", *(
                (f"event.text == '{side}'", f"n{(n + 1) % steps}",
                 f"send('reply', text='{w.link((n + 1) % steps)}')") for side in w.SIDES
            )) for n in range(steps)
        )  # fmt: skip
        text = HEAD.replace("initial: begin", "initial: n0") + states
        return harness.timed(lambda: import_from_yaml(text=text))

    def close(self):
        if self.kept is not None:
            self.kept.close()


if __name__ == "__main__":
    harness.main(Peer)
