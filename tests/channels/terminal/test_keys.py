"""What keys do to a talk: pressed through a pipe, read by prompt_toolkit, answered by the real host."""

from __future__ import annotations

import io
from select import select

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from bot.channels.fitting import Wishes
from bot.channels.showing import CLEAR, LISTENING, TOO_LONG
from bot.channels.terminal import channel
from bot.channels.terminal.answering import NOTHING_CHOSEN, NOTHING_TICKED
from bot.channels.terminal.channel import INTERRUPTED, LEFT, Terminal
from bot.dialogue.program import Ask, End, Option, Program, Question, Text
from bot.host import Host
from bot.store.memory import MemoryStore
from bot.store.payload import entries_of
from tests.small_library import DOOR, PLAN, small_library

ENTER = "\r"
UP, DOWN, RIGHT, LEFT_KEY = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
ALT_ENTER = "\x1b\r"
ESCAPES = "\x1b\x1b\x1b"
CTRL_C, CTRL_D = "\x03", "\x04"


def pasted(text):
    return f"\x1b[200~{text}\x1b[201~"


class FakeClock:
    def __init__(self):
        self.at = 1_000_000.0

    def now(self):
        return self.at


class Talk:
    """A talk with the keys of `chunks`, each sent when the screen has drawn what the last one did.

    It ends after the last one, or with `leaves` when the keys have ended it.
    """

    def __init__(
        self, *chunks, dialog=DOOR, library=None, columns=80, rows=40, leaves=False, **wishes
    ):
        self.clock = FakeClock()
        self.out = io.StringIO()
        self.waiting = list(chunks)
        self.leaves = leaves
        self.drawn = []
        with create_pipe_input() as source:
            output = Vt100_Output(
                self.out, lambda: Size(rows, columns), term="xterm", enable_cpr=False
            )
            self.host = Host(
                library or small_library(), MemoryStore, self.clock,
                private=wishes.get("private", False),
            )  # fmt: skip
            self.terminal = Terminal(
                self.host, "me", source=source, output=output, clock=self.clock,
                hand_over=lambda handed: f"It is in {handed.name}", wishes=Wishes(**wishes),
                environ={"TERM": "xterm"},
            )  # fmt: skip
            self.screen = self.terminal._screen
            self.source = source
            self.screen.app.after_render += self._next
            self.code = self.terminal.talk(dialog, 1)

    def _next(self, _app):
        if select([self.source.fileno()], [], [], 0)[0]:
            return
        self.drawn.append(self.below())
        self.session = self.host.session(self.terminal._conversation)
        if not self.waiting and not self.leaves:
            self.open = self.terminal._answering.asked
            self.line = self.screen.line.text
            self.terminal._close(-1, "")
            return
        chunk = self.waiting.pop(0) if self.waiting else ""
        if callable(chunk):
            chunk(self)
            self.screen.app.invalidate()
        else:
            self.source.send_text(chunk)

    def below(self):
        if self.screen.covered:
            return self.terminal._cover.page()
        above, _ = self.terminal.above(79)
        rows = [*above, *self.terminal.below(79)]
        return "\n".join("".join(text for _, text in row) for row in rows)

    @property
    def said(self):
        return [piece.text.strip() for piece in self.screen.paper._pieces]


def with_question(question):
    """Return a library whose door asks this question, and then a second one."""
    library = small_library()
    second = Question("second", "write", Text("second", (("And now?",),)))
    code = (Ask("q", question), Ask("second", second), End("end", "met"))
    types = {"q": "x", "second": "text:"}
    library.programs[DOOR] = Program(DOOR, "Door", "d", code, types, ("start",) * 3)
    return library


def later(seconds):
    def pass_by(talk):
        talk.clock.at += seconds
        talk.terminal.tick_of_time()

    return pass_by


def asked(kind, **more):
    return Question("q", kind, Text("q", (("How?",),)), **more)


FEELINGS = asked("pick", options=(Option("a", "Sad"), Option("b", "Angry"), Option("c", "Calm")))
SCALE = asked("rate", low=0, high=10, low_label="calm", high_label="stormy")


def test_words_are_sent_with_enter_and_stand_above():
    """The plainest thing of all."""
    talk = Talk("he left", ENTER)

    assert "You: he left" in talk.said
    assert "day" == talk.open.question.name


def test_enter_alone_answers_nothing():
    """Nothing is preselected, and a reflex is no answer."""
    talk = Talk("he left", ENTER, ENTER, ENTER)

    assert "day" == talk.open.question.name
    assert NOTHING_CHOSEN in talk.drawn[-1]


def test_an_empty_line_is_met_with_a_word():
    """At an open question too."""
    assert LISTENING in Talk(ENTER).drawn[-1]


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ((DOWN, ENTER), "Good"),
        ((DOWN, DOWN, ENTER), "Bad"),
        ((UP, ENTER), "Bad"),
        (("2", ENTER), "Bad"),
        (("bad", ENTER), "Bad"),
        (("the second one", ENTER), "Bad"),
        ((DOWN, "2", ENTER), "Bad"),
        ((DOWN, "x", "\x7f", DOWN, ENTER), "Good"),
        (("\x1b[F", ENTER), "Bad"),
        (("\x1b[F", "\x1b[H", ENTER), "Good"),
    ],
)
def test_an_option_is_taken_by_arrow_number_label_or_own_words(keys, chosen):
    """Typing wins over pointing; what was chosen is said in words."""
    talk = Talk("he left", ENTER, *keys)

    assert f"You chose: {chosen}" in talk.said
    assert "This talk is over." in talk.said[-1]


def test_the_place_is_said_in_words_as_the_arrow_moves():
    """Not by its position alone."""
    talk = Talk("he left", ENTER, DOWN, DOWN)

    assert "> 2. Bad" in talk.drawn[-1]
    assert "2 of 2: Bad" in talk.drawn[-1]


def test_no_letter_is_an_arrow():
    """Not even j and k."""
    talk = Talk("he left", ENTER, "j", "k")

    assert "jk" == talk.line
    assert "> " not in talk.drawn[-1]


def test_space_ticks_several_and_enter_takes_them():
    """Ticks are said in words before they are sent."""
    talk = Talk(DOWN, " ", DOWN, DOWN, " ", ENTER, library=with_question(FEELINGS))

    assert any("ticked: Sad, Calm" in one for one in talk.drawn)
    assert "You chose: Sad, Calm" in talk.said


def test_pointing_is_not_ticking():
    """Enter on a pointed option of many takes nothing."""
    talk = Talk(DOWN, ENTER, library=with_question(FEELINGS))

    assert "q" == talk.open.question.name
    assert NOTHING_TICKED in talk.drawn[-1]


@pytest.mark.parametrize("line", ["1,3", "1 and 3", "sad, calm"])
def test_several_can_be_typed(line):
    """By number or by name."""
    assert "You chose: Sad, Calm" in Talk(line, ENTER, library=with_question(FEELINGS)).said


@pytest.mark.parametrize(
    ("keys", "number"),
    [((RIGHT, RIGHT, ENTER), "1"), ((LEFT_KEY, ENTER), "10"), (("7", ENTER), "7"), ((UP, ENTER), "0"),
     (("about a six", ENTER), "6")],
)  # fmt: skip
def test_a_scale_takes_arrows_digits_and_words(keys, number):
    """And says the number it took."""
    assert f"You chose: {number}" in Talk(*keys, library=with_question(SCALE)).said


def test_yes_and_no_are_choices_like_others():
    """With an honest third one."""
    talk = Talk(UP, ENTER, library=with_question(asked("confirm")))

    assert "You chose: Not sure" in talk.said


@pytest.mark.parametrize(
    "keys",
    [("one", ALT_ENTER, "two", ENTER), ("one\\", ENTER, "two", ENTER), (pasted("one\r\ntwo"), ENTER),
     ("one\rtwo", ENTER), ("one\rtwo\r",)],
)  # fmt: skip
def test_several_lines_can_be_one_answer(keys):
    """By Alt+Enter, a trailing backslash, or a paste, with marks around it or not."""
    talk = Talk(*keys)

    assert "You: one\ntwo" in talk.said
    assert "day" == talk.open.question.name


def test_a_pasted_paragraph_never_answers_the_next_question():
    """Line ends in it are no Enter; nothing is sent until Enter is pressed."""
    talk = Talk(pasted("he left\r1\rgood\r"))

    assert "line" == talk.open.question.name
    assert "he left\n1\ngood\n" == talk.line


def test_keys_that_came_too_early_answer_nothing():
    """What was typed before a question stood there can't be meant for it."""
    talk = Talk("he left", ENTER, "1\r1\r1\r")

    assert "You chose: Good" in talk.said
    assert 1 == sum(one.startswith("You chose") for one in talk.said)
    assert "" == talk.line


def test_a_paste_brings_no_escapes():
    """Nothing that a terminal would obey is taken in."""
    assert "red" == Talk(pasted("\x1b[31mred\x1b[0m\x07")).line


def test_a_paste_without_end_is_cut(monkeypatch):
    """And that is said."""
    monkeypatch.setattr(channel, "LONGEST", 10)
    talk = Talk(pasted("a" * 30))

    assert "a" * 10 == talk.line
    assert TOO_LONG in talk.drawn[-1]


def test_long_makes_enter_a_new_line():
    """Escape, then Enter sends; the toolbar says so."""
    talk = Talk("/long", ENTER, "one", ENTER, "two", ENTER, ALT_ENTER)

    assert any("Esc, then Enter sends" in one for one in talk.drawn)
    assert "You: one\ntwo" in talk.said
    assert not talk.terminal._answering.long


def test_a_word_is_finished_by_tab():
    """Begun with a slash, shown with its meaning."""
    talk = Talk("/wh", "\t", ENTER)

    assert any("why do you ask?" in one for one in talk.drawn)
    assert "You: /why" in talk.said


def test_a_suggested_word_can_be_taken_by_arrow():
    """Enter sends the pointed one."""
    talk = Talk("/", DOWN, ENTER)

    assert "You: /help" in talk.said


def test_a_slip_in_a_word_is_met_with_the_nearest():
    """Nothing is lost, nothing is guessed."""
    talk = Talk("/hlep", ENTER)

    assert "Did you mean /help?" in talk.said


def test_help_shows_the_lines_and_stays_short():
    """In a small window the numbers must not be pushed out of sight by a table of words."""
    said = Talk("help", ENTER).said
    after = said[said.index("People you can reach now:") :]

    assert "findahelpline.com" in " ".join(after)
    assert any("/back" in one and "/long" in one for one in after)
    assert 8 > len(after)


def test_before_the_first_question_it_says_what_cannot_be_undone():
    """Not only to those who read the help."""
    assert "It can't clear what tmux" in Talk().said[0]


# --- leaving ------------------------------------------------------------------


def test_control_c_clears_the_line_and_then_leaves():
    """Twice is enough, always, and how to come back is said."""
    cleared = Talk("a line", CTRL_C)
    left = Talk("a line", CTRL_C, CTRL_C)

    assert ("", -1) == (cleared.line, cleared.code)
    assert INTERRUPTED == left.code
    assert "Nothing of this talk was kept. Begin again with: afterword" == left.said[-1]


def test_a_kept_place_is_named_when_leaving():
    """What was agreed to is there the next time."""
    talk = Talk("30", ENTER, "1", ENTER, CTRL_D, dialog=PLAN)

    assert LEFT == talk.code
    assert "Your place is kept. Come back with: afterword" == talk.said[-1]


def test_control_d_on_text_is_no_end():
    """It deletes, as everywhere."""
    assert "ab" == Talk("abc", LEFT_KEY, CTRL_D).line


@pytest.mark.parametrize(
    "before",
    [
        (),
        ("half a line",),
        ("he left", ENTER, DOWN),
        ("he left", ENTER, "1", ENTER),
        ("/", DOWN),
        ("/long", ENTER, "one", ENTER),
        ("/cover", ENTER),
        ("/cover blue", ENTER, "x"),
        ("/erase", ENTER),
        ("I want to die tonight", ENTER),
    ],
)
@pytest.mark.parametrize("private", [False, True])
def test_three_escapes_leave_at_every_moment(before, private):
    """Code 0, an empty screen, no word."""
    talk = Talk(*before, ESCAPES, private=private, leaves=True)
    last = talk.out.getvalue().rpartition(CLEAR)[2]

    assert LEFT == talk.code
    assert "\x1b]2;Terminal\x07" == last


def test_escapes_pressed_while_nothing_was_read_still_leave():
    """Keys that came too early are dropped, but not these."""
    talk = Talk("he left\r" + ESCAPES, leaves=True)

    assert LEFT == talk.code
    assert talk.out.getvalue().endswith(f"{CLEAR}\x1b]2;Terminal\x07")


def test_a_paste_whose_end_was_lost_holds_nobody():
    """After a moment its text stands on the line, and three escapes in it still leave."""
    tick = later(0)
    text = Talk("\x1b[200~half a paste", tick, tick, tick)
    left = Talk("\x1b[200~half a paste" + ESCAPES, tick, tick, tick, leaves=True)

    assert "half a paste" == text.line
    assert left.out.getvalue().endswith(f"{CLEAR}\x1b]2;Terminal\x07")


@pytest.mark.parametrize("line", ["/exit", "exit", "/quit"])
def test_exit_leaves_like_three_escapes(line):
    """The word and the keys do the same."""
    talk = Talk(line, ENTER)

    assert LEFT == talk.code
    assert talk.out.getvalue().endswith(f"{CLEAR}\x1b]2;Terminal\x07")


def test_a_window_that_goes_away_is_no_error():
    """The terminal was closed: the talk ends."""
    talk = Talk(lambda it: it.source.close())

    assert LEFT == talk.code


def test_an_error_comes_out_without_a_traceback_on_the_screen():
    """Whoever started the talk hears of it; the screen shows none of a person's words."""
    talk = None

    def fail(it):
        nonlocal talk
        talk = it
        it.host.hear = None

    with pytest.raises(TypeError):
        Talk(fail, "secret words", ENTER)

    assert "Traceback" not in talk.out.getvalue()


# --- time ---------------------------------------------------------------------


MASHED = (
    ENTER, UP, DOWN, LEFT_KEY, RIGHT, ALT_ENTER, " ", "\t", "\x7f", CTRL_C + "x", "1", "2", "good",
    "help" + ENTER, "/back" + ENTER, "/undo" + ENTER, "/change 1" + ENTER, "/skip" + ENTER,
    "/long" + ENTER, "/cover" + ENTER, pasted("two\nlines"), "\x1b[Z", "\x15", "\x1f", "\x12",
)  # fmt: skip
WAIT = asked("wait", seconds=600, leave="I'm done waiting")


@pytest.mark.parametrize("key", [ENTER, " ", UP, RIGHT, "\x7f"])
def test_any_key_but_a_letter_ends_a_wait(key):
    """Leaving early is one press."""
    talk = Talk(later(30), key, library=with_question(WAIT))

    assert "About 10 minutes left" in talk.drawn[1]
    assert "You chose: Done for now" in talk.said


def test_letters_are_still_letters_during_a_wait():
    """Help is one word away, ten minutes long."""
    talk = Talk("help", ENTER, library=with_question(WAIT))

    assert "People you can reach now:" in talk.said
    assert "wait" == talk.open.question.kind


def test_a_wait_ends_by_itself_and_keeps_what_was_being_typed():
    """The talk goes on; a half line stays."""
    talk = Talk("half a li", later(601), library=with_question(WAIT))

    assert "second" == talk.open.question.name
    assert "half a li" == talk.line


def test_after_a_while_without_a_key_the_talk_is_covered():
    """The page says nothing about what is under it; Enter brings the talk back."""
    covered = Talk(later(61), cover_minutes=1)
    back = Talk("half", later(61), ENTER, cover_minutes=1)

    assert "Press Enter to go on." == covered.drawn[-1]
    assert "half" == back.line
    assert "line" == back.open.question.name


def test_nobody_is_covered_who_waits_or_never_wished_it():
    """Ten quiet minutes are what a wait is for."""
    waiting = Talk(later(500), library=with_question(WAIT), cover_minutes=1)
    never = Talk(later(50_000), cover_minutes=0)

    assert not waiting.screen.covered
    assert not never.screen.covered


def test_a_cover_with_a_word_opens_only_with_it():
    """The word is said nowhere."""
    talk = Talk("/cover blue", ENTER, "red", ENTER, "blue", ENTER)

    assert not talk.screen.covered
    assert "blue" not in " ".join(talk.said)
    assert "blue" not in talk.out.getvalue().partition("\x1b[?1049h")[2]


# --- where words go -----------------------------------------------------------


def test_no_answer_is_in_any_history():
    """Up does not bring back what was written."""
    talk = Talk("my secret", ENTER, "1", ENTER, UP, "\x10")

    assert "" == talk.line
    assert [""] == list(talk.screen.line._working_lines)


def test_private_prints_nothing_on_the_usual_screen():
    """All of it is on the terminal's other screen, and read back with a key there."""
    talk = Talk("he left", ENTER, "\x1b[5~", private=True)
    out = talk.out.getvalue()

    assert out.index("\x1b[?1049h") < out.index("What happened")
    assert out.rindex("\x1b[?1049l") > out.rindex("How was it")
    assert "private: nothing is kept" in talk.drawn[-1]
    assert 0 < talk.screen.back


@pytest.mark.parametrize(
    ("line", "standing"),
    [("/private", "private: nothing is kept"), ("/why", "nothing is kept yet")],
)
def test_the_toolbar_says_what_is_kept(line, standing):
    """At every moment."""
    assert standing in Talk(line, ENTER).drawn[-1]


@settings(max_examples=15)
@given(st.lists(st.sampled_from(MASHED), max_size=12))
def test_no_answer_that_was_agreed_to_is_lost(keys):
    """Whatever is pressed: what the talk holds is what the store holds."""
    talk = Talk("30", ENTER, "1", ENTER, *keys, dialog=PLAN)
    kept = entries_of(talk.host.store().rows(talk.terminal._conversation))

    # Going back behind the yes takes it back; what was kept under it is still there.
    agreed = talk.session.view.saving == "yes"
    assert talk.session.entries[: None if agreed else len(kept)] == kept


def test_a_long_list_fits_a_small_window():
    """The pointed option is drawn, whatever there is room for."""
    options = tuple(Option(f"o{n}", f"Number {n} of many") for n in range(1, 37))
    talk = Talk(UP, library=with_question(asked("choose", options=options)), columns=40, rows=12)

    assert "> 36. Number 36 of many" in talk.drawn[-1]
    assert "Number 36" in talk.out.getvalue()
    assert "Window too small" not in talk.out.getvalue()


def test_the_colours_can_be_switched_off():
    """Then no attribute at all is written."""
    talk = Talk("he left", ENTER, DOWN, theme="none")

    assert not any(f"\x1b[0;{code}" in talk.out.getvalue() for code in ("1", "2", "3", "4", "7"))
