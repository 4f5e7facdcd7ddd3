"""What dialogs compile to: frozen values with every name settled; how they run is the engine's job."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - dataclasses name it at run time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.dialogue.expressions import Guard
    from bot.understanding.grammar import PlainPhrase

DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Where:
    """A place in an author's file: path as the author knows it, line and column from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its id (`dialog/step/field`), its variants, and the twin used when a name is unknown.

    A variant is a tuple of segments: plain `str`, or `Slot`.
    """

    id: str
    variants: tuple[tuple[str | Slot, ...], ...]
    twin: tuple[tuple[str | Slot, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """`{name}`, or with `quoted` `{quote(name)}`."""

    name: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class SignalMark:
    """A safety signal that an option carries, as `signal: R5 amber`."""

    code: str
    level: str


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen. `then` is the address of its own steps, or -1.

    An option that `opens` a command answers nothing: the command is done, and the question stays.
    `also` holds compiled phrases (bot.understanding.grammar) for what people type instead of the
    label.
    """

    id: str
    label: str
    reply: Text | None = None
    signal: SignalMark | None = None
    guard: Guard | None = None
    then: int = -1
    formerly: tuple[str, ...] = ()
    opens: str = ""
    also: tuple[PlainPhrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A step that waits. `kind`: choose pick confirm rate number date write list wait.

    `low`/`high` bound rate and number; `most` bounds list; `seconds` is the length of a wait.
    `leave` is the label of the way out of a wait. A kept note that `greets` meets the person at the
    next start. `remember` is the person fact that the answer is kept as, and that stands for asking.
    """

    name: str
    kind: str
    text: Text
    options: tuple[Option, ...] = ()
    why: Text | None = None
    low: float = 0
    high: float = 10
    low_label: str = ""
    high_label: str = ""
    unit: str = ""
    most: int = 1
    seconds: int = 0
    leave: str = ""
    alone: str = ""
    other: bool = False
    recognise: str = ""
    keep: str = ""
    greets: bool = False
    gate: bool = False
    remember: str = ""
    unclear: tuple[Text, ...] = ()
    formerly: tuple[str, ...] = ()
    where: Where | None = None


# Instructions. A program is a flat tuple of them; an address is an index into it.


@dataclass(frozen=True, slots=True)
class Say:
    """Say `text`; with `keep`, also put it under *my notes* with that title."""

    step: str
    text: Text
    keep: str = ""
    sources: tuple[str, ...] = ()
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask `question`; after an option with `then`, go on at that address, else at the next one."""

    step: str
    question: Question
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """Go on at the next address when `guard` is true, else at `otherwise`."""

    step: str
    guard: Guard
    otherwise: int
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Jump:
    """Go on at `to`."""

    to: int


@dataclass(frozen=True, slots=True)
class ForEach:
    """Run the steps up to `Next` once an item of the list answer `of`; skip to `after` when done."""

    step: str
    name: str
    of: str
    after: int
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Next:
    """End of a `ForEach` body: back to `loop` with the next item."""

    loop: int


@dataclass(frozen=True, slots=True)
class Call:
    """Run `dialog` and come back; `name` is the answer that holds its outcome ("" for none).

    `hands` maps the callee's `takes` names to this dialog's answer names.
    """

    step: str
    dialog: str
    name: str = ""
    hands: tuple[tuple[str, str], ...] = ()
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Remember:
    """Keep the answer `source` as the person fact `fact`."""

    step: str
    fact: str
    source: str
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Remind:
    """A reminder that opens `dialog`: once after `first_seconds`, or every so long until `days` are over.

    `days` is a number, or the name of a number answer.
    """

    step: str
    dialog: str
    first_seconds: int
    every_seconds: int = 0
    days: float | str = 0
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Show:
    """Show `what` (lines, reasons, notes, answers, mood); `of` narrows it."""

    step: str
    what: str
    of: tuple[str, ...] = ()
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a `conclude`. `guard` is None for `otherwise`."""

    outcome: str
    guard: Guard | None
    text: Text | None = None
    if_unknown: str = ""
    only_when_sure: bool = False
    because: str = ""
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Conclude:
    """Find the first row that holds; `name` is the answer that holds its outcome."""

    step: str
    rows: tuple[Row, ...]
    name: str = ""
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class End:
    """End the dialog with `outcome`; with `stop`, end the whole talk."""

    step: str
    outcome: str
    stop: bool = False
    where: Where | None = None


Instruction = (
    Say | Ask | Branch | Jump | ForEach | Next | Call | Remember | Remind | Show | Conclude | End
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """Weighs the answer `source`: option id → (side, sentence), side one of for, against, mixed."""

    id: str
    asks: str
    source: str
    weights: Mapping[str, tuple[str, str]]
    evidence: str = ""
    changeable: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """`never` breaks where `guard` is true, `always` where it is not true.

    One that is `implied` stands in no file: a call to a dialog with `contact: yes` makes it.
    """

    says: str
    guard: Guard
    never: bool
    where: Where | None = None
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Program:
    """One dialog, ready to run. It starts at address 0.

    `types` gives each answer name its type, as written by `bot.language.types`:
    "one:a,b" · "many:a,b" · "number" · "date" · "text:a,b" (classes) · "list:a,b".
    """

    dialog: str
    title: str
    digest: str
    code: tuple[Instruction, ...]
    types: Mapping[str, str]
    node_of: tuple[str, ...]
    minutes: float = 0
    takes: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    recalls: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()
    formerly: tuple[str, ...] = ()
    contact: bool = False
