"""How hard a text is to read: school years, after Flesch and Kincaid, by a plain count."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z']+")
_SENTENCE = re.compile(r"[.!?:]+(?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")


def grade(text: str) -> float:
    """Return the school years that a text asks for; 0 for one without words.

    0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others 1975).
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE.findall(text)))
    syllables = sum(_syllables(one) for one in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def words_in(text: str) -> int:
    """Return how many words a text has."""
    return len(_WORD.findall(text))


def _syllables(word: str) -> int:
    folded = word.lower()
    groups = len(_VOWELS.findall(folded))
    is_silent = folded.endswith(("e", "es", "ed")) and not folded.endswith(("le", "ted"))
    return max(1, groups - (1 if is_silent and groups > 1 else 0))
