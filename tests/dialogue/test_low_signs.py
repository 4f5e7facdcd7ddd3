"""Two low signs ask the direct question where they stand close together, and only then."""

from __future__ import annotations

import pytest

from bot.dialogue.engine import step
from bot.dialogue.session import Begin, Said
from bot.language.library import load_files

_ASKED = "".join(f"    - write: And then, {n}?\n      as: w{n}\n" for n in "abcdefgh")
DIALOG = f"""\
dialog: a
title: A
nodes:
  start:
{_ASKED}    - choose: What was it like?
      as: like
      options: {{grey: Grey and heavy, calm: A calm talk}}
    - confirm: Is that all?
      as: whole
    - end: done
"""
SIGNS = """\
title: Low signs
patterns:
  grey:
    signal: R0
    level: soft
    weight: 2
    says: ["(grey | heavy)"]
    source: for this test
"""
PATHS = "paths: {R2: a}\n"
PHRASES = 'ask.crisis: ["Are you thinking of dying?"]\n'


@pytest.fixture(scope="module")
def library():
    """Load the dialog above with two rules."""
    return load_files(
        {"dialogs/a.yaml": DIALOG.encode()},
        {"config/safety/low-signs.yaml": SIGNS.encode(), "config/safety-paths.yaml": PATHS.encode(),
         "config/texts/en.yaml": PHRASES.encode()},
    ).library  # fmt: skip


def asks_directly(library, *lines):
    """Whether the direct question is open after these lines."""
    session = step(library, None, Begin("a", 1, 0.0)).session
    for at, line in enumerate(lines, start=1):
        session = step(library, session, Said(line, float(at))).session
    return session.view.open.key.frame.startswith("!")


FLAT = "nothing much"


@pytest.mark.parametrize(
    ("lines", "asks"),
    [
        (["it is all grey"], False),
        (["it is all grey", "and heavy"], True),
        (["it is all grey", FLAT, FLAT, "and heavy"], True),
        (["it is all grey", FLAT, FLAT, FLAT, FLAT, "and heavy"], False),
        ([FLAT, FLAT, FLAT, FLAT, FLAT, FLAT, FLAT, "so heavy", "grey and heavy"], False),
    ],
)
def test_low_signs_ask_only_close_together(library, lines, asks):
    """Over a long talk two sad words come to anybody; an option's own words are no sign at all."""
    assert asks == asks_directly(library, *lines)
