"""Raw text to words in normal form, with the place of each in what was typed.

It ends there: no meaning, no scopes, no patterns.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.understanding.spelling import (
    EMOJI,
    FACES,
    KEEP_DOUBLE,
    LEET,
    LEET_L,
    LOOKALIKES,
    SHORT,
    UNITS,
    WEIGHTY,
    slip,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A page and a half of typing. Longer text is cut at a word, so that one paste can never hold up
# a talk; the beginning is kept because people say the worst first.
LIMIT = 8_000

MARKS = frozenset(".,?!")


@dataclass(frozen=True, slots=True)
class Token:
    """One word in normal form; `start` and `end` are offsets into the raw text.

    The two words of a contraction share the place of what was typed.
    """

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A text as typed (`raw`), its tokens, and the tokens' words joined by one space (`norm`).

    Clause marks are tokens of their own: "." "," "?" "!". A dash, colon, bracket or row of dots
    is a ","; a line break is a ".". Numbers keep their inner signs ("7.5", "10/10", "3-4").
    """

    raw: str
    tokens: tuple[Token, ...]
    norm: str


def read(raw: str) -> Text:
    """Read any string. Never raises; time grows with the length, up to LIMIT characters."""
    cut = _cut(raw)
    if cut.isascii() and "\x1b" not in cut and not _controls().search(cut):
        tokens = tuple(_tokens(cut.lower(), None))
    else:
        folded, places = _fold(cut)
        tokens = tuple(_tokens(folded, places))
    return Text(raw, tokens, " ".join([token.word for token in tokens]))


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
    return re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@cache
def _ansi() -> re.Pattern[str]:
    return re.compile(
        r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]{0,400}(?:\x07|\x1b\\)|.)", re.DOTALL
    )


_CURLY = {"‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"',
          "«": '"', "»": '"', "–": "-", "—": "-", "−": "-", "…": "..."}  # fmt: skip


def _fold(raw: str) -> tuple[str, list[int]]:
    """Lower-case ASCII-like letters, and for each the offset in raw that it came from."""
    out: list[str] = []
    places: list[int] = []
    skips = {hit.start(): hit.end() for hit in _ansi().finditer(raw)} if "\x1b" in raw else {}
    at = 0
    while at < len(raw):
        if at in skips:
            at = skips[at]
            continue
        for piece in _fold_sign(raw[at]):
            out.append(piece)
            places.append(at)
        at += 1
    places.append(len(raw))
    return "".join(out), places


def _fold_sign(sign: str) -> str:
    if sign < "\x7f":
        return sign.lower() if sign >= " " or sign in "\n\t" else ""
    found = _CURLY.get(sign) or EMOJI.get(sign)
    if found is not None:
        return found
    if sign in "\x85\u2028\u2029":
        return "\n"
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
    return re.compile(
        rf"(?P<face>(?<![a-z0-9])(?:{faces})(?![a-z0-9]))"
        r"|(?P<emoji>:[a-z]{2,9}:)"
        r"|(?P<spelt>(?<![a-z0-9'])[a-z](?:[ ._*-][a-z]){2,11}(?![a-z0-9']))"
        r"|(?P<number>\d+(?:[.,:/-]\d+)*(?![a-z]))"
        r"|(?P<word>'?[a-z0-9]+(?:(?:['@$!*]|/(?=[oh]\b))[a-z0-9]+)*(?:(?<=\bw)/)?)"
        r"|(?P<other>[^\W_]+)"
        r"|(?P<pause>\.{2,}|[,;:()\[\]~|]|-+(?=\s|$)|(?<=\s)-+)"
        r"|(?P<stop>[.\n]+)"
        r"|(?P<mark>[?!]+)"
        r"|(?P<and>&)"
    )


def _tokens(folded: str, places: list[int] | None) -> Iterator[Token]:
    """Yield the tokens of a folded text; marks never double and never begin one."""
    last = ""
    for hit in _pieces().finditer(folded):
        kind = hit.lastgroup
        start, end = hit.span()
        for word, begin, stop in _words(kind or "", hit.group(), last, folded, start, end):
            if word in MARKS and (not last or last in MARKS):
                continue
            last = word
            if places is None:
                yield Token(word, begin, stop)
            else:
                yield Token(word, places[begin], places[stop - 1] + 1)


def _words(
    kind: str, piece: str, last: str, folded: str, start: int, end: int
) -> Iterable[tuple[str, int, int]]:
    match kind:
        case "word":
            if piece.isalpha() and piece not in SHORT and piece not in _DOUBTFUL:
                return ((_plain(piece), start, end),)
            return [(word, a, b) for word, a, b in _expand(piece, last, folded, start, end)]
        case "number" if piece == "2" and last in _TO_BEFORE:
            return (("to", start, end),)
        case "number" | "other" | "emoji":
            return ((piece, start, end),)
        case "spelt":
            return _spelt(piece, last, folded, start)
        case "face":
            return ((f":{FACES[piece]}:", start, end),)
        case "pause":
            return ((",", start, end),)
        case "stop":
            return ((".", start, end),)
        case "mark":
            return (("?" if "?" in piece else "!", start, end),)
        case _:
            return (("and", start, end),)


def _spelt(piece: str, last: str, folded: str, start: int) -> list[tuple[str, int, int]]:
    """Single letters in a row: "k m s" and "s.u.i.c.i.d.e" are words, "a b c" stays apart."""
    joined = piece[::2]
    if joined in WEIGHTY:
        words = SHORT.get(joined, (joined,))
        return [(word, start, start + len(piece)) for word in words]
    found: list[tuple[str, int, int]] = []
    for at in range(0, len(piece), 2):
        begin = start + at
        found += _expand(piece[at], found[-1][0] if found else last, folded, begin, begin + 1)
    return found


_TO_BEFORE = frozenset("want wants wanted going need needs have has had try trying ready".split())
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
    "shed": ("she", "would"), "were": ("we", "are"), "m": ("i", "am"),
}  # fmt: skip


def _doubtful(piece: str, last: str, after: str) -> tuple[str, ...] | None:
    """Return the two words an apostrophe would have shown, where its neighbours speak for them."""
    match piece:
        case "ill":
            fits = last not in _SICK_BEFORE
        case "id":
            fits = last not in _PAPER_BEFORE and after != "card"
        case "hell" | "shell" | "hed" | "shed" | "wed":
            fits = after in _VERBS_AFTER_WILL and last not in {"the", "a", "to", "of", "in"}
        case _:
            fits = last in {"", ".", "and", "but"} and after in {"done", "over", "both", "not"}
    return _DOUBTFUL[piece] if fits else None


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(r"\W*([a-z]{0,12})")


def _expand(piece: str, last: str, folded: str, start: int, end: int) -> list[tuple[str, int, int]]:
    if piece in _DOUBTFUL:
        after = _next_word().match(folded, end)
        words = _doubtful(piece, last, after.group(1) if after else "") or (piece,)
        return [(word, start, end) for word in words]
    if piece == "m" and last == "i":
        return [("am", start, end)]
    known = SHORT.get(piece)
    if known is not None:
        return [(word, start, end) for word in known]
    if piece.isalpha():
        return [(_plain(piece), start, end)]
    if "'" in piece:
        return _apostrophe(piece, start, end)
    digits = len(piece) - len(piece.lstrip("0123456789"))
    if digits and piece[digits:] in UNITS:
        middle = start + digits
        return [(piece[:digits], start, middle), (piece[digits:], middle, end)]
    for table in (LEET, LEET_L):
        if (guess := _plain(piece.translate(table))) in WEIGHTY:
            return [(word, start, end) for word in SHORT.get(guess, (guess,))]
    if piece.isalnum():
        return [(piece, start, end)]
    return [
        (_plain(part.group()), start + part.start(), start + part.end())
        for part in re.finditer("[a-z0-9]+", piece)
    ]


_IS_AFTER = frozenset(
    "he she it that there what who where how when here this everyone everybody someone nobody"
    " nothing everything one".split()
)
_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}


def _apostrophe(piece: str, start: int, end: int) -> list[tuple[str, int, int]]:
    stem, _, ending = piece.rpartition("'")
    stem = stem.replace("'", "")
    if not stem:
        return [(word, start, end) for word in SHORT.get(ending, (_plain(ending),))]
    if ending == "t" and stem.endswith("n"):
        bare = SHORT.get(stem + "t", (stem[:-1], "not"))
        return [(word, start, end) for word in bare]
    heads = SHORT.get(stem, (_plain(stem),))
    if ending == "s":
        return [(word, start, end) for word in (*heads, "is" if stem in _IS_AFTER else "'s")]
    if ending in _ENDINGS:
        return [(word, start, end) for word in (*heads, _ENDINGS[ending])]
    whole = stem + ending
    return [(word, start, end) for word in SHORT.get(whole, (_plain(whole),))]


def _plain(word: str) -> str:
    """Return a word without drawn-out letters and without the slips worth mending."""
    if len(word) < 3:
        return word
    if _drawn_out().search(word):
        twice = _drawn_out().sub(r"\1\1", word)
        word = twice if twice in KEEP_DOUBLE or twice in WEIGHTY else _drawn_out().sub(r"\1", word)
        return SHORT.get(word, (word,))[0] if len(SHORT.get(word, "  ")) == 1 else word
    return slip(word) if len(word) >= 6 else word


@cache
def _drawn_out() -> re.Pattern[str]:
    return re.compile(r"([a-z])\1{2,}")
