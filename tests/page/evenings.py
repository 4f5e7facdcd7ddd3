"""Small dialogs of the kinds that a mood over time is made of, and a person who goes through them."""

from __future__ import annotations

from tests.page.small_talk import START, small_talk
from tests.page.test_room import ME, Talk

CHECK_IN = """
dialog: tools/check-in
title: A short check-in
nodes:
  start:
    - rate: How are you today?
      as: mood
      from: 0
      to: 10
    - write: What helped?
      as: helped
      keep: What helped
    - end: checked
"""
SPACE_PLAN = """
dialog: tools/space-plan
title: A pause
nodes:
  start:
    - number: How many days?
      as: days
      from: 7
      to: 60
    - say: My pause has begun.
      keep: My space plan
    - end: planned
"""
LOOKS_BACK = """
dialog: tools/looks-back
title: A look back
nodes:
  start:
    - show: mood
    - confirm: Go on?
      as: on
    - end: done
"""
UNSENT = """
dialog: tools/unsent
title: A letter that stays
nodes:
  start:
    - write: Write it.
      as: unsent
      keep: Written, not sent
    - confirm: Done?
      as: done
    - end: done
"""
STEADY = """
dialog: tools/steady
title: A steady night
nodes:
  start:
    - confirm: Are you somewhere safe?
      as: somewhere
    - end: steady
"""

DAY = 86_400


class Calendar:
    """A clock that stands at an evening until it is set to another."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> float:
        self.at += 1
        return self.at

    def evening(self, number: int) -> None:
        """Go to the evening so many days after the first."""
        self.at = START + number * DAY


def library(*more):
    """Return the small talk with these dialogs around it."""
    return small_talk(CHECK_IN, SPACE_PLAN, LOOKS_BACK, UNSENT, STEADY, *more)


def check_in(host, clock, *moods):
    """Check in on evenings that follow each other from the first; None is an evening without."""
    for number, mood in enumerate(moods):
        clock.evening(number)
        if mood is None:
            continue
        talk = Talk(host).begin("tools/check-in").say(str(mood), f"walk {number}")
        asked = host.waiting(ME, talk.id)
        if asked is not None:  # the first one asks whether to keep it
            talk.say("yes")
    return Talk(host)
