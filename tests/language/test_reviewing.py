"""Who has read what about safety is entered by that person only, and what nobody has is listed."""

from __future__ import annotations

import pytest

from bot.language.diagnostics import Source
from bot.language.library import compile_dialogs
from bot.language.reviewing import listed, unreviewed
from bot.language.rules import read_rules

DIALOG = "dialog: safety/a\ntitle: A\n{entry}nodes:\n  start:\n    - end: done\n"


def test_files_about_safety_without_an_entry_are_listed():
    """Dialogs and rules alike; others need none, and an entry takes a file off the list."""
    texts = {
        "dialogs/safety/a.yaml": "title: A\n",
        "dialogs/safety/b.yaml": "title: B\nreviewed_by: A name\nreviewed_on: 2026-11-25\n",
        "dialogs/tools/c.yaml": "title: C\n",
        "config/safety/d.yaml": "title: D\n# reviewed_by: nobody\n",
    }

    notes = list(unreviewed({name: Source(name, text) for name, text in texts.items()}))

    assert ["config/safety/d.yaml", "dialogs/safety/a.yaml"] == [one.file for one in notes]
    assert {"note"} == {one.severity for one in notes}
    assert "config/safety/ d; dialogs/safety/ a" in listed(notes)
    assert "" == listed([])


ENTRIES = [
    ("reviewed_by: A name\nreviewed_on: 2026-11-25\n", []),
    ("reviewed_by: A name\n", ["D113"]),
    ("reviewed_on: 2026-11-25\n", ["D113"]),
    ("reviewed_by: A name\nreviewed_on: last week\n", ["D114"]),
    ("reviewed_by: A name\nreviewed_on: 2026-13-25\n", ["D114"]),
]


@pytest.mark.parametrize(("entry", "codes"), ENTRIES)
def test_an_entry_has_a_name_and_a_day(entry, codes):
    """Half an entry, or one without a real day, is a mistake."""
    found = compile_dialogs({"dialogs/safety/a.yaml": DIALOG.format(entry=entry).encode()})

    assert codes == [one.code for one in found.diagnostics]


def test_rule_files_take_an_entry_too():
    """Whoever read the rules enters it where they stand."""
    text = "title: A\nreviewed_by: A name\nreviewed_on: 2026-11-25\npatterns: {}\n"

    assert read_rules({"config/safety/a.yaml": text})
