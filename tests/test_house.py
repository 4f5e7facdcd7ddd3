"""The house itself: imports point down, what can be typed is documented, and a wheel is enough."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import click
import pytest

from bot import cli
from bot.dialogue.commands import COMMANDS
from bot.settings import VARIABLES
from tests import house_map

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def of_name(name):
    return cli.group.get_command(click.Context(cli.group), name)


def test_imports_only_point_downward():
    """Every room knows the rooms below it and no other."""
    linter = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert 0 == done.returncode, done.stdout


@pytest.mark.parametrize("name", sorted(cli.COMMANDS))
def test_every_command_stands_in_the_readme(name):
    """Whoever reads the first page knows what there is."""
    assert f"`afterword {name}" in README
    assert of_name(name).help
    assert of_name(name).get_short_help_str(limit=200).startswith(cli.COMMANDS[name][:-1])


@pytest.mark.parametrize("name", sorted(cli.COMMANDS))
def test_the_help_of_every_command_shows_an_example_first(name):
    """Examples come before options."""
    command = of_name(name)
    page = command.get_help(click.Context(command, info_name=name))

    assert page.index("Example") < page.index("Options")


@pytest.mark.parametrize("command", [one.word for one in COMMANDS])
def test_every_word_of_a_talk_stands_in_the_readme(command):
    """The table of words is complete."""
    assert f"`/{command}`" in README or f"`{command}`" in README


@pytest.mark.parametrize("variable", list(VARIABLES))
def test_every_variable_stands_in_the_readme(variable):
    """Nothing is read from the environment that nobody knows of."""
    assert variable in README


def test_every_file_has_its_line_in_the_map_of_the_house():
    """Whoever looks for something finds the room by reading one page, which the README names."""
    assert house_map.house_map() == house_map.shown()
    assert house_map.rooms() == set(house_map.ROOMS)
    assert "(docs/house.md)" in README


def test_the_licence_and_the_changes_are_there():
    """A release has both."""
    assert "MIT License" in (ROOT / "LICENSE").read_text()
    assert "0.1.0" in (ROOT / "CHANGELOG.md").read_text()


@pytest.mark.slow
def test_a_wheel_is_enough(tmp_path):
    """Built, installed into an empty environment, away from the repository, it talks."""
    source = tmp_path / "source"
    ignore = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info")
    shutil.copytree(ROOT, source, ignore=ignore)
    build = "from hatchling.build import build_wheel; import sys; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(tmp_path)], cwd=source, check=True,
                   capture_output=True)  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "env", symlinks=True)
    (tmp_path / "env" / "lib").mkdir(exist_ok=True)
    (site,) = (tmp_path / "env" / "lib").glob("python*/site-packages")
    shutil.unpack_archive(wheel, site, "zip")
    # The dependencies are those of this environment: nothing comes over a network.
    (site / "dependencies.pth").write_text(str(_packages()))
    env = {
        "PATH": os.defpath,
        "HOME": str(tmp_path),
        "AFTERWORD_DB": str(tmp_path / "kept" / "talks.db"),
        "AFTERWORD_CACHE": str(tmp_path / "cache"),
    }
    done = subprocess.run(
        [tmp_path / "env" / "bin" / "python", "-m", "bot"], input=b"he left\n/exit\n",
        capture_output=True, cwd=tmp_path, env=env, timeout=60, check=False,
    )  # fmt: skip

    assert b"What happened tonight?" in done.stdout
    assert (b"", 0) == (done.stderr, done.returncode)


def _packages() -> Path:
    return Path(click.__file__).parent.parent
