"""Raw text becomes words in normal form, each with its place in what was typed."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.text import LIMIT, MARKS, as_text, read


@pytest.mark.parametrize(
    ("raw", "norm"),
    [
        ("I can't", "i can not"),
        ("dont u dare", "do not you dare"),
        ("im gonna b4 he's back", "i am going to before he is back"),
        ("I’m fine", "i am fine"),
        ("ill call, im ill", "i will call , i am ill"),
        ("hell be here. go to hell", "he will be here . go to hell"),
        ("my friend's cat", "my friend 's cat"),
        ("soooo tired, killlll", "so tired , kill"),
        ("su1c1de k!ll", "suicide kill"),
        ("k m s", "kill myself"),
        ("s.u.i.c.i.d.e", "suicide"),
        ("sucidal, threatend", "suicidal , threatened"),
        ("ѕuісіdе", "suicide"),
        ("ki\u200bll \x1b[31mred\x1b[0m", "kill red"),
        ("ok 😭", "ok :sob:"),
        ("7.5/10, 3-4 days, 6m", "7.5/10 , 3-4 days , 6 m"),
        ("self-harm", "self harm"),
        ("Stop. Now!\nWhat?!", "stop . now ! what ?"),
        ("well... ok", "well , ok"),
        ("café", "cafe"),
        ("", ""),
    ],
)
def test_what_people_type_reads_as_plain_words(raw, norm):
    """Short forms, slips, signs and disguises end in the same plain words."""
    assert read(raw).norm == norm


def test_every_word_knows_where_it_was_typed():
    """The place of a word is that of what was typed, also where one typed word is two."""
    text = read("Well, I’m “here”")
    assert [text.raw[token.start : token.end] for token in text.tokens] == [
        "Well", ",", "I’m", "I’m", "here",
    ]  # fmt: skip


def test_a_page_is_cut_at_a_word():
    """Longer text than a page is read up to a word's end."""
    text = read("abcde " * LIMIT)
    assert text.tokens[-1].word == "abcde"
    assert text.tokens[-1].end <= LIMIT


def test_a_text_that_is_read_stays_itself():
    """Reading twice is reading once."""
    text = read("hello there")
    assert as_text(text) is text
    assert as_text("hello there") == text


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_read(raw):
    """No string breaks the reader, and its tokens lie in order inside what was typed."""
    text = read(raw)
    assert text.norm == " ".join(token.word for token in text.tokens)
    assert all(0 <= token.start < token.end <= len(raw) for token in text.tokens)
    starts = [token.start for token in text.tokens]
    assert starts == sorted(starts)
    assert all(" " not in token.word and token.word for token in text.tokens)


@given(st.text(alphabet="a'k!s.:( 😭1\u0301\x1b[m-", max_size=200))
@settings(max_examples=100, deadline=None)
def test_marks_never_double(raw):
    """Two clause marks never stand side by side, and none begins a text."""
    words = [token.word for token in read(raw).tokens]
    assert not words or words[0] not in MARKS
    assert all(not (first in MARKS and second in MARKS) for first, second in pairwise(words))


@pytest.mark.parametrize("piece", ["k ", "'", "a'b", "😭", ":(", "\x1b[", "aaaa", "i. ", "a/", "̈"])
def test_a_huge_paste_is_no_trouble(piece):
    """A hundred thousand signs of anything are read as far as a page goes."""
    raw = piece * (100_000 // len(piece))
    assert all(token.end <= LIMIT for token in read(raw).tokens)
