"""Where a talk stands: the entries that are its truth, the events it hears, the effects it causes."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - NamedTuples name it at run time
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from bot.dialogue.program import Question

# --- values -------------------------------------------------------------------


class Interval(NamedTuple):
    """A stretch of days before its answer, both ends included; `said` is how the person put it."""

    days_min: int
    days_max: int
    said: str = ""


class Item(NamedTuple):
    """One item of a list answer: an id that is its own for good, and the person's words."""

    id: str
    text: str


class Words(NamedTuple):
    """The answer to `write`: the person's words and the classes heard in them when they were given."""

    text: str
    classes: tuple[str, ...] = ()


# An answer's value; None is *unknown*. One member is a str, several a tuple of str.
Value = str | int | float | tuple[str, ...] | tuple[Item, ...] | Interval | Words | None


class Key(NamedTuple):
    """Which asking of which question: frame path, step, visit from 1, and the item of a `for each`."""

    frame: str
    step: str
    visit: int = 1
    item: str = ""


# --- entries: the log (L1) ----------------------------------------------------
# Each has `seq` (from 1, rising), `at` (seconds since the epoch, UTC), `message` (platform id or "").


class Started(NamedTuple):
    """The talk began with `dialog`, whose program had this digest; chance is `seed`."""

    seq: int
    at: float
    message: str
    dialog: str
    digest: str
    seed: int
    language: str = "en"
    texts: tuple[str, ...] = ()


class Answered(NamedTuple):
    """`marked`: the words carry a safety signal and are never quoted. `classes`: frozen meaning (L3)."""

    seq: int
    at: float
    message: str
    key: Key
    value: Value
    marked: bool = False
    texts: tuple[str, ...] = ()


class Skipped(NamedTuple):
    """The question at `key` was left unknown; `forgotten` says that an answer once stood here."""

    seq: int
    at: float
    message: str
    key: Key
    forgotten: bool = False
    texts: tuple[str, ...] = ()


class Backed(NamedTuple):
    """The answer at `key` was taken back to be asked again."""

    seq: int
    at: float
    message: str
    key: Key
    texts: tuple[str, ...] = ()


class Changed(NamedTuple):
    """The answer at `key` was replaced from afar."""

    seq: int
    at: float
    message: str
    key: Key
    value: Value
    marked: bool = False
    texts: tuple[str, ...] = ()


class Undone(NamedTuple):
    """The entry `target` (Backed, Changed) counts no more."""

    seq: int
    at: float
    message: str
    target: int
    texts: tuple[str, ...] = ()


class Signalled(NamedTuple):
    """A safety signal; never removed (L5). `source`: text, option or asked."""

    seq: int
    at: float
    message: str
    code: str
    level: str
    source: str = "text"


class Retracted(NamedTuple):
    """*That's not what I meant*, said of the signal `target` and confirmed by a clear no."""

    seq: int
    at: float
    message: str
    target: int
    texts: tuple[str, ...] = ()


class Detoured(NamedTuple):
    """`dialog` was opened over the open question; it runs to its own end (L6)."""

    seq: int
    at: float
    message: str
    dialog: str
    texts: tuple[str, ...] = ()


class Drafted(NamedTuple):
    """The interrupted answer to `key`, held until the detour is over."""

    seq: int
    at: float
    message: str
    key: Key
    text: str
    marked: bool = False


class Woke(NamedTuple):
    """The timer of the wait at `key` came due."""

    seq: int
    at: float
    message: str
    key: Key
    texts: tuple[str, ...] = ()


class Recalled(NamedTuple):
    """A person fact as it stood, put in by the host before the event that needs it."""

    seq: int
    at: float
    message: str
    fact: str
    value: Value


class Concluded(NamedTuple):
    """A conclusion as it was shown; `texts` are ids, `lines` the sentences."""

    seq: int
    at: float
    message: str
    key: Key
    outcome: str
    lines: tuple[str, ...] = ()


class Unclear(NamedTuple):
    """Something was said at `key` that did not answer it (no words kept); `texts` were shown for it."""

    seq: int
    at: float
    message: str
    key: Key
    texts: tuple[str, ...] = ()


Entry = (
    Started
    | Answered
    | Skipped
    | Backed
    | Changed
    | Undone
    | Signalled
    | Retracted
    | Detoured
    | Drafted
    | Woke
    | Recalled
    | Concluded
    | Unclear
)

# --- events: what is heard ----------------------------------------------------


class Begin(NamedTuple):
    """Start `dialog`. Chance is `seed`; `facts` are the person facts as they stand."""

    dialog: str
    seed: int
    at: float
    message: str = ""
    facts: Mapping[str, Any] = {}


class Said(NamedTuple):
    """A line that was typed: a command, an answer, or neither."""

    text: str
    at: float
    message: str = ""


class Picked(NamedTuple):
    """Options pressed on the question of turn `seq` (0: whatever is open)."""

    options: tuple[str, ...]
    at: float
    message: str = ""
    seq: int = 0


class Due(NamedTuple):
    """A timer came due for the wait at `key`."""

    key: Key
    at: float
    message: str = ""


class Change(NamedTuple):
    """Put `text` (read as an answer) in place of the answer at `key`."""

    key: Key
    text: str
    at: float
    message: str = ""


Event = Begin | Said | Picked | Due | Change

# --- effects: what should be done ---------------------------------------------


class SayText(NamedTuple):
    """Say `text`; `id` is the text's id with the variant number."""

    id: str
    text: str


class AskQuestion(NamedTuple):
    """Put the open question. `before` is the earlier answer in words; `text` is filled in."""

    key: Key
    question: Question
    id: str
    text: str
    before: str = ""
    due: float = 0.0


class ShowThing(NamedTuple):
    """Show `what`; `rows` are (mark, sentence) pairs for reasons, (label, words) for others."""

    what: str
    rows: tuple[tuple[str, str], ...] = ()


class Signpost(NamedTuple):
    """Help lines of these kinds, for the person's country."""

    kinds: tuple[str, ...]


class Leave(NamedTuple):
    """The talk stops here. `reason`: ended, stopped, paused, exit, or a command of the host's."""

    reason: str
    outcome: str = ""


Effect = SayText | AskQuestion | ShowThing | Signpost | Leave


# --- the session and a turn ---------------------------------------------------


class Alarm(NamedTuple):
    """State for the host: something that falls due. `kind`: timer or reminder.

    A reminder with `every` (seconds) comes again until `until` (seconds since the epoch).
    """

    key: Key
    kind: str
    at: float
    dialog: str = ""
    every: int = 0
    until: float = 0.0


class Note(NamedTuple):
    """State for the host: one kept note; with `greets`, it is said before anything else at a start."""

    key: Key
    title: str
    text: str
    greets: bool = False


class View(NamedTuple):
    """What is folded from the log: open question, environment, stack, state for the host; never says.

    `stack` is the machine's own: where the talk stands, then its detours, oldest first.
    `saving`: "unasked", "yes", "no", "minor". `ended` is the outcome of a talk that is over.
    `closed`: danger was heard, and nothing but the crisis path goes on. `since` is the newest entry
    that moved the talk: a button of an older turn is stale. `shelf` holds standing answers whose
    question is not on the road, `taken` those that were taken back, by key.
    """

    open: AskQuestion | None
    stack: tuple[Any, ...]
    signals: tuple[tuple[str, str], ...] = ()
    due: tuple[Alarm, ...] = ()
    notes: tuple[Note, ...] = ()
    facts: Mapping[str, Value] | None = None
    saving: str = "unasked"
    ended: str = ""
    closed: bool = False
    since: int = 0
    seed: int = 0
    shelf: Mapping[Key, Entry] = {}
    taken: Mapping[Key, Entry] = {}


class Session(NamedTuple):
    """A talk: its entries, and the view folded from them."""

    entries: tuple[Entry, ...]
    view: View


class Turn(NamedTuple):
    """What one event did: the new session, the entries to keep, what should be done, and why."""

    session: Session
    entries: tuple[Entry, ...]
    effects: tuple[Effect, ...]
    trace: tuple[str, ...] = ()
