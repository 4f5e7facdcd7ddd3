"""What authors write, as frozen shapes; each field carries its hover text.

They hold names and texts with their places. What the names mean is settled by the compiler.
"""

# ruff: noqa: RUF009 - `author` makes the field itself

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dialogue.lines import KINDS as LINE_KINDS
from bot.language.decode import Pair, Shape, Short, Verbs, author
from bot.language.kinds import (
    DIALOG,
    GUARD,
    LINE,
    NAME,
    NOWHERE,
    NUMBER,
    PROSE,
    WORD,
    YES_NO,
    Among,
    Amount,
    Later,
    Length,
    LengthKind,
    ListOf,
    MapOf,
    Prose,
    TypeKind,
    Word,
)

if TYPE_CHECKING:
    from bot.language.diagnostics import Span

_STEPS = Later(lambda: STEPS)
_NAMES = ListOf(NAME, single=True)
_WORDS = ListOf(WORD, single=True)

_AS = "The name of the answer; conditions and texts use it. Unique in the dialog."
_FORMERLY = "Older names, so that running talks and kept answers find it."


def _as(*, needed: bool = True) -> Word:
    field: Word = author(NAME, _AS, key="as", needed=needed)
    return field


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step(_Shape):
    id: Word | None = author(NAME, "A name for the step that stays when steps are moved.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question(_Shape):
    why: Prose | None = author(PROSE, "Said when the person asks *why do you ask?*")
    gate: bool = author(
        YES_NO,
        "`yes` for a question about safety: while it is unknown, nothing hopeful is concluded.",
        default=False,
    )
    unclear: tuple[Prose, ...] = author(
        ListOf(PROSE),
        "Said when the answer is not understood: the first, the second time.",
        default=(),
    )
    formerly: tuple[Word, ...] = author(_NAMES, _FORMERLY, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lasting(_Question):
    remember: Word | None = author(
        NAME,
        "Asked once: the answer is kept as this person fact, where saving was agreed to. Later it is "
        "said back instead of asked, and can be changed. Not for questions about safety.",
    )


# --- questions ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Option(_Shape):
    """One thing that can be chosen: a label, or `label:` with more."""

    label: Word = author(LINE, "What the person sees and can press.", needed=True)
    reply: Prose | None = author(PROSE, "One line that is said before the next question.")
    then: tuple[Step, ...] = author(_STEPS, "Steps for this option only.", default=())
    signal: Word | None = author(WORD, "A safety signal it carries: code and level, as `R5 amber`.")
    if_: Word | None = author(GUARD, "Offered only when this is true.")
    also: tuple[Word, ...] = author(
        ListOf(LINE, single=True),
        "What people also type for it, in the phrase language of `config/` (docs/readings.md).",
        default=(),
    )
    formerly: tuple[Word, ...] = author(_NAMES, _FORMERLY, default=())


@dataclass(frozen=True, slots=True)
class Choice(Option):
    """One thing that can be chosen: a label, or `label:` with more."""

    opens: Word | None = author(
        Among("change", "pause", "summary"),
        "Does a command instead of answering: `change` an earlier answer, `pause`, or `summary` "
        "for the page to keep. The question stays.",
    )


OPTION = Short(Shape(Option), "label", LINE)
CHOICE = Short(Shape(Choice), "label", LINE)
_OPTIONS = MapOf(NAME, OPTION)
_CHOICES = MapOf(NAME, CHOICE)


@dataclass(frozen=True, slots=True)
class Choose(_Lasting):
    """Asks for one of the options."""

    text: Prose = author(PROSE, "The question.", key="choose", needed=True)
    as_: Word = _as()
    options: tuple[tuple[Word, Choice], ...] = author(
        _CHOICES, "What can be chosen: a name, a colon, and the label.", needed=True
    )
    other: Word | None = author(
        Among("write"), "`write` lets own words stand as the answer `other`."
    )


@dataclass(frozen=True, slots=True)
class Pick(_Lasting):
    """Asks for any number of the options."""

    text: Prose = author(PROSE, "The question.", key="pick", needed=True)
    as_: Word = _as()
    options: tuple[tuple[Word, Option], ...] = author(
        _OPTIONS, "What can be picked: a name, a colon, and the label.", needed=True
    )
    alone: Word | None = author(NAME, "The option that excludes all others, such as `nothing`.")
    other: Word | None = author(Among("write"), "`write` lets own words be added as `other`.")


@dataclass(frozen=True, slots=True)
class Confirm(_Lasting):
    """Asks for yes, no or not sure: members `yes`, `no`, `unsure`."""

    text: Prose = author(PROSE, "The question.", key="confirm", needed=True)
    as_: Word = _as()


@dataclass(frozen=True, slots=True)
class Rate(_Question):
    """Asks for a whole number on a scale."""

    text: Prose = author(PROSE, "The question.", key="rate", needed=True)
    as_: Word = _as()
    from_: Amount = author(NUMBER, "The lowest number.", default=Amount(0))
    to: Amount = author(NUMBER, "The highest number.", default=Amount(10))
    low: Word | None = author(LINE, "What the lowest number means.")
    high: Word | None = author(LINE, "What the highest number means.")


@dataclass(frozen=True, slots=True)
class Number(_Lasting):
    """Asks for a number."""

    text: Prose = author(PROSE, "The question.", key="number", needed=True)
    as_: Word = _as()
    from_: Amount = author(NUMBER, "The lowest number that is taken.", needed=True)
    to: Amount = author(NUMBER, "The highest number that is taken.", needed=True)
    unit: Word | None = author(LINE, "What is counted, such as `days`.")


@dataclass(frozen=True, slots=True)
class Date(_Lasting):
    """Asks when something was; an answer is a stretch of days."""

    text: Prose = author(PROSE, "The question.", key="date", needed=True)
    as_: Word = _as()


@dataclass(frozen=True, slots=True)
class Write(_Question):
    """Asks for own words."""

    text: Prose = author(PROSE, "The question.", key="write", needed=True)
    as_: Word = _as()
    recognise: Word | None = author(NAME, "The recogniser whose classes a condition may name.")
    keep: Word | None = author(LINE, "Also kept as a note with this title.")
    greets: bool = author(
        YES_NO,
        "`yes`: the note that is kept greets the person at every later start, before anything else.",
        default=False,
    )


@dataclass(frozen=True, slots=True)
class ListQuestion(_Question):
    """Asks for several short texts."""

    text: Prose = author(PROSE, "The question.", key="list", needed=True)
    as_: Word = _as()
    up_to: Amount = author(NUMBER, "How many at most.", needed=True)


@dataclass(frozen=True, slots=True)
class Wait(_Question):
    """Waits a while, with a way out: members `woke`, `left`."""

    length: Length = author(LengthKind(), "How long, as `10 minutes`.", key="wait", needed=True)
    text: Prose = author(PROSE, "What is shown meanwhile.", needed=True)
    leave: Word = author(LINE, "The label of the way out.", needed=True)
    as_: Word | None = _as(needed=False)


# --- steps that pass --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Say(_Step):
    """Says something."""

    text: Prose = author(PROSE, "What is said.", key="say", needed=True)
    unknown: Prose | None = author(PROSE, "Said instead while a name in the text is unknown.")
    keep: Word | None = author(LINE, "Also kept as a note with this title.")
    sources: tuple[Word, ...] = author(
        ListOf(LINE, single=True), "Where it is known from.", default=()
    )


@dataclass(frozen=True, slots=True)
class If(_Shape):
    """Takes `then` when the condition is true, else `else`."""

    guard: Word = author(GUARD, "The condition. Unknown takes `else`.", key="if", needed=True)
    then: tuple[Step, ...] = author(_STEPS, "Steps for when it is true.", needed=True)
    else_: tuple[Step, ...] = author(_STEPS, "Steps for when it is false or unknown.", default=())


@dataclass(frozen=True, slots=True)
class ForEach(_Step):
    """Goes through the steps once an item of a list answer."""

    name: Word = author(NAME, "The name of the item inside the steps.", key="for each", needed=True)
    in_: Word = author(NAME, "The answer that holds the items.", needed=True)
    do: tuple[Step, ...] = author(_STEPS, "The steps.", needed=True)


@dataclass(frozen=True, slots=True)
class Call(_Step):
    """Runs another dialog and comes back."""

    dialog: Word = author(DIALOG, "Its path below `dialogs/`.", key="call", needed=True)
    as_: Word | None = author(NAME, "The name of its outcome, and of what it gives.", key="as")
    with_: tuple[tuple[Word, Word], ...] = author(
        MapOf(NAME, WORD), "What it takes: its name for it, a colon, the answer here.", default=()
    )


@dataclass(frozen=True, slots=True)
class Goto(_Shape):
    """Goes on at a node."""

    node: Word = author(NAME, "The node.", key="goto", needed=True)


@dataclass(frozen=True, slots=True)
class Remember(_Step):
    """Keeps an answer as a person fact, beyond this talk."""

    fact: Word = author(NAME, "The name of the person fact.", key="remember", needed=True)
    from_: Word = author(WORD, "The answer.", needed=True)


@dataclass(frozen=True, slots=True)
class Remind(_Step):
    """Sets a reminder that opens a dialog: once `in:` a while, or `every:` so often `for:` so long."""

    dialog: Word = author(DIALOG, "The dialog it opens.", key="remind", needed=True)
    in_: Length | None = author(LengthKind(), "Once, after this long.")
    every: Length | None = author(LengthKind(), "Again and again, this long apart.")
    for_: Length | None = author(
        LengthKind(named=True), "Until this is over: a length, or a number answer in days."
    )


@dataclass(frozen=True, slots=True)
class Show(_Step):
    """Shows something the program holds."""

    what: Word = author(
        Among("lines", "reasons", "notes", "answers", "since", "mood"),
        "What.",
        key="show",
        needed=True,
    )
    of: tuple[Word, ...] = author(
        ListOf(Among(*LINE_KINDS), single=True), "Kinds of help lines, for `lines`.", default=()
    )


@dataclass(frozen=True, slots=True)
class Row(_Shape):
    """A row of a `conclude`: the first whose condition is true wins."""

    guard: Word = author(GUARD, "When this row wins.", key="if", needed=True)
    outcome: Word = author(NAME, "What it comes to.", needed=True)
    say: Prose | None = author(PROSE, "What is said then.")
    if_unknown: Word | None = author(
        NAME, "While the condition is unknown, sure rows below become this outcome."
    )
    only_when_sure: bool = author(
        YES_NO, "`yes`: wins only while no row above it is open.", default=False
    )
    because: Word | None = author(
        Among("safety-first", "too-soon", "open"), "Which reason of one outcome."
    )


@dataclass(frozen=True, slots=True)
class Otherwise(_Shape):
    """The last row of a `conclude`."""

    outcome: Word = author(NAME, "What it comes to if no row wins.", key="otherwise", needed=True)
    say: Prose | None = author(PROSE, "What is said then.")
    because: Word | None = author(
        Among("safety-first", "too-soon", "open"), "Which reason of one outcome."
    )


@dataclass(frozen=True, slots=True)
class Conclude(_Step):
    """Goes through rows in order and comes to an outcome."""

    rows: tuple[Row | Otherwise, ...] = author(
        ListOf(Verbs("a row", Shape(Row), Shape(Otherwise))),
        "The rows.",
        key="conclude",
        needed=True,
    )
    as_: Word | None = author(NAME, "The name of the outcome.", key="as")


@dataclass(frozen=True, slots=True)
class End(_Shape):
    """Ends this dialog, back to the one that called it."""

    outcome: Word = author(NAME, "How it ended.", key="end", needed=True)


@dataclass(frozen=True, slots=True)
class Stop(_Shape):
    """Ends the whole talk; only in `safety/`."""

    outcome: Word = author(NAME, "How it ended.", key="stop", needed=True)


QuestionStep = Choose | Pick | Confirm | Rate | Number | Date | Write | ListQuestion | Wait
Step = (
    Say | QuestionStep | If | ForEach | Call | Goto | Remember | Remind | Show | Conclude | End | Stop
)  # fmt: skip

QUESTIONS = (Choose, Pick, Confirm, Rate, Number, Date, Write, ListQuestion, Wait)
STEP = Verbs(
    "a step",
    *map(Shape, (Say, *QUESTIONS, If, ForEach, Call, Goto, Remember, Remind, Show, Conclude, End, Stop)),
)  # fmt: skip
STEPS: ListOf = ListOf(STEP)


# --- the file -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Indicator(_Shape):
    """Weighs one answer: what each option speaks for."""

    asks: Prose = author(PROSE, "What it asks, in one sentence.", needed=True)
    weigh: Word = author(WORD, "The answer it weighs.", needed=True)
    for_: tuple[tuple[Word, Word], ...] = author(
        MapOf(NAME, LINE), "Options that speak for it, with a sentence each.", default=()
    )
    mixed: tuple[tuple[Word, Word], ...] = author(
        MapOf(NAME, LINE), "Options that do neither.", default=()
    )
    against: tuple[tuple[Word, Word], ...] = author(
        MapOf(NAME, LINE), "Options that speak against it.", default=()
    )
    source: Word | None = author(LINE, "Where it is known from.")
    changeable: bool = author(YES_NO, "`yes`: *what would change this* may vary it.", default=False)


_TYPES = MapOf(NAME, TypeKind())


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialog(_Shape):
    """One dialog: a talk, or a part of one."""

    dialog: Word = author(DIALOG, "Its path below `dialogs/`, without `.yaml`.", needed=True)
    title: Word = author(LINE, "What it is called in lists.", needed=True)
    minutes: Amount = author(NUMBER, "How long it takes.", default=Amount(0))
    contact: bool = author(
        YES_NO,
        "`yes` for help with getting in touch: it is entered only by a call, where every question "
        "about safety has an answer and no signal bars.",
        default=False,
    )
    takes: tuple[tuple[Word, tuple[Word, ...]], ...] = author(
        _TYPES, "What a caller hands over, with its type.", default=()
    )
    gives: tuple[Word, ...] = author(_WORDS, "Answers the caller may read.", default=())
    recalls: tuple[tuple[Word, tuple[Word, ...]], ...] = author(
        _TYPES, "Person facts it reads, with their types.", default=()
    )
    facts: tuple[tuple[Word, Word], ...] = author(
        MapOf(NAME, GUARD), "Names for conditions.", default=()
    )
    indicators: tuple[tuple[Word, Indicator], ...] = author(
        MapOf(NAME, Shape(Indicator)), "What answers speak for.", default=()
    )
    nodes: tuple[tuple[Word, tuple[Step, ...]], ...] = author(
        MapOf(NAME, STEPS), "The runs of steps; the dialog starts at the first.", needed=True
    )
    never: tuple[tuple[Word, Word], ...] = author(
        ListOf(Pair(LINE, GUARD)), "What must be true on no road.", default=()
    )
    always: tuple[tuple[Word, Word], ...] = author(
        ListOf(Pair(LINE, GUARD)), "What must be true on every road, all the way.", default=()
    )
    formerly: tuple[Word, ...] = author(ListOf(DIALOG, single=True), _FORMERLY, default=())
    reviewed_by: Word | None = author(
        LINE, "The human who read the safety texts.", key="reviewed_by"
    )
    reviewed_on: Word | None = author(LINE, "When they did.", key="reviewed_on")


DIALOG_FILE = Shape(Dialog)
