"""One person's view of the team chat, kept in memory."""

import copy
import json
import re
from pathlib import Path
from typing import Any

SEED: dict[str, Any] = json.loads((Path(__file__).resolve().parent / "seed.json").read_text(encoding="utf-8"))
CHANNEL_NAME = re.compile(r"[a-z0-9][a-z0-9-]{1,30}")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
TIME_OF_NEW_MESSAGES = "10:30"


class Invalid(Exception):
    """What was sent cannot be taken; ``errors`` maps a field to a sentence for people."""

    def __init__(self, **errors: str) -> None:
        super().__init__(errors)
        self.errors = errors


class Workspace:
    """Channels, messages by channel name, people and settings; starts as a copy of seed.json."""

    def __init__(self) -> None:
        seed = copy.deepcopy(SEED)
        self.channels: list[dict[str, Any]] = seed["channels"]
        self.messages: dict[str, list[dict[str, Any]]] = seed["messages"]
        self.people: dict[str, Any] = seed["people"]
        self.settings: dict[str, Any] = seed["settings"]

    def summary(self) -> dict[str, Any]:
        return {"channels": self.channels, "people": self.people, "settings": self.settings}

    def create_channel(self, body: dict[str, Any]) -> dict[str, Any]:
        name = str(body.get("name", "")).strip()
        if not CHANNEL_NAME.fullmatch(name):
            raise Invalid(name="Use 2 to 31 lower-case letters, digits or hyphens, for example team-harbour.")
        if name in self.messages:
            raise Invalid(name=f"There is already a channel called {name}.")
        channel = {"name": name, "topic": str(body.get("topic", "")).strip(), "unread": 0}
        self.channels.append(channel)
        self.messages[name] = []
        return channel

    def post_message(self, channel: str, body: dict[str, Any]) -> dict[str, Any]:
        text = str(body.get("text", "")).strip()
        if not text:
            raise Invalid(text="Write something first.")
        message = {"author": "demo", "time": TIME_OF_NEW_MESSAGES, "text": text}
        self.messages[channel].append(message)
        return message

    def save_settings(self, body: dict[str, Any]) -> dict[str, Any]:
        changed = {**self.settings, **{key: value for key, value in body.items() if key in self.settings}}
        errors = {}
        if not str(changed["displayName"]).strip():
            errors["displayName"] = "Enter a display name."
        if not EMAIL.fullmatch(str(changed["email"])):
            errors["email"] = "Enter an e-mail address such as ada@example.org."
        if errors:
            raise Invalid(**errors)
        self.settings = changed
        return self.settings
