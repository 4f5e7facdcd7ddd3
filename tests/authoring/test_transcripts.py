"""A transcript is read, played and written so that anyone can follow it."""

import pytest

from bot.authoring.transcripts import Talk, UnreadableError, play, read, recorded, renewed, replay
from tests.authoring.workshop import HELD, library


def test_a_transcript_is_written_as_it_was_read():
    """Remarks, the promise it is for, and what stood before are all kept."""
    text = (
        "# why this talk is kept\ndialog: plan\nkeeps: no bait\nBefore: told is …\n"
        "Bot: Hello.\n# now the hard part\nYou: yes\nBot: One.\nBot: Two.\n"
    )

    assert text == read(text).written()


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "starts with `dialog: `"),
        ("Bot: Hello.\n", 1, "starts with `dialog: `"),
        ("dialog: plan\nBot: Hello.\nMe: hi\n", 3, "begins with `Bot:`, `You:` or `#`"),
    ],
)
def test_what_is_no_transcript_is_told_with_its_line(text, line, says):
    """The author sees where, and what a line should look like."""
    with pytest.raises(UnreadableError, match=says) as raised:
        read(text)

    assert line == raised.value.line


def test_a_talk_is_played_as_it_was_held():
    """The same lines, the same engine, the same words."""
    assert replay(library(), HELD) == HELD


def test_an_unknown_dialog_is_no_talk():
    """It is said, not played as an empty one."""
    with pytest.raises(ValueError, match="there is no dialog `plam`"):
        play(library(), read("dialog: plam\n"))


def test_a_changed_word_is_written_anew_and_remarks_stay():
    """Only what the bot says is replaced."""
    kept = read("dialog: plan\nBot: Old.\n# a remark\nYou: 1\nBot: Old too.\n")

    written = renewed(kept, play(library(), kept).turns).written()

    assert written == (
        "dialog: plan\nBot: A pause can help.\nBot: What is it for?\n# a remark\nYou: 1\n"
        "Bot: How many days?\n"
    )


def test_what_is_handed_over_holds_at_the_first_step():
    """A dialog that takes something can be tried on its own."""
    talk = Talk(library(), "other", (("told", "…"),))

    assert ["You told me already.", "Is that all?"] == [one.text for one in talk.turns[0].bot]


def test_what_was_heard_or_visited_before_holds_at_the_first_step():
    """Signals and dialogs of before stand when the dialog begins."""
    red = Talk(library(), "other", (("signal", "red"),))
    been = Talk(library(), "plan", (("visited", "other"),))

    assert "[over: over]" == red.say("yes").bot[-1].text
    assert red.session.view.signals == (("", "red"),)
    assert "Let us look" not in str(been.say("2").bot)


def test_a_signal_can_be_raised_in_the_middle():
    """With a level alone it stands, with its code the path for it opens."""
    quiet = Talk(library(), "plan")
    opened = Talk(library(), "plan")

    assert "What is it for?" == quiet.say("(signal amber)").bot[-1].text
    assert "Is that all?" == opened.say("(signal R4 red)").bot[-1].text


def test_own_words_stand_for_whatever_is_heard_in_them():
    """Three dots are words that nothing hangs on."""
    text = (
        "dialog: plan\ntitle: x\nnodes:\n  start:\n    - write: Who?\n      as: who\n    - end: e\n"
    )
    talk = Talk(library(plan=text), "plan")

    talk.say("… (about: someone, no-one)")

    answer = talk.session.entries[-1].value
    assert ("…", ("someone", "no-one")) == (answer.text, answer.classes)


def test_days_can_pass_before_a_line():
    """The clock of a transcript is moved by its words."""
    talk = Talk(library(), "plan")
    before = talk.at

    talk.say("(3 days later) 1")

    assert talk.at - before >= 3 * 86_400
    assert "How many days?" == talk.turns[-1].bot[-1].text


def test_a_talk_that_was_held_is_recorded():
    """What was said and what came of it, turn by turn."""
    talk = Talk(library(), "plan")
    for line in ("To get steady", "7"):
        talk.say(line)

    assert recorded("plan", talk.turns).written() == HELD
