"""What `/export` gives comes back in, from one channel to the other and back, and nothing else does."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import importing
from bot.channels.discord.people import name_of
from bot.dialogue.session import Interval, Item, Words
from bot.host import Host
from bot.importing import NotAnExportError, bring_in, read_export
from bot.keeping import FREE, GREETING, STAND
from bot.store.memory import MemoryStore
from bot.store.protocol import Note
from bot.store.sqlite import SqliteStore
from tests.at_host import ME, FakeClock, Talk
from tests.small_library import PLAN, small_library

DOCS = Path(__file__).parent.parent / "docs"
SCHEMA = json.loads((DOCS / "export.schema.json").read_text(encoding="utf-8"))
ON_DISCORD = name_of(80351110224678912)


@pytest.fixture(scope="module")
def told():
    """Return the export of somebody with two talks, a note, facts, a reminder, and danger once."""
    library, store, clock = small_library(), MemoryStore(), FakeClock()
    for words in ("it's over 💔", "i want to die tonight"):
        talk = Talk(Host(library, lambda: store, clock), clock)
        talk.greet(PLAN)
        talk.say("30", message=f"10{len(words)}")
        talk.pick("yes")
        talk.say(words)
    (name, *_) = (one.key for one in store.notes(ME))
    store.keep_fact(ME, GREETING, json.dumps(name), "2026-01-01T00:00:00.000Z")
    return json.dumps(store.export(ME), ensure_ascii=False)


def without_stand(export):
    """Leave out who it is, and what is read from the talks."""
    facts = [one for one in export["facts"] if not one["name"].startswith(STAND)]
    return {**export, "person": "", "facts": facts}


def test_an_export_is_as_it_is_described(told):
    """The published schema holds for it, and the page names its parts."""
    jsonschema.validate(json.loads(told), SCHEMA)
    page = (DOCS / "export.md").read_text(encoding="utf-8")
    for name in json.loads(told):
        assert f"`{name}`" in page
    for kind in SCHEMA["$defs"]["entry"]["properties"]["entry"]["properties"]["entry"]["enum"]:
        assert f"`{kind}`" in page


def test_every_field_of_an_entry_is_in_the_schema():
    """A new field has to be described, and looked at when it comes in."""
    fields = SCHEMA["$defs"]["entry"]["properties"]["entry"]["properties"].keys() - {"entry"}
    assert importing._FITS.keys() == fields


@pytest.mark.parametrize("kind", ["memory", "disk"])
def test_from_a_terminal_to_discord_and_back_nothing_is_lost(told, tmp_path, kind):
    """Talks, notes, facts and reminders are the same, and a talk can be gone on with."""
    discord = MemoryStore() if kind == "memory" else SqliteStore(tmp_path / "d" / "talks.db")
    found = bring_in(discord, ON_DISCORD, read_export(told.encode()))
    assert (found.talks, found.notes, found.known) == (2, 2, 0)
    there = discord.export(ON_DISCORD)
    assert without_stand(json.loads(told)) == without_stand(there)
    home = MemoryStore()
    bring_in(home, ME, read_export(json.dumps(there).encode()))
    assert without_stand(json.loads(told)) == without_stand(home.export(ME))
    talk = Talk(Host(small_library(), lambda: home, FakeClock(2e9)), FakeClock(2e9))
    assert "resume" in str(talk.greet())
    discord.close()


def test_a_second_import_changes_nothing(told):
    """Nor does one of an older export after the talk went on."""
    store = MemoryStore()
    bring_in(store, ME, read_export(told.encode()))
    before = store.export(ME)
    again = bring_in(store, ME, read_export(told.encode()))
    assert (again.talks, again.entries, again.notes, again.facts, again.known) == (0, 0, 0, 0, 2)
    assert store.export(ME) == before


def test_a_talk_that_went_on_is_gone_on_with(told):
    """Only what is new in the file comes in."""
    store, shorter = MemoryStore(), json.loads(told)
    for one in shorter["conversations"]:
        one["entries"] = one["entries"][:2]
    bring_in(store, ME, read_export(json.dumps(shorter).encode()))
    found = bring_in(store, ME, read_export(told.encode()))
    assert (found.talks, found.known) == (2, 0)
    assert without_stand(json.loads(told))["conversations"] == store.export(ME)["conversations"]


def test_a_talk_whose_id_is_somebody_elses_gets_one_of_its_own(told):
    """Their talk stays as it is, and the notes of this one follow it."""
    store = MemoryStore()
    bring_in(store, "ben", read_export(told.encode()))
    theirs = store.export("ben")
    for _ in range(2):
        bring_in(store, ME, read_export(told.encode()))
    assert store.export("ben") == theirs
    mine = {one.id for one in store.conversations(ME)}
    assert len(mine) == 2
    assert {one.key.partition(" ")[0] for one in store.notes(ME)} == mine
    (line,) = (one.value for one in store.facts(ME) if one.name == GREETING)
    assert json.loads(line).partition(" ")[0] in mine


def test_both_ends_of_a_talk_that_went_two_ways_are_kept(told):
    """Neither is written over."""
    store, other = MemoryStore(), json.loads(told)
    talk = other["conversations"][0]
    talk["entries"][-1]["entry"]["at"] += 1
    bring_in(store, ME, read_export(json.dumps(other).encode()))
    for _ in range(2):
        bring_in(store, ME, read_export(told.encode()))
    assert len(store.conversations(ME)) == 3


def test_a_newer_note_is_not_written_over_by_an_older_one(told):
    """The one touched last stands."""
    store = MemoryStore()
    bring_in(store, ME, read_export(told.encode()))
    key = store.notes(ME)[0].key
    store.put_note(ME, key, "t", "later", "2099-01-01T00:00:00.000Z")
    bring_in(store, ME, read_export(told.encode()))
    assert Note(key, "t", "later", "2099-01-01T00:00:00.000Z") in store.notes(ME)


def test_a_file_cannot_open_what_danger_has_shut(told):
    """Whether danger stands in a talk is read from the talk."""
    opened = json.loads(told)
    for one in opened["facts"]:
        if one["name"].startswith(STAND):
            one["value"] = FREE
    store = MemoryStore()
    bring_in(store, ME, read_export(json.dumps(opened).encode()))
    assert [one for one in store.facts(ME) if one.name.startswith(STAND)] == []


def put(*path, to):
    """Return a change of a file: what stands at a path is something else."""

    def change(export):
        for part in path[:-1]:
            export = export[part]
        export[path[-1]] = to

    return change


FIRST = ("conversations", 0, "entries", 0)
WRONG = {
    "no version": put("afterword", to=2),
    "talks are no list": put("conversations", to={}),
    "too many": put("notes", to=[{}] * 20_001),
    "no such entry": put(*FIRST, "entry", "entry", to="walked"),
    "a field of another": put(*FIRST, "entry", "words", to="x"),
    "a place below": put(*FIRST, "entry", "seq", to=0),
    "a place above all": put(*FIRST, "entry", "seq", to=1 << 21),
    "a place that is true": put(*FIRST, "entry", "seq", to=True),
    "out of order": put("conversations", 0, "entries", 1, "entry", "seq", to=1),
    "before its time": put("conversations", 0, "entries", 1, "entry", "at", to=1),
    "no time": put(*FIRST, "entry", "at", to=1e300),
    "not a number": put(*FIRST, "entry", "at", to=float("nan")),
    "another dialog": put("conversations", 0, "dialog", to="home"),
    "no beginning": put("conversations", 0, "entries", to=[]),
    "half a sign": put("notes", 0, "text", to="\ud800"),
    "a long text": put("notes", 0, "text", to="x" * 100_001),
    "a time in words": put("notes", 0, "at", to="yesterday"),
    "a year too many": put("reminders", 0, "due", to="2026-13-01T00:00:00.000Z"),
    "a key of three": put("conversations", 0, "entries", 1, "entry", "key", to=["", "days", 1]),
    "a visit of none": put("conversations", 0, "entries", 1, "entry", "key", to=["", "d", 0, ""]),
    "a value that nests": put("facts", 0, "value", to={"members": [["x"]]}),
    "words that are none": put("facts", 0, "value", to={"words": 5, "classes": []}),
    "no note": put("notes", 0, to=None),
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_what_does_not_fit_is_refused_whole(told, change):
    """With the place where it is, and no word of it."""
    export = json.loads(told)
    change(export)
    with pytest.raises(NotAnExportError) as refused:
        read_export(json.dumps(export).encode())
    assert "💔" not in str(refused.value)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[" * 200_000, b'{"afterword":' + b"9" * 5000 + b"}", b"null",
     b"x" * ((32 << 20) + 1)],
)  # fmt: skip
def test_what_is_no_export_at_all_is_refused(content):
    """Bombs of brackets and digits among them."""
    with pytest.raises(NotAnExportError):
        read_export(content)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
values = st.one_of(
    st.none(), texts, st.integers(-9, 9), st.floats(allow_nan=False, allow_infinity=False),
    st.builds(Words, texts, st.tuples(texts)), st.builds(Interval, st.just(0), st.just(3), texts),
    st.tuples(texts, texts), st.tuples(st.builds(Item, texts, texts)),
)  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(value=values, note=texts)
def test_every_kind_of_value_comes_back(value, note):
    """Whatever a dialog can remember, and whatever a person can type."""
    from bot.dialogue.codec import encode_value

    at = "2026-01-01T00:00:00.000Z"
    store, other = MemoryStore(), MemoryStore()
    store.keep_fact(ME, "met", encode_value(value), at)
    store.put_note(ME, "k", note, note, at)
    export = json.dumps(store.export(ME))
    jsonschema.validate(json.loads(export), SCHEMA)
    bring_in(other, ME, read_export(export.encode()))
    assert other.export(ME) == store.export(ME)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_file_with_anything_in_the_place_of_anything_never_raises_another_error(told, data):
    """It is read or refused, and what was read can be kept and exported."""
    export = json.loads(told)
    node, last = export, None
    for _ in range(data.draw(st.integers(1, 6))):
        if not isinstance(node, (dict, list)) or not node:
            break
        keys = sorted(node) if isinstance(node, dict) else list(range(len(node)))
        last = (node, data.draw(st.sampled_from(keys)))
        node = node[last[1]]
    junk = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
        max_leaves=5,
    )  # fmt: skip
    last[0][last[1]] = copy.deepcopy(data.draw(junk))
    try:
        read = read_export(json.dumps(export).encode("utf-8", "surrogatepass"))
    except NotAnExportError:
        return
    store = MemoryStore()
    bring_in(store, ME, read)
    jsonschema.validate(store.export(ME), SCHEMA)
