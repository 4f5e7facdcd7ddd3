"""Logs as JSON, one object a line: kinds of events, ids made by chance, times; never a word or a name."""

from __future__ import annotations

import json
import logging
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

LOGGER = "afterword.discord"

DETAIL = "detail"
"""The attribute of a record that holds its own fields, all of them numbers or words of ours."""


class Wordless(logging.Formatter):
    """Writes what a record is, not what was filled into it: that may be what somebody typed.

    `places` says where in the code an error happened.
    """

    def __init__(self, places: Callable[[BaseException], list[str]]) -> None:
        super().__init__()
        self._places = places

    def format(self, record: logging.LogRecord) -> str:
        """Return one line; the arguments and the text of an error are left out."""
        line: dict[str, Any] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.msg if isinstance(record.msg, str) else type(record.msg).__name__,
            **getattr(record, DETAIL, {}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = self._places(record.exc_info[1])
        return json.dumps(line)


def set_up(places: Callable[[BaseException], list[str]]) -> logging.Logger:
    """Send every log of this process to standard error, as JSON, and return the bot's own."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Wordless(places))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logger = logging.getLogger(LOGGER)
    logger.setLevel(logging.INFO)
    return logger
