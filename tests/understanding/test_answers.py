"""Yes and no, options and lists, in the words people use."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.answers import choice, choices, items, yes_no

ADULT = "Are you 18 or older?"
AFRAID = "When you two were together, did you ever feel afraid of them?"
HURT = "Did they ever hit, choke, push or hurt you?"
NEW = "Are they seeing someone new?"
STOP = "Have they asked you to stop?"
SAVE = "Save notes from today?"
GO_ON = "Do you want to go on?"
CALL = "When they say they will call or meet, do they?"
OVER = "Do you think they don't mean it when they say it's over?"
LOVE = "Do you still love them?"
EATEN = "Have you slept and eaten today?"

SIDES = [
    (LOVE, "yep", "yes"),
    (LOVE, "y", "yes"),
    (LOVE, "k", "other"),
    (LOVE, "of course i do", "yes"),
    (LOVE, "duh", "yes"),
    (LOVE, "afraid so", "yes"),
    (LOVE, "i guess so", "yes"),
    (LOVE, "well yes and no", "unsure"),
    (LOVE, "not any more", "no"),
    (LOVE, "used to, but not now", "no"),
    (LOVE, "as if", "no"),
    (LOVE, "dont think so", "no"),
    (LOVE, "probs not", "no"),
    (LOVE, "who knows", "unsure"),
    (LOVE, "no... actually yes i do", "yes"),
    (LOVE, "yes. wait, no", "no"),
    (LOVE, "none of your business", "other"),
    (LOVE, "why do you ask", "other"),
    (LOVE, "it rained all day here", "other"),
    (LOVE, "👍", "yes"),
    (LOVE, "🤷", "unsure"),
    (ADULT, "turned 21 in may", "yes"),
    (ADULT, "fifteen", "no"),
    (ADULT, "i'll be 18 in december", "no"),
    (AFRAID, "towards the end yes", "yes"),
    (AFRAID, "more afraid of losing him", "no"),
    (AFRAID, "not even once", "no"),
    (HURT, "he did once when drunk", "yes"),
    (HURT, "she never did", "no"),
    (HURT, "he shoved me. never punched me though", "yes"),
    (NEW, "he's not", "no"),
    (NEW, "not that i've heard", "no"),
    (NEW, "already on tinder the day after", "yes"),
    (STOP, "nope, he replies every time", "no"),
    (STOP, "she has, more than once", "yes"),
    (SAVE, "ok", "yes"),
    (SAVE, "dont u dare", "no"),
    (GO_ON, "rather not", "no"),
    (GO_ON, "fire away then", "yes"),
    (CALL, "every time without fail", "yes"),
    (CALL, "1 time out of 5", "no"),
    (CALL, "sometimes", "unsure"),
    (AFRAID, "sometimes", "yes"),
    (OVER, "no, she means it this time", "no"),
    (OVER, "she doesn't", "yes"),
    (EATEN, "i slept but no food", "unsure"),
]

FEELINGS = {"sad": "sad", "angry": "angry", "numb": "numb", "lonely": "lonely", "free": "relieved"}
FREQUENCY = {"never": "never", "once": "once or twice", "often": "often", "still": "still am"}
CONTACT = {
    "none": "none",
    "little": "a little",
    "kids": "only about children or money",
    "lot": "a lot",
    "they_blocked": "they blocked me",
    "i_blocked": "I blocked them",
}
WHO = {"they": "they did", "me": "I did", "both": "both of us", "open": "it's unclear"}
TIME = {"today": "today", "week": "this week", "month": "this month", "longer": "longer ago"}
DESSERT = {"cake": "chocolate cake", "fruit": "fresh fruit", "ice": "ice cream"}

PICKED = [
    (DESSERT, "2", "fruit"),
    (DESSERT, "b)", "fruit"),
    (DESSERT, "nr 3", "ice"),
    (DESSERT, "the very last one", "ice"),
    (DESSERT, "second to last", "fruit"),
    (DESSERT, "option number one", "cake"),
    (DESSERT, "chocolat cake", "cake"),
    (DESSERT, "some fruits please", "fruit"),
    (DESSERT, "not cake, fruit", "fruit"),
    (DESSERT, "cake and fruit", None),
    (DESSERT, "soup", None),
    (DESSERT, "7", None),
    (FEELINGS, "heartbroken", "sad"),
    (FEELINGS, "so fucking mad", "angry"),
    (FEELINGS, "like a zombie", "numb"),
    (FEELINGS, "a weight off my shoulders", "free"),
    (FEELINGS, "not sad, just angry", "angry"),
    (FEELINGS, "sad and angry", None),
    (FEELINGS, "lonley", "lonely"),
    (FREQUENCY, "nope", "never"),
    (FREQUENCY, "a couple of times", "once"),
    (FREQUENCY, "constantly", "often"),
    (FREQUENCY, "even now", "still"),
    (CONTACT, "radio silence", "none"),
    (CONTACT, "just pickups and bills", "kids"),
    (CONTACT, "she blocked me everywhere", "they_blocked"),
    (CONTACT, "blocked him last week", "i_blocked"),
    (WHO, "she left me for her boss", "they"),
    (WHO, "my decision", "me"),
    (WHO, "him not me", "they"),
    (TIME, "3 days ago", "week"),
    (TIME, "half a year back", "longer"),
]


@pytest.mark.parametrize(("question", "text", "side"), SIDES)
def test_an_answer_takes_its_side(question, text, side):
    """Idioms, echoes, leanings and what stands for them are read in the light of the question."""
    assert yes_no(text, question).value == side


@pytest.mark.parametrize(("options", "text", "option"), PICKED)
def test_an_option_is_named_by_place_label_or_meaning(options, text, option):
    """Numbers, letters, slips of the pen and other words find the option; two or none are unclear."""
    assert choice(text, options).value == option


def test_a_bare_no_finds_its_option_by_the_question():
    """Yes and no are read against the question when no option says more."""
    options = {"clear": "yes, clearly", "no": "no", "unsure": "not sure"}
    assert choice("as if", options, question=LOVE).value == "no"


def test_several_options_may_be_named_at_once():
    """Numbers, words and "all" pick more than one, in the order shown."""
    picked = [choices(text, FEELINGS).value for text in ("3, 1", "angry and a bit lonely", "all")]
    assert picked == [("sad", "numb"), ("angry", "lonely"), tuple(FEELINGS)]


def test_several_of_none_is_unclear():
    """An answer beside the point picks nothing."""
    assert choices("what is this for", FEELINGS).value is None


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("walk the dog\ncall mum", ("walk the dog", "call mum")),
        ("1. run 2. read 3. sleep", ("run", "read", "sleep")),
        ("- run\n- read", ("run", "read")),
        ("run, read and sleep", ("run", "read", "sleep")),
        ("run and read", ("run", "read")),
        ("he lied to me about the money and then he left", (
            "he lied to me about the money and then he left",)),
        ("run; read, a lot", ("run", "read, a lot")),
        ("a, b, c, d", ("a", "b", "c, d")),
        ("nothing", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_a_list_is_parted_as_it_was_typed(text, entries):
    """Lines, numbers, commas and a last "and" part short entries; a sentence stays whole."""
    assert items(text, 3) == entries


def test_the_reason_points_at_the_words():
    """Each reading says which words it rests on."""
    text = "hm, probably not tbh"
    (why,) = yes_no(text, LOVE).why
    assert text[why.start : why.end] == "probably not"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_fail(text):
    """Whatever is typed, nothing raises and every answer is one of those offered."""
    assert yes_no(text, HURT).value in {"yes", "no", "unsure", "other"}
    assert choice(text, CONTACT).value in {*CONTACT, None}
    assert set(choices(text, CONTACT).value or ()) <= set(CONTACT)
    assert len(items(text, 3)) <= 3


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(["yes", "not", "sad and", "no, ", "the last ", "blocked "]))
def test_a_page_of_one_word_is_read_too(word):
    """A paste of a hundred thousand letters ends in an answer as well."""
    page = f"{word} " * 20_000
    assert yes_no(page, LOVE).value in {"yes", "no", "unsure", "other"}
    assert choice(page, FEELINGS).value in {*FEELINGS, None}


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(CONTACT)), st.sampled_from(["{}", "{}.", " {} ", "{} i guess"]))
def test_a_label_names_its_own_option(option, frame):
    """Typing what the button says is the same as pressing it."""
    assert choice(frame.format(CONTACT[option]), CONTACT).value == option
