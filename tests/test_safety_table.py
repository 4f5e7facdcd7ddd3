"""What the shipped dialogs keep for safety is a list that people read; none of it goes unnoticed."""

from __future__ import annotations

from tests.safety_table import TABLE, table


def test_what_is_kept_for_safety_is_what_was_read():
    """A signal, gate, call, cap or promise that is gone or weaker shows as a line that differs."""
    assert TABLE.read_text(encoding="utf-8").splitlines() == table().splitlines()
