"""chatsky: a script of nodes, slots by regular expression, filled templates, one response of our own.

On the disk: its own SQL storage with its own settings (SQLite's default journal, which is synced too).
Driven through the coroutine that its messengers call, in one event loop: cheaper for it than one a
message. Its storage breaks with SQLAlchemy 2.1, so an older one is installed beside it.
"""

from __future__ import annotations

from pathlib import Path

import harness
import workload as w

NAMES = ("subject", "feeling", "part", "slept", "thought", "advice", "strong")


def script():
    from chatsky import (
        PRE_TRANSITION,
        RESPONSE,
        TRANSITIONS,
        BaseResponse,
        Transition,
        conditions,
        processing,
        responses,
    )

    class Closing(BaseResponse):
        async def call(self, ctx):
            slots = ctx.framework_data.slot_manager
            return w.closing({one: slots.get_extracted_slot(one).value for one in NAMES})

    def asks(reply, slot, following):
        found = conditions.SlotsExtracted(slot)
        return {
            RESPONSE: reply,
            PRE_TRANSITION: {"read": processing.Extract(slot)},
            TRANSITIONS: [
                Transition(dst=following, cnd=found),
                Transition(dst=f"again-{slot}", priority=0.1),
            ],
        }

    nodes = {
        "begin": {TRANSITIONS: [Transition(dst="subject", cnd=conditions.ExactMatch("hi"))]},
        "fallback": {RESPONSE: w.CHOOSE},
        "closing": {RESPONSE: Closing()},
    }
    for name, reply, slot, following, again in (
        ("subject", w.SUBJECT, "subject", "feeling", w.CHOOSE),
        ("feeling", w.FEELING, "feeling", "part", w.CHOOSE),
        ("part", w.PART, "part", "slept", w.CHOOSE),
        ("keep-up", w.KEEP_UP, "second", "thought", w.CHOOSE),
        ("earlier", w.EARLIER, "second", "thought", w.CHOOSE),
        ("thought", w.THOUGHT, "thought", "advice", w.CHOOSE),
        ("advice", responses.FilledTemplate(w.ADVICE), "advice", "strong", w.CHOOSE),
        ("strong", responses.FilledTemplate(w.STRONG), "strong", "closing", w.A_NUMBER),
    ):
        nodes[name] = asks(reply, slot, following)
        nodes.setdefault(f"again-{slot}", asks(again, slot, following))
    nodes["slept"] = {
        RESPONSE: w.SLEPT,
        PRE_TRANSITION: {"read": processing.Extract("slept")},
        TRANSITIONS: [
            Transition(dst="keep-up", cnd=conditions.ExactMatch("yes")),
            Transition(dst="earlier", cnd=conditions.ExactMatch("no")),
            Transition(dst="slept", priority=0.1),
        ],
    }
    return {"ten": nodes}


def slots():
    from chatsky.slots import GroupSlot, RegexpSlot

    sides = "^(yes|no)$"
    return GroupSlot(
        subject=RegexpSlot(regexp=f"^({'|'.join(w.SUBJECTS)})$"),
        feeling=RegexpSlot(regexp=f"^({'|'.join(w.FEELINGS)})$"),
        part=RegexpSlot(regexp=f"^({'|'.join(w.PARTS)})$"),
        slept=RegexpSlot(regexp=sides),
        second=RegexpSlot(regexp=sides),
        thought=RegexpSlot(regexp=".+"),
        advice=RegexpSlot(regexp=".+"),
        strong=RegexpSlot(regexp="^([1-9]|10)$"),
    )


class Peer:
    name = "chatsky"
    stores = ("memory", "disk")
    waits = True

    async def open(self, store, folder):
        from chatsky import Pipeline
        from chatsky.context_storages import context_storage_factory

        more = {}
        self.folder = Path(folder)
        if store == "disk":
            more["context_storage"] = context_storage_factory(f"sqlite+aiosqlite:///{folder}/s.db")
        self.pipeline = Pipeline(
            script(), start_label=("ten", "begin"), fallback_label=("ten", "fallback"),
            slots=slots(), **more,
        )  # fmt: skip
        await self.pipeline.context_storage.connect()

    async def turn(self, talk, line):
        from chatsky import Message

        context = await self.pipeline._run_pipeline(Message(line), talk)
        return context.last_response.text

    def bytes_kept(self):
        return sum(one.stat().st_size for one in self.folder.glob("s.db*"))

    def load(self, steps, folder):
        """From its own YAML form."""
        from chatsky import Pipeline

        lines = ["script:", "  f:", "    begin:", "      TRANSITIONS:", "        - dst: n0",
                 "          cnd:", "            chatsky.cnd.ExactMatch: hi",
                 "    fallback:", "      RESPONSE: none"]  # fmt: skip
        for n in range(steps):
            lines += [f"    n{n}:", f"      RESPONSE: '{w.link(n)}'", "      TRANSITIONS:"]
            for side in w.SIDES:
                lines += [f"        - dst: n{(n + 1) % steps}", "          cnd:",
                          f"            chatsky.cnd.ExactMatch: '{side}'"]  # fmt: skip
        lines += ["start_label: [f, begin]", "fallback_label: [f, fallback]"]
        file = Path(folder) / "chain.yaml"
        file.write_text("\n".join(lines) + "\n")
        return harness.timed(lambda: Pipeline.from_file(str(file)))

    async def close(self):
        engine = getattr(self.pipeline.context_storage, "engine", None)
        if engine is not None:
            await engine.dispose()


if __name__ == "__main__":
    harness.main(Peer)
