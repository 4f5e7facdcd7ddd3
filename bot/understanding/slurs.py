"""Slurs: words that are never quoted back or printed, whoever said them; nothing else follows from one."""

from __future__ import annotations

import re

# The list is here to keep these words off a page. Each stands for a whole word: a slur that is only
# a part of another word is none.
_SLURS = (
    r"n[i1!]gg(?:er|a|ah|uh)s?", r"f[a4@]gg?(?:ot)?s?", r"d[y]kes?", r"tr[a4@]nn(?:y|ie|ies)",
    r"sh[e3]males?", r"ch[i1]nks?", r"g[o0]{2}ks?", r"sp[i1]cs?", r"w[e3]tbacks?", r"k[i1]kes?",
    r"p[a4@]kis?", r"r[a4@]ghe[a4@]ds?", r"towelheads?", r"sand ?n[i1]gg(?:er|a)s?", r"c[o0]{2}ns?",
    r"g[o0]ll[i1]w[o0]gs?", r"g[yi]pp[o0]s?", r"p[i1]k(?:ey|eys|ies|y)", r"ab[o0]s?",
    r"r[e3]t[a4@]rd(?:s|ed)?", r"sp[a4@]z{1,2}(?:es)?", r"m[o0]ng(?:s|oloids?)",
    r"cr[i1]pples?", r"wh[o0]res?", r"sl[u]ts?", r"sk[a4@]nks?", r"c[u]nts?", r"tw[a4@]ts?",
)  # fmt: skip

_ANY = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(_SLURS)})(?![a-z0-9])")


def has_slur(text: str) -> bool:
    """Whether a slur stands in the text as a word of its own."""
    return _ANY.search(text.lower()) is not None
