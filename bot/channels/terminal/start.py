"""Opens the keyboard and the screen of this terminal, as prompt_toolkit knows them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prompt_toolkit.input import create_input
from prompt_toolkit.output import create_output
from prompt_toolkit.output.vt100 import Vt100_Output

from bot.channels.terminal import leaving
from bot.channels.terminal.channel import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.channels.fitting import Wishes
    from bot.host import Clock, HandOver, Host


def terminal(
    host: Host,
    person: str,
    clock: Clock,
    hand_over: Callable[[HandOver], str],
    wishes: Wishes,
    on_other_screen: Callable[[bool], None],
) -> Terminal | None:
    """Return a talk on this terminal; None where it can't be drawn on."""
    try:
        source, output = create_input(), create_output()
    except Exception:  # noqa: BLE001 - a console that refuses has an error class only on Windows
        return None
    if isinstance(output, Vt100_Output):
        # Asking where the cursor stands is not needed here, and a late answer would be left as
        # rubbish on the shell's line after a kill.
        output.enable_cpr = False
    leaving.take_neutral_name()
    return Terminal(
        host, person, source=source, output=output, clock=clock, hand_over=hand_over,
        wishes=wishes, environ=os.environ, on_other_screen=on_other_screen,
    )  # fmt: skip
