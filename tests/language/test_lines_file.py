"""The file of help lines: what is shipped, and what a wrong one is told."""

from __future__ import annotations

import textwrap
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.lines import KINDS, HelpLine, HelpLines
from bot.language.lines import WrongLinesError, read_lines

SHIPPED = Path(__file__).parents[2] / "config" / "resources.yaml"


@pytest.fixture(scope="module")
def shipped():
    """Read the lines everybody gets."""
    return read_lines(SHIPPED.read_text(encoding="utf-8"))


def test_every_country_shows_emergency_first_and_directories_last(shipped):
    """Whoever is in danger sees the nearest number at the top, wherever they are."""
    for country in shipped.countries:
        shown = shipped.for_(country.iso, ("suicide", "domestic-abuse"))
        assert "emergency" in shown[0].kinds, country.name
        assert shown[-1] in shipped.directories, country.name
        assert shipped.directories[0] in shown, country.name


@pytest.mark.parametrize("need", ["suicide", "domestic-abuse", "young-people", "own-behaviour"])
def test_every_need_in_every_country_finds_something(shipped, need):
    """Where a country has no line of its own, a directory stands in."""
    for iso in [None, "XX", *(country.iso for country in shipped.countries)]:
        shown = shipped.for_(iso, (need,))
        assert [line for line in shown if "emergency" not in line.kinds], iso


def test_what_is_doubtful_stays_in_the_file_and_out_of_sight(shipped):
    """C rows and held ones are there for whoever checks, and for nobody else."""
    rows = [line for country in shipped.countries for line in country.lines]
    hidden = [line for line in (*rows, *shipped.directories) if line.sure == "C" or line.held]
    assert {line.sure for line in hidden} == {"A", "B", "C"}
    shown = {line for country in shipped.countries for line in shipped.for_(country.iso)}
    assert shown.isdisjoint(hidden)


def test_nobody_has_made_up_a_date(shipped):
    """A date stands in the file only when a person has tried the lines and wrote it there."""
    assert shipped.age_sentence() == "No person has checked these lines yet."


def test_a_country_code_that_yaml_takes_for_a_no_is_a_country(shipped):
    """Norway is not false."""
    assert shipped.for_("NO", ("suicide",))[0].text == "112 police"


def test_the_big_countries_have_a_way_to_text(shipped):
    """Many who cannot speak can write."""
    for iso in ("US", "GB", "IE", "CA", "AU", "NZ", "DE"):
        shown = shipped.for_(iso, ("suicide",))
        assert [line for line in shown if "text-chat" in line.kinds], iso


def test_the_shipped_lines_survive_the_cache(shipped):
    """What is kept for a quick start is the same."""
    assert HelpLines.of(shipped.plain()) == shipped


GOOD = """\
checked_on: 2027-03-01
countries:
  - iso: "FR"
    name: France
    lines:
      - {kind: emergency, text: "112", sure: A}
      - {kind: [suicide, text-chat], text: "0114", sure: B, checked_on: "2027-04-02"}
      - {kind: suicide, text: "3114", sure: A, checked_on: "", hold: "Moving.", note: "Ask."}
directories:
  - {kind: suicide, text: "Find one: find.example", sure: C}
"""


def test_a_file_says_everything_about_its_lines():
    """A line's own date goes before that of the file, an empty one too."""
    lines = read_lines(GOOD)
    assert lines.countries[0].lines == (
        HelpLine("112", ("emergency",), "A", "2027-03-01"),
        HelpLine("0114", ("suicide", "text-chat"), "B", "2027-04-02"),
        HelpLine("3114", ("suicide",), "A", "", held=True),
    )
    assert lines.directories == (
        HelpLine("Find one: find.example", ("suicide",), "C", "2027-03-01"),
    )


def test_a_number_that_starts_with_a_zero_is_shown_with_it():
    """YAML would make eight of 010; here it stays what was written."""
    lines = read_lines(GOOD.replace('"0114"', "010"))
    assert lines.countries[0].lines[1].text == "010"


@pytest.mark.parametrize(
    ("written", "instead", "expected"),
    [
        ('kind: suicide, text: "3114"', 'kind: suicde, text: "3114"', '8:16: "suicde" is no kind of line. Did you mean "suicide"?'),
        ("sure: B", "sure: D", '7:58: "D" is no mark; write A, B or C.'),
        ("sure: B", "shure: B", '7:52: "shure" is not known here. Did you mean "sure"?'),
        ("sure: B", "sure: B, sure: A", "7:61: `sure` stands here twice"),
        ("name: France", "name: [France]", "4:11: A text was expected here."),
        ("2027-03-01", "1.3.2027", '1:13: "1.3.2027" is no date; write it as 2027-03-01, or leave it empty.'),
        ("2027-04-02", "20270402", '7:73: "20270402" is no date; write it as 2027-03-01, or leave it empty.'),
        ('iso: "FR"', "iso: France", '3:10: "France" is no country code; it has two capital letters.'),
        ("[suicide, text-chat]", "[]", "7:16: A line needs at least one kind."),
        ('"0114"', '" "', "7:44: A line needs a number or an address."),
        ("kind: emergency", "kind: suicide", "3:5: France has no emergency line that can be shown (A or B)."),
        ('"112", sure: A', '"112", sure: C', "3:5: France has no emergency line that can be shown (A or B)."),
        ("    name: France\n", "", '3:5: "name" is missing here.'),
        ("directories:\n  -", "directories:\n  a:", "10:3: A list was expected here, each entry behind a dash."),
        ('  - {kind: suicide, text: "Find', '  - 3\n  - {kind: suicide, text: "Find', "10:5: Keys were expected here: kind, text, sure, checked_on, hold, note."),
        ("directories:", '  - {iso: "FR", name: F, lines: [{kind: emergency, text: "1", sure: A}]}\ndirectories:', "9:5: FR stands in the file twice; keep one of the two."),
        ("countries:", "countries: {", "3:3: this line stands 2 spaces in"),
        ("France", "Fran\u0007ce", "4:15: there is a control sign here that text cannot hold"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_told_where_and_what(written, instead, expected):
    """Each mistake has its line, its column and a way out."""
    assert GOOD.count(written) >= 1
    with pytest.raises(WrongLinesError) as caught:
        read_lines(GOOD.replace(written, instead), "own.yaml")
    assert f"own.yaml:{expected}" in str(caught.value)


def test_all_mistakes_are_told_at_once():
    """Nobody wants to start five times."""
    with pytest.raises(WrongLinesError) as caught:
        read_lines(GOOD.replace("sure: A", "sure: X").replace("suicide", "sadness"))
    assert len(caught.value.diagnostics) >= 5


@pytest.mark.parametrize(
    "source", ["", "# nothing\n", "3", "- a\n- b\n", "countries: 3", "a: &a [*a]"]
)
def test_a_file_of_something_else_is_refused(source):
    """Without its help lines nothing starts, so a wrong file is never taken for an empty one."""
    with pytest.raises(WrongLinesError):
        read_lines(source)


@given(st.text(max_size=80) | st.sampled_from(GOOD.splitlines()).map(textwrap.dedent))
def test_no_text_makes_the_reader_fall_over(source):
    """Any file is either read or refused with a sentence."""
    with suppress(WrongLinesError):
        read_lines(source)


def test_every_kind_has_plain_words():
    """A list of lines can be headed without a word from the file."""
    assert all(words[0].isupper() for words in KINDS.values())
