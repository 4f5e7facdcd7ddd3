"""Keys pressed at random break nothing: no traceback, no stuck terminal, no lost answer."""

from __future__ import annotations

import random

import pytest

from tests.mashing import ends_well, mash
from tests.pty_session import PtySession, environment


@pytest.mark.slow
@pytest.mark.parametrize(
    ("seed", "arguments"), [(1, ()), (2, ("chat", "--private")), (3, ("chat", "tools/space-plan"))]
)
def test_random_keys_break_nothing(tmp_path, seed, arguments):
    """After all of it three escapes still leave at once, and the terminal is as before."""
    with PtySession(*arguments, env=environment(tmp_path)) as session:
        session.until("Esc Esc Esc")
        mash(session, random.Random(seed), 40)

        assert "" == ends_well(session)
