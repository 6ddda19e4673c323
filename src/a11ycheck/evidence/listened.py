"""Listeners of scripts, through the DevTools protocol, which sees every kind and their source.

Only the page's own document and its open shadow roots; listeners inside frames are not read.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

_GROUP = "a11ycheck-listeners"

_PATHS = """function (...nodes) {
  const path = (node) => {
    const steps = [];
    for (let at = node; at && at !== document; ) {
      const parent = at.parentNode || at.host;
      if (!parent) return null;
      if (at instanceof ShadowRoot) steps.unshift("shadow");
      else steps.unshift([...parent.children].indexOf(at));
      at = at instanceof ShadowRoot ? at.host : parent;
    }
    return steps;
  };
  return nodes.map(path);
}"""


def heard(session: CDPSession, expression: str, depth: int) -> list[dict[str, Any]]:
    """Listeners of what the expression yields and, to this depth (-1: all), of what is in it: {type, handler, …}."""
    reply = session.send("Runtime.evaluate", {"expression": expression, "objectGroup": _GROUP})
    found = session.send(
        "DOMDebugger.getEventListeners", {"objectId": reply["result"]["objectId"], "depth": depth, "pierce": True}
    )
    listeners: list[dict[str, Any]] = found["listeners"]
    return listeners


def paths(session: CDPSession, by_node: dict[int, list[str]]) -> list[list[Any]]:
    """Each node, by its backend id, as a path of child numbers from the document, with its events.

    Nodes of other documents are left out.
    """
    if not by_node:
        return []
    objects = [
        session.send("DOM.resolveNode", {"backendNodeId": node, "objectGroup": _GROUP})["object"]["objectId"]
        for node in by_node
    ]
    reply = session.send(
        "Runtime.callFunctionOn",
        {
            "functionDeclaration": _PATHS, "objectId": objects[0], "arguments": [{"objectId": one} for one in objects],
            "returnByValue": True,
        },
    )  # fmt: skip
    found = reply["result"].get("value") or []
    return [[path, sorted(set(events))] for path, events in zip(found, by_node.values(), strict=False) if path]


def places(page: Page, events: Collection[str], most: int) -> list[list[Any]]:
    """Elements that listen for these events, at most so many, as in `paths`; the path of the whole document is empty."""
    session = page.context.new_cdp_session(page)
    try:
        whole = [*heard(session, "window", 1), *heard(session, "document", 1)]
        by_node: dict[int, list[str]] = {}
        for one in heard(session, "document", -1):
            if one["type"] in events and "backendNodeId" in one:
                by_node.setdefault(one["backendNodeId"], []).append(one["type"])
        found = paths(session, dict(list(by_node.items())[:most]))
    finally:
        release(session)
        session.detach()
    on_whole = sorted({one["type"] for one in whole} & set(events))
    return [[[], on_whole], *found] if on_whole else found


def source_of(listener: dict[str, Any]) -> str:
    """The source of a listener's function; empty when the browser does not tell."""
    return str(listener.get("handler", {}).get("description", ""))


def release(session: CDPSession) -> None:
    """Let go of what was looked up."""
    session.send("Runtime.releaseObjectGroup", {"objectGroup": _GROUP})
