"""Whose words a match is made of: the writer's own, somebody else's, or a film's or a song's.

It reads the sentence around the match and ends at yes or no.
"""

from __future__ import annotations

import re
from functools import cache

THEY = frozenset(
    "he she they himself herself themselves themself someone somebody everyone people"
    " ex girlfriend boyfriend husband wife friend friends mate mates mum mom mother dad father"
    " brother sister son daughter cousin uncle aunt niece nephew flatmate roommate housemate"
    " coworker colleague boss neighbour neighbor partner guy girl man woman grandma grandad nan"
    " grandmother grandfather stepdad stepmum who".split()
)
"""Words for anybody but the writer."""

_SPOKE = (
    "(?:said|says|saying|texted|wrote|goes|went|told me|tells me|keeps saying|yelled|shouted|posted"
    "|tweeted|messaged)"
)
_THE = "(?:a|an|the|this|that|these|those|our|his|her|their|my|some|every)"
# What tells of people: who jumps or dies in it is nobody in this talk.
_TALE = (
    "(?:films?|movies?|(?:tv )?(?:show|series|drama)|soap|documentar(?:y|ies)|episodes?|books?|novels?"
    "|poems?|songs?|lyrics?|articles?|podcasts?|headlines?|storyline|plot|chapter|scene|meme|advert"
    "|leaflet|playlist|album|track|study|report|poster|quote|game|play|short story|characters?|telly)"
)
_CARRIER = rf"(?:{_TALE}|netflix(?: [a-z]+)?|title|story|news|tv)"
_TAKEN_IN = "(?:reading|read|watching|watched|saw|heard|finished|like|love)"
_SAYING = (
    "(?:says|said|saying|goes|went|going|reads|like|called|titled|named|quotes?|sings?|sang"
    "|ends with|begins with|starts with)"
)


def quoted(norm: str, start: int, end: int, left: int, right: int) -> bool:
    """Whether norm[start:end], in the sentence from `left` to `right`, is not the writer's own.

    Quotation marks are no part of a norm; see `in_quotes`.
    """
    before, inside, after = norm[left:start], norm[start:end], norm[end:right]
    if _spoken_before().search(before[-_NEAR:]) or _spoken_after().match(after[:_NEAR]):
        return True
    if _carriers().search(norm, left, right) is None:
        return False
    return _in_a_tale(before, inside, after) and not own_words(before)


_NEAR = 60  # signs in which "he said" stands beside what was said


@cache
def _spoken_before() -> re.Pattern[str]:
    return re.compile(
        r" (?:he|she|they|ex|mum|mom|dad|friend|mate|brother|sister|someone|boss|therapist|doctor)"
        rf"(?: [^ .,?!]+){{0,2}} {_SPOKE}(?: (?:that|me|things like|like|to me))?,?$"
    )


@cache
def _spoken_after() -> re.Pattern[str]:
    """As in "…, he wrote", with nothing after it that would be what was said."""
    return re.compile(
        r"(?: [^ .,?!]+){0,8} [,?!] (?:(?:and|so) )?(?:(?:my |the )?(?:ex|mum|mom|dad|friend|mate"
        r"|brother|sister|boss|husband|wife|boyfriend|girlfriend)|he|she|they)(?: just| then| once)?"
        rf" {_SPOKE}(?: (?:to me|me|once|yesterday|in (?:a|the|her|his) [a-z]+))?(?= [.,?!]|$)"
    )


@cache
def _carriers() -> re.Pattern[str]:
    return re.compile(
        rf"(?<! up)(?<! make a) {_CARRIER}(?: (?:that )?(?:i|we) (?:am |are )?{_TAKEN_IN})?(?![^ ])"
    )


@cache
def _tales() -> re.Pattern[str]:
    return re.compile(rf" {_TALE}(?![^ ])")


@cache
def _tale_after() -> re.Pattern[str]:
    return re.compile(
        rf"(?: [^ .,?!]+){{0,6}} (?:in|from|of|on|at the end of) {_THE}(?: [a-z]+){{0,2}} {_TALE}(?![^ ])"
    )


@cache
def _is_a_tale() -> re.Pattern[str]:
    return re.compile(
        rf"(?: [^ .,?!]+){{0,3}} (?:is|was|'s|are|were|as) (?:just )?(?:a (?:line|bit|quote) )?(?:(?:from|in|of) )?{_THE}?(?: good| old| great| sad)?"
        rf" {_CARRIER}(?![^ ])"
    )


@cache
def _says() -> re.Pattern[str]:
    """What opens the words of a song: "that says", "goes on", "is called"."""
    return re.compile(rf"(?: [^ .,?!]+){{0,3}} (?:{_SAYING}(?: (?:that|on))?|is|are)(?: ,)?")


_WRITER = frozenset("i me my myself we us our mine".split())
_TURNS = frozenset("but because so cos now".split())
_TELLING = frozenset("where who which that about when with".split())
_OTHERS = frozenset("he she they the a an someone everyone where".split())


def _in_a_tale(before: str, inside: str, after: str) -> bool:
    """Whether the match is told of, or said by, a film or a song that its sentence names."""
    mine = not _WRITER.isdisjoint(inside.split())
    if _is_a_tale().match(after) or (not mine and _tale_after().match(after)):
        return True
    told = next(reversed([None, *_carriers().finditer(before)]))
    if told is None:
        return False
    words = before[told.end() :].split()
    own = next((at for at, word in enumerate(words) if word in _WRITER), len(words))
    if mine or own < len(words):
        return bool(_says().fullmatch(" ".join(["", *words[:own]])))
    return bool(_tales().match(told.group())) and _goes_on(before[: told.start()], words)


def _goes_on(before: str, words: list[str]) -> bool:
    """Whether words behind a tale still tell it, and not what the writer does after it or with it."""
    if not _TURNS.isdisjoint(words) or words[:1] == ["and"]:
        return False
    if words[:1] == [","]:
        return not _OTHERS.isdisjoint(words[1:2])
    return _beside().search(before) is None or not _TELLING.isdisjoint(words)


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(
        rf" (?:after|during|before|over|to|put|turned|watch(?:ing|ed)|reading|took|mak(?:e|ing)|made)(?: {_THE})?(?: [a-z]+)?$"
    )


def own_words(before: str) -> bool:
    """Whether the writer says to be speaking: "i wrote …"."""
    return bool(_own().search(before))


@cache
def _own() -> re.Pattern[str]:
    return re.compile(r" i (?:said|told|wrote|texted|keep saying|am writing)(?![^ ])")
