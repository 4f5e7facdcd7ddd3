"""Where a peer without a store of its own keeps its state: SQLite as our own store uses it.

WAL and `synchronous=FULL`, the setting that survives a power cut; one SELECT and one UPSERT a turn.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path


class Kept:
    """State by name of the talk, as bytes."""

    def __init__(self, folder: str) -> None:
        self.path = Path(folder) / "kept.db"
        self.connection = sqlite3.connect(self.path, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.execute("CREATE TABLE talk (id TEXT PRIMARY KEY, state BLOB)")

    def get(self, talk: str) -> bytes | None:
        """Return what was kept last, None where nothing was."""
        row = self.connection.execute("SELECT state FROM talk WHERE id = ?", (talk,)).fetchone()
        return row[0] if row else None

    def put(self, talk: str, state: bytes) -> None:
        """Keep the state; it is on the disk when this returns."""
        self.connection.execute(
            "INSERT INTO talk VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state",
            (talk, state),
        )

    def bytes_kept(self) -> int:
        """Return the size of the file after a checkpoint."""
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return self.path.stat().st_size

    def close(self) -> None:
        """Let the file go."""
        self.connection.close()
