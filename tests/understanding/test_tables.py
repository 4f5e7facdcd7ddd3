"""The word tables behind answers: written in normal form, each phrase on one side only."""

from collections import Counter

import pytest

from bot.understanding import plain, topics
from bot.understanding.concepts import concepts
from bot.understanding.phrases import Phrases, tables
from bot.understanding.stems import stem, stems
from bot.understanding.text import read

SIDES = ("yes", "no", "open")
SIGNS = set("/[]*.:")


def phrases():
    """Every phrase that people say, of all tables, by where it stands."""
    for name, sections in topics.table().items():
        for section in ("asks", *SIDES):
            yield from ((f"{name}/{section}", phrase) for phrase in sections.get(section, ()))
    for name, concept in concepts().items():
        yield from ((name, phrase) for phrase in (*concept.says, *concept.alone, *concept.asks))
    for name, sections in tables(plain.TABLE).items():
        yield from ((name, phrase) for section in sections.values() for phrase in section)


def test_every_phrase_is_written_in_the_form_answers_are_read_in():
    """A phrase with "can't" or "okay" in it would never be found."""
    odd = [
        (where, phrase)
        for where, phrase in phrases()
        if not SIGNS & set(phrase) and read(phrase).norm != phrase
    ]
    assert odd == []


@pytest.mark.parametrize("name", sorted(topics.table()))
def test_a_phrase_answers_a_topic_with_one_side(name):
    """No phrase of a topic says yes in one line and no in another."""
    sections = topics.table()[name]
    keys = Counter(
        key
        for side in SIDES
        for key in {" ".join(stems(phrase.split())) for phrase in sections.get(side, ())}
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_a_table_is_read_by_name_and_section():
    """Names stand in brackets, sections end in a colon, commas part phrases over line ends."""
    table = "\n[weather]\nasks:\n  rain, snow\nyes:\n  pours,\n  wet outside\n"
    expected = {"weather": {"asks": ("rain", "snow"), "yes": ("pours", "wet outside")}}
    assert expected == tables(table)


@pytest.mark.parametrize(
    "forms",
    ["he she they", "him her his their", "go goes went", "try tries tried trying", "love loved",
     "is was are", "horse horses", "stop stopped stopping"],
)  # fmt: skip
def test_the_forms_of_a_word_share_a_key(forms):
    """Whoever does it and whenever, a phrase is written once."""
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("notes", "not"), ("gone", "go"), ("nothing", "noth"), ("red", "re"), ("does", "did")],
)
def test_words_that_only_look_alike_keep_apart(one, other):
    """An ending is no ending where the rest would be another word."""
    assert stem(one) != stem(other)


def test_the_longest_phrase_is_found_in_any_form():
    """Of phrases that begin at one word the longest counts, in whatever tense it is said."""
    lists = Phrases({"short": ["they call"], "long": ["they call ... back"], "end": ["forgiv*"]})
    found = [hit.name for hit in lists.find("she called me back and forgave but he calls".split())]
    assert found == ["long", "short"]
