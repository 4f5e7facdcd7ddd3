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
        ("stranlge, stalkign, stalkng", "strangle , stalking , stalking"),
        ("depresed, relatoinship, tonihgt", "depressed , relationship , tonight"),
        ("an hr, 2 hr, half hr", "an hour , 2 hour , half hour"),
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
    assert norm == read(raw).norm


# Words of everyday English that are one letter away from a word of danger, or another form of it.
_REAL = """
stranger strange straggle homeless stealing stalling stacking staking stapling talking walking
overdone overdoing overdoses depressing depresses disappears humiliates harasses terrifies locating
separates isolates kidnapper controller controls control threat threats violet violin violently
noting notching pouncing pinching tracing tacking tackling tricking trucking trading cracking
excising exiting exciting retraining restrain notion probable tomorrows strangles suffocated
suffocation vocation relations revenue reverse friends hosing lunching launching through though tough
hr
""".split()


@pytest.mark.parametrize("word", _REAL)
def test_a_real_word_is_nobodys_slip(word):
    """A word that people use is read as itself, however near to another it is."""
    assert word == read(word).norm


@pytest.mark.parametrize(
    ("raw", "norm"),
    [
        ("the 10th, the 3rd, the 21st", "the 10 th , the 3 rd , the 21 st"),
        ("5:30pm or 10am", "5:30 pm or 10 am"),
        ("5 p.m. on 3/4", "5 pm on 3/4"),
        ("2024-11-05", "2024-11-05"),
        ("in my 20s, back in the 1990s", "in my 20 s , back in the 1990 s"),
        ("1.5hrs, 90mins, 25yo, 25F", "1.5 hrs , 90 mins , 25 yo , 25 f"),
        ("2½ years, ½ a day", "2.5 years , 0.5 a day"),
        ("٣ or ３", "3 or 3"),
        ("7ish, 20ish", "7ish , 20ish"),
        ("24/7, 50/50, 9-5, 1,000", "24/7 , 50/50 , 9-5 , 1,000"),
        ("mp3, b12, covid19", "mp3 , b12 , covid19"),
        ("I have 2 kids and need 2 weeks", "i have 2 kids and need 2 weeks"),
        ("4 months", "4 months"),
    ],
)
def test_numbers_stay_numbers(raw, norm):
    """Dates, times, ages and amounts are never taken for letters, and never fall apart."""
    assert norm == read(raw).norm


@pytest.mark.parametrize(
    ("raw", "norm"),
    [
        ("want 2 talk, going 2 bed, need 2 go", "want to talk , going to bed , need to go"),
        ("its 2 late 4 me, me 2", "it is too late for me , me too"),
        ("gr8 m8, c u 2nite b4 8", "great mate , see you tonight before 8"),
        ("w8, h8 him, str8, l8, 2day", "wait , hate him , straight , late , today"),
        ("k1ll, mys3lf, n0, f**k, s*icide", "kill , myself , no , fuck , suicide"),
        ("y e s", "yes"),
        ("o.d. on pills, t.b.h.", "od on pills , to be honest ."),
    ],
)
def test_figures_that_stand_for_words_are_words(raw, norm):
    """What is typed short or hidden behind figures and stars reads as what was meant."""
    assert norm == read(raw).norm


@pytest.mark.parametrize(
    "raw",
    ["I don't know", "I don’t know", "I don`t know", "I don´t know", "I don′t know",
     "I don t know", "I dont know", "I DON'T KNOW", "i d\u043en\u2019t know", "ｉ ｄｏｎ＇ｔ ｋｎｏｗ",
     "i do\u200bn't kno\u0301w", "i doooon't know"],
)  # fmt: skip
def test_one_sentence_reads_one_way(raw):
    """Whatever a keyboard makes of an apostrophe or a letter, the words are the same."""
    assert "i do not know" == read(raw).norm


@pytest.mark.parametrize(
    ("raw", "norm"),
    [
        ("I m sad, he s gone, we ll see", "i am sad , he is gone , we will see"),
        ("yesss, nooooo, helppp", "yes , no , help"),
        ("NO!!! I SAID NO", "no ! i said no"),
        ("👍🏽 🤷‍♀️ ❤️", ":yes: :shrug: :heart:"),
        ("my dr. said e.g. rest", "my dr said eg rest"),
        ("see https://example.org/a?b=c and www.example.org.", "see :link: and :link:"),
        ("b/c he left w/o me", "because he left without me"),
        ("\x1b]0;title\x07he left", "he left"),
        ("\u202eno\u202c", "no"),
    ],
)
def test_signs_around_words_do_not_change_them(raw, norm):
    """Lost apostrophes, drawn-out letters, capitals, pictures, abbreviations, links, escapes."""
    assert norm == read(raw).norm


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


_FIGURES = st.sampled_from([*"10 5 0 36 th am pm yrs s : . / - , ( £ %".split(), " ", "  "])


@given(st.lists(_FIGURES, max_size=30).map("".join))
@settings(max_examples=100, deadline=None)
def test_no_figure_is_lost_or_made_up(raw):
    """The figures in the words are those that were typed, in their order."""
    typed = "".join(sign for sign in raw if sign in "01356")
    assert typed == "".join(sign for sign in read(raw).norm if sign.isdigit())


@pytest.mark.parametrize("piece", ["k ", "'", "a'b", "😭", ":(", "\x1b[", "aaaa", "i. ", "a/", "̈",
                                   "1-", "1", "a*", "**", "www.", "a.", "p.m", "½", "2 "])  # fmt: skip
def test_a_huge_paste_is_no_trouble(piece):
    """A hundred thousand signs of anything are read as far as a page goes."""
    raw = piece * (100_000 // len(piece))
    assert all(token.end <= LIMIT for token in read(raw).tokens)
