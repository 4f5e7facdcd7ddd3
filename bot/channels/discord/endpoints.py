"""Where Discord is: its own addresses, or a stand-in on this machine for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

API, GATEWAY, CDN = "DISCORD_API_BASE", "DISCORD_GATEWAY_URL", "DISCORD_CDN_BASE"

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
"""The only hosts that may stand in: any other would be handed the token."""


class NotLoopbackError(ValueError):
    """An address outside of this machine was named; the text is a sentence fit to be shown."""


class Endpoints(NamedTuple):
    """Addresses in place of Discord's; "" for Discord's own."""

    api: str = ""
    gateway: str = ""
    cdn: str = ""


def endpoints(environ: Mapping[str, str]) -> Endpoints:
    """Return what the environment names; raises `NotLoopbackError` for a host that is not this machine."""
    named = Endpoints(*(environ.get(one, "").strip().rstrip("/") for one in (API, GATEWAY, CDN)))
    for variable, url in zip((API, GATEWAY, CDN), named, strict=True):
        if url and _host(url) not in LOOPBACK:
            raise NotLoopbackError(
                f"{variable} must name this machine (127.0.0.1). Leave it out to reach Discord."
            )
    return named


def point_at(named: Endpoints) -> None:
    """Let discord.py talk to these addresses, in this process and from now on."""
    import discord  # noqa: PLC0415 - slow, and `--check` needs none of it
    import yarl  # noqa: PLC0415 - as above

    if named.api:
        discord.http.Route.BASE = named.api
    if named.gateway:
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(named.gateway)
    if named.cdn:
        discord.Asset.BASE = named.cdn


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
