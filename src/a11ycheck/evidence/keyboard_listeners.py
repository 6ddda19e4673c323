"""What scripts listen for: single keys on the whole page, and the mouse on elements that the keyboard cannot get at.

Read through the DevTools protocol, which sees listeners of every kind, and their source. Only the page's own document and
its open shadow roots; listeners inside frames are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from a11ycheck.evidence.listened import heard, paths, release, source_of
from a11ycheck.evidence.scripts import source

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

    from a11ycheck.evidence.base import Realm

KEY_EVENTS = frozenset({"keydown", "keypress", "keyup"})
MOUSE_EVENTS = frozenset({"click", "dblclick", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart"})
MOST = 80

_SOURCE = 20_000
_KEY = re.compile(
    r"""\.key\s*===?\s*(["'`])(?P<key>[^\s\\])\1|(["'`])(?P<yoda>[^\s\\])\3\s*===?\s*[\w.]*\.key\b"""
    r"""|\bcase\s*(["'`])(?P<case>[^\s\\])\5\s*:|\.code\s*===?\s*["'`](?:Key(?P<letter>[A-Z])|Digit(?P<digit>\d))["'`]"""
    r"""|(?:\bkeyCode|\bwhich|\bcharCode)\s*===?\s*(?P<number>\d+)"""
)
_MODIFIED = re.compile(r"(?<![\w.!])[\w.]*(?:ctrl|meta|alt)Key\b", re.IGNORECASE)
_PUNCTUATION = {
    186: ";",
    187: "=",
    188: ",",
    189: "-",
    190: ".",
    191: "/",
    192: "`",
    219: "[",
    220: "\\",
    221: "]",
    222: "'",
}


def listeners(page: Page, realm: Realm) -> dict[str, Any]:
    """`shortcuts`, `mouse` and `keyless` as in `evidence.keyboard`.

    The walk's script must be installed in the realm.
    """
    session = page.context.new_cdp_session(page)
    try:
        found = [*heard(session, "window", 1), *heard(session, "document", -1)]
        page_wide = [one for one in found if one["type"] in KEY_EVENTS and _is_page_wide(session, one)]
        shortcuts = [{"key": key, "on": one["type"]} for one in page_wide for key in printable_keys(source_of(one))]
        by_node: dict[int, list[str]] = {}
        for one in found:
            if one["type"] in MOUSE_EVENTS and "backendNodeId" in one:
                by_node.setdefault(one["backendNodeId"], []).append(one["type"])
        listened = paths(session, dict(list(by_node.items())[:MOST]))
        keys = {
            one["backendNodeId"]: [one["type"]] for one in found if one["type"] in KEY_EVENTS and "backendNodeId" in one
        }
        keyed = [path for path, _ in paths(session, dict(list(keys.items())[:MOST]))]
    finally:
        release(session)
        session.detach()
    ways = realm.evaluate(_mouse(), {"listened": listened, "keyed": keyed, "everywhere": bool(page_wide)})
    return {"shortcuts": _unique(shortcuts), **ways}


def printable_keys(text: str) -> list[str]:
    """Printable characters that a listener's source compares the pressed key with, without asking for a modifier."""
    found = []
    for match in _KEY.finditer(text[:_SOURCE]):
        if match["case"] and not re.search(r"switch\s*\([^)]*\.key\b", text):
            continue
        key = next((match[name] for name in ("key", "yoda", "case", "letter", "digit") if match[name]), None)
        if key is None:
            key = _of_code(int(match["number"]))
        condition = re.split(
            r"[;{}]|\bif\b|\bcase\b(?=.*:)|\belse\b", text[max(0, match.start() - 160) : match.start()]
        )[-1]
        if key and not _MODIFIED.search(condition):
            found.append(key.lower())
    return list(dict.fromkeys(found))


def _of_code(number: int) -> str | None:
    if 48 <= number <= 57 or 65 <= number <= 90:
        return chr(number)
    return _PUNCTUATION.get(number)


def _is_page_wide(session: CDPSession, listener: dict[str, Any]) -> bool:
    """Heard wherever the focus is: on the window, the document, the root element or the body."""
    if "backendNodeId" not in listener:
        return True
    node = session.send("DOM.describeNode", {"backendNodeId": listener["backendNodeId"]})["node"]
    return str(node["nodeName"]).lower() in ("#document", "html", "body")


@cache
def _mouse() -> str:
    return (
        f"function (argument) {{ return ({source('keyboard_mouse')})({source('locate')}, "
        "globalThis.a11ycheckKeys.seen)(argument); }"
    )


def _unique(items: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return [dict(pairs) for pairs in dict.fromkeys(tuple(sorted(item.items())) for item in items)]
