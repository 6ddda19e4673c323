"""Listeners of scripts, through the DevTools protocol, which sees every kind and their source.

Only the page's own document and its open shadow roots; listeners inside frames are not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession

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


def source_of(listener: dict[str, Any]) -> str:
    """The source of a listener's function; empty when the browser does not tell."""
    return str(listener.get("handler", {}).get("description", ""))


def release(session: CDPSession) -> None:
    """Let go of what was looked up."""
    session.send("Runtime.releaseObjectGroup", {"objectGroup": _GROUP})
