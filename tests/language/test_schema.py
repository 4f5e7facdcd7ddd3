"""Schema and decoder, made of the same shapes, take and refuse the same files."""

from __future__ import annotations

import pytest

from bot.authoring.scaffold import scaffold
from bot.language.yaml_nodes import compose, read_source
from tests.language.test_library import as_an_editor_reads, validator
from tests.language.test_planted import CLEAN, PLANTED

SHAPE = {"D111", "D112", "D113", "D114", "D115"}
"""What is wrong with the shape of a file; names, types and texts are beyond a schema."""
BEYOND = {"          in: 2 days\n"}
"""What only the decoder knows: that one of two keys must be there."""

SHAPES = [one for one in PLANTED if one[2] in SHAPE and one[0] not in BEYOND]
OTHERS = [one for one in PLANTED if one[2][:2] in ("D2", "D3", "D4", "D5")]


def complaints(text):
    _, report = read_source("a.yaml", text.encode())
    node = compose(report)
    return [one.message for one in validator().iter_errors(as_an_editor_reads(node))]


def test_a_new_dialog_is_fine_in_an_editor():
    """What `afterword new` writes has no line under it."""
    assert [] == complaints(scaffold("tools/my-evening"))


@pytest.mark.parametrize(("old", "new", "code"), SHAPES)
def test_what_the_decoder_refuses_for_its_shape_the_schema_refuses(old, new, code):
    """An editor marks it while it is typed."""
    assert complaints(CLEAN.replace(old, new, 1)), code


@pytest.mark.parametrize(("old", "new", "code"), OTHERS)
def test_what_the_decoder_takes_the_schema_takes(old, new, code):
    """A mistake in a name or a text is no mistake in the shape."""
    assert [] == complaints(CLEAN.replace(old, new, 1)), code
