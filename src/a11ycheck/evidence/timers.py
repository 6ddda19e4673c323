"""Whether scripts of a page set timers that may change it again and again, told from their source.

The protocol has no list of timers, and a page in which something moves every few seconds looks still for a moment. Scripts in
the page itself and those it loaded are read, up to a size; nothing is asked of the network.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as PlaywrightError

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession

    from a11ycheck.evidence.base import PageAccess

MOST = 60
LARGEST = 3_000_000
ALL = 8_000_000
"""Characters of one script, and of all, that are read."""

_INLINE = """() => [...document.scripts].filter((one) => !one.src).map((one) => one.textContent.slice(0, 500000)).join("\\n")"""
_REPEATED = re.compile(r"\bsetInterval\s*\((?!\s*[\w$]+\.fx\b)")
"""Not jQuery's own, which runs while something is animated."""
_LATER = re.compile(r"\bsetTimeout\s*\([^;{}]{0,200}?,\s*(?:[1-9]\d{3,4}|[1-9]e[34])\s*\)")
"""A time-out of a second or more: a function that sets itself up again."""


def may_repeat(page: PageAccess) -> bool:
    """Whether a script sets an interval, or one written into the page a time-out of a second or more."""
    inline = str(page.realm.evaluate(_INLINE) or "")
    if repeats(inline) or _LATER.search(inline):
        return True
    session = page.page.context.new_cdp_session(page.page)
    try:
        return any(repeats(text) for text in _loaded(session))
    finally:
        session.detach()


def repeats(text: str) -> bool:
    """Whether the source of a script sets an interval."""
    return _REPEATED.search(text) is not None


def _loaded(session: CDPSession) -> Iterator[str]:
    """The sources of scripts that the page's own document loaded."""
    session.send("Page.enable")
    tree = session.send("Page.getResourceTree")["frameTree"]
    scripts: list[dict[str, Any]] = [one for one in tree["resources"] if one["type"] == "Script"]
    left = ALL
    for script in scripts[:MOST]:
        if script.get("contentSize", 0) > min(LARGEST, left) or script.get("failed"):
            continue
        try:
            found = session.send("Page.getResourceContent", {"frameId": tree["frame"]["id"], "url": script["url"]})
        except PlaywrightError:
            continue  # no longer kept by the browser
        text = str(found["content"])
        left -= len(text)
        yield base64.b64decode(text).decode("utf-8", "replace") if found["base64Encoded"] else text
