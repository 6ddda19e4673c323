"""What a form says when it is sent empty, or with values that are wrong for certain. Only at `--interact submit`.

Shape: `{submitted: bool, forms: [{location…, skipped, fields, wrong: there is a value known to be wrong, button: its name, card:
a field for cards, reads: it says that it only gets a page, tries: [{way: empty|wrong, native, events, marked, bubbles, left,
focus_moved, texts}]}], more}`. Fields outside of any form count as one with the button around them that says it goes on.

- `skipped`: why a form is not sent: level (not allowed to), password (credentials are never tried; forms that make an account are
  sent with the password left empty), search, no-button, harm (its button seems to delete, send, pay or sign out); `more`: forms
  beyond the first three
- `native`: the browser itself refuses and says so in a bubble; `bubbles`: how often it did
- `events`: kinds of `PageAccess.events` meanwhile; `left`: the form is gone; `focus_moved`: into one of its fields
- `marked`: fields that are now marked as wrong, and were not before the first try {location…, name, by: aria-invalid|colour|class,
  gave: empty|mail|url|tel|number, what it was given, "" where it was left alone, said: name, description, title or hint changed,
  near: new texts that stand by or name it}
- `texts`: texts that are new on the page {location…, text, hidden: from assistive technology, live: in a live region, dialog}
"""

from __future__ import annotations

import json
import time
from functools import cache
from typing import Any

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import source
from a11ycheck.model import Identity, Interact, Json, Location

META = CollectorMeta(name="forms", driving=True, order=95)

MOST = 3
ANSWER_MS = 700
"""How long a page may take to answer: longer than a request to a near server and what follows it."""
FILLED_MS = 60
"""How long a page may take to say something of a field that was left, which moves the button."""


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    forms: list[dict[str, Any]] = _call(page, "find", None)
    submitted = page.interact.rank >= Interact.SUBMIT.rank
    for number, form in enumerate(forms[:MOST]):
        form["tries"] = []
        if not submitted:
            form["skipped"] = form["skipped"] or "level"
        if form["skipped"]:
            continue
        for way in ("empty", "wrong") if form["wrong"] else ("empty",):
            if time.monotonic() > page.deadline:
                break
            tried = _try(page, number, way)
            form["tries"].append(tried)
            if tried["left"] or "navigation" in tried["events"]:
                return {"submitted": submitted, "forms": forms[: number + 1], "more": len(forms) - number - 1}
    return {"submitted": submitted, "forms": forms[:MOST], "more": max(len(forms) - MOST, 0)}


def location(item: Json) -> Location:
    """Where a form, field or text stands."""
    return Location(
        selector=item["selector"], html=item["html"], box=item["box"], identity=Identity(**item["identity"])
    )


def _try(page: PageAccess, number: int, way: str) -> dict[str, Any]:
    seen = len(page.events)
    _call(page, "prepare", {"number": number, "way": way})
    page.page.wait_for_timeout(FILLED_MS)
    button = _call(page, "aim", {"number": number})
    page.page.mouse.click(button["x"], button["y"])
    page.page.wait_for_timeout(ANSWER_MS)
    found = _call(page, "result", {"number": number})
    return {"way": way, "native": button["native"], "events": [kind for kind, _ in page.events[seen:]], **found}


def _call(page: PageAccess, member: str, argument: Json) -> Any:
    return json.loads(page.realm.evaluate(_script(member), argument))


@cache
def _script(member: str) -> str:
    libraries = f"const lib = {source('locate')}; const looks = ({source('form_looks')})(lib);"
    return f"function (argument) {{ {libraries} return ({source('forms')})(lib, looks).{member}(argument); }}"
