"""How far the keyboard walk of a page came, and what clicks did besides, for the checks that judge its stops."""

from __future__ import annotations

from typing import Any

from a11ycheck.checks.base import Evidence
from a11ycheck.model import Json


def unfinished(walk: Json) -> str:
    """Why the walk says nothing about the rest of the page; empty when it came to the end."""
    if walk["ended"] == "page-end":
        return ""
    seen, of = len(walk["stops"]), max(walk["tabbable"], len(walk["stops"]))
    reason = {"limit": "at its limit", "time": "out of time", "trap": "at a place that Tab did not leave"}[
        walk["ended"]
    ]
    return f"The walk ended {reason}, after {seen} of {of} stops; the rest was not looked at."


def operated(evidence: Evidence) -> dict[str, Any]:
    """The controls that were clicked, by selector, as in `evidence.widgets`; empty below `--interact operate`."""
    widgets: Any = evidence.collected.get("widgets") or {"controls": []}
    return {control["place"]["selector"]: control for control in widgets["controls"] if control["effect"]}
