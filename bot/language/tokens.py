"""Cuts a guard into tokens with their places; what they mean is the guard reader's."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_GRAMMAR = r"""
    (?P<number>-?\d+(?:\.\d+)?(?![\w.-]))
  | (?P<name>[A-Za-z0-9_][\w-]*(?:[./][A-Za-z0-9_][\w-]*)*)
  | (?P<sign>==|!=|<=|>=|<|>|\(|\)|\[|\]|,|:)
  | (?P<space>\s+)
  | (?P<odd>&&|\|\||[^\s\w])
"""

INSTEAD = {
    "=": "write `==` to compare",
    "is": "write `==` to compare, or `<`, `>`, `<=`, `>=`",
    "!": "write `not`",
    "&&": "write `and`",
    "||": "write `or`",
    "&": "write `and`",
    "|": "write `or`",
    "'": "write it without quotation marks",
    '"': "write it without quotation marks",
    "+": "there is no arithmetic in a condition",
    "*": "there is no arithmetic in a condition",
}
"""What to write instead of a sign from elsewhere."""

WORDS = frozenset({
    "and", "or", "not", "in", "has", "any", "all", "count", "answered", "unknown", "visited",
    "signal", "for", "against", "mixed", "days_since", "ends", "enters", "at", "sure",
})  # fmt: skip
"""Words with a meaning of their own, which no answer and no fact may be called."""


NESTED = 100
"""Brackets and `not`s of one guard at most: several times a long one, and reading it comes to an end."""


class Token(NamedTuple):
    """`kind`: number, name, sign, odd, or end."""

    kind: str
    text: str
    start: int
    end: int


def instead_of(token: Token, wanted: str) -> str:
    """Return what helps where a token stands and something else was `wanted`; "" for nothing."""
    if wanted == "`(`" and token.kind != "end":
        return f"put it in brackets: `({token.text})`"
    return INSTEAD.get(token.text, "")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_GRAMMAR, re.VERBOSE)


def tokens(text: str) -> list[Token]:
    """Return the tokens of a guard, and one for its end; a guard that nests too deep ends where it does."""
    found = [
        Token(match.lastgroup or "", match[0], match.start(), match.end())
        for match in _pattern().finditer(text)
        if match.lastgroup != "space"
    ]
    deep = [place for place, one in enumerate(found) if one.text in ("(", "not")][NESTED:]
    ends = found[deep[0]].start if deep else len(text)
    return [*(found[: deep[0]] if deep else found), Token("end", "", ends, ends)]
