"""What stands around a match: denied, quoted, long past, only supposed, or someone else's.

It reads a window of words and ends at five answers; whether a pattern minds is the pattern's.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bot.understanding.text import Text

Person = Literal["self", "other", "unknown"]


_ENDS = frozenset(".?!")
_NEGATORS = frozenset("not never nor without".split())
_I = frozenset("i me myself we us".split())
_THEY = frozenset(
    "he she they himself herself themselves themself someone somebody everyone people"
    " ex girlfriend boyfriend husband wife friend friends mate mates mum mom mother dad father"
    " brother sister son daughter cousin uncle aunt niece nephew flatmate roommate housemate"
    " coworker colleague boss neighbour neighbor partner guy girl man woman grandma grandad nan"
    " grandmother grandfather stepdad stepmum who".split()
)
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


@cache
def _past() -> re.Pattern[str]:
    return re.compile(
        r" (?:used to|years? (?:ago|back)|ages ago|long time (?:ago|back)|decades? ago"
        r"|months ago|back then|back in|in (?:19|20)\d\d|in my (?:teens|twenties|thirties|forties|20s|30s)"
        r"|when i was (?:\d+|a |an |young|little|in |at |with |about |small|growing)|as a (?:kid|child|teen|teenager|student)"
        r"|at (?:school|uni) i|in (?:school|college|lockdown|high school)|once,? in|that was then|there was a time"
        r"|last time i|previous(?:ly)?|in the past|old me|at my worst|after my (?:first|last|previous)|got help|a lifetime ago|when (?:he|she|they|mum|dad|my (?:mum|dad|mother|father|brother)) died|not anymore|(?:1\d|2\d|\d) years (?:free|clean|sober)"
        r"|my old (?:journals?|diary|diaries)|after (?:the )?(?:army|war))(?![^ ])"
    )


@cache
def _present() -> re.Pattern[str]:
    return re.compile(
        r" (?:again|still|is back|are back|came back|coming back|comes back|started|these days|lately"
        r"|tonight|today|this time|now i (?:want|am going|think about|keep)|back to)(?![^ ])"
    )


@cache
def _media() -> re.Pattern[str]:
    return re.compile(
        r"(?: (?:songs?|lyrics?|movies?|series|episodes?|books?|novels?|poems?|articles?|podcasts?"
        r"|documentar(?:y|ies)|meme|netflix|soap|character|chapter|plot|scene|headline|advert"
        r"|storyline|playlist|album|telly|drama|leaflet|(?:a|an|the|this|that|our) (?:films?|show|report|study|quote|play|game|news|poster|tv))|(?<! up) (?:short )?story)(?![^ ])"
    )


@cache
def _speech() -> re.Pattern[str]:
    return re.compile(
        r" (?:he|she|they|ex|mum|mom|dad|friend|mate|brother|sister|someone|boss|therapist|doctor)(?: [^ .,?!]+){0,2}"
        r" (?:said|says|saying|texted|wrote|goes|went|told me|tells me|keeps saying|yelled|shouted|posted|tweeted|messaged)"
        r"(?: (?:that|me|things like|like|to me))?,?$"
    )


class Around:
    """What stands around norm[start:end], each answer worked out only when it is asked for.

    `norm` is the text's norm with a space before it; `left` and `right` bound the sentence.
    """

    __slots__ = ("_before", "_end", "_inside", "_norm", "_start", "_text", "left", "right")

    def __init__(self, text: Text, norm: str, start: int, end: int) -> None:
        self._text, self._norm, self._start, self._end = text, norm, start, end
        self.left, self.right = _sentence(norm, start, end)
        self._before = norm[self.left : start].split()
        self._inside = norm[start:end].split()

    @property
    def negated(self) -> bool:
        """Whether it is denied, before it or right behind."""
        return _negated(self._before, self._inside, self._norm[self._end : self._end + 24].split())

    @property
    def quoted(self) -> bool:
        """Whether it is somebody else's words, or a film's or a song's."""
        sentence = self._norm[self.left : self.right]
        before = self._norm[self.left : self._start]
        return _quoted(self._text, self._norm, self._start, sentence, before)

    @property
    def past(self) -> bool:
        """Whether it lies long back and nothing says that it goes on."""
        wide = self._norm[max(0, self.left - 80) : self.right + 60]
        return bool(_past().search(wide)) and not _present().search(
            self._norm[self.left : self.right]
        )

    @property
    def conditional(self) -> bool:
        """Whether an "if" or "unless" stands before it in the sentence."""
        head = self._norm[self.left : self._end + 1]
        return " if " in head or " unless " in head

    @property
    def person(self) -> Person:
        """Whose act or feeling it is, as far as the words before it say."""
        return _person(self._before, self._inside)

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


def _sentence(norm: str, start: int, end: int) -> tuple[int, int]:
    left = max(norm.rfind(f" {mark} ", 0, start + 1) for mark in _ENDS)
    rights = [found for mark in _ENDS if (found := norm.find(f" {mark}", end)) >= 0]
    return (left + 2 if left >= 0 else 0), (min(rights) if rights else len(norm))


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


def _quoted(text: Text, norm: str, start: int, sentence: str, before: str) -> bool:
    if _media().search(sentence) and not _own_words(before):
        return True
    if _speech().search(before[-60:]):
        return True
    return _in_quotes(text, norm, start) and bool(_other_in(before))


def _own_words(before: str) -> bool:
    return bool(re.search(r" i (?:said|told|wrote|texted|keep saying|am writing)(?![^ ])", before))


def _other_in(before: str) -> bool:
    words = before.split()
    return not _THEY.isdisjoint(words) and not _own_words(before)


def _in_quotes(text: Text, norm: str, start: int) -> bool:
    index = norm.count(" ", 0, start)
    if index >= len(text.tokens):
        return False
    at = text.tokens[index].start
    for mark in ('"', "“"):
        if mark in text.raw and text.raw.count(mark, 0, at + 1) % 2 == 1:
            return True
    return bool(_open_quote().search(text.raw[max(0, at - 80) : at + 1]))


@cache
def _open_quote() -> re.Pattern[str]:
    return re.compile(r"(?:(?<=\s)|^)['‘][^'’]*$")


def _person(before: list[str], inside: list[str]) -> Person:
    if inside and inside[0] in _I:
        return "self"
    if inside and inside[0] in _THEY:
        return "unknown"  # the phrase itself speaks of them, so it knows whose act it means
    following = inside[0] if inside else ""
    for word in reversed(before[-7:]):
        if word in {",", "."} or word in _BREAKS or (word == "and" and following in _BARE):
            break
        following = word
        if word in _I:
            return "self"
        if word in _THEY:
            return "other"
    return "unknown"
