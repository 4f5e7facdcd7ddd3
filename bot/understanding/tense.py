"""When what a match tells of lies: long back, or not.

It reads the match's own clause and the time frames in its sentence and beside it, and ends at yes or no.
"""

from __future__ import annotations

import re
from functools import cache

_BACK = 80  # signs before and behind the sentence in which a frame may stand
_ON = 60


def long_back(norm: str, start: int, end: int, left: int, right: int) -> bool:
    """Whether norm[start:end], in the sentence from `left` to `right`, lies long back.

    A frame of time in its own clause says so, and one in another clause or a neighbouring sentence,
    as long as the clause itself does not stand in the present.
    """
    frames = [hit.start() for hit in _frames().finditer(norm, max(0, left - _BACK), right + _ON)]
    if not frames or _goes_on().search(norm, left, right):
        return False
    first, last = _clause(norm, start, end, left, right)
    own = any(first <= at < last for at in frames)
    if own and _over().search(norm, first, last):
        return True
    return not _now(norm[first:start], norm[start:end]) and (
        own or any(not _sets_out(norm, at) for at in frames)
    )


@cache
def _frames() -> re.Pattern[str]:
    return re.compile(
        r" (?:used to|years? (?:ago|back)|ages ago|long time (?:ago|back)|decades? ago"
        r"|months ago|back then|back in|in (?:19|20)\d\d|in my (?:teens|twenties|thirties|forties|20 s|30 s)"
        r"|when i was (?:\d+|a |an |young|little|in |at |with |about |small|growing)|as a (?:kid|child|teen|teenager|student)"
        r"|at (?:school|uni) i|in (?:school|college|lockdown|high school)|once,? in|that was then|there was a time"
        r"|last time i|previous(?:ly)?|in the past|old me|at my worst|after my (?:first|last|previous)|got help|a lifetime ago|when (?:he|she|they|mum|dad|my (?:mum|dad|mother|father|brother)) died|(?:(?<!can )(?<!could )not anymore)|(?:1\d|2\d|\d) years (?:free|clean|sober)"
        r"|my old (?:journals?|diary|diaries)|after (?:the )?(?:army|war))(?![^ ])"
    )


@cache
def _goes_on() -> re.Pattern[str]:
    """What says that it goes on, or has come back."""
    return re.compile(
        r" (?:again|still|is back|are back|came back|coming back|comes back|started|these days|lately"
        r"|tonight|today|this time|now i (?:want|am going|think about|keep)|back to|ever since"
        r"|last night|this (?:morning|evening)|yesterday)(?![^ ])"
    )


@cache
def _over() -> re.Pattern[str]:
    return re.compile(
        r" (?:used to|there was a time|not anymore|last time i|old me|my old [a-z]+|years (?:free|clean|sober))(?![^ ])"
    )


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(r" (?:[.,?!]|and|but|because|cos|when|while|since|so (?=i ))(?![^ ])")


def _clause(norm: str, start: int, end: int, left: int, right: int) -> tuple[int, int]:
    """The place of the clause that a match stands in."""
    first = left
    for hit in _breaks().finditer(norm, left, start + 1):
        first = hit.end()
    following = _breaks().search(norm, end, right)
    return first, following.start() if following else right


_SUBJECTS = frozenset("i he she they we it".split())
_PRESENT = frozenset(
    "am is are want wants need needs will can keep keeps hate hates wish wishes feel feels think thinks"
    " going wanna do does".split()
)
_PAST = frozenset(
    "was were had did wanted tried thought felt needed wished went got made would could used became"
    " began kept planned took told said been hated".split()
)
_NO_PRESENT = frozenset("was has does his this always as us yes s's".split())


def _now(before: str, inside: str) -> bool:
    """Whether a clause, up to and with its match, stands in the present."""
    head = before.split()
    words = [*head, *inside.split()]
    at = max(
        (at for at, word in enumerate(words[: len(head) + 1]) if word in _SUBJECTS), default=-1
    )
    for place, word in enumerate(words[at + 1 :], at + 1):
        if word in _PAST or (word.endswith("ed") and word != "need"):
            return False
        if word in _PRESENT:
            return True
        third = at >= 0 and place == at + 1 and words[at] in {"he", "she"}
        if third and word.endswith("s") and word not in _NO_PRESENT:
            return True
    return False


def _sets_out(norm: str, at: int) -> bool:
    """Whether a frame tells when they met or began: what came of it may go on."""
    first, last = _clause(norm, at + 1, at + 1, max(0, at - _BACK), at + _BACK)
    return _beginnings().search(norm, first, last) is not None


@cache
def _beginnings() -> re.Pattern[str]:
    return re.compile(
        r" (?:met|got together|married|moved in|started|dating|been together)(?![^ ])"
    )
