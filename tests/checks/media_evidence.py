"""Evidence of media written by hand."""

from __future__ import annotations

from typing import Any

from a11ycheck.checks.base import Evidence
from a11ycheck.model import PageFacts, Target

PLACE = {"selector": "video", "html": "<video>", "box": [0, 0, 300, 200], "identity": {}}


def medium(**facts: Any) -> dict[str, Any]:
    """A shown video with controls and sound, but for these facts."""
    return {
        "place": PLACE, "tag": "video", "shown": True, "controls": True, "starts": False, "muted": False, "loop": False,
        "missing": False, "sound": True, "seconds": 20.0, "size": [300, 200], "hidden": False, "tracks": [], "scripted": False,
        "alternatives": [], "near_controls": 0, **facts,
    }  # fmt: skip


def evidence(*media: dict[str, Any], players: tuple[dict[str, Any], ...] = ()) -> Evidence:
    """What a page with these media yields."""
    found = {"playing": [], "media": list(media), "players": list(players)}
    return Evidence(Target(url="https://example.org/"), PageFacts(), {"media": found})
