"""Puts everything a store holds about a person into plain values, the same for every store."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.store.protocol import Store


EXPORT = 1
"""The version of the form described in docs/export.md."""


def everything_about(store: Store, person: str) -> dict[str, Any]:
    """Return talks with their entries, facts, notes and reminders, ready for `json.dump`."""
    return {
        "afterword": EXPORT,
        "person": person,
        "conversations": [
            {
                "id": talk.id,
                "dialog": talk.dialog,
                "started": talk.started,
                "touched": talk.touched,
                "ended": talk.ended,
                "entries": [
                    {
                        "seq": row.seq,
                        "at": row.at,
                        "message": row.message,
                        "entry": json.loads(row.payload),
                    }
                    for row in store.rows(talk.id)
                ],
            }
            for talk in store.conversations(person)
        ],
        "facts": [
            {"name": fact.name, "value": json.loads(fact.value), "at": fact.at}
            for fact in store.facts(person)
        ],
        "notes": [
            {"key": note.key, "title": note.title, "text": note.text, "at": note.at}
            for note in store.notes(person)
        ],
        "reminders": [
            {"key": reminder.key, "due": reminder.due, "dialog": reminder.dialog}
            for reminder in store.reminders(person)
        ],
    }
