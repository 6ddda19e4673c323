"""Contrast of text in states that a page at rest does not show: pointed at, focused, visited, and the hints in empty fields.

The browser is told to show links and buttons in each state (one of each kind, by tags and classes, twelve at most); their
colours are read and, where the contrast is low, the ground is looked up on a picture. The page's own document; text on plain
colours only. Shape: `{texts: [{place, state: hover|focus|visited|placeholder, text, size, weight, ink, ground, unknown: why the
colours cannot be known or empty, ratio, needed, seen: the picture shows this ground, strongest: the highest contrast of any
pixel of a hint's field with this ground, or None, suggestion: nearest colour that passes}],
count: elements looked at, left}`; only texts whose colours in the state differ from those at rest, and hints.
"""

from __future__ import annotations

import io
import re
import time
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.contrast import contrast_of, needed, ratios, suggestion
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Effort, Identity, Json, Location

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from playwright.sync_api import CDPSession

META = CollectorMeta(name="state_contrast", effort=Effort.THOROUGH, driving=True, order=68)

STATES = {"hover": ["hover"], "focus": ["focus", "focus-visible"], "visited": ["visited"]}
NEAR = 6
"""Steps of 255 by which the ground on a picture may differ from the one read."""


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    found = _call(page, "find")
    texts: list[dict[str, Any]] = [_judged(page, number, hint) for number, hint in enumerate(found["hints"]) if hint]
    left = 0
    session = page.page.context.new_cdp_session(page.page)
    try:
        nodes = _nodes(session, found["selectors"])
        rest = _looks(page, session, nodes)
        for state, forced in STATES.items():
            if time.monotonic() > page.deadline:
                left += len(nodes)
                continue
            texts += _in_state(page, session, nodes, rest, state, forced)
    finally:
        session.detach()
        _call(page, "restore")
    return {"texts": texts, "count": len(found["selectors"]) + len(found["hints"]), "left": left}


def location(item: Json) -> Location:
    """Where a text stands."""
    place = item["place"]
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )


def _in_state(
    page: PageAccess, session: CDPSession, nodes: list[int], rest: list[Any], state: str, forced: list[str]
) -> list[dict[str, Any]]:
    for node in nodes:
        _force(session, node, forced)
    page.page.wait_for_timeout(40)
    _call(page, "arrive")
    try:
        now = _looks(page, session, nodes)
        changed = [
            (number, one)
            for number, (one, was) in enumerate(zip(now, rest, strict=True))
            if one and was and (one["ink"], one["ground"]) != (was["ink"], was["ground"])
        ]
        return [_judged(page, number, {**one, "state": state}) for number, one in changed]
    finally:
        for node in nodes:
            _force(session, node, [])
        _call(page, "arrive")


def _nodes(session: CDPSession, selectors: list[str]) -> list[int]:
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    return [
        session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"] for selector in selectors
    ]


def _force(session: CDPSession, node: int, states: list[str]) -> None:
    if node:
        session.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": states})


def _looks(page: PageAccess, session: CDPSession, nodes: list[int]) -> list[Any]:
    """Colours of each element; that of the glyphs as the browser itself knows it, since pages may not read it of visited links."""
    looks: list[Any] = _call(page, "looks")
    for look, node in zip(looks, nodes, strict=True):
        if not look or not node:
            continue
        styles = session.send("CSS.getComputedStyleForNode", {"nodeId": node})["computedStyle"]
        color = next((one["value"] for one in styles if one["name"] == "color"), "")
        parts = re.match(r"rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)", color)
        if parts and look["plain_ink"]:
            red, green, blue, alpha = (float(part) if part else 1.0 for part in parts.groups())
            look["ink"] = [red, green, blue, alpha * look["opacity"]]
    return looks


def _judged(page: PageAccess, number: int, look: dict[str, Any]) -> dict[str, Any]:
    ask = needed(look)
    told = {key: look[key] for key in ("place", "state", "text", "size", "weight", "ink", "ground", "unknown")}
    if look["unknown"] or look["ink"] is None or look["ground"] is None:
        return {
            **told,
            "unknown": look["unknown"] or "color",
            "ratio": None,
            "needed": ask,
            "seen": False,
            "strongest": None,
            "suggestion": "",
        }
    ground = np.array([look["ground"]], dtype=np.float64)
    ratio = round(float(ratios(look["ink"], ground)[0]), 2)
    seen, strongest, better = True, None, ""
    if ratio < ask:
        is_hint = look["state"] == "placeholder"
        seen, highest = _pictured(page, "hint" if is_hint else "text", number, ground)
        strongest = highest if is_hint else None
        better = suggestion(look["ink"], ground, ask)
    return {**told, "ratio": ratio, "needed": ask, "seen": seen, "strongest": strongest, "suggestion": better}


def _pictured(page: PageAccess, kind: str, number: int, ground: NDArray[np.float64]) -> tuple[bool, float | None]:
    """Whether most of the element's pixels have this ground, and the highest contrast of any of them with it."""
    box = _call(page, "view", {"kind": kind, "number": number})
    if box is None:
        return False, None
    clip = {"x": box[0], "y": box[1], "width": box[2], "height": box[3]}
    png = page.page.screenshot(type="png", clip=clip, caret="initial", animations="allow", scale="css")  # type: ignore[arg-type]
    pixels = np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).reshape(-1, 3)
    colors, counts = np.unique(pixels, axis=0, return_counts=True)
    usual = colors[counts.argmax()].astype(np.float64)
    highest = round(float(contrast_of(colors.astype(np.float64), ground).max()), 2)
    return bool(np.abs(usual - ground[0]).max() <= NEAR), highest


def _call(page: PageAccess, member: str, argument: Json = None) -> Any:
    return page.realm.evaluate(with_locate("state_contrast", member), argument)
