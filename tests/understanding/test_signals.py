"""Signs of danger: each rule's own examples, the order of signals, and low signs together."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.rules import load_rules, read_rules
from bot.understanding.signals import ORDER, screen

CONFIG = Path(__file__).parents[2] / "config"


@cache
def loaded():
    return load_rules(CONFIG)


def heard(text, asked=""):
    return screen(loaded().rules, text, asked=asked)


def codes(text, asked=""):
    return {signal.code for signal in heard(text, asked)}


def test_every_rule_does_what_its_examples_say():
    """Each example of every rule file fires its pattern; each counter-example does not."""
    rules = loaded().rules
    wrong = [
        f"{one.where} {one.pattern}: {'missed' if one.fires else 'fired on'} {one.text!r}"
        for one in loaded().examples
        if one.fires
        is not any(match.pattern == one.pattern for match in rules.find(one.group, one.text))
    ]
    assert wrong == []


def test_every_safety_rule_has_examples_on_both_sides():
    """A rule without an example or without a counter-example is not defensible."""
    rules = loaded().rules
    sides = {(one.group, one.pattern, one.fires) for one in loaded().examples}
    safety = {path.stem for path in (CONFIG / "safety").glob("*.yaml")}
    patterns = {
        (group, row[0]) for group, rows in rules.plain()[0] if group in safety for row in rows
    }
    assert {
        (group, name)
        for group, name in patterns
        if (group, name, True) not in sides or (group, name, False) not in sides
    } == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("im gonna kms tonight and i mean it", ("R1", "red-now")),
        ("I WANT TO D1E", ("R2", "red-ask")),
        ("wish i wasnt here anymore. wish i was dead", ("R2", "red-ask")),
        ("sliced my arm again", ("R3", "red-ask")),
        ("she strangled me", ("R4", "red")),
        ("he wont let me see my mum", ("R5", "amber")),
        ("there was an airtag in my coat", ("R6", "amber")),
        ("im going to smash his face in", ("R7", "red")),
        ("im sat outside her flat till she comes out", ("R8", "own")),
        ("she took out a restraining order on me", ("R9", "hard-stop")),
        ("how do i make him miss me", ("R10", "tactic")),
        ("im 15", ("R11", "age")),
        ("he hits our son", ("R12", "red")),
        ("she says shell kill herself if i go", ("R13", "red")),
        ("im so drunk", ("R14", "pause")),
        ("the voices told me to wait for him", ("R15", "red-ask")),
        ("he sent my nudes to his mates", ("R16", "red")),
        ("are you a real person", ("R17", "soft")),
    ],
)
def test_each_signal_is_heard(text, expected):
    """One plain sentence for every signal code, at its level."""
    assert expected in {(signal.code, signal.level) for signal in heard(text)}


@pytest.mark.parametrize(
    "text",
    [
        "this is killing me lol",
        "im dying to see him",
        "he hit me up on insta",
        "that joke had me dead 💀",
        "I could murder a sandwich",
        "she was drop dead gorgeous",
        "my phone died halfway",
        "it hit me on the train home",
        "I cut him off and deleted his number",
        "we cried, hugged and said goodbye to the flat",
        "yes",
        "",
    ],
)
def test_idiom_and_sadness_raise_no_alarm(text):
    """A figure of speech opens no path of danger."""
    assert {signal.level for signal in heard(text)} <= {"soft", "tactic", "pause"}


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("I don't want to die", {"R1", "R2"}),
        ("my brother wants to die", {"R1", "R2"}),
        ("I was suicidal fifteen years ago, therapy helped", {"R1", "R2"}),
        ("the film ends with her wanting to die", {"R1", "R2"}),
        ("he never hit me", {"R4"}),
        ("I would never hurt him", {"R7"}),
        ("he drives past my house every night", {"R7", "R8"}),
        ("my daughter is 15", {"R11"}),
    ],
)
def test_denied_past_quoted_or_another_person_is_not_the_writer_now(text, never):
    """Guards lower what is not said of oneself and of now."""
    assert codes(text).isdisjoint(never)


def test_a_worry_about_someone_else_has_its_own_signal():
    """Third-person danger goes to the helper's path, not to the writer's."""
    assert "R13" in codes("worried about my sister, she says she does not want to live and may die")


def test_the_strongest_comes_first():
    """Signals are ordered by level, so that the first one decides."""
    found = heard("he hit me and im so drunk and im going to kill myself tonight")
    ranks = [ORDER.index(signal.level) for signal in found]
    assert ranks == sorted(ranks)
    assert found[0].code == "R1"


def test_one_low_sign_is_soft_and_two_ask():
    """Hopeless words alone ask nothing; with a farewell beside them they do."""
    alone = heard("it is all hopeless")
    together = heard("it is all hopeless. bye")
    assert {signal.level for signal in alone} == {"soft"}
    assert ("R2", "red-ask") in {(signal.code, signal.level) for signal in together}


_PAGE = "we had a flat and a cat and we went out on sundays to look at boats"


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("it is all hopeless. bye", True),
        ("bye. we had a cat. it is all hopeless", True),
        (f"it is all hopeless. {_PAGE}. bye", True),
        (f"it is all hopeless. {_PAGE}. {_PAGE}. bye", True),
        (f"it is all hopeless {_PAGE} {_PAGE} bye", True),
        (f"it is all hopeless. {_PAGE}. {_PAGE}. {_PAGE}. {_PAGE}. bye", False),
        (f"it is all hopeless {10 * (_PAGE + ' ')} bye", False),
        (f"it is all hopeless. {5 * (_PAGE + '. ')} it is all hopeless. bye", True),
        (f"it is all hopeless. {5 * (_PAGE + '. ')} it is all hopeless.", False),
        ("it is all hopeless. ok. so. no. yes. bye", True),
    ],
)
def test_low_signs_ask_where_they_stand_together(text, asks):
    """Within three sentences or fifty words two of them are one thought; over a page they are not."""
    assert asks is (("R2", "red-ask") in {(signal.code, signal.level) for signal in heard(text)})


_AGAINST = """
patterns:
  dark: {signal: R0, level: soft, weight: 2, says: [dark]}
  grey: {signal: R0, level: soft, weight: 1, says: [grey]}
  lamp: {signal: R0, level: soft, weight: -1, says: [lamp]}
"""


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("dark and grey", {"soft", "red-ask"}),
        ("dark and grey, a lamp", {"soft"}),
        ("a lamp", set()),
    ],
)
def test_what_speaks_against_low_signs_is_taken_off(text, levels):
    """A weight below nothing counts against the others, and is no sign of its own."""
    rules = read_rules({"config/safety/low.yaml": _AGAINST}).rules
    assert levels == {signal.level for signal in screen(rules, text)}


def test_a_short_answer_is_read_with_its_question():
    """The word sometimes is a signal after the direct question and nothing elsewhere."""
    question = "Are you having thoughts about dying or killing yourself?"
    assert codes("sometimes", question) == {"R2"}
    assert codes("no", question) == set()
    assert codes("sometimes", "Do you cook?") == set()


def test_a_signal_says_where_it_was_heard():
    """The span of a signal is that of the words in the raw text."""
    text = "ok so… I’m going to kill myself"
    (signal, *_) = heard(text)
    assert text[signal.start : signal.end].endswith("kill myself")
    assert signal.where.startswith("config/safety/crisis.yaml:")


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_screened(text):
    """No string breaks the screen, and spans lie inside the text."""
    assert all(0 <= signal.start < signal.end <= len(text) for signal in heard(text))


WORDS = sorted(
    "i he she me my not never if die kill want to end it all pills him her hit and . , ?".split()
)


@given(st.lists(st.sampled_from(WORDS), max_size=60))
@settings(max_examples=60, deadline=None)
def test_salad_of_loaded_words_can_be_screened(words):
    """The words that open the most rules, in any order, only ever give signals."""
    assert all(signal.level in ORDER for signal in heard(" ".join(words)))


@pytest.mark.parametrize("piece", ["i want to kill ", "he hit me ", "not ", "her phone ", "if "])
def test_a_huge_paste_is_screened(piece):
    """A hundred thousand signs of loaded words are no trouble."""
    assert isinstance(heard(piece * (100_000 // len(piece))), tuple)
