"""What is said about a slip of the pen tells somebody who has never seen YAML what to do about it."""

from __future__ import annotations

import pytest

from bot.language.library import compile_dialogs

CLEAN = """\
dialog: a
title: A quiet letter
minutes: 10

nodes:
  start:
    - choose: Do you want to write it now?
      as: ready
      options:
        now: Yes, now
        later: Maybe later
    - if: ready == now
      then:
        - goto: letter
      else:
        - say: Then not now.
    - goto: letter

  letter:
    - say: It stays here.
    - end: done

never:
  - nothing is said: ends done and not visited(b)
"""
B = b"dialog: b\ntitle: B\nnodes:\n  start:\n    - say: Hello.\n    - end: done\n"

SLIPS = [
    ("      as: ready", "    as: ready", "let it start 6 spaces in"),
    ("        now: Yes, now\n        later: M", "      now: Yes, now\n      later: M", "two spaces further in"),
    ("        now: Yes, now\n        later: M", "        - Yes, now\n        - M", "without a dash"),
    ("    - say: It", "    -\u00a0say: It", "delete it and type a space"),
    ("    - say: It", "    – say: It", "type `-`"),
    ("choose: Do you want to write it now?", "choose: “One thing: now?”", "put straight ones"),
    ("choose: Do you want to write it now?", "choose: ‘One thing: now?’", "put straight ones"),
    ("      then:\n        - goto: letter", "      then: goto: letter", "behind a dash: `- goto: letter`"),
    ("nodes:\n", "", "write the line that it belongs to above it"),
    ("      else:", "    - else:", "take its dash away"),
    ("nothing is said: ends", "nothing is said, ends", "such as `nobody is left alone: ends done"),
    ("nothing is said: ends done and not visited(b)", "nothing is said", "such as `nobody is left alone"),
    ("visited(b)", "visited b", "put it in brackets: `(b)`"),
    ("ready == now", "ready is now", "write `==`"),
    ("as: ready", "as: is ready", "as in `is-ready`"),
    ("minutes: 10", "minutes: 10 minutes", "digits only"),
    ("say: It stays here.", "say:", "behind the colon and a space"),
    ("goto: letter\n      else", "call: b.yaml\n      else", "leave out `.yaml`: `b`"),
    ("dialog: a\n", "PK\x03\x04", "Save it as plain text"),
]  # fmt: skip


def _found(text: str):
    return compile_dialogs({"dialogs/a.yaml": text.encode(), "dialogs/b.yaml": B}).diagnostics


def test_the_dialog_the_slips_are_put_into_has_none():
    """What is found below is found for the slip alone."""
    assert () == _found(CLEAN)


@pytest.mark.parametrize(("old", "new", "helps"), SLIPS)
def test_a_slip_is_told_with_what_to_do(old, new, helps):
    """One of the lines that help says what to type instead, without a word of a parser."""
    assert CLEAN.count(old) >= 1, f"the dialog no longer says {old!r}"
    found = _found(CLEAN.replace(old, new, 1))

    assert [one for one in found if helps in one.help], [(one.message, one.help) for one in found]
    assert [] == [one for one in found if "YAML" in one.message or "YAML" in one.help]


def test_what_stands_too_far_out_is_told_once():
    """Options beside their key are one slip, not one for each of them."""
    beside = CLEAN.replace("        now: Yes", "      now: Yes").replace(
        "        later", "      later"
    )

    assert ["D114"] == [one.code for one in _found(beside) if one.span.line < 12]
