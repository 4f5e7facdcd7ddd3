"""One key for all the forms of a word: he and she, went and goes, tried and trying.

It ends at the key, which is only good for comparing; it is no word that could be shown.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bot.understanding.forms import forms

if TYPE_CHECKING:
    from collections.abc import Iterable

# Verbs whose forms share no beginning; all others lose their ending by rule.
_IRREGULAR = (
    "be have go say tell make take get give come see know think find leave feel keep break throw hold"
    " drive bite shake steal hide send spend lose die lie tie write shoot sit stand wake sleep stick"
    " strike sell pay buy drink eat choose forbid speak run begin bring catch fight hang mean meet"
    " ring shut spit swear teach wear grow draw"
).split()
_MORE = {
    "threw": "throw", "forgot": "forget", "forgotten": "forget", "won": "win", "built": "build",
    "fell": "fall", "fallen": "fall", "heard": "hear", "understood": "understand", "flew": "fly",
    "blew": "blow", "blown": "blow", "rose": "rise", "dealt": "deal", "dreamt": "dream",
    "gotten": "get", "scared": "afraid", "scary": "afraid", "frightened": "afraid",
    "mum": "mom", "mother": "mom", "dad": "father", "children": "kid", "child": "kid", "kids": "kid",
    "exes": "ex", "lives": "live", "living": "live", "agreed": "agre", "gone": "gone", "broken": "broken", "found": "found", "gutted": "gutted",
}  # fmt: skip
# "Her" may be either, so whose and whom share a key.
_PERSONS = {
    "he": "they", "she": "they", "him": "them", "her": "them", "his": "them", "hers": "them",
    "their": "them", "theirs": "them", "himself": "themselves", "herself": "themselves",
    "themself": "themselves",
}  # fmt: skip
# Words that only look like a form of a shorter one.
_WHOLE = frozenset(
    "nothing something anything everything during morning evening always sometimes perhaps besides"
    " thing things bring string spring king wedding this yes us does less unless"
    " christmas bus gas plus news series minus us kiss miss pass class glass boss mess stress guess"
    " press address business princess express across towards afterwards red bed need seed feed bleed"
    " speed indeed hundred sacred ring sing wing ceiling feelings feeling police"
    " longing used need thus virus focus bonus status jealous famous serious nervous anxious obvious".split()
)
# Little words that no ending may be cut down to: "notes" is no "not".
_LITTLE = frozenset("not can will may must might one on in her the there then she he me we".split())


@cache
def _bases() -> dict[str, str]:
    table = {form: verb for verb in _IRREGULAR for form in forms(verb)}
    return table | _MORE | _PERSONS


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The key of a word: equal for its forms, and for he, she and they."""
    known = _bases().get(word)
    if known is not None:
        return known
    if len(word) < 4 or word in _WHOLE:
        return word
    key = word
    for ending in ("ing", "ied", "ies", "ed", "es", "s"):
        shortest = 2 if ending in {"ied", "ies"} else 3
        if key.endswith(ending) and len(key) - len(ending) >= shortest and key[-2:] != "ss":
            key = key[: -len(ending)] + ("y" if ending in {"ied", "ies"} else "")
            break
    if len(key) > 3 and key[-1] == key[-2] and key[-1] not in "slefo":
        key = key[:-1]
    if len(key) > 3:
        key = key.removesuffix("e")
    return word if key in _LITTLE else key


def stems(words: Iterable[str]) -> list[str]:
    """The keys of a row of words."""
    return [stem(word) for word in words]
