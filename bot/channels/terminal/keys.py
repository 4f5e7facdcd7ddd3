"""What each key does; everything a key can cause is a method of `Hands`, and nothing else.

Letters, moving and erasing are prompt_toolkit's own. No key of the alphabet is ever a command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.key_binding.key_processor import KeyPressEvent

PAGE = 10
"""Rows that one key scrolls on the private screen."""


class Hands(Protocol):
    """What keys can do."""

    def state(self, name: str) -> bool:
        """Whether something holds now: covered, empty, arrows, scale, list, ticks, wait, words, hidden."""
        ...

    def arrow(self, by: int) -> None:
        """Up or down: choose."""
        ...

    def sideways(self, by: int) -> None:
        """Left or right on a scale."""
        ...

    def end(self, *, first: bool) -> None:
        """To the first or last option."""
        ...

    def tick(self) -> None:
        """Tick or untick."""
        ...

    def enter(self) -> None:
        """Send, or say why not."""
        ...

    def other_enter(self) -> None:
        """Alt+Enter: a new line; in the bigger place to write, send."""
        ...

    def complete(self) -> None:
        """Finish the word that was begun."""
        ...

    def paste(self, text: str) -> None:
        """Take a pasted text in."""
        ...

    def scroll(self, by: int) -> None:
        """Read back on the private screen."""
        ...

    def interrupt(self) -> None:
        """Clear the line; leave where it is empty."""
        ...

    def leave(self) -> None:
        """Leave, with all that is kept."""
        ...

    def vanish(self) -> None:
        """Leave at once and leave nothing on the screen."""
        ...

    def uncover(self) -> None:
        """Try to take the cover away."""
        ...

    def repaint(self) -> None:
        """Draw the screen afresh."""
        ...

    def suspend(self) -> None:
        """Go to the background of the shell."""
        ...


def bindings(hands: Hands) -> KeyBindings:
    """Return the keys of a talk."""
    keys = KeyBindings()

    def when(*names: str) -> Condition:
        return Condition(
            lambda: all(hands.state(name.lstrip("!")) != name.startswith("!") for name in names)
        )

    def on(
        *pressed: str, only: tuple[str, ...] = (), eager: bool = False
    ) -> Callable[[Callable[[], None]], None]:
        def put(action: Callable[[], None]) -> None:
            def handle(_event: KeyPressEvent) -> None:
                action()

            keys.add(*pressed, filter=when(*only), eager=eager)(handle)

        return put

    # Ahead of everything, in every state.
    on("escape", "escape", "escape", eager=True)(hands.vanish)

    on("c-c", eager=True)(hands.interrupt)
    on("c-d", only=("empty",), eager=True)(hands.leave)
    on("c-d", only=("covered",), eager=True)(hands.leave)
    on("c-z", only=("!covered",))(hands.suspend)
    on("c-l")(hands.repaint)

    talking = ("!covered",)
    on("enter", only=("covered",))(hands.uncover)
    on("enter", only=talking)(hands.enter)
    on("escape", "enter", only=talking)(hands.other_enter)
    on("tab", only=talking)(hands.complete)
    on("s-tab", only=talking)(lambda: hands.arrow(-1))

    choosing = (*talking, "arrows")
    on("up", only=choosing)(lambda: hands.arrow(-1))
    on("down", only=choosing)(lambda: hands.arrow(1))
    on("home", only=(*choosing, "empty"))(lambda: hands.end(first=True))
    on("end", only=(*choosing, "empty"))(lambda: hands.end(first=False))
    on("left", only=(*talking, "scale", "empty"))(lambda: hands.sideways(-1))
    on("right", only=(*talking, "scale", "empty"))(lambda: hands.sideways(1))
    on(" ", only=(*talking, "ticks", "empty"))(hands.tick)
    for key in (" ", "up", "down", "left", "right", "backspace"):
        on(key, only=(*talking, "wait", "empty"))(hands.enter)

    on("pageup", only=(*talking, "hidden"))(lambda: hands.scroll(PAGE))
    on("pagedown", only=(*talking, "hidden"))(lambda: hands.scroll(-PAGE))

    @keys.add(Keys.BracketedPaste, filter=when("!covered"))
    def _paste(event: KeyPressEvent) -> None:
        hands.paste(event.data)

    # The line editor would send the line by these, past all that happens on Enter.
    for unused in (("c-o",), ("escape", "#")):
        on(*unused)(lambda: None)
    return keys
