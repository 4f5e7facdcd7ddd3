"""A small talk with a conclusion, all that a page has to leave out, and the dialogs it leads to."""

from __future__ import annotations

from bot.dialogue.library import Library
from bot.dialogue.session import Begin, Picked, Said
from bot.language.library import compile_dialogs
from bot.language.rules import read_rules
from tests.small_library import PHRASES, small_library

TALK = """
dialog: small
title: A small talk
indicators:
  wish:
    asks: What do you want?
    weigh: want
    for: {back: You want to try again.}
    against: {go: You want to let go.}
    mixed: {unsure: You are not sure yet.}
    changeable: yes
  theirs:
    asks: Have they said it in plain words?
    weigh: said
    for: {plainly: They said it in plain words.}
    against: {no-more: They said no.}
  asked:
    asks: Did anyone ask for space?
    weigh: space
    for: {nobody: Nobody asked for space.}
    against: {they: They asked to be left alone.}
nodes:
  start:
    - choose: Shall we?
      as: ready
      options:
        go: Yes
        summary: {label: Show my page, opens: summary}
    - rate: How are you?
      as: mood
    - write: What happened, in your words?
      as: story
    - goto: went-wrong
  went-wrong:
    - list: What were the reasons?
      as: reasons
      up to: 3
    - for each: reason
      in: reasons
      do:
        - choose: "{reason}: was that you or them?"
          as: about
          options: {me: Me, them: Them}
    - choose: How did you sleep?
      as: sleep
      options: {well: Well, badly: {label: Not at all, signal: R14 pause}}
    - choose: Were you ever afraid?
      as: afraid
      gate: yes
      options:
        never: Never
        often: {label: Often, signal: R5 red}
        shrugged: I don't think so
    - choose: Did they ask for space?
      as: space
      gate: yes
      options:
        nobody: "No"
        they: {label: They did, signal: R9 hard-stop}
        went-on: {label: They did and I went on, signal: R8 own}
    - goto: both-sides
  both-sides:
    - choose: What do you want?
      as: want
      options: {back: To try again, go: To let go, unsure: I don't know yet}
    - choose: What have they said?
      as: said
      options: {plainly: That they want it, no-more: That it's over}
    - conclude:
        - if: signal(red)
          outcome: not_safe
          say: This is about your safety now.
        - if: signal(own)
          outcome: not_safe_own
          say: Leave them in peace.
        - if: signal(hard-stop)
          outcome: one_sided
          say: They closed the door.
        - if: for(wish) and for(theirs) and answered(story)
          only when sure: yes
          outcome: mutual_healthy_so_far
          say: "You both want it. You wrote {quote(story)}."
        - if: for(wish) and for(theirs)
          only when sure: yes
          outcome: mutual_healthy_so_far
          say: You both want it.
        - otherwise: not_enough_known
          say: There is too much open.
      as: verdict
    - show: reasons
    - choose: What is one step?
      as: one-step
      options: {talk: One calm talk, rest: Rest}
    - write: Write what you would never send. It stays here.
      as: unsent
    - write: Who could you tell?
      as: person
    - write: One line for a bad night.
      as: hold
    - end: over
"""

RULES = """
title: Danger, in three sentences
patterns:
  wants-to-die:
    signal: R2
    level: red-now
    says: ["i want to die tonight"]
    source: a test
    examples: ["I want to die tonight"]
  hits:
    signal: R4
    level: red
    says: ["he hit me"]
    source: a test
    examples: ["he hit me"]
  follows:
    signal: R8
    level: own
    says: ["i follow her home"]
    source: a test
    examples: ["I follow her home"]
"""

ANSWERS = {
    "ready": ("go",), "mood": ("4",), "story": "he left on a sunday", "reasons": "money, his nights",
    "about": ("me",), "sleep": ("well",), "afraid": ("never",), "space": ("nobody",),
    "want": ("back",), "said": ("plainly",), "one-step": ("talk",), "unsent": "come home, you",
    "person": "my sister June", "hold": "You got through worse",
}  # fmt: skip
"""What a talk is answered with where nothing else is said: a tuple is pressed, a text is typed."""

START = 1_795_000_000.0
"""18 November 2026."""


def small_talk(*more: str) -> Library:
    """Return a library with the small talk and further dialogs, over those of the small library."""
    around = small_library()
    named = {f"dialogs/{one.split()[1]}.yaml": one.encode() for one in (TALK, *more)}
    found = compile_dialogs(named)
    wrong = [one for one in found.diagnostics if one.severity == "error"]
    assert [] == wrong
    rules = read_rules({"config/safety/small.yaml": RULES}).rules
    return Library(
        {**around.programs, **found.programs}, PHRASES, rules, around.lines, around.paths
    )


def told(hear, session, until="", **answers):
    """Answer each open question until none is left, or `until` is asked; None skips one.

    `hear` takes an event; `session` gives the talk as it stands, which is returned at the end.
    """
    at = START
    said = {**ANSWERS, **{name.replace("_", "-"): one for name, one in answers.items()}}
    for _ in range(40):
        asked = session().view.open
        name = asked.question.name if asked is not None else ""
        if name == until or name not in said:
            break
        at += 20
        answer = said[name]
        if isinstance(answer, tuple):
            hear(Picked(answer, at))
        else:
            hear(Said("/skip" if answer is None else answer, at))
    return session()


def begun(dialog: str) -> Begin:
    """Return the event that begins a dialog."""
    return Begin(dialog, 1, START)
