"""Phrases, their scopes, and rules as plain data."""

import marshal
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.rules import WrongRulesError, read_rules
from bot.understanding.forms import forms
from bot.understanding.grammar import PhraseError, compile_phrase, searchable
from bot.understanding.patterns import Rules
from bot.understanding.text import read

CLASSES = {"want": ["want to", "would like to"], "them": ["him", "her"]}


def matches(phrase, text):
    return bool(
        re.search(compile_phrase(phrase, CLASSES).source, searchable(read(text).norm.split()))
    )


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("want to die", "i want to die", True),
        ("want to die", "i want to diet", False),
        ("want to die", "i really want to just die", True),
        ("(die | be dead)", "to be dead", True),
        ("i am [so] done", "i am done", True),
        ("i am [so] done", "i am so done", True),
        ("{want} go", "i would like to go", True),
        ("{want} ... {them}", "i want to call my friend and him", True),
        ("i ... go", "i do not go", False),
        ("i ... go", "i, go", False),
        ("i ... go", "i one two three four five go", False),
        ("i >> go", "i one, two three four five go", True),
        ("i >> go", "i see. go", False),
        ("threat*", "he was threatening", True),
        ("hit~ me", "he hits me", True),
        ("hit~ me", "hitting me", True),
        ("hit~ me", "it had hitme", False),
        ("^ bye", "bye all", True),
        ("^ bye", "ok. bye all", True),
        ("^ bye", "say bye", False),
        ("bye $", "ok bye", True),
        ("bye $", "bye then", False),
        ("# times", "rang 40 times", True),
        ("# times", "many times", False),
    ],
)
def test_a_phrase_says_what_it_matches(phrase, text, expected):
    """The phrase language, sign by sign."""
    assert matches(phrase, text) is expected


@pytest.mark.parametrize(
    ("phrase", "column"),
    [
        ("go (home", 3),
        ("go [home", 3),
        ("go home)", 7),
        ("to {nowhere}", 3),
        ("( | )", 2),
        ("...", 0),
        ("[go]", 0),
        ("a*b c", 0),
        ("go Home", 3),
        ("", 0),
    ],
)
def test_a_broken_phrase_says_where(phrase, column):
    """An author gets the column of the first thing that is wrong."""
    with pytest.raises(PhraseError) as caught:
        compile_phrase(phrase, CLASSES)
    assert caught.value.column == column


def test_a_class_that_contains_itself_is_refused():
    """A circle of classes ends in an error, not in a loop."""
    with pytest.raises(PhraseError, match="contains itself"):
        compile_phrase("{a}", {"a": ["x {a}"]})


@given(st.text(alphabet="ab ()[]{}|.*~^$>#", max_size=30))
@settings(max_examples=100, deadline=None)
def test_any_phrase_compiles_or_is_refused(phrase):
    """Whatever an author types is an expression or a PhraseError."""
    try:
        source = compile_phrase(phrase, CLASSES).source
    except PhraseError:
        return
    re.compile(source)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("hit", ("hit", "hits", "hitting")),
        ("love", ("love", "loves", "loved", "loving")),
        ("carry", ("carry", "carries", "carried", "carrying")),
        ("watch", ("watch", "watches", "watched", "watching")),
        ("kill", ("kill", "kills", "killed", "killing")),
    ],
)
def test_a_verb_has_its_forms(verb, expected):
    """Irregular verbs from the table, the rest by rule."""
    assert forms(verb) == expected


def rules(scope="{}", extra=""):
    return read_rules(
        {
            "config/safety/demo.yaml": (
                "classes:\n  jump: jump~ | leap~\npatterns:\n  leaps:\n    signal: R2\n"
                f"    level: red-ask\n    says: ['{{jump}}']\n    scope: {scope}\n{extra}"
            )
        }
    ).rules


@pytest.mark.parametrize(
    ("scope", "text", "expected"),
    [
        ("{}", "i jump", True),
        ("{}", "i do not jump", False),
        ("{}", "never going to jump", False),
        ("{}", "no jumping", False),
        ("{negated: any}", "i do not jump", True),
        ("{}", "i can not stop jumping", True),
        ("{}", "i dont care but i jump", True),
        ("{}", "jump? no", False),
        ("{}", "the song goes jump", False),
        ("{}", "he said jump", False),
        ("{quoted: any}", "he said jump", True),
        ("{}", "my mum says 'they jump'", False),
        ("{past: no}", "i used to jump", False),
        ("{past: no}", "i used to jump and now i jump again", True),
        ("{past: yes}", "i jump", False),
        ("{person: self}", "my friend jumps", False),
        ("{person: self}", "she jumps", False),
        ("{person: self}", "wanna jump", True),
        ("{person: other}", "i jump", False),
        ("{person: other}", "she jumps", True),
        ("{conditional: no}", "if she calls i jump", False),
        ("{conditional: yes}", "if she calls i jump", True),
    ],
)
def test_a_scope_is_heeded(scope, text, expected):
    """Denied, quoted, past, supposed, somebody else's: each only where the pattern allows it."""
    assert bool(rules(scope).find("demo", text)) is expected


@pytest.mark.parametrize(
    ("extra", "text", "expected"),
    [
        ("    unless: ['for joy']\n", "i jump for joy", False),
        ("    unless: ['for joy']\n", "i jump. for joy", True),
        ("    nowhere: ['lol']\n", "i jump. lol", False),
        ("    with: ['bridge']\n", "i jump", False),
        ("    with: ['bridge']\n", "the bridge. i jump", True),
    ],
)
def test_surroundings_are_heeded(extra, text, expected):
    """`unless` minds its sentence, `nowhere` and `with` the whole text."""
    assert bool(rules(extra=extra).find("demo", text)) is expected


def test_a_match_names_its_rule_and_place():
    """What was found can be shown to a person and found in the file."""
    (match,) = rules().find("demo", "well, I’m jumping now")
    assert (match.pattern, match.value, match.level) == ("leaps", "R2", "red-ask")
    assert match.where == "config/safety/demo.yaml:4"
    assert "well, I’m jumping now"[match.start : match.end] == "jumping"


def test_rules_survive_a_cache():
    """Plain data and back finds the same."""
    first = rules()
    second = Rules.of(marshal.loads(marshal.dumps(first.plain())))
    assert second.plain() == first.plain()
    assert second.find("demo", "i jump") == first.find("demo", "i jump")


def test_a_group_there_is_not_finds_nothing():
    """Asking for a file that is not there is no error."""
    assert rules().find("nowhere", "i jump") == ()


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("patterns:\n  a:\n    class: x\n    says: ['go (home']\n", "demo.yaml:4:"),
        ("patterns:\n  a:\n    says: ['go']\n", "demo.yaml:3:"),
        ("patterns:\n  a:\n    class: x\n", "demo.yaml:3:"),
        ("patterns:\n  a:\n    signal: R99\n    level: red\n    says: ['go']\n", "demo.yaml:3:"),
        ("patterns:\n  a:\n    signal: R1\n    level: loud\n    says: ['go']\n", "demo.yaml:4:"),
        ("patterns:\n  a:\n    class: x\n    sayz: ['go']\n    says: ['go']\n", "demo.yaml:4:"),
        ("patterns:\n  a:\n    class: x\n    says: ['go']\n    weight: lots\n", "demo.yaml:5:"),
        (
            "patterns:\n  a:\n    class: x\n    says: ['go']\n    scope: {past: later}\n",
            "demo.yaml:5:",
        ),
        ("patterns: [", "demo.yaml:"),
        ("patterns:\n  a:\n    class: x\n    says: ['{nope}']\n", "demo.yaml:4:"),
    ],
)
def test_a_broken_rule_file_says_where(source, place):
    """Every mistake of a rule file comes with file and line."""
    with pytest.raises(WrongRulesError) as caught:
        read_rules({"demo.yaml": source})
    assert place in str(caught.value)
