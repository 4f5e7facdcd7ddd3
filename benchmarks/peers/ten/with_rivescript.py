"""RiveScript: a topic for each question, variables for what was said.

On the disk by get_uservars and set_uservars, as its documents say. It has no way to count what is
true without a macro in Python, so each answer that is heavy adds one.
"""

from __future__ import annotations

import json

import harness
import workload as w
from kept import Kept

HEAVY = frozenset({"home", "worried", "sad", "evening"})


def brain():
    lines = ["! version = 2.0", "", "+ hi", f"- <set heavy=0>{w.SUBJECT}{{topic=subject}}", ""]
    for name, offered, following, question in (
        ("subject", w.SUBJECTS, "feeling", w.FEELING),
        ("feeling", w.FEELINGS, "part", w.PART),
        ("part", w.PARTS, "slept", w.SLEPT),
    ):
        lines.append(f"> topic {name}")
        for one in offered:
            add = "<add heavy=1>" if one in HEAVY else ""
            lines += [f"  + {one}", f"  - <set {name}={one}>{add}{question}{{topic={following}}}"]
        lines += ["  + *", f"  - {w.CHOOSE}", "< topic", ""]
    lines += [
        "> topic slept",
        "  + yes", f"  - {w.KEEP_UP}{{topic=second}}",
        "  + no", f"  - <add heavy=1>{w.EARLIER}{{topic=second}}",
        "  + *", f"  - {w.CHOOSE}", "< topic", "",
        "> topic second",
        "  + (yes|no)", f"  - {w.THOUGHT}{{topic=thought}}",
        "  + *", f"  - {w.CHOOSE}", "< topic", "",
        "> topic thought", "  + *",
        f"  - <set thought=<star>>{w.ADVICE.format(thought='<get thought>')}{{topic=advice}}",
        "< topic", "",
        "> topic advice", "  + *",
        f"  - <set advice=<star>>{w.STRONG.format(advice='<get advice>')}{{topic=strong}}",
        "< topic", "",
        "> topic strong", "  + (1|2|3|4|5|6|7|8|9|10)",
        "  - <set strong=<star>>" + w.CLOSING.format(
            **{name: f"<get {name}>" for name in
               ("subject", "feeling", "part", "thought", "advice", "strong")},
            weight="<call>word <get heavy></call>") + "{topic=random}",
        "  + *", f"  - {w.A_NUMBER}", "< topic", "",
    ]  # fmt: skip
    return "\n".join(lines)


def _word(_rs, arguments):
    return w.COUNTS[int(arguments[0])]


class Peer:
    name = "RiveScript"
    stores = ("memory", "disk")

    def open(self, store, folder):
        from rivescript import RiveScript

        self.bot = RiveScript()
        self.bot.set_subroutine("word", _word)
        self.bot.stream(brain())
        self.bot.sort_replies()
        self.kept = Kept(folder) if store == "disk" else None

    def turn(self, talk, line):
        if self.kept is None:
            return self.bot.reply(talk, line)
        found = self.kept.get(talk)
        if found:
            self.bot.set_uservars(talk, json.loads(found))
        reply = self.bot.reply(talk, line)
        self.kept.put(talk, json.dumps(self.bot.get_uservars(talk)).encode())
        self.bot.clear_uservars(talk)
        return reply

    def bytes_kept(self):
        return self.kept.bytes_kept()

    def load(self, steps, folder):
        from rivescript import RiveScript

        lines = ["! version = 2.0", "", "+ hi", f"- {w.link(0)}{{topic=n0}}", ""]
        for n in range(steps):
            on = (n + 1) % steps
            lines += [f"> topic n{n}", "  + (yes|no)", f"  - {w.link(on)}{{topic=n{on}}}",
                      "  + *", f"  - {w.CHOOSE}", "< topic", ""]  # fmt: skip
        source = "\n".join(lines)

        def build():
            bot = RiveScript()
            bot.stream(source)
            bot.sort_replies()

        return harness.timed(build)

    def close(self):
        if self.kept is not None:
            self.kept.close()


if __name__ == "__main__":
    harness.main(Peer)
