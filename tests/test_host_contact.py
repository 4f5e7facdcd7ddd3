"""Help with contact at the host: no shelf, no start and no button leads past the questions about safety."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.library import Phrases
from bot.host import Host
from bot.language.library import compile_dialogs
from bot.store.memory import MemoryStore
from tests.at_host import FakeClock, Talk
from tests.small_library import DOOR, PLAN, small_library

MIRROR = """\
dialog: tools/mirror
title: A message
contact: yes
nodes:
  start:
    - write: What do you want to say?
      as: line
    - end: read
"""


@pytest.fixture
def talk():
    made = compile_dialogs({"dialogs/tools/mirror.yaml": MIRROR.encode()})
    assert () == made.diagnostics
    small = small_library()
    library = replace(
        small, programs={**small.programs, **made.programs}, _plans={},
        phrases=Phrases({**small.phrases.variants, "contact-shut": ("Not now.",)}),
    )  # fmt: skip
    clock = FakeClock()
    return Talk(Host(library, MemoryStore, clock, untouched=True), clock)


def test_the_shelf_of_tools_does_not_hold_it(talk):
    """Only what asks about safety first leads there."""
    talk.greet(DOOR)
    talk.say("/tools")

    assert "A plan" in talk.labels
    assert "A message" not in talk.labels


def test_a_start_that_names_it_opens_the_door_instead(talk):
    """It says why in one sentence."""
    talk.greet("tools/mirror")

    assert "Not now." == talk.said
    assert "What happened tonight?" == talk.asked


def test_an_old_button_that_names_it_does_not_either(talk):
    """Buttons outlive the lists they were made for."""
    talk.greet(PLAN)
    talk.take(talk.host._decided(talk.host._talks[talk.id], "which", "begin tools/mirror", 2e6))

    assert "What happened tonight?" == talk.asked
