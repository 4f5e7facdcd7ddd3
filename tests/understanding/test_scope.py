"""What stands around a match: whose words they are, whose act, and whether it is long past."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.rules import read_rules
from bot.understanding.scope import SENTENCE_ENDS, Around, Line
from bot.understanding.text import read


def around(typed, phrase):
    """The surroundings of a phrase, in words of normal form, in a text."""
    text = read(typed)
    line = " " + text.norm
    ends = [at + 1 for at, sign in enumerate(line) if sign in SENTENCE_ENDS]
    start = line.index(f" {phrase}")
    return Around(Line(text, [0, *ends]), start, start + 1 + len(phrase))


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        ("the song goes i want to die", "i want to die"),
        ("that song says i want to die", "want to die"),
        ("i sent him a song that says i can't live without you", "i can not live"),
        ("the lyrics are kill me now", "kill me"),
        ("kill myself is a line from a song", "kill myself"),
        ("in the film she wants to die", "wants to die"),
        ("in the film, she wants to die", "wants to die"),
        ("we watched a play where the man jumps off a bridge", "jumps off"),
        ("the movie is about suicide", "suicide"),
        ("in the novel i am reading the man drowns himself", "drowns himself"),
        ("there is a character who kills himself", "kills himself"),
        ("the headline says man kills wife", "kills wife"),
        ("she dies at the end of the book", "she dies"),
        ("you are worthless, he wrote", "you are worthless"),
        ("i will kill myself, he said.", "kill myself"),
        ("my mum says i am useless", "i am useless"),
    ],
)
def test_words_of_others_and_of_films_are_not_the_writers(typed, phrase):
    """What a song says, what happens in a film, and what somebody wrote."""
    assert around(typed, phrase).quoted


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        ("my playlist is on and i want to die", "i want to die"),
        ("listening to our song i want to die", "i want to die"),
        ("listening to our song wanting to die", "wanting to die"),
        ("netflix on and i want to kill myself", "kill myself"),
        ("watching a film and thinking of suicide", "suicide"),
        ("this song makes me want to die", "want to die"),
        ("every song makes me suicidal", "suicidal"),
        ("the film made me suicidal", "suicidal"),
        ("put a sad song on and cut myself", "cut myself"),
        ("i read a book and i want to die", "i want to die"),
        ("after the film he hit me", "he hit me"),
        ("he put netflix on and strangled me", "strangled me"),
        ("he took my book and hit me", "hit me"),
        ("i want to die, he said he loves someone else", "i want to die"),
        ("i want to die. he said so", "i want to die"),
    ],
)
def test_a_song_or_a_film_beside_it_silences_nobody(typed, phrase):
    """Whoever says it with a song on, or after a film, has said it."""
    assert not around(typed, phrase).quoted


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        ("i wanted to die. not anymore", "wanted to die"),
        ("i thought about suicide but not anymore", "suicide"),
        ("when i was 14 i wanted to die", "wanted to die"),
        ("i wanted to die when i was 14", "wanted to die"),
        ("i was suicidal ten years ago", "suicidal"),
        ("used to want to die, then i got help", "want to die"),
        ("i used to cut and burn myself", "burn myself"),
        ("i tried to kill myself. that was years ago", "kill myself"),
        ("when my dad died i thought of suicide", "suicide"),
        ("he hit me in 2020", "he hit me"),
        ("he threatened me years ago", "threatened me"),
        ("i wanted to die in 2020 and now i am fine", "wanted to die"),
        ("6 years free of self harm this week", "self harm"),
    ],
)
def test_what_is_told_of_back_then_is_past(typed, phrase):
    """A frame of time in the clause, or beside one that is told in the past."""
    assert around(typed, phrase).past


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        ("i can not do this, i can not anymore, i want to die", "i want to die"),
        ("i can not anymore. i want to die", "i want to die"),
        ("when i was 14 my dad left. i want to die", "i want to die"),
        ("i want to die like when i was 14", "want to die"),
        ("since my mum died in 2020 i want to die", "want to die"),
        ("i lost my job in 2020 and i am going to kill myself", "kill myself"),
        ("3 years clean and i want to cut myself", "cut myself"),
        ("years ago she left and i can not stop thinking of suicide", "suicide"),
        ("in 2020 we met and he hits me", "he hits me"),
        ("we met in 2020. he hit me", "he hit me"),
        ("in college i met him. he threatens me", "he threatens me"),
        ("i was suicidal in 2020 and it came back", "suicidal"),
    ],
)
def test_a_frame_of_time_in_another_clause_makes_nothing_past(typed, phrase):
    """What is said of now stays said, whatever else was long ago."""
    assert not around(typed, phrase).past


@pytest.mark.parametrize(
    ("typed", "phrase", "person"),
    [
        ("I, a 48-year-old woman, want to die", "want to die", "unknown"),
        ("I, a 48-year-old woman want to die", "want to die", "self"),
        ("as a man i want to die", "want to die", "self"),
        ("as a man wanting to die", "wanting to die", "self"),
        ("i am a man who wants to die", "wants to die", "self"),
        ("im just a tired dad wanting to die", "wanting to die", "self"),
        ("my girlfriend wants to die", "wants to die", "other"),
        ("i know a guy who wants to die", "wants to die", "other"),
        ("i have a friend wanting to die", "wanting to die", "other"),
        ("i am a friend of a guy who wants to die", "wants to die", "other"),
        ("i am with a man who hits", "hits", "other"),
        ("i am his wife and she wants to die", "wants to die", "other"),
    ],
)
def test_a_name_one_gives_oneself_is_nobody_else(typed, phrase, person):
    """A woman is the writer where the writer says so, and somebody else otherwise."""
    assert person == around(typed, phrase).person


_RULES = read_rules(
    {
        "a.yaml": "patterns:\n  p:\n    class: x\n    says: [die]\n"
        "    scope: {past: no, person: self, quoted: no}\n"
    }
).rules
_WORDS = st.sampled_from(
    "i am a man who he said , . song goes the film in where when was 14 not anymore die ' \"".split()
)


@given(st.lists(_WORDS, max_size=40).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_any_row_of_words_has_surroundings(typed):
    """No mixture of films, speech, persons and times breaks the reading of a match."""
    assert len(_RULES.find("a", typed)) <= 1
