"""Audio and video: what starts by itself, what stands in for sound and picture, and players of others in frames.

Frames are entered. Files are read once more to decode their sound. Shape: `{playing, media, players}`.

- `playing`: what starts by itself, {place, tag, muted, loop, controls: native ones that show, missing: no such file,
  seconds: of sound from the start to the last one that can be heard (0 when muted, None when the file cannot be read),
  stoppers: how many controls of the page have a name about stopping sound}
- `media`: the first 20 elements, {place, tag, shown, controls, starts, muted, loop, missing, sound: of the file, None when
  it was not decoded, seconds: its length or None, size: [px, px], hidden: from assistive technology, scripted: has tracks
  without a `<track>`, near_controls: buttons around it, alternatives: names of links and headings near it that speak of a
  transcript or description, tracks:
  [{kind, language, label, file, status: of HTTP or None, type, state, cues, until}] as of `read_track`}
- `players`: frames with a known player, {place, host, alternatives}
"""

from __future__ import annotations

from typing import Any

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from a11ycheck.errors import ScriptError
from a11ycheck.evidence.base import CollectorMeta, PageAccess, Realm
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Identity, Json, Location

META = CollectorMeta(name="media", order=40)

DEPTH = 3
FRAMES = 20

_FRAME = "(selector) => document.querySelector(selector)"


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    found = _read(page.realm, "", DEPTH)
    for media in found["media"]:
        media["tracks"] = [read_track(track) for track in media["tracks"]]
    return found


def location(item: Json) -> Location:
    """Where an element stands."""
    place = item["place"]
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )


def read_track(track: dict[str, Any]) -> dict[str, Any]:
    """A track as fetched, its text exchanged for what it holds.

    `state`: ok, missing (the server has no such file), no-file (no address), not-webvtt (browsers refuse it), empty (no
    words at any time) or unknown (it could not be fetched or parsed); `cues`: how many have words; `until`: seconds at
    which the last one ends.
    """
    text = track.pop("text")
    state, cues, until = "unknown", 0, 0.0
    if not track["file"]:
        state = "no-file"
    elif track["status"] in (404, 410):
        state = "missing"
    elif text is not None and track["status"] == 200:
        state, cues, until = _parsed(text)
    return {**track, "state": state, "cues": cues, "until": until}


def _parsed(text: str) -> tuple[str, int, float]:
    """A browser takes a file for WebVTT by its first line alone (https://www.w3.org/TR/webvtt1/#file-parsing)."""
    first = text.removeprefix("\ufeff")
    if not first.startswith("WEBVTT") or first[6:7] not in ("", " ", "\t", "\n", "\r"):
        return "not-webvtt", 0, 0.0
    try:
        cues = [cue for cue in webvtt.from_string(text).captions if cue.text.strip()]
    except (MalformedFileError, MalformedCaptionError):
        return "unknown", 0, 0.0
    return ("ok" if cues else "empty"), len(cues), max((float(cue.end_in_seconds) for cue in cues), default=0.0)


def _read(realm: Realm, prefix: str, depth: int) -> dict[str, list[Any]]:
    read = realm.evaluate(with_locate("media"))
    found = {"playing": read["found"], "media": read["media"], "players": read["players"]}
    for item in (item for items in found.values() for item in items):
        item["place"]["selector"] = prefix + item["place"]["selector"]
    for selector in read["frames"][:FRAMES] if depth else []:
        inner = realm.child(_FRAME, selector)
        if inner is None:
            continue
        try:
            for key, items in _read(inner, f"{prefix}{selector} >>> ", depth - 1).items():
                found[key] += items
        except ScriptError:
            continue  # a frame without a document of its own
    return found
