"""What Discord sends, takes and refuses, as JSON: people, answers, and the limits of a message."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

BOT = 1_000_000_000_000_000_001
EPHEMERAL = 64


@dataclass
class Shown:
    """A message of the bot's; `seen_by` is the one person who sees it, 0 for everyone there."""

    id: int
    channel: int
    seen_by: int
    content: str
    components: list[dict[str, Any]]
    files: list[str] = field(default_factory=list)
    flags: int = 0

    @property
    def widgets(self) -> list[dict[str, Any]]:
        return [one for row in self.components for one in row["components"]]

    @property
    def labels(self) -> list[str]:
        buttons = [one["label"] for one in self.widgets if one["type"] == 2]
        return buttons + [o["label"] for one in self.widgets for o in one.get("options", ())]

    def custom_id(self, label: str) -> str:
        return next(one["custom_id"] for one in self.widgets if one.get("label") == label)


@dataclass
class Asked:
    """An interaction and how it was acknowledged: the type of the first answer, 0 for none yet."""

    id: int
    user: int
    payload: dict[str, Any]
    first: int = 0
    data: dict[str, Any] = field(default_factory=dict)
    original: int = 0

    @property
    def hidden(self) -> bool:
        return bool(self.data.get("flags", 0) & EPHEMERAL)


def refuse_beyond_limits(text: str, components: list[dict[str, Any]]) -> None:
    assert text or components or text == "", "a message holds something"
    assert len(text) <= 2000, "a message has at most 2000 characters"
    assert len(components) <= 5, "a message has at most five rows"
    ids = [one["custom_id"] for row in components for one in row["components"]]
    assert len(ids) == len(set(ids)), "custom ids are unique in a message"
    for row in components:
        assert 1 <= len(row["components"]) <= 5, "a row holds one to five widgets"
        for one in row["components"]:
            assert len(one["custom_id"]) <= 100, "a custom id has at most 100 characters"
            assert len(one.get("label") or "") <= 80, "a button has at most 80 characters"
            for option in one.get("options", ()):
                assert 1 <= len(option["label"]) <= 100, "a choice has at most 100 characters"
            assert len(one.get("options", ())) <= 25, "a menu has at most 25 choices"


def user_json(number: int) -> dict[str, Any]:
    return {
        "id": str(number), "username": f"user{number % 1000}", "discriminator": "0",
        "avatar": None, "global_name": None,
    }  # fmt: skip


def application_json() -> dict[str, Any]:
    return {
        "id": str(BOT), "name": "afterword", "icon": None, "description": "", "summary": "",
        "bot_public": True, "bot_require_code_grant": False, "verify_key": "", "flags": 0,
        "owner": user_json(BOT), "team": None,
    }  # fmt: skip


def json_answer(value: object, status: int = 200) -> web.Response:
    # Not aiohttp's own helper: it names a charset, and then discord.py reads no JSON.
    return web.Response(
        body=json.dumps(value).encode(), status=status, headers={"Content-Type": "application/json"}
    )


def refused(status: int) -> web.Response:
    if status != 429:
        return json_answer({"code": 0, "message": "trouble"}, status)
    answer = json_answer({"message": "slow down", "retry_after": 0.01, "global": False}, 429)
    # Without `Via` discord.py takes it for a ban by what stands before Discord.
    answer.headers.update({"Via": "1.1 emulator", "Retry-After": "1"})
    return answer


async def body_of(request: web.Request) -> dict[str, Any]:
    if request.content_type == "multipart/form-data":
        parts = await request.post()
        body = json.loads(parts.get("payload_json", "{}"))
        names = [name for name in parts if name.startswith("files")]
        body["files"] = [parts[name].file.read().decode() for name in names]
        return body
    if request.method == "GET":
        return dict(request.query)
    raw = await request.read()
    read = json.loads(raw) if raw else {}
    return read if isinstance(read, dict) else {"list": read}
