"""What follows when the value of a field changes: fields are changed as people do, one after the other.

Only at `--interact operate`, on a page of its own. Up to ten fields: selects by the arrow key, boxes and radio buttons by a click,
text fields by typing; fields for passwords, codes and payment are left alone. Shape: `{fields: [{place, name, kind:
select|checkbox|radio|text, events: kinds of `PageAccess.events` that followed, focus: selector of the element that the focus went
to by itself, or empty, replaced: the page's main heading or title became another, advice: text near that speaks of what
happens}], left: fields not changed}`.
"""

from __future__ import annotations

import time
from typing import Any

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Effort, Interact, Json

META = CollectorMeta(
    name="inputs", effort=Effort.THOROUGH, driving=True, mutates=True, order=94, interact=Interact.OPERATE
)

MOST = 10
ANSWER_MS = 300
TYPED = "ab"
LEAVING = frozenset({"navigation", "popup", "dialog"})


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    fields: list[dict[str, Any]] = _call(page, "find", MOST)
    tried = []
    for number, field in enumerate(fields):
        if time.monotonic() + 1 > page.deadline:
            break
        if not _call(page, "ready", number):
            continue
        seen = len(page.events)
        _change(page, number, field["kind"])
        page.page.wait_for_timeout(ANSWER_MS)
        events = sorted({kind for kind, _ in page.events[seen:] if kind in LEAVING})
        after = _call(page, "after", number)
        tried.append({**field, "events": events, **after})
    return {"fields": tried, "left": len(fields) - len(tried)}


def _change(page: PageAccess, number: int, kind: str) -> None:
    if kind == "select":
        page.page.keyboard.press(_call(page, "arrow", number))
    elif kind == "text":
        page.page.keyboard.type(TYPED)
    else:
        page.page.keyboard.press("Space")


def _call(page: PageAccess, member: str, argument: Json = None) -> Any:
    return page.realm.evaluate(with_locate("inputs", member), argument)
