"""A stand-in for Discord on this machine: as much of its gateway and REST as a talk needs.

It takes a bot as it is, started as a process. It keeps what the bot did in order, and knows who
can see a message; nothing in it waits by the clock.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Self

import aiohttp
from aiohttp import web

from tests.channels.discord.wire_forms import (
    BOT,
    EPHEMERAL,
    Asked,
    Shown,
    application_json,
    body_of,
    json_answer,
    refuse_beyond_limits,
    refused,
    user_json,
)

if TYPE_CHECKING:
    from collections.abc import Callable

GUILD, TOWN_SQUARE = 2_000_000_000_000_000_001, 2_000_000_000_000_000_002
PATIENCE = 40.0
"""Seconds until a test gives up on something that never comes."""

DEFERRED_REPLY, DEFERRED_UPDATE, MODAL = 5, 6, 9
COMMAND, COMPONENT, SUBMIT = 2, 3, 5
IN_GUILD, IN_BOT_DM = 0, 1


class Emulator:
    """Discord for one bot: `shards` as it recommends them, `heartbeat` in seconds.

    While it is `dead`, its connections stay open and nothing comes through them.
    """

    def __init__(self, shards: int = 1, heartbeat: float = 45.0) -> None:
        self._shards = shards
        self._heartbeat = heartbeat
        self.dead = False
        self._ids = itertools.count(3_000_000_000_000_000_001)
        self._sockets: dict[int, web.WebSocketResponse] = {}
        self._sequences = {shard: itertools.count(1) for shard in range(shards)}
        self._changed = asyncio.Condition()
        self._runner: web.AppRunner | None = None
        self.url = ""
        self.shown: list[Shown] = []
        self.asked: dict[str, Asked] = {}
        self.requests: list[str] = []
        self.commands: list[dict[str, Any]] = []
        self.identified: list[dict[str, Any]] = []
        self.resumed = 0
        self._written: dict[int, dict[str, Any]] = {}
        self._chats: dict[int, list[dict[str, Any]]] = defaultdict(list)
        self._shown_in: dict[int, list[Shown]] = defaultdict(list)
        self._sent: dict[int, list[tuple[int, str]]] = {shard: [] for shard in range(shards)}
        self.refusals: list[tuple[str, int]] = []
        self.closed_to: set[int] = set()
        self.holds: Callable[[str], bool] = lambda _request: False
        self.held: list[str] = []
        self._released = asyncio.Event()

    # --- the life of it ---

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/gateway", self._gateway)
        app.router.add_route("*", "/api/v10/{rest:.*}", self._rest)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.url = f"127.0.0.1:{port}"
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self._runner.cleanup()

    @property
    def environment(self) -> dict[str, str]:
        """What a bot needs to talk to this stand-in."""
        return {
            "DISCORD_API_BASE": f"http://{self.url}/api/v10",
            "DISCORD_GATEWAY_URL": f"ws://{self.url}/gateway",
            "DISCORD_CDN_BASE": f"http://{self.url}",
        }

    async def until(self, what: Callable[[], Any]) -> Any:
        """Wait until something holds, looked at again after everything that the bot does."""
        async with self._changed, asyncio.timeout(PATIENCE):
            await self._changed.wait_for(what)
        return what()

    async def _note(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def let_go(self) -> None:
        """Answer the requests that were held back."""
        self.holds = lambda _request: False
        self._released.set()

    async def _note_answer(self) -> None:
        """Tell everyone who waits that the bot did something."""
        await self._note()

    # --- what people do ---

    def seen(self, user: int) -> list[Shown]:
        """All that this person can see of the bot, in order."""
        mine = {self.dm_of(user), TOWN_SQUARE}
        return [s for s in self.shown if s.channel in mine and s.seen_by in (0, user)]

    @staticmethod
    def dm_of(user: int) -> int:
        return user + 500

    async def again(self, event: int) -> None:
        """Deliver a line once more, however long ago it was delivered."""
        await self.dispatch("MESSAGE_CREATE", self._written[event])

    async def says(self, user: int, text: str, *, twice: bool = False, lost: bool = False) -> int:
        """A person writes to the bot in private; `lost` is only found in the history later."""
        number = next(self._ids)
        message = {
            **self._message(number, self.dm_of(user), text), "author": user_json(user),
            "channel_type": 1,
        }  # fmt: skip
        self._written[number] = message
        self._chats[self.dm_of(user)].append(message)
        for _ in range(0 if lost else 1 + twice):
            await self.dispatch("MESSAGE_CREATE", message)
        return number

    async def slash(self, user: int, name: str, *, guild: bool = False) -> Asked:
        """A person uses a slash command, in private or in a server."""
        data = {"id": str(next(self._ids)), "name": name, "type": 1}
        return await self._interact(user, COMMAND, data, None, guild=guild)

    async def press(self, user: int, shown: Shown, label: str, *, twice: bool = False) -> Asked:
        """A person presses a button of a message."""
        data = {"custom_id": shown.custom_id(label), "component_type": 2}
        return await self._interact(user, COMPONENT, data, shown, twice=twice)

    async def choose(self, user: int, shown: Shown, *labels: str) -> Asked:
        """A person chooses from the menu of a message."""
        menu = next(one for one in shown.widgets if one["type"] == 3)
        values = [one["value"] for one in menu["options"] if one["label"] in labels]
        data = {"custom_id": menu["custom_id"], "component_type": 3, "values": values}
        return await self._interact(user, COMPONENT, data, shown)

    async def fills(self, asked: Asked, text: str) -> Asked:
        """A person fills in the form that an interaction opened, and sends it."""
        field_ = {"type": 4, "custom_id": "answer", "value": text}
        data = {
            "custom_id": asked.data["custom_id"],
            "components": [{"type": 18, "component": field_}],
        }
        message = asked.payload.get("message")
        shown = next(one for one in self.shown if message and one.id == int(message["id"]))
        return await self._interact(asked.user, SUBMIT, data, shown)

    async def _interact(
        self, user: int, kind: int, data: dict[str, Any], shown: Shown | None, *,
        guild: bool = False, twice: bool = False,
    ) -> Asked:  # fmt: skip
        number, token = next(self._ids), f"token-{next(self._ids)}"
        inside = guild or (shown is not None and shown.channel == TOWN_SQUARE)
        channel = TOWN_SQUARE if inside else self.dm_of(user)
        payload: dict[str, Any] = {
            "id": str(number), "application_id": str(BOT), "type": kind, "token": token,
            "version": 1, "channel_id": str(channel), "locale": "en-GB", "data": data,
            "channel": {"id": str(channel), "type": 0 if inside else 1, "name": "square", "position": 0,
                        "recipients": [] if inside else [user_json(user)], "permissions": "0"},
            "context": IN_GUILD if inside else IN_BOT_DM, "entitlements": [],
            "authorizing_integration_owners": {"0": str(GUILD)}, "app_permissions": "0",
            "attachment_size_limit": 10_000_000,
        }  # fmt: skip
        if inside:
            payload["guild_id"] = str(GUILD)
            payload["guild"] = {"id": str(GUILD), "locale": "en-GB", "features": []}
            payload["member"] = {
                "user": user_json(user), "roles": [], "joined_at": "2026-01-01T00:00:00+00:00",
                "deaf": False, "mute": False, "permissions": "0", "flags": 0,
            }  # fmt: skip
        else:
            payload["user"] = user_json(user)
        if shown is not None:
            payload["message"] = self._as_json(shown)
        asked = self.asked[token] = Asked(number, user, payload)
        for _ in range(1 + twice):
            await self.dispatch("INTERACTION_CREATE", payload)
        return asked

    # --- the gateway ---

    async def dispatch(self, event: str, data: dict[str, Any], shard: int | None = None) -> None:
        """Send an event to the bot, or keep it until the bot has resumed."""
        if shard is None:
            shard = (int(data.get("guild_id", 0)) >> 22) % self._shards
        number = next(self._sequences[shard])
        frame = json.dumps({"op": 0, "t": event, "s": number, "d": data})
        self._sent[shard].append((number, frame))
        if shard in self._sockets and not self.dead:
            with contextlib.suppress(ConnectionError):
                await self._sockets[shard].send_str(frame)

    async def ask_to_reconnect(self) -> None:
        """Send the bot away, as Discord does before a server of its own stops (op 7)."""
        await self._sockets.pop(0).send_str(json.dumps({"op": 7, "d": None}))

    async def drop(self) -> None:
        """Break the connection without a word."""
        await self._sockets.pop(0).close(code=4000)

    async def invalidate(self) -> None:
        """Forget the session, so that the bot has to begin a new one (op 9)."""
        await self._sockets.pop(0).send_str(json.dumps({"op": 9, "d": False}))

    async def _resume(self, socket: web.WebSocketResponse, shard: int, seen: int) -> None:
        self._sockets[shard] = socket
        for number, frame in list(self._sent[shard]):
            if number > seen:
                await socket.send_str(frame)
        self.resumed += 1
        await self.dispatch("RESUMED", {}, shard)

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        hello = {"op": 10, "d": {"heartbeat_interval": round(1000 * self._heartbeat)}}
        await socket.send_str(json.dumps(hello))
        async for frame in socket:
            if frame.type is not aiohttp.WSMsgType.TEXT:
                continue
            sent = json.loads(frame.data)
            if sent["op"] == 1 and not (self.dead and socket in self._sockets.values()):
                await socket.send_str(json.dumps({"op": 11}))
            elif sent["op"] == 2:
                await self._greet(socket, sent["d"])
            elif sent["op"] == 6:
                shard = int(sent["d"]["session_id"])
                self.dead = False
                await self._resume(socket, shard, sent["d"]["seq"])
                await self._note()
        for shard in [one for one, held in self._sockets.items() if held is socket]:
            del self._sockets[shard]
        await self._note()
        return socket

    async def _greet(self, socket: web.WebSocketResponse, identified: dict[str, Any]) -> None:
        shard, _ = identified.get("shard", [0, 1])
        self._sockets[shard] = socket
        # A new session knows nothing of what was sent in the one before.
        self._sent[shard].clear()
        self.identified.append(identified)
        ready = {
            "v": 10, "user": {**user_json(BOT), "bot": True}, "guilds": [],
            "session_id": str(shard), "resume_gateway_url": f"ws://{self.url}/gateway",
            "shard": [shard, self._shards], "application": {"id": str(BOT), "flags": 0},
        }  # fmt: skip
        await self.dispatch("READY", ready, shard)
        await self._note()

    @property
    def connected(self) -> bool:
        return bool(self._sockets)

    @property
    def shards_connected(self) -> set[int]:
        return set(self._sockets)

    # --- REST ---

    async def _rest(self, request: web.Request) -> web.Response:
        path = request.match_info["rest"]
        what = f"{request.method} {path}"
        self.requests.append(what)
        if self.holds(what):
            self.held.append(what)
            await self._note()
            await self._released.wait()
        for refusal in self.refusals:
            if what.startswith(refusal[0]):
                self.refusals.remove(refusal)
                return refused(refusal[1])
        body = await body_of(request)
        answer = self._answer(request.method, path.split("/"), body)
        await self._note_answer()
        return answer

    def _answer(self, method: str, path: list[str], body: dict[str, Any]) -> web.Response:
        match method, path:
            case "GET", _:
                return self._looked_up(path, body)
            case "PUT", ["applications", _, "commands"]:
                self.commands = body["list"]
                return json_answer([self._command(one) for one in self.commands])
            case "POST", ["users", "@me", "channels"]:
                user = int(body["recipient_id"])
                channel = {"id": str(self.dm_of(user)), "type": 1, "recipients": [user_json(user)]}
                return json_answer(channel)
            case "POST", ["channels", channel, "messages"]:
                user = int(channel) - 500
                if user in self.closed_to:
                    said = "Cannot send messages to this user"
                    return json_answer({"code": 50007, "message": said}, 403)
                return json_answer(self._as_json(self._show(int(channel), user, body)))
            case "POST", ["interactions", _, token, "callback"]:
                return self._acknowledged(self.asked[token], body)
            case "POST", ["webhooks", _, token]:
                return self._followed(self.asked[token], body)
            case "PATCH", ["webhooks", _, token, "messages", "@original"]:
                return self._edited(self.asked[token], body)
            case "DELETE", ["webhooks", _, token, "messages", "@original"]:
                return web.Response(status=204)
            case _:
                return json_answer({"code": 0, "message": "404: Not Found"}, 404)

    def _looked_up(self, path: list[str], query: dict[str, Any]) -> web.Response:
        match path:
            case ["users", "@me"]:
                return json_answer({**user_json(BOT), "bot": True})
            case ["oauth2", "applications", "@me"]:
                return json_answer(application_json())
            case ["gateway", "bot"]:
                limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
                url = f"ws://{self.url}/gateway"
                return json_answer(
                    {"url": url, "shards": self._shards, "session_start_limit": limit}
                )
            case ["channels", channel, "messages"]:
                lines = list(self._chats[int(channel)])
                lines += [self._as_json(one) for one in self._shown_in[int(channel)]]
                first, last = int(query.get("after", 0)), int(query.get("before", 1 << 63))
                found = [one for one in lines if first < int(one["id"]) < last]
                found.sort(key=lambda one: -int(one["id"]))
                many = int(query.get("limit", 50))
                return json_answer(found[-many:] if first else found[:many])
            case _:
                return json_answer({"code": 0, "message": "404: Not Found"}, 404)

    def _acknowledged(self, asked: Asked, body: dict[str, Any]) -> web.Response:
        if asked.first:
            return json_answer(
                {"code": 40060, "message": "Interaction has already been acknowledged."}, 400
            )
        asked.first, asked.data = body["type"], body.get("data") or {}
        if asked.payload.get("message"):
            asked.original = int(asked.payload["message"]["id"])
        told = {"id": str(asked.id), "type": asked.payload["type"]}
        return json_answer({"interaction": told, "resource": {"type": asked.first}})

    def _followed(self, asked: Asked, body: dict[str, Any]) -> web.Response:
        if not asked.first:
            return json_answer({"code": 10015, "message": "Unknown Webhook"}, 404)
        channel = int(asked.payload["channel_id"])
        # What follows a deferred reply takes its place, and is as hidden as that is.
        first = asked.first == DEFERRED_REPLY and not asked.original
        hidden = asked.hidden if first else bool(body.get("flags", 0) & EPHEMERAL)
        private = channel != TOWN_SQUARE
        shown = self._show(channel, asked.user if hidden or private else 0, body)
        asked.original = asked.original or shown.id
        return json_answer(self._as_json(shown))

    def _edited(self, asked: Asked, body: dict[str, Any]) -> web.Response:
        shown = next((one for one in self.shown if one.id == asked.original), None)
        if shown is None:
            return json_answer({"code": 10008, "message": "Unknown Message"}, 404)
        shown.content = body.get("content", shown.content)
        shown.components = body.get("components", shown.components)
        return json_answer(self._as_json(shown))

    def _show(self, channel: int, seen_by: int, body: dict[str, Any]) -> Shown:
        text, components = body.get("content") or "", body.get("components") or []
        refuse_beyond_limits(text, components)
        files = body.get("files", [])
        shown = Shown(
            next(self._ids), channel, seen_by, text, components, files, body.get("flags", 0)
        )
        self.shown.append(shown)
        self._shown_in[channel].append(shown)
        return shown

    def _as_json(self, shown: Shown) -> dict[str, Any]:
        message = self._message(shown.id, shown.channel, shown.content)
        author = {**user_json(BOT), "bot": True}
        return {**message, "author": author, "components": shown.components, "flags": shown.flags}

    @staticmethod
    def _message(number: int, channel: int, text: str) -> dict[str, Any]:
        return {
            "id": str(number), "channel_id": str(channel), "content": text, "type": 0,
            "timestamp": "2026-11-25T00:00:00+00:00", "edited_timestamp": None, "tts": False,
            "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [],
            "embeds": [], "pinned": False, "components": [], "flags": 0,
        }  # fmt: skip

    def _command(self, told: dict[str, Any]) -> dict[str, Any]:
        number = str(next(self._ids))
        return {**told, "id": number, "application_id": str(BOT), "version": number}
