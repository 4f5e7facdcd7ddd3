"""Dialogs as authors write them, the programs they become, and what their roads must keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.dialogue import expressions as e
from bot.dialogue.program import (
    Ask,
    Branch,
    Call,
    Conclude,
    End,
    ForEach,
    Jump,
    Next,
    Remind,
    Say,
    SignalMark,
    Slot,
)
from bot.language.library import compile_dialogs

DOCS = Path(__file__).parents[2] / "docs" / "dialog-language.md"
CHOICE = """\
    - choose: How are you?
      as: mood
      options: {good: Good, bad: Bad}
"""
LIST = """\
    - list: What were the reasons?
      as: reasons
      up to: 3
"""


def dialog(nodes, *, head="", tail=""):
    return f"dialog: a\ntitle: A\n{head}nodes:\n  start:\n{nodes}{tail}"


def compiled(text, **others):
    files = {"dialogs/a.yaml": text.encode()}
    files |= {f"dialogs/{name}.yaml": other.encode() for name, other in others.items()}
    found = compile_dialogs(files)
    assert () == found.diagnostics
    return found.programs["a"]


def found_in(text, **others):
    files = {"dialogs/a.yaml": text.encode()}
    files |= {f"dialogs/{name}.yaml": other.encode() for name, other in others.items()}
    return [(one.code, one.span.line) for one in compile_dialogs(files).diagnostics]


def of_kind(program, kind):
    return [one for one in program.code if isinstance(one, kind)]


def test_the_dialogs_of_the_docs_are_clean():
    """What the page about the language shows can be run as it stands."""
    texts = [part.partition("```")[0] for part in DOCS.read_text("utf-8").split("```yaml\n")[1:]]
    named = {
        text.split("\n", 1)[0].partition(":")[2].partition("#")[0].strip(): text for text in texts
    }
    named["tools/check-in"] = dialog("    - end: done\n").replace(
        "dialog: a", "dialog: tools/check-in"
    )

    found = compile_dialogs({f"dialogs/{name}.yaml": text.encode() for name, text in named.items()})

    assert () == found.diagnostics
    assert set(named) == set(found.programs)


def test_steps_become_flat_code_in_their_order():
    """A branch leads past its `then`, and the road goes on behind both sides."""
    program = compiled(dialog(
        CHOICE
        + "    - if: mood == bad\n      then:\n        - say: Hard.\n      else:\n        - say: Nice.\n"
        + "    - end: done\n"
    ))  # fmt: skip

    assert [Ask, Branch, Say, Jump, Say, End] == [type(one) for one in program.code]
    assert (4, 5) == (program.code[1].otherwise, program.code[3].to)
    assert e.Is("mood", "bad") == program.code[1].guard
    assert ("start",) * 6 == program.node_of


def test_steps_of_an_option_are_jumped_to_and_left():
    """An option's own steps are reached by that option only."""
    program = compiled(dialog(
        "    - choose: How are you?\n      as: mood\n      options:\n        good: Good\n"
        "        bad:\n          label: Bad\n          then:\n            - say: Hard.\n    - end: done\n"
    ))  # fmt: skip

    [ask] = of_kind(program, Ask)

    assert [Ask, Jump, Say, Jump, End] == [type(one) for one in program.code]
    assert [-1, 2] == [one.then for one in ask.question.options]
    assert (4, 4) == (program.code[1].to, program.code[3].to)


def test_ids_of_texts_name_dialog_step_and_field():
    """A text is found again by its step's name, or by node and place where it has none."""
    program = compiled(dialog(
        "    - say: Hello.\n    - say: Again.\n      id: again\n"
        + CHOICE.replace("good: Good", "good: {label: Good, reply: Nice.}").replace(
            "options", "why: To begin.\n      options"
        )
        + "    - end: done\n"
    ))  # fmt: skip
    [first, second], [ask] = of_kind(program, Say), of_kind(program, Ask)

    assert ["a/start.1/say", "a/again/say"] == [first.text.id, second.text.id]
    assert ["a/mood/choose", "a/mood/why", "a/mood/good.reply"] == [
        ask.question.text.id, ask.question.why.id, ask.question.options[0].reply.id,
    ]  # fmt: skip


def test_a_call_is_named_by_what_it_calls_so_that_it_may_be_moved():
    """Without a name of its own, a call is its dialog, and the second one is the second."""
    other = dialog("    - end: fine\n").replace("dialog: a", "dialog: b")
    program = compiled(
        dialog("    - call: b\n    - call: b\n    - call: b\n      as: third\n    - end: done\n"),
        b=other,
    )

    assert ["b", "b.2", "third"] == [one.step for one in of_kind(program, Call)]


def test_types_are_written_down_for_every_name():
    """What a guard may read has its type in the program."""
    other = dialog(CHOICE + "    - end: fine\n", head="gives: [mood]\n").replace(
        "dialog: a", "dialog: b"
    )
    program = compiled(
        dialog(
            CHOICE + LIST
            + "    - for each: reason\n      in: reasons\n      do:\n"
            "        - confirm: Is {reason} still so?\n          as: still\n"
            "    - write: Tell me.\n      as: told\n      recognise: who-ended-it\n"
            "    - call: b\n      as: talk\n    - end: done\n",
            head="takes: {day: date}\n",
        ),
        b=other,
    )  # fmt: skip

    assert {
        "day": "date", "mood": "one:good,bad", "reasons": "list:", "reason": "text:",
        "still": "one:yes,no,unsure", "told": "text:they,me,both,unclear", "talk": "one:fine",
        "talk.mood": "one:good,bad",
    } == program.types  # fmt: skip


def test_a_loop_runs_from_its_head_to_its_next():
    """`for each` knows where it ends, and its last step leads back."""
    program = compiled(dialog(
        LIST + "    - for each: reason\n      in: reasons\n      do:\n        - say: So, {reason}.\n    - end: done\n"
    ))  # fmt: skip

    [loop], [back] = of_kind(program, ForEach), of_kind(program, Next)

    assert ("reason", "reasons", 4, 1) == (loop.name, loop.of, loop.after, back.loop)


def test_slots_signals_lengths_and_variants_arrive():
    """What an author writes in short is spelt out in the program."""
    program = compiled(dialog(
        "    - choose: Were you afraid?\n      as: afraid\n      options:\n"
        "        never: Never\n        often: {label: Often, signal: R5 red}\n"
        "    - say:\n        one of:\n          - 'So: {afraid}.'\n          - You said {quote(afraid)}.\n"
        "      unknown: Thank you.\n"
        "    - remind: a\n      every: 2 days\n      for: 3 weeks\n    - end: done\n"
    ))  # fmt: skip
    [ask], [say], [remind] = of_kind(program, Ask), of_kind(program, Say), of_kind(program, Remind)

    assert SignalMark("R5", "red") == ask.question.options[1].signal
    assert (
        ("So: ", Slot("afraid"), "."),
        ("You said ", Slot("afraid", quoted=True), "."),
    ) == say.text.variants
    assert (("Thank you.",),) == say.text.twin
    assert (172_800, 21.0) == (remind.every_seconds, remind.days)


def test_rows_of_a_conclusion_keep_their_order_and_caps():
    """A conclusion is its rows as written."""
    program = compiled(dialog(
        CHOICE
        + "    - conclude:\n        - if: mood == bad\n          if unknown: open\n          outcome: low\n"
        "        - if: mood == good\n          only when sure: yes\n          outcome: fine\n          say: So far, so good.\n"
        "        - otherwise: open\n          because: open\n      as: verdict\n    - end: done\n"
    ))  # fmt: skip
    [step] = of_kind(program, Conclude)

    assert ["low", "fine", "open"] == [row.outcome for row in step.rows]
    assert ["open", "", ""] == [row.if_unknown for row in step.rows]
    assert [False, True, False] == [row.only_when_sure for row in step.rows]
    assert "one:low,fine,open,not_enough_known" == program.types["verdict"]


SAY = "        - say: So, {mood}.\n"
SURE = [
    ("if: answered(mood)", "then"),
    ("if: mood == good", "then"),
    ("if: mood != good", "then"),
    ("if: mood == good and signal(red)", "then"),
    ("if: mood == good or mood == bad", "then"),
    ("if: not unknown(mood)", "then"),
    ("if: sure(mood == good)", "then"),
    ("if: not sure(unknown(mood))", "then"),
    ("if: sure(unknown(mood))", "else"),
    ("if: unknown(mood)", "else"),
    ("if: unknown(mood) or signal(red)", "else"),
]
OPEN = [
    ("if: mood == good", "else"),
    ("if: answered(mood)", "else"),
    ("if: sure(mood == good)", "else"),
    ("if: not sure(mood == good)", "then"),
    ("if: mood == good or signal(red)", "then"),
    ("if: not (mood == good and signal(red))", "then"),
    ("if: unknown(mood)", "then"),
    ("if: signal(red)", "then"),
]


def under(guard, side):
    then, other = (SAY, "") if side == "then" else ("        - say: Hm.\n", f"      else:\n{SAY}")
    return dialog(f"{CHOICE}    - {guard}\n      then:\n{then}{other}    - end: done\n")


@pytest.mark.parametrize(("guard", "side"), SURE)
def test_a_name_may_stand_where_a_guard_has_made_it_sure(guard, side):
    """`answered()` and every guard that implies it open a text to the name."""
    assert [] == found_in(under(guard, side))


@pytest.mark.parametrize(("guard", "side"), OPEN)
def test_a_name_that_may_be_unknown_is_told(guard, side):
    """Where some road comes without the answer, the text would have a hole."""
    assert ["D304"] == [code for code, _ in found_in(under(guard, side))]


GATE = """\
    - choose: Were you afraid?
      as: afraid
      gate: yes
      options: {never: Never, often: Often}
    - conclude:
        - if: GUARD
          outcome: low
        - otherwise: open
    - end: done
"""


@pytest.mark.parametrize(
    ("guard", "codes"),
    [
        ("afraid == often", ["D602"]), ("not afraid == often", ["D602"]),
        ("sure(afraid == often)", []), ("not sure(afraid == never)", []),
        ("answered(afraid) and sure(afraid == often)", []),
        ("sure(afraid == often) or afraid == never", ["D602"]),
    ],
)  # fmt: skip
def test_a_row_about_safety_that_asks_only_for_what_is_sure_needs_no_cap(guard, codes):
    """With `sure()` around all of it a row is never open, so there is nothing to say about it."""
    assert codes == [code for code, _ in found_in(dialog(GATE.replace("GUARD", guard)))]


def test_an_option_that_opens_a_command_is_no_answer():
    """It can be pressed, and no guard can ask for it."""
    mirror = CHOICE.replace("bad: Bad", "wrong: {label: Something is wrong, opens: change}")
    rest = "    - if: mood == GUARD\n      then:\n        - say: Good.\n    - end: done\n"
    program = compiled(dialog(mirror + rest.replace("GUARD", "good")))
    [ask] = of_kind(program, Ask)

    assert ["", "change"] == [one.opens for one in ask.question.options]
    assert "one:good" == program.types["mood"]
    assert ["D204"] == [
        code for code, _ in found_in(dialog(mirror + rest.replace("GUARD", "wrong")))
    ]


def test_an_option_opens_nothing_but_change_and_pause():
    """Other commands are not for an option."""
    text = CHOICE.replace("bad: Bad", "bad: {label: Out, opens: exit}")

    assert 1 == len(found_in(dialog(text + "    - end: done\n")))


def test_a_question_that_is_asked_again_is_unknown_again():
    """What was sure before a question is asked once more is not sure behind it."""
    text = dialog(
        CHOICE + "    - if: unknown(mood)\n      then:\n        - end: open\n    - goto: more\n",
        tail="  more:\n    - say: So, {mood}.\n    - confirm: Once more?\n      as: again\n"
        "    - if: again == yes\n      then:\n        - goto: start\n    - end: done\n",
    )

    assert [] == found_in(text)
    assert ["D304"] == [code for code, _ in found_in(text.replace("goto: start\n", "goto: more\n").replace(
        "    - say: So, {mood}.\n    - confirm", CHOICE.replace("mood", "night") + "    - say: So, {night}.\n    - confirm"))]  # fmt: skip


def test_the_reply_to_an_option_knows_the_answer():
    """It is said because the option was chosen."""
    assert [] == found_in(dialog(CHOICE.replace("good: Good", 'good: {label: Good, reply: "{mood}, then."}') + "    - end: done\n"))  # fmt: skip


def test_a_for_each_is_no_circle_and_a_goto_without_a_question_is():
    """Lists end by themselves; a way back has to ask something."""
    loop = (
        LIST
        + "    - for each: one\n      in: reasons\n      do:\n        - say: And {one}.\n    - end: done\n"
    )
    circle = dialog("    - goto: on\n", tail="  on:\n    - say: Hm.\n    - goto: start\n")

    assert [] == found_in(dialog(loop))
    assert ["D402"] == [code for code, _ in found_in(circle)]


def test_a_circle_through_three_dialogs_is_told_once():
    """The call that closes the circle is named, with the way round."""
    files = {
        f"dialogs/{name}.yaml": f"dialog: {name}\ntitle: T\nnodes:\n  s:\n    - call: {to}\n    - end: done\n".encode()
        for name, to in (("a", "b"), ("b", "c"), ("c", "a"))
    }

    found = compile_dialogs(files).diagnostics

    assert [("D404", "these dialogs call each other in a circle: `a` → `b` → `c` → `a`")] == [
        (one.code, one.message) for one in found
    ]


def test_a_call_to_a_file_that_cannot_be_read_is_no_further_mistake():
    """One broken file gives one message."""
    found = compile_dialogs(
        {
            "dialogs/a.yaml": dialog("    - call: b\n    - end: done\n").encode(),
            "dialogs/b.yaml": b"a: b: c\n",
        }
    )

    assert ["D103"] == [one.code for one in found.diagnostics]
    assert ["a"] == list(found.programs)


def test_all_mistakes_of_a_file_are_told_at_once():
    """An author sees everything in one go, in the order of the file."""
    text = """\
dialog: a
titel: A
nodes:
  start:
    - sya: Hello.
    - choose: How are you?
      as: mood
      options: {good: Good, bad: {label: Bad, signal: R5 ambre}}
    - if: moood == good
      then:
        - goto: lost
    - rate: How strong?
      as: mood
    - end: done
"""

    assert [
        ("D111", 2),
        ("D112", 5),
        ("D115", 8),
        ("D201", 9),
        ("D202", 11),
        ("D207", 13),
    ] == found_in(text)


@pytest.mark.parametrize("label", ["No, thanks", "{label: No, thanks, reply: Fine.}"])
def test_a_comma_inside_braces_is_told(label):
    """It ends a text that has no quotes, in a row of options and in an option alike."""
    text = dialog(CHOICE.replace("bad: Bad", f"bad: {label}") + "    - end: done\n")

    assert [("D117", 7)] == found_in(text)


def test_a_gate_that_a_call_gives_back_is_a_gate_here_too():
    """A row that reads it has to say what holds while it is unknown."""
    inner = "dialog: b\ntitle: B\ngives: [afraid]\nnodes:\n  start:\n" + GATE.partition(
        "    - conclude"
    )[0]  # fmt: skip
    text = dialog("    - call: b\n      as: b\n" + GATE[GATE.index("    - conclude") :])
    inner += "    - end: done\n"

    assert ["D602"] == [
        code for code, _ in found_in(text.replace("GUARD", "b.afraid == often"), b=inner)
    ]
    assert [] == found_in(text.replace("GUARD", "sure(b.afraid == often)"), b=inner)


GATED = """\
    - choose: Were you afraid?
      as: afraid
      gate: yes
      options: {no: "No", yes: "Yes"}
"""


@pytest.mark.parametrize(
    ("nodes", "others"),
    [
        (GATED + "    - remember: was-afraid\n      from: afraid\n    - end: e\n", {}),
        ("    - write: What was it?\n      as: told\n    - remember: story\n      from: told\n    - end: e\n", {}),
        (LIST + "    - remember: why\n      from: reasons\n    - end: e\n", {}),
        ("    - call: b\n      as: gate\n    - remember: was-afraid\n      from: gate.afraid\n    - end: e\n",
         {"b": f"dialog: b\ntitle: B\ngives: [afraid]\nnodes:\n  start:\n{GATED}    - end: e\n"}),
    ],
)  # fmt: skip
def test_a_step_remembers_nothing_about_safety_and_no_own_words(nodes, others):
    """Also not where another dialog asked."""
    assert ["D604"] == [one[0] for one in found_in(dialog(nodes), **others)]
