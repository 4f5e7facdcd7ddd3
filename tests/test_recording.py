"""The picture on the first page is drawn from a real talk."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from tests.recording import PICTURE, record

SVG = "{http://www.w3.org/2000/svg}"


def test_a_recording_is_a_picture_of_what_was_on_the_screen():
    """One drawing for each moment, with the words that stood there."""
    drawn = ET.fromstring(record((("", "Esc Esc Esc", 1.0), ("he <left>", "> he <left>", 2.0))))
    frames = ["".join(group.itertext()) for group in drawn.iter(f"{SVG}g")]

    assert 2 == len(frames)
    assert "What happened tonight?" in frames[0]
    assert "he <left>" in frames[1]


def test_the_picture_on_the_first_page_can_be_read_out():
    """It has a title, and it is well formed."""
    picture = ET.parse(PICTURE).getroot()

    assert picture.findtext(f"{SVG}title")
