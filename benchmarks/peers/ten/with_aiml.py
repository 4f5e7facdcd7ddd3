"""python-aiml: a topic for each question, predicates for what was said.

AIML 1 cannot count; a category for each sum is the usual way around. Session data is kept as its
documents show.
"""

from __future__ import annotations

import json
from pathlib import Path

import harness
import workload as w
from kept import Kept

HEAVY = frozenset({"home", "worried", "sad", "evening"})
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<aiml version="1.0.1">\n'


def _category(pattern, template):
    return f"<category><pattern>{pattern}</pattern><template>{template}</template></category>\n"


def _set(**predicates):
    inner = "".join(f'<set name="{name}">{one}</set>' for name, one in predicates.items())
    return f"<think>{inner}</think>"


def _topic(name, *categories):
    return f'<topic name="{name.upper()}">\n{"".join(categories)}</topic>\n'


_MORE = '<think><set name="heavy"><srai>MORE <get name="heavy"/></srai></set></think>'


def brain():
    text = HEAD + _category("HI", _set(heavy="none", topic="SUBJECT") + w.SUBJECT)
    for number, word in enumerate(w.COUNTS[:-1]):
        text += _category(f"MORE {word.upper()}", w.COUNTS[number + 1])
    for name, offered, following, question in (
        ("subject", w.SUBJECTS, "feeling", w.FEELING),
        ("feeling", w.FEELINGS, "part", w.PART),
        ("part", w.PARTS, "slept", w.SLEPT),
    ):
        answers = [
            _category(one.upper(), (_MORE if one in HEAVY else "")
                      + _set(**{name: one, "topic": following.upper()}) + question)
            for one in offered
        ]  # fmt: skip
        text += _topic(name, *answers, _category("*", w.CHOOSE))
    text += _topic(
        "slept",
        _category("YES", _set(topic="SECOND") + w.KEEP_UP),
        _category("NO", _MORE + _set(topic="SECOND") + w.EARLIER),
        _category("*", w.CHOOSE),
    )
    text += _topic(
        "second",
        *(_category(one.upper(), _set(topic="THOUGHT") + w.THOUGHT) for one in w.SIDES),
        _category("*", w.CHOOSE),
    )
    got = {name: f'<get name="{name}"/>' for name in
           ("subject", "feeling", "part", "thought", "advice", "strong")}  # fmt: skip
    text += _topic("thought", _category("*", _set(thought="<star/>", topic="ADVICE")
                   + w.ADVICE.format(thought=got["thought"])))  # fmt: skip
    text += _topic("advice", _category("*", _set(advice="<star/>", topic="STRONG")
                   + w.STRONG.format(advice=got["advice"])))  # fmt: skip
    last = w.CLOSING.format(**got, weight='<get name="heavy"/>')
    numbers = [_category(str(one), _set(strong=str(one), topic="") + last) for one in range(1, 11)]
    return text + _topic("strong", *numbers, _category("*", w.A_NUMBER)) + "</aiml>"


class Peer:
    name = "AIML"
    stores = ("memory", "disk")

    def open(self, store, folder):
        self.kernel = _learned(brain(), folder)
        self.kept = Kept(folder) if store == "disk" else None

    def turn(self, talk, line):
        if self.kept is None:
            return self.kernel.respond(line, talk)
        for name, value in json.loads(self.kept.get(talk) or "{}").items():
            self.kernel.setPredicate(name, value, talk)
        reply = self.kernel.respond(line, talk)
        self.kept.put(talk, json.dumps(self.kernel.getSessionData(talk)).encode())
        self.kernel._deleteSession(talk)
        return reply

    def bytes_kept(self):
        return self.kept.bytes_kept()

    def load(self, steps, folder):
        text = HEAD + _category("HI", _set(topic="N0") + w.link(0))
        for n in range(steps):
            on = (n + 1) % steps
            sides = [_category(one.upper(), _set(topic=f"N{on}") + w.link(on)) for one in w.SIDES]
            text += _topic(f"n{n}", *sides, _category("*", w.CHOOSE))
        return harness.timed(lambda: _learned(text + "</aiml>", folder))

    def close(self):
        if self.kept is not None:
            self.kept.close()


def _learned(text, folder):
    import aiml

    file = Path(folder) / "brain.aiml"
    file.write_text(text)
    kernel = aiml.Kernel()
    kernel.verbose(False)
    kernel.learn(str(file))
    return kernel


if __name__ == "__main__":
    harness.main(Peer)
