"""Where in an author's files a text of the bot's comes from, down to its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.program import Ask, Conclude, Say, Where
from bot.language.files import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.dialogue.library import Library
    from bot.dialogue.program import Program, Text
    from bot.language.diagnostics import Source

SAME_LINE = 4
"""Words of a text that are looked for in the file; a long text is broken over several lines."""
STEP_LINES = 200
"""Lines below the start of a step in which its text is looked for."""


class Places:
    """The place of every text of a library, by its id."""

    def __init__(self, library: Library, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._texts = {
            text.id: (text, where)
            for program in library.programs.values()
            for text, where in texts_of(program)
        }

    def of(self, shown: str) -> Where | None:
        """Return the place of a text by the id it was shown with; None where it has none."""
        name = shown.partition("~")[0]
        found = self._texts.get(name)
        if found is not None:
            return self._line_of(*found)
        return self._phrase(name)

    def _line_of(self, text: Text, where: Where) -> Where:
        """Return the line of a step that the text itself stands on; the step's own where it is not seen."""
        source = self._sources.get(where.file)
        words = _first_words(text)
        if source is None or not words:
            return where
        for line in range(where.line, where.line + STEP_LINES):
            column = source.line(line).find(words)
            if column >= 0:
                return Where(where.file, line, column + 1)
        return where

    def _phrase(self, name: str) -> Where | None:
        """Return the place of one of the engine's own sentences."""
        file = next((one for one in self._sources if one.endswith(f"/{TEXTS}")), "")
        source = self._sources.get(file)
        for line in range(1, len(source.starts) + 1) if source is not None and name else ():
            if source is not None and source.line(line).startswith(f"{name}:"):
                return Where(file, line, 1)
        return None


def texts_of(program: Program) -> Iterator[tuple[Text, Where]]:
    """Give every text of a program with the place of its step."""
    for step in program.code:
        match step:
            case Say(text=text, where=Where() as where):
                yield text, where
            case Ask(question=question, where=Where() as where):
                texts = [question.text, question.why, *question.unclear]
                texts += [one.reply for one in question.options]
                yield from ((text, where) for text in texts if text is not None)
            case Conclude():
                for row in step.rows:
                    place = row.where or step.where
                    if row.text is not None and place is not None:
                        yield row.text, place
            case _:
                continue


def _first_words(text: Text) -> str:
    for segment in text.variants[0] if text.variants else ():
        if isinstance(segment, str) and segment.strip():
            return " ".join(segment.split()[:SAME_LINE])
    return ""
