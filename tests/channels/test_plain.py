"""What plain lines promise: everything in words, nothing that a terminal would obey, a polite end."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.lines import LONGEST, Descriptor, Ended, Line, Timeout, clean
from bot.channels.plain import ECHOED, Plain
from bot.channels.showing import CLEAR
from bot.dialogue.program import Ask, End, Option, Program, Question, Text
from bot.host import HandOver, Host
from bot.store.memory import MemoryStore
from tests.small_library import DOOR, PLAN, small_library


class FakeClock:
    def __init__(self):
        self.at = 1_000_000.0

    def now(self):
        self.at += 1
        return self.at


class Script:
    """Lines that come in, one after the other."""

    def __init__(self, *lines):
        self.lines = [one if isinstance(one, tuple) else Line(one) for one in lines]
        self.waits = []

    def line(self, wait=None):
        self.waits.append(wait)
        return self.lines.pop(0) if self.lines else Ended()


class Patient(Script):
    """A person who types nothing and lets a minute pass, once."""

    def __init__(self, clock):
        super().__init__()
        self.clock = clock

    def line(self, wait=None):
        self.waits.append(wait)
        if len(self.waits) > 1:
            return Ended()
        self.clock.at += wait
        return Timeout()


def talk(*lines, dialog=DOOR, typed=False, clears=False, library=None, script=None, clock=None):
    """Hold a talk and return (exit code, everything written)."""
    written = []
    clock = clock or FakeClock()
    host = Host(library or small_library(), MemoryStore, clock)
    channel = Plain(
        host, "me", script or Script(*lines), written.append, clock=clock,
        hand_over=lambda handed: f"It is in {handed.name}", typed=typed, clears=clears,
    )  # fmt: skip
    return channel.talk(dialog, 1), "".join(written)


def with_question(question):
    """Return a library whose door asks this question."""
    library = small_library()
    code = (Ask("q", question), End("end", "met"))
    library.programs[DOOR] = Program(DOOR, "Door", "d", code, {"q": "x"}, ("start", "start"))
    return library


def asked(kind, **more):
    return Question("q", kind, Text("q", (("How?",),)), **more)


def test_options_are_numbered_and_the_choice_is_said():
    """A listener hears the numbers, then what was understood."""
    _, out = talk("he left", "2")

    assert "Bot: How was it?\n  1. Good\n  2. Bad\n" in out
    assert "You: 2\nYou chose: Bad\n" in out


def test_the_end_of_input_is_a_polite_end():
    """A pipe that runs dry is no error."""
    code, out = talk("he left")

    assert 0 == code
    assert "so we stop here" in out


def test_no_question_is_answered_by_an_empty_line():
    """Enter alone takes nothing."""
    _, out = talk("he left", "", "1")

    assert "I'm listening" in out
    assert "You chose: Good" in out


def test_what_was_typed_at_this_screen_is_not_shown_twice():
    """Where the person types, their line stands there already, after its label."""
    _, out = talk("he left", typed=True)

    assert "he left" not in out
    assert "You: Bot: How was it?" in out


def test_exit_clears_a_terminal_and_says_nothing():
    """The quick way out leaves an empty screen."""
    code, out = talk("/exit", typed=True, clears=True)

    assert 0 == code
    assert out.endswith(CLEAR)


def test_exit_writes_no_escapes_into_a_pipe():
    """A log is no screen."""
    _, out = talk("/exit")

    assert "\x1b" not in out


def test_someone_is_never_sent_away_at_the_end():
    """After the last question a line is still heard."""
    _, out = talk("he left", "good", "I want to die tonight")

    assert "This talk is over." in out
    assert out.index("This talk is over.") < out.rindex("You: ")


def test_words_after_the_end_are_still_screened():
    """Danger said after the end is answered."""
    _, out = talk("he left", "good", "I want to die tonight")

    assert "safety" in out or "I'm glad you told me." in out


@pytest.mark.parametrize(
    ("question", "hint"),
    [
        (asked("rate", low=0, high=10, low_label="calm", high_label="stormy"),
         "From 0 (calm) to 10 (stormy)."),
        (asked("number", low=1, high=60), "A number from 1 to 60."),
        (asked("confirm"), "  1. Yes\n  2. No\n  3. Not sure\n"),
        (asked("pick", options=(Option("a", "A"), Option("b", "B"))), "like 1,3"),
        (asked("date"), "three weeks ago"),
        (asked("list", most=3), "Up to 3."),
        (asked("wait", seconds=60, leave="I'm done"), "Type done to go on: I'm done"),
    ],
)  # fmt: skip
def test_every_kind_of_question_says_how_to_answer(question, hint):
    """Nobody has to guess what may be typed."""
    _, out = talk(library=with_question(question))

    assert hint in out


def test_a_wait_ends_by_itself():
    """When the time is over the talk goes on without a key."""
    library = with_question(asked("wait", seconds=60, leave="I'm done"))
    clock = FakeClock()
    script = Patient(clock)
    _, out = talk(library=library, script=script, clock=clock)

    assert 0 < script.waits[0] <= 60
    assert "This talk is over." in out


def test_an_export_says_where_it_is():
    """The sentence comes from whoever wrote the file."""
    _, out = talk("/export")

    assert "It is in afterword-export.json" in out


def test_a_line_in_another_encoding_is_heard_and_said():
    """Not UTF-8 is no reason not to listen."""
    _, out = talk(Line("I want to die tonight", readable=False))

    assert "not UTF-8" in out
    assert "I'm glad you told me." in out


def test_a_line_that_was_cut_is_said():
    """Nobody believes more was read than was."""
    _, out = talk(Line("a" * 9000, whole=False))

    assert "far too long" in out
    assert "a" * (ECHOED + 1) not in out


def test_what_is_kept_is_shown_in_rows():
    """Titles and dates in words."""
    _, out = talk("30", "1", "/my-data", dialog=PLAN)

    assert "  Note: My plan\n" in out


def _lines_of(content, **options):
    reader, writer = os.pipe()
    os.write(writer, content)
    if not options.get("open"):
        os.close(writer)
    return Descriptor(reader)


def test_lines_come_one_by_one():
    """The last one needs no end."""
    source = _lines_of(b"one\ntwo\r\nthree")

    assert ["one", "two", "three"] == [source.line().text for _ in range(3)]
    assert Ended() == source.line()
    assert Ended() == source.line()


def test_a_wait_without_a_line_is_a_timeout():
    """Nothing came: that is told apart from the end."""
    assert Timeout() == _lines_of(b"half a", open=True).line(0.0)


def test_a_line_beyond_memory_is_cut_and_the_next_one_is_whole(tmp_path):
    """What is too long is dropped up to its end, and nothing after it."""
    file = tmp_path / "lines"
    file.write_bytes("é".encode() * LONGEST + b"\nnext\n")
    number = os.open(file, os.O_RDONLY)
    source = Descriptor(number)
    first, second = source.line(), source.line()
    os.close(number)

    assert not first.whole
    assert first.readable
    assert len(first.text.encode()) <= LONGEST
    assert Line("next") == second


def test_old_encodings_are_read_as_well_as_possible():
    """A Windows file still says what it says."""
    assert Line("café", readable=False) == _lines_of("café\n".encode("cp1252")).line()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("a\x07b\x00c\x9bd", "abcd"),
        ("\u202eevil\u202c", "evil"),
        ("half \ud83d", "half ?"),
        ("two\nlines\tkept", "two\nlines\tkept"),
        ("naïve – 日本 👍", "naïve – 日本 👍"),
    ],
)
def test_nothing_that_a_terminal_would_obey_gets_through(written, shown):
    """Colours, titles, links, bells and turned writing are gone; letters stay."""
    assert shown == clean(written)


@given(st.text())
def test_clean_text_can_always_be_written(text):
    """No control character is left, and cleaning twice changes nothing."""
    shown = clean(text)

    shown.encode("utf-8")
    assert not any(ord(sign) < 0x20 and sign not in "\n\t" for sign in shown)
    assert shown == clean(shown)


@given(st.binary(max_size=300))
def test_any_bytes_come_to_an_end(content):
    """Whatever is piped in, lines come out of it and then the end."""
    source = _lines_of(content)
    lines = []
    while not isinstance(line := source.line(), Ended):
        lines.append(line)
    os.close(source._number)

    assert len(lines) <= content.count(b"\n") + 1


def test_hand_over_is_a_value():
    """A file is handed to the channel, never written by the host."""
    assert ("a", "b", b"") == HandOver("a", "b")
