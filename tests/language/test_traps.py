"""The traps of YAML, each named in the author's words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.library import compile_dialogs
from bot.language.yaml_nodes import compose, read_source

TRAPS = [
    ("a: {x}, hi\n", "D104", 1, 4),
    ("a: *bold* x\n", "D104", 1, 4),
    ("- say: @you\n", "D104", 1, 8),
    ("a: `c`\n", "D104", 1, 4),
    ("a: %x\n", "D104", 1, 4),
    ("a: & co\n", "D104", 1, 4),
    ("a: [x] y\n", "D104", 1, 4),
    ("a: - b\n", "D104", 1, 4),
    ("a: > b\n", "D104", 1, 4),
    ("a: !wow x\n", "D107", 1, 4),
    ("a: &x y\n", "D108", 1, 4),
    ("a: *x\n", "D108", 1, 4),
    ("<<: {a: b}\n", "D108", 1, 1),
    ("a: x: y\n", "D103", 1, 5),
    ("a: x\n  b: y\n", "D103", 2, 4),
    ("a:\n\tb: 1\n", "D102", 2, 1),
    ("a: 1\nb: 2\na: 3\n", "D106", 3, 1),
    ("a: b\n---\nc: d\n", "D109", 2, 1),
    ('a: "x" y\n', "D101", 1, 8),
    ("a: \x07x\n", "D101", 1, 4),
    ("a: {b: c\nd: e\n", "D101", 1, 4),
    ("- a\nb: c\n", "D101", 2, 1),
    ("a: 'x\n", "D101", 1, 4),
]


def found_in(text):
    _, report = read_source("a.yaml", text if isinstance(text, bytes) else text.encode())
    compose(report)
    return report.found


@pytest.mark.parametrize(("text", "code", "line", "column"), TRAPS)
def test_a_trap_is_named_where_it_is(text, code, line, column):
    """What YAML would swallow or garble is told with its place."""
    [one, *_] = found_in(text)

    assert (code, line, column) == (one.code, one.span.line, one.span.column)


@pytest.mark.parametrize("word", ["no", "yes", "on", "1:30", "0777", "2024-01-01", "~", "null"])
def test_every_scalar_is_text(word):
    """Norway, sexagesimals, octals and dates stay the words they are."""
    _, report = read_source("a.yaml", f"a: {word}\n".encode())

    root = compose(report)

    assert word == root.get("a").text


def test_a_bomb_of_aliases_is_refused_without_being_built():
    """Aliases are seen and never followed, so that a small file stays small."""
    lines = ["a0: &a0 [x, x]"] + [
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)
    ]

    assert {"D108"} == {one.code for one in found_in("\n".join(lines))}


def test_deep_nesting_is_refused():
    """A file that nests without end is no dialog."""
    assert ["D101"] == [one.code for one in found_in("[" * 5000 + "]" * 5000)]


def test_bytes_that_are_no_utf8_are_told_with_their_place():
    """The first wrong byte is named."""
    [one, *_] = found_in(b"a: b\nc: caf\xe9\n")

    assert ("D110", 2, 7) == (one.code, one.span.line, one.span.column)


@pytest.mark.parametrize("text", ["\ufeffa: b\n", "a: b\r\n", "a: b\r"])
def test_byte_order_mark_and_line_ends_of_other_systems_are_fine(text):
    """Files from other editors are read as they were meant."""
    assert [] == found_in(text)


def test_a_comment_that_stands_apart_is_no_mistake():
    """Two spaces before and one behind the sign say that it is meant."""
    dialog = "dialog: a\ntitle: A  # what people see\nnodes:\n  start:\n    - say: Hi.    # said\n    - end: done\n"

    assert () == compile_dialogs({"dialogs/a.yaml": dialog.encode()}).diagnostics


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:-#{}[]&*!|>'\"%@` \n\t,.?é😀"), max_size=60))
def test_any_text_is_read_or_explained(text):
    """No file makes the loader fail: it is compiled, or there is something to say."""
    found = compile_dialogs({"dialogs/a.yaml": text.encode()})

    assert found.programs or found.diagnostics


TABLES = [
    ("utf-16", "D110"),
    ("latin-1", "D110"),
]


@pytest.mark.parametrize(("encoding", "code"), TABLES)
def test_another_encoding_is_named_and_nothing_else_is_said(encoding, code):
    """A file from another editor has one thing wrong with it."""
    text = "dialog: a\ntitle: Café\nnodes:\n  start:\n    - say: Bonsoir, très bien.\n    - end: done\n"

    found = compile_dialogs({"dialogs/a.yaml": text.encode(encoding)}).diagnostics

    assert [code] == [one.code for one in found]


SLIPS = [
    ("- a: b\n-say: c\n", {"say"}, "D121", 2),
    ("a:b\nc: d\n", {"a"}, "D121", 1),
    ("a: b\ntitle c\nd: e\n", {"title"}, "D121", 2),
    ('a: "b\nsay: c\nd: "e"\n', {"say"}, "D101", 1),
    ("a: 'b\nsay: c\nd: e\n", {"say"}, "D101", 1),
    ("a:\n  b: c\n d: e\n", set(), "D101", 3),
    (" a: b\nc: d\n", set(), "D101", 1),
    ("a:\n   b: c\n  d: e\n  f: g\n", set(), "D101", 2),
    ("a:\n  b: c\n   d: e\n", set(), "D101", 3),
    ("a:\n  b:\n    - c: d\n   e: f\n", set(), "D101", 4),
    ("a:\n \u00a0b: c\n  d: e\n", set(), "D102", 2),
]


@pytest.mark.parametrize(("text", "words", "code", "line"), SLIPS)
def test_a_slip_is_named_where_it_was_made_and_not_where_yaml_gave_up(text, words, code, line):
    """The parser stops a line or more further down; the author is shown the line to mend."""
    _, report = read_source("a.yaml", text.encode())
    compose(report, frozenset(words))

    assert [(code, line)] == [(one.code, one.span.line) for one in report.found]


def test_a_text_in_quotes_may_run_over_lines():
    """What goes on in the next line is one text, also with a colon that is no key."""
    text = 'say: "First this.\n  Note: then that."\n'
    _, report = read_source("a.yaml", text.encode())

    root = compose(report, frozenset({"say", "title"}))

    assert [] == report.found
    assert "First this. Note: then that." == root.get("say").text
