"""Which help lines a person sees: the nearest first, a way to text, and never a doubtful one."""

from __future__ import annotations

import marshal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.lines import KINDS, Country, HelpLine, HelpLines

EMERGENCY = HelpLine("999", ("emergency",), "A")
CALL = HelpLine("Listeners 1", ("suicide",), "A")
TEXT = HelpLine("Text HI to 2", ("suicide", "text-chat"), "B")
ABUSE = HelpLine("Refuge 3", ("domestic-abuse",), "A")
ABUSE_TEXT = HelpLine("Text REFUGE to 8", ("domestic-abuse", "text-chat"), "A")
CHILD = HelpLine("Child 4", ("young-people", "suicide"), "A")
UNDER_30 = HelpLine("Under 30s: 5", ("suicide", "young-people"), "A")
DOUBTFUL = HelpLine("Perhaps 6", ("suicide",), "C")
HELD = HelpLine("Planned 7", ("suicide", "text-chat"), "A", held=True)
SITE = HelpLine("listeners.example", ("website",), "B")
HERE = (TEXT, DOUBTFUL, HELD, CALL, ABUSE, CHILD, UNDER_30, SITE, EMERGENCY)

ANYWHERE = HelpLine("Find one: find.example", ("suicide", "domestic-abuse"), "A")
SHELTERS = HelpLine("Shelters: shelters.example", ("domestic-abuse",), "B")
CHILDREN = HelpLine("Children: children.example", ("young-people",), "A")
STALE = HelpLine("Old: old.example", ("domestic-abuse",), "C")

LINES = HelpLines(
    (
        Country("GB", "United Kingdom", HERE),
        Country("FR", "France", (EMERGENCY, CALL)),
        Country("TR", "Turkey", (EMERGENCY, ABUSE_TEXT)),
    ),
    (ANYWHERE, SHELTERS, CHILDREN, STALE),
)


@pytest.mark.parametrize(
    ("country", "kinds", "expected"),
    [
        ("GB", ("suicide",), (EMERGENCY, CALL, UNDER_30, TEXT, ANYWHERE)),
        ("gb", ("suicide",), (EMERGENCY, CALL, UNDER_30, TEXT, ANYWHERE)),
        ("GB", ("domestic-abuse",), (EMERGENCY, ABUSE, TEXT, ANYWHERE)),
        ("GB", ("domestic-abuse", "suicide"), (EMERGENCY, ABUSE, CALL, UNDER_30, TEXT, ANYWHERE)),
        ("GB", ("young-people",), (EMERGENCY, CHILD, UNDER_30, TEXT, ANYWHERE)),
        ("GB", ("emergency",), (EMERGENCY, TEXT, ANYWHERE)),
        ("GB", ("stalking",), (EMERGENCY, TEXT, ANYWHERE)),
        ("FR", ("suicide",), (EMERGENCY, CALL, ANYWHERE)),
        ("TR", ("suicide",), (EMERGENCY, ANYWHERE)),
        ("FR", ("domestic-abuse",), (EMERGENCY, ANYWHERE, SHELTERS)),
        ("FR", ("young-people",), (EMERGENCY, CHILDREN, ANYWHERE)),
        ("XX", ("suicide",), (ANYWHERE,)),
        (None, ("domestic-abuse",), (ANYWHERE, SHELTERS)),
        (None, ("young-people",), (CHILDREN, ANYWHERE)),
        (None, ("stalking",), (ANYWHERE,)),
        (None, ("no such need",), (ANYWHERE,)),
        (None, (), (ANYWHERE, SHELTERS, CHILDREN)),
    ],
)
def test_a_need_in_a_country_finds_its_lines(country, kinds, expected):
    """Emergency first, calls before texts, some way to text, a directory at the end."""
    assert LINES.for_(country, kinds) == expected


def test_without_a_need_every_line_that_may_be_shown_is_given():
    """`/resources` hides only what is doubtful or held back."""
    given_ = LINES.for_("GB")
    assert given_[0] == EMERGENCY
    assert set(HERE) - set(given_) == {DOUBTFUL, HELD}


all_lines = st.builds(
    HelpLine,
    st.text(min_size=1, max_size=5),
    st.lists(st.sampled_from(list(KINDS)), min_size=1, max_size=3, unique=True).map(tuple),
    st.sampled_from("ABC"),
    st.sampled_from(["", "2027-03-01", "2026-12-31"]),
    st.booleans(),
)
many = st.lists(all_lines, max_size=6).map(tuple)
sets = st.builds(
    HelpLines,
    st.lists(st.builds(Country, st.sampled_from(["GB", "NO"]), st.just(""), many), max_size=2).map(
        tuple
    ),
    many,
)
countries = st.sampled_from(["GB", "NO", "US", "", None])
needs = st.lists(st.sampled_from([*KINDS, "no such need"]), max_size=3)


@given(sets, countries, needs)
def test_a_doubtful_or_held_line_is_never_shown(lines, country, kinds):
    """Whatever is asked for, C stays in the file."""
    shown = lines.for_(country, kinds)
    assert [line for line in shown if line.sure == "C" or line.held] == []
    assert len(shown) == len(set(shown))


@given(sets, countries, needs)
def test_emergency_lines_come_first(lines, country, kinds):
    """Nobody scrolls for them."""
    local = [line for one in lines.countries if one.iso == country for line in one.lines]
    ranks = ["emergency" not in line.kinds for line in lines.for_(country, kinds) if line in local]
    assert ranks == sorted(ranks)


@given(sets)
def test_plain_values_make_the_same_lines(lines):
    """A cache may keep them without knowing what they are."""
    assert HelpLines.of(marshal.loads(marshal.dumps(lines.plain()))) == lines


def checked(*dates):
    """Make lines that were tried on these days."""
    return HelpLines((), tuple(HelpLine(f"{at}", ("suicide",), "A", at) for at in dates))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (checked(), "No person has checked these lines yet."),
        (checked("", ""), "No person has checked these lines yet."),
        (
            checked("2027-03-01", "2026-12-31"),
            "These lines were last checked 31 December 2026.",
        ),
        (
            checked("2027-03-01", ""),
            "No person has checked some of these lines yet; the others were last checked 1 March 2027.",
        ),
    ],
)
def test_the_age_is_that_of_the_oldest_check(lines, expected):
    """The person is told, and nobody's date is made up."""
    assert lines.age_sentence() == expected
    assert lines.age_sentence(lines.directories) == expected


def test_a_line_that_is_not_shown_has_no_say_in_the_age():
    """A doubtful row nobody checked does not make the others look unchecked."""
    fresh = HelpLine("1", ("suicide",), "A", "2027-03-01")
    lines = HelpLines((), (fresh, DOUBTFUL, HELD))
    assert lines.age_sentence() == "These lines were last checked 1 March 2027."


def test_an_operator_replaces_whole_countries():
    """Lines of one's own take the place of ours there, and nowhere else."""
    own = HelpLines((Country("FR", "France", (ABUSE,)),), ())
    both = LINES.overlaid(own)
    assert both.for_("FR", ("domestic-abuse",)) == (ABUSE, ANYWHERE)
    assert both.for_("GB", ("suicide",)) == LINES.for_("GB", ("suicide",))
    assert both.directories == LINES.directories


def test_a_line_says_what_it_is_for():
    """A bare number is of no use to somebody who is crying."""
    assert CALL.labelled() == "Suicide and crisis: Listeners 1"
    assert TEXT.labelled() == "Suicide and crisis: Text HI to 2"
