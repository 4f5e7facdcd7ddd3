"""Questions as what can be pressed on Discord: rows of buttons and menus, within its limits.

No label is ever cut: what is too long for a widget stands numbered in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.channels import showing
from bot.channels.discord.addresses import Place, Way, digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.dialogue.program import Question
    from bot.dialogue.session import AskQuestion, Key

IN_A_ROW = 5
"""Buttons side by side (Discord's limit)."""

BUTTON = 38
"""Characters of a button that a phone shows whole; Discord takes 80, and hides the rest."""

MENU = 25
"""Choices of one menu (Discord's limit)."""

CHOICE = 100
"""Characters of a choice in a menu (Discord's limit)."""

SCALE_BUTTONS = 2 * IN_A_ROW
"""Points of a scale that are put as buttons: two rows; a longer one is a menu."""

HOUSE = "!house"
"""The frame of a question that stands outside of every talk: there is nothing behind it to go back to."""

WORDS = (("back", "Back"), ("skip", "Skip"), ("why", "Why do you ask?"), ("pause", "Pause"))
"""What every question can be met with, as (command, label); help stands beside them."""

HELP_LABEL = "Help now"
WRITE_LABEL = "Write your answer"
OWN_LABEL = "In my own words"
MORE_LABEL = "More choices"
ONE, SEVERAL = "Choose one", "Choose all that fit"


class Button(NamedTuple):
    """One button; `tone` is `answer`, `word` or `help`."""

    label: str
    custom_id: str
    tone: str = "answer"


class Menu(NamedTuple):
    """A menu of (label, value) pairs, from which one to `most` are chosen."""

    placeholder: str
    custom_id: str
    choices: tuple[tuple[str, str], ...]
    most: int = 1


Row = tuple[Button, ...] | Menu


class Widgets(NamedTuple):
    """What can be pressed, and the lines of text that belong to it."""

    rows: tuple[Row, ...]
    lines: tuple[str, ...] = ()


def choices(question: Question) -> tuple[tuple[str, str], ...]:
    """Return what can be chosen as (id, label); nothing where the answer is the person's own."""
    match question.kind:
        case "rate":
            numbers = range(int(question.low), int(question.high) + 1)
            return tuple((str(one), str(one)) for one in numbers) if len(numbers) <= MENU else ()
        case "wait":
            return (("left", question.leave or "I'm done waiting"),)
        case "pick" if len(question.options) > MENU:
            # Ticks would be lost from one page to the next: the numbers are written instead.
            return ()
        case _:
            return showing.options(question)


def pages(question: Question) -> int:
    """Return how many menus the choices of a question fill; 0 where there is nothing to choose."""
    return -(-len(choices(question)) // MENU)


def page_of(question: Question, key: Key, turned: str) -> int:
    """Return which page (from 0) the digest of a button turns to; -1 for none."""
    found = (page for page in range(pages(question)) if digest(key, _page(page)) == turned)
    return next(found, -1)


def chosen(question: Question, key: Key, pressed: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the choices with these digests; none unless each of them is there."""
    known = {digest(key, one): one for one, _ in choices(question)}
    return (
        tuple(known[one] for one in pressed if one in known) if set(pressed) <= set(known) else ()
    )


def word(key: Key, pressed: str) -> str:
    """Return the command whose button has this digest; "" for none."""
    return next((name for name, _ in WORDS if digest(key, f"/{name}") == pressed), "")


def widgets(asked: AskQuestion, place: Place, *, typed: bool, page: int = 0) -> Widgets:
    """Return how a question is answered; `typed` says that a line can be written where it stands."""
    question = asked.question
    offered = choices(question)
    labels = _labels(question, offered)
    rows = list(_answers(question, labels, place, page))
    by_hand = not offered or question.other
    if by_hand and not typed:
        label = OWN_LABEL if offered else WRITE_LABEL
        rows.append((Button(label, str(place.address(Way.WRITE))),))
    rows.append(tuple(_words(place)))
    return Widgets(tuple(rows), tuple(_lines(question, offered, labels, page)))


def _answers(
    question: Question, labels: Sequence[tuple[str, str]], place: Place, page: int
) -> Iterator[Row]:
    several = question.kind == "pick"
    most_buttons = SCALE_BUTTONS if question.kind == "rate" else IN_A_ROW
    if not labels:
        return
    short = max(len(label) for _, label in labels) <= BUTTON
    if len(labels) <= most_buttons and short and not several:
        buttons = [Button(label, str(place.address(Way.OPTION, one))) for one, label in labels]
        for start in range(0, len(buttons), IN_A_ROW):
            yield tuple(buttons[start : start + IN_A_ROW])
        return
    here = labels[page * MENU : (page + 1) * MENU]
    offered = tuple((label, digest(place.key, one)) for one, label in here)
    menu = str(place.address(Way.MENU, f"menu {page}"))
    yield Menu(SEVERAL if several else ONE, menu, offered, len(offered) if several else 1)
    last = -(-len(labels) // MENU)
    if last > 1:
        turned = place.address(Way.PAGE, _page((page + 1) % last))
        yield (Button(MORE_LABEL, str(turned), "word"),)


def _labels(question: Question, offered: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return what stands on the widgets: the labels, or their numbers where one is too long."""
    if _is_numbered(offered):
        return tuple((one, str(number)) for number, (one, _) in enumerate(offered, 1))
    if question.kind == "rate":
        low, high = showing.ends(question)
        ends = {f"{question.low:g}": low, f"{question.high:g}": high}
        if len(offered) > SCALE_BUTTONS and max(map(len, ends.values())) <= CHOICE:
            return tuple((one, ends.get(one, label)) for one, label in offered)
    return tuple(offered)


def _lines(
    question: Question,
    offered: Sequence[tuple[str, str]],
    labels: Sequence[tuple[str, str]],
    page: int,
) -> Iterator[str]:
    """Give what the text has to say beside the question itself."""
    if _is_numbered(offered):
        here = list(enumerate((label for _, label in offered), 1))[page * MENU : (page + 1) * MENU]
        yield from (f"{number}. {label}" for number, label in here)
    if not offered:
        yield from (f"{number}. {one.label}" for number, one in enumerate(question.options, 1))
    is_said = question.kind == "rate" and max((len(label) for _, label in labels), default=0) > 3
    if (not offered or question.kind == "rate") and not is_said:
        yield showing.hint(question)


def _is_numbered(offered: Sequence[tuple[str, str]]) -> bool:
    return max((len(label) for _, label in offered), default=0) > CHOICE


def _words(place: Place) -> Iterator[Button]:
    if place.key.frame != HOUSE:
        for name, label in WORDS:
            yield Button(label, str(place.address(Way.WORD, f"/{name}")), "word")
    yield Button(HELP_LABEL, str(place.address(Way.HELP)), "help")


def _page(page: int) -> str:
    return f"page {page}"
