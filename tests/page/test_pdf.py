"""The page as PDF: the same words as the other forms, any language or a word on it, and nothing live."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.mood.course import alt_text, mood_of
from bot.page import layout
from bot.page.pdf import NOT_SHOWN, pdf
from tests.mood.test_course import moods, plan
from tests.page.test_forms import LINES, with_words

LIVE = (b"/JavaScript", b"/JS", b"/URI", b"/Launch", b"/EmbeddedFile", b"/AA", b"/OpenAction /",
        b"/SubmitForm", b"/GoToR", b"/AcroForm")  # fmt: skip


def parts(file):
    """The file with its compressed parts laid open."""
    opened = [file]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", file, re.DOTALL):
        try:
            opened.append(zlib.decompress(packed))
        except zlib.error:
            continue
    return opened


def text_of(file, folder):
    """What a reader of PDF finds to say, where there is one on this machine."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("no reader of PDF is here")
    place = folder / "page.pdf"
    place.write_bytes(file)
    done = subprocess.run([reader, "-layout", place, "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def test_every_word_of_the_page_can_be_read_out(tmp_path):
    """It is text, not a picture of text: it can be searched, copied, and spoken."""
    said = text_of(pdf(with_words("he left on a sunday"), LINES), tmp_path)

    for section in layout.sections(with_words("he left on a sunday"), LINES):
        assert section.heading in said
    assert "“he left on a sunday”" in said
    assert layout.ONE_SIDE in said
    assert "Emergency: 999" in said


@pytest.mark.parametrize(
    "words", ["žluťoučký kůň", "Ich weiß — ja", "жду тебя", "σε περιμένω", "😔 ❤ ✓"]
)
def test_letters_of_many_scripts_stand_as_they_were_typed(words, tmp_path):
    """And nothing says that some could not be shown."""
    said = text_of(pdf(with_words(words), LINES), tmp_path)

    assert words in said
    assert NOT_SHOWN not in said


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("his 💔", "his [broken heart]"),
        ("he said 再见", "he said [?][?]"),
        ("ok 👍🏽", "ok [thumbs up sign]"),
    ],
)
def test_what_can_not_be_shown_is_said(words, stands, tmp_path):
    """A face by its name, a letter by a mark, and a sentence at the foot of the page."""
    said = text_of(pdf(with_words(words), LINES), tmp_path)

    assert stands in said
    assert NOT_SHOWN in said


@pytest.mark.parametrize(
    "words",
    ["(x) Tj ET", "/JavaScript (app.alert(1))", "<< /S /URI >>", ") >> endobj", "https://x.example",
     "[a](javascript:b)", "**bold** --strike--", "=cmd|'/C calc'!A0"],
)  # fmt: skip
def test_words_never_become_a_command(words, tmp_path):
    """Whatever a reader of PDF would obey stands there as words."""
    file = pdf(with_words(words), LINES)

    assert not [one for one in LIVE for part in parts(file)[:1] if one in part]
    assert words in text_of(file, tmp_path)


@settings(max_examples=12, deadline=None)
@given(words=st.text(min_size=1, max_size=30))
def test_no_words_at_all_make_it_fail_or_act(words):
    """Whatever signs somebody types."""
    file = pdf(with_words(words), LINES)

    assert file.startswith(b"%PDF-")
    assert not [one for one in LIVE if one in file]


def test_the_file_tells_no_more_than_the_page():
    """A neutral title, the day of the page, and no time of its own."""
    file = pdf(with_words("x"), LINES)

    assert b"/Title (A page to keep)" in file
    assert b"/Author" not in file
    assert [b"D:20260501000000Z"] == re.findall(rb"D:\d{14}[^)\s]*", file)
    assert file == pdf(with_words("x"), LINES)


def test_the_mood_is_a_picture_with_its_words():
    """Whoever can't see it is told what it shows."""
    mood = mood_of(moods(3, None, 8), plan(0, 2))
    file = pdf(replace(with_words("x"), mood=mood), LINES)

    assert b"/Subtype /Image" in file
    assert alt_text(mood)[:40].encode() in file.replace(b"\\", b"")


def test_a_long_letter_goes_on_over_pages(tmp_path):
    """Nothing is cut at the foot of one."""
    words = " ".join(f"line {number}" for number in range(500))
    said = text_of(pdf(with_words(words), LINES), tmp_path)

    assert 4 == said.count("line 499”")
