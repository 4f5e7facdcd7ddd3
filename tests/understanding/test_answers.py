"""Yes and no, options and lists, in the words people use."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.answers import choice, choices, items, says_nothing, yes_no

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

ORDER = "Is there a court order, police order or a rule from work or school?"
DARK = "Are you having thoughts about dying or killing yourself?"
DEVICE = "Could someone else read this screen, this device or this account?"
ENDED = "Did they end it?"

# Turns of phrase whose side lies in how they are built.
TURNED = [
    (LOVE, "i'd be lying if i said i didn't", "yes"),
    (AFRAID, "i'd be lying if i said i was", "no"),
    (LOVE, "i wish i didn't", "yes"),
    (NEW, "i wish he was", "no"),
    (AFRAID, "who wouldn't be", "yes"),
    (AFRAID, "wouldn't you", "yes"),
    (GO_ON, "i don't see why not", "yes"),
    (CALL, "never known him not to", "yes"),
    (CALL, "she has never let me down", "yes"),
    (LOVE, "i never stopped", "yes"),
    (AFRAID, "about as much as of a snail", "no"),
    (AFRAID, "more bored than afraid", "no"),
    (HURT, "he'd sooner hurt himself", "no"),
    (HURT, "hurt me? he carries snails off the path", "other"),
    (HURT, "if he had hit me i'd have left", "other"),
    (HURT, "not hit, but he has shoved me", "yes"),
    (STOP, "in writing", "yes"),
    (AFRAID, "whenever the dog barked at the gate", "yes"),
    (LOVE, "part of me does and part of me doesn't", "unsure"),
    (LOVE, "some days i do, some days i don't", "unsure"),
    (LOVE, "yeah no, not for years", "no"),
    (LOVE, "no yeah, i do", "yes"),
    (LOVE, "i think so?", "unsure"),
    (HURT, "he shook my chair, is that hurting", "unsure"),
    (ORDER, "i'm not allowed near the shop", "yes"),
    (DARK, "i would never act on it but the thoughts are there", "yes"),
    (DARK, "no, not me, i'm too curious for that", "no"),
    (DEVICE, "is that any of your business", "other"),
    (ENDED, "i walked out", "no"),
    (ENDED, "walked out on me", "yes"),
    (EATEN, "he always had rice on mondays", "other"),
    (LOVE, "i used to", "no"),
    (AFRAID, "he never shouted, but i hid his car keys when he drank", "yes"),
    (HURT, "he grabbed for the phone once but no, he never hurt me", "no"),
    (STOP, "his note says please do not knock again", "yes"),
    (GO_ON, "please don't", "no"),
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
TIMES = {"never": "never", "once": "once", "twice": "twice", "more": "three or more"}
LONG = {"months": "Less than half a year", "year": "Half a year to two years",
        "years": "Two to ten years", "more": "More than ten years"}  # fmt: skip
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
    (TIMES, "a couple of times", "twice"),
    (TIMES, "4 or 5", "more"),
    (TIMES, "lost count", "more"),
    (LONG, "ten weeks", "months"),
    (LONG, "nearly seven years", "years"),
    (LONG, "since school, 24 years", "more"),
    (DESSERT, "either cake or ice cream", None),
    (DESSERT, "what is fresh fruit", None),
    (WHO, "him", "they"),
]


def test_a_word_may_mean_another_option_in_another_question():
    """What "a little" stands for depends on what was asked."""
    options = {"well": "well", "some": "a little", "bad": "badly"}
    assert choice("three hours, in bits", options, question="How did you sleep?").value == "some"
    assert (
        choice("an odd text now and then", CONTACT, question="What contact is there?").value
        == "little"
    )


@pytest.mark.parametrize(("question", "text", "side"), SIDES)
def test_an_answer_takes_its_side(question, text, side):
    """Idioms, echoes, leanings and what stands for them are read in the light of the question."""
    assert yes_no(text, question).value == side


@pytest.mark.parametrize(("question", "text", "side"), TURNED)
def test_a_turn_of_phrase_is_read_by_its_build(question, text, side):
    """Wishes, double denials, comparisons, conditions and bare circumstances, whatever is asked."""
    assert yes_no(text, question).value == side


@pytest.mark.parametrize(("options", "text", "option"), PICKED)
def test_an_option_is_named_by_place_label_or_meaning(options, text, option):
    """Numbers, letters, slips of the pen and other words find the option; two or none are unclear."""
    assert choice(text, options).value == option


LIVED = {"home": "In one home", "own": "Each in our own place", "far": "Far apart, long distance"}
BEFORE = {"never": "Never", "once": "Once", "twice": "Twice", "often": "Three times or more"}
PARTED = {"never": "Never", "once": "Once", "twice": "Twice", "often": "More often"}
BODY = {"fine": "Okay, I've slept and eaten", "tired": "I haven't slept",
        "drunk": "I'm drunk or high", "hungry": "I can't eat"}  # fmt: skip
RIGHT = {"yes": "Yes, so far", "nearly": "Not quite, but leave it", "no": "No, I want to change it"}
LYING = {"no": "No", "yes": "Yes, and it's over", "unsure": "I don't know"}


@pytest.mark.parametrize(
    ("options", "text", "option"),
    [
        (LIVED, "he's in Oslo, i'm in Porto", "far"),
        (LIVED, "she lived in york and i was in leeds", "far"),
        (LIVED, "me in leeds, her in york", "far"),
        (LIVED, "he's in leeds and i'm in leeds", None),
        (LIVED, "he was in love, i was in bed", None),
        (BEFORE, "2 times", "twice"),
        (BEFORE, "two times", "twice"),
        (BEFORE, "like 5 times", "often"),
        (BEFORE, "0 times", "never"),
        (PARTED, "3 times", "often"),
        (PARTED, "one time", "once"),
        (BODY, "six hours, some soup, no drink", "fine"),
        (BODY, "slept and ate", "fine"),
        (BODY, "not drunk, slept ok", "fine"),
        (BODY, "i slept and ate but i'm drunk", "drunk"),
        (BODY, "did not sleep", "tired"),
        (BODY, "no food", "hungry"),
        (RIGHT, "not quite", "nearly"),
        (RIGHT, "not quite right", "nearly"),
        (RIGHT, "quite right", None),
        (LYING, "not that i know", "unsure"),
        (LYING, "none that i know of", "unsure"),
        (LYING, "no", "no"),
        ({"yes": "Yes", "no": "No"}, "not that i know of", "no"),
    ],
)
def test_what_people_answer_beside_the_labels_finds_its_option(options, text, option):
    """Two places, a count, how a body does, and a half no end at the option they mean."""
    assert option == choice(text, options).value


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


@pytest.mark.parametrize(
    ("text", "nothing"),
    [("idk", True), ("Nothing.", True), ("nobody", True), ("nobody came", False), ("", False)],
)
def test_having_no_words_is_told_from_a_short_answer(text, nothing):
    """Only the bare word says that nothing comes to mind."""
    assert says_nothing(text) is nothing
