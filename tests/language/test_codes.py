"""Every code is one page, and its examples do what the page says."""

from __future__ import annotations

import pytest

from bot.dialogue.library import Library, Phrases
from bot.dialogue.lines import HelpLines
from bot.language.diagnostics import codes, page
from bot.language.explore import explore
from bot.language.library import compile_dialogs
from bot.understanding.patterns import Rules

WITH_EXAMPLE = [code for code in codes() if page(code).bad]


def name_of(example):
    return example.partition("\n")[0].partition(": ")[2]


def found_in(about, example, encoding="utf-8"):
    """Everything that is said about an example: by the compiler, else by walking its roads."""
    name = name_of(about.good)
    files = {f"dialogs/{name}.yaml": example.encode(encoding)}
    if about.beside:
        files[f"dialogs/{name_of(about.beside)}.yaml"] = about.beside.encode()
    compiled = compile_dialogs(files)
    if compiled.diagnostics:
        return compiled.diagnostics
    library = Library(compiled.programs, Phrases({}), Rules({}), HelpLines((), ()), {})
    return explore(library, name).diagnostics()


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_the_bad_example_of_a_page_gives_its_code_at_its_line(code):
    """The first thing found in a bad example is what its page is about."""
    about = page(code)

    found = found_in(about, about.bad, about.encoding)

    assert [(code, about.line)] == [(one.code, one.span.line) for one in found[:1]], found


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_the_good_example_of_a_page_is_clean(code):
    """The way a page recommends has nothing wrong with it."""
    about = page(code)

    assert () == found_in(about, about.good)


@pytest.mark.parametrize("code", codes())
def test_a_page_says_what_it_means_and_why_it_matters(code):
    """Each page can stand alone, under its own name."""
    about = page(code)

    assert code == about.code
    assert about.severity in {"error", "warning", "note"}
    assert "## What it means" in about.text
    assert "## Why it matters" in about.text


def test_every_code_in_the_source_has_a_page_and_every_page_is_used():
    """No code is raised that cannot be explained, and none explained that is never raised."""
    import re
    from pathlib import Path

    import bot.language

    sources = Path(bot.language.__file__).parent.glob("*.py")
    raised = {code for one in sources for code in re.findall(r'"(D\d{3})"', one.read_text("utf-8"))}

    assert raised == set(codes())
