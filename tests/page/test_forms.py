"""The page in its forms: Markdown and HTML that hold no more than they show, and nothing that acts."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.engine import step
from bot.page.gathering import page_of
from bot.page.markdown import markdown
from bot.page.printed import html
from bot.page.sheet import Noted, Page, Part, Said
from bot.understanding.slurs import has_slur
from tests.page.small_talk import begun, small_talk, told

GOLDEN = Path(__file__).parent / "small-talk.md"
LINES = ("Emergency: 999", "In any country: findahelpline.com", "These lines are old.")


@pytest.fixture(scope="module")
def page():
    library = small_talk()
    turns = [step(library, None, begun("small"))]
    session = told(
        lambda event: turns.append(step(library, turns[-1].session, event)),
        lambda: turns[-1].session, said=None,
    )  # fmt: skip
    return page_of(library, session)


def with_words(words: str) -> Page:
    """A page on which somebody wrote this everywhere where words can stand."""
    part = Part("Words", (Said("What?", (words,), quoted=True, own=True), Said("When?", (words,))))
    return Page("A talk", "1 May 2026", "en", words, words, ("emergency",), (part,),
                steps=(Said("Next?", (words,)),), person=words, hold=words, tools=(words,),
                notes=(Noted(words, words, words),))  # fmt: skip


class Tags(HTMLParser):
    """Gathers the tags of a page, and the text outside its style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        if self.tags[-1:] and self.tags[-1][0] != "style":
            self.text += data


def test_a_whole_talk_as_markdown(page):
    """The page anyone can read: the result, what it rests on, and where to call."""
    assert GOLDEN.read_text("utf-8") == markdown(page, LINES)


def test_html_says_what_markdown_says(page):
    """Neither form leaves out a sentence of the other."""
    shown = " ".join(Tags(html(page, LINES)).text.split())
    for line in markdown(page, LINES).splitlines():
        words = re.sub(r"^(#+|- [✓✗~?]|-|>|\*) |\*\*?|\\", "", line).strip("->").strip()
        assert words in shown


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>", "</style><script>x</script>", '"><img src=x onerror=x>',
        "&lt;script&gt;", "<!-- x", "<3 him & her", "a ' b \" c",
    ],
)  # fmt: skip
def test_words_never_become_a_tag(words):
    """In HTML the tags are those of an empty page, and the words read as they were written."""
    plain, written = Tags(html(with_words("x"), LINES)), Tags(html(with_words(words), LINES))

    assert plain.tags == written.tags
    assert words in written.text


@given(words=st.text(min_size=1, max_size=40))
def test_no_words_at_all_become_a_tag(words):
    """Whatever signs somebody types."""
    assert Tags(html(with_words("x"), LINES)).tags == Tags(html(with_words(words), LINES)).tags
    assert not re.search(r"<[A-Za-z/!?]", markdown(with_words(words), LINES))


def test_nothing_is_loaded_or_run(page):
    """No script, no address, no form: a file that can be opened anywhere, and stays silent."""
    found = html(page, LINES)
    tags = Tags(found).tags

    assert not {"script", "link", "img", "iframe", "form", "a", "object"} & {tag for tag, _ in tags}
    assert not [one for _, attrs in tags for one in attrs if one.startswith(("on", "src", "href"))]
    assert "url(" not in found
    assert "http:" not in found.replace("http-equiv", "")
    assert "https:" not in found
    assert "default-src 'none'" in found


def test_the_title_says_nothing_to_others(page):
    """What stands on a tab or in a print queue could be about anything."""
    assert "<title>A page to keep</title>" in html(page, LINES)
    assert '<html lang="en">' in html(page, LINES)


def test_a_sign_never_stands_without_its_word(page):
    """Whoever does not see the sign, or its colour, reads what it means."""
    found = html(page, LINES)

    assert found.count('class="sign"') == found.count('class="side"') > 0
    assert "✓ for it: You want to try again." in markdown(page, LINES)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("*no* _no_ `no`", r"\*no\* \_no\_ \`no\`"),
        ("[x](javascript:y)", r"\[x\](javascript:y)"),
        ("<b>hi</b>", "&lt;b>hi&lt;/b>"),
        ("&amp; <3 him", "&amp;amp; <3 him"),
        ("don't - not now", "don't - not now"),
    ],
)
def test_words_never_become_a_form(words, written):
    """In Markdown they read as they were written, in any reader of it."""
    assert f"> “{written}”" in markdown(with_words(words), LINES)


@pytest.mark.parametrize("words", ["# big", "- item", "1. one", "> quote", "==="])
def test_a_line_never_becomes_a_heading_or_a_list(words):
    """The program's own sentences are kept flat as well."""
    lines = markdown(with_words(words), LINES).splitlines()

    assert words not in lines


def test_lines_of_words_stay_lines():
    """Somebody who wrote three lines finds three lines."""
    assert "> “one  \n> two”" in markdown(with_words("one\ntwo"), LINES)


def test_words_in_quotation_marks_get_no_second_pair():
    """Who quotes somebody has set the marks already."""
    assert "> “I do”\n" in markdown(with_words("“I do”"), LINES)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("she called me a slut", True), ("that WH0RE he said", True), ("two sluts", True),
        ("we lived in Scunthorpe", False), ("a spice rack", False), ("the racoon came", False),
        ("whoever", False),
    ],
)  # fmt: skip
def test_a_slur_is_a_word_of_its_own(text, is_one):
    """Parts of other words are none."""
    assert is_one == has_slur(text)
