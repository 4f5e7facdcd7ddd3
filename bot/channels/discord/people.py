"""How a person on Discord is called in the store: by a name that says nothing to whoever reads it."""

from __future__ import annotations

from hashlib import blake2s

NAME_BYTES = 16
_OURS = b"afterword"
"""Sets these names apart from those that another program makes of the same ids."""


def name_of(user: int) -> str:
    """Return the store's name for a user id.

    It can't be turned back, but whoever holds the store *and* an id can test if the two belong
    together; the file is for the operator's eyes alone for that reason, too.
    """
    return blake2s(str(user).encode(), digest_size=NAME_BYTES, person=_OURS[:8]).hexdigest()
