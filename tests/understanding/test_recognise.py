"""What people say about their breakup, and the classes it is heard as."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.rules import read_rules
from bot.understanding.recognise import CLASSES, recognise

if TYPE_CHECKING:
    from bot.understanding.patterns import Rules

ROOT = Path(__file__).parents[2]
RULES: Rules = read_rules(
    {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "config" / "understanding").glob("*.yaml"))
    }
).rules


def heard(name: str, said: str) -> tuple[str, ...]:
    """Return what a recogniser makes of a line."""
    return recognise(RULES, name, said).value


_REASONS = [
    ("found a girls earring in his car", {"cheating"}),
    ("i got drunk and went home with a stranger", {"cheating"}),
    (
        "he had an affair with a colleague and lives with her now",
        {"cheating", "left_for_other"},
    ),
    ("dumped me for a girl from the gym", {"left_for_other"}),
    ("he chose his ex in the end", {"left_for_other"}),
    ("the navy had him eight months a year", {"distance"}),
    ("i'm in leeds, he's in lisbon, ryanair couldn't save us", {"distance"}),
    ("one day we realised we hadnt laughed in a year", {"drifting"}),
    ("nobody did anything, it just ran out of petrol", {"drifting"}),
    ("every little thing became a courtroom", {"conflict"}),
    ("screaming over who paid the gas", {"conflict", "money"}),
    ("he promised to be home, always with a new story", {"trust"}),
    ("she put a tracker on my car", {"trust"}),
    ("he tracked my location cos he thought i was up to something", {"trust"}),
    ("his sisters ran a campaign against me", {"family"}),
    ("we met three months after my divorce, way too raw", {"timing"}),
    ("he says now is not the moment, he has exams", {"timing"}),
    ("he used to smash my stuff when angry", {"abuse"}),
    ("when he drank he hit", {"abuse", "addiction"}),
    ("he put us 20k in the red", {"money"}),
    ("the weed came first every single time", {"addiction"}),
    ("he told me he likes men", {"intimacy"}),
    ("we hadnt slept together since the wedding", {"intimacy"}),
    ("he never wants to be a dad", {"values"}),
    ("i pray five times a day and he laughs at it", {"values"}),
    ("her anxiety ran the whole house", {"mental_health"}),
    ("he packed while i was at work, no note", {"no_reason"}),
    ("just a text saying sorry i cant", {"no_reason"}),
    ("walked in and there was a man in our bed", {"cheating"}),
    ("My husband was going with other lady from his work, two years.", {"cheating"}),
    ("he swapped me for a 24 year old", {"left_for_other"}),
    ("she went off with the builder", {"left_for_other"}),
    ("she is in Manila, I am in Hull, it was too hard", {"distance"}),
    ("my visa ran out and i had to fly home", {"distance"}),
    ("he moved up north for work and the calls stopped", {"distance", "drifting"}),
    ("we stopped being a couple and were just parents", {"drifting"}),
    ("he gives me the silent treatment for a week if i say anything", {"conflict"}),
    ("i nag, he hides in the shed", {"conflict"}),
    ("i read her messages. she found out. game over", {"trust"}),
    ("Her family wanted a rich boy from same village", {"family"}),
    ("my teenage son made it impossible", {"family"}),
    ("he says he wants to be single in his twenties", {"timing"}),
    ("i was about to do my finals and had no head for it", {"timing"}),
    ("i lost my temper and grabbed her by the arm", {"abuse"}),
    ("I was afraid when I heard his key", {"abuse"}),
    ("debt collectors at the door", {"money"}),
    ("she chose the wine over us", {"addiction"}),
    ("five years of being turned down", {"intimacy"}),
    ("he voted for that man and i couldn't unsee it", {"values"}),
    ("he won't have children and im 36", {"values"}),
    ("After the baby I was very down and nobody understood", {"mental_health"}),
    ("depression ate her up after her mum died", {"mental_health"}),
    ("He never explained me anything.", {"no_reason"}),
    ("came home to an empty wardrobe", {"no_reason"}),
    ("it's a long story", set()),
    ("she was beautiful", set()),
    ("you wouldn't believe me", set()),
    ("next one please", set()),
    ("i'll tell you another day", set()),
    ("we were together 6 years", set()),
    ("", set()),
]


@pytest.mark.parametrize(("said", "reasons"), _REASONS)
def test_a_reason_is_heard_in_the_persons_own_words(said: str, reasons: set[str]) -> None:
    """Every reason is named, in slang or plain, and nothing is read into a line without one."""
    assert set(heard("breakup-reasons", said)) == reasons


def test_a_named_reason_outweighs_not_being_told() -> None:
    """Whoever names a reason has one, even if the other never said it."""
    assert heard("breakup-reasons", "she never told me why but she was cheating") == ("cheating",)


_TIPS = [
    ("if he hears im back on the apps he'll lose his mind", "A1"),
    ("I want my husband to know other men still look at me", "A1"),
    ("does the bad stuff really wear off quicker than the good stuff for them", "A2"),
    ("just need him to remember lisbon and not the last six months", "A2"),
    ("trying to look like my life got 10x more exciting without her", "A3"),
    ("day 19 no contact, is he cracking yet", "A4"),
    ("she hears nothing from me until she calls, thats the plan", "A4"),
    ("could i flirt with him a bit at the school run, see where it goes", "A5"),
    ("gonna wear the perfume from our first date when i drop his stuff off", "A5"),
    ("how to convince my ex i'm serious about marriage now", "A6"),
    ("working on a proper sorry, the full one, so he gives us another go", "A6"),
    ("does the regret phase come for everybody who leaves", "A7"),
    ("she'll be sorry when nobody treats her right", "A7"),
    ("gonna be booked up til june when he asks", "B1"),
    ("he decides when we meet and when we talk, i want to be the one who decides", "B2"),
    ("letting her message sit for 5 hours minimum, who's waiting now", "B2"),
    ("being icy with her at work on purpose so she notices the warmth is gone", "B3"),
    ("no more running after her, she can do the running", "B4"),
    ("we need the fire back, apparently too much love killed the lust", "B5"),
    ("gonna tell him im totally good with the split so he second guesses it", "B6"),
    ("i'll message that i think we're better as mates and see if she panics", "B7"),
    ("one meme on tuesday, nothing for 9 days, then a heart. keeps her hooked", "B8"),
    ("posting every gym session til she likes one", "B9"),
    ("get out more they say, make new friends, join stuff", "B10"),
    ("i know what i did wrong and i want to put it right and show him", "B11"),
    ("gotta become someone she'd be proud of, gym, books, the lot", "B12"),
    ("writing out all his icks so i stop putting him on a pedestal", "B13"),
    ("are those online ex recovery programmes any good", "B14"),
    ("i am ashamed but i told his brother i was on a date so he would find out", "A1"),
    ("people say when ex see you with other man he come back fast", "A1"),
    ("do they get nostalgic and forget how toxic it was", "A2"),
    ("She is thinking only bad now. Later she thinks good. So I wait.", "A2"),
    ("is it pathetic to get our mutual friends to mention im doing great", "A3"),
    ("she should feel like everyones at the party except her", "A3"),
    ("I don't answer her since 3 weeks so that she feels my absence. It is working?", "A4"),
    ("broke no contact on day 17, do i have to start again from zero", "A4"),
    ("make him forget the reasons with my body basically", "A5"),
    ("i know it's low but i sent her a picture in the underwear she liked", "A5"),
    ("How can I apologise so that my wife believes in us again?", "A6"),
    ("i got him a ring, thinking if he sees me commit he'll come home", "A6"),
    ("do guys realise what they had once the new girl gets boring", "A7"),
    ("will she look back and see i was good to her", "A7"),
    ("If I am always there he does not value. So less of me, more value, yes?", "B1"),
    ("my sister swears by acting like your diary is packed", "B1"),
    ("not gonna cry in front of him. let him think he has no hold on me", "B2"),
    ("how do i turn this around so i'm the one deciding", "B2"),
    ("I was always comforting him. Now I give nothing, he must feel the emptiness.", "B3"),
    ("no more sweet texts no more calling her babe. see how she likes it", "B3"),
    ("how do i stop looking like a puppy and be something she has to work for", "B4"),
    ("It is better if the man must hunt a little, no?", "B4"),
    ("he said hes not attracted to me anymore. can you get that back", "B5"),
    ("how to become attractive to my husband again", "B5"),
    ("thanked her for ending it, thought she'd panic", "B6"),
    ("If I say to him I also want the divorce, maybe he changes opinion?", "B6"),
    ("wrote him 'im kind of seeing someone' havent hit send", "B7"),
    ("sending 'had a lovely night x' to her by accident on purpose", "B7"),
    ("I answer sometimes warm, sometimes not at all, so he is always waiting.", "B8"),
    ("say we should meet up some time and never set a date", "B8"),
    ("My son put photos of me smiling on facebook so that his mother sees.", "B9"),
    ("want all my socials to shout look what you lost", "B9"),
    ("would going to loads of parties help to get him back", "B10"),
    ("my mum says get out of the house and be among people", "B10"),
    ("she needs proof not words. what counts as proof", "B11"),
    ("started AA so she can see im serious this time", "B11"),
    ("My idea: become very strong and successful man, then she returns.", "B12"),
    ("they always come back when youre at your best so im getting my best on", "B12"),
    ("love myself first and then she will love me, is that right", "B13"),
    ("the advice is list the things you couldnt stand about him. did that. 3 pages", "B13"),
    ("A woman reads cards and she says he returns if I pay more.", "B14"),
    ("want someone to look at my exact story and tell me the steps", "B14"),
    ("tip twelve, does it do anything", "B12"),
]


@pytest.mark.parametrize(("said", "row"), _TIPS)
def test_a_tip_is_known_however_it_is_put(said: str, row: str) -> None:
    """The first guess is the row the person is talking about."""
    assert heard("tactics", said)[:1] == (row,)


_NO_TIPS = [
    "he's been leaving me on read for days",
    "she only ever replies with memes",
    "he keeps flirting with his coworker",
    "she made me jealous on purpose",
    "im done with head games",
    "i dont want to make him jealous i just want to sleep",
    "i want space from him to heal, thats all",
    "my ex asked me to stop texting so i stopped",
    "my brother is a football coach and he was at ours last night",
    "i went to the gym and cried on the treadmill",
    "im going to bed now",
    "trying to be strong for the kids",
    "need to change my passwords",
    "how do i explain it to the kids",
    "i regret not fighting for us",
    "she was always jealous of my female friends",
    "we have to sell the house by spring",
    "what should i cook for one person",
    "i miss his hands",
    "he posted a photo with his new girlfriend and i threw my phone",
    "blocked her because she kept sending abuse",
    "we went no contact because the judge said so",
    "my coach at football asked if im ok",
    "i saw my friends and for two hours i forgot",
    "it's been 30 days since i moved out",
    "signed up for a pottery class for my own sanity",
    "he used to make me feel like a prize",
    "i lost ten kilos because i can't eat",
    "she smiled at me at the school gate and i nearly died",
    "he has been out partying every weekend",
    "i deleted our photos last night and regret it",
    "i posted that the house is for sale",
    "we agreed to stay friends for the kids",
    "i said sorry to my mum for ruining christmas",
    "i feel like everyone moved on but me",
    "should i keep the ring",
    "i was too clingy, i know that",
    "i can't think straight",
    "my therapist told me to write it all down",
    "he wants the ring back",
    "",
]


@pytest.mark.parametrize("said", _NO_TIPS)
def test_ordinary_talk_is_no_tip(said: str) -> None:
    """Being at the receiving end, saying no, boundaries, logistics and sorrow stay what they are."""
    assert heard("tactics", said) == ()


def test_an_own_aim_outweighs_what_the_ex_did() -> None:
    """'He did X, how do I make him Y' asks about Y."""
    assert heard("tactics", "she posted a new guy. how do i make her jealous")[:1] == ("A1",)


@pytest.mark.parametrize(
    ("said", "tips"),
    [
        ("She told me I was cold. I've worked on my temper. How do I show her?", {"B11"}),
        ("He always ignored me. I want to prove to him that I've changed.", {"B11"}),
        ("i am not playing games. how do i show her i changed?", {"B11"}),
        ("my sister did no contact with her ex. should i do no contact for 30 days?", {"A4"}),
        ("he keeps breadcrumbing me. likes a photo, then nothing.", set()),
        ("He keeps ghosting me. Breadcrumbs every Friday.", set()),
        ("She makes me jealous. She does it on purpose. It makes me jealous.", set()),
        ("how do i make him jealous? no, i would never play games", set()),
    ],
)
def test_what_others_do_is_told_by_sentences(said: str, tips: set[str]) -> None:
    """A sentence on the ex, and what goes on from it, is no tip; one of the writer's own stays one."""
    assert tips == set(heard("tactics", said))


def test_what_speaks_against_a_class_is_taken_off() -> None:
    """A pattern with a weight below nothing weighs against its class and is no reason for it."""
    rules = read_rules(
        {
            "feelings.yaml": "patterns:\n"
            "  sad: {class: sad, says: [sad]}\n"
            "  very: {class: sad, says: [weeping]}\n"
            "  film: {class: sad, weight: -1, says: [a sad film]}\n"
        }
    ).rules
    assert ("sad",) == recognise(rules, "feelings", "i am sad").value
    assert () == recognise(rules, "feelings", "it was a sad film").value
    both = recognise(rules, "feelings", "a sad film, i am weeping")
    assert (("sad",), {"sad", "very"}) == (both.value, {reason.pattern for reason in both.why})


_FEELINGS = [
    ("gutted and so so angry", {"sad", "angry"}),
    ("i just feel numb", {"numb"}),
    ("no one to talk to and its 4am", {"lonely"}),
    ("i feel so stupid for begging", {"ashamed"}),
    ("it's all my fault, i ruined it", {"guilty"}),
    ("honestly relieved", {"relieved"}),
    ("i feel hopeful today", {"hopeful"}),
    ("my heart is racing, cant switch off", {"anxious"}),
    ("im scared of being alone", {"scared"}),
    ("i dont know how i feel", {"confused"}),
    ("it hurts so much, i feel used", {"hurt"}),
    ("i miss her every minute", {"missing"}),
    ("my stomach is in knots", {"anxious"}),
    ("i've got nobody", {"lonely"}),
    ("can't bear the thought of her with him", {"jealous"}),
    ("glad it's done", {"relieved"}),
    ("he was angry", set()),
    ("im not angry", set()),
]


@pytest.mark.parametrize(("said", "feelings"), _FEELINGS)
def test_a_feeling_is_the_writers_own(said: str, feelings: set[str]) -> None:
    """Several feelings may stand in a line; those of the ex and those denied are not the writer's."""
    assert set(heard("feelings", said)) == feelings


_FIRST_LINES = [
    ("im about to text him", "urge-to-contact"),
    ("phone in my hand, stop me", "urge-to-contact"),
    ("should i call her", "urge-to-contact"),
    ("i read that i should ignore him for a month", "read-a-tip"),
    ("playing hard to get, does that work", "read-a-tip"),
    ("cant sleep, cant stop crying", "bad-night"),
    ("she left me tonight", "bad-night"),
    ("trying to understand what went wrong", "think-it-through"),
    ("she ended it months back", "think-it-through"),
    ("i need help now", "help-now"),
    ("can i talk to a real person", "help-now"),
    ("is this private", "about-the-program"),
    ("hello", "about-the-program"),
    ("the tomatoes are doing well", "other"),
    ("got her chat open and my thumb keeps going to the box", "urge-to-contact"),
    ("just one text. one. tell me no", "urge-to-contact"),
    ("I want very much to write to my wife now", "urge-to-contact"),
    ("might drive past hers", "urge-to-contact"),
    ("should i wish him happy birthday", "urge-to-contact"),
    ("i sent it. oh god i sent it", "urge-to-contact"),
    ("I found a list with seven things that make your ex want you", "read-a-tip"),
    ("my mate says make him jealous", "read-a-tip"),
    ("lying on the bathroom floor", "bad-night"),
    ("everyone is asleep and i'm not", "bad-night"),
    ("She left me today after nine years.", "bad-night"),
    ("can two people start again after cheating", "think-it-through"),
    ("how do you know when it's really over", "think-it-through"),
    ("please somebody help me now", "help-now"),
    ("who reads this", "about-the-program"),
    ("i texted my mum", "other"),
    ("watched the football", "other"),
]


@pytest.mark.parametrize(("said", "way"), _FIRST_LINES)
def test_the_first_line_finds_its_way(said: str, way: str) -> None:
    """The line at the door leads to the place the person needs first."""
    assert heard("first-line", said)[:1] == (way,)


_CONTACT = [
    ("nothing since march, radio silence", {"none"}),
    ("nothing except about the kids", {"children-or-money"}),
    ("now and then a text", {"a-little"}),
    ("we still live together", {"a-lot"}),
    ("just the mortgage", {"children-or-money"}),
    ("she blocked me everywhere", {"they-blocked-me"}),
    ("i blocked him last week", {"i-blocked-them"}),
    ("not a word since easter", {"none"}),
    ("we say hi when we pass", {"a-little"}),
    ("We still share the flat.", {"a-lot"}),
    ("Just when she brings our daughter.", {"children-or-money"}),
    ("the weather is nice", set()),
]


@pytest.mark.parametrize(("said", "facts"), _CONTACT)
def test_contact_is_heard_with_its_kind(said: str, facts: set[str]) -> None:
    """How much contact there is, what about, and who blocked whom."""
    assert set(heard("contact-facts", said)) == facts


_ENDED = [
    ("he left me", "they"),
    ("i got dumped by text", "they"),
    ("it was her decision", "they"),
    ("not my choice", "they"),
    ("i ended it", "me"),
    ("me, sadly", "me"),
    ("i had to leave", "me"),
    ("we both decided", "both"),
    ("it was mutual", "both"),
    ("it just fizzled out", "unclear"),
    ("depends who you ask", "unclear"),
    ("got the talk on a park bench", "they"),
    ("he broke my heart and left", "they"),
    ("i couldn't take it any more so i left", "me"),
    ("together, in the kitchen, crying", "both"),
    ("we just stopped calling each other", "unclear"),
    ("bit of both really", "unclear"),
]


@pytest.mark.parametrize(("said", "who"), _ENDED)
def test_who_ended_it_is_one_answer(said: str, who: str) -> None:
    """They, me, both or unclear, never two at once."""
    assert heard("who-ended-it", said) == (who,)


@pytest.mark.parametrize("name", CLASSES)
@settings(max_examples=40, deadline=None)
@given(said=st.text(max_size=300))
def test_a_recogniser_answers_only_its_own_classes(name: str, said: str) -> None:
    """Guards may name every class, so nothing outside the list may come back."""
    reading = recognise(RULES, name, said)
    assert set(reading.value) <= set(CLASSES[name])
    assert len(set(reading.value)) == len(reading.value)


@pytest.mark.parametrize("name", CLASSES)
def test_every_answer_says_why(name: str) -> None:
    """Each reason names its pattern, its file and the words it stands on."""
    said = "he left me for her, i am so sad, about to text him, no contact to make him jealous, i have nobody, let me know"
    reading = recognise(RULES, name, said)
    assert reading.value
    for reason in reading.why:
        assert reason.where.startswith("config/understanding/")
        assert 0 <= reason.start < reason.end <= len(said)


def test_an_unknown_recogniser_is_an_error() -> None:
    """A misspelt name is the author's mistake and must not read as 'nothing heard'."""
    with pytest.raises(KeyError):
        recognise(RULES, "tactic", "hello")
