"""A server for the tests of faults; it is that of the stores' tests."""

from __future__ import annotations

from tests.store.conftest import address, server

__all__ = ["address", "server"]
