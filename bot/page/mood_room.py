"""The room behind /mood: how somebody was over time, shown in the talk, and as a file on request.

While it is very low nothing is shown by itself: first comes what helps, and looking is a choice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import rooms
from bot.dialogue.session import SayText
from bot.dialogue.wording import day_of
from bot.mood.course import is_hard
from bot.page.answer import Answer
from bot.talks import HandOver, ShowMood

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogue.library import Library
    from bot.mood.course import Mood

ROOM = "mood"
"""The command, and the step of every question that is put here."""

SEE, STAY = "page see", "stay"
HELPING = ("tools/just-sit-with-me", "tools/steady", "tools/grounding")
"""What is offered before a very low mood is shown."""

SENTENCES: Mapping[str, str] = {
    "none": "There is no picture yet. It grows with check-ins: /checkin starts one.",
    "hard": "It has been hard these days. You don't have to look at numbers now. What would be good?",
    "see": "Show me the picture",
    "stay": "Nothing, let's go on",
    "file": "Would you like it as a file, too?",
    "file-png": "Yes, as a picture (PNG)",
    "file-svg": "Yes, as a drawing for the web (SVG)",
    "file-no": "No, let's go on",
    "handed": "Here it is. Anyone who opens the file can see it. /erase does not reach it.",
}


def answer(library: Library, mood: Mood, now: float, choice: str = "") -> Answer:
    """Answer what was chosen here: "" to begin with, `see`, `png` or `svg`.

    `now` is in seconds since the epoch.
    """
    if not mood.points:
        return Answer((_say(library, "none"),))
    match choice:
        case "png":
            from bot.mood.png import mood_png  # noqa: PLC0415 - brings the painter

            file = HandOver(_name(now, choice), content=mood_png(mood))
            return Answer((_say(library, "handed"), file))
        case "svg":
            from bot.mood.svg import mood_svg  # noqa: PLC0415 - few ask for it

            return Answer((_say(library, "handed"), HandOver(_name(now, choice), mood_svg(mood))))
        case "" if is_hard(mood, now):
            offers = rooms.listed(library, HELPING)
            offers |= {SEE: _words(library, "see"), STAY: _words(library, "stay")}
            asked = rooms.ask(library, ROOM, offers, _words(library, "hard"))
            return Answer((asked,), asked)
        case _:
            offers = {f"page {one}": _words(library, f"file-{one}") for one in ("png", "svg")}
            offers = {STAY: _words(library, "file-no"), **offers}
            asked = rooms.ask(library, ROOM, offers, _words(library, "file"))
            return Answer((ShowMood(mood), asked), asked)


def _name(now: float, ending: str) -> str:
    return f"mood-{day_of(now).replace(' ', '-').lower()}.{ending}"


def _words(library: Library, name: str) -> str:
    return library.phrases.get(f"host.{ROOM}.{name}") or SENTENCES[name]


def _say(library: Library, name: str) -> SayText:
    return SayText(f"host/{ROOM}-{name}", _words(library, name))
