"""Whatever is typed, written or saved, the tools of an author stay on their feet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.authoring.coverage import Coverage, items_of, walk
from bot.authoring.drawing import dot, mermaid, outline
from bot.authoring.explaining import decisions, lines
from bot.authoring.graph import graph_of
from bot.authoring.pane import pane
from bot.authoring.retelling import retold
from bot.authoring.transcripts import Talk, UnreadableError, play, read, recorded
from bot.language.diagnostics import codes, page
from bot.language.model import DIALOG_FILE
from bot.language.yaml_nodes import compose, read_source
from tests.authoring.workshop import OTHER, PLAN, compiled, drafts_in, library, save
from tests.page.small_talk import TALK

MADE = library(small=TALK, plan=PLAN, other=OTHER)
FACTS = compiled(small=TALK, plan=PLAN, other=OTHER).facts
LINES = st.one_of(
    st.sampled_from(
        ["1", "2", "7", "yes", "/back", "/skip", "/undo", "/change", "/why", "(wait)",
         "(3 days later) 1", "(signal red)", "(signal R4 red)", "… (about: a, b)",
         "i want to die tonight", "/misread", "help", "/pause"]
    ),
    st.text(max_size=20),
)  # fmt: skip


@given(st.text(max_size=200))
def test_any_text_is_a_transcript_or_is_told_to_be_none(text):
    """And what was read is read again as the same."""
    try:
        found = read(text)
    except UnreadableError:
        return

    assert found.written() == read(found.written()).written()


@given(st.sampled_from(["small", "plan", "other"]), st.lists(LINES, max_size=12))
def test_any_talk_can_be_recorded_told_again_explained_and_counted(dialog, said):
    """Nothing that a person does is beyond the tools."""
    talk = Talk(MADE, dialog)
    asked = talk.session.view.open
    for line in said:
        asked = talk.session.view.open
        talk.say(line)
    entries = talk.session.entries
    coverage = Coverage(MADE)
    walk(MADE, entries, coverage.hook)
    known = {one for program in MADE.programs.values() for one in items_of(program)}

    assert coverage.seen <= known
    assert retold(MADE, entries)
    assert all(list(lines(one.because)) for one in decisions(MADE, entries, FACTS) if one.because)
    assert isinstance(pane(MADE, talk.session, FACTS, asked, said[-1] if said else ""), list)


@given(st.lists(LINES.filter(lambda one: one == " ".join(one.split())), max_size=10))
def test_a_recorded_talk_plays_as_it_was_held(said):
    """What is written down is what happened."""
    talk = Talk(MADE, "small")
    for line in said:
        talk.say(line)
    kept = recorded("small", talk.turns)

    again = recorded("small", play(MADE, read(kept.written())).turns)

    assert kept.written() == again.written()


@pytest.mark.parametrize("code", codes())
def test_a_mistake_of_any_kind_breaks_neither_picture_nor_preview(code, tmp_path):
    """What an author gets wrong is shown, and nothing falls over it."""
    bad = page(code).bad
    _, report = read_source("plan.yaml", bad.encode())
    root = compose(report)
    shape = None if root is None else DIALOG_FILE.read(root, report)
    drafts = drafts_in(tmp_path)
    save(tmp_path, bad)

    drawn = [] if shape is None else [draw(graph_of(shape)) for draw in (mermaid, dot, outline)]

    assert all(drawn)
    assert isinstance(drafts.read().findings, str)
