"""How far the keyboard walk of a page came, for the checks that judge its stops."""

from __future__ import annotations

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
