"""How a turn looks on Discord: every kind of question, within the limits, no word cut, nothing obeyed."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.discord import wording
from bot.channels.discord.addresses import Address, Place, Way, digest, parse
from bot.channels.discord.breaking import MESSAGE, broken, packed, plain
from bot.channels.discord.rendering import render
from bot.channels.discord.widgets import (
    BUTTON,
    CHOICE,
    IN_A_ROW,
    MENU,
    Button,
    Menu,
    chosen,
    page_of,
    pages,
    widgets,
    word,
)
from bot.dialogue.program import Option, Question, Text
from bot.dialogue.session import AskQuestion, Key, Leave, SayText, ShowThing, Signpost
from bot.host import HandOver, Moved, Taken

KEY = Key("", "mood", 1)
TALK = "0123456789abcdef"
PLACE = Place(TALK, 7, KEY)


def asked(kind, *labels, text="How is it?", before="", **more):
    options = tuple(Option(f"o{n}", label) for n, label in enumerate(labels))
    question = Question("mood", kind, Text("x/mood", ((text,),)), options, **more)
    return AskQuestion(KEY, question, "x/mood", text, before)


def shown(*effects, typed=True, page=0):
    return render(
        effects, lambda one: Place(TALK, 7, one.key), lambda kinds: ("112", "Call 0 800"),
        typed=typed, page=page,
    )  # fmt: skip


def on(made):
    """What can be pressed, without the row of words that is under every question."""
    buttons = [[one.label for one in row] for row in made.rows[:-1] if not isinstance(row, Menu)]
    menus = [[label for label, _ in row.choices] for row in made.rows if isinstance(row, Menu)]
    return buttons, menus


LONG = "A label that a phone shows as the start of a line only, so it goes into a menu"
LONGER = "word " * 30
SEVEN = [f"Way {n}" for n in range(7)]
FORTY = [f"Way {n}" for n in range(40)]


@pytest.mark.parametrize(
    ("question", "buttons", "menus"),
    [
        (asked("choose", "Good", "Bad"), [["Good", "Bad"]], []),
        (asked("confirm"), [["Yes", "No", "Not sure"]], []),
        (asked("choose", "Good", LONG), [], [["Good", LONG]]),
        (asked("choose", "Good", LONGER), [["1", "2"]], []),
        (asked("choose", *SEVEN), [], [SEVEN]),
        (asked("choose", *FORTY), [["More choices"]], [FORTY[:25]]),
        (asked("pick", "One", "Two"), [], [["One", "Two"]]),
        (asked("pick", *FORTY), [], []),
        (asked("rate", low=1, high=5), [["1", "2", "3", "4", "5"]], []),
        (asked("rate", low=1, high=7), [["1", "2", "3", "4", "5"], ["6", "7"]], []),
        (
            asked("rate", low=0, high=10, low_label="calm", high_label="storm"),
            [],
            [["0 (calm)", *map(str, range(1, 10)), "10 (storm)"]],
        ),
        (asked("rate", low=0, high=100), [], []),
        (asked("number", low=1, high=9), [], []),
        (asked("date"), [], []),
        (asked("write"), [], []),
        (asked("list", most=3), [], []),
        (asked("wait", seconds=60, leave="Enough"), [["Enough"]], []),
    ],
)
def test_every_kind_of_question_has_its_form(question, buttons, menus):
    """Few short choices are buttons, more are a menu, and what is one's own is typed."""
    assert (buttons, menus) == on(widgets(question, PLACE, typed=True))


@pytest.mark.parametrize("kind", ["write", "number", "date", "list"])
def test_where_nothing_is_typed_a_form_is_offered(kind):
    """In a server the person's own words never stand in a channel."""
    made = widgets(asked(kind, low=1, high=9), PLACE, typed=False)

    ((button,),) = made.rows[:-1]
    assert Way.WRITE == parse(button.custom_id).way


def test_own_words_beside_choices_have_a_form_too():
    """A question that hears other answers hears them in a server as well."""
    made = widgets(asked("choose", "Good", "Bad", other=True), PLACE, typed=False)

    assert ([["Good", "Bad"], ["In my own words"]], []) == on(made)


def test_a_long_label_stands_whole_in_the_text():
    """What fits no widget is numbered above it."""
    text = shown(asked("choose", "Good", LONGER)).messages[-1].text

    assert LONGER.strip() in text
    assert "2\\. word" in text


def test_many_choices_are_turned_page_by_page():
    """Each page shows its part, and its button turns to the next, the last to the first."""
    question = asked("choose", *FORTY)
    first, second = (widgets(question, PLACE, typed=True, page=one) for one in (0, 1))

    assert FORTY[25:] == [label for label, _ in second.rows[0].choices]
    assert [1, 0] == [
        page_of(question.question, KEY, parse(made.rows[1][0].custom_id).digest)
        for made in (first, second)
    ]
    assert (2, -1) == (pages(question.question), page_of(question.question, KEY, "0" * 12))


def test_a_press_is_matched_by_what_stands_in_its_id():
    """An id names its option whatever else stands there by now; another names nothing."""
    now = asked("choose", "Bad", "Good")
    _, button = widgets(asked("choose", "Bad", "Good"), PLACE, typed=True).rows[0]

    assert ("o1",) == chosen(now.question, KEY, [parse(button.custom_id).digest])
    assert () == chosen(now.question, Key("", "mood", 2), [parse(button.custom_id).digest])
    assert () == chosen(now.question, KEY, [digest(KEY, "o0"), digest(KEY, "gone")])


def test_the_words_of_every_question_are_buttons():
    """Back, skip, why and pause are one press away, and help is red."""
    *words, help_now = widgets(asked("write"), PLACE, typed=True).rows[-1]

    assert ["back", "skip", "why", "pause"] == [
        word(KEY, parse(one.custom_id).digest) for one in words
    ]
    assert ("Help now", "help", Way.HELP) == (
        help_now.label, help_now.tone, parse(help_now.custom_id).way,
    )  # fmt: skip


def test_the_hosts_own_question_has_help_alone():
    """There is nothing to go back to from it."""
    house = Place(TALK, 0, Key("!house", "welcome"))

    assert 1 == len(widgets(asked("choose", "Go on"), house, typed=True).rows[-1])


@pytest.mark.parametrize(
    ("effect", "text"),
    [
        (SayText("x", "Hello."), "Hello."),
        (Taken("Quite good"), "-# You chose: Quite good"),
        (ShowThing("notes", (("Mine", "to keep"),)), "**Your notes:**\n- Mine: to keep"),
        (Signpost(("suicide",)), "**People you can reach now:**\n- 112\n- Call 0 800"),
        (Leave("paused"), wording.LEFT["paused"]),
        (Leave("ended"), wording.OVER),
    ],
)
def test_every_effect_is_said(effect, text):
    """What the talk does is seen, each thing in its own form."""
    assert text == shown(effect).messages[0].text


def test_a_turn_is_one_message_and_ends_with_its_question():
    """Few messages, the question last, with what was answered before in small."""
    turn = shown(
        Moved(TALK), SayText("x", "Hello."), asked("write"), SayText("y", "I see."),
        asked("choose", "Good", "Bad", before="Good"),
    )  # fmt: skip

    (message,) = turn.messages
    assert "Hello.\n\nI see.\n\n**How is it?**\n-# Before: Good" == message.text
    assert 2 == len(message.rows)


def test_a_file_is_handed_over_with_what_is_said_of_it():
    """It comes before the question, so that the question stays the last thing seen."""
    file = HandOver("page.md", "# Page")

    turn = shown(SayText("x", "Here it is."), file, asked("choose", "Good"))

    assert [file, None] == [one.file for one in turn.messages]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("*hi* _you_ ~so~ `x` ||y||", r"\*hi\* \_you\_ \~so\~ \`x\` \|\|y\|\|"),
        ("# loud", r"\# loud"),
        ("> said", r"\> said"),
        ("- a list", r"\- a list"),
        ("1. one", r"1\. one"),
        ("[here](https://x.example)", r"\[here\](https://x.example)"),
        ("see https://x.example/a_b", "see https://x.example/a_b"),
        ("<@1234> </help:1>", r"\<@1234\> \</help:1\>"),
        ("@everyone", "@\u2060everyone"),
        ("back\\slash", r"back\\slash"),
    ],
)
def test_nothing_that_discord_would_obey_gets_through(text, safe):
    """People's words are shown as they stand: no mark-up, no mention, no link behind other words."""
    assert safe == plain(text)


@given(st.lists(st.text(alphabet="ab .\n*\\", max_size=4000), max_size=5))
def test_a_break_never_falls_into_a_word(paragraphs):
    """Every message fits, and put together again they hold the same words in the same order."""
    whole = [one for one in paragraphs if max(map(len, one.split()), default=0) <= MESSAGE]
    messages = packed(whole)

    assert all(0 < len(one) <= MESSAGE for one in messages)
    assert " ".join(whole).split() == " ".join(messages).split()


def test_a_word_beyond_all_measure_still_gets_through():
    """No sign of it is lost, and no escape is torn from its sign."""
    parts = list(broken("\\*" * 1500 + "x" * 1000))

    assert "\\*" * 1500 + "x" * 1000 == "".join(parts)
    assert all(len(one) <= MESSAGE for one in parts)


labels = st.lists(
    st.text(alphabet="ab c", min_size=1, max_size=150).filter(str.strip), min_size=1, max_size=60
)


@given(st.sampled_from(["choose", "pick"]), labels, st.booleans(), st.booleans(), st.integers(0, 2))
def test_no_question_breaks_a_limit_of_discords(kind, texts, typed, other, page):
    """Whatever authors write: rows, buttons, menus and ids stay within what Discord takes."""
    question = asked(kind, *texts, other=other)
    page = min(page, max(0, pages(question.question) - 1))
    turn = shown(question, typed=typed, page=page)

    rows = turn.messages[-1].rows
    ids = []
    assert len(rows) <= IN_A_ROW
    for row in rows:
        match row:
            case Menu():
                ids.append(row.custom_id)
                assert 1 <= len(row.choices) <= MENU
                assert all(1 <= len(label) <= CHOICE for label, _ in row.choices)
                assert row.most <= len(row.choices)
            case _:
                ids += [one.custom_id for one in row]
                assert 1 <= len(row) <= IN_A_ROW
                assert all(isinstance(one, Button) and len(one.label) <= BUTTON for one in row)
    assert len(ids) == len(set(ids))
    assert all(len(one) <= 100 and parse(one) for one in ids)
    assert all(len(one.text) <= MESSAGE for one in turn.messages)


@given(st.text(alphabet="0123456789abcdef", min_size=1, max_size=32), st.integers(0, 1 << 20))
def test_an_address_is_read_as_it_was_written(conversation, seq):
    """Ids survive the way out and back."""
    made = partial(Place(conversation, seq, KEY).address, choice="o1")

    assert [made(way) for way in Way] == [parse(str(made(way))) for way in Way]


@pytest.mark.parametrize(
    "foreign", ["", "aw1", "aw1:x:1:o000000000000", "aw2:ab:1:o000000000000", "aw1:ab:1:z000000000000",
                "aw1:ab:1:o000000000000\n", "aw1:ab:-1:o000000000000", "other:ab:1:o000000000000"],
)  # fmt: skip
def test_an_id_of_anothers_is_none_of_ours(foreign):
    """Nothing is guessed from an id that has another form."""
    assert parse(foreign) is None
    assert isinstance(parse("aw1:ab:1:o000000000000"), Address)
