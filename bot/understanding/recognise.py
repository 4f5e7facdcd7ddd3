"""Free text to the classes an author's guard may name: reasons, tips, feelings, first lines, facts.

It weighs what the patterns of config/understanding found and ends at class ids with their reasons;
what a dialog does with them is the dialog's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.understanding.patterns import Reading, Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.understanding.patterns import Match, Rules
    from bot.understanding.text import Text

Found = Reading[tuple[str, ...]]

REASONS = (
    "cheating", "left_for_other", "distance", "drifting", "conflict", "trust", "family", "timing",
    "abuse", "money", "addiction", "intimacy", "values", "mental_health", "no_reason",
)  # fmt: skip
TACTICS = (
    "A1", "A2", "A3", "A4", "A5", "A6", "A7",
    "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "B10", "B11", "B12", "B13", "B14",
)  # fmt: skip
FEELINGS = (
    "sad", "angry", "scared", "anxious", "numb", "lonely", "ashamed", "guilty", "hurt", "missing",
    "jealous", "confused", "tired", "hopeful", "relieved", "happy",
)  # fmt: skip
# In the order of who must be heard first: a person in need before a question about the program.
FIRST_LINES = (
    "help-now", "urge-to-contact", "read-a-tip", "bad-night", "think-it-through",
    "about-the-program", "other",
)  # fmt: skip
CONTACT_FACTS = (
    "they-blocked-me", "i-blocked-them", "a-lot", "children-or-money", "a-little", "none",
)  # fmt: skip
WHO_ENDED_IT = ("they", "me", "both", "unclear")
COMPANY = ("no-one",)
MESSAGE = ("asks-back", "someone-else", "guilt", "blame", "promise")

CLASSES: Mapping[str, tuple[str, ...]] = {
    "breakup-reasons": REASONS,
    "tactics": TACTICS,
    "feelings": FEELINGS,
    "first-line": (*FIRST_LINES, *TACTICS),
    "contact-facts": CONTACT_FACTS,
    "who-ended-it": WHO_ENDED_IT,
    "company": COMPANY,
    "message": MESSAGE,
}
"""Every recogniser and all it can answer; what an author's guard is checked against."""

# A tip is taken as meant from this weight on: one plain naming of an aim or a means.
_MEANT = 3
# Signs that make a weaker match a tip, and those that say it is somebody else's doing.
_LIFTS = ("purpose", "heard")
_NOT_THEIRS = frozenset({"theirs", "others"})
_WRITER = frozenset("i me my we us".split())
# Beside what others do, only words that ask or aim are a tip of the writer's.
_ASKED = frozenset({"aims", "purpose", "heard"})
# Looks at a text, each without what the one before found to be others'; nobody tells of more in turn.
_ROUNDS = 4


def recognise(rules: Rules, name: str, text: Text | str) -> Found:
    """Name the classes of recogniser `name` that the text speaks of, best first; () if of none.

    Raises KeyError for a name that is not in CLASSES.
    """
    from bot.understanding.text import as_text  # noqa: PLC0415 - a start needs the names alone

    return _RECOGNISERS[name](rules, as_text(text))


def _breakup_reasons(rules: Rules, text: Text) -> Found:
    found = _by_class(rules.find("reasons", text))
    if len(found) > 1:
        # A reason that is named answers the question; "he never told me" was said beside it.
        found.pop("no_reason", None)
    return _reading(found, sorted(found, key=lambda name: found[name][0].start))


def _tactics(rules: Rules, text: Text) -> Found:
    raw = text.raw
    for _ in range(_ROUNDS):
        matches = rules.find("tactics", text)
        if not matches:
            break
        signs = _by_class(rules.find("tactic-signs", text))
        if not ("declined" in signs or ("aims" not in signs and _NOT_THEIRS & signs.keys())):
            whole = text.raw == raw
            return _meant(matches, signs) if whole or _ASKED & signs.keys() else Reading((), ())
        text = _own_part(text, signs)
    return Reading((), ())


def _meant(matches: tuple[Match, ...], signs: Mapping[str, list[Match]]) -> Found:
    found, weights = _by_class(matches), _weights(matches)
    lift = sum(sign in signs for sign in _LIFTS)
    meant = [name for name in TACTICS if name in found and weights[name] + lift >= _MEANT]
    return _reading(found, sorted(meant, key=lambda name: -weights[name]))


def _own_part(text: Text, signs: Mapping[str, list[Match]]) -> Text:
    """The text without what was declined up to there, and what is told of others and of the ex.

    What a sentence tells of them goes on until one speaks of the writer. Every word keeps its place.
    """
    from bot.understanding.text import MARKS, read  # noqa: PLC0415 - a start needs the names alone

    no_more = max((match.end for match in signs.get("declined", ())), default=0)
    theirs = [match.start for name in _NOT_THEIRS for match in signs.get(name, ())]
    kept = [" "] * len(text.raw)
    words: set[str] = set()
    start, told = 0, False
    for at, token in enumerate(text.tokens):
        words.add(token.word)
        if at + 1 < len(text.tokens) and (token.word == "," or token.word not in MARKS):
            continue
        told = any(start <= place < token.end for place in theirs) or (
            told and words.isdisjoint(_WRITER)
        )
        if not told and start >= no_more:
            kept[start : token.end] = text.raw[start : token.end]
        start, words = token.end, set()
    return read("".join(kept))


def _feelings(rules: Rules, text: Text) -> Found:
    found = _by_class(rules.find("feelings", text))
    return _reading(found, sorted(found, key=lambda name: found[name][0].start))


def _first_line(rules: Rules, text: Text) -> Found:
    found = _by_class(rules.find("first-line", text))
    # A tip in one's own words goes to its row, unless something more pressing was said.
    if not found.keys() & {"help-now", "urge-to-contact", "think-it-through"}:
        tips = _tactics(rules, text)
        if tips.value:
            names = [name for name in FIRST_LINES if name in found or name == "read-a-tip"]
            why = (*tips.why, *_why(found, list(found)))
            return Reading((*names, tips.value[0]), why)
    return _reading(found, _in_order(found, FIRST_LINES)) if found else Reading(("other",), ())


def _contact_facts(rules: Rules, text: Text) -> Found:
    found = _by_class(rules.find("contact", text))
    # "Nothing, only about the kids": an amount named beside it is the truer answer than none.
    if found.keys() & {"a-lot", "children-or-money", "a-little"}:
        found.pop("none", None)
    return _reading(found, _in_order(found, CONTACT_FACTS))


def _company(rules: Rules, text: Text) -> Found:
    found = _by_class(rules.find("company", text))
    return _reading(found, _in_order(found, COMPANY))


def _message(rules: Rules, text: Text) -> Found:
    found = _by_class(rules.find("messages", text))
    return _reading(found, _in_order(found, MESSAGE))


def _who_ended_it(rules: Rules, text: Text) -> Found:
    found = _by_class(rules.find("who-ended-it", text))
    match sorted(found):
        case [] | [_]:
            winner = [*found]
        case names if "both" in names:
            winner = ["both"]
        case names if "unclear" in names:
            winner = ["unclear"]
        case _:
            # "I moved out but she ended it": who ended it is what was said last.
            winner = [max(found, key=lambda name: found[name][-1].start)]
    return _reading(found, winner)


_RECOGNISERS: Mapping[str, Callable[[Rules, Text], Found]] = {
    "breakup-reasons": _breakup_reasons,
    "tactics": _tactics,
    "feelings": _feelings,
    "first-line": _first_line,
    "contact-facts": _contact_facts,
    "who-ended-it": _who_ended_it,
    "company": _company,
    "message": _message,
}


def _by_class(matches: tuple[Match, ...]) -> dict[str, list[Match]]:
    """Sort what speaks for a class by class, in the order of the text.

    A class against which as much is said as for it is left out.
    """
    weights = _weights(matches)
    found: dict[str, list[Match]] = {}
    for match in matches:
        if match.weight > 0 and weights[match.value] > 0:
            found.setdefault(match.value, []).append(match)
    return found


def _weights(matches: tuple[Match, ...]) -> dict[str, int]:
    weights: dict[str, int] = {}
    for match in matches:
        weights[match.value] = weights.get(match.value, 0) + match.weight
    return weights


def _in_order(found: Mapping[str, list[Match]], order: tuple[str, ...]) -> list[str]:
    return [name for name in order if name in found]


def _reading(found: Mapping[str, list[Match]], names: list[str]) -> Found:
    return Reading(tuple(names), _why(found, names))


def _why(found: Mapping[str, list[Match]], names: list[str]) -> tuple[Reason, ...]:
    return tuple(
        Reason(match.pattern, match.where, match.start, match.end)
        for name in names
        for match in found[name]
    )
