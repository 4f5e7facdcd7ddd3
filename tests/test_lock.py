"""The pinned packages are those that are asked for, each with its hashes and from no named place."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def name_of(requirement):
    """Return the name that a requirement begins with, as a registry compares names."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


def test_every_package_that_is_asked_for_is_pinned():
    """After a change of pyproject.toml comes `make lock`."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = asked["project"]
    wanted = [*project["dependencies"], *asked["dependency-groups"]["dev"]]
    for extra in project["optional-dependencies"].values():
        wanted += extra
    names = {name_of(one) for one in wanted if isinstance(one, str)}
    pinned = {name_of(line) for line in LOCK.splitlines() if re.match(r"[\w.-]+==", line)}
    assert set() == names - pinned


def test_every_pin_has_a_hash():
    """What was changed on its way is refused."""
    pins = re.split(r"\n(?=\S)", LOCK.strip())
    assert [one.split()[0] for one in pins if "--hash=sha256:" not in one] == []


def test_no_registry_is_named():
    """Whoever installs says where from."""
    assert "://" not in LOCK
