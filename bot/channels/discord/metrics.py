"""What is counted for an operator, and where it can be read: on this machine alone, never a word or a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiohttp import web

LOOPBACK = "127.0.0.1"

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1.0, 3.0, 10.0)
"""Bounds of times: 0.3 is where a person notices, 3 is where Discord gives up."""


class Meters:
    """Counters of one process, each described where it is made."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.turns = Histogram(
            "afterword_turn_seconds", "From a line or press to the last message of its answer.",
            ["kind"], buckets=SECONDS, registry=self.registry,
        )  # fmt: skip
        self.acknowledged = Histogram(
            "afterword_acknowledged_seconds", "From an interaction to its acknowledgement.",
            buckets=SECONDS, registry=self.registry,
        )  # fmt: skip
        self.unanswered = Counter(
            "afterword_unanswered", "Turns whose answer Discord did not take.",
            registry=self.registry,
        )  # fmt: skip
        self.failed = Counter(
            "afterword_failed", "Errors in the program; the log says where.",
            registry=self.registry,
        )  # fmt: skip
        self.sessions = Counter(
            "afterword_gateway_sessions", "Sessions with Discord's gateway: begun or resumed.",
            ["how"], registry=self.registry,
        )  # fmt: skip
        self.reminders = Counter(
            "afterword_reminders", "Reminders that were written to people.",
            registry=self.registry,
        )  # fmt: skip
        self.reloads = Counter(
            "afterword_reloads", "Contents taken over, or refused, without a restart.",
            ["how"], registry=self.registry,
        )  # fmt: skip

    def measure(self, name: str, described: str, read: Callable[[], float]) -> None:
        """Add a value that is read whenever somebody looks."""
        Gauge(name, described, registry=self.registry).set_function(read)


class Window:
    """Answers `GET /metrics` and `GET /healthz` on this machine, and on no other."""

    def __init__(self, meters: Meters, trouble: Callable[[], str]) -> None:
        self._meters = meters
        self._trouble = trouble
        self._runner: web.AppRunner | None = None

    async def open(self, port: int) -> bool:
        """Begin to answer; False where somebody else has the port."""
        from aiohttp import web  # noqa: PLC0415 - slow, and discord.py needs only the client

        app = web.Application()
        app.router.add_get("/metrics", self._counted)
        app.router.add_get("/healthz", self._health)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, LOOPBACK, port).start()
        except OSError:
            await self.close()
            return False
        return True

    async def close(self) -> None:
        """Answer no more."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _counted(self, _request: web.Request) -> web.Response:
        from aiohttp import web  # noqa: PLC0415 - as above

        body = generate_latest(self._meters.registry)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _health(self, _request: web.Request) -> web.Response:
        from aiohttp import web  # noqa: PLC0415 - as above

        found = self._trouble()
        return web.Response(text=f"{found or 'ok'}\n", status=503 if found else 200)
