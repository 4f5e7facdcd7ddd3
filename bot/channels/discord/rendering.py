"""Effects of a turn as messages for Discord: few, whole, and the last with what can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, assert_never

from bot.channels import showing
from bot.channels.discord import wording
from bot.channels.discord.breaking import packed, plain
from bot.channels.discord.widgets import Row, widgets
from bot.dialogue.session import AskQuestion, Leave, SayText, ShowThing, Signpost
from bot.host import HandOver, Moved, ShowMood, Taken
from bot.mood import course

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.channels.discord.addresses import Place
    from bot.host import HostEffect
    from bot.mood.course import Mood


class Message(NamedTuple):
    """One message: its text (Discord's markup), rows to press, and a file."""

    text: str
    rows: tuple[Row, ...] = ()
    file: HandOver | None = None
    said: str = ""
    """What a picture shows, in words, for whoever can't see it."""


class Turn(NamedTuple):
    """What a turn shows. `open` is the question it ends on, `place` where that stands."""

    messages: tuple[Message, ...] = ()
    open: AskQuestion | None = None
    place: Place | None = None


def render(  # noqa: C901 - an arm for each effect
    effects: Sequence[HostEffect],
    place: Callable[[AskQuestion], Place],
    lines: Callable[[Sequence[str]], Sequence[str]],
    *,
    typed: bool,
    page: int = 0,
) -> Turn:
    """Return effects as messages.

    `place` says where a question stands, `lines` gives help lines of some kinds, `typed` that a
    line can be written where the messages stand. Of several questions only the last is open.
    """
    asked = [one for one in effects if isinstance(one, AskQuestion)]
    last = asked[-1] if asked else None
    paragraphs: list[str] = []
    files: list[Message] = []
    for effect in effects:
        match effect:
            case SayText():
                paragraphs.append(plain(effect.text))
            case Taken():
                paragraphs.append(f"-# You chose: {plain(effect.words)}")
            case ShowThing():
                rows = [showing.row(mark, words) for mark, words in effect.rows]
                paragraphs.append(_listed(showing.heading(effect.what), rows))
            case ShowMood():
                paragraphs.append(f"**{plain(course.HEADING)}**")
                files.append(Message("", (), *_painted(effect.mood)))
            case Signpost():
                paragraphs.append(_listed(showing.REACH, lines(effect.kinds)))
            case HandOver():
                files.append(Message("", (), effect))
            case Leave():
                paragraphs.append(wording.LEFT.get(effect.reason, wording.OVER))
            case AskQuestion() | Moved():
                pass
            case _:
                assert_never(effect)
    rows_below: tuple[Row, ...] = ()
    where = None
    if last is not None:
        where = place(last)
        made = widgets(last, where, typed=typed, page=page)
        rows_below = made.rows
        paragraphs.append("\n".join(_question(last, made.lines)))
    return Turn(tuple(_messages(paragraphs, rows_below, files)), last, where)


def _question(asked: AskQuestion, lines: Sequence[str]) -> Iterator[str]:
    yield f"**{plain(asked.text)}**"
    if asked.before:
        yield f"-# Before: {plain(asked.before)}"
    yield from (plain(one) for one in lines if one)


def _painted(mood: Mood) -> tuple[HandOver, str]:
    from bot.mood.png import mood_png  # noqa: PLC0415 - few talks come to a picture

    return HandOver("mood.png", content=mood_png(mood)), course.alt_text(mood)


def _listed(heading: str, rows: Sequence[str]) -> str:
    return "\n".join((f"**{plain(heading)}**", *(f"- {plain(row)}" for row in rows)))


def _messages(
    paragraphs: Sequence[str], rows: tuple[Row, ...], files: Sequence[Message]
) -> Iterator[Message]:
    texts = packed(paragraphs)
    for text in texts[:-1]:
        yield Message(text)
    yield from files
    if texts:
        yield Message(texts[-1], rows)
