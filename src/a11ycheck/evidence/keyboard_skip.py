"""Links that skip to a part of the same page, and where they lead in fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

if TYPE_CHECKING:
    from a11ycheck.evidence.keyboard_walk import Stop, Walk

EARLY = 5
MOST = 3
_SKIPS = re.compile(
    r"\b(?:skip|jump|go)\b.*\b(?:to|navigation|content|main|menu)\b|\bmain content\b|zum (?:inhalt|hauptinhalt)"
    r"|(?:aller|passer) au contenu|(?:ir|saltar) al contenido|naar (?:de )?inhoud",
    re.IGNORECASE,
)


def follow(walk: Walk) -> list[dict[str, Any]]:
    """Press Enter on each early link that skips, then Tab, and see where the focus is. Marks nothing on the page."""
    found: list[dict[str, Any]] = []
    for stop in walk.stops[:EARLY]:
        fragment = _fragment(walk, stop)
        if fragment and _SKIPS.search(stop.facts["place"]["identity"]["name"]) and len(found) < MOST:
            found.append(_follow(walk, stop, fragment))
    return found


def _fragment(walk: Walk, stop: Stop) -> str:
    """The part of this page that a link leads to; empty when it leads elsewhere or names a route."""
    url, fragment = urldefrag(stop.facts["href"])
    here = urldefrag(walk.page.realm.url)[0]
    if stop.frame.parent is not None or (url and url != here) or re.match(r"[/!]", fragment):
        return ""
    return str(fragment)


def _follow(walk: Walk, stop: Stop, fragment: str) -> dict[str, Any]:
    frame = stop.frame
    place = stop.facts["place"]
    result = {"key": stop.key, "place": place, "href": f"#{fragment}", "name": place["identity"]["name"]}
    target = frame.call("target", fragment)
    frame.call("park")
    if not frame.call("focus", stop.element):
        return {**result, "target": target, "lands": "unreached"}
    walk.page.page.keyboard.press("Enter")
    walk.settle()
    target = frame.call("target", fragment) or target
    walk.page.page.keyboard.press("Tab")
    walk.settle()
    return {**result, "target": target and target["place"], "lands": frame.call("lands", fragment)}
