"""A preview goes on where the talk stood each time the file is saved, and keeps nothing."""

import pytest

from bot.authoring.preview import Preview
from bot.authoring.preview_lines import PreviewLines
from bot.channels.discord import written as on_discord
from bot.channels.written import written
from tests.authoring.workshop import PLAN, drafts_in, save


class Still:
    """A clock that stands still."""

    def now(self):
        return 1_800_000_000.0


@pytest.fixture
def preview(tmp_path):
    return Preview(drafts_in(tmp_path), Still())


def face(preview):
    return lambda effects: written(effects, preview.lines)


def lines(preview, shown):
    return list(face(preview)(shown.effects))


def test_it_begins_at_the_dialog_of_the_file(preview):
    """Not at the door: what is written is what is seen."""
    assert lines(preview, preview.open())[:2] == ["Bot: A pause can help.", "Bot: What is it for?"]


def test_nothing_happens_while_nothing_is_saved(preview):
    """A look at the files costs nothing and says nothing."""
    preview.open()

    assert preview.refresh() is None


def test_a_save_goes_on_at_the_same_question_with_the_new_words(preview, tmp_path):
    """The answer stays, and the talk is told as the file reads now."""
    preview.open()
    preview.say("2")

    save(
        tmp_path,
        PLAN.replace("A pause can help.", "A pause helps.").replace("How many", "So, how many"),
    )
    shown = preview.refresh()

    assert ("Saved and checked.", True) == (shown.note, shown.retell)
    assert preview.told(face(preview)) == [
        "Bot: A pause helps.",
        "Bot: What is it for?",
        "  1. To get steady",
        "  2. So that they miss me",
        "You: So that they miss me",
        "Bot: Many people hope for that.",
        "Bot: Let us look at that first.",
        "Bot: So, how many days?",
        "  A number from 1 to 60.",
    ]


def test_answers_that_were_taken_back_are_not_called_lost(preview, tmp_path):
    """Whoever went back left them; a save takes nothing away."""
    really = "      to: 60\n    - confirm: Really?\n      as: really\n"
    longer = PLAN.replace("      to: 60\n", really)
    save(tmp_path, longer)
    preview.open()
    for line in ("1", "30", "/back", "/back"):
        preview.say(line)
    save(tmp_path, longer.replace("A pause can help.", "A pause helps."))

    assert "Saved and checked." == preview.refresh().note


def test_a_question_put_in_before_is_asked_next(preview, tmp_path):
    """And then the talk goes on where it was."""
    preview.open()
    preview.say("1")

    save(
        tmp_path,
        PLAN.replace(
            "    - choose: What", "    - confirm: Ready?\n      as: ready\n    - choose: What"
        ),
    )
    shown = preview.refresh()

    assert "Bot: Ready?" == lines(preview, shown)[0]
    assert "Bot: How many days?" in lines(preview, preview.say("yes"))


def test_an_answer_without_its_question_is_told(preview, tmp_path):
    """It waits aside, and comes back with its question."""
    preview.open()
    preview.say("1")
    other = PLAN.replace("as: purpose", "as: aim").replace("purpose ==", "aim ==")

    save(tmp_path, other)

    assert (
        "Saved and checked. 1 answer lost the question, and waits aside." == preview.refresh().note
    )
    save(tmp_path, PLAN)
    assert "Bot: How many days?" == lines(preview, preview.refresh())[0]


def test_a_mistake_is_shown_and_the_talk_goes_on_as_it_was(preview, tmp_path):
    """The old file stays alive until the new one is right."""
    preview.open()
    preview.say("2")

    save(tmp_path, PLAN.replace("- if: is-bait", "- if: is-bat"))
    note = preview.refresh().note

    assert "Saved, and there are mistakes; the talk goes on with the file as it was." == note
    assert "my/plan.yaml:15:11: D205 there is no fact `is-bat`" in preview.findings
    assert "[over: planned]" in lines(preview, preview.say("7"))
    save(tmp_path, PLAN)
    assert "Saved and checked." == preview.refresh().note
    assert "" == preview.findings


def test_a_broken_promise_is_found_at_the_save(preview, tmp_path):
    """All roads are walked again, not only the one that is talked."""
    preview.open()

    save(tmp_path, f"{PLAN}\nnever:\n  - a plan that is a bait: ends planned and purpose == miss\n")
    preview.refresh()

    assert "D611 a promise is broken (never): a plan that is a bait" in preview.findings


def test_a_file_with_mistakes_begins_when_they_are_gone(tmp_path):
    """A first file is often not right at once."""
    preview = Preview(drafts_in(tmp_path, "dialog: plan\nnodes:\n"), Still())

    assert "the talk begins when they are gone" in preview.open().note
    save(tmp_path, PLAN)
    assert "Bot: A pause can help." == lines(preview, preview.refresh())[0]


def test_a_mistake_in_another_file_is_shown_and_stops_nothing(preview, tmp_path):
    """Only the dialog that is written has to be right."""
    preview.open()

    (tmp_path / "my" / "other.yaml").write_text(
        "dialog: other\ntitle: x\nnodes: {start: [{goto: no}]}\n"
    )

    assert "Saved and checked." == preview.refresh().note
    assert "there is no node `no`" in preview.findings


def test_a_file_that_is_gone_is_said(preview, tmp_path):
    """The talk goes on with what it was."""
    preview.open()

    (tmp_path / "my" / "plan.yaml").unlink()

    assert "there are mistakes; the talk goes on" in preview.refresh().note
    assert "plan.yaml is not in" in preview.findings


def test_the_reasons_come_and_go_with_a_word(preview):
    """What was heard, which fork it took."""
    preview.open()
    preview.say(":why")
    preview.say("2")

    assert preview.why
    assert any("is-bait  → true" in one for one in preview.reasons())
    preview.say(":why")
    assert not preview.why


def test_a_talk_can_be_begun_anew(preview):
    """The first question is back, and no answer stands."""
    preview.open()
    preview.say("1")

    assert "Bot: What is it for?" in lines(preview, preview.say(":again"))
    assert preview.session.view.taken == {}
    assert 1 == len(preview.session.entries)


def test_a_talk_is_written_down_only_where_it_is_asked_for(preview, tmp_path):
    """As a transcript, and never over a file that is there."""
    preview.open()
    preview.say("1")
    before = sorted(tmp_path.rglob("*"))
    file = tmp_path / "kept.txt"

    assert before == sorted(tmp_path.rglob("*"))
    assert str(file) in preview.say(f":keep {file}").note
    assert file.read_text(encoding="utf-8").startswith("dialog: plan\nBot: A pause can help.\n")
    assert "is there already" in preview.say(f":keep {file}").note


def test_other_words_are_listed(preview):
    """Whatever is not known shows what is."""
    assert ":talk" in preview.say(":what").note


def test_a_tool_for_getting_in_touch_is_begun_as_if_all_was_answered(tmp_path):
    """It is entered only by a call, and can be written all the same."""
    contact = PLAN.replace("title: A plan for the week", "title: A plan for the week\ncontact: yes")
    preview = Preview(drafts_in(tmp_path, contact), Still())

    assert "Bot: What is it for?" in lines(preview, preview.open())
    assert "Bot: A pause can help." == preview.told(face(preview))[0]


def test_it_can_look_as_on_discord(preview):
    """Messages with a line at their side, and what can be pressed."""
    shown = preview.open()

    drawn = list(on_discord.written(shown.effects, preview.lines))

    assert "│ A pause can help." == drawn[0]
    assert "│ [ To get steady ] [ So that they miss me ]" in drawn
    assert "│ [ Back ] [ Skip ] [ Why do you ask? ] [ Pause ] [ Help now ]" in drawn


def test_as_plain_lines_what_is_new_stands_below(tmp_path):
    """A save is told between two lines, with the question it goes on at."""
    preview = Preview(drafts_in(tmp_path), Still())
    said: list[str] = []
    typed = iter(["2", "", ":why", ":quit", "7"])

    def line():
        one = next(typed)
        if not one:
            save(tmp_path, PLAN.replace("How many", "So, how many"))
        return one

    PreviewLines(preview, face(preview), line, said.append).talk()

    assert said[said.index("[Saved and checked.]") + 1] == "Bot: So, how many days?"
    assert "Bot: A pause can help." == said[0]
    assert "7" == next(typed)
