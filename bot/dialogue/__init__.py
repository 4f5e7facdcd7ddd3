"""Dialogue: the pure runtime that takes an event and says what should be done."""
