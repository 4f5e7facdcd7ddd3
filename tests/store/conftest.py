"""Stores to test: every promise is kept by the one on disk and the one in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.store.memory import MemoryStore
from bot.store.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.store.protocol import Store


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Name a file of saved talks that is not there yet, in a folder of its own."""
    return tmp_path / "kept" / "talks.db"


@pytest.fixture
def disk(database: Path) -> Iterator[SqliteStore]:
    """Open a store on disk which does not wait long for others."""
    store = SqliteStore(database, patience=0.02)
    yield store
    store.close()


@pytest.fixture(params=["disk", "memory"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Give each kind of store in turn."""
    if request.param == "disk":
        yield request.getfixturevalue("disk")
    else:
        yield MemoryStore()
