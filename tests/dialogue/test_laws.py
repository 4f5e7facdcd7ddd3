"""The laws of the engine, tried on talks that nobody thought of."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.dialogue import codec
from bot.dialogue.engine import fold
from bot.dialogue.log import forgotten
from bot.dialogue.session import (
    Answered,
    Change,
    Changed,
    Due,
    Interval,
    Item,
    Key,
    SayText,
    ShowThing,
    Signalled,
    Skipped,
    Words,
)

FEW = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
START = 1_700_000_000.0

LINES = st.sampled_from([
    "7", "3", "them", "both of us", "he lied, money", "mine", "never", "he just went quiet",
    "no", "yes", "maybe", "not sure", "left", "done", "1", "2", "/back", "/skip", "/undo", "/why",
    "/again", "/change", "/change 1", "/change 2", "/misread", "/pause", "/help", "help", "back",
    "/tips", "/nonsense", "i want to die", "i am going to kill myself tonight", "he hit me",
    "this is killing me", "just kidding", "i'm 15", "i will wait outside her house", "",
])  # fmt: skip
PRESSES = st.lists(
    st.sampled_from(["me", "them", "both", "mine", "theirs", "never", "once", "often", "yes", "no",
                     "unsure", "left", "4", "9", "someone"]),
    min_size=0, max_size=2,
)  # fmt: skip
# A whole number stands for a press that fits whatever question is open.
MOVES = st.lists(
    st.one_of(st.integers(0, 5), st.integers(0, 5), LINES, PRESSES, st.text(max_size=12)).map(
        lambda one: tuple(one) if isinstance(one, list) else one
    ),
    max_size=24,
)


def told(view):
    """What a person and the host can tell of a view, without times and signals."""
    main = view.stack[0]
    return (
        view.open and view.open._replace(due=0.0),
        [dict(frame.answers) for frame in main.frames],
        [one.key for one in main.road],
        view.notes,
        view.facts,
        view.ended,
        view.saving,
    )


@FEW
@given(MOVES, st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_at_any_prompt_is_heard(talk, moves, line):
    """Nothing that is typed raises, and one line answers at most one question."""
    live = talk(*moves)
    before = live.session
    turn = live.hear(line)
    assert before.entries == turn.session.entries[: len(before.entries)]
    answers = [one for one in turn.entries if isinstance(one, Answered | Skipped | Changed)]
    assert len({one.key for one in answers if not one.key.frame.startswith("!")}) <= 1


@FEW
@given(MOVES)
def test_replay_equals_the_live_session(library, talk, moves):
    """The log alone gives the view that the live talk has."""
    live = talk()
    for move in moves:
        live.hear(move)
        assert fold(library, live.session.entries).view == live.view


@FEW
@given(MOVES)
def test_back_and_the_same_answer_change_nothing(library, talk, moves):
    """Going back and giving the same answer leads to the same place, and nothing is said twice."""
    live = talk(*moves)
    before, main = live.view, live.view.stack[0]
    if before.open is None or before.open.key.frame.startswith("!") or not main.road:
        return
    last = main.road[-1]
    entry = live.session.entries[last.seq - 1]
    value = getattr(entry, "value", None)
    if not isinstance(value, str) or getattr(entry, "marked", False):
        return
    live.hear("/back")
    assert last.key == live.view.open.key
    live.hear((value,))
    if live.view.open is not None and live.view.open.key.frame.startswith("!"):
        return  # its option opens a path of safety again
    assert told(before) == told(live.view)
    assert not [one for one in live.turn.effects if isinstance(one, (SayText, ShowThing))]


@FEW
@given(MOVES, st.sampled_from(["me", "them", "both"]))
def test_change_and_change_back(talk, moves, other):
    """Changing an answer and changing it back leads to the same place."""
    live = talk(*moves)
    before = live.view
    asked = next((one for one in before.stack[0].road if one.key.step == "end"), None)
    if asked is None or before.closed or before.ended or len(before.stack) > 1:
        return
    value = getattr(live.session.entries[asked.seq - 1], "value", None)
    if value is None or before.notes:
        return
    labels = {"me": "I did", "them": "They did", "both": "Both of us"}
    live.hear(Change(asked.key, labels[other], 0.0))
    live.hear(Change(asked.key, labels[value], 0.0))
    assert told(before) == told(live.view)


@FEW
@given(MOVES, MOVES)
def test_nothing_continues_the_topic_after_danger(talk, before, after):
    """Once somebody is in danger now, no answer is taken on the road of the talk."""
    live = talk(*before)
    live.hear("i am going to kill myself tonight")
    main = live.view.stack[0].road
    for move in after:
        if live.view.closed:
            road = live.view.stack[0].road
            live.hear(move)
            if live.view.closed:
                assert [one.key for one in road] == [one.key for one in live.view.stack[0].road]
                keys = [one.key.frame for one in live.turn.entries
                        if isinstance(one, Answered | Changed | Skipped)]  # fmt: skip
                assert all(frame.startswith("!") for frame in keys)
    assert len(main) >= 0


@FEW
@given(MOVES)
def test_signals_stay(library, talk, moves):
    """Nothing that is typed or pressed takes a signal out of the log."""
    live = talk()
    seen = []
    for move in moves:
        live.hear(move)
        now = [one for one in live.session.entries if isinstance(one, Signalled)]
        assert seen == now[: len(seen)]
        seen = now


@FEW
@given(MOVES)
def test_forgetting_leaves_no_words(library, talk, moves):
    """What is forgotten is in no entry, and the talk can still be folded."""
    live = talk("7", ("them",), "zebra crossing, quagga", *moves)
    key = next(one.key for one in live.session.entries
               if isinstance(one, Answered) and one.key.step == "reasons")  # fmt: skip
    entries = forgotten(live.session.entries, key)
    left = "".join(codec.encode(one) for one in entries)
    assert "zebra" not in left
    assert "quagga" not in left
    assert len(entries) == len(live.session.entries)
    fold(library, entries)


@FEW
@given(MOVES)
def test_entries_survive_the_store(library, talk, moves):
    """Every entry of every talk reads back as it was written."""
    entries = talk(*moves).session.entries
    assert list(entries) == [codec.decode(codec.encode(one)) for one in entries]


VALUES = st.one_of(
    st.none(), st.text(), st.integers(), st.floats(allow_nan=False),
    st.lists(st.text()).map(tuple),
    st.lists(st.builds(Item, st.text(), st.text()), min_size=1).map(tuple),
    st.builds(Interval, st.integers(0, 999), st.integers(0, 999), st.text()),
    st.builds(Words, st.text(), st.lists(st.text()).map(tuple)),
)  # fmt: skip


@FEW
@given(VALUES)
def test_values_survive_the_store(value):
    """Every value reads back as it was written, of the same kind."""
    entry = Answered(1, 2.0, "", Key("", "x"), value)
    found = codec.decode(codec.encode(entry))
    assert entry == found
    assert type(value) is type(found.value)


@FEW
@given(MOVES, st.integers(0, 500))
def test_an_alarm_at_the_wrong_time_is_harmless(talk, moves, seconds):
    """A wake that is early, late or for something else never answers another question."""
    live = talk(*moves)
    before = live.view.open
    live.at += seconds
    live.hear(Due(Key(">tool", "breathing"), 0.0))
    woken = [one.key for one in live.turn.entries]
    assert woken == [] or (before is not None and before.key == Key(">tool", "breathing"))
