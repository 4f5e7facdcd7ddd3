"""Rasa: one form, its validation and the last line in an action server on loopback, no model of language.

Needs Python 3.10 or older. `rasa train` is its compile step; load() times that and the loading. On the
disk: its own SQL tracker store on SQLite, with its own settings.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import warnings
from pathlib import Path

import harness
import workload as w

HERE = Path(__file__).resolve().parent
PROJECT = HERE / "rasa_project"
RASA = Path(sys.executable).parent / "rasa"
MADE = HERE.parents[1] / ".envs" / "rasa-model"
NAMES = ("subject", "feeling", "part", "slept", "second", "thought", "advice", "strong")
PATIENCE = 60

os.environ.update(RASA_TELEMETRY_ENABLED="false", TF_CPP_MIN_LOG_LEVEL="3",
                  SQLALCHEMY_SILENCE_UBER_WARNING="1")  # fmt: skip
warnings.simplefilter("ignore")


def domain():
    """Return the domain; JSON is YAML, too."""
    slots = {
        name: {"type": "any", "mappings": [{"type": "from_text", "conditions": [
            {"active_loop": "ten_form", "requested_slot": name}]}]} for name in NAMES
    }  # fmt: skip
    custom = {"type": "bool", "influence_conversation": False, "mappings": [{"type": "custom"}]}
    slots |= {"well": custom, "again": custom}
    asked = {
        "subject": [{"text": w.SUBJECT}], "feeling": [{"text": w.FEELING}],
        "part": [{"text": w.PART}], "slept": [{"text": w.SLEPT}],
        "second": [_where("well", w.KEEP_UP), {"text": w.EARLIER}],
        "thought": [{"text": w.THOUGHT}], "advice": [{"text": w.ADVICE}],
        "strong": [_where("again", w.A_NUMBER), {"text": w.STRONG}],
    }  # fmt: skip
    return {
        "version": "3.1", "intents": ["greet"], "slots": slots,
        "actions": ["validate_ten_form", "action_closing"],
        "forms": {"ten_form": {"required_slots": list(NAMES)}},
        "responses": {f"utter_ask_ten_form_{name}": one for name, one in asked.items()},
        "session_config": {"session_expiration_time": 0, "carry_over_slots_to_new_session": True},
    }  # fmt: skip


def _where(slot, text):
    return {"text": text, "condition": [{"type": "slot", "name": slot, "value": True}]}


def trained(folder):
    """Train once what is in a folder, and return the model."""
    subprocess.run([RASA, "train", "--fixed-model-name", "m", "--out", "models"], cwd=folder,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)  # fmt: skip
    return Path(folder) / "models" / "m.tar.gz"


def model():
    """Return the model of the talk, trained where it is not there yet."""
    found = MADE / "models" / "m.tar.gz"
    if not found.exists():
        shutil.copytree(PROJECT, MADE, dirs_exist_ok=True)
        (MADE / "domain.yml").write_text(json.dumps(domain()))
        trained(MADE)
    return found


class Peer:
    name = "Rasa"
    stores = ("memory", "disk")
    waits = True
    lingers = True

    async def open(self, store, folder):
        import logging

        import structlog
        from rasa.core.agent import load_agent
        from rasa.core.utils import AvailableEndpoints
        from rasa.utils.endpoints import EndpointConfig

        logging.getLogger("rasa").setLevel(logging.ERROR)
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
        port = _free_port()
        self.actions = subprocess.Popen(
            [RASA, "run", "actions", "--port", str(port), "--actions", "actions.actions"],
            cwd=PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        ends = AvailableEndpoints(action=EndpointConfig(url=f"http://127.0.0.1:{port}/webhook"))
        self.file = Path(folder) / "tracker.db"
        if store == "disk":
            ends.tracker_store = EndpointConfig.from_dict(
                {"type": "SQL", "dialect": "sqlite", "db": str(self.file)}
            )
        self.agent = await load_agent(model_path=str(model()), endpoints=ends)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", port), 0.2).close()
                break
            except OSError:
                time.sleep(0.1)

    async def turn(self, talk, line):
        said = await self.agent.handle_text(line, sender_id=talk)
        return " ".join(one["text"] for one in said)

    def bytes_kept(self):
        return self.file.stat().st_size

    async def load(self, steps, folder):
        """Train a form of so many slots, and load it."""
        from rasa.core.agent import load_agent

        shutil.copytree(PROJECT / "data", Path(folder) / "data")
        shutil.copy(PROJECT / "config.yml", folder)
        names = [f"s{n}" for n in range(steps)]
        slots = {one: {"type": "any", "mappings": [{"type": "from_text", "conditions": [
            {"active_loop": "ten_form", "requested_slot": one}]}]} for one in names}  # fmt: skip
        asked = {f"utter_ask_ten_form_s{n}": [{"text": w.link(n)}] for n in range(steps)}
        asked["utter_closing"] = [{"text": "Done."}]
        rules = (PROJECT / "data" / "rules.yml").read_text()
        (Path(folder) / "data" / "rules.yml").write_text(
            rules.replace("action_closing", "utter_closing")
        )
        (Path(folder) / "domain.yml").write_text(json.dumps({
            "version": "3.1", "intents": ["greet"], "slots": slots, "responses": asked,
            "forms": {"ten_form": {"required_slots": names}},
        }))  # fmt: skip
        started = time.perf_counter()
        await load_agent(model_path=str(trained(folder)))
        return {"ms": (time.perf_counter() - started) * 1e3}

    def close(self):
        self.actions.terminate()
        self.actions.wait()


def _free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


if __name__ == "__main__":
    harness.main(Peer)
