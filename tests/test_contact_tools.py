"""The seven tools for contact: who may come to them, what they ask, and what they leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.authoring.transcripts import Talk
from bot.dialogue.program import Call
from bot.language.explore import explore
from bot.language.library import load
from bot.understanding.recognise import recognise

ROOT = Path(__file__).parent.parent
TOOLS = {
    "tools/message-mirror", "tools/one-clear-message", "tools/ask-once", "tools/apology-builder",
    "tools/clear-and-kind-line", "tools/consent-line", "tools/talk-plan",
}  # fmt: skip
WAYS = {one.replace("tools/", "home/contact/") for one in TOOLS}
NO_MESSAGE_HELP = {
    "A1": "jealousy", "A3": "missing-out", "B2": "take-away-control", "B3": "starve-them",
    "B6": "reverse-psychology", "B9": "show-off",
}  # fmt: skip
LEADS_TO = {
    "A5": ("sexual-tension", {"tools/consent-line"}),
    "A6": ("bright-future", {"tools/apology-builder"}),
    "B4": ("be-a-challenge", {"tools/clear-and-kind-line"}),
    "B7": ("jealousy-text", {"tools/message-mirror"}),
    "B8": ("breadcrumbs", {"tools/one-clear-message"}),
    "B11": ("be-different", {"tools/ask-once"}),
}
CLEAR = ("no, nothing like that", "none of it", "none of it")


@pytest.fixture(scope="module")
def library():
    """Load the shipped library once."""
    return load(ROOT / "dialogs", ROOT / "config").library


def called_from(library, dialog):
    """Return the dialogs that a dialog calls, and those that they call."""
    found, waiting = set(), [dialog]
    while waiting:
        program = library.programs[waiting.pop()]
        new = {one.dialog for one in program.code if isinstance(one, Call)} - found
        found |= new
        waiting += new
    return found


def gone_through(library, way, *lines):
    """Play some lines from the way to a tool on."""
    talk = Talk(library, way)
    for line in lines:
        talk.say(line)
    return talk


def entered(talk):
    """Return the tools for contact that a talk came into."""
    view = talk.session.view
    frames = {one.key.frame.rsplit(">", 1)[-1] for one in view.stack[0].road}
    frames |= {view.open.key.frame.rsplit(">", 1)[-1]} if view.open is not None else set()
    return frames & TOOLS


def test_there_are_seven_and_each_says_what_it_is(library):
    """`contact: yes` is what the proofs and the shelves go by."""
    assert TOOLS == {name for name, one in library.programs.items() if one.contact}


def test_nobody_but_the_ways_calls_them(library):
    """Each tool has one way in, and the questions about safety stand in it."""
    callers = {
        name for name, one in library.programs.items()
        for step in one.code if isinstance(step, Call) and step.dialog in TOOLS
    }  # fmt: skip

    assert WAYS == callers


@pytest.mark.parametrize("way", sorted(WAYS))
def test_no_road_leads_in_past_the_questions_about_safety(library, way):
    """Proved over all roads: every question answered, and nothing that bars."""
    proof = explore(library, way)

    assert [one.implied for one in library.programs[way].promises].count(True) == 1
    assert (True, ()) == (proof.complete, proof.diagnostics())


@pytest.mark.parametrize("row", sorted(NO_MESSAGE_HELP))
def test_some_tips_never_lead_to_help_with_a_message(library, row):
    """Not by any call, over any number of dialogs."""
    assert set() == called_from(library, f"advice/{NO_MESSAGE_HELP[row]}") & TOOLS


@pytest.mark.parametrize("row", sorted(LEADS_TO))
def test_the_other_tips_lead_to_their_own_tool_alone(library, row):
    """The words for a touch are for the room, so that tip leads to no message either."""
    dialog, tools = LEADS_TO[row]

    assert tools == called_from(library, f"advice/{dialog}") & TOOLS


@pytest.mark.parametrize(
    "lines",
    [
        CLEAR,
        ("nope", "nothing", "never"),
        ("neither of us", "no never", "none"),
        ("i asked her for space", "nah", "nothing like that"),
    ],
)
def test_with_every_question_answered_and_nothing_in_the_way_it_opens(library, lines):
    """However the no is typed."""
    talk = gone_through(library, "home/contact/message-mirror", *lines)

    assert {"tools/message-mirror"} == entered(talk)


@pytest.mark.parametrize(
    "lines",
    [
        ("skip", "none of it", "none of it"),
        ("no", "skip", "none of it"),
        ("no", "none of it", "skip"),
        ("im not sure",),
        ("she asked me to leave her alone",),
        ("he blocked me",),
        ("there is a protection order",),
        ("no", "i was afraid of him once or twice"),
        ("no", "he pushed me one time"),
        ("no", "id rather not say"),
        ("no", "none of it", "i looked in her phone once"),
        ("no", "none of it", "i kept texting after she said stop"),
        ("no", "none of it", "im not sure"),
    ],
)
@pytest.mark.parametrize("way", ["home/contact/message-mirror", "home/contact/talk-plan"])
def test_what_is_open_or_stands_in_the_way_keeps_it_shut(library, way, lines):
    """Unknown is not clear; and what is said instead is kind and offers something else."""
    talk = gone_through(library, way, *lines)

    assert set() == entered(talk)
    assert talk.session.view.open is not None


def test_what_was_heard_earlier_in_the_talk_bars_without_a_question(library):
    """Nobody is asked again about what they have told."""
    talk = gone_through(
        library, "home/door", "he hit me last month", "no", "go back", "i want to text him"
    )

    assert set() == entered(talk)
    assert "I won't help with getting in touch" in " ".join(one.text for one in talk.turns[-1].bot)


MESSAGE = "i miss u. sry for may, no need to answer"


def test_the_mirror_gives_back_the_words_as_they_were_typed(library):
    """It asks about them, and turns none of them; what it saw is found under the notes."""
    talk = gone_through(
        library, "home/contact/message-mirror", *CLEAR, MESSAGE, "yes all of it", "it asks for nothing",
        "id be fine", "yes freely", "id stand by it", "let it rest", "yes", "yes",
    )  # fmt: skip
    (note,) = talk.session.view.notes

    assert "A message I looked at" == note.title
    assert f'"{MESSAGE}"' in note.text


def test_a_message_that_is_made_to_sting_is_not_looked_at(library):
    """It is asked about once, and left."""
    talk = gone_through(
        library, "home/contact/message-mirror", *CLEAR, "i had a great date last night just saying",
        "so that he notices",
    )  # fmt: skip

    assert "opened" == talk.session.view.ended
    assert () == talk.session.view.notes


def test_danger_in_a_message_stops_the_tool(library):
    """What is pasted in is screened like all that is typed."""
    talk = gone_through(
        library, "home/contact/one-clear-message", *CLEAR, "that i'd like to talk",
        "if you dont answer i will kill myself tonight",
    )  # fmt: skip

    assert talk.session.view.closed
    assert () == talk.session.view.notes


def test_who_would_ask_twice_is_told_that_it_is_not_once(library):
    """The note says that nothing was asked yet."""
    talk = gone_through(
        library, "home/contact/ask-once", *CLEAR, "to try again", "will you try again with me",
        "as easy as a yes", "a maybe", "probably", "at my sister's", "yes", "yes",
    )  # fmt: skip

    assert [one.text.startswith("Not asked yet") for one in talk.session.view.notes] == [True]


IN_A_MESSAGE = [
    ("hey hope ur ok. the keys are at my mums", ()),
    ("thank you for the good years. i wont write again", ()),
    ("i am sorry i shouted at you in the car", ()),
    ("can we talk pls", ("asks-back",)),
    ("why wont u talk to me", ("asks-back",)),
    ("let me no when u want ur stuff", ("asks-back",)),
    ("u never even cared", ("blame",)),
    ("how could you do that to us", ("asks-back", "blame")),
    ("im seeing someone now and shes great", ("someone-else",)),
    ("after all i did for u", ("guilt",)),
    ("you will regret this one day", ("guilt",)),
    ("i promise ill stop drinking", ("promise",)),
    ("i have changed, i swear", ("promise",)),
    ("please say something. i cant eat without you", ("asks-back", "guilt")),
]


@pytest.mark.parametrize(("words", "classes"), IN_A_MESSAGE)
def test_what_a_message_holds_beside_its_words_is_seen(library, words, classes):
    """The mirror asks about it; a plain message is left in peace."""
    assert classes == recognise(library.rules, "message", words).value
