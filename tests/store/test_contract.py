"""What every store promises, whatever it is made of."""

from __future__ import annotations

import json

import pytest

from bot.store.errors import (
    Conflict,
    Repeated,
    SomebodyElses,
    StoreError,
    UnknownConversation,
)
from bot.store.protocol import (
    SEATS,
    Append,
    Conversation,
    Dropped,
    Ended,
    Fact,
    Note,
    Opened,
    Reminder,
    Row,
)

MORNING, NOON, NIGHT = "2026-03-01T08:00:00Z", "2026-03-01T12:00:00Z", "2026-03-01T23:00:00Z"


def row(seq, message=None, at=NOON, **entry):
    return Row(seq, at, message, json.dumps({"seq": seq, **entry}))


@pytest.fixture
def talk(store):
    store.open("t1", "ana", "second-chance", MORNING)
    return "t1"


def test_a_new_talk_has_no_entries(store, talk):
    """Opening makes room and writes nothing."""
    assert store.rows(talk) == ()
    expected = Conversation("t1", "ana", "second-chance", MORNING, MORNING, None)
    assert store.conversations("ana") == (expected,)


def test_opening_twice_changes_nothing(store, talk):
    """A resend of the first message does not start the talk anew."""
    store.append(talk, 0, [row(1)])
    store.open(talk, "ana", "other", NIGHT)
    assert store.rows(talk) == (row(1),)
    assert [one.dialog for one in store.conversations("ana")] == ["second-chance"]


def test_a_talk_of_somebody_else_is_not_opened(store, talk):
    """An id belongs to one person."""
    with pytest.raises(Conflict):
        store.open(talk, "ben", "second-chance", NIGHT)
    assert store.conversations("ben") == ()


def test_entries_come_back_as_they_were_kept(store, talk):
    """Payloads are opaque: quotes, emoji, line ends and nulls of other alphabets survive."""
    rows = (
        row(1, "m1", said='it\'s "over"\n\u0000 нет 💔'),
        row(2, None),
        row(3, "m3", at=NIGHT),
    )
    store.append(talk, 0, rows)
    assert store.rows(talk) == rows


def test_a_talk_that_has_moved_on_takes_nothing(store, talk):
    """Of two answers to one question the first stands."""
    store.append(talk, 0, [row(1, "m1")])
    with pytest.raises(Conflict):
        store.append(talk, 0, [row(1, "m2"), row(2)])
    assert store.rows(talk) == (row(1, "m1"),)


def test_an_append_from_the_future_is_refused(store, talk):
    """`after` must be the newest entry, not just a number."""
    with pytest.raises(Conflict):
        store.append(talk, 3, [row(4)])
    assert store.rows(talk) == ()


def test_a_message_is_kept_once_in_a_talk(store, talk):
    """A message sent again is known, even when its caller believes itself up to date."""
    store.append(talk, 0, [row(1, "m1")])
    with pytest.raises(Repeated):
        store.append(talk, 1, [row(2), row(3, "m1")])
    with pytest.raises(Repeated):
        store.append(talk, 0, [row(1, "m1")])
    with pytest.raises(Repeated):
        store.append(talk, 1, [row(2, "m2"), row(3, "m2")])
    assert store.rows(talk) == (row(1, "m1"),)


def test_the_same_message_id_may_stand_in_another_talk(store, talk):
    """Channels number their messages each for itself."""
    store.open("t2", "ana", "steady-plan", NOON)
    store.append(talk, 0, [row(1, "m1")])
    store.append("t2", 0, [row(1, "m1")])
    assert store.rows("t2") == (row(1, "m1"),)


@pytest.mark.parametrize("seqs", [(0,), (2, 2), (3, 2), (-1,), (SEATS,)])
def test_rows_out_of_order_are_a_mistake_of_the_caller(store, talk, seqs):
    """Entries rise; nothing of a wrong batch is kept."""
    with pytest.raises(ValueError, match="cannot stand behind"):
        store.append(talk, 0, [row(seq) for seq in seqs])
    assert store.rows(talk) == ()


def test_entries_may_leave_gaps(store, talk):
    """A stretch of talk that was not to be kept leaves its numbers free."""
    store.append(talk, 0, [row(1), row(5)])
    store.append(talk, 5, [row(9)])
    assert [one.seq for one in store.rows(talk)] == [1, 5, 9]


def test_a_talk_that_is_not_kept_takes_nothing(store):
    """After an erase elsewhere nothing comes back to life."""
    with pytest.raises(UnknownConversation):
        store.append("gone", 0, [row(1)])
    with pytest.raises(UnknownConversation):
        store.overwrite("gone", row(1))
    with pytest.raises(UnknownConversation):
        store.end("gone", NOON)
    assert store.rows("gone") == ()


def test_many_appends_each_have_their_own_outcome(store, talk):
    """One stale answer spoils nobody else's."""
    store.open("t2", "ben", "steady-plan", NOON)
    outcomes = store.append_all(
        [
            Append(talk, 0, [row(1, "m1")]),
            Append("t2", 7, [row(8)]),
            Append("gone", 0, [row(1)]),
            Append(talk, 1, [row(2, "m1")]),
            Append(talk, 1, [row(1)]),
            Append(talk, 1, [row(2, "m2")]),
            Append("t2", 0, [row(1)]),
        ]
    )
    expected = [None, Conflict, UnknownConversation, Repeated, ValueError, None, None]
    assert [outcome and type(outcome) for outcome in outcomes] == expected
    assert store.rows(talk) == (row(1, "m1"), row(2, "m2"))
    assert store.rows("t2") == (row(1),)


def test_overwriting_changes_one_entry_in_its_place(store, talk):
    """Forgetting replaces; nothing is appended and the neighbours stay."""
    store.append(talk, 0, [row(1, "m1"), row(2, "m2", said="her name"), row(3)])
    store.overwrite(talk, row(2, "m2", skipped="forgotten"))
    assert store.rows(talk) == (row(1, "m1"), row(2, "m2", skipped="forgotten"), row(3))


def test_overwriting_needs_an_entry_and_a_message_of_its_own(store, talk):
    """There is no way to add an entry or to double a message by overwriting."""
    store.append(talk, 0, [row(1, "m1"), row(2, "m2")])
    with pytest.raises(UnknownConversation):
        store.overwrite(talk, row(3))
    with pytest.raises(Repeated):
        store.overwrite(talk, row(2, "m1"))
    assert store.rows(talk) == (row(1, "m1"), row(2, "m2"))


def test_overwriting_what_is_not_there_never_asks_whose_message_it_is(store, talk):
    """There is nothing to overwrite, so a message id that another entry has does not matter."""
    store.append(talk, 0, [row(1, "m1")])
    with pytest.raises(UnknownConversation):
        store.overwrite(talk, row(2, "m1"))


def test_nothing_to_append_is_checked_all_the_same(store, talk):
    """A caller that is behind hears of it, and one that is not changes nothing."""
    store.append(talk, 0, [])
    store.append(talk, 0, [row(1)])
    store.append(talk, 1, [])
    with pytest.raises(Conflict):
        store.append(talk, 0, [])
    with pytest.raises(UnknownConversation):
        store.append("gone", 0, [])
    assert store.rows(talk) == (row(1),)


def test_words_of_every_kind_come_back(store):
    """Nulls and other alphabets stand in notes as they were typed, and sort by their signs."""
    words = "a\u0000b нет 💔 'x' \\x41"
    store.put_note("ana", "Z", words, words, NOON)
    store.put_note("ana", "a", "", "", NOON)
    store.keep_fact("ana", "é", json.dumps(words), NOON)
    store.keep_fact("ana", "z", '""', NOON)
    assert store.notes("ana") == (Note("Z", words, words, NOON), Note("a", "", "", NOON))
    assert [one.name for one in store.facts("ana")] == ["z", "é"]


def test_the_talk_touched_last_comes_first(store):
    """The list a person sees begins with where they were."""
    for name in ("t1", "t2", "t3"):
        store.open(name, "ana", "second-chance", MORNING)
    store.append("t1", 0, [row(1, at=NIGHT)])
    assert [talk.id for talk in store.conversations("ana")] == ["t1", "t3", "t2"]
    assert [talk.touched for talk in store.conversations("ana")] == [NIGHT, MORNING, MORNING]


def test_the_first_end_of_a_talk_stands(store, talk):
    """What is ended is frozen, its time too."""
    store.end(talk, NOON)
    store.end(talk, NIGHT)
    assert [one.ended for one in store.conversations("ana")] == [NOON]


def test_a_fact_replaces_the_one_of_its_name(store):
    """Each person has their own facts, one a name."""
    store.keep_fact("ana", "met", '"work"', MORNING)
    store.keep_fact("ana", "children", "2", MORNING)
    store.keep_fact("ana", "met", '"school"', NOON)
    store.keep_fact("ben", "met", '"pub"', NOON)
    store.drop_fact("ana", "children")
    store.drop_fact("ana", "never-kept")
    assert store.facts("ana") == (Fact("met", '"school"', NOON),)
    assert store.facts("ben") == (Fact("met", '"pub"', NOON),)


def test_everyone_with_a_fact_can_be_found_by_its_name(store):
    """So that whoever has to be written to is found without looking at everybody."""
    store.keep_fact("ana", "chat", '"1"', MORNING)
    store.keep_fact("ben", "chat", '"2"', NOON)
    store.keep_fact("ben", "met", '"pub"', NOON)
    store.erase("ana")
    assert store.known_by("chat") == ("ben",)
    assert store.known_by("none") == ()


def test_a_note_replaces_the_one_of_its_key(store):
    """Going back and writing again leaves one note."""
    store.put_note("ana", "t1/step", "For tonight", "sleep", MORNING)
    store.put_note("ana", "t1/early", "List", "tea", MORNING)
    store.put_note("ana", "t1/step", "For tonight", "call Mia", NOON)
    store.put_note("ana", "t1/gone", "x", "y", NIGHT)
    store.drop_note("ana", "t1/gone")
    store.drop_note("ana", "never-kept")
    assert store.notes("ana") == (
        Note("t1/early", "List", "tea", MORNING),
        Note("t1/step", "For tonight", "call Mia", NOON),
    )


def test_reminders_are_found_by_person_and_in_order(store):
    """The next one stands first; a key has one time."""
    store.put_reminder("ana", "k1", NIGHT, "steady-plan")
    store.put_reminder("ana", "k2", MORNING, "check-in")
    store.put_reminder("ben", "k1", NOON, "check-in")
    store.put_reminder("ana", "k1", NOON, "check-in")
    store.put_reminder("ben", "k3", NIGHT, "check-in")
    assert store.reminders("ana") == (
        Reminder("ana", "k2", MORNING, "check-in"),
        Reminder("ana", "k1", NOON, "check-in"),
    )
    store.drop_reminder("ana", "k1")
    store.drop_reminder("ana", "never-kept")
    assert [one.key for one in store.reminders("ana")] == ["k2"]


def claimed(store, now, until=NIGHT):
    return [(one.person, one.key) for one in store.claim(now, until)]


def test_a_due_reminder_is_handed_out_once(store):
    """Whoever looks second finds nothing; what is not due yet is nobody's."""
    store.put_reminder("ana", "k1", NOON, "steady-plan")
    store.put_reminder("ana", "k2", MORNING, "check-in")
    store.put_reminder("ben", "k1", NOON, "check-in")
    store.put_reminder("ben", "k2", NIGHT, "check-in")
    assert claimed(store, NOON) == [("ana", "k2"), ("ana", "k1"), ("ben", "k1")]
    assert claimed(store, NOON) == []
    assert store.reminders("ben")[0] == Reminder("ben", "k1", NOON, "check-in")


def test_a_reminder_whose_taker_died_is_handed_out_again(store):
    """Nobody showed it in time, so it is free again; one that was put on or dropped is settled."""
    for key in ("shown", "over", "lost"):
        store.put_reminder("ana", key, MORNING, "check-in")
    assert len(claimed(store, MORNING, until=NOON)) == 3
    store.put_reminder("ana", "shown", NIGHT, "check-in")
    store.drop_reminder("ana", "over")
    assert claimed(store, MORNING) == []
    assert claimed(store, NOON) == [("ana", "lost")]


def test_a_reminder_set_anew_is_free_at_its_new_time(store):
    """What was taken before counts for the time before."""
    store.put_reminder("ana", "k", MORNING, "check-in")
    assert claimed(store, MORNING, until="2027-01-01T00:00:00Z") == [("ana", "k")]
    store.put_reminder("ana", "k", NOON, "check-in")
    assert claimed(store, NOON) == [("ana", "k")]
    store.erase("ana")
    store.put_reminder("ana", "k", NOON, "check-in")
    assert claimed(store, NOON) == [("ana", "k")]


@pytest.fixture
def two_people(store):
    for person in ("ana", "ben"):
        store.open(f"{person}-1", person, "second-chance", MORNING)
        store.append(f"{person}-1", 0, [row(1, "m1", said="hello"), row(2)])
        store.keep_fact(person, "met", '"work"', NOON)
        store.put_note(person, "n", "List", "tea", NOON)
        store.put_reminder(person, "r", NIGHT, "check-in")
    return store


def test_an_export_gives_everything_held_about_a_person(two_people):
    """It is ready for JSON and names nobody else."""
    exported = two_people.export("ana")
    assert json.loads(json.dumps(exported)) == {
        "afterword": 1,
        "person": "ana",
        "conversations": [
            {
                "id": "ana-1",
                "dialog": "second-chance",
                "started": MORNING,
                "touched": NOON,
                "ended": None,
                "entries": [
                    {"seq": 1, "at": NOON, "message": "m1", "entry": {"seq": 1, "said": "hello"}},
                    {"seq": 2, "at": NOON, "message": None, "entry": {"seq": 2}},
                ],
            }
        ],
        "facts": [{"name": "met", "value": "work", "at": NOON}],
        "notes": [{"key": "n", "title": "List", "text": "tea", "at": NOON}],
        "reminders": [{"key": "r", "due": NIGHT, "dialog": "check-in"}],
    }


def test_an_erase_leaves_nothing_of_one_person_and_all_of_the_others(two_people):
    """The talk is gone for good; whoever still has it open cannot go on in it."""
    others = two_people.export("ben")
    two_people.erase("ana")
    nothing = {"conversations": [], "facts": [], "notes": [], "reminders": []}
    assert two_people.export("ana") == {"afterword": 1, "person": "ana", **nothing}
    assert two_people.export("ben") == others
    with pytest.raises(UnknownConversation):
        two_people.append("ana-1", 2, [row(3)])


def test_whoever_was_erased_may_come_back_by_themselves(two_people):
    """An erase is about what was, not about who may talk."""
    two_people.erase("ana")
    two_people.open("ana-2", "ana", "steady-plan", NIGHT)
    two_people.append("ana-2", 0, [row(1, "m1")])
    assert [talk.id for talk in two_people.conversations("ana")] == ["ana-2"]


def test_erasing_somebody_unknown_is_no_error(store):
    """Erase may be asked twice."""
    store.erase("nobody")
    assert store.conversations("nobody") == ()


# --- a turn, whole ---

ANA = Opened("ana", "second-chance", MORNING)
NOTE = Note("t1 n", "List", "tea", NOON)
LINE = Fact("line", '"t1 n"', NOON)
CALL = Reminder("ana", "t1 r", NIGHT, "check-in")


def test_a_turn_is_kept_whole(store):
    """The talk, its entries, what stands beside it and its end, in one."""
    store.keep(Append("t1", 0, [row(1, "m1"), row(2)], [NOTE, LINE, CALL, Ended(NIGHT)], ANA))
    (talk,) = store.conversations("ana")
    assert (talk.dialog, talk.started, talk.ended) == ("second-chance", MORNING, NIGHT)
    assert [one.seq for one in store.rows("t1")] == [1, 2]
    assert store.notes("ana") == (NOTE,)
    assert store.facts("ana") == (LINE,)
    assert store.reminders("ana") == (CALL,)


def test_a_turn_may_drop_what_stands_beside(store):
    """Going back takes a note away; dropping it twice is no error."""
    store.keep(Append("t1", 0, [row(1)], [NOTE, LINE, CALL], ANA))
    gone = [Dropped("note", "t1 n"), Dropped("fact", "line"), Dropped("reminder", "t1 r")]
    for after in (1, 2):
        store.keep(Append("t1", after, [row(after + 1)], gone, ANA))
    assert (store.notes("ana"), store.facts("ana"), store.reminders("ana")) == ((), (), ())
    assert len(store.rows("t1")) == 3


def test_whoever_comes_late_changes_nothing_beside_the_log_either(store):
    """The process that had a talk before another took it over leaves no note from an older state."""
    store.keep(Append("t1", 0, [row(1)], [NOTE], ANA))
    store.keep(Append("t1", 1, [row(2)], [Dropped("note", "t1 n")], ANA))
    late = Append("t1", 1, [row(2)], [NOTE, LINE, CALL, Ended(NIGHT)], ANA)
    with pytest.raises(Conflict):
        store.keep(late)
    with pytest.raises(Conflict):
        store.keep(Append("t1", 1, (), [NOTE]))
    assert type(store.append_all([late])[0]) is Conflict
    assert (store.notes("ana"), store.facts("ana"), store.reminders("ana")) == ((), (), ())
    assert store.conversations("ana")[0].ended is None


def test_a_turn_in_somebody_elses_talk_is_refused_whole(store):
    """Under an id that two people came by, the first one's talk stays theirs alone."""
    store.keep(Append("t1", 0, [row(1)], [NOTE], ANA))
    for after in (0, 1):
        theirs = Append("t1", after, [row(after + 1)], [LINE], Opened("ben", "x", NOON))
        with pytest.raises(SomebodyElses):
            store.keep(theirs)
        assert type(store.append_all([theirs])[0]) is SomebodyElses
    assert store.facts("ana") == store.facts("ben") == store.conversations("ben") == ()
    assert len(store.rows("t1")) == 1


def test_turns_made_together_open_their_talks_and_put_what_is_beside(store):
    """As each by itself."""
    turns = [
        Append("t1", 0, [row(1, "m1")], [NOTE], ANA),
        Append("t1", 1, [row(2, "m1")], [CALL], ANA),
        Append("t2", 0, [row(1)], [Ended(NIGHT)], Opened("ben", "x", NOON)),
        Append("t3", 0, [row(1, "m"), row(2, "m")], (), Opened("eve", "x", NOON)),
    ]
    outcomes = [type(one) for one in store.append_all(turns)]
    assert outcomes == [type(None), Repeated, type(None), Repeated]
    assert store.notes("ana") == (NOTE,)
    assert store.reminders("ana") == store.conversations("eve") == ()
    assert store.conversations("ben")[0].ended == NIGHT


# --- erased, and after how long ---


def test_a_message_that_was_erased_is_known_to_be_old(store):
    """One number stays, so that what a platform sends again is not taken for new."""
    store.open("t1", "ana", "second-chance", MORNING)
    store.append("t1", 0, [row(1, "100000000000000007"), row(2, "99"), row(3, "x9"), row(4)])
    assert store.heard_until("ana") == 0
    store.erase("ana")
    assert store.heard_until("ana") == 100000000000000007
    assert store.heard_until("ben") == 0
    store.open("t2", "ana", "second-chance", MORNING)
    store.append("t2", 0, [row(1, "5")])
    store.erase("ana", "ben")
    assert store.heard_until("ana") == 100000000000000007


def test_the_last_touch_or_the_last_reminder_decides_who_is_overdue(store):
    """A talk, a note, a fact count by their time, a reminder by when it is due."""
    old, new = "2026-01-01T00:00:00.000Z", "2026-06-01T00:00:00.000Z"
    for person in ("old", "talks", "notes", "facts", "waits"):
        store.open(f"{person}-1", person, "d", old)
        store.append(f"{person}-1", 0, [row(1, at=old)])
        store.put_note(person, "k", "", "", old)
        store.put_reminder(person, "k", old, "d")
    store.append("talks-1", 1, [row(2, at=new)])
    store.put_note("notes", "k", "", "again", new)
    store.keep_fact("facts", "k", "1", new)
    store.put_reminder("waits", "k", new, "d")
    assert store.overdue(new) == ("old",)
    assert set(store.overdue("2027")) == {"old", "talks", "notes", "facts", "waits"}
    store.erase("old", "talks")
    assert set(store.overdue("2027")) == {"notes", "facts", "waits"}
    assert store.overdue(old) == ()


def test_closing_twice_is_no_error(store):
    """The second close has nothing to do."""
    store.close()
    store.close()


def test_no_error_and_no_value_shows_what_a_person_wrote():
    """Rows, facts and notes are printed in tracebacks; their words are not."""
    secret = "her name is Iris"
    kept = [
        Row(1, NOON, "m", secret),
        Fact("met", secret, NOON),
        Note("k", secret, secret, NOON),
    ]
    assert [secret in repr(one) for one in kept] == [False, False, False]


def test_every_error_is_a_sentence():
    """What is shown starts with a capital or the file, ends with a stop and says what to do."""

    def all_of(kind):
        return [kind] + [deep for one in kind.__subclasses__() for deep in all_of(one)]

    for kind in all_of(StoreError):
        said = str(kind("/home/ana/talks.db"))
        assert said[0].isupper() or said.startswith("/home/ana"), said
        assert said.endswith((".", ".)")), said
