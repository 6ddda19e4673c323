"""The accessibility tree in reading order, as the browser hands it to assistive technology.

Read through the DevTools protocol, frames of the same site included. It shows what a screen reader gets to work with, and is
no test with one. Typed values are left out, and so is what stands in editable text. Shape: `{nodes: [node, …], cut}`:

- node `{d: depth among the nodes kept, role, name, description, level, states: [word, …]}` without its empty entries; text is
  of role `text`
- `states`: those that are announced, such as `checked`, `not checked`, `partly checked`, `pressed`, `not pressed`, `expanded`,
  `collapsed`, `selected`, `required`, `invalid`, `disabled`, `read only`, `opens a menu`, `focusable`, `modal`, `live: polite`
- `cut`: nodes beyond the first 2,000
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as PlaywrightError

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.model import Json

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession

META = CollectorMeta(name="reading", driving=True, order=14)

MOST = 2_000
LONGEST = 300
DEPTH = 3
EDITABLE = frozenset({"textbox", "searchbox", "spinbutton", "combobox"})
_CONTENT = (
    "button cell checkbox columnheader heading link menuitem menuitemcheckbox menuitemradio option radio rowheader"
)
NAMED_BY_CONTENT = frozenset((_CONTENT + " switch tab treeitem disclosuretriangle image labeltext legend").split())
_PLAIN = frozenset({"statictext", "inlinetextbox"})
_SKIPPED = frozenset(
    {"inlinetextbox", "linebreak", "generic", "none", "rootwebarea", "ignored", "iframepresentational"}
)
_OPENED = {"menu": "opens a menu", "listbox": "opens a list", "tree": "opens a tree", "dialog": "opens a dialog"}
_MARKED = {
    "checked": {"true": "checked", "false": "not checked", "mixed": "partly checked"},
    "pressed": {"true": "pressed", "false": "not pressed", "mixed": "partly pressed"},
    "expanded": {"true": "expanded", "false": "collapsed"},
    "selected": {"true": "selected"},
    "required": {"true": "required"},
    "invalid": {"true": "invalid", "grammar": "invalid", "spelling": "invalid"},
    "disabled": {"true": "disabled"},
    "readonly": {"true": "read only"},
    "focusable": {"true": "focusable"},
    "modal": {"true": "modal"},
}


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    session = page.page.context.new_cdp_session(page.page)
    try:
        nodes: list[dict[str, Any]] = []
        left = 0
        for node in _tree(session, None, 0, DEPTH):
            if len(nodes) < MOST:
                nodes.append(node)
            else:
                left += 1
        return {"nodes": nodes, "cut": left}
    finally:
        session.detach()


def _tree(session: CDPSession, frame: str | None, depth: int, frames: int) -> Iterator[dict[str, Any]]:
    raw = session.send("Accessibility.getFullAXTree", {"frameId": frame} if frame else {})["nodes"]
    by_id = {node["nodeId"]: node for node in raw}
    root = next((node for node in raw if "parentId" not in node), None)
    waiting = [(root, depth, "")] if root else []
    while waiting:
        node, at, within = waiting.pop()
        role = _text(node.get("role")).lower()
        name = " ".join(_text(node.get("name")).split())[:LONGEST]
        is_repeated = role == "statictext" and name == within
        is_left_out = node.get("ignored") or role in _SKIPPED or is_repeated
        shown = {} if is_left_out else _shown(node, role, name)
        if shown:
            yield {"d": at, **shown}
        if role == "iframe" and frames and (inner := _inner_frame(session, node)):
            yield from _within(session, inner, at + 1, frames - 1)
        if (role in EDITABLE and role != "combobox") or _is_editor(node):
            continue
        children = [by_id[child] for child in node.get("childIds", ()) if child in by_id]
        known = name if role in NAMED_BY_CONTENT else within if not shown else ""
        if known and all(_text(child.get("role")).lower() in _PLAIN for child in children):
            continue
        waiting += [(child, at + bool(shown), known) for child in reversed(children)]


def _is_editor(node: dict[str, Any]) -> bool:
    """Whether people type into it: what they typed is not kept."""
    return any(each["name"] == "editable" for each in node.get("properties", ()))


def _within(session: CDPSession, frame: str, depth: int, frames: int) -> Iterator[dict[str, Any]]:
    try:
        yield from _tree(session, frame, depth, frames)
    except PlaywrightError:
        return  # a frame in another process, which has a tree of its own


def _shown(node: dict[str, Any], role: str, name: str) -> dict[str, Any]:
    if role == "statictext":
        return {"role": "text", "name": name} if name else {}
    properties = {each["name"]: each.get("value", {}).get("value") for each in node.get("properties", ())}
    told = {
        "role": role,
        "name": name,
        "description": " ".join(_text(node.get("description")).split())[:LONGEST],
        "level": properties.get("level"),
        "states": list(_states(properties, role)),
    }
    return {key: value for key, value in told.items() if value}


def _states(properties: dict[str, Any], role: str) -> Iterator[str]:
    for key, words in _MARKED.items():
        value = str(properties.get(key, "")).lower()
        if key == "focusable" and role in ("rootwebarea", "iframe"):
            continue
        if value in words:
            yield words[value]
    popup = str(properties.get("hasPopup", "false"))
    if popup not in ("false", ""):
        yield _OPENED.get(popup, "opens something")
    live = str(properties.get("live", "off"))
    if live != "off":
        yield f"live: {live}"


def _inner_frame(session: CDPSession, node: dict[str, Any]) -> str:
    try:
        described = session.send("DOM.describeNode", {"backendNodeId": node["backendDOMNodeId"]})
    except (KeyError, PlaywrightError):
        return ""
    return str(described["node"].get("frameId", ""))


def _text(value: dict[str, Any] | None) -> str:
    return str((value or {}).get("value", "") or "")
