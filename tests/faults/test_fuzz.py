"""What comes from outside is read or refused, quickly and without another error, whatever it is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot import settings as places
from bot.channels.discord import addresses
from bot.channels.lines import clean
from bot.dialogue.codec import BrokenEntryError, decode, decode_value
from bot.dialogue.session import Said
from bot.host import Host
from bot.language.library import compile_dialogs
from bot.language.rules import WrongRulesError, read_rules
from bot.store.memory import MemoryStore
from bot.understanding.signals import screen
from tests.at_host import ME, FakeClock, Talk
from tests.faults.tally import LONG
from tests.small_library import DOOR, PLAN, RULES, small_library

MANY = 2000 if LONG else 60
LIBRARY = small_library()
SHIPPED = places.shipped_folder()
STEADY = (SHIPPED / "dialogs" / "tools" / "steady.yaml").read_bytes()
LINES = STEADY.splitlines()

odd = st.text(
    st.characters(codec="utf-8")
    | st.sampled_from("\x00\x07\x1b\x9b\u202e\ufeff\U0001f494{}[]&*!|>%@`'\""),
    max_size=80,
)
junk = st.binary(max_size=60) | odd.map(str.encode)


@st.composite
def mangled(draw):
    """Return a shipped dialog with a line dropped, doubled, moved, cut, or changed for another."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 4)):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[draw(st.integers(0, len(lines) - 1))])
            case 2:
                lines[at] = draw(junk)
            case 3:
                lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
            case _:
                lines[at] = b"  " + lines[at]
        if not lines:
            break
    return b"\n".join(lines)


@settings(max_examples=MANY, deadline=None)
@given(content=junk | mangled())
@example(content=b"\xff\xfe\x00")
@example(content=b"dialog: x\nnodes: {a: [" + b"[" * 5000)
@example(content=b"? " * 3000)
@example(content=b"a: &a [1]\nb: *a\n")
def test_any_file_in_the_place_of_a_dialog_is_compiled_or_diagnosed(content):
    """An author's slip of the hand is a diagnostic, never a traceback."""
    found = compile_dialogs({"dialogs/x.yaml": content})
    assert found.programs or found.diagnostics


@settings(max_examples=MANY, deadline=None)
@given(guard=odd | st.text("()=<>!andornt xyz01\"'.,", max_size=60))
@example(guard="(" * 5000)
@example(guard="not " * 5000 + "x")
@example(guard="__import__('os').system('true')")
@example(guard="x" * 100_000)
def test_any_text_in_the_place_of_a_guard_is_read_or_diagnosed(guard):
    """Nothing in a guard is ever run."""
    dialog = (
        "dialog: x\ntitle: X\nnodes:\n  start:\n    - confirm: Yes?\n      as: x\n"
        f"    - if: {json.dumps(guard)}\n      then:\n        - say: Hm.\n    - end: done\n"
    )
    found = compile_dialogs({"dialogs/x.yaml": dialog.encode("utf-8", "surrogatepass")})
    assert found.programs or found.diagnostics


@pytest.mark.parametrize("content", [
    b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
        b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(9)),
    b"a: &a\n  b: *a\n",
    b"!!python/object/apply:os.system ['true']\n",
    b"dialog: x\n" * 500,
    b"- " * 20_000,
    b"x: " + b"y" * 5_000_000,
], ids=["a billion laughs", "a knot", "code", "the same name", "deep", "long"])  # fmt: skip
def test_a_file_made_to_burst_or_to_run_is_diagnosed(content):
    """Anchors, tags and depth are no part of the dialog language."""
    assert compile_dialogs({"dialogs/x.yaml": content}).diagnostics
    with pytest.raises(WrongRulesError):
        read_rules({"config/safety/crisis.yaml": content.decode()})


@settings(max_examples=MANY, deadline=None)
@given(text=odd | st.text(max_size=200))
@example(text="i want to die tonight " * 5000)
@example(text="\u0301" * 50_000)
@example(text="a" * 1_000_000)
@example(text="\ud800 i want to die tonight")
@example(text="i\x00 want to \x1b[2Jdie tonight")
def test_any_line_is_heard_and_moves_at_most_one_question(text):
    """However long or odd, in a talk that is kept and in one that is not."""
    store = MemoryStore()
    talk = Talk(Host(LIBRARY, lambda: store, FakeClock()), FakeClock())
    talk.greet(PLAN)
    talk.say("30")
    talk.pick("yes")
    before = len(talk.host.session(talk.id).view.stack[0].road)
    talk.take(talk.host.hear(ME, talk.id, Said(text, 2e6)))
    session = talk.host.session(talk.id)
    assert len(session.view.stack[0].road) <= before + 1
    talk.say("/export")
    screen(LIBRARY.rules, text)


@settings(max_examples=MANY, deadline=None)
@given(text=odd | st.text("aw0123456789:abcdef./\n", max_size=120))
@example(text="aw:" * 40)
@example(text="../../etc/passwd")
def test_any_custom_id_is_one_of_ours_or_nothing(text):
    """What comes back from outside is never trusted."""
    found = addresses.parse(text)
    assert found is None or re.fullmatch(r"[0-9a-f]{16}|0", found.conversation)


@settings(max_examples=MANY, deadline=None)
@given(
    text=odd
    | st.sampled_from(["[", "{", '{"entry":', "null"]).flatmap(lambda a: odd.map(a.__add__))
)
@example(text="[" * 100_000)
@example(text='{"entry":"answered","seq":1}')
@example(text='{"days":[1]}')
@example(text="9" * 10_000)
def test_any_text_in_the_place_of_an_entry_is_read_or_refused(text):
    """And the refusal holds no word of it."""
    told = []
    for read in (decode, decode_value):
        try:
            read(text)
        except BrokenEntryError as refused:
            told.append(len(str(refused)))
    assert max(told, default=0) < 60


@settings(max_examples=MANY, deadline=None)
@given(text=odd)
@example(text="\x1b]0;title\x07\x1b[2J\x9b31m\x1bP1;2q\x1b\\")
@example(text="a\rb\x08c\u202ed\u2066e")
def test_no_text_moves_a_cursor_or_turns_a_line_round(text):
    """Escapes and marks of direction are taken out before anything is written to a terminal."""
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", clean(text))


NAMES = [
    "../../../etc/passwd", "/etc/passwd", "home/../../x", "", ".", "..", "a\x00b", "con", "x" * 100_000,
    "home/door/", "HOME/DOOR", "tools\\steady", "~root", "%2e%2e/x", "safety/crisis\n",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_the_name_of_a_dialog_leads_to_no_file(name, tmp_path, monkeypatch):
    """It is looked up among those that are loaded, and nowhere else."""
    opened = []
    monkeypatch.setattr("builtins.open", lambda *values, **_: opened.append(values))
    monkeypatch.setattr(Path, "open", lambda *values, **_: opened.append(values))
    host = Host(LIBRARY, MemoryStore, FakeClock())
    host.greet(ME, name, 1)
    host.hear(ME, name, Said("hello", 1e6))
    host.resume(ME, name)
    assert opened == []


def test_rules_still_hear_after_all_of_this():
    """The library of these tests is as it was."""
    assert [
        one.level for one in screen(read_rules({"c.yaml": RULES}).rules, "i want to die tonight")
    ]
    assert DOOR in LIBRARY.programs
