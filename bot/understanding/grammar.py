"""The phrase language of the rules: from what an author writes to one regular expression.

`words`, `(a | b c)`, `[optional]`, `{class}`, `...` (up to four words of one clause), `>>` (up to
fourteen words of one sentence), `word*` (any ending), `verb~` (any form of the verb), `#` (a number), `^`
and `$` (start and end of a sentence). Every repeat is bounded and none stands inside another, so matching
is linear in the text. It ends at the expression; what a match means is decided elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from bot.understanding.forms import forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

GAP = 4
LATER = 14
NEEDS = 4
"""Sets of words looked at before a phrase is tried; more would rule out little."""
NUMBER, FILLER, SENTENCE = "#", "\t", "^"
"""Stand among the words of a phrase: for any number, any filler, the start of a sentence."""
_DEEPEST = 12  # classes inside classes; more is a circle or a puzzle


Needs: TypeAlias = tuple[tuple[str, ...], ...]
"""Sets of words of each of which one must be there."""
PlainPhrase: TypeAlias = tuple[str, Needs, tuple[str, ...]]
"""The fields of a `Phrase`, in their order."""


class PhraseError(ValueError):
    """A phrase that cannot be read; `column` counts from 0 inside the phrase."""

    def __init__(self, message: str, column: int) -> None:
        self.column = column
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled phrase: the expression over `searchable` words, and words it cannot do without.

    Of each set in `needs` a word must be there, the choosiest set stands first.
    `firsts` are the words it may begin with, () where it may begin anywhere. Beside words, all of
    these hold beginnings ("threat*") and the signs NUMBER, FILLER, SENTENCE.
    """

    source: str
    needs: Needs
    firsts: tuple[str, ...]


# Words that say how much or how sure, and nothing else: a phrase reads across up to two of them.
FILLERS = frozenset(
    "just really literally actually honestly so very totally completely even also like fucking now"
    " still maybe probably definitely seriously simply truly always constantly basically only almost"
    " already ever sometimes often finally then pretty quite absolutely all well obviously lol omg own"
    " other whole too right".split()
)
_FILLER = r"(?:\t[^ \t]+){0,2}"
_GAP = rf"(?:[ \t](?!(?:not|never|nor|without)[ \t])[^ \t.,?!]+){{0,{GAP}}}"
_LATER = rf"(?:[ \t][^ \t.?!]+){{0,{LATER}}}"


def searchable(words: Iterable[str]) -> str:
    """Join words as the expressions expect them: a space before each, a tab before a filler.

    It is as long as the words joined by spaces with a space before, so places are the same.
    """
    return "".join([("\t" if word in FILLERS else " ") + word for word in words])


# What stands in for a word's rarity: a phrase is opened by its rarest part.
_COMMON = frozenset(
    "i you he she it we they me my him her his them their us our your a an the and or but if so to"
    " of in on at for with from by up out about is am are was were be been being do does did have"
    " has had not no will would can could should just that this what when who how there all get got"
    " go going know like want one now then than too as more some into over again back off down still"
    " because really time her mine hers someone people 's even only how why said say says make makes"
    " made see think thing day night let take took need feel never tell told ex".split()
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of expression, and sets of words: of each set it must contain one.

    `firsts` are the words it can begin with; None where it can begin with any.
    """

    source: str
    needs: Needs
    firsts: frozenset[str] | None
    empty: bool = False
    begins: bool = True  # begins with a word, so fillers may stand before it


def compile_phrase(phrase: str, classes: Mapping[str, Sequence[str]]) -> Phrase:
    """Compile one phrase. Raises PhraseError with the column of what is wrong."""
    stray = _dots().search(phrase)
    if stray is not None:
        raise PhraseError("dots that are no sign here: a gap is `...`", stray.start())
    part = _Reader(phrase, classes, 0).whole()
    if part.empty or not part.needs:
        raise PhraseError("this phrase has no word that must be there", 0)
    needs = tuple(sorted(part.needs, key=_cost)[:NEEDS])
    firsts = () if part.firsts is None else tuple(sorted(part.firsts))
    return Phrase(part.source + r"(?![^ \t])", needs, firsts)


def _cost(keys: tuple[str, ...]) -> int:
    return sum(40 if key in _COMMON else 3 if key.endswith("*") else 1 for key in keys)


@cache
def _dots() -> re.Pattern[str]:
    return re.compile(r"(?<!\.)\.\.(?!\.)|\.{4,}|\w\.{2,}|\.{2,}\w")


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(r"\s*(\.\.\.|>>|[()\[\]|^$]|\{[^{}]*\}|[^\s()\[\]|{}^$]+)")


class _Reader:
    """Reads one phrase from left to right; `depth` counts the classes around it."""

    def __init__(self, phrase: str, classes: Mapping[str, Sequence[str]], depth: int) -> None:
        self._phrase = phrase
        self._classes = classes
        self._depth = depth
        self._signs = [(hit.group(1), hit.start(1)) for hit in _signs().finditer(phrase)]
        self._at = 0
        read = sum(len(sign) for sign, _ in self._signs)
        if read != sum(len(word) for word in phrase.split()):
            raise PhraseError("an unclosed { or a stray }", 0)

    def whole(self) -> _Part:
        part = self._either(closing="")
        if self._at < len(self._signs):
            raise PhraseError(f"nothing opened this {self._signs[self._at][0]!r}", self._column())
        return part

    def _column(self) -> int:
        return self._signs[min(self._at, len(self._signs) - 1)][1] if self._signs else 0

    def _either(self, closing: str) -> _Part:
        options = [self._row(closing)]
        while self._at < len(self._signs) and self._signs[self._at][0] == "|":
            self._at += 1
            options.append(self._row(closing))
        return _choice(options)

    def _row(self, closing: str) -> _Part:
        parts: list[_Part] = []
        while self._at < len(self._signs):
            sign, column = self._signs[self._at]
            if sign in {"|", ")", "]"}:
                break
            self._at += 1
            parts.append(self._one(sign, column))
        if not parts and closing != "]":
            raise PhraseError("a word is missing here", self._column())
        return _joined(parts)

    def _one(self, sign: str, column: int) -> _Part:
        match sign:
            case "(":
                return self._closed(")", column)
            case "[":
                inner = self._closed("]", column)
                filler = _FILLER if inner.begins else ""
                firsts = None if inner.firsts is None else inner.firsts | {FILLER}
                return _Part(f"(?:{filler}{inner.source})?", (), firsts, empty=True, begins=False)
            case "...":
                return _Part(_GAP, (), None, empty=True, begins=False)
            case ">>":
                return _Part(_LATER, (), None, empty=True, begins=False)
            case "^":
                first = frozenset((SENTENCE,))
                return _Part(r"(?<![^.?!])", (), first, empty=True, begins=False)
            case "#":
                return _Part(r" \d[^ \t]*", ((NUMBER,),), frozenset((NUMBER,)))
            case "$":
                return _Part(r"(?= [.?!]|$)", (), None, empty=True, begins=False)
            case _ if sign.startswith("{"):
                return self._class(sign[1:-1].strip(), column)
            case _:
                return _word(sign, column)

    def _closed(self, closing: str, column: int) -> _Part:
        part = self._either(closing)
        if self._at >= len(self._signs) or self._signs[self._at][0] != closing:
            raise PhraseError(f"{'(' if closing == ')' else '['} is never closed", column)
        self._at += 1
        return part

    def _class(self, name: str, column: int) -> _Part:
        if name not in self._classes:
            raise PhraseError(f"there is no class {{{name}}}", column)
        if self._depth >= _DEEPEST:
            raise PhraseError(f"class {{{name}}} contains itself", column)
        try:
            return _choice(
                [
                    _Reader(item, self._classes, self._depth + 1).whole()
                    for item in self._classes[name]
                ]
            )
        except PhraseError as error:
            raise PhraseError(f"in class {{{name}}}: {error}", column) from None


def _word(sign: str, column: int) -> _Part:
    stem, ending = (sign[:-1], sign[-1]) if sign[-1] in "*~" else (sign, "")
    if not stem or "*" in stem or "~" in stem:
        raise PhraseError(f"{sign!r}: * and ~ stand at the end of a word", column)
    if ending == "*" and len(stem) < 2:
        raise PhraseError(f"{sign!r}: a beginning has two letters or more", column)
    if stem != stem.lower():
        raise PhraseError(f"{sign!r}: the normal form is lower case", column)
    match ending:
        case "*":
            source = rf"[ \t]{re.escape(stem)}[^ \t.,?!]*"
            return _Part(source, ((sign,),), frozenset((sign,)))
        case "~":
            words = forms(stem)
            source = f" (?:{'|'.join(map(re.escape, words))})"
            return _Part(source, (words,), frozenset(words))
        case _:
            before = "\t" if stem in FILLERS else " "
            return _Part(before + re.escape(stem), ((stem,),), frozenset((stem,)))


def _choice(options: list[_Part]) -> _Part:
    if len(options) == 1:
        return options[0]
    needs = tuple(_needs_of_any([option.needs for option in options]))
    sources = list(dict.fromkeys(option.source for option in options))
    return _Part(
        f"(?:{'|'.join(sources)})",
        needs,
        _first_of_any([option.firsts for option in options]),
        empty=any(option.empty for option in options),
        begins=all(option.begins for option in options),
    )


def _joined(parts: list[_Part]) -> _Part:
    out: list[str] = []
    for index, part in enumerate(parts):
        if index and part.begins:
            out.append(_FILLER)
        out.append(part.source)
    needs = tuple(need for part in parts for need in part.needs)
    return _Part(
        "".join(out),
        needs,
        _first_of_row(parts),
        empty=all(part.empty for part in parts),
        begins=bool(parts) and parts[0].begins,
    )


def _first_of_any(firsts: list[frozenset[str] | None]) -> frozenset[str] | None:
    known = [one for one in firsts if one is not None]
    return frozenset().union(*known) if len(known) == len(firsts) else None


def _first_of_row(parts: list[_Part]) -> frozenset[str] | None:
    """Return the words a row may begin with: those of its parts up to one that must be there."""
    firsts: list[frozenset[str] | None] = []
    for part in parts:
        firsts.append(part.firsts)
        if not part.empty or part.firsts == frozenset((SENTENCE,)):
            break
        firsts.append(frozenset((FILLER,)))  # which may stand before the part that follows
    else:
        firsts.append(None)
    return _first_of_any(firsts)


def _needs_of_any(options: list[Needs]) -> Iterator[tuple[str, ...]]:
    """Yield sets of words one of which every option needs: of each option its choosiest, and so on."""
    if not all(options):
        return
    ranked = [sorted(needs, key=_cost) for needs in options]
    for rank in range(min(NEEDS, max(map(len, ranked)))):
        sets = [needs[min(rank, len(needs) - 1)] for needs in ranked]
        yield tuple(dict.fromkeys(word for words in sets for word in words))
