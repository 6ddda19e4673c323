"""Text that moves or blinks by itself for more than five seconds, measured on a page whose motion was left alone.

Shape: `{moving: [{place, moved: whether it was elsewhere, or looked different, always|sometimes|never from one look to
the next, watched: to the end, alone: the page has no other text}], stoppers: how many controls of the page have a name
about stopping motion}`. Style animations and `<marquee>` of the page's own document; pages without either cost no
waiting.
"""

from __future__ import annotations

import time
from itertools import pairwise
from typing import Any

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Json

META = CollectorMeta(name="motion", driving=True, mutates=True, needs_untouched=True, order=70)

PAUSES = (1.7, 2.0, 1.9)
"""Seconds between the looks: together more than the five of the criterion, uneven so as not to fall in step with motion."""


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    began: dict[str, Any] = page.realm.evaluate(with_locate("motion", "begin"))
    looks = [began["boxes"]]
    for pause in PAUSES if began["places"] else ():
        if time.monotonic() + pause > page.deadline:
            break
        page.page.wait_for_timeout(pause * 1000)
        looks.append(page.realm.evaluate(with_locate("motion", "boxes")))
    moving = []
    for n, place in enumerate(began["places"]):
        steps = [bool(a[n] and b[n] and a[n] != b[n]) for a, b in pairwise(looks)]
        moved = "always" if all(steps) else "sometimes" if any(steps) else "never"
        moving.append({"place": place, "moved": moved, "watched": len(looks) > len(PAUSES), "alone": began["alone"][n]})
    return {"moving": moving, "stoppers": began["stoppers"]}
