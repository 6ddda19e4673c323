"""Waits until a page is settled: fonts loaded, DOM quiet and not busy, motion ended. The limits come from design measurements."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from a11ycheck.browser.realm import IsolatedRealm, MainRealm

FONTS_MS = 3000
QUIET_MS = 100
DOM_MS = 3000


@cache
def script(name: str) -> str:
    """The text of an in-page script of this room, without its leading comment."""
    text = files("a11ycheck.browser").joinpath("js", f"{name}.js").read_text(encoding="utf-8")
    lines = text.splitlines()
    while lines and lines[0].startswith("//"):
        lines.pop(0)
    return "\n".join(lines).strip().removesuffix(";")


def settle(realm: IsolatedRealm | MainRealm) -> tuple[str, ...]:
    """Settle the document of a realm. Returns the bounds that were hit: `fonts`, `dom`, `styles`; empty when quiet."""
    hit = realm.evaluate(script("settle"), {"fontsMs": FONTS_MS, "quietMs": QUIET_MS, "domMs": DOM_MS})
    return tuple(str(name) for name in hit)
