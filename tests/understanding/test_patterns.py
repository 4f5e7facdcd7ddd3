"""Phrases, their scopes, and rules as plain data."""

import marshal
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.rules import WrongRulesError, read_rules
from bot.understanding.forms import forms
from bot.understanding.grammar import PhraseError, compile_phrase, searchable
from bot.understanding.patterns import Pattern, Rules
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


def test_of_two_phrases_the_first_in_the_file_is_found():
    """Where a pattern fits twice, its order decides, not chance."""
    found = read_rules(
        {"a.yaml": "patterns:\n  one:\n    class: x\n    says: ['cat dog', 'ant bee', 'bee']\n"}
    ).rules
    (match,) = found.find("a", "ant bee cat dog")
    assert (8, 15) == (match.start, match.end)


_HEAR = """
import sys
from pathlib import Path
from bot.language.rules import load_rules
from bot.understanding.recognise import CLASSES, recognise
from bot.understanding.signals import screen
from bot.understanding.text import read
rules = load_rules(Path(sys.argv[1])).rules
for line in sys.argv[2:]:
    text = read(line)
    print(screen(rules, text), [recognise(rules, name, text) for name in CLASSES])
"""
_LINES = (
    "if i leave he will find me, he threatened to take the kids and the house",
    "she slapped me in front of his mates and then i blocked him and she blocked me",
    "i want to end my life on friday, it is all hopeless, bye, tell my mum i loved her",
    "he left me for his ex, we fought about money and i miss him, i want her to miss me",
)


def test_chance_has_no_part_in_what_is_heard():
    """Two processes whose sets and dictionaries are ordered differently hear word for word the same."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _HEAR, str(root / "config"), *_LINES]
    heard = [
        subprocess.run(
            command, cwd=root, env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, check=True,
        ).stdout
        for seed in ("0", "4711")
    ]  # fmt: skip
    assert heard[0] == heard[1]
    assert b"R2" in heard[0]


def test_a_text_is_looked_at_once_for_all():
    """What was worked out about a text stays with it, and is no part of what it is."""
    text = read("i jump")
    found = rules()
    found.signals(text)
    noted = dict(text.notes)
    found.find("demo", text)
    assert noted == text.notes
    assert read("i jump") == text


_WORDS = st.sampled_from("ant bee cat die really so 7 10 not . ,".split())
_PHRASES = st.lists(
    st.sampled_from(
        "ant bee cat die so 7 # di* die~ ... >> ^ $ [ant] [so] (ant|bee) ([ant]|bee) (^|cat) {both}".split()
    ),
    min_size=1, max_size=5,
).map(" ".join)  # fmt: skip


@given(_PHRASES, st.lists(_WORDS, max_size=12).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_no_match_is_lost_on_the_way_to_a_phrase(phrase, typed):
    """Looking only where a phrase can begin finds what looking everywhere does."""
    try:
        compiled = compile_phrase(phrase, {"both": ["ant bee", "[so] cat"]})
    except PhraseError:
        return
    plain = (compiled.source, compiled.needs, compiled.firsts)
    text = read(typed)
    line = searchable([token.word for token in text.tokens])
    hit = re.search(compiled.source, line)
    pattern = Pattern(("p", "g:1", "x", "", 1, (), (plain,), (), (), ()))
    found = Rules({"g": (pattern,)}).find("g", text)
    place = len(re.findall(r"[ \t]", line[: hit.start()])) if hit else 0
    expected = [text.tokens[place].start] if hit else []
    assert expected == [match.start for match in found]


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
        ("patterns:\n  a:\n    class: x\n    says: ['go']\n    weight: -x\n", "demo.yaml:5:"),
        (
            "patterns:\n  a:\n    signal: R2\n    level: red\n    says: ['go']\n    weight: -1\n",
            "demo.yaml:6:",
        ),
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
