"""What an author sees of a reading, whatever is typed."""

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.authoring.readings import NEEDS, read
from bot.language.rules import load_rules

CONFIG = Path(__file__).parents[2] / "config"
ROW = {
    "question": "How long ago did it end?",
    "options": {"they": "They left me", "me": "I left", "both": "We both wanted it"},
    "ref": "2026-11-24", "from": 0, "to": 10,
}  # fmt: skip


@cache
def rules():
    return load_rules(CONFIG).rules


def heard(kind, text, **row):
    return read(rules(), kind, {**ROW, "question": "", **row, "text": text})


def codes(text):
    return [one["code"] for one in heard("signals", text)["value"]]


def test_a_low_sign_is_shown_as_one_and_is_no_signal():
    """One hopeless word has no code; an author still sees what was noted."""
    found = heard("signals", "it is all hopeless")
    assert [] == found["value"] == found["why"]
    assert ["hopeless"] == [one["pattern"] for one in found["low"]]


def test_two_low_signs_together_are_one_question():
    """Hopeless words and a farewell come to one R2 that asks."""
    found = heard("signals", "it is all hopeless. bye")
    assert [{"code": "R2", "level": "red-ask"}] == found["value"]


@pytest.mark.parametrize(
    "text", ["it is all hopeless", "I was suicidal ten years ago", "kms lol", "im 15", "hello"]
)
def test_every_code_is_one_of_the_list(text):
    """Only R1 to R17 go out, each with the place of its rule."""
    assert set(codes(text)) <= {f"R{number}" for number in range(1, 18)}


_SCRIPTS = st.one_of(
    st.text(max_size=120),
    st.text(alphabet="אבגد عن १२٣٤ 你好\u202e\u200d\u200b\u0301\ufeff\x1b[m😭", max_size=80),
    st.lists(
        st.sampled_from(
            "18:05 10/10 of out 1.000.000 3-4 5'10 ½ 2½ 10th -1 1,2,3 99999999999999999999 "
            "yes no not the first week ago since may 2024-02-30 31/02/2024 kill me . , ? \" ' (".split()
        ),
        max_size=14,
    ).map(" ".join),
)


@pytest.mark.parametrize("kind", NEEDS)
@given(text=_SCRIPTS, question=st.sampled_from(["", "Are you 18?", "How long ago?", "18:05?"]))
@settings(max_examples=50, deadline=None)
def test_anything_typed_is_read_or_is_other(kind, text, question):
    """No script, sign, escape or figure breaks a reading, and each can be written as JSON."""
    found = heard(kind, text, question=question)
    assert {"value", "why"} <= found.keys()
    json.dumps(found)


_SAID = ("I want to kill myself tonight", "he hit me and i am scared of him", "no, not at all",
         "about three weeks ago", "i dont know", "he cheated on me with my friend")  # fmt: skip
_KINDS = ("signals", "yesno", "when", "reasons", "feeling", "scale", "number", "choice", "tactic")
# Numbers are read from what was typed, where a disguise may make them unclear.
_OTHER = dict.fromkeys(("when", "scale", "number", "choice"), (None,))
_UNSEEN = ("\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060", "\u0301", "\x1b[31m", "\x00")


@pytest.mark.parametrize("kind", _KINDS)
@given(
    said=st.sampled_from(_SAID),
    unseen=st.lists(st.tuples(st.integers(0, 40), st.sampled_from(_UNSEEN)), max_size=6),
)
@settings(max_examples=40, deadline=None)
def test_what_cannot_be_seen_changes_nothing(kind, said, unseen):
    """Zero-width signs, soft hyphens, accents, escapes: the same reading, or at worst none."""
    before = dict.fromkeys(range(len(said)), "") | dict(unseen)
    typed = "".join(before[place] + letter for place, letter in enumerate(said))
    assert heard(kind, typed)["value"] in (heard(kind, said)["value"], *_OTHER.get(kind, ()))


_ALIKE = str.maketrans("aeopcxyis", "аеорсхуіѕ")


@pytest.mark.parametrize("kind", _KINDS)
@pytest.mark.parametrize("said", _SAID)
@pytest.mark.parametrize(
    "other", [str.upper, lambda said: said.translate(_ALIKE),
              lambda said: "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in said)],
    ids=["capitals", "look-alikes", "full width"],
)  # fmt: skip
def test_another_look_of_the_letters_changes_nothing(kind, said, other):
    """Capitals, Cyrillic look-alikes and full-width letters: the same reading, or at worst none."""
    assert heard(kind, other(said))["value"] in (heard(kind, said)["value"], *_OTHER.get(kind, ()))


@pytest.mark.parametrize("kind", NEEDS)
@pytest.mark.parametrize(
    "piece", ["i want to die ", "he never hit me and i ", "a", "1-", "18:05 ", "\u202e", "((", "😭", "yes no "]
)  # fmt: skip
def test_a_huge_paste_is_read_as_far_as_a_page_goes(kind, piece):
    """A hundred thousand signs of anything have a reading, too."""
    assert "value" in heard(kind, piece * (100_000 // len(piece)))
