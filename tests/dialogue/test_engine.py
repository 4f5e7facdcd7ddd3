"""One event after the other: what is said, asked and kept, and where danger leads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.engine import fold, step
from bot.dialogue.program import End, Option, Slot
from bot.dialogue.session import (
    Answered,
    AskQuestion,
    Begin,
    Change,
    Drafted,
    Due,
    Key,
    Leave,
    Picked,
    Retracted,
    Said,
    SayText,
    ShowThing,
    Signalled,
    Signpost,
    Skipped,
    Words,
)
from tests.dialogue.conftest import Talk, ask, program, say

HEAVY = ("7", ("them",), "/skip")  # up to the question of fear
FRIGHT = "i want to die"
DANGER = "i am going to kill myself tonight"


def says(live):
    return [one.text for one in live.turn.effects if isinstance(one, SayText)]


def asks(live):
    return next((one.key.step for one in live.turn.effects if isinstance(one, AskQuestion)), "")


def test_a_turn_says_then_asks_one_question(talk):
    """An answer, its reply, the says on the way, then the next question, each once."""
    live = talk("7")
    live.hear(("me",))
    assert says(live) == ["That can be hard, too."]
    assert asks(live) == "reasons"


def test_back_shows_what_was_there(talk):
    """After back the earlier answer is shown, and nothing is said again."""
    live = talk("7", ("them",))
    live.hear("/back")
    assert asks(live) == "end"
    assert live.view.open.before == "They did"
    assert says(live) == []
    live.hear("/back")
    assert live.view.open.before == "7"
    assert says(live.hear("/back") and live) == ["nothing-to-back"]


def test_answers_behind_a_back_are_kept(talk):
    """Going back two and answering again brings the shelved answers back."""
    live = talk("7", ("them",), "lies", ("theirs",))
    assert asks(live) == "fear"
    item = live.view.stack[0].road[-1].key.item
    live.hear("/change 2")
    live.hear(("both",))
    assert asks(live) == "fear"
    assert item == live.view.stack[0].road[-1].key.item


def test_unclear_twice_then_open(talk):
    """Two tries, then the question is left open; a skip is never a no."""
    live = talk("7")
    live.hear("zorp")
    assert says(live) == ["unclear.choose.1"]
    live.hear("zorp")
    assert says(live) == ["unclear.choose.2"]
    live.hear("zorp")
    assert says(live)[0] == "skipped"
    assert isinstance(live.turn.entries[-1], Skipped)
    assert live.view.stack[0].frames[-1].answers["end"] is None


def test_commands(talk):
    """Help lines first; why has an answer; again asks again; the host's are handed on."""
    live = talk("7")
    assert isinstance(live.hear("help").effects[0], Signpost)
    assert isinstance(live.turn.effects[1], ShowThing)
    assert asks(live) == "end"
    live.hear("/why")
    assert says(live) == ["why-default"]
    assert asks(live.hear("/again") and live) == "end"
    assert live.hear("/tips").effects == (Leave("tips"),)
    assert live.hear("/exit").effects == (Leave("exit"),)
    assert live.view.open is not None


def test_a_bare_word_is_an_answer_where_one_can_write(talk):
    """`back` moves at a closed question; at an open one it is what the person wrote."""
    live = talk(*HEAVY, ("never",))
    assert asks(live) == "story"
    live.hear("change")
    assert Words("change") == live.turn.entries[0].value


def test_an_old_button_changes_nothing(talk):
    """A button of an earlier question is answered with where we are."""
    live = talk("7")
    old = live.session.entries[-1].seq
    live.hear(("them",))
    before = live.session
    live.turn = step(live.library, before, Picked(("both",), live.at, seq=old))
    assert says(live) == ["moved-on"]
    assert before.view == live.view
    assert live.turn.entries == ()


def test_danger_closes_the_topic(talk):
    """Danger now opens the crisis path, and only its own end ends the talk."""
    live = talk("7")
    live.hear(DANGER)
    assert says(live) == ["I'm glad you told me."]
    assert asks(live) == "near"
    assert live.view.closed
    live.hear(("no-one",))
    assert live.turn.effects[-1] == Leave("stopped", "crisis")
    assert live.view.open is None
    assert fold(live.library, live.session.entries).view == live.view


def test_a_worry_is_asked_about(talk):
    """A red-ask puts the direct question; after a clear no the words are offered back once."""
    live = talk("7", ("them",))
    live.hear(FRIGHT)
    assert says(live) == []
    assert live.view.open.text == "ask.crisis"
    live.hear("no")
    assert says(live) == ["ask.clear"]
    assert live.view.open.text == "draft-keep"
    assert ("R2", "amber") in live.view.signals
    live.hear(("yes",))
    kept = [one for one in live.turn.entries if isinstance(one, Answered)][-1]
    assert (kept.key.step, kept.marked) == ("reasons", True)
    assert FRIGHT not in str([one for one in live.turn.effects if isinstance(one, SayText)])


@pytest.mark.parametrize("move", ["maybe", "yes", "/skip", "whatever", ("unsure",), ("yes",)])
def test_anything_but_a_clear_no_is_danger(talk, move):
    """Only a clear no to the direct question leads back to the topic."""
    live = talk("7", ("them",), FRIGHT)
    live.hear(move)
    assert live.view.closed
    assert asks(live) == "near"


def test_misread_leads_out_of_a_false_alarm(talk):
    """The tap asks directly; a clear no reopens the topic, with amber for the rest."""
    live = talk("7", ("them",), DANGER)
    live.hear("/misread")
    assert live.view.open.text == "ask.crisis"
    live.hear(("no",))
    assert not live.view.closed
    assert any(isinstance(one, Retracted) for one in live.turn.entries)
    assert any(isinstance(one, Signalled) for one in live.session.entries)
    assert live.view.open.text == "draft-keep"
    live.hear(("no",))
    assert asks(live) == "reasons"


def test_a_red_option_is_kept_and_opens_its_path(talk):
    """The answer stands; its path comes first, and what was to be said waits until it is over."""
    live = talk(*HEAVY)
    live.hear(("often",))
    assert says(live) == ["I believe you."]
    assert live.view.stack[0].frames[-1].answers["fear"] == "often"
    live.hear(("yes",))
    assert asks(live) == "story"


def test_a_red_option_taken_back_is_amber(talk):
    """A mis-tap weighs less, and never nothing."""
    live = talk(*HEAVY, ("often",), ("yes",))
    assert live.view.signals == (("R5", "red"),)
    live.hear("/back")
    assert live.view.signals == (("R5", "amber"),)


def test_two_things_in_one_line(talk):
    """A life in doubt is asked about first; the rest of the line is not lost."""
    live = talk(*HEAVY)
    live.hear("he hit me and i want to die")
    assert live.view.open.text == "ask.crisis"
    live.hear("no")
    assert "I believe you." in says(live)


def test_red_words_are_never_quoted(talk):
    """What somebody did to a person is not read back to them."""
    live = talk(*HEAVY, ("never",))
    live.hear("he hit me")
    live.hear(("yes",))
    assert not [one for one in live.session.entries if isinstance(one, Drafted) and not one.marked]
    assert asks(live) == "story"
    assert says(live) == []


def test_saving_is_asked_before_the_first_thing_to_keep(talk):
    """The question comes once, on the road, before a note is kept."""
    live = talk(*HEAVY, ("never",), "it ended", ("left",), ("no",))
    assert live.view.open.key == Key(">!saving", "keep")
    assert live.view.notes == ()
    assert live.view.saving == "unasked"
    live.hear(("yes",))
    assert live.view.saving == "yes"
    assert [(one.title, one.text) for one in live.view.notes] == [("My plan", "Your plan: rest.")]
    assert live.view.facts == {"who-ended": "them"}
    assert [(one.kind, one.dialog) for one in live.view.due] == [("reminder", "tools/breathe")]
    assert live.turn.effects[-1] == Leave("ended", "concluded")


def test_pause_asks_about_saving_once(talk):
    """Leaving asks what to keep, unless that is known, and keeps the place."""
    live = talk("7")
    live.hear("/pause")
    assert live.view.open.key.step == "keep"
    live.hear(("no",))
    assert live.turn.effects[-1] == Leave("paused")
    assert live.view.open.key.step == "end"
    assert live.hear("/pause").effects[-1] == Leave("paused")


def test_a_wait_is_woken_once(talk):
    """An early alarm does nothing, the due one answers, a late one is harmless."""
    live = talk(*HEAVY, ("never",), "it ended")
    alarm = live.view.due[-1]
    assert alarm.kind == "timer"
    early = step(live.library, live.session, Due(alarm.key, alarm.at - 1))
    assert early.entries == ()
    turn = step(live.library, live.session, Due(alarm.key, alarm.at))
    assert turn.session.view.open.key.step == "more"
    assert step(live.library, turn.session, Due(alarm.key, alarm.at + 99)).entries == ()


def test_change_from_afar(talk):
    """A changed answer says only what is new; what does not fit changes nothing."""
    live = talk("7", ("them",))
    live.hear(Change(Key("", "end"), "Both of us", 0.0))
    assert says(live) == ["changed", "changed.rest"]
    assert live.view.stack[0].frames[-1].answers["end"] == "both"
    live.hear(Change(Key("", "end"), "zorp", 0.0))
    assert says(live) == ["not-changed"]
    live.hear("/undo")
    assert live.view.stack[0].frames[-1].answers["end"] == "them"
    assert says(live) == ["undone"]


def test_a_new_variant_changes_nothing_shown(library, talk):
    """Which variant was shown is in the log, so one more of them moves nothing."""
    program = library.programs["talk"]
    ask = program.code[1]
    text = replace(ask.question.text, variants=(("How are you?",), ("How is it?",), ("And you?",)))
    code = list(program.code)
    code[1] = replace(ask, question=replace(ask.question, text=text))
    old = with_talk(library, replace(program, code=tuple(code)))
    for seed in range(5):
        live = step(old, None, Begin("talk", seed, 1.0)).session
        more = replace(text, variants=(*text.variants, ("A fourth?",)))
        code[1] = replace(ask, question=replace(ask.question, text=more))
        new = with_talk(library, replace(program, code=tuple(code)))
        assert live.view.open.text == fold(new, live.entries).view.open.text


def with_talk(library, program):
    return replace(library, programs={**library.programs, "talk": program}, _plans={})


def test_a_removed_option_is_asked_again(library, talk):
    """When the chosen option is gone the question comes back, and the rest waits on the shelf."""
    live = talk("7", ("both",), "/skip", ("never",))
    program = library.programs["talk"]
    ask = program.code[2]
    code = list(program.code)
    code[2] = replace(ask, question=replace(ask.question, options=ask.question.options[:2]))
    new = with_talk(library, replace(program, code=tuple(code)))
    session = fold(new, live.session.entries)
    assert session.view.open.key.step == "end"
    assert step(new, session, Picked(("me",), 9e9)).session.view.open.key.step == "story"


def test_own_words_are_not_lost_between_turns(talk):
    """Without a talk, and after its end, typing is still heard."""
    assert step(talk().library, None, Said("hello", 1.0)).effects == ()
    live = talk("7", DANGER, ("someone",))
    live.hear("hello?")
    assert says(live) == ["over"]


def test_danger_after_the_end_still_gets_a_number(talk):
    """A talk that was stopped stays stopped, and the lines come all the same."""
    live = talk("7", DANGER, ("someone",))
    live.hear("i want to kill myself now")
    assert any(isinstance(one, Signpost) for one in live.turn.effects)
    assert live.view.ended == "crisis"


def test_a_conclusion_shows_what_would_change_it(talk):
    """Behind the reasons stands what the outcome still hangs on, without a word on outcomes."""
    live = talk("7", ("me",), "/skip", ("never",), "it ended", ("left",))
    live.hear(("no",))
    shown = {one.what: one.rows for one in live.turn.effects if isinstance(one, ShowThing)}
    assert shown["reasons"] == (("✗", "You left."),)
    assert shown["what would change this"] == (("?", "Who ended it?"),)


MIRROR = program(
    "talk",
    ask("mood", "rate", "How are you, 0 to 10?"),
    say("have", ("You said ", Slot("mood"), ".")),
    ask(
        "right", "choose", "Did I get it right?",
        options=(
            Option("yes", "Yes"), Option("no", "No, change something", opens="change"),
            Option("stop", "Enough for tonight", opens="pause"),
        ),
    ),
    End("end", "done"),
)  # fmt: skip


@pytest.fixture
def mirror(library):
    """Starts a talk that holds up a small mirror."""
    return lambda *moves: Talk(with_talk(library, MIRROR), *moves)


@pytest.mark.parametrize("move", [("no",), "no, change something", "2"])
def test_an_option_can_open_a_change(mirror, move):
    """It answers nothing: what can be changed is shown, and the question stays."""
    live = mirror("7")
    live.hear(move)
    assert [one.what for one in live.turn.effects if isinstance(one, ShowThing)] == ["change"]
    assert asks(live) == "right"
    assert live.turn.entries == ()


def test_an_option_can_open_a_pause(mirror):
    """It leaves like the command does, and the place is kept."""
    live = mirror("7", ("stop",))
    live.hear(("no",))
    assert live.turn.effects[-1] == Leave("paused")
    assert live.view.open.key.step == "right"


@pytest.mark.parametrize("line", ["idk", "Nothing.", "nobody", "no idea"])
def test_nothing_to_tell_leaves_the_story_open(talk, line):
    """Where words are asked for, having none is no answer of one's own: the talk goes on without."""
    live = talk("7", ("them",))
    while live.view.open.question.kind != "write":
        live.hear("/skip")
    asked = live.view.open.key
    live.hear(line)

    assert asked != live.view.open.key
    assert "You wrote" not in "".join(map(str, live.turn.effects))


@pytest.mark.parametrize("line", ["1", "???", "- -"])
def test_a_line_without_a_letter_is_no_story(talk, line):
    """A lone number or sign where words are asked for is met with the question again."""
    live = talk("7", ("them",))
    while live.view.open.question.kind != "write":
        live.hear("/skip")
    asked = live.view.open.key
    live.hear(line)

    assert asked == live.view.open.key
