"""How text fares when the page is laid out anew: remembered as it is, measured again, and what got worse.

Used by the collectors `zoom`, `reflow` and `text_spacing`. A comparison is a list with one item a document (frames
included): `{url, texts, measured, cut: ""|limit|time, root: place, page: {client_width, scroll_width, hides_x}, lost,
lost_count, overlaps, overlap_count, vanished, vanished_count, new_controls}`, at most 40 items a list, each with a location as
of `evidence/js/locate.js`. `measured` of the `texts` were: 20,000 at most, and what the collector's time was enough for.

- `lost`: text that was readable and is not now, {kind: cut|lines|ellipsis|clamp|gone, before, lines, cut, missing,
  lost: [px across, px down], text, way: ""|title|link|control, strip, pushed, own, in_flow, clipper: {selector, box, overflow}}.
  `cut`: letters are; `lines`: whole lines are missing; `strip`: in a row that moves or scrolls by script;
  `pushed`: out of its box or the viewport, by a panel that a control of the page can close
- `overlaps`: lines of two elements that newly cover each other, {text, other, other_text, width, height, in_flow, both_seen}
- `vanished`: what is no longer displayed although its text stands nowhere else, {texts, text}
- with a `width`: `wide`, blocks of text with lines wider than it, and `beside`, blocks that reach out of the viewport
  sideways, {extent, right, words, cause: nowrap|box|word, excepted: ""|table|code|media|toolbar, scroller, positioned, text};
  `broad`, frames, pictures and fields that do, {tag, width, excepted}; `scrolls`: the page scrolls sideways
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from a11ycheck.errors import ScriptError
from a11ycheck.evidence.base import PageAccess, Realm
from a11ycheck.evidence.scripts import source, with_locate
from a11ycheck.model import Identity, Json, Location

QUIET_MS = 50
AT_MOST_MS = 1000
FRAME_DEPTH = 3


@dataclass(frozen=True)
class Remembered:
    """The documents of a page whose text was measured: realm and selector prefix of each, the top one first.

    `deadline`: `time.monotonic()` value by which measuring ends.
    """

    documents: tuple[tuple[str, Realm], ...]
    deadline: float

    def compare(self, **argument: Json) -> list[dict[str, Any]]:
        """Measure again and list what got worse. `width`: CSS px that lines of text must not exceed."""
        found = []
        for prefix, realm in self.documents:
            argument["ms"] = _left(self.deadline)
            document = json.loads(realm.evaluate(_script("compare"), argument))
            document["root"]["selector"] = prefix + document["root"]["selector"]
            for section in ("lost", "overlaps", "vanished", "wide", "beside", "broad"):
                for item in document.get(section, ()):
                    item["selector"] = prefix + item["selector"]
            found.append({"url": realm.url, **document})
        return found

    def calm(self) -> bool:
        """Wait until the page has laid itself out; false when it kept changing for a second."""
        return all(realm.evaluate(with_locate("text_calm", "calm"), CALM) for _, realm in self.documents[:1])

    def still(self, on: bool) -> None:
        """Turn transitions off, or on again once the page has settled in its size."""
        for _, realm in self.documents:
            realm.evaluate(with_locate("text_calm", "still"), on)


CALM = {"quietMs": QUIET_MS, "atMostMs": AT_MOST_MS}


def remember(page: PageAccess) -> Remembered:
    """Measure all text of the page and its frames as it is now, in at most half of the time that is left."""
    half = (time.monotonic() + page.deadline) / 2
    return Remembered(tuple(_documents(page.realm, "", FRAME_DEPTH, half)), page.deadline)


@contextmanager
def resized(page: PageAccess, width: int, height: int) -> Iterator[Remembered]:
    """The page in a viewport of another size (CSS px), its text remembered from before, and back in its own afterwards."""
    size = page.page.viewport_size
    remembered = remember(page)
    remembered.still(True)
    page.page.set_viewport_size({"width": width, "height": height})
    try:
        yield remembered
    finally:
        if size is not None:
            page.page.set_viewport_size(size)
        remembered.still(False)


def location(item: Json) -> Location:
    """The location that an item of a comparison carries."""
    return Location(
        selector=item["selector"], html=item["html"], box=item["box"], identity=Identity(**item["identity"])
    )


@cache
def _script(member: str) -> str:
    """A function of text_layout.js that takes one argument."""
    libraries = f"const lib = {source('locate')}; const clips = ({source('text_clips')})(lib);"
    return f"function (argument) {{ {libraries} return ({source('text_layout')})(lib, clips).{member}(argument); }}"


def _left(deadline: float) -> float:
    """Milliseconds until then."""
    return max(0.0, (deadline - time.monotonic()) * 1000)


def _documents(realm: Realm, prefix: str, depth: int, deadline: float) -> Iterator[tuple[str, Realm]]:
    frames = json.loads(realm.evaluate(_script("remember"), {"ms": _left(deadline)}))["frames"]
    yield prefix, realm
    for selector in frames if depth else ():
        inner = realm.child(_script("frame"), selector)
        if inner is None:
            continue
        try:
            yield from _documents(inner, f"{prefix}{selector} >>> ", depth - 1, deadline)
        except ScriptError:
            continue
