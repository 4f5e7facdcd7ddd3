"""What a path means: the dialogs it stands for, and the talks kept for them."""

import pytest

from bot.authoring.folders import Meant, meant_by, place_for
from tests.authoring.workshop import HELD, OTHER, PLAN


@pytest.fixture
def house(tmp_path):
    """Dialogs with transcripts beside them, one among them, and what is none."""
    for name, text in {
        "dialogs/plan.yaml": PLAN,
        "dialogs/tools/other.yaml": OTHER,
        "dialogs/README.md": "# Dialogs",
        "transcripts/plan.txt": HELD,
        "dialogs/tools/other.txt": "# a remark\ndialog: tools/other\n",
        "dialogs/notes.txt": "Things to do\n",
        "elsewhere/lost.txt": HELD,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def meant(house, path):
    found = meant_by(house / path, house / "shipped")
    talks = tuple(str(one.relative_to(house)) for one in found.transcripts)
    return Meant(str(found.folder.relative_to(house)), found.dialogs, talks)


@pytest.mark.parametrize(
    ("path", "folder", "dialogs", "talks"),
    [
        (".", "dialogs", ("plan", "tools/other"), ("dialogs/tools/other.txt", "transcripts/plan.txt")),
        ("dialogs", "dialogs", ("plan", "tools/other"), ("dialogs/tools/other.txt", "transcripts/plan.txt")),
        ("dialogs/plan.yaml", "dialogs", ("plan",), ("transcripts/plan.txt",)),
        ("dialogs/tools/other.yaml", "dialogs", ("tools/other",), ("dialogs/tools/other.txt",)),
        ("transcripts", "dialogs", (), ("transcripts/plan.txt",)),
        ("transcripts/plan.txt", "dialogs", (), ("transcripts/plan.txt",)),
        ("elsewhere/lost.txt", "dialogs", (), ("elsewhere/lost.txt",)),
    ],
)  # fmt: skip
def test_a_path_means_dialogs_and_talks(house, path, folder, dialogs, talks):
    """A folder, one dialog, or talks alone."""
    assert (folder, dialogs, talks) == meant(house, path)


def test_talks_far_from_any_dialog_belong_to_the_usual_ones(tmp_path):
    """Not to whatever YAML stands somewhere around them."""
    (tmp_path / "far" / "off").mkdir(parents=True)
    (tmp_path / "config.yaml").write_text("a: b\n", encoding="utf-8")
    file = tmp_path / "far" / "off" / "talk.txt"
    file.write_text(HELD, encoding="utf-8")

    assert tmp_path / "usual" == meant_by(file, tmp_path / "usual").folder


def test_new_talks_go_to_the_folder_beside_the_dialogs(house, tmp_path):
    """Or to one inside where there is none yet."""
    assert house / "transcripts" == place_for(house / "dialogs")
    assert tmp_path / "my" / "new" / "transcripts" == place_for(tmp_path / "my" / "new")
