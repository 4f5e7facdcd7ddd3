"""A dialog is drawn by its nodes, with its outcomes and the ways that danger opens marked."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bot.authoring import drawing
from bot.authoring.graph import Kind, graph_of, summary
from bot.language.model import DIALOG_FILE
from bot.language.yaml_nodes import compose, read_source

DIALOGS = Path(__file__).parents[2] / "dialogs"

TALK = """dialog: talk
title: "A talk: with \\"quotes\\" & <signs>"
facts:
  barred: signal(red)
  shut: barred or mood == low
nodes:
  start:
    - say: Hello.
    - choose: How are you?
      as: mood
      options:
        low: {label: Low, then: [{goto: low}]}
        high: High
    - if: shut
      then:
        - goto: out
    - if: mood == high
      then:
        - call: tools/walk
    - goto: low
  low:
    - say: One.
    - say: Two.
    - conclude:
        - if: signal(red)
          outcome: not_safe
        - if: mood == high
          if unknown: not_known
          outcome: order
        - otherwise: not_known
      as: verdict
    - end: done
  out:
    - call: safety/abuse
    - end: left
"""


def graph(text):
    _, report = read_source("talk.yaml", text.encode())
    return graph_of(DIALOG_FILE.read(compose(report), report))


@pytest.fixture(scope="module")
def talk():
    return graph(TALK)


@pytest.fixture(scope="module")
def shipped():
    return graph((DIALOGS / "second-chance.yaml").read_text(encoding="utf-8"))


def test_there_is_a_box_for_each_node_outcome_and_call(talk):
    """Not one for each step: what a node asks stands in its box."""
    assert {name: box.kind for name, box in talk.boxes.items()} == {
        "start": Kind.NODE, "low": Kind.NODE, "out": Kind.NODE,
        "call tools/walk": Kind.CALL, "call safety/abuse": Kind.SAFETY,
        "end not_safe": Kind.SAFETY, "end order": Kind.SAFETY, "end not_known": Kind.OUTCOME,
        "end done": Kind.OUTCOME, "end left": Kind.OUTCOME,
    }  # fmt: skip
    assert ("1 question", "mood") == summary(talk.boxes["start"])
    assert ("2 texts",) == summary(talk.boxes["low"])


def test_a_way_tells_its_condition_unless_it_is_open_to_all(talk):
    """A last `goto` makes the way open, whatever else leads there."""
    ways = {(way.start, way.end): way for way in talk.ways}

    assert () == ways["start", "low"].labels
    assert ("shut",) == ways["start", "out"].labels
    assert ("mood == high",) == ways["start", "call tools/walk"].labels


def test_a_way_that_danger_opens_is_marked_through_facts_of_facts(talk):
    """`shut` hangs on `barred`, and that on a signal."""
    ways = {(way.start, way.end): way for way in talk.ways}

    assert ways["start", "out"].safety
    assert not ways["start", "call tools/walk"].safety
    assert ways["low", "end not_safe"].safety


@pytest.mark.parametrize("draw", [drawing.mermaid, drawing.dot])
def test_every_way_leads_to_a_box_that_is_drawn(draw, talk):
    """A picture that names what it does not draw cannot be read by what draws it."""
    text = draw(talk)
    boxes = set(re.findall(r'^  (n\d+|"[^"]+")[\s(\[{].*(?:a_|fillcolor)', text, re.MULTILINE))
    ends = set(re.findall(r'(?:->|-->|-\.->)(?:\|"[^"]*"\|)? (n\d+|"[^"]+")', text))

    assert len(boxes) == len(talk.boxes)
    assert ends <= boxes


def test_signs_of_a_title_do_not_break_a_picture(talk):
    """Quotes and brackets of an author's are text."""
    assert 'title: "A talk: with \\"quotes\\" & <signs>"' in drawing.mermaid(talk)
    pytest.importorskip("pygraphviz")
    assert "A talk: with &quot;quotes&quot; &amp; &lt;signs&gt;" in drawing.svg(talk)


def test_a_picture_holds_every_box(shipped):
    """The long talk is one picture, with each node's name in it."""
    pytest.importorskip("pygraphviz")
    root = ET.fromstring(drawing.svg(shipped))
    said = {one.text for one in root.iter("{http://www.w3.org/2000/svg}text")}

    assert {box.title for box in shipped.boxes.values()} <= said


def test_the_long_talk_fits_a_picture(shipped):
    """Grouped by its parts it has some thirty boxes, not some two hundred steps."""
    assert 15 <= len(shipped.boxes) <= 45
    assert {"end not_safe", "end mutual_healthy_so_far"} <= set(shipped.boxes)


def test_an_outline_reads_without_a_picture(talk):
    """Each node with what it asks and where it leads."""
    assert drawing.outline(talk).split("\n\n")[1:] == [
        "start\n  asks mood\n  → low\n  → out if shut (safety)\n  calls tools/walk if mood == high",
        "low\n  ends not_safe (safety)\n  ends order (safety)\n  ends not_known\n  ends done",
        "out\n  calls safety/abuse (safety)\n  ends left\n",
    ]


def test_every_shipped_dialog_is_drawn():
    """Mermaid, DOT and outline of all there are."""
    for file in sorted(DIALOGS.rglob("*.yaml")):
        one = graph(file.read_text(encoding="utf-8"))

        assert one.dialog in drawing.outline(one)
        assert drawing.mermaid(one).count("-->") + drawing.mermaid(one).count("-.->") >= 1
        assert drawing.dot(one).endswith("}\n")
