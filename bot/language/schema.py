"""The JSON Schema of a dialog file, for editors; generated from the shapes that decode."""

from __future__ import annotations

from typing import Any

from bot.language.model import DIALOG_FILE


def schema() -> dict[str, Any]:
    """Return the schema (draft-07, which is what editors speak)."""
    definitions: dict[str, Any] = {}
    root = DIALOG_FILE.schema(definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A dialog",
        **root,
        "definitions": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """Return the schema as it stands in `dialogs/schema.json`."""
    import json  # noqa: PLC0415 - only to write the file

    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
