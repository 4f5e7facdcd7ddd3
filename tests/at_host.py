"""A person at a host, with a clock of their own: for tests of what stands around the talks."""

from __future__ import annotations

from bot.dialogue.session import AskQuestion, Picked, Said, SayText
from bot.host import Host, Moved

ME = "me"


class FakeClock:
    """A clock that goes on by a second each time it is looked at."""

    def __init__(self, at: float = 1_000_000.0) -> None:
        self.at = at

    def now(self) -> float:
        self.at += 1
        return self.at


class Talk:
    """A person at a host: says things, keeps what came back."""

    def __init__(self, host: Host, clock: FakeClock) -> None:
        self.host, self.clock, self.id, self.effects = host, clock, "", ()

    def take(self, effects):
        for effect in effects:
            if isinstance(effect, Moved):
                self.id = effect.conversation
        self.effects = tuple(effects)
        return self.effects

    def greet(self, dialog=""):
        return self.take(self.host.greet(ME, dialog, 1))

    def say(self, words, message=""):
        return self.take(self.host.hear(ME, self.id, Said(words, self.clock.now(), message)))

    def pick(self, *options):
        return self.take(self.host.hear(ME, self.id, Picked(options, self.clock.now())))

    @property
    def said(self):
        return " ".join(one.text for one in self.effects if isinstance(one, SayText))

    @property
    def question(self):
        found = [one for one in self.effects if isinstance(one, AskQuestion)]
        return found[-1] if found else None

    @property
    def asked(self):
        return self.question.text if self.question is not None else ""

    @property
    def labels(self):
        return [one.label for one in self.question.question.options]
