"""Audio and video that start by themselves.

Shape: `{playing: [{place, tag, muted, loop, controls: native ones that show, missing: no such file, seconds: of sound
from the start to the last one that can be heard (0 when muted, None when the file cannot be read), stoppers: how many
controls of the page have a name about stopping sound}]}`. Frames are entered. Files are read once more to decode their
sound.
"""

from __future__ import annotations

from a11ycheck.errors import ScriptError
from a11ycheck.evidence.base import CollectorMeta, PageAccess, Realm
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Json

META = CollectorMeta(name="media", order=40)

DEPTH = 3
FRAMES = 20

_FRAME = "(selector) => document.querySelector(selector)"


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    return {"playing": _playing(page.realm, "", DEPTH)}


def _playing(realm: Realm, prefix: str, depth: int) -> list[Json]:
    read = realm.evaluate(with_locate("media"))
    found: list[Json] = read["found"]
    for media in found:
        media["place"]["selector"] = prefix + media["place"]["selector"]
    for selector in read["frames"][:FRAMES] if depth else []:
        inner = realm.child(_FRAME, selector)
        if inner is None:
            continue
        try:
            found += _playing(inner, f"{prefix}{selector} >>> ", depth - 1)
        except ScriptError:
            continue  # a frame without a document of its own
    return found
