"""What the pointer, or the focus, brings up: tooltips, menus and cards, and how they behave then.

The pointer rests on elements that may show more (by style rules, listeners, attributes, names); what is visible then and was
not before is measured. Only what goes again when the pointer leaves and comes back when it returns is kept. Shape:

- `ended`: all | time | limit; `tried` of `likely` elements; `root`: the document's place
- `found` [{place, cause: style|listener|attribute|any, content: place|None, generated: text by style alone, text, box in the
  viewport, trigger: its own box there, within: it stands inside the trigger, controls: [{selector, name, href}], told: the
  trigger's visible text, name or description says it, expands: the trigger has aria-expanded, aria-haspopup or is a summary,
  error: it tells of a wrong input, again: it came back, leaves: it goes when the pointer leaves, covers: [{text, sure, width}],
  hoverable: yes|no|sometimes|None, vanished: seconds after which it went by itself|None, twice: it did so again, watched:
  seconds, escape: yes|no|None, focusable, focus: None|{shows, escape: yes|no|None, covers}, after_kept}]

The pointer first goes along the trigger to where the content is nearest, then onto the content.
"""

from __future__ import annotations

import time
from functools import cache
from typing import Any

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.hover_pointer import Pointer
from a11ycheck.evidence.listened import places
from a11ycheck.evidence.scripts import source
from a11ycheck.model import Effort, Json

META = CollectorMeta(name="hover", driving=True, mutates=True, needs_untouched=True, order=30)

EVENTS = frozenset({"mouseenter", "mouseover", "pointerenter", "pointerover", "focus", "focusin"})
MOST = {Effort.QUICK: 16, Effort.STANDARD: 16, Effort.THOROUGH: 60}
LISTENERS = 120
EACH = {Effort.QUICK: 2, Effort.STANDARD: 2, Effort.THOROUGH: 4}
SECONDS = {Effort.QUICK: 12.0, Effort.STANDARD: 12.0, Effort.THOROUGH: 25.0}


@cache
def _install() -> str:
    libraries = ", ".join(
        f"{name}: {source(script)}"
        for name, script in (
            ("shown", "shown"),
            ("look", "keyboard_look"),
            ("seen", "keyboard_seen"),
            ("triggers", "hover_triggers"),
        )
    )
    return f"function () {{ return ({source('hover')})({source('locate')}, {{ {libraries} }}); }}"


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    hover, found = _likely(page)
    triggers = found["triggers"]
    ended, tried = "limit" if found["more"] else "all", 0
    until = time.monotonic() + SECONDS[page.effort]
    for number, trigger in enumerate(triggers):
        if time.monotonic() > page.deadline:
            ended = "time"
            break
        if time.monotonic() > until:
            ended = "limit"
            break
        tried += 1
        hover.examine(number, trigger)
    hover.dismiss_all()
    return _told(ended, tried, found, [each.facts for each in hover.shown])


def unneeded(page: PageAccess) -> Json | None:
    """What `collect` would bring home where nothing is likely to show more; None where something is."""
    _, found = _likely(page)
    return None if found["triggers"] or found["more"] else _told("all", 0, found, [])


def _likely(page: PageAccess) -> tuple[Pointer, dict[str, Any]]:
    """What may show more under the pointer or with the focus."""
    page.realm.evaluate(_install())
    listened = places(page.page, EVENTS, LISTENERS)
    hover = Pointer(page)
    return hover, hover.call("find", {"listened": listened, "most": MOST[page.effort], "each": EACH[page.effort]})


def _told(ended: str, tried: int, found: dict[str, Any], shown: list[dict[str, Any]]) -> Json:
    return {
        "ended": ended,
        "tried": tried,
        "likely": len(found["triggers"]) + found["more"],
        "root": found["root"],
        "found": shown,
    }
