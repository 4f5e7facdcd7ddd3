"""botbuilder-dialogs (Bot Framework): a waterfall of prompts, driven by its own test adapter.

It ships storage for two clouds only; on the disk stands a `Storage` of twenty lines, as its documents
teach. It needs aiohttp and does not say so.
"""

from __future__ import annotations

import harness
import workload as w
from kept import Kept


def ten_questions():
    from botbuilder.core import MessageFactory
    from botbuilder.dialogs import ComponentDialog, WaterfallDialog
    from botbuilder.dialogs.choices import Choice, ListStyle
    from botbuilder.dialogs.prompts import (
        ChoicePrompt,
        ConfirmPrompt,
        NumberPrompt,
        PromptOptions,
        TextPrompt,
    )

    class TenQuestions(ComponentDialog):
        def __init__(self):
            super().__init__("ten")
            confirm = ConfirmPrompt("confirm")
            confirm.style = ListStyle.none
            steps = [self.subject, self.feeling, self.part, self.slept, self.second, self.thought,
                     self.advice, self.strong, self.closing]  # fmt: skip
            for one in (WaterfallDialog("steps", steps), ChoicePrompt("choice"), confirm,
                        TextPrompt("text"), NumberPrompt("number", self.fits)):  # fmt: skip
                self.add_dialog(one)
            self.initial_dialog_id = "steps"

        @staticmethod
        async def fits(context):
            return context.recognized.succeeded and 1 <= context.recognized.value <= 10

        async def put(self, step, kind, text, offered=(), again=w.CHOOSE):
            choices = [Choice(one) for one in offered] or None
            return await step.prompt(kind, PromptOptions(
                prompt=MessageFactory.text(text), retry_prompt=MessageFactory.text(again),
                choices=choices, style=ListStyle.none if choices else None,
            ))  # fmt: skip

        async def subject(self, step):
            return await self.put(step, "choice", w.SUBJECT, w.SUBJECTS)

        async def feeling(self, step):
            step.values["subject"] = step.result.value
            return await self.put(step, "choice", w.FEELING, w.FEELINGS)

        async def part(self, step):
            step.values["feeling"] = step.result.value
            return await self.put(step, "choice", w.PART, w.PARTS)

        async def slept(self, step):
            step.values["part"] = step.result.value
            return await self.put(step, "confirm", w.SLEPT)

        async def second(self, step):
            step.values["slept"] = "yes" if step.result else "no"
            return await self.put(step, "confirm", w.KEEP_UP if step.result else w.EARLIER)

        async def thought(self, step):
            return await self.put(step, "text", w.THOUGHT)

        async def advice(self, step):
            step.values["thought"] = step.result
            return await self.put(step, "text", w.ADVICE.format(thought=step.result))

        async def strong(self, step):
            step.values["advice"] = step.result
            text = w.STRONG.format(advice=step.result)
            return await self.put(step, "number", text, again=w.A_NUMBER)

        async def closing(self, step):
            last = w.closing({**step.values, "strong": str(step.result)})
            await step.context.send_activity(MessageFactory.text(last))
            return await step.end_dialog()

    return TenQuestions()


def storage(kept):
    import jsonpickle
    from botbuilder.core import Storage

    class OnDisk(Storage):
        async def read(self, keys):
            found = {key: kept.get(key) for key in keys}
            return {key: jsonpickle.decode(one) for key, one in found.items() if one is not None}

        async def write(self, changes):
            for key, one in changes.items():
                kept.put(key, jsonpickle.encode(one).encode())

        async def delete(self, keys):
            for key in keys:
                kept.connection.execute("DELETE FROM talk WHERE id = ?", (key,))

    return OnDisk()


def bot(state, dialog):
    from botbuilder.core import ActivityHandler
    from botbuilder.dialogs import DialogExtensions

    class Bot(ActivityHandler):
        async def on_turn(self, turn_context):
            await super().on_turn(turn_context)
            await state.save_changes(turn_context)

        async def on_message_activity(self, turn_context):
            under_way = state.create_property("under way")
            await DialogExtensions.run_dialog(dialog, turn_context, under_way)

    return Bot()


class Peer:
    name = "botbuilder"
    stores = ("memory", "disk")
    waits = True

    async def open(self, store, folder):
        from botbuilder.core import ConversationState, MemoryStorage
        from botbuilder.core.adapters import TestAdapter

        self.kept = Kept(folder) if store == "disk" else None
        state = ConversationState(MemoryStorage() if self.kept is None else storage(self.kept))
        self.adapter = TestAdapter(bot(state, ten_questions()).on_turn)

    async def turn(self, talk, line):
        from botbuilder.schema import Activity, ConversationAccount

        where = ConversationAccount(id=talk)
        await self.adapter.receive_activity(Activity(type="message", text=line, conversation=where))
        reply = self.adapter.activity_buffer[-1].text
        self.adapter.activity_buffer.clear()
        return reply

    def bytes_kept(self):
        return self.kept.bytes_kept()

    def load(self, steps, folder):
        from botbuilder.core import MessageFactory
        from botbuilder.dialogs import ComponentDialog, WaterfallDialog
        from botbuilder.dialogs.prompts import ConfirmPrompt, PromptOptions

        def asking(n):
            async def step(context):
                text = MessageFactory.text(w.link(n))
                return await context.prompt("confirm", PromptOptions(prompt=text))

            return step

        def build():
            dialog = ComponentDialog("chain")
            dialog.add_dialog(WaterfallDialog("steps", [asking(n) for n in range(steps)]))
            dialog.add_dialog(ConfirmPrompt("confirm"))
            dialog.initial_dialog_id = "steps"

        return harness.timed(build)

    def close(self):
        if self.kept is not None:
            self.kept.close()


if __name__ == "__main__":
    harness.main(Peer)
