"""How hard the laws are tried: a little with every run, a lot with `make soak`."""

from __future__ import annotations

import os

from hypothesis import settings

# No deadlines: a busy machine is no broken law.
settings.register_profile("usual", max_examples=60, deadline=None)
settings.register_profile("soak", max_examples=2_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))
