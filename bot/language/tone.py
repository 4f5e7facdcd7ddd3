"""How the texts of a dialog meet a person: blame, pressure, two questions in one, slips of the pen.

These are warnings. A person reads the texts in the end; what is looked for here is what tired
authors write without noticing. Whether texts can be filled in is settled in `texts`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bot.language import model as m
from bot.language.grade import grade, words_in
from bot.language.names import steps_of
from bot.language.texts import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.language.diagnostics import Report, Span
    from bot.language.kinds import Prose, Word

GRADE = 6.0
"""School years a dialog may ask for: what a tired person still reads with ease."""
ENOUGH_WORDS = 60
"""Words below which a reading grade says more about chance than about the text."""
MENU = 25
"""Choices of one menu on Discord, and points of a scale that can be pressed."""
LABEL = 80
"""Characters of a button on Discord."""
TITLE = 100
"""Characters of a name that Discord suggests while a command is typed."""
PHONE = 600
"""Characters of a text that fill the screen of a phone."""


class Said(NamedTuple):
    """A text of a dialog; `asks` for one that is a question."""

    word: Word
    asks: bool = False


def check_tone(dialog: m.Dialog, report: Report) -> None:
    """Report what an author would rather not have written."""
    said = list(said_in(dialog))
    for one in said:
        _check_text(one, report)
    for word in _labels(dialog):
        _find(report, "D508", word, _slips(), "a sign or a word is doubled here", "take one away")
    for step, _ in steps_of(dialog):
        _check_way_out(step, report)
        _check_on_discord(step, report)
    if len(dialog.title.text) > TITLE:
        _clumsy(report, dialog.title.span, f"this title has {len(dialog.title.text)} characters",
                f"Discord shows {TITLE} where a dialog is chosen; say it shorter")  # fmt: skip
    _check_grade(said, report)


def said_in(dialog: m.Dialog) -> Iterator[Said]:
    """Return every text the bot says in a dialog; labels and titles are none."""
    for step, _ in steps_of(dialog):
        match step:
            case m.Say():
                yield from _words(step.text)
                yield from _words(step.unknown)
            case m.Conclude():
                for row in step.rows:
                    yield from _words(row.say)
            case _ if isinstance(step, m.QUESTIONS):
                yield from _words(step.text, asks=not isinstance(step, m.Wait))
                yield from _words(step.why)
                for one in step.unclear:
                    yield from _words(one)
                for _, option in options_of(step):
                    yield from _words(option.reply)
            case _:
                pass


def options_of(step: m.Step) -> tuple[tuple[Word, m.Option], ...]:
    """Return the options of a step, by name; none for a step that has none."""
    return step.options if isinstance(step, (m.Choose, m.Pick)) else ()


def _words(prose: Prose | None, *, asks: bool = False) -> Iterator[Said]:
    for word in prose.variants if prose is not None else ():
        if word:
            yield Said(word, asks)


def _labels(dialog: m.Dialog) -> Iterator[Word]:
    yield dialog.title
    for step, _ in steps_of(dialog):
        for _, option in options_of(step):
            yield option.label


# --- single texts ---------------------------------------------------------------


@cache
def _slips() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\.)\.\.(?!\.)|\.{4,}|,,|\?\?|!!|,\.|\.,| [.,?!;:](?=\s|$)"
        r"|\b(?i:(the|an?|to|of|in|is|and|or|with|for|you|your|i)(?=\s)) +(?i:\1)\b"
    )


@cache
def _second_question() -> re.Pattern[str]:
    auxiliary = "do|did|are|is|was|were|have|has|had|can|could|would|will|should"
    return re.compile(
        rf"\?[^?]*(\?)|,? (and (?:{auxiliary}) (?:you|they|he|she|it|we|your|their)\b)(?=[^.?!]*\?)",
        re.IGNORECASE,
    )


@cache
def _blame() -> re.Pattern[str]:
    them = "him|her|them|it"
    return re.compile(
        r"(?<!not )(?<!n't )(?<!never )(?<!no )(?<!not all )\byour (?:own )?fault"
        r"|\byou (?:really )?(?:should|ought to)(?: not|n't)? ?(?:have|'ve)\b(?! to\b)(?= \w+)"
        r"|\bwhy (?:didn't|don't|haven't|couldn't) you\b"
        r"|\bwhy did you (?:let|stay|allow|put up|go back|not|wait|keep|provoke)\b"
        rf"|\byou (?:made|drove|pushed) (?:{them}) (?:do|go|leave|angry|mad|away|hit|to)\b"
        rf"|\byou let (?:{them}|yourself|this) (?:happen|do this|go on|hit|treat)\b"
        r"|\byou (?:asked for (?:it|this|that)|brought (?:this|it|that) on yourself)"
        r"|\byou (?:failed|ruined|provoked|overreact(?:ed)?|caused|messed up)\b"
        r"|\byou(?: are|'re) (?:just |being |so |too |a bit |really |overly )*(?:overreacting|"
        r"needy|clingy|pathetic|crazy|weak|stupid|selfish|dramatic|paranoid|naive|silly|sensitive|to blame)"
        r"|\byou (?:only )?(?:have|'ve got|got) (?:only )?yourself to blame"
        r"|(?:^|[.!?] )(?:just )?(?:get over|move on\b|calm down|grow up|man up|"
        r"stop (?:crying|whining|being|feeling))"
        r"|\badmit (?:it|that you)\b|\bbecause of you\b|\bhow could you\b",
        re.IGNORECASE,
    )


def _check_text(one: Said, report: Report) -> None:
    word = one.word
    _find(report, "D508", word, _slips(), "a sign or a word is doubled here", "take one away")
    if one.asks:
        _find(report, "D504", word, _second_question(), "there are two questions in one",
              "ask them one after the other")  # fmt: skip
        _find(report, "D506", word, _pressing(), "this leaves no way to decline",
              "say that it can be skipped, or leave that out")  # fmt: skip
    _find(report, "D505", word, _blame(), "this sounds like blame",
          "say what happened, and leave out whose doing it was")  # fmt: skip
    if PHONE < len(word.text) <= LONGEST_TEXT:
        _clumsy(report, word.within(report.source, PHONE, len(word.text)),
                f"this has {len(word.text)} characters, and fills the screen of a phone",
                "say it in two steps, with a question between them")  # fmt: skip


@cache
def _pressing() -> re.Pattern[str]:
    return re.compile(
        r"(?<!do )(?<!did )(?<!would )\byou (?:must|have to|need to|will have to) (?:answer|choose|tell|say|pick|decide|reply|write)"
        r"|\b(?:is|are) (?:required|mandatory|compulsory)\b|\bno skipping\b|\bbefore (?:i|we) go on, you"
        r"|\b(?:can't|cannot|can not) (?:skip|be skipped)",
        re.IGNORECASE,
    )


def _find(
    report: Report, code: str, word: Word, pattern: re.Pattern[str], message: str, help_: str
) -> None:
    found = pattern.search(word.text)
    if found is None:
        return
    part = next((at for at in range(1, (found.re.groups or 0) + 1) if found[at] is not None), 0)
    span = word.within(report.source, found.start(part), found.end(part))
    report.add(code, span, message, help_)


# --- questions --------------------------------------------------------------------


def _check_way_out(step: m.Step, report: Report) -> None:
    options = options_of(step)
    if not options or getattr(step, "other", None) is not None:
        return
    if len(options) == 1 and _going_on().match(options[0][1].label.text) is None:
        report.add("D506", options[0][0].span, "there is only this one to choose",
                   "add what else can be true, or make it a `say:`")  # fmt: skip
    elif all(option.signal is not None for _, option in options):
        report.add("D506", step.span, "every option here carries a signal",
                   "add one for those to whom none of it happened")  # fmt: skip


@cache
def _going_on() -> re.Pattern[str]:
    """A single option that only lets a person take their time."""
    return re.compile(
        r"(?:go(?:ing)? on|next|continue|okay|ok|ready|done|i'm (?:ready|done|back)|yes, go on)\b",
        re.IGNORECASE,
    )


def _check_on_discord(step: m.Step, report: Report) -> None:
    options = options_of(step)
    if len(options) > MENU:
        kind = (
            "the numbers must be typed" if isinstance(step, m.Pick) else "they take several pages"
        )
        _clumsy(report, options[MENU][0].span, f"these are {len(options)} options",
                f"a menu of Discord holds {MENU}, so {kind}; ask in two steps")  # fmt: skip
    for _, option in options:
        if len(option.label.text) > LABEL:
            _clumsy(report, option.label.within(report.source, LABEL, len(option.label.text)),
                    f"this label has {len(option.label.text)} characters",
                    f"a button of Discord holds {LABEL}, so numbers stand in its place; say it shorter")  # fmt: skip
    if isinstance(step, m.Rate) and step.to.value - step.from_.value >= MENU:
        _clumsy(report, step.to.span, f"this scale has {step.to.value - step.from_.value + 1:g} points",
                f"Discord can show {MENU} to press, so a number must be typed; use fewer, or `number:`")  # fmt: skip


def _clumsy(report: Report, span: Span, what: str, why: str) -> None:
    report.add("D507", span, what, why)


# --- the dialog as a whole ----------------------------------------------------------


def _check_grade(said: list[Said], report: Report) -> None:
    texts = [one.word for one in said]
    if any(len(one.text) > LONGEST_TEXT for one in texts):
        return
    whole = " ".join(_as_sentence(one.text) for one in texts)
    if words_in(whole) < ENOUGH_WORDS or grade(whole) <= GRADE:
        return
    hardest = max(texts, key=lambda one: grade(one.text) * min(words_in(one.text), ENOUGH_WORDS))
    span = hardest.within(report.source, 0, len(hardest.text))
    report.add("D509", span, f"this dialog reads at school year {grade(whole):.1f}, and this text is its hardest",
               "shorter words, and one thought a sentence")  # fmt: skip


def _as_sentence(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?", ":")) else f"{text}."
