"""What moves or changes by itself for more than five seconds, measured on a page whose motion was left alone.

Only the page's own document. Pages where nothing is likely to move, where nothing changed in the first moment and whose
scripts set no timers that may change it, cost no further waiting. Shape:
`{moving, stoppers, changing, watched, enough, left_for: URL that the page went to by itself}`.

- `moving`: texts moved by style animations and `<marquee>` {place, moved: whether it was elsewhere, or looked different,
  always|sometimes|never from one look to the next, watched: to the end, alone: the page has no other text}
- `stoppers`: how many controls of the page have a name about stopping motion
- `changing`: elements that changed {place, by: name|style|script|canvas, what made it watched, changes: [seconds], what:
  [look, place, text], words: other than digits, three times and more, down: numbers that count down, says, size: [px, px],
  dot: smaller than 48 px, busy: a spinner or the like, carousel: by its name, controls: buttons around it, alone: the page
  has no other text}
- `watched`: seconds; `enough`: they are more than the five of the criterion
"""

from __future__ import annotations

import time
from itertools import pairwise
from typing import Any

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.evidence.timers import may_repeat
from a11ycheck.model import Effort, Identity, Json, Location

META = CollectorMeta(name="motion", driving=True, mutates=True, acts_from=None, needs_untouched=True, order=70)

FIRST = {Effort.STANDARD: 0.3, Effort.THOROUGH: 1.2}
"""Seconds of the first moment, in which scripts that change the page are noticed."""
PAUSES = (1.7, 2.0, 1.9)
"""Seconds between the looks: together more than the five of the criterion, uneven so as not to fall in step with motion."""
LONGER = 2.0
MOST_LONGER = 6
"""Looks more, where something changed and more than five seconds between changes have not been seen."""
CRITERION = 5.0


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    started = time.monotonic()
    began: dict[str, Any] = page.realm.evaluate(with_locate("motion", "begin"))
    _changes(page, "begin")
    page.page.wait_for_timeout(FIRST.get(page.effort, 0.3) * 1000)
    looks = [began["boxes"]]
    likely = bool(began["places"] or _changes(page, "suspects") or may_repeat(page))
    for pause in PAUSES if likely else ():
        if not _wait(page, pause):
            break
        looks.append(page.realm.evaluate(with_locate("motion", "boxes")))
    for _ in range(MOST_LONGER):
        changes = [each for each in _changes(page, "state") if each]
        if not changes or all(spread(each) > CRITERION for each in changes) or not _wait(page, LONGER):
            break
    watched = round(time.monotonic() - started, 1)
    found = _changes(page, "end")
    for one in found["changing"]:
        one["changes"] = [round(at / 1000, 1) for at in one["changes"]]
    moving = []
    for n, place in enumerate(began["places"]):
        steps = [bool(a[n] and b[n] and a[n] != b[n]) for a, b in pairwise(looks)]
        moved = "always" if all(steps) else "sometimes" if any(steps) else "never"
        moving.append({"place": place, "moved": moved, "watched": len(looks) > len(PAUSES), "alone": began["alone"][n]})
    left_for = next((url for kind, url in page.events if kind == "navigation"), "")
    return {
        "moving": moving, "stoppers": max(began["stoppers"], found["stoppers"]), "changing": found["changing"],
        "watched": watched, "enough": len(looks) > len(PAUSES) or not likely, "left_for": left_for,
    }  # fmt: skip


def location(item: Json) -> Location:
    """Where an element stands."""
    place = item["place"]
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )


def spread(milliseconds: list[int]) -> float:
    """Seconds from the first change to the last."""
    return (milliseconds[-1] - milliseconds[0]) / 1000


def _wait(page: PageAccess, seconds: float) -> bool:
    """Let time pass; false when there is none left."""
    if time.monotonic() + seconds > page.deadline:
        return False
    page.page.wait_for_timeout(seconds * 1000)
    return True


def _changes(page: PageAccess, member: str) -> Any:
    return page.realm.evaluate(with_locate("changes", member))
