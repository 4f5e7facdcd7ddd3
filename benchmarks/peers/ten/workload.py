"""The one workload: what is written in ten messages, and what has to come back. Knows no peer.

The talk of benchmarks/ten.yaml: three choices, two times yes or no (the first is a branch), two texts
that are said back, a scale that is first answered wrongly, a closing line with a count of true facts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SUBJECTS = ("work", "home", "health")
FEELINGS = ("calm", "worried", "sad")
PARTS = ("morning", "noon", "evening")
SIDES = ("yes", "no")
COUNTS = ("none", "one", "two", "three", "four")

SUBJECT = "What is on your mind, work, home or health?"
FEELING = "How does it feel, calm, worried or sad?"
PART = "When is it strongest, morning, noon or evening?"
SLEPT = "Did you sleep well?"
KEEP_UP = "Do you want to keep that up?"
EARLIER = "Would an earlier night help?"
THOUGHT = "What thought comes back most often?"
ADVICE = "You wrote: {thought}. What would you tell a friend?"
STRONG = "You would say: {advice}. How strong is it now, from 1 to 10?"
A_NUMBER = "Please give a whole number from 1 to 10."
CHOOSE = "Please choose one of the answers."
CLOSING = (
    "Subject {subject}. Feeling {feeling}. Time {part}. Thought {thought}. Advice {advice}. "
    "Strength {strong}. Heavy: {weight} of four."
)
MESSAGES = 10


def weight(subject: str, feeling: str, part: str, slept: str) -> str:
    """Return how many of the four heavy things are true, in a word."""
    return COUNTS[(subject == "home") + (feeling != "calm") + (part == "evening") + (slept == "no")]


def closing(answers: Mapping[str, str]) -> str:
    """Return the last line, from answers by name."""
    heavy = weight(*(answers[one] for one in ("subject", "feeling", "part", "slept")))
    return CLOSING.format(**answers, weight=heavy)


def inputs(number: int) -> list[str]:
    """Return the ten messages of a conversation; neighbours differ."""
    return [
        "hi",
        SUBJECTS[number % 3],
        FEELINGS[number // 3 % 3],
        PARTS[number // 9 % 3],
        SIDES[number % 2],
        SIDES[number // 2 % 2],
        f"i will be late with page {number}",
        f"you have done this before {number}",
        "eleven",
        str(number % 10 + 1),
    ]


def expected(number: int) -> list[str]:
    """Return the ten replies of a conversation."""
    _, subject, feeling, part, slept, _, thought, advice, _, strong = inputs(number)
    last = closing(
        {"subject": subject, "feeling": feeling, "part": part, "slept": slept,
         "thought": thought, "advice": advice, "strong": strong}
    )  # fmt: skip
    return [
        SUBJECT, FEELING, PART, SLEPT, KEEP_UP if slept == "yes" else EARLIER, THOUGHT,
        ADVICE.format(thought=thought), STRONG.format(advice=advice), A_NUMBER, last,
    ]  # fmt: skip


def same(reply: str, wanted: str) -> bool:
    """Whether a reply is the wanted one; a peer may change case and spaces, and put more behind it."""
    return " ".join(reply.lower().split()).startswith(" ".join(wanted.lower().split()))


def link(number: int) -> str:
    """Return the question at a place of the long chain that loading is measured with."""
    return f"This is question {number}. Is it true for you, yes or no?"
