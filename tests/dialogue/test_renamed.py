"""A rename that is said loses nothing."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.engine import fold


def test_a_talk_of_a_renamed_dialog_goes_on(talk, library):
    """The log names the older dialog, and the library knows it by `formerly:`."""
    live = talk("7")
    entries = live.session.entries
    old = entries[0].dialog
    moved = replace(library.programs[old], dialog="home/new-name", formerly=(old,))
    programs = {name: one for name, one in library.programs.items() if name != old}
    renamed = replace(library, programs={**programs, "home/new-name": moved}, _plans={})

    assert live.view.open.key == fold(renamed, entries).view.open.key
