"""Raw text to words in normal form, with the place of each in what was typed.

It ends there: no meaning, no scopes, no patterns.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.understanding.spelling import (
    EMOJI,
    FACES,
    KEEP_DOUBLE,
    LEET,
    LEET_L,
    LOOKALIKES,
    SHORT,
    SHORTEST_SLIP,
    UNITS,
    WEIGHTY,
    slip,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

# A page and a half of typing. Longer text is cut at a word, so that one paste can never hold up
# a talk; the beginning is kept because people say the worst first.
LIMIT = 8_000

MARKS = frozenset(".,?!")


class Token(NamedTuple):
    """One word in normal form; `start` and `end` are offsets into the raw text.

    The two words of a contraction share the place of what was typed.
    """

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A text as typed (`raw`), its tokens, and the tokens' words joined by one space (`norm`).

    Only escapes and control signs are gone from `raw`: nobody types them or should be shown them.

    Clause marks are tokens of their own: "." "," "?" "!". A dash, colon, bracket or row of dots
    is a ","; a line break is a ".". Numbers keep their inner signs ("7.5", "10/10", "3-4").
    In `notes` those who look at the text keep what they have worked out, each under itself.
    """

    raw: str
    tokens: tuple[Token, ...]
    norm: str
    notes: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)


def read(raw: str) -> Text:
    """Read any string. Never raises; time grows with the length, up to LIMIT characters."""
    if _controls().search(raw):
        raw = _controls().sub("", _ansi().sub("", raw))
    cut = _cut(raw)
    if cut.isascii():
        tokens = _tokens(cut.lower().replace("`", "'"))
    else:
        folded, places = _fold(cut)
        tokens = [
            Token(word, places[start], places[end - 1] + 1) for word, start, end in _tokens(folded)
        ]
    return Text(raw, tuple(tokens), " ".join([token.word for token in tokens]))


def as_text(text: Text | str) -> Text:
    """Return the text itself, read first where it is still a string."""
    return read(text) if isinstance(text, str) else text


def _cut(raw: str) -> str:
    if len(raw) <= LIMIT:
        return raw
    space = raw.rfind(" ", LIMIT - 200, LIMIT)
    return raw[: space if space > 0 else LIMIT]


@cache
def _controls() -> re.Pattern[str]:
    return re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


@cache
def _ansi() -> re.Pattern[str]:
    return re.compile(
        r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]{0,400}(?:\x07|\x1b\\)|.)", re.DOTALL
    )


_CURLY = {"‘": "'", "’": "'", "‛": "'", "′": "'", "ʼ": "'", "ʹ": "'", "`": "'", "´": "'",
          "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "−": "-",
          "…": "..."}  # fmt: skip
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}


def _fold(raw: str) -> tuple[str, list[int]]:
    """Lower-case ASCII-like letters, and for each the offset in raw that it came from."""
    out: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(raw):
        if sign in _FRACTIONS:
            before = "" if out and out[-1].isdecimal() else "0"
            pieces = before + _FRACTIONS[sign]
        else:
            pieces = _fold_sign(sign)
        out += pieces
        places += [at] * len(pieces)
    places.append(len(raw))
    return "".join(out), places


def _fold_sign(sign: str) -> str:
    if sign < "\x7f":
        return _CURLY.get(sign) or sign.lower()
    found = _CURLY.get(sign) or EMOJI.get(sign)
    if found is not None:
        return found
    if sign in "\x85\u2028\u2029":
        return "\n"
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    if unicodedata.category(sign) in {"Cf", "Cc", "Mn", "Me", "Cs", "Co", "Cn"}:
        return ""
    plain = unicodedata.normalize("NFKD", sign).lower()
    return "".join(
        LOOKALIKES.get(letter, letter) for letter in plain if not unicodedata.combining(letter)
    )


@cache
def _pieces() -> re.Pattern[str]:
    """One piece of typing: a face, an emoji name, a number, a word, or a mark."""
    faces = "|".join(re.escape(face) for face in sorted(FACES, key=len, reverse=True))
    units = "|".join(sorted(UNITS, key=len, reverse=True))
    dotted = "|".join(map(re.escape, _DOTTED))
    return re.compile(
        r"(?P<plain>[a-z]{4,}+(?![a-z0-9'@$!*/:]))"
        rf"|(?P<face>(?<![a-z0-9])(?:{faces})(?![a-z0-9]))"
        r"|(?P<emoji>:[a-z]{2,9}:)"
        r"|(?P<link>(?:https?://|www\.)[^\s<>]++)"
        r"|(?P<spelt>(?<![a-z0-9'])[a-z](?:[ ._*-][a-z]){2,11}(?![a-z0-9']))"
        rf"|(?P<dotted>(?<![a-z0-9])(?:{dotted})\b\.?)"
        rf"|(?P<sized>\d++(?:[.,:/-]\d++)*+(?:{units}|[ap]\.m\.?)(?![a-z0-9]))"
        r"|(?P<number>\d++(?:[.,:/-]\d++)*+(?![a-z]))"
        r"|(?P<word>'?[a-z0-9]+(?:(?:['@$!]|\*{1,4}|/(?=[ohfc]\b))[a-z0-9]+)*(?:(?<=\bw)/|\*{2,4}(?!\*))?)"
        r"|(?P<other>[^\W_]+)"
        r"|(?P<pause>\.{2,}|[,;:()\[\]~|]|-+(?=\s|$)|(?<=\s)-+)"
        r"|(?P<stop>[.\n\r]+)"
        r"|(?P<mark>[?!]+)"
        r"|(?P<and>&)"
    )


_LINK = ":link:"
_LETTERS = ".abcdefghijklmnopqrstuvwxyz"


def _tokens(folded: str) -> list[Token]:
    """Return the tokens of a folded text; marks never double and never begin one."""
    found: list[Token] = []
    last = ""
    drawn_out = _drawn_out().search(folded) is not None
    plain = {"plain", "word"}
    for hit in _pieces().finditer(folded):
        kind = hit.lastgroup
        piece = hit.group()
        start, end = hit.span()
        if kind in plain and not drawn_out and piece.isalpha() and piece not in _NOT_PLAIN:
            last = slip(piece) if len(piece) >= SHORTEST_SLIP else piece
            found.append(Token(last, start, end))
            continue
        if kind == "stop" and last in _TITLES and piece == ".":
            continue
        if piece == "t" and last in _BEFORE_T:
            start = found.pop().start
            kind, piece = "word", f"{last}'t"
        for token in _words(kind or "", piece, last, folded, start, end):
            if token.word in MARKS and (not last or last in MARKS):
                continue
            last = token.word
            found.append(token)
    return found


def _words(kind: str, piece: str, last: str, folded: str, start: int, end: int) -> Iterable[Token]:
    match kind:
        case "sized" if piece in SHORT:  # "2day"
            return _expand(piece, last, folded, start, end)
        case "plain" | "word":
            return _expand(piece, last, folded, start, end)
        case "number" if piece in _SAID_BY_NUMBER and (
            word := _said_by_number(piece, last, _after(folded, end))
        ):
            return (Token(word, start, end),)
        case "number" | "other" | "emoji":
            return (Token(piece, start, end),)
        case "sized":
            middle = start + len(piece.rstrip(_LETTERS))
            unit = folded[middle:end].replace(".", "")
            return (Token(folded[start:middle], start, middle), Token(unit, middle, end))
        case "spelt":
            return _spelt(piece, last, folded, start)
        case "dotted":
            return (Token(_DOTTED[piece.removesuffix(".")], start, end),)
        case "link":
            return (Token(_LINK, start, end),)
        case "face":
            return (Token(f":{FACES[piece]}:", start, end),)
        case "pause":
            return (Token(",", start, end),)
        case "stop":
            return (Token(".", start, end),)
        case "mark":
            return (Token("?" if "?" in piece else "!", start, end),)
        case _:
            return (Token("and", start, end),)


def _spelt(piece: str, last: str, folded: str, start: int) -> list[Token]:
    """Single letters in a row: "k m s" and "s.u.i.c.i.d.e" are words, "a b c" stays apart."""
    joined = piece[::2]
    if joined in WEIGHTY or "." * (len(joined) - 1) == piece[1::2]:
        words = SHORT.get(joined, (joined,))
        return [Token(word, start, start + len(piece)) for word in words]
    found: list[Token] = []
    for at in range(0, len(piece), 2):
        begin = start + at
        before = found[-1].word if found else last
        found += _expand(piece[at], before, folded, begin, begin + 1)
    return found


# A dot after these ends no sentence.
_TITLES = frozenset("mr mrs ms dr prof vs approx".split())
_DOTTED = {"a.m": "am", "p.m": "pm", "e.g": "eg", "i.e": "ie", "y.o": "yo", "o.d": "od",
           "u.s": "usa", "u.k": "uk", "g.f": "girlfriend", "b.f": "boyfriend"}  # fmt: skip
# What lost its apostrophe to a space: "i m", "we ll", and "don t" with its beginnings.
_APART = {"m": "am", "ve": "have", "ll": "will", "d": "would", "re": "are", "s": "is"}
_BEFORE_APART = frozenset("i you he she it we they that there".split())
_BEFORE_T = frozenset(
    "don didn doesn can won couldn wouldn shouldn isn aren wasn weren haven hasn hadn ain".split()
)

_SAID_BY_NUMBER = frozenset("24")
_TOO_BEFORE = frozenset("late much many soon far tired scared".split())
_FOR_BEFORE = frozenset("me u you him her us them ever life real now sure once".split())
_VERBLESS = frozenset("his this us".split())  # end in s and are no things that are counted


def _said_by_number(piece: str, last: str, after: str) -> str | None:
    """Return the word that a 2 or a 4 stands for: "want 2 talk", "2 late", "4 me"."""
    if piece == "4":
        return "for" if after in _FOR_BEFORE else None
    if after in _TOO_BEFORE or (last == "me" and not after):
        return "too"
    if last in _MUST_BEFORE:
        return "to" if after in _VERBS_AFTER_WILL else None
    counted = after.endswith("s") and after not in _VERBLESS
    return "to" if last in _TO_BEFORE and after and not counted else None


_TO_BEFORE = frozenset("want wants wanted going try trying ready".split())
_MUST_BEFORE = frozenset("need needs have has had".split())
_VERBS_AFTER_WILL = frozenset(
    "be do have get come go see know never not accept kill always probably still make take hurt say"
    " tell just want think find leave call text regret realise ever love need give try keep end"
    " lose put send show start stop turn use wait ask beat hit hate ruin understand feel forgive"
    " reply answer let pay post burn move meet miss notice block unblock only".split()
)
_SICK_BEFORE = frozenset(
    "am is was are be been feel feeling feels so very got mentally terminally fell really"
    " seriously physically too and".split()
)
_PAPER_BEFORE = frozenset("my an the his her your apple user caller photo fake with no".split())
_DOUBTFUL = {
    "ill": ("i", "will"), "id": ("i", "would"), "hell": ("he", "will"),
    "shell": ("she", "will"), "wed": ("we", "would"), "hed": ("he", "would"),
    "shed": ("she", "would"), "were": ("we", "are"), "m": ("i", "am"), "hr": ("hour",),
}  # fmt: skip
_AMOUNTS = frozenset(
    "an one two three four five six seven eight nine ten twelve half every per each last".split()
)


def _doubtful(piece: str, last: str, after: str) -> tuple[str, ...] | None:
    """Return the words a piece stands for where its neighbours speak for them, else None."""
    match piece:
        case "ill":
            fits = last not in _SICK_BEFORE
        case "id":
            fits = last not in _PAPER_BEFORE and after != "card"
        case "hell" | "shell" | "hed" | "shed" | "wed":
            fits = after in _VERBS_AFTER_WILL and last not in {"the", "a", "to", "of", "in"}
        case "hr":
            fits = last[:1].isdecimal() or last in _AMOUNTS
        case _:
            fits = last in {"", ".", "and", "but"} and after in {"done", "over", "both", "not"}
    return _DOUBTFUL[piece] if fits else None


# Words that may need a second look; all others made of letters are read at once.
_NOT_PLAIN = SHORT.keys() | _DOUBTFUL.keys() | _APART.keys() | {"t"}


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(r"\W{0,4}([a-z]{0,12})")


def _after(folded: str, end: int) -> str:
    """Return the beginning of the word that follows."""
    after = _next_word().match(folded, end)
    return after.group(1) if after else ""


def _expand(piece: str, last: str, folded: str, start: int, end: int) -> list[Token]:
    return [
        word if isinstance(word, Token) else Token(word, start, end)
        for word in _expanded(piece, last, folded, start, end)
    ]


def _expanded(piece: str, last: str, folded: str, start: int, end: int) -> Iterable[str | Token]:
    """Return the words of a piece; those that have a place of their own in it as tokens."""
    if piece in _APART and last in _BEFORE_APART:
        return (_APART[piece],)
    if piece in _DOUBTFUL:
        return _doubtful(piece, last, _after(folded, end)) or (piece,)
    known = SHORT.get(piece)
    if known is not None:
        return known
    if piece.isalpha():
        return _mended(piece)
    if "'" in piece:
        return _apostrophe(piece)
    guess = _disguised(piece)
    if guess:
        return SHORT.get(guess, (guess,))
    if piece.isalnum():
        return (piece,)
    return [
        Token(_plain(part.group()), start + part.start(), start + part.end())
        for part in re.finditer("[a-z0-9]+", piece)
    ]


# Words that stars are put into, the likeliest first.
_STARRED = (
    *"fuck shit bitch bastard cunt dick slut whore kill die dead rape suicide sex".split(),
    *sorted(WEIGHTY),
)


def _disguised(piece: str) -> str:
    """Return the heavy word behind digits, signs or stars ("k1ll", "$ex", "f**k"), or ""."""
    if "*" in piece:
        for word in _STARRED:
            if len(word) == len(piece) and all(
                sign in {"*", letter} for sign, letter in zip(piece, word, strict=True)
            ):
                return word
    for table in (LEET, LEET_L):
        guess = _plain(piece.translate(table))
        if guess in WEIGHTY:
            return guess
    return ""


_IS_AFTER = frozenset(
    "he she it that there what who where how when here this everyone everybody someone nobody"
    " nothing everything one".split()
)
_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}


def _apostrophe(piece: str) -> tuple[str, ...]:
    stem, _, ending = piece.rpartition("'")
    stem = _plain(stem.replace("'", ""))
    if not stem:
        return _mended(ending)
    if ending == "t" and stem.endswith("n"):
        return SHORT.get(stem + "t", (stem[:-1], "not"))
    heads = SHORT.get(stem, (stem,))
    if ending == "s":
        return (*heads, "is" if stem in _IS_AFTER else "'s")
    if ending in _ENDINGS:
        return (*heads, _ENDINGS[ending])
    return _mended(stem + ending)


def _mended(word: str) -> tuple[str, ...]:
    """Return the words that a word in any spelling stands for."""
    if word in SHORT:
        return SHORT[word]
    plain = _plain(word)
    return SHORT.get(plain, (plain,))


def _plain(word: str) -> str:
    """Return a word without drawn-out letters and without the slips worth mending."""
    if len(word) < 3:
        return word
    if _drawn_out().search(word):
        twice = _drawn_out().sub(r"\1\1", word)
        return twice if twice in KEEP_DOUBLE or twice in WEIGHTY else _drawn_out().sub(r"\1", word)
    return slip(word) if len(word) >= SHORTEST_SLIP else word


@cache
def _drawn_out() -> re.Pattern[str]:
    return re.compile(r"([a-z])\1{2,}")
