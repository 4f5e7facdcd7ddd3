"""Every kept transcript is what the shipped dialogs say today."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.authoring.transcripts import replay
from bot.language.library import load

ROOT = Path(__file__).parent.parent
TRANSCRIPTS = sorted((ROOT / "tests" / "transcripts").glob("*.txt"))


@pytest.fixture(scope="module")
def library():
    """Load the shipped library once."""
    return load(ROOT / "dialogs", ROOT / "config").library


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_is_spoken_as_it_was_kept(library, path):
    """A change of words or of the road shows as a difference anyone can read."""
    kept = path.read_text(encoding="utf-8")

    assert kept.strip() == replay(library, kept).strip()
