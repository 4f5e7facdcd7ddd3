"""Which part of the bot's servers a process hears, where several share them: `0-3/8`."""

from __future__ import annotations

import re
from typing import NamedTuple

VARIABLE = "AFTERWORD_SHARDS"

_FORM = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?/(\d{1,5})")


class WrongShardsError(ValueError):
    """The shards of a process are written wrong; the text is a sentence that says how to write them."""


class Shards(NamedTuple):
    """The shards of this process, of `total`; none and 0 leave both to Discord."""

    ids: tuple[int, ...] = ()
    total: int = 0

    @property
    def hold_private_chats(self) -> bool:
        """Whether direct messages arrive here: Discord sends all of them to shard 0."""
        return not self.ids or 0 in self.ids


ALL = Shards()


def shards(written: str) -> Shards:
    """Read `first-last/count`, or `one/count`; raises `WrongShardsError`."""
    if not written.strip():
        return ALL
    found = _FORM.fullmatch(written.strip())
    if found is not None:
        first, last, total = int(found[1]), int(found[2] or found[1]), int(found[3])
        if first <= last < total:
            return Shards(tuple(range(first, last + 1)), total)
    raise WrongShardsError(
        f"Write the shards of a process as first-last/count, like 0-3/8, in {VARIABLE}. "
        "They are counted from 0."
    )
