"""What a page holds of a talk, and what never gets on it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.engine import fold, step
from bot.dialogue.log import forgotten
from bot.dialogue.session import Answered, Said
from bot.language.rules import read_rules
from bot.page.gathering import SAFETY_CAME_UP, page_of
from bot.page.markdown import markdown
from bot.page.printed import html
from bot.page.sheet import ALL, PIECES, RESULT, WITHOUT_WORDS, Reason, chosen, pieces
from tests.page.small_talk import begun, small_talk, told

OUTER = """
dialog: outer
title: The way in
nodes:
  start:
    - write: What happened tonight?
      as: line
    - call: small
    - end: done
"""


@cache
def small():
    return small_talk(OUTER)


@pytest.fixture(scope="module")
def library():
    return small()


def talk(library, dialog="small", **answers):
    """Play the small talk to its end, or to a question that nothing is said to."""
    turns = [step(library, None, begun(dialog))]

    def hear(event):
        turns.append(step(library, turns[-1].session, event))

    return told(hear, lambda: turns[-1].session, **answers)


def page(library, **answers):
    return page_of(library, talk(library, **answers))


def printed(page):
    """Everything that stands on a page, in both of its forms."""
    return "" if page is None else markdown(page, ("999", "Old.")) + html(page, ("999", "Old."))


def asked(page):
    return [one.question for part in page.parts for one in part.answers]


def test_answers_stand_under_the_part_they_were_asked_in(library):
    """Parts are called as the author called them, and the first one is the start."""
    found = page(library)

    assert ["At the start", "Went wrong", "Both sides"] == [one.label for one in found.parts]
    assert "money: was that you or them?" in asked(found)


def test_own_words_stand_as_they_were_written(library):
    """Each item of a list and each sentence is kept to the letter."""
    words = [one.words for part in page(library).parts for one in part.answers if one.quoted]

    assert [("he left on a sunday",), ("money", "his nights")] == words


def test_the_result_stands_as_it_was_shown(library):
    """With the words it quoted, and once more without them."""
    found = page(library)

    assert 'You both want it. You wrote "he left on a sunday".' == found.outcome
    assert "You both want it." == found.plain_outcome


def test_reasons_have_a_sign_and_a_word(library):
    """What speaks for and against it comes in that order; the gate gives no reasons."""
    found = page(library, said=("no-more",))

    assert (
        Reason("✓", "for it", "You want to try again."),
        Reason("✗", "against it", "They said no."),
    ) == found.reasons


def test_what_was_left_open_is_named_as_not_known(library):
    """A question that was skipped is no answer; that it is open is told."""
    found = page(library, said=None)

    assert ("Have they said it in plain words?",) == found.unknown
    assert "What have they said?" not in asked(found)


def test_what_would_change_it_leaves_out_the_gate(library):
    """Only what can change, or is open, is named."""
    assert ("Have they said it in plain words?",) == page(library, said=None).changes


def test_the_step_the_person_and_the_line_have_their_places(library):
    """What came after the result is the step; two names have a place of their own."""
    found = page(library)

    assert [("What is one step?", ("One calm talk",))] == [one[:2] for one in found.steps]
    assert ("my sister June", "You got through worse") == (found.person, found.hold)


def test_a_letter_that_was_promised_to_stay_stays(library):
    """What is called `unsent` never gets on a page."""
    assert "come home" not in printed(page(library))


def test_safety_is_one_sentence_and_only_after_plain_noes(library):
    """The answers of the gate themselves never stand there."""
    assert page(library).safety
    assert not page(library, afraid=("shrugged",)).safety
    assert not page(library, afraid=None).safety
    for answer in (("never",), ("shrugged",)):
        assert "afraid" not in printed(page(library, afraid=answer))


def test_an_option_that_carries_a_signal_is_left_out(library):
    """However mild the signal is."""
    assert "How did you sleep?" in asked(page(library))
    assert "How did you sleep?" not in asked(page(library, sleep=("badly",)))


def test_moods_and_questions_that_open_a_room_are_left_out(library):
    """A bare number says nothing, and a mirror is no answer."""
    found = printed(page(library))

    assert "How are you?" not in found
    assert "Shall we?" not in found


@pytest.mark.parametrize("answer", [{"afraid": ("often",)}, {"story": "he hit me"}])
def test_after_danger_only_the_result_the_step_and_the_person_stand(library, answer):
    """No reason, no open question, no answer from before it."""
    found = page(library, **answer)

    assert "This is about your safety now." == found.outcome
    assert ((), (), (), ()) == (found.parts, found.reasons, found.unknown, found.changes)
    assert "my sister June" == found.person


@pytest.mark.parametrize("answer", [{"space": ("went-on",)}, {"story": "i follow her home"}])
def test_after_own_acts_own_words_stay_and_no_reason_does(library, answer):
    """What was really said is theirs to show; what was picked would speak for a try."""
    found = page(library, **answer)

    assert "Leave them in peace." == found.outcome
    assert ((), (), ()) == (found.reasons, found.unknown, found.changes)
    assert {True} == {said.quoted for part in found.parts for said in part.answers}


def test_a_no_that_stands_is_told_and_not_talked_round(library):
    """It is the reason of a one-sided result, and nothing is named that would change it."""
    found = page(library, space=("they",))

    assert Reason("✗", "against it", "They asked to be left alone.") in found.reasons
    assert () == found.changes


def test_danger_after_the_result_takes_the_result_away(library):
    """What was hopeful before is not handed over after it."""
    found = page(library, hold="he hit me")

    assert SAFETY_CAME_UP == found.outcome
    assert ((), (), "") == (found.parts, found.steps, found.hold)


def test_words_said_in_one_turn_with_a_sign_stay_off_the_page(library):
    """Even where neither the entry nor the rules of today know of it any more."""
    session = talk(library, person="he hit me, June knows")
    entries = [
        one._replace(marked=False) if isinstance(one, Answered) else one for one in session.entries
    ]
    forgetful = replace(library, rules=read_rules({}).rules)

    assert "June" not in printed(page_of(forgetful, fold(forgetful, entries)))


def test_danger_now_leaves_no_page(library):
    """While it stands there is nothing to keep or to share."""
    assert page(library, story="i want to die tonight") is None


def test_a_talk_under_way_has_a_page_without_a_result(library):
    """What was written can be kept before the end, but not while safety is in doubt."""
    session = talk(library, until="said")
    found = page_of(library, session)

    assert ("", False) == (found.outcome, found.safety)
    assert "he left on a sunday" in printed(found)
    assert page_of(library, session, unfinished=False) is None
    assert page_of(library, talk(library, until="said", afraid=("often",))) is None


def test_a_talk_that_concludes_nothing_has_no_page(library):
    """The door has nothing to sum up."""
    turn = step(library, None, begun("home/door"))
    turn = step(library, turn.session, Said("he left", 1_795_000_020.0))

    assert page_of(library, turn.session) is None


def test_a_dialog_that_was_called_has_its_page_too(library):
    """What was asked before it stands at the start."""
    session = talk(library, "outer", line="he took the dog")
    found = page_of(library, session)

    assert "A small talk" == found.title
    assert ("At the start", "What happened tonight?") == (
        found.parts[0].label,
        found.parts[0].answers[0].question,
    )


def test_a_forgotten_answer_is_gone_from_the_page(library):
    """From the result that quoted it as well."""
    session = talk(library)
    key = next(one.key for one in session.entries if getattr(one, "key", None) and
               one.key.step == "story")  # fmt: skip
    found = page_of(library, fold(library, forgotten(session.entries, key)))

    assert "left on a sunday" not in printed(found)
    assert "You both want it." == found.outcome


def test_an_answer_that_was_taken_back_is_gone_from_the_page(library):
    """The page has the answer that stands."""
    turns = [step(library, None, begun("small"))]
    for line in ("yes", "4", "a first try", "/back", "a second one"):
        turns.append(step(library, turns[-1].session, Said(line, 1_795_000_000.0 + len(turns))))
    found = page_of(library, turns[-1].session)

    assert "a second one" in printed(found)
    assert "a first try" not in printed(found)


WORDS = st.lists(
    st.sampled_from("zebra quartz violet harbour lantern copper meadow".split()),
    min_size=2, max_size=4,
).map(" ".join)  # fmt: skip
TEXTS = {"story", "reasons", "person", "hold"}


@given(
    words=st.fixed_dictionaries(dict.fromkeys(sorted(TEXTS), WORDS)),
    lost=st.sets(st.sampled_from(sorted(TEXTS))),
    how=st.sampled_from(["mark", "skip", "forget", "slur"]),
)
def test_nothing_marked_skipped_or_forgotten_is_ever_on_a_page(words, lost, how):
    """Whatever was chosen to go in, and in every form."""
    library = small()
    words = {name: f"{name} {one}" for name, one in words.items()}
    said = dict(words)
    for name in lost:
        if how == "slur":
            said[name] += " like a slut"
        if how == "skip":
            said[name] = None
    session = talk(library, **said)
    entries = session.entries
    if how == "mark":
        entries = tuple(
            one._replace(marked=True)
            if isinstance(one, Answered) and one.key.step in lost else one
            for one in entries
        )  # fmt: skip
    if how == "forget":
        for entry in session.entries:
            if isinstance(entry, Answered) and entry.key.step in lost:
                entries = forgotten(entries, entry.key)
    found = page_of(library, fold(library, entries))

    for what in (ALL, WITHOUT_WORDS, RESULT, f"{PIECES} {','.join(pieces(found))}"):
        sheet = printed(chosen(found, what))
        for name in lost:
            assert words[name] not in sheet
        if what == WITHOUT_WORDS:
            assert not any(one in sheet for one in words.values())
    for name in TEXTS - lost:
        assert words[name] in printed(found)


def test_every_piece_can_be_left_out(library):
    """What is not named does not go in; the result always does."""
    found = page(library)
    for name, label in pieces(found).items():
        rest = ",".join(one for one in pieces(found) if one != name)
        assert label not in pieces(chosen(found, f"{PIECES} {rest}")).values()
        assert chosen(found, f"{PIECES} {rest}").outcome.startswith("You both want it.")


def test_the_result_quotes_nothing_that_was_left_out(library):
    """A part of the talk that does not go in is not heard in the result either."""
    found = page(library)

    assert "You both want it." == chosen(found, f"{PIECES} part-1").outcome
    assert "You both want it." == chosen(found, RESULT).outcome


def test_only_the_result_and_the_step(library):
    """Nothing of what led there."""
    found = chosen(page(library), RESULT)

    assert {"step": "The step"} == pieces(found)
