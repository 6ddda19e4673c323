"""Fields that scripts watch: what may leave the page when a value changes, and what may refuse a pasted secret.

Read from listeners; from `--interact operate` on, a paste is played on fields for secrets too, and what it left is taken away
again. The page's own document and its open shadow roots. Shape: `{changes: [{place, on, how: what the listener's source does}],
secrets: [{place, name, kind: password|code, autocomplete, passwords: in the same form, new: it asks for a new one, single: takes
one character, guarded: a paste listener's source prevents it, played: None or {prevented, kept: the value changed}}],
other_ways: names of controls for another way to sign in}`.
"""

from __future__ import annotations

import re
from typing import Any

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.listened import heard, paths, release, source_of
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Identity, Interact, Json, Location

META = CollectorMeta(name="entry", driving=True, order=91)

CHANGE = frozenset({"change", "input", "select"})
MOST = 40
_LEAVES = re.compile(
    r"\blocation\b\s*(?:\.\w+\s*)?[=(.]|\.submit\s*\(|requestSubmit\s*\(|window\.open\s*\(|\.navigate\s*\("
)
_PREVENTS = re.compile(r"preventDefault\s*\(|return\s+false|returnValue\s*=\s*false|\breturn\s*!1")


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    session = page.page.context.new_cdp_session(page.page)
    try:
        by_node: dict[int, list[str]] = {}
        for one in heard(session, "document", -1):
            kind = _kind(one["type"], source_of(one)[:20_000])
            if kind and "backendNodeId" in one:
                by_node.setdefault(one["backendNodeId"], []).append(kind)
        listened = paths(session, dict(list(by_node.items())[:MOST]))
    finally:
        release(session)
        session.detach()
    play = page.interact.rank >= Interact.OPERATE.rank
    found: dict[str, Any] = page.realm.evaluate(with_locate("entry"), {"listened": listened, "play": play})
    return found


def location(item: Json) -> Location:
    """Where a field stands."""
    place = item["place"]
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )


def _kind(event: str, text: str) -> str:
    """What a listener may do: leave the page on a change (`change:` and the event), refuse a paste, or nothing of that."""
    if event in CHANGE and _LEAVES.search(text):
        return f"change:{event}"
    if event in ("paste", "beforeinput") and _PREVENTS.search(text):
        return "paste"
    return ""
