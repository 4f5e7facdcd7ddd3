"""What stands around a match: denied, quoted, long past, only supposed, or someone else's.

It reads a window of words and ends at five answers; whether a pattern minds is the pattern's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, Literal

from bot.understanding.quoting import THEY, own_words, quoted
from bot.understanding.tense import long_back

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.understanding.text import Text

Person = Literal["self", "other", "unknown"]


SENTENCE_ENDS = frozenset(".?!")
_NEAR = 400  # signs of a sentence that are looked at on each side; endless ones take no longer
_MARK = 2  # signs that the mark at a sentence's end takes up, with the space before it
_NEGATORS = frozenset("not never nor without".split())
_I = frozenset("i me myself we us".split())
_BARE = frozenset("going will want then i might about could trying".split())  # "… and going to"
_BREAKS = frozenset("but because so cos".split())
# "Not only", "can not stop", "no joke": a denying word that denies nothing of what follows.
_NO_DENIAL = frozenset(
    "only just stop help sure know lie joking kidding even care exaggerating believe shake"
    " deny matter wait".split()
)
_FRAMES = frozenset(
    "that saying say said think thinking thought because like mean meaning feel felt believe claim"
    " suggesting as".split()
)


class Line:
    """A text as one line of words, with what is the same for all matches of a sentence.

    `norm` is the text's norm with a space before it, `sentences` the places where one starts there.
    """

    __slots__ = ("norm", "raw", "sentences", "tokens")

    def __init__(self, text: Text, sentences: Sequence[int]) -> None:
        self.raw, self.tokens = text.raw, text.tokens
        self.norm = " " + text.norm
        self.sentences = sentences


class Around:
    """What stands around a match in a line, each answer worked out only when it is asked for.

    `left` and `right` bound the sentence.
    """

    __slots__ = ("_before", "_end", "_line", "_start", "left", "right")

    def __init__(self, line: Line, start: int, end: int) -> None:
        self._line, self._start, self._end = line, start, end
        sentences = line.sentences
        self.left = sentences[bisect_right(sentences, start) - 1]
        following = bisect_left(sentences, end + _MARK)
        last = following == len(sentences)
        self.right = len(line.norm) if last else sentences[following] - _MARK
        self._before = line.norm[max(self.left, start - _NEAR) : start]

    @property
    def negated(self) -> bool:
        """Whether it is denied, before it or right behind."""
        norm = self._line.norm
        inside = norm[self._start : self._end].split()
        return _negated(self._before.split(), inside, norm[self._end : self._end + 24].split())

    @property
    def quoted(self) -> bool:
        """Whether it is somebody else's words, or a film's or a song's."""
        if quoted(self._line.norm, self._start, self._end, *self._near()):
            return True
        return _in_quotes(self._line, self._start) and _other_in(self._before)

    @property
    def past(self) -> bool:
        """Whether it lies long back and nothing says that it goes on."""
        return long_back(self._line.norm, self._start, self._end, *self._near())

    @property
    def conditional(self) -> bool:
        """Whether an "if" or "unless" stands before it in the sentence."""
        head = self._before + self._line.norm[self._start : self._end + 1]
        return " if " in head or " unless " in head

    @property
    def person(self) -> Person:
        """Whose act or feeling it is, as far as the words before it say."""
        return _person(self._before.split(), self._line.norm[self._start : self._end].split())

    def _near(self) -> tuple[int, int]:
        """The bounds of the sentence, as far as one is looked at."""
        return max(self.left, self._start - _NEAR), min(self.right, self._end + _NEAR)

    def fits(self, wish: str) -> bool:
        """Whether a wish of a pattern holds: "self", "other", "-negated", "+past" and so on."""
        match wish:
            case "self":
                return self.person != "other"
            case "other":
                return self.person != "self"
            case _:
                answer: bool = getattr(self, wish[1:])
                return answer == (wish[0] == "+")


def _negated(before: list[str], inside: list[str], after: list[str]) -> bool:
    if after[:2] in (["?", "no"], [",", "no"], ["?", "never"], ["?", "not"], [",", "never"]):
        return after[2:3] not in (["joke"], ["one"], ["idea"])
    subject = bool(inside) and inside[0] in {"i", "he", "she", "they", "we", "you", "it"}
    reach = 3 if subject else 5
    for back, word in enumerate(reversed(before[-reach:]), start=1):
        if word in _BREAKS or word in {",", "."}:
            return False
        if word == "no" and back <= 3 and not subject:
            following = before[len(before) - back + 1 :][:1] or inside[:1]
            if following and following[0] not in {"i", "he", "she", "joke", "one", "point", "use"}:
                return True
        if word in _NEGATORS:
            following = before[len(before) - back + 1 :][:1] or inside[:1]
            if following and following[0] in _NO_DENIAL:
                continue
            between = before[len(before) - back + 1 :]
            if subject:
                return bool(between) and between[0] in _FRAMES
            return not any(one in {"i", "he", "she", "they"} for one in between)
    return False


def _other_in(before: str) -> bool:
    words = before.split()
    return not THEY.isdisjoint(words) and not own_words(before)


def _in_quotes(line: Line, start: int) -> bool:
    index = line.norm.count(" ", 0, start)
    if index >= len(line.tokens):
        return False
    at = line.tokens[index].start
    if any(line.raw.count(mark, 0, at + 1) % 2 for mark in ('"', "“")):
        return True
    return bool(_open_quote().search(line.raw[max(0, at - 80) : at + 1]))


@cache
def _open_quote() -> re.Pattern[str]:
    return re.compile(r"(?:(?<=\s)|^)['‘][^'’]*$")


def _person(before: list[str], inside: list[str]) -> Person:
    if inside and inside[0] in _I:
        return "self"
    if inside and inside[0] in THEY:
        return "unknown"  # the phrase itself speaks of them, so it knows whose act it means
    following = inside[0] if inside else ""
    for at in range(len(before) - 1, max(-1, len(before) - 8), -1):
        word = before[at]
        if word in {",", "."} or word in _BREAKS or (word == "and" and following in _BARE):
            break
        following = word
        if word in _I:
            return "self"
        if word in THEY:
            return "self" if _says_what_i_am(before, at) else "other"
    return "unknown"


def _says_what_i_am(before: list[str], at: int) -> bool:
    """Whether a person at `at` is the writer: "I, a 48-year-old woman", "as a man", "I'm a dad who"."""
    if before[at] == "who":
        at -= 1
    start = max(0, at - _NAMED)
    row = before[start:at]
    article = next(
        (place for place in range(len(row) - 1, -1, -1) if row[place] in _ARTICLES), None
    )
    if article is None or not _KIN_OF.isdisjoint(row[article + 1 :]):
        return False
    head = row[:article]
    while head and head[-1] in {",", "just", "only", "still", "also"}:
        head.pop()
    return bool(head) and (head[-1] in _ME or head[-2:] in _I_AM)


_NAMED = 8  # words of a name for oneself: "I'm just a tired 30 year old man"
_ARTICLES = frozenset("a an the his her their".split())
_KIN_OF = frozenset("of , and with to for".split())
_ME = frozenset("i me as myself being".split())
_I_AM = (["i", "am"], ["i", "was"])
