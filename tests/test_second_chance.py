"""The main talk comes to the outcome that what was told calls for; a table anyone can check."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.dialogue.engine import step
from bot.dialogue.session import Answered, Begin, Concluded, Picked, Said, Skipped
from bot.language.explore import explore
from bot.language.library import load, load_files, read_config, read_dialogs

ROOT = Path(__file__).parent.parent
START = 1_800_000_000.0
TURNS = 120
"""More than any talk takes; a talk that is not over by then runs in a circle."""

# Everything said here speaks for both of them and for a healthy try. Typed where words are asked.
GOOD = {
    "mood": "7", "feelings": "hopeful", "body": "fine", "ended": "forty days ago", "who": "both",
    "together": "years", "lived": "home", "their-words": "We were tired.", "my-words": "I am tired.",
    "contact": "lots", "contact-wish": "nothing", "since-then": "no-never", "right-facts": "right",
    "reasons": "long hours", "about": "around", "my-part": "listen more", "their-part": "say it sooner",
    "fights": "fair", "afraid": "never", "harmed": "no-never", "own-acts": "no-never",
    "changed": "seen", "evidence": "home at five every day", "beat": "on", "missed": "talks",
    "elsewhere": "talks", "alone": "still", "say-no": "freely", "threats": "no-never",
    "control": "no-never", "tuesday": "We cook.", "limits": "silence", "to-a-friend": "go slow",
    "want": "back", "filmed": "dinner on Sunday", "hopes": "it is real", "said": "clearly",
    "first": "both", "keeps": "mostly", "someone-new": "no-one", "fair-friend": "try",
    "same": "same", "they-fear": "no-never", "right-both": "right", "repair": "both",
    "honest": "nothing-hidden", "plans": "fit", "before": "never", "came-back": "talked",
    "children": "no", "kids": "direct", "right-all": "right",
}  # fmt: skip
HINTS = {"said": "hints"}
OPEN = "not_enough_known"
NOT_YET = "mutual_not_yet_healthy"
HEALTHY = "mutual_healthy_so_far"
SKIP = ""


@pytest.fixture(scope="module")
def library():
    """Load the shipped library once."""
    return load(ROOT / "dialogs", ROOT / "config").library


def played(library, **changes):
    """Play the whole talk with these answers instead of the good ones."""
    answers = {**GOOD, **{name.replace("_", "-"): value for name, value in changes.items()}}
    session = step(library, None, Begin("second-chance", 7, START)).session
    for turn in range(1, TURNS):
        asked = session.view.open
        if session.view.ended or asked is None:
            break
        said = answers.get(asked.key.step, SKIP)
        options = [one.id for one in asked.question.options]
        at = START + 20 * turn
        pressed = said in options and not asked.key.frame.startswith("!")
        event = Picked((said,), at) if pressed else Said(said or "/skip", at)
        session = step(library, session, event).session
    return session


def told(library, **changes):
    """Return what the talk came to with these answers instead of the good ones."""
    entries = played(library, **changes).entries
    return next(one.outcome for one in reversed(entries) if isinstance(one, Concluded))


@pytest.mark.parametrize(
    ("case", "outcome"),
    [
        ({}, HEALTHY),
        ({"harmed": "has-happened"}, "not_safe"),
        ({"afraid": "often"}, "not_safe"),
        ({"since_then": "has-happened"}, "not_safe"),
        ({"threats": "has-happened"}, "not_safe"),
        ({"control": "a-lot"}, "not_safe"),
        ({"contact_wish": "order"}, "not_safe_legal"),
        ({"contact_wish": "they-asked"}, "one_sided"),
        ({"contact": "they-blocked"}, "one_sided"),
        ({**HINTS, "first": "me", "keeps": "half", "fair_friend": "move-on"}, "one_sided"),
        ({**HINTS, "keeps": "half"}, OPEN),
        ({"changed": "nothing", "repair": "rarely"}, NOT_YET),
        ({"before": "often", "came_back": "slid"}, HEALTHY),
        ({"before": "often", "came_back": "slid", "changed": "words"}, NOT_YET),
        ({"ended": "three days ago"}, OPEN),
        ({"ended": SKIP}, OPEN),
        ({"ended": "a week or so ago"}, OPEN),
        ({"body": "drunk"}, OPEN),
        ({"afraid": "once-or-twice"}, OPEN),
        ({"control": "a-little"}, OPEN),
        ({"own_acts": "looked-once"}, OPEN),
        ({"contact_wish": "went-on"}, "not_safe_own"),
        ({"own_acts": "has-happened"}, "not_safe_own"),
        ({"they_fear": "has-happened"}, "not_safe_own"),
        ({"want": "let-go"}, "you_may_not_want_this"),
        ({"want": "peace"}, "you_may_not_want_this"),
        ({"alone": "not-any-more", "want_now": "peace"}, "you_may_not_want_this"),
        ({**HINTS, "someone_new": "them"}, "one_sided"),
        ({"said": "refused"}, "one_sided"),
        ({"fights": SKIP, "say_no": SKIP, "repair": SKIP, "changed": SKIP}, OPEN),
        ({"children": "yes", "kids": "carry"}, NOT_YET),
        ({"children": "yes", "kids": "scared-of-one"}, "not_safe"),
        ({"want": SKIP}, OPEN),
        ({"fights": "insults"}, NOT_YET),
        ({"honest": "not-open"}, NOT_YET),
        ({"say_no": "never"}, NOT_YET),
        ({"repair": "only-me"}, NOT_YET),
        ({"plans": "clash"}, NOT_YET),
        ({"same": "different"}, OPEN),
    ],
)  # fmt: skip
def test_the_talk_comes_to_what_was_told(library, case, outcome):
    """One change in a good story, or a few, and the outcome it calls for."""
    assert outcome == told(library, **case)


@pytest.mark.parametrize(
    "gate",
    [
        "contact_wish",
        "since_then",
        "afraid",
        "harmed",
        "threats",
        "control",
        "own_acts",
        "they_fear",
    ],
)
def test_an_unanswered_gate_is_not_a_clear_gate(library, gate):
    """However good the rest, one skipped question about safety keeps hope out of the result."""
    assert OPEN == told(library, **{gate: SKIP})


def test_thoughts_of_dying_end_the_talk(library):
    """Nothing is concluded about two people when one of them may die."""
    session = played(library, mood="1", dark="thoughts")

    assert session.view.closed
    assert [] == [one for one in session.entries if isinstance(one, Concluded)]


@pytest.mark.parametrize("stands", ["nothing", "order"])
def test_a_short_talk_asks_eight_questions_at_most(library, stands):
    """On a low night the whole of it is short, whatever is answered."""
    session = played(
        library, mood="2", dark="no-thoughts", length="short", stands=stands,
        afraid_tonight="nobody", weighs="the quiet", soft="nothing", lawyer="nobody",
    )  # fmt: skip
    own = [one for one in session.entries
           if isinstance(one, (Answered, Skipped)) and not one.key.frame.startswith("!")]  # fmt: skip

    assert session.view.ended
    assert len(own) <= 8
    assert "stands" in {one.key.step for one in own}


# --- mistakes put into copies of the dialog --------------------------------------


def _found(old: str, new: str) -> set[str]:
    """Return the codes of what is found in a copy with `new` in the place of `old`."""
    dialogs = read_dialogs(ROOT / "dialogs", None)
    name = next(one for one in dialogs if one.endswith("/second-chance.yaml"))
    text = dialogs[name].decode()
    assert old in text, f"the dialog no longer says {old!r}; seed another mistake"
    changed = {**dialogs, name: text.replace(old, new, 1).encode()}
    loaded = load_files(changed, read_config(ROOT / "config"))
    if loaded.library is None or loaded.diagnostics:
        return {one.code for one in loaded.diagnostics}
    return {one.code for one in explore(loaded.library, "second-chance").diagnostics()}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("unknown(own-acts) or unknown(they-fear)\n  # The", "unknown(own-acts)\n  # The", "D611"),
        ("signal(amber) or gate-open", "signal(amber)", "D611"),
        ("- if: unknown(want)\n", "- if: unknown(same)\n", "D611"),
        ("signal(red) and not verdict == not_safe or\n    signal(own) and", "signal(own) and", "D611"),
        ("        - if: order\n          if unknown: not_enough_known\n", "        - if: order\n", "D602"),
        ("          unknown: Let that day stand there for a moment.\n", "", "D502"),
        ("signal: R4 red\n        rather-not", "signal: R4 rad\n        rather-not", "D115"),
        ("goto: both-sides", "goto: both-side", "D2"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_talk_is_found(old, new, code):
    """Each of these would let something unsafe or unsayable through, and none gets past a check."""
    assert [] != [one for one in _found(old, new) if one.startswith(code)]
