"""Evidence of motion written by hand."""

from __future__ import annotations

from typing import Any

from a11ycheck.checks.base import Evidence
from a11ycheck.model import PageFacts, Target

PLACE = {"selector": "#slides", "html": "<div id=slides>", "box": [0, 0, 300, 200], "identity": {}}


def changing(**facts: Any) -> dict[str, Any]:
    """A carousel without controls that changes every two seconds, but for these facts."""
    return {
        "place": PLACE, "by": "script", "changes": [1.0, 3.0, 5.0, 7.0], "what": ["look", "place"], "words": False, "down": False,
        "says": "", "size": [300, 200], "dot": False, "busy": False, "carousel": True, "controls": 0, "alone": False, **facts,
    }  # fmt: skip


def evidence(*things: dict[str, Any], media: tuple[dict[str, Any], ...] = (), **facts: Any) -> Evidence:
    """What a page with these changing things yields."""
    motion = {
        "moving": [], "stoppers": 0, "changing": list(things), "watched": 8.0, "enough": True, "left_for": "", **facts,
    }  # fmt: skip
    collected = {"motion": motion, "media": {"playing": [], "media": list(media), "players": []}}
    return Evidence(Target(url="https://example.org/"), PageFacts(), collected)
