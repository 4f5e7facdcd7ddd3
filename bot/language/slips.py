"""Why YAML gave up, in the author's words: the slip of the pen is looked for, also in lines above.

A parser stops where it cannot go on, which is often a line below the mistake. What the nodes of a
file mean is the decoder's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.diagnostics import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    import yaml

    from bot.language.diagnostics import Report

LOOKED_BACK = 2
"""Lines above the place that are looked at: a slip shows in the next line, or the one after it."""

AS_TEXT = 'put the whole text in quotes: "…"'
NOT_CLOSED = "the quotation mark here is not closed on its line"
CLOSE_IT = "put the same mark at the end of the text"

_SIGN = re.compile(
    r"^(?:\s*-\s)*\s*(?:[^\s:#][^:#]*:\s+(?=- ))?(?:[^\s:#-][^:#]*:\s+)?"
    r"(?P<sign>[{\[*&!@%`>|]|(?<=: )- )"
)
_QUOTED = re.compile(
    r"""^(?:\s*-\s)*\s*(?:[^\s:#][^:#]*:\s+)?(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')"""
)
_OPENED = re.compile(r"""^\s*(?:-\s+)*(?:[^\s:#"'\[{][^:#]*:\s+)?(?P<mark>["'])""")
_KEY = re.compile(r"^\s*(?:-\s+)*(?P<key>[A-Za-z][\w -]*):(?:\s|$)")
_LIKE_A_SPACE = re.compile("^[ \t]*(?:-[ \t]*)*([\u00a0\u2000-\u200b\u202f\u3000\ufeff])")
_LONG_DASH = re.compile("^\\s*(?P<dash>[\u2010-\u2015\u2212])\\s")
_CURLY = re.compile("^(?:\\s*-\\s)*\\s*[^\\s:#][^:#]*:\\s+(?P<mark>[\u2018-\u201f\u00ab])")
_STEP_ON_THE_LINE = re.compile(
    r"^\s*(?P<outer>then|else|do):\s+(?P<step>(?P<verb>[a-z ]+): .*\S)\s*$"
)
_FURTHER_IN = re.compile(r"^\s+(?P<key>[^\s:#-][^:#]*):\s*$")
_IN_BRACKETS = ("while parsing a flow mapping", "while parsing a flow sequence")
_CLOSING = {
    '"': re.compile(r'(?:[^"\\]|\\.)*"', re.DOTALL),
    "'": re.compile(r"(?:[^']|'')*'", re.DOTALL),
}


def explain(error: yaml.YAMLError, report: Report, words: frozenset[str], too_deep: str) -> None:
    """Report the mistake behind an error; `words` are the keys that can stand in such a file."""
    source = report.source
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        place = getattr(error, "position", 0)
        report.add(
            "D101", source.span(place, place + 1), "there is a control sign here that text cannot hold",
            "is it a file of a text program? Save it as plain text"
            if source.text.startswith("PK")
            else "delete it and type the line again",
        )  # fmt: skip
        return
    line, column = mark.line + 1, mark.column + 1
    problem = str(getattr(error, "problem", None) or error)
    at = Span(line, column, line, column + 1)
    if "nesting" in problem:
        report.add("D101", at, too_deep, "take the lists and names apart")
    elif (opened := _unclosed_quote(source, line, words)) is not None:
        report.add("D101", opened, NOT_CLOSED, CLOSE_IT)
    elif not (
        _explain_spaces(report, line, column)
        or _explain_long_dash(report, line)
        or _explain_above(report, line, words, problem)
        or _explain_step_in(report, line, words, problem)
    ):
        _explain_here(error, report, at, problem)


def _explain_spaces(report: Report, line: int, column: int) -> bool:
    """Report a tab, or a sign that only looks like a space."""
    for number in range(line, max(0, line - LOOKED_BACK), -1):
        text = report.source.line(number)
        found = _LIKE_A_SPACE.match(text)
        if found is not None:
            place = found.start(1) + 1
            report.add(
                "D102", Span(number, place, number, place + 1),
                "the sign here only looks like a space", "delete it and type a space",
            )  # fmt: skip
            return True
    text = report.source.line(line)
    indent = text[: len(text) - len(text.lstrip())]
    if "\t" in indent or text[column - 1 : column] == "\t":
        tab = (indent if "\t" in indent else text).index("\t") + 1
        report.add("D102", Span(line, tab, line, tab + 1), "there is a tab here", "use spaces")
        return True
    return False


def _explain_long_dash(report: Report, line: int) -> bool:
    """Report a dash that a text program made long, where a step should begin."""
    for number in range(line, max(0, line - LOOKED_BACK), -1):
        found = _LONG_DASH.match(report.source.line(number))
        if found is not None:
            place = found.start("dash") + 1
            report.add(
                "D101", Span(number, place, number, place + 1),
                "a long dash stands here, and a step begins with a short one",
                "delete it and type `-`",
            )  # fmt: skip
            return True
    return False


def _explain_above(report: Report, line: int, words: frozenset[str], problem: str) -> bool:
    """Report a key or a dash without its space or colon, here or in the lines above."""
    if "mapping values are not allowed" in problem and _is_colon_inside_text(report.source, line):
        return False
    number, looked = line, 0
    while number > 0 and looked <= LOOKED_BACK:
        text = report.source.line(number)
        if text.strip():
            looked += 1
            found = _run_together(text, number, words)
            if found is not None:
                span, message, help_ = found
                report.add("D121", span, message, help_)
                return True
        number -= 1
    return "expected ':'" in problem and _explain_no_colon(report, line)


def _explain_no_colon(report: Report, line: int) -> bool:
    """Report the line above, where it has no colon at all and should begin with a name."""
    above = _written_above(report.source, line)
    text = report.source.line(above)
    if not above or ":" in text or text.lstrip().startswith("- "):
        return False
    first = _indent(text) + len(text.split()[0])
    report.add("D121", Span(above, first, above, first + 1),
               f"a colon is missing behind `{text.split()[0]}`", "write the name, a colon, a space, and the rest")  # fmt: skip
    return True


def _explain_step_in(report: Report, line: int, words: frozenset[str], problem: str) -> bool:
    """Report a line that is out of step with its neighbour: this one, or the one above it."""
    source = report.source
    above = _neighbour(source, line)
    here, there = _step_in(source.line(line)), _step_in(source.line(above))
    apart = abs(here - there)
    if not above or not 0 < apart <= _NEAR or not _KEY.match(source.line(above)):
        return False
    if not _may_be_out_of_step(source, line, words, problem, apart):
        return False
    right = _right_for(source, above, min(here, there))
    if (here in right) == (there in right):
        return False
    odd, other = (above, here) if here in right else (line, there)
    at = _indent(source.line(odd)) + 1
    wanted = at - 1 + other - _step_in(source.line(odd))
    report.add(
        "D101", Span(odd, at, odd, at + 1),
        f"this line stands {at - 1} spaces in, and those it belongs to {wanted}",
        f"let it start {wanted} spaces in",
    )  # fmt: skip
    return True


def _may_be_out_of_step(
    source: Source, line: int, words: frozenset[str], problem: str, apart: int
) -> bool:
    if "mapping values are not allowed" in problem:
        found = _KEY.match(source.line(line))
        if found is None or _is_colon_inside_text(source, line):
            return False
        # A text that goes on in the next line may hold a colon, and stands further in.
        return found["key"] in words or apart == 1
    return any(one in problem for one in ("expected key", "'-' indicator", "document start"))


def _neighbour(source: Source, line: int) -> int:
    """Return the line above that a line could belong beside; 0 for none."""
    here, above = _step_in(source.line(line)), _written_above(source, line)
    while above and _step_in(source.line(above)) >= here + _NEAR:
        above = _written_above(source, above)  # what belongs to the neighbour
    return above


def _right_for(source: Source, line: int, step_in: int) -> tuple[int, int]:
    """Return where what belongs to the line further out than `step_in` begins, past a dash or without."""
    outer = line
    while outer and _step_in(source.line(outer)) >= step_in:
        outer = _written_above(source, outer)
    first = _step_in(source.line(outer)) + _NEAR if outer else 0
    return first, first + _NEAR


def _written_above(source: Source, line: int) -> int:
    """Return the nearest line above with something in it but a comment; 0 for none."""
    number = line - 1
    while number > 0 and (
        not source.line(number).strip() or source.line(number).lstrip()[0] == "#"
    ):
        number -= 1
    return number


def _step_in(text: str) -> int:
    """Return where the first word of a line begins, past its dashes."""
    return len(text) - len(text.lstrip(" -"))


def _is_colon_inside_text(source: Source, line: int) -> bool:
    return len(re.findall(r":(?:\s|$)", source.line(line))) > 1


def _run_together(text: str, number: int, words: frozenset[str]) -> tuple[Span, str, str] | None:
    """Find a key in a line that lacks its colon, or the space behind it or behind its dash."""
    found = re.match(r"\s*(?:- )*-(?P<key>[A-Za-z][\w -]*?):(?:\s|$)", text)
    if found is not None and found["key"] in words:
        place = found.start("key")
        return (
            Span(number, place, number, place + 1),
            "a space is missing behind the dash", f"write `- {found['key']}:`",
        )  # fmt: skip
    found = re.match(r"\s*(?:- )*(?P<key>[A-Za-z][\w -]*?):(?P<next>[^\s:/])", text)
    if found is not None and (found["key"] in words or ": " not in text):
        place = found.start("next") + 1
        return (
            Span(number, place, number, place + 1),
            f"a space is missing behind `{found['key']}:`", f"write `{found['key']}: …`",
        )  # fmt: skip
    found = re.match(r"\s*(?:- )*(?P<key>[A-Za-z_]+) +(?!.*?:\s)\S", text)
    if found is not None and found["key"] in words:
        place = found.end("key") + 1
        return (
            Span(number, place, number, place + 1),
            f"a colon is missing behind `{found['key']}`", f"write `{found['key']}: …`",
        )  # fmt: skip
    return None


def _unclosed_quote(source: Source, until: int, words: frozenset[str]) -> Span | None:
    """Find a text, begun at or above a line, whose quotation mark closes only in other lines.

    A text in quotes may run over lines; one that takes in a key or a dash was left open.
    """
    number = 1
    while number <= until:
        found = _OPENED.match(source.line(number))
        if found is None:
            number += 1
            continue
        opened = source.starts[number - 1] + found.start("mark")
        closing = _CLOSING[found["mark"]].match(source.text, opened + 1)
        end = closing.end() if closing is not None else len(source.text)
        place = source.span(opened, end)
        if closing is None or swallows_lines(source, place, words):
            return Span(number, place.column, number, place.column + 1)
        number = max(place.end_line, number) + 1
    return None


def swallows_lines(source: Source, span: Span, words: frozenset[str]) -> bool:
    """Whether a text in quotes runs over a line that begins with a key."""
    lines = range(span.line + 1, span.end_line + 1)
    keys = [found["key"] for number in lines if (found := _KEY.match(source.line(number)))]
    return any(key in words for key in keys) if words else bool(keys)


def _explain_here(error: yaml.YAMLError, report: Report, at: Span, problem: str) -> None:
    source, line, column = report.source, at.line, at.column
    text = source.line(line)
    if getattr(error, "context", None) in _IN_BRACKETS:
        _unclosed(error, report)
    elif "mapping values are not allowed" in problem:
        report.add("D103", at, *_colon_inside(text))
    elif (sign := _sign_before(error, source, line, column)) is not None:
        span, written = sign
        shown = "a backtick" if written == "`" else f"`{written}`"
        report.add("D104", span, f"text that starts with {shown} needs quotes", AS_TEXT)
    elif (quoted := _QUOTED.match(text)) is not None and quoted.end() < column:
        report.add(
            "D101", at, "the text goes on after its closing quotation mark",
            "put all of it inside the quotation marks, or none of it",
        )  # fmt: skip
    else:
        report.add("D101", at, *_misplaced(source, line, problem))


def _colon_inside(text: str) -> tuple[str, str]:
    """Say why a colon is one too many in a line, and what its author probably meant."""
    if (step := _STEP_ON_THE_LINE.match(text)) is not None:
        return (
            f"a step stands on the line of `{step['outer']}:`",
            f"put it on the next line, two spaces further in, behind a dash: `- {step['step']}`",
        )
    if (inner := _FURTHER_IN.match(text)) is not None:
        return (
            f"`{inner['key']}:` stands further in than the line above, and that line is complete",
            (
                "let it start further left, or write the line that it belongs to above it; "
                "if it goes on with the text above, put all of that text in quotes"
            ),
        )
    message = "a colon and a space inside text end the text here"
    if (curly := _CURLY.match(text)) is not None:
        return (
            message,
            f'the mark {curly["mark"]} does not count; put straight ones around the text: "…"',
        )
    return message, AS_TEXT


def _misplaced(source: Source, line: int, problem: str) -> tuple[str, str]:
    """Say how far a line stands in, and how far those it could belong to do."""
    here = _indent(source.line(line))
    open_: list[int] = []
    number = line - 1
    while number > 0:
        text = source.line(number)
        indent = _indent(text)
        if text.strip() and not text.lstrip().startswith("#") and (not open_ or indent < open_[-1]):
            open_.append(indent)
        number -= 1
    if here in open_ and "'-' indicator" in problem:
        return (
            f"this line stands {here} spaces in, where only a dash can stand",
            (
                f"if it belongs to the step above, let it start {here + _NEAR} spaces in; "
                "if it is a step, put a dash and a space before it"
            ),
        )
    if not open_ or here in open_:
        return (
            f"this is not YAML: {problem}",
            "look at the indentation and the quotation marks of this line and the one above",
        )
    near = sorted({one for one in open_ if abs(one - here) <= _NEAR} or {open_[0]})
    said = " or ".join(str(one) for one in near)
    return (
        f"this line stands {here} spaces in, and belongs to none of the lines above",
        f"let it start {said} spaces in",
    )


_NEAR = 2
"""Spaces a line is out by when its indentation is a slip."""


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _unclosed(error: yaml.YAMLError, report: Report) -> None:
    mark = error.context_mark  # type: ignore[attr-defined]  # it is a marked error
    line, column = mark.line + 1, mark.column + 1
    sign = report.source.line(line)[column - 1 : column]
    report.add(
        "D101", Span(line, column, line, column + 1), f"the `{sign}` here is not closed, or a comma is missing behind it",
        "close it on its line, put a comma between the parts, or put the text in quotes",
    )  # fmt: skip


def _sign_before(
    error: yaml.YAMLError, source: Source, line: int, column: int
) -> tuple[Span, str] | None:
    """Find a sign of YAML's own that starts a text where the trouble is, or where it began."""
    context = getattr(error, "context_mark", None)
    lines: Iterable[int] = [line] if context is None else [line, context.line + 1]
    for number in dict.fromkeys(lines):
        found = _SIGN.match(source.line(number))
        if found is not None and (number != line or column > found.start("sign")):
            start = found.start("sign") + 1
            sign = found["sign"].strip()
            return Span(number, start, number, start + len(sign)), sign
    return None
