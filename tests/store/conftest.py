"""Stores to test: every promise is kept in memory, in a file and on a server."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from bot.store.keys import KeyFile
from bot.store.memory import MemoryStore
from bot.store.postgres import PostgresStore
from bot.store.sqlite import SqliteStore
from tests.store.postgres_server import ABSENT, PostgresServer, programs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.store.protocol import LastingStore, Store

_schemas = count(1)

SECRET = "four words, none of them hers"
"""The passphrase of sealed stores in tests."""


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


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """Run a real server for all tests of a process."""
    if programs() is None:
        pytest.skip(ABSENT)
    one = PostgresServer()
    yield one
    one.close()


@pytest.fixture
def address(server: PostgresServer) -> str:
    """Name a schema of its own on the server, empty."""
    return new_schema(server)


def new_schema(server: PostgresServer) -> str:
    """Make an empty schema and return its address."""
    import psycopg

    name = f"test_{next(_schemas)}"
    with psycopg.connect(server.address(), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return server.address(name)


@pytest.fixture
def on_server(address: str) -> Iterator[PostgresStore]:
    """Open a store on the server which does not wait long for others."""
    store = PostgresStore(address, patience=0.05)
    yield store
    store.close()


@pytest.fixture
def sealed(database: Path) -> Iterator[SqliteStore]:
    """Open a store in a sealed file."""
    store = SqliteStore(database, patience=0.02, secret=SECRET)
    yield store
    store.close()


@pytest.fixture
def locked(address: str, tmp_path: Path) -> Iterator[PostgresStore]:
    """Open a store on the server where each person's words stand under a key of their own."""
    (tmp_path / "keys").mkdir(mode=0o700)
    store = PostgresStore(address, patience=0.05, keys=KeyFile(tmp_path / "keys" / "people.keys"))
    yield store
    store.close()


@pytest.fixture(params=["disk", "on_server"])
def lasting(request: pytest.FixtureRequest) -> LastingStore:
    """Give each kind of store that outlives the program."""
    return request.getfixturevalue(request.param)


@pytest.fixture(params=["disk", "sealed", "on_server", "locked", "memory"])
def store(request: pytest.FixtureRequest) -> Store:
    """Give each kind of store in turn."""
    return MemoryStore() if request.param == "memory" else request.getfixturevalue(request.param)
