"""A first dialog to change: it has no mistake, shows each verb once, and comes with its transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.authoring.transcripts import WAIT, Talk, recorded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogue.library import Library
    from bot.dialogue.session import AskQuestion

ANSWERS: Mapping[str, str] = {
    "day": "It was hard", "energy": "3", "mind": "work", "words": "it rained all day",
    "outside": "20 minutes", "friend": "yesterday", "things": "a walk, a cup of tea",
    "felt": "nice", "help": "a little", "look-in": "yes", "pause": WAIT,
}  # fmt: skip
"""What a person answers to the questions of a new dialog in its first transcript."""

LINES = 60
"""Lines after which a first transcript stops, wherever the talk stands."""

_TEMPLATE = """\
# yaml-language-server: $schema={up}schema.json
#
# A dialog is read from top to bottom, like a script. The word before the first colon of a step
# says what the step does. Change the texts, take out what you don't need, and after each change
# run:  afterword check {file}

dialog: {name}
title: {title}
minutes: 5

facts:  # a name for a condition, so that it can be used twice
  is-rough: day == hard or energy < 4

indicators:  # what an answer speaks for; `conclude` at the end counts on it
  A1:
    asks: Did anything help today?
    weigh: help
    for: {{much: Something helped a lot.}}
    mixed: {{some: Something helped a bit.}}
    against: {{nothing: Nothing helped today.}}

nodes:
  start:  # a part of the talk; it begins with the first part
    - say: Good evening. We look at your day together.
    - choose: How was your day?  # one of the options
      as: day  # the name of the answer, for conditions and for texts
      why: I'd like to know where to start.  # said when someone asks why
      options:
        good: It was good  # left: the name for conditions; right: what people read
        hard:
          label: It was hard
          reply: Thank you for telling me.  # said before the next question
        mixed: Both
    - rate: How much energy do you have left?  # a number on a scale
      as: energy
      from: 0
      to: 10
      low: none at all
      high: plenty
    - pick: What was on your mind?  # any number of the options
      as: mind
      options: {{them: My ex, work: Work, money: Money, none: None of these}}
      alone: none  # this one excludes the others
    - write: What would you like to say about it?  # own words
      as: words
    - if: answered(words)  # skipped questions are unknown, and take `else`
      then:
        - say: You wrote {{quote(words)}}.
          unknown: I read what you wrote.  # said where the words are not to be repeated
      else:
        - say: That's fine. Some days have no words.
    - goto: numbers  # on to another part

  numbers:
    - number: How many minutes did you spend outside?
      as: outside
      from: 0
      to: 600
      unit: minutes
    - date: When did you last talk to a friend?
      as: friend
    - list: What did you do for yourself today?  # several short texts
      as: things
      up to: 3
    - for each: thing  # the same steps for each of them
      in: things
      do:
        - choose: How was that for you?
          as: felt
          options: {{nice: Nice, fine: Fine, dull: Not much}}
    - choose: Did anything help today?
      as: help
      options: {{much: Yes, some: A little, nothing: No}}
    - confirm: Shall I look in on you in two days?  # yes, no or not sure
      as: look-in
    - if: look-in == yes
      then:
        - remember: wants-a-look  # kept beyond this talk, if that was agreed to
          from: look-in
        - remind: {name}  # opens a dialog again later
          in: 2 days
    - goto: rest

  rest:
    - if: is-rough
      then:
        - call: tools/grounding  # runs another dialog and comes back
    - wait: 1 minute  # a pause with a way out
      text: Put both feet on the floor. Breathe out slowly.
      leave: I'm done
      as: pause
    - show: lines  # something the program holds: help lines here
      of: [emotional-support]
    - conclude:  # the first row that is true wins
        - if: for(A1)
          outcome: something-helped
          say: Something helped today. You can do it again.
        - otherwise: still-open
          say: Not every day has something good in it. Tomorrow is a new one.
      as: result
    - end: done  # how it ended, for whoever called this dialog

never:  # promises: `afterword check` proves them over every road there is
  - a rough day ends without a way to come down: ends done and is-rough and not visited(tools/grounding)
"""


def scaffold(name: str, title: str = "") -> str:
    """Return the text of a new dialog; `name` is its path below the folder of dialogs."""
    title = title or name.rpartition("/")[2].replace("-", " ").replace("_", " ").capitalize()
    up = "../" * name.count("/")
    return _TEMPLATE.format(
        name=name, title=_quoted(title), up=up or "./", file=f"dialogs/{name}.yaml"
    )


def _quoted(title: str) -> str:
    """Return a title as YAML takes it whole."""
    if all(sign.isalnum() or sign in " ,.?!'-" for sign in title) and title[:1].isalpha():
        return title
    return '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'


def first_transcript(library: Library, dialog: str) -> str:
    """Return a transcript of a talk through a new dialog, up to its end."""
    talk = Talk(library, dialog)
    for _ in range(LINES):
        asked = talk.session.view.open
        if asked is None:
            break
        talk.say(_answer(asked))
    return recorded(dialog, talk.turns).written()


def _answer(asked: AskQuestion) -> str:
    question = asked.question
    if question.name in ANSWERS:
        return ANSWERS[question.name]
    if question.kind == "wait":
        return WAIT
    return "1" if question.options or question.kind == "confirm" else "/skip"
